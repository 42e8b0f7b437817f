/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay figures BOOK spend`: what was spent, with whom, where and on what. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/explain.h"
#include "cli/find-record.h"
#include "cli/json-members.h"
#include "cli/listing.h"
#include "cli/spend-json.h"
#include "cli/usage.h"
#include "insight/spend.h"
#include "record/date.h"
#include "record/format.h"

static const AssayUsage usage = {
  .name = "figures",
  .arguments = N_ ("BOOK spend"),
  .summary = N_ ("Prints what was spent, in the base currency of the book, by group."),
  .details
  = N_ ("Rows: group, spend (in units of the currency), share (0 to 1), lines, quantity. JSON has "
        "beside them currency, units, concentration (n, hhi, hhi_10000, effective_n, "
        "largest_share) and excluded, the lines left out by reason and currency.\n\nRows with "
        "--critical and no --by: product, name, spend, suppliers, largest_supplier, "
        "largest_supplier_share, supplier_hhi, supplier_effective_n, countries, largest_country, "
        "largest_country_share, country_hhi, country_effective_n, single_source; JSON has "
        "by_supplier and by_country too."),
  .min_arguments = 2,
  .max_arguments = 2,
};

static const struct
{
  const char *word;
  AssaySpendBy by;
} groupings[] = {
  { "supplier", ASSAY_SPEND_BY_SUPPLIER }, { "country", ASSAY_SPEND_BY_COUNTRY },
  { "product", ASSAY_SPEND_BY_PRODUCT },   { "category", ASSAY_SPEND_BY_CATEGORY },
  { "month", ASSAY_SPEND_BY_MONTH },       { "quarter", ASSAY_SPEND_BY_QUARTER },
};

/* As typed; texts are owned. */
typedef struct
{
  char *by;
  char *from;
  char *to;
  char *supplier;
  char *product;
  gboolean critical;
  gboolean explain;
  gboolean csv;
  gboolean json;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->by);
  g_free (words->from);
  g_free (words->to);
  g_free (words->supplier);
  g_free (words->product);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static JsonObject *
asked_json (const Words *words)
{
  JsonObject *asked = json_object_new ();

  json_object_set_string_member (asked, "command", "figures");
  json_object_set_string_member (asked, "figures", "spend");
  assay_json_set_text (asked, "by", words->by);
  json_object_set_boolean_member (asked, "critical", words->critical);
  assay_json_set_text (asked, "supplier", words->supplier);
  assay_json_set_text (asked, "product", words->product);
  assay_json_set_text (asked, "from", words->from);
  assay_json_set_text (asked, "to", words->to);
  return asked;
}

static AssayListing *
make_table (const Words *words,
            const AssayListingColumn *columns,
            guint n_columns,
            const char *definition,
            const char *currency,
            const GPtrArray *left_out)
{
  AssayListingForm form = words->json  ? ASSAY_LISTING_JSON
                          : words->csv ? ASSAY_LISTING_CSV
                                       : ASSAY_LISTING_TEXT;
  AssayListing *table = assay_listing_new (form, stdout, columns, n_columns);
  g_autofree char *shown = NULL;

  assay_listing_set_asked (table, asked_json (words));
  if (form == ASSAY_LISTING_TEXT)
    shown = assay_spend_notes (definition, left_out);
  assay_listing_set_definition (table, shown != NULL ? shown : definition);
  return table;
}

static void
add_row (AssayListing *table, const AssaySpend *spend, const AssaySpendRow *row, const char *shown)
{
  g_autofree char *amount = assay_money_format (row->amount, spend->currency);
  g_autofree char *share = isnan (row->share) ? NULL : assay_format_share (row->share, 1);

  assay_listing_add_shown (table, row->group, shown);
  assay_listing_add_real_shown (
      table, spend->has_base ? assay_money_to_units (row->amount, spend->currency) : NAN, amount);
  assay_listing_add_real_shown (table, row->share, share);
  assay_listing_add_integer (table, row->ids->len);
  assay_listing_add_integer (table, row->quantity);
}

/* The notes below the table begin with how concentrated it is. */
static char *
define (const AssaySpend *spend)
{
  const AssayConcentration *found = &spend->concentration;
  g_autofree char *index = assay_format_real (found->hhi, 4);
  g_autofree char *thousands = assay_format_number ((gint64)round (found->hhi * 10000));
  g_autofree char *effective = assay_format_real (found->effective, 2);

  if (isnan (found->hhi))
    return g_strdup (spend->definition);
  return g_strdup_printf (
      /* Translators: an index; the same from 0 to 10,000; a number such as 3.24; sentences. */
      _ ("Concentration index %s (%s of 10,000): as concentrated as %s equal ones. %s"), index,
      thousands, effective, spend->definition);
}

/* The sum, or with groups how concentrated they are. */
static gboolean
print_explanation (const AssaySpend *spend, const Words *words, GError **error)
{
  gboolean is_index = !isnan (spend->concentration.hhi);
  g_autoptr (AssayExplanation) explanation
      = is_index ? assay_spend_explain_concentration (spend) : assay_spend_explain (spend, NULL);

  return assay_explain_print (explanation, asked_json (words),
                              words->json ? ASSAY_LISTING_JSON : ASSAY_LISTING_TEXT, stdout, error);
}

static gboolean
print_spend (AssayDb *db, const AssaySpendQuestion *question, const Words *words, GError **error)
{
  const AssayListingColumn columns[] = {
    { "group", _ ("Group"), FALSE, 0 },      { "spend", _ ("Spend"), TRUE, 2 },
    { "share", _ ("Share"), TRUE, 3 },       { "lines", _ ("Lines"), TRUE, 0 },
    { "quantity", _ ("Quantity"), TRUE, 0 },
  };
  g_autoptr (AssaySpend) spend = assay_spend_figures (db, question, error);
  g_autoptr (AssayListing) table = NULL;
  g_autofree char *definition = NULL;

  if (spend == NULL)
    return FALSE;
  if (words->explain)
    return print_explanation (spend, words, error);
  definition = words->json ? g_strdup (spend->definition) : define (spend);
  table = make_table (words, columns, G_N_ELEMENTS (columns), definition, spend->currency,
                      spend->left_out);
  assay_listing_set_more (
      table, assay_spend_json (spend->currency, &spend->concentration, spend->left_out));
  for (guint i = 0; question->by != ASSAY_SPEND_BY_NONE && i < spend->rows->len; i++)
    {
      const AssaySpendRow *row = g_ptr_array_index (spend->rows, i);
      g_autofree char *shown = assay_spend_group_words (question->by, row->group);

      add_row (table, spend, row, shown);
      assay_listing_end_row (table);
    }
  add_row (table, spend, spend->total, _ ("All"));
  assay_listing_end_total (table);
  return assay_listing_finish (table, error);
}

static void
add_shares (AssayListing *table,
            AssaySpendBy by,
            const GPtrArray *rows,
            const AssayConcentration *found)
{
  const AssaySpendRow *first = rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;
  gboolean known = first != NULL && first->group != NULL && !isnan (found->hhi);
  g_autofree char *name = known ? assay_spend_group_words (by, first->group) : NULL;
  g_autofree char *share = known ? assay_format_share (first->share, 1) : NULL;

  assay_listing_add_integer (table, (gint64)found->n);
  assay_listing_add_shown (table, known ? first->group : NULL, name);
  assay_listing_add_real_shown (table, known ? first->share : NAN, share);
  assay_listing_add_real (table, found->hhi);
  assay_listing_add_real (table, found->effective);
}

static void
add_product (AssayListing *table,
             const AssayCriticalProduct *product,
             gboolean has_base,
             const char *currency)
{
  g_autofree char *amount = assay_money_format (product->amount, currency);

  assay_listing_add_text (table, product->code);
  assay_listing_add_text (table, product->name);
  assay_listing_add_real_shown (
      table, has_base ? assay_money_to_units (product->amount, currency) : NAN, amount);
  add_shares (table, ASSAY_SPEND_BY_SUPPLIER, product->suppliers, &product->by_supplier);
  add_shares (table, ASSAY_SPEND_BY_COUNTRY, product->countries, &product->by_country);
  if (isnan (product->by_supplier.hhi))
    assay_listing_add_unknown (table);
  else
    assay_listing_add_flag (table, product->single_source);
}

static gboolean
print_critical (AssayDb *db, const AssaySpendQuestion *question, const Words *words, GError **error)
{
  const AssayListingColumn columns[] = {
    { "product", _ ("Product"), FALSE, 0 },
    { "name", NULL, FALSE, 0 },
    { "spend", _ ("Spend"), TRUE, 2 },
    { "suppliers", _ ("Suppliers"), TRUE, 0 },
    { "largest_supplier", _ ("Largest"), FALSE, 0 },
    { "largest_supplier_share", _ ("Share"), TRUE, 3 },
    { "supplier_hhi", _ ("Index"), TRUE, 4 },
    { "supplier_effective_n", NULL, TRUE, 2 },
    { "countries", _ ("Countries"), TRUE, 0 },
    { "largest_country", _ ("Largest"), FALSE, 0 },
    { "largest_country_share", _ ("Share"), TRUE, 3 },
    { "country_hhi", _ ("Index"), TRUE, 4 },
    { "country_effective_n", NULL, TRUE, 2 },
    { "single_source", _ ("Single source"), FALSE, 0 },
    { "by_supplier", NULL, FALSE, 0 },
    { "by_country", NULL, FALSE, 0 },
  };
  guint n_columns = G_N_ELEMENTS (columns) - (words->json ? 0 : 2);
  g_autoptr (AssayCriticalSpend) critical = assay_spend_critical (db, question, error);
  g_autoptr (AssayListing) table = NULL;

  if (critical == NULL)
    return FALSE;
  table = make_table (words, columns, n_columns, critical->definition, critical->currency,
                      critical->left_out);
  assay_listing_set_more (table, assay_spend_json (critical->currency, NULL, critical->left_out));
  for (guint i = 0; i < critical->products->len; i++)
    {
      const AssayCriticalProduct *product = g_ptr_array_index (critical->products, i);

      add_product (table, product, critical->has_base, critical->currency);
      if (words->json)
        {
          assay_listing_add_list (table,
                                  assay_spend_json_rows (product->suppliers, critical->currency));
          assay_listing_add_list (table,
                                  assay_spend_json_rows (product->countries, critical->currency));
        }
      assay_listing_end_row (table);
    }
  return assay_listing_finish (table, error);
}

static gboolean
read_words (const Words *words, AssaySpendQuestion *question)
{
  if (!assay_usage_parse_date (&usage, "from", words->from, &question->from)
      || !assay_usage_parse_date (&usage, "to", words->to, &question->to))
    return FALSE;
  question->critical = words->critical;
  for (gsize i = 0; words->by != NULL && i < G_N_ELEMENTS (groupings); i++)
    if (g_str_equal (groupings[i].word, words->by))
      question->by = groupings[i].by;
  if (words->by == NULL || question->by != ASSAY_SPEND_BY_NONE)
    return TRUE;
  assay_usage_wrong (
      &usage, _ ("--by takes supplier, country, product, category, month or quarter, not “%s”"),
      words->by);
  return FALSE;
}

static int
print (const char *path, const Words *words, AssaySpendQuestion *question)
{
  g_autoptr (AssayBook) book = assay_usage_open_book (path);
  g_autoptr (GError) error = NULL;
  int status = ASSAY_EXIT_DONE;
  AssayDb *db;

  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  db = assay_book_get_reader (book);
  if ((words->supplier != NULL
       && !assay_find_record (db, ASSAY_TYPE_SUPPLIER, words->supplier, &question->supplier,
                              &error))
      || (words->product != NULL
          && !assay_find_record (db, ASSAY_TYPE_PRODUCT, words->product, &question->product,
                                 &error))
      || !(words->critical && words->by == NULL && !words->explain
               ? print_critical (db, question, words, &error)
               : print_spend (db, question, words, &error)))
    status = assay_usage_refuse (path, error);
  assay_book_close (book, NULL);
  return status;
}

/**
 * assay_cli_spend:
 * @argc: number of arguments
 * @argv: the arguments of `assay figures`, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_spend (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_auto (GStrv) arguments = NULL;
  AssaySpendQuestion question = { 0 };
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &words.by,
      N_ ("supplier, country, product, category, month or quarter; only the sum unless given"),
      N_ ("GROUP") },
    { "critical", 0, 0, G_OPTION_ARG_NONE, &words.critical,
      N_ ("Only critical products; without --by how much each depends on whom"), NULL },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &words.from, N_ ("Ordered on this day or later"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &words.to, N_ ("Ordered on this day or earlier"),
      N_ ("DATE") },
    { "supplier", 0, 0, G_OPTION_ARG_FILENAME, &words.supplier, N_ ("Only this supplier"),
      N_ ("NAME") },
    { "product", 0, 0, G_OPTION_ARG_FILENAME, &words.product, N_ ("Only this product"),
      N_ ("CODE") },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &words.explain,
      N_ ("How the sum came about, or with --by how concentrated it is"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &words.csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (!read_words (&words, &question))
    return ASSAY_EXIT_USAGE;
  if (words.explain && words.csv)
    return assay_usage_wrong (&usage, _ ("there is no CSV of --explain"));
  return print (arguments[0], &words, &question);
}
