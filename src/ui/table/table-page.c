/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/table/table-page.h"

struct _AssayTablePage
{
  AdwNavigationPage parent_instance;
};

G_DEFINE_FINAL_TYPE (AssayTablePage, assay_table_page, ADW_TYPE_NAVIGATION_PAGE)

static void
assay_table_page_class_init (AssayTablePageClass *klass)
{
}

static void
assay_table_page_init (AssayTablePage *self)
{
}

AdwNavigationPage *
assay_table_page_new (AssayContext *context, AssayType type)
{
  return g_object_new (ASSAY_TYPE_TABLE_PAGE, NULL);
}

AdwNavigationPage *
assay_table_page_new_for_query (AssayContext *context, const AssayQuery *query, const char *title)
{
  return g_object_new (ASSAY_TYPE_TABLE_PAGE, "title", title, NULL);
}
