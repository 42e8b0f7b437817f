/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two suppliers side by side, field by field where they differ, to be made one. Signal "merged":
 * they are one now. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_MERGE_PAGE (assay_merge_page_get_type ())
G_DECLARE_FINAL_TYPE (AssayMergePage, assay_merge_page, ASSAY, MERGE_PAGE, AdwNavigationPage)

/* @into stays, with the values that are chosen. NULL when one of them is gone. */
AdwNavigationPage *assay_merge_page_new (AssayContext *context, gint64 from, gint64 into);

G_END_DECLS
