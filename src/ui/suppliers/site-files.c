/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/suppliers/site-files.h"

#include <glib/gi18n-lib.h>

#include "ui/record/attachments-view.h"

/**
 * assay_site_files_new:
 * @context: the context of the window
 * @site: a site that is in the book
 */
AdwDialog *
assay_site_files_new (AssayContext *context, AssayRecord *site)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_Add Files…"));
  AssayAttachmentsView *view = assay_attachments_view_new (context);
  g_autofree char *name = assay_record_dup_title (site);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, "child", view, "vexpand", TRUE, NULL);

  gtk_widget_set_margin_top (GTK_WIDGET (view), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (view), 12);
  gtk_widget_set_margin_start (GTK_WIDGET (view), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (view), 12);
  assay_attachments_view_set_record (view, ASSAY_TYPE_SITE, assay_record_get_id (site));
  g_signal_connect_object (add, "clicked", G_CALLBACK (assay_attachments_view_choose), view,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), add);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), scroller);
  adw_dialog_set_title (dialog, name);
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 520);
  adw_dialog_set_child (dialog, toolbar);
  return dialog;
}
