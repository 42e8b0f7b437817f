/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/chart/chart-frame-private.h"

#include "ui/chart/chart-table.h"

#include <glib/gi18n-lib.h>

enum
{
  ROWS_ACTIVATED,
  EXPLAIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AssayChartFrame, assay_chart_frame, ADW_TYPE_BIN)

static void
rows_activated_cb (AssayChartView *view, GArray *ids, AssayChartFrame *self)
{
  g_signal_emit (self, signals[ROWS_ACTIVATED], 0, ids);
}

static void
row_opened_cb (GtkColumnView *table, guint position, AssayChartFrame *self)
{
  g_autoptr (GArray) ids = assay_scene_get_row_ids (self->scene, position);

  if (ids->len > 0)
    g_signal_emit (self, signals[ROWS_ACTIVATED], 0, ids);
}

void
assay_chart_frame_show_table (AssayChartFrame *self, gboolean shown)
{
  if (self->scene == NULL)
    return;
  if (shown && gtk_scrolled_window_get_child (self->table) == NULL)
    {
      GtkWidget *table = assay_chart_table_new (self->scene);

      g_signal_connect (table, "activate", G_CALLBACK (row_opened_cb), self);
      gtk_scrolled_window_set_child (self->table, table);
    }
  gtk_stack_set_visible_child (self->stack,
                               shown ? GTK_WIDGET (self->table) : GTK_WIDGET (self->view));
}

static GtkWidget *
make_label (GtkLabel **label, const char *css_class)
{
  GtkWidget *widget = gtk_label_new (NULL);

  *label = GTK_LABEL (widget);
  gtk_label_set_xalign (*label, 0);
  gtk_label_set_wrap (*label, TRUE);
  gtk_label_set_wrap_mode (*label, PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (widget, css_class);
  return widget;
}

static GtkWidget *
make_about (AssayChartFrame *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *label = make_label (&self->definition, NULL);

  self->about = GTK_MENU_BUTTON (button);
  gtk_label_set_max_width_chars (self->definition, 46);
  gtk_label_set_selectable (self->definition, TRUE);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_end (label, 6);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  gtk_menu_button_set_popover (self->about, popover);
  gtk_menu_button_set_icon_name (self->about, "help-about-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("How is this computed?"));
  return button;
}

static GtkWidget *
make_explain (AssayChartFrame *self)
{
  self->explain = gtk_button_new_from_icon_name ("help-about-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->explain), "chart.explain");
  gtk_widget_add_css_class (self->explain, "flat");
  gtk_widget_set_valign (self->explain, GTK_ALIGN_START);
  gtk_widget_set_visible (self->explain, FALSE);
  gtk_widget_set_tooltip_text (self->explain, _ ("How Is This Computed?"));
  return self->explain;
}

static GtkWidget *
make_menu_button (GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Chart Menu"));
  return button;
}

static GtkWidget *
make_header (AssayChartFrame *self, GMenuModel *menu)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), make_label (&self->title, "heading"));
  gtk_box_append (GTK_BOX (words), make_label (&self->subtitle, "dimmed"));
  gtk_box_append (GTK_BOX (header), words);
  gtk_box_append (GTK_BOX (header), make_about (self));
  gtk_box_append (GTK_BOX (header), make_explain (self));
  gtk_box_append (GTK_BOX (header), make_menu_button (menu));
  return header;
}

static void
assay_chart_frame_dispose (GObject *object)
{
  AssayChartFrame *self = ASSAY_CHART_FRAME (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->scene, assay_scene_unref);
  G_OBJECT_CLASS (assay_chart_frame_parent_class)->dispose (object);
}

static void
assay_chart_frame_class_init (AssayChartFrameClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_chart_frame_dispose;

  /**
   * AssayChartFrame::rows-activated:
   * @self: the frame
   * @ids: (element-type gint64): the rows behind what was opened
   */
  signals[ROWS_ACTIVATED]
      = g_signal_new ("rows-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
  /**
   * AssayChartFrame::explain:
   * @self: the frame
   *
   * Somebody wants to know how what it shows was computed.
   */
  signals[EXPLAIN] = g_signal_new ("explain", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chartframe");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
assay_chart_frame_init (AssayChartFrame *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *table = gtk_scrolled_window_new ();
  g_autoptr (GMenuModel) menu = assay_chart_frame_make_menu ();

  self->cancellable = g_cancellable_new ();
  self->view = ASSAY_CHART_VIEW (assay_chart_view_new ());
  self->stack = GTK_STACK (stack);
  self->table = GTK_SCROLLED_WINDOW (table);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_scrolled_window_set_min_content_height (self->table, 320);
  gtk_scrolled_window_set_has_frame (self->table, TRUE);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->view));
  gtk_stack_add_child (self->stack, table);
  gtk_widget_set_vexpand (stack, TRUE);
  self->controls = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6,
                                 "visible", FALSE, NULL);
  gtk_box_append (GTK_BOX (box), make_header (self, menu));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->controls));
  gtk_box_append (GTK_BOX (box), stack);
  adw_bin_set_child (ADW_BIN (self), box);
  assay_chart_view_set_menu (self->view, menu);
  g_signal_connect_object (self->view, "rows-activated", G_CALLBACK (rows_activated_cb), self, 0);
  assay_chart_frame_add_actions (self);
}

GtkWidget *
assay_chart_frame_new (void)
{
  return g_object_new (ASSAY_TYPE_CHART_FRAME, NULL);
}

/**
 * assay_chart_frame_add_control:
 * @self: a frame
 * @control: stands below the title, after others
 */
void
assay_chart_frame_add_control (AssayChartFrame *self, GtkWidget *control)
{
  adw_wrap_box_append (self->controls, control);
  gtk_widget_set_visible (GTK_WIDGET (self->controls), TRUE);
}

/* One of the two buttons, or none where there is nothing to say. */
static void
show_about (AssayChartFrame *self)
{
  gboolean defined = self->scene != NULL && assay_scene_get_definition (self->scene) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->about), defined && !self->is_explained);
  gtk_widget_set_visible (self->explain, defined && self->is_explained);
}

void
assay_chart_frame_set_explained (AssayChartFrame *self)
{
  g_return_if_fail (ASSAY_IS_CHART_FRAME (self));

  self->is_explained = TRUE;
  show_about (self);
  assay_chart_frame_update_actions (self);
}

void
assay_chart_frame_explain (AssayChartFrame *self)
{
  g_signal_emit (self, signals[EXPLAIN], 0);
}

/**
 * assay_chart_frame_set_scene:
 * @self: a frame
 * @scene: (nullable): what to show
 *
 * Whether the chart or its table is shown stays as it is.
 */
void
assay_chart_frame_set_scene (AssayChartFrame *self, AssayScene *scene)
{
  gboolean table;

  g_return_if_fail (ASSAY_IS_CHART_FRAME (self));

  if (self->scene == scene)
    return;
  table = gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->table);
  gtk_scrolled_window_set_child (self->table, NULL);
  g_clear_pointer (&self->scene, assay_scene_unref);
  self->scene = scene != NULL ? assay_scene_ref (scene) : NULL;
  assay_chart_view_set_scene (self->view, scene);
  gtk_label_set_text (self->title, scene != NULL ? assay_scene_get_title (scene) : "");
  gtk_label_set_text (self->subtitle, scene != NULL ? assay_scene_get_subtitle (scene) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle),
                          scene != NULL && assay_scene_get_subtitle (scene) != NULL);
  gtk_label_set_text (self->definition, scene != NULL ? assay_scene_get_definition (scene) : NULL);
  show_about (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  scene != NULL ? assay_scene_get_title (scene) : "", -1);
  assay_chart_frame_show_table (self, table && scene != NULL);
  assay_chart_frame_update_actions (self);
}

/**
 * assay_chart_frame_get_scene:
 * @self: a frame
 *
 * Returns: (transfer none) (nullable): what it shows
 */
AssayScene *
assay_chart_frame_get_scene (AssayChartFrame *self)
{
  return self->scene;
}

/**
 * assay_chart_frame_get_view:
 * @self: a frame
 *
 * Returns: (transfer none): the chart in it
 */
AssayChartView *
assay_chart_frame_get_view (AssayChartFrame *self)
{
  return self->view;
}
