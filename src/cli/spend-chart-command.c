/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay chart BOOK spend` and `assay chart BOOK critical`. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "chart/export.h"
#include "chart/share-chart.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/find-record.h"
#include "cli/usage.h"
#include "record/date.h"

static const AssayUsage usage = {
  .name = "chart",
  .arguments = N_ ("BOOK (spend|critical) --output FILE.(svg|png|pdf)"),
  .summary = N_ ("Draws who has what share of spend into a file."),
  .details = N_ ("spend: shares stacked for each quarter or month, with the concentration index\n"
                 "critical: a bar for each critical product, by supplier\n\n"
                 "A file of the same name is replaced."),
  .min_arguments = 2,
  .max_arguments = 2,
};

/* As typed; texts are owned. */
typedef struct
{
  char *by;
  char *every;
  char *from;
  char *to;
  char *supplier;
  char *product;
  char *output;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->by);
  g_free (words->every);
  g_free (words->from);
  g_free (words->to);
  g_free (words->supplier);
  g_free (words->product);
  g_free (words->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
read_words (const Words *words, AssaySpendQuestion *question)
{
  static const struct
  {
    const char *word;
    AssaySpendBy by;
  } groupings[] = {
    { "supplier", ASSAY_SPEND_BY_SUPPLIER },
    { "country", ASSAY_SPEND_BY_COUNTRY },
    { "product", ASSAY_SPEND_BY_PRODUCT },
    { "category", ASSAY_SPEND_BY_CATEGORY },
  };
  const char *by = words->by != NULL ? words->by : "supplier";

  for (gsize i = 0; i < G_N_ELEMENTS (groupings); i++)
    if (g_str_equal (groupings[i].word, by))
      question->by = groupings[i].by;
  question->every = ASSAY_SPEND_QUARTERLY;
  if (g_strcmp0 (words->every, "month") == 0)
    question->every = ASSAY_SPEND_MONTHLY;
  if (question->by == ASSAY_SPEND_BY_NONE)
    assay_usage_wrong (&usage, _ ("--by takes supplier, country, product or category, not “%s”"),
                       by);
  else if (words->every != NULL && question->every != ASSAY_SPEND_MONTHLY
           && !g_str_equal (words->every, "quarter"))
    assay_usage_wrong (&usage, _ ("--every takes month or quarter, not “%s”"), words->every);
  else
    return assay_usage_parse_date (&usage, "from", words->from, &question->from)
           && assay_usage_parse_date (&usage, "to", words->to, &question->to);
  return FALSE;
}

static AssayScene *
make_scene (AssayDb *db,
            const Words *words,
            AssaySpendQuestion *question,
            gboolean critical,
            GError **error)
{
  AssaySpendOverTime *series;
  AssayCriticalSpend *products;

  if ((words->supplier != NULL
       && !assay_find_record (db, ASSAY_TYPE_SUPPLIER, words->supplier, &question->supplier, error))
      || (words->product != NULL
          && !assay_find_record (db, ASSAY_TYPE_PRODUCT, words->product, &question->product,
                                 error)))
    return NULL;
  if (critical)
    {
      products = assay_spend_critical (db, question, error);
      return products != NULL ? assay_critical_chart_new (products) : NULL;
    }
  series = assay_spend_over_time (db, question, ASSAY_SHARE_CHART_BANDS, error);
  return series != NULL ? assay_share_chart_new (series) : NULL;
}

static int
draw (const char *path,
      const Words *words,
      AssaySpendQuestion *question,
      gboolean critical,
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
  scene = make_scene (assay_book_get_reader (book), words, question, critical, &error);
  if (scene == NULL)
    status = assay_usage_refuse (path, error);
  else if (!assay_export_file (scene, file, format, &options, NULL, &error))
    status = assay_usage_refuse (words->output, error);
  assay_book_close (book, NULL);
  return status;
}

/**
 * assay_cli_spend_chart:
 * @argc: number of arguments
 * @argv: the arguments of `assay chart`, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_spend_chart (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  AssaySpendQuestion question = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words.output, N_ ("The file to write"),
      N_ ("FILE") },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &words.by,
      N_ ("spend: supplier, country, product or category; supplier unless given"), N_ ("GROUP") },
    { "every", 0, 0, G_OPTION_ARG_FILENAME, &words.every,
      N_ ("spend: month or quarter; quarter unless given"), N_ ("PERIOD") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &words.from, N_ ("Ordered on this day or later"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &words.to, N_ ("Ordered on this day or earlier"),
      N_ ("DATE") },
    { "supplier", 0, 0, G_OPTION_ARG_FILENAME, &words.supplier, N_ ("Only this supplier"),
      N_ ("NAME") },
    { "product", 0, 0, G_OPTION_ARG_FILENAME, &words.product, N_ ("Only this product"),
      N_ ("CODE") },
    G_OPTION_ENTRY_NULL,
  };
  AssayExportFormat format;
  int status;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (!read_words (&words, &question))
    return ASSAY_EXIT_USAGE;
  if (words.output == NULL)
    return assay_usage_wrong (&usage, _ ("--output is missing"));
  if (!assay_export_format_from_name (words.output, &format, &error))
    return assay_usage_wrong (&usage, "%s", error->message);
  return draw (arguments[0], &words, &question, g_str_equal (arguments[1], "critical"), format);
}
