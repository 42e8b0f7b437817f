/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay chart oc`: the curves of a sampling plan, an inspection's or one that stands in no book.
 */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/export.h"
#include "chart/oc-chart.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/find-record.h"
#include "cli/oc-plan.h"
#include "store/records.h"

static const AssayUsage usage = {
  .name = "chart",
  .arguments = N_ ("[BOOK] oc --output FILE.(svg|png|pdf)"),
  .summary = N_ ("Draws how often lots pass a sampling plan."),
  .details
  = N_ ("With a book the plan is that of an --inspection, with a curve for each class of "
        "defects. Without one it is named as in “assay oc”, with a curve for each model.\n\n"
        "A file of the same name is replaced."),
  .min_arguments = 1,
  .max_arguments = 2,
};

typedef struct
{
  AssayOcWords plan;
  char *inspection;
  char *curve;
  char *output;
} Words;

static void
words_clear (Words *words)
{
  assay_oc_words_clear (&words->plan);
  g_free (words->inspection);
  g_free (words->curve);
  g_free (words->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* In the order of AssayOcChartKind. */
static const char *const curve_names[] = { "oc", "asn", "aoq", NULL };

/* Which curve was asked for; the first where none was. */
static AssayOcChartKind
curve_kind (const Words *words)
{
  for (guint i = 0; words->curve != NULL && curve_names[i] != NULL; i++)
    if (g_str_equal (words->curve, curve_names[i]))
      return (AssayOcChartKind)i;
  return ASSAY_OC_CHART_PASSING;
}

static AssayScene *
make_chart (AssayDb *db, const Words *words, GError **error)
{
  g_autoptr (AssayRecord) inspection = NULL;
  g_autoptr (AssayPlanWorth) worth = NULL;
  AssayInspectionPlan plan;
  double quality = NAN;
  gint64 id;

  if (!assay_find_record (db, ASSAY_TYPE_INSPECTION, words->inspection, &id, error))
    return NULL;
  inspection = assay_records_get (db, ASSAY_TYPE_INSPECTION, id, error);
  if (inspection == NULL)
    return NULL;
  if (words->plan.quality != NULL)
    assay_oc_read_share (words->plan.quality, &quality);
  assay_inspection_plan_read (inspection, &plan);
  worth = assay_plan_worth_of_inspection (inspection, &plan, ASSAY_WORTH_AUTO);
  if (worth->curves->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _ ("inspection “%s” has no sampling plan"), words->inspection);
      return NULL;
    }
  return assay_oc_chart_new (worth, curve_kind (words), quality);
}

static int
save (AssayScene *scene, const Words *words, AssayExportFormat format)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (words->output);
  g_autoptr (GError) error = NULL;
  AssayExportOptions options = { 0 };

  if (!assay_export_file (scene, file, format, &options, NULL, &error))
    return assay_usage_refuse (words->output, error);
  return ASSAY_EXIT_DONE;
}

static int
draw_inspection (const char *path, const Words *words, AssayExportFormat format)
{
  g_autoptr (AssayBook) book = assay_usage_open_book (path);
  g_autoptr (AssayScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  scene = make_chart (assay_book_get_reader (book), words, &error);
  status = scene != NULL ? save (scene, words, format) : assay_usage_refuse (path, error);
  assay_book_close (book, NULL);
  return status;
}

static int
draw_plan (const Words *words, AssayExportFormat format)
{
  g_auto (AssayOcPlan) plan = { 0 };
  g_autoptr (AssayPlanWorth) worth = NULL;
  g_autoptr (AssayScene) scene = NULL;
  int status;

  if (!assay_oc_plan_read (&usage, &words->plan, &plan, &status))
    return status;
  worth = assay_oc_plan_worth (&plan);
  scene = assay_oc_chart_new (worth, curve_kind (words), plan.quality);
  return save (scene, words, format);
}

/* Whether book, plan and curve fit together; says what does not. */
static gboolean
check (const Words *words, gboolean has_book)
{
  double quality;

  if (words->output == NULL)
    assay_usage_wrong (&usage, _ ("--output is missing"));
  else if (!has_book && words->inspection != NULL)
    assay_usage_wrong (&usage, _ ("a book is missing"));
  else if (has_book && words->inspection == NULL)
    assay_usage_wrong (&usage, _ ("--inspection is missing"));
  else if (has_book && assay_oc_words_name_plan (&words->plan))
    assay_usage_wrong (&usage,
                       _ ("an inspection has its own plan; leave the book out to name one"));
  else if (words->plan.quality != NULL && !assay_oc_read_share (words->plan.quality, &quality))
    assay_usage_wrong (&usage, _ ("--quality needs a share from 0 to 1, not “%s”"),
                       words->plan.quality);
  else if (words->curve != NULL && !g_strv_contains (curve_names, words->curve))
    assay_usage_wrong (&usage, _ ("there is no curve “%s”"), words->curve);
  else
    return TRUE;
  return FALSE;
}

/**
 * assay_cli_oc_chart:
 * @argc: number of arguments
 * @argv: the arguments of `chart`, one of which is "oc"
 *
 * Returns: the exit status
 */
int
assay_cli_oc_chart (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  GOptionEntry entries[ASSAY_OC_WORDS_N_ENTRIES + 4] = {
    [ASSAY_OC_WORDS_N_ENTRIES] = { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words.output,
                                   N_ ("The file to write"), N_ ("FILE") },
    { "inspection", 0, 0, G_OPTION_ARG_FILENAME, &words.inspection,
      N_ ("The inspection whose plan is meant"), N_ ("NUMBER") },
    { "curve", 0, 0, G_OPTION_ARG_FILENAME, &words.curve,
      N_ ("oc (unless given), asn: units inspected, aoq: what goes out, on average"),
      N_ ("CURVE") },
  };
  AssayExportFormat format;
  int status;
  gboolean has_book;

  assay_oc_words_fill_entries (&words.plan, entries);
  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  has_book = arguments[1] != NULL;
  if (!g_str_equal (arguments[has_book ? 1 : 0], "oc"))
    return assay_usage_wrong (&usage, _ ("there is no chart “%s”"), arguments[has_book ? 1 : 0]);
  if (!check (&words, has_book))
    return ASSAY_EXIT_USAGE;
  if (!assay_export_format_from_name (words.output, &format, &error))
    return assay_usage_wrong (&usage, "%s", error->message);
  return has_book ? draw_inspection (arguments[0], &words, format) : draw_plan (&words, format);
}
