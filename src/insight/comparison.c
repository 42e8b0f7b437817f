/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Suppliers or periods side by side. Each side is asked the questions that the figures' own pages
 * ask, so that the numbers are the same. */

#include "assay-config.h"

#include "insight/comparison.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/date.h"

#define CONFIDENCE 0.95

/* What one side was found to be. */
typedef struct
{
  AssayLeadTimeRow *lead;
  AssayDefectRow *defects;
  const AssayLeadTimeRules *rules; /* of @lead */
} Found;

static void
found_clear (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->lead, assay_lead_time_row_free);
  g_clear_pointer (&found->defects, assay_defect_row_free);
}

static gboolean
find (AssayDb *db,
      const AssayComparisonQuestion *question,
      const AssayComparisonSide *side,
      Found *found,
      GError **error)
{
  const AssayLeadTimeQuestion lines = { .supplier = side->supplier,
                                        .product = question->product,
                                        .from = side->period.from,
                                        .to = side->period.to,
                                        .today = question->today,
                                        .rules = question->rules };
  const AssayDefectQuestion lots = { .supplier = side->supplier,
                                     .product = question->product,
                                     .from = side->period.from,
                                     .to = side->period.to,
                                     .interval = question->interval };
  g_autoptr (GPtrArray) lead = assay_lead_time_figures (db, &lines, &found->lead, error);
  g_autoptr (GPtrArray) defects = NULL;

  found->rules = &question->rules;
  if (lead != NULL)
    defects = assay_defect_figures (db, &lots, &found->defects, error);
  return defects != NULL;
}

/* Where pieces weigh, those of a line are no measurements of their own: it cannot be said how well
 * the mean is known. */
static AssaySample
sample_of (const AssaySummary *summary)
{
  return (AssaySample){ summary->n, summary->mean,
                        summary->weight == summary->n ? summary->variance : NAN };
}

/* The same holds of a share of pieces on time: they come together. */
static gboolean
is_countable (AssayComparedFigure figure, const Found *found)
{
  return figure != ASSAY_COMPARED_ON_TIME || found->rules == NULL
         || found->rules->unit != ASSAY_ON_TIME_PIECES;
}

static AssayShare
share_of (AssayComparedFigure figure, const Found *found)
{
  const AssayDefectRow *defects = found->defects;

  switch (figure)
    {
    case ASSAY_COMPARED_RATE:
      return (AssayShare){ defects->defective, defects->inspected };
    case ASSAY_COMPARED_DHU:
      return (AssayShare){ defects->defects, defects->inspected };
    case ASSAY_COMPARED_ACCEPTED:
      return (AssayShare){ defects->accepted_lots, defects->decided_lots };
    case ASSAY_COMPARED_ON_TIME:
      return (AssayShare){ found->lead->on_time_n, found->lead->due_n };
    case ASSAY_COMPARED_LEAD_MEAN:
    case ASSAY_COMPARED_LEAD_SD:
    case ASSAY_COMPARED_LEAD_VARIANCE:
    case ASSAY_COMPARED_SLIP_MEAN:
    case ASSAY_COMPARED_SLIP_VARIANCE:
    case ASSAY_COMPARED_N_FIGURES:
    default:
      g_assert_not_reached ();
    }
}

static const AssaySummary *
summary_of (AssayComparedFigure figure, const Found *found)
{
  return figure == ASSAY_COMPARED_LEAD_MEAN || figure == ASSAY_COMPARED_LEAD_SD
                 || figure == ASSAY_COMPARED_LEAD_VARIANCE
             ? &found->lead->lead
             : &found->lead->slip;
}

static AssayMeasurement
measured_share (double value, AssayInterval interval, gint64 n)
{
  return (AssayMeasurement){ value, interval.low, interval.high, n };
}

static gboolean
is_of_lots (AssayComparedFigure figure)
{
  return figure == ASSAY_COMPARED_RATE || figure == ASSAY_COMPARED_DHU
         || figure == ASSAY_COMPARED_ACCEPTED;
}

static AssayMeasurement
measure (AssayComparedFigure figure, const Found *found, AssayIntervalKind kind)
{
  const AssayDefectRow *defects = found->defects;
  const AssaySummary *summary;
  AssayInterval interval;
  AssayShare share;

  switch (figure)
    {
    case ASSAY_COMPARED_RATE:
      return (AssayMeasurement){ defects->rate, defects->rate_low, defects->rate_high,
                                 defects->inspected };
    case ASSAY_COMPARED_DHU:
      return (AssayMeasurement){ defects->dhu, defects->dhu_low, defects->dhu_high,
                                 defects->inspected };
    case ASSAY_COMPARED_ACCEPTED:
    case ASSAY_COMPARED_ON_TIME:
      share = share_of (figure, found);
      return measured_share (assay_rate_defective (share.count, share.n),
                             is_countable (figure, found)
                                 ? assay_interval_share (kind, share.count, share.n, CONFIDENCE)
                                 : (AssayInterval){ NAN, NAN },
                             share.n);
    case ASSAY_COMPARED_LEAD_MEAN:
    case ASSAY_COMPARED_SLIP_MEAN:
      summary = summary_of (figure, found);
      return measured_share (summary->mean, assay_interval_mean (sample_of (summary), CONFIDENCE),
                             (gint64)summary->n);
    case ASSAY_COMPARED_LEAD_SD:
      summary = summary_of (figure, found);
      interval = assay_interval_variance (sample_of (summary), CONFIDENCE);
      return (AssayMeasurement){ summary->sd, sqrt (interval.low), sqrt (interval.high),
                                 (gint64)summary->n };
    case ASSAY_COMPARED_LEAD_VARIANCE:
    case ASSAY_COMPARED_SLIP_VARIANCE:
      summary = summary_of (figure, found);
      return measured_share (summary->variance,
                             assay_interval_variance (sample_of (summary), CONFIDENCE),
                             (gint64)summary->n);
    case ASSAY_COMPARED_N_FIGURES:
    default:
      g_assert_not_reached ();
    }
}

/**
 * assay_measured_of:
 * @figure: which figure
 * @lead: (nullable): lead times that it is of
 * @defects: (nullable): defects that it is of
 * @rules: (nullable): by which lead times were told; needed of @lead
 * @interval: which interval shares have; that of the defective rate is the row's
 *
 * Returns: the figure; unknown where its row is not there
 */
AssayMeasurement
assay_measured_of (AssayComparedFigure figure,
                   const AssayLeadTimeRow *lead,
                   const AssayDefectRow *defects,
                   const AssayLeadTimeRules *rules,
                   AssayIntervalKind interval)
{
  const Found found = { (AssayLeadTimeRow *)lead, (AssayDefectRow *)defects, rules };

  if (is_of_lots (figure) ? defects == NULL : lead == NULL)
    return (AssayMeasurement){ NAN, NAN, NAN, 0 };
  return measure (figure, &found, interval);
}

/* Of standard deviations: the root of what is said of variances. */
static AssayChange
compare_spread (const Found *from, const Found *to)
{
  AssayChange change = assay_change_variance (sample_of (&from->lead->lead),
                                              sample_of (&to->lead->lead), CONFIDENCE);

  return (AssayChange){ sqrt (change.value), sqrt (change.low), sqrt (change.high),
                        change.verdict };
}

static AssayChange
compare (AssayComparedFigure figure, const Found *from, const Found *to)
{
  switch (figure)
    {
    case ASSAY_COMPARED_RATE:
      return assay_change_share_relative (share_of (figure, from), share_of (figure, to),
                                          CONFIDENCE);
    case ASSAY_COMPARED_DHU:
      return assay_change_rate_relative (share_of (figure, from), share_of (figure, to),
                                         CONFIDENCE);
    case ASSAY_COMPARED_ACCEPTED:
    case ASSAY_COMPARED_ON_TIME:
      if (!is_countable (figure, from))
        return (AssayChange){ NAN, NAN, NAN, ASSAY_CHANGE_UNKNOWN };
      return assay_change_share (share_of (figure, from), share_of (figure, to), CONFIDENCE);
    case ASSAY_COMPARED_LEAD_MEAN:
    case ASSAY_COMPARED_SLIP_MEAN:
      return assay_change_mean (sample_of (summary_of (figure, from)),
                                sample_of (summary_of (figure, to)), CONFIDENCE);
    case ASSAY_COMPARED_LEAD_SD:
      return compare_spread (from, to);
    case ASSAY_COMPARED_LEAD_VARIANCE:
    case ASSAY_COMPARED_SLIP_VARIANCE:
      return assay_change_variance (sample_of (summary_of (figure, from)),
                                    sample_of (summary_of (figure, to)), CONFIDENCE);
    case ASSAY_COMPARED_N_FIGURES:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
read_name (AssayDb *db, gint64 supplier, char **name, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db, "SELECT name FROM supplier WHERE id = ?", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, supplier);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  *name = row && !assay_statement_is_null (statement, 0)
              ? g_utf8_make_valid (assay_statement_get_text (statement, 0), -1)
              : g_strdup (_ ("Unknown supplier"));
  return TRUE;
}

/* Sides are called by what tells them apart: suppliers, periods, or both. */
static gboolean
name_sides (AssayDb *db, AssayComparison *comparison, GError **error)
{
  const AssayComparisonQuestion *question = &comparison->question;
  const AssayComparisonSide *first = &question->sides[0];
  gboolean suppliers = FALSE, periods = FALSE;

  for (guint i = 1; i < question->n_sides; i++)
    {
      const AssayComparisonSide *side = &question->sides[i];

      suppliers |= side->supplier != first->supplier;
      periods |= side->period.from != first->period.from || side->period.to != first->period.to;
    }
  for (guint i = 0; i < question->n_sides; i++)
    {
      const AssayComparisonSide *side = &question->sides[i];
      g_autofree char *period = assay_period_words (side->period.from, side->period.to);
      g_autofree char *name = NULL;

      if (!suppliers)
        comparison->names[i] = g_steal_pointer (&period);
      else if (side->supplier == 0)
        name = g_strdup (_ ("All suppliers"));
      else if (!read_name (db, side->supplier, &name, error))
        return FALSE;
      if (suppliers)
        comparison->names[i]
            = periods ? g_strdup_printf ("%s, %s", name, period) : g_steal_pointer (&name);
    }
  return TRUE;
}

static char *
define (const AssayComparisonQuestion *question)
{
  const AssayLeadTimeQuestion lines = { .rules = question->rules };
  const AssayDefectQuestion lots = { .interval = question->interval };
  g_autofree char *lead = assay_lead_time_definition (&lines);
  g_autofree char *defects = assay_defect_definition (&lots);
  const char *changes
      = _ ("A change is distinguishable from chance when its 95 % interval does not hold “no "
           "change”. Intervals of changes: of shares after Newcombe (their difference) and Donner "
           "and Zou (their ratio), made from Wilson intervals; of defects per unit the exact one "
           "of two Poisson rates; of means Welch’s; of variances Fisher’s F, which trusts that "
           "days are spread about normally. Of twenty comparisons of what did not change, one "
           "looks distinguishable.");

  return g_strjoin (" ", changes, defects, lead, NULL);
}

/**
 * assay_comparison_ask:
 * @db: the book
 * @question: what is compared, from two sides on
 * @error: return location for an error
 *
 * Returns: (transfer full): the comparison; %NULL on error
 */
AssayComparison *
assay_comparison_ask (AssayDb *db, const AssayComparisonQuestion *question, GError **error)
{
  g_autoptr (AssayComparison) comparison = g_new0 (AssayComparison, 1);
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (Found));

  g_return_val_if_fail (question->n_sides >= 2 && question->n_sides <= ASSAY_COMPARISON_MOST, NULL);

  comparison->question = *question;
  comparison->definition = define (question);
  g_array_set_clear_func (found, found_clear);
  g_array_set_size (found, question->n_sides);
  for (guint i = 0; i < question->n_sides; i++)
    if (!find (db, question, &question->sides[i], &g_array_index (found, Found, i), error))
      return NULL;
  for (guint figure = 0; figure < ASSAY_COMPARED_N_FIGURES; figure++)
    {
      AssayComparedRow *row = &comparison->rows[figure];

      row->changes[0] = (AssayChange){ NAN, NAN, NAN, ASSAY_CHANGE_UNKNOWN };
      for (guint i = 0; i < question->n_sides; i++)
        {
          row->sides[i] = measure ((AssayComparedFigure)figure, &g_array_index (found, Found, i),
                                   question->interval);
          if (i > 0)
            row->changes[i]
                = compare ((AssayComparedFigure)figure, &g_array_index (found, Found, 0),
                           &g_array_index (found, Found, i));
        }
    }
  return name_sides (db, comparison, error) ? g_steal_pointer (&comparison) : NULL;
}

void
assay_comparison_free (AssayComparison *comparison)
{
  if (comparison == NULL)
    return;
  for (guint i = 0; i < ASSAY_COMPARISON_MOST; i++)
    g_free (comparison->names[i]);
  g_free (comparison->definition);
  g_free (comparison);
}

gboolean
assay_comparison_is_empty (const AssayComparison *comparison)
{
  for (guint figure = 0; figure < ASSAY_COMPARED_N_FIGURES; figure++)
    for (guint i = 0; i < comparison->question.n_sides; i++)
      if (!isnan (comparison->rows[figure].sides[i].value))
        return FALSE;
  return TRUE;
}

/**
 * assay_comparison_measured:
 * @comparison: a comparison
 * @figure: one of its figures
 *
 * Returns: (transfer full) (element-type AssayClaim): the figure of each side, without claims
 */
GPtrArray *
assay_comparison_measured (const AssayComparison *comparison, AssayComparedFigure figure)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_claim_free);

  for (guint i = 0; i < comparison->question.n_sides; i++)
    {
      AssayClaim *row = g_new0 (AssayClaim, 1);

      row->supplier = comparison->question.sides[i].supplier;
      row->name = g_strdup (comparison->names[i]);
      row->figure = figure;
      row->claimed = NAN;
      row->measured = comparison->rows[figure].sides[i];
      g_ptr_array_add (rows, row);
    }
  return rows;
}
