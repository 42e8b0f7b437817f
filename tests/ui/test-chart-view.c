/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart widget: what assistive technology is told, walking and opening marks by key, zoom,
 * the table, and that nothing is left behind. */

#include "chart/heat-map.h"
#include "chart/layout.h"
#include "chart/small-multiples.h"
#include "chart/xmr-chart.h"
#include "ui/chart/chart-frame.h"
#include "ui/chart/chart-table.h"
#include "ui/chart/chart-view.h"

#include <adwaita.h>

static AssayScene *
make_scene (guint n)
{
  g_autoptr (AssaySeries) series = assay_series_new (7, "Hà Nội Bags");

  for (guint i = 0; i < n; i++)
    {
      AssayPoint point = { 100 + i, 20000 + (gint32)i * 7, (i * 5) % 11 - 3.0,
                           g_strdup_printf ("PO-%u", 100 + i) };
      g_array_append_val (series->points, point);
    }
  return assay_xmr_chart_new (series, NULL);
}

static void
spin (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static GtkWidget *
show (GtkWidget *child, int width)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, 500);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  spin ();
  return window;
}

/* Runs the class's binding of a key as a press would. */
static gboolean
press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

static void
remember_cb (gpointer source, GArray *ids, gint64 *last)
{
  g_assert_cmpuint (ids->len, >, 0);
  *last = g_array_index (ids, gint64, ids->len - 1);
}

static void
test_accessible (void)
{
  g_autoptr (AssayScene) scene = make_scene (12);
  GtkWidget *view = g_object_ref_sink (assay_chart_view_new ());

  assay_chart_view_set_scene (ASSAY_CHART_VIEW (view), scene);
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Lead-time variance");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       assay_scene_get_description (scene));
  g_assert_true (gtk_widget_get_focusable (view));
  g_assert_finalize_object (view);
}

static void
test_keys (void)
{
  g_autoptr (AssayScene) scene = make_scene (12);
  GtkWidget *view = g_object_ref (assay_chart_view_new ());
  AssayChartView *chart = ASSAY_CHART_VIEW (view);
  GtkWidget *window;
  gint64 opened = 0;

  assay_chart_view_set_scene (chart, scene);
  g_signal_connect (view, "rows-activated", G_CALLBACK (remember_cb), &opened);
  window = show (view, 600);
  gtk_widget_grab_focus (view);
  g_assert_false (press (view, GDK_KEY_Return));
  g_assert_true (press (view, GDK_KEY_Right));
  g_assert_cmpuint (assay_chart_view_get_mark (chart), ==, 0);
  g_assert_true (press (view, GDK_KEY_Right));
  g_assert_true (press (view, GDK_KEY_Right));
  g_assert_cmpuint (assay_chart_view_get_mark (chart), ==, 2);
  g_assert_true (press (view, GDK_KEY_Return));
  g_assert_cmpint (opened, ==, 102);
  g_assert_true (press (view, GDK_KEY_End));
  g_assert_cmpuint (assay_chart_view_get_mark (chart), ==, 11);
  /* At the end the key is left to others. */
  g_assert_false (press (view, GDK_KEY_Right));
  g_assert_true (press (view, GDK_KEY_Down));
  g_assert_cmpuint (assay_chart_view_get_mark (chart), ==, 22);
  g_assert_true (press (view, GDK_KEY_Home));
  g_assert_cmpuint (assay_chart_view_get_mark (chart), ==, 12);
  g_assert_true (press (view, GDK_KEY_Return));
  g_assert_cmpint (opened, ==, 101);
  g_assert_true (press (view, GDK_KEY_Escape));
  g_assert_cmpuint (assay_chart_view_get_mark (chart), ==, ASSAY_MARK_NONE);
  /* Twelve marks all fit: there is nothing to zoom. */
  g_assert_false (press (view, GDK_KEY_plus));
  gtk_window_destroy (GTK_WINDOW (window));
  spin ();
  g_assert_finalize_object (view);
}

static void
test_zoom (void)
{
  g_autoptr (AssayScene) scene = make_scene (400);
  GtkWidget *view = g_object_ref (assay_chart_view_new ());
  AssayChartView *chart = ASSAY_CHART_VIEW (view);
  GtkWidget *window;

  assay_chart_view_set_scene (chart, scene);
  window = show (view, 360);
  g_assert_true (assay_chart_view_can_zoom (chart));
  g_assert_true (press (view, GDK_KEY_plus));
  g_assert_true (assay_chart_view_is_zoomed (chart));
  for (guint i = 0; i < 60; i++)
    press (view, GDK_KEY_plus);
  /* The view follows the mark out of what is shown. */
  g_assert_true (press (view, GDK_KEY_End));
  g_assert_true (press (view, GDK_KEY_Home));
  spin ();
  for (guint i = 0; i < 80; i++)
    press (view, GDK_KEY_minus);
  g_assert_false (assay_chart_view_is_zoomed (chart));
  g_assert_true (press (view, GDK_KEY_plus));
  g_assert_true (press (view, GDK_KEY_0));
  g_assert_false (assay_chart_view_is_zoomed (chart));
  gtk_window_destroy (GTK_WINDOW (window));
  spin ();
  g_assert_finalize_object (view);
}

static void
test_rows (void)
{
  g_autoptr (AssayScene) scene = make_scene (12);
  g_autoptr (GListModel) rows = assay_chart_rows_new (scene);
  g_autoptr (GObject) first = g_list_model_get_item (rows, 0);

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 12);
  g_assert_nonnull (first);
  g_assert_null (g_list_model_get_item (rows, 12));
}

static void
test_frame (void)
{
  g_autoptr (AssayScene) scene = make_scene (40);
  g_autoptr (AssayScene) other = make_scene (3);
  g_autoptr (AssayScene) empty = assay_xmr_chart_new (NULL, NULL);
  GtkWidget *frame = g_object_ref (assay_chart_frame_new ());
  GtkWidget *window;
  gint64 opened = 0;

  g_signal_connect (frame, "rows-activated", G_CALLBACK (remember_cb), &opened);
  window = show (frame, 360);
  assay_chart_frame_set_scene (ASSAY_CHART_FRAME (frame), scene);
  spin ();
  gtk_test_accessible_assert_role (frame, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (frame, GTK_ACCESSIBLE_PROPERTY_LABEL, "Lead-time variance");
  assay_chart_view_set_mark (assay_chart_frame_get_view (ASSAY_CHART_FRAME (frame)), 4);
  press (GTK_WIDGET (assay_chart_frame_get_view (ASSAY_CHART_FRAME (frame))), GDK_KEY_Return);
  g_assert_cmpint (opened, ==, 104);
  g_assert_true (gtk_widget_activate_action (frame, "chart.table", NULL));
  spin ();
  assay_chart_frame_set_scene (ASSAY_CHART_FRAME (frame), other);
  spin ();
  g_assert_true (gtk_widget_activate_action (frame, "chart.table", NULL));
  g_assert_true (gtk_widget_activate_action (frame, "chart.copy", NULL));
  assay_chart_frame_set_scene (ASSAY_CHART_FRAME (frame), empty);
  spin ();
  assay_chart_frame_set_scene (ASSAY_CHART_FRAME (frame), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  spin ();
  g_assert_finalize_object (frame);
}

/* Three suppliers of three months, the second without the middle one. */
static GPtrArray *
make_suppliers (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_series_free);

  for (guint s = 0; s < 3; s++)
    {
      AssaySeries *series = assay_series_new (70 + s, "Hà Nội Bags");

      for (guint m = 0; m < 3; m++)
        {
          AssayPoint point = { 100 + s * 10 + m, 20454 + (gint32)m * 31, m + s * 3.0 - 2, NULL };

          if (s != 1 || m != 1)
            g_array_append_val (series->points, point);
        }
      g_ptr_array_add (all, series);
    }
  return all;
}

static void
walk (GtkWidget *view, guint key, guint mark)
{
  g_assert_true (press (view, key));
  g_assert_cmpuint (assay_chart_view_get_mark (ASSAY_CHART_VIEW (view)), ==, mark);
}

/* Arrows walk cells in two dimensions; Enter opens a month's rows, of an empty month nothing. */
static void
test_cells (void)
{
  g_autoptr (GPtrArray) series = make_suppliers ();
  g_autoptr (AssayScene) scene
      = assay_heat_map_new (assay_month_matrix_new (ASSAY_SUPPLIER_SLIP, series), NULL);
  GtkWidget *view = g_object_ref (assay_chart_view_new ());
  GtkWidget *window;
  gint64 opened = 0;

  assay_chart_view_set_scene (ASSAY_CHART_VIEW (view), scene);
  g_signal_connect (view, "rows-activated", G_CALLBACK (remember_cb), &opened);
  window = show (view, 700);
  gtk_widget_grab_focus (view);
  walk (view, GDK_KEY_Right, 0);
  walk (view, GDK_KEY_Right, 1);
  walk (view, GDK_KEY_Down, 4);
  g_assert_false (press (view, GDK_KEY_Return));
  g_assert_cmpint (opened, ==, 0);
  walk (view, GDK_KEY_Down, 7);
  g_assert_false (press (view, GDK_KEY_Down)); /* left to the page */
  g_assert_true (press (view, GDK_KEY_Return));
  g_assert_cmpint (opened, ==, 121);
  walk (view, GDK_KEY_Home, 6);
  walk (view, GDK_KEY_End, 8);
  gtk_window_destroy (GTK_WINDOW (window));
  spin ();
  g_assert_finalize_object (view);
}

/* Arrows lead from panel to panel; Enter opens the supplier; there is nothing to zoom. */
static void
test_panels (void)
{
  g_autoptr (GPtrArray) series = make_suppliers ();
  g_autoptr (AssayScene) scene
      = assay_small_multiples_new (ASSAY_SUPPLIER_SLIP, series, NULL, NULL);
  GtkWidget *view = g_object_ref (assay_chart_view_new ());
  GtkWidget *window;
  gint64 opened = 0;

  assay_chart_view_set_scene (ASSAY_CHART_VIEW (view), scene);
  g_signal_connect (view, "rows-activated", G_CALLBACK (remember_cb), &opened);
  window = show (view, 900);
  gtk_widget_grab_focus (view);
  walk (view, GDK_KEY_Down, 0);
  walk (view, GDK_KEY_Right, 1);
  g_assert_true (press (view, GDK_KEY_Return));
  g_assert_cmpint (opened, ==, 71);
  g_assert_false (assay_chart_view_can_zoom (ASSAY_CHART_VIEW (view)));
  walk (view, GDK_KEY_End, 2);
  gtk_window_destroy (GTK_WINDOW (window));
  spin ();
  g_assert_finalize_object (view);
}

int
main (int argc, char *argv[])
{
  /* Assertions about what assistive technology is told need this context. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/chart-view/accessible", test_accessible);
  g_test_add_func ("/ui/chart-view/keys", test_keys);
  g_test_add_func ("/ui/chart-view/zoom", test_zoom);
  g_test_add_func ("/ui/chart-view/rows", test_rows);
  g_test_add_func ("/ui/chart-view/cells", test_cells);
  g_test_add_func ("/ui/chart-view/panels", test_panels);
  g_test_add_func ("/ui/chart-view/frame", test_frame);
  return g_test_run ();
}
