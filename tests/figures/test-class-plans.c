/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * test-class-plans.c: the samples of the classes of one lot, single and double, against
 * the tables as transcribed by others.
 */
#include "figures/class-plans.h"
#include "reference.h"

#define LEVEL ASSAY_INSPECTION_LEVEL_II

static const char *const severity_names[] = { "normal", "tightened", "reduced" };

static void
check (const AssayClassSamples *samples,
       gint64 n,
       gint64 second_n,
       gint first_ac,
       gint first_re,
       gint ac,
       gint re)
{
  g_assert_cmpint (samples->n, ==, n);
  g_assert_cmpint (samples->second_n, ==, second_n);
  g_assert_cmpint (samples->first_ac, ==, first_ac);
  g_assert_cmpint (samples->first_re, ==, first_re);
  g_assert_cmpint (samples->ac, ==, ac);
  g_assert_cmpint (samples->re, ==, re);
}

/* The largest lot of each letter at level II, 0 for those that no lot has there. */
static gint64
largest_lot (char letter)
{
  static const struct
  {
    char letter;
    gint64 lot;
  } lots[] = { { 'A', 8 },     { 'B', 15 },    { 'C', 25 },     { 'D', 50 },     { 'E', 90 },
               { 'F', 150 },   { 'G', 280 },   { 'H', 500 },    { 'J', 1200 },   { 'K', 3200 },
               { 'L', 10000 }, { 'M', 35000 }, { 'N', 150000 }, { 'P', 500000 }, { 'Q', 9000000 } };

  for (guint i = 0; i < G_N_ELEMENTS (lots); i++)
    if (lots[i].letter == letter)
      return lots[i].lot;
  return 0;
}

/* Every row of Tables III-A to III-C whose letter has lots at level II: one class alone has the
 * plan of the table, whether the largest sample is for all or not. */
static void
test_tables (gconstpointer data)
{
  AssaySeverity severity = GPOINTER_TO_INT (data);
  g_autofree char *path = g_strdup_printf ("aql/double_%s.csv", severity_names[severity]);
  g_autoptr (Reference) table = reference_load (path);
  guint checked = 0;

  for (guint row = 0; table != NULL && row < table->rows->len; row++)
    {
      AssayClassDemand demands[] = { { ASSAY_AQL_NONE, 0 }, { 0, 0 }, { ASSAY_AQL_NONE, 0 } };
      AssayClassSamples own[3], all[3];
      gboolean twofold = g_str_equal (reference_text (table, row, "use"), "double");
      gint64 lot = largest_lot (*reference_text (table, row, "code_letter"));

      if (lot == 0 || *reference_text (table, row, "flag") != '\0')
        continue;
      demands[1].severity = severity;
      g_assert_true (assay_aql_parse (reference_text (table, row, "aql"), &demands[1].aql));
      g_assert_true (
          assay_class_plans (lot, LEVEL, ASSAY_SAMPLING_DOUBLE, demands, FALSE, own, NULL));
      g_assert_true (
          assay_class_plans (lot, LEVEL, ASSAY_SAMPLING_DOUBLE, demands, TRUE, all, NULL));
      g_assert_cmpmem (own, sizeof own, all, sizeof all);
      g_assert_cmpint (own[0].n, ==, 0);
      if (twofold && 2 * (gint64)reference_number (table, row, "n1") <= lot)
        check (
            &own[1], (gint64)reference_number (table, row, "n1"),
            (gint64)reference_number (table, row, "n2"), (gint)reference_number (table, row, "ac1"),
            (gint)reference_number (table, row, "re1"), (gint)reference_number (table, row, "ac2"),
            (gint)reference_number (table, row, "re2"));
      else if (!twofold)
        check (&own[1], MIN (lot, (gint64)reference_number (table, row, "single_n")), 0, 0, 0,
               (gint)reference_number (table, row, "single_ac"),
               (gint)reference_number (table, row, "single_re"));
      else
        g_assert_cmpint (own[1].second_n, ==, 0);
      checked++;
    }
  if (table != NULL)
    g_assert_cmpuint (checked, >, 300);
}

static void
plan (gint64 lot,
      AssaySampling sampling,
      const gint aqls[3],
      const AssaySeverity severities[3],
      gboolean largest,
      AssayClassSamples samples[3])
{
  AssayClassDemand demands[3];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    demands[i] = (AssayClassDemand){ aqls[i], severities[i] };
  assay_class_plans (lot, LEVEL, sampling, demands, largest, samples, &error);
  g_assert_no_error (error);
}

#define N                   ASSAY_SEVERITY_NORMAL
#define T                   ASSAY_SEVERITY_TIGHTENED
#define R                   ASSAY_SEVERITY_REDUCED
#define SEVERITIES(a, b, c) ((const AssaySeverity[]){ (a), (b), (c) })

static void
test_double (void)
{
  const gint usual[] = { ASSAY_AQL_ZERO, 2500, 4000 };
  const gint strict[] = { 650, 4000, ASSAY_AQL_NONE };
  AssayClassSamples samples[3];

  /* J: 50 and 50; 2 5, 6 7 and 3 7, 8 9; none allowed in what is drawn. */
  plan (1000, ASSAY_SAMPLING_DOUBLE, usual, SEVERITIES (N, N, N), TRUE, samples);
  check (&samples[0], 50, 0, 0, 0, 0, 1);
  check (&samples[1], 50, 50, 2, 5, 6, 7);
  check (&samples[2], 50, 50, 3, 7, 8, 9);
  /* E: major moves to F, where minor is read again. */
  plan (60, ASSAY_SAMPLING_DOUBLE, usual, SEVERITIES (N, N, N), TRUE, samples);
  check (&samples[1], 13, 13, 0, 2, 1, 2);
  check (&samples[2], 13, 13, 0, 3, 3, 4);
  plan (60, ASSAY_SAMPLING_DOUBLE, usual, SEVERITIES (N, N, N), FALSE, samples);
  check (&samples[0], 13, 0, 0, 0, 0, 1);
  check (&samples[1], 13, 13, 0, 2, 1, 2);
  check (&samples[2], 8, 8, 0, 2, 1, 2);
  /* F at 0.65 is 0/1, which has no double plan: one sample for all, or each its own. */
  plan (120, ASSAY_SAMPLING_DOUBLE, strict, SEVERITIES (N, N, N), TRUE, samples);
  check (&samples[0], 20, 0, 0, 0, 0, 1);
  check (&samples[1], 20, 0, 0, 0, 2, 3);
  plan (120, ASSAY_SAMPLING_DOUBLE, strict, SEVERITIES (N, N, N), FALSE, samples);
  check (&samples[0], 20, 0, 0, 0, 0, 1);
  check (&samples[1], 13, 13, 0, 3, 3, 4);
  /* Two samples of 13 are more than the lot. */
  plan (25, ASSAY_SAMPLING_DOUBLE, (const gint[]){ ASSAY_AQL_NONE, 2500, 6500 },
        SEVERITIES (N, N, N), TRUE, samples);
  g_assert_cmpint (samples[1].second_n + samples[2].second_n, ==, 0);
  plan (1, ASSAY_SAMPLING_DOUBLE, usual, SEVERITIES (N, N, N), TRUE, samples);
  check (&samples[1], 1, 0, 0, 0, 0, 1);
  g_assert_true (samples[1].inspect_all);
}

static void
test_severities (void)
{
  const gint usual[] = { ASSAY_AQL_ZERO, 2500, 4000 };
  AssayClassSamples samples[3];

  plan (1000, ASSAY_SAMPLING_SINGLE, usual, SEVERITIES (N, T, N), TRUE, samples);
  check (&samples[1], 80, 0, 0, 0, 3, 4);
  check (&samples[2], 80, 0, 0, 0, 7, 8);
  /* Reduced has a smaller sample: together with normal it saves nothing and is read as normal. */
  plan (1000, ASSAY_SAMPLING_SINGLE, usual, SEVERITIES (N, R, N), TRUE, samples);
  check (&samples[1], 80, 0, 0, 0, 5, 6);
  g_assert_cmpint (samples[1].severity, ==, ASSAY_SEVERITY_NORMAL);
  plan (1000, ASSAY_SAMPLING_SINGLE, usual, SEVERITIES (N, R, N), FALSE, samples);
  check (&samples[0], 80, 0, 0, 0, 0, 1);
  check (&samples[1], 32, 0, 0, 0, 2, 5);
  check (&samples[2], 80, 0, 0, 0, 7, 8);
  /* Critical at 0 reads no table and holds nobody back. */
  plan (1000, ASSAY_SAMPLING_SINGLE, usual, SEVERITIES (N, R, R), TRUE, samples);
  check (&samples[0], 32, 0, 0, 0, 0, 1);
  check (&samples[1], 32, 0, 0, 0, 2, 5);
  check (&samples[2], 32, 0, 0, 0, 3, 6);
  plan (1000, ASSAY_SAMPLING_DOUBLE, usual, SEVERITIES (N, R, R), TRUE, samples);
  check (&samples[1], 20, 20, 0, 4, 3, 6);
}

static void
test_refusals (void)
{
  AssayClassDemand demands[] = { { ASSAY_AQL_NONE, N }, { 2500, N }, { 4000, N } };
  AssayClassSamples samples[3];
  g_autoptr (GError) error = NULL, other = NULL;

  g_assert_false (
      assay_class_plans (0, LEVEL, ASSAY_SAMPLING_DOUBLE, demands, TRUE, samples, &error));
  g_assert_error (error, ASSAY_FIGURES_ERROR, ASSAY_FIGURES_ERROR_INVALID);
  demands[2].aql = 2000;
  g_assert_false (
      assay_class_plans (1000, LEVEL, ASSAY_SAMPLING_DOUBLE, demands, TRUE, samples, &other));
  g_assert_error (other, ASSAY_FIGURES_ERROR, ASSAY_FIGURES_ERROR_NO_PLAN);
  g_assert_cmpint (samples[1].n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *path = g_strdup_printf ("/figures/class-plans/tables/%s", severity_names[i]);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_tables);
    }
  g_test_add_func ("/figures/class-plans/double", test_double);
  g_test_add_func ("/figures/class-plans/severities", test_severities);
  g_test_add_func ("/figures/class-plans/refusals", test_refusals);
  return g_test_run ();
}
