/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/unsaved.h"

/**
 * assay_unsaved_above:
 * @view: (nullable): a navigation view
 * @page: (nullable): a page in it
 *
 * Returns: whether going back to @page, or leaving @view, would lose edits
 */
gboolean
assay_unsaved_above (AdwNavigationView *view, AdwNavigationPage *page)
{
  g_autoptr (GListModel) stack
      = view != NULL ? G_LIST_MODEL (adw_navigation_view_get_navigation_stack (view)) : NULL;
  gboolean above = page == NULL;

  for (guint i = 0; stack != NULL && i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr (AdwNavigationPage) each = g_list_model_get_item (stack, i);

      if (above && !adw_navigation_page_get_can_pop (each))
        return TRUE;
      above = above || each == page;
    }
  return FALSE;
}
