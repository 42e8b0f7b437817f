/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The example book: that its files import without a remark, and that the book tells the story it
 * was written for: a brand that moved its main pack to another factory and got it sooner and
 * better. */

#include <glib/gstdio.h>

#include "exchange/example.h"
#include "exchange/importer.h"
#include "exchange/starting-set.h"
#include "insight/checklist.h"
#include "insight/defects.h"
#include "insight/inspection-plan.h"
#include "insight/lead-time.h"
#include "insight/today.h"
#include "sample-book.h"

#define MAIN_PACK "DRO-38"
#define BEFORE    "XLU"
#define AFTER     "TLM"
#define SOON_DAYS 14

static char *
example_folder (void)
{
  return g_build_filename (g_getenv ("ASSAY_SOURCE_DIR"), "data", "example", NULL);
}

static gint32
anchor (void)
{
  g_autofree char *folder = example_folder ();
  g_autofree char *path = g_build_filename (folder, "anchor.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return sample_day (g_strstrip (text));
}

static AssayBook *
make_example (gint32 today)
{
  AssayBook *book = sample_book_new ();
  g_autofree char *folder = example_folder ();
  g_autoptr (GError) error = NULL;

  assay_example_make (book, folder, today, NULL, &error);
  g_assert_no_error (error);
  return book;
}

static gint64
ask_number (AssayBook *book, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (assay_book_get_reader (book), sql, &error);
  gboolean row;

  g_assert_no_error (error);
  g_assert_true (assay_statement_step (statement, &row, &error) && row);
  return assay_statement_get_int (statement, 0);
}

static gint64
find (AssayBook *book, AssayType type, guint field, const char *text)
{
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  gint64 id;

  assay_value_set_text (&value, text);
  id = assay_records_find (assay_book_get_reader (book), type, field, &value, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  return id;
}

static AssayRecord *
get_supplier (AssayBook *book, const char *code)
{
  g_autoptr (GError) error = NULL;
  AssayRecord *record
      = assay_records_get (assay_book_get_reader (book), ASSAY_TYPE_SUPPLIER,
                           find (book, ASSAY_TYPE_SUPPLIER, ASSAY_SUPPLIER_CODE, code), &error);

  g_assert_no_error (error);
  return record;
}

static void
assert_no_remarks (const char *name, const AssayImportRemarks *remarks)
{
  for (guint i = 0; i < remarks->remarks->len; i++)
    {
      const AssayImportRemark *remark = &g_array_index (remarks->remarks, AssayImportRemark, i);

      g_test_message ("%s:%u: %s: “%s”: %s", name, remark->line, remark->column, remark->value,
                      remark->reason);
    }
  g_assert_cmpuint (remarks->count, ==, 0);
}

/* Every column goes to a field by its own heading, every value is read, nothing is left to say. */
static void
import_file (AssayBook *book, const char *name, AssayType type)
{
  g_autofree char *folder = example_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AssaySurvey) survey = NULL;
  g_autoptr (AssayImportPlan) plan = NULL;
  g_autoptr (AssayImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  survey = assay_survey_run (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (assay_import_guess_target (survey), ==, type);
  plan = assay_import_plan_new (survey, type);
  for (guint i = 0; i < survey->columns->len; i++)
    {
      const AssayMapping *mapping = assay_import_plan_get_mapping (plan, i);

      if (mapping->origin != ASSAY_MAPPING_SURE)
        g_test_message ("%s: “%s”", name, assay_survey_get_column (survey, i)->heading);
      g_assert_cmpint (mapping->origin, ==, ASSAY_MAPPING_SURE);
    }
  assay_import (book, plan, NULL, NULL, &result, NULL, &error);
  g_assert_nonnull (result);
  assert_no_remarks (name, &result->refused);
  g_assert_no_error (error);
  assert_no_remarks (name, &result->unknown_values);
  assert_no_remarks (name, &result->notes);
  g_assert_cmpuint (result->doubts->len, ==, 0);
  g_assert_cmpuint (result->created[type], >, 0);
}

static void
test_imports_clean (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;

  /* Its suppliers name one of the usual milestone plans. */
  g_assert_true (assay_starting_set_add (book, ASSAY_TYPE_MILESTONE_PLAN, NULL, NULL, &error));
  g_assert_no_error (error);
  import_file (book, "plan-profiles.csv", ASSAY_TYPE_PLAN_PROFILE);
  import_file (book, "checklists.csv", ASSAY_TYPE_CHECKLIST);
  import_file (book, "suppliers.csv", ASSAY_TYPE_SUPPLIER);
  import_file (book, "contacts.csv", ASSAY_TYPE_CONTACT);
  import_file (book, "assessments.csv", ASSAY_TYPE_ASSESSMENT);
  import_file (book, "exchange-rates.csv", ASSAY_TYPE_EXCHANGE_RATE);
  import_file (book, "products.csv", ASSAY_TYPE_PRODUCT);
  import_file (book, "demand.csv", ASSAY_TYPE_DEMAND);
  import_file (book, "defect-types.csv", ASSAY_TYPE_DEFECT_TYPE);
  import_file (book, "orders.csv", ASSAY_TYPE_ORDER);
  import_file (book, "milestones.csv", ASSAY_TYPE_MILESTONE);
  import_file (book, "promises.csv", ASSAY_TYPE_PROMISE);
  import_file (book, "deliveries.csv", ASSAY_TYPE_DELIVERY);
  import_file (book, "inspections.csv", ASSAY_TYPE_INSPECTION);
  import_file (book, "corrective-actions.csv", ASSAY_TYPE_CORRECTIVE_ACTION);
  sample_book_free (book);
}

static void
test_size (void)
{
  AssayBook *book = make_example (anchor ());

  g_assert_cmpint (ask_number (book, "SELECT count (*) FROM supplier WHERE kind = 'factory'"), ==,
                   11);
  g_assert_cmpint (
      ask_number (book, "SELECT count (DISTINCT country) FROM supplier WHERE kind = 'factory'"), ==,
      8);
  g_assert_cmpint (ask_number (book, "SELECT count (*) FROM order_line"), >=, 380);
  g_assert_cmpint (ask_number (book, "SELECT count (*) FROM order_line"), <=, 420);
  g_assert_cmpint (ask_number (book, "SELECT count (*) FROM inspection"), >=, 110);
  g_assert_cmpint (ask_number (book, "SELECT count (*) FROM inspection"), <=, 130);
  g_assert_cmpint (ask_number (book, "SELECT max (sent_on) - min (sent_on) FROM purchase_order"),
                   >=, 700);
  /* Lines in parts, promises that moved, all the states that an order and a line can have. */
  g_assert_cmpint (ask_number (book,
                               "SELECT count (*) FROM (SELECT 1 FROM delivery GROUP BY order_line"
                               " HAVING count (*) > 1)"),
                   >=, 40);
  g_assert_cmpint (ask_number (book,
                               "SELECT count (*) FROM (SELECT 1 FROM promise GROUP BY order_line"
                               " HAVING count (*) > 1)"),
                   >=, 80);
  g_assert_cmpint (ask_number (book, "SELECT count (DISTINCT state) FROM purchase_order"), >=, 7);
  g_assert_cmpint (ask_number (book, "SELECT count (DISTINCT state) FROM order_line"), ==, 4);
  g_assert_cmpint (ask_number (book, "SELECT count (*) FROM inspection WHERE result = 'fail'"), >=,
                   8);
  g_assert_cmpint (ask_number (book, "SELECT count (*) FROM inspection WHERE repeats IS NOT NULL"),
                   >=, 5);
  g_assert_cmpint (ask_number (book, "SELECT count (*) FROM attachment"
                                     " WHERE owner_type = 'inspection' AND caption <> ''"),
                   >=, 6);
  g_assert_cmpint (ask_number (book, "SELECT max (bytes) FROM attachment"), <=, 40960);
  g_assert_cmpint (ask_number (book, "SELECT count (*) FROM product WHERE supplier IS NULL"), ==,
                   0);
  sample_book_free (book);
}

static AssayLeadTimeRow *
ask_lead (AssayBook *book, const char *supplier, const char *product, gint32 today)
{
  AssayLeadTimeQuestion question = {
    .by = ASSAY_GROUP_NONE, .from = ASSAY_DATE_UNKNOWN, .to = ASSAY_DATE_UNKNOWN, .today = today
  };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  AssayLeadTimeRow *total = NULL;

  question.supplier = find (book, ASSAY_TYPE_SUPPLIER, ASSAY_SUPPLIER_CODE, supplier);
  if (product != NULL)
    question.product = find (book, ASSAY_TYPE_PRODUCT, ASSAY_PRODUCT_CODE, product);
  rows = assay_lead_time_figures (assay_book_get_reader (book), &question, &total, &error);
  g_assert_no_error (error);
  g_assert_nonnull (total);
  return total;
}

static AssayDefectRow *
ask_defects (AssayBook *book, const char *supplier, const char *product)
{
  AssayDefectQuestion question
      = { .by = ASSAY_GROUP_NONE, .from = ASSAY_DATE_UNKNOWN, .to = ASSAY_DATE_UNKNOWN };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  AssayDefectRow *total = NULL;

  question.supplier = find (book, ASSAY_TYPE_SUPPLIER, ASSAY_SUPPLIER_CODE, supplier);
  question.product = find (book, ASSAY_TYPE_PRODUCT, ASSAY_PRODUCT_CODE, product);
  rows = assay_defect_figures (assay_book_get_reader (book), &question, &total, &error);
  g_assert_no_error (error);
  g_assert_nonnull (total);
  return total;
}

static void
test_move (void)
{
  gint32 today = anchor ();
  AssayBook *book = make_example (today);
  g_autoptr (AssayLeadTimeRow) lead_before = ask_lead (book, BEFORE, MAIN_PACK, today);
  g_autoptr (AssayLeadTimeRow) lead_after = ask_lead (book, AFTER, MAIN_PACK, today);
  g_autoptr (AssayDefectRow) defects_before = ask_defects (book, BEFORE, MAIN_PACK);
  g_autoptr (AssayDefectRow) defects_after = ask_defects (book, AFTER, MAIN_PACK);
  g_autoptr (AssayRecord) before = get_supplier (book, BEFORE);
  g_autoptr (AssayRecord) after = get_supplier (book, AFTER);
  double ratio = defects_after->rate / defects_before->rate;

  /* Twelve weeks became seven, and the days became surer. */
  g_assert_cmpfloat_with_epsilon (lead_before->lead.mean, 12 * 7, 7);
  g_assert_cmpfloat_with_epsilon (lead_after->lead.mean, 7 * 7, 7);
  g_assert_cmpfloat (lead_after->slip.sd, <, lead_before->slip.sd / 2);
  g_assert_cmpfloat (lead_after->on_time, >, lead_before->on_time + 0.3);

  /* About 30 % fewer defective pieces, more than chance: the intervals do not touch. */
  g_assert_cmpfloat (ratio, >, 0.6);
  g_assert_cmpfloat (ratio, <, 0.8);
  g_assert_cmpfloat (defects_after->rate_high, <, defects_before->rate_low);

  g_assert_cmpint (assay_record_get_integer (after, ASSAY_SUPPLIER_MINIMUM_ORDER, 0), ==, 300);
  g_assert_cmpstr (assay_record_get_text (after, ASSAY_SUPPLIER_COUNTRY), ==, "VN");
  g_assert_cmpstr (assay_record_get_text (before, ASSAY_SUPPLIER_COUNTRY), ==, "CN");
  g_assert_cmpint (ask_number (book, "SELECT min (quantity) FROM order_line WHERE supplier ="
                                     " (SELECT id FROM supplier WHERE code = '" AFTER "')"),
                   ==, 300);
  sample_book_free (book);
}

/* One is steady, one is late as a rule and never by the same, of one too little is known. */
static void
test_others (void)
{
  gint32 today = anchor ();
  AssayBook *book = make_example (today);
  g_autoptr (AssayLeadTimeRow) steady = ask_lead (book, "CYC", NULL, today);
  g_autoptr (AssayLeadTimeRow) late = ask_lead (book, "SGC", NULL, today);
  g_autoptr (AssayLeadTimeRow) few = ask_lead (book, "TCA", NULL, today);
  g_autoptr (AssayRecord) claims = get_supplier (book, "SGC");

  g_assert_cmpfloat (steady->slip.sd, <, 4);
  g_assert_cmpfloat (steady->on_time, >, 0.8);
  g_assert_cmpfloat (late->slip.mean, >, 10);
  g_assert_cmpfloat (late->slip.sd, >, 3 * steady->slip.sd);
  g_assert_cmpfloat (late->on_time, <,
                     (double)assay_record_get_integer (claims, ASSAY_SUPPLIER_CLAIMED_ON_TIME, 0)
                         / 2000000);
  g_assert_cmpint (few->slip.n, >, 0);
  g_assert_cmpint (few->slip.n, <, 8);
  sample_book_free (book);
}

static AssayToday *
ask_today (AssayBook *book, gint32 day)
{
  g_autoptr (GError) error = NULL;
  AssayToday *today = assay_today_ask (assay_book_get_reader (book), day, SOON_DAYS, 1000, &error);

  g_assert_no_error (error);
  return today;
}

/* Whenever it is made, it is as recent. */
static void
test_any_day (void)
{
  gint32 day = anchor ();
  AssayBook *book = make_example (day);
  AssayBook *later_book = make_example (day + 400);
  g_autoptr (AssayToday) today = ask_today (book, day);
  g_autoptr (AssayToday) later = ask_today (later_book, day + 400);
  const char *sql = "SELECT max (given_on) FROM promise";

  g_assert_cmpint (today->late_n, >=, 3);
  g_assert_cmpint (today->soon_n, >=, 5);
  g_assert_cmpint (today->undecided_n, >=, 3);
  g_assert_cmpint (today->planned_n, >=, 3);
  g_assert_cmpint (later->late_n, ==, today->late_n);
  g_assert_cmpint (later->soon_n, ==, today->soon_n);
  g_assert_cmpint (later->undecided_n, ==, today->undecided_n);
  g_assert_cmpint (later->planned_n, ==, today->planned_n);
  g_assert_cmpint (ask_number (later_book, sql), ==, ask_number (book, sql) + 400);
  /* What has happened lies behind, what is planned ahead. */
  g_assert_cmpint (ask_number (book, sql), <=, day);
  g_assert_cmpint (ask_number (book, "SELECT max (received_on) FROM delivery"), <=, day);
  g_assert_cmpint (ask_number (book, "SELECT max (inspected_on) FROM inspection"), <=, day);
  g_assert_cmpint (ask_number (book, "SELECT max (decided_on) FROM inspection"), <=, day);
  g_assert_cmpint (
      ask_number (book, "SELECT min (planned_on) FROM inspection WHERE inspected_on IS NULL"), >,
      day);
  sample_book_free (book);
  sample_book_free (later_book);
}

static void
check_inspection (AssayDb *db, const AssayRecord *inspection)
{
  const char *number = assay_record_get_text (inspection, ASSAY_INSPECTION_NUMBER);
  AssayInspectionPlan plan, snapshot;
  AssayInspectionCounts counts;
  AssayInspectionResult result;
  AssayJudgement why;
  AssayChecks checks;
  g_autoptr (GPtrArray) checkpoints = NULL;
  gint64 inspected;
  g_autoptr (GError) error = NULL;

  assay_inspection_plan_compute (inspection, &plan, &error);
  g_assert_no_error (error);
  assay_inspection_plan_read (inspection, &snapshot);
  if (!assay_inspection_plan_equal (&plan, &snapshot))
    g_test_message ("%s has another plan", number);
  g_assert_true (assay_inspection_plan_equal (&plan, &snapshot));
  if (!assay_record_is_known (inspection, ASSAY_INSPECTION_INSPECTED_ON))
    {
      g_assert_false (assay_record_is_known (inspection, ASSAY_INSPECTION_INSPECTED));
      return;
    }
  inspected = assay_record_get_integer (inspection, ASSAY_INSPECTION_INSPECTED, 0);
  assay_inspection_counts_read (inspection, &counts);
  g_assert_cmpint (inspected, ==, assay_inspection_plan_due (&plan, inspected, &counts));
  result = assay_inspection_judge (&plan, inspected, &counts, &why);
  checkpoints = assay_checkpoints_read (db, assay_record_get_id (inspection), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < checkpoints->len; i++)
    {
      const AssayRecord *checkpoint = g_ptr_array_index (checkpoints, i);
      AssayCheckJudgement judgement;

      assay_checkpoint_judge (checkpoint, &judgement);
      g_test_message ("%s: %s", number, assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_NAME));
      g_assert_cmpstr (assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_RESULT), ==,
                       assay_check_result_to_string (judgement.result));
    }
  assay_checks_add_up ((AssayRecord *const *)checkpoints->pdata, checkpoints->len, &checks);
  result = assay_checks_combine (&checks, inspection, result, why);
  g_test_message ("%s", number);
  g_assert_cmpstr (assay_record_get_text (inspection, ASSAY_INSPECTION_RESULT), ==,
                   assay_inspection_result_to_string (result));
  /* What failed is not simply accepted. */
  if (result == ASSAY_RESULT_FAIL)
    g_assert_cmpstr (assay_record_get_text (inspection, ASSAY_INSPECTION_DECISION), !=, "accept");
}

/* Each inspection has the plan that its lot asks for and the result that its numbers give. */
static void
test_plans (void)
{
  AssayBook *book = make_example (anchor ());
  AssayDb *db = assay_book_get_reader (book);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, "SELECT id FROM inspection", &error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  g_assert_no_error (error);
  while (assay_statement_step (statement, &row, &error) && row)
    {
      gint64 id = assay_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, >, 0);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (AssayRecord) inspection
          = assay_records_get (db, ASSAY_TYPE_INSPECTION, g_array_index (ids, gint64, i), &error);

      g_assert_no_error (error);
      check_inspection (db, inspection);
    }
  /* Defects found one by one add up to the units found, but for units that have several. */
  g_assert_cmpint (
      ask_number (book, "SELECT count (*) FROM inspection AS i WHERE defective IS NOT"
                        " (SELECT ifnull (sum (count), 0) FROM defect WHERE inspection = i.id)"
                        " AND NOT EXISTS (SELECT 1 FROM defect WHERE inspection = i.id"
                        " AND units IS NOT NULL)"
                        " AND inspected IS NOT NULL"),
      ==, 0);
  g_assert_cmpint (ask_number (book, "SELECT count (*) FROM defect WHERE defect_type IS NULL"), ==,
                   0);
  g_clear_pointer (&statement, assay_statement_free);
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/example/imports-clean", test_imports_clean);
  g_test_add_func ("/example/size", test_size);
  g_test_add_func ("/example/move", test_move);
  g_test_add_func ("/example/others", test_others);
  g_test_add_func ("/example/any-day", test_any_day);
  g_test_add_func ("/example/plans", test_plans);
  return g_test_run ();
}
