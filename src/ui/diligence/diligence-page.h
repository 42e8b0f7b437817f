/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Due diligence of all suppliers and products: who is how far, those with needed items open first.
 * Main thread; the question runs on the book's thread. */

#pragma once

#include <adwaita.h>

#include "insight/diligence.h"
#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DILIGENCE_PAGE (assay_diligence_page_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayDiligencePage, assay_diligence_page, ASSAY, DILIGENCE_PAGE, AdwNavigationPage)

AdwNavigationPage *assay_diligence_page_new (AssayContext *context);
/* For tests: the rows, and whether they have been read. */
GtkListBox *assay_diligence_page_get_list (AssayDiligencePage *page);
gboolean assay_diligence_page_is_read (AssayDiligencePage *page);

G_END_DECLS
