/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counted days have the statistics of the same days kept one by one. */

#include "insight/day-counts.h"

static void
assert_same (const gint32 *days, gsize n)
{
  AssayDayCounts counts = { 0 };
  AssayDayCounts first = { 0 };
  AssayDayCounts merged = { 0 };
  AssaySummary expected, summary, sum;

  for (gsize i = 0; i < n; i++)
    {
      assay_day_counts_add (&counts, days[i]);
      assay_day_counts_add (i % 3 == 0 ? &first : &merged, days[i]);
    }
  assay_day_counts_merge (&merged, &first);
  assay_summary_compute_days (days, n, &expected);
  assay_day_counts_summarise (&counts, &summary);
  assay_day_counts_summarise (&merged, &sum);
  g_assert_cmpmem (&summary, sizeof summary, &expected, sizeof expected);
  g_assert_cmpmem (&sum, sizeof sum, &expected, sizeof expected);
  assay_day_counts_clear (&counts);
  assay_day_counts_clear (&first);
  assay_day_counts_clear (&merged);
}

static void
test_same (void)
{
  static const gint32 none[] = { 0 };
  static const gint32 one[] = { -7 };
  static const gint32 few[] = { 3, -372, 192, 0, 0, 3, 5 };
  static const gint32 edge[] = { G_MININT32, G_MININT32 + 1, G_MININT32 };
  static const gint32 far[] = { 0, 2932896, -719162, 12, 14, G_MAXINT32, G_MININT32, 12 };
  gint32 many[5000];

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    many[i] = g_test_rand_int_range (-20000, 20000);
  assert_same (none, 0);
  assert_same (one, G_N_ELEMENTS (one));
  assert_same (few, G_N_ELEMENTS (few));
  assert_same (far, G_N_ELEMENTS (far));
  assert_same (edge, G_N_ELEMENTS (edge));
  assert_same (many, G_N_ELEMENTS (many));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/day-counts/same", test_same);
  return g_test_run ();
}
