/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay duplicates`: suppliers that may be one. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/find-record.h"
#include "cli/json-members.h"
#include "cli/listing.h"
#include "cli/usage.h"
#include "insight/duplicates.h"

static const AssayUsage usage = {
  .name = "duplicates",
  .arguments = N_ ("BOOK"),
  .summary = N_ ("Prints suppliers that may be one, the likeliest first, with what says so."),
  .details
  = N_ ("Compared are registration and tax number, code, name without legal form, case, marks and "
        "script, other names, mail domain, website and telephone, contacts included. “assay merge” "
        "makes one of two.\n\nRows in JSON and CSV: keep, keep_records, other, other_records (how "
        "many records refer to each), likelihood (very_likely, likely, possible), score, words; in "
        "JSON also keep_id, other_id and reasons: registration, tax_number, name, name_words, "
        "near_name, code, mail, mail_domain, website, mail_website, phone; other_registration, "
        "other_tax_number and other_country speak against it."),
  .min_arguments = 1,
  .max_arguments = 1,
};

typedef struct
{
  char *supplier;
  gboolean csv;
  gboolean json;
} Words;

static const char *
likelihood (int score)
{
  return score >= 80 ? "very_likely" : score >= 50 ? "likely" : "possible";
}

static JsonArray *
reasons_json (AssayLikenessReasons reasons)
{
  g_auto (GStrv) names = assay_likeness_names (reasons);
  JsonArray *array = json_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    json_array_add_string_element (array, names[i]);
  return array;
}

static AssayListing *
make_listing (const Words *words)
{
  static const AssayListingColumn columns[] = {
    { "keep", N_ ("Supplier"), FALSE, 0 },
    { "keep_records", N_ ("Records"), TRUE, 0 },
    { "other", N_ ("Perhaps the same"), FALSE, 0 },
    { "other_records", N_ ("Records"), TRUE, 0 },
    { "likelihood", N_ ("Likelihood"), FALSE, 0 },
    { "score", NULL, TRUE, 0 },
    { "words", N_ ("Why"), FALSE, 0 },
    { "keep_id", NULL, TRUE, 0 },
    { "other_id", NULL, TRUE, 0 },
    { "reasons", NULL, FALSE, 0 },
  };
  AssayListingColumn shown[G_N_ELEMENTS (columns)];
  AssayListingForm form = words->json  ? ASSAY_LISTING_JSON
                          : words->csv ? ASSAY_LISTING_CSV
                                       : ASSAY_LISTING_TEXT;
  AssayListing *listing;
  JsonObject *asked = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      shown[i] = columns[i];
      shown[i].heading = columns[i].heading != NULL ? _ (columns[i].heading) : NULL;
    }
  listing = assay_listing_new (form, stdout, shown, G_N_ELEMENTS (columns) - (words->json ? 0 : 3));
  json_object_set_string_member (asked, "command", "duplicates");
  assay_json_set_text (asked, "supplier", words->supplier);
  assay_listing_set_asked (listing, asked);
  assay_listing_set_definition (
      listing,
      _ ("Two suppliers that share a number, a name but for its spelling, a mail domain, a "
         "website or a telephone number may be one; whether they are is yours to say."));
  return listing;
}

static gboolean
print (AssayDb *db, gint64 supplier, const Words *words, GError **error)
{
  g_autoptr (GPtrArray) found = assay_duplicates_find (db, supplier, NULL, error);
  g_autoptr (AssayListing) listing = NULL;

  if (found == NULL)
    return FALSE;
  listing = make_listing (words);
  for (guint i = 0; i < found->len; i++)
    {
      const AssayDuplicate *pair = g_ptr_array_index (found, i);
      g_autofree char *why = assay_likeness_words (pair->reasons);

      assay_listing_add_text (listing, pair->keep.name);
      assay_listing_add_integer (listing, pair->keep.records);
      assay_listing_add_text (listing, pair->other.name);
      assay_listing_add_integer (listing, pair->other.records);
      assay_listing_add_shown (listing, likelihood (pair->score),
                               assay_likeness_degree (pair->score));
      assay_listing_add_integer (listing, pair->score);
      assay_listing_add_text (listing, why);
      if (words->json)
        {
          assay_listing_add_integer (listing, pair->keep.id);
          assay_listing_add_integer (listing, pair->other.id);
          assay_listing_add_list (listing, reasons_json (pair->reasons));
        }
      assay_listing_end_row (listing);
    }
  return assay_listing_finish (listing, error);
}

/**
 * assay_cli_duplicates:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_duplicates (int argc, char **argv)
{
  Words words = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autofree char *supplier = NULL;
  g_autoptr (AssayBook) book = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "supplier", 0, 0, G_OPTION_ARG_FILENAME, &supplier, N_ ("Only those like this supplier"),
      N_ ("NAME") },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &words.csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status = ASSAY_EXIT_DONE;
  gint64 id = 0;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  words.supplier = supplier;
  book = assay_usage_open_book (arguments[0]);
  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  if ((supplier != NULL
       && !assay_find_record (assay_book_get_reader (book), ASSAY_TYPE_SUPPLIER, supplier, &id,
                              &error))
      || !print (assay_book_get_reader (book), id, &words, &error))
    status = assay_usage_refuse (arguments[0], error);
  assay_book_close (book, NULL);
  return status;
}
