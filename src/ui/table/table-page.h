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

G_END_DECLS
