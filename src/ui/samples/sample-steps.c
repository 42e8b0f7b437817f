/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/samples/sample-steps.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "insight/sample-tests.h"
#include "store/records.h"

static const struct
{
  const char *label;   /* of the button */
  const char *message; /* of the toast */
  const char *change;  /* of the change, for undo and history */
  const char *verdict; /* nullable */
} steps[ASSAY_SAMPLE_N_STEPS] = {
  [ASSAY_SAMPLE_SEND]
  = { N_ ("Mark _Sent"), N_ ("Sample marked as sent"), N_ ("Mark sample as sent"), NULL },
  [ASSAY_SAMPLE_RECEIVE] = { N_ ("Mark _Received"), N_ ("Sample marked as received"),
                             N_ ("Mark sample as received"), NULL },
  [ASSAY_SAMPLE_APPROVE]
  = { N_ ("_Approve…"), N_ ("Sample approved"), N_ ("Approve sample"), "approved" },
  [ASSAY_SAMPLE_APPROVE_WITH_COMMENTS]
  = { N_ ("Approve with _Comments…"), N_ ("Sample approved with comments"),
      N_ ("Approve sample with comments"), "approved_with_comments" },
  [ASSAY_SAMPLE_REJECT]
  = { N_ ("Re_ject…"), N_ ("Sample rejected"), N_ ("Reject sample"), "rejected" },
  [ASSAY_SAMPLE_REOPEN]
  = { N_ ("_Decide Again"), N_ ("Sample to be decided again"), N_ ("Reopen sample"), "pending" },
};

const char *
assay_sample_step_label (AssaySampleStep step)
{
  return _ (steps[step].label);
}

gboolean
assay_sample_step_decides (AssaySampleStep step)
{
  return step == ASSAY_SAMPLE_APPROVE || step == ASSAY_SAMPLE_APPROVE_WITH_COMMENTS
         || step == ASSAY_SAMPLE_REJECT;
}

gboolean
assay_sample_step_is_possible (const AssayRecord *sample, AssaySampleStep step)
{
  const char *state = assay_record_get_text (sample, ASSAY_SAMPLE_STATE);
  gboolean decided = g_strcmp0 (state, "decided") == 0;

  switch (step)
    {
    case ASSAY_SAMPLE_SEND:
      return g_strcmp0 (state, "requested") == 0;
    case ASSAY_SAMPLE_RECEIVE:
      return g_strcmp0 (state, "requested") == 0 || g_strcmp0 (state, "on_its_way") == 0;
    case ASSAY_SAMPLE_APPROVE:
    case ASSAY_SAMPLE_APPROVE_WITH_COMMENTS:
    case ASSAY_SAMPLE_REJECT:
      return g_strcmp0 (state, "received") == 0;
    case ASSAY_SAMPLE_REOPEN:
      return decided;
    case ASSAY_SAMPLE_N_STEPS:
    default:
      return FALSE;
    }
}

void
assay_sample_step_apply (
    AssayRecord *sample, AssaySampleStep step, gint32 today, const char *by, const char *comments)
{
  if (step == ASSAY_SAMPLE_SEND)
    assay_record_set_date (sample, ASSAY_SAMPLE_SENT_ON, today);
  if (step == ASSAY_SAMPLE_RECEIVE)
    assay_record_set_date (sample, ASSAY_SAMPLE_RECEIVED_ON, today);
  if (steps[step].verdict == NULL)
    return;
  assay_record_set_text (sample, ASSAY_SAMPLE_VERDICT, steps[step].verdict);
  if (step == ASSAY_SAMPLE_REOPEN)
    {
      assay_record_set_unknown (sample, ASSAY_SAMPLE_DECIDED_ON);
      assay_record_set_unknown (sample, ASSAY_SAMPLE_DECIDED_BY);
      return;
    }
  assay_record_set_date (sample, ASSAY_SAMPLE_DECIDED_ON, today);
  assay_record_set_text (sample, ASSAY_SAMPLE_DECIDED_BY, by);
  assay_record_set_text (sample, ASSAY_SAMPLE_COMMENTS, comments);
}

/* Saving */

typedef struct
{
  AssayContext *context;
  AssaySampleStep step;
} Saving;

static gboolean
save_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  return assay_records_update (db, data, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;

  assay_book_change_finish (ASSAY_BOOK (source), result, &error);
  if (error != NULL)
    assay_context_failed (saving->context, _ ("The Sample Was Not Changed"), error);
  else
    assay_context_toast_undo (saving->context, _ (steps[saving->step].message));
  g_object_unref (saving->context);
  g_free (saving);
}

void
assay_sample_step_take (AssayContext *context,
                        AssayRecord *sample,
                        AssaySampleStep step,
                        const char *by,
                        const char *comments)
{
  AssayBook *book = assay_context_get_book (context);
  AssayRecord *copy;
  Saving *saving;

  if (book == NULL || assay_book_is_read_only (book)
      || !assay_sample_step_is_possible (sample, step))
    return;
  copy = assay_record_copy (sample);
  assay_sample_step_apply (copy, step, assay_context_get_today (context), by, comments);
  saving = g_new0 (Saving, 1);
  saving->context = g_object_ref (context);
  saving->step = step;
  assay_book_change_async (book, _ (steps[step].change), save_func, copy, g_object_unref, NULL,
                           NULL, saved_cb, saving);
}

/* Deciding */

typedef struct
{
  AssayContext *context;
  AssayRecord *sample;
  AssaySampleStep step;
  AdwEntryRow *comments;
  AdwEntryRow *by;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_object_unref (asking->context);
  g_object_unref (asking->sample);
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
  g_autofree char *comments = dup_text (asking->comments);

  if (g_str_equal (response, "decide"))
    assay_sample_step_take (asking->context, asking->sample, asking->step, by, comments);
}

static AdwEntryRow *
add_row (GtkWidget *list, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return ADW_ENTRY_ROW (row);
}

/* Comments have to be there where they are what is approved. */
static void
comments_changed_cb (AdwEntryRow *row, AdwAlertDialog *dialog)
{
  g_autofree char *text = dup_text (row);

  adw_alert_dialog_set_response_enabled (dialog, "decide", text != NULL);
}

static void
fill_responses (AdwAlertDialog *alert, AssaySampleStep step)
{
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "decide",
                                  step == ASSAY_SAMPLE_REJECT ? _ ("_Reject") : _ ("_Approve"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (alert, "decide",
                                            step == ASSAY_SAMPLE_REJECT ? ADW_RESPONSE_DESTRUCTIVE
                                                                        : ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_set_default_response (alert, "decide");
}

void
assay_sample_decide_ask (AssayContext *context,
                         AssayRecord *sample,
                         AssaySampleStep step,
                         const char *failed,
                         GtkWidget *parent)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      step == ASSAY_SAMPLE_REJECT ? _ ("Reject This Sample?") : _ ("Approve This Sample?"), failed);
  GtkWidget *list = gtk_list_box_new ();
  Asking *asking = g_new0 (Asking, 1);
  const char *name = g_get_real_name ();

  asking->context = g_object_ref (context);
  asking->sample = g_object_ref (sample);
  asking->step = step;
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  asking->comments = add_row (list, _ ("_Comments to the supplier"),
                              assay_record_get_text (sample, ASSAY_SAMPLE_COMMENTS));
  asking->by = add_row (list, _ ("_Decided by"),
                        name != NULL && !g_str_equal (name, "Unknown") ? name : NULL);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  fill_responses (ADW_ALERT_DIALOG (dialog), step);
  if (step == ASSAY_SAMPLE_APPROVE_WITH_COMMENTS)
    {
      g_signal_connect_object (asking->comments, "changed", G_CALLBACK (comments_changed_cb),
                               dialog, 0);
      comments_changed_cb (asking->comments, ADW_ALERT_DIALOG (dialog));
    }
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), asking, asking_free, 0);
  adw_dialog_present (dialog, parent);
}

/* Tests of the product and the next round */

typedef struct
{
  gint64 sample;
  gint32 today;
} Write;

static gboolean
take_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Write *write = data;
  guint n;

  if (!assay_sample_take_requirements (db, write->sample, &n, error))
    return FALSE;
  *result = g_memdup2 (&n, sizeof n);
  return TRUE;
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayContext) context = data;
  g_autoptr (GError) error = NULL;
  g_autofree guint *n = assay_book_change_finish (ASSAY_BOOK (source), result, &error);
  g_autofree char *words = NULL;

  if (n == NULL)
    {
      assay_context_failed (context, _ ("The Tests Were Not Added"), error);
      return;
    }
  words
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u test added", "%u tests added", *n), *n);
  assay_context_toast_undo (context, words);
}

static gboolean
next_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Write *write = data;
  gint64 id = assay_sample_write_next (db, write->sample, write->today, error);

  if (id != 0)
    *result = g_memdup2 (&id, sizeof id);
  return id != 0;
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayContext) context = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = assay_book_change_finish (ASSAY_BOOK (source), result, &error);

  if (id == NULL)
    {
      assay_context_failed (context, _ ("The Next Round Was Not Made"), error);
      return;
    }
  assay_context_show_record (context, ASSAY_TYPE_SAMPLE, *id);
  assay_context_toast_undo (context, _ ("Next round made"));
}

static void
write_async (AssayContext *context,
             gint64 sample,
             const char *label,
             AssayChangeFunc func,
             GAsyncReadyCallback done)
{
  AssayBook *book = assay_context_get_book (context);
  Write *write;

  if (book == NULL || assay_book_is_read_only (book))
    return;
  write = g_new0 (Write, 1);
  write->sample = sample;
  write->today = assay_context_get_today (context);
  assay_book_change_async (book, label, func, write, g_free, g_free, NULL, done,
                           g_object_ref (context));
}

void
assay_sample_take_tests (AssayContext *context, gint64 sample)
{
  write_async (context, sample, _ ("Add tests of the product"), take_func, taken_cb);
}

void
assay_sample_make_next (AssayContext *context, gint64 sample)
{
  write_async (context, sample, _ ("Make the next round of samples"), next_func, made_cb);
}
