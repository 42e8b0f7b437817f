/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The people at a supplier, with what reaches them. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_CONTACTS_VIEW (assay_contacts_view_get_type ())
G_DECLARE_FINAL_TYPE (AssayContactsView, assay_contacts_view, ASSAY, CONTACTS_VIEW, GtkWidget)

AssayContactsView *assay_contacts_view_new (AssayContext *context);
/* GPtrArray of AssayRecord. */
void assay_contacts_view_set_contacts (AssayContactsView *view, GPtrArray *contacts);

G_END_DECLS
