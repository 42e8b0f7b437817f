/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "cli/oc-plan.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/cli.h"

void
assay_oc_words_fill_entries (AssayOcWords *words, GOptionEntry *entries)
{
  assay_plan_words_fill_entries (&words->table, entries);
  entries += ASSAY_PLAN_WORDS_N_ENTRIES;
  entries[0]
      = (GOptionEntry){ "n", 0, 0, G_OPTION_ARG_FILENAME, &words->n, N_ ("Sample size"), N_ ("N") };
  entries[1]
      = (GOptionEntry){ "ac",    0, 0, G_OPTION_ARG_FILENAME, &words->ac, N_ ("Acceptance number"),
                        N_ ("C") };
  entries[2] = (GOptionEntry){ "quality",
                               0,
                               0,
                               G_OPTION_ARG_FILENAME,
                               &words->quality,
                               N_ ("Say how often a lot of this quality passes: 0.05 or 5%"),
                               N_ ("P") };
}

void
assay_oc_words_clear (AssayOcWords *words)
{
  assay_plan_words_clear (&words->table);
  g_clear_pointer (&words->n, g_free);
  g_clear_pointer (&words->ac, g_free);
  g_clear_pointer (&words->quality, g_free);
}

gboolean
assay_oc_words_name_plan (const AssayOcWords *words)
{
  return words->n != NULL || words->ac != NULL || words->table.lot != NULL
         || words->table.aqls != NULL || words->table.level != NULL || words->table.severity != NULL
         || words->table.sampling != NULL;
}

/**
 * assay_oc_read_share:
 * @text: "0.025" or "2.5%"
 * @share: (out): the number
 *
 * Returns: whether it is a share from 0 to 1
 */
gboolean
assay_oc_read_share (const char *text, double *share)
{
  char *end;

  *share = g_ascii_strtod (text, &end);
  if (end == text || !isfinite (*share))
    return FALSE;
  if (*end == '%')
    {
      *share /= 100.0;
      end++;
    }
  return *end == '\0' && *share >= 0.0 && *share <= 1.0;
}

/* Says what is wrong with the way in which the plan is named; TRUE when nothing is. */
static gboolean
check (const AssayUsage *usage, const AssayOcWords *words, const AssayOcPlan *plan)
{
  if (words->n != NULL || words->ac != NULL)
    {
      if (words->n == NULL || words->ac == NULL)
        assay_usage_wrong (usage, _ ("--n and --ac belong together"));
      else if (plan->options.aqls->len > 0)
        assay_usage_wrong (usage, _ ("--aql makes no sense with --n and --ac"));
      else if (plan->options.sampling == ASSAY_SAMPLING_DOUBLE)
        assay_usage_wrong (usage, _ ("double sampling needs --lot and --aql"));
      else if (plan->options.lot > 0 && plan->n > plan->options.lot)
        assay_usage_wrong (usage, _ ("the sample is larger than the lot"));
      else
        return TRUE;
    }
  else if (plan->options.lot == 0 || plan->options.aqls->len != 1)
    assay_usage_wrong (usage, _ ("name a plan: --n and --ac, or --lot and one --aql"));
  else
    return TRUE;
  return FALSE;
}

/* Takes the plan from lot and AQL. */
static gboolean
look_up (AssayOcPlan *plan, GError **error)
{
  const AssayPlanOptions *options = &plan->options;
  AssaySamplingPlan single;

  plan->aql = g_array_index (options->aqls, gint, 0);
  if (options->sampling == ASSAY_SAMPLING_DOUBLE)
    {
      if (!assay_sampling_plan_double (options->lot, options->level, options->severity, plan->aql,
                                       &plan->twice, error))
        return FALSE;
      plan->is_double = !plan->twice.use_single;
      single = plan->twice.single;
    }
  else if (!assay_sampling_plan_single (options->lot, options->level, options->severity, plan->aql,
                                        &single, error))
    return FALSE;
  plan->n = single.n;
  plan->ac = single.ac;
  plan->re = single.re;
  return TRUE;
}

/**
 * assay_oc_plan_read:
 * @usage: how the command is called
 * @words: what was typed
 * @plan: (out caller-allocates): what it means
 * @status: (out): exit status when it means nothing
 *
 * Returns: %FALSE when something was typed wrongly or the tables have no plan, which was said
 */
gboolean
assay_oc_plan_read (const AssayUsage *usage,
                    const AssayOcWords *words,
                    AssayOcPlan *plan,
                    int *status)
{
  g_autoptr (GError) error = NULL;

  *plan = (AssayOcPlan){ .aql = ASSAY_AQL_NONE, .quality = NAN };
  *status = ASSAY_EXIT_USAGE;
  if (!assay_plan_options_read (usage, &words->table, &plan->options)
      || (words->n != NULL && !assay_usage_parse_count (usage, "n", words->n, 1, &plan->n))
      || (words->ac != NULL && !assay_usage_parse_count (usage, "ac", words->ac, 0, &plan->ac)))
    return FALSE;
  if (words->quality != NULL && !assay_oc_read_share (words->quality, &plan->quality))
    {
      assay_usage_wrong (usage, _ ("--quality needs a share from 0 to 1, not “%s”"),
                         words->quality);
      return FALSE;
    }
  if (!check (usage, words, plan))
    return FALSE;
  plan->re = plan->ac + 1;
  if (words->n == NULL && !look_up (plan, &error))
    {
      *status = assay_usage_refuse (NULL, error);
      return FALSE;
    }
  return TRUE;
}

void
assay_oc_plan_clear (AssayOcPlan *plan)
{
  assay_plan_options_clear (&plan->options);
}

AssayOcModel
assay_oc_plan_model (const AssayOcPlan *plan)
{
  /* Above 10 an AQL counts defects. */
  return assay_worth_model (ASSAY_WORTH_AUTO, plan->aql > 10000, plan->options.lot,
                            plan->is_double ? plan->twice.n1 + plan->twice.n2 : plan->n);
}

void
assay_oc_plan_risk (const AssayOcPlan *plan, AssayOcModel model, AssayRiskPlan *risk)
{
  if (plan->is_double)
    assay_risk_plan_double (risk, model, plan->options.lot, &plan->twice);
  else
    assay_risk_plan_single (risk, model, plan->options.lot, plan->n, plan->re);
}

AssayPlanWorth *
assay_oc_plan_worth (const AssayOcPlan *plan)
{
  const char *const names[] = { [ASSAY_OC_BINOMIAL] = _ ("Series of lots (binomial)"),
                                [ASSAY_OC_POISSON] = _ ("Defects per 100 units (Poisson)"),
                                [ASSAY_OC_HYPERGEOMETRIC] = _ ("This lot (hypergeometric)") };
  AssayPlanWorth *worth = assay_plan_worth_new (plan->options.lot, FALSE);

  for (AssayOcModel model = ASSAY_OC_BINOMIAL; model <= ASSAY_OC_HYPERGEOMETRIC; model++)
    {
      AssayRiskPlan risk;

      assay_oc_plan_risk (plan, model, &risk);
      assay_plan_worth_add (worth, names[model], &risk, plan->aql);
    }
  assay_plan_worth_finish (worth);
  return worth;
}
