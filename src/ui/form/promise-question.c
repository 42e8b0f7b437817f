/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/form/promise-question.h"

#include <glib/gi18n-lib.h>

#include "record/date.h"

AdwDialog *
assay_promise_question_new (const AssayRecord *record, const AssayRecord *original)
{
  g_autofree char *body = NULL, *old = NULL, *new = NULL;
  AdwAlertDialog *alert;

  if (assay_record_get_kind (record) != ASSAY_TYPE_PROMISE
      || assay_record_get_date (record, ASSAY_PROMISE_PROMISED_ON)
             == assay_record_get_date (original, ASSAY_PROMISE_PROMISED_ON))
    return NULL;
  old = assay_date_format (assay_record_get_date (original, ASSAY_PROMISE_PROMISED_ON));
  new = assay_date_format (assay_record_get_date (record, ASSAY_PROMISE_PROMISED_ON));
  /* Translators: two dates */
  body = g_strdup_printf (_ ("This promise was kept as %s and would become %s. If the supplier "
                             "moved the date, the promise stays and the new date is added beside "
                             "it with the reason."),
                          old, new);
  alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Mistyped or Moved?"), body));
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "correct",
                                  _ ("_Correct the Mistake"), "moved", _ ("The Date _Moved"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "moved", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "moved");
  adw_alert_dialog_set_close_response (alert, "cancel");
  return ADW_DIALOG (alert);
}

void
assay_promise_correct (AssayRecord *record, const AssayRecord *original)
{
  const char *note = assay_record_get_text (record, ASSAY_PROMISE_NOTE);
  g_autofree char *old
      = assay_date_format (assay_record_get_date (original, ASSAY_PROMISE_PROMISED_ON));
  /* Translators: a date that was mistyped */
  g_autofree char *words = g_strdup_printf (_ ("Corrected: was %s"), old);
  g_autofree char *all = note != NULL ? g_strconcat (note, "\n", words, NULL) : g_strdup (words);

  assay_record_set_text (record, ASSAY_PROMISE_NOTE, all);
}

AssayRecord *
assay_promise_new_moved (const AssayRecord *record, const AssayRecord *original, gint32 today)
{
  static const guint kept[] = { ASSAY_PROMISE_ORDER_LINE, ASSAY_PROMISE_PROMISED_ON };
  static const guint changed[]
      = { ASSAY_PROMISE_REASON, ASSAY_PROMISE_GIVEN_BY, ASSAY_PROMISE_NOTE };
  AssayRecord *next = assay_record_new (ASSAY_TYPE_PROMISE);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    assay_record_set_value (next, kept[i], assay_record_get_value (record, kept[i]));
  assay_record_set_reference_title (
      next, ASSAY_PROMISE_ORDER_LINE,
      assay_record_get_reference_title (record, ASSAY_PROMISE_ORDER_LINE));
  /* What belongs to the old one stays with it. */
  for (guint i = 0; i < G_N_ELEMENTS (changed); i++)
    if (!assay_value_equal (assay_record_get_value (record, changed[i]),
                            assay_record_get_value (original, changed[i])))
      assay_record_set_value (next, changed[i], assay_record_get_value (record, changed[i]));
  assay_record_set_date (next, ASSAY_PROMISE_GIVEN_ON, today);
  return next;
}
