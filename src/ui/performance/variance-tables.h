/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the variance of suppliers costs: summed by supplier, and reorder planning product by
 * product. Lives with the view whose content it adds to. */

#pragma once

#include "ui/performance/performance-view.h"

G_BEGIN_DECLS

typedef struct _AssayVarianceTables AssayVarianceTables;

/* Adds to the content of @view, which keeps it. */
AssayVarianceTables *assay_variance_tables_new (AssayPerformanceView *view);
/* @plan: AssayReorder; hidden where there is none. */
void assay_variance_tables_show (AssayVarianceTables *tables, const GPtrArray *plan);

G_END_DECLS
