/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A month of what is due, with the selected day in full beside it, or below it on a narrow page. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_CALENDAR_PAGE (assay_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayCalendarPage, assay_calendar_page, ASSAY, CALENDAR_PAGE, AdwNavigationPage)

AdwNavigationPage *assay_calendar_page_new (AssayContext *context);

G_END_DECLS
