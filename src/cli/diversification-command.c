/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay figures BOOK diversification`: whom critical products depend on. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/find-record.h"
#include "cli/json-members.h"
#include "cli/listing.h"
#include "cli/usage.h"
#include "insight/diversification.h"
#include "insight/spend.h"
#include "record/format.h"

static const AssayUsage usage = {
  .name = "figures",
  .arguments = N_ ("BOOK diversification"),
  .summary = N_ ("Prints from whom and from where critical products can come, and which have a "
                 "single source."),
  .details = N_ (
      "Rows by product, those most to worry about first: product, name, sourcing (none, single, "
      "one_country, unsure, spread), suppliers, countries, words; JSON has sources too, a list of "
      "supplier, country, lines, quantity and reasons (ordered, main, sample).\n\nRows with --by "
      "supplier or --by country: group, products, share (0 to 1, of the critical products with a "
      "source), only (products that can come from nowhere else). JSON has beside them critical, "
      "sourced, without_source, single_source and one_country, numbers of products."),
  .min_arguments = 2,
  .max_arguments = 2,
};

/* As typed; texts are owned. */
typedef struct
{
  char *by;
  char *from;
  char *to;
  char *supplier;
  char *product;
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

static AssayListing *
make_listing (const Words *words,
              const AssayDiversification *answer,
              const AssayListingColumn *columns,
              guint n)
{
  AssayListingForm form = words->json  ? ASSAY_LISTING_JSON
                          : words->csv ? ASSAY_LISTING_CSV
                                       : ASSAY_LISTING_TEXT;
  AssayListing *listing = assay_listing_new (form, stdout, columns, n);
  JsonObject *asked = json_object_new (), *more = json_object_new ();

  json_object_set_string_member (asked, "command", "figures");
  json_object_set_string_member (asked, "figures", "diversification");
  assay_json_set_text (asked, "by", words->by != NULL ? words->by : "product");
  assay_json_set_text (asked, "supplier", words->supplier);
  assay_json_set_text (asked, "product", words->product);
  assay_json_set_text (asked, "from", words->from);
  assay_json_set_text (asked, "to", words->to);
  assay_listing_set_asked (listing, asked);
  json_object_set_int_member (more, "critical", answer->critical);
  json_object_set_int_member (more, "sourced", answer->sourced);
  json_object_set_int_member (more, "without_source", answer->none);
  json_object_set_int_member (more, "single_source", answer->single);
  json_object_set_int_member (more, "one_country", answer->one_country);
  assay_listing_set_more (listing, more);
  assay_listing_set_definition (listing, answer->definition);
  return listing;
}

static JsonArray *
sources_json (const AssaySourcedProduct *product)
{
  static const AssaySourceReasons reasons[]
      = { ASSAY_SOURCE_ORDERED, ASSAY_SOURCE_MAIN, ASSAY_SOURCE_SAMPLE };
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < product->sources->len; i++)
    {
      const AssaySource *source = g_ptr_array_index (product->sources, i);
      JsonObject *object = json_object_new ();
      JsonArray *why = json_array_new ();

      for (guint j = 0; j < G_N_ELEMENTS (reasons); j++)
        if (source->reasons & reasons[j])
          json_array_add_string_element (why, assay_source_reason_name (reasons[j]));
      assay_json_set_text (object, "supplier", source->name);
      assay_json_set_text (object, "country", source->country);
      json_object_set_int_member (object, "lines", source->lines);
      if (source->quantity >= 0)
        json_object_set_int_member (object, "quantity", source->quantity);
      else
        json_object_set_null_member (object, "quantity");
      json_object_set_array_member (object, "reasons", why);
      json_array_add_object_element (array, object);
    }
  return array;
}

static gboolean
print_products (const AssayDiversification *answer, const Words *words, GError **error)
{
  const AssayListingColumn columns[] = {
    { "product", _ ("Product"), FALSE, 0 },
    { "name", _ ("Name"), FALSE, 0 },
    { "sourcing", NULL, FALSE, 0 },
    { "suppliers", _ ("Suppliers"), TRUE, 0 },
    { "countries", _ ("Countries"), TRUE, 0 },
    { "words", _ ("Sourcing"), FALSE, 0 },
    { "sources", NULL, FALSE, 0 },
  };
  g_autoptr (AssayListing) listing
      = make_listing (words, answer, columns, G_N_ELEMENTS (columns) - (words->json ? 0 : 1));

  for (guint i = 0; i < answer->products->len; i++)
    {
      const AssaySourcedProduct *product = g_ptr_array_index (answer->products, i);
      g_autofree char *said = assay_sourcing_words (product);

      assay_listing_add_text (listing, product->code);
      assay_listing_add_text (listing, product->name);
      assay_listing_add_text (listing, assay_sourcing_name (product->sourcing));
      assay_listing_add_integer (listing, product->sources->len);
      assay_listing_add_integer (listing, product->countries);
      assay_listing_add_text (listing, said);
      if (words->json)
        assay_listing_add_list (listing, sources_json (product));
      assay_listing_end_row (listing);
    }
  return assay_listing_finish (listing, error);
}

static gboolean
print_groups (const AssayDiversification *answer,
              const GPtrArray *rows,
              AssaySpendBy by,
              const Words *words,
              GError **error)
{
  const AssayListingColumn columns[] = {
    { "group", by == ASSAY_SPEND_BY_SUPPLIER ? _ ("Supplier") : _ ("Country"), FALSE, 0 },
    { "products", _ ("Critical products"), TRUE, 0 },
    { "share", _ ("Share"), TRUE, 3 },
    { "only", _ ("Only from here"), TRUE, 0 },
  };
  g_autoptr (AssayListing) listing = make_listing (words, answer, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < rows->len; i++)
    {
      const AssayDependence *row = g_ptr_array_index (rows, i);
      g_autofree char *group = assay_spend_group_words (by, row->group);
      g_autofree char *share = assay_format_share (row->share, 1);

      assay_listing_add_shown (listing, row->group, group);
      assay_listing_add_integer (listing, row->products);
      assay_listing_add_real_shown (listing, row->share, share);
      assay_listing_add_integer (listing, row->only);
      assay_listing_end_row (listing);
    }
  return assay_listing_finish (listing, error);
}

static gboolean
print (AssayDb *db,
       const AssayDiversificationQuestion *question,
       const Words *words,
       GError **error)
{
  g_autoptr (AssayDiversification) answer = assay_diversification_ask (db, question, error);

  if (answer == NULL)
    return FALSE;
  if (g_strcmp0 (words->by, "supplier") == 0)
    return print_groups (answer, answer->by_supplier, ASSAY_SPEND_BY_SUPPLIER, words, error);
  if (g_strcmp0 (words->by, "country") == 0)
    return print_groups (answer, answer->by_country, ASSAY_SPEND_BY_COUNTRY, words, error);
  return print_products (answer, words, error);
}

static int
run (const char *path, const Words *words, AssayDiversificationQuestion *question)
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
      || !print (db, question, words, &error))
    status = assay_usage_refuse (path, error);
  assay_book_close (book, NULL);
  return status;
}

/**
 * assay_cli_diversification:
 * @argc: number of arguments
 * @argv: the arguments of `assay figures`, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_diversification (int argc, char **argv)
{
  static const char *const groupings[] = { "product", "supplier", "country", NULL };
  g_auto (Words) words = { 0 };
  g_auto (GStrv) arguments = NULL;
  AssayDiversificationQuestion question = { 0 };
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &words.by,
      N_ ("product, supplier or country; product unless given"), N_ ("GROUP") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &words.from, N_ ("Ordered on this day or later"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &words.to, N_ ("Ordered on this day or earlier"),
      N_ ("DATE") },
    { "supplier", 0, 0, G_OPTION_ARG_FILENAME, &words.supplier,
      N_ ("Only products that can come from this supplier"), N_ ("NAME") },
    { "product", 0, 0, G_OPTION_ARG_FILENAME, &words.product, N_ ("Only this product"),
      N_ ("CODE") },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &words.csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (words.by != NULL && !g_strv_contains (groupings, words.by))
    return assay_usage_wrong (&usage, _ ("--by takes product, supplier or country, not “%s”"),
                              words.by);
  if (!assay_usage_parse_date (&usage, "from", words.from, &question.from)
      || !assay_usage_parse_date (&usage, "to", words.to, &question.to))
    return ASSAY_EXIT_USAGE;
  return run (arguments[0], &words, &question);
}
