/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The four documents of one inspection of which everything is known, read out of a book: what each
 * must say is looked for in the text of the PDF, and pages are counted. */

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "report/form-rows.h"
#include "report/inspection-batch.h"
#include "report/inspection-document.h"
#include "rich-book.h"
#include "testing.h"

/* NULL where Poppler's tools are missing. ASSAY_KEEP_PAGES names a folder that keeps the files. */
static char *
get_text (RichBook *rich, gint64 id, AssayReportKind kind, AssayPaper paper, char **info)
{
  g_autoptr (AssayInspectionData) data = rich_book_read (rich, id, kind);
  g_autoptr (AssayDocument) document = assay_inspection_document_new (data);
  g_autofree char *path = testing_export (document, paper);
  char *text = testing_run ("pdftotext", "-raw", path, "-", NULL);
  const char *keep = g_getenv ("ASSAY_KEEP_PAGES");

  if (info != NULL)
    *info = text != NULL ? testing_run ("pdfinfo", path, NULL) : NULL;
  if (keep != NULL)
    {
      g_autofree char *kept = g_strdup_printf (
          "%s/%s%s-%s.pdf", keep, id == rich->poor ? "poor-" : "",
          assay_report_kind_to_string (kind), paper == ASSAY_PAPER_A4 ? "a4" : "letter");

      g_rename (path, kept);
    }
  testing_remove (path);
  if (text != NULL)
    g_strdelimit (text, "\n", ' ');
  return text;
}

static void
check_each (const char *text, const char *prefix, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = g_strdup_printf ("%s%04u", prefix, i);

      if (strstr (text, word) == NULL)
        g_error ("%s is not on paper", word);
    }
}

static void
check_words (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      g_error ("“%s” is not on paper", words[i]);
}

static guint
count_pages (const char *info)
{
  return (guint)g_ascii_strtoull (strstr (info, "Pages:") + strlen ("Pages:"), NULL, 10);
}

static const char *const readings[] = { "340.111", "341.222", "352.333", "343.444", "344.555",
                                        "345.666", "346.777", "347.888", "355.5",   NULL };

/* Every defect, photo, answer, reading, action and link of the chain. */
static void
test_full (void)
{
  g_autoptr (RichBook) rich = rich_book_new ();
  static const char *const words[] = {
    "REAS0001",     "DECI0001",     "NOTE0001",    "ANSW0001",  "CHAI0001", "CHAI0002",
    "CAME0001",     "CAPC0000",     "Polybag",     "Carton",    "12",       "4006381333931",
    "1234.50",      "700",          "411",         "90",        "USD",      "TYPE0000",
    "first sample", "both samples", "PO-2026-031", "Deep Navy", NULL,
  };

  for (AssayPaper paper = ASSAY_PAPER_A4; paper <= ASSAY_PAPER_LETTER; paper++)
    {
      g_autofree char *text = get_text (rich, rich->inspection, ASSAY_REPORT_FULL, paper, NULL);

      if (text == NULL)
        return;
      check_each (text, "DEFE", RICH_DEFECTS);
      check_each (text, "CAPI", RICH_PHOTOS);
      for (guint i = 0; i < RICH_DEFECTS; i += 5)
        {
          g_autofree char *caption = g_strdup_printf ("CAPD%04u", i);

          g_assert_nonnull (strstr (text, caption));
        }
      check_each (text, "CHEC", RICH_CHECKS);
      check_each (text, "CNOT", RICH_CHECKS);
      check_each (text, "ACTI", RICH_ACTIONS);
      check_each (text, "CAUS", RICH_ACTIONS);
      check_each (text, "WORK", RICH_ACTIONS);
      check_each (text, "EVID", RICH_ACTIONS);
      check_each (text, "CAPA", RICH_ACTIONS);
      check_words (text, words);
      check_words (text, readings);
    }
}

/* What real reports have as headings and our data can fill. */
static void
test_headings (void)
{
  g_autoptr (RichBook) rich = rich_book_new ();
  static const char *const words[] = {
    "Report number",
    "Order",
    "Inspected on",
    "Place",
    "Inspection company",
    "Inspector",
    "Product",
    "Colour",
    "Supplier",
    "Quantities",
    "Ordered",
    "Presented",
    "Packed",
    "Lot size",
    "Inspected",
    "Defects",
    "AQL",
    "Sample",
    "(Ac)",
    "(Re)",
    "Inspection level",
    "Code letter",
    "Sampling",
    "Measurements",
    "Required",
    "Result",
    "Photos",
    "Decision",
    "Accepted pieces",
    "Rejected pieces",
    "Corrective actions",
    "Remarks",
    "Factory: name, date",
    "Buyer: name, date",
    NULL,
  };
  g_autofree char *text
      = get_text (rich, rich->inspection, ASSAY_REPORT_FULL, ASSAY_PAPER_A4, NULL);

  if (text != NULL)
    check_words (text, words);
}

/* One page, though there are sixty defects with long names; on both papers. */
static void
test_summary (void)
{
  g_autoptr (RichBook) rich = rich_book_new ();
  static const char *const words[] = {
    "FRI-2026-014", "Fail", "Rework and re-inspect", "PO-2026-031", "1234", "Hải Phòng", NULL
  };

  for (AssayPaper paper = ASSAY_PAPER_A4; paper <= ASSAY_PAPER_LETTER; paper++)
    {
      g_autofree char *info = NULL;
      g_autofree char *text = get_text (rich, rich->inspection, ASSAY_REPORT_SUMMARY, paper, &info);

      if (text == NULL)
        return;
      g_assert_cmpuint (count_pages (info), ==, 1);
      check_words (text, words);
      g_assert_nonnull (strstr (text, "name, date"));
    }
}

static void
test_summary_photos (void)
{
  g_autoptr (RichBook) rich = rich_book_new ();
  g_autoptr (AssayInspectionData) data
      = rich_book_read (rich, rich->inspection, ASSAY_REPORT_SUMMARY);
  guint n = 0;

  for (guint i = 0; i < data->photos->len; i++)
    n += ((AssayReportPhoto *)g_ptr_array_index (data->photos, i))->picture != NULL;
  for (guint i = 0; i < data->defects->len; i++)
    {
      AssayReportDefect *defect = g_ptr_array_index (data->defects, i);

      for (guint j = 0; j < defect->photos->len; j++)
        n += ((AssayReportPhoto *)g_ptr_array_index (defect->photos, j))->picture != NULL;
    }
  g_assert_cmpuint (n, ==, ASSAY_REPORT_SUMMARY_PHOTOS);
}

static void
test_letter (void)
{
  g_autoptr (RichBook) rich = rich_book_new ();
  static const char *const words[] = {
    "Sao Mai",
    "曉星背包",
    "Nguyễn Thị Chính",
    "PO-2026-031",
    "FRI-2026-014",
    "1234.50",
    "sample of",
    "WORK0001",
    "WORK0002",
    "ACTI0001",
    "CAPD0000",
    "Shoulder strap",
    "For Núi Xa",
    "What must be done, and by when",
    NULL,
  };
  g_autofree char *text
      = get_text (rich, rich->inspection, ASSAY_REPORT_REWORK_LETTER, ASSAY_PAPER_A4, NULL);

  if (text == NULL)
    return;
  check_each (text, "DEFE", RICH_DEFECTS);
  check_words (text, words);
  /* What is closed is no duty any more. */
  g_assert_null (strstr (text, "WORK0000"));
}

/* Each line of the form stands on paper under the number that the page for typing gives it. */
static void
test_form (void)
{
  g_autoptr (RichBook) rich = rich_book_new ();
  g_autoptr (AssayInspectionData) data
      = rich_book_read (rich, rich->inspection, ASSAY_REPORT_BLANK_FORM);
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *text
      = get_text (rich, rich->inspection, ASSAY_REPORT_BLANK_FORM, ASSAY_PAPER_LETTER, NULL);
  const char *at = text;

  for (guint i = 0; i < data->checks->len; i++)
    g_ptr_array_add (checks, ((AssayReportItem *)g_ptr_array_index (data->checks, i))->record);
  rows = assay_form_rows_new (data->inspection, data->defect_types, checks);
  /* Six quantities of double sampling, the defects of both samples, the checks. */
  g_assert_cmpuint (rows->len, ==, 6 + 2 * (RICH_TYPES + ASSAY_FORM_OTHERS) + RICH_CHECKS);
  for (guint i = 0; text != NULL && i < rows->len; i++)
    {
      const AssayFormRow *row = g_ptr_array_index (rows, i);
      const char *name = NULL;
      g_autofree char *word = NULL;
      g_autofree char *line = NULL;

      g_assert_cmpuint (row->number, ==, i + 1);
      if (row->kind == ASSAY_FORM_QUANTITY)
        name = assay_field_label (
            &assay_record_type_get (ASSAY_TYPE_INSPECTION)->fields[row->field]);
      else if (row->record != NULL && row->kind == ASSAY_FORM_DEFECT)
        name = assay_record_get_text (row->record, ASSAY_DEFECT_TYPE_CODE);
      else if (row->record != NULL)
        name = assay_record_get_text (row->record, ASSAY_CHECKPOINT_NAME);
      if (name == NULL)
        continue;
      word = g_strndup (name, MIN (strlen (name), 8));
      line = g_strdup_printf (" %u %s", row->number, word);
      at = strstr (at, line);
      if (at == NULL)
        g_error ("line%s is not on the form, or not in its order", line);
    }
}

/* The order of the lines does not depend on the order in which the catalogue was read. */
static void
test_form_order (void)
{
  g_autoptr (RichBook) rich = rich_book_new ();
  g_autoptr (AssayInspectionData) data
      = rich_book_read (rich, rich->inspection, ASSAY_REPORT_BLANK_FORM);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) turned = g_ptr_array_new ();
  g_autoptr (GPtrArray) one = assay_form_rows_new (data->inspection, data->defect_types, none);
  g_autoptr (GPtrArray) two = NULL;

  for (guint i = data->defect_types->len; i > 0; i--)
    g_ptr_array_add (turned, g_ptr_array_index (data->defect_types, i - 1));
  two = assay_form_rows_new (data->inspection, turned, none);
  g_assert_cmpuint (one->len, ==, two->len);
  for (guint i = 0; i < one->len; i++)
    g_assert_true (((AssayFormRow *)g_ptr_array_index (one, i))->record
                   == ((AssayFormRow *)g_ptr_array_index (two, i))->record);
}

/* No document invents anything about an inspection of which nothing is known. */
static void
test_poor (void)
{
  g_autoptr (RichBook) rich = rich_book_new ();

  for (AssayReportKind kind = 0; kind < ASSAY_N_REPORTS; kind++)
    {
      g_autofree char *text = get_text (rich, rich->poor, kind, ASSAY_PAPER_A4, NULL);

      if (text == NULL)
        return;
      g_assert_null (strstr (text, "(null)"));
      g_assert_null (strstr (text, "-1"));
    }
}

/* Several: contents first, then each with its place in the batch and pages of its own. */
static void
test_batch (void)
{
  g_autoptr (RichBook) rich = rich_book_new ();
  AssayDb *db = assay_book_get_reader (rich->book);
  const gint64 ids[] = { rich->inspection, rich->poor, rich->inspection };

  for (AssayReportKind kind = 0; kind < ASSAY_N_REPORTS; kind++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AssayReportBrand) brand = assay_report_brand_read (db, &error);
      g_autofree char *path = g_build_filename (rich->folder, "batch.pdf", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *text = NULL;

      assay_inspection_batch_write (db, ids, G_N_ELEMENTS (ids), kind, brand, NULL, file, NULL,
                                    &error);
      g_assert_no_error (error);
      text = testing_run ("pdftotext", "-raw", path, "-", NULL);
      if (text == NULL)
        return;
      g_assert_nonnull (strstr (text, "Contents"));
      for (guint i = 1; i <= G_N_ELEMENTS (ids); i++)
        {
          g_autofree char *first = g_strdup_printf ("No. %u of 3 · Page 1 of ", i);

          g_assert_cmpuint (testing_count (text, first), ==, 1);
        }
    }
}

static void
test_kinds (void)
{
  AssayReportKind kind;

  for (AssayReportKind i = 0; i < ASSAY_N_REPORTS; i++)
    {
      g_assert_true (assay_report_kind_parse (assay_report_kind_to_string (i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (assay_report_kind_parse ("poster", &kind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/documents/full", test_full);
  g_test_add_func ("/report/documents/headings", test_headings);
  g_test_add_func ("/report/documents/summary", test_summary);
  g_test_add_func ("/report/documents/summary-photos", test_summary_photos);
  g_test_add_func ("/report/documents/letter", test_letter);
  g_test_add_func ("/report/documents/form", test_form);
  g_test_add_func ("/report/documents/form-order", test_form_order);
  g_test_add_func ("/report/documents/poor", test_poor);
  g_test_add_func ("/report/documents/batch", test_batch);
  g_test_add_func ("/report/documents/kinds", test_kinds);
  return g_test_run ();
}
