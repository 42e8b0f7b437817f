/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/today/today-reminders.h"

#include <glib/gi18n-lib.h>

#include "record/date.h"
#include "record/format.h"
#include "ui/today/today-words.h"

typedef struct
{
  AssayContext *context;
  AssayType type;
  gint64 id;
} Target;

static void
target_free (gpointer data, GClosure *closure)
{
  Target *target = data;

  g_object_unref (target->context);
  g_free (target);
}

static void
row_activated_cb (Target *target)
{
  assay_context_show_record (target->context, target->type, target->id);
}

static void
show_all_cb (AssayContext *context, GtkWidget *button)
{
  const GArray *ids = g_object_get_data (G_OBJECT (button), "ids");
  AssayType type = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "type"));
  const char *title = g_object_get_data (G_OBJECT (button), "title");
  g_autoptr (AssayQuery) query = assay_query_new (type);

  assay_query_set_ids (query, (const gint64 *)(const void *)ids->data, ids->len);
  assay_context_show_rows (context, query, title);
}

static char *
say_when (const AssayAgendaItem *item, gint32 today)
{
  if (item->kind == ASSAY_AGENDA_EVIDENCE)
    return item->overdue ? assay_words_ran_out (item->day, today)
                         : assay_words_runs_out (item->day, today);
  return assay_words_due (item->day, today);
}

/* "Sao Mai · 2 pieces" */
static char *
say_what (const AssayAgendaItem *item)
{
  /* A heading names the supplier where the document has no other name. */
  const char *who = g_strcmp0 (item->supplier_name, item->title) != 0 ? item->supplier_name : NULL;

  if (who != NULL && item->detail != NULL)
    /* Translators: two facts about one thing, side by side */
    return g_strdup_printf (C_ ("facts", "%s · %s"), who, item->detail);
  return g_strdup (who != NULL ? who : item->detail != NULL ? item->detail : "");
}

static GtkWidget *
make_row (AssayContext *context, const AssayAgendaItem *item)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  gint32 today = assay_context_get_today (context);
  g_autofree char *subtitle = say_what (item);
  g_autofree char *words = say_when (item, today);
  g_autofree char *date = assay_date_format (item->day);
  GtkWidget *label = gtk_label_new (words);
  Target *target = g_new0 (Target, 1);

  *target = (Target){ g_object_ref (context), item->type, item->id };
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->title);
  adw_action_row_set_title_lines (row, 1);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_subtitle_lines (row, 1);
  gtk_widget_set_tooltip_text (label, date);
  gtk_widget_add_css_class (label, "numeric");
  if (item->overdue)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (mark, "error");
      gtk_widget_add_css_class (label, "error");
      adw_action_row_add_suffix (row, mark);
    }
  adw_action_row_add_suffix (row, label);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (row_activated_cb), target, target_free,
                         G_CONNECT_SWAPPED);
  return GTK_WIDGET (row);
}

static GtkWidget *
make_show_all (AssayContext *context, const GPtrArray *items, const char *title)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Show _All"));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const AssayAgendaItem *first = g_ptr_array_index (items, 0);

  for (guint i = 0; i < items->len; i++)
    g_array_append_val (ids, ((const AssayAgendaItem *)g_ptr_array_index (items, i))->id);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "ids", ids, (GDestroyNotify)g_array_unref);
  g_object_set_data (G_OBJECT (button), "type", GINT_TO_POINTER (first->type));
  g_object_set_data (G_OBJECT (button), "title", (gpointer)title);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_all_cb), context, G_CONNECT_SWAPPED);
  return button;
}

GtkWidget *
assay_today_reminders_group_new (AssayContext *context,
                                 const AssayAgenda *agenda,
                                 AssayReminder reminder,
                                 guint most)
{
  g_autoptr (GPtrArray) items = assay_reminders_list (agenda, reminder);
  g_autofree char *number = assay_format_number (items->len);
  g_autofree char *title = NULL;
  AdwPreferencesGroup *group;

  if (items->len == 0)
    return NULL;
  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  /* Translators: the heading of a list and how many rows it has */
  title
      = g_strdup_printf (C_ ("list heading", "%s (%s)"), assay_reminders_title (reminder), number);
  adw_preferences_group_set_title (group, title);
  if (items->len > most)
    adw_preferences_group_set_header_suffix (
        group, make_show_all (context, items, assay_reminders_title (reminder)));
  for (guint i = 0; i < MIN (items->len, most); i++)
    adw_preferences_group_add (group, make_row (context, g_ptr_array_index (items, i)));
  return GTK_WIDGET (group);
}
