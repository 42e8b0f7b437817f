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
  GtkDropDown *by;
  GtkDropDown *interval;
  gboolean interval_chosen; /* here, and not as the book says */
  gboolean showing;
  AssayDefectQuestion shown; /* what the table is of */
  GHashTable *groups;        /* the names of its rows to those of the groups */
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
  gboolean interval_chosen;
  gboolean by_month;      /* months instead of lots */
  AssayCauseBy causes_by; /* what defects are added up by */
} Question;

typedef struct
{
  AssayDefectQuestion asked;
  AssayCauseBy causes_by;
  GPtrArray *rows;       /* AssayDefectRow */
  AssayDefectRow *total; /* over all */
  AssaySeries *lots;
  GPtrArray *causes; /* AssayCause */
  char *definition;
} Answer;

/* What one figure of the table is. */
typedef struct
{
  AssayDefectQuestion question;
  AssayDefectRow group;
  gboolean is_total;
  AssayDefectFigure figure;
} Explained;

static const AssayFigureColumn columns[] = {
  { N_ ("Lots"), NULL, "lots", ASSAY_FIGURE_COUNT },
  { N_ ("Inspected"), N_ ("Pieces"), "inspected", ASSAY_FIGURE_COUNT },
  { N_ ("Rate"), N_ ("Defective of inspected pieces"), "rate", ASSAY_FIGURE_SHARE },
  { N_ ("Rate, low"), N_ ("Lower end of the 95 % interval"), "rate_low", ASSAY_FIGURE_SHARE },
  { N_ ("Rate, high"), N_ ("Upper end of the 95 % interval"), "rate_high", ASSAY_FIGURE_SHARE },
  { N_ ("Lots accepted"), N_ ("Of the lots that are decided"), "accepted_share", ASSAY_FIGURE_SHARE,
    TRUE },
  { N_ ("First pass"), N_ ("Pieces without a defect at the first inspection"), "first_pass_yield",
    ASSAY_FIGURE_SHARE, TRUE },
  { N_ ("DHU"), N_ ("Defects per hundred units"), "dhu", ASSAY_FIGURE_REAL, TRUE },
  { N_ ("DPMO"), N_ ("Defects per million opportunities"), "dpmo", ASSAY_FIGURE_COUNT, TRUE },
  { N_ ("Critical"), N_ ("Pieces whose most serious defect is critical"), "critical_rate",
    ASSAY_FIGURE_SHARE, TRUE },
  { N_ ("Major"), N_ ("Pieces whose most serious defect is major"), "major_rate",
    ASSAY_FIGURE_SHARE, TRUE },
  { N_ ("Minor"), N_ ("Pieces whose most serious defect is minor"), "minor_rate",
    ASSAY_FIGURE_SHARE, TRUE },
  { N_ ("Defective"), N_ ("Pieces"), "defective", ASSAY_FIGURE_COUNT, TRUE },
  { N_ ("Unknown"), N_ ("Lots whose numbers are unknown: left out"), "unknown", ASSAY_FIGURE_COUNT,
    TRUE },
  { NULL },
};

/* What the table has a row for, in the order of the choice. */
static const struct
{
  AssayGrouping by;
  AssayType type;
  const char *heading;
  const char *name;
} groupings[] = {
  { ASSAY_GROUP_SUPPLIER, ASSAY_TYPE_SUPPLIER, N_ ("Supplier"), "supplier" },
  { ASSAY_GROUP_PRODUCT, ASSAY_TYPE_PRODUCT, N_ ("Product"), "product" },
  { ASSAY_GROUP_MONTH, ASSAY_TYPE_NONE, N_ ("Month"), "month" },
  { ASSAY_GROUP_COUNTRY, ASSAY_TYPE_NONE, N_ ("Country"), "country" },
  { ASSAY_GROUP_MODE, ASSAY_TYPE_NONE, N_ ("Mode of transport"), "mode" },
  { ASSAY_GROUP_KIND, ASSAY_TYPE_NONE, N_ ("Kind of inspection"), "kind" },
  { ASSAY_GROUP_CLASS, ASSAY_TYPE_NONE, N_ ("Class of defect"), "class" },
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

  question->defects.by = groupings[gtk_drop_down_get_selected (self->by)].by;
  question->defects.interval = gtk_drop_down_get_selected (self->interval) == 1
                                   ? ASSAY_INTERVAL_EXACT
                                   : ASSAY_INTERVAL_WILSON;
  question->defects.with_classes = TRUE;
  question->interval_chosen = self->interval_chosen;
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
  Question *question = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  if (!question->interval_chosen
      && !assay_defect_interval_read (db, &question->defects.interval, error))
    return FALSE;
  answer->asked = question->defects;
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
explained_free (gpointer data)
{
  Explained *explained = data;

  g_free (explained->group.group);
  g_free (explained);
}

static gpointer
question_of (const AssayFigureGroup *group, const char *column, gpointer data)
{
  AssayDefectsView *self = ASSAY_DEFECTS_VIEW (data);
  AssayDefectFigure figure;
  Explained *explained;

  if (!assay_defect_figure_parse (column, &figure))
    return NULL;
  explained = g_new0 (Explained, 1);
  explained->question = self->shown;
  explained->figure = figure;
  explained->is_total = group->is_total;
  explained->group.id = group->id;
  if (group->name != NULL)
    explained->group.group = g_strdup (g_hash_table_lookup (self->groups, group->name));
  return explained;
}

static AssayExplanation *
explain (AssayDb *db, gconstpointer question, GError **error)
{
  const Explained *explained = question;

  return assay_defect_explain (db, &explained->question,
                               explained->is_total ? NULL : &explained->group, explained->figure,
                               error);
}

static void
add_row (AssayDefectsView *self, const AssayDefectRow *row, const char *total)
{
  const double values[] = { (double)row->lots,
                            (double)row->inspected,
                            row->rate,
                            row->rate_low,
                            row->rate_high,
                            row->accepted_share,
                            row->first_pass_yield,
                            row->dhu,
                            row->dpmo,
                            row->classes[ASSAY_DEFECT_CRITICAL].rate,
                            row->classes[ASSAY_DEFECT_MAJOR].rate,
                            row->classes[ASSAY_DEFECT_MINOR].rate,
                            (double)row->defective,
                            (double)row->unknown };
  char *name = NULL;

  if (total != NULL)
    {
      assay_figures_table_add_total (self->table, total, values);
      return;
    }
  if (row->group != NULL)
    {
      name = assay_defect_group_words (self->shown.by, row->group);
      g_hash_table_insert (self->groups, name, g_strdup (row->group));
    }
  assay_figures_table_add (self->table, row->id, name, values);
}

/* The choice follows what the book says until it is made here. */
static void
show_interval (AssayDefectsView *self)
{
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->interval, self->shown.interval == ASSAY_INTERVAL_EXACT ? 1 : 0);
  self->showing = FALSE;
}

static gboolean
show (AssayPerformanceView *view, gpointer data)
{
  AssayDefectsView *self = ASSAY_DEFECTS_VIEW (view);
  g_autoptr (Answer) answer = data;
  g_autoptr (AssayScene) causes = assay_pareto_chart_new (answer->causes, answer->causes_by);
  g_autoptr (AssayScene) defects = NULL;
  AssayControlOptions options;
  guint by = gtk_drop_down_get_selected (self->by);

  assay_control_chooser_get_options (self->control, &options);
  defects = assay_defect_rate_chart_new (answer->lots, &options);

  assay_figures_table_clear (self->table);
  g_hash_table_remove_all (self->groups);
  self->shown = answer->asked;
  assay_figures_table_set_groups (self->table, groupings[by].type, _ (groupings[by].heading),
                                  groupings[by].name);
  if (answer->rows->len > 1 && answer->total != NULL)
    add_row (self, answer->total, _ ("All"));
  for (guint i = 0; i < answer->rows->len; i++)
    add_row (self, g_ptr_array_index (answer->rows, i), NULL);
  show_interval (self);
  assay_section_set_explanation (self->section, answer->definition);
  assay_chart_frame_set_scene (self->defects, defects);
  assay_chart_frame_set_scene (self->causes, causes);
  return answer->rows->len > 0;
}

static void
interval_cb (AssayDefectsView *self)
{
  if (self->showing)
    return;
  self->interval_chosen = TRUE;
  assay_performance_view_changed (ASSAY_PERFORMANCE_VIEW (self));
}

static GtkDropDown *
add_choice (AdwWrapBox *box, const char *const *words, const char *label)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (words);

  gtk_widget_set_tooltip_text (choice, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  adw_wrap_box_append (box, choice);
  return GTK_DROP_DOWN (choice);
}

static void
add_choices (AssayDefectsView *self, AdwWrapBox *box)
{
  const char *const intervals[] = { _ ("Wilson interval"), _ ("Exact interval"), NULL };
  const char *headings[G_N_ELEMENTS (groupings) + 1] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (groupings); i++)
    headings[i] = _ (groupings[i].heading);
  self->by = add_choice (box, headings, _ ("A Row for Each"));
  self->interval = add_choice (box, intervals, _ ("Interval of Shares"));
  g_signal_connect_object (self->by, "notify::selected",
                           G_CALLBACK (assay_performance_view_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->interval, "notify::selected", G_CALLBACK (interval_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
fill (AssayPerformanceView *view)
{
  AssayDefectsView *self = ASSAY_DEFECTS_VIEW (view);
  /* One point a lot, or a month of lots. */
  const char *const lots[] = { _ ("By lot"), _ ("By month"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *choices
      = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL);
  /* In the order of AssayCauseBy. */
  const char *const by[] = { _ ("Type"), _ ("Category"), _ ("Class"), _ ("Component"), NULL };

  self->table
      = assay_figures_table_new (assay_performance_view_get_context (view), _ ("Defects"), columns);
  assay_figures_table_set_explain (self->table, question_of, explain, explained_free, self);
  gtk_box_append (GTK_BOX (box), choices);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->table));
  self->section = assay_performance_view_add_section (view, _ ("Rates of Defects"), box);
  add_choices (self, ADW_WRAP_BOX (choices));
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
assay_defects_view_finalize (GObject *object)
{
  g_hash_table_unref (ASSAY_DEFECTS_VIEW (object)->groups);

  G_OBJECT_CLASS (assay_defects_view_parent_class)->finalize (object);
}

static void
assay_defects_view_class_init (AssayDefectsViewClass *klass)
{
  AssayPerformanceViewClass *view_class = ASSAY_PERFORMANCE_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = assay_defects_view_finalize;

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
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}
