/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measured values as people type them, and as they are stored. */

#include "assay-config.h"

#include "record/format.h"
#include "record/readings.h"

static void
test_reads (void)
{
  static const struct
  {
    const char *text, *stored;
  } rows[] = {
    { "349", "349" },
    { "349.5; 351; 352.25", "349.5; 351; 352.25" },
    { "349,5; 351 ;352,25", "349.5; 351; 352.25" },
    { "349.5 351\n352.25\t353", "349.5; 351; 352.25; 353" },
    { "340, 341, 342", "340; 341; 342" },
    { "340,5, 341,5", "340.5; 341.5" },
    { ";; 340 ;", "340" },
    { "340|341", "340; 341" },
    { "0.001 -0.5 +2 1.2300", "0.001; -0.5; 2; 1.23" },
    { "12.0000", "12" },
    { "1；2", "1; 2" },
    { "350/351/349", "350; 351; 349" },
    { "12,5 / 12,6", "12.5; 12.6" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) values = assay_readings_parse (rows[i].text, &error);
      g_autofree char *stored = NULL;

      g_assert_no_error (error);
      stored = assay_readings_to_string ((const gint64 *)(void *)values->data, values->len);
      g_assert_cmpstr (stored, ==, rows[i].stored);
    }
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *text, *named;
  } rows[] = {
    { "349; 35x; 351", "35x" },
    { "349 mm", "mm" },
    { "12 15/16", "15/16" },
    { "340,341,342", "340,341,342" },
    { "1,250", "1,250" }, /* 1250 or 1.25 */
    { "1.2.3", "1.2.3" },
    { "1.2345", "1.2345" },
    { "-", "-" },
    { ".", "." },
    { "99999999999999999999", "99999999999999999999" },
    { "1e3", "1e3" },
    { "NaN", "NaN" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) values = assay_readings_parse (rows[i].text, &error);

      g_assert_null (values);
      g_assert_nonnull (error);
      g_assert_true (error->domain == ASSAY_FORMAT_ERROR);
      g_assert_nonnull (strstr (error->message, rows[i].named));
    }
}

static void
test_none (void)
{
  static const char *const texts[] = { NULL, "", " ", ";\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) values = assay_readings_parse (texts[i], NULL);

      g_assert_nonnull (values);
      g_assert_cmpuint (values->len, ==, 0);
    }
  g_assert_null (assay_readings_to_string (NULL, 0));
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= ASSAY_READINGS_MOST; i++)
    g_string_append (text, "1 ");
  g_assert_null (assay_readings_parse (text->str, &error));
  g_assert_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_RANGE);
}

static void
test_summary (void)
{
  const gint64 values[] = { 340000, 339999, 360000, 360001, 350000 };
  AssayReadingsSummary summary;

  assay_readings_summarise (values, G_N_ELEMENTS (values), 340000, 360000, &summary);
  g_assert_cmpuint (summary.n, ==, 5);
  g_assert_cmpint (summary.min, ==, 339999);
  g_assert_cmpint (summary.max, ==, 360001);
  g_assert_cmpfloat_with_epsilon (summary.mean, 350000, 1e-6);
  g_assert_cmpuint (summary.below, ==, 1);
  g_assert_cmpuint (summary.above, ==, 1);
  assay_readings_summarise (values, G_N_ELEMENTS (values), G_MININT64, G_MAXINT64, &summary);
  g_assert_cmpuint (summary.below + summary.above, ==, 0);
  assay_readings_summarise (NULL, 0, 0, 1, &summary);
  g_assert_cmpuint (summary.n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readings/reads", test_reads);
  g_test_add_func ("/readings/refuses", test_refuses);
  g_test_add_func ("/readings/none", test_none);
  g_test_add_func ("/readings/too-many", test_too_many);
  g_test_add_func ("/readings/summary", test_summary);
  return g_test_run ();
}
