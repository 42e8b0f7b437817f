/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/form/approval-question.h"

#include <glib/gi18n-lib.h>

#define MOST_ITEMS 8
#define REASON_KEY "assay-reason"

typedef struct
{
  GWeakRef parent;
  AssayContext *context;
  AssayApprovalFunc done;
  gpointer data;
  GDestroyNotify free_data;
} Asking;

static void
finish (Asking *asking, gboolean approve, const char *reason)
{
  asking->done (approve, reason, asking->data);
  if (asking->free_data != NULL)
    asking->free_data (asking->data);
  g_weak_ref_clear (&asking->parent);
  g_object_unref (asking->context);
  g_free (asking);
}

static void
typed_cb (GtkEditable *entry, AdwAlertDialog *alert)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_alert_dialog_set_response_enabled (alert, "approve", *reason != '\0');
}

AdwDialog *
assay_approval_question_new (const AssayDiligence *diligence)
{
  guint n = diligence->count.needed;
  g_autofree char *items = assay_diligence_open_words (diligence, MOST_ITEMS);
  g_autofree char *body
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u needed item of due diligence is open:",
                                      "%u needed items of due diligence are open:", n),
                         n);
  AdwDialog *alert = adw_alert_dialog_new (_ ("Approve Nevertheless?"), body);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", items != NULL ? items : "", "wrap",
                                   TRUE, "xalign", 0.0, NULL);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Why it is approved"),
                                   "activates-default", TRUE, NULL);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (alert), box);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "cancel", _ ("_Cancel"), "approve",
                                  _ ("_Approve"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "approve",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (alert), "approve", FALSE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "approve");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "cancel");
  adw_dialog_set_focus (alert, entry);
  g_object_set_data (G_OBJECT (alert), REASON_KEY, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), alert, 0);
  return alert;
}

char *
assay_approval_question_dup_reason (AdwDialog *question)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (question), REASON_KEY);

  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

void
assay_approval_question_set_reason (AdwDialog *question, const char *reason)
{
  gtk_editable_set_text (g_object_get_data (G_OBJECT (question), REASON_KEY), reason);
}

static void
response_cb (AdwDialog *question, const char *response, gpointer data)
{
  g_autofree char *reason = assay_approval_question_dup_reason (question);
  gboolean approve = g_str_equal (response, "approve") && *reason != '\0';

  /* There is one answer, however often it is closed. */
  g_signal_handlers_disconnect_by_func (question, response_cb, data);
  finish (data, approve, approve ? reason : NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Asking *asking = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayDiligence) diligence
      = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&asking->parent);
  AdwDialog *question;

  if (diligence == NULL)
    {
      assay_context_failed (asking->context, _ ("The Due Diligence Was Not Read"), error);
      finish (asking, FALSE, NULL);
      return;
    }
  if (diligence->count.needed == 0 || parent == NULL)
    {
      finish (asking, diligence->count.needed == 0, NULL);
      return;
    }
  question = assay_approval_question_new (diligence);
  g_signal_connect (question, "response", G_CALLBACK (response_cb), asking);
  adw_dialog_present (question, parent);
}

void
assay_approval_ask (GtkWidget *parent,
                    AssayContext *context,
                    AssayRecord *supplier,
                    AssayApprovalFunc done,
                    gpointer data,
                    GDestroyNotify free_data)
{
  AssayBook *book = assay_context_get_book (context);
  Asking *asking;

  g_return_if_fail (book != NULL);

  asking = g_new0 (Asking, 1);
  g_weak_ref_init (&asking->parent, parent);
  asking->context = g_object_ref (context);
  asking->done = done;
  asking->data = data;
  asking->free_data = free_data;
  assay_book_ask_async (book, assay_diligence_ask_approval,
                        assay_diligence_approval_new (supplier, assay_context_get_today (context)),
                        (GDestroyNotify)assay_diligence_approval_free,
                        (GDestroyNotify)assay_diligence_free, NULL, read_cb, asking);
}
