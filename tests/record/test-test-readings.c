/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Results of tests as laboratories write them. */

#include "assay-config.h"

#include "record/format.h"
#include "record/test-readings.h"

static void
test_reads (void)
{
  static const struct
  {
    AssayTestScale scale;
    const char *text, *stored;
  } rows[] = {
    { ASSAY_SCALE_NUMBER, "27.4; 26.9", "27.4; 26.9" },
    { ASSAY_SCALE_NUMBER, "27,4 26,9", "27.4; 26.9" },
    { ASSAY_SCALE_NUMBER, "350/351/349", "350; 351; 349" },
    { ASSAY_SCALE_NUMBER, "> 20000; >=20000, 21000", ">20000; >20000; 21000" },
    { ASSAY_SCALE_NUMBER, "<5; ≤ 5", "<5; <5" },
    { ASSAY_SCALE_NUMBER, "-0.5", "-0.5" },
    { ASSAY_SCALE_GREY_CHANGE, "4; 4-5; 4.5; 4/5; 4–5; 5-4", "4; 4-5; 4-5; 4-5; 4-5; 4-5" },
    { ASSAY_SCALE_GREY_STAINING, "1-2 1 5", "1-2; 1; 5" },
    { ASSAY_SCALE_BLUE_WOOL, "5-6; >7", "5-6; >7" },
    { ASSAY_SCALE_SPRAY_ISO, "4", "4" },
    { ASSAY_SCALE_SPRAY_AATCC, "90; 85; 100", "90; 85; 100" },
    { ASSAY_SCALE_PASS_FAIL, "pass; Fail OK; 1", "pass; fail; pass; pass" },
    { ASSAY_SCALE_NUMBER, "", NULL },
    { ASSAY_SCALE_NUMBER, NULL, NULL },
    { ASSAY_SCALE_NUMBER, " ; ", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) readings = assay_test_readings_parse (rows[i].text, rows[i].scale, &error);
      g_autoptr (GArray) again = NULL;
      g_autofree char *stored = NULL, *twice = NULL;

      g_assert_no_error (error);
      stored = assay_test_readings_to_string (readings, rows[i].scale);
      g_assert_cmpstr (stored, ==, rows[i].stored);
      /* What is stored is read as the same. */
      again = assay_test_readings_parse (stored, rows[i].scale, &error);
      g_assert_no_error (error);
      twice = assay_test_readings_to_string (again, rows[i].scale);
      g_assert_cmpstr (twice, ==, stored);
    }
}

static void
test_stretches (void)
{
  static const struct
  {
    AssayTestScale scale;
    const char *text;
    gint64 low, high;
  } rows[] = {
    { ASSAY_SCALE_NUMBER, "27.4", 27400, 27400 },
    { ASSAY_SCALE_NUMBER, ">20000", 20000000, G_MAXINT64 },
    { ASSAY_SCALE_NUMBER, "<0.05", G_MININT64, 50 },
    { ASSAY_SCALE_GREY_CHANGE, "4-5", 4500, 4500 },
    { ASSAY_SCALE_BLUE_WOOL, "7-8", 7500, 7500 },
    { ASSAY_SCALE_PASS_FAIL, "fail", 0, 0 },
    { ASSAY_SCALE_PASS_FAIL, "PASS", 1000, 1000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) readings = assay_test_readings_parse (rows[i].text, rows[i].scale, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (readings->len, ==, 1);
      g_assert_cmpint (g_array_index (readings, AssayTestReading, 0).low, ==, rows[i].low);
      g_assert_cmpint (g_array_index (readings, AssayTestReading, 0).high, ==, rows[i].high);
    }
}

static void
test_refuses (void)
{
  static const struct
  {
    AssayTestScale scale;
    const char *text, *named;
  } rows[] = {
    { ASSAY_SCALE_NUMBER, "27.4; 26x", "26x" }, { ASSAY_SCALE_NUMBER, ">", ">" },
    { ASSAY_SCALE_NUMBER, "1,250", "1,250" },   { ASSAY_SCALE_NUMBER, "n.d.", "n.d." },
    { ASSAY_SCALE_NUMBER, "4-5", "4-5" }, /* a grade without a scale */
    { ASSAY_SCALE_GREY_CHANGE, "6", "6" },      { ASSAY_SCALE_GREY_CHANGE, "0-1", "0-1" },
    { ASSAY_SCALE_GREY_CHANGE, "5-6", "5-6" },  { ASSAY_SCALE_GREY_CHANGE, "3-5", "3-5" },
    { ASSAY_SCALE_GREY_CHANGE, "4.3", "4.3" },  { ASSAY_SCALE_GREY_STAINING, "0", "0" },
    { ASSAY_SCALE_BLUE_WOOL, "9", "9" },        { ASSAY_SCALE_SPRAY_AATCC, "87", "87" },
    { ASSAY_SCALE_SPRAY_AATCC, "105", "105" },  { ASSAY_SCALE_PASS_FAIL, "maybe", "maybe" },
    { ASSAY_SCALE_PASS_FAIL, "27", "27" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) readings = assay_test_readings_parse (rows[i].text, rows[i].scale, &error);

      g_assert_null (readings);
      g_assert_nonnull (error);
      g_assert_true (error->domain == ASSAY_FORMAT_ERROR);
      g_assert_nonnull (strstr (error->message, rows[i].named));
    }
}

static void
test_values (void)
{
  static const struct
  {
    AssayTestScale scale;
    gint64 value;
    const char *text;
  } rows[] = {
    { ASSAY_SCALE_GREY_CHANGE, 4500, "4-5" }, { ASSAY_SCALE_GREY_CHANGE, 4250, "4.25" },
    { ASSAY_SCALE_NUMBER, 4500, "4.5" },      { ASSAY_SCALE_SPRAY_AATCC, 90000, "90" },
    { ASSAY_SCALE_PASS_FAIL, 1000, "Pass" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = assay_test_value_format (rows[i].value, rows[i].scale);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* As they are stored; what is not known is a number. */
static void
test_scales (void)
{
  gint64 low, high;

  g_assert_cmpint (assay_test_scale_parse ("number"), ==, ASSAY_SCALE_NUMBER);
  g_assert_cmpint (assay_test_scale_parse ("grey_staining"), ==, ASSAY_SCALE_GREY_STAINING);
  g_assert_cmpint (assay_test_scale_parse ("spray_aatcc"), ==, ASSAY_SCALE_SPRAY_AATCC);
  g_assert_cmpint (assay_test_scale_parse ("pass_fail"), ==, ASSAY_SCALE_PASS_FAIL);
  g_assert_cmpint (assay_test_scale_parse (NULL), ==, ASSAY_SCALE_NUMBER);
  g_assert_cmpint (assay_test_scale_parse ("gold"), ==, ASSAY_SCALE_NUMBER);
  g_assert_true (assay_test_scale_ends (ASSAY_SCALE_BLUE_WOOL, &low, &high));
  g_assert_cmpint (low, ==, 1000);
  g_assert_cmpint (high, ==, 8000);
  g_assert_false (assay_test_scale_ends (ASSAY_SCALE_NUMBER, &low, &high));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/test-readings/reads", test_reads);
  g_test_add_func ("/test-readings/stretches", test_stretches);
  g_test_add_func ("/test-readings/refuses", test_refuses);
  g_test_add_func ("/test-readings/values", test_values);
  g_test_add_func ("/test-readings/scales", test_scales);
  return g_test_run ();
}
