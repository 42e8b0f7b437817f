/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells as numbers, dates and words: what must be read, and what must not. */

#include "exchange/cell-parse.h"
#include "exchange/heading.h"
#include "record/choices.h"
#include "record/date.h"

typedef struct
{
  const char *text;
  char decimal;
  AssayFault fault;
  gint64 mantissa;
  guint digits;
} NumberCase;

static const NumberCase number_cases[] = {
  { "1200", '.', ASSAY_FAULT_NONE, 1200, 0 },
  { "1,200", '.', ASSAY_FAULT_NONE, 1200, 0 },
  { "1.200", ',', ASSAY_FAULT_NONE, 1200, 0 },
  { "1.200", '.', ASSAY_FAULT_NONE, 12, 1 },
  { "1,234.56", '.', ASSAY_FAULT_NONE, 123456, 2 },
  { "1.234,56", ',', ASSAY_FAULT_NONE, 123456, 2 },
  { "1.234,56", '.', ASSAY_FAULT_NONE, 123456, 2 },
  { "12,40", '.', ASSAY_FAULT_NONE, 124, 1 },
  { "$1,234.56", '.', ASSAY_FAULT_NONE, 123456, 2 },
  { "1 200", '.', ASSAY_FAULT_NONE, 1200, 0 },
  { "1\xc2\xa0"
    "200",
    '.', ASSAY_FAULT_NONE, 1200, 0 },
  { "1\xe2\x80\xaf"
    "200,50",
    ',', ASSAY_FAULT_NONE, 12005, 1 },
  { "1'200.50", '.', ASSAY_FAULT_NONE, 12005, 1 },
  { "12,34,567", '.', ASSAY_FAULT_NONE, 1234567, 0 },
  { "(12.50)", '.', ASSAY_FAULT_NONE, -125, 1 },
  { "12.50-", '.', ASSAY_FAULT_NONE, -125, 1 },
  { "−7", '.', ASSAY_FAULT_NONE, -7, 0 },
  { "1e3", '.', ASSAY_FAULT_NONE, 1000, 0 },
  { "1.5E+2", '.', ASSAY_FAULT_NONE, 150, 0 },
  { "235.0", '.', ASSAY_FAULT_NONE, 235, 0 },
  { "١٢٠٠", '.', ASSAY_FAULT_NONE, 1200, 0 },
  { "१२००", '.', ASSAY_FAULT_NONE, 1200, 0 },
  { "１２００", '.', ASSAY_FAULT_NONE, 1200, 0 },
  { "12.40 EUR", '.', ASSAY_FAULT_NONE, 124, 1 },
  { "€ 12,40", ',', ASSAY_FAULT_NONE, 124, 1 },
  { "9223372036854775807", '.', ASSAY_FAULT_NONE, G_MAXINT64, 0 },
  { "9223372036854775808", '.', ASSAY_FAULT_TOO_LARGE, 0, 0 },
  { "999999999999999999999", '.', ASSAY_FAULT_TOO_LARGE, 0, 0 },
  { "1e400", '.', ASSAY_FAULT_TOO_LARGE, 0, 0 },
  { "NaN", '.', ASSAY_FAULT_NOT_FINITE, 0, 0 },
  { "-Infinity", '.', ASSAY_FAULT_NOT_FINITE, 0, 0 },
  { "1,2,3", '.', ASSAY_FAULT_NOT_NUMBER, 0, 0 },
  { "1.2.3", '.', ASSAY_FAULT_NOT_NUMBER, 0, 0 },
  { "10/5", '.', ASSAY_FAULT_NOT_NUMBER, 0, 0 },
  { "2025-01-01", '.', ASSAY_FAULT_NOT_NUMBER, 0, 0 },
  { "See ASN-93 (ID#:1281)", '.', ASSAY_FAULT_NOT_NUMBER, 0, 0 },
  { "Freight Included in Commodity Cost", '.', ASSAY_FAULT_NOT_NUMBER, 0, 0 },
  { "-", '.', ASSAY_FAULT_NOT_NUMBER, 0, 0 },
  { "=1+1", '.', ASSAY_FAULT_FORMULA, 0, 0 },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (number_cases); i++)
    {
      const NumberCase *c = &number_cases[i];
      AssayCellNumber number;
      AssayFault fault = assay_cell_parse_number (c->text, c->decimal, &number);

      g_test_message ("%s", c->text);
      g_assert_cmpint (fault, ==, c->fault);
      if (fault != ASSAY_FAULT_NONE)
        continue;
      g_assert_cmpint (number.mantissa, ==, c->mantissa);
      g_assert_cmpuint (number.digits, ==, c->digits);
    }
}

typedef struct
{
  const char *text;
  AssayDateOrder order;
  AssayFault fault;
  const char *iso;
} DateCase;

static const DateCase date_cases[] = {
  { "2006-06-02", 0, ASSAY_FAULT_NONE, "2006-06-02" },
  { "2-Jun-06", 0, ASSAY_FAULT_NONE, "2006-06-02" },
  { "02-Jun-2006", 0, ASSAY_FAULT_NONE, "2006-06-02" },
  { "2006.06.02", 0, ASSAY_FAULT_NONE, "2006-06-02" },
  { "20060602", 0, ASSAY_FAULT_NONE, "2006-06-02" },
  { "June 2 2006", 0, ASSAY_FAULT_NONE, "2006-06-02" },
  { "June 2nd, 2006", 0, ASSAY_FAULT_NONE, "2006-06-02" },
  { "Fri, 2 June 2006", 0, ASSAY_FAULT_NONE, "2006-06-02" },
  { "2006-06-02T00:00:00Z", 0, ASSAY_FAULT_NONE, "2006-06-02" },
  { "2006-06-02 13:45", 0, ASSAY_FAULT_NONE, "2006-06-02" },
  { "2006/6/2", 0, ASSAY_FAULT_NONE, "2006-06-02" },
  { "2. Juni 2006", 0, ASSAY_FAULT_NONE, "2006-06-02" },
  { "2 juin 2006", 0, ASSAY_FAULT_NONE, "2006-06-02" },
  { "2 Haz 2006", 0, ASSAY_FAULT_NONE, "2006-06-02" },
  { "2006年6月2日", 0, ASSAY_FAULT_NONE, "2006-06-02" },
  { "02.06.2006", 0, ASSAY_FAULT_NONE, "2006-06-02" },
  { "13/04/2025", 0, ASSAY_FAULT_NONE, "2025-04-13" },
  { "04/13/2025", 0, ASSAY_FAULT_NONE, "2025-04-13" },
  { "03/04/2025", 0, ASSAY_FAULT_DATE_ORDER, NULL },
  { "03/04/2025", ASSAY_DATE_ORDER_DMY, ASSAY_FAULT_NONE, "2025-04-03" },
  { "03/04/2025", ASSAY_DATE_ORDER_MDY, ASSAY_FAULT_NONE, "2025-03-04" },
  { "04/04/2025", 0, ASSAY_FAULT_NONE, "2025-04-04" },
  { "25/03/04", ASSAY_DATE_ORDER_YMD, ASSAY_FAULT_NONE, "2025-03-04" },
  { "1/1/69", 0, ASSAY_FAULT_NONE, "2069-01-01" },
  { "1/1/70", 0, ASSAY_FAULT_NONE, "1970-01-01" },
  { "45726", 0, ASSAY_FAULT_NONE, "2025-03-10" },
  { "45730", 0, ASSAY_FAULT_NONE, "2025-03-14" },
  { "45726.75", 0, ASSAY_FAULT_NONE, "2025-03-10" },
  { "12345.67", 0, ASSAY_FAULT_NOT_DATE, NULL },
  { "٢٠٢٥-٠٣-١٠", 0, ASSAY_FAULT_NONE, "2025-03-10" },
  { "2025-02-30", 0, ASSAY_FAULT_NO_SUCH_DAY, NULL },
  { "31/04/2025", ASSAY_DATE_ORDER_DMY, ASSAY_FAULT_NO_SUCH_DAY, NULL },
  { "Date Not Captured", 0, ASSAY_FAULT_NOT_DATE, NULL },
  { "N/A - From RDC", 0, ASSAY_FAULT_NOT_DATE, NULL },
  { "Pre-PQ Process", 0, ASSAY_FAULT_NOT_DATE, NULL },
  { "1200", 0, ASSAY_FAULT_NOT_DATE, NULL },
  { "=TODAY()", 0, ASSAY_FAULT_FORMULA, NULL },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      const DateCase *c = &date_cases[i];
      gint32 date;
      AssayFault fault = assay_cell_parse_date (c->text, c->order, &date);
      g_autofree char *iso = NULL;

      g_test_message ("%s", c->text);
      g_assert_cmpint (fault, ==, c->fault);
      if (fault != ASSAY_FAULT_NONE)
        continue;
      iso = assay_date_format_iso (date);
      g_assert_cmpstr (iso, ==, c->iso);
    }
}

static void
check_choice (AssayType type, guint field, const char *text, const char *expected)
{
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;
  AssayFault fault
      = assay_cell_parse_choice (&assay_record_type_get (type)->fields[field], text, &value);

  g_test_message ("%s", text);
  g_assert_cmpint (fault, ==, expected != NULL ? ASSAY_FAULT_NONE : ASSAY_FAULT_NOT_CHOICE);
  g_assert_cmpstr (value.text, ==, expected);
}

static void
test_choices (void)
{
  check_choice (ASSAY_TYPE_ORDER, ASSAY_ORDER_MODE, "Truck", "road");
  check_choice (ASSAY_TYPE_ORDER, ASSAY_ORDER_MODE, "Ocean", "sea");
  check_choice (ASSAY_TYPE_ORDER, ASSAY_ORDER_MODE, "Air Charter", "air_charter");
  check_choice (ASSAY_TYPE_ORDER, ASSAY_ORDER_MODE, "N/A", NULL);
  check_choice (ASSAY_TYPE_ORDER, ASSAY_ORDER_INCOTERM, "fob", "FOB");
  check_choice (ASSAY_TYPE_ORDER, ASSAY_ORDER_INCOTERM, "FOB Shenzhen", "FOB");
  check_choice (ASSAY_TYPE_ORDER, ASSAY_ORDER_INCOTERM, "N/A - From RDC", NULL);
  check_choice (ASSAY_TYPE_ORDER, ASSAY_ORDER_STATE, "Partially Delivered", "shipped");
  check_choice (ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_RESULT, "PASSED", "pass");
  check_choice (ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_RESULT, "Not accepted", "fail");
  check_choice (ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_RESULT, "Nicht bestanden", "fail");
  check_choice (ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_RESULT, "不合格", "fail");
  check_choice (ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_RESULT, "合格", "pass");
  check_choice (ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_RESULT, "Pass with remarks", NULL);
  check_choice (ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_LEVEL, "Level II", "II");
  check_choice (ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_LEVEL, "GII", "II");
  check_choice (ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_LEVEL, "General III", "III");
  check_choice (ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_LEVEL, "Special level S-2", "S-2");
  check_choice (ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_LEVEL, "IV", NULL);
  check_choice (ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_SEVERITY, "Verschärft", "tightened");
  check_choice (ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_DECISION, "返工", "rework");
  check_choice (ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_KIND, "Pre-Shipment Inspection (PSI)",
                "final_random");
  check_choice (ASSAY_TYPE_DEFECT, ASSAY_DEFECT_CLASS, "CRI", "critical");
  check_choice (ASSAY_TYPE_DEFECT, ASSAY_DEFECT_CLASS, "Hauptfehler", "major");
  check_choice (ASSAY_TYPE_CHECKPOINT, ASSAY_CHECKPOINT_RESULT, "NG", "fail");
  check_choice (ASSAY_TYPE_CHECKPOINT, ASSAY_CHECKPOINT_RESULT, "✓", "pass");
  check_choice (ASSAY_TYPE_CHECKPOINT, ASSAY_CHECKPOINT_RESULT, "n.i.O.", "fail");
  check_choice (ASSAY_TYPE_CHECKPOINT, ASSAY_CHECKPOINT_RESULT, "N/A", "not_applicable");
  check_choice (ASSAY_TYPE_CHECKPOINT, ASSAY_CHECKPOINT_KIND, "Measurement", "measured");
}

static void
test_countries (void)
{
  static const struct
  {
    const char *text, *code;
  } cases[] = { { "VN", "VN" },           { "VNM", "VN" },           { "Vietnam", "VN" },
                { "viet nam", "VN" },     { "Côte d'Ivoire", "CI" }, { "Congo, DRC", "CD" },
                { "South Africa", "ZA" }, { "Türkiye", "TR" },       { "Turkey", "TR" },
                { "Atlantis", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char code[3] = "";
      AssayFault fault = assay_cell_parse_country (cases[i].text, code);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (fault, ==,
                       cases[i].code != NULL ? ASSAY_FAULT_NONE : ASSAY_FAULT_NOT_COUNTRY);
      if (cases[i].code != NULL)
        g_assert_cmpstr (code, ==, cases[i].code);
    }
}

static void
test_headings (void)
{
  g_autofree char *turkish = assay_heading_fold ("SUPPLİER");
  g_autofree char *hump = assay_heading_fold ("OrderDate");
  g_autofree char *bare = assay_heading_fold_bare ("Weight (Kilograms)");
  g_autofree char *unit = assay_heading_unit ("Weight (Kilograms)");

  g_assert_cmpstr (turkish, ==, "supplier");
  g_assert_cmpstr (hump, ==, "order date");
  g_assert_cmpstr (bare, ==, "weight");
  g_assert_cmpstr (unit, ==, "kilograms");
  g_assert_cmpstr (assay_heading_currency ("Freight Cost (USD)"), ==, "USD");
  g_assert_cmpstr (assay_heading_currency ("price_eur"), ==, "EUR");
  g_assert_null (assay_heading_currency ("Try again"));
  g_assert_true (assay_heading_is_known ("PO / SO #"));
  g_assert_false (assay_heading_is_known ("Purchase order report"));
}

static void
test_escape (void)
{
  g_autofree char *zero = assay_cell_escape ("BP\xe2\x80\x8b-25L");
  g_autofree char *bidi = assay_cell_escape ("\xe2\x80\xae"
                                             "dtL");
  g_autofree char *wrapped = assay_cell_strip ("=\"0012\"");
  g_autofree char *stripped = assay_cell_strip ("\xc2\xa0 x \t");

  g_assert_cmpstr (zero, ==, "BP<U+200B>-25L");
  g_assert_cmpstr (bidi, ==, "<U+202E>dtL");
  g_assert_cmpstr (wrapped, ==, "0012");
  g_assert_cmpstr (stripped, ==, "x");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/cell/numbers", test_numbers);
  g_test_add_func ("/exchange/cell/dates", test_dates);
  g_test_add_func ("/exchange/cell/choices", test_choices);
  g_test_add_func ("/exchange/cell/countries", test_countries);
  g_test_add_func ("/exchange/cell/headings", test_headings);
  g_test_add_func ("/exchange/cell/escape", test_escape);
  return g_test_run ();
}
