/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a scorecard can measure, in words. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/supplier-measures.h"
#include "record/choices.h"
#include "record/format.h"

static const struct
{
  AssayScoredUnit unit;
  double best, worst;
  const char *definition;
} scoreds[ASSAY_N_SCORED] = {
  [ASSAY_SCORED_DEFECTIVE_TO_AQL]
  = { ASSAY_SCORED_UNIT_TIMES, 0.5, 2.0,
      N_ ("Defective units divided by as many as the AQL of each lot’s plan stands for: inspected "
          "units times the AQL, added up over all lots. Units with a critical or major defect "
          "count, against the AQL of major; where classes were not counted, all defective units "
          "do. Repeated inspections and samples are left out.") },
  [ASSAY_SCORED_DEFECTIVE_RATE]
  = { ASSAY_SCORED_UNIT_PERCENT, 0.0, 10.0,
      N_ ("Defective units divided by inspected units, added up over all lots. Repeated "
          "inspections and samples are left out.") },
  [ASSAY_SCORED_ACCEPTED_FIRST]
  = { ASSAY_SCORED_UNIT_PERCENT, 100.0, 70.0,
      N_ ("Lots accepted at their first inspection divided by inspected lots; by the decision, "
          "where there is none yet by the inspector’s result.") },
  [ASSAY_SCORED_ACTIONS_ON_TIME]
  = { ASSAY_SCORED_UNIT_PERCENT, 100.0, 50.0,
      N_ ("Corrective actions done on their day or before it divided by those whose day was in "
          "the period; one that is not done and whose day is over counts as late.") },
  [ASSAY_SCORED_ON_TIME]
  = { ASSAY_SCORED_UNIT_PERCENT, 98.0, 80.0,
      N_ ("On time divided by due; what is due and not delivered counts as late.") },
  [ASSAY_SCORED_IN_FULL]
  = { ASSAY_SCORED_UNIT_PERCENT, 98.0, 80.0,
      N_ ("On time and in full divided by due; what is due and not delivered counts as neither.") },
  [ASSAY_SCORED_SLIP_MEAN]
  = { ASSAY_SCORED_UNIT_DAYS, 0.0, 14.0,
      N_ ("Mean of the days between promise and delivery; early ones are negative.") },
  [ASSAY_SCORED_SLIP_SD]
  = { ASSAY_SCORED_UNIT_DAYS, 2.0, 14.0,
      N_ ("Standard deviation of the days between promise and delivery, of a sample.") },
  [ASSAY_SCORED_LEAD_TO_CLAIM]
  = { ASSAY_SCORED_UNIT_TIMES, 1.0, 1.5,
      N_ ("Mean lead time divided by the lead time that the supplier claims.") },
  [ASSAY_SCORED_PRICE_TO_BEST]
  = { ASSAY_SCORED_UNIT_TIMES, 1.0, 1.25,
      N_ ("What was paid divided by what the same quantities would have cost at the best unit "
          "price that any supplier had for the product in the period. Only products that several "
          "suppliers made for the same currency; several currencies are joined by their number "
          "of lines.") },
  [ASSAY_SCORED_PRICE_CHANGE]
  = { ASSAY_SCORED_UNIT_PERCENT, 0.0, 10.0,
      N_ ("How much more was paid than the same quantities cost a year earlier. Only products "
          "that the supplier made in both years for the same currency; without a period the last "
          "twelve months are compared with the twelve before.") },
  [ASSAY_SCORED_COMMUNICATION]
  = { ASSAY_SCORED_UNIT_POINTS, 100.0, 0.0,
      N_ ("Points of the last assessment of communication that is still valid.") },
  [ASSAY_SCORED_DOCUMENTS]
  = { ASSAY_SCORED_UNIT_POINTS, 100.0, 0.0,
      N_ ("Points of the last assessment of documents that is still valid.") },
  [ASSAY_SCORED_COST] = { ASSAY_SCORED_UNIT_POINTS, 100.0, 0.0,
                          N_ ("Points of the last assessment of cost that is still valid.") },
  [ASSAY_SCORED_SERVICE] = { ASSAY_SCORED_UNIT_POINTS, 100.0, 0.0,
                             N_ ("Points of the last assessment of service that is still valid.") },
  [ASSAY_SCORED_COMPLIANCE]
  = { ASSAY_SCORED_UNIT_POINTS, 100.0, 0.0,
      N_ ("Points of the last assessment of compliance that is still valid.") },
};

static const struct
{
  const char *name;
  const char *words;
} lacks[] = {
  [ASSAY_LACK_NOTHING] = { "nothing", N_ ("measured") },
  [ASSAY_LACK_LOTS] = { "lots", N_ ("no lot was inspected") },
  [ASSAY_LACK_DECISIONS] = { "decisions", N_ ("no inspected lot has a result yet") },
  [ASSAY_LACK_AQL] = { "aql", N_ ("no inspected lot has a plan with an AQL") },
  [ASSAY_LACK_ACTIONS] = { "actions", N_ ("no corrective action was due") },
  [ASSAY_LACK_LINES] = { "lines", N_ ("nothing was delivered") },
  [ASSAY_LACK_PROMISES] = { "promises", N_ ("nothing that was promised was due") },
  [ASSAY_LACK_QUANTITIES] = { "quantities", N_ ("no ordered quantity is known") },
  [ASSAY_LACK_THREE] = { "three", N_ ("fewer than three deliveries") },
  [ASSAY_LACK_CLAIM] = { "claim", N_ ("the supplier claims no lead time") },
  [ASSAY_LACK_PRICES] = { "prices", N_ ("no order line has a product and a price") },
  [ASSAY_LACK_OTHERS]
  = { "others", N_ ("no other supplier made the same products for the same currency") },
  [ASSAY_LACK_YEAR] = { "year", N_ ("no product had a price a year earlier") },
  [ASSAY_LACK_ASSESSMENT] = { "assessment", N_ ("not assessed") },
  [ASSAY_LACK_EXPIRED] = { "expired", N_ ("the assessment is no longer valid") },
};

static const char *const unit_names[] = { "times", "percent", "days", "points" };

const char *
assay_scored_name (AssayScored scored)
{
  return assay_choices_measure[scored].value;
}

/**
 * assay_scored_from_name:
 * @name: (nullable): as a criterion stores it
 * @scored: (out): what it is
 *
 * Returns: whether this program knows it; a later one may know more
 */
gboolean
assay_scored_from_name (const char *name, AssayScored *scored)
{
  for (guint i = 0; i < ASSAY_N_SCORED; i++)
    if (g_strcmp0 (name, assay_choices_measure[i].value) == 0)
      {
        *scored = (AssayScored)i;
        return TRUE;
      }
  return FALSE;
}

const char *
assay_scored_title (AssayScored scored)
{
  return _ (assay_choices_measure[scored].label);
}

const char *
assay_scored_definition (AssayScored scored)
{
  return _ (scoreds[scored].definition);
}

AssayScoredUnit
assay_scored_unit (AssayScored scored)
{
  return scoreds[scored].unit;
}

const char *
assay_scored_unit_name (AssayScoredUnit unit)
{
  return unit_names[unit];
}

void
assay_scored_ends (AssayScored scored, double *best, double *worst)
{
  *best = scoreds[scored].best;
  *worst = scoreds[scored].worst;
}

/**
 * assay_scored_format:
 * @scored: what was measured
 * @value: a value of it
 *
 * Returns: (transfer full): the value with its unit, as the user knows numbers
 */
char *
assay_scored_format (AssayScored scored, double value)
{
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup (_ ("Unknown"));
  switch (scoreds[scored].unit)
    {
    case ASSAY_SCORED_UNIT_PERCENT:
      return assay_format_share (value / 100.0, 1);
    case ASSAY_SCORED_UNIT_DAYS:
      number = assay_format_real (value, 1);
      /* Translators: a number of days with a decimal. */
      return g_strdup_printf (_ ("%s days"), number);
    case ASSAY_SCORED_UNIT_POINTS:
      number = assay_format_real (value, 0);
      /* Translators: a number of points. */
      return g_strdup_printf (_ ("%s points"), number);
    case ASSAY_SCORED_UNIT_TIMES:
    default:
      number = assay_format_real (value, 2);
      /* Translators: how many times as much, such as “1.25 ×”. */
      return g_strdup_printf (_ ("%s ×"), number);
    }
}

const char *
assay_lack_words (AssayLack lack)
{
  return _ (lacks[lack].words);
}

const char *
assay_lack_name (AssayLack lack)
{
  return lacks[lack].name;
}
