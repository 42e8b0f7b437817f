/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which records a command is about: TYPE, --where, --sort. */

#pragma once

#include <json-glib/json-glib.h>

#include "cli/usage.h"
#include "store/query.h"

G_BEGIN_DECLS

/* As typed; owned. */
typedef struct
{
  char **where; /* "FIELD=VALUE" */
  char *search;
  char *sort; /* "FIELD" or "-FIELD" */
} AssayQueryWords;

#define ASSAY_QUERY_WORDS_N_ENTRIES 3

void assay_query_words_fill_entries (AssayQueryWords *words, GOptionEntry *entries);
void assay_query_words_clear (AssayQueryWords *words);
AssayQuery *assay_query_words_read (const AssayUsage *usage,
                                    const AssayQueryWords *words,
                                    const char *type_name,
                                    AssayDb *db,
                                    int *status);
JsonObject *assay_query_words_describe (const AssayQueryWords *words,
                                        const char *command,
                                        const AssayQuery *query);
const AssayRecordType *assay_query_words_find_type (const AssayUsage *usage, const char *type_name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AssayQueryWords, assay_query_words_clear)

G_END_DECLS
