/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the three charts say: limits, boxes, shares, words, rows behind marks, and what they say
 * when there is nothing to show. */

#include "charts.h"

#include "chart/defect-rate-chart.h"
#include "chart/interval-chart.h"
#include "chart/scene.h"
#include "chart/spread-chart.h"
#include "chart/xmr-chart.h"
#include "record/date.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
assert_ids (GArray *ids, gint64 first, gint64 last, guint n)
{
  g_assert_cmpuint (ids->len, ==, n);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, first);
  g_assert_cmpint (g_array_index (ids, gint64, n - 1), ==, last);
  g_array_unref (ids);
}

static void
test_xmr (void)
{
  g_autoptr (AssaySeries) series = known_slips (10);
  g_autoptr (AssayScene) scene = assay_xmr_chart_new (series, NULL);
  g_autofree char *dump = assay_scene_dump (scene);
  g_autofree char *text = assay_scene_get_mark_text (scene, 2);
  g_autofree char *step = assay_scene_get_mark_text (scene, 10);

  assert_has (dump, "subtitle: Hà Nội Bags · 10 deliveries, 12 Mar 2026 – 14 May 2026\n");
  assert_has (dump, "layer rule panel 0 Upper limit 80.0: 0,79.9911\n");
  assert_has (dump, "layer rule panel 0 Lower limit 25.6: 0,25.6089\n");
  assert_has (dump, "layer rule panel 0 Mean 52.8: 0,52.8\n");
  assert_has (dump, "layer rule panel 1 Limit 33.4: 0,33.4");
  assert_has (dump, "layer rule panel 1 Mean 10.2: 0,10.2222\n");
  assert_has (dump, "layer rule panel 0 Promised day: 0,0\n");
  assert_has (dump, "layer points panel 0 marks: 1,45 2,52 3,48 4,61 5,50 6,47 7,55 8,49 9,70 "
                    "10,51\n");
  assert_has (dump, "layer points panel 1 marks: 2,7 3,4 4,13 5,11 6,3 7,8 8,6 9,21 10,19\n");
  assert_has (dump, "table: PO-1043 · Trail 25 | 2 Apr 2026 | 61 | 13 | \n");
  assert_has (dump,
              "On average 52.8 days late. The natural limits are 25.6 days late and 80.0 days "
              "late. There are no signals. The largest slip is that of PO-1048 · Trail 25 · "
              "7 May 2026: 70 days late.");
  g_assert_null (strstr (dump, "note:"));
  g_assert_cmpstr (text, ==, "PO-1042 · Trail 25 · 26 Mar 2026 · 48 days late");
  g_assert_cmpstr (step, ==, "PO-1041 · Trail 25 · 19 Mar 2026 · 7 days from the delivery before");
  g_assert_cmpuint (assay_scene_n_marks (scene), ==, 19);
  assert_ids (assay_scene_get_mark_ids (scene, 2), 102, 102, 1);
  assert_ids (assay_scene_get_mark_ids (scene, 10), 100, 101, 2);
  assert_ids (assay_scene_get_row_ids (scene, 9), 109, 109, 1);
}

static void
test_xmr_signal (void)
{
  static const double values[] = { 0, 2, 1, 0, 2, 1, 0, 2, 1, 0, 2, 60 };
  g_autoptr (AssaySeries) series = slips_of ("", values, G_N_ELEMENTS (values));
  g_autoptr (AssayScene) scene = assay_xmr_chart_new (series, NULL);
  g_autofree char *dump = assay_scene_dump (scene);
  g_autofree char *text = assay_scene_get_mark_text (scene, 11);

  assert_has (dump, " 12,60 diamond");
  assert_has (dump, "legend: beyond the limits\n");
  assert_has (text, "60 days late · beyond the limits");
  /* The first eleven lie below the mean of 5.92: the ninth to the eleventh complete a run. */
  assert_has (dump, " 8,2 9,1 triangle 10,0 triangle 11,2 triangle 12,60 diamond");
  assert_has (assay_scene_get_description (scene),
              "4 points are signals (beyond the limits: 1, step beyond the limit: 1, 9 in a row on "
              "one side: 3).");
}

static void
test_xmr_few (void)
{
  g_autoptr (AssaySeries) seven = known_slips (7), one = known_slips (1);
  g_autoptr (AssayScene) scene = assay_xmr_chart_new (seven, NULL);
  g_autoptr (AssayScene) single = assay_xmr_chart_new (one, NULL);
  g_autofree char *dump = assay_scene_dump (single);

  assert_has (assay_scene_get_note (scene), "Provisional limits: they rest on 7 deliveries");
  assert_has (assay_scene_get_note (single), "they rest on 1 delivery,");
  assert_has (dump, "1 delivery, 12 Mar 2026");
  g_assert_null (strstr (dump, "limit 4"));
  g_assert_cmpuint (assay_scene_n_marks (single), ==, 1);
}

static void
test_spread (void)
{
  static const double wide[] = { -10, 0, 10, 20, 100 }, narrow[] = { 1, 2, 3 }, single[] = { 4 };
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_series_free);
  g_autoptr (AssayScene) scene = NULL;
  g_autofree char *dump = NULL, *text = NULL;

  g_ptr_array_add (groups, slips_of ("Single", single, 1));
  g_ptr_array_add (groups, slips_of ("Narrow", narrow, 3));
  g_ptr_array_add (groups, slips_of ("None", single, 0));
  g_ptr_array_add (groups, slips_of ("Wide", wide, 5));
  scene = assay_spread_chart_new (groups);
  dump = assay_scene_dump (scene);
  /* Variance of -10 0 10 20 100: mean 24, squares 7,720 / 4 = 1,930. */
  assert_has (dump, "row 0: Wide (n = 5 · variance 1930)\n  row 1: Narrow (n = 3 · variance 1)\n"
                    "  row 2: Single (n = 1)\n");
  /* Quartiles 0, 10, 20; 100 lies beyond 20 + 1.5 × 20, so the whisker ends at 20. */
  assert_has (dump, " 0: -10 |0 10 20| 20\n");
  assert_has (dump, " 1: 1 |1.5 2 2.5| 3\n");
  assert_has (dump, "layer points panel 0 marks: 4,2\n");
  assert_has (dump,
              "3 suppliers, 9 deliveries. Wide varies most: variance 1930, median 10 days late, "
              "n = 5. Narrow varies least: variance 1, median 2 days late, n = 3.");
  assert_has (dump, "table: Single | 1 |  |  | 4 | 4 | 4 | 4 | 4 | 4\n");
  text = assay_scene_get_mark_text (scene, 4);
  g_assert_cmpstr (text, ==, "Wide · 16 Mar 2026 · 100 days late");
  assert_ids (assay_scene_get_mark_ids (scene, 0), 500, 500, 1);
  assert_ids (assay_scene_get_row_ids (scene, 0), 500, 504, 5);
}

static void
test_defect_rate (void)
{
  static const gint64 x[] = { 12, 15, 8, 20, 11, 9, 25, 14, 10, 16 };
  static const gint64 n[] = { 500, 600, 450, 700, 520, 480, 650, 560, 500, 610 };
  g_autoptr (AssaySeries) series = assay_series_new_counts (1, "Factory");
  g_autoptr (AssayScene) scene = NULL;
  g_autofree char *dump = NULL, *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (x); i++)
    add_lot (series, i + 1, 20524 + (int)i * 30, x[i], n[i]);
  add_lot (series, 50, 20524, 3, 0);
  add_lot (series, 51, 20524, 9, 8);
  scene = assay_defect_rate_chart_new (series, NULL);
  dump = assay_scene_dump (scene);
  /* p-bar 0.02513465 and the first upper limit 0.04613589 (domain vector). */
  assert_has (dump, "layer rule panel 0 Mean 2.5%: 0,0.0251346\n");
  assert_has (dump, "layer steps panel 0 Upper limit 4.4%: 20524,0.0461359 ");
  assert_has (dump, "note: 2 lots without usable counts are left out.\n");
  assert_has (dump, "In all 140 of 5570 defective, 2.5%.");
  assert_has (dump, "The highest rate is that of Lot 7 · 8 Sep 2026: 25 of 650 defective, 3.8%.");
  text = assay_scene_get_mark_text (scene, 0);
  g_assert_cmpstr (text, ==,
                   "Lot 1 · 12 Mar 2026 · 12 of 500 defective, 2.4% · limits 0.4% to 4.6%");
  assert_ids (assay_scene_get_mark_ids (scene, 3), 4, 4, 1);
}

static void
test_pooled_period (void)
{
  g_autoptr (AssaySeries) series = assay_series_new_counts (0, NULL);
  AssayCountPoint month = { .day = 20513, .inspected = 200, .defective = 4 };
  gint64 ids[] = { 7, 8, 9 };
  g_autoptr (AssayScene) scene = NULL;
  g_autofree char *text = NULL;

  month.label = g_strdup ("March 2026");
  month.ids = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), ids, 3);
  g_array_append_val (series->points, month);
  scene = assay_defect_rate_chart_new (series, NULL);
  text = assay_scene_get_mark_text (scene, 0);
  assert_has (text, "March 2026 · 4 of 200 defective, 2.0% · limits");
  assert_has (assay_scene_get_note (scene),
              "Provisional limits: they rest on fewer than the 8 points");
  assert_ids (assay_scene_get_mark_ids (scene, 0), 7, 9, 3);
}

static void
check_empty (AssayScene *made)
{
  g_autoptr (AssayScene) scene = made;

  g_assert_nonnull (assay_scene_get_empty (scene));
  g_assert_cmpstr (assay_scene_get_description (scene), ==, assay_scene_get_empty (scene));
  g_assert_cmpuint (assay_scene_n_marks (scene), ==, 0);
  g_assert_cmpuint (assay_scene_n_rows (scene), ==, 0);
  g_assert_cmpuint (assay_scene_step_mark (scene, ASSAY_MARK_NONE, ASSAY_STEP_NEXT), ==,
                    ASSAY_MARK_NONE);
  g_assert_null (assay_scene_get_mark_text (scene, 0));
}

static void
test_empty (void)
{
  g_autoptr (AssaySeries) unknown = slips_of ("Nobody", (double[]){ NAN }, 1);

  check_empty (assay_xmr_chart_new (NULL, NULL));
  check_empty (assay_xmr_chart_new (unknown, NULL));
  check_empty (assay_spread_chart_new (NULL));
  check_empty (assay_defect_rate_chart_new (NULL, NULL));
}

static void
test_walk (void)
{
  g_autoptr (AssaySeries) series = known_slips (10);
  g_autoptr (AssayScene) scene = assay_xmr_chart_new (series, NULL);
  guint mark = ASSAY_MARK_NONE;

  for (guint i = 0; i < 10; i++)
    {
      mark = assay_scene_step_mark (scene, mark, ASSAY_STEP_NEXT);
      g_assert_cmpuint (mark, ==, i);
    }
  g_assert_cmpuint (assay_scene_step_mark (scene, 9, ASSAY_STEP_NEXT), ==, 9);
  g_assert_cmpuint (assay_scene_step_mark (scene, 9, ASSAY_STEP_UP), ==, 9);
  /* Below the tenth value is the ninth range, that of the same delivery. */
  g_assert_cmpuint (assay_scene_step_mark (scene, 9, ASSAY_STEP_DOWN), ==, 18);
  g_assert_cmpuint (assay_scene_step_mark (scene, 18, ASSAY_STEP_FIRST), ==, 10);
  g_assert_cmpuint (assay_scene_step_mark (scene, 10, ASSAY_STEP_UP), ==, 1);
  g_assert_cmpuint (assay_scene_step_mark (scene, ASSAY_MARK_NONE, ASSAY_STEP_LAST), ==, 9);
}

static AssayCountPoint
pooled_month (int year, int month)
{
  AssayCountPoint point = { .inspected = 100, .defective = 4, .defects = 4 };

  assay_date_from_ymd (year, month, 1, &point.day);
  point.label = assay_date_format_month (point.day);
  return point;
}

/* Of January, February and May 2026 the line breaks before May. */
static void
test_gap (void)
{
  g_autoptr (AssaySeries) series = assay_series_new_counts (0, NULL);
  g_autoptr (AssayScene) scene = NULL;
  g_autofree char *dump = NULL;
  const int months[] = { 1, 2, 5 };
  const char *line;
  guint lines = 0;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      AssayCountPoint point = pooled_month (2026, months[i]);

      g_array_append_val (series->points, point);
    }
  scene = assay_defect_rate_chart_new (series, NULL);
  dump = assay_scene_dump (scene);
  for (line = dump; (line = strstr (line, "layer line")) != NULL; line++)
    lines++;
  g_assert_cmpuint (lines, ==, 2);
}

/* Two suppliers with whiskers, the claim of one, and one of which nothing was measured. */
static void
test_intervals (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_claim_free);
  const AssayClaim given[] = {
    { 7, (char *)"Sao Mai", ASSAY_COMPARED_RATE, 0.01, { 0.056, 0.027, 0.111, 125 }, 0 },
    { 8, (char *)"Ege", ASSAY_COMPARED_RATE, NAN, { 0.0, 0.0, 0.071, 50 }, 0 },
    { 9, (char *)"Nobody", ASSAY_COMPARED_RATE, 0.02, { NAN, NAN, NAN, 0 }, 0 },
  };
  g_autoptr (AssayScene) scene = NULL;
  g_autofree char *dump = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    g_ptr_array_add (rows, assay_claim_copy (&given[i]));
  scene = assay_interval_chart_new (rows, ASSAY_COMPARED_RATE, ASSAY_INTERVAL_WILSON);
  dump = assay_scene_dump (scene);
  assert_has (dump, "Defective rate, side by side");
  assert_has (dump, "Most: Sao Mai");
  assert_has (dump, "Least: Ege");
  assert_has (dump, "1 without a measurement is left out.");
  assert_has (dump, "claimed");
  check_empty (assay_interval_chart_new (NULL, ASSAY_COMPARED_RATE, ASSAY_INTERVAL_WILSON));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/xmr/known", test_xmr);
  g_test_add_func ("/chart/xmr/signal", test_xmr_signal);
  g_test_add_func ("/chart/xmr/few", test_xmr_few);
  g_test_add_func ("/chart/spread/known", test_spread);
  g_test_add_func ("/chart/defect-rate/known", test_defect_rate);
  g_test_add_func ("/chart/defect-rate/pooled", test_pooled_period);
  g_test_add_func ("/chart/empty", test_empty);
  g_test_add_func ("/chart/walk", test_walk);
  g_test_add_func ("/chart/gap", test_gap);
  g_test_add_func ("/chart/intervals", test_intervals);
  return g_test_run ();
}
