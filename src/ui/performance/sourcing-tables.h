/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far critical products depend on few: those with a single source, and what share of them lies
 * with each supplier and each country. Lives with the view whose content it adds to. */

#pragma once

#include "insight/diversification.h"
#include "ui/performance/performance-view.h"

G_BEGIN_DECLS

typedef struct _AssaySourcingTables AssaySourcingTables;

/* Adds to the content of @view, which keeps it. */
AssaySourcingTables *assay_sourcing_tables_new (AssayPerformanceView *view);
/* Hidden where no product is critical. */
void assay_sourcing_tables_show (AssaySourcingTables *tables, const AssayDiversification *answer);

G_END_DECLS
