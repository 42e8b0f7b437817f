/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay oc`: with what probability a sampling plan accepts lots of given quality. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/plan-options.h"
#include "cli/listing.h"
#include "figures/operating-characteristic.h"

static const AssayUsage usage = {
  .name = "oc",
  .arguments = N_ ("(--n N --ac C | --lot N --aql AQL)"),
  .summary = N_ ("Prints the probability that a plan accepts a lot of given quality."),
  .details
  = N_ ("The plan is named by its sample size and acceptance number, or by lot and AQL. With a lot "
        "the probability for just this lot (hypergeometric) stands beside those for a series of "
        "lots.\n\nRows in JSON and CSV: p, binomial, poisson, hypergeometric (null without a lot). "
        "p is the share of defective units from 0 to 1, for poisson the defects per unit."),
};

/* Qualities around the usual AQLs, as shares. */
static const double usual_points[] = { 0.0,  0.0025, 0.005, 0.01, 0.015, 0.02, 0.025, 0.03, 0.04,
                                       0.05, 0.065,  0.08,  0.1,  0.125, 0.15, 0.2,   0.25, 0.3 };

typedef struct
{
  AssayPlanOptions options;
  gboolean is_double;
  gint64 n;
  gint64 ac;
  AssayDoublePlan plan;
  GArray *points;
  AssayListingForm form;
} Asked;

/* "0.025" or "2.5%". */
static gboolean
read_point (const char *text, double *point)
{
  char *end;

  *point = g_ascii_strtod (text, &end);
  if (end == text || !isfinite (*point))
    return FALSE;
  if (*end == '%')
    {
      *point /= 100.0;
      end++;
    }
  return *end == '\0' && *point >= 0.0 && *point <= 1.0;
}

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

      if (!read_point (g_strstrip (words[i]), &point))
        {
          assay_usage_wrong (&usage, _ ("--points needs shares from 0 to 1, not “%s”"), words[i]);
          return FALSE;
        }
      g_array_append_val (points, point);
    }
  return points->len > 0;
}

static double
accept (const Asked *asked, AssayOcModel model, double p)
{
  if (model == ASSAY_OC_HYPERGEOMETRIC && asked->options.lot == 0)
    return NAN;
  if (asked->is_double)
    return assay_oc_double (model, asked->options.lot, &asked->plan, p, NULL);
  return assay_oc_single (model, asked->options.lot, asked->n, asked->ac, p);
}

static JsonObject *
describe (const Asked *asked)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "command", "oc");
  assay_plan_options_describe (&asked->options, object);
  if (asked->options.aqls->len > 0)
    json_object_set_double_member (object, "aql",
                                   g_array_index (asked->options.aqls, gint, 0) / 1000.0);
  else
    json_object_set_null_member (object, "aql");
  if (!asked->is_double)
    {
      json_object_set_int_member (object, "n", asked->n);
      json_object_set_int_member (object, "ac", asked->ac);
      return object;
    }
  json_object_set_int_member (object, "n1", asked->plan.n1);
  json_object_set_int_member (object, "ac1", asked->plan.ac1);
  json_object_set_int_member (object, "re1", asked->plan.re1);
  json_object_set_int_member (object, "n2", asked->plan.n2);
  json_object_set_int_member (object, "ac2", asked->plan.ac2);
  json_object_set_int_member (object, "re2", asked->plan.re2);
  return object;
}

static gboolean
print_points (const Asked *asked, GError **error)
{
  const AssayListingColumn columns[] = {
    { "p", _ ("Defective"), TRUE, 4 },
    { "binomial", _ ("Binomial"), TRUE, 6 },
    { "poisson", _ ("Poisson"), TRUE, 6 },
    { "hypergeometric", asked->options.lot > 0 ? _ ("This lot") : NULL, TRUE, 6 },
  };
  g_autoptr (AssayListing) table
      = assay_listing_new (asked->form, stdout, columns, G_N_ELEMENTS (columns));

  assay_listing_set_asked (table, describe (asked));
  assay_listing_set_definition (
      table,
      _ ("Probability of acceptance: binomial for the share of defective units in a series "
         "of lots, Poisson for defects per unit, hypergeometric for the one lot, which holds "
         "the nearest whole number of defective units."));
  for (guint i = 0; i < asked->points->len; i++)
    {
      double p = g_array_index (asked->points, double, i);

      assay_listing_add_real (table, p);
      assay_listing_add_real (table, accept (asked, ASSAY_OC_BINOMIAL, p));
      assay_listing_add_real (table, accept (asked, ASSAY_OC_POISSON, p));
      assay_listing_add_real (table, accept (asked, ASSAY_OC_HYPERGEOMETRIC, p));
      assay_listing_end_row (table);
    }
  return assay_listing_finish (table, error);
}

/* Takes the plan from lot and AQL. */
static gboolean
look_up (Asked *asked, GError **error)
{
  const AssayPlanOptions *options = &asked->options;
  gint aql = g_array_index (options->aqls, gint, 0);
  AssaySamplingPlan single;

  asked->is_double = FALSE;
  if (options->sampling == ASSAY_SAMPLING_DOUBLE)
    {
      if (!assay_sampling_plan_double (options->lot, options->level, options->severity, aql,
                                       &asked->plan, error))
        return FALSE;
      asked->is_double = !asked->plan.use_single;
      single = asked->plan.single;
    }
  else if (!assay_sampling_plan_single (options->lot, options->level, options->severity, aql,
                                        &single, error))
    return FALSE;
  asked->n = single.n;
  asked->ac = single.ac;
  return TRUE;
}

/* Says what is wrong with the way in which the plan is named; TRUE when nothing is. */
static gboolean
check_plan (const Asked *asked, const char *n, const char *ac)
{
  if (n != NULL || ac != NULL)
    {
      if (n == NULL || ac == NULL)
        assay_usage_wrong (&usage, _ ("--n and --ac belong together"));
      else if (asked->options.aqls->len > 0)
        assay_usage_wrong (&usage, _ ("--aql makes no sense with --n and --ac"));
      else if (asked->options.lot > 0 && asked->n > asked->options.lot)
        assay_usage_wrong (&usage, _ ("the sample is larger than the lot"));
      else
        return TRUE;
    }
  else if (asked->options.lot == 0 || asked->options.aqls->len != 1)
    assay_usage_wrong (&usage, _ ("name a plan: --n and --ac, or --lot and one --aql"));
  else
    return TRUE;
  return FALSE;
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
  g_auto (AssayPlanWords) words = { 0 };
  g_auto (AssayPlanOptions) options = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autofree char *n = NULL;
  g_autofree char *ac = NULL;
  g_autofree char *point_words = NULL;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GError) error = NULL;
  gboolean json = FALSE;
  gboolean csv = FALSE;
  Asked asked = { .points = points };
  GOptionEntry entries[ASSAY_PLAN_WORDS_N_ENTRIES + 6] = {
    [ASSAY_PLAN_WORDS_N_ENTRIES]
    = { "n", 0, 0, G_OPTION_ARG_FILENAME, &n, N_ ("Sample size"), N_ ("N") },
    { "ac", 0, 0, G_OPTION_ARG_FILENAME, &ac, N_ ("Acceptance number"), N_ ("C") },
    { "points", 0, 0, G_OPTION_ARG_FILENAME, &point_words,
      N_ ("Qualities to compute, as shares: 0.01,0.025,5%"), N_ ("P,P,…") },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
  };
  int status;

  assay_plan_words_fill_entries (&words, entries);
  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (!assay_plan_options_read (&usage, &words, &options)
      || (n != NULL && !assay_usage_parse_count (&usage, "n", n, 1, &asked.n))
      || (ac != NULL && !assay_usage_parse_count (&usage, "ac", ac, 0, &asked.ac))
      || !read_points (point_words, points))
    return ASSAY_EXIT_USAGE;
  asked.options = options;
  asked.form = json ? ASSAY_LISTING_JSON : csv ? ASSAY_LISTING_CSV : ASSAY_LISTING_TEXT;
  if (!check_plan (&asked, n, ac))
    return ASSAY_EXIT_USAGE;
  if ((n == NULL && !look_up (&asked, &error)) || !print_points (&asked, &error))
    return assay_usage_refuse (NULL, error);
  return ASSAY_EXIT_DONE;
}
