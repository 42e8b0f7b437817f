/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay report`: documents as PDF, on the pages that the window prints. One report is in memory
 * at a time, however many are asked for. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/usage.h"
#include "cli/find-record.h"
#include "record/date.h"
#include "report/inspection-batch.h"
#include "report/performance-batch.h"
#include "report/record-report.h"

static const AssayUsage usage = {
  .name = "report",
  .arguments
  = N_ ("BOOK (inspection|supplier|comparison|specification|claims|diligence|sample|sample-label) "
        "ID… "
        "--output FILE.pdf"),
  .summary = N_ ("Writes documents about inspections, suppliers or products as one PDF file."),
  .details = N_ (
      "supplier: ID is a name, a code or the key of a supplier. The document is its performance "
      "report of one to four pages: what it claims beside what was measured, with charts, late "
      "lines, lots that were not accepted and what each figure means.\n\n"
      "comparison: two to six suppliers side by side.\n\n"
      "sample: ID is the number or the key of a sample. The document is its report: verdict, tests "
      "with limits and results, who tested, rounds, photos. sample-label: labels with a QR code, "
      "one for each piece.\n\n"
      "specification: ID is a code or the key of a product. The document is its specification "
      "sheet: make, variants, bill of materials, tests that it has to pass, packing.\n\n"
      "claims: ID is a code or the key of a product. The document is its claim dossier: recycled "
      "content, transaction certificates against orders, and each claim with what it needs, what "
      "is there and the gap.\n\n"
      "diligence: ID is a name, a code or the key of a supplier or a product. The document is "
      "its due diligence: every item of every list in use, what answers it and what is "
      "missing.\n\n"
      "inspection: ID is a report number or the key of an inspection. The document is the "
      "summary for "
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

/* What was asked for; texts are owned. */
typedef struct
{
  char *output;
  char *paper;
  char *document;
  char *from;
  char *to;
  char *today;
  char *sections;
  AssayReportKind kind;
  AssayPerformanceKind performance;
  const AssayRecordReport *record; /* NULL: one of the others */
  gboolean is_inspection;
  AssaySupplierReportOptions options;
} Asked;

static void
asked_clear (Asked *asked)
{
  g_free (asked->output);
  g_free (asked->paper);
  g_free (asked->document);
  g_free (asked->from);
  g_free (asked->to);
  g_free (asked->today);
  g_free (asked->sections);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

/* @other, unless it is ASSAY_TYPE_NONE, is looked through where @type has none of a name. */
static gboolean
find_records (
    AssayDb *db, AssayType type, AssayType other, char **references, GArray *ids, GError **error)
{
  for (guint i = 0; references[i] != NULL; i++)
    {
      gint64 id;

      if (!(other != ASSAY_TYPE_NONE && assay_find_record (db, other, references[i], &id, NULL))
          && !assay_find_record (db, type, references[i], &id, error))
        return FALSE;
      g_array_append_val (ids, id);
    }
  return TRUE;
}

static gboolean
write_all (AssayDb *db,
           const Asked *asked,
           const GArray *ids,
           AssayReportBrand *brand,
           GFile *file,
           GError **error)
{
  const gint64 *first = (const gint64 *)(gpointer)ids->data;
  g_autoptr (AssayPerformanceJob) job = NULL;

  if (asked->is_inspection)
    return assay_inspection_batch_write (db, first, ids->len, asked->kind, brand, NULL, file, NULL,
                                         error);
  if (asked->record != NULL)
    {
      g_autoptr (AssayRecordJob) records
          = assay_record_job_new (asked->record->name, first, ids->len, asked->options.today);

      return assay_record_job_write (records, db, brand, NULL, file, NULL, error);
    }
  job = assay_performance_job_new (asked->performance, first, ids->len, &asked->options);
  return assay_performance_job_write (job, db, brand, NULL, file, NULL, error);
}

static int
report (const char *path, char **references, const Asked *asked)
{
  g_autoptr (AssayBook) book = assay_usage_open_book (path);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AssayReportBrand) brand = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (asked->output);
  g_autoptr (GError) error = NULL;
  AssayDb *db;
  int status = ASSAY_EXIT_DONE;

  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  db = assay_book_get_reader (book);
  brand = assay_report_brand_read (db, &error);
  if (brand == NULL
      || !(asked->is_inspection
               ? find_all (db, references, ids, &error)
               : find_records (db,
                               asked->record != NULL ? asked->record->type : ASSAY_TYPE_SUPPLIER,
                               asked->record != NULL ? asked->record->other : ASSAY_TYPE_NONE,
                               references, ids, &error)))
    status = assay_usage_refuse (path, error);
  else
    {
      assay_paper_parse (asked->paper, &brand->paper);
      if (!write_all (db, asked, ids, brand, file, &error))
        status
            = assay_usage_refuse (error->domain == ASSAY_STORE_ERROR ? path : asked->output, error);
    }
  assay_book_close (book, NULL);
  return status;
}

/* What the words mean. */
static gboolean
read_words (Asked *asked, const char *what, guint n)
{
  AssayPaper paper;

  asked->kind = ASSAY_REPORT_FULL;
  asked->options.sections = ASSAY_SUPPLIER_SECTIONS_ALL;
  asked->is_inspection = g_str_equal (what, "inspection");
  asked->record = assay_record_report_find (what);
  asked->performance = g_str_equal (what, "comparison") ? ASSAY_PERFORMANCE_COMPARISON
                                                        : ASSAY_PERFORMANCE_SUPPLIERS;
  if (!asked->is_inspection && asked->record == NULL && !g_str_equal (what, "supplier")
      && !g_str_equal (what, "comparison"))
    assay_usage_wrong (&usage, _ ("there is no report “%s”"), what);
  else if (asked->output == NULL)
    assay_usage_wrong (&usage, _ ("--output is missing"));
  else if (asked->paper != NULL && !assay_paper_parse (asked->paper, &paper))
    assay_usage_wrong (&usage, _ ("there is no paper “%s”"), asked->paper);
  else if (asked->document != NULL && !asked->is_inspection)
    assay_usage_wrong (&usage, _ ("--document is for inspections"));
  else if (asked->document != NULL && !assay_report_kind_parse (asked->document, &asked->kind))
    assay_usage_wrong (&usage, _ ("there is no document “%s”"), asked->document);
  else if ((asked->is_inspection || asked->record != NULL)
           && (asked->from != NULL || asked->to != NULL || asked->sections != NULL))
    assay_usage_wrong (&usage, _ ("--from, --to and --sections are for suppliers"));
  else if (asked->sections != NULL
           && !assay_supplier_sections_parse (asked->sections, &asked->options.sections))
    assay_usage_wrong (&usage,
                       _ ("--sections takes delivery, quality, scorecard and definitions, not "
                          "“%s”"),
                       asked->sections);
  else if (asked->performance == ASSAY_PERFORMANCE_COMPARISON && !asked->is_inspection
           && (n < 2 || n > ASSAY_PERFORMANCE_COMPARED))
    assay_usage_wrong (&usage, _ ("a comparison is of two to six suppliers"));
  else
    return assay_usage_parse_date (&usage, "from", asked->from, &asked->options.from)
           && assay_usage_parse_date (&usage, "to", asked->to, &asked->options.to)
           && assay_usage_parse_date (&usage, "today", asked->today, &asked->options.today);
  return FALSE;
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
  g_auto (Asked) asked = { 0 };
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &asked.output, N_ ("The file to write"),
      N_ ("FILE") },
    { "document", 'd', 0, G_OPTION_ARG_STRING, &asked.document,
      N_ ("Of inspections: summary, full, rework-letter or blank-form; full otherwise"),
      N_ ("DOCUMENT") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &asked.from,
      N_ ("Of suppliers: delivered, due or inspected on this day or later"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &asked.to,
      N_ ("Of suppliers: delivered, due or inspected on this day or earlier"), N_ ("DATE") },
    { "today", 0, 0, G_OPTION_ARG_FILENAME, &asked.today,
      N_ ("What is due is measured against this day instead of today"), N_ ("DATE") },
    { "sections", 0, 0, G_OPTION_ARG_STRING, &asked.sections,
      N_ ("Of suppliers: some of delivery, quality, scorecard, definitions; all otherwise"),
      N_ ("NAME,…") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &asked.paper,
      N_ ("a4 or letter; the book’s own otherwise"), N_ ("SIZE") },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (!read_words (&asked, arguments[1], g_strv_length (arguments) - 2))
    return ASSAY_EXIT_USAGE;
  return report (arguments[0], arguments + 2, &asked);
}
