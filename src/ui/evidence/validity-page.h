/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All evidence over time: the chart of validity, and what speaks against which piece. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_VALIDITY_PAGE (assay_validity_page_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayValidityPage, assay_validity_page, ASSAY, VALIDITY_PAGE, AdwNavigationPage)

AdwNavigationPage *assay_validity_page_new (AssayContext *context);

G_END_DECLS
