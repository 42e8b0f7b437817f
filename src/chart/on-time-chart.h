/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which share of the lines due in each month came on time, with the interval that so few lines
 * leave open. */

#pragma once

#include "chart/scene.h"
#include "insight/series.h"

G_BEGIN_DECLS

AssayScene *assay_on_time_chart_new (const AssaySeries *months, const char *definition);

G_END_DECLS
