/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The specification sheet of a product: everything that is recorded stands on it, weights that
 * cannot be are said, and an empty product still makes a page. */

#include <glib/gstdio.h>
#include <string.h>

#include "report/record-report.h"
#include "store/book.h"
#include "store/records.h"
#include "testing.h"

#define TODAY 20600 /* 2026-05-27 */

typedef struct
{
  char *folder;
  char *path;
  AssayBook *book;
  gint64 full, empty;
} Fixture;

static gint64
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  id = assay_record_get_id (record);
  g_object_unref (record);
  return id;
}

static gint64
insert_product (AssayDb *db, const char *code, const char *name)
{
  AssayRecord *product = assay_record_new (ASSAY_TYPE_PRODUCT);

  assay_record_set_text (product, ASSAY_PRODUCT_CODE, code);
  assay_record_set_text (product, ASSAY_PRODUCT_NAME, name);
  if (strcmp (code, "FULL") == 0)
    {
      assay_record_set_integer (product, ASSAY_PRODUCT_MASS, 1000);
      assay_record_set_integer (product, ASSAY_PRODUCT_WARRANTY, 60);
    }
  return insert (db, product);
}

static void
insert_component (AssayDb *db, gint64 product, gint64 position, const char *name, gint64 grams)
{
  AssayRecord *component = assay_record_new (ASSAY_TYPE_COMPONENT);

  assay_record_set_reference (component, ASSAY_COMPONENT_PRODUCT, product);
  assay_record_set_integer (component, ASSAY_COMPONENT_POSITION, position);
  assay_record_set_text (component, ASSAY_COMPONENT_NAME, name);
  assay_record_set_text (component, ASSAY_COMPONENT_KIND, "zip");
  assay_record_set_text (component, ASSAY_COMPONENT_BRAND, "Kitabashi");
  assay_record_set_text (component, ASSAY_COMPONENT_PART_NUMBER, "KB-8");
  assay_record_set_integer (component, ASSAY_COMPONENT_MASS, grams * 100);
  insert (db, component);
}

static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Fixture *fixture = data;
  AssayRecord *record = assay_record_new (ASSAY_TYPE_VARIANT);

  fixture->full = insert_product (db, "FULL", "Full pack");
  fixture->empty = insert_product (db, "EMPTY", "Empty pack");
  assay_record_set_reference (record, ASSAY_VARIANT_PRODUCT, fixture->full);
  assay_record_set_text (record, ASSAY_VARIANT_CODE, "FULL-RED");
  insert (db, record);
  /* In the other order than they are made in. */
  insert_component (db, fixture->full, 2, "Second part", 700);
  insert_component (db, fixture->full, 1, "First part", 500);
  record = assay_record_new (ASSAY_TYPE_REQUIREMENT);
  assay_record_set_reference (record, ASSAY_REQUIREMENT_PRODUCT, fixture->full);
  assay_record_set_text (record, ASSAY_REQUIREMENT_PROPERTY, "Tear strength");
  assay_record_set_text (record, ASSAY_REQUIREMENT_METHOD, "ISO 13937-1");
  assay_record_set_text (record, ASSAY_REQUIREMENT_UNIT, "N");
  assay_record_set_integer (record, ASSAY_REQUIREMENT_LOWER, 25000);
  insert (db, record);
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("assay-report-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "test.assay", NULL);
  fixture->book = assay_book_open (fixture->path, ASSAY_BOOK_CREATE, &error);
  g_assert_no_error (error);
  assay_book_change (fixture->book, "Fill", fill, fixture, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  assay_book_close (fixture->book, NULL);
  g_assert_finalize_object (fixture->book);
  testing_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* The text of a file with the sheets of these products; NULL without Poppler. */
static char *
print (Fixture *fixture, const gint64 *ids, gsize n)
{
  AssayDb *db = assay_book_get_reader (fixture->book);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayReportBrand) brand = assay_report_brand_read (db, &error);
  g_autoptr (AssayRecordJob) job = assay_record_job_new ("specification", ids, n, TODAY);
  g_autofree char *path = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char *text;

  g_assert_no_error (error);
  brand->paper = ASSAY_PAPER_A4;
  assay_record_job_write (job, db, brand, NULL, file, NULL, &error);
  g_assert_no_error (error);
  text = testing_run ("pdftotext", "-raw", path, "-", NULL);
  g_remove (path);
  return text;
}

static void
assert_in_order (const char *text, const char *first, const char *second)
{
  const char *found = strstr (text, first);

  g_assert_nonnull (found);
  g_assert_nonnull (strstr (found, second));
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = print (fixture, &fixture->full, 1);

  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "Full pack"));
  g_assert_nonnull (strstr (text, "60 months"));
  g_assert_nonnull (strstr (text, "FULL-RED"));
  g_assert_nonnull (strstr (text, "KB-8"));
  assert_in_order (text, "First part", "Second part");
  g_assert_nonnull (strstr (text, "≥ 25 N"));
  /* 500 + 700 = 1200 of 1000 grams */
  g_assert_nonnull (strstr (text, "200 g more"));
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  const gint64 ids[] = { fixture->full, fixture->empty };
  g_autofree char *text = print (fixture, ids, G_N_ELEMENTS (ids));

  if (text == NULL)
    return;
  assert_in_order (text, "Full pack", "Empty pack");
  g_assert_nonnull (strstr (text, "No components are recorded."));
  g_assert_nonnull (strstr (text, "No requirements are recorded."));
  g_assert_nonnull (strstr (text, "No. 2 of 2"));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  AssayDb *db = assay_book_get_reader (fixture->book);
  const gint64 gone = 1;
  g_autoptr (AssayRecordJob) one = assay_record_job_new ("specification", &fixture->full, 1, TODAY);
  g_autoptr (AssayRecordJob) none = assay_record_job_new ("specification", &gone, 1, TODAY);
  g_autoptr (AssayReportBrand) brand = assay_report_brand_read (db, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = assay_record_job_dup_file_name (one, db);

  g_assert_true (g_str_has_prefix (name, "Specification sheet "));
  g_assert_true (g_str_has_suffix (name, ".pdf"));
  g_assert_null (assay_record_report_find ("poem"));
  /* A product that was deleted meanwhile is said, not drawn. */
  g_assert_null (assay_record_job_make (none, db, 0, brand, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/specification/full", Fixture, NULL, set_up, test_full, tear_down);
  g_test_add ("/specification/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add ("/specification/names", Fixture, NULL, set_up, test_names, tear_down);
  return g_test_run ();
}
