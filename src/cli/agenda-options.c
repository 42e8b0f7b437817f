/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "cli/agenda-options.h"

#include <glib/gi18n-lib.h>

#include "cli/find-record.h"
#include "cli/json-members.h"
#include "record/date.h"

void
assay_agenda_words_fill_entries (AssayAgendaWords *words, GOptionEntry *entries)
{
  const GOptionEntry filled[ASSAY_AGENDA_WORDS_N_ENTRIES] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &words->from,
      N_ ("Due on this day or later; from today on, with all that is overdue, unless given"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &words->to, N_ ("Due on this day or earlier"),
      N_ ("DATE") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words->kinds,
      N_ ("Only this kind; may be given more than once"), N_ ("KIND") },
    { "supplier", 0, 0, G_OPTION_ARG_FILENAME, &words->supplier, N_ ("Only this supplier"),
      N_ ("NAME") },
    { "today", 0, 0, G_OPTION_ARG_FILENAME, &words->today,
      N_ ("What is due is measured against this day instead of today"), N_ ("DATE") },
  };

  for (guint i = 0; i < ASSAY_AGENDA_WORDS_N_ENTRIES; i++)
    entries[i] = filled[i];
}

void
assay_agenda_words_clear (AssayAgendaWords *words)
{
  g_clear_pointer (&words->from, g_free);
  g_clear_pointer (&words->to, g_free);
  g_clear_pointer (&words->today, g_free);
  g_clear_pointer (&words->supplier, g_free);
  g_clear_pointer (&words->kinds, g_strfreev);
}

static gboolean
read_kinds (const AssayUsage *usage, char **words, guint *kinds)
{
  *kinds = words == NULL ? ASSAY_AGENDA_ALL_KINDS : 0;
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      AssayAgendaKind kind;

      if (!assay_agenda_kind_from_string (words[i], &kind))
        {
          assay_usage_wrong (usage,
                             _ ("--kind takes promise, step, payment, milestone, inspection, "
                                "action, deviation, assessment, evidence, check, finding, "
                                "sample, risk or blackout, not “%s”"),
                             words[i]);
          return FALSE;
        }
      *kinds |= 1u << kind;
    }
  return TRUE;
}

gboolean
assay_agenda_words_read (const AssayUsage *usage,
                         const AssayAgendaWords *words,
                         gint32 days,
                         AssayAgendaQuestion *question)
{
  *question = (AssayAgendaQuestion){ 0 };
  if (!read_kinds (usage, words->kinds, &question->kinds)
      || !assay_usage_parse_date (usage, "from", words->from, &question->from)
      || !assay_usage_parse_date (usage, "to", words->to, &question->to)
      || !assay_usage_parse_date (usage, "today", words->today, &question->today))
    return FALSE;
  if (question->today == ASSAY_DATE_UNKNOWN)
    question->today = assay_date_today ();
  question->overdue = question->from == ASSAY_DATE_UNKNOWN;
  if (question->overdue)
    question->from = question->today;
  if (question->to == ASSAY_DATE_UNKNOWN)
    question->to = days < 0 ? ASSAY_DATE_MAX : MIN (question->from + days, ASSAY_DATE_MAX);
  return TRUE;
}

gboolean
assay_agenda_words_resolve (const AssayAgendaWords *words,
                            AssayDb *db,
                            AssayAgendaQuestion *question,
                            GError **error)
{
  return words->supplier == NULL
         || assay_find_record (db, ASSAY_TYPE_SUPPLIER, words->supplier, &question->supplier,
                               error);
}

JsonObject *
assay_agenda_words_describe (const AssayAgendaWords *words, const AssayAgendaQuestion *question)
{
  JsonObject *asked = json_object_new ();
  JsonArray *kinds = json_array_new ();

  json_object_set_string_member (asked, "command", "agenda");
  assay_json_set_date (asked, "from", question->overdue ? ASSAY_DATE_UNKNOWN : question->from);
  assay_json_set_date (asked, "to", question->to);
  assay_json_set_date (asked, "today", question->today);
  assay_json_set_text (asked, "supplier", words->supplier);
  for (AssayAgendaKind kind = 0; kind < ASSAY_AGENDA_N_KINDS; kind++)
    if ((question->kinds >> kind & 1) != 0)
      json_array_add_string_element (kinds, assay_agenda_kind_to_string (kind));
  json_object_set_array_member (asked, "kinds", kinds);
  return asked;
}
