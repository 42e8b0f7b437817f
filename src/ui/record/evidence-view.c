/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/evidence-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/lead-time-explain.h"
#include "record/date.h"
#include "record/format.h"
#include "ui/record/explanation-dialog.h"
#include "ui/record/figure-tile.h"

/* With fewer lines a spread says nothing. */
#define LEAST_FOR_SPREAD 3
#define MILLION          1e6

struct _AssayEvidenceView
{
  GtkWidget parent_instance;

  AssayRecordPage *page; /* the one that this is in */
  AssayEvidenceRows rows;
  AssayFigureTile *count;
  AssayFigureTile *on_time;
  AssayFigureTile *lead;
  AssayFigureTile *spread;
  AssayFigureTile *production;
  AssayFigureTile *transit;
  AssayFigureTile *slip;
  AssayFigureTile *defects;
  AssayFigureTile *ppm; /* the same in a million */
};

G_DEFINE_FINAL_TYPE (AssayEvidenceView, assay_evidence_view, GTK_TYPE_WIDGET)

/* "51 ± 9 days" */
static char *
days (const AssaySummary *summary, gboolean with_sign)
{
  g_autofree char *mean = NULL;

  if (summary->n == 0 || isnan (summary->mean))
    return NULL;
  mean = assay_format_real (summary->mean, 1);
  /* Translators: a number of days; a slip has a sign */
  return g_strdup_printf (with_sign && summary->mean > 0 ? _ ("+%s days") : _ ("%s days"), mean);
}

static char *
spread (const AssaySummary *summary)
{
  g_autofree char *n = assay_format_number ((gint64)summary->n);
  g_autofree char *sd = NULL;

  if (isnan (summary->sd) || summary->n < LEAST_FOR_SPREAD)
    /* Translators: how many rows stand behind a figure */
    return g_strdup_printf (_ ("n = %s"), n);
  sd = assay_format_real (summary->sd, 1);
  /* Translators: standard deviation and how many rows stand behind a figure */
  return g_strdup_printf (_ ("sd %s · n = %s"), sd, n);
}

/* "Claimed 45 days: not supported" */
static void
show_claim (AssayFigureTile *tile, const AssayClaim *claim)
{
  g_autofree char *words = isnan (claim->claimed) ? NULL : assay_claim_short_words (claim);

  assay_figure_tile_set_claim (tile, words, claim->verdict);
}

static void
show_on_time (AssayEvidenceView *self, const AssayEvidence *evidence)
{
  const AssayLeadTimeRow *lead = evidence->lead;
  g_autofree char *value = NULL;
  g_autofree char *detail = NULL;
  gboolean of_lines = lead->due_n == (gint64)lead->slip.n + lead->open_late_n;
  AssayClaim claim = { 0 };

  if (!isnan (lead->on_time))
    {
      g_autofree char *punctual = assay_format_number (lead->on_time_n);
      g_autofree char *due = assay_format_number (lead->due_n);

      value = assay_format_share (lead->on_time, 0);
      /* Translators: how many lines, shipments or pieces came on time out of those that were due */
      detail = g_strdup_printf (of_lines ? _ ("%s of %s due lines") : _ ("%s of %s due"), punctual,
                                due);
    }
  assay_figure_tile_set (self->on_time, value, detail);
  assay_claim_judge_on_time (&claim, evidence->claimed_on_time, lead, evidence->rules,
                             evidence->interval);
  show_claim (self->on_time, &claim);
}

/* A part of the lead time, where its days are known at all. */
static void
show_part (AssayFigureTile *tile, const AssaySummary *summary)
{
  g_autofree char *value = days (summary, FALSE);
  g_autofree char *detail = value != NULL ? spread (summary) : NULL;

  assay_figure_tile_set (tile, value, detail);
  gtk_widget_set_visible (GTK_WIDGET (tile), summary->n > 0);
}

/* How much lead times vary: their standard deviation, and the variance that it is the root of. */
static void
show_spread (AssayEvidenceView *self, const AssayEvidence *evidence)
{
  const AssaySummary *summary = &evidence->lead->lead;
  g_autofree char *value = NULL;
  g_autofree char *detail = NULL;
  AssayClaim claim = { 0 };

  if (!isnan (summary->sd) && summary->n >= LEAST_FOR_SPREAD)
    {
      g_autofree char *sd = assay_format_real (summary->sd, 1);
      g_autofree char *variance = assay_format_real (summary->variance, 1);
      g_autofree char *n = assay_format_number ((gint64)summary->n);

      value = g_strdup_printf (_ ("%s days"), sd);
      /* Translators: the variance of lead times in days squared, and how many stand behind it */
      detail = g_strdup_printf (_ ("variance %s days² · n = %s"), variance, n);
    }
  assay_figure_tile_set (self->spread, value, detail);
  assay_claim_judge_lead_sd (&claim, evidence->claimed_lead_sd, evidence->lead);
  show_claim (self->spread, &claim);
}

static void
show_lead (AssayEvidenceView *self, const AssayEvidence *evidence)
{
  const AssayLeadTimeRow *lead = evidence->lead;
  g_autofree char *value = days (&lead->lead, FALSE);
  g_autofree char *detail = value != NULL ? spread (&lead->lead) : NULL;
  g_autofree char *slip = days (&lead->slip, TRUE);
  g_autofree char *slip_detail = slip != NULL ? spread (&lead->slip) : NULL;
  AssayClaim claim = { 0 };

  assay_figure_tile_set (self->lead, value, detail);
  assay_claim_judge_lead (&claim, evidence->claimed_lead, lead);
  show_claim (self->lead, &claim);
  assay_figure_tile_set (self->slip, slip, slip_detail);
  show_part (self->production, &lead->production);
  show_part (self->transit, &lead->transit);
}

static void
show_defects (AssayEvidenceView *self, const AssayEvidence *evidence)
{
  const AssayDefectRow *row = evidence->defects;
  g_autofree char *value = NULL;
  g_autofree char *detail = NULL;
  AssayClaim claim = { 0 };

  if (!isnan (row->rate))
    {
      g_autofree char *low = assay_format_share (row->rate_low, 1);
      g_autofree char *high = assay_format_share (row->rate_high, 1);
      g_autofree char *n = assay_format_number (row->inspected);

      value = assay_format_share (row->rate, 1);
      /* Translators: 95 % interval of a rate, and how many pieces were inspected */
      detail = g_strdup_printf (_ ("%s to %s · n = %s"), low, high, n);
    }
  assay_figure_tile_set (self->defects, value, detail);
  assay_claim_judge_defects (&claim, evidence->claimed_defects, row);
  show_claim (self->defects, &claim);
}

/* Defective pieces in a million, as suppliers like to say it. */
static void
show_ppm (AssayEvidenceView *self, const AssayEvidence *evidence)
{
  const AssayDefectRow *row = evidence->defects;
  g_autofree char *value = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *words = NULL;
  AssayClaim claim = { 0 };

  if (!isnan (row->ppm))
    {
      g_autofree char *low = assay_format_real (MILLION * row->rate_low, 0);
      g_autofree char *high = assay_format_real (MILLION * row->rate_high, 0);

      value = assay_format_real (row->ppm, 0);
      /* Translators: a 95 % interval */
      detail = g_strdup_printf (_ ("%s to %s"), low, high);
    }
  assay_figure_tile_set (self->ppm, value, detail);
  assay_claim_judge_defects (&claim, evidence->claimed_defects, row);
  if (evidence->claimed_defects >= 0)
    {
      g_autofree char *claimed = assay_format_number (evidence->claimed_defects);

      /* Translators: how many defective pieces in a million a supplier claims */
      words = g_strdup_printf (_ ("Claimed %s"), claimed);
    }
  assay_figure_tile_set_claim (self->ppm, words, claim.verdict);
}

static void
show_rows (AssayEvidenceView *self, AssayQuery *query, const char *title)
{
  AssayRecord *record = assay_record_page_get_record (self->page);
  g_autofree char *name = record != NULL ? assay_record_dup_title (record) : g_strdup ("");
  /* Translators: whose rows these are, and which: "Sao Mai · Orders" */
  g_autofree char *words = g_strdup_printf (_ ("%s · %s"), name, title);

  assay_context_show_rows (assay_record_page_get_context (self->page), query, words);
}

static void
count_cb (AssayEvidenceView *self)
{
  g_autoptr (AssayQuery) query
      = assay_record_page_query (self->page, self->rows.counted, self->rows.counted_field);

  show_rows (self, query, self->rows.count_title);
}

static void
slips_cb (AssayEvidenceView *self)
{
  g_autoptr (AssayQuery) query
      = assay_record_page_query (self->page, ASSAY_TYPE_ORDER_LINE, self->rows.line_field);

  assay_query_add_filter (query, ASSAY_ORDER_LINE_SLIP, ASSAY_FILTER_KNOWN, NULL);
  assay_query_set_sort (query, ASSAY_ORDER_LINE_SLIP, TRUE);
  show_rows (self, query, _ ("Delivered Lines"));
}

static void
due_cb (AssayEvidenceView *self)
{
  g_autoptr (AssayQuery) query
      = assay_record_page_query (self->page, ASSAY_TYPE_ORDER_LINE, self->rows.line_field);
  g_auto (AssayValue) today = ASSAY_VALUE_INIT;

  assay_value_set_integer (&today,
                           assay_context_get_today (assay_record_page_get_context (self->page)));
  assay_query_add_filter (query, ASSAY_ORDER_LINE_PROMISED_ON, ASSAY_FILTER_AT_MOST, &today);
  assay_query_set_sort (query, ASSAY_ORDER_LINE_PROMISED_ON, TRUE);
  show_rows (self, query, _ ("Due Lines"));
}

static void
inspections_cb (AssayEvidenceView *self)
{
  g_autoptr (AssayQuery) query
      = assay_record_page_query (self->page, ASSAY_TYPE_INSPECTION, self->rows.inspection_field);

  assay_query_add_filter (query, ASSAY_INSPECTION_INSPECTED, ASSAY_FILTER_KNOWN, NULL);
  show_rows (self, query, _ ("Inspections"));
}

/* Which figure of the page's record is to be explained. */
typedef struct
{
  const char *statistic; /* of the lead times; NULL: of defects */
  AssayDefectFigure figure;
  gboolean is_product;
  gint64 id;
  char *name;
  gint32 today;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->name);
  g_free (question);
}

static AssayExplanation *
explain_lead (AssayDb *db, const Question *asked, GError **error)
{
  AssayLeadTimeQuestion question = { .supplier = asked->is_product ? 0 : asked->id,
                                     .product = asked->is_product ? asked->id : 0,
                                     .from = ASSAY_DATE_UNKNOWN,
                                     .to = ASSAY_DATE_UNKNOWN,
                                     .today = asked->today };

  if (!assay_lead_time_rules_read (db, &question.rules, error))
    return NULL;
  return assay_lead_time_explain (db, &question, NULL,
                                  assay_lead_time_statistic_find (asked->statistic), error);
}

static AssayExplanation *
explain_rate (AssayDb *db, const Question *asked, GError **error)
{
  AssayDefectQuestion question = { .supplier = asked->is_product ? 0 : asked->id,
                                   .product = asked->is_product ? asked->id : 0,
                                   .from = ASSAY_DATE_UNKNOWN,
                                   .to = ASSAY_DATE_UNKNOWN };

  if (!assay_defect_interval_read (db, &question.interval, error))
    return NULL;
  return assay_defect_explain (db, &question, NULL, asked->figure, error);
}

static AssayExplanation *
explain (AssayDb *db, gconstpointer question, GError **error)
{
  const Question *asked = question;
  AssayExplanation *explanation = asked->statistic != NULL ? explain_lead (db, asked, error)
                                                           : explain_rate (db, asked, error);
  g_autofree char *what = NULL;

  if (explanation == NULL)
    return NULL;
  what = g_steal_pointer (&explanation->title);
  /* Translators: a figure, and whose it is: "On time · Sao Mai" */
  explanation->title = g_strdup_printf (_ ("%s · %s"), what, asked->name);
  return explanation;
}

static void
explain_cb (AssayEvidenceView *self, AssayFigureTile *tile)
{
  AssayRecord *record = assay_record_page_get_record (self->page);
  AssayContext *context = assay_record_page_get_context (self->page);
  Question *question;

  if (record == NULL)
    return;
  question = g_new0 (Question, 1);
  question->statistic = tile == self->on_time      ? "on_time"
                        : tile == self->lead       ? "lead_mean"
                        : tile == self->spread     ? "lead_sd"
                        : tile == self->slip       ? "slip_mean"
                        : tile == self->production ? "production_mean"
                        : tile == self->transit    ? "transit_mean"
                                                   : NULL;
  question->figure = tile == self->ppm ? ASSAY_DEFECT_FIGURE_PPM : ASSAY_DEFECT_FIGURE_RATE;
  question->is_product = assay_record_get_kind (record) == ASSAY_TYPE_PRODUCT;
  question->id = assay_record_get_id (record);
  question->name = assay_record_dup_title (record);
  question->today = assay_context_get_today (context);
  assay_explain (GTK_WIDGET (self), context, explain, question, question_free);
}

static AssayFigureTile *
add_tile (AssayEvidenceView *self, AdwWrapBox *box, const char *title, GCallback clicked)
{
  AssayFigureTile *tile = assay_figure_tile_new (title);

  adw_wrap_box_append (box, GTK_WIDGET (tile));
  g_signal_connect_swapped (tile, "clicked", clicked, self);
  return tile;
}

static void
assay_evidence_view_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (assay_evidence_view_parent_class)->dispose (object);
}

static void
assay_evidence_view_class_init (AssayEvidenceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_evidence_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_evidence_view_init (AssayEvidenceView *self)
{
}

AssayEvidenceView *
assay_evidence_view_new (AssayRecordPage *page, const AssayEvidenceRows *rows)
{
  AssayEvidenceView *self = g_object_new (ASSAY_TYPE_EVIDENCE_VIEW, NULL);
  AssayFigureTile *explained[8];
  AdwWrapBox *box
      = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 12, "justify",
                      ADW_JUSTIFY_FILL, "justify-last-line", TRUE, "line-homogeneous", TRUE, NULL);

  self->page = page;
  self->rows = *rows;
  self->count = add_tile (self, box, rows->count_title, G_CALLBACK (count_cb));
  self->on_time = add_tile (self, box, _ ("On time"), G_CALLBACK (due_cb));
  self->lead = add_tile (self, box, _ ("Lead time, mean"), G_CALLBACK (slips_cb));
  self->spread = add_tile (self, box, _ ("Lead time, spread"), G_CALLBACK (slips_cb));
  self->production = add_tile (self, box, _ ("Production, mean"), G_CALLBACK (slips_cb));
  self->transit = add_tile (self, box, _ ("Transit, mean"), G_CALLBACK (slips_cb));
  self->slip = add_tile (self, box, _ ("Slip, mean"), G_CALLBACK (slips_cb));
  self->defects = add_tile (self, box, _ ("Defective rate"), G_CALLBACK (inspections_cb));
  self->ppm = add_tile (self, box, _ ("Defective per million"), G_CALLBACK (inspections_cb));
  explained[0] = self->on_time;
  explained[1] = self->lead;
  explained[2] = self->slip;
  explained[3] = self->defects;
  explained[4] = self->production;
  explained[5] = self->transit;
  explained[6] = self->spread;
  explained[7] = self->ppm;
  for (guint i = 0; i < G_N_ELEMENTS (explained); i++)
    {
      assay_figure_tile_set_explained (explained[i]);
      g_signal_connect_swapped (explained[i], "explain", G_CALLBACK (explain_cb), self);
    }
  gtk_widget_set_parent (GTK_WIDGET (box), GTK_WIDGET (self));
  return self;
}

void
assay_evidence_view_show (AssayEvidenceView *self, const AssayEvidence *evidence)
{
  g_autofree char *count = assay_format_number (evidence->count);

  assay_figure_tile_set (self->count, count, NULL);
  show_on_time (self, evidence);
  show_lead (self, evidence);
  show_spread (self, evidence);
  show_defects (self, evidence);
  show_ppm (self, evidence);
}
