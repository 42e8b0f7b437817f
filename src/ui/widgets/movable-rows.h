/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of a list that are put in order by dragging or with Alt+Up and Alt+Down, and go with Delete.
 * The list's owner does the moving; @index and the like are places in the list. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  void (*move) (gpointer owner, guint from, guint to); /* @to may lie behind the last row */
  void (*remove) (gpointer owner, guint index);
} AssayMovableRows;

/* @calls is static; @owner owns the list. */
void assay_movable_rows_set_up (GtkListBox *list, const AssayMovableRows *calls, gpointer owner);
/* Makes a row of such a list one that can be dragged. */
void assay_movable_rows_add (GtkListBox *list, GtkWidget *row);

G_END_DECLS
