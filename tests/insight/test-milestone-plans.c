/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Milestone plans: whether shares make a whole, which plan an order begins with, what using one
 * keeps and replaces, amounts that add up. */

#include "insight/milestone-plans.h"
#include "sample-book.h"
#include "store/query.h"

typedef struct
{
  gint64 supplier, order, line, plan, other_plan;
  guint n_made;
  gint64 use;
} Sample;

static gint64
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  return assay_record_get_id (record);
}

static gint64
add_plan (AssayDb *db, const char *name)
{
  g_autoptr (AssayRecord) plan = assay_record_new (ASSAY_TYPE_MILESTONE_PLAN);

  assay_record_set_text (plan, ASSAY_MILESTONE_PLAN_NAME, name);
  return insert (db, plan);
}

static void
add_step (AssayDb *db,
          gint64 plan,
          gint64 position,
          const char *name,
          gint64 share,
          const char *anchor,
          gboolean waits)
{
  g_autoptr (AssayRecord) step = assay_record_new (ASSAY_TYPE_MILESTONE_STEP);

  assay_record_set_reference (step, ASSAY_MILESTONE_STEP_MILESTONE_PLAN, plan);
  assay_record_set_integer (step, ASSAY_MILESTONE_STEP_POSITION, position);
  assay_record_set_text (step, ASSAY_MILESTONE_STEP_NAME, name);
  if (share > 0)
    assay_record_set_integer (step, ASSAY_MILESTONE_STEP_SHARE, share);
  assay_record_set_text (step, ASSAY_MILESTONE_STEP_ANCHOR, anchor);
  assay_record_set_integer (step, ASSAY_MILESTONE_STEP_WAITS, waits);
  insert (db, step);
}

static void
change (AssayDb *db, AssayType type, gint64 id, guint field, const AssayValue *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = assay_records_get (db, type, id, &error);

  g_assert_no_error (error);
  assay_record_set_value (record, field, value);
  assay_records_update (db, record, &error);
  g_assert_no_error (error);
}

static void
change_integer (AssayDb *db, AssayType type, gint64 id, guint field, gint64 number)
{
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;

  assay_value_set_integer (&value, number);
  change (db, type, id, field, &value);
}

static void
fill (AssayDb *db, gpointer data)
{
  Sample *sample = data;

  sample->supplier = sample_supplier (db, "Sao Mai", "VN");
  sample->order = sample_order (db, "PO-1", sample->supplier, "2026-01-05", "2026-01-08");
  sample_set_text (db, ASSAY_TYPE_ORDER, sample->order, ASSAY_ORDER_CURRENCY, "USD");
  sample->line = sample_line (db, sample->order, 0, 100, NULL);
  /* 100 pieces for 9.99 together: 999 cents, of which 30 % are 299.7. */
  change_integer (db, ASSAY_TYPE_ORDER_LINE, sample->line, ASSAY_ORDER_LINE_UNIT_PRICE, 999);
  sample->plan = add_plan (db, "30/70");
  /* Entered in another order than they stand in. */
  add_step (db, sample->plan, 2, "Balance", 700000, "ready", TRUE);
  add_step (db, sample->plan, 1, "Deposit", 300000, "confirmed", FALSE);
  sample->other_plan = add_plan (db, "30/40/30");
  add_step (db, sample->other_plan, 1, "Deposit", 300000, "confirmed", FALSE);
  add_step (db, sample->other_plan, 2, "Shipment", 400000, "shipped", TRUE);
  add_step (db, sample->other_plan, 3, "Arrival", 300000, "arrived", FALSE);
}

static void
use (AssayDb *db, gpointer data)
{
  Sample *sample = data;
  g_autoptr (GError) error = NULL;

  assay_milestone_plan_apply (db, sample->order, sample->use, &sample->n_made, &error);
  g_assert_no_error (error);
}

/* "Deposit 300 open 2026-01-08; …", by the order in which they were made. */
static char *
dump (AssayBook *book)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      assay_book_get_reader (book),
      "SELECT name, coalesce (amount, -1), state, coalesce (date (due_on * 86400, 'unixepoch'), "
      "'-') FROM milestone ORDER BY id",
      NULL);
  GString *text = g_string_new (NULL);
  gboolean row;

  while (assay_statement_step (statement, &row, NULL) && row)
    g_string_append_printf (
        text, "%s%s %d %s %s", text->len > 0 ? "; " : "", assay_statement_get_text (statement, 0),
        (int)assay_statement_get_int (statement, 1), assay_statement_get_text (statement, 2),
        assay_statement_get_text (statement, 3));
  return g_string_free_and_steal (text);
}

static void
pay_deposit (AssayDb *db, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_MILESTONE);
  g_auto (AssayValue) name = ASSAY_VALUE_INIT;
  g_autoptr (GPtrArray) found = NULL;

  assay_value_set_text (&name, "Deposit");
  assay_query_add_filter (query, ASSAY_MILESTONE_NAME, ASSAY_FILTER_IS, &name);
  found = assay_query_run_records (query, db, 0, &error);
  g_assert_cmpuint (found->len, ==, 1);
  change_integer (db, ASSAY_TYPE_MILESTONE, assay_record_get_id (g_ptr_array_index (found, 0)),
                  ASSAY_MILESTONE_DONE_ON, sample_day ("2026-01-09"));
}

static void
test_apply (void)
{
  AssayBook *book = sample_book_new ();
  Sample sample = { 0 };
  g_autofree char *first = NULL, *second = NULL, *undone = NULL;
  g_autoptr (GError) error = NULL;

  sample_change (book, fill, &sample);
  sample.use = sample.plan;
  sample_change (book, use, &sample);
  g_assert_cmpuint (sample.n_made, ==, 2);
  first = dump (book);
  g_assert_cmpstr (first, ==, "Deposit 300 open 2026-01-08; Balance 699 waiting -");
  /* What is paid stays, and is not asked for again; the rest is made anew and adds up. */
  sample_change (book, pay_deposit, NULL);
  sample.use = sample.other_plan;
  sample_change (book, use, &sample);
  g_assert_cmpuint (sample.n_made, ==, 2);
  second = dump (book);
  /* 699 divided 4 : 3: 399.43 and 299.57. */
  g_assert_cmpstr (second, ==,
                   "Deposit 300 done 2026-01-08; Shipment 399 waiting -; Arrival 300 open -");
  g_assert_true (assay_book_undo (book, &error));
  undone = dump (book);
  g_assert_cmpstr (undone, ==, "Deposit 300 done 2026-01-08; Balance 699 waiting -");
  sample_book_free (book);
}

static void
set_default (AssayDb *db, gpointer data)
{
  Sample *sample = data;

  change_integer (db, ASSAY_TYPE_SUPPLIER, sample->supplier, ASSAY_SUPPLIER_MILESTONE_PLAN,
                  sample->plan);
}

static void
set_own (AssayDb *db, gpointer data)
{
  Sample *sample = data;

  change_integer (db, ASSAY_TYPE_ORDER, sample->order, ASSAY_ORDER_MILESTONE_PLAN,
                  sample->other_plan);
}

static gint64
find (AssayBook *book, const Sample *sample)
{
  g_autoptr (GError) error = NULL;
  gint64 plan = -1;

  assay_milestone_plan_find (assay_book_get_reader (book), sample->order, &plan, &error);
  g_assert_no_error (error);
  return plan;
}

static void
test_find (void)
{
  AssayBook *book = sample_book_new ();
  Sample sample = { 0 };

  sample_change (book, fill, &sample);
  g_assert_cmpint (find (book, &sample), ==, 0);
  sample_change (book, set_default, &sample);
  g_assert_cmpint (find (book, &sample), ==, sample.plan);
  sample_change (book, set_own, &sample);
  g_assert_cmpint (find (book, &sample), ==, sample.other_plan);
  sample_book_free (book);
}

static const struct
{
  gint64 shares[3];
  gint64 sum;
  gboolean whole;
  const char *says;
} sums[] = {
  { { 300000, 700000, 0 }, 1000000, TRUE, "100" },
  { { 300000, 400000, 300000 }, 1000000, TRUE, "100" },
  { { 0, 0, 0 }, 0, TRUE, "No step" },
  { { 300000, 400000, 0 }, 700000, FALSE, "30" },
  { { 300000, 800000, 0 }, 1100000, FALSE, "more" },
  { { 333333, 333333, 333333 }, 999999, FALSE, "not paid" },
};

static void
test_sum (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *words = NULL;
      gboolean whole;

      for (guint k = 0; k < 3; k++)
        {
          AssayRecord *step = assay_record_new (ASSAY_TYPE_MILESTONE_STEP);

          if (sums[i].shares[k] > 0)
            assay_record_set_integer (step, ASSAY_MILESTONE_STEP_SHARE, sums[i].shares[k]);
          g_ptr_array_add (steps, step);
        }
      g_test_message ("sum %u", (guint)i);
      g_assert_cmpint (assay_milestone_plan_sum (steps), ==, sums[i].sum);
      words = assay_milestone_plan_describe_sum (steps, &whole);
      g_assert_cmpint (whole, ==, sums[i].whole);
      g_assert_nonnull (strstr (words, sums[i].says));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/milestone-plans/apply", test_apply);
  g_test_add_func ("/milestone-plans/find", test_find);
  g_test_add_func ("/milestone-plans/sum", test_sum);
  return g_test_run ();
}
