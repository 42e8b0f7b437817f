/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/scale.h"

#include <math.h>

/**
 * assay_scale_empty:
 *
 * Returns: a scale that holds nothing yet
 */
AssayScale
assay_scale_empty (void)
{
  return (AssayScale){ INFINITY, -INFINITY };
}

gboolean
assay_scale_is_empty (const AssayScale *scale)
{
  return !(scale->min <= scale->max);
}

/**
 * assay_scale_include:
 * @scale: a scale
 * @value: a value; one that is not finite changes nothing
 *
 * Widens the scale so that it holds the value.
 */
void
assay_scale_include (AssayScale *scale, double value)
{
  if (!isfinite (value))
    return;
  scale->min = MIN (scale->min, value);
  scale->max = MAX (scale->max, value);
}

/**
 * assay_scale_pad:
 * @scale: a scale
 * @share: how much of the span to add at each end
 *
 * Widens the scale at both ends. An empty one becomes 0…1, one of a single value that value ± 1,
 * so that a position can always be computed afterwards.
 */
void
assay_scale_pad (AssayScale *scale, double share)
{
  double span;

  if (assay_scale_is_empty (scale))
    *scale = (AssayScale){ 0, 1 };
  span = scale->max - scale->min;
  if (!(span > 0) || span < fabs (scale->max) * 1e-12)
    {
      double half = MAX (1.0, fabs (scale->max) * 1e-6);
      scale->min -= half;
      scale->max += half;
      return;
    }
  scale->min -= span * share;
  scale->max += span * share;
}

/**
 * assay_nice_step:
 * @span: the length to divide
 * @max_steps: how many steps there may be at most
 *
 * Returns: the smallest of 1, 2 or 5 times a power of ten by which @span is divided
 *   into at most @max_steps whole steps
 */
double
assay_nice_step (double span, guint max_steps)
{
  static const double factors[] = { 1, 2, 5, 10 };
  double raw, power;

  if (!(span > 0) || !isfinite (span))
    return 1;
  raw = span / MAX (max_steps, 1u);
  power = pow (10, floor (log10 (raw)));
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (factors[i] * power >= raw * (1 - 1e-9))
      return factors[i] * power;
  return 10 * power;
}

/**
 * assay_step_decimals:
 * @step: a step made by assay_nice_step()
 *
 * Returns: how many digits after the decimal sign tell two neighbouring ticks apart
 */
guint
assay_step_decimals (double step)
{
  double digits;

  if (!(step > 0))
    return 0;
  digits = ceil (-log10 (step) - 1e-9);
  return (guint)CLAMP (digits, 0, 12);
}

/**
 * assay_scale_round:
 * @scale: a scale
 * @max_steps: how many steps there may be between the ends
 * @min_step: the smallest step that makes sense, such as one day; or 0
 *
 * Moves both ends outwards to whole steps.
 */
void
assay_scale_round (AssayScale *scale, guint max_steps, double min_step)
{
  double step;

  if (assay_scale_is_empty (scale) || !(scale->max > scale->min))
    assay_scale_pad (scale, 0);
  step = MAX (assay_nice_step (scale->max - scale->min, max_steps), min_step);
  scale->min = floor (scale->min / step + 1e-9) * step;
  scale->max = ceil (scale->max / step - 1e-9) * step;
}

double
assay_scale_span (const AssayScale *scale)
{
  return assay_scale_is_empty (scale) ? 0 : scale->max - scale->min;
}

/**
 * assay_scale_position:
 * @scale: a scale
 * @value: a value
 *
 * Returns: 0 at the lower end, 1 at the upper; outside of them below 0 or above 1
 */
double
assay_scale_position (const AssayScale *scale, double value)
{
  double span = scale->max - scale->min;

  return span > 0 ? (value - scale->min) / span : 0.5;
}

double
assay_scale_value (const AssayScale *scale, double position)
{
  return scale->min + position * (scale->max - scale->min);
}
