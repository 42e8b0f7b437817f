/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happened to a record: who, when, and each field's old and new value, newest first. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_HISTORY_VIEW (assay_history_view_get_type ())
G_DECLARE_FINAL_TYPE (AssayHistoryView, assay_history_view, ASSAY, HISTORY_VIEW, GtkWidget)

AssayHistoryView *assay_history_view_new (AssayContext *context);
/* Reads the history of a record, on the book's thread; again after each change. */
void assay_history_view_set_record (AssayHistoryView *view, AssayType type, gint64 id);

G_END_DECLS
