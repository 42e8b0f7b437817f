/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay plan`: how many units of a lot to inspect, and how many of them may be defective. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/plan-options.h"
#include "cli/listing.h"
#include "figures/class-plans.h"
#include "insight/inspection-plan.h"

static const AssayUsage usage = {
  .name = "plan",
  .arguments = N_ ("--lot N [--aql AQL]…"),
  .summary = N_ ("Prints sample size, acceptance and rejection number for each AQL."),
  .details = N_ (
      "Without --aql the plan is made for critical, major and minor defects at 0, 2.5 and 4.0, all "
      "on the largest of their samples unless --own-samples says otherwise.\n\n"
      "Rows in JSON and CSV: class, aql, code_letter, n, ac, re, inspect_all; with double "
      "sampling n1, ac1, re1, n2, ac2, re2 in place of n, ac, re. Where the tables refer to the "
      "single plan, n2, ac2 and re2 are null."),
};

static const gint usual_aqls[ASSAY_N_DEFECT_CLASSES] = { ASSAY_AQL_ZERO, 2500, 4000 };

typedef struct
{
  AssayPlanOptions options;
  gboolean has_classes; /* the usual three */
  gboolean own_samples;
  AssayListingForm form;
} Asked;

static void
add_head (AssayListing *table, const Asked *asked, guint i, char code_letter)
{
  gint aql = g_array_index (asked->options.aqls, gint, i);
  char letter[] = { code_letter, '\0' };

  assay_listing_add_text (table, asked->has_classes ? assay_class_to_string (i) : NULL);
  assay_listing_add_real_shown (table, aql / 1000.0, assay_aql_to_string (aql));
  assay_listing_add_text (table, code_letter != '\0' ? letter : NULL);
}

static const char *
definition (const Asked *asked)
{
  if (asked->options.sampling == ASSAY_SAMPLING_DOUBLE)
    return _ ("Double plans of MIL-STD-105E (ANSI/ASQ Z1.4) with its arrows followed; the second "
              "sample is drawn when the first holds more than Ac and fewer than Re defective "
              "units, and its numbers count both samples. Where the tables give no double plan the "
              "single one stands in the place of the first sample. AQL 0 allows none in whatever "
              "is drawn for the others. These are not plans of ISO 2859-1.");
  if (asked->has_classes && !asked->own_samples)
    return _ ("Plans of MIL-STD-105E (ANSI/ASQ Z1.4) with its arrows followed; all classes use the "
              "code letter of the largest sample. AQL 0 allows none. The lot is accepted with Ac "
              "defective units or fewer and rejected with Re or more.");
  return _ ("Plans of MIL-STD-105E (ANSI/ASQ Z1.4) with its arrows followed. AQL 0 allows none in "
            "the largest sample of the others. The lot is accepted with Ac defective units or "
            "fewer and rejected with Re or more.");
}

static AssayListing *
make_table (const Asked *asked, const AssayListingColumn *columns, guint n_columns)
{
  AssayListing *table = assay_listing_new (asked->form, stdout, columns, n_columns);
  JsonObject *object = json_object_new ();
  JsonArray *aqls = json_array_new ();

  json_object_set_string_member (object, "command", "plan");
  assay_plan_options_describe (&asked->options, object);
  for (guint i = 0; i < asked->options.aqls->len; i++)
    json_array_add_double_element (aqls, g_array_index (asked->options.aqls, gint, i) / 1000.0);
  json_object_set_array_member (object, "aql", aqls);
  assay_listing_set_asked (table, object);
  assay_listing_set_definition (table, definition (asked));
  return table;
}

/* Plans of the AQLs one by one; those at 0 take the largest sample of the others. */
static gboolean
make_plans (const Asked *asked, AssaySamplingPlan *plans, GError **error)
{
  const AssayPlanOptions *options = &asked->options;
  const AssaySamplingPlan *largest = NULL;

  if (asked->has_classes)
    return assay_sampling_plan_classes (options->lot, options->level, options->severity, usual_aqls,
                                        !asked->own_samples, plans, error);
  for (guint i = 0; i < options->aqls->len; i++)
    {
      gint aql = g_array_index (options->aqls, gint, i);

      if (!assay_sampling_plan_single (options->lot, options->level, options->severity, aql,
                                       &plans[i], error))
        return FALSE;
      if (aql != ASSAY_AQL_ZERO && (largest == NULL || plans[i].n > largest->n))
        largest = &plans[i];
    }
  for (guint i = 0; largest != NULL && i < options->aqls->len; i++)
    if (g_array_index (options->aqls, gint, i) == ASSAY_AQL_ZERO)
      {
        plans[i].n = largest->n;
        plans[i].inspect_all = largest->inspect_all;
      }
  return TRUE;
}

static gboolean
print_single (const Asked *asked, GError **error)
{
  const AssayListingColumn columns[] = {
    { "class", asked->has_classes ? _ ("Class") : NULL, FALSE, 0 },
    { "aql", _ ("AQL"), TRUE, 3 },
    { "code_letter", _ ("Letter"), FALSE, 0 },
    { "n", _ ("Sample"), TRUE, 0 },
    { "ac", _ ("Ac"), TRUE, 0 },
    { "re", _ ("Re"), TRUE, 0 },
    { "inspect_all", _ ("Every unit"), FALSE, 0 },
  };
  g_autofree AssaySamplingPlan *plans = g_new0 (AssaySamplingPlan, asked->options.aqls->len);
  g_autoptr (AssayListing) table = NULL;

  if (!make_plans (asked, plans, error))
    return FALSE;
  table = make_table (asked, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < asked->options.aqls->len; i++)
    {
      add_head (table, asked, i, plans[i].code_letter);
      assay_listing_add_integer (table, plans[i].n);
      assay_listing_add_integer (table, plans[i].ac);
      assay_listing_add_integer (table, plans[i].re);
      assay_listing_add_flag (table, plans[i].inspect_all);
      assay_listing_end_row (table);
    }
  return assay_listing_finish (table, error);
}

static void
add_double_cells (AssayListing *table, const AssayDoublePlan *plan)
{
  assay_listing_add_integer (table, plan->use_single ? plan->single.n : plan->n1);
  assay_listing_add_integer (table, plan->use_single ? plan->single.ac : plan->ac1);
  assay_listing_add_integer (table, plan->use_single ? plan->single.re : plan->re1);
  if (plan->use_single)
    for (guint i = 0; i < 3; i++)
      assay_listing_add_unknown (table);
  else
    {
      assay_listing_add_integer (table, plan->n2);
      assay_listing_add_integer (table, plan->ac2);
      assay_listing_add_integer (table, plan->re2);
    }
  assay_listing_add_flag (table, plan->use_single && plan->single.inspect_all);
}

/* Where the lot or another class leads to one sample @samples has no second one. */
static void
take_samples (const AssayClassSamples *samples, AssayDoublePlan *plan)
{
  *plan = (AssayDoublePlan){ .use_single = samples->second_n == 0,
                             .code_letter = samples->code_letter,
                             .final_letter = samples->final_letter,
                             .n1 = samples->n,
                             .n2 = samples->second_n,
                             .ac1 = samples->first_ac,
                             .re1 = samples->first_re,
                             .ac2 = samples->ac,
                             .re2 = samples->re };
  plan->single = (AssaySamplingPlan){ .code_letter = samples->code_letter,
                                      .final_letter = samples->final_letter,
                                      .n = samples->n,
                                      .table_n = samples->n,
                                      .ac = samples->ac,
                                      .re = samples->re,
                                      .inspect_all = samples->inspect_all };
}

/* As make_plans(); an AQL of 0 takes the largest first or only sample of the others. */
static gboolean
make_doubles (const Asked *asked, AssayDoublePlan *plans, GError **error)
{
  const AssayPlanOptions *options = &asked->options;
  gint64 largest = 0;

  if (asked->has_classes)
    {
      AssayClassDemand demands[ASSAY_N_DEFECT_CLASSES];
      AssayClassSamples samples[ASSAY_N_DEFECT_CLASSES];

      for (guint i = 0; i < ASSAY_N_DEFECT_CLASSES; i++)
        demands[i] = (AssayClassDemand){ usual_aqls[i], options->severity };
      if (!assay_class_plans (options->lot, options->level, ASSAY_SAMPLING_DOUBLE, demands,
                              !asked->own_samples, samples, error))
        return FALSE;
      for (guint i = 0; i < ASSAY_N_DEFECT_CLASSES; i++)
        take_samples (&samples[i], &plans[i]);
      return TRUE;
    }
  for (guint i = 0; i < options->aqls->len; i++)
    {
      gint aql = g_array_index (options->aqls, gint, i);

      if (!assay_sampling_plan_double (options->lot, options->level, options->severity, aql,
                                       &plans[i], error))
        return FALSE;
      if (aql != ASSAY_AQL_ZERO)
        largest = MAX (largest, plans[i].use_single ? plans[i].single.n : plans[i].n1);
    }
  for (guint i = 0; largest > 0 && i < options->aqls->len; i++)
    if (g_array_index (options->aqls, gint, i) == ASSAY_AQL_ZERO)
      {
        plans[i].single.n = largest;
        plans[i].single.inspect_all = largest >= options->lot;
      }
  return TRUE;
}

static gboolean
print_double (const Asked *asked, GError **error)
{
  const AssayPlanOptions *options = &asked->options;
  const AssayListingColumn columns[] = {
    { "class", asked->has_classes ? _ ("Class") : NULL, FALSE, 0 },
    { "aql", _ ("AQL"), TRUE, 3 },
    { "code_letter", _ ("Letter"), FALSE, 0 },
    { "n1", _ ("First sample"), TRUE, 0 },
    { "ac1", _ ("Ac"), TRUE, 0 },
    { "re1", _ ("Re"), TRUE, 0 },
    { "n2", _ ("Second sample"), TRUE, 0 },
    { "ac2", _ ("Ac"), TRUE, 0 },
    { "re2", _ ("Re"), TRUE, 0 },
    { "inspect_all", _ ("Every unit"), FALSE, 0 },
  };
  g_autofree AssayDoublePlan *plans = g_new0 (AssayDoublePlan, options->aqls->len);
  g_autoptr (AssayListing) table = NULL;

  if (!make_doubles (asked, plans, error))
    return FALSE;
  table = make_table (asked, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < options->aqls->len; i++)
    {
      add_head (table, asked, i,
                plans[i].use_single ? plans[i].single.code_letter : plans[i].code_letter);
      add_double_cells (table, &plans[i]);
      assay_listing_end_row (table);
    }
  return assay_listing_finish (table, error);
}

/**
 * assay_cli_plan:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_plan (int argc, char **argv)
{
  g_auto (AssayPlanWords) words = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  gboolean json = FALSE;
  gboolean csv = FALSE;
  Asked asked = { 0 };
  g_auto (AssayPlanOptions) options = { 0 };
  GOptionEntry entries[ASSAY_PLAN_WORDS_N_ENTRIES + 4] = {
    [ASSAY_PLAN_WORDS_N_ENTRIES]
    = { "own-samples", 0, 0, G_OPTION_ARG_NONE, &asked.own_samples,
        N_ ("Let each of the usual classes have the sample of its own AQL"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
  };
  int status;

  assay_plan_words_fill_entries (&words, entries);
  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (!assay_plan_options_read (&usage, &words, &options))
    return ASSAY_EXIT_USAGE;
  if (options.lot == 0)
    return assay_usage_wrong (&usage, _ ("--lot is missing"));
  asked.has_classes = options.aqls->len == 0;
  if (asked.has_classes)
    g_array_append_vals (options.aqls, usual_aqls, ASSAY_N_DEFECT_CLASSES);
  asked.options = options;
  asked.form = json ? ASSAY_LISTING_JSON : csv ? ASSAY_LISTING_CSV : ASSAY_LISTING_TEXT;
  if (!(options.sampling == ASSAY_SAMPLING_DOUBLE ? print_double (&asked, &error)
                                                  : print_single (&asked, &error)))
    return assay_usage_refuse (NULL, error);
  return ASSAY_EXIT_DONE;
}
