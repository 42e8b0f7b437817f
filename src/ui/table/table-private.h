/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inside of a table: table.c (rows), table-columns.c (columns, their order and what is
 * remembered), table-fit.c (columns that give way) and table-actions.c (commands on rows). */

#pragma once

#include "ui/table/selection.h"
#include "ui/table/table.h"

struct _AssayTable
{
  GtkWidget parent_instance;

  /* Template */
  GtkStack *stack;
  GtkScrolledWindow *columns_scroller;
  GtkColumnView *view;
  GtkScrolledWindow *rows_scroller;
  GtkListView *rows;
  GtkLabel *empty;
  GMenuModel *row_menu;

  /* Owned */
  AssayContext *context;
  AssayQuery *base_query;
  AssayQuery *query;
  char *search;
  GArray *filters; /* of AssayFilter */
  AssayRecordList *list;
  AssayTableSelection *selection;
  GStrv columns;       /* NULL: the catalogue's choice */
  GStrv spare_columns; /* given up first, nullable */
  GSettings *settings;
  GtkWidget *menu; /* the popover, made when first needed */

  const AssayRecordType *type;
  int sort; /* field; -1 for the base query's order */
  gboolean sort_descending;
  GtkColumnViewColumn *sorted; /* borrowed: the column that was sorted by last */
  guint save_source;
  guint narrow_source;
  guint fit_source;
  int fitted_width; /* that the columns were chosen for */
  gboolean embedded;
  gboolean narrow;
  gboolean scroll_up; /* once the rows of a new question are there */
  gboolean syncing;   /* columns and arrows are being set from what is remembered */
  gboolean loaded;
};

/* table.c */
void assay_table_ask (AssayTable *self);
gint64 assay_table_find_focused (AssayTable *self, GtkWidget **row);
/* The slot that the widget or one inside it shows. */
AssayRecordSlot *assay_table_slot_at (GtkWidget *widget);

/* table-columns.c */
void assay_table_make_columns (AssayTable *self);
void assay_table_sync_sort (AssayTable *self);
void assay_table_connect_columns (AssayTable *self);
void assay_table_save_now (AssayTable *self);
void assay_table_install_column_actions (GtkWidgetClass *klass);

/* table-fit.c */
void assay_table_fit_later (AssayTable *self);

/* table-actions.c */
void assay_table_install_row_actions (GtkWidgetClass *klass);
void assay_table_update_actions (AssayTable *self);
void assay_table_add_menu (AssayTable *self);
