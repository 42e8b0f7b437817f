/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The recycled content of a product as rows of a list: the whole, the main fabric, the thresholds
 * and what is missing. */

#pragma once

#include <gtk/gtk.h>

#include "insight/recycled-content.h"

G_BEGIN_DECLS

void assay_recycled_rows_show (GtkListBox *list, const AssayRecycled *recycled);

G_END_DECLS
