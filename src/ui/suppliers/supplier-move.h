/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moving a supplier to another status, as on the scouting board: one change, told by a toast that
 * undoes it. Approval with needed items of due diligence open asks for a reason first. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* @status: a stored choice, "approved". @moved, nullable, is called with @data once it was done. */
void assay_supplier_move (GtkWidget *parent,
                          AssayContext *context,
                          AssayRecord *supplier,
                          const char *status,
                          void (*moved) (gpointer data, gint64 supplier),
                          gpointer data,
                          GDestroyNotify free_data);

G_END_DECLS
