/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The suppliers of one status on the scouting board, as cards one below the other. Cards of other
 * columns can be dropped on it. */

#pragma once

#include <gtk/gtk.h>

#include "store/record-list.h"
#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_BOARD_COLUMN (assay_board_column_get_type ())
G_DECLARE_FINAL_TYPE (AssayBoardColumn, assay_board_column, ASSAY, BOARD_COLUMN, GtkWidget)

/* @status: a stored choice; NULL: suppliers without one. */
AssayBoardColumn *assay_board_column_new (AssayContext *context, const char *status);
const char *assay_board_column_get_status (AssayBoardColumn *column);
/* Of @query those with the status. NULL: there is no book. */
void assay_board_column_set_query (AssayBoardColumn *column, const AssayQuery *query);
/* Property "n-cards", notified. */
guint assay_board_column_get_n_cards (AssayBoardColumn *column);
/* FALSE when it has no card to focus. */
gboolean assay_board_column_focus (AssayBoardColumn *column, guint position);
/* Focuses the card of a supplier as soon as it stands here. */
void assay_board_column_focus_record (AssayBoardColumn *column, gint64 supplier);
/* The card that has the focus; NULL. */
AssayRecord *assay_board_column_get_focused (AssayBoardColumn *column, guint *position);

/* Signal "dropped" (AssayRecord *): a card was let go here. "opened" (AssayRecord *): Enter or a
 * double click. */

G_END_DECLS
