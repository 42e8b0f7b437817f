/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of Today that is no list of records with a date: products to order again. */

#pragma once

#include <adwaita.h>

#include "insight/reorder.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* @due: AssayReorder, most urgent first, of which @most are shown; NULL where there is none. */
GtkWidget *assay_today_reorder_group_new (AssayContext *context, const GPtrArray *due, guint most);

G_END_DECLS
