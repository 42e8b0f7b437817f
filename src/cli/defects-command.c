/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay figures BOOK defects`: defective rates, defects and accepted lots, by group. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/explain.h"
#include "cli/find-record.h"
#include "cli/json-members.h"
#include "cli/listing.h"
#include "cli/usage.h"
#include "insight/defects.h"
#include "record/date.h"

static const AssayUsage usage = {
  .name = "figures",
  .arguments = N_ ("BOOK defects"),
  .summary
  = N_ ("Prints rates of defects and of accepted lots, pooled and with intervals, by group."),
  .details
  = N_ ("Rows in JSON and CSV: group; lots, inspected, defective, defects; rate, rate_low, "
        "rate_high (defective ÷ inspected); dhu (defects per hundred units), dpmo (per million "
        "opportunities), ppm; accepted_lots; unknown (lots whose numbers are unknown); dpu, "
        "dhu_low, dhu_high, opportunities, first_pass_yield; decided_lots, accepted_share, "
        "accepted_low, accepted_high; critical, critical_inspected, critical_rate, critical_low, "
        "critical_high, and the same of major and minor.\n\nShares are from 0 to 1, intervals of "
        "95 %. JSON says the unit of each. What cannot be computed is null in JSON and empty in "
        "CSV; a month without inspections is a row without figures."),
  .min_arguments = 2,
  .max_arguments = 2,
};

static const struct
{
  const char *word;
  AssayGrouping by;
} groupings[] = {
  { "supplier", ASSAY_GROUP_SUPPLIER }, { "product", ASSAY_GROUP_PRODUCT },
  { "month", ASSAY_GROUP_MONTH },       { "country", ASSAY_GROUP_COUNTRY },
  { "mode", ASSAY_GROUP_MODE },         { "kind", ASSAY_GROUP_KIND },
  { "class", ASSAY_GROUP_CLASS },
};

/* As typed; texts are owned. */
typedef struct
{
  char *by;
  char *from;
  char *to;
  char *today;
  char *supplier;
  char *product;
  char *interval;
  char *explain;
  gboolean csv;
  gboolean json;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->by);
  g_free (words->from);
  g_free (words->to);
  g_free (words->today);
  g_free (words->supplier);
  g_free (words->product);
  g_free (words->interval);
  g_free (words->explain);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

#define SHARE "share"
#define UNITS "units"
#define LOTS  "lots"

/* The columns: name, unit in JSON, heading for people where it is among those that decide. */
static const struct
{
  const char *name;
  const char *unit;
  const char *heading;
  guint digits;
} fields[] = {
  { "group", NULL, N_ ("Group"), 0 },
  { "lots", LOTS, N_ ("Lots"), 0 },
  { "inspected", UNITS, N_ ("Inspected"), 0 },
  { "defective", UNITS, N_ ("Defective"), 0 },
  { "defects", "defects", N_ ("Defects"), 0 },
  { "rate", SHARE, N_ ("Rate"), 4 },
  { "rate_low", SHARE, N_ ("From"), 4 },
  { "rate_high", SHARE, N_ ("To"), 4 },
  { "dhu", "defects_per_hundred_units", N_ ("Per hundred"), 2 },
  { "dpmo", "defects_per_million_opportunities", N_ ("DPMO"), 0 },
  { "ppm", "defective_per_million_units", NULL, 0 },
  { "accepted_lots", LOTS, N_ ("Accepted"), 0 },
  { "unknown", LOTS, N_ ("Unknown"), 0 },
  { "dpu", "defects_per_unit", NULL, 4 },
  { "dhu_low", "defects_per_hundred_units", NULL, 2 },
  { "dhu_high", "defects_per_hundred_units", NULL, 2 },
  { "opportunities", "opportunities", NULL, 0 },
  { "first_pass_yield", SHARE, N_ ("First pass"), 4 },
  { "decided_lots", LOTS, NULL, 0 },
  { "accepted_share", SHARE, N_ ("Share accepted"), 3 },
  { "accepted_low", SHARE, NULL, 3 },
  { "accepted_high", SHARE, NULL, 3 },
  { "critical", UNITS, NULL, 0 },
  { "critical_inspected", UNITS, NULL, 0 },
  { "critical_rate", SHARE, N_ ("Critical"), 4 },
  { "critical_low", SHARE, NULL, 4 },
  { "critical_high", SHARE, NULL, 4 },
  { "major", UNITS, NULL, 0 },
  { "major_inspected", UNITS, NULL, 0 },
  { "major_rate", SHARE, N_ ("Major"), 4 },
  { "major_low", SHARE, NULL, 4 },
  { "major_high", SHARE, NULL, 4 },
  { "minor", UNITS, NULL, 0 },
  { "minor_inspected", UNITS, NULL, 0 },
  { "minor_rate", SHARE, N_ ("Minor"), 4 },
  { "minor_low", SHARE, NULL, 4 },
  { "minor_high", SHARE, NULL, 4 },
};

static void
add_class (AssayListing *table, const AssayDefectClassRow *class)
{
  if (class->lots > 0)
    assay_listing_add_integer (table, class->defective);
  else
    assay_listing_add_unknown (table);
  assay_listing_add_integer (table, class->inspected);
  assay_listing_add_real (table, class->rate);
  assay_listing_add_real (table, class->rate_low);
  assay_listing_add_real (table, class->rate_high);
}

static void
add_row (AssayListing *table, const AssayDefectRow *row, const char *shown, gboolean is_class)
{
  assay_listing_add_shown (table, row->group, shown);
  assay_listing_add_integer (table, row->lots);
  assay_listing_add_integer (table, row->inspected);
  assay_listing_add_integer (table, row->defective);
  assay_listing_add_integer (table, row->defects);
  assay_listing_add_real (table, row->rate);
  assay_listing_add_real (table, row->rate_low);
  assay_listing_add_real (table, row->rate_high);
  assay_listing_add_real (table, row->dhu);
  assay_listing_add_real (table, row->dpmo);
  assay_listing_add_real (table, row->ppm);
  /* Nothing is decided of a class. */
  if (is_class)
    assay_listing_add_unknown (table);
  else
    assay_listing_add_integer (table, row->accepted_lots);
  assay_listing_add_integer (table, row->unknown);
  assay_listing_add_real (table, row->dpu);
  assay_listing_add_real (table, row->dhu_low);
  assay_listing_add_real (table, row->dhu_high);
  assay_listing_add_real (table, row->opportunities);
  assay_listing_add_real (table, row->first_pass_yield);
  if (is_class)
    assay_listing_add_unknown (table);
  else
    assay_listing_add_integer (table, row->decided_lots);
  assay_listing_add_real (table, row->accepted_share);
  assay_listing_add_real (table, row->accepted_low);
  assay_listing_add_real (table, row->accepted_high);
  for (int i = 0; i < ASSAY_DEFECT_N_CLASSES; i++)
    add_class (table, &row->classes[i]);
}

/* The unit of each column and what the figures mean one by one. */
static JsonObject *
describe (AssayIntervalKind interval)
{
  JsonObject *more = json_object_new (), *units = json_object_new ();
  JsonObject *definitions = json_object_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].unit != NULL)
      json_object_set_string_member (units, fields[i].name, fields[i].unit);
  for (guint i = 0; i < ASSAY_DEFECT_N_FIGURES; i++)
    {
      AssayDefectFigure figure = (AssayDefectFigure)i;
      g_autofree char *words = assay_defect_figure_definition (figure, interval);

      json_object_set_string_member (definitions, assay_defect_figure_name (figure), words);
    }
  json_object_set_object_member (more, "units", units);
  json_object_set_object_member (more, "definitions", definitions);
  return more;
}

static AssayListingForm
form_of (const Words *words)
{
  if (words->json)
    return ASSAY_LISTING_JSON;
  return words->csv ? ASSAY_LISTING_CSV : ASSAY_LISTING_TEXT;
}

static JsonObject *
make_asked (const Words *words, const AssayDefectQuestion *question)
{
  JsonObject *asked = json_object_new ();

  json_object_set_string_member (asked, "command", "figures");
  json_object_set_string_member (asked, "figures", "defects");
  assay_json_set_text (asked, "by", words->by);
  assay_json_set_text (asked, "supplier", words->supplier);
  assay_json_set_text (asked, "product", words->product);
  assay_json_set_text (asked, "from", words->from);
  assay_json_set_text (asked, "to", words->to);
  json_object_set_string_member (asked, "interval",
                                 assay_defect_interval_name (question->interval));
  if (words->explain != NULL)
    json_object_set_string_member (asked, "explain", words->explain);
  return asked;
}

static AssayListing *
make_table (const Words *words, const AssayDefectQuestion *question, AssayListingColumn *columns)
{
  g_autofree char *definition = assay_defect_definition (question);
  AssayListing *table;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    columns[i] = (AssayListingColumn){ fields[i].name,
                                       fields[i].heading != NULL ? _ (fields[i].heading) : NULL,
                                       i > 0, fields[i].digits };
  table = assay_listing_new (form_of (words), stdout, columns, G_N_ELEMENTS (fields));
  assay_listing_set_asked (table, make_asked (words, question));
  assay_listing_set_definition (table, definition);
  if (words->json)
    assay_listing_set_more (table, describe (question->interval));
  return table;
}

static gboolean
print_explanation (AssayDb *db,
                   const AssayDefectQuestion *question,
                   const Words *words,
                   GError **error)
{
  AssayDefectFigure figure = ASSAY_DEFECT_FIGURE_RATE;
  g_autoptr (AssayExplanation) explanation = NULL;

  assay_defect_figure_parse (words->explain, &figure);
  explanation = assay_defect_explain (db, question, NULL, figure, error);
  return explanation != NULL
         && assay_explain_print (explanation, make_asked (words, question), form_of (words), stdout,
                                 error);
}

static gboolean
print (AssayDb *db, const AssayDefectQuestion *question, const Words *words, GError **error)
{
  AssayListingColumn columns[G_N_ELEMENTS (fields)];
  g_autoptr (AssayDefectRow) total = NULL;
  g_autoptr (GPtrArray) rows = assay_defect_figures (db, question, &total, error);
  g_autoptr (AssayListing) table = NULL;
  gboolean by_class = question->by == ASSAY_GROUP_CLASS;

  if (rows == NULL)
    return FALSE;
  table = make_table (words, question, columns);
  for (guint i = 0; i < rows->len; i++)
    {
      const AssayDefectRow *row = g_ptr_array_index (rows, i);
      g_autofree char *shown = assay_defect_group_words (question->by, row->group);

      add_row (table, row, shown, by_class);
      assay_listing_end_row (table);
    }
  add_row (table, total, _ ("All"), FALSE);
  assay_listing_end_total (table);
  return assay_listing_finish (table, error);
}

/* Supplier and product, and the interval where none was named, are the book's. */
static gboolean
resolve (AssayDb *db, const Words *words, AssayDefectQuestion *question, GError **error)
{
  if ((words->supplier != NULL
       && !assay_find_record (db, ASSAY_TYPE_SUPPLIER, words->supplier, &question->supplier, error))
      || (words->product != NULL
          && !assay_find_record (db, ASSAY_TYPE_PRODUCT, words->product, &question->product,
                                 error)))
    return FALSE;
  return words->interval != NULL || assay_defect_interval_read (db, &question->interval, error);
}

static gboolean
read_words (const Words *words, AssayDefectQuestion *question)
{
  AssayDefectFigure figure;
  gint32 today;

  for (gsize i = 0; words->by != NULL && i < G_N_ELEMENTS (groupings); i++)
    if (g_str_equal (groupings[i].word, words->by))
      question->by = groupings[i].by;
  if (words->by != NULL && question->by == ASSAY_GROUP_NONE)
    {
      assay_usage_wrong (
          &usage, _ ("--by takes supplier, product, month, country, mode, kind or class, not “%s”"),
          words->by);
      return FALSE;
    }
  if (words->interval != NULL
      && !assay_defect_interval_parse (words->interval, &question->interval))
    {
      assay_usage_wrong (&usage, _ ("--interval takes wilson or exact, not “%s”"), words->interval);
      return FALSE;
    }
  if (words->explain != NULL && !assay_defect_figure_parse (words->explain, &figure))
    {
      assay_usage_wrong (&usage, _ ("--explain takes a column such as rate or dpmo, not “%s”"),
                         words->explain);
      return FALSE;
    }
  if (words->explain != NULL && (words->csv || words->by != NULL))
    {
      assay_usage_wrong (&usage, _ ("--explain goes with neither --csv nor --by; name a supplier "
                                    "or a product"));
      return FALSE;
    }
  return assay_usage_parse_date (&usage, "from", words->from, &question->from)
         && assay_usage_parse_date (&usage, "to", words->to, &question->to)
         && assay_usage_parse_date (&usage, "today", words->today, &today);
}

/**
 * assay_cli_defects:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_defects (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (AssayBook) book = NULL;
  g_autoptr (GError) error = NULL;
  AssayDefectQuestion question = { .with_classes = TRUE };
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &words.by,
      N_ ("supplier, product, month, country, mode, kind or class; one row over all unless given"),
      N_ ("GROUP") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &words.from, N_ ("Inspected on this day or later"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &words.to, N_ ("Inspected on this day or earlier"),
      N_ ("DATE") },
    { "supplier", 0, 0, G_OPTION_ARG_FILENAME, &words.supplier, N_ ("Only this supplier"),
      N_ ("NAME") },
    { "product", 0, 0, G_OPTION_ARG_FILENAME, &words.product, N_ ("Only this product"),
      N_ ("CODE") },
    { "interval", 0, 0, G_OPTION_ARG_STRING, &words.interval,
      N_ ("Intervals of shares: wilson or exact (Clopper–Pearson); as the book says unless given"),
      N_ ("INTERVAL") },
    { "explain", 0, 0, G_OPTION_ARG_STRING, &words.explain,
      N_ ("How a figure is computed, and of which inspections; the name of its column"),
      N_ ("FIGURE") },
    { "today", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &words.today, "", N_ ("DATE") },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &words.csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (!read_words (&words, &question))
    return ASSAY_EXIT_USAGE;
  book = assay_usage_open_book (arguments[0]);
  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  status = ASSAY_EXIT_DONE;
  if (!resolve (assay_book_get_reader (book), &words, &question, &error)
      || !(words.explain != NULL ? print_explanation : print) (assay_book_get_reader (book),
                                                               &question, &words, &error))
    status = assay_usage_refuse (arguments[0], error);
  assay_book_close (book, NULL);
  return status;
}
