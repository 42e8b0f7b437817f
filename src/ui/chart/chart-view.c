/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/chart/chart-view-private.h"

#include "chart/painter.h"
#include "ui/chart/chart-palette.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#define MARGIN         6
#define LEAST_WIDTH    200
#define USUAL_WIDTH    480
#define LEAST_HEIGHT   220
#define MARKS_FOR_ZOOM 24

enum
{
  ROWS_ACTIVATED,
  MARK_CHANGED,
  ZOOM_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AssayChartView, assay_chart_view, GTK_TYPE_WIDGET)

static void
drop_picture (AssayChartView *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_layout (AssayChartView *self)
{
  g_clear_pointer (&self->layout, assay_layout_free);
  drop_picture (self);
}

/* The widget's font in pixels, with the reader's text scaling. */
static const char *
widget_font (AssayChartView *self, double *size)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font = pango_context_get_font_description (context);
  double resolution = pango_cairo_context_get_resolution (context);

  *size = (double)pango_font_description_get_size (font) / PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    *size *= (resolution > 0 ? resolution : 96) / 72;
  if (!(*size > 0))
    *size = 14;
  /* Charts are set a little smaller than running text. */
  *size *= 0.95;
  return pango_font_description_get_family (font);
}

static AssayLayoutOptions
layout_options (AssayChartView *self, double width, double height)
{
  AssayLayoutOptions options = {
    .width = width,
    .height = height,
    .rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .margin = MARGIN,
    .zoomed = self->zoomed,
    .view = self->view,
  };

  options.font_family = widget_font (self, &options.font_size);
  return options;
}

/* Returns: (nullable): the layout at the present size. */
AssayLayout *
assay_chart_view_ensure_layout (AssayChartView *self)
{
  AssayLayoutOptions options;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->layout == NULL && self->scene != NULL && width > 0 && height > 0)
    {
      options = layout_options (self, width, height);
      self->layout = assay_layout_new (self->scene, &options);
    }
  return self->layout;
}

static void
style_changed_cb (AssayChartView *self)
{
  AdwStyleManager *manager = g_signal_group_dup_target (self->style);

  if (manager != NULL)
    self->palette = assay_chart_palette_resolve (manager);
  g_clear_object (&manager);
  drop_picture (self);
}

static void
paint_picture (AssayChartView *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  AssayPaintOptions options = { .scale = gtk_widget_get_scale_factor (GTK_WIDGET (self)) };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  assay_painter_draw (self->layout, cr, &self->palette, &options);
  cairo_destroy (cr);
  self->picture = gtk_snapshot_free_to_node (snapshot);
}

static void
paint_border (AssayChartView *self, cairo_t *cr, int width, int height)
{
  cairo_rectangle (cr, 1, 1, width - 2, height - 2);
  cairo_set_source_rgba (cr, self->palette.focus.red, self->palette.focus.green,
                         self->palette.focus.blue, 0.6);
  cairo_set_line_width (cr, 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
assay_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AssayChartView *self = ASSAY_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean focused = gtk_widget_has_visible_focus (widget);
  guint told = self->hover != ASSAY_MARK_NONE  ? self->hover
               : gtk_widget_has_focus (widget) ? self->mark
                                               : ASSAY_MARK_NONE;
  cairo_t *cr;

  if (assay_chart_view_ensure_layout (self) == NULL)
    return;
  if (self->picture == NULL)
    paint_picture (self);
  if (self->picture != NULL)
    gtk_snapshot_append_node (snapshot, self->picture);
  if (!focused && told == ASSAY_MARK_NONE)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (focused)
    paint_border (self, cr, width, height);
  if (told != ASSAY_MARK_NONE)
    {
      assay_painter_draw_focus (self->layout, cr, &self->palette, told);
      assay_painter_draw_readout (self->layout, cr, &self->palette, told);
    }
  cairo_destroy (cr);
}

static void
assay_chart_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  AssayChartView *self = ASSAY_CHART_VIEW (widget);
  AssayLayoutOptions options;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = USUAL_WIDTH;
      return;
    }
  *minimum = *natural = LEAST_HEIGHT;
  if (self->scene == NULL)
    return;
  options = layout_options (self, for_size > 0 ? for_size : LEAST_WIDTH, LEAST_HEIGHT);
  *natural = MAX (*minimum, (int)assay_layout_natural_height (self->scene, &options));
  /* Every row is shown; pages scroll. Without a width it is the least of any. */
  if (for_size > 0 && assay_layout_has_rows (self->scene))
    *minimum = *natural;
}

static GtkSizeRequestMode
assay_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
assay_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AssayChartView *self = ASSAY_CHART_VIEW (widget);

  drop_layout (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
assay_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (assay_chart_view_parent_class)->css_changed (widget, change);
  drop_layout (ASSAY_CHART_VIEW (widget));
  gtk_widget_queue_resize (widget);
}

static void
assay_chart_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  drop_layout (ASSAY_CHART_VIEW (widget));
}

static void
assay_chart_view_root (GtkWidget *widget)
{
  AssayChartView *self = ASSAY_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (assay_chart_view_parent_class)->root (widget);
  g_signal_group_set_target (self->style,
                             adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  style_changed_cb (self);
}

static void
assay_chart_view_unroot (GtkWidget *widget)
{
  g_signal_group_set_target (ASSAY_CHART_VIEW (widget)->style, NULL);
  GTK_WIDGET_CLASS (assay_chart_view_parent_class)->unroot (widget);
}

static void
assay_chart_view_dispose (GObject *object)
{
  AssayChartView *self = ASSAY_CHART_VIEW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->style);
  g_clear_pointer (&self->layout, assay_layout_free);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->scene, assay_scene_unref);
  G_OBJECT_CLASS (assay_chart_view_parent_class)->dispose (object);
}

static void
assay_chart_view_class_init (AssayChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = assay_chart_view_dispose;
  widget_class->snapshot = assay_chart_view_snapshot;
  widget_class->measure = assay_chart_view_measure;
  widget_class->get_request_mode = assay_chart_view_get_request_mode;
  widget_class->size_allocate = assay_chart_view_size_allocate;
  widget_class->css_changed = assay_chart_view_css_changed;
  widget_class->direction_changed = assay_chart_view_direction_changed;
  widget_class->root = assay_chart_view_root;
  widget_class->unroot = assay_chart_view_unroot;

  /**
   * AssayChartView::rows-activated:
   * @self: the view
   * @ids: (element-type gint64): the rows behind the mark
   */
  signals[ROWS_ACTIVATED]
      = g_signal_new ("rows-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
  signals[MARK_CHANGED] = g_signal_new ("mark-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ZOOM_CHANGED] = g_signal_new ("zoom-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  assay_chart_view_add_bindings (widget_class);
}

static void
assay_chart_view_init (AssayChartView *self)
{
  self->mark = self->hover = ASSAY_MARK_NONE;
  self->palette = assay_palette_light;
  self->style = g_signal_group_new (ADW_TYPE_STYLE_MANAGER);
  g_signal_group_connect_swapped (self->style, "notify::dark", G_CALLBACK (style_changed_cb), self);
  g_signal_group_connect_swapped (self->style, "notify::high-contrast",
                                  G_CALLBACK (style_changed_cb), self);
  g_signal_group_connect_swapped (self->style, "notify::accent-color-rgba",
                                  G_CALLBACK (style_changed_cb), self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (drop_picture), NULL);
  assay_chart_view_add_controllers (self);
}

GtkWidget *
assay_chart_view_new (void)
{
  return g_object_new (ASSAY_TYPE_CHART_VIEW, NULL);
}

/**
 * assay_chart_view_set_scene:
 * @self: a view
 * @scene: (nullable): what to show
 *
 * The mark of the keyboard and the zoom begin anew.
 */
void
assay_chart_view_set_scene (AssayChartView *self, AssayScene *scene)
{
  g_return_if_fail (ASSAY_IS_CHART_VIEW (self));

  if (self->scene == scene)
    return;
  g_clear_pointer (&self->scene, assay_scene_unref);
  self->scene = scene != NULL ? assay_scene_ref (scene) : NULL;
  self->mark = self->hover = ASSAY_MARK_NONE;
  self->zoomed = FALSE;
  drop_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[ZOOM_CHANGED], 0);
  if (scene == NULL)
    return;
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, assay_scene_get_title (scene),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      assay_scene_get_description (scene) != NULL ? assay_scene_get_description (scene) : "",
      GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION, _ ("chart"), -1);
}

guint
assay_chart_view_get_mark (AssayChartView *self)
{
  return self->mark;
}

/* When zoomed, moves the view so that the mark is in it. */
static void
reveal_mark (AssayChartView *self)
{
  AssayLayout *layout = assay_chart_view_ensure_layout (self);
  double x, y, value, half;

  if (layout == NULL || !self->zoomed || assay_layout_mark_point (layout, self->mark, &x, &y))
    return;
  value = assay_layout_x_value (layout, x);
  half = assay_scale_span (&self->view) / 2;
  assay_chart_view_set_view (self, (AssayScale){ value - half, value + half });
}

/**
 * assay_chart_announce:
 * @widget: a widget
 * @words: what to say
 *
 * Lets assistive technology say something now. GTK 4.18's context for tests lacks the function
 * behind it and would crash.
 */
void
assay_chart_announce (GtkWidget *widget, const char *words)
{
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * assay_chart_view_set_mark:
 * @self: a view
 * @mark: number of a mark, or %ASSAY_MARK_NONE
 *
 * Moves the keyboard's mark, shows what there is to say about it and announces it.
 */
void
assay_chart_view_set_mark (AssayChartView *self, guint mark)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ASSAY_IS_CHART_VIEW (self));

  if (self->scene == NULL || mark == self->mark)
    return;
  self->mark = mark;
  self->hover = ASSAY_MARK_NONE;
  reveal_mark (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[MARK_CHANGED], 0);
  text = assay_scene_get_mark_text (self->scene, mark);
  if (text != NULL)
    assay_chart_announce (GTK_WIDGET (self), text);
}

void
assay_chart_view_set_hover (AssayChartView *self, guint mark)
{
  if (self->hover == mark)
    return;
  self->hover = mark;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), mark != ASSAY_MARK_NONE ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
assay_chart_view_activate (AssayChartView *self, guint mark)
{
  g_autoptr (GArray) ids = NULL;

  if (self->scene == NULL || mark == ASSAY_MARK_NONE)
    return FALSE;
  ids = assay_scene_get_mark_ids (self->scene, mark);
  if (ids->len == 0)
    return FALSE;
  g_signal_emit (self, signals[ROWS_ACTIVATED], 0, ids);
  return TRUE;
}

/**
 * assay_chart_view_can_zoom:
 * @self: a view
 *
 * Returns: whether there are so many marks that zooming shows more of them
 */
gboolean
assay_chart_view_can_zoom (AssayChartView *self)
{
  return self->scene != NULL && assay_scene_can_zoom (self->scene)
         && assay_scene_n_marks (self->scene) > MARKS_FOR_ZOOM;
}

gboolean
assay_chart_view_is_zoomed (AssayChartView *self)
{
  return self->zoomed;
}

/* Shows a part of the x axis, moved into the whole and never without width. */
void
assay_chart_view_set_view (AssayChartView *self, AssayScale view)
{
  AssayLayout *layout = assay_chart_view_ensure_layout (self);
  AssayScale whole;
  double span, least;

  if (layout == NULL || !assay_chart_view_can_zoom (self))
    return;
  whole = assay_layout_get_whole (layout);
  least = assay_scale_span (&whole) * MAX (1e-5, 3.0 / assay_scene_n_marks (self->scene));
  span = CLAMP (assay_scale_span (&view), least, assay_scale_span (&whole));
  view.min = CLAMP ((view.min + view.max - span) / 2, whole.min, whole.max - span);
  view.max = view.min + span;
  self->zoomed = span < assay_scale_span (&whole) * (1 - 1e-9);
  self->view = view;
  drop_layout (self);
  g_signal_emit (self, signals[ZOOM_CHANGED], 0);
}

/* Zooms so that the value at x stays where it is. */
void
assay_chart_view_zoom_at (AssayChartView *self, double factor, double x)
{
  AssayLayout *layout = assay_chart_view_ensure_layout (self);
  AssayScale view;
  double value;

  if (layout == NULL || !(factor > 0))
    return;
  view = assay_layout_get_view (layout);
  value = CLAMP (assay_layout_x_value (layout, x), view.min, view.max);
  assay_chart_view_set_view (self, (AssayScale){ value - (value - view.min) / factor,
                                                 value + (view.max - value) / factor });
}

/**
 * assay_chart_view_zoom:
 * @self: a view
 * @factor: above 1 to see less, larger
 *
 * Zooms along the x axis around the keyboard's mark, or the middle.
 */
void
assay_chart_view_zoom (AssayChartView *self, double factor)
{
  AssayLayout *layout = assay_chart_view_ensure_layout (self);
  AssayRect plot;
  double x, y;

  if (layout == NULL)
    return;
  plot = assay_layout_get_plot (layout);
  if (self->mark == ASSAY_MARK_NONE || !assay_layout_mark_point (layout, self->mark, &x, &y))
    x = plot.x + plot.width / 2;
  assay_chart_view_zoom_at (self, factor, x);
}

void
assay_chart_view_reset_zoom (AssayChartView *self)
{
  if (!self->zoomed)
    return;
  self->zoomed = FALSE;
  drop_layout (self);
  g_signal_emit (self, signals[ZOOM_CHANGED], 0);
}

/**
 * assay_chart_view_set_menu:
 * @self: a view
 * @menu: (nullable): its context menu
 */
void
assay_chart_view_set_menu (AssayChartView *self, GMenuModel *menu)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (menu == NULL)
    return;
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

void
assay_chart_view_popup (AssayChartView *self, double x, double y)
{
  if (self->menu == NULL)
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
