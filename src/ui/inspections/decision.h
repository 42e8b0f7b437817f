/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The decision on a lot while it is made: what it means for the pieces, what goes with it, and the
 * sum that has to come out. Main thread. */

#pragma once

#include <adwaita.h>

#include "record/record.h"

G_BEGIN_DECLS

/* Fills in what follows from a decision that was just taken or taken back: when, by whom, all
 * pieces of the lot where they go unless somebody said otherwise, the order's currency for what
 * rework costs. @line is nullable. */
void assay_decision_follow (AssayRecord *inspection, const AssayRecord *line, gint32 today);
/* The order's currency for what rework costs. */
void assay_decision_propose_currency (AssayRecord *inspection, const AssayRecord *line);
/* Whether the row of a field of the decision has something to say. */
gboolean assay_decision_has_row (const AssayRecord *inspection, guint field);
/* "250 of 300 pieces; 50 left"; NULL when nothing was said of any piece or the lot is unknown. */
char *assay_decision_dup_sum (const AssayRecord *inspection, gboolean *complete);
/* A row that shows the sum; hidden when there is none. */
GtkWidget *assay_decision_sum_row_new (void);
void assay_decision_sum_row_show (GtkWidget *row, const AssayRecord *inspection);
/* A lot that goes back is looked at again. */
gboolean assay_decision_asks_again (const AssayRecord *inspection);

G_END_DECLS
