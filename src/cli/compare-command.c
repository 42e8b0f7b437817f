/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay figures BOOK compare`: two periods, several suppliers, or what suppliers claim beside what
 * was measured. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/find-record.h"
#include "cli/json-members.h"
#include "cli/listing.h"
#include "cli/usage.h"
#include "insight/comparison.h"
#include "insight/side-by-side.h"
#include "record/date.h"

static const AssayUsage usage = {
  .name = "figures",
  .arguments = N_ ("BOOK compare"),
  .summary = N_ ("Compares periods or suppliers, or claims with what was measured, and says which "
                 "differences can be told from chance."),
  .details
  = N_ ("Periods: --from and --to with --with-from and --with-to, or --with-period previous or "
        "year-before, or --change DATE for before and after a day. The earlier one is the base.\n"
        "Suppliers: --supplier NAME, the base, and --with NAME, up to five times.\n"
        "Claims: --claims, of all suppliers or of --supplier NAME.\n"
        "Side by side: --side-by-side, of --supplier NAME and each --with NAME: what they are, "
        "say, promise and claim, and what was looked into.\n\n"
        "Rows in JSON and CSV, a figure and what is compared with the base each: figure, unit; "
        "base, base_value, base_low, base_high, base_n; compared, value, low, high, n; counted "
        "(what n are); change_kind (relative, difference_of_shares, days, ratio), change, "
        "change_low, change_high; verdict (distinguishable, not_distinguishable, unknown); words. "
        "An upper bound of a relative change that does not exist is null.\n"
        "Rows of claims: supplier, claim, figure, unit, claimed, value, low, high, n, counted, "
        "verdict (supported, not_supported, too_few_data, unknown), words.\n"
        "Rows side by side: row, group, unit, supplier, words, detail, value (null where it is no "
        "number or not known), claimed, low, high, n, verdict."),
  .min_arguments = 2,
  .max_arguments = 2,
};

/* As typed; texts are owned. */
typedef struct
{
  char *from, *to, *with_from, *with_to;
  char *with_period;
  char *change;
  char *supplier;
  char **with;
  char *product;
  char *interval;
  char *today;
  gboolean claims;
  gboolean side_by_side;
  gboolean csv;
  gboolean json;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->from);
  g_free (words->to);
  g_free (words->with_from);
  g_free (words->with_to);
  g_free (words->with_period);
  g_free (words->change);
  g_free (words->supplier);
  g_strfreev (words->with);
  g_free (words->product);
  g_free (words->interval);
  g_free (words->today);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static AssayListingForm
form_of (const Words *words)
{
  if (words->json)
    return ASSAY_LISTING_JSON;
  return words->csv ? ASSAY_LISTING_CSV : ASSAY_LISTING_TEXT;
}

static JsonObject *
make_asked (const Words *words, AssayIntervalKind interval)
{
  JsonObject *asked = json_object_new ();
  JsonArray *with = json_array_new ();

  for (guint i = 0; words->with != NULL && words->with[i] != NULL; i++)
    json_array_add_string_element (with, words->with[i]);
  json_object_set_string_member (asked, "command", "figures");
  json_object_set_string_member (asked, "figures", "compare");
  json_object_set_boolean_member (asked, "claims", words->claims);
  json_object_set_boolean_member (asked, "side_by_side", words->side_by_side);
  assay_json_set_text (asked, "supplier", words->supplier);
  json_object_set_array_member (asked, "with", with);
  assay_json_set_text (asked, "product", words->product);
  assay_json_set_text (asked, "from", words->from);
  assay_json_set_text (asked, "to", words->to);
  assay_json_set_text (asked, "with_from", words->with_from);
  assay_json_set_text (asked, "with_to", words->with_to);
  assay_json_set_text (asked, "with_period", words->with_period);
  assay_json_set_text (asked, "change", words->change);
  json_object_set_string_member (asked, "interval", assay_defect_interval_name (interval));
  json_object_set_double_member (asked, "confidence", 0.95);
  return asked;
}

static AssayListing *
make_table (const Words *words,
            AssayIntervalKind interval,
            const AssayListingColumn *columns,
            guint n_columns,
            const char *definition)
{
  AssayListing *table = assay_listing_new (form_of (words), stdout, columns, n_columns);

  assay_listing_set_asked (table, make_asked (words, interval));
  assay_listing_set_definition (table, definition);
  return table;
}

/* A value with its interval and what it is of; in text one cell. */
static void
add_measured (AssayListing *table, AssayComparedFigure figure, const AssayMeasurement *measured)
{
  g_autofree char *words = assay_compared_measured_words (figure, measured);

  assay_listing_add_real_shown (table, measured->value, words);
  assay_listing_add_real (table, measured->low);
  assay_listing_add_real (table, measured->high);
  assay_listing_add_integer (table, measured->n);
}

static void
add_row (AssayListing *table, const AssayComparison *comparison, guint figure, guint side)
{
  AssayComparedFigure what = (AssayComparedFigure)figure;
  const AssayComparedRow *row = &comparison->rows[figure];
  const AssayChange *change = &row->changes[side];
  g_autofree char *words = assay_compared_change_words (what, change);

  assay_listing_add_shown (table, assay_compared_name (what), assay_compared_title (what));
  assay_listing_add_text (table, assay_compared_unit (what));
  assay_listing_add_text (table, comparison->names[0]);
  add_measured (table, what, &row->sides[0]);
  assay_listing_add_text (table, comparison->names[side]);
  add_measured (table, what, &row->sides[side]);
  assay_listing_add_text (table, assay_compared_counted (what));
  assay_listing_add_text (table, assay_change_kind_name (assay_compared_change_kind (what)));
  assay_listing_add_real (table, change->value);
  assay_listing_add_real (table, change->low);
  assay_listing_add_real (table, change->high);
  assay_listing_add_text (table, assay_change_verdict_name (change->verdict));
  assay_listing_add_text (table, words);
  assay_listing_end_row (table);
}

static gboolean
print_comparison (AssayDb *db,
                  const AssayComparisonQuestion *question,
                  const Words *words,
                  GError **error)
{
  g_autoptr (AssayComparison) comparison = assay_comparison_ask (db, question, error);
  g_autoptr (AssayListing) table = NULL;
  gboolean several = question->n_sides > 2;
  AssayListingColumn columns[] = {
    { "figure", _ ("Figure"), FALSE, 0 },
    { "unit", NULL, FALSE, 0 },
    { "base", NULL, FALSE, 0 },
    { "base_value", NULL, TRUE, 4 },
    { "base_low", NULL, TRUE, 4 },
    { "base_high", NULL, TRUE, 4 },
    { "base_n", "n", TRUE, 0 },
    { "compared", NULL, FALSE, 0 },
    { "value", _ ("Compared"), TRUE, 4 },
    { "low", NULL, TRUE, 4 },
    { "high", NULL, TRUE, 4 },
    { "n", "n", TRUE, 0 },
    { "counted", NULL, FALSE, 0 },
    { "change_kind", NULL, FALSE, 0 },
    { "change", NULL, TRUE, 4 },
    { "change_low", NULL, TRUE, 4 },
    { "change_high", NULL, TRUE, 4 },
    { "verdict", NULL, FALSE, 0 },
    { "words", _ ("Change"), FALSE, 0 },
  };

  if (comparison == NULL)
    return FALSE;
  columns[3].heading = comparison->names[0];
  if (several)
    columns[7].heading = _ ("With");
  else
    columns[8].heading = comparison->names[1];
  table = make_table (words, question->interval, columns, G_N_ELEMENTS (columns),
                      comparison->definition);
  for (guint figure = 0; figure < ASSAY_COMPARED_N_FIGURES; figure++)
    for (guint side = 1; side < question->n_sides; side++)
      add_row (table, comparison, figure, side);
  return assay_listing_finish (table, error);
}

static gboolean
print_claims (AssayDb *db, const AssayClaimQuestion *question, const Words *words, GError **error)
{
  const AssayListingColumn columns[] = {
    { "supplier", _ ("Supplier"), FALSE, 0 },
    { "claim", NULL, FALSE, 0 },
    { "figure", _ ("Figure"), FALSE, 0 },
    { "unit", NULL, FALSE, 0 },
    { "claimed", _ ("Claimed"), TRUE, 4 },
    { "value", _ ("Measured"), TRUE, 4 },
    { "low", NULL, TRUE, 4 },
    { "high", NULL, TRUE, 4 },
    { "n", "n", TRUE, 0 },
    { "counted", NULL, FALSE, 0 },
    { "verdict", _ ("Verdict"), FALSE, 0 },
    { "words", NULL, FALSE, 0 },
  };
  g_autoptr (GPtrArray) claims = assay_claims_ask (db, question, error);
  g_autofree char *definition = assay_claim_definition (question);
  g_autoptr (AssayListing) table = NULL;

  if (claims == NULL)
    return FALSE;
  table = make_table (words, question->interval, columns, G_N_ELEMENTS (columns), definition);
  for (guint i = 0; i < claims->len; i++)
    {
      const AssayClaim *claim = g_ptr_array_index (claims, i);
      g_autofree char *said = assay_claim_words (claim);
      g_autofree char *claimed = assay_compared_value_words (claim->figure, claim->claimed);

      assay_listing_add_text (table, claim->name);
      assay_listing_add_text (table, assay_claim_name (claim->figure));
      assay_listing_add_shown (table, assay_compared_name (claim->figure),
                               assay_compared_title (claim->figure));
      assay_listing_add_text (table, assay_compared_unit (claim->figure));
      assay_listing_add_real_shown (table, claim->claimed, claimed);
      add_measured (table, claim->figure, &claim->measured);
      assay_listing_add_text (table, assay_compared_counted (claim->figure));
      assay_listing_add_shown (table, assay_claim_verdict_name (claim->verdict),
                               assay_claim_verdict_words (claim->verdict));
      assay_listing_add_text (table, said);
      assay_listing_end_row (table);
    }
  return assay_listing_finish (table, error);
}

static void
add_side (AssayListing *table, const AssaySideBySide *side, guint row, guint i)
{
  g_auto (AssaySideCell) cell = { 0 };
  g_autofree char *name = assay_record_dup_title (side->sides[i].supplier);
  const AssayMeasurement none = { NAN, NAN, NAN, 0 };
  const AssayMeasurement *with;

  assay_side_by_side_cell (side, row, i, &cell);
  with = cell.with != NULL ? cell.with : &none;
  assay_listing_add_shown (table, assay_side_row_name (row), assay_side_row_title (row));
  assay_listing_add_text (table, assay_side_row_group (row));
  assay_listing_add_text (table, assay_side_row_unit (row));
  assay_listing_add_text (table, name);
  assay_listing_add_text (table, cell.words);
  assay_listing_add_text (table, cell.detail);
  assay_listing_add_real (table, cell.value);
  assay_listing_add_real (table, cell.claimed);
  assay_listing_add_real (table, with->low);
  assay_listing_add_real (table, with->high);
  if (cell.with != NULL)
    assay_listing_add_integer (table, with->n);
  else
    assay_listing_add_unknown (table);
  assay_listing_add_text (table, assay_claim_verdict_name (cell.verdict));
  assay_listing_end_row (table);
}

static gboolean
print_side_by_side (AssayDb *db,
                    const AssayComparisonQuestion *question,
                    const Words *words,
                    GError **error)
{
  const AssayListingColumn columns[] = {
    { "row", _ ("Row"), FALSE, 0 },
    { "group", NULL, FALSE, 0 },
    { "unit", NULL, FALSE, 0 },
    { "supplier", _ ("Supplier"), FALSE, 0 },
    { "words", _ ("Known"), FALSE, 0 },
    { "detail", _ ("Detail"), FALSE, 0 },
    { "value", NULL, TRUE, 4 },
    { "claimed", NULL, TRUE, 4 },
    { "low", NULL, TRUE, 4 },
    { "high", NULL, TRUE, 4 },
    { "n", NULL, TRUE, 0 },
    { "verdict", NULL, FALSE, 0 },
  };
  AssaySideBySideQuestion asked = { .n = MAX (question->n_sides, 1),
                                    .period = question->sides[0].period,
                                    .today = question->today,
                                    .rules = question->rules,
                                    .interval = question->interval };
  g_autoptr (AssaySideBySide) side = NULL;
  g_autoptr (AssayListing) table = NULL;

  for (guint i = 0; i < asked.n; i++)
    asked.suppliers[i] = question->sides[i].supplier;
  side = assay_side_by_side_ask (db, &asked, error);
  if (side == NULL)
    return FALSE;
  table = make_table (words, question->interval, columns, G_N_ELEMENTS (columns), side->definition);
  for (guint row = 0; row < assay_side_by_side_n_rows (); row++)
    for (guint i = 0; i < asked.n; i++)
      add_side (table, side, row, i);
  return assay_listing_finish (table, error);
}

static gboolean
wrong (const char *words)
{
  assay_usage_wrong (&usage, "%s", words);
  return FALSE;
}

/* The two periods in order of time, the earlier first. */
static void
set_periods (AssayComparisonQuestion *question, AssayPeriodRange one, AssayPeriodRange other)
{
  gboolean in_order = one.from < other.from || (one.from == other.from && one.to <= other.to);

  question->n_sides = 2;
  question->sides[0].period = in_order ? one : other;
  question->sides[1].period = in_order ? other : one;
}

static gboolean
read_periods (const Words *words, AssayComparisonQuestion *question)
{
  AssayPeriodRange period = question->sides[0].period, other;
  gint32 change;

  if (words->change != NULL)
    {
      if (words->with_period != NULL || words->with_from != NULL || words->with_to != NULL)
        return wrong (_ ("--change goes with no other period"));
      if (!assay_usage_parse_date (&usage, "change", words->change, &change))
        return FALSE;
      set_periods (question, (AssayPeriodRange){ period.from, change - 1 },
                   (AssayPeriodRange){ change, period.to });
      return TRUE;
    }
  if (words->with_period != NULL)
    {
      gboolean previous = g_str_equal (words->with_period, "previous");

      if (!previous && !g_str_equal (words->with_period, "year-before"))
        {
          assay_usage_wrong (&usage, _ ("--with-period takes previous or year-before, not “%s”"),
                             words->with_period);
          return FALSE;
        }
      if (!(previous ? assay_period_before : assay_period_year_before) (&period, &other))
        return wrong (_ ("--with-period needs --from and --to, in order"));
      set_periods (question, period, other);
      return TRUE;
    }
  if (words->with_from == NULL && words->with_to == NULL)
    return wrong (_ ("there is nothing to compare with: give a period or a supplier"));
  if (!assay_usage_parse_date (&usage, "with-from", words->with_from, &other.from)
      || !assay_usage_parse_date (&usage, "with-to", words->with_to, &other.to))
    return FALSE;
  set_periods (question, period, other);
  return TRUE;
}

static gboolean
has_period (const Words *words)
{
  return words->change != NULL || words->with_period != NULL || words->with_from != NULL
         || words->with_to != NULL;
}

static gboolean
read_words (const Words *words, AssayComparisonQuestion *question)
{
  AssayPeriodRange *period = &question->sides[0].period;
  guint n_with = words->with != NULL ? g_strv_length (words->with) : 0;

  if (words->interval != NULL
      && !assay_defect_interval_parse (words->interval, &question->interval))
    {
      assay_usage_wrong (&usage, _ ("--interval takes wilson or exact, not “%s”"), words->interval);
      return FALSE;
    }
  if (!assay_usage_parse_date (&usage, "from", words->from, &period->from)
      || !assay_usage_parse_date (&usage, "to", words->to, &period->to)
      || !assay_usage_parse_date (&usage, "today", words->today, &question->today))
    return FALSE;
  if (question->today == ASSAY_DATE_UNKNOWN)
    question->today = assay_date_today ();
  if (words->claims)
    return n_with == 0 && !has_period (words) && words->product == NULL
               ? TRUE
               : wrong (_ ("--claims goes with --supplier, --from and --to alone"));
  if (words->side_by_side
      && (words->supplier == NULL || has_period (words) || words->product != NULL))
    return wrong (_ ("--side-by-side goes with --supplier, --with, --from and --to alone"));
  if (n_with == 0 && words->side_by_side)
    return TRUE;
  if (n_with == 0)
    return read_periods (words, question);
  if (words->supplier == NULL || has_period (words))
    return wrong (_ ("--with needs --supplier, and one period for all"));
  if (n_with >= ASSAY_COMPARISON_MOST)
    return wrong (_ ("there are six suppliers side by side at most"));
  question->n_sides = n_with + 1;
  for (guint i = 1; i < question->n_sides; i++)
    question->sides[i].period = *period;
  return TRUE;
}

static gboolean
resolve (AssayDb *db, const Words *words, AssayComparisonQuestion *question, GError **error)
{
  gint64 supplier = 0;

  if ((words->supplier != NULL
       && !assay_find_record (db, ASSAY_TYPE_SUPPLIER, words->supplier, &supplier, error))
      || (words->product != NULL
          && !assay_find_record (db, ASSAY_TYPE_PRODUCT, words->product, &question->product,
                                 error)))
    return FALSE;
  for (guint i = 0; i < ASSAY_COMPARISON_MOST; i++)
    question->sides[i].supplier = supplier;
  for (guint i = 0; words->with != NULL && words->with[i] != NULL; i++)
    if (!assay_find_record (db, ASSAY_TYPE_SUPPLIER, words->with[i],
                            &question->sides[i + 1].supplier, error))
      return FALSE;
  return assay_lead_time_rules_read (db, &question->rules, error)
         && (words->interval != NULL
             || assay_defect_interval_read (db, &question->interval, error));
}

static gboolean
print (AssayDb *db, const Words *words, AssayComparisonQuestion *question, GError **error)
{
  if (!resolve (db, words, question, error))
    return FALSE;
  if (words->claims)
    {
      const AssayClaimQuestion claims = { .supplier = question->sides[0].supplier,
                                          .period = question->sides[0].period,
                                          .today = question->today,
                                          .rules = question->rules,
                                          .interval = question->interval };

      return print_claims (db, &claims, words, error);
    }
  if (words->side_by_side)
    return print_side_by_side (db, question, words, error);
  return print_comparison (db, question, words, error);
}

/**
 * assay_cli_compare:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_compare (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (AssayBook) book = NULL;
  g_autoptr (GError) error = NULL;
  AssayComparisonQuestion question = { 0 };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &words.from, N_ ("First day"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &words.to, N_ ("Last day"), N_ ("DATE") },
    { "with-from", 0, 0, G_OPTION_ARG_FILENAME, &words.with_from,
      N_ ("First day of the other period"), N_ ("DATE") },
    { "with-to", 0, 0, G_OPTION_ARG_FILENAME, &words.with_to, N_ ("Last day of the other period"),
      N_ ("DATE") },
    { "with-period", 0, 0, G_OPTION_ARG_STRING, &words.with_period,
      N_ ("The other period: previous, of the same length, or year-before"), N_ ("PERIOD") },
    { "change", 0, 0, G_OPTION_ARG_FILENAME, &words.change,
      N_ ("Compare what was before this day with what was from it on"), N_ ("DATE") },
    { "supplier", 0, 0, G_OPTION_ARG_FILENAME, &words.supplier,
      N_ ("Only this supplier; the base where suppliers are compared"), N_ ("NAME") },
    { "with", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words.with,
      N_ ("Compare with this supplier; may be given again"), N_ ("NAME") },
    { "product", 0, 0, G_OPTION_ARG_FILENAME, &words.product, N_ ("Only this product"),
      N_ ("CODE") },
    { "claims", 0, 0, G_OPTION_ARG_NONE, &words.claims,
      N_ ("What suppliers claim beside what was measured"), NULL },
    { "side-by-side", 0, 0, G_OPTION_ARG_NONE, &words.side_by_side,
      N_ ("What suppliers are, say, promise and claim, and what was looked into"), NULL },
    { "interval", 0, 0, G_OPTION_ARG_STRING, &words.interval,
      N_ ("Intervals of shares: wilson or exact; as the book says unless given"), N_ ("INTERVAL") },
    { "today", 0, 0, G_OPTION_ARG_FILENAME, &words.today,
      N_ ("What is due is measured against this day instead of today"), N_ ("DATE") },
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
  if (!print (assay_book_get_reader (book), &words, &question, &error))
    status = assay_usage_refuse (arguments[0], error);
  assay_book_close (book, NULL);
  return status;
}
