/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes one filter: field, operator, value. Signal "filter-made" (guint field, int op, gpointer to
 * AssayValue, const char *title of a referenced record or NULL). */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_FILTER_EDITOR (assay_filter_editor_get_type ())
G_DECLARE_FINAL_TYPE (AssayFilterEditor, assay_filter_editor, ASSAY, FILTER_EDITOR, GtkPopover)

void
assay_filter_editor_set_type (AssayFilterEditor *editor, AssayContext *context, AssayType type);

G_END_DECLS
