/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/csv-writer.h"

#include <string.h>

#define FLUSH_AT (64 * 1024)

struct _AssayCsvWriter
{
  GOutputStream *stream;
  GString *buffer;
  gboolean row_open;
};

AssayCsvWriter *
assay_csv_writer_new (GOutputStream *stream, AssayCsvFlags flags)
{
  AssayCsvWriter *writer = g_new0 (AssayCsvWriter, 1);

  writer->stream = g_object_ref (stream);
  writer->buffer = g_string_new (flags & ASSAY_CSV_MARK ? "\xef\xbb\xbf" : NULL);
  return writer;
}

void
assay_csv_writer_free (AssayCsvWriter *writer)
{
  g_object_unref (writer->stream);
  g_string_free (writer->buffer, TRUE);
  g_free (writer);
}

/**
 * assay_csv_is_formula:
 * @text: a cell
 *
 * Returns: whether a spreadsheet would take @text for a formula: by its first sign, also behind
 * white space and in full width
 */
gboolean
assay_csv_is_formula (const char *text)
{
  gunichar c;

  if (*text == '\0')
    return FALSE;
  if ((guchar)*text < 0x20 || *text == 0x7f)
    return TRUE;
  while (*text == ' ')
    text++;
  c = g_utf8_get_char_validated (text, -1);
  return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r' || c == '\n'
         || c == 0xff1d || c == 0xff0b || c == 0xff0d || c == 0xff20;
}

/* Digits, one point, a minus before them, hyphens and the like between the digits of dates. */
static gboolean
is_plain_number (const char *text)
{
  if (*text == '-')
    text++;
  return g_ascii_isdigit (*text) && strspn (text, "0123456789.:-TZe") == strlen (text);
}

static void
append_cell (AssayCsvWriter *writer, const char *text, gboolean harmless)
{
  GString *buffer = writer->buffer;

  if (writer->row_open)
    g_string_append_c (buffer, ',');
  writer->row_open = TRUE;
  /* Quoted too where another separator would split it into cells of its own. */
  if (harmless && strpbrk (text, ",;\t\"\r\n") == NULL && *text != ' '
      && (*text == '\0' || text[strlen (text) - 1] != ' '))
    {
      g_string_append (buffer, text);
      return;
    }
  g_string_append_c (buffer, '"');
  if (!harmless)
    g_string_append_c (buffer, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (buffer, '"');
      g_string_append_c (buffer, *text);
    }
  g_string_append_c (buffer, '"');
}

void
assay_csv_writer_text (AssayCsvWriter *writer, const char *text)
{
  append_cell (writer, text != NULL ? text : "", text == NULL || !assay_csv_is_formula (text));
}

void
assay_csv_writer_number (AssayCsvWriter *writer, const char *text)
{
  append_cell (writer, text,
               *text == '\0' || is_plain_number (text) || !assay_csv_is_formula (text));
}

static gboolean
flush (AssayCsvWriter *writer, GCancellable *cancellable, GError **error)
{
  gboolean ok = g_output_stream_write_all (writer->stream, writer->buffer->str, writer->buffer->len,
                                           NULL, cancellable, error);

  g_string_truncate (writer->buffer, 0);
  return ok;
}

gboolean
assay_csv_writer_end_row (AssayCsvWriter *writer, GCancellable *cancellable, GError **error)
{
  g_string_append (writer->buffer, "\r\n");
  writer->row_open = FALSE;
  return writer->buffer->len < FLUSH_AT || flush (writer, cancellable, error);
}

gboolean
assay_csv_writer_finish (AssayCsvWriter *writer, GCancellable *cancellable, GError **error)
{
  return flush (writer, cancellable, error);
}
