/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The summary read out of a book: all that was put in comes out, whoever it belongs to. */

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "report/inspection-report.h"
#include "report/report-error.h"
#include "store/attachments.h"
#include "store/book-settings.h"
#include "store/book.h"
#include "store/records.h"
#include "testing.h"

#define N_DEFECTS 7

typedef struct
{
  char *folder;
  char *path;
  AssayBook *book;
  gint64 inspection;
} Fixture;

static gboolean
insert_defects (AssayDb *db, gint64 inspection, AssayRecord *type, GError **error)
{
  static const char *const classes[] = { "minor", "major", "critical" };
  g_autoptr (GBytes) bytes = testing_make_picture (320, 240, "jpeg", FALSE);

  for (guint i = 0; i < N_DEFECTS; i++)
    {
      g_autofree char *description = g_strdup_printf ("DEF%04u", i);
      g_autoptr (AssayRecord) defect = testing_make_defect (classes[i % 3], description, 1 + i);
      g_autoptr (AssayRecord) attachment = NULL;

      assay_record_set_reference (defect, ASSAY_DEFECT_INSPECTION, inspection);
      assay_record_set_reference (defect, ASSAY_DEFECT_DEFECT_TYPE, assay_record_get_id (type));
      if (!assay_records_insert (db, defect, error))
        return FALSE;
      attachment = assay_attachments_add (db, ASSAY_TYPE_DEFECT, assay_record_get_id (defect),
                                          "defect.jpg", bytes, description, error);
      if (attachment == NULL)
        return FALSE;
    }
  return TRUE;
}

static AssayRecord *
insert_order (AssayDb *db, GError **error)
{
  g_autoptr (AssayRecord) supplier = assay_record_new (ASSAY_TYPE_SUPPLIER);
  g_autoptr (AssayRecord) product = assay_record_new (ASSAY_TYPE_PRODUCT);
  g_autoptr (AssayRecord) order = assay_record_new (ASSAY_TYPE_ORDER);
  AssayRecord *line = assay_record_new (ASSAY_TYPE_ORDER_LINE);

  assay_record_set_text (supplier, ASSAY_SUPPLIER_NAME, "Công ty TNHH Sao Mai");
  assay_record_set_text (product, ASSAY_PRODUCT_CODE, "NL-40");
  assay_record_set_text (product, ASSAY_PRODUCT_NAME, "Nomad Liner");
  assay_record_set_text (order, ASSAY_ORDER_NUMBER, "PO-2026-031");
  if (assay_records_insert (db, supplier, error) && assay_records_insert (db, product, error))
    {
      assay_record_set_reference (order, ASSAY_ORDER_SUPPLIER, assay_record_get_id (supplier));
      assay_record_set_reference (line, ASSAY_ORDER_LINE_PRODUCT, assay_record_get_id (product));
      assay_record_set_integer (line, ASSAY_ORDER_LINE_QUANTITY, 1200);
      if (assay_records_insert (db, order, error))
        {
          assay_record_set_reference (line, ASSAY_ORDER_LINE_PURCHASE_ORDER,
                                      assay_record_get_id (order));
          if (assay_records_insert (db, line, error))
            return line;
        }
    }
  g_object_unref (line);
  return NULL;
}

static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (AssayRecord) line = insert_order (db, error);
  g_autoptr (AssayRecord) inspection = assay_record_new (ASSAY_TYPE_INSPECTION);
  g_autoptr (AssayRecord) type = assay_record_new (ASSAY_TYPE_DEFECT_TYPE);
  g_autoptr (AssayRecord) first = NULL;
  g_autoptr (AssayRecord) second = NULL;
  g_autoptr (AssayRecord) logo = NULL;
  g_autoptr (GBytes) picture = testing_make_picture (300, 100, "png", TRUE);
  g_autoptr (GBytes) words = g_bytes_new_static ("%PDF-1.4\nlab report", 19);

  if (line == NULL)
    return FALSE;
  assay_record_set_text (inspection, ASSAY_INSPECTION_NUMBER, "FRI-1");
  assay_record_set_reference (inspection, ASSAY_INSPECTION_ORDER_LINE, assay_record_get_id (line));
  assay_record_set_text (type, ASSAY_DEFECT_TYPE_CODE, "Z01");
  assay_record_set_text (type, ASSAY_DEFECT_TYPE_NAME, "Broken zip puller");
  if (!assay_records_insert (db, inspection, error) || !assay_records_insert (db, type, error))
    return FALSE;
  fixture->inspection = assay_record_get_id (inspection);
  first = assay_attachments_add (db, ASSAY_TYPE_INSPECTION, fixture->inspection, "cartons.png",
                                 picture, "Cartons", error);
  second = assay_attachments_add (db, ASSAY_TYPE_INSPECTION, fixture->inspection, "lab.pdf", words,
                                  "Hydrostatic head", error);
  if (first == NULL || second == NULL
      || !assay_book_settings_set (db, ASSAY_SETTING_BRAND, "Núi Xa Packs", error)
      || !assay_book_settings_set (db, ASSAY_SETTING_PAPER, "letter", error)
      || !assay_book_settings_set (db, ASSAY_SETTING_LOGO,
                                   assay_record_get_text (first, ASSAY_ATTACHMENT_SHA256), error))
    return FALSE;
  return insert_defects (db, fixture->inspection, type, error);
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
  g_object_unref (fixture->book);
  testing_remove (fixture->path);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_whole (Fixture *fixture, gconstpointer unused)
{
  AssayDb *db = assay_book_get_reader (fixture->book);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayReportBrand) brand = assay_report_brand_read (db, &error);
  g_autoptr (AssayInspectionData) data = NULL;
  g_autoptr (AssayDocument) document = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (brand->name, ==, "Núi Xa Packs");
  g_assert_nonnull (brand->logo);
  g_assert_cmpint (brand->paper, ==, ASSAY_PAPER_LETTER);
  data = assay_inspection_data_read (db, fixture->inspection, ASSAY_REPORT_FULL, brand, NULL,
                                     &error);
  g_assert_no_error (error);
  g_assert_cmpuint (data->defects->len, ==, N_DEFECTS);
  g_assert_cmpuint (data->photos->len, ==, 1);
  g_assert_cmpuint (data->files->len, ==, 1);
  for (guint i = 0; i < data->defects->len; i++)
    {
      AssayReportDefect *defect = g_ptr_array_index (data->defects, i);

      g_assert_cmpuint (defect->photos->len, ==, 1);
      g_assert_cmpstr (assay_record_get_text (defect->defect, ASSAY_DEFECT_CLASS), ==,
                       i < 2   ? "critical"
                       : i < 4 ? "major"
                               : "minor");
    }
  document = assay_inspection_report_new (data);
  path = testing_export (document, ASSAY_PAPER_LETTER);
  text = testing_run ("pdftotext", "-raw", path, "-", NULL);
  testing_remove (path);
  if (text == NULL)
    return;
  for (guint i = 0; i < N_DEFECTS; i++)
    {
      g_autofree char *word = g_strdup_printf ("DEF%04u", i);

      /* In its row and under its photo. */
      g_assert_cmpuint (testing_count (text, word), >=, 2);
    }
  g_assert_nonnull (strstr (text, "Z01 Broken zip puller"));
  g_assert_nonnull (strstr (text, "Công ty TNHH Sao Mai"));
  g_assert_nonnull (strstr (text, "NL-40"));
  g_assert_nonnull (strstr (text, "PO-2026-031"));
  g_assert_nonnull (strstr (text, "lab.pdf"));
  g_assert_nonnull (strstr (text, "Cartons"));
}

static void
test_find (Fixture *fixture, gconstpointer unused)
{
  AssayDb *db = assay_book_get_reader (fixture->book);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->inspection);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_true (assay_inspection_data_find (db, "FRI-1", &id, &error));
  g_assert_cmpint (id, ==, fixture->inspection);
  g_assert_true (assay_inspection_data_find (db, key, &id, &error));
  g_assert_cmpint (id, ==, fixture->inspection);
  g_assert_false (assay_inspection_data_find (db, "FRI-2", &id, &error));
  g_assert_error (error, ASSAY_REPORT_ERROR, ASSAY_REPORT_ERROR_NOT_FOUND);
}

static gboolean
insert_twin (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (AssayRecord) inspection = assay_record_new (ASSAY_TYPE_INSPECTION);

  assay_record_set_text (inspection, ASSAY_INSPECTION_NUMBER, "FRI-1");
  return assay_records_insert (db, inspection, error);
}

static void
test_ambiguous (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  assay_book_change (fixture->book, "Twin", insert_twin, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (
      assay_inspection_data_find (assay_book_get_reader (fixture->book), "FRI-1", &id, &error));
  g_assert_error (error, ASSAY_REPORT_ERROR, ASSAY_REPORT_ERROR_AMBIGUOUS);
}

static void
test_missing (Fixture *fixture, gconstpointer unused)
{
  AssayDb *db = assay_book_get_reader (fixture->book);
  g_autoptr (AssayReportBrand) brand = assay_report_brand_new (NULL, NULL, ASSAY_UNITS_METRIC);
  g_autoptr (GError) error = NULL;

  g_assert_null (assay_inspection_data_read (db, 12345, ASSAY_REPORT_FULL, brand, NULL, &error));
  g_assert_error (error, ASSAY_REPORT_ERROR, ASSAY_REPORT_ERROR_NOT_FOUND);
}

/* Another program took the order line away: the report has what is left. */
static void
test_dangling (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (AssayReportBrand) brand = assay_report_brand_new (NULL, NULL, ASSAY_UNITS_METRIC);
  g_autoptr (AssayInspectionData) data = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayDb) other = assay_db_open (fixture->path, ASSAY_DB_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (assay_db_exec (other,
                                "PRAGMA foreign_keys = OFF;"
                                "UPDATE inspection SET order_line = 987654321",
                                &error));
  g_assert_no_error (error);
  data = assay_inspection_data_read (assay_book_get_reader (fixture->book), fixture->inspection,
                                     ASSAY_REPORT_FULL, brand, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (data->order_line);
  g_assert_nonnull (data->supplier);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(NAME, FUNC) g_test_add ("/report/reader/" NAME, Fixture, NULL, set_up, FUNC, tear_down)
  ADD ("whole", test_whole);
  ADD ("find", test_find);
  ADD ("ambiguous", test_ambiguous);
  ADD ("missing", test_missing);
  ADD ("dangling", test_dangling);
#undef ADD
  return g_test_run ();
}
