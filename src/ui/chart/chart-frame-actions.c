/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart's menu does: save and copy it, show its table, zoom. */

#include "assay-config.h"

#include "ui/chart/chart-frame-private.h"

#include "chart/export.h"

#include <glib/gi18n-lib.h>

#define ZOOM_STEP 1.5

/* Shows the words over the window and has them spoken. */
void
assay_chart_frame_tell (AssayChartFrame *self, const char *words)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    {
      AdwToast *toast = adw_toast_new (words);

      /* A file's name may stand in it. */
      adw_toast_set_use_markup (toast, FALSE);
      adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
    }
  assay_chart_announce (GTK_WIDGET (self), words);
}

static void
tell_error (AssayChartFrame *self, const GError *error)
{
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Translators: the reason, in the system's words. */
  words = g_strdup_printf (_ ("The chart could not be saved: %s"), error->message);
  assay_chart_frame_tell (self, words);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayChartFrame) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    tell_error (self, error);
  else
    assay_chart_frame_tell (self, _ ("Chart saved"));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayChartFrame) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  AssayExportFormat format;
  AssayExportOptions options = { 0 };

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        tell_error (self, error);
      return;
    }
  if (self->scene == NULL)
    return;
  name = g_file_get_basename (file);
  options.rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  if (assay_export_format_from_name (name, &format, &error))
    bytes = assay_export_bytes (self->scene, format, &options, &error);
  if (bytes == NULL)
    {
      tell_error (self, error);
      return;
    }
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE,
                                       self->cancellable, written_cb, g_object_ref (self));
}

static void
add_filter (GListStore *filters, const char *name, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  g_list_store_append (filters, filter);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AssayChartFrame *self = data;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *name = g_strconcat (assay_scene_get_file_stem (self->scene), ".svg", NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  add_filter (filters, _ ("SVG drawing"), "svg");
  add_filter (filters, _ ("PNG image"), "png");
  add_filter (filters, _ ("PDF document"), "pdf");
  gtk_file_dialog_set_title (dialog, _ ("Save Chart"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->cancellable,
                        chosen_cb, g_object_ref (self));
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AssayChartFrame *self = data;
  AssayExportOptions options
      = { .rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = assay_export_bytes (self->scene, ASSAY_EXPORT_PNG, &options, &error);
  g_autoptr (GdkTexture) texture
      = bytes != NULL ? gdk_texture_new_from_bytes (bytes, &error) : NULL;

  if (texture == NULL)
    {
      tell_error (self, error);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
  assay_chart_frame_tell (self, _ ("Chart copied"));
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  assay_chart_frame_print (data);
}

static void
table_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_simple_action_set_state (action, state);
  assay_chart_frame_show_table (data, g_variant_get_boolean (state));
  assay_chart_frame_update_actions (data);
}

static void
explain_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  assay_chart_frame_explain (data);
}

static void
zoom_in_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  assay_chart_view_zoom (((AssayChartFrame *)data)->view, ZOOM_STEP);
}

static void
zoom_out_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  assay_chart_view_zoom (((AssayChartFrame *)data)->view, 1 / ZOOM_STEP);
}

static void
zoom_reset_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  assay_chart_view_reset_zoom (((AssayChartFrame *)data)->view);
}

static void
enable (AssayChartFrame *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* What makes no sense now cannot be chosen. */
void
assay_chart_frame_update_actions (AssayChartFrame *self)
{
  gboolean shown, zoom, zoomed;

  if (self->actions == NULL)
    return;
  shown = self->scene != NULL && assay_scene_get_empty (self->scene) == NULL;
  zoom = shown && assay_chart_view_can_zoom (self->view)
         && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->view);
  zoomed = zoom && assay_chart_view_is_zoomed (self->view);
  enable (self, "explain", self->scene != NULL && self->is_explained);
  enable (self, "save", shown);
  enable (self, "copy", shown);
  enable (self, "print", shown);
  enable (self, "table", shown);
  enable (self, "zoom-in", zoom);
  enable (self, "zoom-out", zoomed);
  enable (self, "zoom-reset", zoomed);
}

/* Returns: (transfer full): the menu of the button and of the right click. */
GMenuModel *
assay_chart_frame_make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) show = g_menu_new ();
  g_autoptr (GMenuItem) explain = NULL;
  g_autoptr (GMenu) zoom = g_menu_new ();
  g_autoptr (GMenu) file = g_menu_new ();

  g_menu_append (show, _ ("Show as _Table"), "chart.table");
  /* Only where there is more to say than the definition. */
  explain = g_menu_item_new (_ ("_How Is This Computed?"), "chart.explain");
  g_menu_item_set_attribute (explain, "hidden-when", "s", "action-disabled");
  g_menu_append_item (show, explain);
  g_menu_append (zoom, _ ("Zoom _In"), "chart.zoom-in");
  g_menu_append (zoom, _ ("Zoom _Out"), "chart.zoom-out");
  g_menu_append (zoom, _ ("Show _All"), "chart.zoom-reset");
  g_menu_append (file, _ ("_Save Chart…"), "chart.save");
  g_menu_append (file, _ ("_Copy as Image"), "chart.copy");
  g_menu_append (file, _ ("_Print…"), "chart.print");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (show));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (zoom));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (file));
  return G_MENU_MODEL (menu);
}

void
assay_chart_frame_add_actions (AssayChartFrame *self)
{
  static const GActionEntry entries[] = {
    { "explain", explain_cb, NULL, NULL, NULL, { 0 } },
    { "save", save_cb, NULL, NULL, NULL, { 0 } },
    { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
    { "print", print_cb, NULL, NULL, NULL, { 0 } },
    { "table", NULL, NULL, "false", table_cb, { 0 } },
    { "zoom-in", zoom_in_cb, NULL, NULL, NULL, { 0 } },
    { "zoom-out", zoom_out_cb, NULL, NULL, NULL, { 0 } },
    { "zoom-reset", zoom_reset_cb, NULL, NULL, NULL, { 0 } },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "chart", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (self->view, "zoom-changed",
                           G_CALLBACK (assay_chart_frame_update_actions), self, G_CONNECT_SWAPPED);
  assay_chart_frame_update_actions (self);
}
