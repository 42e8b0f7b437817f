/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/defects-view.h"

#include <glib/gi18n-lib.h>

#include "chart/defect-rate-chart.h"
#include "chart/pareto-chart.h"
#include "insight/defect-causes.h"

struct _AssayDefectsView
{
  AssayPerformanceView parent_instance;

  AssaySection *section;
  AssayFiguresTable *table;
  AssayChartFrame *defects;
  AdwToggleGroup *lots;
  AssayControlChooser *control;
  AssayChartFrame *causes;
  AdwToggleGroup *causes_by;
};

G_DEFINE_FINAL_TYPE (AssayDefectsView, assay_defects_view, ASSAY_TYPE_PERFORMANCE_VIEW)

typedef struct
{
  AssayDefectQuestion defects;
  gboolean by_month;      /* months instead of lots */
  AssayCauseBy causes_by; /* what defects are added up by */
} Question;

typedef struct
{
  AssayCauseBy causes_by;
  GPtrArray *rows;       /* AssayDefectRow */
  AssayDefectRow *total; /* over all */
  AssaySeries *lots;
  GPtrArray *causes; /* AssayCause */
  char *definition;
} Answer;

static const AssayFigureColumn columns[] = {
  { N_ ("Lots"), NULL, "lots", ASSAY_FIGURE_COUNT },
  { N_ ("Accepted"), N_ ("Lots accepted"), "accepted_lots", ASSAY_FIGURE_COUNT },
  { N_ ("Inspected"), N_ ("Pieces"), "inspected", ASSAY_FIGURE_COUNT },
  { N_ ("Defective"), N_ ("Pieces"), "defective", ASSAY_FIGURE_COUNT },
  { N_ ("Rate"), NULL, "rate", ASSAY_FIGURE_SHARE },
  { N_ ("Rate, low"), N_ ("Lower end of the 95 % interval"), "rate_low", ASSAY_FIGURE_SHARE },
  { N_ ("Rate, high"), N_ ("Upper end of the 95 % interval"), "rate_high", ASSAY_FIGURE_SHARE },
  { NULL },
};

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->rows, g_ptr_array_unref);
  g_clear_pointer (&answer->total, assay_defect_row_free);
  g_clear_pointer (&answer->lots, assay_series_free);
  g_clear_pointer (&answer->causes, g_ptr_array_unref);
  g_free (answer->definition);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
ask (AssayPerformanceView *view, const AssayPerformanceFilter *filter)
{
  AssayDefectsView *self = ASSAY_DEFECTS_VIEW (view);
  Question *question = g_new0 (Question, 1);

  question->defects.by = ASSAY_GROUP_SUPPLIER;
  question->defects.supplier = filter->supplier;
  question->defects.from = filter->from;
  question->defects.to = filter->to;
  question->by_month = adw_toggle_group_get_active (self->lots) == 1;
  question->causes_by = (AssayCauseBy)adw_toggle_group_get_active (self->causes_by);
  return question;
}

static gboolean
read_answer (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->causes_by = question->causes_by;
  answer->definition = assay_defect_definition (&question->defects);
  answer->rows = assay_defect_figures (db, &question->defects, &answer->total, error);
  if (answer->rows == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  answer->lots = assay_defect_points (db, &question->defects, question->by_month, error);
  if (answer->lots == NULL)
    return FALSE;
  answer->causes = assay_defect_causes (db, &question->defects, question->causes_by, error);
  if (answer->causes == NULL)
    return FALSE;
  *result = g_steal_pointer (&answer);
  return TRUE;
}

static void
add_row (AssayFiguresTable *table, const AssayDefectRow *row, const char *total)
{
  const double values[] = { (double)row->lots,
                            (double)row->accepted_lots,
                            (double)row->inspected,
                            (double)row->defective,
                            row->rate,
                            row->rate_low,
                            row->rate_high };

  if (total != NULL)
    assay_figures_table_add_total (table, total, values);
  else
    assay_figures_table_add (table, row->id, row->group, values);
}

static gboolean
show (AssayPerformanceView *view, gpointer data)
{
  AssayDefectsView *self = ASSAY_DEFECTS_VIEW (view);
  g_autoptr (Answer) answer = data;
  g_autoptr (AssayScene) causes = assay_pareto_chart_new (answer->causes, answer->causes_by);
  g_autoptr (AssayScene) defects = NULL;
  AssayControlOptions options;

  assay_control_chooser_get_options (self->control, &options);
  defects = assay_defect_rate_chart_new (answer->lots, &options);

  assay_figures_table_clear (self->table);
  if (answer->rows->len > 1 && answer->total != NULL)
    add_row (self->table, answer->total, _ ("All suppliers"));
  for (guint i = 0; i < answer->rows->len; i++)
    {
      const AssayDefectRow *row = g_ptr_array_index (answer->rows, i);

      add_row (self->table, row, NULL);
    }
  assay_section_set_explanation (self->section, answer->definition);
  assay_chart_frame_set_scene (self->defects, defects);
  assay_chart_frame_set_scene (self->causes, causes);
  return answer->rows->len > 0;
}

/* Which figure a column is of; counts are explained with the rate that they make. */
static AssayDefectFigure
figure_of (const char *column)
{
  return g_str_equal (column, "accepted_lots") ? ASSAY_DEFECT_FIGURE_ACCEPTED
                                               : ASSAY_DEFECT_FIGURE_RATE;
}

/* One figure of one supplier, or of all. */
typedef struct
{
  AssayDefectQuestion defects;
  AssayDefectRow group; /* id and name */
  gboolean is_total;
  AssayDefectFigure figure;
} Explained;

static void
explained_free (gpointer data)
{
  Explained *explained = data;

  g_free (explained->group.group);
  g_free (explained);
}

static gpointer
explained_new (const AssayFigureGroup *group, const char *column, gpointer view)
{
  const AssayPerformanceFilter *filter = assay_performance_view_get_filter (view);
  Explained *explained = g_new0 (Explained, 1);

  explained->defects = (AssayDefectQuestion){
    .by = ASSAY_GROUP_SUPPLIER, .supplier = filter->supplier, .from = filter->from, .to = filter->to
  };
  explained->group.id = group->id;
  explained->group.group = g_strdup (group->name);
  explained->is_total = group->is_total;
  explained->figure = figure_of (column);
  return explained;
}

static AssayExplanation *
explain (AssayDb *db, gconstpointer question, GError **error)
{
  const Explained *explained = question;
  AssayDefectQuestion defects = explained->defects;

  if (!assay_defect_interval_read (db, &defects.interval, error))
    return NULL;
  return assay_defect_explain (db, &defects, explained->is_total ? NULL : &explained->group,
                               explained->figure, error);
}

static void
fill (AssayPerformanceView *view)
{
  AssayDefectsView *self = ASSAY_DEFECTS_VIEW (view);
  /* One point a lot, or a month of lots. */
  const char *const lots[] = { _ ("By lot"), _ ("By month"), NULL };
  /* In the order of AssayCauseBy. */
  const char *const by[] = { _ ("Type"), _ ("Category"), _ ("Class"), _ ("Component"), NULL };

  self->table = assay_figures_table_new (assay_performance_view_get_context (view),
                                         _ ("Defects by supplier"), columns);
  assay_figures_table_set_explain (self->table, explained_new, explain, explained_free, view);
  self->section = assay_performance_view_add_section (view, _ ("Defects by Supplier"),
                                                      GTK_WIDGET (self->table));
  assay_performance_view_add_export (view, "export-defects", _ ("Export _Defects…"),
                                     _ ("defects.csv"), self->table);
  self->defects = assay_performance_view_add_chart (view, ASSAY_TYPE_INSPECTION);
  self->lots = assay_performance_view_add_toggles (view, self->defects,
                                                   _ ("Points of the chart of defects"), lots);
  self->control = assay_performance_view_add_control (view, self->defects, TRUE);
  self->causes = assay_performance_view_add_chart (view, ASSAY_TYPE_INSPECTION);
  self->causes_by = assay_performance_view_add_toggles (view, self->causes,
                                                        _ ("What defects are added up by"), by);
}

static void
assay_defects_view_class_init (AssayDefectsViewClass *klass)
{
  AssayPerformanceViewClass *view_class = ASSAY_PERFORMANCE_VIEW_CLASS (klass);

  view_class->id = "defects";
  view_class->title = N_ ("Defects");
  view_class->empty_title = N_ ("No Figures Yet");
  view_class->empty_description = N_ ("The defective rate needs inspections.");
  view_class->fill = fill;
  view_class->ask = ask;
  view_class->read = read_answer;
  view_class->show = show;
  view_class->free_answer = (GDestroyNotify)answer_free;
}

static void
assay_defects_view_init (AssayDefectsView *self)
{
}
