/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/ticks.h"

#include "chart/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* No picture has room for more, whatever is asked for. */
#define MOST_TICKS 200

static void
clear_tick (gpointer data)
{
  AssayTick *tick = data;

  g_clear_pointer (&tick->label, g_free);
  g_clear_pointer (&tick->under, g_free);
}

/**
 * assay_ticks_new:
 *
 * Returns: (transfer full): an empty array of #AssayTick that owns its texts
 */
GArray *
assay_ticks_new (void)
{
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (AssayTick));

  g_array_set_clear_func (ticks, clear_tick);
  return ticks;
}

/**
 * assay_ticks_add:
 * @ticks: an array of ticks
 * @value: where
 * @label: (transfer full): its text
 * @under: (transfer full) (nullable): the second line
 *
 * Adds a tick at the end.
 */
void
assay_ticks_add (GArray *ticks, double value, char *label, char *under)
{
  AssayTick tick = { value, label, under };

  g_array_append_val (ticks, tick);
}

/**
 * assay_ticks_number:
 * @scale: what is visible
 * @max_ticks: how many ticks there is room for, at least 2
 * @min_step: the smallest step that makes sense, or 0
 * @percent: whether the values are shares to be shown in per cent
 *
 * Returns: (transfer full): ticks at round numbers within the scale, in rising order
 */
GArray *
assay_ticks_number (const AssayScale *scale, guint max_ticks, double min_step, gboolean percent)
{
  GArray *ticks = assay_ticks_new ();
  guint room = CLAMP (max_ticks, 2, MOST_TICKS);
  double step, first, span = assay_scale_span (scale);
  guint decimals;

  if (!(span > 0) || !isfinite (span))
    return ticks;
  step = MAX (assay_nice_step (span, room - 1), min_step);
  /* A single tick says nothing about the scale. */
  for (guint i = 0; i < 3 && floor (scale->max / step) - ceil (scale->min / step) < 1; i++)
    step = MAX (assay_nice_step (step * 0.38, 1), min_step);
  decimals = assay_step_decimals (percent ? step * 100 : step);
  first = ceil (scale->min / step - 1e-9);
  for (guint i = 0; i < MOST_TICKS; i++)
    {
      double value = (first + i) * step;

      if (value > scale->max + step * 1e-9)
        break;
      assay_ticks_add (ticks, value,
                       percent ? assay_chart_format_percent (value, decimals)
                               : assay_chart_format_number (value, decimals),
                       NULL);
    }
  return ticks;
}

/**
 * assay_date_step:
 * @days: how many days are visible
 * @max_ticks: how many ticks there is room for
 *
 * Returns: the smallest step of the calendar that needs no more ticks than that
 */
AssayDateStep
assay_date_step (double days, guint max_ticks)
{
  static const struct
  {
    AssayDateStep step;
    double days;
  } steps[] = {
    { { ASSAY_STEP_DAY, 1 }, 1 },       { { ASSAY_STEP_DAY, 2 }, 2 },
    { { ASSAY_STEP_WEEK, 1 }, 7 },      { { ASSAY_STEP_WEEK, 2 }, 14 },
    { { ASSAY_STEP_MONTH, 1 }, 30.4 },  { { ASSAY_STEP_MONTH, 2 }, 60.8 },
    { { ASSAY_STEP_MONTH, 3 }, 91.3 },  { { ASSAY_STEP_MONTH, 6 }, 182.6 },
    { { ASSAY_STEP_YEAR, 1 }, 365.25 }, { { ASSAY_STEP_YEAR, 2 }, 730.5 },
  };
  double room = MAX (max_ticks, 2u) - 1;
  double years;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (days / steps[i].days <= room)
      return steps[i].step;
  years = assay_nice_step (days / 365.25, (guint)room);
  return (AssayDateStep){ ASSAY_STEP_YEAR, (int)CLAMP (years, 1, 5000) };
}

static int
floor_div (int value, int by)
{
  return value >= 0 ? value / by : -((-value + by - 1) / by);
}

/* The last border of the step on or before the day. */
static int
step_start (AssayDateStep step, int day)
{
  int year, month, mday, months;

  assay_chart_date_split (day, &year, &month, &mday);
  switch (step.unit)
    {
    case ASSAY_STEP_WEEK:
      return floor_div (day + 3, 7 * step.count) * 7 * step.count - 3;
    case ASSAY_STEP_MONTH:
      months = floor_div (year * 12 + month - 1, step.count) * step.count;
      return assay_chart_date_join (0, months + 1, 1);
    case ASSAY_STEP_YEAR:
      return assay_chart_date_join (floor_div (year, step.count) * step.count, 1, 1);
    case ASSAY_STEP_DAY:
    default:
      return floor_div (day, step.count) * step.count;
    }
}

static int
step_next (AssayDateStep step, int day)
{
  int year, month, mday;

  assay_chart_date_split (day, &year, &month, &mday);
  switch (step.unit)
    {
    case ASSAY_STEP_WEEK:
      return day + 7 * step.count;
    case ASSAY_STEP_MONTH:
      return assay_chart_date_join (year, month + step.count, 1);
    case ASSAY_STEP_YEAR:
      return assay_chart_date_join (year + step.count, 1, 1);
    case ASSAY_STEP_DAY:
    default:
      return day + step.count;
    }
}

static char *
step_label (AssayDateStep step, int day)
{
  switch (step.unit)
    {
    case ASSAY_STEP_MONTH:
      /* Translators: a month's short name by itself below a chart; see g_date_time_format(). */
      return assay_chart_format_date_part (day, C_ ("chart tick", "%b"));
    case ASSAY_STEP_YEAR:
      /* Translators: a year by itself below a chart; see g_date_time_format(). */
      return assay_chart_format_date_part (day, C_ ("chart tick", "%Y"));
    case ASSAY_STEP_DAY:
    case ASSAY_STEP_WEEK:
    default:
      /* Translators: day and month below a chart, such as 12 Mar; see g_date_time_format(). */
      return assay_chart_format_date_part (day, C_ ("chart tick", "%-d %b"));
    }
}

/**
 * assay_ticks_date:
 * @scale: what is visible, in days since 1970-01-01
 * @max_ticks: how many ticks there is room for, at least 2
 *
 * Weeks begin on Mondays. The year stands once below the first tick of each.
 *
 * Returns: (transfer full): ticks at borders of the calendar within the scale, in rising order
 */
GArray *
assay_ticks_date (const AssayScale *scale, guint max_ticks)
{
  GArray *ticks = assay_ticks_new ();
  AssayDateStep step;
  double low = MAX (scale->min, -719000), high = MIN (scale->max, 2930000);
  int last_year = G_MININT;

  if (!(low <= high))
    return ticks;
  step = assay_date_step (high - low, CLAMP (max_ticks, 2, MOST_TICKS));
  for (int day = step_start (step, (int)floor (low)); day <= high && ticks->len < MOST_TICKS;
       day = step_next (step, day))
    {
      int year, month, mday;
      char *under = NULL;

      if (day < low)
        continue;
      assay_chart_date_split (day, &year, &month, &mday);
      if (step.unit != ASSAY_STEP_YEAR && year != last_year)
        under = assay_chart_format_date_part (day, C_ ("chart tick", "%Y"));
      last_year = year;
      assay_ticks_add (ticks, day, step_label (step, day), under);
    }
  return ticks;
}
