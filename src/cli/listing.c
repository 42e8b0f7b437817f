/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "cli/listing.h"

#include <errno.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/text-table.h"
#include "exchange/csv-writer.h"
#include "record/format.h"

struct _AssayListing
{
  AssayListingForm form;
  FILE *file;
  AssayListingColumn *columns;
  guint n_columns;
  guint column;       /* where the next cell goes */
  gboolean has_begun; /* the head is written */
  guint64 n_rows;
  AssayCsvWriter *csv;
  GOutputStream *stream; /* what `csv` writes to: the file, past its buffer */
  GError *error;         /* what went wrong first */
  JsonObject *row;       /* JSON: the row so far */
  JsonObject *total;
  JsonObject *asked;
  JsonObject *more;
  char *definition;
  AssayTextTable *text;
};

/**
 * assay_listing_new:
 * @form: how to write
 * @file: where to; stays open
 * @columns: (array length=n_columns): copied; their words are kept by reference
 * @n_columns: how many
 *
 * Returns: (transfer full): an empty table
 */
AssayListing *
assay_listing_new (AssayListingForm form,
                   FILE *file,
                   const AssayListingColumn *columns,
                   guint n_columns)
{
  AssayListing *table = g_new0 (AssayListing, 1);

  table->form = form;
  table->file = file;
  table->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  table->n_columns = n_columns;
  if (form == ASSAY_LISTING_CSV)
    {
      fflush (file);
      table->stream = g_unix_output_stream_new (fileno (file), FALSE);
      table->csv = assay_csv_writer_new (table->stream, 0);
    }
  if (form == ASSAY_LISTING_TEXT)
    {
      table->text = assay_text_table_new (n_columns);
      for (guint i = 0; i < n_columns; i++)
        assay_text_table_set_column (table->text, i, columns[i].heading, columns[i].is_number);
    }
  return table;
}

void
assay_listing_free (AssayListing *table)
{
  if (table == NULL)
    return;
  g_clear_pointer (&table->csv, assay_csv_writer_free);
  g_clear_object (&table->stream);
  g_clear_error (&table->error);
  g_clear_pointer (&table->row, json_object_unref);
  g_clear_pointer (&table->total, json_object_unref);
  g_clear_pointer (&table->asked, json_object_unref);
  g_clear_pointer (&table->more, json_object_unref);
  g_clear_pointer (&table->text, assay_text_table_free);
  g_free (table->definition);
  g_free (table->columns);
  g_free (table);
}

/**
 * assay_listing_set_asked:
 * @table: a table without rows
 * @asked: (transfer full): what was asked, for JSON
 */
void
assay_listing_set_asked (AssayListing *table, JsonObject *asked)
{
  g_clear_pointer (&table->asked, json_object_unref);
  table->asked = asked;
}

/**
 * assay_listing_set_more:
 * @table: a table without rows
 * @more: (transfer full): what JSON says beside the rows
 */
void
assay_listing_set_more (AssayListing *table, JsonObject *more)
{
  g_clear_pointer (&table->more, json_object_unref);
  table->more = more;
}

void
assay_listing_set_definition (AssayListing *table, const char *definition)
{
  g_set_str (&table->definition, definition);
}

static char *
json_text (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_node_set_object (node, object);
  json_generator_set_root (generator, node);
  return json_generator_to_data (generator, NULL);
}

static char *
json_quote (const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);

  return json_to_string (node, FALSE);
}

static void
end_csv_row (AssayListing *table)
{
  if (table->error == NULL)
    assay_csv_writer_end_row (table->csv, NULL, &table->error);
}

/* Its members, each on a line. */
static void
print_members (AssayListing *table, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_autofree char *key = json_quote (name);
      g_autofree char *value = json_to_string (node, FALSE);

      fprintf (table->file, "  %s: %s,\n", key, value);
    }
}

static void
begin (AssayListing *table)
{
  g_autofree char *asked = NULL;
  g_autofree char *definition = NULL;

  if (table->has_begun)
    return;
  table->has_begun = TRUE;
  if (table->form == ASSAY_LISTING_CSV)
    {
      for (guint i = 0; i < table->n_columns; i++)
        assay_csv_writer_text (table->csv, table->columns[i].name);
      end_csv_row (table);
    }
  if (table->form != ASSAY_LISTING_JSON)
    return;
  asked = table->asked != NULL ? json_text (table->asked) : g_strdup ("{}");
  fprintf (table->file, "{\n  \"asked\": %s,\n", asked);
  if (table->definition != NULL)
    {
      definition = json_quote (table->definition);
      fprintf (table->file, "  \"definition\": %s,\n", definition);
    }
  if (table->more != NULL)
    print_members (table, table->more);
  fputs ("  \"rows\": [", table->file);
}

/* The next cell's column, with what stands before the cell. */
static const AssayListingColumn *
next_column (AssayListing *table)
{
  g_assert (table->column < table->n_columns);

  begin (table);
  if (table->form == ASSAY_LISTING_JSON && table->row == NULL)
    table->row = json_object_new ();
  return &table->columns[table->column++];
}

static void
show (AssayListing *table, const char *text)
{
  assay_text_table_add (table->text, text);
}

void
assay_listing_add_unknown (AssayListing *table)
{
  const AssayListingColumn *column = next_column (table);

  if (table->form == ASSAY_LISTING_JSON)
    json_object_set_null_member (table->row, column->name);
  else if (table->form == ASSAY_LISTING_CSV)
    assay_csv_writer_text (table->csv, "");
  else
    show (table, "–");
}

/**
 * assay_listing_add_shown:
 * @table: a table
 * @text: (nullable): the value in CSV and JSON
 * @shown: (nullable): the value for people; @text unless given
 */
void
assay_listing_add_shown (AssayListing *table, const char *text, const char *shown)
{
  const AssayListingColumn *column;

  if (text == NULL && (shown == NULL || table->form != ASSAY_LISTING_TEXT))
    {
      assay_listing_add_unknown (table);
      return;
    }
  column = next_column (table);
  if (table->form == ASSAY_LISTING_JSON)
    json_object_set_string_member (table->row, column->name, text);
  else if (table->form == ASSAY_LISTING_CSV)
    assay_csv_writer_text (table->csv, text);
  else
    show (table, shown != NULL ? shown : text);
}

void
assay_listing_add_text (AssayListing *table, const char *text)
{
  assay_listing_add_shown (table, text, text);
}

void
assay_listing_add_integer (AssayListing *table, gint64 number)
{
  const AssayListingColumn *column = next_column (table);
  g_autofree char *text = NULL;

  switch (table->form)
    {
    case ASSAY_LISTING_JSON:
      json_object_set_int_member (table->row, column->name, number);
      break;
    case ASSAY_LISTING_CSV:
      text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
      assay_csv_writer_number (table->csv, text);
      break;
    case ASSAY_LISTING_TEXT:
    default:
      text = assay_format_number (number);
      show (table, text);
    }
}

/* The fewest digits that read back as the same number. */
static char *
format_exact (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.15g", number);
  if (g_ascii_strtod (text, NULL) != number)
    g_ascii_dtostr (text, sizeof text, number);
  return g_strdup (text);
}

/**
 * assay_listing_add_real_shown:
 * @table: a table
 * @number: a number; NaN and infinities are unknown
 * @shown: (nullable): the number for people; with the digits of its column unless given
 */
void
assay_listing_add_real_shown (AssayListing *table, double number, const char *shown)
{
  const AssayListingColumn *column;
  g_autofree char *text = NULL;

  if (!isfinite (number))
    {
      assay_listing_add_unknown (table);
      return;
    }
  column = next_column (table);
  switch (table->form)
    {
    case ASSAY_LISTING_JSON:
      json_object_set_double_member (table->row, column->name, number);
      break;
    case ASSAY_LISTING_CSV:
      text = format_exact (number);
      assay_csv_writer_number (table->csv, text);
      break;
    case ASSAY_LISTING_TEXT:
    default:
      text = shown != NULL ? g_strdup (shown) : assay_format_real (number, column->digits);
      show (table, text);
    }
}

void
assay_listing_add_real (AssayListing *table, double number)
{
  assay_listing_add_real_shown (table, number, NULL);
}

void
assay_listing_add_flag (AssayListing *table, gboolean flag)
{
  const AssayListingColumn *column = next_column (table);

  switch (table->form)
    {
    case ASSAY_LISTING_JSON:
      json_object_set_boolean_member (table->row, column->name, flag);
      break;
    case ASSAY_LISTING_CSV:
      assay_csv_writer_text (table->csv, flag ? "true" : "false");
      break;
    case ASSAY_LISTING_TEXT:
    default:
      show (table, flag ? _ ("yes") : _ ("no"));
    }
}

/**
 * assay_listing_add_list:
 * @table: a table that is written as JSON
 * @list: (transfer full): a list
 */
void
assay_listing_add_list (AssayListing *table, JsonArray *list)
{
  const AssayListingColumn *column = next_column (table);

  g_assert (table->form == ASSAY_LISTING_JSON);
  json_object_set_array_member (table->row, column->name, list);
}

void
assay_listing_end_row (AssayListing *table)
{
  g_autofree char *row = NULL;

  g_assert (table->column == table->n_columns);

  table->column = 0;
  if (table->form == ASSAY_LISTING_JSON)
    {
      row = json_text (table->row);
      fprintf (table->file, "%s\n    %s", table->n_rows > 0 ? "," : "", row);
      g_clear_pointer (&table->row, json_object_unref);
    }
  else if (table->form == ASSAY_LISTING_CSV)
    end_csv_row (table);
  table->n_rows++;
}

void
assay_listing_end_total (AssayListing *table)
{
  g_assert (table->column == table->n_columns);

  table->column = 0;
  table->total = g_steal_pointer (&table->row);
  if (table->form == ASSAY_LISTING_TEXT)
    assay_text_table_mark_total (table->text);
}

static void
finish_json (AssayListing *table)
{
  fputs (table->n_rows > 0 ? "\n  ]" : "]", table->file);
  if (table->total != NULL)
    {
      g_autofree char *total = json_text (table->total);

      fprintf (table->file, ",\n  \"total\": %s", total);
    }
  fputs ("\n}\n", table->file);
}

static void
finish_text (AssayListing *table)
{
  assay_text_table_write (table->text, table->file);
  if (table->definition != NULL)
    {
      g_autofree char *wrapped = assay_terminal_wrap (table->definition);

      fprintf (table->file, "\n%s\n", wrapped);
    }
}

/**
 * assay_listing_finish:
 * @table: a table with all its rows
 * @error: return location for an error
 *
 * Writes what is left.
 *
 * Returns: %FALSE when anything could not be written
 */
gboolean
assay_listing_finish (AssayListing *table, GError **error)
{
  begin (table);
  if (table->form == ASSAY_LISTING_JSON)
    finish_json (table);
  else if (table->form == ASSAY_LISTING_TEXT)
    finish_text (table);
  else if (table->error == NULL)
    assay_csv_writer_finish (table->csv, NULL, &table->error);
  if (table->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&table->error));
      return FALSE;
    }
  errno = 0;
  if (fflush (table->file) == 0 && !ferror (table->file))
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("Cannot write: %s"),
               g_strerror (errno));
  return FALSE;
}
