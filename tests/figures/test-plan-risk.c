/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * test-plan-risk.c: what plans are worth, against exact rational arithmetic (Python's
 * fractions), a textbook example and the quantiles computed in R.
 */
#include "figures/plan-risk.h"
#include "reference.h"

#include <math.h>

static AssayRiskPlan
single (AssayOcModel model, gint64 lot, gint64 n, gint64 ac)
{
  AssayRiskPlan plan;

  assay_risk_plan_single (&plan, model, lot, n, ac + 1);
  return plan;
}

static AssayRisk
risk_at (const AssayRiskPlan *plan, double p)
{
  AssayRisk risk;

  assay_risk_at (plan, p, &risk);
  return risk;
}

static AssayRiskPlan
letter_l (gint64 lot)
{
  AssayDoublePlan table;
  AssayRiskPlan plan;

  g_assert_true (assay_double_plan_for_letter ('L', ASSAY_SEVERITY_NORMAL, 1500, &table, NULL));
  assay_risk_plan_double (&plan, ASSAY_OC_BINOMIAL, lot, &table);
  return plan;
}

/* Every single normal plan of the tables, asked through the same door as double ones. */
static void
test_quantiles (void)
{
  g_autoptr (Reference) expected = reference_load ("aql/expected_oc_single_normal_quantiles.csv");

  if (expected == NULL)
    return;
  for (guint row = 0; row < expected->rows->len; row++)
    {
      gint64 n = (gint64)reference_number (expected, row, "n");
      gint64 ac = (gint64)reference_number (expected, row, "ac");
      double pa = reference_number (expected, row, "pa");
      double percent = reference_number (expected, row, "p_percent_binomial");
      AssayRiskPlan plan = single (ASSAY_OC_POISSON, 0, n, ac);

      assert_close (100.0 * assay_risk_quality_at (&plan, pa),
                    reference_number (expected, row, "p_per100_poisson"), 1e-9);
      plan.model = ASSAY_OC_BINOMIAL;
      if (!isnan (percent))
        assert_close (100.0 * assay_risk_quality_at (&plan, pa), percent, 1e-9);
    }
}

/* N 10,000, n 89, c 2 at 1 %: Pa 0.9397, AOQ 0.0093, ATI 687 (Montgomery, section 15.2.4). */
static void
test_rectifying (void)
{
  AssayRiskPlan plan = single (ASSAY_OC_BINOMIAL, 10000, 89, 2);
  double at;

  assert_close (assay_risk_accepted (&plan, 0.01), 0.9396899183135587, 1e-12);
  assert_close (assay_risk_producer (&plan, 0.01), 1 - 0.9396899183135587, 1e-11);
  assert_close (risk_at (&plan, 0.01).outgoing, 0.009313266780405682, 1e-12);
  assert_close (risk_at (&plan, 0.01).average_inspected, 686.7332195943193, 1e-11);
  assert_close (assay_risk_outgoing_limit (&plan, &at), 0.015246342929140903, 1e-12);
  assert_close (at, 0.025276991391820873, 1e-6);

  plan = single (ASSAY_OC_BINOMIAL, 1000, 80, 5);
  assert_close (assay_risk_outgoing_limit (&plan, &at), 0.03659289562485103, 1e-12);
  /* A lot that is looked at whole lets nothing out. */
  plan = single (ASSAY_OC_BINOMIAL, 80, 80, 5);
  g_assert_cmpfloat (assay_risk_outgoing_limit (&plan, NULL), ==, 0.0);
  /* Without end the sample does not matter. */
  plan = single (ASSAY_OC_BINOMIAL, 0, 80, 5);
  assert_close (assay_risk_outgoing_limit (&plan, NULL), 0.03659289562485103 / 0.92, 1e-12);
  g_assert_true (isnan (risk_at (&plan, 0.01).average_inspected));
}

static void
test_double (void)
{
  static const struct
  {
    double acceptance, quality;
  } rows[] = { { 0.95, 0.019538802467350416 },
               { 0.50, 0.036661199622663 },
               { 0.10, 0.05645327070179606 } };
  AssayRiskPlan plan = letter_l (0);
  AssayDoublePlan table;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_close (assay_risk_quality_at (&plan, rows[i].acceptance), rows[i].quality, 1e-11);
  assert_close (assay_risk_accepted (&plan, 0.03), 0.7107665702063013, 1e-12);
  assert_close (risk_at (&plan, 0.015).average_sample, 139.58585604617912, 1e-12);
  assert_close (risk_at (&plan, 0.03).average_sample, 179.42901184445643, 1e-12);
  g_assert_cmpint (assay_risk_plan_most_inspected (&plan), ==, 250);
  plan = letter_l (5000);
  assert_close (risk_at (&plan, 0.03).outgoing, 0.020617901035914588, 1e-12);

  /* Letter J at 2.5, defects per unit. */
  g_assert_true (assay_double_plan_for_letter ('J', ASSAY_SEVERITY_NORMAL, 2500, &table, NULL));
  assay_risk_plan_double (&plan, ASSAY_OC_POISSON, 0, &table);
  assert_close (assay_risk_accepted (&plan, 0.05), 0.7784093336927423, 1e-12);
  assert_close (assay_risk_quality_at (&plan, 0.1), 0.11561172158540015, 1e-11);

  /* The table refers to the single plan. */
  g_assert_true (assay_double_plan_for_letter ('J', ASSAY_SEVERITY_NORMAL, 150, &table, NULL));
  assay_risk_plan_double (&plan, ASSAY_OC_BINOMIAL, 0, &table);
  g_assert_false (plan.is_double);
  g_assert_cmpfloat (risk_at (&plan, 0.01).average_sample, ==, 80.0);
}

/* A lot has whole defective units: the worst lots that pass with that probability or more. */
static void
test_lone_lot (void)
{
  AssayRiskPlan plan = single (ASSAY_OC_HYPERGEOMETRIC, 1000, 80, 5);
  AssayDoublePlan table = { .n1 = 32, .n2 = 32, .ac1 = 1, .re1 = 4, .ac2 = 4, .re2 = 5 };
  double at;

  g_assert_cmpfloat (assay_risk_quality_at (&plan, 0.95), ==, 0.034);
  g_assert_cmpfloat (assay_risk_quality_at (&plan, 0.50), ==, 0.070);
  g_assert_cmpfloat (assay_risk_quality_at (&plan, 0.10), ==, 0.110);
  assert_close (assay_risk_outgoing_limit (&plan, &at), 0.036861507079614796, 1e-12);
  g_assert_cmpfloat (at, ==, 0.054);

  assay_risk_plan_double (&plan, ASSAY_OC_HYPERGEOMETRIC, 500, &table);
  assert_close (assay_risk_accepted (&plan, 0.04), 0.907685444953821, 1e-12);
  g_assert_cmpfloat (assay_risk_quality_at (&plan, 0.95), ==, 16 / 500.0);
  g_assert_cmpfloat (assay_risk_quality_at (&plan, 0.50), ==, 37 / 500.0);
  g_assert_cmpfloat (assay_risk_quality_at (&plan, 0.10), ==, 63 / 500.0);

  /* More than the lot is all of it: with every unit seen a lot of 12 passes with none. */
  plan = single (ASSAY_OC_HYPERGEOMETRIC, 12, 13, 0);
  g_assert_cmpint (plan.n1, ==, 12);
  g_assert_cmpfloat (assay_risk_accepted (&plan, 0.0), ==, 1.0);
  g_assert_cmpfloat (assay_risk_accepted (&plan, 1 / 12.0), ==, 0.0);
  g_assert_cmpfloat (assay_risk_quality_at (&plan, 0.10), ==, 0.0);
  assay_risk_plan_double (&plan, ASSAY_OC_HYPERGEOMETRIC, 40, &table);
  g_assert_cmpint (plan.n2, ==, 8);
  assert_close (assay_risk_accepted (&plan, 3 / 40.0), 1.0, 1e-12);
  assay_risk_plan_double (&plan, ASSAY_OC_HYPERGEOMETRIC, 20, &table);
  g_assert_cmpint (plan.n1, ==, 20);
  g_assert_cmpint (plan.n2, ==, 0);
  assert_close (assay_risk_accepted (&plan, 3 / 20.0), 1.0, 1e-12);
  g_assert_cmpfloat (assay_risk_accepted (&plan, 4 / 20.0), ==, 0.0);
}

/* Reduced, letter J at 2.5: 32 units, Ac 2, Re 5. Three and four are accepted too. */
static void
test_gap (void)
{
  AssayRiskPlan plan;

  assay_risk_plan_single (&plan, ASSAY_OC_BINOMIAL, 0, 32, 5);
  assert_close (assay_risk_accepted (&plan, 0.05), 0.9796461008175357, 1e-12);
}

static void
test_domain (void)
{
  AssayRiskPlan plan = single (ASSAY_OC_HYPERGEOMETRIC, 0, 80, 5);

  g_assert_false (assay_risk_plan_is_valid (&plan));
  g_assert_true (isnan (assay_risk_accepted (&plan, 0.05)));
  g_assert_true (isnan (assay_risk_quality_at (&plan, 0.5)));
  g_assert_true (isnan (assay_risk_outgoing_limit (&plan, NULL)));
  plan = single (ASSAY_OC_BINOMIAL, 0, 5, 5);
  g_assert_true (isnan (assay_risk_quality_at (&plan, 0.5)));
  g_assert_cmpfloat (assay_risk_accepted (&plan, 0.9), ==, 1.0);
  g_assert_true (isnan (assay_risk_accepted (&plan, 1.5)));
  plan = single (ASSAY_OC_BINOMIAL, 0, 0, 0);
  g_assert_false (assay_risk_plan_is_valid (&plan));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-risk/quantiles", test_quantiles);
  g_test_add_func ("/plan-risk/rectifying", test_rectifying);
  g_test_add_func ("/plan-risk/double", test_double);
  g_test_add_func ("/plan-risk/lone-lot", test_lone_lot);
  g_test_add_func ("/plan-risk/gap", test_gap);
  g_test_add_func ("/plan-risk/domain", test_domain);
  return g_test_run ();
}
