/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay list`: records of one type. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/record-query.h"
#include "cli/record-table.h"

static const AssayUsage usage = {
  .name = "list",
  .arguments = N_ ("BOOK TYPE"),
  .summary = N_ ("Prints records of a type."),
  .details
  = N_ ("Types: supplier, contact, product, order, order_line, promise, delivery, inspection, "
        "defect, defect_type, plan_profile, checklist, checklist_item, checkpoint, "
        "corrective_action, milestone, milestone_plan, milestone_step, blackout, exchange_rate, "
        "demand, scorecard, criterion, assessment, attachment. CSV and JSON hold every field under "
        "its own name, dates "
        "as 2026-03-31, money as text in its currency, lengths in mm, masses in g, volumes in cm³, "
        "shares from 0 to 1, and the names of other records where a field refers to them."),
  .min_arguments = 2,
  .max_arguments = 2,
};

/**
 * assay_cli_list:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_list (int argc, char **argv)
{
  g_auto (AssayQueryWords) words = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (AssayBook) book = NULL;
  g_autoptr (AssayQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  gboolean csv = FALSE;
  gboolean json = FALSE;
  GOptionEntry entries[ASSAY_QUERY_WORDS_N_ENTRIES + 3] = {
    [ASSAY_QUERY_WORDS_N_ENTRIES]
    = { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
  };
  AssayListingForm form;
  int status;

  assay_query_words_fill_entries (&words, entries);
  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (assay_query_words_find_type (&usage, arguments[1]) == NULL)
    return ASSAY_EXIT_USAGE;
  book = assay_usage_open_book (arguments[0]);
  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  form = json ? ASSAY_LISTING_JSON : csv ? ASSAY_LISTING_CSV : ASSAY_LISTING_TEXT;
  query = assay_query_words_read (&usage, &words, arguments[1], assay_book_get_reader (book),
                                  &status);
  if (query != NULL)
    status = assay_record_table_write (query, assay_book_get_reader (book), form, FALSE, stdout,
                                       assay_query_words_describe (&words, "list", query), &error)
                 ? ASSAY_EXIT_DONE
                 : assay_usage_refuse (arguments[0], error);
  assay_book_close (book, NULL);
  return status;
}
