/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/delivery-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/distribution-chart.h"
#include "chart/on-time-chart.h"
#include "chart/spread-chart.h"
#include "chart/xmr-chart.h"
#include "insight/defects.h"
#include "insight/lead-time-explain.h"
#include "ui/performance/save-text.h"

/* Sets of columns: all of them at once fit no screen. */
enum
{
  SET_OVERVIEW,
  SET_TOTAL,
  SET_PRODUCTION,
  SET_TRANSIT,
  SET_SLIP,
  SET_ON_TIME,
  N_SETS,
};

#define MOST_COLUMNS 16
/* With fewer lines a spread says nothing. */
#define LEAST_FOR_SPREAD 3

struct _AssayDeliveryView
{
  AssayPerformanceView parent_instance;

  AssaySection *section;
  GtkStack *sets;
  GtkDropDown *set;
  GtkDropDown *by;
  AssayFiguresTable *tables[N_SETS];
  AssayChartFrame *spread;
  AssayChartFrame *slips;
  AssayChartFrame *distribution;
  AssayChartFrame *on_time;
  GtkDropDown *spread_of;
  GtkDropDown *slips_of;
  GtkDropDown *distribution_of;
  AssayControlChooser *control;
  AssayLeadTimeQuestion asked; /* what the figures shown answer */
  GPtrArray *rows;             /* AssayLeadTimeRow, those shown; nullable */
};

G_DEFINE_FINAL_TYPE (AssayDeliveryView, assay_delivery_view, ASSAY_TYPE_PERFORMANCE_VIEW)

typedef struct
{
  AssayLeadTimeQuestion lines;
  AssayLeadMeasure spread_of, slips_of, distribution_of;
} Question;

typedef struct
{
  AssayLeadTimeQuestion asked;
  GPtrArray *rows;         /* AssayLeadTimeRow */
  AssayLeadTimeRow *total; /* over all */
  AssaySeries *slips;
  AssaySeries *distribution;
  GPtrArray *spread;    /* AssaySeries */
  AssaySeries *on_time; /* months */
  char *definition;
} Answer;

#define STATISTICS(prefix)                                                                         \
  { N_ ("Lines"), NULL, prefix "_n", ASSAY_FIGURE_COUNT },                                         \
      { N_ ("Mean"), N_ ("Days"), prefix "_mean", ASSAY_FIGURE_DAYS },                             \
      { N_ ("Sd"), N_ ("Standard deviation in days"), prefix "_sd", ASSAY_FIGURE_DAYS },           \
      { N_ ("Median"), N_ ("Days"), prefix "_median", ASSAY_FIGURE_DAYS },                         \
      { N_ ("P85"), N_ ("85 of 100 lines took no longer"), prefix "_p85", ASSAY_FIGURE_DAYS },     \
      { N_ ("P95"), N_ ("95 of 100 lines took no longer"), prefix "_p95", ASSAY_FIGURE_DAYS,       \
        TRUE },                                                                                    \
      { N_ ("CV"), N_ ("Standard deviation ÷ mean"), prefix "_cv", ASSAY_FIGURE_REAL, TRUE },      \
      { N_ ("Least"), N_ ("Days"), prefix "_min", ASSAY_FIGURE_DAYS, TRUE },                       \
      { N_ ("Greatest"), N_ ("Days"), prefix "_max", ASSAY_FIGURE_DAYS, TRUE },                    \
      { N_ ("Variance"), N_ ("Days²"), prefix "_variance", ASSAY_FIGURE_DAYS, TRUE },              \
  {                                                                                                \
    N_ ("MAD"), N_ ("Median absolute deviation in days"), prefix "_mad", ASSAY_FIGURE_DAYS, TRUE   \
  }

static const AssayFigureColumn columns[N_SETS][MOST_COLUMNS] = {
  [SET_OVERVIEW]
  = { { N_ ("Lines"), N_ ("Lines delivered with a known slip"), "slip_n", ASSAY_FIGURE_COUNT },
      { N_ ("On time"), NULL, "on_time", ASSAY_FIGURE_SHARE },
      { N_ ("In full"), N_ ("On time and in full"), "otif", ASSAY_FIGURE_SHARE },
      { N_ ("Lead, mean"), N_ ("Days"), "lead_mean", ASSAY_FIGURE_DAYS },
      { N_ ("Lead, sd"), N_ ("Days"), "lead_sd", ASSAY_FIGURE_DAYS },
      { N_ ("Slip, mean"), N_ ("Days"), "slip_mean", ASSAY_FIGURE_DAYS },
      { N_ ("Slip, sd"), N_ ("Days"), "slip_sd", ASSAY_FIGURE_DAYS, TRUE },
      { N_ ("Slip, P90"), N_ ("Days"), "slip_p90", ASSAY_FIGURE_DAYS, TRUE },
      { N_ ("Late, open"), N_ ("Due and not delivered"), "open_late_n", ASSAY_FIGURE_COUNT, TRUE },
      { NULL } },
  [SET_TOTAL] = { STATISTICS ("lead"),
                  { N_ ("Safe"), N_ ("Days from the order that can be promised to customers"),
                    "safe_days", ASSAY_FIGURE_DAYS, TRUE },
                  { NULL } },
  [SET_PRODUCTION] = { STATISTICS ("production"), { NULL } },
  [SET_TRANSIT] = { STATISTICS ("transit"), { NULL } },
  [SET_SLIP] = { STATISTICS ("slip"), { NULL } },
  [SET_ON_TIME]
  = { { N_ ("Due"), N_ ("Lines, shipments or pieces"), "due_n", ASSAY_FIGURE_COUNT },
      { N_ ("On time"), NULL, "on_time", ASSAY_FIGURE_SHARE },
      { N_ ("Late"), NULL, "late_n", ASSAY_FIGURE_COUNT },
      { N_ ("Open late"), N_ ("Due and not delivered"), "open_late_n", ASSAY_FIGURE_COUNT },
      { N_ ("Early"), N_ ("Before the promised day"), "early_n", ASSAY_FIGURE_COUNT, TRUE },
      { N_ ("In full"), N_ ("On time and in full"), "otif", ASSAY_FIGURE_SHARE },
      { N_ ("Not due"), N_ ("Open, the promise lies ahead"), "not_due_n", ASSAY_FIGURE_COUNT,
        TRUE },
      { N_ ("No promise"), N_ ("Lines that nothing was promised for"), "no_promise_n",
        ASSAY_FIGURE_COUNT, TRUE },
      { N_ ("Cancelled"), NULL, "cancelled_n", ASSAY_FIGURE_COUNT, TRUE },
      { N_ ("Reversed"), N_ ("Received before the order"), "before_order_n", ASSAY_FIGURE_COUNT,
        TRUE },
      { NULL } },
};

static const struct
{
  AssayGrouping by;
  AssayType type;
  const char *label;
  const char *heading;
  const char *name; /* in an export */
} groupings[] = {
  { ASSAY_GROUP_SUPPLIER, ASSAY_TYPE_SUPPLIER, N_ ("By Supplier"), N_ ("Supplier"), "supplier" },
  { ASSAY_GROUP_PRODUCT, ASSAY_TYPE_PRODUCT, N_ ("By Product"), N_ ("Product"), "product" },
  { ASSAY_GROUP_COUNTRY, ASSAY_TYPE_NONE, N_ ("By Country"), N_ ("Country"), "country" },
  { ASSAY_GROUP_MODE, ASSAY_TYPE_NONE, N_ ("By Transport"), N_ ("Transport"), "mode" },
  { ASSAY_GROUP_MONTH, ASSAY_TYPE_NONE, N_ ("By Month"), N_ ("Month"), "month" },
};

/* In the order of the choices above the charts: slip tells most. */
static const AssayLeadMeasure measures[]
    = { ASSAY_LEAD_SLIP, ASSAY_LEAD_TOTAL, ASSAY_LEAD_PRODUCTION, ASSAY_LEAD_TRANSIT };

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->rows, g_ptr_array_unref);
  g_clear_pointer (&answer->total, assay_lead_time_row_free);
  g_clear_pointer (&answer->slips, assay_series_free);
  g_clear_pointer (&answer->distribution, assay_series_free);
  g_clear_pointer (&answer->spread, g_ptr_array_unref);
  g_clear_pointer (&answer->on_time, assay_series_free);
  g_free (answer->definition);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
ask (AssayPerformanceView *view, const AssayPerformanceFilter *filter)
{
  AssayDeliveryView *self = ASSAY_DELIVERY_VIEW (view);
  Question *question = g_new0 (Question, 1);

  question->lines.by = groupings[gtk_drop_down_get_selected (self->by)].by;
  question->lines.supplier = filter->supplier;
  question->lines.from = filter->from;
  question->lines.to = filter->to;
  question->lines.today = filter->today;
  question->spread_of = measures[gtk_drop_down_get_selected (self->spread_of)];
  question->slips_of = measures[gtk_drop_down_get_selected (self->slips_of)];
  question->distribution_of = measures[gtk_drop_down_get_selected (self->distribution_of)];
  return question;
}

static gboolean
read_answer (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  AssayLeadTimeQuestion *lines = &question->lines;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  if (!assay_lead_time_rules_read (db, &lines->rules, error))
    return FALSE;
  answer->asked = *lines;
  answer->definition = assay_lead_time_definition (lines);
  answer->rows = assay_lead_time_figures (db, lines, &answer->total, error);
  if (answer->rows == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  answer->slips = assay_lead_time_series (db, lines, question->slips_of, error);
  if (answer->slips == NULL)
    return FALSE;
  answer->distribution = assay_lead_time_series (db, lines, question->distribution_of, error);
  if (answer->distribution == NULL)
    return FALSE;
  answer->spread = assay_lead_time_series_by_supplier (db, lines, question->spread_of, error);
  if (answer->spread == NULL)
    return FALSE;
  answer->on_time = assay_on_time_months (db, lines, error);
  if (answer->on_time == NULL)
    return FALSE;
  *result = g_steal_pointer (&answer);
  return TRUE;
}

/* Spread from three lines on, as the definition says. */
static double
shown_value (const AssayLeadTimeRow *row, const char *name)
{
  const AssayLeadTimeStatistic *statistic = assay_lead_time_statistic_find (name);
  double value = assay_lead_time_row_get (row, statistic);
  gboolean spread = g_str_has_suffix (name, "_sd") || g_str_has_suffix (name, "_cv")
                    || g_str_has_suffix (name, "_variance");

  if (spread && assay_lead_time_row_get_summary (row, statistic->measure)->n < LEAST_FOR_SPREAD)
    return NAN;
  return value;
}

static void
add_row (AssayDeliveryView *self, guint set, const AssayLeadTimeRow *row, const char *total)
{
  double values[MOST_COLUMNS];
  g_autofree char *words = assay_defect_group_words (self->asked.by, row->group);

  for (guint i = 0; columns[set][i].title != NULL; i++)
    values[i] = shown_value (row, columns[set][i].name);
  if (total != NULL)
    assay_figures_table_add_total (self->tables[set], total, values);
  else
    assay_figures_table_add (self->tables[set], row->id, row->group != NULL ? words : NULL, values);
}

static void
show_table (AssayDeliveryView *self, guint set, const AssayLeadTimeRow *total)
{
  guint by = gtk_drop_down_get_selected (self->by);

  assay_figures_table_clear (self->tables[set]);
  assay_figures_table_set_groups (self->tables[set], groupings[by].type, _ (groupings[by].heading),
                                  groupings[by].name);
  if (self->rows->len > 1 && total != NULL)
    add_row (self, set, total, _ ("All"));
  for (guint i = 0; i < self->rows->len; i++)
    add_row (self, set, g_ptr_array_index (self->rows, i), NULL);
}

static gboolean
show (AssayPerformanceView *view, gpointer data)
{
  AssayDeliveryView *self = ASSAY_DELIVERY_VIEW (view);
  g_autoptr (Answer) answer = data;
  g_autoptr (AssayScene) spread = assay_spread_chart_new (answer->spread);
  g_autoptr (AssayScene) distribution = assay_distribution_chart_new (answer->distribution);
  g_autoptr (AssayScene) on_time = assay_on_time_chart_new (answer->on_time, answer->definition);
  g_autoptr (AssayScene) slips = NULL;
  AssayControlOptions options;

  assay_control_chooser_get_options (self->control, &options);
  slips = assay_xmr_chart_new (answer->slips, &options);

  self->asked = answer->asked;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_steal_pointer (&answer->rows);
  for (guint i = 0; i < N_SETS; i++)
    show_table (self, i, answer->total);
  assay_section_set_explanation (self->section, answer->definition);
  assay_chart_frame_set_scene (self->spread, spread);
  assay_chart_frame_set_scene (self->slips, slips);
  assay_chart_frame_set_scene (self->distribution, distribution);
  assay_chart_frame_set_scene (self->on_time, on_time);
  return self->rows->len > 0;
}

/* What a figure of a table is asked for. */
typedef struct
{
  AssayLeadTimeQuestion lines;
  const AssayLeadTimeStatistic *statistic;
  gboolean is_total;
  gint64 id;
  char *group;
} FigureQuestion;

static void
figure_question_free (gpointer data)
{
  g_free (((FigureQuestion *)data)->group);
  g_free (data);
}

/* The table knows groups by their words. */
static const AssayLeadTimeRow *
find_row (AssayDeliveryView *self, const AssayFigureGroup *group)
{
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    {
      const AssayLeadTimeRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *words
          = row->group != NULL ? assay_defect_group_words (self->asked.by, row->group) : NULL;

      if (row->id == group->id && g_strcmp0 (words, group->name) == 0)
        return row;
    }
  return NULL;
}

static gpointer
ask_figure (const AssayFigureGroup *group, const char *column, gpointer data)
{
  AssayDeliveryView *self = data;
  const AssayLeadTimeRow *row = find_row (self, group);
  FigureQuestion *question;

  if (row == NULL && !group->is_total)
    return NULL;
  question = g_new0 (FigureQuestion, 1);
  question->lines = self->asked;
  question->statistic = assay_lead_time_statistic_find (column);
  question->is_total = group->is_total;
  if (row != NULL)
    {
      question->id = row->id;
      question->group = g_strdup (row->group);
    }
  return question;
}

static AssayExplanation *
explain_figure (AssayDb *db, gconstpointer data, GError **error)
{
  const FigureQuestion *question = data;
  const AssayLeadTimeRow group = { .id = question->id, .group = question->group };

  return assay_lead_time_explain (db, &question->lines, question->is_total ? NULL : &group,
                                  question->statistic, error);
}

static void
set_cb (AssayDeliveryView *self)
{
  gtk_stack_set_visible_child (self->sets,
                               GTK_WIDGET (self->tables[gtk_drop_down_get_selected (self->set)]));
}

static void export (AssayPerformanceView *view)
{
  AssayDeliveryView *self = ASSAY_DELIVERY_VIEW (view);
  g_autofree char *csv
      = assay_figures_table_to_csv (self->tables[gtk_drop_down_get_selected (self->set)]);

  assay_save_text (assay_performance_view_get_context (view), GTK_WIDGET (self),
                   _ ("lead times.csv"), csv);
}

static GtkDropDown *
make_choice (AssayDeliveryView *self,
             const char *label,
             const char *const *words,
             GCallback changed)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_tooltip_text (choice, label);
  g_signal_connect_object (choice, "notify::selected", changed, self, G_CONNECT_SWAPPED);
  return GTK_DROP_DOWN (choice);
}

static GtkWidget *
make_tables (AssayDeliveryView *self)
{
  const char *const sets[] = { _ ("Overview"),
                               _ ("Total Lead Time"),
                               _ ("Production"),
                               _ ("Transit"),
                               _ ("Slip"),
                               _ ("On Time"),
                               NULL };
  const char *by[G_N_ELEMENTS (groupings) + 1] = { NULL };
  AdwWrapBox *choices
      = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    by[i] = _ (groupings[i].label);
  self->by = make_choice (self, _ ("What the rows are"), by,
                          G_CALLBACK (assay_performance_view_changed));
  self->set = make_choice (self, _ ("Which figures are shown"), sets, G_CALLBACK (set_cb));
  adw_wrap_box_append (choices, GTK_WIDGET (self->by));
  adw_wrap_box_append (choices, GTK_WIDGET (self->set));
  self->sets = g_object_new (GTK_TYPE_STACK, "vhomogeneous", FALSE, "hhomogeneous", FALSE, NULL);
  for (guint i = 0; i < N_SETS; i++)
    {
      self->tables[i] = assay_figures_table_new (
          assay_performance_view_get_context (ASSAY_PERFORMANCE_VIEW (self)),
          _ ("Lead time in days"), columns[i]);
      assay_figures_table_set_explain (self->tables[i], ask_figure, explain_figure,
                                       figure_question_free, self);
      gtk_stack_add_child (self->sets, GTK_WIDGET (self->tables[i]));
    }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (choices));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sets));
  return box;
}

static GtkDropDown *
add_measures (AssayDeliveryView *self, AssayChartFrame *chart)
{
  const char *words[G_N_ELEMENTS (measures) + 1] = { NULL };
  GtkDropDown *choice;

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    words[i] = assay_lead_measure_get_title (measures[i]);
  choice = make_choice (self, _ ("What the chart shows"), words,
                        G_CALLBACK (assay_performance_view_changed));
  assay_chart_frame_add_control (chart, GTK_WIDGET (choice));
  return choice;
}

static void
fill (AssayPerformanceView *view)
{
  AssayDeliveryView *self = ASSAY_DELIVERY_VIEW (view);

  self->section
      = assay_performance_view_add_section (view, _ ("Lead Time in Days"), make_tables (self));
  assay_performance_view_add_action (view, "export-lead-times", _ ("Export _Lead Times…"), export);
  self->spread = assay_performance_view_add_chart (view, ASSAY_TYPE_ORDER_LINE);
  self->spread_of = add_measures (self, self->spread);
  self->slips = assay_performance_view_add_chart (view, ASSAY_TYPE_ORDER_LINE);
  self->slips_of = add_measures (self, self->slips);
  self->control = assay_performance_view_add_control (view, self->slips, FALSE);
  self->distribution = assay_performance_view_add_chart (view, ASSAY_TYPE_ORDER_LINE);
  self->distribution_of = add_measures (self, self->distribution);
  self->on_time = assay_performance_view_add_chart (view, ASSAY_TYPE_ORDER_LINE);
}

static void
assay_delivery_view_finalize (GObject *object)
{
  g_clear_pointer (&ASSAY_DELIVERY_VIEW (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (assay_delivery_view_parent_class)->finalize (object);
}

static void
assay_delivery_view_class_init (AssayDeliveryViewClass *klass)
{
  AssayPerformanceViewClass *view_class = ASSAY_PERFORMANCE_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = assay_delivery_view_finalize;
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
