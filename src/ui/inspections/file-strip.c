/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/file-strip.h"

#include <glib/gi18n-lib.h>

#include "ui/init.h"
#include "ui/inspections/children.h"
#include "ui/inspections/file-tile.h"
#include "ui/inspections/photo-viewer.h"
#include "ui/inspections/picture-load.h"
#include "ui/record/attach.h"

struct _AssayFileStrip
{
  GtkWidget parent_instance;

  AssayContext *context;
  AssayInspectionDraft *draft;
  GListStore *files;
  gboolean large;
  GCancellable *cancellable;
  guint pending;

  AdwWrapBox *tiles;
  GtkWidget *spinner; /* while files are read */
  GtkLabel *notes;
};

G_DEFINE_FINAL_TYPE (AssayFileStrip, assay_file_strip, GTK_TYPE_WIDGET)

/* Nothing to show takes no room. */
static void
update (AssayFileStrip *self)
{
  gtk_widget_set_visible (self->spinner, self->pending > 0);
  gtk_widget_set_visible (
      GTK_WIDGET (self),
      self->pending > 0 || gtk_widget_get_visible (GTK_WIDGET (self->notes))
          || (self->files != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->files)) > 0));
}

static void
add_note (AssayFileStrip *self, const char *note)
{
  const char *before = gtk_label_get_label (self->notes);
  g_autofree char *words
      = *before != '\0' ? g_strconcat (before, "\n", note, NULL) : g_strdup (note);

  gtk_label_set_label (self->notes, words);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), TRUE);
  update (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), note,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
set_pending (AssayFileStrip *self, guint pending)
{
  self->pending = pending;
  update (self);
}

static void
activated_cb (AssayFileStrip *self, AssayFileTile *tile)
{
  AssayDraftFile *file = assay_file_tile_get_file (tile);
  AssayRecord *attachment = assay_draft_file_get_attachment (file);

  if (assay_draft_file_is_picture (file))
    adw_dialog_present (assay_photo_viewer_new (self->context, G_LIST_MODEL (self->files), file),
                        GTK_WIDGET (self));
  else if (attachment != NULL)
    assay_attach_open (self->context, GTK_WIDGET (self), attachment);
}

static void
remove_cb (AssayFileStrip *self, AssayFileTile *tile)
{
  assay_inspection_draft_remove_file (self->draft, self->files, assay_file_tile_get_file (tile));
}

static GtkWidget *
make_tile (AssayFileStrip *self, AssayDraftFile *file)
{
  GtkWidget *tile = assay_file_tile_new (file, self->large);

  assay_picture_request_thumbnail (file, assay_context_get_book (self->context));
  g_signal_connect_object (tile, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tile, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return tile;
}

static GtkWidget *
nth_tile (AssayFileStrip *self, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tiles));

  while (n-- > 0 && child != NULL)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Tiles come first, in the order of the files; the spinner is last. */
static void
items_changed_cb (AssayFileStrip *self, guint position, guint removed, guint added)
{
  for (guint i = 0; i < removed; i++)
    adw_wrap_box_remove (self->tiles, nth_tile (self, position));
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (AssayDraftFile) file
          = g_list_model_get_item (G_LIST_MODEL (self->files), position + i);
      GtkWidget *before = position + i > 0 ? nth_tile (self, position + i - 1) : NULL;

      adw_wrap_box_insert_child_after (self->tiles, make_tile (self, file), before);
    }
  update (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayFileStrip) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;
  g_autoptr (AssayDraftFile) file
      = assay_picture_read_file_finish (G_FILE (source), result, &note, &error);

  set_pending (self, self->pending - 1);
  if (self->files == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (file != NULL)
    g_list_store_append (self->files, file);
  if (note != NULL || error != NULL)
    add_note (self, note != NULL ? note : error->message);
}

void
assay_file_strip_add_file (AssayFileStrip *self, GFile *file)
{
  set_pending (self, self->pending + 1);
  gtk_label_set_label (self->notes, "");
  gtk_widget_set_visible (GTK_WIDGET (self->notes), FALSE);
  assay_picture_read_file_async (file, self->cancellable, read_cb, g_object_ref (self));
}

static void
encoded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayFileStrip) self = data;
  g_autoptr (AssayDraftFile) file
      = assay_picture_encode_finish (GDK_TEXTURE (source), result, NULL);

  set_pending (self, self->pending - 1);
  if (self->files != NULL && file != NULL)
    g_list_store_append (self->files, file);
}

void
assay_file_strip_add_texture (AssayFileStrip *self, GdkTexture *texture)
{
  set_pending (self, self->pending + 1);
  assay_picture_encode_async (texture, self->cancellable, encoded_cb, g_object_ref (self));
}

/* A file manager or a terminal may give paths as plain text, one a line. */
static gboolean
add_paths (AssayFileStrip *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  gboolean any = FALSE;

  for (char **line = lines; *line != NULL; line++)
    {
      g_autoptr (GFile) file = NULL;

      g_strstrip (*line);
      if (g_path_is_absolute (*line))
        file = g_file_new_for_path (*line);
      else if (g_str_has_prefix (*line, "file://"))
        file = g_file_new_for_uri (*line);
      if (file == NULL)
        continue;
      assay_file_strip_add_file (self, file);
      any = TRUE;
    }
  return any;
}

gboolean
assay_file_strip_add_value (AssayFileStrip *self, const GValue *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

      for (GSList *l = files; l != NULL; l = l->next)
        assay_file_strip_add_file (self, l->data);
      return files != NULL;
    }
  if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL)
    return add_paths (self, g_value_get_string (value));
  if (G_VALUE_HOLDS (value, G_TYPE_FILE) && g_value_get_object (value) != NULL)
    assay_file_strip_add_file (self, g_value_get_object (value));
  else if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE) && g_value_get_object (value) != NULL)
    assay_file_strip_add_texture (self, g_value_get_object (value));
  else
    return FALSE;
  return TRUE;
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayFileStrip) self = data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (self->files == NULL)
    return;
  if (value != NULL)
    assay_file_strip_add_value (self, value);
  else
    add_note (self, error->message);
}

gboolean
assay_file_strip_paste (AssayFileStrip *self, GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  static const char *const types[] = { "image/png", "image/jpeg", "text/uri-list" };
  GType type = G_TYPE_INVALID;

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
      || gdk_content_formats_contain_mime_type (formats, types[2]))
    type = GDK_TYPE_FILE_LIST;
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE)
           || gdk_content_formats_contain_mime_type (formats, types[0])
           || gdk_content_formats_contain_mime_type (formats, types[1]))
    type = GDK_TYPE_TEXTURE;
  else if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    type = G_TYPE_STRING;
  if (type == G_TYPE_INVALID)
    return FALSE;
  gdk_clipboard_read_value_async (clipboard, type, G_PRIORITY_DEFAULT, self->cancellable, pasted_cb,
                                  g_object_ref (self));
  return TRUE;
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayFileStrip) self = data;
  g_autoptr (GListModel) files
      = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  for (guint i = 0; files != NULL && self->files != NULL && i < g_list_model_get_n_items (files);
       i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      assay_file_strip_add_file (self, file);
    }
}

void
assay_file_strip_choose (AssayFileStrip *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_filter_set_name (pictures, _ ("Photos"));
  gtk_file_filter_add_mime_type (pictures, "image/*");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, pictures);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, _ ("Add Photos or Files"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Add"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                 self->cancellable, chosen_cb, g_object_ref (self));
}

guint
assay_file_strip_get_n_pending (AssayFileStrip *self)
{
  return self->pending;
}

const char *
assay_file_strip_get_notes (AssayFileStrip *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->notes)) ? gtk_label_get_label (self->notes)
                                                           : NULL;
}

/**
 * assay_file_strip_new_drop_target:
 *
 * Returns: (transfer full): a drop target for what assay_file_strip_add_value() takes
 */
GtkDropTarget *
assay_file_strip_new_drop_target (void)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  return target;
}

static void
assay_file_strip_dispose (GObject *object)
{
  AssayFileStrip *self = ASSAY_FILE_STRIP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->draft);
  g_clear_object (&self->files);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_FILE_STRIP);
  assay_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (assay_file_strip_parent_class)->dispose (object);
}

static void
assay_file_strip_class_init (AssayFileStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_file_strip_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/file-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayFileStrip, tiles);
  gtk_widget_class_bind_template_child (widget_class, AssayFileStrip, notes);
}

static void
assay_file_strip_init (AssayFileStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->spinner = adw_spinner_new ();
  gtk_widget_set_size_request (self->spinner, 32, 32);
  gtk_widget_set_valign (self->spinner, GTK_ALIGN_CENTER);
  adw_wrap_box_append (self->tiles, self->spinner);
  set_pending (self, 0);
}

AssayFileStrip *
assay_file_strip_new (AssayContext *context,
                      AssayInspectionDraft *draft,
                      GListStore *files,
                      gboolean large)
{
  AssayFileStrip *self = g_object_new (ASSAY_TYPE_FILE_STRIP, NULL);

  self->context = g_object_ref (context);
  self->draft = g_object_ref (draft);
  self->files = g_object_ref (files);
  self->large = large;
  if (large)
    {
      adw_wrap_box_set_child_spacing (self->tiles, 12);
      adw_wrap_box_set_line_spacing (self->tiles, 12);
    }
  g_signal_connect_object (files, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (files)));
  return self;
}
