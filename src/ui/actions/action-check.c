/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/actions/action-check.h"

#include <glib/gi18n-lib.h>

#include "ui/actions/action-steps.h"

typedef struct
{
  AssayContext *context;
  AssayRecord *action;
  AdwEntryRow *by;
  AdwEntryRow *words;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_object_unref (asking->context);
  g_object_unref (asking->action);
  g_free (asking);
}

/* NULL when nothing was typed. */
static char *
dup_text (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
answered_cb (AdwAlertDialog *dialog, const char *response, Asking *asking)
{
  g_autofree char *by = dup_text (asking->by);
  g_autofree char *words = dup_text (asking->words);

  if (g_str_equal (response, "yes") || g_str_equal (response, "no"))
    assay_action_check_take (asking->context, asking->action, g_str_equal (response, "yes"), by,
                             words);
}

static AdwEntryRow *
add_row (GtkWidget *list, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return ADW_ENTRY_ROW (row);
}

void
assay_action_check_ask (AssayContext *context, AssayRecord *action, GtkWidget *parent)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Did It Work?"),
                                            _ ("Look at what was made after it was done. If it did "
                                               "not work, the action is open again and "
                                               "what you saw is kept among its notes."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  GtkWidget *list = gtk_list_box_new ();
  Asking *asking = g_new0 (Asking, 1);
  const char *name = g_get_real_name ();

  asking->context = g_object_ref (context);
  asking->action = g_object_ref (action);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  asking->words = add_row (list, _ ("_What the check showed"));
  asking->by = add_row (list, _ ("Checked _by"));
  if (name != NULL && !g_str_equal (name, "Unknown"))
    gtk_editable_set_text (GTK_EDITABLE (asking->by), name);
  adw_alert_dialog_set_extra_child (alert, list);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "no", _ ("It Did _Not Work"),
                                  "yes", _ ("_It Worked"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "no", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (alert, "yes", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_set_default_response (alert, "yes");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), asking, asking_free, 0);
  adw_dialog_present (dialog, parent);
}
