/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay claims`: how claims stand, what they need, and the recycled content of products. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/claims-json.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/find-record.h"
#include "cli/json-members.h"
#include "cli/listing.h"
#include "cli/usage.h"
#include "record/format.h"
#include "store/query.h"

static const AssayUsage usage = {
  .name = "claims",
  .arguments = N_ ("BOOK"),
  .summary = N_ ("Prints how the claims about products stand: what evidence each needs in its "
                 "markets, what of it is in the book and what is missing."),
  .details = N_ (
      "Rows in JSON and CSV: product, claim, kind, markets, state, in_use, standing (supported, "
      "unsupported, generic or no_kind), needs, needs_met, later_gaps, next_gap_on, why. In JSON "
      "also evidence (need, market, by, from, in_force, state, there, gap, source, records), "
      "words (found, verdict, market, in_force, words) and recycled, as below.\n\n"
      "Rows with --needs: product, claim, need, market, by, from, in_force, state (met, partly or "
      "missing), there, gap, source.\n\n"
      "Rows with --recycled, of each product with components: product, share (from 0 to 1), "
      "least, most, post_consumer, pre_consumer, unsaid, main_fabric, mass_g, product_mass_g, "
      "heavier, components, unweighed, unstated, reaches_5, reaches_20, reaches_50, reaches_95 "
      "(reached, missed or unknown), needed_kg, certified_kg, claimed_kg, missing_kg: of "
      "transaction certificates against orders.\n\n"
      "What is not known is null in JSON and empty in CSV."),
  .min_arguments = 1,
  .max_arguments = 1,
};

typedef struct
{
  char *product_words; /* nullable */
  char *today_words;   /* nullable */
  gboolean needs, recycled, csv, json;
  gint64 product; /* 0: all */
  gint32 today;
  AssayListingForm form;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->product_words);
  g_free (options->today_words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static AssayListing *
new_listing (const Options *options,
             const AssayListingColumn *columns,
             guint n,
             const char *definition)
{
  AssayListing *listing = assay_listing_new (options->form, stdout, columns, n);
  JsonObject *asked = json_object_new ();

  json_object_set_string_member (asked, "command", "claims");
  assay_json_set_text (asked, "product", options->product_words);
  assay_json_set_date (asked, "today", options->today);
  assay_listing_set_asked (listing, asked);
  assay_listing_set_definition (listing, definition);
  return listing;
}

static const char *
product_of (const AssayClaimSupport *support)
{
  return assay_record_get_reference_title (support->claim, ASSAY_CLAIM_PRODUCT);
}

static void
add_day (AssayListing *listing, gint32 day)
{
  g_autofree char *iso = day != ASSAY_DATE_UNKNOWN ? assay_date_format_iso (day) : NULL;

  assay_listing_add_text (listing, iso);
}

static void
add_claim (AssayListing *listing, const AssayClaimSupport *support, AssayListingForm form)
{
  g_autofree char *why = assay_claim_support_dup_why (support);
  g_autofree char *met = g_strdup_printf (_ ("%u of %u"), support->n_met, support->n_needs);
  const char *state = assay_record_get_text (support->claim, ASSAY_CLAIM_STATE);

  assay_listing_add_text (listing, product_of (support));
  assay_listing_add_text (listing, assay_record_get_text (support->claim, ASSAY_CLAIM_WORDING));
  assay_listing_add_text (listing, support->kind_name);
  assay_listing_add_text (listing, assay_record_get_text (support->claim, ASSAY_CLAIM_MARKETS));
  assay_listing_add_text (listing, state);
  assay_listing_add_flag (listing, support->in_use);
  assay_listing_add_shown (listing, assay_claim_standing_name (support->standing),
                           support->withdrawn ? _ ("Withdrawn")
                                              : assay_claim_standing_words (support->standing));
  assay_listing_add_integer (listing, support->n_needs);
  if (form == ASSAY_LISTING_TEXT)
    assay_listing_add_text (listing, met);
  else
    assay_listing_add_integer (listing, support->n_met);
  assay_listing_add_integer (listing, support->n_later_gaps);
  add_day (listing, support->next_gap_on);
  assay_listing_add_text (listing, why);
  if (form == ASSAY_LISTING_JSON)
    {
      assay_listing_add_list (listing, assay_claims_json_needs (support));
      assay_listing_add_list (listing, assay_claims_json_words (support));
      assay_listing_add_list (listing, assay_claims_json_recycled (support->recycled));
    }
  assay_listing_end_row (listing);
}

static gboolean
print_claims (const GPtrArray *claims, const Options *options, GError **error)
{
  const AssayListingColumn columns[] = {
    { "product", _ ("Product"), FALSE, 0 },
    { "claim", _ ("Claim"), FALSE, 0 },
    { "kind", NULL, FALSE, 0 },
    { "markets", _ ("Markets"), FALSE, 0 },
    { "state", NULL, FALSE, 0 },
    { "in_use", NULL, FALSE, 0 },
    { "standing", _ ("Standing"), FALSE, 0 },
    { "needs", NULL, TRUE, 0 },
    { "needs_met", _ ("There"), TRUE, 0 },
    { "later_gaps", NULL, TRUE, 0 },
    { "next_gap_on", NULL, FALSE, 0 },
    { "why", _ ("Why"), FALSE, 0 },
    { "evidence", NULL, FALSE, 0 },
    { "words", NULL, FALSE, 0 },
    { "recycled", NULL, FALSE, 0 },
  };
  guint lists = options->form == ASSAY_LISTING_JSON ? 3 : 0;
  g_autofree char *definition = assay_claim_support_definition ();
  g_autoptr (AssayListing) listing
      = new_listing (options, columns, G_N_ELEMENTS (columns) - 3 + lists, definition);

  for (guint i = 0; i < claims->len; i++)
    add_claim (listing, g_ptr_array_index (claims, i), options->form);
  return assay_listing_finish (listing, error);
}

static void
add_need (AssayListing *listing, const AssayClaimSupport *support, const AssayNeedSupport *need)
{
  g_autofree char *words = need->later ? g_strdup_printf (_ ("%s, in force later"),
                                                          assay_need_state_words (need->state))
                                       : g_strdup (assay_need_state_words (need->state));
  const char *by = need->need != NULL ? assay_record_get_text (need->need, ASSAY_CLAIM_NEED_NEEDS)
                                      : "computed";

  assay_listing_add_text (listing, product_of (support));
  assay_listing_add_text (listing, assay_record_get_text (support->claim, ASSAY_CLAIM_WORDING));
  assay_listing_add_text (listing, need->title);
  assay_listing_add_text (listing, need->market);
  assay_listing_add_text (listing, by);
  add_day (listing, need->from_on);
  assay_listing_add_flag (listing, !need->later);
  assay_listing_add_shown (listing, assay_need_state_name (need->state), words);
  assay_listing_add_text (listing, *need->there != '\0' ? need->there : NULL);
  assay_listing_add_text (listing, *need->gap != '\0' ? need->gap : NULL);
  assay_listing_add_text (listing, need->source);
  assay_listing_end_row (listing);
}

static gboolean
print_needs (const GPtrArray *claims, const Options *options, GError **error)
{
  const AssayListingColumn columns[] = {
    { "product", _ ("Product"), FALSE, 0 },
    { "claim", _ ("Claim"), FALSE, 0 },
    { "need", _ ("Needs"), FALSE, 0 },
    { "market", _ ("Market"), FALSE, 0 },
    { "by", NULL, FALSE, 0 },
    { "from", NULL, FALSE, 0 },
    { "in_force", NULL, FALSE, 0 },
    { "state", _ ("State"), FALSE, 0 },
    { "there", _ ("In the book"), FALSE, 0 },
    { "gap", _ ("Gap"), FALSE, 0 },
    { "source", NULL, FALSE, 0 },
  };
  g_autofree char *definition = assay_claim_support_definition ();
  g_autoptr (AssayListing) listing
      = new_listing (options, columns, G_N_ELEMENTS (columns), definition);

  for (guint i = 0; i < claims->len; i++)
    {
      const AssayClaimSupport *support = g_ptr_array_index (claims, i);

      for (guint j = 0; j < support->needs->len; j++)
        add_need (listing, support, g_ptr_array_index (support->needs, j));
    }
  return assay_listing_finish (listing, error);
}

static void
add_recycled (AssayListing *listing,
              const AssayRecord *product,
              const AssayRecycled *recycled,
              const AssayCoverage *coverage)
{
  g_autofree char *title = assay_record_dup_title (product);
  g_autofree char *share = assay_recycled_sum_words (&recycled->whole);
  g_autofree char *main = recycled->main.n > 0 ? assay_recycled_sum_words (&recycled->main) : NULL;
  const AssayRecycledSum *sum = &recycled->whole;
  gboolean ordered = coverage->rows->len > 0;

  assay_listing_add_text (listing, title);
  assay_listing_add_real_shown (listing, sum->share, share);
  assay_listing_add_real (listing, sum->least);
  assay_listing_add_real (listing, sum->most);
  assay_listing_add_real (listing, sum->post_consumer);
  assay_listing_add_real (listing, sum->pre_consumer);
  assay_listing_add_real (listing, sum->unsaid);
  assay_listing_add_real_shown (listing, recycled->main.n > 0 ? recycled->main.share : NAN,
                                main != NULL ? main : "");
  assay_listing_add_real (listing, sum->mass);
  assay_listing_add_real (listing, recycled->product_mass);
  assay_listing_add_flag (listing, recycled->heavier);
  assay_listing_add_integer (listing, sum->n);
  assay_listing_add_integer (listing, sum->n_unweighed);
  assay_listing_add_integer (listing, sum->n_unstated);
  for (AssayRecycledThreshold i = 0; i < ASSAY_N_RECYCLED_THRESHOLDS; i++)
    {
      AssayThresholdState state = assay_recycled_sum_reaches (sum, assay_recycled_threshold (i));

      assay_listing_add_shown (listing, assay_threshold_state_name (state),
                               assay_threshold_state_words (state));
    }
  assay_listing_add_real (listing, ordered ? coverage->needed : NAN);
  assay_listing_add_real (listing, ordered ? coverage->certified : NAN);
  assay_listing_add_real (listing, ordered ? coverage->claimed : NAN);
  assay_listing_add_real (listing, ordered ? coverage->missing : NAN);
  assay_listing_end_row (listing);
}

static GPtrArray *
read_products (AssayDb *db, const Options *options, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_PRODUCT);

  if (options->product != 0)
    assay_query_set_ids (query, &options->product, 1);
  assay_query_set_sort (query, ASSAY_PRODUCT_CODE, FALSE);
  return assay_query_run_records (query, db, 0, error);
}

static gboolean
add_products (AssayListing *listing,
              AssayDb *db,
              const GPtrArray *products,
              const Options *options,
              GError **error)
{
  for (guint i = 0; i < products->len; i++)
    {
      const AssayRecord *product = g_ptr_array_index (products, i);
      const AssayCoverageQuestion question = { .product = assay_record_get_id (product) };
      g_autoptr (AssayRecycled) recycled = assay_recycled_read (db, question.product, 0, error);
      g_autoptr (AssayCoverage) coverage = NULL;

      if (recycled == NULL)
        return FALSE;
      if (recycled->whole.n == 0 && options->product == 0)
        continue;
      coverage = assay_coverage_read (db, &question, error);
      if (coverage == NULL)
        return FALSE;
      add_recycled (listing, product, recycled, coverage);
    }
  return TRUE;
}

static gboolean
print_recycled (AssayDb *db, const Options *options, GError **error)
{
  const AssayListingColumn columns[] = {
    { "product", _ ("Product"), FALSE, 0 },
    { "share", _ ("Recycled"), TRUE, 3 },
    { "least", NULL, TRUE, 3 },
    { "most", NULL, TRUE, 3 },
    { "post_consumer", NULL, TRUE, 3 },
    { "pre_consumer", NULL, TRUE, 3 },
    { "unsaid", NULL, TRUE, 3 },
    { "main_fabric", _ ("Main fabric"), TRUE, 3 },
    { "mass_g", _ ("Components g"), TRUE, 1 },
    { "product_mass_g", _ ("Product g"), TRUE, 0 },
    { "heavier", NULL, FALSE, 0 },
    { "components", NULL, TRUE, 0 },
    { "unweighed", _ ("No weight"), TRUE, 0 },
    { "unstated", NULL, TRUE, 0 },
    { "reaches_5", _ ("5 %"), FALSE, 0 },
    { "reaches_20", _ ("20 %"), FALSE, 0 },
    { "reaches_50", _ ("50 %"), FALSE, 0 },
    { "reaches_95", _ ("95 %"), FALSE, 0 },
    { "needed_kg", _ ("Needed kg"), TRUE, 1 },
    { "certified_kg", _ ("Certified kg"), TRUE, 1 },
    { "claimed_kg", NULL, TRUE, 1 },
    { "missing_kg", _ ("Missing kg"), TRUE, 1 },
  };
  g_autoptr (GPtrArray) products = read_products (db, options, error);
  g_autofree char *recycled = assay_recycled_definition ();
  g_autofree char *coverage = assay_coverage_definition ();
  g_autofree char *definition = g_strdup_printf ("%s\n\n%s", recycled, coverage);
  g_autoptr (AssayListing) listing = NULL;

  if (products == NULL)
    return FALSE;
  listing = new_listing (options, columns, G_N_ELEMENTS (columns), definition);
  return add_products (listing, db, products, options, error)
         && assay_listing_finish (listing, error);
}

static gboolean
print_answer (AssayDb *db, Options *options, GError **error)
{
  AssayClaimSupportQuestion question = { .day = options->today };
  g_autoptr (GPtrArray) claims = NULL;

  if (options->product_words != NULL
      && !assay_find_record (db, ASSAY_TYPE_PRODUCT, options->product_words, &options->product,
                             error))
    return FALSE;
  if (options->recycled)
    return print_recycled (db, options, error);
  question.product = options->product;
  claims = assay_claim_support_ask (db, &question, error);
  if (claims == NULL)
    return FALSE;
  return options->needs ? print_needs (claims, options, error)
                        : print_claims (claims, options, error);
}

/**
 * assay_cli_claims:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_claims (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (AssayBook) book = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "product", 0, 0, G_OPTION_ARG_STRING, &options.product_words,
      N_ ("Only of this product: a code, a name or a key"), N_ ("PRODUCT") },
    { "needs", 0, 0, G_OPTION_ARG_NONE, &options.needs, N_ ("A row for each thing that is needed"),
      NULL },
    { "recycled", 0, 0, G_OPTION_ARG_NONE, &options.recycled,
      N_ ("The recycled content of products instead"), NULL },
    { "today", 0, 0, G_OPTION_ARG_FILENAME, &options.today_words,
      N_ ("Rules and certificates as of this day instead of today"), N_ ("DATE") },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &options.csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  options.today = assay_date_today ();
  if (!assay_usage_parse_date (&usage, "today", options.today_words, &options.today))
    return ASSAY_EXIT_USAGE;
  if (options.today == ASSAY_DATE_UNKNOWN)
    options.today = assay_date_today ();
  options.form = options.json  ? ASSAY_LISTING_JSON
                 : options.csv ? ASSAY_LISTING_CSV
                               : ASSAY_LISTING_TEXT;
  book = assay_usage_open_book (arguments[0]);
  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  status = print_answer (assay_book_get_reader (book), &options, &error)
               ? ASSAY_EXIT_DONE
               : assay_usage_refuse (arguments[0], error);
  assay_book_close (book, NULL);
  return status;
}
