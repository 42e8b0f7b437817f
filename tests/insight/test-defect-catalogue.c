/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Defect types found by code, by words of any language, by habit and level by level. */

#include "insight/defect-catalogue.h"
#include "sample-book.h"
#include "store/query.h"

static const struct
{
  const char *code, *name, *other, *category, *subcategory;
} types[] = {
  { "ST-01", "Skipped stitches", "ตะเข็บข้ามไป", "Stitching", "Seams" },
  { "ST-02", "Broken stitching", "Đường may đứt", "Stitching", "Seams" },
  { "ST-03", "Loose thread", "线头", "Stitching", "Thread" },
  { "ST-04", "Missing bartack", NULL, "Stitching", NULL },
  { "HW-01", "Buckle broken", NULL, "Hardware", NULL },
  { "HW-02", "Rust", NULL, "Hardware", NULL },
  { "X-1", "Bad smell", NULL, NULL, NULL },
};

static AssayDefectCatalogue *
make (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  AssayDefectCatalogue *catalogue = assay_defect_catalogue_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      AssayRecord *record = assay_record_new (ASSAY_TYPE_DEFECT_TYPE);

      assay_record_set_id (record, (gint64)i + 1);
      assay_record_set_text (record, ASSAY_DEFECT_TYPE_CODE, types[i].code);
      assay_record_set_text (record, ASSAY_DEFECT_TYPE_NAME, types[i].name);
      assay_record_set_text (record, ASSAY_DEFECT_TYPE_OTHER_NAME, types[i].other);
      assay_record_set_text (record, ASSAY_DEFECT_TYPE_CATEGORY, types[i].category);
      assay_record_set_text (record, ASSAY_DEFECT_TYPE_SUBCATEGORY, types[i].subcategory);
      g_ptr_array_add (records, record);
    }
  assay_defect_catalogue_set_types (catalogue, records);
  return catalogue;
}

static char *
join_codes (GPtrArray *found)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (
        codes, "%s%s", i > 0 ? " " : "",
        assay_record_get_text (g_ptr_array_index (found, i), ASSAY_DEFECT_TYPE_CODE));
  return g_string_free_and_steal (codes);
}

static void
test_search (void)
{
  static const struct
  {
    const char *typed, *codes;
  } rows[] = {
    { "st-02", "ST-02" },                 /* the code */
    { "st-", "ST-02 ST-03 ST-04 ST-01" }, /* codes that begin so, by name */
    { "brok", "ST-02 HW-01" },            /* the name that begins so first */
    { "broken buck", "HW-01" },           /* words in any order */
    { "duong dut", "ST-02" },             /* without the marks of Vietnamese */
    { "ĐƯỜNG", "ST-02" },
    { "ข้าม", "ST-01" },
    { "头", "ST-03" },
    { "hardware", "HW-01 HW-02" }, /* the category */
    { "seams ski", "ST-01" },      /* subcategory and name */
    { "titch", "ST-02 ST-03 ST-04 ST-01" },
    { "bartak", "" },
    { "  ", "" },
    { "%", "" },
  };
  g_autoptr (AssayDefectCatalogue) catalogue = make ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) found = assay_defect_catalogue_search (catalogue, rows[i].typed, 20);
      g_autofree char *codes = join_codes (found);

      g_test_message ("%s", rows[i].typed);
      g_assert_cmpstr (codes, ==, rows[i].codes);
    }
}

static char *
join_level (AssayDefectCatalogue *catalogue, const char *category, const char *subcategory)
{
  g_autoptr (GPtrArray) entries = assay_defect_catalogue_level (catalogue, category, subcategory);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const AssayDefectLevelEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (words, i > 0 ? ", %s" : "%s", entry->name);
      if (entry->type == NULL)
        g_string_append_printf (words, " (%u)", entry->n_types);
    }
  return g_string_free_and_steal (words);
}

static void
test_levels (void)
{
  static const struct
  {
    const char *category, *subcategory, *words;
  } rows[] = {
    { NULL, NULL, "Hardware (2), Stitching (4),  (1)" },
    { "Stitching", NULL, "Seams (2), Thread (1), Missing bartack" },
    { "Stitching", "Seams", "Broken stitching, Skipped stitches" },
    { "Hardware", NULL, "Buckle broken, Rust" },
    { "", NULL, "Bad smell" },
    { "Zips", NULL, "" },
  };
  g_autoptr (AssayDefectCatalogue) catalogue = make ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = join_level (catalogue, rows[i].category, rows[i].subcategory);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

typedef struct
{
  gint64 types[2], supplier, products[2];
} Filled;

static gint64
add_type (AssayDb *db, const char *code)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_DEFECT_TYPE);
  g_autoptr (GError) error = NULL;

  assay_record_set_text (record, ASSAY_DEFECT_TYPE_CODE, code);
  assay_record_set_text (record, ASSAY_DEFECT_TYPE_NAME, code);
  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  return assay_record_get_id (record);
}

static void
find (AssayDb *db, gint64 inspection, gint64 type)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_DEFECT);
  g_autoptr (GError) error = NULL;

  assay_record_set_reference (record, ASSAY_DEFECT_INSPECTION, inspection);
  assay_record_set_reference (record, ASSAY_DEFECT_DEFECT_TYPE, type);
  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
}

/* Two kinds of fault found twice with another product, one of them once with this one. */
static void
fill (AssayDb *db, gpointer data)
{
  Filled *filled = data;
  gint64 inspection;

  filled->types[0] = add_type (db, "A");
  filled->types[1] = add_type (db, "B");
  filled->supplier = sample_supplier (db, "Alpha", "VN");
  for (int i = 0; i < 2; i++)
    filled->products[i] = sample_product (db, i == 0 ? "P" : "Q", "Pack");
  for (int i = 0; i < 2; i++)
    {
      inspection = sample_inspection (db, filled->supplier, filled->products[0], "2026-01-01", 50,
                                      1, "pass");
      find (db, inspection, filled->types[0]);
    }
  inspection
      = sample_inspection (db, filled->supplier, filled->products[1], "2026-01-02", 50, 1, "pass");
  find (db, inspection, filled->types[1]);
}

static char *
often (AssayBook *book, gint64 supplier, gint64 product)
{
  g_autoptr (AssayDefectCatalogue) catalogue = assay_defect_catalogue_new ();
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_DEFECT_TYPE);
  AssayDb *db = assay_book_get_reader (book);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = assay_query_run_records (query, db, 0, &error), found = NULL;
  g_autoptr (GArray) usage = assay_defect_usage_read (db, supplier, product, &error);

  g_assert_no_error (error);
  assay_defect_catalogue_set_types (catalogue, records);
  assay_defect_catalogue_set_usage (catalogue, usage);
  found = assay_defect_catalogue_often (catalogue, 5);
  return join_codes (found);
}

static void
test_often (void)
{
  Filled filled = { 0 };
  AssayBook *book = sample_book_new ();
  g_autofree char *all = NULL, *second = NULL, *none = NULL;

  sample_change (book, fill, &filled);
  all = often (book, filled.supplier, 0);
  second = often (book, filled.supplier, filled.products[1]);
  none = often (book, 0, 0);
  g_assert_cmpstr (all, ==, "A B");
  g_assert_cmpstr (second, ==, "B A");
  g_assert_cmpstr (none, ==, "");
  sample_book_free (book);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/defect-catalogue/search", test_search);
  g_test_add_func ("/defect-catalogue/levels", test_levels);
  g_test_add_func ("/defect-catalogue/often", test_often);
  return g_test_run ();
}
