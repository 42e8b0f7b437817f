/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grade of a supplier by the scorecard in use, in one row that explains itself. Asks the book
 * by itself; hidden where the book has no scorecard. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_GRADE_VIEW (assay_grade_view_get_type ())
G_DECLARE_FINAL_TYPE (AssayGradeView, assay_grade_view, ASSAY, GRADE_VIEW, GtkWidget)

AssayGradeView *assay_grade_view_new (AssayContext *context);
/* Reads it anew. */
void assay_grade_view_show (AssayGradeView *view, gint64 supplier);

G_END_DECLS
