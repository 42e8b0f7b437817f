/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/search.h"
#include "support/temp-book.h"

static void
assert_finds (TempBook *temp, const char *words, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits
      = assay_search_run (assay_book_get_reader (temp->book), words, 10, &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    found = found || ((AssaySearchHit *)g_ptr_array_index (hits, i))->id == id;
  g_test_message ("%s", words);
  g_assert_true (found);
}

static void
assert_finds_nothing (TempBook *temp, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits
      = assay_search_run (assay_book_get_reader (temp->book), words, 10, &error);

  g_test_message ("%s", words);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 0);
}

static void
test_words (TempBook *temp, gconstpointer data)
{
  gint64 vietnam = temp_book_add_supplier (temp, "Công ty Đại Thành Túi Xách", "VN");
  gint64 turkey = temp_book_add_supplier (temp, "Işık Çanta Sanayi", "TR");
  gint64 china = temp_book_add_supplier (temp, "东莞市远行背包有限公司", "CN");
  gint64 japan = temp_book_add_supplier (temp, "株式会社サクラバッグ", "JP");

  assert_finds (temp, "dai thanh", vietnam);
  assert_finds (temp, "ĐẠI", vietnam);
  assert_finds (temp, "tui", vietnam);
  assert_finds (temp, "thanh cong", vietnam);
  assert_finds (temp, "isik", turkey);
  assert_finds (temp, "IŞIK", turkey);
  assert_finds (temp, "çan", turkey);
  assert_finds (temp, "背包", china);
  assert_finds (temp, "远行背包", china);
  assert_finds (temp, "包", china);
  assert_finds (temp, "サクラ", japan);
  assert_finds_nothing (temp, "包背");
  assert_finds_nothing (temp, "hanh");
  assert_finds_nothing (temp, "");
  assert_finds_nothing (temp, "  \" * ");
}

/* What is typed is never an operator of the index's language. */
static void
test_hostile (TempBook *temp, gconstpointer data)
{
  gint64 id = temp_book_add_supplier (temp, "A AND \"B\" OR (C*", "VN");

  assert_finds (temp, "and", id);
  assert_finds (temp, "\"B\"", id);
  assert_finds (temp, "(C*", id);
  assert_finds_nothing (temp, "NOT title:x");
  assert_finds_nothing (temp, "body:zzz NEAR(");
}

static void
test_follows_changes (TempBook *temp, gconstpointer data)
{
  gint64 id = temp_book_add_supplier (temp, "Sao Mai", "VN");
  g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_SUPPLIER, id);

  assay_record_set_text (record, ASSAY_SUPPLIER_NAME, "Morning Star");
  temp_book_save (temp, "Rename", record);
  assert_finds (temp, "morning", id);
  assert_finds_nothing (temp, "sao");
  assay_book_undo (temp->book, NULL);
  assert_finds (temp, "sao", id);
  assert_finds_nothing (temp, "morning");
  temp_book_delete (temp, ASSAY_TYPE_SUPPLIER, id, NULL);
  assert_finds_nothing (temp, "sao");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/search/words", TempBook, NULL, temp_book_set_up, test_words, temp_book_tear_down);
  g_test_add ("/search/hostile", TempBook, NULL, temp_book_set_up, test_hostile,
              temp_book_tear_down);
  g_test_add ("/search/follows-changes", TempBook, NULL, temp_book_set_up, test_follows_changes,
              temp_book_tear_down);
  return g_test_run ();
}
