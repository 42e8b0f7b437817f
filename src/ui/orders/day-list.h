/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The events of an order, of a line or of a delivery, planned beside actual with the days between.
 * One that has not come yet is written down for today by one click or a key, or for another day
 * from the calendar. Main thread. */

#pragma once

#include <adwaita.h>

#include "insight/order-timeline.h"
#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DAY_LIST (assay_day_list_get_type ())
G_DECLARE_FINAL_TYPE (AssayDayList, assay_day_list, ASSAY, DAY_LIST, GtkWidget)

AssayDayList *assay_day_list_new (AssayContext *context);
/* Within a list that has a frame. */
void assay_day_list_set_plain (AssayDayList *list);
/* The events that records of the lane's kind have. */
void assay_day_list_show (AssayDayList *list, const AssayTimelineLane *lane);

G_END_DECLS
