/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/incoming.h"

#include <glib/gi18n-lib.h>

#include "store/attachments.h"
#include "store/thumbnail.h"

struct _AssayIncoming
{
  gatomicrefcount references;
  char *file_name;
  GBytes *bytes; /* nullable */
  gint64 size;
  char *sha256;
  char *media_type;
  GBytes *thumbnail; /* nullable */
  int width, height;
  AssayPictureFacts facts;
  char *problem;     /* nullable */
  char *marked_from; /* nullable */
};

/* FALSE only when cancelled. */
static gboolean
look_at_picture (AssayIncoming *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;

  self->thumbnail = assay_thumbnail_make (self->bytes, ASSAY_THUMBNAIL_SIZE, &self->width,
                                          &self->height, cancellable, &problem);
  if (self->thumbnail != NULL)
    {
      assay_picture_facts_read (&self->facts, self->bytes);
      return TRUE;
    }
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  self->problem = g_strdup (problem->message);
  self->width = self->height = 0;
  /* A paper or a text that is called a picture is kept as what it is. */
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    {
      g_autofree char *content = assay_thumbnail_guess_media_type (NULL, self->bytes);

      if (content != NULL && !g_str_has_prefix (content, "image/"))
        g_set_str (&self->media_type, content);
    }
  return TRUE;
}

/* Where readers of PDF look for its mark. */
#define PDF_MARK_WITHIN 1024

/* A download that broke off, or a page of a web site that was saved under such a name. */
static gboolean
is_false_pdf (const char *file_name, GBytes *bytes)
{
  g_autofree char *name = g_ascii_strdown (file_name, -1);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_str_has_suffix (name, ".pdf")
         && (data == NULL
             || g_strstr_len (data, (gssize)MIN (size, PDF_MARK_WITHIN), "%PDF-") == NULL);
}

AssayIncoming *
assay_incoming_new (const char *file_name, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (AssayIncoming) self = NULL;

  if (g_bytes_get_size (bytes) > ASSAY_ATTACHMENT_MAX_BYTES)
    {
      g_autofree char *limit = g_format_size (ASSAY_ATTACHMENT_MAX_BYTES);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("“%s” is larger than %s"), file_name,
                   limit);
      return NULL;
    }
  if (is_false_pdf (file_name, bytes))
    {
      g_set_error (
          error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
          _ ("“%s” is no PDF, whatever its name says: perhaps its download broke off, or a "
             "web page was saved instead. It was not attached"),
          file_name);
      return NULL;
    }
  self = g_new0 (AssayIncoming, 1);
  g_atomic_ref_count_init (&self->references);
  self->file_name = g_strdup (file_name);
  self->bytes = g_bytes_ref (bytes);
  self->size = (gint64)g_bytes_get_size (bytes);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  self->media_type = assay_thumbnail_guess_media_type (file_name, bytes);
  if (self->media_type != NULL && g_str_has_prefix (self->media_type, "image/")
      && !look_at_picture (self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
take_facts (AssayIncoming *self, AssayRecord *original)
{
  AssayPictureFacts *facts = &self->facts;

  assay_picture_facts_clear (facts);
  facts->dated = assay_record_is_known (original, ASSAY_ATTACHMENT_TAKEN_AT);
  facts->taken_at = assay_record_get_integer (original, ASSAY_ATTACHMENT_TAKEN_AT, 0);
  facts->zoned = assay_record_is_known (original, ASSAY_ATTACHMENT_TAKEN_OFFSET);
  facts->offset = (int)assay_record_get_integer (original, ASSAY_ATTACHMENT_TAKEN_OFFSET, 0);
  facts->placed = assay_record_is_known (original, ASSAY_ATTACHMENT_LATITUDE)
                  && assay_record_is_known (original, ASSAY_ATTACHMENT_LONGITUDE);
  facts->latitude = assay_record_get_integer (original, ASSAY_ATTACHMENT_LATITUDE, 0);
  facts->longitude = assay_record_get_integer (original, ASSAY_ATTACHMENT_LONGITUDE, 0);
  facts->camera = g_strdup (assay_record_get_text (original, ASSAY_ATTACHMENT_CAMERA));
}

AssayIncoming *
assay_incoming_new_marked (const char *file_name,
                           GBytes *bytes,
                           AssayRecord *original,
                           GCancellable *cancellable,
                           GError **error)
{
  AssayIncoming *self = assay_incoming_new (file_name, bytes, cancellable, error);

  if (self == NULL)
    return NULL;
  take_facts (self, original);
  self->marked_from = g_strdup (assay_record_get_text (original, ASSAY_ATTACHMENT_SHA256));
  return self;
}

AssayIncoming *
assay_incoming_new_stored (AssayRecord *attachment)
{
  AssayIncoming *self = g_new0 (AssayIncoming, 1);

  g_atomic_ref_count_init (&self->references);
  self->file_name = g_strdup (assay_record_get_text (attachment, ASSAY_ATTACHMENT_FILE_NAME));
  self->size = assay_record_get_integer (attachment, ASSAY_ATTACHMENT_BYTES, 0);
  self->sha256 = g_strdup (assay_record_get_text (attachment, ASSAY_ATTACHMENT_SHA256));
  self->media_type = g_strdup (assay_record_get_text (attachment, ASSAY_ATTACHMENT_MEDIA_TYPE));
  self->width = (int)assay_record_get_integer (attachment, ASSAY_ATTACHMENT_WIDTH, 0);
  self->height = (int)assay_record_get_integer (attachment, ASSAY_ATTACHMENT_HEIGHT, 0);
  self->marked_from = g_strdup (assay_record_get_text (attachment, ASSAY_ATTACHMENT_MARKED_FROM));
  take_facts (self, attachment);
  return self;
}

AssayIncoming *
assay_incoming_ref (AssayIncoming *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
assay_incoming_unref (AssayIncoming *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->file_name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->sha256);
  g_free (self->media_type);
  g_clear_pointer (&self->thumbnail, g_bytes_unref);
  assay_picture_facts_clear (&self->facts);
  g_free (self->problem);
  g_free (self->marked_from);
  g_free (self);
}

const char *
assay_incoming_get_file_name (const AssayIncoming *self)
{
  return self->file_name;
}

GBytes *
assay_incoming_get_bytes (const AssayIncoming *self)
{
  return self->bytes;
}

GBytes *
assay_incoming_get_thumbnail (const AssayIncoming *self)
{
  return self->thumbnail;
}

const char *
assay_incoming_get_problem (const AssayIncoming *self)
{
  return self->problem;
}

AssayRecord *
assay_incoming_make_record (const AssayIncoming *self)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_ATTACHMENT);

  assay_record_set_text (record, ASSAY_ATTACHMENT_SHA256, self->sha256);
  assay_record_set_text (record, ASSAY_ATTACHMENT_FILE_NAME, self->file_name);
  assay_record_set_text (record, ASSAY_ATTACHMENT_MEDIA_TYPE, self->media_type);
  assay_record_set_integer (record, ASSAY_ATTACHMENT_BYTES, self->size);
  assay_record_set_text (record, ASSAY_ATTACHMENT_MARKED_FROM, self->marked_from);
  if (self->width > 0)
    {
      assay_record_set_integer (record, ASSAY_ATTACHMENT_WIDTH, self->width);
      assay_record_set_integer (record, ASSAY_ATTACHMENT_HEIGHT, self->height);
    }
  assay_picture_facts_write (&self->facts, record);
  return record;
}
