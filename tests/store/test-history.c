/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/history.h"
#include "support/temp-book.h"

static const AssayHistoryField *
field_of (const AssayHistoryEntry *entry, guint field)
{
  for (guint i = 0; i < entry->fields->len; i++)
    if (g_array_index (entry->fields, AssayHistoryField, i).field == field)
      return &g_array_index (entry->fields, AssayHistoryField, i);
  return NULL;
}

static void
test_history (TempBook *temp, gconstpointer data)
{
  gint64 alpha = temp_book_add_supplier (temp, "Alpha", "VN");
  gint64 beta = temp_book_add_supplier (temp, "Beta", "VN");
  gint64 order = temp_book_add_order (temp, "PO-1", alpha, "2026-01-05");
  g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_ORDER, order);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const AssayHistoryEntry *entry;
  const AssayHistoryField *field;

  assay_record_set_reference (record, ASSAY_ORDER_SUPPLIER, beta);
  temp_book_save (temp, "Change supplier", record);
  temp_book_add_line (temp, order, temp_book_add_product (temp, "T", "Trail"), 5);
  entries = assay_history_read (assay_book_get_reader (temp->book), ASSAY_TYPE_ORDER, order, 100,
                                &error);
  g_assert_no_error (error);
  /* Newest first: the order's sums with the line, the line, the change, the beginning. */
  g_assert_cmpuint (entries->len, ==, 4);
  entry = g_ptr_array_index (entries, 2);
  g_assert_cmpstr (entry->label, ==, "Change supplier");
  g_assert_cmpint (entry->kind, ==, ASSAY_CHANGED_UPDATED);
  field = field_of (entry, ASSAY_ORDER_SUPPLIER);
  g_assert_nonnull (field);
  g_assert_cmpint (field->old_value.integer, ==, alpha);
  g_assert_cmpstr (field->old_title, ==, "Alpha");
  g_assert_cmpstr (field->new_title, ==, "Beta");
  g_assert_cmpuint (entry->fields->len, ==, 1);
  entry = g_ptr_array_index (entries, 3);
  g_assert_cmpint (entry->kind, ==, ASSAY_CHANGED_INSERTED);
  g_assert_cmpstr (field_of (entry, ASSAY_ORDER_NUMBER)->new_value.text, ==, "PO-1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/history/order", TempBook, NULL, temp_book_set_up, test_history,
              temp_book_tear_down);
  return g_test_run ();
}
