/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Watches the quotes of a delimited text as it streams by: libcsv reads damaged quoting without a
 * word, this says where it is. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char separator;
  char quote;
  guint line;       /* physical line of the next byte, from 1 */
  guint opened_at;  /* line where the open quoted cell began; 0 outside of one */
  guint damaged_at; /* line of a cell over several lines with a stray quote in it; 0: none */
  gboolean cell_start;
  gboolean after_quote; /* a quote in a quoted cell: its end, or half of a doubled one */
  gboolean after_return;
  GArray *stray; /* of guint: lines with an undoubled quote in a quoted cell */
} AssayQuoteWatch;

void assay_quote_watch_init (AssayQuoteWatch *watch, char separator, char quote);
void assay_quote_watch_clear (AssayQuoteWatch *watch);
void assay_quote_watch_feed (AssayQuoteWatch *watch, const char *text, gsize size);

G_END_DECLS
