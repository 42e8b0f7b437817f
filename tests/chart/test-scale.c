/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scales, ticks, dates and numbers: properties that hold for any range, and a calendar checked
 * against GLib's. */

#include "chart/decimate.h"
#include "chart/format.h"
#include "chart/ticks.h"

#include <locale.h>
#include <math.h>

static void
test_nice_steps (void)
{
  g_assert_cmpfloat_with_epsilon (assay_nice_step (10, 10), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (assay_nice_step (10, 9), 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (assay_nice_step (100, 4), 50, 1e-12);
  g_assert_cmpfloat_with_epsilon (assay_nice_step (0.07, 5), 0.02, 1e-12);
  g_assert_cmpuint (assay_step_decimals (0.02), ==, 2);
  g_assert_cmpuint (assay_step_decimals (50), ==, 0);
  for (guint i = 0; i < 3000; i++)
    {
      double span = pow (10, g_test_rand_double_range (-9, 12));
      guint most = (guint)g_test_rand_int_range (1, 20);
      double step = assay_nice_step (span, most);
      double lead = step / pow (10, floor (log10 (step) + 1e-9));

      g_assert_cmpfloat (span / step, <=, most * (1 + 1e-6));
      g_assert_true (fabs (lead - 1) < 1e-6 || fabs (lead - 2) < 1e-6 || fabs (lead - 5) < 1e-6);
    }
}

static void
check_ticks (const GArray *ticks, const AssayScale *scale)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const AssayTick *tick = &g_array_index (ticks, AssayTick, i);

      g_assert_cmpfloat (tick->value, >=, scale->min - assay_scale_span (scale) * 1e-6);
      g_assert_cmpfloat (tick->value, <=, scale->max + assay_scale_span (scale) * 1e-6);
      g_assert_nonnull (tick->label);
      if (i > 0)
        {
          const AssayTick *before = &g_array_index (ticks, AssayTick, i - 1);

          g_assert_cmpfloat (tick->value, >, before->value);
        }
    }
}

static void
test_number_ticks (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      double low = g_test_rand_double_range (-1e5, 1e5);
      AssayScale scale = { low, low + pow (10, g_test_rand_double_range (-4, 6)) };
      guint most = (guint)g_test_rand_int_range (3, 12);
      g_autoptr (GArray) ticks = assay_ticks_number (&scale, most, 0, i % 2 == 0);

      check_ticks (ticks, &scale);
      g_assert_cmpuint (ticks->len, >=, 1);
      g_assert_cmpuint (ticks->len, <=, most + 3);
    }
}

static void
test_date_ticks (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      double low = g_test_rand_double_range (-200000, 200000);
      AssayScale scale = { low, low + pow (10, g_test_rand_double_range (0, 5)) };
      guint most = (guint)g_test_rand_int_range (3, 14);
      g_autoptr (GArray) ticks = assay_ticks_date (&scale, most);
      AssayDateStep step = assay_date_step (assay_scale_span (&scale), most);

      check_ticks (ticks, &scale);
      g_assert_cmpuint (ticks->len, <=, most + 1);
      for (guint k = 0; k < ticks->len; k++)
        {
          const AssayTick *tick = &g_array_index (ticks, AssayTick, k);
          int year, month, mday;

          assay_chart_date_split ((int)tick->value, &year, &month, &mday);
          if (step.unit == ASSAY_STEP_WEEK)
            g_assert_cmpint (assay_chart_date_weekday ((int)tick->value), ==, 0);
          if (step.unit == ASSAY_STEP_MONTH)
            {
              g_assert_cmpint (mday, ==, 1);
              g_assert_cmpint ((month - 1) % step.count, ==, 0);
            }
          if (step.unit == ASSAY_STEP_YEAR)
            g_assert_true (mday == 1 && month == 1 && year % step.count == 0);
        }
    }
}

static void
test_year_under_ticks (void)
{
  AssayScale scale = { assay_chart_date_join (2025, 10, 20), assay_chart_date_join (2026, 4, 2) };
  g_autoptr (GArray) ticks = assay_ticks_date (&scale, 8);

  g_assert_cmpuint (ticks->len, ==, 6);
  g_assert_cmpstr (g_array_index (ticks, AssayTick, 0).label, ==, "Nov");
  g_assert_cmpstr (g_array_index (ticks, AssayTick, 0).under, ==, "2025");
  g_assert_null (g_array_index (ticks, AssayTick, 1).under);
  g_assert_cmpstr (g_array_index (ticks, AssayTick, 2).label, ==, "Jan");
  g_assert_cmpstr (g_array_index (ticks, AssayTick, 2).under, ==, "2026");
}

static void
test_calendar (void)
{
  for (int day = -5000; day < 40000; day += 13)
    {
      GDate date;
      int year, month, mday;

      g_date_clear (&date, 1);
      /* GLib counts from 0001-01-01 as day 1. */
      g_date_set_julian (&date, (guint32)(day + 719163));
      assay_chart_date_split (day, &year, &month, &mday);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, (int)g_date_get_month (&date));
      g_assert_cmpint (mday, ==, g_date_get_day (&date));
      g_assert_cmpint (assay_chart_date_join (year, month, mday), ==, day);
      g_assert_cmpint (assay_chart_date_weekday (day), ==, (int)g_date_get_weekday (&date) - 1);
    }
}

static void
check_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_words (void)
{
  check_text (assay_chart_format_date (assay_chart_date_join (2026, 3, 12)), "12 Mar 2026");
  check_text (assay_chart_format_slip (6), "6 days late");
  check_text (assay_chart_format_slip (1), "1 day late");
  check_text (assay_chart_format_slip (-1), "1 day early");
  check_text (assay_chart_format_slip (-2.5), "2.50 days early");
  check_text (assay_chart_format_slip (0), "on the promised day");
  check_text (assay_chart_format_number (-40, 0), "−40");
  check_text (assay_chart_format_number (-0.001, 2), "0.00");
  check_text (assay_chart_format_number (NAN, 2), "–");
  check_text (assay_chart_format_percent (0.0523, 1), "5.2%");
  check_text (assay_chart_format_short (79.99111), "80.0");
  check_text (assay_chart_format_short (2.25), "2.25");
  g_free (assay_chart_format_date (G_MAXINT));
  g_free (assay_chart_format_date (G_MININT));
}

static void
test_scale_edges (void)
{
  AssayScale scale = assay_scale_empty ();

  g_assert_true (assay_scale_is_empty (&scale));
  assay_scale_include (&scale, NAN);
  assay_scale_include (&scale, INFINITY);
  g_assert_true (assay_scale_is_empty (&scale));
  assay_scale_pad (&scale, 0.1);
  g_assert_cmpfloat (assay_scale_span (&scale), >, 0);
  scale = (AssayScale){ 5, 5 };
  assay_scale_pad (&scale, 0.1);
  g_assert_cmpfloat (scale.min, <, 5);
  g_assert_cmpfloat (scale.max, >, 5);
  g_assert_cmpfloat_with_epsilon (assay_scale_value (&scale, assay_scale_position (&scale, 5.25)),
                                  5.25, 1e-12);
  scale = (AssayScale){ -21.8, 41 };
  assay_scale_round (&scale, 6, 1);
  g_assert_cmpfloat (scale.min, ==, -40);
  g_assert_cmpfloat (scale.max, ==, 60);
}

static void
test_pyramid (void)
{
  g_autofree double *values = g_new (double, 70000);
  AssayPyramid *pyramid;

  for (guint i = 0; i < 70000; i++)
    values[i] = g_test_rand_double_range (-1e3, 1e3);
  pyramid = assay_pyramid_new (values, sizeof (double), 70000);
  for (guint i = 0; i < 500; i++)
    {
      guint from = (guint)g_test_rand_int_range (0, 70000);
      guint to = (guint)g_test_rand_int_range ((int)from, 70001);
      double min = INFINITY, max = -INFINITY, found_min, found_max;

      for (guint k = from; k < to; k++)
        {
          min = MIN (min, values[k]);
          max = MAX (max, values[k]);
        }
      if (!assay_pyramid_range (pyramid, from, to, &found_min, &found_max))
        {
          g_assert_cmpuint (from, ==, to);
          continue;
        }
      g_assert_cmpfloat (min, ==, found_min);
      g_assert_cmpfloat (max, ==, found_max);
    }
  assay_pyramid_free (pyramid);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scale/nice-steps", test_nice_steps);
  g_test_add_func ("/chart/scale/edges", test_scale_edges);
  g_test_add_func ("/chart/ticks/numbers", test_number_ticks);
  g_test_add_func ("/chart/ticks/dates", test_date_ticks);
  g_test_add_func ("/chart/ticks/year", test_year_under_ticks);
  g_test_add_func ("/chart/format/calendar", test_calendar);
  g_test_add_func ("/chart/format/words", test_words);
  g_test_add_func ("/chart/decimate/pyramid", test_pyramid);
  return g_test_run ();
}
