/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A wide and a narrow column side by side, or one below the other where there is no room for both.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ASSAY_TYPE_COLUMNS (assay_columns_get_type ())
G_DECLARE_FINAL_TYPE (AssayColumns, assay_columns, ASSAY, COLUMNS, GtkWidget)

GtkWidget *assay_columns_new (GtkWidget *wide, GtkWidget *narrow);

G_END_DECLS
