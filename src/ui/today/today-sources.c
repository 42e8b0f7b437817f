/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/today/today-sources.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "ui/record/sourcing-row.h"

static gboolean
is_single (const AssaySourcedProduct *product)
{
  return product->sourcing == ASSAY_SOURCING_NONE || product->sourcing == ASSAY_SOURCING_SINGLE;
}

static void
show_all_cb (AssayContext *context, GtkWidget *button)
{
  const GArray *ids = g_object_get_data (G_OBJECT (button), "ids");
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_PRODUCT);

  assay_query_set_ids (query, (const gint64 *)(const void *)ids->data, ids->len);
  assay_context_show_rows (context, query, _ ("Critical, Single Source"));
}

static GtkWidget *
make_show_all (AssayContext *context, GArray *ids)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Show _All"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "ids", g_array_ref (ids),
                          (GDestroyNotify)g_array_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_all_cb), context, G_CONNECT_SWAPPED);
  return button;
}

GtkWidget *
assay_today_sources_group_new (AssayContext *context,
                               const AssayDiversification *answer,
                               guint most)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  AdwPreferencesGroup *group;
  g_autofree char *number = NULL, *title = NULL;

  if (answer == NULL || answer->none + answer->single == 0)
    return NULL;
  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  for (guint i = 0; i < answer->products->len; i++)
    {
      const AssaySourcedProduct *product = g_ptr_array_index (answer->products, i);

      if (!is_single (product))
        continue;
      if (ids->len < most)
        adw_preferences_group_add (group, assay_sourcing_row_new (context, product));
      g_array_append_val (ids, product->id);
    }
  number = assay_format_number (ids->len);
  /* Translators: the heading of a list and how many rows it has */
  title = g_strdup_printf (C_ ("list heading", "%s (%s)"), _ ("Critical, Single Source"), number);
  adw_preferences_group_set_title (group, title);
  if (ids->len > most)
    adw_preferences_group_set_header_suffix (group, make_show_all (context, ids));
  return GTK_WIDGET (group);
}
