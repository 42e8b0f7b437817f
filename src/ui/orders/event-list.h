/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happened to an order line, one after the other: promises or deliveries. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_EVENT_LIST (assay_event_list_get_type ())
G_DECLARE_FINAL_TYPE (AssayEventList, assay_event_list, ASSAY, EVENT_LIST, GtkWidget)

AssayEventList *assay_event_list_new (AssayContext *context, const char *label, const char *empty);
void assay_event_list_clear (AssayEventList *list);
/* A row for @record, which is edited by activating it. @mark says what is special about it,
 * nullable; one that is not @removable is kept. */
void assay_event_list_add (AssayEventList *list,
                           AssayRecord *record,
                           const char *title,
                           const char *subtitle,
                           const char *mark,
                           gboolean removable);

G_END_DECLS
