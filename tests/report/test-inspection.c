/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The summary of an inspection has everything: each defect, photo and answer is looked for in the
 * text of the PDF, since readers of other programs miss them there. */

#include <glib.h>
#include <string.h>

#include "report/inspection-document.h"
#include "report/inspection-report.h"
#include "testing.h"

/* Every field that a person fills in, with a value that shows where it is printed. */
static AssayRecord *
make_inspection (void)
{
  static const struct
  {
    guint field;
    const char *text;
  } texts[] = {
    { ASSAY_INSPECTION_NUMBER, "FRI-2026-014" },
    { ASSAY_INSPECTION_KIND, "final_random" },
    { ASSAY_INSPECTION_INSPECTOR, "Nguyễn Thị Hạnh" },
    { ASSAY_INSPECTION_COMPANY, "Đông Á Kiểm định" },
    { ASSAY_INSPECTION_LOCATION, "Hải Phòng" },
    { ASSAY_INSPECTION_STANDARD, "MIL-STD-105E / ANSI Z1.4" },
    { ASSAY_INSPECTION_LEVEL, "II" },
    { ASSAY_INSPECTION_SEVERITY, "normal" },
    { ASSAY_INSPECTION_BASIS, "units" },
    { ASSAY_INSPECTION_CODE_LETTER, "K" },
    { ASSAY_INSPECTION_RESULT, "fail" },
    { ASSAY_INSPECTION_DECISION, "accept_deviation" },
    { ASSAY_INSPECTION_DECIDED_BY, "Ayşe Öztürk" },
    { ASSAY_INSPECTION_DECISION_NOTE, "Zip pullers are replaced before loading." },
    { ASSAY_INSPECTION_NOTE, "Cartons stood in the rain for an hour." },
  };
  static const struct
  {
    guint field;
    gint64 number;
  } numbers[] = {
    { ASSAY_INSPECTION_PLANNED_ON, 20520 },
    { ASSAY_INSPECTION_INSPECTED_ON, 20524 },
    { ASSAY_INSPECTION_LOT_SIZE, 1234 },
    { ASSAY_INSPECTION_PRESENTED, 1201 },
    { ASSAY_INSPECTION_PACKED, 987 },
    { ASSAY_INSPECTION_CARTONS, 123 },
    { ASSAY_INSPECTION_CARTONS_OPENED, 17 },
    { ASSAY_INSPECTION_AQL_CRITICAL, 0 },
    { ASSAY_INSPECTION_AQL_MAJOR, 2500 },
    { ASSAY_INSPECTION_AQL_MINOR, 4000 },
    { ASSAY_INSPECTION_LARGEST_SAMPLE, 1 },
    { ASSAY_INSPECTION_SAMPLE_CRITICAL, 80 },
    { ASSAY_INSPECTION_AC_CRITICAL, 0 },
    { ASSAY_INSPECTION_RE_CRITICAL, 1 },
    { ASSAY_INSPECTION_SAMPLE_MAJOR, 80 },
    { ASSAY_INSPECTION_AC_MAJOR, 5 },
    { ASSAY_INSPECTION_RE_MAJOR, 6 },
    { ASSAY_INSPECTION_SAMPLE_MINOR, 80 },
    { ASSAY_INSPECTION_AC_MINOR, 7 },
    { ASSAY_INSPECTION_RE_MINOR, 8 },
    { ASSAY_INSPECTION_INSPECTED, 81 },
    { ASSAY_INSPECTION_DEFECTIVE_CRITICAL, 0 },
    { ASSAY_INSPECTION_DEFECTIVE_MAJOR, 9 },
    { ASSAY_INSPECTION_DEFECTIVE_MINOR, 3 },
    { ASSAY_INSPECTION_DEFECTIVE, 12 },
    { ASSAY_INSPECTION_DECIDED_ON, 20525 },
    { ASSAY_INSPECTION_DEVIATION_UNTIL, 20600 },
  };
  AssayRecord *inspection = assay_record_new_empty (ASSAY_TYPE_INSPECTION);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assay_record_set_text (inspection, texts[i].field, texts[i].text);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_auto (AssayValue) value = ASSAY_VALUE_INIT;

      assay_value_set_integer (&value, numbers[i].number);
      assay_record_set_value (inspection, numbers[i].field, &value);
    }
  return inspection;
}

static AssayInspectionData *
make_data (AssayRecord *inspection)
{
  g_autoptr (GBytes) bytes = testing_make_picture (300, 120, "png", TRUE);
  g_autoptr (AssayPicture) logo = assay_picture_new (bytes, 600, NULL);
  g_autoptr (AssayReportBrand) brand
      = assay_report_brand_new ("Núi Xa Packs", logo, ASSAY_UNITS_METRIC);

  return assay_inspection_data_new (brand, inspection);
}

static AssayDocument *
make_document (guint n_defects, guint n_photos)
{
  static const char *const classes[] = { "minor", "critical", "major" };
  g_autoptr (AssayRecord) inspection = make_inspection ();
  g_autoptr (AssayInspectionData) data = make_data (inspection);
  guint per_defect = n_defects > 0 ? (n_photos - n_photos / 2) / n_defects + 1 : 0;
  guint photo = 0;

  data->supplier = assay_record_new_empty (ASSAY_TYPE_SUPPLIER);
  assay_record_set_text (data->supplier, ASSAY_SUPPLIER_NAME, "Công ty TNHH Sao Mai");
  assay_record_set_text (data->supplier, ASSAY_SUPPLIER_LOCAL_NAME, "曉星背包有限公司");
  data->product = assay_record_new_empty (ASSAY_TYPE_PRODUCT);
  assay_record_set_text (data->product, ASSAY_PRODUCT_CODE, "NL-40");
  assay_record_set_text (data->product, ASSAY_PRODUCT_NAME, "Nomad Liner 40 L");
  for (; photo < n_photos / 2; photo++)
    {
      g_autoptr (GBytes) bytes = testing_make_picture (photo % 3 == 0 ? 300 : 400,
                                                       photo % 3 == 0 ? 400 : 300, "jpeg", FALSE);
      g_autofree char *name = g_strdup_printf ("IMG%04u.jpg", photo);
      g_autofree char *caption = g_strdup_printf ("CAP%04u in short", photo);
      g_autoptr (AssayRecord) attachment = testing_make_attachment (name, caption);

      g_ptr_array_add (data->photos, assay_report_photo_new (attachment, bytes));
    }
  for (guint i = 0; i < n_defects; i++)
    {
      g_autofree char *description = g_strdup_printf ("DEF%04u thread loose", i);
      g_autoptr (AssayRecord) defect = testing_make_defect (classes[i % 3], description, 1 + i % 7);
      AssayReportDefect *row = assay_report_defect_new (defect, NULL);

      g_ptr_array_add (data->defects, row);
      for (guint j = 0; j < per_defect && photo < n_photos; j++, photo++)
        {
          /* All of different sizes, so that none is taken for another. */
          g_autoptr (GBytes) bytes = testing_make_picture (200 + (int)photo, 200, "jpeg", FALSE);
          g_autofree char *name = g_strdup_printf ("CAP%04u.jpg", photo);
          g_autoptr (AssayRecord) attachment = testing_make_attachment (name, NULL);

          g_ptr_array_add (row->photos, assay_report_photo_new (attachment, bytes));
        }
    }
  assay_inspection_data_sort (data);
  return assay_inspection_report_new (data);
}

static void
check_each (const char *text, const char *format, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = g_strdup_printf ("%s%04u", format, i);

      g_assert_cmpuint (testing_count (text, word), >=, 1);
    }
}

static void
check_page_numbers (const char *text, const char *info)
{
  const char *at = strstr (info, "Pages:");
  guint64 n = g_ascii_strtoull (at + strlen ("Pages:"), NULL, 10);

  g_assert_cmpuint (n, >, 0);
  for (guint64 i = 1; i <= n; i++)
    {
      g_autofree char *number
          = g_strdup_printf ("Page %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT "\n", i, n);

      g_assert_cmpuint (testing_count (text, number), ==, 1);
    }
}

static void
check_whole (guint n_defects, guint n_photos, AssayPaper paper)
{
  g_autoptr (AssayDocument) document = make_document (n_defects, n_photos);
  g_autofree char *path = testing_export (document, paper);
  g_autofree char *text = testing_run ("pdftotext", path, "-", NULL);
  g_autofree char *info = text != NULL ? testing_run ("pdfinfo", path, NULL) : NULL;
  g_autofree char *images = info != NULL ? testing_run ("pdfimages", "-list", path, NULL) : NULL;

  testing_remove (path);
  if (images == NULL)
    return;
  check_each (text, "DEF", n_defects);
  check_each (text, "CAP", n_photos);
  g_assert_cmpuint (testing_count (images, " jpeg "), ==, n_photos);
  check_page_numbers (text, info);
}

static void
test_many (void)
{
  check_whole (500, 60, ASSAY_PAPER_A4);
}

static void
test_letter (void)
{
  check_whole (41, 13, ASSAY_PAPER_LETTER);
}

/* Whatever field of an inspection is filled in stands in the report, also one added tomorrow. */
static void
test_answers (void)
{
  const AssayRecordType *type = assay_record_type_get (ASSAY_TYPE_INSPECTION);
  g_autoptr (AssayRecord) inspection = make_inspection ();
  g_autoptr (AssayDocument) document = make_document (3, 0);
  g_autofree char *path = testing_export (document, ASSAY_PAPER_A4);
  g_autofree char *text = testing_run ("pdftotext", "-raw", path, "-", NULL);

  testing_remove (path);
  if (text == NULL)
    return;
  g_strdelimit (text, "\n", ' ');
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *value = assay_format_display (inspection, i, ASSAY_UNITS_METRIC);

      if (*value == '\0')
        g_test_message ("%s has no value", type->fields[i].column);
      else if (strstr (text, value) == NULL)
        g_error ("%s is not in the report: %s", type->fields[i].column, value);
    }
  g_assert_nonnull (strstr (text, "equals ISO 2859-1:1999 for normal and tightened single"));
  g_assert_nonnull (strstr (text, "曉星背包有限公司"));
}

/* The verdict comes before anything else, and the decision is another thing. */
static void
test_order (void)
{
  g_autoptr (AssayDocument) document = make_document (2, 2);
  g_autofree char *path = testing_export (document, ASSAY_PAPER_A4);
  g_autofree char *text = testing_run ("pdftotext", "-raw", path, "-", NULL);
  const char *verdict;

  testing_remove (path);
  if (text == NULL)
    return;
  verdict = strstr (text, "Fail");
  g_assert_nonnull (verdict);
  g_assert_true (verdict < strstr (text, "Accept with deviation"));
  g_assert_true (verdict < strstr (text, "Sampling plan"));
  g_assert_true (strstr (text, "DEF0001") < strstr (text, "DEF0000"));
}

/* Nothing known is said to be unknown: no 0 where nobody counted. */
static void
test_unknown (void)
{
  g_autoptr (AssayRecord) inspection = assay_record_new_empty (ASSAY_TYPE_INSPECTION);
  g_autoptr (AssayInspectionData) data = make_data (inspection);
  g_autoptr (AssayDocument) document = assay_inspection_report_new (data);
  g_autofree char *path = testing_export (document, ASSAY_PAPER_A4);
  g_autofree char *text = testing_run ("pdftotext", path, "-", NULL);

  testing_remove (path);
  if (text == NULL)
    return;
  g_assert_null (strchr (text, '0'));
  g_assert_cmpuint (testing_count (text, "not recorded"), >, 5);
  g_assert_nonnull (strstr (text, "No defects were recorded"));
  g_assert_nonnull (strstr (text, "Not decided yet"));
  g_assert_null (strstr (text, "Pass"));
  g_assert_null (strstr (text, "Fail"));
}

static void
test_broken_photo (void)
{
  g_autoptr (AssayRecord) inspection = make_inspection ();
  g_autoptr (AssayInspectionData) data = make_data (inspection);
  g_autoptr (GBytes) garbage = g_bytes_new_static ("no picture", 10);
  g_autoptr (AssayRecord) broken = testing_make_attachment ("seam-broken.jpg", "Left seam");
  g_autoptr (AssayRecord) lost = testing_make_attachment ("seam-lost.jpg", NULL);
  g_autoptr (AssayDocument) document = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (data->photos, assay_report_photo_new (broken, garbage));
  g_ptr_array_add (data->photos, assay_report_photo_new (lost, NULL));
  document = assay_inspection_report_new (data);
  path = testing_export (document, ASSAY_PAPER_A4);
  text = testing_run ("pdftotext", path, "-", NULL);
  testing_remove (path);
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "seam-broken.jpg"));
  g_assert_nonnull (strstr (text, "Left seam"));
  g_assert_nonnull (strstr (text, "seam-lost.jpg"));
  g_assert_cmpuint (testing_count (text, "cannot be shown"), ==, 2);
}

static void
test_long_caption (void)
{
  g_autoptr (AssayRecord) inspection = make_inspection ();
  g_autoptr (AssayInspectionData) data = make_data (inspection);
  g_autoptr (GBytes) bytes = testing_make_picture (300, 200, "jpeg", FALSE);
  g_autoptr (AssayRecord) attachment = NULL;
  g_autoptr (AssayDocument) document = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  GString *caption = g_string_new (NULL);

  for (guint i = 0; i < 900; i++)
    g_string_append_printf (caption, "CAP%04u ", i);
  attachment = testing_make_attachment ("long.jpg", caption->str);
  g_string_free (caption, TRUE);
  g_ptr_array_add (data->photos, assay_report_photo_new (attachment, bytes));
  document = assay_inspection_report_new (data);
  path = testing_export (document, ASSAY_PAPER_A4);
  text = testing_run ("pdftotext", path, "-", NULL);
  testing_remove (path);
  if (text != NULL)
    check_each (text, "CAP", 900);
}

static void
test_file_name (void)
{
  g_autoptr (AssayRecord) inspection = assay_record_new_empty (ASSAY_TYPE_INSPECTION);
  g_autofree char *plain = assay_inspection_document_dup_file_name (ASSAY_REPORT_FULL, inspection);
  g_autofree char *hostile = NULL;

  g_assert_cmpstr (plain, ==, "Inspection report.pdf");
  assay_record_set_text (inspection, ASSAY_INSPECTION_NUMBER, "../2026\\7: \"x\"");
  hostile = assay_inspection_document_dup_file_name (ASSAY_REPORT_FULL, inspection);
  g_assert_null (strpbrk (hostile, "/\\:\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/inspection/many", test_many);
  g_test_add_func ("/report/inspection/letter", test_letter);
  g_test_add_func ("/report/inspection/answers", test_answers);
  g_test_add_func ("/report/inspection/order", test_order);
  g_test_add_func ("/report/inspection/unknown", test_unknown);
  g_test_add_func ("/report/inspection/broken-photo", test_broken_photo);
  g_test_add_func ("/report/inspection/long-caption", test_long_caption);
  g_test_add_func ("/report/inspection/file-name", test_file_name);
  return g_test_run ();
}
