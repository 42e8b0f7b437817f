/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of a table of figures. Immutable. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ASSAY_TYPE_FIGURES_ROW (assay_figures_row_get_type ())
G_DECLARE_FINAL_TYPE (AssayFiguresRow, assay_figures_row, ASSAY, FIGURES_ROW, GObject)

AssayFiguresRow *assay_figures_row_new (
    gint64 id, const char *name, gboolean is_total, const double *values, guint n_values);
gint64 assay_figures_row_get_id (AssayFiguresRow *row);
/* NULL: unknown. */
const char *assay_figures_row_get_name (AssayFiguresRow *row);
gboolean assay_figures_row_is_total (AssayFiguresRow *row);
double assay_figures_row_get_value (AssayFiguresRow *row, guint column);

G_END_DECLS
