/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan of an inspection record against the tables of MIL-STD-105E, and the judgement at, below
 * and above its numbers. */

#include "assay-config.h"

#include "insight/inspection-plan.h"

#include <string.h>

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
      AssayInspectionCounts counts
          = { .found = { rows[i].found[0], rows[i].found[1], rows[i].found[2] } };

      g_assert_cmpint (assay_inspection_judge (&plan, rows[i].inspected, &counts, &why), ==,
                       rows[i].result);
      g_assert_cmpint (why, ==, rows[i].why);
    }

  /* Reduced, J at 2.5: 2/5. Three or four accept the lot and end reduced inspection. */
  assay_record_set_text (record, ASSAY_INSPECTION_SEVERITY, "reduced");
  g_assert_true (assay_inspection_plan_compute (record, &plan, NULL));
  g_assert_cmpint (
      assay_inspection_judge (&plan, 32, &(AssayInspectionCounts){ .found = { 0, 3, 0 } }, &why),
      ==, ASSAY_RESULT_PASS);
  g_assert_cmpint (why, ==, ASSAY_JUDGED_ACCEPTED_SWITCH);

  plan = (AssayInspectionPlan){ 0 };
  g_assert_cmpint (
      assay_inspection_judge (&plan, 80, &(AssayInspectionCounts){ .found = { 9, 9, 9 } }, &why),
      ==, ASSAY_RESULT_PENDING);
  g_assert_cmpint (why, ==, ASSAY_JUDGED_NO_PLAN);
}

static void
assert_double (const AssayInspectionPlan *plan, AssayClass i, const gint64 numbers[6])
{
  const AssayClassPlan *one = &plan->classes[i];

  g_assert_true (assay_class_plan_is_double (one));
  g_assert_cmpint (one->n, ==, numbers[0]);
  g_assert_cmpint (one->first_ac, ==, numbers[1]);
  g_assert_cmpint (one->first_re, ==, numbers[2]);
  g_assert_cmpint (one->second_n, ==, numbers[3]);
  g_assert_cmpint (one->ac, ==, numbers[4]);
  g_assert_cmpint (one->re, ==, numbers[5]);
}

/* L at 1.5 (Table III-A): 125 and 125, 3 7, 8 9; none of the critical in what is drawn. */
static void
test_double (void)
{
  g_autoptr (AssayRecord) record = new_inspection (5000);
  g_autoptr (GError) error = NULL;
  AssayInspectionPlan plan, kept;

  assay_record_set_text (record, ASSAY_INSPECTION_SAMPLING, "double");
  assay_record_set_integer (record, ASSAY_INSPECTION_AQL_MAJOR, 1500);
  assay_record_set_integer (record, ASSAY_INSPECTION_AQL_MINOR, 2500);
  g_assert_true (assay_inspection_plan_compute (record, &plan, &error));
  g_assert_no_error (error);
  assert_double (&plan, ASSAY_CLASS_MAJOR, (const gint64[]){ 125, 3, 7, 125, 8, 9 });
  assert_double (&plan, ASSAY_CLASS_MINOR, (const gint64[]){ 125, 5, 9, 125, 12, 13 });
  assert_class (&plan, ASSAY_CLASS_CRITICAL, 125, 0, 1);
  g_assert_false (assay_class_plan_is_double (&plan.classes[ASSAY_CLASS_CRITICAL]));
  g_assert_true (plan.is_double);
  g_assert_cmpint (plan.n, ==, 125);
  g_assert_cmpint (plan.n_both, ==, 250);

  assay_inspection_plan_write (&plan, record);
  assay_inspection_plan_read (record, &kept);
  g_assert_true (assay_inspection_plan_equal (&plan, &kept));
  g_assert_true (kept.is_double);
  g_assert_cmpint (kept.n_both, ==, 250);
  g_assert_false (assay_record_is_known (record, ASSAY_INSPECTION_SECOND_SAMPLE_CRITICAL));

  /* Back to single, nothing of the second sample stays. */
  assay_record_set_text (record, ASSAY_INSPECTION_SAMPLING, "single");
  g_assert_true (assay_inspection_plan_compute (record, &plan, &error));
  assay_inspection_plan_write (&plan, record);
  g_assert_false (assay_record_is_known (record, ASSAY_INSPECTION_SECOND_SAMPLE_MAJOR));
  assert_class (&plan, ASSAY_CLASS_MAJOR, 200, 7, 8);
}

static void
test_judge_double (void)
{
  static const struct
  {
    gint64 first_inspected, inspected;
    gint64 first, found; /* major; 3 7, 8 9 */
    gint64 critical;
    AssayInspectionResult result;
    AssayJudgement why;
    gint64 due;
  } rows[] = {
    { -1, 125, -1, 3, 0, ASSAY_RESULT_PASS, ASSAY_JUDGED_ACCEPTED, 125 },
    { -1, 125, -1, 4, 0, ASSAY_RESULT_PENDING, ASSAY_JUDGED_SECOND_SAMPLE, 250 },
    { 125, 125, 6, 6, 0, ASSAY_RESULT_PENDING, ASSAY_JUDGED_SECOND_SAMPLE, 250 },
    { 125, 125, 7, 7, 0, ASSAY_RESULT_FAIL, ASSAY_JUDGED_REJECTED, 125 },
    { -1, 60, -1, 4, 0, ASSAY_RESULT_PENDING, ASSAY_JUDGED_SAMPLE_SHORT, 125 },
    { -1, 60, -1, 7, 0, ASSAY_RESULT_FAIL, ASSAY_JUDGED_REJECTED, 125 },
    { 125, 200, 4, 6, 0, ASSAY_RESULT_PENDING, ASSAY_JUDGED_SAMPLE_SHORT, 250 },
    { 125, 250, 4, 8, 0, ASSAY_RESULT_PASS, ASSAY_JUDGED_ACCEPTED, 250 },
    { 125, 250, 4, 9, 0, ASSAY_RESULT_FAIL, ASSAY_JUDGED_REJECTED, 250 },
    { 125, 200, 4, 9, 0, ASSAY_RESULT_FAIL, ASSAY_JUDGED_REJECTED, 250 },
    /* The first sample decided; the second was drawn for another class. */
    { 125, 250, 3, 9, 0, ASSAY_RESULT_PASS, ASSAY_JUDGED_ACCEPTED, 125 },
    /* None is allowed in whatever is drawn. */
    { 125, 250, 4, 8, 1, ASSAY_RESULT_FAIL, ASSAY_JUDGED_REJECTED, 250 },
    /* An import that does not tell the samples apart. */
    { -1, 250, -1, 8, 0, ASSAY_RESULT_PASS, ASSAY_JUDGED_ACCEPTED, 250 },
    { -1, 250, -1, 9, 0, ASSAY_RESULT_FAIL, ASSAY_JUDGED_REJECTED, 250 },
    { -1, -1, -1, 0, 0, ASSAY_RESULT_PENDING, ASSAY_JUDGED_NOT_COUNTED, 125 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AssayRecord) record = new_inspection (5000);
      AssayInspectionPlan plan;
      AssayInspectionCounts counts;
      AssayJudgement why;

      assay_record_set_text (record, ASSAY_INSPECTION_SAMPLING, "double");
      assay_record_set_integer (record, ASSAY_INSPECTION_AQL_MAJOR, 1500);
      assay_record_set_unknown (record, ASSAY_INSPECTION_AQL_MINOR);
      g_assert_true (assay_inspection_plan_compute (record, &plan, NULL));
      assay_inspection_plan_write (&plan, record);
      if (rows[i].first_inspected >= 0)
        assay_record_set_integer (record, ASSAY_INSPECTION_FIRST_INSPECTED,
                                  rows[i].first_inspected);
      if (rows[i].inspected >= 0)
        assay_record_set_integer (record, ASSAY_INSPECTION_INSPECTED, rows[i].inspected);
      if (rows[i].first >= 0)
        assay_record_set_integer (record, ASSAY_INSPECTION_FIRST_MAJOR, rows[i].first);
      assay_record_set_integer (record, ASSAY_INSPECTION_DEFECTIVE_MAJOR, rows[i].found);
      assay_record_set_integer (record, ASSAY_INSPECTION_DEFECTIVE_CRITICAL, rows[i].critical);
      assay_inspection_counts_read (record, &counts);
      g_test_message ("row %d", (int)i);
      g_assert_cmpint (assay_inspection_judge (&plan, rows[i].inspected, &counts, &why), ==,
                       rows[i].result);
      g_assert_cmpint (why, ==, rows[i].why);
      g_assert_cmpint (assay_inspection_plan_due (&plan, rows[i].inspected, &counts), ==,
                       rows[i].due);
    }
}

/* Each class in the table of its own severity; one without follows the inspection. */
static void
test_severities (void)
{
  g_autoptr (AssayRecord) record = new_inspection (1000);
  g_autoptr (GError) error = NULL;
  AssayInspectionPlan plan;

  assay_record_set_text (record, ASSAY_INSPECTION_SEVERITY_MAJOR, "tightened");
  g_assert_true (assay_inspection_plan_compute (record, &plan, &error));
  assert_class (&plan, ASSAY_CLASS_MAJOR, 80, 3, 4);
  assert_class (&plan, ASSAY_CLASS_MINOR, 80, 7, 8);

  /* Beside a class on tightened the sample is drawn anyway. */
  assay_record_set_text (record, ASSAY_INSPECTION_SEVERITY, "reduced");
  g_assert_true (assay_inspection_plan_compute (record, &plan, &error));
  assert_class (&plan, ASSAY_CLASS_MINOR, 80, 7, 8);
  assay_record_set_integer (record, ASSAY_INSPECTION_LARGEST_SAMPLE, 0);
  g_assert_true (assay_inspection_plan_compute (record, &plan, &error));
  assert_class (&plan, ASSAY_CLASS_MAJOR, 80, 3, 4);
  assert_class (&plan, ASSAY_CLASS_MINOR, 32, 3, 6);
}

/* Above 10 an AQL counts defects per hundred units and nothing else. */
static void
test_basis (void)
{
  g_autoptr (AssayRecord) record = new_inspection (1000);
  g_autoptr (GError) error = NULL;
  AssayInspectionPlan plan;

  assay_record_set_integer (record, ASSAY_INSPECTION_AQL_MINOR, 15000);
  g_assert_false (assay_inspection_plan_compute (record, &plan, &error));
  g_assert_error (error, ASSAY_FIGURES_ERROR, ASSAY_FIGURES_ERROR_NO_PLAN);
  g_assert_nonnull (strstr (error->message, "AQL 15 "));
  g_clear_error (&error);
  assay_record_set_text (record, ASSAY_INSPECTION_BASIS, "defects");
  g_assert_true (assay_inspection_plan_compute (record, &plan, &error));
  assert_class (&plan, ASSAY_CLASS_MINOR, 80, 21, 22);
  assay_record_set_integer (record, ASSAY_INSPECTION_AQL_MINOR, 10000);
  assay_record_set_text (record, ASSAY_INSPECTION_BASIS, "units");
  g_assert_true (assay_inspection_plan_compute (record, &plan, &error));
  assert_class (&plan, ASSAY_CLASS_MINOR, 80, 14, 15);
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
  g_test_add_func ("/inspection-plan/double", test_double);
  g_test_add_func ("/inspection-plan/judge-double", test_judge_double);
  g_test_add_func ("/inspection-plan/severities", test_severities);
  g_test_add_func ("/inspection-plan/basis", test_basis);
  g_test_add_func ("/inspection-plan/add-up", test_add_up);
  g_test_add_func ("/inspection-plan/cartons", test_cartons);
  return g_test_run ();
}
