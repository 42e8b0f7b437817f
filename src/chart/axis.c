/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/axis.h"

#include "chart/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * assay_axis_init:
 * @axis: memory for an axis
 * @kind: what its values are
 * @title: what is measured, with the unit
 *
 * Makes an axis with an empty scale.
 */
void
assay_axis_init (AssayAxis *axis, AssayAxisKind kind, const char *title)
{
  *axis = (AssayAxis){ .kind = kind, .title = g_strdup (title), .scale = assay_scale_empty () };
  if (kind == ASSAY_AXIS_ORDER)
    axis->days = g_array_new (FALSE, FALSE, sizeof (gint32));
  if (kind == ASSAY_AXIS_CATEGORY)
    {
      axis->names = g_ptr_array_new_with_free_func (g_free);
      axis->details = g_ptr_array_new_with_free_func (g_free);
    }
  if (kind == ASSAY_AXIS_ORDER || kind == ASSAY_AXIS_MONTH)
    axis->min_step = 1;
}

void
assay_axis_clear (AssayAxis *axis)
{
  g_clear_pointer (&axis->title, g_free);
  g_clear_pointer (&axis->days, g_array_unref);
  g_clear_pointer (&axis->names, g_ptr_array_unref);
  g_clear_pointer (&axis->details, g_ptr_array_unref);
}

/* Ticks at places 1…n: the first visible one and then each step, named by their dates. */
static GArray *
order_ticks (const AssayAxis *axis, const AssayScale *visible, guint max_ticks)
{
  GArray *ticks = assay_ticks_new ();
  double first = MAX (ceil (visible->min - 1e-9), 1);
  double last = MIN (floor (visible->max + 1e-9), (double)axis->days->len);
  double step = MAX (assay_nice_step (last - first, MAX (max_ticks, 2u) - 1), 1);
  int last_year = G_MININT;

  for (double place = first; place <= last; place += step)
    {
      int day = g_array_index (axis->days, gint32, (guint)place - 1);
      int year, month, mday;
      char *under = NULL;

      assay_chart_date_split (day, &year, &month, &mday);
      if (year != last_year)
        under = assay_chart_format_date_part (day, C_ ("chart tick", "%Y"));
      last_year = year;
      assay_ticks_add (ticks, place,
                       assay_chart_format_date_part (day, C_ ("chart tick", "%-d %b")), under);
    }
  return ticks;
}

/**
 * assay_axis_month_of_day:
 * @day: days since 1970-01-01
 *
 * Returns: months since January 1970
 */
int
assay_axis_month_of_day (int day)
{
  int year, month, mday;

  assay_chart_date_split (day, &year, &month, &mday);
  return (year - 1970) * 12 + month - 1;
}

/**
 * assay_axis_day_of_month:
 * @month: months since January 1970
 *
 * Returns: its first day, in days since 1970-01-01
 */
int
assay_axis_day_of_month (int month)
{
  int year = (int)floor (month / 12.0);

  return assay_chart_date_join (1970 + year, month - year * 12 + 1, 1);
}

/* Months in steps that January is always one of; the year under the first and each January. */
static GArray *
month_ticks (const AssayScale *visible, guint max_ticks)
{
  static const int steps[] = { 1, 2, 3, 6, 12, 24, 60, 120, 600, 1200 };
  GArray *ticks = assay_ticks_new ();
  double first = ceil (visible->min), last = floor (visible->max);
  int step = steps[0];

  for (guint i = 1; i < G_N_ELEMENTS (steps) && (last - first) / step + 1 > max_ticks; i++)
    step = steps[i];
  for (double month = ceil (first / step) * step; month <= last; month += step)
    {
      int day = assay_axis_day_of_month ((int)month);
      gboolean year = ticks->len == 0 || fmod (month, 12) == 0;

      if (step >= 12)
        assay_ticks_add (ticks, month, assay_chart_format_date_part (day, C_ ("chart tick", "%Y")),
                         NULL);
      else
        assay_ticks_add (ticks, month, assay_chart_format_date_part (day, C_ ("chart tick", "%b")),
                         year ? assay_chart_format_date_part (day, C_ ("chart tick", "%Y")) : NULL);
    }
  return ticks;
}

/**
 * assay_axis_is_time:
 * @axis: an axis
 *
 * Returns: whether its ticks have a second line, for what is larger
 */
gboolean
assay_axis_is_time (const AssayAxis *axis)
{
  return axis->kind == ASSAY_AXIS_DATE || axis->kind == ASSAY_AXIS_ORDER
         || axis->kind == ASSAY_AXIS_MONTH;
}

/**
 * assay_axis_ticks:
 * @axis: an axis
 * @visible: the part of its scale that is shown
 * @max_ticks: how many there is room for
 *
 * Returns: (transfer full): ticks in rising order; none for categories, which are named in
 *   another way
 */
GArray *
assay_axis_ticks (const AssayAxis *axis, const AssayScale *visible, guint max_ticks)
{
  switch (axis->kind)
    {
    case ASSAY_AXIS_PERCENT:
      return assay_ticks_number (visible, max_ticks, axis->min_step, TRUE);
    case ASSAY_AXIS_DATE:
      return assay_ticks_date (visible, max_ticks);
    case ASSAY_AXIS_ORDER:
      return order_ticks (axis, visible, max_ticks);
    case ASSAY_AXIS_CATEGORY:
      return assay_ticks_new ();
    case ASSAY_AXIS_MONTH:
      return month_ticks (visible, max_ticks);
    case ASSAY_AXIS_NUMBER:
    default:
      return assay_ticks_number (visible, max_ticks, axis->min_step, FALSE);
    }
}

/**
 * assay_axis_sample:
 * @axis: an axis
 *
 * Returns: (transfer full): a label about as wide as its widest, to find out how many fit
 */
char *
assay_axis_sample (const AssayAxis *axis)
{
  if (axis->kind == ASSAY_AXIS_DATE || axis->kind == ASSAY_AXIS_ORDER)
    return assay_chart_format_date_part (assay_chart_date_join (2026, 9, 28),
                                         C_ ("chart tick", "%-d %b"));
  if (axis->kind == ASSAY_AXIS_MONTH)
    return assay_chart_format_date_part (assay_chart_date_join (2026, 9, 28),
                                         C_ ("chart tick", "%b"));
  if (axis->kind == ASSAY_AXIS_PERCENT)
    return g_strdup ("00.0 %");
  return assay_chart_format_number (
      fabs (axis->scale.min) > fabs (axis->scale.max) ? axis->scale.min : axis->scale.max, 0);
}
