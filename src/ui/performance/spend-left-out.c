/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/spend-left-out.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/record/section.h"

struct _AssaySpendLeftOutList
{
  AdwBin parent_instance;

  AssayContext *context;
  GtkListBox *list;
  char *base; /* nullable */
};

G_DEFINE_FINAL_TYPE (AssaySpendLeftOutList, assay_spend_left_out_list, ADW_TYPE_BIN)

/* Doing something about it */

static void
show_rates_cb (AssaySpendLeftOutList *self)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_EXCHANGE_RATE);

  assay_query_set_sort (query, ASSAY_EXCHANGE_RATE_VALID_ON, TRUE);
  assay_context_show_rows (self->context, query, _ ("Exchange Rates"));
}

/* The form begins with the currency that lacks a rate, and the one it is to be told in. */
static void
new_rate_cb (AssaySpendLeftOutList *self, GtkWidget *button)
{
  g_autoptr (AssayRecord) rate = assay_record_new (ASSAY_TYPE_EXCHANGE_RATE);
  const char *currency = g_object_get_data (G_OBJECT (button), "currency");

  if (currency != NULL)
    assay_record_set_text (rate, ASSAY_EXCHANGE_RATE_CURRENCY, currency);
  if (self->base != NULL)
    assay_record_set_text (rate, ASSAY_EXCHANGE_RATE_IN_CURRENCY, self->base);
  assay_record_set_date (rate, ASSAY_EXCHANGE_RATE_VALID_ON,
                         assay_context_get_today (self->context));
  assay_context_edit_record (self->context, rate);
}

static void
show_lines_cb (AssaySpendLeftOutList *self, GtkWidget *row)
{
  const GArray *ids = g_object_get_data (G_OBJECT (row), "ids");
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_ORDER_LINE);

  assay_query_set_ids (query, (const gint64 *)(const void *)ids->data, ids->len);
  assay_context_show_rows (self->context, query,
                           adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

/* Showing */

static void
add_rate_button (AssaySpendLeftOutList *self, GtkWidget *row, const char *currency)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Add Rate…"));
  g_autofree char *spoken = g_strdup_printf (_ ("Add an exchange rate of %s"), currency);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "currency", g_strdup (currency), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (new_rate_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* Half a sentence as a title. */
static char *
begin_large (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, 1);
  g_autofree char *large = g_utf8_strup (first, -1);

  return g_strconcat (large, words + strlen (first), NULL);
}

static void
add_row (AssaySpendLeftOutList *self, const AssaySpendLeftOut *left_out)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *lines = assay_format_number (left_out->ids->len);
  g_autofree char *amount = assay_money_format (left_out->amount, left_out->currency);
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s line", "%s lines", left_out->ids->len), lines);
  g_autofree char *valued = left_out->is_known && left_out->amount != 0
                                /* Translators: "12 lines"; "3,400.00 EUR" */
                                ? g_strdup_printf (_ ("%s of %s"), title, amount)
                                : g_strdup (title);
  g_autofree char *reason = begin_large (assay_spend_reason_words (left_out->reason));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), reason);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), valued);
  if (left_out->reason == ASSAY_SPEND_NO_RATE)
    add_rate_button (self, row, left_out->currency);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "ids", g_array_ref (left_out->ids),
                          (GDestroyNotify)g_array_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (show_lines_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
add_base_row (AssaySpendLeftOutList *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Preferences"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("No base currency"));
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (row),
      _ ("The orders are in several currencies: choose the one to add them up in"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.preferences");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->list, row);
}

/**
 * assay_spend_left_out_list_show:
 * @self: a list
 * @spend: the figures
 *
 * Hides the list where nothing was left out.
 */
void
assay_spend_left_out_list_show (AssaySpendLeftOutList *self, const AssaySpend *spend)
{
  g_set_str (&self->base, spend->currency);
  gtk_list_box_remove_all (self->list);
  if (!spend->has_base)
    add_base_row (self);
  for (guint i = 0; i < spend->left_out->len; i++)
    add_row (self, g_ptr_array_index (spend->left_out, i));
  gtk_widget_set_visible (GTK_WIDGET (self), !spend->has_base || spend->left_out->len > 0);
}

static void
assay_spend_left_out_list_dispose (GObject *object)
{
  AssaySpendLeftOutList *self = ASSAY_SPEND_LEFT_OUT_LIST (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->base, g_free);

  G_OBJECT_CLASS (assay_spend_left_out_list_parent_class)->dispose (object);
}

static void
assay_spend_left_out_list_class_init (AssaySpendLeftOutListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_spend_left_out_list_dispose;
}

static void
assay_spend_left_out_list_init (AssaySpendLeftOutList *self)
{
}

AssaySpendLeftOutList *
assay_spend_left_out_list_new (AssayContext *context)
{
  AssaySpendLeftOutList *self = g_object_new (ASSAY_TYPE_SPEND_LEFT_OUT_LIST, NULL);
  GtkWidget *rates = assay_icon_button_new ("assay-exchange-symbolic", _ ("Exchange Rates"));
  GtkWidget *add = assay_icon_button_new ("list-add-symbolic", _ ("New Exchange Rate"));
  GtkWidget *section;

  self->context = g_object_ref (context);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Not in these figures"), -1);
  section = assay_section_new (_ ("Not in These Figures"), GTK_WIDGET (self->list));
  assay_section_add_button (ASSAY_SECTION (section), rates);
  assay_section_add_button (ASSAY_SECTION (section), add);
  g_signal_connect_object (rates, "clicked", G_CALLBACK (show_rates_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (add, "clicked", G_CALLBACK (new_rate_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), section);
  return self;
}
