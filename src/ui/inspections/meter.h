/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much of what is allowed was found: a bar with a line where the lot is rejected. Draws in the
 * colour that its style class gives it; the words beside it say the same. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ASSAY_TYPE_METER (assay_meter_get_type ())
G_DECLARE_FINAL_TYPE (AssayMeter, assay_meter, ASSAY, METER, GtkWidget)

/* @limit is the number that rejects, at least 1; @words is spoken. */
void assay_meter_set (AssayMeter *meter, gint64 found, gint64 limit, const char *words);

G_END_DECLS
