/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/widgets/combo-value.h"

/* So many characters of the value are never cut; the subtitle wraps instead. */
#define KEPT_CHARACTERS 18

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END,
                                               "xalign", 1.0F, "valign", GTK_ALIGN_CENTER, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  const char *value = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (label, value);
  gtk_label_set_width_chars (label, (int)MIN (g_utf8_strlen (value, -1), KEPT_CHARACTERS));
}

/**
 * assay_combo_row_keep_value:
 * @row: a row over a #GtkStringList
 *
 * A combo row gives its title and subtitle all the room they ask for, and what is chosen shrinks
 * to an ellipsis. With this the value has its width first. The list that pops up is as it was.
 */
void
assay_combo_row_keep_value (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) value = gtk_signal_list_item_factory_new ();

  g_signal_connect (value, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (value, "bind", G_CALLBACK (bind_cb), NULL);
  adw_combo_row_set_list_factory (row, adw_combo_row_get_factory (row));
  adw_combo_row_set_factory (row, value);
}
