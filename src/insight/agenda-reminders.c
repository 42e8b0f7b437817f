/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/agenda-reminders.h"

#include <glib/gi18n-lib.h>

#include "record/date.h"

typedef enum
{
  EITHER,
  OVERDUE,
  AHEAD,
} When;

static const struct
{
  AssayAgendaKind kind;
  When when;
  const char *title; /* marked for translation */
} lists[ASSAY_N_REMINDERS] = {
  [ASSAY_REMINDER_EXPIRED] = { ASSAY_AGENDA_EVIDENCE, OVERDUE, N_ ("Evidence That Ran Out") },
  [ASSAY_REMINDER_FINDINGS] = { ASSAY_AGENDA_FINDING, OVERDUE, N_ ("Overdue Audit Findings") },
  [ASSAY_REMINDER_EXPIRING] = { ASSAY_AGENDA_EVIDENCE, AHEAD, N_ ("Evidence That Runs Out Soon") },
  [ASSAY_REMINDER_CHECKS] = { ASSAY_AGENDA_CHECK, EITHER, N_ ("Evidence to Look Up Again") },
  [ASSAY_REMINDER_CLOSING] = { ASSAY_AGENDA_FINDING, AHEAD, N_ ("Audit Findings Due Soon") },
  [ASSAY_REMINDER_SAMPLES] = { ASSAY_AGENDA_SAMPLE, EITHER, N_ ("Samples Due") },
  [ASSAY_REMINDER_RISKS] = { ASSAY_AGENDA_RISK, EITHER, N_ ("Risks to Look At Again") },
};

AssayAgenda *
assay_reminders_ask (AssayDb *db, gint32 today, gint32 days, GError **error)
{
  const AssayAgendaQuestion question = { .from = today,
                                         .to = MIN (today + MAX (days, 0), ASSAY_DATE_MAX),
                                         .today = today,
                                         .kinds = ASSAY_AGENDA_REMINDERS,
                                         .overdue = TRUE };

  return assay_agenda_ask (db, &question, error);
}

gboolean
assay_reminders_has (AssayReminder reminder, const AssayAgendaItem *item)
{
  return item->kind == lists[reminder].kind
         && (lists[reminder].when == EITHER || item->overdue == (lists[reminder].when == OVERDUE));
}

GPtrArray *
assay_reminders_list (const AssayAgenda *agenda, AssayReminder reminder)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < agenda->items->len; i++)
    if (assay_reminders_has (reminder, g_ptr_array_index (agenda->items, i)))
      g_ptr_array_add (items, g_ptr_array_index (agenda->items, i));
  return items;
}

gint64
assay_reminders_count_overdue (const AssayAgenda *agenda)
{
  gint64 n = 0;

  for (guint i = 0; i < agenda->items->len; i++)
    n += ((const AssayAgendaItem *)g_ptr_array_index (agenda->items, i))->overdue;
  return n;
}

const char *
assay_reminders_title (AssayReminder reminder)
{
  return _ (lists[reminder].title);
}

static char *
say (AssayReminder reminder, guint n)
{
  switch (reminder)
    {
    case ASSAY_REMINDER_EXPIRED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence ran out",
                                           "%u pieces of evidence ran out", n),
                              n);
    case ASSAY_REMINDER_FINDINGS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u audit finding is overdue",
                                           "%u audit findings are overdue", n),
                              n);
    case ASSAY_REMINDER_EXPIRING:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence runs out soon",
                                           "%u pieces of evidence run out soon", n),
                              n);
    case ASSAY_REMINDER_CHECKS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u piece of evidence is to be looked up again",
                                           "%u pieces of evidence are to be looked up again", n),
                              n);
    case ASSAY_REMINDER_CLOSING:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u audit finding is due soon",
                                           "%u audit findings are due soon", n),
                              n);
    case ASSAY_REMINDER_SAMPLES:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u sample is due", "%u samples are due", n), n);
    case ASSAY_REMINDER_RISKS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk is to be looked at again",
                                           "%u risks are to be looked at again", n),
                              n);
    case ASSAY_N_REMINDERS:
    default:
      g_assert_not_reached ();
    }
}

char *
assay_reminders_dup_words (const AssayAgenda *agenda)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  for (AssayReminder reminder = 0; reminder < ASSAY_N_REMINDERS; reminder++)
    {
      g_autoptr (GPtrArray) items = assay_reminders_list (agenda, reminder);

      if (items->len > 0)
        g_strv_builder_take (builder, say (reminder, items->len));
    }
  lines = g_strv_builder_end (builder);
  return lines[0] != NULL ? g_strjoinv ("\n", lines) : NULL;
}
