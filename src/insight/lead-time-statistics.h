/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All statistics that a lead-time row has, by name: what JSON and CSV print, in this order, what
 * tables show and explanations explain. Names are never changed, new ones come last. */

#pragma once

#include "insight/lead-time.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_STATISTIC_DAYS,
  ASSAY_STATISTIC_WHOLE_DAYS,
  ASSAY_STATISTIC_SQUARE_DAYS,
  ASSAY_STATISTIC_RATIO, /* of two numbers of days */
  ASSAY_STATISTIC_SHARE, /* 0…1 */
  ASSAY_STATISTIC_LINES,
  ASSAY_STATISTIC_DUE, /* lines, shipments or pieces: a rule */
} AssayStatisticUnit;

typedef struct
{
  const char *name;
  const char *label; /* marked for translation; of a spread "Standard deviation": its measure is
                        not in it */
  AssayStatisticUnit unit;
  AssayLeadMeasure measure; /* ASSAY_N_LEAD_MEASURES: of none */
  gsize offset;             /* in a summary, or in the row */
  gboolean is_count;        /* an integer there, else a double */
} AssayLeadTimeStatistic;

const AssayLeadTimeStatistic *assay_lead_time_statistics (guint *n);
/* NULL when there is none of this name. */
const AssayLeadTimeStatistic *assay_lead_time_statistic_find (const char *name);
const AssaySummary *assay_lead_time_row_get_summary (const AssayLeadTimeRow *row,
                                                     AssayLeadMeasure measure);
/* NaN where it could not be computed. */
double assay_lead_time_row_get (const AssayLeadTimeRow *row,
                                const AssayLeadTimeStatistic *statistic);
/* "days", for files. */
const char *assay_statistic_unit_name (AssayStatisticUnit unit, const AssayLeadTimeRules *rules);
/* As shown, with its unit; NULL for what could not be computed. */
char *assay_lead_time_statistic_format (const AssayLeadTimeStatistic *statistic,
                                        double value,
                                        const AssayLeadTimeRules *rules);
/* "Lead time", translated. */
const char *assay_lead_measure_get_title (AssayLeadMeasure measure);

G_END_DECLS
