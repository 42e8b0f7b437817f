/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tries each separator on the first lines and takes the one that cuts most rows into the same
 * number of cells; then looks for the first row that reads like headings. */

#include "exchange/dialect.h"

#include <math.h>
#include <string.h>

#include "exchange/cell-parse.h"
#include "exchange/heading.h"

#define SAMPLE      (256 * 1024)
#define SAMPLE_ROWS 200
#define HEADER_ROWS 40

static const char separators[] = ",;\t|";

static char *
read_sample (AssayTextSource *source, gsize *size, GCancellable *cancellable, GError **error)
{
  g_autofree char *sample = g_malloc (SAMPLE + 1);
  gssize read;

  *size = 0;
  if (!assay_text_source_rewind (source, cancellable, error))
    return NULL;
  while (*size + 16 <= SAMPLE)
    {
      read = assay_text_source_read (source, sample + *size, SAMPLE - *size, cancellable, error);
      if (read < 0)
        return NULL;
      if (read == 0)
        break;
      *size += (gsize)read;
    }
  sample[*size] = '\0';
  return g_steal_pointer (&sample);
}

/* “sep=;” and “"sep=;"” in the first line, as spreadsheets write and read them. */
static gboolean
read_sep_line (const char *sample, char *separator)
{
  const char *at = sample;
  gboolean quoted = *at == '"';

  if (quoted)
    at++;
  if (g_ascii_strncasecmp (at, "sep=", 4) != 0)
    return FALSE;
  at += 4;
  if (*at == '\0' || *at == '\r' || *at == '\n' || (guchar)*at >= 0x80)
    return FALSE;
  *separator = *at++;
  if (*separator == '\\' && *at == 't')
    {
      *separator = '\t';
      at++;
    }
  if (quoted && *at == '"')
    at++;
  /* A spreadsheet that saves such a file again fills the line up with separators. */
  while (*at == *separator || *at == ' ')
    at++;
  return *at == '\0' || *at == '\r' || *at == '\n';
}

/* Cells per row of the sample when cut at @separator. */
static GArray *
count_cells (const char *sample, gsize size, char separator, char quote)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean quoted = FALSE, blank = TRUE, cell_start = TRUE;
  guint cells = 1;

  for (gsize i = 0; i <= size && counts->len < SAMPLE_ROWS; i++)
    {
      char c = i < size ? sample[i] : '\n';

      if (quoted)
        {
          if (c == quote && i + 1 < size && sample[i + 1] == quote)
            i++;
          else if (c == quote)
            quoted = FALSE;
          /* A quote that opens and never closes shall not hide the rows after it. */
          else if (i == size && !blank)
            g_array_append_val (counts, cells);
          continue;
        }
      if (c == '\n' || c == '\r')
        {
          if (!blank)
            g_array_append_val (counts, cells);
          cells = 1;
          blank = cell_start = TRUE;
          continue;
        }
      if (c == quote && quote != 0 && cell_start)
        quoted = TRUE;
      cells += c == separator;
      cell_start = c == separator;
      blank = blank && (c == ' ' || c == separator);
    }
  return counts;
}

static guint
most_usual (const GArray *counts, guint *rows)
{
  guint best = 1;

  *rows = 0;
  for (guint i = 0; i < counts->len; i++)
    {
      guint count = g_array_index (counts, guint, i), same = 0;

      for (guint j = 0; j < counts->len; j++)
        same += g_array_index (counts, guint, j) == count;
      if (count > 1 && (same > *rows || (same == *rows && count > best)))
        {
          best = count;
          *rows = same;
        }
    }
  return best;
}

static char
find_separator (const char *sample, gsize size, char quote)
{
  double best_score = 0;
  char best = ',';

  for (const char *separator = separators; *separator != '\0'; separator++)
    {
      g_autoptr (GArray) counts = count_cells (sample, size, *separator, quote);
      guint rows;
      guint cells = most_usual (counts, &rows);
      double score;

      if (counts->len == 0 || cells < 2)
        continue;
      score = (double)rows / counts->len * (1 + log2 (cells));
      /* Text is full of commas and semicolons; nobody writes tabs and bars by accident. */
      if (*separator == '\t')
        score *= 1.15;
      if (score > best_score * 1.001)
        {
          best_score = score;
          best = *separator;
        }
    }
  return best;
}

/* Files that quote with apostrophes have most cells between two of them. */
static char
find_quote (const char *sample, gsize size)
{
  gsize opening = 0, closing = 0;

  if (memchr (sample, '"', size) != NULL)
    return '"';
  for (gsize i = 0; i < size; i++)
    {
      gboolean starts = i == 0 || strchr (",;\t|\r\n", sample[i - 1]) != NULL;
      gboolean ends = i + 1 >= size || strchr (",;\t|\r\n", sample[i + 1]) != NULL;

      if (sample[i] == '\'')
        {
          opening += starts;
          closing += ends && !starts;
        }
    }
  return opening > 1 && closing * 10 >= opening * 9 && opening * 10 >= closing * 9 ? '\'' : '"';
}

/* How much a row reads like headings: known names count for, numbers and dates against. */
static double
rate_heading_row (const AssayRow *row, guint usual)
{
  double score = 0;
  guint filled = 0;

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *text = assay_cell_strip (row->cells[i]);

      if (*text == '\0')
        continue;
      filled++;
      if (assay_heading_is_known (text))
        score += 2;
      else if (assay_cell_looks_like_value (text))
        score -= 1;
      else if (g_utf8_strlen (text, 200) < 100)
        score += 0.3;
    }
  if (filled == 0 || (usual > 1 && (filled < 2 || row->n_cells * 2 < usual)))
    return -1;
  return score / MAX (usual, row->n_cells);
}

static gboolean
find_header (AssayTextSource *source,
             AssayDialect *dialect,
             guint usual,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (AssayDelimited) reader = assay_delimited_new (source, dialect, cancellable, error);
  double best = 0.1;
  const AssayRow *row;

  dialect->header_line = 0;
  if (reader == NULL)
    return FALSE;
  for (guint i = 0; i < HEADER_ROWS; i++)
    {
      g_autoptr (GError) damaged = NULL;
      double score;

      if (!assay_delimited_next (reader, &row, cancellable, &damaged))
        {
          if (g_error_matches (damaged, G_IO_ERROR, G_IO_ERROR_CANCELLED))
            {
              g_propagate_error (error, g_steal_pointer (&damaged));
              return FALSE;
            }
          break; /* said again, and better, when the rows are read */
        }
      if (row == NULL)
        break;
      score = rate_heading_row (row, usual);
      /* The first that will do, unless a later one is clearly better. */
      if (score > best + (dialect->header_line != 0 ? 0.35 : 0))
        {
          best = score;
          dialect->header_line = row->line;
        }
    }
  return TRUE;
}

/**
 * assay_dialect_detect:
 * @source: a source; it is rewound
 * @wish: (nullable): what is known already
 * @dialect: (out): how the text is written
 * @cancellable: (nullable): a cancellable
 * @error: what went wrong with reading
 *
 * Returns: whether the file could be read
 */
gboolean
assay_dialect_detect (AssayTextSource *source,
                      const AssayDialectWish *wish,
                      AssayDialect *dialect,
                      GCancellable *cancellable,
                      GError **error)
{
  gsize size;
  g_autofree char *sample = read_sample (source, &size, cancellable, error);
  g_autoptr (GArray) counts = NULL;
  guint rows, usual;
  char separator;

  if (sample == NULL)
    return FALSE;
  *dialect = (AssayDialect)ASSAY_DIALECT_INIT;
  dialect->quote = find_quote (sample, size);
  dialect->sep_line = read_sep_line (sample, &separator);
  if (wish != NULL && wish->separator != 0)
    dialect->separator = wish->separator;
  else if (dialect->sep_line)
    dialect->separator = separator;
  else
    dialect->separator = find_separator (sample, size, dialect->quote);
  if (wish != NULL && wish->header_line >= 0)
    {
      dialect->header_line = (guint)wish->header_line;
      return TRUE;
    }
  counts = count_cells (sample, size, dialect->separator, dialect->quote);
  usual = most_usual (counts, &rows);
  return find_header (source, dialect, usual, cancellable, error);
}
