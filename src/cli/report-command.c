/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay report`: documents as PDF, on the pages that the window prints. One report is in memory
 * at a time, however many are asked for. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/usage.h"
#include "report/inspection-batch.h"

static const AssayUsage usage = {
  .name = "report",
  .arguments = N_ ("BOOK inspection ID… --output FILE.pdf"),
  .summary = N_ ("Writes documents about inspections as one PDF file."),
  .details
  = N_ ("ID is a report number or the key of an inspection. The document is the summary for "
        "management on one page, the full report with every defect, photo and answer, the "
        "rework letter to the factory, or a blank form to fill in by hand. Each begins on "
        "a page of its own; before several stands a list of contents.\n\n"
        "A file of the same name is replaced."),
  .min_arguments = 3,
  .max_arguments = G_MAXUINT,
};

/* All are found before the first is drawn, so that a wrong name costs nothing. */
static gboolean
find_all (AssayDb *db, char **references, GArray *ids, GError **error)
{
  for (guint i = 0; references[i] != NULL; i++)
    {
      gint64 id;

      if (!assay_inspection_data_find (db, references[i], &id, error))
        return FALSE;
      g_array_append_val (ids, id);
    }
  return TRUE;
}

static int
report (const char *path,
        char **references,
        AssayReportKind kind,
        const char *paper_name,
        const char *output)
{
  g_autoptr (AssayBook) book = assay_usage_open_book (path);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AssayReportBrand) brand = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr (GError) error = NULL;
  AssayDb *db;
  int status = ASSAY_EXIT_DONE;

  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  db = assay_book_get_reader (book);
  brand = assay_report_brand_read (db, &error);
  if (brand == NULL || !find_all (db, references, ids, &error))
    status = assay_usage_refuse (path, error);
  else
    {
      assay_paper_parse (paper_name, &brand->paper);
      if (!assay_inspection_batch_write (db, (const gint64 *)(gpointer)ids->data, ids->len, kind,
                                         brand, NULL, file, NULL, &error))
        status = assay_usage_refuse (error->domain == ASSAY_STORE_ERROR ? path : output, error);
    }
  assay_book_close (book, NULL);
  return status;
}

/**
 * assay_cli_report:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_report (int argc, char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *paper_name = NULL;
  g_autofree char *document = NULL;
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), N_ ("FILE") },
    { "document", 'd', 0, G_OPTION_ARG_STRING, &document,
      N_ ("summary, full, rework-letter or blank-form; full otherwise"), N_ ("DOCUMENT") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper_name,
      N_ ("a4 or letter; the book’s own otherwise"), N_ ("SIZE") },
    G_OPTION_ENTRY_NULL,
  };
  AssayReportKind kind = ASSAY_REPORT_FULL;
  AssayPaper paper;
  int status;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (!g_str_equal (arguments[1], "inspection"))
    return assay_usage_wrong (&usage, _ ("there is no report “%s”"), arguments[1]);
  if (output == NULL)
    return assay_usage_wrong (&usage, _ ("--output is missing"));
  if (paper_name != NULL && !assay_paper_parse (paper_name, &paper))
    return assay_usage_wrong (&usage, _ ("there is no paper “%s”"), paper_name);
  if (document != NULL && !assay_report_kind_parse (document, &kind))
    return assay_usage_wrong (&usage, _ ("there is no document “%s”"), document);
  return report (arguments[0], arguments + 2, kind, paper_name, output);
}
