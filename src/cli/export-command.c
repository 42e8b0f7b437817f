/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay export`: records of one type into a file. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include <gio/gunixoutputstream.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/new-file.h"
#include "cli/record-query.h"
#include "cli/record-table.h"
#include "exchange/whole-export.h"

static const AssayUsage usage = {
  .name = "export",
  .arguments = N_ ("BOOK TYPE FILE.(csv|json)"),
  .summary = N_ ("Writes records of a type into a file; its name says which kind."),
  .details = N_ (
      "The names of types and fields are those of “assay list”. Text that a spreadsheet would run "
      "as a formula gets an apostrophe before it. A file of the same name is replaced.\n\n"
      "Inspections, checklists, plan profiles, corrective actions, milestones, milestone plans, "
      "blackout periods, exchange rates, demand, scorecards and assessments are written whole: "
      "“assay import” reads the file into another book without loss. An inspection has a row for "
      "each of its defects and checkpoints, a checklist one for each item, a milestone plan one "
      "for each step, a scorecard one for each criterion; in JSON these are lists within their "
      "record."),
  .min_arguments = 3,
  .max_arguments = 3,
};

static gboolean
find_form (const char *path, AssayListingForm *form, int *status)
{
  g_autofree char *name = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (name, ".csv"))
    *form = ASSAY_LISTING_CSV;
  else if (g_str_has_suffix (name, ".json"))
    *form = ASSAY_LISTING_JSON;
  else if (g_str_has_suffix (name, ".xlsx"))
    {
      g_autoptr (GError) error
          = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _ ("This version does not write spreadsheets yet; a .csv file opens in "
                            "every spreadsheet program"));

      *status = assay_usage_refuse (path, error);
      return FALSE;
    }
  else
    {
      *status = assay_usage_wrong (&usage, _ ("the name of the file ends in .csv or .json"));
      return FALSE;
    }
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *)a, right = *(const gint64 *)b;

  return left < right ? -1 : left > right;
}

/* What an import reads back, in the order in which it was entered unless another was asked for. */
static gboolean
export_whole (
    const AssayQuery *query, AssayDb *db, gboolean sorted, AssayNewFile *file, GError **error)
{
  FILE *stream = assay_new_file_stream (file);
  g_autoptr (GOutputStream) output = g_unix_output_stream_new (fileno (stream), FALSE);
  g_autoptr (GArray) ids = assay_query_run_ids (query, db, error);

  if (ids == NULL)
    return FALSE;
  if (!sorted)
    g_array_sort (ids, compare_ids);
  return assay_whole_export_stream (db, assay_query_get_type (query), ids, output, NULL, error);
}

static gboolean
export_records (const AssayQuery *query,
                AssayDb *db,
                AssayListingForm form,
                gboolean sorted,
                const char *path,
                JsonObject *asked,
                GError **error)
{
  g_autoptr (JsonObject) owned = asked;
  g_autoptr (AssayNewFile) file = assay_new_file_open (path, TRUE, error);

  if (file == NULL)
    return FALSE;
  if (form == ASSAY_LISTING_CSV && assay_whole_export_has (assay_query_get_type (query)))
    return export_whole (query, db, sorted, file, error) && assay_new_file_commit (file, error);
  return assay_record_table_write (query, db, form, TRUE, assay_new_file_stream (file),
                                   g_steal_pointer (&owned), error)
         && assay_new_file_commit (file, error);
}

/**
 * assay_cli_export:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_export (int argc, char **argv)
{
  g_auto (AssayQueryWords) words = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (AssayBook) book = NULL;
  g_autoptr (AssayQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  GOptionEntry entries[ASSAY_QUERY_WORDS_N_ENTRIES + 1] = { 0 };
  AssayListingForm form;
  int status;

  assay_query_words_fill_entries (&words, entries);
  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (assay_query_words_find_type (&usage, arguments[1]) == NULL)
    return ASSAY_EXIT_USAGE;
  if (!find_form (arguments[2], &form, &status))
    return status;
  book = assay_usage_open_book (arguments[0]);
  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  query = assay_query_words_read (&usage, &words, arguments[1], assay_book_get_reader (book),
                                  &status);
  if (query != NULL)
    status
        = export_records (query, assay_book_get_reader (book), form, words.sort != NULL,
                          arguments[2], assay_query_words_describe (&words, "export", query),
                          &error)
              ? ASSAY_EXIT_DONE
              : assay_usage_refuse (arguments[error->domain == ASSAY_STORE_ERROR ? 0 : 2], error);
  assay_book_close (book, NULL);
  return status;
}
