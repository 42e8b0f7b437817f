/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Own copies of an insight's points, so that a scene outlives the answer it was made from. */

#pragma once

#include "insight/series.h"

G_BEGIN_DECLS

GArray *assay_points_copy (const AssaySeries *series);
GArray *assay_count_points_copy (const AssaySeries *series, guint *left_out);
const char *assay_slip_definition (gboolean against_latest);

/* What the values of a series are; slip for none. */
AssayLeadMeasure assay_lead_measure_of (const AssaySeries *series);
/* Its definition, by the rules that hold. */
const char *assay_lead_measure_define (const AssaySeries *series);
/* A value in words: "6 days late", "42 days". */
char *assay_lead_measure_format (AssayLeadMeasure measure, double days);
/* "Slip in days: below 0 early, above 0 late", on an axis. */
const char *assay_lead_measure_axis (AssayLeadMeasure measure);
/* "Slip (days)", in a table. */
const char *assay_lead_measure_column (AssayLeadMeasure measure);
/* Why there is nothing to show. */
const char *assay_lead_measure_empty (AssayLeadMeasure measure);
char *assay_words_join (const char *first, const char *second);

G_END_DECLS
