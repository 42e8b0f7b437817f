/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/actions/action-steps.h"

#include <glib/gi18n-lib.h>

#include "store/records.h"

static const struct
{
  const char *label;   /* of the button */
  const char *message; /* of the toast */
  const char *change;  /* of the change, for undo and history */
} steps[ASSAY_ACTION_N_STEPS] = {
  [ASSAY_ACTION_START]
  = { N_ ("_Start"), N_ ("Corrective action started"), N_ ("Start corrective action") },
  [ASSAY_ACTION_MARK_DONE] = { N_ ("Mark _Done"), N_ ("Corrective action marked as done"),
                               N_ ("Mark corrective action as done") },
  [ASSAY_ACTION_REOPEN]
  = { N_ ("_Reopen"), N_ ("Corrective action open again"), N_ ("Reopen corrective action") },
  [ASSAY_ACTION_CANCEL] = { N_ ("No Longer _Needed"), N_ ("Corrective action cancelled"),
                            N_ ("Cancel corrective action") },
};

const char *
assay_action_step_label (AssayActionStep step)
{
  return _ (steps[step].label);
}

static gboolean
is_in (const AssayRecord *action, const char *state)
{
  return g_strcmp0 (assay_record_get_text (action, ASSAY_CORRECTIVE_ACTION_STATE), state) == 0;
}

gboolean
assay_action_step_is_possible (const AssayRecord *action, AssayActionStep step)
{
  switch (step)
    {
    case ASSAY_ACTION_START:
      return is_in (action, "open");
    case ASSAY_ACTION_MARK_DONE:
    case ASSAY_ACTION_CANCEL:
      return is_in (action, "open") || is_in (action, "in_progress");
    case ASSAY_ACTION_REOPEN:
      return is_in (action, "done") || is_in (action, "closed") || is_in (action, "cancelled");
    case ASSAY_ACTION_N_STEPS:
    default:
      return FALSE;
    }
}

static void
forget_check (AssayRecord *action)
{
  static const guint check[]
      = { ASSAY_CORRECTIVE_ACTION_CHECKED_ON, ASSAY_CORRECTIVE_ACTION_CHECKED_BY,
          ASSAY_CORRECTIVE_ACTION_EFFECTIVE, ASSAY_CORRECTIVE_ACTION_CHECK_NOTE };

  for (gsize i = 0; i < G_N_ELEMENTS (check); i++)
    assay_record_set_unknown (action, check[i]);
}

void
assay_action_step_apply (AssayRecord *action, AssayActionStep step, gint32 today)
{
  static const char *const states[ASSAY_ACTION_N_STEPS]
      = { "in_progress", "done", "in_progress", "cancelled" };

  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_STATE, states[step]);
  if (step == ASSAY_ACTION_MARK_DONE)
    assay_record_set_date (action, ASSAY_CORRECTIVE_ACTION_DONE_ON, today);
  if (step == ASSAY_ACTION_REOPEN)
    assay_record_set_unknown (action, ASSAY_CORRECTIVE_ACTION_DONE_ON);
  /* What is done anew is checked anew. */
  if (step == ASSAY_ACTION_MARK_DONE || step == ASSAY_ACTION_REOPEN)
    forget_check (action);
}

/* "27 May 2026, Anna: it did not work. The seam opened again." */
static void
note_failure (AssayRecord *action, const char *by, const char *words, gint32 today)
{
  g_autofree char *date = assay_date_format (today);
  const char *before = assay_record_get_text (action, ASSAY_CORRECTIVE_ACTION_NOTE);
  g_autoptr (GString) note = g_string_new (before);

  if (note->len > 0)
    g_string_append_c (note, '\n');
  if (by != NULL)
    /* Translators: a note: when it was checked and by whom */
    g_string_append_printf (note, _ ("%s, %s: it did not work."), date, by);
  else
    /* Translators: a note: when it was checked */
    g_string_append_printf (note, _ ("%s: it did not work."), date);
  if (words != NULL)
    g_string_append_printf (note, " %s", words);
  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_NOTE, note->str);
}

void
assay_action_check_apply (
    AssayRecord *action, gboolean worked, const char *by, const char *words, gint32 today)
{
  gint32 done = assay_record_get_date (action, ASSAY_CORRECTIVE_ACTION_DONE_ON);

  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_STATE, worked ? "closed" : "in_progress");
  /* It may have been marked as done ahead of its day. */
  assay_record_set_date (action, ASSAY_CORRECTIVE_ACTION_CHECKED_ON,
                         worked && done != ASSAY_DATE_UNKNOWN ? MAX (done, today) : today);
  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_CHECKED_BY, by);
  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_EFFECTIVE, worked ? "yes" : "no");
  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_CHECK_NOTE, words);
  if (worked)
    return;
  note_failure (action, by, words, today);
  assay_record_set_unknown (action, ASSAY_CORRECTIVE_ACTION_DONE_ON);
}

typedef struct
{
  AssayContext *context;
  char *message;
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
    assay_context_failed (saving->context, _ ("The Corrective Action Was Not Changed"), error);
  else
    assay_context_toast_undo (saving->context, saving->message);
  g_object_unref (saving->context);
  g_free (saving->message);
  g_free (saving);
}

static void
save (AssayContext *context, AssayRecord *action, const char *label, const char *message)
{
  AssayBook *book = assay_context_get_book (context);
  Saving *saving;

  if (book == NULL || assay_book_is_read_only (book))
    return;
  saving = g_new0 (Saving, 1);
  saving->context = g_object_ref (context);
  saving->message = g_strdup (message);
  assay_book_change_async (book, label, save_func, g_object_ref (action), g_object_unref, NULL,
                           NULL, saved_cb, saving);
}

void
assay_action_step_take (AssayContext *context, AssayRecord *action, AssayActionStep step)
{
  g_autoptr (AssayRecord) copy = assay_record_copy (action);

  if (!assay_action_step_is_possible (action, step))
    return;
  assay_action_step_apply (copy, step, assay_context_get_today (context));
  save (context, copy, _ (steps[step].change), _ (steps[step].message));
}

void
assay_action_check_take (
    AssayContext *context, AssayRecord *action, gboolean worked, const char *by, const char *words)
{
  g_autoptr (AssayRecord) copy = assay_record_copy (action);

  assay_action_check_apply (copy, worked, by, words, assay_context_get_today (context));
  save (context, copy, worked ? _ ("Close corrective action") : _ ("Reopen corrective action"),
        worked ? _ ("Corrective action closed") : _ ("Corrective action open again"));
}
