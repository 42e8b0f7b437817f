/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page on which an inspection is planned, recorded, judged and read: verdict first, then plan
 * and defects, photos, facts, history. What is typed stays in a draft until Save writes it as one
 * change; leaving with edits asks once. Main thread. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_INSPECTION_PAGE (assay_inspection_page_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayInspectionPage, assay_inspection_page, ASSAY, INSPECTION_PAGE, AdwNavigationPage)

/* @id 0: a new inspection. */
AdwNavigationPage *assay_inspection_page_new (AssayContext *context, gint64 id);
/* A new inspection of an order line, of what was not inspected yet. */
AdwNavigationPage *assay_inspection_page_new_for_line (AssayContext *context, gint64 order_line);
/* A record without id is a template for a new inspection: its order line, supplier, product or the
 * inspection that it repeats may be set. It is copied. */
AdwNavigationPage *assay_inspection_page_new_for_record (AssayContext *context,
                                                         AssayRecord *record);

/* 0 until a new one was saved. */
gint64 assay_inspection_page_get_id (AssayInspectionPage *page);
gboolean assay_inspection_page_is_dirty (AssayInspectionPage *page);

G_END_DECLS
