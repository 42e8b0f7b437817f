/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/today/today-reorder.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/date.h"
#include "record/format.h"
#include "ui/today/today-words.h"

static void
row_activated_cb (AssayContext *context, GtkWidget *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "product");

  assay_context_show_record (context, ASSAY_TYPE_PRODUCT, *id);
}

static void
show_all_cb (AssayContext *context, GtkWidget *button)
{
  const GArray *ids = g_object_get_data (G_OBJECT (button), "ids");
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_PRODUCT);

  assay_query_set_ids (query, (const gint64 *)(const void *)ids->data, ids->len);
  assay_context_show_rows (context, query, _ ("To Order Again"));
}

/* "Sao Mai · about 359 packs left, 10 days" */
static char *
describe (const AssayReorder *reorder)
{
  g_autofree char *left = assay_reorder_pieces (round (reorder->stock_today), reorder->unit);
  g_autofree char *days = assay_format_real (floor (reorder->days_of_stock), 0);
  const char *supplier = reorder->supplier_name != NULL ? reorder->supplier_name : "";

  if (isnan (reorder->days_of_stock))
    return g_strdup (supplier);
  return g_strdup_printf (
      /* Translators: a supplier; "359 packs"; a number */
      g_dngettext (GETTEXT_PACKAGE, "%s · about %s in stock, for %s day",
                   "%s · about %s in stock, for %s days",
                   (gulong)CLAMP (reorder->days_of_stock, 0, 1e9)),
      supplier, left, days);
}

static GtkWidget *
make_row (AssayContext *context, const AssayReorder *reorder)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *subtitle = describe (reorder);
  g_autofree char *words = assay_words_due (reorder->order_on, assay_context_get_today (context));
  g_autofree char *date = assay_date_format (reorder->order_on);
  GtkWidget *label = gtk_label_new (words);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 reorder->name != NULL ? reorder->name : reorder->code);
  adw_action_row_set_title_lines (row, 1);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_subtitle_lines (row, 1);
  gtk_widget_set_tooltip_text (label, date);
  gtk_widget_add_css_class (label, "numeric");
  if (reorder->order_on < assay_context_get_today (context))
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (mark, "error");
      gtk_widget_add_css_class (label, "error");
      adw_action_row_add_suffix (row, mark);
    }
  adw_action_row_add_suffix (row, label);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "product",
                          g_memdup2 (&reorder->product, sizeof reorder->product), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), context,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (row);
}

static GtkWidget *
make_show_all (AssayContext *context, const GPtrArray *due)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Show _All"));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < due->len; i++)
    g_array_append_val (ids, ((const AssayReorder *)g_ptr_array_index (due, i))->product);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "ids", ids, (GDestroyNotify)g_array_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_all_cb), context, G_CONNECT_SWAPPED);
  return button;
}

GtkWidget *
assay_today_reorder_group_new (AssayContext *context, const GPtrArray *due, guint most)
{
  AdwPreferencesGroup *group;
  g_autofree char *number = NULL, *title = NULL;

  if (due == NULL || due->len == 0)
    return NULL;
  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  number = assay_format_number (due->len);
  /* Translators: the heading of a list and how many rows it has */
  title = g_strdup_printf (C_ ("list heading", "%s (%s)"), _ ("To Order Again"), number);
  adw_preferences_group_set_title (group, title);
  if (due->len > most)
    adw_preferences_group_set_header_suffix (group, make_show_all (context, due));
  for (guint i = 0; i < MIN (due->len, most); i++)
    adw_preferences_group_add (group, make_row (context, g_ptr_array_index (due, i)));
  return GTK_WIDGET (group);
}
