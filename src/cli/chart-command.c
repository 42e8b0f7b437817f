/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay chart`: a chart into a file, drawn by the painter that the window uses. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "chart/defect-rate-chart.h"
#include "chart/export.h"
#include "chart/spread-chart.h"
#include "chart/xmr-chart.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/find-record.h"
#include "cli/usage.h"
#include "insight/defects.h"
#include "insight/lead-time.h"
#include "record/date.h"

static const AssayUsage usage = {
  .name = "chart",
  .arguments = N_ ("BOOK (lead-time|spread|defects) --output FILE.(svg|png|pdf)"),
  .summary = N_ ("Draws a chart into a file; its name says which kind."),
  .details = N_ ("lead-time: slip of each delivery in order of time with its natural limits\n"
                 "spread: slip by supplier, a box with every point\n"
                 "defects: share of defective units by month with limits\n\n"
                 "A file of the same name is replaced."),
  .min_arguments = 2,
  .max_arguments = 2,
};

typedef struct
{
  char *supplier;
  char *product;
  char *from;
  char *to;
  char *output;
  gboolean by_lot;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->supplier);
  g_free (words->product);
  g_free (words->from);
  g_free (words->to);
  g_free (words->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static AssayScene *
make_slip_chart (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error)
{
  g_autoptr (AssaySeries) series = assay_lead_time_slips (db, question, error);

  return series != NULL ? assay_xmr_chart_new (series, NULL) : NULL;
}

static AssayScene *
make_spread_chart (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error)
{
  g_autoptr (GPtrArray) groups = assay_lead_time_slips_by_supplier (db, question, error);

  return groups != NULL ? assay_spread_chart_new (groups) : NULL;
}

static AssayScene *
make_defect_chart (AssayDb *db,
                   const AssayDefectQuestion *question,
                   gboolean by_month,
                   GError **error)
{
  g_autoptr (AssaySeries) series = assay_defect_points (db, question, by_month, error);

  return series != NULL ? assay_defect_rate_chart_new (series, NULL) : NULL;
}

static AssayScene *
make_chart (AssayDb *db,
            const char *kind,
            const Words *words,
            AssayLeadTimeQuestion *question,
            GError **error)
{
  AssayDefectQuestion defects;

  if ((words->supplier != NULL
       && !assay_find_record (db, ASSAY_TYPE_SUPPLIER, words->supplier, &question->supplier, error))
      || (words->product != NULL
          && !assay_find_record (db, ASSAY_TYPE_PRODUCT, words->product, &question->product,
                                 error)))
    return NULL;
  if (g_str_equal (kind, "lead-time"))
    return make_slip_chart (db, question, error);
  if (g_str_equal (kind, "spread"))
    return make_spread_chart (db, question, error);
  defects = (AssayDefectQuestion){ .supplier = question->supplier,
                                   .product = question->product,
                                   .from = question->from,
                                   .to = question->to };
  return make_defect_chart (db, &defects, !words->by_lot, error);
}

static int
draw (const char *path,
      const char *kind,
      const Words *words,
      AssayLeadTimeQuestion *question,
      AssayExportFormat format)
{
  g_autoptr (AssayBook) book = assay_usage_open_book (path);
  g_autoptr (AssayScene) scene = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (words->output);
  g_autoptr (GError) error = NULL;
  AssayExportOptions options = { 0 };
  int status = ASSAY_EXIT_DONE;

  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  scene = make_chart (assay_book_get_reader (book), kind, words, question, &error);
  if (scene == NULL)
    status = assay_usage_refuse (path, error);
  else if (!assay_export_file (scene, file, format, &options, NULL, &error))
    status = assay_usage_refuse (words->output, error);
  assay_book_close (book, NULL);
  return status;
}

/**
 * assay_cli_chart:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_chart (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words.output, N_ ("The file to write"),
      N_ ("FILE") },
    { "supplier", 0, 0, G_OPTION_ARG_FILENAME, &words.supplier, N_ ("Only this supplier"),
      N_ ("NAME") },
    { "product", 0, 0, G_OPTION_ARG_FILENAME, &words.product, N_ ("Only this product"),
      N_ ("CODE") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &words.from,
      N_ ("Delivered or inspected on this day or later"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &words.to,
      N_ ("Delivered or inspected on this day or earlier"), N_ ("DATE") },
    { "by-lot", 0, 0, G_OPTION_ARG_NONE, &words.by_lot,
      N_ ("defects: a point for each lot, not for each month"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  AssayLeadTimeQuestion question = { .today = ASSAY_DATE_UNKNOWN };
  AssayExportFormat format;
  int status;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (!assay_usage_parse_date (&usage, "from", words.from, &question.from)
      || !assay_usage_parse_date (&usage, "to", words.to, &question.to))
    return ASSAY_EXIT_USAGE;
  if (!g_strv_contains ((const char *const[]){ "lead-time", "spread", "defects", NULL },
                        arguments[1]))
    return assay_usage_wrong (&usage, _ ("there is no chart “%s”"), arguments[1]);
  if (words.output == NULL)
    return assay_usage_wrong (&usage, _ ("--output is missing"));
  if (!assay_export_format_from_name (words.output, &format, &error))
    return assay_usage_wrong (&usage, "%s", error->message);
  return draw (arguments[0], arguments[1], &words, &question, format);
}
