/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/attachment-tile.h"

#include <glib/gi18n-lib.h>

#include "store/attachments.h"
#include "ui/init.h"
#include "ui/record/attach.h"
#include "ui/widgets/texture.h"

/* Sharp on a screen of twice the density. */
#define TILE_PIXELS 320

struct _AssayAttachmentTile
{
  GtkWidget parent_instance;

  AssayContext *context;
  AssayRecord *attachment;
  GCancellable *cancellable;

  GtkButton *button;
  GtkPicture *picture;
  GtkImage *icon;
  GtkStack *stack;
  GtkLabel *caption;
};

G_DEFINE_FINAL_TYPE (AssayAttachmentTile, assay_attachment_tile, GTK_TYPE_WIDGET)

static gboolean
read_thumbnail (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  *result = assay_attachments_read_thumbnail (db, data, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

static void
thumbnail_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayAttachmentTile) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (bytes == NULL || self->context == NULL)
    return;
  texture = assay_texture_new_for_thumbnail (bytes, TILE_PIXELS);
  if (texture == NULL)
    return;
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (self->stack, "picture");
}

static void
open_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AssayAttachmentTile *self = ASSAY_ATTACHMENT_TILE (widget);

  assay_attach_open (self->context, widget, self->attachment);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AssayAttachmentTile *self = ASSAY_ATTACHMENT_TILE (widget);

  assay_attach_save_as (self->context, widget, self->attachment, NULL);
}

static void
caption_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AssayAttachmentTile *self = ASSAY_ATTACHMENT_TILE (widget);

  assay_context_edit_record (self->context, self->attachment);
}

static void
delete_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AssayAttachmentTile *self = ASSAY_ATTACHMENT_TILE (widget);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = assay_record_get_id (self->attachment);

  g_array_append_val (ids, id);
  assay_context_delete_records (self->context, ASSAY_TYPE_ATTACHMENT, ids);
}

static void
show (AssayAttachmentTile *self)
{
  AssayBook *book = assay_context_get_book (self->context);
  const char *name = assay_record_get_text (self->attachment, ASSAY_ATTACHMENT_FILE_NAME);
  const char *caption = assay_record_get_text (self->attachment, ASSAY_ATTACHMENT_CAPTION);
  const char *media = assay_record_get_text (self->attachment, ASSAY_ATTACHMENT_MEDIA_TYPE);
  g_autofree char *content = media != NULL ? g_content_type_from_mime_type (media) : NULL;
  g_autoptr (GIcon) icon
      = g_content_type_get_symbolic_icon (content != NULL ? content : "application/octet-stream");
  const char *words = caption != NULL ? caption : name;

  gtk_image_set_from_gicon (self->icon, icon);
  gtk_label_set_label (self->caption, words != NULL ? words : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : _ ("Attachment"), -1);
  if (book != NULL && !assay_book_is_read_only (book))
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachment.caption", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachment.delete", FALSE);
}

static void
assay_attachment_tile_dispose (GObject *object)
{
  AssayAttachmentTile *self = ASSAY_ATTACHMENT_TILE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->attachment);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_ATTACHMENT_TILE);

  G_OBJECT_CLASS (assay_attachment_tile_parent_class)->dispose (object);
}

static void
assay_attachment_tile_class_init (AssayAttachmentTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_attachment_tile_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "record/attachment-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayAttachmentTile, button);
  gtk_widget_class_bind_template_child (widget_class, AssayAttachmentTile, picture);
  gtk_widget_class_bind_template_child (widget_class, AssayAttachmentTile, icon);
  gtk_widget_class_bind_template_child (widget_class, AssayAttachmentTile, stack);
  gtk_widget_class_bind_template_child (widget_class, AssayAttachmentTile, caption);
  gtk_widget_class_install_action (widget_class, "attachment.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "attachment.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "attachment.caption", NULL, caption_action);
  gtk_widget_class_install_action (widget_class, "attachment.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "attachment.delete", NULL);
}

static void
assay_attachment_tile_init (AssayAttachmentTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
assay_attachment_tile_new (AssayContext *context, AssayRecord *attachment)
{
  AssayAttachmentTile *self = g_object_new (ASSAY_TYPE_ATTACHMENT_TILE, NULL);
  AssayBook *book = assay_context_get_book (context);
  const char *sha256 = assay_record_get_text (attachment, ASSAY_ATTACHMENT_SHA256);

  self->context = g_object_ref (context);
  self->attachment = g_object_ref (attachment);
  show (self);
  if (book != NULL && sha256 != NULL)
    {
      self->cancellable = g_cancellable_new ();
      assay_book_ask_async (book, read_thumbnail, g_strdup (sha256), g_free,
                            (GDestroyNotify)g_bytes_unref, self->cancellable, thumbnail_cb,
                            g_object_ref (self));
    }
  return GTK_WIDGET (self);
}
