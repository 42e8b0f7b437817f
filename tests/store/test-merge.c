/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two suppliers become one: what belongs to the one that goes is the other's, nothing is lost, all
 * of it is undone in one step; what cannot be merged is refused with a sentence. */

#include "store/merge.h"

#include <string.h>

#include "store/attachments.h"
#include "store/records.h"
#include "store/supplier-alike.h"
#include "support/temp-book.h"

typedef struct
{
  AssayMerge merges[4];
  guint n;
  AssayMerged merged;
} Wish;

static gboolean
merge_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Wish *wish = data;

  return assay_merge_suppliers (db, wish->merges, wish->n, &wish->merged, error);
}

static gint64
count (TempBook *temp, const char *sql)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (assay_book_get_reader (temp->book), sql, NULL);
  gboolean row;

  g_assert_nonnull (statement);
  g_assert_true (assay_statement_step (statement, &row, NULL) && row);
  return assay_statement_get_int (statement, 0);
}

static void
set_text (TempBook *temp, AssayType type, gint64 id, guint field, const char *text)
{
  g_autoptr (AssayRecord) record = temp_book_get (temp, type, id);

  assay_record_set_text (record, field, text);
  temp_book_save (temp, "Change", record);
}

static gint64
add_owned (
    TempBook *temp, AssayType type, guint owner, gint64 supplier, guint name, const char *text)
{
  g_autoptr (AssayRecord) record = assay_record_new (type);

  assay_record_set_reference (record, owner, supplier);
  assay_record_set_text (record, name, text);
  temp_book_save (temp, "Add", record);
  return assay_record_get_id (record);
}

static gboolean
attach_func (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("licence", 7);
  g_autoptr (AssayRecord) file = assay_attachments_add (db, ASSAY_TYPE_SUPPLIER, *(gint64 *)data,
                                                        "licence.txt", bytes, NULL, error);

  return file != NULL;
}

static void
test_moves (TempBook *temp, gconstpointer data)
{
  gint64 into = temp_book_add_supplier (temp, "Sao Mai Bags", "VN");
  gint64 from = temp_book_add_supplier (temp, "Sao Mai Bags Co., Ltd", "VN");
  gint64 product = temp_book_add_product (temp, "ROVER", "Rover 30");
  gint64 order = temp_book_add_order (temp, "PO-1", from, "2026-03-01");
  gint64 line = temp_book_add_line (temp, order, product, 100);
  gint64 contact, site, capability;
  g_autoptr (AssayRecord) supplier = NULL, moved = NULL, changed = NULL;
  g_autoptr (GError) error = NULL;
  Wish wish = { .merges = { { from, into, NULL, TRUE } }, .n = 1 };

  set_text (temp, ASSAY_TYPE_SUPPLIER, from, ASSAY_SUPPLIER_CODE, "SM2");
  set_text (temp, ASSAY_TYPE_SUPPLIER, from, ASSAY_SUPPLIER_PHONE, "+84 225 1");
  set_text (temp, ASSAY_TYPE_SUPPLIER, from, ASSAY_SUPPLIER_TAX_NUMBER, "0201");
  set_text (temp, ASSAY_TYPE_SUPPLIER, from, ASSAY_SUPPLIER_NOTE, "Slow in spring");
  set_text (temp, ASSAY_TYPE_SUPPLIER, into, ASSAY_SUPPLIER_PHONE, "+84 225 2");
  set_text (temp, ASSAY_TYPE_SUPPLIER, into, ASSAY_SUPPLIER_NOTE, "Met in May");
  contact = add_owned (temp, ASSAY_TYPE_CONTACT, ASSAY_CONTACT_SUPPLIER, into, ASSAY_CONTACT_NAME,
                       "Lê Thu Hà");
  set_text (temp, ASSAY_TYPE_CONTACT,
            add_owned (temp, ASSAY_TYPE_CONTACT, ASSAY_CONTACT_SUPPLIER, from, ASSAY_CONTACT_NAME,
                       "Lê Thu Hà"),
            ASSAY_CONTACT_MAIL, "ha@saomai.vn");
  site = add_owned (temp, ASSAY_TYPE_SITE, ASSAY_SITE_SUPPLIER, from, ASSAY_SITE_NAME, "Plant 2");
  capability = add_owned (temp, ASSAY_TYPE_CAPABILITY, ASSAY_CAPABILITY_SUPPLIER, from,
                          ASSAY_CAPABILITY_PROCESS, "cutting");
  {
    g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_CAPABILITY, capability);

    assay_record_set_reference (record, ASSAY_CAPABILITY_SITE, site);
    temp_book_save (temp, "Change", record);
  }
  g_assert_true (assay_book_change (temp->book, "Attach", attach_func, &from, NULL, NULL, &error));
  g_assert_no_error (error);

  assay_book_change (temp->book, "Merge", merge_func, &wish, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (temp, "SELECT count (*) FROM supplier"), ==, 1);
  supplier = temp_book_get (temp, ASSAY_TYPE_SUPPLIER, into);
  g_assert_cmpstr (assay_record_get_text (supplier, ASSAY_SUPPLIER_TAX_NUMBER), ==, "0201");
  g_assert_cmpstr (assay_record_get_text (supplier, ASSAY_SUPPLIER_CODE), ==, "SM2");
  g_assert_cmpstr (assay_record_get_text (supplier, ASSAY_SUPPLIER_PHONE), ==, "+84 225 2");
  g_assert_cmpstr (
      assay_record_get_text (supplier, ASSAY_SUPPLIER_NOTE), ==,
      "Met in May\n“Sao Mai Bags Co., Ltd” had:\nTelephone: +84 225 1\nSlow in spring");
  /* What the store keeps by itself follows. */
  moved = temp_book_get (temp, ASSAY_TYPE_ORDER_LINE, line);
  g_assert_cmpint (assay_record_get_reference (moved, ASSAY_ORDER_LINE_SUPPLIER), ==, into);
  /* The contact of both is one now, and knows more. */
  g_assert_cmpint (count (temp, "SELECT count (*) FROM contact"), ==, 1);
  changed = temp_book_get (temp, ASSAY_TYPE_CONTACT, contact);
  g_assert_cmpstr (assay_record_get_text (changed, ASSAY_CONTACT_MAIL), ==, "ha@saomai.vn");
  g_assert_cmpint (count (temp, "SELECT count (*) FROM capability AS c JOIN site AS s ON s.id = "
                                "c.site WHERE c.supplier = s.supplier"),
                   ==, 1);
  g_assert_cmpint (count (temp,
                          "SELECT count (*) FROM attachment AS a JOIN supplier AS s ON s.id = "
                          "a.owner WHERE a.owner_type = 'supplier'"),
                   ==, 1);
  g_assert_cmpint (count (temp, "SELECT count (*) FROM supplier_name WHERE name = 'Sao Mai Bags "
                                "Co., Ltd'"),
                   ==, 1);
  g_assert_cmpint (count (temp, "SELECT count (*) FROM supplier_name"), ==, 1);
  g_assert_cmpuint (wish.merged.moved[ASSAY_TYPE_ORDER], ==, 1);
  g_assert_cmpuint (wish.merged.folded, ==, 1);

  g_assert_true (assay_book_undo (temp->book, &error));
  g_assert_cmpint (count (temp, "SELECT count (*) FROM supplier"), ==, 2);
  g_assert_cmpint (count (temp, "SELECT count (*) FROM contact"), ==, 2);
  g_assert_cmpint (count (temp, "SELECT count (*) FROM supplier_name"), ==, 0);
  g_clear_object (&moved);
  moved = temp_book_get (temp, ASSAY_TYPE_ORDER_LINE, line);
  g_assert_cmpint (assay_record_get_reference (moved, ASSAY_ORDER_LINE_SUPPLIER), ==, from);
  g_assert_true (assay_book_redo (temp->book, &error));
  g_assert_cmpint (count (temp, "SELECT count (*) FROM supplier"), ==, 1);
}

/* Side by side: name and code of the one that goes are taken; the other's are kept as names. */
static void
test_takes (TempBook *temp, gconstpointer data)
{
  gint64 into = temp_book_add_supplier (temp, "Alpha", "VN");
  gint64 from = temp_book_add_supplier (temp, "Alpha Bags", "CN");
  gboolean take[ASSAY_SUPPLIER_N_FIELDS] = { FALSE };
  g_autoptr (AssayRecord) supplier = NULL;
  g_autoptr (GError) error = NULL;
  Wish wish = { .merges = { { from, into, take } }, .n = 1 };

  set_text (temp, ASSAY_TYPE_SUPPLIER, into, ASSAY_SUPPLIER_CODE, "A1");
  set_text (temp, ASSAY_TYPE_SUPPLIER, from, ASSAY_SUPPLIER_CODE, "A2");
  take[ASSAY_SUPPLIER_NAME] = take[ASSAY_SUPPLIER_CODE] = TRUE;
  assay_book_change (temp->book, "Merge", merge_func, &wish, NULL, NULL, &error);
  g_assert_no_error (error);
  supplier = temp_book_get (temp, ASSAY_TYPE_SUPPLIER, into);
  g_assert_cmpstr (assay_record_get_text (supplier, ASSAY_SUPPLIER_NAME), ==, "Alpha Bags");
  g_assert_cmpstr (assay_record_get_text (supplier, ASSAY_SUPPLIER_CODE), ==, "A2");
  g_assert_cmpstr (assay_record_get_text (supplier, ASSAY_SUPPLIER_COUNTRY), ==, "VN");
  g_assert_false (assay_record_is_known (supplier, ASSAY_SUPPLIER_NOTE));
  g_assert_cmpint (count (temp, "SELECT count (*) FROM supplier_name WHERE name IN ('Alpha', "
                                "'A1')"),
                   ==, 2);
  g_assert_cmpint (count (temp, "SELECT count (*) FROM supplier_name"), ==, 2);
}

static void
test_chain (TempBook *temp, gconstpointer data)
{
  gint64 a = temp_book_add_supplier (temp, "A", "VN");
  gint64 b = temp_book_add_supplier (temp, "B", "VN");
  gint64 c = temp_book_add_supplier (temp, "C", "VN");
  g_autoptr (GError) error = NULL;
  /* B is gone when A is asked for. */
  Wish wish = { .merges = { { b, c, NULL }, { a, b, NULL } }, .n = 2 };

  assay_book_change (temp->book, "Merge", merge_func, &wish, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (temp, "SELECT count (*) FROM supplier WHERE name = 'C'"), ==, 1);
  g_assert_cmpint (count (temp, "SELECT count (*) FROM supplier"), ==, 1);
  g_assert_cmpint (count (temp, "SELECT count (*) FROM supplier_name WHERE name IN ('A', 'B')"), ==,
                   2);
}

static void
test_refuses (TempBook *temp, gconstpointer data)
{
  gint64 a = temp_book_add_supplier (temp, "A", "VN");
  gint64 b = temp_book_add_supplier (temp, "B", "VN");
  gint64 c = temp_book_add_supplier (temp, "C", "VN");
  const struct
  {
    Wish wish;
    const char *sentence;
  } cases[] = {
    { { .merges = { { a, a, NULL } }, .n = 1 },
      "“A” cannot be merged into itself. Nothing was merged." },
    { { .merges = { { a, b, NULL }, { b, a, NULL } }, .n = 2 },
      "These would be merged in a circle, and none would be left: “A” → “B” → “A”. Nothing was "
      "merged." },
    { { .merges = { { a, b, NULL }, { b, c, NULL }, { c, a, NULL } }, .n = 3 },
      "These would be merged in a circle, and none would be left: “A” → “B” → “C” → “A”. Nothing "
      "was merged." },
    { { .merges = { { a, b, NULL }, { a, c, NULL } }, .n = 2 },
      "“A” cannot be merged into both “B” and “C”. Nothing was merged." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Wish wish = cases[i].wish;
      g_autoptr (GError) error = NULL;

      g_assert_false (
          assay_book_change (temp->book, "Merge", merge_func, &wish, NULL, NULL, &error));
      g_assert_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_CONSTRAINT);
      g_assert_cmpint (count (temp, "SELECT count (*) FROM supplier"), ==, 3);
      if (strstr (error->message, cases[i].sentence) == NULL)
        g_assert_cmpstr (error->message, ==, cases[i].sentence);
    }
  {
    Wish wish = { .merges = { { 42, a, NULL } }, .n = 1 };
    g_autoptr (GError) error = NULL;

    g_assert_false (assay_book_change (temp->book, "Merge", merge_func, &wish, NULL, NULL, &error));
    g_assert_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE);
  }
}

static gboolean
apart_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  return assay_apart_add (db, 7, 3, error) && assay_apart_add (db, 3, 7, error)
         && assay_apart_add (db, 3, 9, error);
}

static void
test_apart (TempBook *temp, gconstpointer data)
{
  g_autoptr (AssayApart) before = assay_apart_read (assay_book_get_reader (temp->book), NULL);
  g_autoptr (AssayApart) after = NULL;

  g_assert_false (assay_apart_contains (before, 3, 7));
  g_assert_true (assay_book_change (temp->book, "Apart", apart_func, NULL, NULL, NULL, NULL));
  after = assay_apart_read (assay_book_get_reader (temp->book), NULL);
  g_assert_true (assay_apart_contains (after, 3, 7));
  g_assert_true (assay_apart_contains (after, 9, 3));
  g_assert_false (assay_apart_contains (after, 7, 9));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/merge/moves", TempBook, NULL, temp_book_set_up, test_moves, temp_book_tear_down);
  g_test_add ("/merge/takes", TempBook, NULL, temp_book_set_up, test_takes, temp_book_tear_down);
  g_test_add ("/merge/chain", TempBook, NULL, temp_book_set_up, test_chain, temp_book_tear_down);
  g_test_add ("/merge/refuses", TempBook, NULL, temp_book_set_up, test_refuses,
              temp_book_tear_down);
  g_test_add ("/merge/apart", TempBook, NULL, temp_book_set_up, test_apart, temp_book_tear_down);
  return g_test_run ();
}
