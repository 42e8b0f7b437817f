/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is noted of a supplier apart from its orders, one list a kind; kinds of which nothing is
 * noted are offered by a menu. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"
#include "ui/suppliers/sourcing-rows.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_SOURCING_VIEW (assay_sourcing_view_get_type ())
G_DECLARE_FINAL_TYPE (AssaySourcingView, assay_sourcing_view, ASSAY, SOURCING_VIEW, GtkWidget)

AssaySourcingView *assay_sourcing_view_new (AssayContext *context);
void assay_sourcing_view_show (AssaySourcingView *view,
                               AssayRecord *supplier,
                               const AssaySourcingRows *rows);
/* A button with a menu of what can be noted, for the heading above the view. */
GtkWidget *assay_sourcing_view_make_button (AssaySourcingView *view);

G_END_DECLS
