/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/sourcing-row.h"

static void
activated_cb (AssayContext *context, GtkWidget *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "product");

  assay_context_show_record (context, ASSAY_TYPE_PRODUCT, *id);
}

gboolean
assay_sourcing_row_warns (const AssaySourcedProduct *product)
{
  return product->sourcing == ASSAY_SOURCING_NONE || product->sourcing == ASSAY_SOURCING_SINGLE
         || product->sourcing == ASSAY_SOURCING_ONE_COUNTRY;
}

GtkWidget *
assay_sourcing_row_new (AssayContext *context, const AssaySourcedProduct *product)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *words = assay_sourcing_words (product);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 product->name != NULL ? product->name : product->code);
  adw_action_row_set_title_lines (row, 1);
  adw_action_row_set_subtitle (row, words);
  adw_action_row_set_subtitle_lines (row, 2);
  if (assay_sourcing_row_warns (product))
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (mark, "warning");
      adw_action_row_add_suffix (row, mark);
    }
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "product", g_memdup2 (&product->id, sizeof product->id),
                          g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), context, G_CONNECT_SWAPPED);
  return GTK_WIDGET (row);
}
