/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/spend-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/share-chart.h"
#include "insight/diversification.h"
#include "insight/reorder.h"
#include "record/format.h"
#include "ui/performance/sourcing-tables.h"
#include "ui/performance/spend-left-out.h"
#include "ui/performance/variance-tables.h"
#include "ui/record/figure-tile.h"

struct _AssaySpendView
{
  AssayPerformanceView parent_instance;

  AssayFigureTile *total, *index, *largest;
  AssayChartFrame *shares;
  AdwToggleGroup *by, *every;
  AssaySection *section;
  AssayFiguresTable *table;
  AssaySpendLeftOutList *left_out;
  AssayChartFrame *critical;
  AssaySourcingTables *sourcing;
  AssayVarianceTables *variance;
  AssaySpendQuestion asked; /* what is shown */
};

G_DEFINE_FINAL_TYPE (AssaySpendView, assay_spend_view, ASSAY_TYPE_PERFORMANCE_VIEW)

/* In the order of the toggles. */
static const struct
{
  AssaySpendBy by;
  AssayType type;
  const char *heading; /* of the table's first column, marked for translation */
  const char *name;    /* the same in an export */
  const char *title;   /* of the table, marked for translation */
} groupings[] = {
  { ASSAY_SPEND_BY_SUPPLIER, ASSAY_TYPE_SUPPLIER, N_ ("Supplier"), "supplier",
    N_ ("Spend by Supplier") },
  { ASSAY_SPEND_BY_COUNTRY, ASSAY_TYPE_NONE, N_ ("Country"), "country", N_ ("Spend by Country") },
  { ASSAY_SPEND_BY_CATEGORY, ASSAY_TYPE_NONE, N_ ("Category"), "category",
    N_ ("Spend by Category") },
  { ASSAY_SPEND_BY_PRODUCT, ASSAY_TYPE_PRODUCT, N_ ("Product"), "product",
    N_ ("Spend by Product") },
};

static const AssayFigureColumn columns[] = {
  { N_ ("Spend"), N_ ("Quantity times unit price"), "spend", ASSAY_FIGURE_MONEY },
  { N_ ("Share"), N_ ("Of all that was spent"), "share", ASSAY_FIGURE_SHARE },
  { N_ ("Lines"), N_ ("Order lines"), "lines", ASSAY_FIGURE_COUNT, TRUE },
  { N_ ("Pieces"), N_ ("Pieces ordered"), "quantity", ASSAY_FIGURE_COUNT, TRUE },
  { NULL },
};

typedef struct
{
  AssaySpendQuestion spend;
  gint32 today;
} Question;

typedef struct
{
  AssaySpend *spend;
  AssaySpendOverTime *series; /* NULL once the chart has it */
  AssayCriticalSpend *critical;
  AssayDiversification *sourcing;
  GPtrArray *plan; /* AssayReorder */
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->spend, assay_spend_free);
  g_clear_pointer (&answer->series, assay_spend_over_time_free);
  g_clear_pointer (&answer->critical, assay_critical_spend_free);
  g_clear_pointer (&answer->sourcing, assay_diversification_free);
  g_clear_pointer (&answer->plan, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
ask (AssayPerformanceView *view, const AssayPerformanceFilter *filter)
{
  AssaySpendView *self = ASSAY_SPEND_VIEW (view);
  Question *question = g_new0 (Question, 1);

  question->spend.by = groupings[adw_toggle_group_get_active (self->by)].by;
  question->spend.every = adw_toggle_group_get_active (self->every) == 1 ? ASSAY_SPEND_MONTHLY
                                                                         : ASSAY_SPEND_QUARTERLY;
  question->spend.supplier = filter->supplier;
  question->spend.from = filter->from;
  question->spend.to = filter->to;
  question->today = filter->today;
  return question;
}

/* Of one supplier alone, where the page is about one. */
static GPtrArray *
read_plan (AssayDb *db, const Question *question, GError **error)
{
  AssayReorderQuestion reorder = { .today = question->today };
  GPtrArray *plan = assay_reorder_plan (db, &reorder, error);

  for (guint i = plan != NULL ? plan->len : 0; question->spend.supplier != 0 && i-- > 0;)
    if (((const AssayReorder *)g_ptr_array_index (plan, i))->supplier != question->spend.supplier)
      g_ptr_array_remove_index (plan, i);
  return plan;
}

static AssayDiversification *
read_sourcing (AssayDb *db, const AssaySpendQuestion *spend, GError **error)
{
  const AssayDiversificationQuestion question
      = { .from = spend->from, .to = spend->to, .supplier = spend->supplier };

  return assay_diversification_ask (db, &question, error);
}

static gboolean
read_answer (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->spend = assay_spend_figures (db, &question->spend, error);
  if (answer->spend == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  answer->series = assay_spend_over_time (db, &question->spend, ASSAY_SHARE_CHART_BANDS, error);
  if (answer->series == NULL)
    return FALSE;
  answer->critical = assay_spend_critical (db, &question->spend, error);
  if (answer->critical == NULL)
    return FALSE;
  answer->sourcing = read_sourcing (db, &question->spend, error);
  if (answer->sourcing == NULL)
    return FALSE;
  answer->plan = read_plan (db, question, error);
  if (answer->plan == NULL)
    return FALSE;
  *result = g_steal_pointer (&answer);
  return TRUE;
}

/* How a figure came about */

typedef enum
{
  EXPLAIN_ROW,
  EXPLAIN_TOTAL,
  EXPLAIN_INDEX,
} Explained;

typedef struct
{
  AssaySpendQuestion spend;
  Explained what;
  gint64 id;
  char *name; /* as in the figures' row; nullable */
} ExplainQuestion;

static void
explain_question_free (gpointer data)
{
  g_free (((ExplainQuestion *)data)->name);
  g_free (data);
}

static AssayExplanation *
explain (AssayDb *db, gconstpointer data, GError **error)
{
  const ExplainQuestion *question = data;
  g_autoptr (AssaySpend) spend = assay_spend_figures (db, &question->spend, error);
  const AssaySpendRow *found = NULL;

  if (spend == NULL)
    return NULL;
  if (question->what == EXPLAIN_INDEX)
    return assay_spend_explain_concentration (spend);
  for (guint i = 0; question->what == EXPLAIN_ROW && i < spend->rows->len; i++)
    {
      const AssaySpendRow *row = g_ptr_array_index (spend->rows, i);
      g_autofree char *words = assay_spend_group_words (question->spend.by, row->group);

      if (question->id != 0 ? row->id == question->id : g_strcmp0 (words, question->name) == 0)
        found = row;
    }
  return assay_spend_explain (spend, found);
}

static ExplainQuestion *
explain_question_new (AssaySpendView *self, Explained what)
{
  ExplainQuestion *question = g_new0 (ExplainQuestion, 1);

  question->spend = self->asked;
  question->what = what;
  return question;
}

static gpointer
explain_cell (const AssayFigureGroup *group, const char *column, gpointer data)
{
  ExplainQuestion *question
      = explain_question_new (data, group->is_total ? EXPLAIN_TOTAL : EXPLAIN_ROW);

  question->id = group->id;
  question->name = g_strdup (group->name);
  return question;
}

static void
explain_tile_cb (AssaySpendView *self, AssayFigureTile *tile)
{
  assay_performance_view_explain (
      ASSAY_PERFORMANCE_VIEW (self), explain,
      explain_question_new (self, tile == self->total ? EXPLAIN_TOTAL : EXPLAIN_INDEX),
      explain_question_free);
}

/* Showing */

static void
show_tiles (AssaySpendView *self, const AssaySpend *spend)
{
  const AssayConcentration *found = &spend->concentration;
  const AssaySpendRow *first = spend->rows->len > 0 ? g_ptr_array_index (spend->rows, 0) : NULL;
  g_autofree char *amount = assay_money_format (spend->total->amount, spend->currency);
  g_autofree char *lines = assay_format_number (spend->total->ids->len);
  g_autofree char *counted = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s order line", "%s order lines", spend->total->ids->len),
      lines);
  g_autofree char *index = assay_format_real (found->hhi, 2);
  g_autofree char *thousands = assay_format_number ((gint64)round (found->hhi * 10000));
  g_autofree char *effective = assay_format_real (found->effective, 1);
  g_autofree char *as = g_strdup_printf (
      /* Translators: an index from 0 to 10,000; a number such as 3.2 */
      _ ("%s of 10,000 · as %s equal ones"), thousands, effective);
  g_autofree char *name = NULL, *share = NULL;

  assay_figure_tile_set (self->total, spend->has_base ? amount : NULL,
                         spend->has_base ? counted : _ ("no base currency"));
  assay_figure_tile_set (self->index, isnan (found->hhi) ? NULL : index,
                         isnan (found->hhi) ? NULL : as);
  if (first == NULL || isnan (first->share))
    {
      assay_figure_tile_set (self->largest, NULL, NULL);
      return;
    }
  name = assay_spend_group_words (spend->asked.by, first->group);
  share = assay_format_share (first->share, 1);
  assay_figure_tile_set (self->largest, share, name);
}

static void
add_row (AssaySpendView *self, const AssaySpend *spend, const AssaySpendRow *row, const char *total)
{
  const double values[]
      = { spend->has_base ? assay_money_to_units (row->amount, spend->currency) : NAN, row->share,
          (double)row->ids->len, (double)row->quantity };
  g_autofree char *name = assay_spend_group_words (spend->asked.by, row->group);

  if (total != NULL)
    assay_figures_table_add_total (self->table, total, values);
  else
    assay_figures_table_add (self->table, row->id, name, values);
}

static void
show_table (AssaySpendView *self, const AssaySpend *spend)
{
  guint at = adw_toggle_group_get_active (self->by);

  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    if (groupings[i].by == spend->asked.by)
      at = i;
  assay_section_set_title (self->section, _ (groupings[at].title));
  assay_section_set_explanation (self->section, spend->definition);
  assay_figures_table_clear (self->table);
  assay_figures_table_set_groups (self->table, groupings[at].type, _ (groupings[at].heading),
                                  groupings[at].name);
  assay_figures_table_set_currency (self->table, spend->currency);
  if (spend->rows->len > 1)
    add_row (self, spend, spend->total, _ ("All"));
  for (guint i = 0; i < spend->rows->len; i++)
    add_row (self, spend, g_ptr_array_index (spend->rows, i), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->section), spend->rows->len > 0);
}

/* What can be mended comes first; drafts and cancelled lines only want to be counted. */
static void
show_left_out (AssaySpendView *self, const AssaySpend *spend)
{
  GtkBox *content = assay_performance_view_get_content (ASSAY_PERFORMANCE_VIEW (self));
  GtkWidget *tiles = gtk_widget_get_parent (GTK_WIDGET (self->total));
  gboolean first = !spend->has_base;

  for (guint i = 0; i < spend->left_out->len; i++)
    first = first
            || assay_spend_reason_is_money (
                ((const AssaySpendLeftOut *)g_ptr_array_index (spend->left_out, i))->reason);
  assay_spend_left_out_list_show (self->left_out, spend);
  gtk_box_reorder_child_after (content, GTK_WIDGET (self->left_out),
                               first ? tiles : GTK_WIDGET (self->section));
}

static gboolean
show (AssayPerformanceView *view, gpointer data)
{
  AssaySpendView *self = ASSAY_SPEND_VIEW (view);
  g_autoptr (Answer) answer = data;
  gboolean something = answer->spend->rows->len > 0 || answer->spend->left_out->len > 0
                       || answer->plan->len > 0 || answer->sourcing->products->len > 0;
  gboolean has_critical = answer->critical->products->len > 0;
  g_autoptr (AssayScene) shares = assay_share_chart_new (g_steal_pointer (&answer->series));
  g_autoptr (AssayScene) critical = assay_critical_chart_new (g_steal_pointer (&answer->critical));

  self->asked = answer->spend->asked;
  show_tiles (self, answer->spend);
  show_table (self, answer->spend);
  show_left_out (self, answer->spend);
  assay_chart_frame_set_scene (self->shares, shares);
  assay_chart_frame_set_scene (self->critical, critical);
  gtk_widget_set_visible (GTK_WIDGET (self->critical), has_critical);
  assay_sourcing_tables_show (self->sourcing, answer->sourcing);
  assay_variance_tables_show (self->variance, answer->plan);
  return something;
}

/* Content */

static AssayFigureTile *
add_tile (AssaySpendView *self, AdwWrapBox *box, const char *title)
{
  AssayFigureTile *tile = assay_figure_tile_new (title);

  assay_figure_tile_set_plain (tile);
  adw_wrap_box_append (box, GTK_WIDGET (tile));
  return tile;
}

static void
add_tiles (AssaySpendView *self)
{
  AdwWrapBox *box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 12,
                                  "justify", ADW_JUSTIFY_FILL, "justify-last-line", TRUE, NULL);

  self->total = add_tile (self, box, _ ("Spend"));
  self->index = add_tile (self, box, _ ("Concentration Index"));
  self->largest = add_tile (self, box, _ ("Largest Share"));
  assay_figure_tile_set_explained (self->total);
  assay_figure_tile_set_explained (self->index);
  g_signal_connect_object (self->total, "explain", G_CALLBACK (explain_tile_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->index, "explain", G_CALLBACK (explain_tile_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (assay_performance_view_get_content (ASSAY_PERFORMANCE_VIEW (self)),
                  GTK_WIDGET (box));
}

static void
fill (AssayPerformanceView *view)
{
  AssaySpendView *self = ASSAY_SPEND_VIEW (view);
  AssayContext *context = assay_performance_view_get_context (view);
  /* In the order of `groupings`. */
  const char *const by[] = { _ ("Supplier"), _ ("Country"), _ ("Category"), _ ("Product"), NULL };
  const char *const every[] = { _ ("Quarter"), _ ("Month"), NULL };

  add_tiles (self);
  self->left_out = assay_spend_left_out_list_new (context);
  gtk_box_append (assay_performance_view_get_content (view), GTK_WIDGET (self->left_out));
  self->shares = assay_performance_view_add_chart (view, ASSAY_TYPE_ORDER_LINE);
  gtk_widget_set_size_request (GTK_WIDGET (self->shares), -1, 480);
  self->by = assay_performance_view_add_toggles (view, self->shares, _ ("Whose shares"), by);
  self->every
      = assay_performance_view_add_toggles (view, self->shares, _ ("How long a period is"), every);
  self->table = assay_figures_table_new (context, _ ("Spend"), columns);
  assay_figures_table_set_explain (self->table, explain_cell, explain, explain_question_free, self);
  self->section = assay_performance_view_add_section (view, _ ("Spend by Supplier"),
                                                      GTK_WIDGET (self->table));
  assay_performance_view_add_export (view, "export-spend", _ ("Export _Spend…"), _ ("spend.csv"),
                                     self->table);
  self->critical = assay_performance_view_add_chart (view, ASSAY_TYPE_ORDER_LINE);
  self->sourcing = assay_sourcing_tables_new (view);
  self->variance = assay_variance_tables_new (view);
}

static void
assay_spend_view_class_init (AssaySpendViewClass *klass)
{
  AssayPerformanceViewClass *view_class = ASSAY_PERFORMANCE_VIEW_CLASS (klass);

  view_class->id = "spend";
  view_class->title = N_ ("Spend");
  view_class->empty_title = N_ ("No Figures Yet");
  view_class->empty_description = N_ ("Spend needs order lines with a quantity and a unit price.");
  view_class->fill = fill;
  view_class->ask = ask;
  view_class->read = read_answer;
  view_class->show = show;
  view_class->free_answer = (GDestroyNotify)answer_free;
}

static void
assay_spend_view_init (AssaySpendView *self)
{
}
