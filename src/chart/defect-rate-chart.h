/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Defective units or defects over time as a control chart of counts (p, np, c, u or one of Laney's
 * primes), with limits that fit each lot's size. */

#pragma once

#include "chart/control-options.h"
#include "insight/series.h"

G_BEGIN_DECLS

AssayScene *assay_defect_rate_chart_new (const AssaySeries *series,
                                         const AssayControlOptions *options);

G_END_DECLS
