/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/suppliers/suppliers-page.h"

#include <glib/gi18n-lib.h>

#include "ui/suppliers/board.h"
#include "ui/table/table-page.h"

#define SETTING "suppliers-board"

static void
other_view_cb (AssayTablePage *page, GParamSpec *pspec, AssayContext *context)
{
  GSettings *settings = assay_context_get_settings (context);

  if (settings != NULL)
    g_settings_set_boolean (settings, SETTING, assay_table_page_shows_other (page));
}

/**
 * assay_suppliers_page_new:
 * @context: the context of the window
 * @title: of the page, translated
 */
AdwNavigationPage *
assay_suppliers_page_new (AssayContext *context, const char *title)
{
  AdwNavigationPage *page = assay_table_page_new (context, ASSAY_TYPE_SUPPLIER, title);
  AssayTablePage *table_page = ASSAY_TABLE_PAGE (page);
  GSettings *settings = assay_context_get_settings (context);

  assay_table_page_set_other (table_page,
                              assay_board_new (context, assay_table_page_get_table (table_page)),
                              "assay-board-symbolic", _ ("Scouting Board"));
  if (settings != NULL && g_settings_get_boolean (settings, SETTING))
    assay_table_page_show_other (table_page, TRUE);
  assay_table_page_add_menu (table_page, _ ("Compare Side by _Side…"), "page.compare");
  g_signal_connect_object (page, "notify::shows-other", G_CALLBACK (other_view_cb), context, 0);
  return page;
}
