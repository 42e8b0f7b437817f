/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of one type of records: header bar, search, filter chips, the table, and what it says
 * when there is nothing. Also for any other rows under a title of their own. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"
#include "ui/table/table.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_TABLE_PAGE (assay_table_page_get_type ())
G_DECLARE_FINAL_TYPE (AssayTablePage, assay_table_page, ASSAY, TABLE_PAGE, AdwNavigationPage)

/* All records of a type; remembers columns, widths and order. */
AdwNavigationPage *assay_table_page_new (AssayContext *context, AssayType type, const char *title);
AdwNavigationPage *
assay_table_page_new_for_query (AssayContext *context, const AssayQuery *query, const char *title);
AssayTable *assay_table_page_get_table (AssayTablePage *page);

/* Another view of the same rows, which a switch in the header bar shows in place of the table. */
void assay_table_page_set_other (AssayTablePage *page,
                                 GtkWidget *other,
                                 const char *icon,
                                 const char *title);
/* Property "shows-other", notified. */
gboolean assay_table_page_shows_other (AssayTablePage *page);
void assay_table_page_show_other (AssayTablePage *page, gboolean other);
/* Offers an action of the page in its menu. */
void assay_table_page_add_menu (AssayTablePage *page, const char *label, const char *action);

/* A button in the header bar, before those that every table has. */
void assay_table_page_add_button (AssayTablePage *page, GtkWidget *button);

G_END_DECLS
