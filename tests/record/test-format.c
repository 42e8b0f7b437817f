/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values as text and back: exact, and refused in words where they are none. */

#include <math.h>

#include "record/code-list.h"
#include "record/format.h"
#include "record/money.h"

static void
test_dates (void)
{
  static const struct
  {
    const char *iso;
    gint32 days;
  } dates[] = {
    { "1970-01-01", 0 },
    { "1969-12-31", -1 },
    { "2000-02-29", 11016 },
    { "2024-01-01", 19723 },
    { "2025-03-10", 20157 },
    { "0001-01-01", ASSAY_DATE_MIN },
    { "9999-12-31", ASSAY_DATE_MAX },
  };
  static const char *const wrong[]
      = { "2023-02-29", "2024-13-01", "2024-1-01", "20240101", "", "2024-01-01 ", "0000-01-01" };
  gint32 date;

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = assay_date_format_iso (dates[i].days);

      g_assert_true (assay_date_parse_iso (dates[i].iso, &date));
      g_assert_cmpint (date, ==, dates[i].days);
      g_assert_cmpstr (text, ==, dates[i].iso);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (assay_date_parse_iso (wrong[i], &date));
  g_assert_cmpint (assay_date_month_start (20157), ==, 20148);
  g_assert_cmpint (assay_date_from_instant (-1), ==, -1);
}

static void
test_decimals (void)
{
  static const struct
  {
    const char *text;
    guint scale;
    gint64 scaled;
  } good[] = {
    { "0", 2, 0 },       { "1", 2, 100 }, { "-1.5", 2, -150 },
    { "1.50", 2, 150 },  { "+3", 0, 3 },  { ".5", 1, 5 },
    { "1.5000", 1, 15 }, { "−2", 0, -2 }, { "9223372036854775807", 0, G_MAXINT64 },
  };
  static const struct
  {
    const char *text;
    guint scale;
  } bad[] = {
    { "", 0 },
    { "-", 0 },
    { "1.5", 0 },
    { "1,5", 1 },
    { "1e3", 0 },
    { "nan", 0 },
    { "1 000", 0 },
    { "1.2.3", 2 },
    { "0.001", 2 },
    { "9223372036854775808", 0 },
    { "92233720368547758.08", 3 },
  };
  gint64 scaled;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i].text);
      g_assert_true (
          assay_format_parse_decimal (good[i].text, good[i].scale, FALSE, &scaled, NULL));
      g_assert_cmpint (scaled, ==, good[i].scaled);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i].text);
      g_assert_false (
          assay_format_parse_decimal (bad[i].text, bad[i].scale, FALSE, &scaled, &error));
      g_assert_true (error != NULL && error->domain == ASSAY_FORMAT_ERROR);
    }
}

static void
test_reals (void)
{
  g_autofree char *rounded = assay_format_real (-0.04, 1);
  g_autofree char *negative = assay_format_real (-6.0235, 2);
  g_autofree char *unknown = assay_format_real (NAN, 2);
  g_autofree char *share = assay_format_share (0.885, 1);

  g_assert_cmpstr (rounded, ==, "0.0");
  g_assert_cmpstr (negative, ==, "−6.02");
  g_assert_cmpstr (unknown, ==, "");
  g_assert_cmpstr (share, ==, "88.5 %");
}

static void
assert_money (gint64 amount, const char *currency, const char *plain)
{
  const AssayField *price
      = &assay_record_type_get (ASSAY_TYPE_ORDER_LINE)->fields[ASSAY_ORDER_LINE_UNIT_PRICE];
  g_auto (AssayValue) value = ASSAY_VALUE_INIT, back = ASSAY_VALUE_INIT;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  assay_value_set_integer (&value, amount);
  text = assay_format_value_plain (price, &value, currency);
  g_assert_cmpstr (text, ==, plain);
  g_assert_true (assay_format_parse_plain (price, text, currency, &back, &error));
  g_assert_no_error (error);
  g_assert_true (assay_value_equal (&value, &back));
}

/* Unit prices are kept to a hundredth of the minor unit, which not every currency has two of. */
static void
test_money (void)
{
  assert_money (125000, "USD", "12.50");
  assert_money (125, "USD", "0.0125");
  assert_money (123, "USD", "0.0123");
  assert_money (12500000, "VND", "125000");
  assert_money (100, "JPY", "1");
  assert_money (1234500, "KWD", "12.345");
  g_assert_cmpuint (assay_currency_digits (NULL), ==, 2);
}

/* Every value of every kind that an entry shows is read back as it was. */
static void
test_edit_round_trip (void)
{
  static const gint64 numbers[] = { 0, 1, 7, 999, 1000, 123456, 987654321 };
  const AssayRecordType *type = assay_record_type_get (ASSAY_TYPE_PRODUCT);

  for (guint i = 0; i < type->n_fields; i++)
    for (gsize n = 0; n < G_N_ELEMENTS (numbers); n++)
      {
        const AssayField *field = &type->fields[i];
        g_autoptr (AssayRecord) record = assay_record_new_empty (ASSAY_TYPE_PRODUCT);
        g_auto (AssayValue) back = ASSAY_VALUE_INIT;
        g_autofree char *text = NULL;
        g_autoptr (GError) error = NULL;

        if (assay_field_is_text (field) || field->kind == ASSAY_KIND_REFERENCE
            || field->kind == ASSAY_KIND_FLAG
            || (field->kind == ASSAY_KIND_DATE && numbers[n] > ASSAY_DATE_MAX)
            || ((field->flags & ASSAY_FIELD_RANGE)
                && (numbers[n] > field->max || numbers[n] < field->min)))
          continue;
        assay_record_set_text (record, ASSAY_PRODUCT_CURRENCY, "EUR");
        assay_record_set_integer (record, i, numbers[n]);
        text = assay_format_edit (record, i, ASSAY_UNITS_METRIC);
        g_test_message ("%s: %s", field->column, text);
        g_assert_true (
            assay_format_parse_edit (field, text, "EUR", ASSAY_UNITS_METRIC, &back, &error));
        g_assert_no_error (error);
        g_assert_cmpint (back.integer, ==, numbers[n]);
      }
}

static void
test_measures (void)
{
  const AssayRecordType *type = assay_record_type_get (ASSAY_TYPE_PRODUCT);
  g_autoptr (AssayRecord) record = assay_record_new_empty (ASSAY_TYPE_PRODUCT);
  g_autofree char *litres = NULL, *centimetres = NULL, *inches = NULL;
  g_auto (AssayValue) pound = ASSAY_VALUE_INIT;

  assay_record_set_integer (record, ASSAY_PRODUCT_CAPACITY, 25500);
  assay_record_set_integer (record, ASSAY_PRODUCT_HEIGHT, 508);
  litres = assay_format_display (record, ASSAY_PRODUCT_CAPACITY, ASSAY_UNITS_METRIC);
  centimetres = assay_format_display (record, ASSAY_PRODUCT_HEIGHT, ASSAY_UNITS_METRIC);
  inches = assay_format_display (record, ASSAY_PRODUCT_HEIGHT, ASSAY_UNITS_IMPERIAL);
  g_assert_cmpstr (litres, ==, "25.5 l");
  g_assert_cmpstr (centimetres, ==, "50.8 cm");
  g_assert_cmpstr (inches, ==, "20 in");
  g_assert_true (assay_format_parse_edit (&type->fields[ASSAY_PRODUCT_MASS], "1", NULL,
                                          ASSAY_UNITS_IMPERIAL, &pound, NULL));
  g_assert_cmpint (pound.integer, ==, 454);
}

static void
test_refusals (void)
{
  const AssayRecordType *type = assay_record_type_get (ASSAY_TYPE_INSPECTION);
  static const struct
  {
    guint field;
    const char *text;
    int code;
  } cases[] = {
    { ASSAY_INSPECTION_INSPECTED, "-1", ASSAY_FORMAT_ERROR_RANGE },
    { ASSAY_INSPECTION_INSPECTED, "1.5", ASSAY_FORMAT_ERROR_NUMBER },
    { ASSAY_INSPECTION_INSPECTED_ON, "12/03/2026", ASSAY_FORMAT_ERROR_DATE },
    { ASSAY_INSPECTION_RESULT, "Yes", ASSAY_FORMAT_ERROR_CHOICE },
    { ASSAY_INSPECTION_AQL_MAJOR, "2000", ASSAY_FORMAT_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (AssayValue) value = ASSAY_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      g_assert_false (assay_format_parse_edit (&type->fields[cases[i].field], cases[i].text, NULL,
                                               ASSAY_UNITS_METRIC, &value, &error));
      g_assert_error (error, ASSAY_FORMAT_ERROR, cases[i].code);
      g_assert_false (assay_value_is_known (&value));
    }
}

static void
test_codes (void)
{
  gsize n_countries, n_currencies;

  assay_countries (&n_countries);
  assay_currencies (&n_currencies);
  g_assert_cmpuint (n_countries, >, 240);
  g_assert_cmpuint (n_currencies, >, 150);
  g_assert_cmpstr (assay_country_name ("MX"), ==, "Mexico");
  g_assert_cmpstr (assay_currency_name ("EUR"), ==, "Euro");
  g_assert_null (assay_country_name ("XX"));
}

/* Texts of a book from elsewhere need not be UTF-8. */
static void
test_damaged (void)
{
  g_autoptr (AssayRecord) record = assay_record_new_empty (ASSAY_TYPE_SUPPLIER);

  assay_record_set_text (record, ASSAY_SUPPLIER_NAME, "Alpha \xf0");
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_SUPPLIER_NAME), ==, "Alpha \uFFFD");
  assay_record_set_reference_title (record, ASSAY_SUPPLIER_NAME, "\xe4\xbd");
  g_assert_true (
      g_utf8_validate (assay_record_get_reference_title (record, ASSAY_SUPPLIER_NAME), -1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/dates", test_dates);
  g_test_add_func ("/format/decimals", test_decimals);
  g_test_add_func ("/format/reals", test_reals);
  g_test_add_func ("/format/money", test_money);
  g_test_add_func ("/format/edit-round-trip", test_edit_round_trip);
  g_test_add_func ("/format/measures", test_measures);
  g_test_add_func ("/format/refusals", test_refusals);
  g_test_add_func ("/format/codes", test_codes);
  g_test_add_func ("/format/damaged", test_damaged);
  return g_test_run ();
}
