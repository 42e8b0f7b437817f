/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small state machine beside libcsv's own; both see the same bytes. */

#include "exchange/quote-watch.h"

#define MOST_STRAY 1000

void
assay_quote_watch_init (AssayQuoteWatch *watch, char separator, char quote)
{
  *watch = (AssayQuoteWatch){ .separator = separator,
                              .quote = quote,
                              .line = 1,
                              .cell_start = TRUE,
                              .stray = g_array_new (FALSE, FALSE, sizeof (guint)) };
}

void
assay_quote_watch_clear (AssayQuoteWatch *watch)
{
  g_clear_pointer (&watch->stray, g_array_unref);
}

static void
note_stray (AssayQuoteWatch *watch)
{
  if (watch->opened_at != watch->line && watch->damaged_at == 0)
    watch->damaged_at = watch->opened_at;
  if (watch->stray->len < MOST_STRAY)
    g_array_append_val (watch->stray, watch->line);
}

static void
count_line (AssayQuoteWatch *watch, char c)
{
  if (c == '\r' || (c == '\n' && !watch->after_return))
    watch->line++;
  watch->after_return = c == '\r';
}

static void
feed_quoted (AssayQuoteWatch *watch, char c)
{
  if (!watch->after_quote)
    {
      if (c == watch->quote)
        watch->after_quote = TRUE;
      count_line (watch, c);
      return;
    }
  if (c == watch->quote)
    watch->after_quote = FALSE;
  else if (c == watch->separator || c == '\r' || c == '\n')
    {
      watch->opened_at = 0;
      watch->after_quote = FALSE;
      watch->cell_start = TRUE;
      count_line (watch, c);
    }
  else if (c != ' ')
    {
      note_stray (watch);
      watch->after_quote = FALSE;
      watch->after_return = FALSE;
    }
}

/**
 * assay_quote_watch_feed:
 * @watch: a watch
 * @text: the next bytes of the text
 * @size: how many
 *
 * Follows the text. Afterwards `opened_at` says whether a quoted cell is open, and since which
 * line.
 */
void
assay_quote_watch_feed (AssayQuoteWatch *watch, const char *text, gsize size)
{
  for (gsize i = 0; i < size; i++)
    {
      char c = text[i];

      if (watch->opened_at != 0)
        feed_quoted (watch, c);
      else if (c == watch->quote && watch->cell_start)
        {
          watch->opened_at = watch->line;
          watch->cell_start = FALSE;
          watch->after_return = FALSE;
        }
      else
        {
          watch->cell_start = c == watch->separator || c == '\r' || c == '\n';
          if (c == '\r' || c == '\n')
            count_line (watch, c);
          else
            watch->after_return = FALSE;
        }
    }
}
