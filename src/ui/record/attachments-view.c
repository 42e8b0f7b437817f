/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/attachments-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "store/attachments.h"
#include "ui/record/attach.h"
#include "ui/record/attachment-tile.h"

struct _AssayAttachmentsView
{
  GtkWidget parent_instance;

  AssayContext *context;
  AssayType type;
  gint64 id;
  GCancellable *cancellable;
  GPtrArray *shown; /* AssayRecord: what the tiles were made of */

  AdwWrapBox *tiles;
  GtkLabel *empty;
};

G_DEFINE_FINAL_TYPE (AssayAttachmentsView, assay_attachments_view, GTK_TYPE_WIDGET)

typedef struct
{
  AssayType type;
  gint64 id;
} Question;

static gboolean
read_list (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Question *question = data;

  *result = assay_attachments_list (db, question->type, question->id, error);
  return *result != NULL;
}

static gboolean
same (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (assay_record_get_id (a->pdata[i]) != assay_record_get_id (b->pdata[i])
        || !assay_record_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
list_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayAttachmentsView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);
  GtkWidget *child;

  if (self->context == NULL || records == NULL || same (self->shown, records))
    return;
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_ptr_array_ref (records);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tiles))) != NULL)
    adw_wrap_box_remove (self->tiles, child);
  for (guint i = 0; i < records->len; i++)
    adw_wrap_box_append (self->tiles, assay_attachment_tile_new (self->context, records->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->tiles), records->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), records->len == 0);
}

static void
read_again (AssayAttachmentsView *self)
{
  AssayBook *book = assay_context_get_book (self->context);
  Question *question;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (book == NULL || self->id == 0)
    return;
  self->cancellable = g_cancellable_new ();
  question = g_new0 (Question, 1);
  question->type = self->type;
  question->id = self->id;
  assay_book_ask_async (book, read_list, question, g_free, (GDestroyNotify)g_ptr_array_unref,
                        self->cancellable, list_cb, g_object_ref (self));
}

static gboolean
drop_cb (AssayAttachmentsView *self, const GValue *value)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GSList *dropped;

  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) || self->id == 0)
    return FALSE;
  dropped = g_value_get_boxed (value);
  for (GSList *item = dropped; item != NULL; item = item->next)
    g_list_store_append (files, item->data);
  assay_attach_files (self->context, self->type, self->id, G_LIST_MODEL (files));
  return TRUE;
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayAttachmentsView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files
      = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->context == NULL)
    return;
  if (files != NULL)
    assay_attach_files (self->context, self->type, self->id, files);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    assay_context_failed (self->context, _ ("Cannot choose a file"), error);
}

static void
texture_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayAttachmentsView) self = user_data;
  g_autoptr (GdkTexture) texture
      = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (texture == NULL || self->context == NULL)
    return;
  bytes = gdk_texture_save_to_png_bytes (texture);
  assay_attach_bytes (self->context, self->type, self->id, _ ("pasted picture.png"), bytes);
}

/* Files or a picture on the clipboard. */
static void
paste (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AssayAttachmentsView *self = ASSAY_ATTACHMENTS_VIEW (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE))
    gdk_clipboard_read_texture_async (clipboard, NULL, texture_cb, g_object_ref (self));
}

static void
assay_attachments_view_dispose (GObject *object)
{
  AssayAttachmentsView *self = ASSAY_ATTACHMENTS_VIEW (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_attachments_view_parent_class)->dispose (object);
}

static void
assay_attachments_view_class_init (AssayAttachmentsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_attachments_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "attachments.paste", NULL, paste);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK,
                                       "attachments.paste", NULL);
}

static void
assay_attachments_view_init (AssayAttachmentsView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->tiles = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 12, "visible",
                              FALSE, "hexpand", TRUE, NULL);
  self->empty = g_object_new (GTK_TYPE_LABEL, "label", _ ("Drop photos and documents here"),
                              "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "dimmed");
  gtk_widget_set_parent (GTK_WIDGET (self->tiles), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->empty), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Attachments"), -1);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

AssayAttachmentsView *
assay_attachments_view_new (AssayContext *context)
{
  AssayAttachmentsView *self = g_object_new (ASSAY_TYPE_ATTACHMENTS_VIEW, NULL);

  self->context = g_object_ref (context);
  return self;
}

void
assay_attachments_view_set_record (AssayAttachmentsView *self, AssayType type, gint64 id)
{
  self->type = type;
  self->id = id;
  read_again (self);
}

void
assay_attachments_view_choose (AssayAttachmentsView *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_dialog_set_title (dialog, _ ("Attach Files"));
  gtk_file_dialog_open_multiple (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                                 chosen_cb, g_object_ref (self));
}
