/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules that span the fields of a record: what is wrong is said where it can be put right. */

#include "record/record.h"
#include "record/rules.h"

#define UNKNOWN G_MININT64

static AssayRecord *
new_inspection (void)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_INSPECTION);

  assay_record_set_reference (record, ASSAY_INSPECTION_SUPPLIER, 7);
  return record;
}

static void
set_known (AssayRecord *record, guint field, gint64 value)
{
  if (value != UNKNOWN)
    assay_record_set_integer (record, field, value);
}

/* Counts that add up to the lot, counts that do not, and where that is said. */
static const struct
{
  gint64 lot, accepted, reworked, rejected;
  int field; /* -1: nothing is wrong */
  const char *says;
} sums[] = {
  { 300, UNKNOWN, UNKNOWN, UNKNOWN, -1, NULL },
  { 300, 300, UNKNOWN, UNKNOWN, -1, NULL },
  { 300, 250, 50, UNKNOWN, -1, NULL },
  { 300, 250, 30, 20, -1, NULL },
  { 300, 0, 0, 300, -1, NULL },
  { 300, 250, UNKNOWN, UNKNOWN, ASSAY_INSPECTION_ACCEPTED_QUANTITY, "50 of 300" },
  { 300, 250, 20, UNKNOWN, ASSAY_INSPECTION_REWORKED_QUANTITY, "30 of 300" },
  { 300, 250, 20, 40, ASSAY_INSPECTION_REJECTED_QUANTITY, "310" },
  { 300, 0, 0, 0, ASSAY_INSPECTION_ACCEPTED_QUANTITY, "300 of 300" },
  { 300, G_MAXINT64, G_MAXINT64, UNKNOWN, ASSAY_INSPECTION_REWORKED_QUANTITY, "300" },
  { UNKNOWN, 250, 20, UNKNOWN, -1, NULL },
};

static void
test_sums (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autoptr (AssayRecord) record = new_inspection ();
      g_autoptr (AssayProblems) problems = assay_problems_new ();

      set_known (record, ASSAY_INSPECTION_LOT_SIZE, sums[i].lot);
      set_known (record, ASSAY_INSPECTION_ACCEPTED_QUANTITY, sums[i].accepted);
      set_known (record, ASSAY_INSPECTION_REWORKED_QUANTITY, sums[i].reworked);
      set_known (record, ASSAY_INSPECTION_REJECTED_QUANTITY, sums[i].rejected);
      assay_record_check (record, problems);
      g_test_message ("sum %u", (guint)i);
      if (sums[i].field < 0)
        {
          g_assert_cmpuint (assay_problems_count (problems), ==, 0);
          continue;
        }
      g_assert_cmpuint (assay_problems_count (problems), ==, 1);
      g_assert_nonnull (assay_problems_for_field (problems, sums[i].field));
      g_assert_nonnull (strstr (assay_problems_for_field (problems, sums[i].field), sums[i].says));
    }
}

static void
test_deviation (void)
{
  g_autoptr (AssayRecord) record = new_inspection ();
  g_autoptr (AssayProblems) lacks = assay_problems_new ();
  g_autoptr (AssayProblems) early = assay_problems_new ();
  g_autoptr (AssayProblems) right = assay_problems_new ();

  assay_record_set_date (record, ASSAY_INSPECTION_INSPECTED_ON, 20600);
  assay_record_set_text (record, ASSAY_INSPECTION_DECISION, "accept_deviation");
  assay_record_check (record, lacks);
  g_assert_nonnull (assay_problems_for_field (lacks, ASSAY_INSPECTION_DEVIATION_UNTIL));
  assay_record_set_date (record, ASSAY_INSPECTION_DEVIATION_UNTIL, 20599);
  assay_record_check (record, early);
  g_assert_nonnull (assay_problems_for_field (early, ASSAY_INSPECTION_DEVIATION_UNTIL));
  assay_record_set_date (record, ASSAY_INSPECTION_DEVIATION_UNTIL, 20600);
  assay_record_check (record, right);
  g_assert_cmpuint (assay_problems_count (right), ==, 0);
}

static void
test_decision (void)
{
  g_autoptr (AssayRecord) record = new_inspection ();
  g_autoptr (AssayProblems) problems = assay_problems_new ();

  assay_record_set_id (record, 5);
  assay_record_set_reference (record, ASSAY_INSPECTION_REPEATS, 5);
  assay_record_set_date (record, ASSAY_INSPECTION_INSPECTED_ON, 20600);
  assay_record_set_date (record, ASSAY_INSPECTION_DECIDED_ON, 20599);
  assay_record_set_integer (record, ASSAY_INSPECTION_REWORK_COST, 1200);
  assay_record_check (record, problems);
  g_assert_cmpuint (assay_problems_count (problems), ==, 3);
  g_assert_nonnull (assay_problems_for_field (problems, ASSAY_INSPECTION_REPEATS));
  g_assert_nonnull (assay_problems_for_field (problems, ASSAY_INSPECTION_DECIDED_ON));
  g_assert_nonnull (assay_problems_for_field (problems, ASSAY_INSPECTION_CURRENCY));
}

/* Nothing of an order is there to be inspected before it was sent, but for a sample. */
static void
test_order (void)
{
  static const struct
  {
    const char *kind;
    gint32 inspected;
    gboolean wrong;
  } cases[] = {
    { "final_random", 20600, FALSE },
    { "final_random", 20599, TRUE },
    { "initial", 20599, TRUE },
    { "sample", 20599, FALSE },
    { "final_random", ASSAY_DATE_UNKNOWN, FALSE },
  };
  g_autoptr (AssayRecord) line = assay_record_new (ASSAY_TYPE_ORDER_LINE);

  assay_record_set_date (line, ASSAY_ORDER_LINE_SENT_ON, 20600);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AssayRecord) record = new_inspection ();
      g_autoptr (AssayProblems) problems = assay_problems_new ();

      assay_record_set_text (record, ASSAY_INSPECTION_KIND, cases[i].kind);
      if (cases[i].inspected != ASSAY_DATE_UNKNOWN)
        assay_record_set_date (record, ASSAY_INSPECTION_INSPECTED_ON, cases[i].inspected);
      assay_check_inspection_dates (record, line, problems);
      g_assert_cmpint (assay_problems_for_field (problems, ASSAY_INSPECTION_INSPECTED_ON) != NULL,
                       ==, cases[i].wrong);
    }
}

static void
test_action (void)
{
  g_autoptr (AssayRecord) action = assay_record_new (ASSAY_TYPE_CORRECTIVE_ACTION);
  g_autoptr (AssayProblems) wrong = assay_problems_new ();
  g_autoptr (AssayProblems) right = assay_problems_new ();

  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_TITLE, "Open seam");
  assay_record_set_reference (action, ASSAY_CORRECTIVE_ACTION_SUPPLIER, 7);
  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_STATE, "closed");
  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_EFFECTIVE, "no");
  assay_record_set_date (action, ASSAY_CORRECTIVE_ACTION_OPENED_ON, 20600);
  assay_record_set_date (action, ASSAY_CORRECTIVE_ACTION_DUE_ON, 20599);
  assay_record_check (action, wrong);
  g_assert_nonnull (assay_problems_for_field (wrong, ASSAY_CORRECTIVE_ACTION_DUE_ON));
  g_assert_nonnull (assay_problems_for_field (wrong, ASSAY_CORRECTIVE_ACTION_EFFECTIVE));
  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_EFFECTIVE, "yes");
  assay_record_set_date (action, ASSAY_CORRECTIVE_ACTION_DUE_ON, 20601);
  assay_record_check (action, right);
  g_assert_cmpuint (assay_problems_count (right), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/sums", test_sums);
  g_test_add_func ("/rules/deviation", test_deviation);
  g_test_add_func ("/rules/decision", test_decision);
  g_test_add_func ("/rules/order", test_order);
  g_test_add_func ("/rules/action", test_action);
  return g_test_run ();
}
