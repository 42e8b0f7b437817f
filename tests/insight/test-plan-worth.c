/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the plans of inspections are worth: models, risks, ends of curves, words. */

#include "assay-config.h"

#include "insight/plan-worth.h"

#include <locale.h>
#include <math.h>

static AssayPlanWorth *
worth_of (AssayRecord *record, AssayWorthView view)
{
  g_autoptr (GError) error = NULL;
  AssayInspectionPlan plan;

  assay_inspection_plan_compute (record, &plan, &error);
  g_assert_no_error (error);
  return assay_plan_worth_of_inspection (record, &plan, view);
}

static AssayRecord *
new_inspection (gint64 lot)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_INSPECTION);

  assay_record_set_integer (record, ASSAY_INSPECTION_LOT_SIZE, lot);
  return record;
}

static void
assert_sentence (const AssayPlanCurve *curve, double p, const char *expected)
{
  g_autofree char *words = assay_plan_curve_sentence (curve, p);

  g_assert_cmpstr (words, ==, expected);
}

/* 80 units, 5 and 7 allowed, none critical; domain vectors. */
static void
test_usual (void)
{
  g_autoptr (AssayRecord) record = new_inspection (1000);
  g_autoptr (AssayPlanWorth) worth = worth_of (record, ASSAY_WORTH_AUTO);
  const AssayPlanCurve *critical, *major;
  g_autofree char *view = assay_plan_worth_say_view (worth);
  g_autofree char *limits = assay_plan_worth_say_limits (worth);

  g_assert_cmpuint (worth->curves->len, ==, 3);
  critical = assay_plan_worth_get (worth, 0);
  major = assay_plan_worth_get (worth, 1);
  g_assert_true (assay_plan_worth_main (worth) == major);
  g_assert_cmpstr (major->name, ==, "Major");
  g_assert_cmpint (major->plan.model, ==, ASSAY_OC_BINOMIAL);
  g_assert_cmpfloat_with_epsilon (major->producer_risk, 1 - 0.984785, 5.01e-7);
  g_assert_cmpfloat_with_epsilon (major->qualities[ASSAY_QUALITY_PRODUCER], 0.0331651352968366,
                                  1e-12);
  g_assert_cmpfloat_with_epsilon (major->qualities[ASSAY_QUALITY_CONSUMER], 0.112849669756722,
                                  1e-12);
  g_assert_cmpfloat_with_epsilon (major->outgoing_limit, 0.03659289562485103, 1e-10);
  g_assert_cmpfloat (major->sample_at_aql, ==, 80);
  g_assert_false (assay_plan_worth_is_double (worth));
  assert_sentence (major, assay_plan_curve_telling (major),
                   "A lot with 5 % defective still passes 79 times in 100.");
  assert_sentence (major, 0.025, "A lot with 2.5 % defective passes 98 times in 100.");
  assert_sentence (major, 0.15, "A lot with 15 % defective passes 1 time in 100.");
  assert_sentence (major, 0.0, "A lot with 0 % defective always passes.");
  assert_sentence (major, 0.3, "A lot with 30 % defective passes less than once in 100 times.");
  assert_sentence (major, 0.012, "A lot with 1.2 % defective passes more than 99 times in 100.");
  assert_sentence (major, 1.0, "A lot with 100 % defective never passes.");
  assert_sentence (major, 1.5, "No lot can be as bad as that.");
  /* None allowed: 0.99 ^ 80 = 0.4475. */
  g_assert_true (isnan (critical->producer_risk));
  assert_sentence (critical, assay_plan_curve_telling (critical),
                   "A lot with 1 % defective still passes 45 times in 100.");
  g_assert_cmpstr (view, ==, "For lots of a series that one process makes (binomial).");
  g_assert_cmpstr (limits, ==,
                   "An AQL does not promise that a lot is no worse than that. Even a lot just at "
                   "the AQL of 2.5 % is refused 2 times in 100, and worse lots pass now and then, "
                   "as the curve shows.");
}

static void
test_curve (void)
{
  g_autoptr (AssayRecord) record = new_inspection (1000);
  g_autoptr (AssayPlanWorth) worth = worth_of (record, ASSAY_WORTH_AUTO);
  double end = 0;

  for (guint i = 0; i < worth->curves->len; i++)
    {
      const AssayPlanCurve *curve = assay_plan_worth_get (worth, i);
      const AssayCurvePoint *first = &g_array_index (curve->points, AssayCurvePoint, 0);
      const AssayCurvePoint *last
          = &g_array_index (curve->points, AssayCurvePoint, curve->points->len - 1);

      g_assert_cmpuint (curve->points->len, ==, 101);
      g_assert_cmpfloat (first->p, ==, 0);
      g_assert_cmpfloat (first->risk.accepted, ==, 1);
      g_assert_cmpfloat (last->risk.accepted, <, 0.011);
      g_assert_true (end == 0 || end == last->p);
      end = last->p;
      for (const AssayCurvePoint *point = first + 1; point <= last; point++)
        {
          g_assert_cmpfloat (point->p, >, (point - 1)->p);
          g_assert_cmpfloat (point->risk.accepted, <=, (point - 1)->risk.accepted);
          g_assert_cmpfloat (point->risk.outgoing, <=, curve->outgoing_limit);
        }
    }
}

/* Fewer than ten samples: the lot itself is meant, until someone says otherwise. */
static void
test_lone (void)
{
  g_autoptr (AssayRecord) record = new_inspection (700);
  g_autoptr (AssayPlanWorth) lone = worth_of (record, ASSAY_WORTH_AUTO);
  g_autoptr (AssayPlanWorth) series = worth_of (record, ASSAY_WORTH_SERIES);
  g_autoptr (AssayRecord) large = new_inspection (1000);
  g_autoptr (AssayPlanWorth) forced = worth_of (large, ASSAY_WORTH_LONE);
  const AssayPlanCurve *major = assay_plan_worth_main (forced);
  g_autofree char *view = assay_plan_worth_say_view (lone);

  g_assert_cmpint (assay_plan_worth_main (lone)->plan.model, ==, ASSAY_OC_HYPERGEOMETRIC);
  g_assert_cmpint (assay_plan_worth_main (series)->plan.model, ==, ASSAY_OC_BINOMIAL);
  g_assert_cmpint (major->plan.model, ==, ASSAY_OC_HYPERGEOMETRIC);
  g_assert_cmpfloat (major->qualities[ASSAY_QUALITY_CONSUMER], ==, 0.110);
  assert_sentence (major, 0.05,
                   "A lot with 5 % defective (50 of 1000 units) still passes 80 times in 100.");
  g_assert_cmpstr (view, ==,
                   "For just this lot of 700 units, drawn without putting back "
                   "(hypergeometric).");
}

/* Every unit of 12 is seen: what is allowed always passes, one more never does. */
static void
test_all (void)
{
  g_autoptr (AssayRecord) record = new_inspection (12);
  g_autoptr (AssayPlanWorth) worth = NULL;
  const AssayPlanCurve *major;

  assay_record_set_integer (record, ASSAY_INSPECTION_AQL_MAJOR, 1000);
  worth = worth_of (record, ASSAY_WORTH_AUTO);
  major = assay_plan_worth_main (worth);
  g_assert_cmpint (major->plan.n1, ==, 12);
  g_assert_cmpint (major->plan.model, ==, ASSAY_OC_HYPERGEOMETRIC);
  assert_sentence (major, 1 / 12.0, "A lot with 8.33 % defective (1 of 12 units) never passes.");
  assert_sentence (major, 0.01, "A lot with 0 % defective (0 of 12 units) always passes.");
  g_assert_cmpfloat (major->outgoing_limit, ==, 0);

  /* A lot of one. */
  assay_record_set_integer (record, ASSAY_INSPECTION_LOT_SIZE, 1);
  g_clear_pointer (&worth, assay_plan_worth_unref);
  worth = worth_of (record, ASSAY_WORTH_AUTO);
  assert_sentence (assay_plan_worth_main (worth), 1,
                   "A lot with 100 % defective (1 of 1 unit) never passes.");
}

static void
test_defects (void)
{
  g_autoptr (AssayRecord) record = new_inspection (1000);
  g_autoptr (AssayPlanWorth) worth = NULL, some = NULL;
  const AssayPlanCurve *major;
  AssayInspectionPlan plan;
  g_autofree char *quality = NULL;

  assay_record_set_text (record, ASSAY_INSPECTION_BASIS, "defects");
  worth = worth_of (record, ASSAY_WORTH_LONE);
  major = assay_plan_worth_main (worth);
  g_assert_cmpint (major->plan.model, ==, ASSAY_OC_POISSON);
  assert_sentence (major, 0.05, "A lot with 5 defects per 100 units still passes 79 times in 100.");
  assert_sentence (major, 0.01,
                   "A lot with 1 defect per 100 units passes more than 99 times in "
                   "100.");
  quality = assay_plan_curve_format_quality (major, major->qualities[ASSAY_QUALITY_CONSUMER]);
  g_assert_cmpstr (quality, ==, "11.6 per 100");

  /* Above 10 an AQL cannot be a share, whatever an older inspection says. */
  assay_record_set_integer (record, ASSAY_INSPECTION_AQL_MINOR, 65000);
  g_assert_true (assay_inspection_plan_compute (record, &plan, NULL));
  assay_record_set_text (record, ASSAY_INSPECTION_BASIS, "units");
  some = assay_plan_worth_of_inspection (record, &plan, ASSAY_WORTH_AUTO);
  g_assert_cmpint (assay_plan_worth_get (some, 1)->plan.model, ==, ASSAY_OC_BINOMIAL);
  g_assert_cmpint (assay_plan_worth_get (some, 2)->plan.model, ==, ASSAY_OC_POISSON);
}

static void
test_reduced (void)
{
  g_autoptr (AssayRecord) record = new_inspection (1000);
  g_autoptr (AssayPlanWorth) worth = NULL;

  assay_record_set_text (record, ASSAY_INSPECTION_SEVERITY, "reduced");
  worth = worth_of (record, ASSAY_WORTH_AUTO);
  assert_sentence (assay_plan_worth_main (worth), 0.05,
                   "A lot with 5 % defective still passes 98 times in 100.");
}

/* Letter L at 1.5: 125 and 125, 3/7 and 8/9; domain vectors. Critical stays single. */
static void
test_double (void)
{
  g_autoptr (AssayRecord) record = new_inspection (5000);
  g_autoptr (AssayPlanWorth) worth = NULL;
  const AssayPlanCurve *major;

  assay_record_set_text (record, ASSAY_INSPECTION_SAMPLING, "double");
  assay_record_set_integer (record, ASSAY_INSPECTION_AQL_MAJOR, 1500);
  worth = worth_of (record, ASSAY_WORTH_SERIES);
  major = assay_plan_worth_main (worth);
  g_assert_true (assay_plan_worth_is_double (worth));
  g_assert_false (assay_plan_worth_get (worth, 0)->plan.is_double);
  g_assert_cmpfloat_with_epsilon (major->producer_risk, 1 - 0.987824, 5.01e-7);
  g_assert_cmpfloat_with_epsilon (assay_risk_accepted (&major->plan, 0.03), 0.710767, 5.01e-7);
  g_assert_cmpfloat_with_epsilon (major->sample_at_aql, 139.585856, 1e-6);
  g_assert_cmpfloat (major->most_sample, >, 179.429);
  g_assert_cmpfloat (major->most_sample, <, 250);
  assert_sentence (major, 0.03, "A lot with 3 % defective still passes 71 times in 100.");
}

static void
test_nothing (void)
{
  g_autoptr (AssayRecord) record = new_inspection (1000);
  g_autoptr (AssayPlanWorth) none = NULL, zero = NULL;
  g_autofree char *limits = NULL;
  AssayRiskPlan plan;

  assay_record_set_unknown (record, ASSAY_INSPECTION_LOT_SIZE);
  none = worth_of (record, ASSAY_WORTH_AUTO);
  g_assert_cmpuint (none->curves->len, ==, 0);
  g_assert_null (assay_plan_worth_main (none));
  g_assert_null (assay_plan_worth_say_view (none));
  g_assert_null (assay_plan_worth_say_limits (none));

  /* Only critical defects are looked for. */
  zero = assay_plan_worth_new (1000, FALSE);
  assay_risk_plan_single (&plan, ASSAY_OC_BINOMIAL, 1000, 80, 1);
  assay_plan_worth_add (zero, "Critical", &plan, 0);
  assay_plan_worth_finish (zero);
  limits = assay_plan_worth_say_limits (zero);
  g_assert_cmpstr (limits, ==, "Finding none in a sample does not mean that the lot has none.");
}

/* Drawn while someone types: the largest plans, which only lots above half a million have. */
static void
test_cost (void)
{
  g_autoptr (AssayRecord) record = new_inspection (1200);
  gint64 began = g_get_monotonic_time ();
  double usual, largest;

  for (guint i = 0; i < 20; i++)
    assay_plan_worth_unref (worth_of (record, ASSAY_WORTH_LONE));
  usual = (double)(g_get_monotonic_time () - began) / 20;
  assay_record_set_integer (record, ASSAY_INSPECTION_LOT_SIZE, 600000);
  began = g_get_monotonic_time ();
  assay_plan_worth_unref (worth_of (record, ASSAY_WORTH_LONE));
  largest = (double)(g_get_monotonic_time () - began);
  g_test_message ("a lot of 1,200: %.0f µs; of 600,000: %.0f µs", usual, largest);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-worth/usual", test_usual);
  g_test_add_func ("/plan-worth/curve", test_curve);
  g_test_add_func ("/plan-worth/lone", test_lone);
  g_test_add_func ("/plan-worth/all", test_all);
  g_test_add_func ("/plan-worth/defects", test_defects);
  g_test_add_func ("/plan-worth/reduced", test_reduced);
  g_test_add_func ("/plan-worth/double", test_double);
  g_test_add_func ("/plan-worth/nothing", test_nothing);
  g_test_add_func ("/plan-worth/cost", test_cost);
  return g_test_run ();
}
