/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes after an inspection: the chain of those that repeat it, the numbers of corrective
 * actions, milestones that wait. */

#include "insight/corrective-actions.h"
#include "insight/inspection-chain.h"
#include "insight/milestones.h"
#include "sample-book.h"

typedef struct
{
  gint64 supplier, order, looks[5];
} Sample;

static void
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
}

static void
set_reference (AssayDb *db, gint64 inspection, gint64 repeats)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record
      = assay_records_get (db, ASSAY_TYPE_INSPECTION, inspection, &error);

  g_assert_no_error (error);
  assay_record_set_reference (record, ASSAY_INSPECTION_REPEATS, repeats);
  assay_records_update (db, record, &error);
  g_assert_no_error (error);
}

/* The second and the third repeat the first, the fourth repeats the third though its day is wrong;
 * the fifth is another lot. */
static void
fill_chain (AssayDb *db, gpointer data)
{
  static const char *const days[]
      = { "2026-03-01", "2026-03-20", "2026-03-10", "2026-02-01", "2026-03-05" };
  Sample *sample = data;

  sample->supplier = sample_supplier (db, "Sao Mai", "VN");
  for (guint i = 0; i < 5; i++)
    sample->looks[i] = sample_inspection (db, sample->supplier, 0, days[i], 50, 1, "fail");
  set_reference (db, sample->looks[1], sample->looks[0]);
  set_reference (db, sample->looks[2], sample->looks[0]);
  set_reference (db, sample->looks[3], sample->looks[2]);
}

static void
fill_circle (AssayDb *db, gpointer data)
{
  Sample *sample = data;

  set_reference (db, sample->looks[0], sample->looks[3]);
}

static void
check_chain (AssayBook *book, gint64 id, const gint64 *expected, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) chain
      = assay_inspection_chain_read (assay_book_get_reader (book), id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (chain->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (assay_record_get_id (g_ptr_array_index (chain, i)), ==, expected[i]);
}

static void
test_chain (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) circle = NULL;
  Sample sample;
  gint64 all[4];

  sample_change (book, fill_chain, &sample);
  all[0] = sample.looks[0];
  all[1] = sample.looks[2];
  all[2] = sample.looks[3];
  all[3] = sample.looks[1];
  /* From wherever one looks. */
  check_chain (book, sample.looks[0], all, 4);
  check_chain (book, sample.looks[3], all, 4);
  check_chain (book, sample.looks[4], &sample.looks[4], 1);
  sample_change (book, fill_circle, &sample);
  circle = assay_inspection_chain_read (assay_book_get_reader (book), sample.looks[2], &error);
  g_assert_no_error (error);
  g_assert_cmpuint (circle->len, ==, 4);
  sample_book_free (book);
}

static void
add_actions (AssayDb *db, gpointer data)
{
  static const char *const numbers[]
      = { "CA-2026-007", "CA-2026-x", "CA-2025-099", "CA-2026-003", "mine", NULL };
  gint64 supplier = sample_supplier (db, "Sao Mai", "VN");

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (AssayRecord) action = assay_record_new (ASSAY_TYPE_CORRECTIVE_ACTION);

      assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_NUMBER, numbers[i]);
      assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_TITLE, "Open seam");
      assay_record_set_reference (action, ASSAY_CORRECTIVE_ACTION_SUPPLIER, supplier);
      insert (db, action);
    }
}

static void
check_number (AssayBook *book, const char *today, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = assay_corrective_action_next_number (assay_book_get_reader (book),
                                                                 sample_day (today), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (number, ==, expected);
}

static void
test_number (void)
{
  AssayBook *book = sample_book_new ();

  check_number (book, "2026-06-30", "CA-2026-001");
  sample_change (book, add_actions, NULL);
  check_number (book, "2026-06-30", "CA-2026-008");
  check_number (book, "2025-06-30", "CA-2025-100");
  check_number (book, "2027-01-01", "CA-2027-001");
  sample_book_free (book);
}

static void
test_overdue (void)
{
  static const struct
  {
    const char *state;
    gint32 due;
    gboolean overdue;
  } cases[] = {
    { "open", 20599, TRUE },        { "open", 20600, FALSE }, { "open", ASSAY_DATE_UNKNOWN, FALSE },
    { "in_progress", 20599, TRUE }, { "done", 20599, TRUE },  { "closed", 20599, FALSE },
    { "cancelled", 20599, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AssayRecord) action = assay_record_new (ASSAY_TYPE_CORRECTIVE_ACTION);

      assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_STATE, cases[i].state);
      if (cases[i].due != ASSAY_DATE_UNKNOWN)
        assay_record_set_date (action, ASSAY_CORRECTIVE_ACTION_DUE_ON, cases[i].due);
      g_assert_cmpint (assay_corrective_action_is_overdue (action, 20600), ==, cases[i].overdue);
    }
}

static void
test_amount (void)
{
  g_assert_cmpint (assay_milestone_amount (3256000, 300000), ==, 976800);
  g_assert_cmpint (assay_milestone_amount (1, 500000), ==, 1);
  g_assert_cmpint (assay_milestone_amount (1, 499999), ==, 0);
  g_assert_cmpint (assay_milestone_amount (G_MAXINT64, 1000000), ==, G_MAXINT64);
}

static void
fill_order (AssayDb *db, gpointer data)
{
  Sample *sample = data;
  g_autoptr (GError) error = NULL;

  sample->supplier = sample_supplier (db, "Sao Mai", "VN");
  sample->order = sample_order (db, "PO-1", sample->supplier, "2026-01-01", NULL);
  for (gint64 i = 1; i <= 3; i++)
    {
      gint64 line = sample_line (db, sample->order, 0, 100 * i, NULL);
      g_autoptr (AssayRecord) record = assay_records_get (db, ASSAY_TYPE_ORDER_LINE, line, &error);

      assay_record_set_integer (record, ASSAY_ORDER_LINE_LINE_NUMBER, i);
      if (i == 3)
        assay_record_set_unknown (record, ASSAY_ORDER_LINE_QUANTITY);
      assay_records_update (db, record, &error);
      g_assert_no_error (error);
      sample->looks[i] = line;
    }
}

static void
pass_lines (AssayDb *db, gpointer data)
{
  Sample *sample = data;
  g_autoptr (GError) error = NULL;

  for (gint64 i = 1; i <= 3; i++)
    {
      gint64 id = sample_inspection (db, sample->supplier, 0, "2026-03-01", 50, 0, "pass");
      g_autoptr (AssayRecord) look = assay_records_get (db, ASSAY_TYPE_INSPECTION, id, &error);

      assay_record_set_text (look, ASSAY_INSPECTION_KIND, "final_random");
      assay_record_set_reference (look, ASSAY_INSPECTION_ORDER_LINE, sample->looks[i]);
      assay_records_update (db, look, &error);
      g_assert_no_error (error);
    }
}

static char *
dup_missing (AssayBook *book, Sample *sample, guint most)
{
  g_autoptr (GError) error = NULL;
  char *words
      = assay_milestone_dup_missing (assay_book_get_reader (book), sample->order, most, &error);

  g_assert_no_error (error);
  return words;
}

static void
test_missing (void)
{
  AssayBook *book = sample_book_new ();
  Sample sample;
  g_autofree char *all = NULL, *first = NULL, *none = NULL;

  sample_change (book, fill_order, &sample);
  all = dup_missing (book, &sample, 3);
  g_assert_cmpstr (all, ==,
                   "line 1: 100 pieces not passed; line 2: 200 pieces not passed; "
                   "line 3: nothing passed");
  first = dup_missing (book, &sample, 1);
  g_assert_cmpstr (first, ==, "line 1: 100 pieces not passed; and 2 more lines");
  sample_change (book, pass_lines, &sample);
  none = dup_missing (book, &sample, 3);
  g_assert_null (none);
  sample_book_free (book);
}

static void
check_proposed (const AssayRecord *order,
                GPtrArray *others,
                const char *name,
                gint64 share,
                gint64 amount,
                gboolean waits)
{
  AssayRecord *one = assay_milestone_propose (order, others);

  g_assert_cmpstr (assay_record_get_text (one, ASSAY_MILESTONE_NAME), ==, name);
  g_assert_cmpint (assay_record_get_integer (one, ASSAY_MILESTONE_SHARE, -1), ==, share);
  g_assert_cmpint (assay_record_get_integer (one, ASSAY_MILESTONE_AMOUNT, -1), ==, amount);
  g_assert_cmpint (assay_record_get_flag (one, ASSAY_MILESTONE_WAITS), ==, waits);
  g_assert_cmpint (assay_record_get_reference (one, ASSAY_MILESTONE_PURCHASE_ORDER), ==, 42);
  g_ptr_array_add (others, one);
}

/* The deposit of the order, then the rest of it, then nothing. */
static void
test_propose (void)
{
  g_autoptr (AssayRecord) order = assay_record_new (ASSAY_TYPE_ORDER);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);

  assay_record_set_id (order, 42);
  assay_record_set_text (order, ASSAY_ORDER_CURRENCY, "USD");
  assay_record_set_integer (order, ASSAY_ORDER_VALUE, 3256000);
  assay_record_set_integer (order, ASSAY_ORDER_DEPOSIT, 300000);
  check_proposed (order, others, "Deposit", 300000, 976800, FALSE);
  check_proposed (order, others, "Balance", 700000, 2279200, TRUE);
  check_proposed (order, others, NULL, -1, -1, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/after/chain", test_chain);
  g_test_add_func ("/insight/after/number", test_number);
  g_test_add_func ("/insight/after/overdue", test_overdue);
  g_test_add_func ("/insight/after/amount", test_amount);
  g_test_add_func ("/insight/after/missing", test_missing);
  g_test_add_func ("/insight/after/propose", test_propose);
  return g_test_run ();
}
