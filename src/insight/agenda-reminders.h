/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an agenda reminds of, sorted into lists as Today shows them and told in a few words as a
 * notification does. */

#pragma once

#include "insight/agenda.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_REMINDER_EXPIRED,  /* evidence that ran out and was not renewed */
  ASSAY_REMINDER_FINDINGS, /* audit findings that are overdue */
  ASSAY_REMINDER_EXPIRING, /* evidence that runs out soon */
  ASSAY_REMINDER_CHECKS,   /* evidence to be looked up again, overdue or soon */
  ASSAY_REMINDER_CLOSING,  /* audit findings that are due soon */
  ASSAY_REMINDER_SAMPLES,  /* samples that have not come, overdue or due soon */
  ASSAY_REMINDER_RISKS,    /* risks to be looked at again */
  ASSAY_N_REMINDERS,
} AssayReminder;

/* Everything until @days from @today, and all that is overdue. */
AssayAgenda *assay_reminders_ask (AssayDb *db, gint32 today, gint32 days, GError **error);

/* Whether @item is in this list. */
gboolean assay_reminders_has (AssayReminder reminder, const AssayAgendaItem *item);
/* AssayAgendaItem of @agenda, which stays their owner. */
GPtrArray *assay_reminders_list (const AssayAgenda *agenda, AssayReminder reminder);
/* How many of them are overdue. */
gint64 assay_reminders_count_overdue (const AssayAgenda *agenda);
/* "Evidence That Ran Out", a heading; translated. */
const char *assay_reminders_title (AssayReminder reminder);
/* A line for each list that is not empty: "2 certificates, audits or reports ran out"; NULL where
 * there is nothing to remind of. */
char *assay_reminders_dup_words (const AssayAgenda *agenda);

G_END_DECLS
