/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "cli/figures-options.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "cli/find-record.h"
#include "cli/json-members.h"
#include "record/date.h"

static const struct
{
  const char *word;
  AssayGrouping by;
} groupings[] = {
  { "supplier", ASSAY_GROUP_SUPPLIER }, { "product", ASSAY_GROUP_PRODUCT },
  { "month", ASSAY_GROUP_MONTH },       { "country", ASSAY_GROUP_COUNTRY },
  { "mode", ASSAY_GROUP_MODE },
};

/* As typed; texts are owned. */
typedef struct
{
  char *by;
  char *from;
  char *to;
  char *today;
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
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

void
assay_figures_options_clear (AssayFiguresOptions *options)
{
  g_free (options->book);
  g_free (options->supplier_words);
  g_free (options->product_words);
  g_free (options->explain);
  for (int i = 0; i < ASSAY_N_LEAD_TIME_RULES; i++)
    g_free (options->rule_words[i]);
}

static const char *
grouping_word (AssayGrouping by)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groupings); i++)
    if (groupings[i].by == by)
      return groupings[i].word;
  return NULL;
}

static gboolean
read_grouping (const AssayUsage *usage, const char *word, AssayFiguresOptions *options)
{
  options->by = ASSAY_GROUP_NONE;
  if (word == NULL)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (groupings); i++)
    if (g_str_equal (groupings[i].word, word))
      options->by = groupings[i].by;
  if (options->by == ASSAY_GROUP_NONE)
    assay_usage_wrong (usage, _ ("--by takes supplier, product, month, country or mode, not “%s”"),
                       word);
  else
    return TRUE;
  return FALSE;
}

/* How the rules of lead times are called here, in the order of the rules. */
static const char *const rule_options[ASSAY_N_LEAD_TIME_RULES] = {
  [ASSAY_RULE_START] = "start",
  [ASSAY_RULE_PROMISE] = "against",
  [ASSAY_RULE_ON_TIME] = "on-time",
  [ASSAY_RULE_PRODUCTION] = "production",
  [ASSAY_RULE_PROMISE_OF] = "promise-of",
  [ASSAY_RULE_UNIT] = "unit",
  [ASSAY_RULE_PARTIAL] = "partial",
  [ASSAY_RULE_IN_FULL] = "in-full",
  [ASSAY_RULE_DAYS] = "days",
  [ASSAY_RULE_WEIGHTS] = "weights",
};

/* "line, shipment or quantity" */
static char *
join_words (const char *const *words)
{
  g_autoptr (GString) text = g_string_new (words[0]);

  for (guint i = 1; words[i] != NULL; i++)
    if (words[i + 1] != NULL)
      g_string_append_printf (text, ", %s", words[i]);
    else
      /* Translators: between the last two words that an option takes. */
      g_string_append_printf (text, _ (" or %s"), words[i]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
refuse_rule (const AssayUsage *usage, AssayLeadTimeRule rule, const char *word)
{
  const char *const *words = assay_lead_time_rule_get_words (rule);
  g_autofree char *taken = words != NULL ? join_words (words) : NULL;

  if (rule == ASSAY_RULE_ON_TIME)
    assay_usage_wrong (usage, _ ("--on-time takes days early and late such as 7:0, not “%s”"),
                       word);
  else if (rule == ASSAY_RULE_IN_FULL)
    assay_usage_wrong (
        usage, _ ("--in-full takes the percent of pieces that may be missing such as 3, not “%s”"),
        word);
  else
    assay_usage_wrong (usage, _ ("--%s takes %s, not “%s”"), rule_options[rule], taken, word);
}

static gboolean
read_rules (const AssayUsage *usage, AssayFiguresOptions *options)
{
  if (options->weighted)
    g_set_str (&options->rule_words[ASSAY_RULE_WEIGHTS], "pieces");
  for (int i = 0; i < ASSAY_N_LEAD_TIME_RULES; i++)
    {
      const char *word = options->rule_words[i];

      if (word == NULL || assay_lead_time_rules_set (&options->rules, (AssayLeadTimeRule)i, word))
        continue;
      refuse_rule (usage, (AssayLeadTimeRule)i, word);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_words (const AssayUsage *usage,
            const Words *words,
            const char *what,
            AssayFiguresOptions *options)
{
  if (!g_str_equal (what, "lead-time"))
    {
      assay_usage_wrong (usage, _ ("there are no figures “%s”"), what);
      return FALSE;
    }
  if (!read_rules (usage, options))
    return FALSE;
  options->form = words->json  ? ASSAY_LISTING_JSON
                  : words->csv ? ASSAY_LISTING_CSV
                               : ASSAY_LISTING_TEXT;
  if (!read_grouping (usage, words->by, options)
      || !assay_usage_parse_date (usage, "from", words->from, &options->from)
      || !assay_usage_parse_date (usage, "to", words->to, &options->to)
      || !assay_usage_parse_date (usage, "today", words->today, &options->today))
    return FALSE;
  if (options->today == ASSAY_DATE_UNKNOWN)
    options->today = assay_date_today ();
  return TRUE;
}

/**
 * assay_figures_options_parse:
 * @usage: how the command is called
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 * @options: (out caller-allocates): what is asked
 * @status: (out): exit status when there is nothing more to do
 *
 * Returns: whether to go on
 */
gboolean
assay_figures_options_parse (
    const AssayUsage *usage, int argc, char **argv, AssayFiguresOptions *options, int *status)
{
  g_auto (Words) words = { 0 };
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &words.by,
      N_ ("supplier, product, month, country or mode; one row over all unless given"),
      N_ ("GROUP") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &words.from,
      N_ ("Delivered, due or inspected on this day or later"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &words.to,
      N_ ("Delivered, due or inspected on this day or earlier"), N_ ("DATE") },
    { "supplier", 0, 0, G_OPTION_ARG_FILENAME, &options->supplier_words, N_ ("Only this supplier"),
      N_ ("NAME") },
    { "product", 0, 0, G_OPTION_ARG_FILENAME, &options->product_words, N_ ("Only this product"),
      N_ ("CODE") },
    { "start", 0, 0, G_OPTION_ARG_FILENAME, &options->rule_words[ASSAY_RULE_START],
      N_ ("What lead time counts from: sent or confirmed; as the book says unless given"),
      N_ ("START") },
    { "production", 0, 0, G_OPTION_ARG_FILENAME, &options->rule_words[ASSAY_RULE_PRODUCTION],
      N_ ("What production counts from: agreed (confirmed and deposit paid) or started; as the "
          "book says unless given"),
      N_ ("START") },
    { "against", 0, 0, G_OPTION_ARG_FILENAME, &options->rule_words[ASSAY_RULE_PROMISE],
      N_ ("Which promise slip is measured against: first or latest; as the book says unless given"),
      N_ ("PROMISE") },
    { "promise-of", 0, 0, G_OPTION_ARG_FILENAME, &options->rule_words[ASSAY_RULE_PROMISE_OF],
      N_ ("What was promised, and is compared with the promise: received, shipped or ready; as the "
          "book says unless given"),
      N_ ("DAY") },
    { "on-time", 0, 0, G_OPTION_ARG_FILENAME, &options->rule_words[ASSAY_RULE_ON_TIME],
      N_ ("Days early and late that are still on time, such as 7:0; as the book says unless given"),
      N_ ("DAYS:DAYS") },
    { "unit", 0, 0, G_OPTION_ARG_FILENAME, &options->rule_words[ASSAY_RULE_UNIT],
      N_ ("What the on-time share counts: line, shipment or quantity; as the book says unless "
          "given"),
      N_ ("UNIT") },
    { "partial", 0, 0, G_OPTION_ARG_FILENAME, &options->rule_words[ASSAY_RULE_PARTIAL],
      N_ ("When a line in parts is there: with its last piece, or on the mean day, weighted by "
          "pieces: last or weighted; as the book says unless given"),
      N_ ("RULE") },
    { "in-full", 0, 0, G_OPTION_ARG_FILENAME, &options->rule_words[ASSAY_RULE_IN_FULL],
      N_ ("Percent of the pieces that may be missing in full; as the book says unless given"),
      N_ ("PERCENT") },
    { "days", 0, 0, G_OPTION_ARG_FILENAME, &options->rule_words[ASSAY_RULE_DAYS],
      N_ ("Days that are counted: calendar or working; as the book says unless given"),
      N_ ("DAYS") },
    { "weights", 0, 0, G_OPTION_ARG_FILENAME, &options->rule_words[ASSAY_RULE_WEIGHTS],
      N_ ("What statistics count: lines or pieces; as the book says unless given"), N_ ("WHAT") },
    { "weighted", 0, 0, G_OPTION_ARG_NONE, &options->weighted, N_ ("The same as --weights pieces"),
      NULL },
    { "explain", 0, 0, G_OPTION_ARG_FILENAME, &options->explain,
      N_ ("Says how this statistic, by its name in JSON, was computed, over all lines that match"),
      N_ ("STATISTIC") },
    { "today", 0, 0, G_OPTION_ARG_FILENAME, &words.today,
      N_ ("What is due is measured against this day instead of today"), N_ ("DATE") },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &words.csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!assay_usage_parse (usage, entries, argc, argv, &arguments, status))
    return FALSE;
  *status = ASSAY_EXIT_USAGE;
  options->book = g_strdup (arguments[0]);
  return read_words (usage, &words, arguments[1], options);
}

/**
 * assay_figures_options_resolve:
 * @options: what is asked
 * @db: the book
 * @error: return location for an error
 *
 * Finds the records that were named and what the book says where nothing was.
 *
 * Returns: %FALSE on error
 */
gboolean
assay_figures_options_resolve (AssayFiguresOptions *options, AssayDb *db, GError **error)
{
  if (options->supplier_words != NULL
      && !assay_find_record (db, ASSAY_TYPE_SUPPLIER, options->supplier_words, &options->supplier,
                             error))
    return FALSE;
  if (options->product_words != NULL
      && !assay_find_record (db, ASSAY_TYPE_PRODUCT, options->product_words, &options->product,
                             error))
    return FALSE;
  if (!assay_lead_time_rules_read (db, &options->rules, error))
    return FALSE;
  for (int i = 0; i < ASSAY_N_LEAD_TIME_RULES; i++)
    if (options->rule_words[i] != NULL)
      assay_lead_time_rules_set (&options->rules, (AssayLeadTimeRule)i, options->rule_words[i]);
  return TRUE;
}

/**
 * assay_figures_options_make_asked:
 * @options: what is asked
 *
 * Returns: (transfer full): the same for JSON, with the rules that hold
 */
JsonObject *
assay_figures_options_make_asked (const AssayFiguresOptions *options)
{
  JsonObject *asked = json_object_new ();

  json_object_set_string_member (asked, "command", "figures");
  json_object_set_string_member (asked, "figures", "lead-time");
  assay_json_set_text (asked, "by", grouping_word (options->by));
  assay_json_set_text (asked, "supplier", options->supplier_words);
  assay_json_set_text (asked, "product", options->product_words);
  assay_json_set_date (asked, "from", options->from);
  assay_json_set_date (asked, "to", options->to);
  assay_json_set_date (asked, "today", options->today);
  for (int i = 0; i < ASSAY_N_LEAD_TIME_RULES; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (rule_options[i]), "-", '_');
      g_autofree char *word = assay_lead_time_rules_get (&options->rules, (AssayLeadTimeRule)i);

      assay_json_set_text (asked, name, word);
    }
  if (options->explain != NULL)
    assay_json_set_text (asked, "explain", options->explain);
  return asked;
}

/**
 * assay_figures_options_make_table:
 * @options: what is asked
 * @columns: the columns
 * @n_columns: how many
 * @definition: what the figures mean
 *
 * Returns: (transfer full): a table on standard output that says what was asked
 */
AssayListing *
assay_figures_options_make_table (const AssayFiguresOptions *options,
                                  const AssayListingColumn *columns,
                                  guint n_columns,
                                  const char *definition)
{
  AssayListing *table = assay_listing_new (options->form, stdout, columns, n_columns);

  assay_listing_set_asked (table, assay_figures_options_make_asked (options));
  assay_listing_set_definition (table, definition);
  return table;
}
