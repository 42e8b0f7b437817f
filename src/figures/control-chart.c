/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * control-chart.c: centre lines and three-sigma limits. XmR after Wheeler, attribute
 * charts after Shewhart, the primes after Laney (2002). The rules that find signals
 * are in control-rules.c.
 */
#include "assay-config.h"

#include "figures/control-chart.h"
#include "figures/summary.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* 3 / d2(2) and D4(2) with d2(2) = 1.128, to the digits Wheeler's tables print. */
#define XMR_LIMIT   2.660
#define XMR_RANGE   3.268
#define RANGE_SIGMA 1.128

static gboolean
is_share (AssayControlKind kind)
{
  return kind == ASSAY_CONTROL_P || kind == ASSAY_CONTROL_P_PRIME;
}

static gboolean
needs_sizes (AssayControlKind kind)
{
  return kind != ASSAY_CONTROL_XMR && kind != ASSAY_CONTROL_C;
}

static gboolean
check_point (
    AssayControlKind kind, double value, double size, double first_size, gsize i, GError **error)
{
  const char *reason = NULL;

  if (kind != ASSAY_CONTROL_XMR && value < 0.0)
    reason = _ ("A count is negative");
  else if (needs_sizes (kind) && size < 0.0)
    reason = _ ("The size of a sample is negative");
  else if ((is_share (kind) || kind == ASSAY_CONTROL_NP) && value > size)
    reason = _ ("More units are defective than were inspected");
  else if (kind == ASSAY_CONTROL_NP && !isnan (first_size) && size != first_size)
    reason = _ ("An np chart needs samples of one size");

  if (reason == NULL)
    return TRUE;
  /* Translators: the number of a point on a chart, and what is wrong with it. */
  g_set_error (error, ASSAY_FIGURES_ERROR, ASSAY_FIGURES_ERROR_INVALID, _ ("Point %u: %s"),
               (guint)(i + 1), reason);
  return FALSE;
}

/* Unknown counts, and samples of nothing, plot nothing. */
static gboolean
is_known (AssayControlKind kind, double value, double size)
{
  return isfinite (value) && (!needs_sizes (kind) || (isfinite (size) && size > 0.0));
}

static gboolean
set_values (AssayControlChart *chart, const double *values, const double *sizes, GError **error)
{
  double first_size = NAN;

  for (gsize i = 0; i < chart->n; i++)
    {
      AssayControlPoint *point = &chart->points[i];
      double size = needs_sizes (chart->kind) ? sizes[i] : 1.0;

      *point = (AssayControlPoint){ NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, 0 };
      if (isnan (values[i]) || isnan (size))
        continue;
      if (!check_point (chart->kind, values[i], size, first_size, i, error))
        return FALSE;
      if (!is_known (chart->kind, values[i], size))
        continue;
      first_size = size;
      chart->n_known++;
      point->value = chart->kind == ASSAY_CONTROL_NP ? values[i] : values[i] / size;
    }
  return TRUE;
}

/* XmR: centre, mean moving range; the moving ranges of all points. */
static void
set_xmr (AssayControlChart *chart, gsize baseline)
{
  g_autofree double *known = g_new (double, baseline);
  g_autofree double *ranges = g_new (double, baseline);
  gsize n_known = 0;
  gsize n_ranges = 0;
  double last = NAN;
  AssaySummary summary;

  for (gsize i = 0; i < chart->n; i++)
    {
      AssayControlPoint *point = &chart->points[i];

      if (isnan (point->value))
        continue;
      point->moving_range = fabs (point->value - last);
      last = point->value;
      if (i >= baseline)
        continue;
      known[n_known++] = point->value;
      if (isfinite (point->moving_range))
        ranges[n_ranges++] = point->moving_range;
    }
  assay_summary_compute (known, n_known, &summary);
  chart->centre = summary.mean;
  assay_summary_compute (ranges, n_ranges, &summary);
  chart->mean_range = summary.mean;
  chart->range_limit = XMR_RANGE * chart->mean_range;
}

/* Σ counts / Σ sizes over the baseline: percentages are never averaged. */
static void
set_pooled (AssayControlChart *chart, const double *values, const double *sizes, gsize baseline)
{
  double count = 0.0;
  double size = 0.0;

  for (gsize i = 0; i < baseline; i++)
    if (!isnan (chart->points[i].value))
      {
        count += values[i];
        size += chart->kind == ASSAY_CONTROL_C || chart->kind == ASSAY_CONTROL_NP ? 1.0 : sizes[i];
      }
  chart->centre = size > 0.0 ? count / size : NAN;
}

static double
sigma_of (const AssayControlChart *chart, double size)
{
  double c = chart->centre;

  switch (chart->kind)
    {
    case ASSAY_CONTROL_XMR:
      return XMR_LIMIT * chart->mean_range / 3.0;
    case ASSAY_CONTROL_P:
    case ASSAY_CONTROL_P_PRIME:
      return sqrt (MAX (c * (1.0 - c), 0.0) / size);
    case ASSAY_CONTROL_NP:
      return sqrt (MAX (c * (1.0 - c / size), 0.0));
    case ASSAY_CONTROL_C:
      return sqrt (c);
    case ASSAY_CONTROL_U:
    case ASSAY_CONTROL_U_PRIME:
      return sqrt (c / size);
    default:
      return NAN;
    }
}

/* Laney's σz: the mean moving range of the z values, over 1.128. */
static double
overdispersion (const AssayControlChart *chart, const double *sizes, gsize baseline)
{
  double sum = 0.0;
  double last = NAN;
  gsize n = 0;

  for (gsize i = 0; i < baseline; i++)
    {
      double sigma;
      double z;

      if (isnan (chart->points[i].value))
        continue;
      sigma = sigma_of (chart, sizes[i]);
      z = sigma > 0.0 ? (chart->points[i].value - chart->centre) / sigma : 0.0;
      if (!isnan (last))
        {
          sum += fabs (z - last);
          n++;
        }
      last = z;
    }
  return n > 0 ? sum / (double)n / RANGE_SIGMA : NAN;
}

static void
set_limits (AssayControlChart *chart, const double *sizes)
{
  for (gsize i = 0; i < chart->n; i++)
    {
      AssayControlPoint *point = &chart->points[i];
      double reach;

      if (isnan (point->value))
        continue;
      point->centre = chart->centre;
      point->mean_range = chart->mean_range;
      point->range_limit = chart->range_limit;
      point->sigma
          = sigma_of (chart, needs_sizes (chart->kind) ? sizes[i] : 1.0) * chart->overdispersion;
      reach = 3.0 * point->sigma;
      point->lcl = point->centre - reach;
      point->ucl = point->centre + reach;
      if (isnan (reach))
        continue;
      if (chart->kind != ASSAY_CONTROL_XMR)
        point->lcl = MAX (point->lcl, 0.0);
      if (is_share (chart->kind))
        point->ucl = MIN (point->ucl, 1.0);
      else if (chart->kind == ASSAY_CONTROL_NP)
        point->ucl = MIN (point->ucl, sizes[i]);
    }
}

static gboolean
check_arguments (
    AssayControlKind kind, const double *values, const double *sizes, gsize n, GError **error)
{
  if ((guint)kind <= ASSAY_CONTROL_U_PRIME && (values != NULL || n == 0)
      && (sizes != NULL || n == 0 || !needs_sizes (kind)))
    return TRUE;
  g_set_error_literal (error, ASSAY_FIGURES_ERROR, ASSAY_FIGURES_ERROR_INVALID,
                       _ ("A control chart needs values and, for shares and rates, sizes"));
  return FALSE;
}

/**
 * assay_control_chart_new:
 * @values: (array length=n): measurements (XmR) or counts, in order of time; NaN unknown
 * @sizes: (array length=n) (nullable): sample sizes; %NULL for XmR and c
 * @baseline: how many of the first points set centre and limits; 0 for all
 * @rules: set of #AssayControlSignal to look for
 *
 * Limits of points after the baseline are those of the baseline: they are judged by
 * what the process did before.
 *
 * Returns: (transfer full): the chart, also for no points; %NULL with
 *   %ASSAY_FIGURES_ERROR for counts that cannot be
 */
AssayControlChart *
assay_control_chart_new (AssayControlKind kind,
                         const double *values,
                         const double *sizes,
                         gsize n,
                         gsize baseline,
                         guint rules,
                         GError **error)
{
  g_autoptr (AssayControlChart) chart = NULL;
  gsize known = 0;

  if (!check_arguments (kind, values, sizes, n, error))
    return NULL;
  baseline = baseline == 0 ? n : MIN (baseline, n);

  chart = g_new0 (AssayControlChart, 1);
  chart->kind = kind;
  chart->n = n;
  chart->points = g_new0 (AssayControlPoint, n);
  chart->centre = chart->mean_range = chart->range_limit = NAN;
  chart->overdispersion = 1.0;
  chart->n_phases = 1;
  if (!set_values (chart, values, sizes, error))
    return NULL;

  if (kind == ASSAY_CONTROL_XMR)
    set_xmr (chart, baseline);
  else
    set_pooled (chart, values, sizes, baseline);
  if (kind == ASSAY_CONTROL_P_PRIME || kind == ASSAY_CONTROL_U_PRIME)
    chart->overdispersion = overdispersion (chart, sizes, baseline);
  set_limits (chart, sizes);

  for (gsize i = 0; i < baseline; i++)
    known += !isnan (chart->points[i].value);
  chart->provisional = known < ASSAY_CONTROL_MIN_POINTS;
  assay_control_chart_apply_rules (chart, rules);
  return g_steal_pointer (&chart);
}

/**
 * assay_control_chart_new_phased:
 * @starts: (array length=n_starts): in rising order, the first point of each phase after the first
 *   one, such as the first delivery from a new factory
 * @rules: set of #AssayControlSignal to look for
 *
 * Each phase has a centre and limits of its own, and runs begin anew with it: a change that is
 * known is no signal. The step into a phase is none of its moving ranges. Otherwise as
 * assay_control_chart_new().
 *
 * Returns: (transfer full): the chart over all points; %NULL with %ASSAY_FIGURES_ERROR
 */
AssayControlChart *
assay_control_chart_new_phased (AssayControlKind kind,
                                const double *values,
                                const double *sizes,
                                gsize n,
                                const gsize *starts,
                                gsize n_starts,
                                guint rules,
                                GError **error)
{
  g_autoptr (AssayControlChart) whole = NULL;
  gsize begin = 0;

  if (n_starts == 0)
    return assay_control_chart_new (kind, values, sizes, n, 0, rules, error);
  if (!check_arguments (kind, values, sizes, n, error))
    return NULL;
  for (gsize phase = 0; phase <= n_starts; phase++)
    {
      gsize end = phase < n_starts ? CLAMP (starts[phase], begin, n) : n;
      g_autoptr (AssayControlChart) part = NULL;

      if (end == begin)
        continue;
      part = assay_control_chart_new (kind, values + begin, sizes != NULL ? sizes + begin : NULL,
                                      end - begin, 0, rules, error);
      if (part == NULL)
        return NULL;
      if (whole == NULL)
        {
          whole = g_new0 (AssayControlChart, 1);
          whole->points = g_new0 (AssayControlPoint, n);
          whole->kind = kind;
        }
      memcpy (whole->points + begin, part->points, (end - begin) * sizeof *part->points);
      whole->n = end;
      whole->n_known += part->n_known;
      whole->n_phases++;
      whole->centre = part->centre;
      whole->mean_range = part->mean_range;
      whole->range_limit = part->range_limit;
      whole->overdispersion = part->overdispersion;
      whole->provisional = whole->provisional || part->provisional;
      begin = end;
    }
  return whole != NULL ? g_steal_pointer (&whole)
                       : assay_control_chart_new (kind, values, sizes, n, 0, rules, error);
}

/**
 * assay_control_chart_free:
 * @chart: (nullable) (transfer full): a chart
 */
void
assay_control_chart_free (AssayControlChart *chart)
{
  if (chart == NULL)
    return;
  g_free (chart->points);
  g_free (chart);
}
