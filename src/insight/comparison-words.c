/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is compared, how it changed and whether a claim holds, in words. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/comparison.h"
#include "record/format.h"

static const struct
{
  const char *name;
  const char *title;
  const char *unit;
  const char *counted;
  AssayChangeKind change;
} figures[] = {
  [ASSAY_COMPARED_RATE]
  = { "defective_rate", N_ ("Defective rate"), "share", "units_inspected", ASSAY_CHANGE_RELATIVE },
  [ASSAY_COMPARED_DHU] = { "dhu", N_ ("Defects per hundred units"), "per_hundred_units",
                           "units_inspected", ASSAY_CHANGE_RELATIVE },
  [ASSAY_COMPARED_ACCEPTED]
  = { "accepted_share", N_ ("Accepted lots"), "share", "lots_decided", ASSAY_CHANGE_POINTS },
  [ASSAY_COMPARED_ON_TIME] = { "on_time", N_ ("On time"), "share", "due", ASSAY_CHANGE_POINTS },
  [ASSAY_COMPARED_LEAD_MEAN]
  = { "lead_mean", N_ ("Lead time, mean"), "days", "lines_delivered", ASSAY_CHANGE_DAYS },
  [ASSAY_COMPARED_LEAD_SD] = { "lead_sd", N_ ("Lead time, standard deviation"), "days",
                               "lines_delivered", ASSAY_CHANGE_RATIO },
  [ASSAY_COMPARED_LEAD_VARIANCE] = { "lead_variance", N_ ("Lead time, variance"), "days_squared",
                                     "lines_delivered", ASSAY_CHANGE_RATIO },
  [ASSAY_COMPARED_SLIP_MEAN]
  = { "slip_mean", N_ ("Slip, mean"), "days", "lines_delivered", ASSAY_CHANGE_DAYS },
  [ASSAY_COMPARED_SLIP_VARIANCE] = { "slip_variance", N_ ("Slip, variance"), "days_squared",
                                     "lines_delivered", ASSAY_CHANGE_RATIO },
};

const char *
assay_compared_name (AssayComparedFigure figure)
{
  return figures[figure].name;
}

/**
 * assay_compared_parse:
 * @name: the name of a figure, as in JSON
 * @figure: takes the figure; left as it is on failure
 *
 * Returns: whether @name is one
 */
gboolean
assay_compared_parse (const char *name, AssayComparedFigure *figure)
{
  for (guint i = 0; i < ASSAY_COMPARED_N_FIGURES; i++)
    if (g_str_equal (figures[i].name, name))
      {
        *figure = (AssayComparedFigure)i;
        return TRUE;
      }
  return FALSE;
}

const char *
assay_compared_title (AssayComparedFigure figure)
{
  return _ (figures[figure].title);
}

const char *
assay_compared_unit (AssayComparedFigure figure)
{
  return figures[figure].unit;
}

const char *
assay_compared_counted (AssayComparedFigure figure)
{
  return figures[figure].counted;
}

AssayChangeKind
assay_compared_change_kind (AssayComparedFigure figure)
{
  return figures[figure].change;
}

const char *
assay_change_kind_name (AssayChangeKind kind)
{
  static const char *const names[] = { "relative", "difference_of_shares", "days", "ratio" };

  return names[kind];
}

const char *
assay_change_verdict_name (AssayChangeVerdict verdict)
{
  static const char *const names[] = { "unknown", "not_distinguishable", "distinguishable" };

  return names[verdict];
}

const char *
assay_change_verdict_words (AssayChangeVerdict verdict)
{
  switch (verdict)
    {
    case ASSAY_CHANGE_CHANCE:
      return _ ("not distinguishable from chance");
    case ASSAY_CHANGE_DIFFERENT:
      return _ ("distinguishable from chance");
    case ASSAY_CHANGE_UNKNOWN:
    default:
      return _ ("too few data to tell");
    }
}

/**
 * assay_compared_value_words:
 * @figure: a figure
 * @value: what it is
 *
 * Returns: (transfer full): it with its unit; a dash where it is not known
 */
char *
assay_compared_value_words (AssayComparedFigure figure, double value)
{
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup ("–");
  switch (figure)
    {
    case ASSAY_COMPARED_RATE:
      return assay_format_share (value, 2);
    case ASSAY_COMPARED_ACCEPTED:
    case ASSAY_COMPARED_ON_TIME:
      return assay_format_share (value, 1);
    case ASSAY_COMPARED_DHU:
      return assay_format_real (value, 2);
    case ASSAY_COMPARED_LEAD_VARIANCE:
    case ASSAY_COMPARED_SLIP_VARIANCE:
      number = assay_format_real (value, 1);
      /* Translators: a variance in days squared. */
      return g_strdup_printf (_ ("%s days²"), number);
    case ASSAY_COMPARED_LEAD_MEAN:
    case ASSAY_COMPARED_LEAD_SD:
    case ASSAY_COMPARED_SLIP_MEAN:
    case ASSAY_COMPARED_N_FIGURES:
    default:
      number = assay_format_real (value, 1);
      /* Translators: days with a digit after the point. */
      return g_strdup_printf (_ ("%s days"), number);
    }
}

/* The number alone, where the unit follows later. */
static char *
number_words (AssayComparedFigure figure, double value)
{
  switch (figure)
    {
    case ASSAY_COMPARED_RATE:
      return assay_format_real (100 * value, 2);
    case ASSAY_COMPARED_ACCEPTED:
    case ASSAY_COMPARED_ON_TIME:
      return assay_format_real (100 * value, 1);
    case ASSAY_COMPARED_DHU:
      return assay_format_real (value, 2);
    case ASSAY_COMPARED_LEAD_MEAN:
    case ASSAY_COMPARED_LEAD_SD:
    case ASSAY_COMPARED_LEAD_VARIANCE:
    case ASSAY_COMPARED_SLIP_MEAN:
    case ASSAY_COMPARED_SLIP_VARIANCE:
    case ASSAY_COMPARED_N_FIGURES:
    default:
      return assay_format_real (value, 1);
    }
}

/**
 * assay_compared_range_words:
 * @figure: a figure
 * @measured: what was measured
 *
 * Returns: (transfer full) (nullable): its interval with its unit, "2.4 … 4.3 %"; %NULL without one
 */
char *
assay_compared_range_words (AssayComparedFigure figure, const AssayMeasurement *measured)
{
  g_autofree char *low = NULL, *high = NULL;

  if (isnan (measured->value) || isnan (measured->low) || isnan (measured->high))
    return NULL;
  low = number_words (figure, measured->low);
  high = assay_compared_value_words (figure, measured->high);
  return g_strdup_printf ("%s … %s", low, high);
}

/**
 * assay_compared_measured_words:
 * @figure: a figure
 * @measured: what was measured
 *
 * Returns: (transfer full): it with its unit and interval
 */
char *
assay_compared_measured_words (AssayComparedFigure figure, const AssayMeasurement *measured)
{
  g_autofree char *value = assay_compared_value_words (figure, measured->value);
  g_autofree char *range = assay_compared_range_words (figure, measured);

  return range != NULL ? g_strdup_printf ("%s (%s)", value, range) : g_steal_pointer (&value);
}

static char *
signed_words (AssayChangeKind kind, double value)
{
  const char *sign = value > 0 ? "+" : value < 0 ? "−" : "";
  g_autofree char *number = NULL;

  if (isinf (value))
    return g_strdup ("∞");
  switch (kind)
    {
    case ASSAY_CHANGE_RELATIVE:
      number = assay_format_share (fabs (value), 1);
      break;
    case ASSAY_CHANGE_POINTS:
      number = assay_format_real (100 * fabs (value), 1);
      break;
    case ASSAY_CHANGE_RATIO:
      return assay_format_real (value, 2);
    case ASSAY_CHANGE_DAYS:
    default:
      number = assay_format_real (fabs (value), 1);
    }
  return g_strconcat (sign, number, NULL);
}

/**
 * assay_compared_change_words:
 * @figure: a figure
 * @change: how it changed
 *
 * Returns: (transfer full): the change with its interval and what can be said of it, in words
 */
char *
assay_compared_change_words (AssayComparedFigure figure, const AssayChange *change)
{
  AssayChangeKind kind = assay_compared_change_kind (figure);
  const char *verdict = assay_change_verdict_words (change->verdict);
  g_autofree char *value = NULL, *low = NULL, *high = NULL;

  if (isnan (change->value))
    return change->verdict == ASSAY_CHANGE_UNKNOWN
               ? g_strdup (verdict)
               /* Translators: %s is “distinguishable from chance” or “not …”. */
               : g_strdup_printf (_ ("none before, so that no share of it can be told (%s)"),
                                  verdict);
  value = signed_words (kind, change->value);
  low = signed_words (kind, change->low);
  high = signed_words (kind, change->high);
  switch (kind)
    {
    case ASSAY_CHANGE_RELATIVE:
      /* Translators: “changed by −30 % (−58 % … +17 %, not distinguishable from chance)” */
      return g_strdup_printf (_ ("changed by %s (%s … %s, %s)"), value, low, high, verdict);
    case ASSAY_CHANGE_POINTS:
      /* Translators: percentage points */
      return g_strdup_printf (_ ("changed by %s points (%s … %s, %s)"), value, low, high, verdict);
    case ASSAY_CHANGE_RATIO:
      if (figure == ASSAY_COMPARED_LEAD_SD)
        return g_strdup_printf (_ ("%s times the standard deviation (%s … %s, %s)"), value, low,
                                high, verdict);
      /* Translators: how many times as variable something is */
      return g_strdup_printf (_ ("%s times the variance (%s … %s, %s)"), value, low, high, verdict);
    case ASSAY_CHANGE_DAYS:
    default:
      return g_strdup_printf (_ ("changed by %s days (%s … %s, %s)"), value, low, high, verdict);
    }
}

/**
 * assay_compared_change_lines:
 * @figure: a figure
 * @change: how it changed
 *
 * Returns: (transfer full): the same for a cell of a table: change and interval, and below it what
 * can be said of it
 */
char *
assay_compared_change_lines (AssayComparedFigure figure, const AssayChange *change)
{
  AssayChangeKind kind = assay_compared_change_kind (figure);
  const char *verdict = assay_change_verdict_words (change->verdict);
  g_autofree char *value = NULL, *low = NULL, *high = NULL;

  if (isnan (change->value))
    return change->verdict == ASSAY_CHANGE_UNKNOWN
               ? g_strdup (verdict)
               : g_strdup_printf ("%s\n%s", _ ("none before"), verdict);
  value = signed_words (kind, change->value);
  low = signed_words (kind, change->low);
  high = signed_words (kind, change->high);
  switch (kind)
    {
    case ASSAY_CHANGE_POINTS:
      /* Translators: percentage points: a change, its interval, and what can be said of it. */
      return g_strdup_printf (_ ("%s points (%s … %s)\n%s"), value, low, high, verdict);
    case ASSAY_CHANGE_DAYS:
      return g_strdup_printf (_ ("%s days (%s … %s)\n%s"), value, low, high, verdict);
    case ASSAY_CHANGE_RATIO:
      return g_strdup_printf (_ ("%s times (%s … %s)\n%s"), value, low, high, verdict);
    case ASSAY_CHANGE_RELATIVE:
    default:
      return g_strdup_printf ("%s (%s … %s)\n%s", value, low, high, verdict);
    }
}

const char *
assay_claim_name (AssayComparedFigure figure)
{
  return figure == ASSAY_COMPARED_LEAD_MEAN ? "claimed_lead"
         : figure == ASSAY_COMPARED_LEAD_SD ? "claimed_lead_sd"
         : figure == ASSAY_COMPARED_ON_TIME ? "claimed_on_time"
                                            : "claimed_defects";
}

const char *
assay_claim_verdict_name (AssayClaimVerdict verdict)
{
  static const char *const names[] = { "unknown", "too_few_data", "supported", "not_supported" };

  return names[verdict];
}

const char *
assay_claim_verdict_words (AssayClaimVerdict verdict)
{
  switch (verdict)
    {
    case ASSAY_CLAIM_SUPPORTED:
      return _ ("the claim is supported");
    case ASSAY_CLAIM_REFUTED:
      return _ ("the claim is not supported");
    case ASSAY_CLAIM_OPEN:
      return _ ("too few data to tell");
    case ASSAY_CLAIM_UNKNOWN:
    default:
      return _ ("nothing measured yet");
    }
}

static char *
claimed_words (const AssayClaim *claim)
{
  g_autofree char *number = NULL;

  if (claim->figure == ASSAY_COMPARED_LEAD_MEAN)
    {
      number = assay_format_number ((gint64)claim->claimed);
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s day", "%s days", (gulong)claim->claimed), number);
    }
  if (claim->figure == ASSAY_COMPARED_LEAD_SD)
    return assay_compared_value_words (claim->figure, claim->claimed);
  return assay_format_share (claim->claimed, 1);
}

/**
 * assay_claim_words:
 * @claim: a claim that is made
 *
 * Returns: (transfer full): claim, measurement and what follows, as half a sentence
 */
char *
assay_claim_words (const AssayClaim *claim)
{
  g_autofree char *claimed = claimed_words (claim);
  g_autofree char *measured = assay_compared_measured_words (claim->figure, &claim->measured);

  if (claim->verdict == ASSAY_CLAIM_UNKNOWN)
    return g_strdup_printf (_ ("claims %s; nothing measured yet"), claimed);
  /* Translators: “claims 1.5 %, measured 3.2 % (2.4 … 4.3 %): the claim is not supported” */
  return g_strdup_printf (_ ("claims %s, measured %s: %s"), claimed, measured,
                          assay_claim_verdict_words (claim->verdict));
}

/**
 * assay_claim_short_words:
 * @claim: a claim that is made
 *
 * Returns: (transfer full): claim and verdict, to stand beside what was measured
 */
char *
assay_claim_short_words (const AssayClaim *claim)
{
  g_autofree char *claimed = claimed_words (claim);

  switch (claim->verdict)
    {
    case ASSAY_CLAIM_SUPPORTED:
      /* Translators: what a supplier claims, such as “45 days”, and whether that is so. */
      return g_strdup_printf (_ ("Claimed %s: supported"), claimed);
    case ASSAY_CLAIM_REFUTED:
      return g_strdup_printf (_ ("Claimed %s: not supported"), claimed);
    case ASSAY_CLAIM_OPEN:
      return g_strdup_printf (_ ("Claimed %s: too few data to tell"), claimed);
    case ASSAY_CLAIM_UNKNOWN:
    default:
      return g_strdup_printf (_ ("Claimed %s"), claimed);
    }
}
