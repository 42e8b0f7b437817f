/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/overview-view.h"

#include <glib/gi18n-lib.h>

#include "chart/bubble-chart.h"
#include "chart/heat-map.h"
#include "chart/small-multiples.h"
#include "ui/record/rows-chart.h"

/* Names need room between the suppliers. */
#define MAP_HEIGHT 560

struct _AssayOverviewView
{
  AssayPerformanceView parent_instance;

  AssayChartFrame *map;
  AdwToggleGroup *times;  /* lead time or slip */
  AdwToggleGroup *spread; /* standard deviation or variance */
  AssayChartFrame *heat;
  GtkDropDown *heat_measure;
  AdwToggleGroup *heat_order;
  AssayChartFrame *panels;
  AdwToggleGroup *panel_measure;
  AdwToggleGroup *panel_order;
};

G_DEFINE_FINAL_TYPE (AssayOverviewView, assay_overview_view, ASSAY_TYPE_PERFORMANCE_VIEW)

/* Both in the order of their toggles. */
typedef struct
{
  AssaySupplierQuestion heat, panels;
  AssaySupplierOrder heat_order, panel_order;
  AssayBubbleAxis axis;
} Question;

typedef struct
{
  AssaySupplierMap *map; /* NULL once it is taken */
  AssayMonthMatrix *matrix;
  GPtrArray *panels; /* AssaySeries */
  char *heat_definition, *panel_definition;
  Question asked;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->map, assay_supplier_map_free);
  g_clear_pointer (&answer->matrix, assay_month_matrix_free);
  g_clear_pointer (&answer->panels, g_ptr_array_unref);
  g_free (answer->heat_definition);
  g_free (answer->panel_definition);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static void
filter_question (AssaySupplierQuestion *question, const AssayPerformanceFilter *filter)
{
  question->lines.supplier = question->lots.supplier = filter->supplier;
  question->lines.from = question->lots.from = filter->from;
  question->lines.to = question->lots.to = filter->to;
  question->lines.today = filter->today;
}

static gpointer
ask (AssayPerformanceView *view, const AssayPerformanceFilter *filter)
{
  AssayOverviewView *self = ASSAY_OVERVIEW_VIEW (view);
  Question *question = g_new0 (Question, 1);

  filter_question (&question->heat, filter);
  filter_question (&question->panels, filter);
  question->heat.measure = (AssaySupplierMeasure)gtk_drop_down_get_selected (self->heat_measure);
  question->panels.measure
      = (AssaySupplierMeasure)adw_toggle_group_get_active (self->panel_measure);
  question->heat_order = (AssaySupplierOrder)adw_toggle_group_get_active (self->heat_order);
  question->panel_order = (AssaySupplierOrder)adw_toggle_group_get_active (self->panel_order);
  question->axis = (AssayBubbleAxis)(adw_toggle_group_get_active (self->times) * 2
                                     + adw_toggle_group_get_active (self->spread));
  return question;
}

static GPtrArray *
read_series (AssayDb *db,
             const AssaySupplierQuestion *question,
             AssaySupplierOrder order,
             GError **error)
{
  GPtrArray *series = assay_supplier_series (db, question, error);

  if (series != NULL)
    assay_supplier_series_sort (series, question->measure, order);
  return series;
}

static gboolean
read_answer (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (GPtrArray) series = NULL;

  if (!assay_lead_time_rules_read (db, &question->heat.lines.rules, error))
    return FALSE;
  question->panels.lines.rules = question->heat.lines.rules;
  answer->asked = *question;
  answer->map = assay_supplier_map_read (db, &question->heat.lines, &question->heat.lots, error);
  if (answer->map == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  series = read_series (db, &question->heat, question->heat_order, error);
  if (series == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  answer->matrix = assay_month_matrix_new (question->heat.measure, series);
  answer->heat_definition = assay_supplier_definition (&question->heat);
  answer->panels = read_series (db, &question->panels, question->panel_order, error);
  if (answer->panels == NULL)
    return FALSE;
  answer->panel_definition = assay_supplier_definition (&question->panels);
  *result = g_steal_pointer (&answer);
  return TRUE;
}

static gboolean
show (AssayPerformanceView *view, gpointer data)
{
  AssayOverviewView *self = ASSAY_OVERVIEW_VIEW (view);
  g_autoptr (Answer) answer = data;
  gboolean any = answer->map->places->len > 0;
  g_autoptr (AssayScene) map
      = assay_bubble_chart_new (g_steal_pointer (&answer->map), answer->asked.axis);
  g_autoptr (AssayScene) heat
      = assay_heat_map_new (g_steal_pointer (&answer->matrix), answer->heat_definition);
  g_autoptr (AssayScene) panels = assay_small_multiples_new (
      answer->asked.panels.measure, answer->panels, NULL, answer->panel_definition);

  assay_rows_chart_set_type (self->heat,
                             assay_supplier_measure_is_of_lots (answer->asked.heat.measure)
                                 ? ASSAY_TYPE_INSPECTION
                                 : ASSAY_TYPE_ORDER_LINE);
  assay_chart_frame_set_scene (self->map, map);
  assay_chart_frame_set_scene (self->heat, heat);
  assay_chart_frame_set_scene (self->panels, panels);
  return any;
}

/* More figures than toggles have room for. */
static GtkDropDown *
add_measures (AssayPerformanceView *view, AssayChartFrame *chart)
{
  /* In the order of AssaySupplierMeasure. */
  const char *const names[] = { _ ("Mean slip"),      _ ("On time"),    _ ("Defective rate"),
                                _ ("Mean lead time"), _ ("Deliveries"), NULL };
  GtkWidget *chooser = gtk_drop_down_new_from_strings (names);

  gtk_accessible_update_property (GTK_ACCESSIBLE (chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Figure of each month"), -1);
  g_signal_connect_object (chooser, "notify::selected", G_CALLBACK (assay_performance_view_changed),
                           view, G_CONNECT_SWAPPED);
  assay_chart_frame_add_control (chart, chooser);
  return GTK_DROP_DOWN (chooser);
}

static void
fill (AssayPerformanceView *view)
{
  AssayOverviewView *self = ASSAY_OVERVIEW_VIEW (view);
  const char *const times[] = { _ ("Lead time"), _ ("Slip"), NULL };
  const char *const spreads[] = { _ ("Standard deviation"), _ ("Variance"), NULL };
  const char *const orders[] = { _ ("By name"), _ ("Worst first"), NULL };
  /* In the order of AssaySupplierMeasure. */
  const char *const measures[] = { _ ("Slip"), _ ("On time"), _ ("Defects"), NULL };

  self->map = assay_performance_view_add_chart (view, ASSAY_TYPE_SUPPLIER);
  gtk_widget_set_size_request (GTK_WIDGET (self->map), -1, MAP_HEIGHT);
  self->times = assay_performance_view_add_toggles (view, self->map, _ ("What varies"), times);
  self->spread
      = assay_performance_view_add_toggles (view, self->map, _ ("How it is measured"), spreads);
  self->heat = assay_performance_view_add_chart (view, ASSAY_TYPE_ORDER_LINE);
  self->heat_measure = add_measures (view, self->heat);
  self->heat_order
      = assay_performance_view_add_toggles (view, self->heat, _ ("Order of suppliers"), orders);
  self->panels = assay_performance_view_add_chart (view, ASSAY_TYPE_SUPPLIER);
  self->panel_measure = assay_performance_view_add_toggles (
      view, self->panels, _ ("Figure of each supplier"), measures);
  self->panel_order
      = assay_performance_view_add_toggles (view, self->panels, _ ("Order of suppliers"), orders);
}

static void
assay_overview_view_class_init (AssayOverviewViewClass *klass)
{
  AssayPerformanceViewClass *view_class = ASSAY_PERFORMANCE_VIEW_CLASS (klass);

  view_class->id = "overview";
  view_class->title = N_ ("Overview");
  view_class->empty_title = N_ ("No Figures Yet");
  view_class->empty_description
      = N_ ("Record deliveries of orders and inspections, and suppliers appear beside each other.");
  view_class->fill = fill;
  view_class->ask = ask;
  view_class->read = read_answer;
  view_class->show = show;
  view_class->free_answer = (GDestroyNotify)answer_free;
}

static void
assay_overview_view_init (AssayOverviewView *self)
{
}
