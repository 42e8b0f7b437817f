/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/file-strip.h"

#include <glib/gi18n-lib.h>

#include "ui/init.h"
#include "ui/inspections/children.h"
#include "ui/inspections/file-intake.h"
#include "ui/inspections/file-tile.h"
#include "ui/inspections/photo-viewer.h"
#include "ui/inspections/picture-load.h"
#include "ui/record/attach.h"

/* Tiles that are there at once; the others are made while the window is idle, so that a page with
 * hundreds of photos opens as fast as one with a few. */
#define FIRST_TILES 24
/* How long the main thread makes tiles before it looks up, in microseconds. */
#define SLICE 6000
/* Thumbnails on their way at the same time. */
#define THUMBNAILS 3

struct _AssayFileStrip
{
  GtkWidget parent_instance;

  AssayContext *context;
  AssayInspectionDraft *draft;
  GListStore *files;
  gboolean large;
  GCancellable *cancellable;
  AssayFileIntake *intake;
  guint built;    /* tiles: of the first files */
  guint building; /* idle source */
  GQueue unseen;  /* of AssayDraftFile: whose thumbnail was not asked for yet */
  guint asking;

  AdwWrapBox *tiles;
  GtkWidget *progress;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkLabel *notes;
};

G_DEFINE_FINAL_TYPE (AssayFileStrip, assay_file_strip, GTK_TYPE_WIDGET)

static guint
n_files (AssayFileStrip *self)
{
  return self->files != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->files)) : 0;
}

/* Nothing to show takes no room. */
static void
update (AssayFileStrip *self)
{
  guint total = assay_file_intake_get_n_total (self->intake);
  guint done = assay_file_intake_get_n_done (self->intake);

  gtk_widget_set_visible (self->progress, total > 0);
  if (total > 0)
    {
      g_autofree char *words = total == 1
                                   ? g_strdup (_ ("Reading a file"))
                                   /* Translators: how many of how many files were read */
                                   : g_strdup_printf (_ ("%u of %u files read"), done, total);

      gtk_label_set_label (self->progress_label, words);
      gtk_progress_bar_set_fraction (self->progress_bar, (double)done / total);
    }
  gtk_widget_set_visible (GTK_WIDGET (self),
                          total > 0 || gtk_widget_get_visible (GTK_WIDGET (self->notes))
                              || n_files (self) > 0);
}

void
assay_file_strip_stop (AssayFileStrip *self)
{
  assay_file_intake_cancel (self->intake);
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

static gint32
inspected_on (AssayFileStrip *self)
{
  return assay_record_get_date (assay_inspection_draft_get_record (self->draft),
                                ASSAY_INSPECTION_INSPECTED_ON);
}

static void
activated_cb (AssayFileStrip *self, AssayFileTile *tile)
{
  AssayDraftFile *file = assay_file_tile_get_file (tile);
  AssayRecord *attachment = assay_draft_file_get_attachment (file);

  if (assay_draft_file_is_picture (file))
    adw_dialog_present (
        assay_photo_viewer_new (self->context, self->files, file, inspected_on (self)),
        GTK_WIDGET (self));
  else if (attachment != NULL)
    assay_attach_open (self->context, GTK_WIDGET (self), attachment);
}

static void
remove_cb (AssayFileStrip *self, AssayFileTile *tile)
{
  assay_inspection_draft_remove_file (self->draft, self->files, assay_file_tile_get_file (tile));
}

static void ask_thumbnails (AssayFileStrip *self);

static void
thumbnail_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayFileStrip) self = data;

  assay_picture_load_thumbnail_finish (ASSAY_DRAFT_FILE (source), result, NULL);
  self->asking--;
  ask_thumbnails (self);
}

static void
ask_thumbnails (AssayFileStrip *self)
{
  AssayBook *book = self->context != NULL ? assay_context_get_book (self->context) : NULL;

  while (book != NULL && self->asking < THUMBNAILS && !g_queue_is_empty (&self->unseen))
    {
      g_autoptr (AssayDraftFile) file = g_queue_pop_head (&self->unseen);

      if (assay_draft_file_get_thumbnail (file) != NULL)
        continue;
      self->asking++;
      assay_picture_load_thumbnail_async (file, book, self->cancellable, thumbnail_cb,
                                          g_object_ref (self));
    }
}

static GtkWidget *
make_tile (AssayFileStrip *self, AssayDraftFile *file)
{
  GtkWidget *tile = assay_file_tile_new (file, self->large, inspected_on (self));
  AssayIncoming *incoming = assay_draft_file_get_incoming (file);

  if (assay_draft_file_is_picture (file) && assay_draft_file_get_thumbnail (file) == NULL
      && (incoming == NULL || assay_incoming_get_bytes (incoming) == NULL))
    g_queue_push_tail (&self->unseen, g_object_ref (file));
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

static void
build_tile (AssayFileStrip *self, guint position)
{
  g_autoptr (AssayDraftFile) file = g_list_model_get_item (G_LIST_MODEL (self->files), position);
  GtkWidget *before = position == 0 ? NULL
                      : position == self->built
                          ? gtk_widget_get_last_child (GTK_WIDGET (self->tiles))
                          : nth_tile (self, position - 1);

  adw_wrap_box_insert_child_after (self->tiles, make_tile (self, file), before);
  self->built++;
}

static gboolean
build_cb (gpointer data)
{
  AssayFileStrip *self = data;
  gint64 until = g_get_monotonic_time () + SLICE;

  while (self->built < n_files (self) && g_get_monotonic_time () < until)
    build_tile (self, self->built);
  ask_thumbnails (self);
  if (self->built < n_files (self))
    return G_SOURCE_CONTINUE;
  self->building = 0;
  return G_SOURCE_REMOVE;
}

static void
items_changed_cb (AssayFileStrip *self, guint position, guint removed, guint added)
{
  guint gone = position < self->built ? MIN (removed, self->built - position) : 0;

  for (guint i = 0; i < gone; i++)
    adw_wrap_box_remove (self->tiles, nth_tile (self, position));
  self->built -= gone;
  /* Tiles are those of the first files, without a gap. */
  for (guint i = 0; i < added && position + i <= self->built; i++)
    {
      if (position + i == self->built && self->built >= FIRST_TILES)
        break;
      build_tile (self, position + i);
    }
  ask_thumbnails (self);
  if (self->built < n_files (self) && self->building == 0)
    self->building = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, build_cb, self, NULL);
  update (self);
}

/* The day of the inspection may have changed. */
static void
draft_changed_cb (AssayFileStrip *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tiles)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assay_file_tile_set_inspected_on (ASSAY_FILE_TILE (child), inspected_on (self));
}

static void
added_cb (AssayFileStrip *self, AssayDraftFile *file)
{
  if (self->files != NULL)
    g_list_store_append (self->files, file);
}

static void
clear_notes (AssayFileStrip *self)
{
  gtk_label_set_label (self->notes, "");
  gtk_widget_set_visible (GTK_WIDGET (self->notes), FALSE);
}

void
assay_file_strip_add_file (AssayFileStrip *self, GFile *file)
{
  clear_notes (self);
  assay_file_intake_add_file (self->intake, file);
}

void
assay_file_strip_add_texture (AssayFileStrip *self, GdkTexture *texture)
{
  clear_notes (self);
  assay_file_intake_add_texture (self->intake, texture);
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
  return assay_file_intake_get_n_total (self->intake);
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
  g_clear_handle_id (&self->building, g_source_remove);
  g_queue_clear_full (&self->unseen, g_object_unref);
  if (self->intake != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->intake, self);
      g_object_run_dispose (G_OBJECT (self->intake));
    }
  g_clear_object (&self->intake);
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
  gtk_widget_class_bind_template_child (widget_class, AssayFileStrip, progress);
  gtk_widget_class_bind_template_child (widget_class, AssayFileStrip, progress_label);
  gtk_widget_class_bind_template_child (widget_class, AssayFileStrip, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, AssayFileStrip, notes);
  gtk_widget_class_bind_template_callback (widget_class, assay_file_strip_stop);
}

static void
assay_file_strip_init (AssayFileStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->unseen);
  self->intake = assay_file_intake_new ();
  g_signal_connect_object (self->intake, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->intake, "note", G_CALLBACK (add_note), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->intake, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
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
  g_signal_connect_object (draft, "changed", G_CALLBACK (draft_changed_cb), self,
                           G_CONNECT_SWAPPED);
  items_changed_cb (self, 0, 0, n_files (self));
  return self;
}
