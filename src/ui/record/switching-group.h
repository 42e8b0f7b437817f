/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the switching rules stand: a row for each class with its state and counters, which opens to
 * the switches so far, each with its lot, day and reason; a switch opens its inspection. */

#pragma once

#include <adwaita.h>

#include "insight/switching.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* Rows for the classes into @group, whose description says what few lots mean. */
void assay_switching_group_fill (AdwPreferencesGroup *group,
                                 AssayContext *context,
                                 const AssaySwitchingHistory *history);

#define ASSAY_TYPE_SWITCHING_VIEW (assay_switching_view_get_type ())
G_DECLARE_FINAL_TYPE (AssaySwitchingView, assay_switching_view, ASSAY, SWITCHING_VIEW, GtkWidget)

/* All pairs of a supplier (0: any) and a product (0: any) of which lots were inspected, read anew
 * with each call of show; hidden while there are none. */
AssaySwitchingView *assay_switching_view_new (AssayContext *context);
void assay_switching_view_show (AssaySwitchingView *view, gint64 supplier, gint64 product);

G_END_DECLS
