/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing down that an event happened, for an order, a line or a delivery at once. */

#pragma once

#include "insight/order-timeline.h"

G_BEGIN_DECLS

/* Whether a record of @type can be told that the event happened. */
gboolean assay_order_event_suits (AssayType type, AssayOrderEvent event);
/* Inside a change: it happened on @day. Of an order every line that was not cancelled, of a line
 * every delivery is told that was not told before; pieces of a line that are in no delivery yet get
 * one. What happened before stays as it is. */
gboolean assay_order_event_set (
    AssayDb *db, AssayType type, gint64 id, AssayOrderEvent event, gint32 day, GError **error);

G_END_DECLS
