/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the book says about suppliers, in views of one period and one or all suppliers. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_PERFORMANCE_PAGE (assay_performance_page_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayPerformancePage, assay_performance_page, ASSAY, PERFORMANCE_PAGE, AdwNavigationPage)

AdwNavigationPage *assay_performance_page_new (AssayContext *context);
/* 0: all. */
void assay_performance_page_set_supplier (AssayPerformancePage *page, gint64 id, const char *name);
/* @id: a view, "delivery"; one that does not exist leaves the page as it is. Within the page also
 * the action "performance.show-view". */
void assay_performance_page_show_view (AssayPerformancePage *page, const char *id);

G_END_DECLS
