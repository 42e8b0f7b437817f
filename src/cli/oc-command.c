/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay oc`: with what probability a sampling plan accepts lots of given quality. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/json-members.h"
#include "cli/listing.h"
#include "cli/oc-plan.h"

static const AssayUsage usage = {
  .name = "oc",
  .arguments = N_ ("(--n N --ac C | --lot N --aql AQL)"),
  .summary = N_ ("Prints the probability that a plan accepts a lot of given quality."),
  .details = N_ (
      "The plan is named by its sample size and acceptance number, or by lot and AQL. With a lot "
      "the probability for just this lot (hypergeometric) stands beside those for a series of "
      "lots. Under reduced inspection a lot between Ac and Re is accepted and counted.\n\n"
      "Rows in JSON and CSV: p, binomial, poisson, hypergeometric (null without a lot), asn (units "
      "inspected on average), aoq (average quality that goes out where refused lots are sorted); "
      "asn and aoq by the model named in “asked”. p is the share of defective units from 0 to 1, "
      "for poisson the defects per unit. JSON has “risks” beside the rows, for each model: "
      "producer_risk at the AQL; quality_95, quality_50 and quality_10, which pass 95, 50 and 10 "
      "times in 100; asn_at_aql; aoql and aoql_at; and “sentence”, which says in words how often "
      "a lot of twice the AQL, or of --quality, passes."),
};

/* Qualities around the usual AQLs, as shares. */
static const double usual_points[] = { 0.0,  0.0025, 0.005, 0.01, 0.015, 0.02, 0.025, 0.03, 0.04,
                                       0.05, 0.065,  0.08,  0.1,  0.125, 0.15, 0.2,   0.25, 0.3 };

typedef struct
{
  const AssayOcPlan *plan;
  AssayPlanWorth *worth;
  AssayOcModel model; /* of figures that there is one of */
  GArray *points;
  AssayListingForm form;
} Asked;

static const char *const model_names[] = {
  [ASSAY_OC_BINOMIAL] = "binomial",
  [ASSAY_OC_POISSON] = "poisson",
  [ASSAY_OC_HYPERGEOMETRIC] = "hypergeometric",
};

static gboolean
read_points (const char *text, GArray *points)
{
  g_auto (GStrv) words = NULL;

  if (text == NULL)
    {
      g_array_append_vals (points, usual_points, G_N_ELEMENTS (usual_points));
      return TRUE;
    }
  words = g_strsplit (text, ",", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      double point;

      if (!assay_oc_read_share (g_strstrip (words[i]), &point))
        {
          assay_usage_wrong (&usage, _ ("--points needs shares from 0 to 1, not “%s”"), words[i]);
          return FALSE;
        }
      g_array_append_val (points, point);
    }
  return points->len > 0;
}

static JsonObject *
describe (const Asked *asked)
{
  const AssayOcPlan *plan = asked->plan;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "command", "oc");
  assay_plan_options_describe (&plan->options, object);
  if (plan->aql != ASSAY_AQL_NONE)
    json_object_set_double_member (object, "aql", plan->aql / 1000.0);
  else
    json_object_set_null_member (object, "aql");
  json_object_set_string_member (object, "model", model_names[asked->model]);
  if (!plan->is_double)
    {
      json_object_set_int_member (object, "n", plan->n);
      json_object_set_int_member (object, "ac", plan->ac);
      json_object_set_int_member (object, "re", plan->re);
      return object;
    }
  json_object_set_int_member (object, "n1", plan->twice.n1);
  json_object_set_int_member (object, "ac1", plan->twice.ac1);
  json_object_set_int_member (object, "re1", plan->twice.re1);
  json_object_set_int_member (object, "n2", plan->twice.n2);
  json_object_set_int_member (object, "ac2", plan->twice.ac2);
  json_object_set_int_member (object, "re2", plan->twice.re2);
  return object;
}

static const AssayPlanCurve *
curve_of_model (const Asked *asked)
{
  for (guint i = 0; i < asked->worth->curves->len; i++)
    if (assay_plan_worth_get (asked->worth, i)->plan.model == asked->model)
      return assay_plan_worth_get (asked->worth, i);
  return NULL;
}

static JsonArray *
list_risks (const Asked *asked)
{
  JsonArray *risks = json_array_new ();

  for (guint i = 0; i < asked->worth->curves->len; i++)
    {
      const AssayPlanCurve *curve = assay_plan_worth_get (asked->worth, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "model", model_names[curve->plan.model]);
      assay_json_set_real (object, "producer_risk", curve->producer_risk);
      assay_json_set_real (object, "quality_95", curve->qualities[ASSAY_QUALITY_PRODUCER]);
      assay_json_set_real (object, "quality_50", curve->qualities[ASSAY_QUALITY_EVEN]);
      assay_json_set_real (object, "quality_10", curve->qualities[ASSAY_QUALITY_CONSUMER]);
      assay_json_set_real (object, "asn_at_aql", curve->sample_at_aql);
      assay_json_set_real (object, "aoql", curve->outgoing_limit);
      assay_json_set_real (object, "aoql_at", curve->outgoing_limit_at);
      json_array_add_object_element (risks, object);
    }
  return risks;
}

static char *
dup_sentence (const Asked *asked)
{
  const AssayPlanCurve *curve = curve_of_model (asked);

  if (curve == NULL)
    return NULL;
  return assay_plan_curve_sentence (curve, isfinite (asked->plan->quality)
                                               ? asked->plan->quality
                                               : assay_plan_curve_telling (curve));
}

static void
add_point (const Asked *asked, AssayListing *table, double p)
{
  AssayRisk risk = { NAN, NAN, NAN, NAN };
  AssayRiskPlan plan;

  assay_listing_add_real (table, p);
  for (AssayOcModel model = ASSAY_OC_BINOMIAL; model <= ASSAY_OC_HYPERGEOMETRIC; model++)
    {
      AssayRisk one;

      assay_oc_plan_risk (asked->plan, model, &plan);
      assay_risk_at (&plan, p, &one);
      assay_listing_add_real (table, one.accepted);
      if (model == asked->model)
        risk = one;
    }
  assay_listing_add_real (table, risk.average_sample);
  assay_listing_add_real (table, risk.outgoing);
  assay_listing_end_row (table);
}

static gboolean
print_points (const Asked *asked, GError **error)
{
  const AssayListingColumn columns[] = {
    { "p", _ ("Defective"), TRUE, 4 },
    { "binomial", _ ("Binomial"), TRUE, 6 },
    { "poisson", _ ("Poisson"), TRUE, 6 },
    { "hypergeometric", asked->plan->options.lot > 0 ? _ ("This lot") : NULL, TRUE, 6 },
    { "asn", asked->plan->is_double ? _ ("Inspected") : NULL, TRUE, 1 },
    { "aoq", _ ("Goes out"), TRUE, 6 },
  };
  g_autoptr (AssayListing) table
      = assay_listing_new (asked->form, stdout, columns, G_N_ELEMENTS (columns));
  JsonObject *more = json_object_new ();
  g_autofree char *sentence = dup_sentence (asked);

  assay_listing_set_asked (table, describe (asked));
  assay_listing_set_definition (
      table,
      _ ("Probability of acceptance: binomial for the share of defective units in a series "
         "of lots, Poisson for defects per unit, hypergeometric for the one lot, which holds "
         "the nearest whole number of defective units. What goes out on average holds only where "
         "every refused lot is sorted and each defective unit replaced by a good one."));
  json_object_set_array_member (more, "risks", list_risks (asked));
  if (sentence != NULL)
    json_object_set_string_member (more, "sentence", sentence);
  assay_listing_set_more (table, more);
  for (guint i = 0; i < asked->points->len; i++)
    add_point (asked, table, g_array_index (asked->points, double, i));
  return assay_listing_finish (table, error);
}

/* Under the table, for people. */
static void
print_words (const Asked *asked)
{
  const AssayPlanCurve *curve = curve_of_model (asked);
  g_autofree char *sentence = dup_sentence (asked);
  g_autofree char *often = NULL, *even = NULL, *rarely = NULL, *limit = NULL;

  if (curve == NULL)
    return;
  often = assay_plan_curve_format_quality (curve, curve->qualities[ASSAY_QUALITY_PRODUCER]);
  even = assay_plan_curve_format_quality (curve, curve->qualities[ASSAY_QUALITY_EVEN]);
  rarely = assay_plan_curve_format_quality (curve, curve->qualities[ASSAY_QUALITY_CONSUMER]);
  limit = assay_plan_curve_format_quality (curve, curve->outgoing_limit);
  g_print ("\n%s\n", sentence);
  if (isfinite (curve->producer_risk))
    {
      g_autofree char *aql = assay_plan_curve_format_quality (curve, curve->aql / 100000.0);
      g_autofree char *times = assay_say_times (curve->producer_risk);

      /* Translators: "2.5 %", "2 times in 100" */
      g_print (_ ("A lot at the AQL of %s is refused %s.\n"), aql, times);
    }
  /* Translators: three qualities, such as "3.32 %" */
  g_print (_ ("95 in 100 lots pass at %s, half of them at %s, 10 in 100 at %s.\n"), often, even,
           rarely);
  g_print (_ ("With refused lots sorted, no more than %s goes out on average.\n"), limit);
}

/**
 * assay_cli_oc:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_oc (int argc, char **argv)
{
  g_auto (AssayOcWords) words = { 0 };
  g_auto (AssayOcPlan) plan = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autofree char *point_words = NULL;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (AssayPlanWorth) worth = NULL;
  g_autoptr (GError) error = NULL;
  gboolean json = FALSE;
  gboolean csv = FALSE;
  Asked asked = { .plan = &plan, .points = points };
  GOptionEntry entries[ASSAY_OC_WORDS_N_ENTRIES + 4] = {
    [ASSAY_OC_WORDS_N_ENTRIES]
    = { "points", 0, 0, G_OPTION_ARG_FILENAME, &point_words,
        N_ ("Qualities to compute, as shares: 0.01,0.025,5%"), N_ ("P,P,…") },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
  };
  int status;

  assay_oc_words_fill_entries (&words, entries);
  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (!read_points (point_words, points))
    return ASSAY_EXIT_USAGE;
  if (!assay_oc_plan_read (&usage, &words, &plan, &status))
    return status;
  worth = asked.worth = assay_oc_plan_worth (&plan);
  asked.model = assay_oc_plan_model (&plan);
  asked.form = json ? ASSAY_LISTING_JSON : csv ? ASSAY_LISTING_CSV : ASSAY_LISTING_TEXT;
  if (!print_points (&asked, &error))
    return assay_usage_refuse (NULL, error);
  if (asked.form == ASSAY_LISTING_TEXT)
    print_words (&asked);
  return ASSAY_EXIT_DONE;
}
