/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for a file and writes the rows and columns that a table shows into it, as CSV. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* @fields: of guint, in the order of the columns. */
void assay_table_save_as (AssayContext *context,
                          GtkWidget *parent,
                          const AssayQuery *query,
                          GArray *fields);

G_END_DECLS
