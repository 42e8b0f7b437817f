/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How suppliers kept their word: lead time, slip and defects per supplier over a period, with n and
 * definitions beside the figures, and the charts of the same rows. */

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

G_END_DECLS
