/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay diligence`: who is how far with due diligence, and item by item what answers it. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/find-record.h"
#include "cli/json-members.h"
#include "cli/listing.h"
#include "cli/usage.h"
#include "insight/diligence.h"

static const AssayUsage usage = {
  .name = "diligence",
  .arguments = N_ ("BOOK"),
  .summary
  = N_ ("Prints how far suppliers and products are with due diligence, and which items the "
        "book itself answers."),
  .details
  = N_ ("Rows in JSON and CSV: type (supplier or product), name, status, list, stage, items, done, "
        "not_applicable, open, needed_open, share (done of those that apply, from 0 to 1).\n\n"
        "Rows with --items, --supplier or --product: type, name, list, item, rule, months, needed, "
        "state (open, done or not_applicable), by (book, hand, or unknown while it is open), said, "
        "book (what answers it in the book, or what is missing). In JSON also records: type, id, "
        "words.\n\n"
        "What is not known is null in JSON and empty in CSV. Suppliers that are dropped and "
        "products that have ended are left out unless they are asked for."),
  .min_arguments = 1,
  .max_arguments = 1,
};

typedef struct
{
  char *supplier, *product, *list, *today; /* as typed; nullable */
  gboolean items, open, csv, json;
  AssayDiligenceQuestion question;
  AssayListingForm form;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->supplier);
  g_free (options->product);
  g_free (options->list);
  g_free (options->today);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static AssayListing *
new_listing (const Options *options, const AssayListingColumn *columns, guint n)
{
  AssayListing *listing = assay_listing_new (options->form, stdout, columns, n);
  JsonObject *asked = json_object_new ();
  g_autofree char *definition = assay_diligence_definition ();

  json_object_set_string_member (asked, "command", "diligence");
  assay_json_set_text (asked, "supplier", options->supplier);
  assay_json_set_text (asked, "product", options->product);
  assay_json_set_text (asked, "list", options->list);
  json_object_set_boolean_member (asked, "open", options->open);
  assay_json_set_date (asked, "today", options->question.today);
  assay_listing_set_asked (listing, asked);
  assay_listing_set_definition (listing, definition);
  return listing;
}

static void
add_who (AssayListing *listing, const AssayDiligence *diligence)
{
  const AssayRecordType *type = assay_record_type_get (diligence->type);

  assay_listing_add_shown (listing, type->name, assay_record_type_label (type));
  assay_listing_add_text (listing, diligence->title);
}

static void
add_list (AssayListing *listing, const AssayDiligence *diligence, const AssayDiligenceList *list)
{
  g_autofree char *shown = assay_diligence_count_words (&list->count);

  add_who (listing, diligence);
  assay_listing_add_text (listing, diligence->status);
  assay_listing_add_text (listing, list->name);
  assay_listing_add_text (listing, list->stage);
  assay_listing_add_integer (listing, list->count.n);
  assay_listing_add_integer (listing, list->count.done);
  assay_listing_add_integer (listing, list->count.not_applicable);
  assay_listing_add_integer (listing, list->count.open);
  assay_listing_add_integer (listing, list->count.needed);
  assay_listing_add_real_shown (listing, assay_diligence_share (&list->count), shown);
  assay_listing_end_row (listing);
}

static gboolean
print_lists (const GPtrArray *all, const Options *options, GError **error)
{
  const AssayListingColumn columns[] = {
    { "type", _ ("Type"), FALSE, 0 }, { "name", _ ("Name"), FALSE, 0 },
    { "status", NULL, FALSE, 0 },     { "list", _ ("List"), FALSE, 0 },
    { "stage", NULL, FALSE, 0 },      { "items", NULL, TRUE, 0 },
    { "done", NULL, TRUE, 0 },        { "not_applicable", NULL, TRUE, 0 },
    { "open", NULL, TRUE, 0 },        { "needed_open", _ ("Needed and open"), TRUE, 0 },
    { "share", _ ("Done"), TRUE, 2 },
  };
  g_autoptr (AssayListing) listing = new_listing (options, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < all->len; i++)
    {
      const AssayDiligence *one = g_ptr_array_index (all, i);

      for (guint j = 0; j < one->lists->len; j++)
        {
          const AssayDiligenceList *list = g_ptr_array_index (one->lists, j);

          if (!options->open || list->count.needed > 0)
            add_list (listing, one, list);
        }
    }
  return assay_listing_finish (listing, error);
}

static JsonArray *
records_to_json (const GPtrArray *proofs)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < proofs->len; i++)
    {
      const AssayDiligenceProof *proof = g_ptr_array_index (proofs, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "type", assay_record_type_get (proof->type)->name);
      json_object_set_int_member (object, "id", proof->id);
      assay_json_set_text (object, "words", proof->words);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
add_item (AssayListing *listing,
          const AssayDiligence *diligence,
          const AssayDiligenceList *list,
          const AssayDiligenceAnswer *answer,
          AssayListingForm form)
{
  const char *by = answer->state == ASSAY_DILIGENCE_OPEN ? NULL
                   : answer->check != 0                  ? "hand"
                                                         : "book";

  add_who (listing, diligence);
  assay_listing_add_text (listing, list->name);
  assay_listing_add_text (listing, answer->name);
  assay_listing_add_text (listing, answer->rule);
  if (answer->months > 0)
    assay_listing_add_integer (listing, answer->months);
  else
    assay_listing_add_unknown (listing);
  assay_listing_add_flag (listing, answer->needed);
  assay_listing_add_shown (listing, assay_diligence_state_name (answer->state),
                           assay_diligence_state_words (answer->state));
  assay_listing_add_text (listing, by);
  assay_listing_add_text (listing, answer->said);
  assay_listing_add_text (listing, answer->book);
  if (form == ASSAY_LISTING_JSON)
    assay_listing_add_list (listing, records_to_json (answer->proofs));
  assay_listing_end_row (listing);
}

static void
add_items (AssayListing *listing, const AssayDiligence *diligence, const Options *options)
{
  for (guint i = 0; i < diligence->lists->len; i++)
    {
      const AssayDiligenceList *list = g_ptr_array_index (diligence->lists, i);

      for (guint j = 0; j < list->answers->len; j++)
        {
          const AssayDiligenceAnswer *answer = g_ptr_array_index (list->answers, j);

          if (!options->open || answer->state == ASSAY_DILIGENCE_OPEN)
            add_item (listing, diligence, list, answer, options->form);
        }
    }
}

static gboolean
print_items (const GPtrArray *all, const Options *options, GError **error)
{
  const AssayListingColumn columns[] = {
    { "type", NULL, FALSE, 0 },
    { "name", _ ("Name"), FALSE, 0 },
    { "list", _ ("List"), FALSE, 0 },
    { "item", _ ("Item"), FALSE, 0 },
    { "rule", NULL, FALSE, 0 },
    { "months", NULL, TRUE, 0 },
    { "needed", _ ("Needed"), FALSE, 0 },
    { "state", _ ("State"), FALSE, 0 },
    { "by", NULL, FALSE, 0 },
    { "said", _ ("Said"), FALSE, 0 },
    { "book", _ ("In the book"), FALSE, 0 },
    { "records", NULL, FALSE, 0 },
  };
  guint lists = options->form == ASSAY_LISTING_JSON ? 1 : 0;
  g_autoptr (AssayListing) listing
      = new_listing (options, columns, G_N_ELEMENTS (columns) - 1 + lists);

  for (guint i = 0; i < all->len; i++)
    add_items (listing, g_ptr_array_index (all, i), options);
  return assay_listing_finish (listing, error);
}

/* One that is asked for by name is told of even where it is dropped or has ended. */
static gboolean
print_answer (AssayDb *db, Options *options, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  const char *name = options->supplier != NULL ? options->supplier : options->product;

  options->question.type = options->supplier != NULL  ? ASSAY_TYPE_SUPPLIER
                           : options->product != NULL ? ASSAY_TYPE_PRODUCT
                                                      : ASSAY_TYPE_NONE;
  if ((options->list != NULL
       && !assay_find_record (db, ASSAY_TYPE_DILIGENCE, options->list, &options->question.list,
                              error))
      || (name != NULL
          && !assay_find_record (db, options->question.type, name, &options->question.id, error)))
    return FALSE;
  if (name != NULL)
    {
      AssayDiligence *one = assay_diligence_read (db, &options->question, error);

      if (one == NULL)
        return FALSE;
      all = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_diligence_free);
      g_ptr_array_add (all, one);
    }
  else
    all = assay_diligence_read_all (db, &options->question, error);
  if (all == NULL)
    return FALSE;
  return options->items || name != NULL ? print_items (all, options, error)
                                        : print_lists (all, options, error);
}

static gboolean
read_options (Options *options)
{
  if (options->supplier != NULL && options->product != NULL)
    {
      assay_usage_wrong (&usage, _ ("--supplier and --product exclude each other"));
      return FALSE;
    }
  options->question.today = ASSAY_DATE_UNKNOWN;
  if (!assay_usage_parse_date (&usage, "today", options->today, &options->question.today))
    return FALSE;
  if (options->question.today == ASSAY_DATE_UNKNOWN)
    options->question.today = assay_date_today ();
  options->form = options->json  ? ASSAY_LISTING_JSON
                  : options->csv ? ASSAY_LISTING_CSV
                                 : ASSAY_LISTING_TEXT;
  return TRUE;
}

/**
 * assay_cli_diligence:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_diligence (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (AssayBook) book = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "supplier", 0, 0, G_OPTION_ARG_STRING, &options.supplier,
      N_ ("The items of this supplier: a name, a code or a key"), N_ ("SUPPLIER") },
    { "product", 0, 0, G_OPTION_ARG_STRING, &options.product,
      N_ ("The items of this product: a code, a name or a key"), N_ ("PRODUCT") },
    { "list", 0, 0, G_OPTION_ARG_STRING, &options.list, N_ ("By this list alone, in use or not"),
      N_ ("LIST") },
    { "items", 0, 0, G_OPTION_ARG_NONE, &options.items, N_ ("A row for each item"), NULL },
    { "open", 0, 0, G_OPTION_ARG_NONE, &options.open,
      N_ ("Only open items; without --items, lists with needed items open"), NULL },
    { "today", 0, 0, G_OPTION_ARG_FILENAME, &options.today,
      N_ ("Evidence as of this day instead of today"), N_ ("DATE") },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &options.csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (!read_options (&options))
    return ASSAY_EXIT_USAGE;
  book = assay_usage_open_book (arguments[0]);
  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  status = print_answer (assay_book_get_reader (book), &options, &error)
               ? ASSAY_EXIT_DONE
               : assay_usage_refuse (arguments[0], error);
  assay_book_close (book, NULL);
  return status;
}
