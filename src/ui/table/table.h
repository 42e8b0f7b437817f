/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a query as a table whose columns come from the catalogue: sorting by header click,
 * column choice, several selected rows, context menu, copy as text, export. In a narrow place it
 * shows rows of two lines instead of columns. No header bar and no search entry: AssayTablePage
 * adds those; pages of a record embed it for the rows that belong to the record:
 *
 *   g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_ORDER);
 *   assay_query_add_filter (query, ASSAY_ORDER_SUPPLIER, ASSAY_FILTER_IS, &value);
 *   AssayTable *table = assay_table_new (context, query);
 *   assay_table_set_columns (table, (const char *const[]){ "number", "state", "due_on", NULL });
 *   assay_table_set_embedded (table, TRUE);
 *
 * Enter or a double click asks the context to show the record; edit, delete and import likewise.
 * The table follows the book by itself. */

#pragma once

#include <gtk/gtk.h>

#include "store/record-list.h"
#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_TABLE (assay_table_get_type ())
G_DECLARE_FINAL_TYPE (AssayTable, assay_table, ASSAY, TABLE, GtkWidget)

/* The base query's search, filters, ids and order are what the table shows at first; its filters
 * are those that the user cannot take away. */
AssayTable *assay_table_new (AssayContext *context, const AssayQuery *base_query);
void assay_table_set_base_query (AssayTable *table, const AssayQuery *base_query);

/* Property "columns" (strv of column names, in order); NULL for what the catalogue shows by
 * default. Unknown names are passed over. */
void assay_table_set_columns (AssayTable *table, const char *const *columns);
GStrv assay_table_dup_columns (AssayTable *table);

/* Columns that an embedded table gives up, in this order, where there is no room for all. */
void assay_table_set_spare_columns (AssayTable *table, const char *const *columns);

/* How many rows an embedded table shows; "n-rows" counts them all. */
#define ASSAY_TABLE_EMBEDDED_ROWS 6

/* Property "embedded": inside a page that scrolls; as high as its first rows, never scrolling
 * itself, and an empty table is one dimmed line. FALSE at first: the table scrolls itself and fills
 * its place. */
void assay_table_set_embedded (AssayTable *table, gboolean embedded);
/* What an embedded table says when it has no rows: "No orders yet". */
void assay_table_set_empty_text (AssayTable *table, const char *text);

/* Under which name columns, widths and order are remembered between starts; NULL (at first): not.
 */
void assay_table_set_settings_name (AssayTable *table, const char *name);

/* What is asked now: base query, search, filters and order; NULL without a book. Signal "asked"
 * when it changes. */
AssayQuery *assay_table_dup_query (AssayTable *table);

/* Setting search or filters keeps the order and the selected rows. */
void assay_table_set_search (AssayTable *table, const char *words);
void assay_table_add_filter (AssayTable *table,
                             guint field,
                             AssayFilterOperator op,
                             const AssayValue *value);
/* @index counts the filters that were added to the base query's. */
void assay_table_remove_filter (AssayTable *table, guint index);
void assay_table_clear_filters (AssayTable *table);
void assay_table_sort (AssayTable *table, guint field, gboolean descending);

/* Property "n-rows" (notified), "loading" (a query is under way), "n-selected". */
guint assay_table_get_n_rows (AssayTable *table);
AssayRecordList *assay_table_get_list (AssayTable *table);
guint assay_table_get_n_selected (AssayTable *table);
/* Ids of the selected rows in the order shown; of the focused row when none is selected. */
GArray *assay_table_dup_selected_ids (AssayTable *table);
void assay_table_select_ids (AssayTable *table, const gint64 *ids, gsize n_ids);

/* Signal "loaded" after each answer. Actions (widget actions of the class): table.open, table.edit,
 * table.delete, table.copy, table.select-all, table.export, table.columns, table.sort (sb). */

/* The documents about the selected inspections; NULL in other tables. @action takes the name of a
 * document, as "table.print" does. */
GMenuModel *assay_table_dup_print_menu (AssayTable *table, const char *action);

G_END_DECLS
