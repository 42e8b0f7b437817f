/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay figures BOOK materials`: what bills of materials add up to. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/find-record.h"
#include "cli/json-members.h"
#include "cli/listing.h"
#include "cli/usage.h"
#include "insight/bill-of-materials.h"
#include "store/query.h"
#include "store/records.h"

static const AssayUsage usage = {
  .name = "figures",
  .arguments = N_ ("BOOK materials"),
  .summary = N_ ("Prints what the components of each product weigh together, held against the "
                 "weight of the product."),
  .details = N_ (
      "Rows: product, name, variant (the one that is meant where variants differ), state (empty, "
      "unweighed, no_piece, heavier, incomplete, lighter, agrees), components, unweighed, mass_g, "
      "product_mass_g, material_g (with what is cut away), without_waste, packaging_g, hardware, "
      "hardware_named, sentence.\n\nWhat is not known is null in JSON and empty in CSV."),
  .min_arguments = 2,
  .max_arguments = 2,
};

static AssayListing *
make_table (AssayListingForm form, const char *product)
{
  const AssayListingColumn columns[] = {
    { "product", _ ("Product"), FALSE, 0 },
    { "name", _ ("Name"), FALSE, 0 },
    { "variant", NULL, FALSE, 0 },
    { "state", _ ("State"), FALSE, 0 },
    { "components", _ ("Components"), TRUE, 0 },
    { "unweighed", _ ("Unweighed"), TRUE, 0 },
    { "mass_g", _ ("Weight, g"), TRUE, 1 },
    { "product_mass_g", _ ("Product, g"), TRUE, 0 },
    { "material_g", _ ("Material, g"), TRUE, 1 },
    { "without_waste", NULL, TRUE, 0 },
    { "packaging_g", _ ("Packaging, g"), TRUE, 1 },
    { "hardware", NULL, TRUE, 0 },
    { "hardware_named", NULL, TRUE, 0 },
    { "sentence", NULL, FALSE, 0 },
  };
  AssayListing *table = assay_listing_new (form, stdout, columns, G_N_ELEMENTS (columns));
  JsonObject *asked = json_object_new (), *more = json_object_new ();
  JsonObject *units = json_object_new ();

  json_object_set_string_member (asked, "command", "figures");
  json_object_set_string_member (asked, "figures", "materials");
  assay_json_set_text (asked, "product", product);
  json_object_set_string_member (units, "mass_g", "grams");
  json_object_set_string_member (units, "product_mass_g", "grams");
  json_object_set_string_member (units, "material_g", "grams");
  json_object_set_string_member (units, "packaging_g", "grams");
  json_object_set_object_member (more, "units", units);
  assay_listing_set_asked (table, asked);
  assay_listing_set_more (table, more);
  assay_listing_set_definition (table, assay_bill_definition ());
  return table;
}

static void
add_bill (AssayListing *table, const AssayRecord *product, const AssayBill *bill)
{
  g_autofree char *sentence = assay_bill_dup_words (bill);

  assay_listing_add_text (table, assay_record_get_text (product, ASSAY_PRODUCT_CODE));
  assay_listing_add_text (table, assay_record_get_text (product, ASSAY_PRODUCT_NAME));
  assay_listing_add_text (table, bill->variant_name);
  assay_listing_add_text (table, assay_bill_state_name (bill->state));
  assay_listing_add_integer (table, bill->n);
  assay_listing_add_integer (table, bill->n_unweighed);
  assay_listing_add_real (table, bill->mass);
  assay_listing_add_real (table, bill->piece);
  assay_listing_add_real (table, bill->material);
  assay_listing_add_integer (table, bill->n_no_waste);
  assay_listing_add_real (table, bill->packaging);
  assay_listing_add_integer (table, bill->n_hardware);
  assay_listing_add_integer (table, bill->n_named);
  assay_listing_add_text (table, sentence);
  assay_listing_end_row (table);
}

/* Products without a component have no bill, unless one is asked for. */
static gboolean
print_bills (AssayDb *db, gint64 product, AssayListing *table, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_PRODUCT);
  g_autoptr (GPtrArray) products = NULL;

  assay_query_set_sort (query, ASSAY_PRODUCT_CODE, FALSE);
  products = assay_query_run_records (query, db, 0, error);
  if (products == NULL)
    return FALSE;
  for (guint i = 0; i < products->len; i++)
    {
      const AssayRecord *record = g_ptr_array_index (products, i);
      g_autoptr (AssayBill) bill = NULL;

      if (product != 0 && assay_record_get_id (record) != product)
        continue;
      bill = assay_bill_read (db, assay_record_get_id (record), error);
      if (bill == NULL)
        return FALSE;
      if (product != 0 || bill->state != ASSAY_BILL_EMPTY)
        add_bill (table, record, bill);
    }
  return assay_listing_finish (table, error);
}

static int
print (const char *path, const char *words, AssayListingForm form)
{
  g_autoptr (AssayBook) book = assay_usage_open_book (path);
  g_autoptr (GError) error = NULL;
  int status = ASSAY_EXIT_DONE;
  gint64 product = 0;
  AssayDb *db;

  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  db = assay_book_get_reader (book);
  if (words != NULL && !assay_find_record (db, ASSAY_TYPE_PRODUCT, words, &product, &error))
    status = assay_usage_refuse (path, error);
  else
    {
      g_autoptr (AssayListing) table = make_table (form, words);

      if (!print_bills (db, product, table, &error))
        status = assay_usage_refuse (path, error);
    }
  assay_book_close (book, NULL);
  return status;
}

/**
 * assay_cli_materials:
 * @argc: number of arguments
 * @argv: the arguments of `assay figures`, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_materials (int argc, char **argv)
{
  g_autofree char *product = NULL;
  gboolean csv = FALSE, json = FALSE;
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "product", 0, 0, G_OPTION_ARG_FILENAME, &product,
      N_ ("Only this product; all with components unless given"), N_ ("CODE") },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  return print (arguments[0], product,
                json  ? ASSAY_LISTING_JSON
                : csv ? ASSAY_LISTING_CSV
                      : ASSAY_LISTING_TEXT);
}
