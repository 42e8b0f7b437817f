/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "exchange/delimited.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/quote-watch.h"

#define PIECE (32 * 1024)

typedef struct
{
  guint line;
  guint first_cell; /* in cells */
  guint n_cells;
  AssayRowFlags flags;
  guint flagged;
} PendingRow;

struct _AssayDelimited
{
  AssayTextSource *source;
  AssayDialect dialect;
  struct csv_parser parser;
  AssayQuoteWatch watch;
  char piece[PIECE];

  /* Rows of the last piece that were not handed out yet, and the start of the next one. */
  GString *text; /* cells, each ended by a zero byte */
  GArray *cells; /* of gsize: offsets in text */
  GArray *rows;  /* of PendingRow */
  GPtrArray *pointers;
  guint next_row;
  AssayRow row;

  PendingRow open;
  gboolean open_has_text;
  guint line; /* of the next byte that libcsv reports */
  gboolean after_return;
  guint next_stray;
  gboolean finished;
  gboolean too_many;
};

static int
is_never_space (unsigned char c)
{
  return 0;
}

static void
start_row (AssayDelimited *reader)
{
  reader->open = (PendingRow){ .line = reader->line, .first_cell = reader->cells->len };
  reader->open_has_text = FALSE;
}

static void
flag_row (AssayDelimited *reader, AssayRowFlags flag)
{
  if (reader->open.flags == 0)
    reader->open.flagged = reader->open.n_cells;
  reader->open.flags |= flag;
}

/* Lines that a quoted cell spans count for what comes after it. */
static void
count_lines (AssayDelimited *reader, const char *text, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == size || text[i + 1] != '\n')))
      reader->line++;
}

static void
append_without_nul (GString *to, const char *text, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (text[i] != '\0')
      g_string_append_c (to, text[i]);
}

static void
cell_cb (void *bytes, size_t size, void *data)
{
  AssayDelimited *reader = data;
  const char *text = bytes;
  gsize offset = reader->text->len;

  reader->after_return = FALSE;
  if (reader->open.n_cells >= ASSAY_DELIMITED_MAX_COLUMNS)
    {
      reader->too_many = TRUE;
      return;
    }
  g_array_append_val (reader->cells, offset);
  if (size > 0 && text != NULL)
    {
      count_lines (reader, text, size);
      if (memchr (text, '\0', size) == NULL)
        g_string_append_len (reader->text, text, (gssize)size);
      else
        {
          flag_row (reader, ASSAY_ROW_HAD_NUL);
          append_without_nul (reader->text, text, size);
        }
      for (gsize i = 0; i < size && !reader->open_has_text; i++)
        reader->open_has_text = !g_ascii_isspace (text[i]) && text[i] != '\0';
      if (reader->dialect.quote != 0 && memmem (text, size, "\\\"", 2) != NULL)
        flag_row (reader, ASSAY_ROW_BACKSLASH);
      if (memmem (text, size, "\xef\xbf\xbd", 3) != NULL)
        flag_row (reader, ASSAY_ROW_REPLACED);
    }
  g_string_append_c (reader->text, '\0');
  reader->open.n_cells++;
}

static void
row_cb (int c, void *data)
{
  AssayDelimited *reader = data;
  gboolean second_half = c == '\n' && reader->after_return && reader->open.n_cells == 0;
  guint last_line = reader->line;

  if (!second_half && c != -1)
    reader->line++;
  reader->after_return = c == '\r';
  while (reader->next_stray < reader->watch.stray->len
         && g_array_index (reader->watch.stray, guint, reader->next_stray) <= last_line)
    {
      if (g_array_index (reader->watch.stray, guint, reader->next_stray) >= reader->open.line
          && reader->open.n_cells > 0)
        {
          if (reader->open.flags == 0)
            reader->open.flagged = 0;
          reader->open.flags |= ASSAY_ROW_STRAY_QUOTE;
        }
      reader->next_stray++;
    }
  if (reader->open.n_cells > 0 && reader->open_has_text)
    g_array_append_val (reader->rows, reader->open);
  else
    g_array_set_size (reader->cells, reader->open.first_cell);
  start_row (reader);
}

/* Takes the “sep=” line off the start: it is no row. */
static void
skip_sep_line (AssayDelimited *reader, gssize *size, gsize *start)
{
  gsize i = 0;

  while (i < (gsize)*size && reader->piece[i] != '\n' && reader->piece[i] != '\r')
    i++;
  if (i + 1 < (gsize)*size && reader->piece[i] == '\r' && reader->piece[i + 1] == '\n')
    i++;
  *start = MIN (i + 1, (gsize)*size);
  reader->line = 2;
  reader->watch.line = 2;
  start_row (reader);
}

AssayDelimited *
assay_delimited_new (AssayTextSource *source,
                     const AssayDialect *dialect,
                     GCancellable *cancellable,
                     GError **error)
{
  AssayDelimited *reader;

  if (!assay_text_source_rewind (source, cancellable, error))
    return NULL;
  reader = g_new0 (AssayDelimited, 1);
  reader->source = g_object_ref (source);
  reader->dialect = *dialect;
  csv_init (&reader->parser, CSV_REPALL_NL | CSV_STRICT_FINI);
  csv_set_delim (&reader->parser, (unsigned char)dialect->separator);
  /* 0xff is in no UTF-8: no quoting. */
  csv_set_quote (&reader->parser, dialect->quote ? (unsigned char)dialect->quote : 0xff);
  csv_set_space_func (&reader->parser, is_never_space);
  csv_set_blk_size (&reader->parser, 4096);
  assay_quote_watch_init (&reader->watch, dialect->separator,
                          dialect->quote ? dialect->quote : (char)0xff);
  reader->text = g_string_new (NULL);
  reader->cells = g_array_new (FALSE, FALSE, sizeof (gsize));
  reader->rows = g_array_new (FALSE, FALSE, sizeof (PendingRow));
  reader->pointers = g_ptr_array_new ();
  reader->line = 1;
  start_row (reader);
  return reader;
}

void
assay_delimited_free (AssayDelimited *reader)
{
  csv_free (&reader->parser);
  assay_quote_watch_clear (&reader->watch);
  g_object_unref (reader->source);
  g_string_free (reader->text, TRUE);
  g_array_unref (reader->cells);
  g_array_unref (reader->rows);
  g_ptr_array_unref (reader->pointers);
  g_free (reader);
}

/* Drops the rows that were handed out and keeps the cells of the row that is still open. */
static void
forget_rows (AssayDelimited *reader)
{
  guint first = reader->open.first_cell;
  gsize start = first < reader->cells->len ? g_array_index (reader->cells, gsize, first)
                                           : reader->text->len;

  g_string_erase (reader->text, 0, (gssize)start);
  g_array_remove_range (reader->cells, 0, first);
  for (guint i = 0; i < reader->cells->len; i++)
    g_array_index (reader->cells, gsize, i) -= start;
  g_array_set_size (reader->rows, 0);
  reader->open.first_cell = 0;
  reader->next_row = 0;
  g_array_remove_range (reader->watch.stray, 0, reader->next_stray);
  reader->next_stray = 0;
}

static gboolean
quote_error (guint line, GError **error)
{
  g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_QUOTE,
               /* Translators: an error in a file with separated values. */
               _ ("Line %u: a quoted cell begins here and its closing quote is missing or "
                  "damaged."),
               line);
  return FALSE;
}

static gboolean
check_bounds (AssayDelimited *reader, GError **error)
{
  if (reader->watch.damaged_at != 0)
    return quote_error (reader->watch.damaged_at, error);
  if (reader->too_many)
    {
      g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_TOO_LARGE,
                   _ ("Line %u has more than %d columns."), reader->open.line,
                   ASSAY_DELIMITED_MAX_COLUMNS);
      return FALSE;
    }
  /* Rows that were handed out are forgotten by now: only an open one can be as long. */
  if (reader->text->len > ASSAY_DELIMITED_MAX_ROW)
    {
      g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_TOO_LARGE,
                   _ ("Line %u begins a row of more than 64 million bytes."), reader->open.line);
      return FALSE;
    }
  if (reader->parser.entry_pos > ASSAY_DELIMITED_MAX_CELL)
    {
      if (reader->watch.opened_at != 0)
        return quote_error (reader->watch.opened_at, error);
      g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_TOO_LARGE,
                   _ ("Line %u has a cell of more than a million bytes."), reader->line);
      return FALSE;
    }
  return TRUE;
}

/* Parses the next piece of the file into rows. */
static gboolean
parse_piece (AssayDelimited *reader, GCancellable *cancellable, GError **error)
{
  gboolean first = assay_text_source_get_position (reader->source) <= 4;
  gssize size = assay_text_source_read (reader->source, reader->piece, PIECE, cancellable, error);
  gsize start = 0;

  if (size < 0)
    return FALSE;
  if (size == 0)
    {
      reader->finished = TRUE;
      if (reader->watch.opened_at != 0 && !reader->watch.after_quote)
        return quote_error (reader->watch.opened_at, error);
      if (csv_fini (&reader->parser, cell_cb, row_cb, reader) != 0)
        return quote_error (MAX (reader->watch.opened_at, 1), error);
      return check_bounds (reader, error);
    }
  if (first && reader->dialect.sep_line)
    skip_sep_line (reader, &size, &start);
  assay_quote_watch_feed (&reader->watch, reader->piece + start, (gsize)size - start);
  csv_parse (&reader->parser, reader->piece + start, (gsize)size - start, cell_cb, row_cb, reader);
  return check_bounds (reader, error);
}

/**
 * assay_delimited_next:
 * @reader: a reader
 * @row: (out) (nullable) (transfer none): the next row that is not blank, %NULL at the end
 * @cancellable: (nullable): a cancellable
 * @error: what is wrong with the file, with its line
 *
 * Returns: whether there was no error
 */
gboolean
assay_delimited_next (AssayDelimited *reader,
                      const AssayRow **row,
                      GCancellable *cancellable,
                      GError **error)
{
  const PendingRow *pending;

  *row = NULL;
  while (reader->next_row == reader->rows->len)
    {
      if (reader->finished)
        return TRUE;
      forget_rows (reader);
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !parse_piece (reader, cancellable, error))
        return FALSE;
    }
  pending = &g_array_index (reader->rows, PendingRow, reader->next_row++);
  g_ptr_array_set_size (reader->pointers, 0);
  for (guint i = 0; i < pending->n_cells; i++)
    g_ptr_array_add (reader->pointers,
                     reader->text->str
                         + g_array_index (reader->cells, gsize, pending->first_cell + i));
  reader->row = (AssayRow){ .line = pending->line,
                            .n_cells = pending->n_cells,
                            .cells = (const char *const *)reader->pointers->pdata,
                            .flags = pending->flags,
                            .flagged = pending->flagged };
  *row = &reader->row;
  return TRUE;
}
