/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay tests`: results of tests over rounds of samples and over suppliers. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/find-record.h"
#include "cli/json-members.h"
#include "cli/listing.h"
#include "cli/usage.h"
#include "insight/test-series.h"
#include "store/sample-verdict.h"

static const AssayUsage usage = {
  .name = "tests",
  .arguments = N_ ("BOOK"),
  .summary = N_ ("Prints the results of tests of samples side by side, over rounds and suppliers."),
  .details
  = N_ ("Rows in JSON and CSV: test, method, unit, supplier, round, sample, n, value, bound, "
        "least, greatest, lower, upper, result, failed. value is what was held against the limit, "
        "in the unit of the test; grades half-way between two are .5. bound is “at_least” or "
        "“at_most” where a result lies beyond the end of the measurement. result is pass, fail or "
        "pending; failed is how many specimens alone would not pass.\n\n"
        "Tests without a number (pass or fail) and without a result are left out; see “assay list "
        "BOOK sample_test”. What is not known is null in JSON and empty in CSV."),
  .min_arguments = 1,
  .max_arguments = 1,
};

typedef struct
{
  char *product;
  char *supplier;
  char *test;
  gboolean csv, json;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->product);
  g_free (words->supplier);
  g_free (words->test);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* In the unit of the test; @none is not known. */
static double
real (gint64 thousandths, gint64 none)
{
  return thousandths != none ? (double)thousandths / 1000.0 : NAN;
}

static void
add_point (AssayListing *listing, const AssayTestSeries *series, const AssayTestPoint *point)
{
  const AssayTestVerdict *verdict = &point->verdict;
  gboolean lower = point->limits.kind != ASSAY_LIMIT_AT_MOST;
  gboolean upper = point->limits.kind != ASSAY_LIMIT_AT_LEAST;

  assay_listing_add_text (listing, series->title);
  assay_listing_add_text (listing, *series->method != '\0' ? series->method : NULL);
  assay_listing_add_text (listing, series->unit);
  assay_listing_add_text (listing, point->supplier_name);
  assay_listing_add_text (listing, point->round);
  assay_listing_add_text (listing, point->number);
  assay_listing_add_integer (listing, verdict->n);
  assay_listing_add_real_shown (listing, real (verdict->value, G_MININT64), point->value);
  assay_listing_add_text (listing, verdict->bound > 0   ? "at_least"
                                   : verdict->bound < 0 ? "at_most"
                                                        : NULL);
  assay_listing_add_real (listing, real (verdict->least, G_MININT64));
  assay_listing_add_real (listing, real (verdict->most, G_MININT64));
  assay_listing_add_real_shown (listing, lower ? real (point->limits.lower, G_MININT64) : NAN,
                                point->limit);
  assay_listing_add_real (listing, upper ? real (point->limits.upper, G_MAXINT64) : NAN);
  assay_listing_add_text (listing, assay_test_outcome_to_string (verdict->outcome));
  assay_listing_add_integer (listing, verdict->n_failed);
  assay_listing_end_row (listing);
}

static AssayListing *
new_listing (const Words *words)
{
  const AssayListingColumn columns[] = {
    { "test", _ ("Test"), FALSE, 0 },
    { "method", NULL, FALSE, 0 },
    { "unit", NULL, FALSE, 0 },
    { "supplier", _ ("Supplier"), FALSE, 0 },
    { "round", _ ("Round"), FALSE, 0 },
    { "sample", _ ("Sample"), FALSE, 0 },
    { "n", "n", TRUE, 0 },
    { "value", _ ("Value"), TRUE, 3 },
    { "bound", NULL, FALSE, 0 },
    { "least", NULL, TRUE, 3 },
    { "greatest", NULL, TRUE, 3 },
    { "lower", _ ("Limit"), FALSE, 3 },
    { "upper", NULL, TRUE, 3 },
    { "result", _ ("Result"), FALSE, 0 },
    { "failed", NULL, TRUE, 0 },
  };
  AssayListing *listing = assay_listing_new (words->json  ? ASSAY_LISTING_JSON
                                             : words->csv ? ASSAY_LISTING_CSV
                                                          : ASSAY_LISTING_TEXT,
                                             stdout, columns, G_N_ELEMENTS (columns));
  JsonObject *asked = json_object_new ();

  json_object_set_string_member (asked, "command", "tests");
  assay_json_set_text (asked, "product", words->product);
  assay_json_set_text (asked, "supplier", words->supplier);
  assay_json_set_text (asked, "test", words->test);
  assay_listing_set_asked (listing, asked);
  assay_listing_set_definition (listing, assay_test_series_definition ());
  return listing;
}

static gboolean
matches (const AssayTestSeries *series, const char *test)
{
  g_autofree char *title = g_utf8_casefold (series->title, -1);
  g_autofree char *wanted = test != NULL ? g_utf8_casefold (test, -1) : NULL;

  return wanted == NULL || strstr (title, wanted) != NULL;
}

static gboolean
print_tests (AssayDb *db, const Words *words, GError **error)
{
  AssayTestQuestion question = { 0, 0 };
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (AssayListing) listing = NULL;
  guint n = 0;

  if ((words->product != NULL
       && !assay_find_record (db, ASSAY_TYPE_PRODUCT, words->product, &question.product, error))
      || (words->supplier != NULL
          && !assay_find_record (db, ASSAY_TYPE_SUPPLIER, words->supplier, &question.supplier,
                                 error)))
    return FALSE;
  all = assay_test_series_read (db, &question, error);
  if (all == NULL)
    return FALSE;
  listing = new_listing (words);
  for (guint i = 0; i < all->len; i++)
    {
      const AssayTestSeries *series = g_ptr_array_index (all, i);

      if (!matches (series, words->test))
        continue;
      n++;
      for (guint j = 0; j < series->points->len; j++)
        add_point (listing, series, g_ptr_array_index (series->points, j));
    }
  if (words->test != NULL && n == 0)
    {
      g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE,
                   _ ("no test “%s” has a result in numbers"), words->test);
      return FALSE;
    }
  return assay_listing_finish (listing, error);
}

/**
 * assay_cli_tests:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_tests (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (AssayBook) book = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "product", 0, 0, G_OPTION_ARG_STRING, &words.product,
      N_ ("Only samples of this product: a code, a name or a key"), N_ ("PRODUCT") },
    { "supplier", 0, 0, G_OPTION_ARG_STRING, &words.supplier, N_ ("Only samples of this supplier"),
      N_ ("NAME") },
    { "test", 0, 0, G_OPTION_ARG_STRING, &words.test,
      N_ ("Only tests whose name holds these words"), N_ ("WORDS") },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &words.csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  book = assay_usage_open_book (arguments[0]);
  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  status = print_tests (assay_book_get_reader (book), &words, &error)
               ? ASSAY_EXIT_DONE
               : assay_usage_refuse (arguments[0], error);
  assay_book_close (book, NULL);
  return status;
}
