/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The switching rules over the inspections of a book: which lots count, in which order, how each
 * class of each is judged, and what the words say. */

#include "assay-config.h"

#include "insight/switching.h"

#include <string.h>

#include "sample-book.h"

typedef struct
{
  gint64 supplier, product, other, line;
  gint64 last;
} Ids;

/* A lot of 1000 at 0 / 2.5 / 4.0: 80 units, major 5/6, minor 7/8 on normal. */
static AssayRecord *
new_lot (gint64 supplier, gint64 product, const char *day, const char *severity, gint64 major)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_INSPECTION);
  g_autoptr (GError) error = NULL;
  AssayInspectionPlan plan;
  AssayInspectionCounts counts = { .first = { -1, -1, -1 } };
  AssayJudgement why;

  if (supplier != 0)
    assay_record_set_reference (record, ASSAY_INSPECTION_SUPPLIER, supplier);
  if (product != 0)
    assay_record_set_reference (record, ASSAY_INSPECTION_PRODUCT, product);
  assay_record_set_date (record, ASSAY_INSPECTION_INSPECTED_ON, sample_day (day));
  assay_record_set_text (record, ASSAY_INSPECTION_NUMBER, day);
  assay_record_set_integer (record, ASSAY_INSPECTION_LOT_SIZE, 1000);
  assay_record_set_text (record, ASSAY_INSPECTION_SEVERITY, severity);
  g_assert_true (assay_inspection_plan_compute (record, &plan, &error));
  g_assert_no_error (error);
  assay_inspection_plan_write (&plan, record);
  assay_record_set_integer (record, ASSAY_INSPECTION_INSPECTED, plan.n);
  counts.found[ASSAY_CLASS_MAJOR] = major;
  assay_inspection_counts_write (&counts, record);
  assay_record_set_text (
      record, ASSAY_INSPECTION_RESULT,
      assay_inspection_result_to_string (assay_inspection_judge (&plan, plan.n, &counts, &why)));
  return record;
}

static gint64
store (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  return assay_record_get_id (record);
}

static void
fill (AssayDb *db, gpointer data)
{
  Ids *ids = data;
  gint64 order;

  ids->supplier = sample_supplier (db, "Mekong", "VN");
  ids->product = sample_product (db, "BP-1", "Pack");
  ids->other = sample_product (db, "BP-2", "Other pack");
  order = sample_order (db, "PO-1", ids->supplier, "2026-01-01", NULL);
  ids->line = sample_line (db, order, ids->product, 5000, NULL);

  {
    /* Entered in another order than they were inspected in. */
    g_autoptr (AssayRecord) third
        = new_lot (ids->supplier, ids->product, "2026-03-03", "normal", 6);
    g_autoptr (AssayRecord) first
        = new_lot (ids->supplier, ids->product, "2026-03-01", "normal", 6);
    g_autoptr (AssayRecord) second = new_lot (0, 0, "2026-03-02", "normal", 5);
    /* None of these counts. */
    g_autoptr (AssayRecord) again
        = new_lot (ids->supplier, ids->product, "2026-03-02", "normal", 9);
    g_autoptr (AssayRecord) in_line
        = new_lot (ids->supplier, ids->product, "2026-03-02", "normal", 9);
    g_autoptr (AssayRecord) pending
        = new_lot (ids->supplier, ids->product, "2026-03-02", "normal", 9);
    g_autoptr (AssayRecord) other = new_lot (ids->supplier, ids->other, "2026-03-02", "normal", 9);

    store (db, third);
    store (db, first);
    /* About the supplier and product of its line. */
    assay_record_set_reference (second, ASSAY_INSPECTION_ORDER_LINE, ids->line);
    store (db, second);
    assay_record_set_reference (again, ASSAY_INSPECTION_REPEATS, assay_record_get_id (first));
    store (db, again);
    assay_record_set_text (in_line, ASSAY_INSPECTION_KIND, "in_line");
    store (db, in_line);
    assay_record_set_text (pending, ASSAY_INSPECTION_RESULT, "pending");
    store (db, pending);
    store (db, other);
    ids->last = assay_record_get_id (third);
  }
}

static AssaySwitchingHistory *
read_history (AssayBook *book, gint64 supplier, gint64 product, gint64 until)
{
  g_autoptr (GError) error = NULL;
  AssaySwitchingHistory *history = assay_switching_history_read (assay_book_get_reader (book),
                                                                 supplier, product, until, &error);

  g_assert_no_error (error);
  return history;
}

static void
test_book (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (AssaySwitchingHistory) history = NULL, before = NULL;
  g_autoptr (GPtrArray) pairs = NULL;
  g_autofree char *state = NULL, *counters = NULL, *made = NULL, *reason = NULL;
  const AssayClassSwitching *major;
  Ids ids = { 0 };

  sample_change (book, fill, &ids);
  history = read_history (book, ids.supplier, ids.product, 0);
  g_assert_cmpuint (history->n_lots, ==, 3);
  major = &history->classes[ASSAY_CLASS_MAJOR];
  g_assert_cmpuint (major->lots->len, ==, 3);
  g_assert_cmpint (major->state.severity, ==, ASSAY_SEVERITY_TIGHTENED);
  g_assert_cmpuint (major->state.switches->len, ==, 1);
  /* Minor and critical are kept apart. */
  g_assert_cmpint (history->classes[ASSAY_CLASS_MINOR].state.severity, ==, ASSAY_SEVERITY_NORMAL);
  g_assert_cmpint (history->classes[ASSAY_CLASS_CRITICAL].state.severity, ==,
                   ASSAY_SEVERITY_NORMAL);

  state = assay_switching_say_state (&major->state);
  g_assert_cmpstr (state, ==, "Tightened");
  made = assay_switching_say_switch (major, &g_array_index (major->state.switches, AssaySwitch, 0));
  g_assert_nonnull (strstr (made, "2 of 5 or fewer lots in a row were not accepted"));
  g_assert_nonnull (strstr (made, "2026-03-03"));
  counters = assay_switching_say_counters (&history->classes[ASSAY_CLASS_MINOR].state);
  g_assert_cmpstr (counters, ==, "3 lots in a row accepted");
  reason = assay_switching_say_reason (history);
  g_assert_nonnull (strstr (reason, "Major: tightened, because 2 of 5"));
  g_assert_nonnull (strstr (reason, "Minor: normal."));
  g_assert_nonnull (assay_switching_say_caution (history));

  /* As it stood before the last lot was inspected. */
  before = read_history (book, ids.supplier, ids.product, ids.last);
  g_assert_cmpuint (before->n_lots, ==, 2);
  g_assert_cmpint (before->classes[ASSAY_CLASS_MAJOR].state.severity, ==, ASSAY_SEVERITY_NORMAL);
  g_clear_pointer (&counters, g_free);
  counters = assay_switching_say_counters (&before->classes[ASSAY_CLASS_MAJOR].state);
  g_assert_cmpstr (counters, ==, "1 of the last 2 lots not accepted");

  pairs = assay_switching_pairs_read (assay_book_get_reader (book), ids.supplier, 0, NULL);
  g_assert_cmpuint (pairs->len, ==, 2);
  g_assert_cmpint (((AssaySwitchingPair *)g_ptr_array_index (pairs, 0))->product, ==, ids.product);
  g_assert_nonnull (
      strstr (((AssaySwitchingPair *)g_ptr_array_index (pairs, 0))->product_name, "Pack"));
  sample_book_free (book);
}

static void
fill_ten (AssayDb *db, gpointer data)
{
  Ids *ids = data;

  ids->supplier = sample_supplier (db, "Mekong", "VN");
  ids->product = sample_product (db, "BP-1", "Pack");
  for (int i = 1; i <= 10; i++)
    {
      g_autofree char *day = g_strdup_printf ("2026-04-%02d", i);
      g_autoptr (AssayRecord) lot = new_lot (ids->supplier, ids->product, day, "normal", 5);

      store (db, lot);
    }
}

/* 32 units, 2/5: three are accepted, and reduced inspection ends. */
static void
fill_reduced (AssayDb *db, gpointer data)
{
  Ids *ids = data;
  g_autoptr (AssayRecord) first = new_lot (ids->supplier, ids->product, "2026-05-01", "reduced", 2);
  g_autoptr (AssayRecord) second
      = new_lot (ids->supplier, ids->product, "2026-05-02", "reduced", 3);

  store (db, first);
  ids->last = store (db, second);
}

static void
test_reduced (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (AssaySwitchingHistory) ten = NULL, reduced = NULL, after = NULL, none = NULL;
  g_autofree char *counters = NULL, *reason = NULL, *made = NULL;
  const AssayClassSwitching *major;
  Ids ids = { 0 };

  sample_change (book, fill_ten, &ids);
  ten = read_history (book, ids.supplier, ids.product, 0);
  g_assert_true (ten->classes[ASSAY_CLASS_MAJOR].state.reduced_offered);
  g_assert_cmpint (ten->classes[ASSAY_CLASS_MAJOR].state.severity, ==, ASSAY_SEVERITY_NORMAL);
  g_assert_null (assay_switching_say_caution (ten));
  counters = assay_switching_say_counters (&ten->classes[ASSAY_CLASS_MAJOR].state);
  g_assert_cmpstr (counters, ==, "10 lots in a row accepted: reduced inspection may be chosen");

  sample_change (book, fill_reduced, &ids);
  reduced = read_history (book, ids.supplier, ids.product, ids.last);
  g_assert_cmpint (reduced->classes[ASSAY_CLASS_MAJOR].state.severity, ==, ASSAY_SEVERITY_REDUCED);
  after = read_history (book, ids.supplier, ids.product, 0);
  major = &after->classes[ASSAY_CLASS_MAJOR];
  g_assert_cmpint (major->state.severity, ==, ASSAY_SEVERITY_NORMAL);
  g_assert_cmpuint (major->state.switches->len, ==, 2);
  g_assert_cmpint (g_array_index (major->state.switches, AssaySwitch, 1).reason, ==,
                   ASSAY_SWITCH_REDUCED_GAP);
  made = assay_switching_say_switch (major, &g_array_index (major->state.switches, AssaySwitch, 0));
  g_assert_nonnull (strstr (made, "From 2026-05-01"));
  /* No gap in minor: nothing found. */
  g_assert_cmpint (after->classes[ASSAY_CLASS_MINOR].state.severity, ==, ASSAY_SEVERITY_REDUCED);

  none = read_history (book, ids.supplier, 12345, 0);
  g_assert_cmpuint (none->n_lots, ==, 0);
  reason = assay_switching_say_reason (none);
  g_assert_nonnull (strstr (reason, "starts on normal"));
  sample_book_free (book);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/switching/book", test_book);
  g_test_add_func ("/switching/reduced", test_reduced);
  return g_test_run ();
}
