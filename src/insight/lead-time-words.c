/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What lead-time figures mean, by the rules that hold. */

#include "assay-config.h"

#include "insight/lead-time.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"

static const char *
say_lead (const AssayLeadTimeRules *rules)
{
  if (rules->by_pieces)
    return rules->from_confirmed
               ? _ ("Lead time runs from the day on which the order was confirmed to the day on "
                    "which the pieces were received.")
               : _ ("Lead time runs from the day on which the order was sent to the day on which "
                    "the pieces were received.");
  return rules->from_confirmed
             ? _ ("Lead time runs from the day on which the order was confirmed to the day on "
                  "which the last piece was received.")
             : _ ("Lead time runs from the day on which the order was sent to the day on which the "
                  "last piece was received.");
}

static const char *
say_production (const AssayLeadTimeRules *rules)
{
  return rules->from_start
             ? _ ("Production runs from the day on which it was started to the day on which the "
                  "goods were ready.")
             : _ ("Production runs from the day on which the order was confirmed and the deposit "
                  "paid, whichever was later and as far as they are known, to the day on which the "
                  "goods were ready.");
}

static const char *
say_transit (void)
{
  return _ ("Transit runs from the day on which the goods were ready to the day on which they were "
            "received.");
}

static char *
say_slip (const AssayLeadTimeRules *rules)
{
  static const char *const days[] = {
    [ASSAY_PROMISE_OF_RECEIVED] = N_ ("Slip is the day on which the goods were received"),
    [ASSAY_PROMISE_OF_SHIPPED] = N_ ("Slip is the day on which the goods were shipped"),
    [ASSAY_PROMISE_OF_READY] = N_ ("Slip is the day on which the goods were ready"),
  };
  /* Translators: the second half of a sentence; "Slip is the day on which …" goes before it. */
  const char *promise = rules->against_latest
                            ? _ ("minus the date that was promised last; negative is early.")
                            : _ ("minus the first date that was ever promised; negative is early.");

  return g_strjoin (" ", _ (days[rules->promise_of]), promise, NULL);
}

static const char *
say_days (const AssayLeadTimeRules *rules)
{
  return rules->working_days
             ? _ ("Days are working days of the supplier: those of its working week without its "
                  "blackout periods; the first day is not counted, the last one is.")
             : _ ("Days are calendar days.");
}

static const char *
say_partial (const AssayLeadTimeRules *rules)
{
  return rules->by_pieces
             /* Translators: “line” is a line of a purchase order. */
             ? _ ("An order line that comes in parts has the mean day of its pieces, or that of "
                  "the last piece where it is not known how many came when; cancelled lines are "
                  "left out.")
             /* Translators: “line” is a line of a purchase order. */
             : _ ("An order line that comes in parts is there with its last piece; cancelled lines "
                  "are left out.");
}

static const char *
say_statistics (const AssayLeadTimeRules *rules)
{
  return rules->weighted
             ? _ ("Statistics count pieces: a line of 300 pieces counts 300 times, n is the number "
                  "of lines. Variances are those of a sample (divided by n − 1, here of the "
                  "pieces), percentiles are of type 7; the standard deviation is shown from three "
                  "lines on.")
             : _ ("Statistics count order lines. Variances are those of a sample (divided by "
                  "n − 1), percentiles are of type 7; the standard deviation is shown from three "
                  "lines on.");
}

static char *
say_window (const AssayLeadTimeRules *rules)
{
  if (!rules->has_early && rules->late == 0)
    return g_strdup (_ ("On time means a slip of 0 days or less;"));
  if (!rules->has_early)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "On time means at most %d day late;",
                                         "On time means at most %d days late;",
                                         (gulong)rules->late),
                            (int)rules->late);
  /* Translators: numbers of days. */
  return g_strdup_printf (_ ("On time means from %d days early to %d days late;"),
                          (int)rules->early, (int)rules->late);
}

/* Translators: the second halves of a sentence; “On time means …;” goes before them. */
static const char *
say_unit (const AssayLeadTimeRules *rules)
{
  switch (rules->unit)
    {
    case ASSAY_ON_TIME_SHIPMENTS:
      return _ ("the share is that of shipments, and a line that is past its promise and not "
                "delivered counts as one late shipment.");
    case ASSAY_ON_TIME_PIECES:
      return _ ("the share is that of pieces, and pieces that are past their promise and not "
                "delivered count as late.");
    case ASSAY_ON_TIME_LINES:
    default:
      return _ ("the share is that of order lines, and a line that is past its promise and not "
                "delivered counts as late.");
    }
}

static char *
say_in_full (const AssayLeadTimeRules *rules)
{
  g_autofree char *share = NULL;

  if (rules->tolerance == 0)
    return g_strdup (_ ("In full means that all pieces that were ordered came."));
  share = assay_format_share (1 - rules->tolerance / 1e6, 1);
  /* Translators: a share such as "97.0 %". */
  return g_strdup_printf (
      _ ("In full means that at least %s of the pieces that were ordered came."), share);
}

static const char *
say_contradictions (void)
{
  return _ ("Where the end lies before the start the dates contradict each other: such a line is "
            "counted apart and has no lead time.");
}

/**
 * assay_lead_time_define_measure:
 * @question: what was asked
 * @measure: one of the things that are measured
 *
 * Returns: (transfer full): what it is, in translated sentences
 */
char *
assay_lead_time_define_measure (const AssayLeadTimeQuestion *question, AssayLeadMeasure measure)
{
  const AssayLeadTimeRules *rules = &question->rules;
  g_autofree char *slip = measure == ASSAY_LEAD_SLIP ? say_slip (rules) : NULL;
  const char *what = measure == ASSAY_LEAD_TOTAL        ? say_lead (rules)
                     : measure == ASSAY_LEAD_PRODUCTION ? say_production (rules)
                     : measure == ASSAY_LEAD_TRANSIT    ? say_transit ()
                                                        : slip;

  return g_strjoin (" ", what, say_days (rules), say_partial (rules), NULL);
}

/**
 * assay_lead_time_define_on_time:
 * @question: what was asked
 *
 * Returns: (transfer full): what on time and in full mean, in translated sentences
 */
char *
assay_lead_time_define_on_time (const AssayLeadTimeQuestion *question)
{
  const AssayLeadTimeRules *rules = &question->rules;
  g_autofree char *slip = say_slip (rules);
  g_autofree char *window = say_window (rules);
  g_autofree char *full = say_in_full (rules);

  return g_strjoin (" ", slip, say_days (rules), window, say_unit (rules), full, NULL);
}

/**
 * assay_lead_time_define_statistics:
 * @question: what was asked
 *
 * Returns: (transfer full): how means and spreads are made, in translated sentences
 */
char *
assay_lead_time_define_statistics (const AssayLeadTimeQuestion *question)
{
  return g_strjoin (" ", say_statistics (&question->rules), say_contradictions (), NULL);
}

/**
 * assay_lead_time_definition:
 * @question: what was asked
 *
 * Returns: (transfer full): what the figures mean, in translated sentences
 */
char *
assay_lead_time_definition (const AssayLeadTimeQuestion *question)
{
  const AssayLeadTimeRules *rules = &question->rules;
  g_autofree char *slip = say_slip (rules);
  g_autofree char *window = say_window (rules);
  g_autofree char *full = say_in_full (rules);

  return g_strjoin (" ", say_lead (rules), say_production (rules), say_transit (), slip,
                    say_days (rules), say_partial (rules), say_statistics (rules),
                    say_contradictions (), window, say_unit (rules), full, NULL);
}
