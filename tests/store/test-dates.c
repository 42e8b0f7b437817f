/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Promises are kept and the first stays the first; milestones follow the events and the value of
 * their order; a book of the second step gets what its deliveries say already. */

#include <glib/gstdio.h>

#include "record/promises.h"
#include "store/promises.h"
#include "store/records.h"
#include "store/schema.h"
#include "support/temp-book.h"

static AssayRecord *
new_promise (gint64 line, const char *promised, const char *given, const char *reason)
{
  AssayRecord *promise = assay_record_new (ASSAY_TYPE_PROMISE);

  assay_record_set_reference (promise, ASSAY_PROMISE_ORDER_LINE, line);
  assay_record_set_date (promise, ASSAY_PROMISE_PROMISED_ON, temp_book_date (promised));
  if (given != NULL)
    assay_record_set_date (promise, ASSAY_PROMISE_GIVEN_ON, temp_book_date (given));
  assay_record_set_text (promise, ASSAY_PROMISE_REASON, reason);
  return promise;
}

/* What may be added to a line whose promises are 2026-03-01 (given 2026-01-10) and 2026-03-20
 * (given 2026-02-10). */
static const struct
{
  const char *promised, *given, *reason;
  int field; /* where something is wrong; -1: nothing */
} additions[] = {
  { "2026-04-01", "2026-03-01", "material", -1 },
  { "2026-04-01", "2026-03-01", NULL, ASSAY_PROMISE_REASON },
  /* The same date again is no move. */
  { "2026-03-20", "2026-03-01", NULL, -1 },
  /* Between the two: compared with the one before it. */
  { "2026-03-01", "2026-01-20", NULL, -1 },
  { "2026-03-05", "2026-01-20", NULL, ASSAY_PROMISE_REASON },
  /* On the day of the last one, entered after it. */
  { "2026-03-01", "2026-02-10", NULL, ASSAY_PROMISE_REASON },
  /* Nothing comes before the first. */
  { "2026-02-01", "2026-01-05", NULL, ASSAY_PROMISE_GIVEN_ON },
  { "2026-02-01", NULL, "us", ASSAY_PROMISE_GIVEN_ON },
};

static gint64
add_line (TempBook *temp)
{
  gint64 supplier = temp_book_add_supplier (temp, "Sao Mai", "VN");
  gint64 order = temp_book_add_order (temp, "PO-1", supplier, "2026-01-05");

  return temp_book_add_line (temp, order, 0, 100);
}

static void
check_problem (AssayDb *db, AssayRecord *promise, int field)
{
  g_autoptr (AssayProblems) problems = assay_problems_new ();
  g_autoptr (GError) error = NULL;

  assay_promises_check (db, promise, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (assay_problems_count (problems), ==, field < 0 ? 0 : 1);
  if (field >= 0)
    g_assert_nonnull (assay_problems_for_field (problems, field));
}

static void
test_additions (TempBook *temp, gconstpointer data)
{
  gint64 line = add_line (temp);
  AssayDb *db = assay_book_get_reader (temp->book);
  g_autoptr (AssayRecord) alone = new_promise (line, "2026-03-01", NULL, NULL);

  check_problem (db, alone, -1);
  temp_book_add_promise (temp, line, "2026-03-01", "2026-01-10");
  temp_book_add_promise (temp, line, "2026-03-20", "2026-02-10");
  for (gsize i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      g_autoptr (AssayRecord) promise
          = new_promise (line, additions[i].promised, additions[i].given, additions[i].reason);

      g_test_message ("addition %u", (guint)i);
      check_problem (db, promise, additions[i].field);
    }
}

/* A correction may not change which one is the first; the day may be corrected. */
static void
test_corrections (TempBook *temp, gconstpointer data)
{
  gint64 line = add_line (temp);
  gint64 first = temp_book_add_promise (temp, line, "2026-03-01", "2026-01-10");
  gint64 second = temp_book_add_promise (temp, line, "2026-03-01", "2026-02-10");
  AssayDb *db = assay_book_get_reader (temp->book);
  g_autoptr (AssayRecord) promise = temp_book_get (temp, ASSAY_TYPE_PROMISE, first);
  g_autoptr (AssayRecord) later = temp_book_get (temp, ASSAY_TYPE_PROMISE, second);

  assay_record_set_date (promise, ASSAY_PROMISE_PROMISED_ON, temp_book_date ("2026-03-02"));
  check_problem (db, promise, -1);
  assay_record_set_date (promise, ASSAY_PROMISE_GIVEN_ON, temp_book_date ("2026-01-01"));
  check_problem (db, promise, -1);
  assay_record_set_date (later, ASSAY_PROMISE_GIVEN_ON, temp_book_date ("2026-01-09"));
  check_problem (db, later, ASSAY_PROMISE_GIVEN_ON);
  assay_record_set_date (promise, ASSAY_PROMISE_PROMISED_ON, temp_book_date ("2026-03-01"));
  assay_record_set_date (promise, ASSAY_PROMISE_GIVEN_ON, temp_book_date ("2026-02-11"));
  check_problem (db, promise, ASSAY_PROMISE_GIVEN_ON);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError **error = data;

  if (assay_book_done_finish (ASSAY_BOOK (source), result, error))
    *error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "saved");
}

/* What the window's form would not let pass is refused by the book as well. */
static void
test_refused (TempBook *temp, gconstpointer data)
{
  gint64 line = add_line (temp);
  gint64 first = temp_book_add_promise (temp, line, "2026-03-01", "2026-01-10");
  gint64 second = temp_book_add_promise (temp, line, "2026-03-20", "2026-02-10");
  g_autoptr (AssayRecord) promise = new_promise (line, "2026-04-01", "2026-03-01", NULL);
  g_autoptr (AssayRecord) kept = NULL;
  g_autoptr (GError) error = NULL, refused = NULL;

  assay_book_save_async (temp->book, promise, NULL, saved_cb, &refused);
  while (refused == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (refused, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (refused->message, "20"));

  g_assert_false (temp_book_delete (temp, ASSAY_TYPE_PROMISE, first, &error));
  g_assert_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (temp_book_delete (temp, ASSAY_TYPE_PROMISE, second, &error));
  /* Undo brings it back, and the first is the first. */
  g_assert_true (assay_book_undo (temp->book, &error));
  kept = temp_book_get (temp, ASSAY_TYPE_ORDER_LINE, line);
  g_assert_cmpint (assay_record_get_date (kept, ASSAY_ORDER_LINE_PROMISED_ON), ==,
                   temp_book_date ("2026-03-01"));
  g_assert_cmpint (assay_record_get_date (kept, ASSAY_ORDER_LINE_LATEST_PROMISED_ON), ==,
                   temp_book_date ("2026-03-20"));
  g_assert_true (temp_book_delete (temp, ASSAY_TYPE_PROMISE, second, &error));
  g_assert_true (temp_book_delete (temp, ASSAY_TYPE_PROMISE, first, &error));
  /* They go with their line. */
  temp_book_add_promise (temp, line, "2026-03-01", "2026-01-10");
  temp_book_add_promise (temp, line, "2026-03-20", "2026-02-10");
  g_assert_true (temp_book_delete (temp, ASSAY_TYPE_ORDER_LINE, line, &error));
  g_assert_no_error (error);
}

static void
test_remarks (void)
{
  g_autoptr (AssayRecord) line = assay_record_new (ASSAY_TYPE_ORDER_LINE);
  g_autoptr (AssayRecord) promise = new_promise (1, "2026-01-01", "2026-01-03", NULL);
  g_autoptr (AssayRecord) delivery = assay_record_new (ASSAY_TYPE_DELIVERY);
  g_autoptr (AssayProblems) remarks = assay_problems_new ();
  g_autoptr (AssayProblems) early = assay_problems_new ();

  assay_remark_promise (promise, NULL, remarks);
  g_assert_cmpuint (assay_problems_count (remarks), ==, 1);
  assay_record_set_date (line, ASSAY_ORDER_LINE_SENT_ON, temp_book_date ("2026-01-05"));
  assay_remark_promise (promise, line, remarks);
  g_assert_cmpuint (assay_problems_count (remarks), ==, 4);
  g_assert_nonnull (assay_problems_for_field (remarks, ASSAY_PROMISE_GIVEN_ON));

  assay_record_set_date (delivery, ASSAY_DELIVERY_SHIPPED_ON, temp_book_date ("2026-01-04"));
  assay_record_set_date (delivery, ASSAY_DELIVERY_RECEIVED_ON, temp_book_date ("2026-01-05"));
  assay_remark_delivery (delivery, line, early);
  g_assert_cmpuint (assay_problems_count (early), ==, 1);
  g_assert_nonnull (assay_problems_for_field (early, ASSAY_DELIVERY_SHIPPED_ON));
}

/* Milestones */

static gint64
add_milestone (TempBook *temp, gint64 order, gint64 share, const char *anchor, gint64 days)
{
  g_autoptr (AssayRecord) milestone = assay_record_new (ASSAY_TYPE_MILESTONE);

  assay_record_set_reference (milestone, ASSAY_MILESTONE_PURCHASE_ORDER, order);
  assay_record_set_text (milestone, ASSAY_MILESTONE_NAME, "Payment");
  if (share > 0)
    assay_record_set_integer (milestone, ASSAY_MILESTONE_SHARE, share);
  if (anchor != NULL)
    {
      assay_record_set_text (milestone, ASSAY_MILESTONE_ANCHOR, anchor);
      assay_record_set_integer (milestone, ASSAY_MILESTONE_DAYS, days);
    }
  temp_book_save (temp, "Add milestone", milestone);
  return assay_record_get_id (milestone);
}

static void
set_day (TempBook *temp, AssayType type, gint64 id, guint field, const char *day)
{
  g_autoptr (AssayRecord) record = temp_book_get (temp, type, id);

  assay_record_set_date (record, field, day != NULL ? temp_book_date (day) : ASSAY_DATE_UNKNOWN);
  temp_book_save (temp, "Change", record);
}

static void
check_due (TempBook *temp, gint64 milestone, const char *day)
{
  g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_MILESTONE, milestone);

  g_assert_cmpint (assay_record_get_date (record, ASSAY_MILESTONE_DUE_ON), ==,
                   day != NULL ? temp_book_date (day) : ASSAY_DATE_UNKNOWN);
}

/* Planned first, then as it happened; of several lines and deliveries the last. */
static void
test_due (TempBook *temp, gconstpointer data)
{
  gint64 line = add_line (temp), order, other, shipped, deposit, delivery;

  {
    g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_ORDER_LINE, line);

    order = assay_record_get_reference (record, ASSAY_ORDER_LINE_PURCHASE_ORDER);
  }
  other = temp_book_add_line (temp, order, 0, 50);
  shipped = add_milestone (temp, order, 0, "shipped", -7);
  deposit = add_milestone (temp, order, 0, "deposit", 0);
  check_due (temp, shipped, NULL);
  set_day (temp, ASSAY_TYPE_ORDER, order, ASSAY_ORDER_DEPOSIT_PLANNED_ON, "2026-01-12");
  check_due (temp, deposit, "2026-01-12");
  set_day (temp, ASSAY_TYPE_ORDER, order, ASSAY_ORDER_DEPOSIT_ON, "2026-01-14");
  check_due (temp, deposit, "2026-01-14");
  /* One line alone does not say when the order is shipped. */
  set_day (temp, ASSAY_TYPE_ORDER_LINE, line, ASSAY_ORDER_LINE_SHIP_PLANNED_ON, "2026-03-10");
  check_due (temp, shipped, NULL);
  set_day (temp, ASSAY_TYPE_ORDER_LINE, other, ASSAY_ORDER_LINE_SHIP_PLANNED_ON, "2026-03-08");
  check_due (temp, shipped, "2026-03-03");
  /* Goods on their way know better; the last of the lines counts. */
  delivery = temp_book_add_delivery (temp, other, 50, NULL);
  set_day (temp, ASSAY_TYPE_DELIVERY, delivery, ASSAY_DELIVERY_SHIP_PLANNED_ON, "2026-03-20");
  check_due (temp, shipped, "2026-03-13");
  set_day (temp, ASSAY_TYPE_DELIVERY, delivery, ASSAY_DELIVERY_SHIPPED_ON, "2026-03-22");
  check_due (temp, shipped, "2026-03-15");
}

static void
set_price (TempBook *temp, gint64 line, gint64 price)
{
  g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_ORDER_LINE, line);

  assay_record_set_integer (record, ASSAY_ORDER_LINE_UNIT_PRICE, price);
  temp_book_save (temp, "Change", record);
}

static void
check_amounts (TempBook *temp, const gint64 *milestones, const gint64 *amounts, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_MILESTONE, milestones[i]);

      g_test_message ("milestone %u", i);
      g_assert_cmpint (assay_record_get_integer (record, ASSAY_MILESTONE_AMOUNT, -1), ==,
                       amounts[i]);
    }
}

/* 100 pieces; prices are in hundredths of a cent, so that 100 pieces at 1001 are 10.01. */
static void
test_amounts (TempBook *temp, gconstpointer data)
{
  static const gint64 none[] = { -1, -1, -1 };
  /* The first is paid: the others divide what is left of 20.00, 1666 cents. */
  static const gint64 later[] = { 334, 833, 833 };
  /* One has an amount of its own: the last gets what is left of 30.00. */
  static const gint64 own[] = { 334, 500, 2166 };
  static const gint64 shrunk[] = { 334, 500, 0 };
  gint64 line = add_line (temp), order, milestones[3];

  {
    g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_ORDER_LINE, line);
    g_autoptr (AssayRecord) head = NULL;

    order = assay_record_get_reference (record, ASSAY_ORDER_LINE_PURCHASE_ORDER);
    head = temp_book_get (temp, ASSAY_TYPE_ORDER, order);
    assay_record_set_text (head, ASSAY_ORDER_CURRENCY, "USD");
    temp_book_save (temp, "Change", head);
  }
  milestones[0] = add_milestone (temp, order, 333333, NULL, 0);
  milestones[1] = add_milestone (temp, order, 333333, NULL, 0);
  milestones[2] = add_milestone (temp, order, 333334, NULL, 0);
  check_amounts (temp, milestones, none, 3);
  set_price (temp, line, 1001);
  {
    /* 1001 × 333334 ppm has the largest remainder, 667.3… of 1000, the first next. */
    static const gint64 exact[] = { 334, 333, 334 };

    check_amounts (temp, milestones, exact, 3);
  }
  set_day (temp, ASSAY_TYPE_MILESTONE, milestones[0], ASSAY_MILESTONE_DONE_ON, "2026-01-20");
  set_price (temp, line, 2000);
  check_amounts (temp, milestones, later, 3);
  {
    g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_MILESTONE, milestones[1]);

    assay_record_set_integer (record, ASSAY_MILESTONE_AMOUNT, 500);
    temp_book_save (temp, "Change", record);
  }
  set_price (temp, line, 3000);
  check_amounts (temp, milestones, own, 3);
  set_price (temp, line, 100);
  check_amounts (temp, milestones, shrunk, 3);
}

static void
test_waiting (TempBook *temp, gconstpointer data)
{
  gint64 supplier = temp_book_add_supplier (temp, "Sao Mai", "VN");
  gint64 order = temp_book_add_order (temp, "PO-1", supplier, "2026-01-05");
  g_autoptr (AssayRecord) milestone = assay_record_new (ASSAY_TYPE_MILESTONE);
  g_autoptr (AssayRecord) kept = NULL;

  assay_record_set_reference (milestone, ASSAY_MILESTONE_PURCHASE_ORDER, order);
  assay_record_set_text (milestone, ASSAY_MILESTONE_NAME, "Balance");
  assay_record_set_integer (milestone, ASSAY_MILESTONE_WAITS, 1);
  temp_book_save (temp, "Add milestone", milestone);
  /* Nothing was ordered yet, so nothing has passed. */
  kept = temp_book_get (temp, ASSAY_TYPE_MILESTONE, assay_record_get_id (milestone));
  g_assert_cmpstr (assay_record_get_text (kept, ASSAY_MILESTONE_STATE), ==, "waiting");
}

/* A book of the second step: its lines get the days of their stages. */
static void
test_upgrade (void)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-upgrade-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.assay", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayDb) db = assay_db_open (path, ASSAY_DB_CREATE, &error);
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row;

  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("%03u.sql", i);
      g_autofree char *file
          = g_build_filename (g_getenv ("ASSAY_SOURCE_DIR"), "src", "store", "schema", name, NULL);
      g_autofree char *sql = NULL;

      g_assert_true (g_file_get_contents (file, &sql, NULL, &error));
      g_assert_true (assay_db_exec (db, sql, &error));
    }
  g_assert_true (assay_db_exec (
      db,
      "PRAGMA application_id = " G_STRINGIFY (
          ASSAY_SCHEMA_APPLICATION_ID) ";"
                                       "PRAGMA user_version = 2;"
                                       "INSERT INTO supplier (id, name) VALUES (1, 'Sao Mai');"
                                       "INSERT INTO purchase_order (id, number, supplier, sent_on, "
                                       "deposit_on) "
                                       "VALUES (2, 'PO-1', 1, 100, 110);"
                                       "INSERT INTO order_line (id, purchase_order, quantity) "
                                       "VALUES (3, 2, 100), (4, 2, 100);"
                                       "INSERT INTO delivery (id, order_line, quantity, ready_on, "
                                       "shipped_on, received_on) VALUES "
                                       "(5, 3, 60, 150, 155, 180), (6, 3, 40, 160, 158, NULL), (7, "
                                       "4, 50, 150, NULL, NULL)",
      &error));
  g_assert_no_error (error);
  g_assert_true (assay_schema_upgrade (db, 2, &error));
  g_assert_no_error (error);
  g_assert_true (assay_schema_check (db, &error));
  statement = assay_db_prepare (db,
                                "SELECT deposit_on, ready_on, shipped_on, arrived_on "
                                "FROM order_line ORDER BY id",
                                &error);
  g_assert_true (assay_statement_step (statement, &row, &error) && row);
  g_assert_cmpint (assay_statement_get_int (statement, 0), ==, 110);
  g_assert_cmpint (assay_statement_get_int (statement, 1), ==, 160);
  g_assert_cmpint (assay_statement_get_int (statement, 2), ==, 158);
  g_assert_true (assay_statement_is_null (statement, 3));
  /* Half of the second line is ready: the day of the last piece is not known. */
  g_assert_true (assay_statement_step (statement, &row, &error) && row);
  g_assert_cmpint (assay_statement_get_int (statement, 0), ==, 110);
  g_assert_true (assay_statement_is_null (statement, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/dates/" name, TempBook, NULL, temp_book_set_up, func, temp_book_tear_down)
  ADD ("promises/additions", test_additions);
  ADD ("promises/corrections", test_corrections);
  ADD ("promises/refused", test_refused);
  g_test_add_func ("/dates/promises/remarks", test_remarks);
  ADD ("milestones/due", test_due);
  ADD ("milestones/amounts", test_amounts);
  ADD ("milestones/waiting", test_waiting);
  g_test_add_func ("/dates/upgrade", test_upgrade);
  return g_test_run ();
}
