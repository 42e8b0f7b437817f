/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that is known about a record, by the groups of the catalogue. Unknown fields are left
 * out until all are asked for; addresses and references can be followed. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_FACTS_VIEW (assay_facts_view_get_type ())
G_DECLARE_FINAL_TYPE (AssayFactsView, assay_facts_view, ASSAY, FACTS_VIEW, GtkWidget)

AssayFactsView *assay_facts_view_new (AssayContext *context);
void assay_facts_view_set_record (AssayFactsView *view, AssayRecord *record);
/* A field that the page shows elsewhere. */
void assay_facts_view_hide_field (AssayFactsView *view, guint field);

G_END_DECLS
