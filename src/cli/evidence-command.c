/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay evidence`: the register of evidence and what speaks against each piece. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/find-record.h"
#include "cli/listing.h"
#include "cli/usage.h"
#include "insight/evidence-flags.h"
#include "store/book.h"

static const AssayUsage usage = {
  .name = "evidence",
  .arguments = N_ ("BOOK"),
  .summary = N_ ("Prints certificates, audits, reports and tags, how each stands, and what speaks "
                 "against it."),
  .details = N_ (
      "Rows in JSON and CSV: kind, scheme (its code), title, number, supplier, product, standing "
      "(claimed, seen, verified, refused), holds (whether anything may rest on it), valid_from and "
      "valid_until (until_assumed: by the day of issue and the usual validity of the scheme), "
      "looked_up_on, looked_up_by, result, next_check_on, files (how many are attached), red and "
      "amber (how many flags), flags (in JSON: flag, weight red, amber or note, breaks, day, "
      "words; "
      "in CSV their names), id."),
  .min_arguments = 1,
  .max_arguments = 1,
};

typedef struct
{
  char *supplier, *product, *today, *flag;
  gboolean flags, csv, json;
  int ahead;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->supplier);
  g_free (words->product);
  g_free (words->today);
  g_free (words->flag);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static void
add_day (AssayListing *table, gint32 day)
{
  g_autofree char *date = day != ASSAY_DATE_UNKNOWN ? assay_date_format_iso (day) : NULL;

  assay_listing_add_text (table, date);
}

static JsonArray *
make_flags (const AssayEvidenceItem *item)
{
  JsonArray *flags = json_array_new ();

  for (guint i = 0; i < item->flags->len; i++)
    {
      const AssayEvidenceFlagged *flagged = &g_array_index (item->flags, AssayEvidenceFlagged, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "flag", assay_evidence_flag_name (flagged->flag));
      json_object_set_string_member (object, "weight", assay_flag_weight_name (flagged->weight));
      json_object_set_boolean_member (object, "breaks", flagged->breaks);
      if (flagged->day != ASSAY_DATE_UNKNOWN)
        {
          g_autofree char *date = assay_date_format_iso (flagged->day);

          json_object_set_string_member (object, "day", date);
        }
      else
        json_object_set_null_member (object, "day");
      json_object_set_string_member (object, "words", flagged->words);
      json_array_add_object_element (flags, object);
    }
  return flags;
}

/* The names for CSV, the words for people. */
static void
add_flag_words (AssayListing *table, const AssayEvidenceItem *item)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < item->flags->len; i++)
    {
      const AssayEvidenceFlagged *flagged = &g_array_index (item->flags, AssayEvidenceFlagged, i);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                              assay_evidence_flag_name (flagged->flag));
      g_string_append_printf (words, "%s%s", i > 0 ? "; " : "", flagged->words);
    }
  assay_listing_add_shown (table, names->str, words->str);
}

static void
add_row (AssayListing *table, const AssayEvidenceItem *item, gboolean json)
{
  assay_listing_add_text (table, item->title);
  assay_listing_add_text (table, item->supplier_name);
  assay_listing_add_text (table, item->kind);
  assay_listing_add_text (table, item->scheme_code);
  assay_listing_add_text (table, item->number);
  assay_listing_add_text (table, item->product_name);
  assay_listing_add_text (table, item->state);
  assay_listing_add_flag (table, item->holds);
  add_day (table, item->from);
  add_day (table, item->until);
  assay_listing_add_flag (table, item->until_assumed);
  add_day (table, item->looked_on);
  assay_listing_add_text (table, item->looked_by);
  assay_listing_add_text (table, item->looked_result);
  add_day (table, item->next_check_on);
  assay_listing_add_integer (table, item->n_files);
  assay_listing_add_integer (table, item->n_red);
  assay_listing_add_integer (table, item->n_amber);
  if (json)
    assay_listing_add_list (table, make_flags (item));
  else
    add_flag_words (table, item);
  assay_listing_add_integer (table, item->id);
  assay_listing_end_row (table);
}

static gboolean
is_wanted (const AssayEvidenceItem *item, const Words *words)
{
  AssayEvidenceFlag flag;

  if (words->flag != NULL && assay_evidence_flag_from_name (words->flag, &flag))
    return assay_evidence_item_get (item, flag) != NULL;
  return !words->flags || item->n_red + item->n_amber > 0;
}

static JsonObject *
describe (const Words *words, const AssayEvidenceQuestion *question)
{
  JsonObject *asked = json_object_new ();
  g_autofree char *today = assay_date_format_iso (question->today);

  json_object_set_string_member (asked, "today", today);
  json_object_set_int_member (asked, "days_ahead", question->ahead);
  json_object_set_string_member (asked, "supplier", words->supplier);
  json_object_set_string_member (asked, "product", words->product);
  json_object_set_string_member (asked, "flag", words->flag);
  json_object_set_boolean_member (asked, "flagged_only", words->flags || words->flag != NULL);
  return asked;
}

static gboolean
print_evidence (AssayDb *db,
                const Words *words,
                const AssayEvidenceQuestion *question,
                GError **error)
{
  const AssayListingColumn columns[] = {
    { "title", _ ("Evidence"), FALSE, 0 },
    { "supplier", _ ("Supplier"), FALSE, 0 },
    { "kind", NULL, FALSE, 0 },
    { "scheme", NULL, FALSE, 0 },
    { "number", NULL, FALSE, 0 },
    { "product", NULL, FALSE, 0 },
    { "standing", _ ("Standing"), FALSE, 0 },
    { "holds", NULL, FALSE, 0 },
    { "valid_from", NULL, FALSE, 0 },
    { "valid_until", _ ("Valid until"), FALSE, 0 },
    { "until_assumed", NULL, FALSE, 0 },
    { "looked_up_on", _ ("Looked up"), FALSE, 0 },
    { "looked_up_by", NULL, FALSE, 0 },
    { "result", NULL, FALSE, 0 },
    { "next_check_on", NULL, FALSE, 0 },
    { "files", NULL, TRUE, 0 },
    { "red", NULL, TRUE, 0 },
    { "amber", NULL, TRUE, 0 },
    { "flags", _ ("Flags"), FALSE, 0 },
    { "id", NULL, TRUE, 0 },
  };
  g_autoptr (AssayEvidenceRegister) evidence = assay_evidence_read (db, question, error);
  g_autoptr (AssayListing) table = NULL;

  if (evidence == NULL)
    return FALSE;
  table = assay_listing_new (words->json  ? ASSAY_LISTING_JSON
                             : words->csv ? ASSAY_LISTING_CSV
                                          : ASSAY_LISTING_TEXT,
                             stdout, columns, G_N_ELEMENTS (columns));
  assay_listing_set_asked (table, describe (words, question));
  assay_listing_set_definition (
      table,
      _ ("Evidence by its last day. It holds when somebody has seen or verified it and no flag "
         "breaks it: expired, refused, suspended, not found, another holder than the supplier, a "
         "scope without the goods. A scope certificate is no proof for a product."));
  for (guint i = 0; i < evidence->items->len; i++)
    if (is_wanted (g_ptr_array_index (evidence->items, i), words))
      add_row (table, g_ptr_array_index (evidence->items, i), words->json);
  return assay_listing_finish (table, error);
}

static int
run (const char *path, const Words *words, AssayEvidenceQuestion *question)
{
  g_autoptr (AssayBook) book = assay_usage_open_book (path);
  g_autoptr (GError) error = NULL;
  AssayDb *db;
  int status;

  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  db = assay_book_get_reader (book);
  if ((words->supplier != NULL
       && !assay_find_record (db, ASSAY_TYPE_SUPPLIER, words->supplier, &question->supplier,
                              &error))
      || (words->product != NULL
          && !assay_find_record (db, ASSAY_TYPE_PRODUCT, words->product, &question->product,
                                 &error))
      || !print_evidence (db, words, question, &error))
    status = assay_usage_refuse (path, error);
  else
    status = ASSAY_EXIT_DONE;
  assay_book_close (book, NULL);
  return status;
}

/**
 * assay_cli_evidence:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_evidence (int argc, char **argv)
{
  g_auto (Words) words = { .ahead = ASSAY_EVIDENCE_AHEAD };
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "supplier", 0, 0, G_OPTION_ARG_FILENAME, &words.supplier, N_ ("Only of this supplier"),
      N_ ("NAME") },
    { "product", 0, 0, G_OPTION_ARG_FILENAME, &words.product, N_ ("Only of this product"),
      N_ ("CODE") },
    { "flags", 0, 0, G_OPTION_ARG_NONE, &words.flags, N_ ("Only what something speaks against"),
      NULL },
    { "flag", 0, 0, G_OPTION_ARG_STRING, &words.flag, N_ ("Only with this flag"), N_ ("FLAG") },
    { "today", 0, 0, G_OPTION_ARG_FILENAME, &words.today, N_ ("Judge as on this day"),
      N_ ("DATE") },
    { "days", 0, 0, G_OPTION_ARG_INT, &words.ahead, N_ ("What ends within so many days ends soon"),
      N_ ("DAYS") },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &words.csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  AssayEvidenceQuestion question = { .today = assay_date_today () };
  AssayEvidenceFlag flag;
  int status;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (words.today != NULL
      && !assay_usage_parse_date (&usage, "today", words.today, &question.today))
    return ASSAY_EXIT_USAGE;
  if (words.flag != NULL && !assay_evidence_flag_from_name (words.flag, &flag))
    return assay_usage_wrong (&usage, _ ("there is no flag “%s”"), words.flag);
  if (words.ahead < 1 || words.ahead > 3650)
    return assay_usage_wrong (&usage, _ ("--days is between 1 and 3650"));
  question.ahead = words.ahead;
  return run (arguments[0], &words, &question);
}
