/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the curves of sampling plans say: ends, marked places, words, table, walking. */

#include "chart/oc-chart.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

/* The usual plan of 1,000: 80 units; 0, 5 and 7 allowed. */
static AssayPlanWorth *
usual (AssayWorthView view, const char *basis)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_INSPECTION);
  AssayInspectionPlan plan;

  assay_record_set_integer (record, ASSAY_INSPECTION_LOT_SIZE, 1000);
  assay_record_set_text (record, ASSAY_INSPECTION_BASIS, basis);
  g_assert_true (assay_inspection_plan_compute (record, &plan, NULL));
  return assay_plan_worth_of_inspection (record, &plan, view);
}

static AssayPlanWorth *
letter_l (void)
{
  AssayPlanWorth *worth = assay_plan_worth_new (5000, FALSE);
  AssayDoublePlan table;
  AssayRiskPlan plan;

  g_assert_true (assay_double_plan_for_letter ('L', ASSAY_SEVERITY_NORMAL, 1500, &table, NULL));
  assay_risk_plan_double (&plan, ASSAY_OC_BINOMIAL, 5000, &table);
  assay_plan_worth_add (worth, "Major", &plan, 1500);
  assay_plan_worth_finish (worth);
  return worth;
}

static void
test_passing (void)
{
  g_autoptr (AssayPlanWorth) worth = usual (ASSAY_WORTH_AUTO, "units");
  g_autoptr (AssayScene) scene = assay_oc_chart_new (worth, ASSAY_OC_CHART_PASSING, NAN);
  g_autofree char *dump = assay_scene_dump (scene);

  assert_has (dump, "title: How often lots pass\nsubtitle: sample of 80 from 1000 units\n");
  assert_has (dump, "x: percent 0…0.2 \"Defective units in the lot (%)\"\n"
                    "y: percent 0…1 \"Lots that pass (%)\"\n");
  assert_has (dump, "layer rule panel 0 95%: 0,0.95\n");
  assert_has (dump, "layer rule panel 0 10%: 0,0.1\n");
  assert_has (dump, " 0.05,0.789225 ");
  /* Major: at the AQL, and where one in ten passes. */
  assert_has (dump, "layer points panel 0 marks: 0.025,0.984785 diamond 0.11285,0.1 triangle\n");
  assert_has (dump, "legend: Critical\nlegend: Major\nlegend: Minor\nlegend: at the AQL\n"
                    "legend: passes 10 times in 100\n");
  assert_has (dump, "table: 5.00% | 1.65% | 78.92% | 95.34%\n");
  assert_has (assay_scene_get_description (scene),
              "Major: At the AQL of 2.5 % a lot is refused 2 times in 100. Half of the lots pass "
              "at 7.06 %, one in ten at 11.3 %. A lot with 5 % defective still passes 79 times in "
              "100.");
  assert_has (assay_scene_get_description (scene),
              "Critical: Half of the lots pass at 0.863 %, one in ten at 2.84 %. A lot with 1 % "
              "defective still passes 45 times in 100.");
  g_assert_null (assay_scene_get_note (scene));
  g_assert_cmpstr (assay_scene_get_file_stem (scene), ==, "operating-characteristic");
}

/* Arrows walk along a curve; up and down go between its line and the places marked on it. */
static void
test_walk (void)
{
  g_autoptr (AssayPlanWorth) worth = usual (ASSAY_WORTH_AUTO, "units");
  g_autoptr (AssayScene) scene = assay_oc_chart_new (worth, ASSAY_OC_CHART_PASSING, 0.05);
  guint mark = assay_scene_step_mark (scene, ASSAY_MARK_NONE, ASSAY_STEP_NEXT);
  g_autofree char *first = assay_scene_get_mark_text (scene, mark);
  g_autofree char *aql = NULL, *asked = NULL, *end = NULL;
  g_autofree char *dump = assay_scene_dump (scene);
  g_autoptr (GArray) ids = assay_scene_get_mark_ids (scene, mark);

  g_assert_cmpstr (first, ==, "Critical · 0 % defective · passes always");
  g_assert_cmpuint (ids->len, ==, 0);
  for (guint i = 0; i < 3; i++)
    mark = assay_scene_step_mark (scene, mark, ASSAY_STEP_DOWN);
  mark = assay_scene_step_mark (scene, mark, ASSAY_STEP_FIRST);
  aql = assay_scene_get_mark_text (scene, mark);
  g_assert_cmpstr (aql, ==, "Major · at the AQL · 2.5 % defective · passes 98 times in 100");
  mark = assay_scene_step_mark (scene, mark, ASSAY_STEP_NEXT);
  asked = assay_scene_get_mark_text (scene, mark);
  g_assert_cmpstr (asked, ==, "Major · 5 % defective · passes 79 times in 100");
  mark = assay_scene_step_mark (scene, mark, ASSAY_STEP_LAST);
  end = assay_scene_get_mark_text (scene, mark);
  g_assert_cmpstr (end, ==,
                   "Major · consumer’s quality · 11.3 % defective · passes 10 times in 100");
  assert_has (dump, "layer upright panel 0: 0.05,0\n");
  assert_has (dump, "legend: the quality asked about\n");
}

static void
test_lone (void)
{
  g_autoptr (AssayPlanWorth) worth = usual (ASSAY_WORTH_LONE, "units");
  g_autoptr (AssayScene) scene = assay_oc_chart_new (worth, ASSAY_OC_CHART_PASSING, NAN);
  g_autofree char *dump = assay_scene_dump (scene);

  assert_has (dump, " 0.05,0.796367 ");
  assert_has (assay_scene_get_description (scene),
              "A lot with 5 % defective (50 of 1000 units) still passes 80 times in 100.");
}

static void
test_defects (void)
{
  g_autoptr (AssayPlanWorth) worth = usual (ASSAY_WORTH_AUTO, "defects");
  g_autoptr (AssayScene) scene = assay_oc_chart_new (worth, ASSAY_OC_CHART_PASSING, NAN);
  g_autofree char *dump = assay_scene_dump (scene);

  assert_has (dump, "x: number 0…20 \"Defects per 100 units\"\n");
  assert_has (dump, " 5,0.78513 ");
  assert_has (dump, "table: 5.00 | 1.83% | 78.51% | ");
}

static void
test_sample (void)
{
  g_autoptr (AssayPlanWorth) worth = letter_l ();
  g_autoptr (AssayScene) scene = assay_oc_chart_new (worth, ASSAY_OC_CHART_SAMPLE, 0.03);
  g_autofree char *dump = assay_scene_dump (scene);

  assert_has (dump, "subtitle: double sampling, up to 250 from 5000 units\n");
  assert_has (dump, "0.015,139.586 diamond 0.03,179.429 square\n");
  assert_has (assay_scene_get_description (scene),
              "Major: 125 units or, with a second sample, 250; on average never more than");
}

static void
test_outgoing (void)
{
  g_autoptr (AssayPlanWorth) twice = letter_l (), once = usual (ASSAY_WORTH_AUTO, "units");
  g_autoptr (AssayScene) scene = assay_oc_chart_new (twice, ASSAY_OC_CHART_OUTGOING, 0.03);
  g_autoptr (AssayScene) single = assay_oc_chart_new (once, ASSAY_OC_CHART_OUTGOING, NAN);
  g_autofree char *dump = assay_scene_dump (scene);

  assert_has (dump, "0.03,0.0206179 ");
  assert_has (dump, "legend: the most that goes out\n");
  assert_has (assay_scene_get_note (scene), "only where every refused lot is sorted");
  assert_has (assay_scene_get_description (single),
              "Major: On average no more than 3.66 % goes out, reached when 5.4 % comes in.");
}

static void
test_empty (void)
{
  g_autoptr (AssayPlanWorth) none = assay_plan_worth_new (0, FALSE);

  assay_plan_worth_finish (none);
  for (AssayOcChartKind kind = ASSAY_OC_CHART_PASSING; kind <= ASSAY_OC_CHART_OUTGOING; kind++)
    {
      g_autoptr (AssayScene) scene = assay_oc_chart_new (none, kind, NAN);

      assert_has (assay_scene_get_empty (scene), "There is no sampling plan yet.");
      g_assert_cmpuint (assay_scene_n_rows (scene), ==, 0);
      g_assert_cmpuint (assay_scene_n_marks (scene), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/oc-chart/passing", test_passing);
  g_test_add_func ("/oc-chart/walk", test_walk);
  g_test_add_func ("/oc-chart/lone", test_lone);
  g_test_add_func ("/oc-chart/defects", test_defects);
  g_test_add_func ("/oc-chart/sample", test_sample);
  g_test_add_func ("/oc-chart/outgoing", test_outgoing);
  g_test_add_func ("/oc-chart/empty", test_empty);
  return g_test_run ();
}
