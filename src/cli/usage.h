/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every command shares: reading its options, saying what is wrong, opening its book. */

#pragma once

#include <glib.h>

#include "store/book.h"

G_BEGIN_DECLS

/* How a command is called. Texts are marked for translation. */
typedef struct
{
  const char *name;      /* "plan" */
  const char *arguments; /* "BOOK TYPE" */
  const char *summary;   /* one sentence */
  const char *details;   /* paragraphs below the options; nullable */
  guint min_arguments;
  guint max_arguments;
} AssayUsage;

gboolean assay_usage_parse (const AssayUsage *usage,
                            const GOptionEntry *entries,
                            int argc,
                            char **argv,
                            GStrv *arguments,
                            int *status);
int assay_usage_wrong (const AssayUsage *usage, const char *format, ...) G_GNUC_PRINTF (2, 3);
int assay_usage_refuse (const char *file, const GError *error);
AssayBook *assay_usage_open_book (const char *path);
gboolean assay_usage_parse_date (const AssayUsage *usage,
                                 const char *option,
                                 const char *text,
                                 gint32 *date);
gboolean assay_usage_parse_count (
    const AssayUsage *usage, const char *option, const char *text, gint64 min, gint64 *count);

G_END_DECLS
