/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/draft-file.h"

#include "record/photo.h"

struct _AssayDraftFile
{
  GObject parent_instance;

  AssayRecord *attachment;
  AssayIncoming *incoming;
  AssayRecord *record; /* the attachment, or what the incoming file says */
  char *name;
  char *caption;
  GdkTexture *thumbnail;
  gboolean picture;
};

G_DEFINE_FINAL_TYPE (AssayDraftFile, assay_draft_file, G_TYPE_OBJECT)

typedef enum
{
  PROP_CAPTION = 1,
  PROP_THUMBNAIL,
} AssayDraftFileProperty;

static GParamSpec *properties[PROP_THUMBNAIL + 1];

static void
assay_draft_file_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AssayDraftFile *self = ASSAY_DRAFT_FILE (object);

  switch ((AssayDraftFileProperty)id)
    {
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    case PROP_THUMBNAIL:
      g_value_set_object (value, self->thumbnail);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
assay_draft_file_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AssayDraftFile *self = ASSAY_DRAFT_FILE (object);

  switch ((AssayDraftFileProperty)id)
    {
    case PROP_CAPTION:
      assay_draft_file_set_caption (self, g_value_get_string (value));
      break;
    case PROP_THUMBNAIL:
      assay_draft_file_set_thumbnail (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
assay_draft_file_finalize (GObject *object)
{
  AssayDraftFile *self = ASSAY_DRAFT_FILE (object);

  g_clear_object (&self->attachment);
  g_clear_pointer (&self->incoming, assay_incoming_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->thumbnail);
  g_free (self->name);
  g_free (self->caption);

  G_OBJECT_CLASS (assay_draft_file_parent_class)->finalize (object);
}

static void
assay_draft_file_class_init (AssayDraftFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = assay_draft_file_get_property;
  object_class->set_property = assay_draft_file_set_property;
  object_class->finalize = assay_draft_file_finalize;

  properties[PROP_CAPTION]
      = g_param_spec_string ("caption", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_THUMBNAIL]
      = g_param_spec_object ("thumbnail", NULL, NULL, GDK_TYPE_TEXTURE,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
assay_draft_file_init (AssayDraftFile *self)
{
}

/**
 * assay_draft_file_new_stored:
 * @attachment: an attachment as the book holds it; it is kept, not copied
 */
AssayDraftFile *
assay_draft_file_new_stored (AssayRecord *attachment)
{
  AssayDraftFile *self = g_object_new (ASSAY_TYPE_DRAFT_FILE, NULL);

  self->attachment = g_object_ref (attachment);
  self->record = g_object_ref (attachment);
  self->name = g_strdup (assay_record_get_text (attachment, ASSAY_ATTACHMENT_FILE_NAME));
  self->caption = g_strdup (assay_record_get_text (attachment, ASSAY_ATTACHMENT_CAPTION));
  self->picture = assay_photo_is_picture (attachment);
  return self;
}

/**
 * assay_draft_file_new_added:
 * @thumbnail: (nullable): what it shows, for a picture
 */
AssayDraftFile *
assay_draft_file_new_added (AssayIncoming *incoming, GdkTexture *thumbnail)
{
  AssayDraftFile *self = g_object_new (ASSAY_TYPE_DRAFT_FILE, NULL);

  self->incoming = assay_incoming_ref (incoming);
  self->record = assay_incoming_make_record (incoming);
  self->name = g_strdup (assay_incoming_get_file_name (incoming));
  self->picture = assay_photo_is_picture (self->record);
  g_set_object (&self->thumbnail, thumbnail);
  return self;
}

AssayDraftFile *
assay_draft_file_new_copy (AssayDraftFile *file)
{
  g_autoptr (AssayIncoming) incoming = file->incoming != NULL
                                           ? assay_incoming_ref (file->incoming)
                                           : assay_incoming_new_stored (file->attachment);
  AssayDraftFile *copy = assay_draft_file_new_added (incoming, file->thumbnail);

  assay_draft_file_set_caption (copy, file->caption);
  return copy;
}

AssayRecord *
assay_draft_file_get_attachment (AssayDraftFile *self)
{
  return self->attachment;
}

AssayIncoming *
assay_draft_file_get_incoming (AssayDraftFile *self)
{
  return self->incoming;
}

AssayRecord *
assay_draft_file_get_record (AssayDraftFile *self)
{
  return self->record;
}

const char *
assay_draft_file_get_name (AssayDraftFile *self)
{
  return self->name;
}

const char *
assay_draft_file_get_caption (AssayDraftFile *self)
{
  return self->caption;
}

void
assay_draft_file_set_caption (AssayDraftFile *self, const char *caption)
{
  g_return_if_fail (ASSAY_IS_DRAFT_FILE (self));

  if (caption != NULL && *caption == '\0')
    caption = NULL;
  if (g_set_str (&self->caption, caption))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAPTION]);
}

const char *
assay_draft_file_get_title (AssayDraftFile *self)
{
  return self->caption != NULL ? self->caption : self->name;
}

gint64
assay_draft_file_get_size (AssayDraftFile *self)
{
  return assay_record_get_integer (self->record, ASSAY_ATTACHMENT_BYTES, 0);
}

gboolean
assay_draft_file_is_picture (AssayDraftFile *self)
{
  return self->picture;
}

GdkTexture *
assay_draft_file_get_thumbnail (AssayDraftFile *self)
{
  return self->thumbnail;
}

void
assay_draft_file_set_thumbnail (AssayDraftFile *self, GdkTexture *thumbnail)
{
  g_return_if_fail (ASSAY_IS_DRAFT_FILE (self));

  if (g_set_object (&self->thumbnail, thumbnail))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THUMBNAIL]);
}

gboolean
assay_draft_file_is_changed (AssayDraftFile *self)
{
  return self->attachment == NULL
         || g_strcmp0 (self->caption,
                       assay_record_get_text (self->attachment, ASSAY_ATTACHMENT_CAPTION))
                != 0;
}
