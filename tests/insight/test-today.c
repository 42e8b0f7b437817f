/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight/today.h"
#include "sample-book.h"

#define TODAY "2026-06-30"

static void
fill (AssayDb *db, gpointer data)
{
  gint64 sao_mai = sample_supplier (db, "Sao Mai", "VN");
  gint64 sent = sample_order (db, "PO-1", sao_mai, "2026-01-01", NULL);
  gint64 draft = sample_order (db, "PO-2", sao_mai, NULL, NULL);
  gint64 lot;

  sample_line (db, sent, 0, 10, "2026-06-29");
  sample_line (db, sent, 0, 11, "2026-05-01");
  sample_line (db, sent, 0, 12, "2026-06-30");
  sample_line (db, sent, 0, 13, "2026-07-14");
  sample_line (db, sent, 0, 14, "2026-07-15");
  sample_line (db, sent, 0, 15, NULL);
  sample_delivery (db, sample_line (db, sent, 0, 16, "2026-05-01"), 16, "2026-06-01");
  sample_line (db, draft, 0, 17, "2026-05-01");
  sample_set_text (db, ASSAY_TYPE_ORDER, draft, ASSAY_ORDER_STATE, "draft");

  sample_inspection (db, sao_mai, 0, "2026-06-20", 50, 1, "pass");
  sample_inspection (db, sao_mai, 0, "2026-06-10", 50, 9, "fail");
  lot = sample_inspection (db, sao_mai, 0, "2026-06-01", 50, 9, "fail");
  sample_set_text (db, ASSAY_TYPE_INSPECTION, lot, ASSAY_INSPECTION_DECISION, "reject");
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (AssayRecord) planned = assay_record_new (ASSAY_TYPE_INSPECTION);

    assay_record_set_date (planned, ASSAY_INSPECTION_PLANNED_ON, sample_day ("2026-07-02"));
    assay_records_insert (db, planned, &error);
    g_assert_no_error (error);
  }
}

static gint64
quantity (GPtrArray *lines, guint i)
{
  return assay_record_get_integer (g_ptr_array_index (lines, i), ASSAY_ORDER_LINE_QUANTITY, -1);
}

static void
test_lists (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayToday) today = NULL;
  g_autoptr (AssayToday) brief = NULL;

  sample_change (book, fill, NULL);
  today = assay_today_ask (assay_book_get_reader (book), sample_day (TODAY), 14, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpint (today->late_n, ==, 2);
  g_assert_cmpint (quantity (today->late, 0), ==, 11);
  g_assert_cmpint (quantity (today->late, 1), ==, 10);
  g_assert_cmpint (today->soon_n, ==, 2);
  g_assert_cmpint (quantity (today->soon, 0), ==, 12);
  g_assert_cmpint (quantity (today->soon, 1), ==, 13);
  g_assert_cmpint (today->undecided_n, ==, 2);
  g_assert_cmpint (assay_record_get_date (g_ptr_array_index (today->undecided, 0),
                                          ASSAY_INSPECTION_INSPECTED_ON),
                   ==, sample_day ("2026-06-10"));
  g_assert_cmpint (today->planned_n, ==, 1);
  g_assert_cmpint (today->suppliers, ==, 1);
  g_assert_cmpint (today->products, ==, 0);
  g_assert_cmpint (today->orders, ==, 2);
  g_assert_cmpint (today->inspections, ==, 4);

  /* A cut list still says how many there are. */
  brief = assay_today_ask (assay_book_get_reader (book), sample_day (TODAY), 14, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (brief->late->len, ==, 1);
  g_assert_cmpint (brief->late_n, ==, 2);
  sample_book_free (book);
}

static void
add_action (AssayDb *db, gint64 supplier, const char *state, const char *due)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) action = assay_record_new (ASSAY_TYPE_CORRECTIVE_ACTION);

  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_TITLE, due);
  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_STATE, state);
  assay_record_set_reference (action, ASSAY_CORRECTIVE_ACTION_SUPPLIER, supplier);
  assay_record_set_date (action, ASSAY_CORRECTIVE_ACTION_DUE_ON, sample_day (due));
  assay_records_insert (db, action, &error);
  g_assert_no_error (error);
}

static void
add_milestone (AssayDb *db, gint64 order, const char *name, const char *due, gboolean waits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) milestone = assay_record_new (ASSAY_TYPE_MILESTONE);

  assay_record_set_reference (milestone, ASSAY_MILESTONE_PURCHASE_ORDER, order);
  assay_record_set_text (milestone, ASSAY_MILESTONE_NAME, name);
  if (due != NULL)
    assay_record_set_date (milestone, ASSAY_MILESTONE_DUE_ON, sample_day (due));
  assay_record_set_integer (milestone, ASSAY_MILESTONE_WAITS, waits);
  assay_records_insert (db, milestone, &error);
  g_assert_no_error (error);
}

static gint64
add_deviation (AssayDb *db, gint64 supplier, gint64 product, const char *day, const char *until)
{
  g_autoptr (GError) error = NULL;
  gint64 id = sample_inspection (db, supplier, product, day, 50, 9, "fail");
  g_autoptr (AssayRecord) record = assay_records_get (db, ASSAY_TYPE_INSPECTION, id, &error);

  assay_record_set_text (record, ASSAY_INSPECTION_DECISION, "accept_deviation");
  assay_record_set_date (record, ASSAY_INSPECTION_DEVIATION_UNTIL, sample_day (until));
  assay_records_update (db, record, &error);
  g_assert_no_error (error);
  return id;
}

static void
fill_after (AssayDb *db, gpointer data)
{
  gint64 *ran_out = data;
  gint64 sao_mai = sample_supplier (db, "Sao Mai", "VN");
  gint64 pack = sample_product (db, "TP-40", "Trail Pack 40");
  gint64 waiting = sample_order (db, "PO-1", sao_mai, "2026-01-01", NULL);
  gint64 passed = sample_order (db, "PO-2", sao_mai, "2026-01-01", NULL);
  gint64 draft = sample_order (db, "PO-3", sao_mai, NULL, NULL);

  sample_line (db, waiting, 0, 10, NULL);
  sample_line (db, passed, 0, 0, NULL); /* nothing is left to inspect */
  sample_line (db, draft, 0, 10, NULL);
  sample_set_text (db, ASSAY_TYPE_ORDER, draft, ASSAY_ORDER_STATE, "draft");
  add_milestone (db, waiting, "waits and due", "2026-07-01", TRUE);
  add_milestone (db, waiting, "waits, not due", "2026-09-01", TRUE);
  add_milestone (db, waiting, "due", "2026-06-01", FALSE);
  add_milestone (db, waiting, "later", "2026-07-15", FALSE);
  add_milestone (db, passed, "free", NULL, TRUE);
  add_milestone (db, passed, "free and due", "2026-07-01", TRUE);
  add_milestone (db, draft, "draft", "2026-06-01", FALSE);

  add_action (db, sao_mai, "open", "2026-06-29");
  add_action (db, sao_mai, "done", "2026-06-20");
  add_action (db, sao_mai, "closed", "2026-06-20");
  add_action (db, sao_mai, "cancelled", "2026-06-20");
  add_action (db, sao_mai, "in_progress", "2026-06-30");
  add_action (db, sao_mai, "in_progress", "2026-07-14");
  add_action (db, sao_mai, "open", "2026-07-15");

  *ran_out = add_deviation (db, sao_mai, pack, "2026-04-01", "2026-06-29");
  add_deviation (db, sao_mai, 0, "2026-04-01", "2026-06-30");
  /* Looked at once more since. */
  add_deviation (db, sao_mai, 0, "2026-03-01", "2026-03-31");
}

static const char *
name (GPtrArray *milestones, guint i)
{
  return assay_record_get_text (g_ptr_array_index (milestones, i), ASSAY_MILESTONE_NAME);
}

static const char *
title (GPtrArray *actions, guint i)
{
  return assay_record_get_text (g_ptr_array_index (actions, i), ASSAY_CORRECTIVE_ACTION_TITLE);
}

/* What follows from inspections: actions, payments, deviations. */
static void
test_after (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayToday) today = NULL;
  gint64 ran_out;

  sample_change (book, fill_after, &ran_out);
  today = assay_today_ask (assay_book_get_reader (book), sample_day (TODAY), 14, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpint (today->overdue_n, ==, 2);
  g_assert_cmpstr (title (today->overdue, 0), ==, "2026-06-20");
  g_assert_cmpstr (title (today->overdue, 1), ==, "2026-06-29");
  g_assert_cmpint (today->actions_n, ==, 2);
  g_assert_cmpstr (title (today->actions, 0), ==, "2026-06-30");
  g_assert_cmpint (today->open_actions, ==, 5);
  g_assert_cmpint (today->freed_n, ==, 2);
  g_assert_cmpstr (name (today->freed, 0), ==, "free and due");
  g_assert_cmpstr (name (today->freed, 1), ==, "free");
  g_assert_cmpint (today->milestones_n, ==, 2);
  g_assert_cmpstr (name (today->milestones, 0), ==, "due");
  g_assert_cmpstr (name (today->milestones, 1), ==, "waits and due");
  g_assert_cmpint (today->ran_out_n, ==, 1);
  g_assert_cmpint (assay_record_get_id (g_ptr_array_index (today->ran_out, 0)), ==, ran_out);
  sample_book_free (book);
}

static void
test_empty (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayToday) today
      = assay_today_ask (assay_book_get_reader (book), sample_day (TODAY), 14, 100, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (today->late->len, ==, 0);
  g_assert_cmpuint (today->planned->len, ==, 0);
  g_assert_cmpint (today->orders, ==, 0);
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/today/lists", test_lists);
  g_test_add_func ("/insight/today/after", test_after);
  g_test_add_func ("/insight/today/empty", test_empty);
  return g_test_run ();
}
