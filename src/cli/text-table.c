/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/text-table.h"

/* Two spaces between columns read better than a ruled grid. */
#define GAP             2
#define PARAGRAPH_WIDTH 80

typedef struct
{
  char *heading;
  gboolean right;
  guint width;
} Column;

struct _AssayTextTable
{
  Column *columns;
  guint n_columns;
  GPtrArray *cells;
  gboolean has_total;
};

AssayTextTable *
assay_text_table_new (guint n_columns)
{
  AssayTextTable *table = g_new0 (AssayTextTable, 1);

  table->columns = g_new0 (Column, n_columns);
  table->n_columns = n_columns;
  table->cells = g_ptr_array_new_with_free_func (g_free);
  return table;
}

void
assay_text_table_free (AssayTextTable *table)
{
  if (table == NULL)
    return;
  for (guint i = 0; i < table->n_columns; i++)
    g_free (table->columns[i].heading);
  g_free (table->columns);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

/**
 * assay_terminal_width:
 * @text: UTF-8
 *
 * Returns: how many cells of a terminal it takes: two for wide characters of East Asian scripts,
 * none for combining marks
 */
guint
assay_terminal_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

void
assay_text_table_set_column (AssayTextTable *table,
                             guint column,
                             const char *heading,
                             gboolean right)
{
  g_return_if_fail (column < table->n_columns);

  g_set_str (&table->columns[column].heading, heading);
  table->columns[column].right = right;
  table->columns[column].width = heading != NULL ? assay_terminal_width (heading) : 0;
}

/* Line ends and other control characters would break the rows, or drive the terminal. */
static char *
make_printable (const char *text)
{
  GString *printable = g_string_sized_new (strlen (text));
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (printable,
                             g_unichar_iscntrl (g_utf8_get_char (p)) ? ' ' : g_utf8_get_char (p));
  return g_string_free_and_steal (printable);
}

void
assay_text_table_add (AssayTextTable *table, const char *text)
{
  Column *column = &table->columns[table->cells->len % table->n_columns];
  char *printable = make_printable (text);

  if (column->heading != NULL)
    column->width = MAX (column->width, assay_terminal_width (printable));
  g_ptr_array_add (table->cells, printable);
}

void
assay_text_table_mark_total (AssayTextTable *table)
{
  table->has_total = TRUE;
}

static void
write_spaces (guint n, FILE *file)
{
  for (guint i = 0; i < n; i++)
    fputc (' ', file);
}

/* Writes one row; @cells are the headings where %NULL. */
static void
write_row (AssayTextTable *table, char **cells, FILE *file)
{
  guint owed = 0; /* spaces that are only written when something follows */

  for (guint i = 0; i < table->n_columns; i++)
    {
      const Column *column = &table->columns[i];
      const char *text = cells != NULL ? cells[i] : column->heading;
      guint blank;

      if (column->heading == NULL)
        continue;
      blank = column->width - assay_terminal_width (text);
      write_spaces (owed + (column->right ? blank : 0), file);
      fputs (text, file);
      owed = GAP + (column->right ? 0 : blank);
    }
  fputc ('\n', file);
}

static void
write_rule (AssayTextTable *table, FILE *file)
{
  gboolean first = TRUE;

  for (guint i = 0; i < table->n_columns; i++)
    {
      if (table->columns[i].heading == NULL)
        continue;
      write_spaces (first ? 0 : GAP, file);
      first = FALSE;
      for (guint j = 0; j < table->columns[i].width; j++)
        fputs ("─", file);
    }
  fputc ('\n', file);
}

void
assay_text_table_write (AssayTextTable *table, FILE *file)
{
  guint n_rows = table->cells->len / table->n_columns;

  write_row (table, NULL, file);
  write_rule (table, file);
  for (guint i = 0; i < n_rows; i++)
    {
      if (table->has_total && i == n_rows - 1 && n_rows > 1)
        write_rule (table, file);
      write_row (table, (char **)table->cells->pdata + (gsize)i * table->n_columns, file);
    }
}

/* Appends one line, broken where it gets too long. */
static void
wrap_line (GString *wrapped, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint used = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint width = assay_terminal_width (words[i]);

      if (used > 0 && used + 1 + width > PARAGRAPH_WIDTH)
        {
          g_string_append_c (wrapped, '\n');
          used = 0;
        }
      if (used > 0)
        {
          g_string_append_c (wrapped, ' ');
          used++;
        }
      g_string_append (wrapped, words[i]);
      used += width;
    }
}

/**
 * assay_terminal_wrap:
 * @text: sentences
 *
 * Returns: (transfer full): the same, in lines that a terminal holds
 */
char *
assay_terminal_wrap (const char *text)
{
  GString *wrapped = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (wrapped, '\n');
      wrap_line (wrapped, lines[i]);
    }
  return g_string_free_and_steal (wrapped);
}
