/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * control-rules.c: the rules of Nelson and of Western Electric on the distances of the points from
 * the centre line in standard deviations. Unknown points are passed over.
 */
#include "figures/control-chart.h"

#include <math.h>

#define SIDE_RUN         9
#define SIDE_RUN_WESTERN 8
#define TREND_STEPS      5
#define ALTERNATE_STEPS  13
#define HUGGING_RUN      15
#define AVOIDING_RUN     8

/* Points computed to be equal may differ by a rounding, which is no signal. */
#define ROUNDING 1e-12

/* How many points in a row a rule has held, up to the present one. */
typedef struct
{
  gsize above;
  gsize below;
  gsize rising;
  gsize falling;
  gsize alternating;
  gsize inside;
  gsize outside;
} Runs;

static double
tolerance (const AssayControlPoint *point)
{
  return ROUNDING * MAX (fabs (point->value), fabs (point->centre));
}

/* Distance from the centre in sigmas, 0 within a rounding of it. */
static double
distance (const AssayControlPoint *point)
{
  double away = point->value - point->centre;

  if (!(fabs (away) > tolerance (point)))
    return 0.0;
  return point->sigma > 0.0 ? away / point->sigma : copysign (INFINITY, away);
}

static gboolean
is_beyond (const AssayControlPoint *point)
{
  double slack = tolerance (point);

  return point->value > point->ucl + slack || point->value < point->lcl - slack;
}

static void
count_step (Runs *runs, double step, double last_step)
{
  runs->rising = step > 0.0 ? runs->rising + 1 : 0;
  runs->falling = step < 0.0 ? runs->falling + 1 : 0;
  if (step == 0.0)
    runs->alternating = 0;
  else
    runs->alternating = step * last_step < 0.0 ? runs->alternating + 1 : 1;
}

static void
count_distance (Runs *runs, double z)
{
  runs->above = z > 0.0 ? runs->above + 1 : 0;
  runs->below = z < 0.0 ? runs->below + 1 : 0;
  runs->inside = fabs (z) < 1.0 ? runs->inside + 1 : 0;
  runs->outside = fabs (z) > 1.0 ? runs->outside + 1 : 0;
}

/* Whether the last of @z and @least of the @n last are beyond @limit on its side. */
static gboolean
is_cluster (const double *z, gsize seen, gsize n, gsize least, double limit)
{
  double side = copysign (1.0, z[seen - 1]);
  gsize found = 0;

  if (!(fabs (z[seen - 1]) > limit))
    return FALSE;
  for (gsize i = seen > n ? seen - n : 0; i < seen; i++)
    found += z[i] * side > limit;
  return found >= least;
}

static guint
signals_of (const Runs *runs, const double *z, gsize seen)
{
  guint signals = 0;

  if (runs->above >= SIDE_RUN || runs->below >= SIDE_RUN)
    signals |= ASSAY_SIGNAL_SIDE;
  if (runs->above >= SIDE_RUN_WESTERN || runs->below >= SIDE_RUN_WESTERN)
    signals |= ASSAY_SIGNAL_SIDE_EIGHT;
  if (runs->rising >= TREND_STEPS || runs->falling >= TREND_STEPS)
    signals |= ASSAY_SIGNAL_TREND;
  if (runs->alternating >= ALTERNATE_STEPS)
    signals |= ASSAY_SIGNAL_ALTERNATING;
  if (is_cluster (z, seen, 3, 2, 2.0))
    signals |= ASSAY_SIGNAL_TWO_OF_THREE;
  if (is_cluster (z, seen, 5, 4, 1.0))
    signals |= ASSAY_SIGNAL_FOUR_OF_FIVE;
  if (runs->inside >= HUGGING_RUN)
    signals |= ASSAY_SIGNAL_HUGGING;
  if (runs->outside >= AVOIDING_RUN)
    signals |= ASSAY_SIGNAL_AVOIDING;
  return signals;
}

/*
 * Sets the signals of every point. Points whose size differs are compared by z, steps
 * by the plotted value. Without limits (one point, XmR) there is no signal.
 */
void
assay_control_chart_apply_rules (AssayControlChart *chart, guint rules)
{
  g_autofree double *z = g_new (double, chart->n);
  Runs runs = { 0 };
  gsize seen = 0;
  double last = NAN;
  double last_step = 0.0;

  for (gsize i = 0; i < chart->n; i++)
    {
      AssayControlPoint *point = &chart->points[i];

      point->signals = 0;
      if (isnan (point->value) || isnan (point->sigma))
        continue;
      if (seen > 0)
        {
          double step = point->value - last;

          count_step (&runs, step, last_step);
          last_step = step;
        }
      last = point->value;
      z[seen] = distance (point);
      count_distance (&runs, z[seen++]);
      point->signals = signals_of (&runs, z, seen);
      if (is_beyond (point))
        point->signals |= ASSAY_SIGNAL_BEYOND;
      if (point->moving_range > chart->range_limit * (1.0 + ROUNDING) + tolerance (point))
        point->signals |= ASSAY_SIGNAL_RANGE;
      point->signals &= rules;
    }
}
