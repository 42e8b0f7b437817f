/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures: stored in whole SI units, shown and typed in the unit that people use. */

#pragma once

#include "record/format.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_MEASURE_NONE,
  ASSAY_MEASURE_LENGTH,
  ASSAY_MEASURE_MASS,
  ASSAY_MEASURE_VOLUME,
  ASSAY_MEASURE_AREAL_DENSITY,
  ASSAY_MEASURE_PRESSURE,
  ASSAY_MEASURE_FORCE,
} AssayMeasure;

AssayMeasure assay_measure_of (AssayFieldKind kind);
const char *assay_measure_unit (AssayFieldKind kind, AssayUnits units);
char *assay_measure_format (
    AssayFieldKind kind, gint64 stored, AssayUnits units, gboolean grouped, const char **unit);
gboolean assay_measure_parse (
    AssayFieldKind kind, const char *text, AssayUnits units, gint64 *stored, GError **error);

G_END_DECLS
