/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan of an inspection record against the tables of MIL-STD-105E, and the judgement at, below
 * and above its numbers. */

#include "assay-config.h"

#include "insight/inspection-plan.h"

static AssayRecord *
new_inspection (gint64 lot)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_INSPECTION);

  assay_record_set_integer (record, ASSAY_INSPECTION_LOT_SIZE, lot);
  return record;
}

static void
assert_class (const AssayInspectionPlan *plan, AssayClass i, gint64 n, gint64 ac, gint64 re)
{
  g_assert_true (plan->classes[i].inspected);
  g_assert_cmpint (plan->classes[i].n, ==, n);
  g_assert_cmpint (plan->classes[i].ac, ==, ac);
  g_assert_cmpint (plan->classes[i].re, ==, re);
}

/* Level II, normal, AQL 0 / 2.5 / 4.0, each class at its own letter (Table II-A). */
static void
test_golden (void)
{
  static const struct
  {
    gint64 lot;
    char letter;
    gint64 major[3], minor[3];
  } rows[] = {
    { 9, 'B', { 5, 0, 1 }, { 3, 0, 1 } },
    { 20, 'C', { 5, 0, 1 }, { 3, 0, 1 } },
    { 40, 'D', { 5, 0, 1 }, { 13, 1, 2 } },
    { 60, 'E', { 20, 1, 2 }, { 13, 1, 2 } },
    { 100, 'F', { 20, 1, 2 }, { 20, 2, 3 } },
    { 200, 'G', { 32, 2, 3 }, { 32, 3, 4 } },
    { 300, 'H', { 50, 3, 4 }, { 50, 5, 6 } },
    { 1000, 'J', { 80, 5, 6 }, { 80, 7, 8 } },
    { 1201, 'K', { 125, 7, 8 }, { 125, 10, 11 } },
    { 3201, 'L', { 200, 10, 11 }, { 200, 14, 15 } },
    { 10001, 'M', { 315, 14, 15 }, { 315, 21, 22 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AssayRecord) record = new_inspection (rows[i].lot);
      g_autoptr (GError) error = NULL;
      AssayInspectionPlan plan;

      assay_record_set_integer (record, ASSAY_INSPECTION_LARGEST_SAMPLE, 0);
      g_assert_true (assay_inspection_plan_compute (record, &plan, &error));
      g_assert_no_error (error);
      g_assert_true (plan.known);
      g_assert_cmpint (plan.code_letter, ==, rows[i].letter);
      assert_class (&plan, ASSAY_CLASS_MAJOR, rows[i].major[0], rows[i].major[1], rows[i].major[2]);
      assert_class (&plan, ASSAY_CLASS_MINOR, rows[i].minor[0], rows[i].minor[1], rows[i].minor[2]);
      assert_class (&plan, ASSAY_CLASS_CRITICAL, MAX (rows[i].major[0], rows[i].minor[0]), 0, 1);
      g_assert_cmpint (plan.n, ==, MAX (rows[i].major[0], rows[i].minor[0]));
      g_assert_false (plan.inspect_all);
    }
}

/* J at AQL 2.5: tightened 80 3/4, reduced 32 2/5. */
static void
test_severity (void)
{
  g_autoptr (AssayRecord) record = new_inspection (1000);
  g_autoptr (GError) error = NULL;
  AssayInspectionPlan plan;

  assay_record_set_text (record, ASSAY_INSPECTION_SEVERITY, "tightened");
  g_assert_true (assay_inspection_plan_compute (record, &plan, &error));
  assert_class (&plan, ASSAY_CLASS_MAJOR, 80, 3, 4);
  assay_record_set_text (record, ASSAY_INSPECTION_SEVERITY, "reduced");
  g_assert_true (assay_inspection_plan_compute (record, &plan, &error));
  assert_class (&plan, ASSAY_CLASS_MAJOR, 32, 2, 5);
}

static void
test_inspect_all (void)
{
  g_autoptr (AssayRecord) record = new_inspection (12);
  g_autoptr (GError) error = NULL;
  AssayInspectionPlan plan;

  /* Letter B leads to F at AQL 1.0: 13 units of 12. */
  assay_record_set_integer (record, ASSAY_INSPECTION_AQL_MAJOR, 1000);
  g_assert_true (assay_inspection_plan_compute (record, &plan, &error));
  g_assert_true (plan.inspect_all);
  g_assert_cmpint (plan.n, ==, 12);
}

static void
test_incomplete (void)
{
  g_autoptr (AssayRecord) record = new_inspection (1000);
  g_autoptr (GError) error = NULL;
  AssayInspectionPlan plan;

  assay_record_set_unknown (record, ASSAY_INSPECTION_AQL_MINOR);
  g_assert_true (assay_inspection_plan_compute (record, &plan, &error));
  g_assert_true (plan.known);
  g_assert_false (plan.classes[ASSAY_CLASS_MINOR].inspected);

  assay_record_set_unknown (record, ASSAY_INSPECTION_LOT_SIZE);
  g_assert_true (assay_inspection_plan_compute (record, &plan, &error));
  g_assert_false (plan.known);

  assay_record_set_integer (record, ASSAY_INSPECTION_LOT_SIZE, 1000);
  assay_record_set_integer (record, ASSAY_INSPECTION_AQL_MAJOR, 2000);
  g_assert_false (assay_inspection_plan_compute (record, &plan, &error));
  g_assert_error (error, ASSAY_FIGURES_ERROR, ASSAY_FIGURES_ERROR_NO_PLAN);
}

static void
test_snapshot (void)
{
  g_autoptr (AssayRecord) record = new_inspection (1000);
  g_autoptr (GError) error = NULL;
  AssayInspectionPlan plan, kept;

  g_assert_true (assay_inspection_plan_compute (record, &plan, &error));
  assay_inspection_plan_write (&plan, record);
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_INSPECTION_STANDARD), ==,
                   "MIL-STD-105E / ANSI Z1.4");
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_INSPECTION_CODE_LETTER), ==, "J");
  assay_inspection_plan_read (record, &kept);
  g_assert_true (assay_inspection_plan_equal (&plan, &kept));

  plan = (AssayInspectionPlan){ 0 };
  assay_inspection_plan_write (&plan, record);
  assay_inspection_plan_read (record, &kept);
  g_assert_false (kept.known);
  g_assert_false (assay_record_is_known (record, ASSAY_INSPECTION_RE_MAJOR));
}

static void
test_judge (void)
{
  static const struct
  {
    gint64 inspected;
    gint64 found[3];
    AssayInspectionResult result;
    AssayJudgement why;
  } rows[] = {
    { 80, { 0, 5, 7 }, ASSAY_RESULT_PASS, ASSAY_JUDGED_ACCEPTED },
    { 80, { 0, 6, 7 }, ASSAY_RESULT_FAIL, ASSAY_JUDGED_REJECTED },
    { 80, { 0, 5, 8 }, ASSAY_RESULT_FAIL, ASSAY_JUDGED_REJECTED },
    { 80, { 1, 0, 0 }, ASSAY_RESULT_FAIL, ASSAY_JUDGED_REJECTED },
    { 79, { 0, 0, 0 }, ASSAY_RESULT_PENDING, ASSAY_JUDGED_SAMPLE_SHORT },
    { -1, { 0, 0, 0 }, ASSAY_RESULT_PENDING, ASSAY_JUDGED_NOT_COUNTED },
    { 80, { 0, -1, 0 }, ASSAY_RESULT_PENDING, ASSAY_JUDGED_NOT_COUNTED },
    { 3, { 0, 6, 0 }, ASSAY_RESULT_FAIL, ASSAY_JUDGED_REJECTED },
    { -1, { -1, 6, -1 }, ASSAY_RESULT_FAIL, ASSAY_JUDGED_REJECTED },
  };
  g_autoptr (AssayRecord) record = new_inspection (1000);
  AssayInspectionPlan plan;
  AssayJudgement why;

  g_assert_true (assay_inspection_plan_compute (record, &plan, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AssayInspectionCounts counts = { { rows[i].found[0], rows[i].found[1], rows[i].found[2] } };

      g_assert_cmpint (assay_inspection_judge (&plan, rows[i].inspected, &counts, &why), ==,
                       rows[i].result);
      g_assert_cmpint (why, ==, rows[i].why);
    }

  /* Reduced, J at 2.5: 2/5. Three or four accept the lot and end reduced inspection. */
  assay_record_set_text (record, ASSAY_INSPECTION_SEVERITY, "reduced");
  g_assert_true (assay_inspection_plan_compute (record, &plan, NULL));
  g_assert_cmpint (
      assay_inspection_judge (&plan, 32, &(AssayInspectionCounts){ { 0, 3, 0 } }, &why), ==,
      ASSAY_RESULT_PASS);
  g_assert_cmpint (why, ==, ASSAY_JUDGED_ACCEPTED_SWITCH);

  plan = (AssayInspectionPlan){ 0 };
  g_assert_cmpint (
      assay_inspection_judge (&plan, 80, &(AssayInspectionCounts){ { 9, 9, 9 } }, &why), ==,
      ASSAY_RESULT_PENDING);
  g_assert_cmpint (why, ==, ASSAY_JUDGED_NO_PLAN);
}

static void
test_add_up (void)
{
  static const struct
  {
    const char *defect_class;
    gint64 count;
    const char *units;
  } rows[] = { { "major", 3, NULL }, { "minor", 2, "5, 6" }, { "major", 1, "5" } };
  g_autoptr (AssayRecord) inspection = assay_record_new (ASSAY_TYPE_INSPECTION);
  g_autoptr (GPtrArray) defects = g_ptr_array_new_with_free_func (g_object_unref);
  AssayInspectionCounts counts;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AssayRecord *defect = assay_record_new (ASSAY_TYPE_DEFECT);

      assay_record_set_text (defect, ASSAY_DEFECT_CLASS, rows[i].defect_class);
      assay_record_set_integer (defect, ASSAY_DEFECT_COUNT, rows[i].count);
      if (rows[i].units != NULL)
        assay_record_set_text (defect, ASSAY_DEFECT_UNITS, rows[i].units);
      g_ptr_array_add (defects, defect);
    }
  assay_inspection_counts_add_up (inspection, (AssayRecord *const *)defects->pdata, defects->len,
                                  &counts);
  g_assert_cmpint (counts.found[ASSAY_CLASS_CRITICAL], ==, 0);
  g_assert_cmpint (counts.found[ASSAY_CLASS_MAJOR], ==, 4);
  g_assert_cmpint (counts.found[ASSAY_CLASS_MINOR], ==, 1);
  assay_record_set_text (inspection, ASSAY_INSPECTION_BASIS, "defects");
  assay_inspection_counts_add_up (inspection, (AssayRecord *const *)defects->pdata, defects->len,
                                  &counts);
  g_assert_cmpint (counts.found[ASSAY_CLASS_MAJOR], ==, 4);
  g_assert_cmpint (counts.found[ASSAY_CLASS_MINOR], ==, 2);
}

static void
test_cartons (void)
{
  static const gint64 rows[][2]
      = { { 0, 0 }, { 1, 1 }, { 2, 2 }, { 4, 2 }, { 5, 3 }, { 140, 12 }, { 144, 12 }, { 145, 13 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (assay_cartons_to_open (rows[i][0]), ==, rows[i][1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inspection-plan/golden", test_golden);
  g_test_add_func ("/inspection-plan/severity", test_severity);
  g_test_add_func ("/inspection-plan/inspect-all", test_inspect_all);
  g_test_add_func ("/inspection-plan/incomplete", test_incomplete);
  g_test_add_func ("/inspection-plan/snapshot", test_snapshot);
  g_test_add_func ("/inspection-plan/judge", test_judge);
  g_test_add_func ("/inspection-plan/add-up", test_add_up);
  g_test_add_func ("/inspection-plan/cartons", test_cartons);
  return g_test_run ();
}
