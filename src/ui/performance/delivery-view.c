/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/delivery-view.h"

#include <glib/gi18n-lib.h>

#include "chart/distribution-chart.h"
#include "chart/on-time-chart.h"
#include "chart/spread-chart.h"
#include "chart/xmr-chart.h"
#include "insight/lead-time.h"

struct _AssayDeliveryView
{
  AssayPerformanceView parent_instance;

  AssaySection *section;
  AssayFiguresTable *table;
  AssayChartFrame *spread;
  AssayChartFrame *slips;
  AssayControlChooser *control;
  AssayChartFrame *distribution;
  AssayChartFrame *on_time;
};

G_DEFINE_FINAL_TYPE (AssayDeliveryView, assay_delivery_view, ASSAY_TYPE_PERFORMANCE_VIEW)

typedef struct
{
  GPtrArray *rows;         /* AssayLeadTimeRow */
  AssayLeadTimeRow *total; /* over all */
  AssaySeries *slips;
  GPtrArray *spread;    /* AssaySeries */
  AssaySeries *on_time; /* months */
  char *definition;
} Answer;

static const AssayFigureColumn columns[] = {
  { N_ ("Lines"), N_ ("Lines delivered with a known slip"), "n", ASSAY_FIGURE_COUNT },
  { N_ ("On time"), NULL, "on_time", ASSAY_FIGURE_SHARE },
  { N_ ("Late, open"), N_ ("Due and not delivered"), "open_late_n", ASSAY_FIGURE_COUNT },
  { N_ ("Lead, mean"), N_ ("Days"), "lead_mean", ASSAY_FIGURE_DAYS },
  { N_ ("Lead, sd"), N_ ("Days"), "lead_sd", ASSAY_FIGURE_DAYS },
  { N_ ("Lead, P90"), N_ ("Days"), "lead_p90", ASSAY_FIGURE_DAYS },
  { N_ ("Slip, mean"), N_ ("Days"), "slip_mean", ASSAY_FIGURE_DAYS },
  { N_ ("Slip, sd"), N_ ("Days"), "slip_sd", ASSAY_FIGURE_DAYS },
  { N_ ("Slip, P90"), N_ ("Days"), "slip_p90", ASSAY_FIGURE_DAYS },
  { NULL },
};

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->rows, g_ptr_array_unref);
  g_clear_pointer (&answer->total, assay_lead_time_row_free);
  g_clear_pointer (&answer->slips, assay_series_free);
  g_clear_pointer (&answer->spread, g_ptr_array_unref);
  g_clear_pointer (&answer->on_time, assay_series_free);
  g_free (answer->definition);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
ask (AssayPerformanceView *view, const AssayPerformanceFilter *filter)
{
  AssayLeadTimeQuestion *question = g_new0 (AssayLeadTimeQuestion, 1);

  question->by = ASSAY_GROUP_SUPPLIER;
  question->supplier = filter->supplier;
  question->from = filter->from;
  question->to = filter->to;
  question->today = filter->today;
  return question;
}

static gboolean
read_answer (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  AssayLeadTimeQuestion *question = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  if (!assay_lead_time_rules_read (db, &question->rules, error))
    return FALSE;
  answer->definition = assay_lead_time_definition (question);
  answer->rows = assay_lead_time_figures (db, question, &answer->total, error);
  if (answer->rows == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  answer->slips = assay_lead_time_slips (db, question, error);
  if (answer->slips == NULL)
    return FALSE;
  answer->spread = assay_lead_time_slips_by_supplier (db, question, error);
  if (answer->spread == NULL)
    return FALSE;
  answer->on_time = assay_on_time_months (db, question, error);
  if (answer->on_time == NULL)
    return FALSE;
  *result = g_steal_pointer (&answer);
  return TRUE;
}

static void
add_row (AssayFiguresTable *table, const AssayLeadTimeRow *row, const char *total)
{
  const double values[] = { (double)row->slip.n, row->on_time, (double)row->open_late_n,
                            row->lead.mean,      row->lead.sd, row->lead.p90,
                            row->slip.mean,      row->slip.sd, row->slip.p90 };

  if (total != NULL)
    assay_figures_table_add_total (table, total, values);
  else
    assay_figures_table_add (table, row->id, row->group, values);
}

static gboolean
show (AssayPerformanceView *view, gpointer data)
{
  AssayDeliveryView *self = ASSAY_DELIVERY_VIEW (view);
  g_autoptr (Answer) answer = data;
  g_autoptr (AssayScene) spread = assay_spread_chart_new (answer->spread);
  g_autoptr (AssayScene) distribution = assay_distribution_chart_new (answer->slips);
  g_autoptr (AssayScene) on_time = assay_on_time_chart_new (answer->on_time, answer->definition);
  g_autoptr (AssayScene) slips = NULL;
  AssayControlOptions options;

  assay_control_chooser_get_options (self->control, &options);
  slips = assay_xmr_chart_new (answer->slips, &options);

  assay_figures_table_clear (self->table);
  if (answer->rows->len > 1 && answer->total != NULL)
    add_row (self->table, answer->total, _ ("All suppliers"));
  for (guint i = 0; i < answer->rows->len; i++)
    {
      const AssayLeadTimeRow *row = g_ptr_array_index (answer->rows, i);

      add_row (self->table, row, NULL);
    }
  assay_section_set_explanation (self->section, answer->definition);
  assay_chart_frame_set_scene (self->spread, spread);
  assay_chart_frame_set_scene (self->slips, slips);
  assay_chart_frame_set_scene (self->distribution, distribution);
  assay_chart_frame_set_scene (self->on_time, on_time);
  return answer->rows->len > 0;
}

static void
fill (AssayPerformanceView *view)
{
  AssayDeliveryView *self = ASSAY_DELIVERY_VIEW (view);

  self->table = assay_figures_table_new (assay_performance_view_get_context (view),
                                         _ ("Lead time by supplier, in days"), columns);
  self->section = assay_performance_view_add_section (view, _ ("Lead Time by Supplier, in Days"),
                                                      GTK_WIDGET (self->table));
  assay_performance_view_add_export (view, "export-lead-times", _ ("Export _Lead Times…"),
                                     _ ("lead times.csv"), self->table);
  self->spread = assay_performance_view_add_chart (view, ASSAY_TYPE_ORDER_LINE);
  self->slips = assay_performance_view_add_chart (view, ASSAY_TYPE_ORDER_LINE);
  self->control = assay_performance_view_add_control (view, self->slips, FALSE);
  self->distribution = assay_performance_view_add_chart (view, ASSAY_TYPE_ORDER_LINE);
  self->on_time = assay_performance_view_add_chart (view, ASSAY_TYPE_ORDER_LINE);
}

static void
assay_delivery_view_class_init (AssayDeliveryViewClass *klass)
{
  AssayPerformanceViewClass *view_class = ASSAY_PERFORMANCE_VIEW_CLASS (klass);

  view_class->id = "delivery";
  view_class->title = N_ ("Delivery");
  view_class->empty_title = N_ ("No Figures Yet");
  view_class->empty_description = N_ ("Lead time needs delivered order lines.");
  view_class->fill = fill;
  view_class->ask = ask;
  view_class->read = read_answer;
  view_class->show = show;
  view_class->free_answer = (GDestroyNotify)answer_free;
}

static void
assay_delivery_view_init (AssayDeliveryView *self)
{
}
