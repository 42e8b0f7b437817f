/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/measure.h"

#include <glib/gi18n-lib.h>

#include "record/number.h"

/* shown = stored × 10^digits × divisor ÷ factor: a shown unit is `factor` / `divisor` stored units.
 * Imperial factors are exact by definition (1 in = 25.4 mm, 1 lb = 453.59237 g, 1 US gal = 231 in³,
 * 1 yd = 0.9144 m, 1 lbf = 4.4482216152605 N). */
typedef struct
{
  const char *unit;
  gint64 factor, divisor;
  guint digits; /* kept and shown after the point */
} Unit;

static const Unit metric[] = {
  [ASSAY_MEASURE_LENGTH] = { N_ ("cm"), 10, 1, 1 },
  [ASSAY_MEASURE_MASS] = { N_ ("kg"), 1000, 1, 3 },
  [ASSAY_MEASURE_VOLUME] = { N_ ("l"), 1000, 1, 3 },
  [ASSAY_MEASURE_AREAL_DENSITY] = { N_ ("g/m²"), 1, 1, 0 },
  [ASSAY_MEASURE_PRESSURE] = { N_ ("mm H₂O"), 1, 1, 0 },
  [ASSAY_MEASURE_FORCE] = { N_ ("N"), 1000, 1, 3 },
};

static const Unit imperial[] = {
  [ASSAY_MEASURE_LENGTH] = { N_ ("in"), 254, 10, 2 },
  [ASSAY_MEASURE_MASS] = { N_ ("lb"), 45359237, 100000, 3 },
  [ASSAY_MEASURE_VOLUME] = { N_ ("US gal"), 3785411784, 1000000, 3 },
  [ASSAY_MEASURE_AREAL_DENSITY] = { N_ ("oz/yd²"), 33905747, 1000000, 2 },
  [ASSAY_MEASURE_PRESSURE] = { N_ ("mm H₂O"), 1, 1, 0 },
  [ASSAY_MEASURE_FORCE] = { N_ ("lbf"), 44482216, 10000, 2 },
};

/**
 * assay_measure_of:
 * @kind: a kind of field
 *
 * Returns: which measure it is, or %ASSAY_MEASURE_NONE
 */
AssayMeasure
assay_measure_of (AssayFieldKind kind)
{
  switch ((int)kind)
    {
    case ASSAY_KIND_LENGTH:
      return ASSAY_MEASURE_LENGTH;
    case ASSAY_KIND_MASS:
      return ASSAY_MEASURE_MASS;
    case ASSAY_KIND_VOLUME:
      return ASSAY_MEASURE_VOLUME;
    case ASSAY_KIND_AREAL_DENSITY:
      return ASSAY_MEASURE_AREAL_DENSITY;
    case ASSAY_KIND_PRESSURE:
      return ASSAY_MEASURE_PRESSURE;
    case ASSAY_KIND_FORCE:
      return ASSAY_MEASURE_FORCE;
    default:
      return ASSAY_MEASURE_NONE;
    }
}

static const Unit *
unit_of (AssayFieldKind kind, AssayUnits units)
{
  AssayMeasure measure = assay_measure_of (kind);

  if (measure == ASSAY_MEASURE_NONE)
    return NULL;
  return units == ASSAY_UNITS_IMPERIAL ? &imperial[measure] : &metric[measure];
}

static gint64
power_of_ten (guint digits)
{
  gint64 power = 1;

  while (digits-- > 0)
    power *= 10;
  return power;
}

/**
 * assay_measure_unit:
 * @kind: a kind of field
 * @units: the system of measures
 *
 * Returns: (nullable): the unit in which it is shown, translated
 */
const char *
assay_measure_unit (AssayFieldKind kind, AssayUnits units)
{
  const Unit *unit = unit_of (kind, units);

  return unit != NULL ? _ (unit->unit) : NULL;
}

/**
 * assay_measure_format:
 * @kind: a measure
 * @stored: in the stored unit
 * @units: the system of measures
 * @grouped: whether to group digits
 * @unit: (out): the unit, translated
 *
 * Returns: (transfer full): the number in that unit, without zeros at its end
 */
char *
assay_measure_format (
    AssayFieldKind kind, gint64 stored, AssayUnits units, gboolean grouped, const char **unit)
{
  const Unit *shown = unit_of (kind, units);
  guint digits;
  gint64 scaled;

  g_return_val_if_fail (shown != NULL, NULL);

  *unit = _ (shown->unit);
  digits = shown->digits;
  if (!assay_number_multiply (stored, shown->divisor * power_of_ten (digits), shown->factor,
                              &scaled))
    {
      digits = 0;
      scaled = stored / (shown->factor / shown->divisor);
    }
  for (; digits > 0 && scaled % 10 == 0; digits--)
    scaled /= 10;
  return grouped ? assay_format_decimal_grouped (scaled, digits)
                 : assay_format_decimal (scaled, digits, TRUE);
}

/**
 * assay_measure_parse:
 * @kind: a measure
 * @text: a number in the shown unit, with the locale's point
 * @units: the system of measures
 * @stored: (out): in the stored unit, rounded to a whole one
 * @error: what is wrong
 *
 * Returns: whether @text is a number that fits
 */
gboolean
assay_measure_parse (
    AssayFieldKind kind, const char *text, AssayUnits units, gint64 *stored, GError **error)
{
  const Unit *shown = unit_of (kind, units);
  gint64 scaled;

  g_return_val_if_fail (shown != NULL, FALSE);

  if (!assay_format_parse_decimal (text, 6, TRUE, &scaled, error))
    return FALSE;
  if (assay_number_multiply (scaled, shown->factor, shown->divisor * power_of_ten (6), stored))
    return TRUE;
  g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_RANGE, _ ("“%s” is too large"), text);
  return FALSE;
}
