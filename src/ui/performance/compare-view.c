/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/compare-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/interval-chart.h"
#include "insight/comparison.h"
#include "record/date.h"
#include "record/format.h"
#include "ui/form/reference-picker.h"
#include "ui/performance/day-entry.h"
#include "ui/performance/save-text.h"
#include "ui/performance/words-table.h"

typedef enum
{
  MODE_PERIODS,
  MODE_SUPPLIERS,
  MODE_CLAIMS,
} Mode;

/* What a period is compared with, in the order of the choice. */
typedef enum
{
  WITH_BEFORE,
  WITH_YEAR_BEFORE,
  WITH_CHANGE,
} With;

/* One of the suppliers that are compared. */
typedef struct
{
  gint64 id;
  char *name;
} Chosen;

struct _AssayCompareView
{
  AssayPerformanceView parent_instance;

  AdwToggleGroup *mode;
  GtkDropDown *with;
  AssayDayEntry *change;
  AdwWrapBox *suppliers; /* the chosen ones and a button for more */
  GtkWidget *add;
  GArray *chosen; /* Chosen; the first is the base */
  GtkLabel *hint;
  AssaySection *section;
  AssayWordsTable *table;
  AssayChartFrame *chart;
  AdwToggleGroup *figure;
};

G_DEFINE_FINAL_TYPE (AssayCompareView, assay_compare_view, ASSAY_TYPE_PERFORMANCE_VIEW)

/* Figures that the chart shows, in the order of its choice. */
static const AssayComparedFigure charted[]
    = { ASSAY_COMPARED_RATE, ASSAY_COMPARED_ON_TIME, ASSAY_COMPARED_LEAD_MEAN };

typedef struct
{
  Mode mode;
  gboolean is_complete; /* there is something to compare with */
  AssayComparisonQuestion comparison;
  AssayClaimQuestion claims;
  AssayComparedFigure figure;
} Question;

typedef struct
{
  Question asked;
  AssayComparison *comparison; /* or claims; neither: nothing to compare with yet */
  GPtrArray *claims;           /* AssayClaim */
  GPtrArray *measured;         /* AssayClaim, of the chart */
  char *definition;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->comparison, assay_comparison_free);
  g_clear_pointer (&answer->claims, g_ptr_array_unref);
  g_clear_pointer (&answer->measured, g_ptr_array_unref);
  g_free (answer->definition);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* The period of the page; the last twelve months where it is open. */
static AssayPeriodRange
period_of (const AssayPerformanceFilter *filter)
{
  AssayPeriodRange period = { filter->from, filter->to }, before;

  if (period.to == ASSAY_DATE_UNKNOWN)
    period.to = filter->today;
  if (period.from == ASSAY_DATE_UNKNOWN)
    {
      period.from = period.to;
      assay_period_year_before (&period, &before);
      period.from = before.from + 1;
    }
  return period;
}

static gboolean
ask_periods (AssayCompareView *self,
             const AssayPerformanceFilter *filter,
             AssayComparisonQuestion *question)
{
  AssayPeriodRange period = period_of (filter);
  gint32 change;

  question->n_sides = 2;
  question->sides[0].supplier = question->sides[1].supplier = filter->supplier;
  switch ((With)gtk_drop_down_get_selected (self->with))
    {
    case WITH_CHANGE:
      change = assay_day_entry_get_date (self->change);
      question->sides[0].period = (AssayPeriodRange){ filter->from, change - 1 };
      question->sides[1].period = (AssayPeriodRange){ change, filter->to };
      return change != ASSAY_DATE_UNKNOWN;
    case WITH_YEAR_BEFORE:
      question->sides[1].period = period;
      return assay_period_year_before (&period, &question->sides[0].period);
    case WITH_BEFORE:
    default:
      question->sides[1].period = period;
      return assay_period_before (&period, &question->sides[0].period);
    }
}

static gboolean
ask_suppliers (AssayCompareView *self,
               const AssayPerformanceFilter *filter,
               AssayComparisonQuestion *question)
{
  question->n_sides = self->chosen->len;
  for (guint i = 0; i < self->chosen->len; i++)
    question->sides[i] = (AssayComparisonSide){ g_array_index (self->chosen, Chosen, i).id,
                                                { filter->from, filter->to } };
  return self->chosen->len >= 2;
}

static gpointer
ask (AssayPerformanceView *view, const AssayPerformanceFilter *filter)
{
  AssayCompareView *self = ASSAY_COMPARE_VIEW (view);
  Question *question = g_new0 (Question, 1);

  question->mode = (Mode)adw_toggle_group_get_active (self->mode);
  question->figure = charted[adw_toggle_group_get_active (self->figure)];
  question->comparison.today = question->claims.today = filter->today;
  question->claims.supplier = filter->supplier;
  question->claims.period = (AssayPeriodRange){ filter->from, filter->to };
  if (question->mode == MODE_PERIODS)
    question->is_complete = ask_periods (self, filter, &question->comparison);
  else if (question->mode == MODE_SUPPLIERS)
    question->is_complete = ask_suppliers (self, filter, &question->comparison);
  else
    question->is_complete = TRUE;
  return question;
}

static gboolean
read_claims (AssayDb *db, const Question *question, Answer *answer, GError **error)
{
  answer->definition = assay_claim_definition (&question->claims);
  answer->claims = assay_claims_ask (db, &question->claims, error);
  if (answer->claims == NULL)
    return FALSE;
  answer->measured = assay_measured_by_supplier (db, &question->claims, question->figure, error);
  return answer->measured != NULL;
}

static gboolean
read_answer (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  if (!assay_lead_time_rules_read (db, &question->claims.rules, error)
      || !assay_defect_interval_read (db, &question->claims.interval, error))
    return FALSE;
  question->comparison.rules = question->claims.rules;
  question->comparison.interval = question->claims.interval;
  answer->asked = *question;
  if (question->mode == MODE_CLAIMS)
    {
      if (!read_claims (db, question, answer, error))
        return FALSE;
    }
  else if (question->is_complete)
    {
      answer->comparison = assay_comparison_ask (db, &question->comparison, error);
      if (answer->comparison == NULL)
        return FALSE;
      answer->measured = assay_comparison_measured (answer->comparison, question->figure);
      answer->definition = g_strdup (answer->comparison->definition);
    }
  *result = g_steal_pointer (&answer);
  return TRUE;
}

/* "3.2 %" and below it "2.4 … 4.3 %, n = 1,042" */
static char *
say_measured (AssayComparedFigure figure, const AssayMeasurement *measured)
{
  g_autofree char *value = assay_compared_value_words (figure, measured->value);
  g_autofree char *range = assay_compared_range_words (figure, measured);
  g_autofree char *n = assay_format_number (measured->n);

  if (isnan (measured->value))
    return g_steal_pointer (&value);
  if (range == NULL)
    return g_strdup_printf (_ ("%s\nn = %s"), value, n);
  /* Translators: a figure, its interval, and how many stand behind it */
  return g_strdup_printf (_ ("%s\n%s, n = %s"), value, range, n);
}

static void
show_comparison (AssayCompareView *self, const AssayComparison *comparison)
{
  guint n = comparison->question.n_sides;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;

  g_strv_builder_add (builder, _ ("Figure"));
  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, comparison->names[i]);
  for (guint i = 1; i < n; i++)
    {
      if (n == 2)
        g_strv_builder_add (builder, _ ("Change"));
      else
        /* Translators: how a supplier differs from another one: “Beta against Alpha” */
        g_strv_builder_take (builder, g_strdup_printf (_ ("%s against %s"), comparison->names[i],
                                                       comparison->names[0]));
    }
  titles = g_strv_builder_end (builder);
  assay_words_table_set_columns (self->table, (const char *const *)titles);
  for (guint figure = 0; figure < ASSAY_COMPARED_N_FIGURES; figure++)
    {
      const AssayComparedRow *row = &comparison->rows[figure];
      AssayComparedFigure what = (AssayComparedFigure)figure;
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
      g_auto (GStrv) words = NULL;

      g_strv_builder_add (cells, assay_compared_title (what));
      for (guint i = 0; i < n; i++)
        g_strv_builder_take (cells, say_measured (what, &row->sides[i]));
      for (guint i = 1; i < n; i++)
        g_strv_builder_take (cells, assay_compared_change_lines (what, &row->changes[i]));
      words = g_strv_builder_end (cells);
      assay_words_table_add (self->table, (const char *const *)words, 0);
    }
}

static void
show_claims (AssayCompareView *self, const GPtrArray *claims)
{
  const char *const titles[]
      = { _ ("Supplier"), _ ("Figure"), _ ("Claimed"), _ ("Measured"), _ ("Verdict"), NULL };

  assay_words_table_set_columns (self->table, titles);
  for (guint i = 0; i < claims->len; i++)
    {
      const AssayClaim *claim = g_ptr_array_index (claims, i);
      g_autofree char *claimed = assay_compared_value_words (claim->figure, claim->claimed);
      g_autofree char *measured = say_measured (claim->figure, &claim->measured);
      const char *const cells[]
          = { claim->name, assay_compared_title (claim->figure),       claimed,
              measured,    assay_claim_verdict_words (claim->verdict), NULL };

      assay_words_table_add (self->table, cells, claim->supplier);
    }
}

/* Why there is no table. */
static const char *
hint_of (const Answer *answer)
{
  if (answer->asked.mode == MODE_CLAIMS)
    return answer->claims->len > 0 ? NULL
                                   : _ ("No supplier claims a lead time, a share on time or a "
                                        "defective rate yet. Enter "
                                        "what it says on its page.");
  if (answer->comparison == NULL)
    return answer->asked.mode == MODE_SUPPLIERS
               ? _ ("Add two to six suppliers to see them side by side.")
               : _ ("Enter the day of the change, or choose another period.");
  return assay_comparison_is_empty (answer->comparison)
             ? _ ("Nothing was delivered or inspected in either.")
             : NULL;
}

static gboolean
show (AssayPerformanceView *view, gpointer data)
{
  AssayCompareView *self = ASSAY_COMPARE_VIEW (view);
  g_autoptr (Answer) answer = data;
  const char *hint = hint_of (answer);
  g_autoptr (AssayScene) scene = assay_interval_chart_new (answer->measured, answer->asked.figure,
                                                           answer->asked.claims.interval);

  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->table), hint == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), hint == NULL);
  if (hint == NULL && answer->claims != NULL)
    show_claims (self, answer->claims);
  else if (hint == NULL)
    show_comparison (self, answer->comparison);
  if (answer->definition != NULL)
    assay_section_set_explanation (self->section, answer->definition);
  assay_chart_frame_set_scene (self->chart, scene);
  return TRUE; /* it says itself what is missing */
}

static void
controls_cb (AssayCompareView *self)
{
  Mode mode = (Mode)adw_toggle_group_get_active (self->mode);

  gtk_widget_set_visible (GTK_WIDGET (self->with), mode == MODE_PERIODS);
  gtk_widget_set_visible (GTK_WIDGET (self->change),
                          mode == MODE_PERIODS
                              && gtk_drop_down_get_selected (self->with) == WITH_CHANGE);
  gtk_widget_set_visible (GTK_WIDGET (self->suppliers), mode == MODE_SUPPLIERS);
  assay_performance_view_changed (ASSAY_PERFORMANCE_VIEW (self));
}

static void fill_suppliers (AssayCompareView *self);

static void
remove_cb (AssayCompareView *self, GtkWidget *button)
{
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "at"));

  g_array_remove_index (self->chosen, at);
  fill_suppliers (self);
  assay_performance_view_changed (ASSAY_PERFORMANCE_VIEW (self));
}

static void
picked_cb (AssayCompareView *self, gint64 id, const char *name)
{
  Chosen chosen = { id, NULL };

  for (guint i = 0; i < self->chosen->len; i++)
    if (g_array_index (self->chosen, Chosen, i).id == id)
      return;
  chosen.name = g_strdup (name);
  g_array_append_val (self->chosen, chosen);
  fill_suppliers (self);
  assay_performance_view_changed (ASSAY_PERFORMANCE_VIEW (self));
}

static void
fill_suppliers (AssayCompareView *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->suppliers));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != self->add)
        adw_wrap_box_remove (self->suppliers, child);
      child = next;
    }
  for (guint i = self->chosen->len; i > 0; i--)
    {
      const Chosen *chosen = &g_array_index (self->chosen, Chosen, i - 1);
      GtkWidget *button = gtk_button_new ();
      GtkWidget *content = adw_button_content_new ();
      g_autofree char *words = g_strdup_printf (_ ("Remove %s"), chosen->name);

      adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "window-close-symbolic");
      adw_button_content_set_label (ADW_BUTTON_CONTENT (content), chosen->name);
      adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (content), TRUE);
      gtk_button_set_child (GTK_BUTTON (button), content);
      gtk_widget_set_tooltip_text (button, words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                      -1);
      g_object_set_data (G_OBJECT (button), "at", GUINT_TO_POINTER (i - 1));
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_prepend (self->suppliers, button);
    }
  gtk_widget_set_sensitive (self->add, self->chosen->len < ASSAY_COMPARISON_MOST);
}

static void export (AssayPerformanceView *view)
{
  AssayCompareView *self = ASSAY_COMPARE_VIEW (view);
  g_autofree char *csv = assay_words_table_to_csv (self->table);

  assay_save_text (assay_performance_view_get_context (view), GTK_WIDGET (view),
                   _ ("comparison.csv"), csv);
}

static AdwToggleGroup *
make_modes (AssayCompareView *self)
{
  const char *const labels[] = { _ ("Periods"), _ ("Suppliers"), _ ("Claims") };
  AdwToggleGroup *group = ADW_TOGGLE_GROUP (adw_toggle_group_new ());

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_label (toggle, labels[i]);
      adw_toggle_group_add (group, toggle);
    }
  adw_toggle_group_set_active (group, MODE_PERIODS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is compared"), -1);
  g_signal_connect_object (group, "notify::active", G_CALLBACK (controls_cb), self,
                           G_CONNECT_SWAPPED);
  return group;
}

static void
add_controls (AssayCompareView *self, GtkBox *content)
{
  AssayContext *context = assay_performance_view_get_context (ASSAY_PERFORMANCE_VIEW (self));
  const char *const with[] = { _ ("With the period before"), _ ("With the year before"),
                               _ ("Before and after a day"), NULL };
  GtkWidget *picker = assay_reference_picker_new (context, ASSAY_TYPE_SUPPLIER, FALSE);
  GtkWidget *row = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 6, NULL);

  self->mode = make_modes (self);
  self->with = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (with));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->with), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Period to compare with"), -1);
  self->change = assay_day_entry_new (_ ("Day"), assay_context_get_today (context));
  self->suppliers = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL);
  self->add
      = g_object_new (GTK_TYPE_MENU_BUTTON, "label", _ ("Add Supplier"), "popover", picker, NULL);
  adw_wrap_box_append (self->suppliers, self->add);
  adw_wrap_box_append (ADW_WRAP_BOX (row), GTK_WIDGET (self->mode));
  adw_wrap_box_append (ADW_WRAP_BOX (row), GTK_WIDGET (self->with));
  adw_wrap_box_append (ADW_WRAP_BOX (row), GTK_WIDGET (self->change));
  gtk_box_append (content, row);
  gtk_box_append (content, GTK_WIDGET (self->suppliers));
  g_signal_connect_object (self->with, "notify::selected", G_CALLBACK (controls_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->change, "changed", G_CALLBACK (controls_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
}

static void
fill (AssayPerformanceView *view)
{
  AssayCompareView *self = ASSAY_COMPARE_VIEW (view);
  GtkBox *content = assay_performance_view_get_content (view);
  const char *const figures[] = { _ ("Defects"), _ ("On time"), _ ("Lead time"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  add_controls (self, content);
  self->table = assay_words_table_new (assay_performance_view_get_context (view), _ ("Comparison"));
  self->hint = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dimmed");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hint));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->table));
  self->section = assay_performance_view_add_section (view, _ ("Comparison"), box);
  self->chart = assay_performance_view_add_chart (view, ASSAY_TYPE_SUPPLIER);
  self->figure
      = assay_performance_view_add_toggles (view, self->chart, _ ("Figure of the chart"), figures);
  assay_performance_view_add_action (view, "export-comparison", _ ("Export _Comparison…"), export);
  controls_cb (self);
}

static void
chosen_clear (gpointer data)
{
  g_free (((Chosen *)data)->name);
}

static void
assay_compare_view_finalize (GObject *object)
{
  g_array_unref (ASSAY_COMPARE_VIEW (object)->chosen);

  G_OBJECT_CLASS (assay_compare_view_parent_class)->finalize (object);
}

static void
assay_compare_view_class_init (AssayCompareViewClass *klass)
{
  AssayPerformanceViewClass *view_class = ASSAY_PERFORMANCE_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = assay_compare_view_finalize;

  view_class->id = "compare";
  view_class->title = N_ ("Compare");
  view_class->empty_title = N_ ("Nothing to Compare Yet");
  view_class->empty_description = N_ ("A comparison needs deliveries or inspections.");
  view_class->fill = fill;
  view_class->ask = ask;
  view_class->read = read_answer;
  view_class->show = show;
  view_class->free_answer = (GDestroyNotify)answer_free;
}

static void
assay_compare_view_init (AssayCompareView *self)
{
  self->chosen = g_array_new (FALSE, TRUE, sizeof (Chosen));
  g_array_set_clear_func (self->chosen, chosen_clear);
}
