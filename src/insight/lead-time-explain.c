/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of a figure, and of each that is not in it why; the scan is that of the figures. */

#include "assay-config.h"

#include "insight/lead-time-explain.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/defects.h"
#include "insight/line-scan.h"
#include "insight/period.h"
#include "record/format.h"

/* Which lines a figure looks at. */
typedef enum
{
  KIND_DAYS,     /* of a measure */
  KIND_DUE,      /* the on-time share and its counts */
  KIND_IN_FULL,  /* on time in full and its counts */
  KIND_LEFT_OUT, /* lines that are not in a figure, for one reason */
} Kind;

/* A line as the figure sees it. */
typedef struct
{
  gint64 id;
  gint64 key;
  const char *reason; /* why it is not in the figure; NULL: it is */
  double days;
  guint64 weight;
} Seen;

typedef struct
{
  const AssayLeadTimeQuestion *question;
  const AssayLeadTimeStatistic *statistic;
  Kind kind;
  AssayLeadMeasure measure; /* KIND_DAYS */
  GArray *seen;             /* Seen */
  AssayKeyIndex *keys;
} Facts;

static gboolean
is_named (const Facts *facts, const char *name)
{
  return g_str_equal (facts->statistic->name, name);
}

static void
find_kind (Facts *facts)
{
  const AssayLeadTimeStatistic *statistic = facts->statistic;

  facts->measure = statistic->measure;
  if (is_named (facts, "safe_days"))
    facts->measure = ASSAY_LEAD_TOTAL;
  if (facts->measure != ASSAY_N_LEAD_MEASURES)
    facts->kind = KIND_DAYS;
  else if (statistic->unit == ASSAY_STATISTIC_DUE || is_named (facts, "on_time"))
    facts->kind = KIND_DUE;
  else if (is_named (facts, "otif") || is_named (facts, "otif_n") || is_named (facts, "in_full_n"))
    facts->kind = KIND_IN_FULL;
  else
    facts->kind = KIND_LEFT_OUT;
}

static const char *
say_no_day (const AssayLeadTimeRules *rules)
{
  return rules->promise_of == ASSAY_PROMISE_OF_SHIPPED ? _ ("not known when it was shipped")
                                                       : _ ("not known when it was ready");
}

static const char *
say_backwards (const AssayLeadTimeRules *rules, AssayLeadMeasure measure)
{
  if (measure == ASSAY_LEAD_PRODUCTION)
    return _ ("contradiction: ready before production could start");
  if (measure == ASSAY_LEAD_TRANSIT)
    return _ ("contradiction: received before it was ready");
  return rules->from_confirmed ? _ ("contradiction: received before the order was confirmed")
                               : _ ("contradiction: received before the order was sent");
}

/* Why a line has no such days; NULL when it has. */
static const char *
reason_of_days (const Facts *facts, const AssayLine *line)
{
  const AssayLeadTimeRules *rules = &facts->question->rules;
  AssayLeadMeasure measure = facts->measure;
  gboolean came = line->received != ASSAY_DATE_UNKNOWN;

  if (!isnan (line->days[measure]))
    return rules->weighted && line->quantity <= 0 ? _ ("its pieces are not known") : NULL;
  if (line->standing == ASSAY_LINE_CANCELLED)
    return _ ("cancelled");
  if ((line->backwards & (1u << measure)) != 0)
    return say_backwards (rules, measure);
  if (measure == ASSAY_LEAD_SLIP && line->promise == ASSAY_DATE_UNKNOWN)
    return _ ("no date was promised");
  if (measure == ASSAY_LEAD_SLIP)
    return line->standing == ASSAY_LINE_NO_DATE ? say_no_day (rules) : _ ("not delivered yet");
  if (!came && measure != ASSAY_LEAD_PRODUCTION)
    return _ ("not delivered yet");
  if (measure == ASSAY_LEAD_TOTAL)
    return rules->from_confirmed ? _ ("not known when the order was confirmed")
                                 : _ ("not known when the order was sent");
  if (line->ready == ASSAY_DATE_UNKNOWN)
    return came ? _ ("not known when it was ready") : _ ("not delivered yet");
  return _ ("not known when production started");
}

/* Why nothing of a line is due. */
static const char *
reason_of_due (const Facts *facts, const AssayLine *line)
{
  switch (line->standing)
    {
    case ASSAY_LINE_CANCELLED:
      return _ ("cancelled");
    case ASSAY_LINE_NOT_DUE:
      return _ ("not due yet");
    case ASSAY_LINE_NO_DATE:
      return line->promise != ASSAY_DATE_UNKNOWN ? say_no_day (&facts->question->rules)
                                                 : _ ("no date was promised");
    case ASSAY_LINE_OPEN:
    case ASSAY_LINE_DONE:
    case ASSAY_LINE_LATE:
    default:
      return line->promise != ASSAY_DATE_UNKNOWN ? _ ("its pieces are not known")
                                                 : _ ("no date was promised");
    }
}

/* Whether the count of the statistic counts it. */
static gboolean
counts (const Facts *facts, const AssayLineDue *due)
{
  const AssayLeadTimeRules *rules = &facts->question->rules;

  if (is_named (facts, "open_late_n"))
    return isnan (due->slip);
  if (is_named (facts, "late_n"))
    return due->slip > rules->late;
  if (is_named (facts, "early_n"))
    return due->slip < 0;
  if (is_named (facts, "on_time_n"))
    return assay_line_is_on_time (rules, due->slip);
  return TRUE;
}

static gboolean
is_left_out (const Facts *facts, const AssayLine *line)
{
  gboolean came = line->received != ASSAY_DATE_UNKNOWN;

  if (is_named (facts, "cancelled_n"))
    return line->standing == ASSAY_LINE_CANCELLED;
  if (is_named (facts, "not_due_n"))
    return line->standing == ASSAY_LINE_NOT_DUE;
  if (is_named (facts, "no_date_n"))
    return line->standing == ASSAY_LINE_NO_DATE;
  if (is_named (facts, "no_promise_n"))
    return line->promise == ASSAY_DATE_UNKNOWN && line->standing != ASSAY_LINE_CANCELLED;
  if (is_named (facts, "not_sent_n"))
    return came && line->start == ASSAY_DATE_UNKNOWN;
  if (is_named (facts, "no_ready_n"))
    return came && line->ready == ASSAY_DATE_UNKNOWN;
  if (is_named (facts, "before_order_n"))
    return (line->backwards & (1u << ASSAY_LEAD_TOTAL)) != 0;
  if (is_named (facts, "before_start_n"))
    return (line->backwards & (1u << ASSAY_LEAD_PRODUCTION)) != 0;
  if (is_named (facts, "before_ready_n"))
    return (line->backwards & (1u << ASSAY_LEAD_TRANSIT)) != 0;
  return assay_line_has_unknown_pieces (line, &facts->question->rules);
}

static void
see (
    Facts *facts, const AssayLine *line, gint64 key, const char *reason, double days, gint64 weight)
{
  Seen seen = {
    .id = line->id, .key = key, .reason = reason, .days = days, .weight = (guint64)MAX (weight, 0)
  };

  assay_key_index_add (facts->keys, key);
  g_array_append_val (facts->seen, seen);
}

static void
see_due (Facts *facts, const AssayLine *line)
{
  gboolean by_month = facts->question->by == ASSAY_GROUP_MONTH;

  for (guint i = 0; i < line->n_due; i++)
    if (counts (facts, &line->due[i]))
      see (facts, line, by_month ? line->due[i].day : line->key, NULL, line->due[i].slip,
           line->due[i].n);
  if (line->n_due == 0)
    see (facts, line, line->key, reason_of_due (facts, line), NAN, 0);
}

static void
see_in_full (Facts *facts, const AssayLine *line)
{
  gboolean due = line->promise != ASSAY_DATE_UNKNOWN
                 && (line->standing == ASSAY_LINE_DONE || line->standing == ASSAY_LINE_LATE);
  gboolean in_full = assay_line_is_in_full (line, &facts->question->rules);

  if (!due)
    see (facts, line, line->key, reason_of_due (facts, line), NAN, 0);
  else if (line->fill == ASSAY_LINE_PIECES_UNKNOWN)
    see (facts, line, line->key, _ ("its pieces are not known"), NAN, 0);
  else if (in_full || !is_named (facts, "in_full_n"))
    see (facts, line, line->key, NULL, in_full, 1);
}

static void
see_line (Facts *facts, const AssayLine *line)
{
  if (facts->kind == KIND_DUE)
    {
      see_due (facts, line);
      return;
    }
  if (!line->is_within)
    return;
  if (facts->kind == KIND_IN_FULL)
    see_in_full (facts, line);
  else if (facts->kind == KIND_DAYS)
    see (facts, line, line->key, reason_of_days (facts, line), line->days[facts->measure],
         line->quantity);
  else if (is_left_out (facts, line))
    see (facts, line, line->key, NULL, NAN, 1);
}

static gboolean
see_lines (AssayDb *db, Facts *facts, GError **error)
{
  g_autoptr (AssayLineScan) scan = assay_line_scan_new (db, facts->question, error);
  const AssayLine *line;

  if (scan == NULL)
    return FALSE;
  while ((line = assay_line_scan_next (scan)) != NULL)
    see_line (facts, line);
  return assay_line_scan_finish (scan, error);
}

/* Leaves only what is of @group. */
static gboolean
keep_group (AssayDb *db, Facts *facts, const AssayLeadTimeRow *group, GError **error)
{
  g_autofree guint32 *group_of_key = NULL;
  g_autoptr (GArray) groups
      = assay_grouping_resolve (db, facts->question->by, facts->keys, &group_of_key, error);
  guint kept = 0;

  if (groups == NULL)
    return FALSE;
  for (guint i = 0; i < facts->seen->len; i++)
    {
      const Seen *seen = &g_array_index (facts->seen, Seen, i);
      const AssayGroup *of;
      guint32 n;

      if (!assay_key_index_find (facts->keys, seen->key, &n))
        continue;
      of = &g_array_index (groups, AssayGroup, group_of_key[n]);
      if (of->id == group->id && g_strcmp0 (of->name, group->group) == 0)
        g_array_index (facts->seen, Seen, kept++) = *seen;
    }
  g_array_set_size (facts->seen, kept);
  return TRUE;
}

static char *
say_shares (const char *what, gint64 upper, gint64 lower)
{
  g_autofree char *above = assay_format_number (upper);
  g_autofree char *below = assay_format_number (lower);
  g_autofree char *share
      = lower > 0 ? assay_format_share ((double)upper / (double)lower, 2) : g_strdup ("–");

  return g_strdup_printf ("%s ÷ %s = %s ÷ %s = %s", what, _ ("due"), above, below, share);
}

static char *
make_count_formula (const Facts *facts, const AssayLeadTimeRow *row)
{
  const AssayLeadTimeRules *rules = &facts->question->rules;
  g_autofree char *value = NULL;

  if (is_named (facts, "on_time"))
    return say_shares (_ ("on time"), row->on_time_n, row->due_n);
  if (is_named (facts, "otif"))
    return say_shares (_ ("on time in full"), row->in_full_n, row->otif_n);
  value = assay_lead_time_statistic_format (facts->statistic,
                                            assay_lead_time_row_get (row, facts->statistic), rules);
  return g_strdup_printf ("%s: %s", _ (facts->statistic->label), value);
}

/* What can be promised to customers. */
static char *
make_safe_formula (const AssayLeadTimeRow *row)
{
  g_autofree char *mean = assay_format_real (row->lead.mean, 1);
  g_autofree char *sd = assay_format_real (row->lead.sd, 1);
  g_autofree char *safe = assay_format_real (row->safe_days, 1);

  if (isnan (row->safe_days))
    return g_strdup (_ ("Too few orders to tell: the figure is unknown."));
  if (row->orders_n >= ASSAY_LEAD_TIME_MANY_ORDERS)
    return g_strdup_printf (_ ("P85 of the lead time, from %d orders on: %s days after the order"),
                            ASSAY_LEAD_TIME_MANY_ORDERS, safe);
  return g_strdup_printf (_ ("Few data, %d orders of the %d that a percentile needs:\nmean + "
                             "standard deviation = %s + %s = %s days after the order"),
                          (int)row->orders_n, ASSAY_LEAD_TIME_MANY_ORDERS, mean, sd, safe);
}

static char *
make_formula (const Facts *facts, const AssayLeadTimeRow *row)
{
  gboolean weighted = facts->question->rules.weighted;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (guint64));

  if (is_named (facts, "safe_days"))
    return make_safe_formula (row);
  if (facts->kind != KIND_DAYS)
    return make_count_formula (facts, row);
  for (guint i = 0; i < facts->seen->len; i++)
    {
      const Seen *seen = &g_array_index (facts->seen, Seen, i);

      if (seen->reason != NULL)
        continue;
      g_array_append_val (values, seen->days);
      g_array_append_val (weights, seen->weight);
    }
  return assay_lead_time_formula (facts->statistic, values, weighted ? weights : NULL,
                                  assay_lead_time_row_get_summary (row, facts->measure));
}

static char *
define (const Facts *facts)
{
  g_autofree char *what = NULL, *statistics = NULL;

  if (facts->kind == KIND_LEFT_OUT)
    return assay_lead_time_definition (facts->question);
  if (facts->kind != KIND_DAYS)
    return assay_lead_time_define_on_time (facts->question);
  what = assay_lead_time_define_measure (facts->question, facts->measure);
  statistics = assay_lead_time_define_statistics (facts->question);
  return g_strjoin (" ", what, statistics, NULL);
}

static char *
make_title (const Facts *facts, const AssayLeadTimeRow *group)
{
  const AssayLeadTimeStatistic *statistic = facts->statistic;
  g_autofree char *what
      = statistic->measure == ASSAY_N_LEAD_MEASURES
            ? g_strdup (_ (statistic->label))
            /* Translators: what is measured and its statistic: "Slip: Mean". */
            : g_strdup_printf (_ ("%s: %s"), assay_lead_measure_get_title (statistic->measure),
                               _ (statistic->label));
  g_autofree char *name
      = group != NULL ? assay_defect_group_words (facts->question->by, group->group) : NULL;

  return name != NULL ? g_strdup_printf ("%s · %s", what, name) : g_steal_pointer (&what);
}

/* The group's own figures, computed as they are for tables. */
static AssayLeadTimeRow *
find_row (AssayDb *db,
          const AssayLeadTimeQuestion *question,
          const AssayLeadTimeRow *group,
          GError **error)
{
  g_autoptr (AssayLeadTimeRow) total = NULL;
  g_autoptr (GPtrArray) rows = assay_lead_time_figures (db, question, &total, error);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; group != NULL && i < rows->len; i++)
    {
      const AssayLeadTimeRow *row = g_ptr_array_index (rows, i);

      if (row->id == group->id && g_strcmp0 (row->group, group->group) == 0)
        return g_ptr_array_steal_index (rows, i);
    }
  if (group == NULL)
    return g_steal_pointer (&total);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       _ ("There are no figures of this group any more."));
  return NULL;
}

static void
add_rows (const Facts *facts, AssayExplanation *explanation)
{
  gint64 last = 0;

  for (guint i = 0; i < facts->seen->len; i++)
    {
      const Seen *seen = &g_array_index (facts->seen, Seen, i);

      if (seen->reason != NULL)
        assay_explanation_exclude (explanation, seen->reason, seen->id);
      else if (seen->id != last)
        g_array_append_val (explanation->ids, seen->id);
      last = seen->id;
    }
}

/**
 * assay_lead_time_explain:
 * @db: the book
 * @question: what was asked
 * @group: (nullable): the row of its group, of which `id` and `group` are looked at; %NULL for all
 * @statistic: which figure
 * @error: return location for an error
 *
 * Returns: (transfer full): how it came about; %NULL on error
 */
AssayExplanation *
assay_lead_time_explain (AssayDb *db,
                         const AssayLeadTimeQuestion *question,
                         const AssayLeadTimeRow *group,
                         const AssayLeadTimeStatistic *statistic,
                         GError **error)
{
  g_autoptr (AssayExplanation) explanation = assay_explanation_new (ASSAY_TYPE_ORDER_LINE);
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (Seen));
  g_autoptr (AssayKeyIndex) keys = assay_key_index_new ();
  g_autoptr (AssayLeadTimeRow) row = find_row (db, question, group, error);
  Facts facts = { .question = question, .statistic = statistic, .seen = seen, .keys = keys };

  if (row == NULL)
    return NULL;
  find_kind (&facts);
  if (!see_lines (db, &facts, error) || (group != NULL && !keep_group (db, &facts, group, error)))
    return NULL;
  add_rows (&facts, explanation);
  explanation->title = make_title (&facts, group);
  explanation->value = assay_lead_time_statistic_format (
      statistic, assay_lead_time_row_get (row, statistic), &question->rules);
  explanation->definition = define (&facts);
  explanation->period = assay_period_words (question->from, question->to);
  explanation->formula = make_formula (&facts, row);
  return g_steal_pointer (&explanation);
}
