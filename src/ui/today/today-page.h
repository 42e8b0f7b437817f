/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What needs attention today: lists of late and soon due order lines, inspections that wait for a
 * decision and planned ones. Each row opens its record. Read again after every change and every
 * midnight. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_TODAY_PAGE (assay_today_page_get_type ())
G_DECLARE_FINAL_TYPE (AssayTodayPage, assay_today_page, ASSAY, TODAY_PAGE, AdwNavigationPage)

AdwNavigationPage *assay_today_page_new (AssayContext *context);

G_END_DECLS
