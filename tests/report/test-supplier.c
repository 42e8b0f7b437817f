/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The performance report of a supplier: its figures are those of the insights, whatever there is
 * of data it has one to four pages, and nothing is left out without being counted. */

#include <glib/gstdio.h>
#include <string.h>

#include "report/performance-batch.h"
#include "report/supplier-report.h"
#include "report/supplier-sections.h"
#include "store/book.h"
#include "store/records.h"
#include "testing.h"

#define TODAY 20600 /* 2026-05-27 */

typedef struct
{
  const char *name;
  guint n_lines;
  guint n_lots;
} Sample;

typedef struct
{
  char *folder;
  char *path;
  AssayBook *book;
  const Sample *samples; /* ends with a NULL name */
  GArray *ids;           /* gint64: the suppliers */
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

/* Every line is of an order of its own, promised 50 days after it was sent, and comes between a day
 * early and three days late in turn; the last one is open and ten days late. */
static void
insert_line (AssayDb *db, gint64 supplier, gint64 product, guint i, guint n)
{
  gint32 sent = TODAY - 60 - (gint32)(n - 1 - i);
  AssayRecord *record = assay_record_new (ASSAY_TYPE_ORDER);
  g_autofree char *number = g_strdup_printf ("PO-%04u", i);
  gint64 line;

  assay_record_set_text (record, ASSAY_ORDER_NUMBER, number);
  assay_record_set_reference (record, ASSAY_ORDER_SUPPLIER, supplier);
  assay_record_set_date (record, ASSAY_ORDER_SENT_ON, sent);
  line = insert (db, record);
  record = assay_record_new (ASSAY_TYPE_ORDER_LINE);
  assay_record_set_reference (record, ASSAY_ORDER_LINE_PURCHASE_ORDER, line);
  assay_record_set_reference (record, ASSAY_ORDER_LINE_PRODUCT, product);
  assay_record_set_integer (record, ASSAY_ORDER_LINE_LINE_NUMBER, 1);
  assay_record_set_integer (record, ASSAY_ORDER_LINE_QUANTITY, 500);
  line = insert (db, record);
  record = assay_record_new (ASSAY_TYPE_PROMISE);
  assay_record_set_reference (record, ASSAY_PROMISE_ORDER_LINE, line);
  assay_record_set_date (record, ASSAY_PROMISE_GIVEN_ON, sent);
  assay_record_set_date (record, ASSAY_PROMISE_PROMISED_ON, sent + 50);
  insert (db, record);
  if (n > 1 && i + 1 == n)
    return;
  record = assay_record_new (ASSAY_TYPE_DELIVERY);
  assay_record_set_reference (record, ASSAY_DELIVERY_ORDER_LINE, line);
  assay_record_set_integer (record, ASSAY_DELIVERY_QUANTITY, 500);
  assay_record_set_date (record, ASSAY_DELIVERY_RECEIVED_ON, sent + 49 + (gint32)(i % 5));
  insert (db, record);
}

static void
insert_lot (AssayDb *db, gint64 supplier, gint64 product, guint i)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_INSPECTION);
  g_autofree char *number = g_strdup_printf ("IR-%04u", i);

  assay_record_set_text (record, ASSAY_INSPECTION_NUMBER, number);
  assay_record_set_reference (record, ASSAY_INSPECTION_SUPPLIER, supplier);
  assay_record_set_reference (record, ASSAY_INSPECTION_PRODUCT, product);
  assay_record_set_date (record, ASSAY_INSPECTION_INSPECTED_ON, TODAY - 300 + (gint32)(i % 290));
  assay_record_set_integer (record, ASSAY_INSPECTION_INSPECTED, 80);
  assay_record_set_integer (record, ASSAY_INSPECTION_DEFECTIVE, i % 4);
  assay_record_set_text (record, ASSAY_INSPECTION_RESULT, i % 4 == 3 ? "fail" : "pass");
  insert (db, record);
}

static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Fixture *fixture = data;
  AssayRecord *record = assay_record_new (ASSAY_TYPE_PRODUCT);
  gint64 product;

  assay_record_set_text (record, ASSAY_PRODUCT_CODE, "TP-40");
  assay_record_set_text (
      record, ASSAY_PRODUCT_NAME,
      "Trail Pack 40 with hydration sleeve, rain cover and a very long name that "
      "does not end where anybody would expect it");
  product = insert (db, record);
  for (const Sample *sample = fixture->samples; sample->name != NULL; sample++)
    {
      gint64 id;

      record = assay_record_new (ASSAY_TYPE_SUPPLIER);
      assay_record_set_text (record, ASSAY_SUPPLIER_NAME, sample->name);
      assay_record_set_integer (record, ASSAY_SUPPLIER_CLAIMED_LEAD, 45);
      assay_record_set_integer (record, ASSAY_SUPPLIER_CLAIMED_ON_TIME, 980000);
      assay_record_set_integer (record, ASSAY_SUPPLIER_CLAIMED_DEFECTS, 15000);
      id = insert (db, record);
      g_array_append_val (fixture->ids, id);
      for (guint i = 0; i < sample->n_lines; i++)
        insert_line (db, id, product, i, sample->n_lines);
      for (guint i = 0; i < sample->n_lots; i++)
        insert_lot (db, id, product, i);
    }
  return TRUE;
}

static void
set_up (Fixture *fixture, const Sample *samples)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("assay-report-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "test.assay", NULL);
  fixture->samples = samples;
  fixture->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  fixture->book = assay_book_open (fixture->path, ASSAY_BOOK_CREATE, &error);
  g_assert_no_error (error);
  assay_book_change (fixture->book, "Fill", fill, fixture, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture)
{
  assay_book_close (fixture->book, NULL);
  g_object_unref (fixture->book);
  testing_remove (fixture->path);
  g_array_unref (fixture->ids);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static const AssaySupplierReportOptions all_time
    = { ASSAY_DATE_UNKNOWN, ASSAY_DATE_UNKNOWN, TODAY, ASSAY_SUPPLIER_SECTIONS_ALL };

/* Text and number of pages of a report as the command line writes it. */
static char *
print (Fixture *fixture,
       AssayPerformanceKind kind,
       const AssaySupplierReportOptions *options,
       AssayPaper paper,
       guint *n_pages)
{
  AssayDb *db = assay_book_get_reader (fixture->book);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayReportBrand) brand = assay_report_brand_read (db, &error);
  g_autoptr (AssayPerformanceJob) job = assay_performance_job_new (
      kind, (const gint64 *)(gpointer)fixture->ids->data, fixture->ids->len, options);
  g_autofree char *path = g_build_filename (fixture->folder, "report.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *info = NULL;
  char *text;

  g_assert_no_error (error);
  brand->paper = paper;
  assay_performance_job_write (job, db, brand, NULL, file, NULL, &error);
  g_assert_no_error (error);
  text = testing_run ("pdftotext", "-raw", path, "-", NULL);
  info = testing_run ("pdfinfo", path, NULL);
  g_remove (path);
  if (info != NULL)
    *n_pages = (guint)g_ascii_strtoull (strstr (info, "Pages:") + strlen ("Pages:"), NULL, 10);
  return text;
}

static void
assert_says (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    {
      g_test_message ("%s", text);
      g_test_fail_printf ("“%s” is not in the report", words);
    }
}

static void
assert_share (const char *text, double share)
{
  g_autofree char *words = assay_format_share (share, 1);

  assert_says (text, words);
}

static void
assert_days (const char *text, double days, gboolean sign)
{
  g_autofree char *words = assay_report_days_words (days, sign);

  assert_says (text, words);
}

/* Every figure of the insights is on paper, with its n. */
static void
test_figures (void)
{
  static const Sample samples[] = { { "Sao Mai Bags", 21, 12 }, { NULL, 0, 0 } };
  Fixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (AssaySupplierData) data = NULL;
  g_autoptr (AssayReportBrand) brand = NULL;
  g_autofree char *text = NULL;
  AssayDb *db;
  guint n_pages = 0;

  set_up (&fixture, samples);
  db = assay_book_get_reader (fixture.book);
  brand = assay_report_brand_read (db, &error);
  data = assay_supplier_data_read (db, g_array_index (fixture.ids, gint64, 0), &all_time, brand,
                                   NULL, &error);
  g_assert_no_error (error);
  /* 20 lines with slips −1 0 1 2 3 in turn: 8 on time, 12 late, and one open and late. */
  g_assert_cmpint (data->lead->on_time_n, ==, 8);
  g_assert_cmpint (data->lead->open_late_n, ==, 1);
  g_assert_cmpuint (data->n_late, ==, 13);
  g_assert_cmpuint (data->late->len, ==, ASSAY_SUPPLIER_REPORT_ROWS);
  /* Defective 0 1 2 3 in turn: 18 of 960, three lots of twelve refused. */
  g_assert_cmpint (data->defects->defective, ==, 18);
  g_assert_cmpuint (data->n_refused, ==, 3);

  text = print (&fixture, ASSAY_PERFORMANCE_SUPPLIERS, &all_time, ASSAY_PAPER_A4, &n_pages);
  if (text != NULL)
    {
      g_assert_cmpuint (n_pages, >=, 1);
      g_assert_cmpuint (n_pages, <=, ASSAY_SUPPLIER_REPORT_PAGES);
      assert_share (text, data->lead->on_time);
      assert_says (text, "8 of 21");
      assert_days (text, data->lead->lead.mean, FALSE);
      assert_days (text, data->lead->lead.sd, FALSE);
      assert_days (text, data->lead->lead.p85, FALSE);
      assert_days (text, data->lead->slip.mean, TRUE);
      assert_share (text, data->defects->rate);
      assert_share (text, data->defects->rate_high);
      assert_share (text, data->defects->first_pass_yield);
      assert_share (text, data->defects->accepted_share);
      assert_says (text, "18 of 960");
      assert_says (text, "9 of 12");
      assert_says (text, "PO-0020 / 1"); /* the open one */
      assert_says (text, "not yet");
      assert_says (text, "and 3 more");
      assert_says (text, "IR-0003");
      assert_says (text, "Not supported");
      assert_says (text, "Lead-time variance");
      assert_says (text, "Page 1 of");
    }
  tear_down (&fixture);
}

/* Nothing, one line, two thousand, names of all lengths and scripts, on both papers. */
static void
test_sizes (gconstpointer data)
{
  const Sample samples[] = { *(const Sample *)data, { NULL, 0, 0 } };
  Fixture fixture = { 0 };

  set_up (&fixture, samples);
  for (AssayPaper paper = ASSAY_PAPER_A4; paper <= ASSAY_PAPER_LETTER; paper++)
    {
      guint n_pages = 0;
      g_autofree char *text
          = print (&fixture, ASSAY_PERFORMANCE_SUPPLIERS, &all_time, paper, &n_pages);

      if (text == NULL)
        continue;
      g_assert_cmpuint (n_pages, >=, 1);
      g_assert_cmpuint (n_pages, <=, ASSAY_SUPPLIER_REPORT_PAGES);
      g_assert_null (strstr (text, "nan"));
      g_assert_null (strstr (text, "(null)"));
      if (samples[0].n_lines == 0)
        {
          assert_says (text, "No order line was received or due in this period.");
          assert_says (text, "No lot with known numbers was inspected in this period.");
        }
      if (samples[0].n_lines > 0 && samples[0].n_lines < ASSAY_REPORT_FEW)
        assert_says (text, "few data");
    }
  tear_down (&fixture);
}

/* A period and some sections alone. */
static void
test_sections (void)
{
  static const Sample samples[] = { { "Sao Mai Bags", 12, 12 }, { NULL, 0, 0 } };
  AssaySupplierReportOptions options = all_time;
  Fixture fixture = { 0 };
  g_autofree char *text = NULL;
  guint n_pages = 0;

  g_assert_false (assay_supplier_sections_parse ("", &options.sections));
  g_assert_false (assay_supplier_sections_parse ("delivery,money", &options.sections));
  g_assert_true (assay_supplier_sections_parse ("quality, definitions", &options.sections));
  g_assert_cmpint (options.sections, ==,
                   ASSAY_SUPPLIER_SECTION_QUALITY | ASSAY_SUPPLIER_SECTION_DEFINITIONS);
  g_assert_true (assay_supplier_sections_parse ("quality", &options.sections));
  options.from = TODAY - 1000;
  options.to = TODAY - 900;
  set_up (&fixture, samples);
  text = print (&fixture, ASSAY_PERFORMANCE_SUPPLIERS, &options, ASSAY_PAPER_A4, &n_pages);
  if (text != NULL)
    {
      g_assert_cmpuint (n_pages, ==, 1);
      assert_says (text, "No lot with known numbers was inspected in this period.");
      g_assert_null (strstr (text, "Late lines"));
      g_assert_null (strstr (text, "What the figures mean"));
      assert_says (text, "Aug 2023"); /* 2023-08-31 to 2023-12-09 */
    }
  tear_down (&fixture);
}

/* Several in one file, each with pages of its own. */
static void
test_batch (void)
{
  static const Sample samples[] = {
    { "Sao Mai Bags", 9, 3 }, { "深圳三美箱包有限公司", 0, 2 }, { "Empty", 0, 0 }, { NULL, 0, 0 }
  };
  Fixture fixture = { 0 };
  g_autofree char *text = NULL;
  guint n_pages = 0;

  set_up (&fixture, samples);
  text = print (&fixture, ASSAY_PERFORMANCE_SUPPLIERS, &all_time, ASSAY_PAPER_A4, &n_pages);
  if (text != NULL)
    {
      assert_says (text, "No. 1 of 3");
      assert_says (text, "No. 3 of 3");
      assert_says (text, "深圳三美箱包有限公司");
      g_assert_cmpuint (testing_count (text, "Page 1 of"), ==, 3);
    }
  tear_down (&fixture);
}

/* Suppliers side by side, each with its own figures; one without data says so with dashes. */
static void
test_comparison (void)
{
  static const Sample samples[] = { { "Sao Mai Bags", 21, 12 },
                                    { "深圳三美箱包有限公司", 9, 2 },
                                    { "Empty", 0, 0 },
                                    { "Four of a Very Long Name That Does Not End", 40, 9 },
                                    { "Five", 3, 3 },
                                    { "Six", 8, 8 },
                                    { NULL, 0, 0 } };
  Fixture fixture = { 0 };
  g_autofree char *text = NULL;
  guint n_pages = 0;

  set_up (&fixture, samples);
  text = print (&fixture, ASSAY_PERFORMANCE_COMPARISON, &all_time, ASSAY_PAPER_A4, &n_pages);
  if (text != NULL)
    {
      g_assert_cmpuint (n_pages, >=, 1);
      g_assert_cmpuint (n_pages, <=, ASSAY_SUPPLIER_REPORT_PAGES);
      assert_says (text, "Sao Mai Bags");
      assert_says (text, "Empty");
      assert_says (text, "8 of 21");
      assert_says (text, "18 of 960");
      assert_says (text, "9 of 12");
      assert_share (text, 8.0 / 21);
      assert_share (text, 18.0 / 960);
      g_assert_null (strstr (text, "nan"));
      g_assert_null (strstr (text, "(null)"));
    }
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  static const Sample none = { "Empty", 0, 0 }, one = { "One", 1, 1 };
  static const Sample many = { "Many", 2000, 300 };
  static const Sample cjk = { "深圳市龙岗区三美户外用品箱包制造有限公司第二工厂", 12, 9 };
  static const Sample named = {
    "The Honourable and Very Old Company of Makers of Backpacks, Holdalls and Rain Covers of the "
    "Eastern Provinces and the Islands, Limited by Shares, Second Factory (formerly First)",
    40, 40
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/supplier/figures", test_figures);
  g_test_add_data_func ("/supplier/none", &none, test_sizes);
  g_test_add_data_func ("/supplier/one", &one, test_sizes);
  g_test_add_data_func ("/supplier/many", &many, test_sizes);
  g_test_add_data_func ("/supplier/cjk", &cjk, test_sizes);
  g_test_add_data_func ("/supplier/long", &named, test_sizes);
  g_test_add_func ("/supplier/sections", test_sections);
  g_test_add_func ("/supplier/batch", test_batch);
  g_test_add_func ("/supplier/comparison", test_comparison);
  return g_test_run ();
}
