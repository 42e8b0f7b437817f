/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A narrow column beside a wide one, or, when stacked, one above the other. A GtkBox asks its
 * children which width they need for their height, which for much wrapping text is more than there
 * is; here widths come first. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ASSAY_TYPE_TWO_COLUMNS (assay_two_columns_get_type ())
G_DECLARE_FINAL_TYPE (AssayTwoColumns, assay_two_columns, ASSAY, TWO_COLUMNS, GtkWidget)

/* Which is above where they are stacked, and first for the keyboard. */
void assay_two_columns_set_main_first (AssayTwoColumns *columns, gboolean main_first);

G_END_DECLS
