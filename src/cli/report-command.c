/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay report`: documents as PDF, on the pages that the window prints. One report is in memory
 * at a time, however many are asked for. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/usage.h"
#include "report/inspection-report.h"
#include "report/pdf-export.h"

static const AssayUsage usage = {
  .name = "report",
  .arguments = N_ ("BOOK inspection ID… --output FILE.pdf"),
  .summary = N_ ("Writes the summaries of inspections as one PDF file."),
  .details = N_ ("ID is a report number or the key of an inspection. Every report begins on a page "
                 "of its own, with the verdict first, every defect and every photo.\n\n"
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

static gboolean
add_report (AssayPdf *pdf,
            AssayDb *db,
            gint64 id,
            AssayReportBrand *brand,
            const AssayPageSetup *setup,
            AssayTyper *typer,
            GError **error)
{
  g_autoptr (AssayInspectionData) data = assay_inspection_data_read (db, id, brand, NULL, error);
  g_autoptr (AssayDocument) document = NULL;
  g_autoptr (AssayPages) pages = NULL;

  if (data == NULL)
    return FALSE;
  document = assay_inspection_report_new (data);
  pages = assay_pages_new (document, setup, typer);
  return assay_pdf_add (pdf, pages, NULL, error);
}

static gboolean
write_all (AssayDb *db,
           GArray *ids,
           AssayReportBrand *brand,
           AssayPaper paper,
           const char *output,
           GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  /* Translators: the title of a file with several reports */
  g_autofree char *several = g_strdup_printf (
      ngettext ("%u inspection report", "%u inspection reports", ids->len), ids->len);
  g_autoptr (AssayTyper) typer = assay_typer_new ();
  g_autoptr (AssayPdf) pdf
      = assay_pdf_new (file, ids->len > 1 ? several : NULL, brand->name, error);
  AssayPageSetup setup;

  if (pdf == NULL)
    return FALSE;
  assay_page_setup_init (&setup, paper);
  for (guint i = 0; i < ids->len; i++)
    if (!add_report (pdf, db, g_array_index (ids, gint64, i), brand, &setup, typer, error))
      return FALSE;
  return assay_pdf_finish (pdf, NULL, error);
}

static int
report (const char *path, char **references, const char *paper_name, const char *output)
{
  g_autoptr (AssayBook) book = assay_usage_open_book (path);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AssayReportBrand) brand = NULL;
  g_autoptr (GError) error = NULL;
  AssayPaper paper;
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
      if (!assay_paper_parse (paper_name, &paper))
        paper = brand->paper;
      if (!write_all (db, ids, brand, paper, output, &error))
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
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), N_ ("FILE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper_name,
      N_ ("a4 or letter; the book’s own otherwise"), N_ ("SIZE") },
    G_OPTION_ENTRY_NULL,
  };
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
  return report (arguments[0], arguments + 2, paper_name, output);
}
