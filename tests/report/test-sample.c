/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The report of a sample, and a label whose QR code another library reads back. */

#include "assay-config.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <zbar.h>

#include "report/qr-code.h"
#include "report/sample-label.h"
#include "report/sample-report.h"
#include "store/book.h"
#include "store/records.h"
#include "testing.h"

#define SIDE 300

/* What a reader sees on paper; NULL when it sees nothing. */
static char *
read_back (const AssayQrCode *code)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  g_autofree guint8 *grey = g_malloc (SIDE * SIDE);
  zbar_image_scanner_t *scanner = zbar_image_scanner_create ();
  zbar_image_t *image = zbar_image_create ();
  const zbar_symbol_t *symbol;
  char *text = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  assay_qr_code_draw (code, cr, 0, 0, SIDE);
  cairo_surface_flush (surface);
  for (guint y = 0; y < SIDE; y++)
    for (guint x = 0; x < SIDE; x++)
      grey[y * SIDE + x] = cairo_image_surface_get_data (
          surface)[y * (guint)cairo_image_surface_get_stride (surface) + x * 4];
  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, SIDE, SIDE);
  zbar_image_set_data (image, grey, SIDE * SIDE, NULL);
  zbar_scan_image (scanner, image);
  symbol = zbar_image_first_symbol (image);
  if (symbol != NULL)
    text = g_strdup (zbar_symbol_get_data (symbol));
  zbar_image_destroy (image);
  zbar_image_scanner_destroy (scanner);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return text;
}

static void
test_code (void)
{
  static const char *const texts[] = { "S-26-003", "1", "Sample 00017 / Trail 25",
                                       "https://example.org/samples?id=42&x=y", "Mẫu thử số 7" };
  g_autofree char *long_text = g_strnfill (5000, 'x');

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (AssayQrCode) code = assay_qr_code_new (texts[i]);
      g_autofree char *read = NULL;

      g_assert_nonnull (code);
      g_assert_cmpuint (code->size % 4, ==, 1); /* 17 + 4 × version */
      read = read_back (code);
      g_assert_cmpstr (read, ==, texts[i]);
    }
  g_assert_null (assay_qr_code_new (""));
  g_assert_null (assay_qr_code_new (NULL));
  g_assert_null (assay_qr_code_new (long_text));
}

typedef struct
{
  gint64 first, second;
} Samples;

static gint64
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  return assay_record_get_id (record);
}

static gint64
add_sample (AssayDb *db, const char *number, gint64 product, gint64 supplier, gint64 round)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SAMPLE);

  assay_record_set_text (record, ASSAY_SAMPLE_NUMBER, number);
  assay_record_set_reference (record, ASSAY_SAMPLE_PRODUCT, product);
  assay_record_set_reference (record, ASSAY_SAMPLE_SUPPLIER, supplier);
  assay_record_set_integer (record, ASSAY_SAMPLE_ROUND_NUMBER, round);
  assay_record_set_integer (record, ASSAY_SAMPLE_QUANTITY, 3);
  assay_record_set_text (record, ASSAY_SAMPLE_COMMENTS, "Move the zip guard up.");
  return insert (db, record);
}

static void
add_test (AssayDb *db, gint64 sample, const char *place, const char *property, const char *readings)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SAMPLE_TEST);

  assay_record_set_reference (record, ASSAY_SAMPLE_TEST_SAMPLE, sample);
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_PLACE, place);
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_PROPERTY, property);
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_UNIT, "N");
  assay_record_set_integer (record, ASSAY_SAMPLE_TEST_LOWER, 25000);
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_READINGS, readings);
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_REPORT_NUMBER, "LAB-77");
  insert (db, record);
}

static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Samples *samples = data;
  g_autoptr (AssayRecord) supplier = assay_record_new (ASSAY_TYPE_SUPPLIER);
  g_autoptr (AssayRecord) product = assay_record_new (ASSAY_TYPE_PRODUCT);

  assay_record_set_text (supplier, ASSAY_SUPPLIER_NAME, "Sao Mai");
  assay_record_set_text (product, ASSAY_PRODUCT_CODE, "TR-25");
  assay_record_set_text (product, ASSAY_PRODUCT_NAME, "Trail 25");
  insert (db, supplier);
  insert (db, product);
  samples->first
      = add_sample (db, "S-001", assay_record_get_id (product), assay_record_get_id (supplier), 1);
  samples->second
      = add_sample (db, "S-002", assay_record_get_id (product), assay_record_get_id (supplier), 2);
  add_test (db, samples->first, "laboratory", "Tear strength", "20; 22");
  add_test (db, samples->second, "laboratory", "Tear strength", "28; 30");
  add_test (db, samples->second, "in_house", "Strap load", NULL);
  return TRUE;
}

static AssayBook *
make_book (Samples *samples)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-sample-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.assay", NULL);
  g_autoptr (GError) error = NULL;
  AssayBook *book = assay_book_open (path, ASSAY_BOOK_CREATE, &error);

  g_assert_no_error (error);
  assay_book_change (book, "Fill", fill, samples, NULL, NULL, &error);
  g_assert_no_error (error);
  return book;
}

static void
drop_book (AssayBook *book)
{
  g_autofree char *path = g_strdup (assay_book_get_path (book));
  g_autofree char *folder = g_path_get_dirname (path);

  assay_book_close (book, NULL);
  g_object_unref (book);
  g_unlink (path);
  g_rmdir (folder);
}

static char *
text_of (AssayDocument *document)
{
  char *path = testing_export (document, ASSAY_PAPER_A4);
  char *text = testing_run ("pdftotext", "-layout", path, "-", NULL);

  testing_remove (path);
  g_free (path);
  return text;
}

static void
test_report (void)
{
  static const char *const words[] = {
    "Sample S-001",  "Trail 25",      "Sao Mai", "Move the zip guard up.",
    "Tear strength", "at least 25 N", "20; 22",  "mean 21 N",
    "Fail",          "LAB-77",        "S-002",   "Tests Compared",
  };
  Samples samples;
  AssayBook *book = make_book (&samples);
  g_autoptr (AssayReportBrand) brand = assay_report_brand_new (NULL, NULL, ASSAY_UNITS_METRIC);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayDocument) document = assay_sample_report_make (
      assay_book_get_reader (book), samples.first, 20600, brand, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = text_of (document);
  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_nonnull (strstr (text, words[i]));
    }
  drop_book (book);
}

static void
test_label (void)
{
  Samples samples;
  AssayBook *book = make_book (&samples);
  g_autoptr (AssayReportBrand) brand = assay_report_brand_new ("Alder", NULL, ASSAY_UNITS_METRIC);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayDocument) document = assay_sample_label_make (
      assay_book_get_reader (book), samples.second, 20600, brand, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = text_of (document);
  if (text != NULL)
    {
      /* One for each of three pieces. */
      g_assert_cmpuint (testing_count (text, "S-002"), >=, 3);
      g_assert_nonnull (strstr (text, "Piece 3 of 3"));
      g_assert_nonnull (strstr (text, "Proto 2"));
    }
  drop_book (book);
}

/* A sample that is gone is said, not printed. */
static void
test_gone (void)
{
  Samples samples;
  AssayBook *book = make_book (&samples);
  g_autoptr (AssayReportBrand) brand = assay_report_brand_new (NULL, NULL, ASSAY_UNITS_METRIC);
  g_autoptr (GError) error = NULL;

  g_assert_null (
      assay_sample_report_make (assay_book_get_reader (book), 12345, 20600, brand, NULL, &error));
  g_assert_nonnull (error);
  drop_book (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample-report/code", test_code);
  g_test_add_func ("/sample-report/report", test_report);
  g_test_add_func ("/sample-report/label", test_label);
  g_test_add_func ("/sample-report/gone", test_gone);
  return g_test_run ();
}
