/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a plan is worth, in words of someone who never saw a curve. */

#include "assay-config.h"

#include "insight/plan-worth.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/format.h"

/* Nearer to certainty than this is certainty: sums of many terms end a little beside 1. */
#define CERTAIN 1e-12

/* Three significant digits, without noughts at the end. */
static char *
format_hundredfold (double p)
{
  double value = p * 100;
  guint digits = value >= 10 ? 1 : value >= 1 ? 2 : 3;

  while (digits > 0 && fmod (nearbyint (value * pow (10, digits)), 10) == 0)
    digits--;
  return assay_format_real (value, digits);
}

char *
assay_plan_curve_format_quality (const AssayPlanCurve *curve, double p)
{
  g_autofree char *number = NULL;

  if (!isfinite (p))
    return g_strdup ("–");
  number = format_hundredfold (p);
  if (curve->plan.model == ASSAY_OC_POISSON)
    /* Translators: defects per hundred units, short */
    return g_strdup_printf (_ ("%s per 100"), number);
  return g_strdup_printf (_ ("%s %%"), number);
}

char *
assay_plan_curve_say_quality (const AssayPlanCurve *curve, double p)
{
  g_autofree char *number = format_hundredfold (p);
  gint64 units = (gint64)nearbyint (p * (double)curve->plan.lot);

  if (curve->plan.model == ASSAY_OC_POISSON)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s defect per 100 units",
                                         "%s defects per 100 units", p == 0.01 ? 1 : 2),
                            number);
  if (curve->plan.model == ASSAY_OC_HYPERGEOMETRIC)
    {
      g_autofree char *some = assay_format_number (units);
      g_autofree char *all = assay_format_number (curve->plan.lot);

      /* Translators: share in percent, defective units, units in the lot */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s %% defective (%s of %s unit)",
                                           "%s %% defective (%s of %s units)",
                                           (gulong)curve->plan.lot),
                              number, some, all);
    }
  return g_strdup_printf (_ ("%s %% defective"), number);
}

/**
 * assay_say_times:
 * @probability: of what happens now and then; neither 0 nor 1 is rounded to
 *
 * Returns: (transfer full): "79 times in 100"
 */
char *
assay_say_times (double probability)
{
  int times = (int)nearbyint (probability * 100);

  if (probability <= CERTAIN)
    return g_strdup (_ ("never"));
  if (probability >= 1 - CERTAIN)
    return g_strdup (_ ("always"));
  if (times == 0)
    return g_strdup (_ ("less than once in 100 times"));
  if (times == 100)
    return g_strdup (_ ("more than 99 times in 100"));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d time in 100", "%d times in 100", (gulong)times), times);
}

/**
 * assay_plan_curve_sentence:
 * @curve: a curve
 * @p: the quality to speak of; of a lone lot the nearest that it can have
 *
 * Returns: (transfer full): "A lot with 5 % defective still passes 79 times in 100."
 */
char *
assay_plan_curve_sentence (const AssayPlanCurve *curve, double p)
{
  double nearest = assay_plan_curve_nearest (curve, p);
  double accepted = assay_risk_accepted (&curve->plan, nearest);
  g_autofree char *quality = assay_plan_curve_say_quality (curve, nearest);
  g_autofree char *times = assay_say_times (accepted);

  if (isnan (accepted))
    return g_strdup (_ ("No lot can be as bad as that."));
  if (accepted >= 1 - CERTAIN)
    /* Translators: "5 % defective" */
    return g_strdup_printf (_ ("A lot with %s always passes."), quality);
  if (accepted <= CERTAIN)
    return g_strdup_printf (_ ("A lot with %s never passes."), quality);
  if (nearest > curve->aql / 100000.0 && accepted >= ASSAY_RISK_CONSUMER)
    /* Translators: "5 % defective", "79 times in 100" */
    return g_strdup_printf (_ ("A lot with %s still passes %s."), quality, times);
  return g_strdup_printf (_ ("A lot with %s passes %s."), quality, times);
}

char *
assay_plan_worth_say_view (const AssayPlanWorth *worth)
{
  const AssayPlanCurve *curve = assay_plan_worth_main (worth);
  g_autofree char *lot = assay_format_number (worth->lot);

  if (curve == NULL)
    return NULL;
  switch (curve->plan.model)
    {
    case ASSAY_OC_HYPERGEOMETRIC:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE,
                       "For just this lot of %s unit, drawn without putting back (hypergeometric).",
                       "For just this lot of %s units, drawn without putting back "
                       "(hypergeometric).",
                       (gulong)worth->lot),
          lot);
    case ASSAY_OC_POISSON:
      return g_strdup (_ ("For defects per 100 units, of which one unit may have several "
                          "(Poisson)."));
    case ASSAY_OC_BINOMIAL:
    default:
      return g_strdup (_ ("For lots of a series that one process makes (binomial)."));
    }
}

char *
assay_plan_worth_say_limits (const AssayPlanWorth *worth)
{
  const AssayPlanCurve *curve = assay_plan_worth_main (worth);
  g_autofree char *aql = NULL;
  g_autofree char *times = NULL;

  if (curve == NULL)
    return NULL;
  if (!(curve->producer_risk > CERTAIN))
    return g_strdup (_ ("Finding none in a sample does not mean that the lot has none."));
  aql = assay_plan_curve_format_quality (curve, curve->aql / 100000.0);
  times = assay_say_times (curve->producer_risk);
  /* Translators: "2.5 %", "2 times in 100" */
  return g_strdup_printf (_ ("An AQL does not promise that a lot is no worse than that. Even a lot "
                             "just at the AQL of %s is refused %s, and worse lots pass now and "
                             "then, as the curve shows."),
                          aql, times);
}

const char *
assay_plan_worth_rectifying_words (void)
{
  return _ ("The average outgoing quality holds only where every refused lot is sorted to the last "
            "unit and each defective one replaced by a good one.");
}
