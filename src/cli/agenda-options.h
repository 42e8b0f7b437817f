/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which days and what of them: the options that `assay agenda` and `assay calendar` share. */

#pragma once

#include <json-glib/json-glib.h>

#include "cli/usage.h"
#include "insight/agenda.h"

G_BEGIN_DECLS

/* As typed; owned. */
typedef struct
{
  char *from, *to, *today, *supplier;
  char **kinds;
} AssayAgendaWords;

#define ASSAY_AGENDA_WORDS_N_ENTRIES 5

void assay_agenda_words_fill_entries (AssayAgendaWords *words, GOptionEntry *entries);
void assay_agenda_words_clear (AssayAgendaWords *words);
/* Without --from, from today on with all that is overdue. @days: how far it goes without --to;
 * negative: without end. FALSE: what is wrong was said. */
gboolean assay_agenda_words_read (const AssayUsage *usage,
                                  const AssayAgendaWords *words,
                                  gint32 days,
                                  AssayAgendaQuestion *question);
gboolean assay_agenda_words_resolve (const AssayAgendaWords *words,
                                     AssayDb *db,
                                     AssayAgendaQuestion *question,
                                     GError **error);
JsonObject *assay_agenda_words_describe (const AssayAgendaWords *words,
                                         const AssayAgendaQuestion *question);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AssayAgendaWords, assay_agenda_words_clear)

G_END_DECLS
