/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/scorecard-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/score-trend-chart.h"
#include "insight/score-explanation.h"
#include "ui/performance/score-detail.h"
#include "ui/record/score-list.h"

/* Two years. */
#define TREND_QUARTERS 8

/* What was measured and what it earns; kept, so that another supplier is shown at once. */
typedef struct
{
  AssayScorecard *card; /* nullable: the book has none */
  AssayMeasures *measures;
  GPtrArray *scores;   /* AssayScore */
  GPtrArray *quarters; /* AssayScoreQuarter */
} Answer;

struct _AssayScorecardView
{
  AssayPerformanceView parent_instance;

  Answer *answer; /* nullable */
  gint64 picked;  /* 0: the best */
  AssaySection *section;
  GtkWidget *edit;
  AssayScoreList *list;
  GtkWidget *detail_section;
  AssayScoreDetail *detail;
  AssayFiguresTable *table;
  AssayChartFrame *trend;
};

G_DEFINE_FINAL_TYPE (AssayScorecardView, assay_scorecard_view, ASSAY_TYPE_PERFORMANCE_VIEW)

static const AssayFigureColumn columns[] = {
  { N_ ("Points"), N_ ("Mean of all criteria by weight"), "points", ASSAY_FIGURE_DAYS },
  { N_ ("Coverage"), N_ ("Share of the weight that was measured"), "coverage", ASSAY_FIGURE_SHARE },
  { N_ ("Trend"), N_ ("Points of the last quarter less those of the one before that had any"),
    "trend", ASSAY_FIGURE_DAYS },
  { N_ ("Quality"), N_ ("Points"), "quality", ASSAY_FIGURE_DAYS },
  { N_ ("Delivery"), N_ ("Points"), "delivery", ASSAY_FIGURE_DAYS },
  { N_ ("Cost"), N_ ("Points"), "cost", ASSAY_FIGURE_DAYS },
  { N_ ("Communication"), N_ ("Points"), "communication", ASSAY_FIGURE_DAYS },
  { N_ ("Compliance"), N_ ("Points"), "compliance", ASSAY_FIGURE_DAYS },
  { N_ ("Lots"), N_ ("Lots inspected"), "lots", ASSAY_FIGURE_COUNT },
  { NULL },
};

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->quarters, g_ptr_array_unref);
  g_clear_pointer (&answer->scores, g_ptr_array_unref);
  g_clear_pointer (&answer->measures, assay_measures_free);
  g_clear_pointer (&answer->card, assay_scorecard_free);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
ask (AssayPerformanceView *view, const AssayPerformanceFilter *filter)
{
  AssayMeasuresQuestion *question = g_new0 (AssayMeasuresQuestion, 1);

  /* All suppliers whatever the filter: a rank is one among them. */
  question->from = filter->from;
  question->to = filter->to;
  question->today = filter->today;
  return question;
}

static gboolean
read_answer (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  AssayMeasuresQuestion *question = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  GError *local = NULL;

  answer->card = assay_scorecard_read (db, 0, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (answer->card != NULL)
    {
      if (!assay_lead_time_rules_read (db, &question->rules, error))
        return FALSE;
      answer->measures = assay_measures_read (db, question, error);
      if (answer->measures == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      answer->scores = assay_scorecard_score (answer->card, answer->measures);
      answer->quarters = assay_scorecard_trend (db, answer->card, question, TREND_QUARTERS, error);
      if (answer->quarters == NULL)
        return FALSE;
    }
  *result = g_steal_pointer (&answer);
  return TRUE;
}

/* The last quarter with points less the one before it that has some. */
static double
trend_of (const Answer *answer, gint64 supplier)
{
  double last = NAN;

  for (guint i = answer->quarters->len; i > 0; i--)
    {
      const AssayScoreQuarter *quarter = g_ptr_array_index (answer->quarters, i - 1);
      const AssayScore *score = assay_scores_find (quarter->scores, supplier);

      if (score == NULL || isnan (score->sum.points)
          || (score->short_of & ASSAY_SHORT_OF_COVERAGE) != 0)
        continue;
      if (!isnan (last))
        return last - score->sum.points;
      last = score->sum.points;
    }
  return NAN;
}

static void
fill_table (AssayScorecardView *self)
{
  assay_figures_table_clear (self->table);
  for (guint i = 0; i < self->answer->scores->len; i++)
    {
      const AssayScore *score = g_ptr_array_index (self->answer->scores, i);
      const double values[] = { score->sum.points,
                                score->sum.coverage,
                                trend_of (self->answer, score->supplier->id),
                                score->areas[ASSAY_AREA_QUALITY].points,
                                score->areas[ASSAY_AREA_DELIVERY].points,
                                score->areas[ASSAY_AREA_COST].points,
                                score->areas[ASSAY_AREA_COMMUNICATION].points,
                                score->areas[ASSAY_AREA_COMPLIANCE].points,
                                (double)score->supplier->lots };

      assay_figures_table_add (self->table, score->supplier->id, score->supplier->name, values);
    }
}

/* The supplier that was picked, else that of the page's filter, else the best. */
static void
show_picked (AssayScorecardView *self)
{
  const Answer *answer = self->answer;
  const AssayScore *score = assay_scores_find (answer->scores, self->picked);
  g_autoptr (AssayScene) trend = NULL;

  if (score == NULL && answer->scores->len > 0)
    score = g_ptr_array_index (answer->scores, 0);
  assay_score_list_pick (self->list, score != NULL ? score->supplier->id : 0);
  assay_score_detail_set (self->detail, answer->card, &answer->measures->question, score);
  gtk_widget_set_visible (self->detail_section, score != NULL);
  trend = assay_score_trend_chart_new (answer->card, answer->quarters,
                                       score != NULL ? score->supplier->id : 0);
  assay_chart_frame_set_scene (self->trend, trend);
}

static void
picked_cb (AssayScorecardView *self, gint64 supplier)
{
  self->picked = supplier;
  if (self->answer != NULL)
    show_picked (self);
}

static gboolean
show (AssayPerformanceView *view, gpointer data)
{
  AssayScorecardView *self = ASSAY_SCORECARD_VIEW (view);
  gint64 filtered = assay_performance_view_get_filter (view)->supplier;
  g_autofree char *definition = NULL;

  g_clear_pointer (&self->answer, answer_free);
  self->answer = data;
  if (self->answer->card == NULL || self->answer->scores->len == 0)
    return FALSE;
  if (filtered != 0)
    self->picked = filtered;
  definition = assay_scorecard_definition (self->answer->card, &self->answer->measures->question);
  assay_section_set_title (self->section, self->answer->card->name);
  gtk_widget_set_visible (self->edit, self->answer->card->id != 0);
  assay_section_set_explanation (self->section, definition);
  assay_score_list_set (self->list, self->answer->card, self->answer->scores);
  fill_table (self);
  show_picked (self);
  return TRUE;
}

static void
edit_cb (AssayScorecardView *self)
{
  if (self->answer != NULL && self->answer->card != NULL)
    assay_context_show_record (assay_performance_view_get_context (ASSAY_PERFORMANCE_VIEW (self)),
                               ASSAY_TYPE_SCORECARD, self->answer->card->id);
}

/* Points of a supplier explain themselves; other columns stand in its detail. */
static gpointer
question_of (const AssayFigureGroup *group, const char *column, gpointer data)
{
  AssayScorecardView *self = data;
  AssayScoreQuestion *question;

  if (!g_str_equal (column, "points") || self->answer == NULL || self->answer->card == NULL)
    return NULL;
  question = g_new0 (AssayScoreQuestion, 1);
  question->card = self->answer->card->id;
  question->supplier = group->id;
  question->criterion = ASSAY_SCORE_TOTAL;
  question->measures = self->answer->measures->question;
  return question;
}

static void
fill (AssayPerformanceView *view)
{
  AssayScorecardView *self = ASSAY_SCORECARD_VIEW (view);
  AssayContext *context = assay_performance_view_get_context (view);

  self->list = assay_score_list_new (_ ("Suppliers by grade and points"));
  g_signal_connect_object (self->list, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  self->section
      = assay_performance_view_add_section (view, _ ("Scorecard"), GTK_WIDGET (self->list));
  self->edit = assay_icon_button_new ("document-edit-symbolic", _ ("Weights and Grades"));
  g_signal_connect_object (self->edit, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  assay_section_add_button (self->section, self->edit);
  self->detail = assay_score_detail_new (context);
  self->detail_section = GTK_WIDGET (assay_performance_view_add_section (
      view, _ ("What the Grade Is Made Of"), GTK_WIDGET (self->detail)));
  self->trend = assay_performance_view_add_chart (view, ASSAY_TYPE_SUPPLIER);
  self->table = assay_figures_table_new (context, _ ("Points by area"), columns);
  assay_figures_table_set_explain (self->table, question_of, assay_score_explain_ask, g_free, self);
  assay_performance_view_add_section (view, _ ("Points by Area"), GTK_WIDGET (self->table));
  assay_performance_view_add_export (view, "export-scores", _ ("Export _Scores…"), _ ("scores.csv"),
                                     self->table);
}

static void
assay_scorecard_view_finalize (GObject *object)
{
  g_clear_pointer (&ASSAY_SCORECARD_VIEW (object)->answer, answer_free);

  G_OBJECT_CLASS (assay_scorecard_view_parent_class)->finalize (object);
}

static void
assay_scorecard_view_class_init (AssayScorecardViewClass *klass)
{
  AssayPerformanceViewClass *view_class = ASSAY_PERFORMANCE_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = assay_scorecard_view_finalize;
  view_class->id = "scorecard";
  view_class->title = N_ ("Scorecard");
  view_class->empty_title = N_ ("Nobody to Grade Yet");
  view_class->empty_description
      = N_ ("Suppliers are graded once they have orders, inspections or assessments.");
  view_class->empty_icon = "assay-scorecard-symbolic";
  view_class->fill = fill;
  view_class->ask = ask;
  view_class->read = read_answer;
  view_class->show = show;
  view_class->free_answer = (GDestroyNotify)answer_free;
}

static void
assay_scorecard_view_init (AssayScorecardView *self)
{
}
