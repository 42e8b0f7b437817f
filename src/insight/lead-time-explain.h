/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a lead-time figure came about. */

#pragma once

#include "insight/explanation.h"
#include "insight/lead-time-statistics.h"

G_BEGIN_DECLS

/* Of one group, or of all (@group is NULL); of @group, `id` and `group` are looked at. */
AssayExplanation *assay_lead_time_explain (AssayDb *db,
                                           const AssayLeadTimeQuestion *question,
                                           const AssayLeadTimeRow *group,
                                           const AssayLeadTimeStatistic *statistic,
                                           GError **error);

/* The formula of a statistic of one measure with the numbers put in, in lines; internal.
 * @weights are NULL, or as many as @values. */
char *assay_lead_time_formula (const AssayLeadTimeStatistic *statistic,
                               const GArray *values,
                               const GArray *weights,
                               const AssaySummary *summary);

G_END_DECLS
