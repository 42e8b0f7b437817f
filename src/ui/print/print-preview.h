/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of documents as they would be printed, one below the other, without another program.
 * Print and Save are signals: what prints reads the book anew. */

#pragma once

#include <adwaita.h>

#include "report/pages.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_PRINT_PREVIEW (assay_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (AssayPrintPreview, assay_print_preview, ASSAY, PRINT_PREVIEW, AdwDialog)

/* Signals "print" and "save", without arguments. */
AssayPrintPreview *assay_print_preview_new (GPtrArray *pages);
guint assay_print_preview_n_pages (AssayPrintPreview *self);
double assay_print_preview_get_zoom (AssayPrintPreview *self);

G_END_DECLS
