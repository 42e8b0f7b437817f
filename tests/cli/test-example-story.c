/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the example book shows of inspections: switching, double sampling, checklists, decisions and
 * what follows them, whatever the day on which it is made. */

#include "exchange/example.h"
#include "insight/switching.h"
#include "insight/today.h"
#include "sample-book.h"

static AssayBook *book;
static gint32 today;

static gint64
ask (const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (assay_book_get_reader (book), sql, &error);
  gboolean row;

  g_assert_no_error (error);
  g_assert_true (assay_statement_step (statement, &row, &error) && row);
  return assay_statement_get_int (statement, 0);
}

/* The main pack's new factory: trouble at the start, tightened, normal again, reduced offered. */
static void
test_switching (void)
{
  gint64 supplier = ask ("SELECT id FROM supplier WHERE code = 'TLM'");
  gint64 product = ask ("SELECT id FROM product WHERE code = 'DRO-38'");
  g_autoptr (GError) error = NULL;
  g_autoptr (AssaySwitchingHistory) history
      = assay_switching_history_read (assay_book_get_reader (book), supplier, product, 0, &error);
  const AssaySwitching *major;

  g_assert_no_error (error);
  major = &history->classes[ASSAY_CLASS_MAJOR].state;
  g_assert_cmpuint (major->switches->len, ==, 2);
  g_assert_cmpint (g_array_index (major->switches, AssaySwitch, 0).reason, ==,
                   ASSAY_SWITCH_TWO_OF_FIVE);
  g_assert_cmpint (g_array_index (major->switches, AssaySwitch, 1).reason, ==,
                   ASSAY_SWITCH_FIVE_ACCEPTED);
  g_assert_cmpint (major->severity, ==, ASSAY_SEVERITY_NORMAL);
  g_assert_true (major->reduced_offered);
  /* The lots were inspected as the rules asked. */
  g_assert_cmpint (ask ("SELECT count (*) FROM inspection WHERE severity_major = 'tightened'"), ==,
                   ASSAY_SWITCHING_ACCEPTED);
  g_assert_cmpint (ask ("SELECT count (*) FROM inspection WHERE severity_major = 'tightened'"
                        " AND severity_reason IS NULL"),
                   ==, 0);
}

static void
test_plans (void)
{
  g_assert_cmpint (ask ("SELECT count (*) FROM setting AS s JOIN plan_profile AS p"
                        " ON p.id = CAST (s.value AS INTEGER) WHERE s.name = 'plan-profile'"
                        " AND p.name = 'Wexmoor standard'"),
                   ==, 1);
  g_assert_cmpint (ask ("SELECT count (*) FROM product WHERE plan_profile IS NOT NULL"), ==, 1);
  g_assert_cmpint (ask ("SELECT count (*) FROM supplier WHERE plan_profile IS NOT NULL"), ==, 1);
  g_assert_cmpint (ask ("SELECT count (*) FROM inspection WHERE plan_profile IS NULL"
                        " AND inspected_on IS NULL"),
                   ==, 0);
  /* One double plan was decided by its first sample, one by both. */
  g_assert_cmpint (ask ("SELECT count (*) FROM inspection WHERE sampling = 'double'"
                        " AND inspected = first_inspected"),
                   ==, 1);
  g_assert_cmpint (ask ("SELECT count (*) FROM inspection WHERE sampling = 'double'"
                        " AND inspected = first_inspected + second_sample_major"),
                   ==, 1);
  g_assert_cmpint (ask ("SELECT count (DISTINCT sample) FROM defect"), ==, 2);
}

static void
test_findings (void)
{
  static const char *const kinds[]
      = { "yes_no", "measured", "choice", "text", "count", "code", "drop" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *sql
          = g_strdup_printf ("SELECT count (*) FROM checkpoint WHERE kind = '%s'", kinds[i]);

      g_assert_cmpint (ask (sql), >, 0);
    }
  g_assert_cmpint (ask ("SELECT count (DISTINCT result) FROM checkpoint"), ==, 4);
  /* A lot whose defects are within limits fails by its drop test. */
  g_assert_cmpint (ask ("SELECT count (*) FROM inspection AS i WHERE result = 'fail'"
                        " AND defective_major <= ac_major AND defective_minor <= ac_minor"
                        " AND defective_critical = 0 AND EXISTS (SELECT 1 FROM checkpoint"
                        " WHERE inspection = i.id AND kind = 'drop' AND result = 'fail')"),
                   ==, 1);
  /* Units that have several defects count once. */
  g_assert_cmpint (ask ("SELECT count (*) FROM inspection AS i WHERE defective <"
                        " (SELECT sum (count) FROM defect WHERE inspection = i.id)"),
                   >=, 1);
}

static void
test_decisions (void)
{
  g_assert_cmpint (ask ("SELECT count (*) FROM inspection WHERE decision IN"
                        " ('accept', 'accept_deviation', 'rework', 'sort') AND lot_size IS NOT"
                        " accepted_quantity + reworked_quantity + rejected_quantity"),
                   ==, 0);
  g_assert_cmpint (ask ("SELECT count (*) FROM inspection WHERE rework_cost > 0"
                        " AND currency = 'USD'"),
                   >=, 3);
  /* A re-inspection of a re-inspection. */
  g_assert_cmpint (ask ("SELECT count (*) FROM inspection AS a JOIN inspection AS b"
                        " ON b.id = a.repeats WHERE b.repeats IS NOT NULL"),
                   >=, 1);
  /* An order line in two lots, of which one has passed. */
  g_assert_cmpint (ask ("SELECT count (*) FROM order_line AS l WHERE passed_quantity > 0"
                        " AND outstanding_quantity > 0 AND state = 'open'"
                        " AND (SELECT count (*) FROM inspection WHERE order_line = l.id) > 1"),
                   >=, 1);
}

static void
test_after (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayToday) answer
      = assay_today_ask (assay_book_get_reader (book), today, 14, 1000, &error);
  g_autofree char *overdue = g_strdup_printf (
      "SELECT count (*) FROM corrective_action WHERE state IN ('open', 'in_progress')"
      " AND due_on < %d",
      today);

  g_assert_no_error (error);
  g_assert_cmpint (answer->ran_out_n, >=, 1);
  g_assert_cmpint (ask ("SELECT count (DISTINCT state) FROM corrective_action"), ==, 5);
  g_assert_cmpint (ask ("SELECT count (DISTINCT effective) FROM corrective_action"), ==, 2);
  g_assert_cmpint (ask (overdue), >=, 2);
  g_assert_cmpint (ask ("SELECT count (*) FROM corrective_action WHERE inspection IS NULL"), ==, 0);
  g_assert_cmpint (ask ("SELECT count (DISTINCT state) FROM milestone"), ==, 3);
  g_assert_cmpint (ask ("SELECT count (*) FROM milestone WHERE share = 300000 AND waits = 0"), >=,
                   3);
  g_assert_cmpint (ask ("SELECT count (*) FROM milestone WHERE share = 700000 AND waits = 1"
                        " AND state = 'waiting'"),
                   >=, 2);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder
      = g_build_filename (g_getenv ("ASSAY_SOURCE_DIR"), "data", "example", NULL);
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  today = sample_day ("2027-03-31");
  book = sample_book_new ();
  assay_example_make (book, folder, today, NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/example-story/switching", test_switching);
  g_test_add_func ("/example-story/plans", test_plans);
  g_test_add_func ("/example-story/findings", test_findings);
  g_test_add_func ("/example-story/decisions", test_decisions);
  g_test_add_func ("/example-story/after", test_after);
  status = g_test_run ();
  sample_book_free (book);
  return status;
}
