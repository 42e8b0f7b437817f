/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * proportion.h: rates of defects and the intervals that say how little a small
 * sample knows. Never average percentages: add up units first, then ask here.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AssayInterval: bounds of a confidence interval; both NaN where it cannot be computed
 * (no units, more defectives than units, a confidence outside 0 to 1).
 */
typedef struct
{
  double low;
  double high;
} AssayInterval;

/**
 * AssayIntervalKind:
 * @ASSAY_INTERVAL_WILSON: Wilson's score interval, which covers what it says on average
 * @ASSAY_INTERVAL_EXACT: Clopper's and Pearson's, which never covers less
 */
typedef enum
{
  ASSAY_INTERVAL_WILSON,
  ASSAY_INTERVAL_EXACT,
} AssayIntervalKind;

double assay_rate_defective (gint64 defective, gint64 inspected);
double assay_rate_per_unit (gint64 defects, gint64 inspected);
double assay_rate_dhu (gint64 defects, gint64 inspected);
double assay_rate_dpmo (gint64 defects, gint64 inspected, gint64 opportunities);
double assay_rate_ppm (gint64 defective, gint64 inspected);

AssayInterval assay_interval_wilson (gint64 defective, gint64 inspected, double confidence);
AssayInterval
assay_interval_clopper_pearson (gint64 defective, gint64 inspected, double confidence);
AssayInterval assay_interval_share (AssayIntervalKind kind,
                                    gint64 defective,
                                    gint64 inspected,
                                    double confidence);
AssayInterval assay_interval_poisson (gint64 defects, double units, double confidence);

G_END_DECLS
