/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay figures BOOK reorder`: when to order again, how much to keep, what variance costs. */

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
#include "insight/reorder.h"
#include "record/date.h"
#include "record/format.h"

static const AssayUsage usage = {
  .name = "figures",
  .arguments = N_ ("BOOK reorder"),
  .summary
  = N_ ("Prints safety stock, reorder point and the day to order of each product, and what "
        "the variance of its supplier costs."),
  .details
  = N_ ("Rows: product, name, supplier, demand_source, months, demand_mean, demand_sd (pieces a "
        "day), lead_source, lead_n, few_data, lead_mean, lead_sd (days), service_level, z, "
        "safety_stock, reorder_point, safety_stock_whole, reorder_point_whole, reason (why they "
        "are not known), stock, stock_on, stock_today, days_of_stock, incoming, order_on, due, "
        "order_reason, promised_lead, promised_n, kept_safety_stock, saved_pieces, saved_days, "
        "saved_money, unit_price, currency, saved_in_base, variance_pieces, variance_in_base, "
        "base_currency. JSON has the sentence in words too, and by_supplier, the sums of each "
        "supplier.\n\nWhat cannot be computed is null in JSON and empty in CSV."),
  .min_arguments = 2,
  .max_arguments = 2,
};

/* As typed; texts are owned. */
typedef struct
{
  char *product;
  char *level;
  char *today;
  gboolean explain;
  gboolean csv;
  gboolean json;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->product);
  g_free (words->level);
  g_free (words->today);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static const char *const demand_names[] = {
  [ASSAY_DEMAND_UNKNOWN] = NULL,
  [ASSAY_DEMAND_RECORDED] = "recorded",
  [ASSAY_DEMAND_TYPED] = "typed",
};

static const char *const lead_names[] = {
  [ASSAY_LEAD_UNKNOWN] = NULL,
  [ASSAY_LEAD_OF_PRODUCT] = "product",
  [ASSAY_LEAD_OF_SUPPLIER] = "supplier",
  [ASSAY_LEAD_CLAIMED] = "claimed",
};

static void
add_day (AssayListing *table, gint32 day)
{
  g_autofree char *iso = day != ASSAY_DATE_UNKNOWN ? assay_date_format_iso (day) : NULL;

  assay_listing_add_text (table, iso);
}

static void
add_money (AssayListing *table, gboolean is_known, gint64 amount, const char *currency)
{
  g_autofree char *shown = assay_money_format (amount, currency);

  assay_listing_add_real_shown (table, is_known ? assay_money_to_units (amount, currency) : NAN,
                                shown);
}

static void
add_terms (AssayListing *table, const AssayReorder *reorder)
{
  assay_listing_add_text (table, demand_names[reorder->demand]);
  assay_listing_add_integer (table, reorder->months_n);
  assay_listing_add_real (table, reorder->terms.demand_mean);
  assay_listing_add_real (table, reorder->terms.demand_sd);
  assay_listing_add_text (table, lead_names[reorder->lead]);
  assay_listing_add_integer (table, (gint64)reorder->lead_n);
  assay_listing_add_flag (table, reorder->has_few);
  assay_listing_add_real (table, reorder->terms.lead_mean);
  assay_listing_add_real (table, reorder->terms.lead_sd);
  assay_listing_add_real (table, reorder->terms.service_level);
  assay_listing_add_real (table, reorder->level.z);
  assay_listing_add_real (table, reorder->level.safety_stock);
  assay_listing_add_real (table, reorder->level.reorder_point);
  assay_listing_add_real (table, assay_reorder_whole (reorder->level.safety_stock));
  assay_listing_add_real (table, assay_reorder_whole (reorder->level.reorder_point));
  assay_listing_add_text (table, assay_reorder_gap_name (reorder->gap));
}

static void
add_stock (AssayListing *table, const AssayReorder *reorder)
{
  if (reorder->stock < 0)
    assay_listing_add_unknown (table);
  else
    assay_listing_add_integer (table, reorder->stock);
  add_day (table, reorder->is_counted ? reorder->stock_on : ASSAY_DATE_UNKNOWN);
  assay_listing_add_real (table, reorder->stock_today);
  assay_listing_add_real (table, reorder->days_of_stock);
  assay_listing_add_integer (table, reorder->incoming);
  add_day (table, reorder->order_on);
  if (reorder->order_on == ASSAY_DATE_UNKNOWN)
    assay_listing_add_unknown (table);
  else
    assay_listing_add_flag (table, reorder->is_due);
  assay_listing_add_text (table, assay_reorder_gap_name (reorder->order_gap));
}

static void
add_costs (AssayListing *table, const AssayReorder *reorder)
{
  const AssayReorderCost *saved = &reorder->saved, *variance = &reorder->variance;

  assay_listing_add_real (table, reorder->promised_lead);
  assay_listing_add_integer (table, (gint64)reorder->promised_n);
  assay_listing_add_real (table, reorder->kept.safety_stock);
  assay_listing_add_real (table, saved->pieces);
  assay_listing_add_real (table, saved->days);
  add_money (table, saved->has_price, saved->amount, reorder->currency);
  add_money (table, reorder->has_price, reorder->unit_price, reorder->currency);
  assay_listing_add_text (table, reorder->currency);
  add_money (table, saved->has_base, saved->in_base, reorder->base_currency);
  assay_listing_add_real (table, variance->pieces);
  add_money (table, variance->has_base, variance->in_base, reorder->base_currency);
  assay_listing_add_text (table, reorder->base_currency);
}

static const AssayListingColumn *
get_columns (guint *n_columns)
{
  static AssayListingColumn columns[] = {
    { "product", NULL, FALSE, 0 },
    { "name", NULL, FALSE, 0 },
    { "supplier", NULL, FALSE, 0 },
    { "demand_source", NULL, FALSE, 0 },
    { "months", NULL, TRUE, 0 },
    { "demand_mean", NULL, TRUE, 1 },
    { "demand_sd", NULL, TRUE, 1 },
    { "lead_source", NULL, FALSE, 0 },
    { "lead_n", NULL, TRUE, 0 },
    { "few_data", NULL, FALSE, 0 },
    { "lead_mean", NULL, TRUE, 1 },
    { "lead_sd", NULL, TRUE, 1 },
    { "service_level", NULL, TRUE, 3 },
    { "z", NULL, TRUE, 3 },
    { "safety_stock", NULL, TRUE, 0 },
    { "reorder_point", NULL, TRUE, 0 },
    { "safety_stock_whole", NULL, TRUE, 0 },
    { "reorder_point_whole", NULL, TRUE, 0 },
    { "reason", NULL, FALSE, 0 },
    { "stock", NULL, TRUE, 0 },
    { "stock_on", NULL, FALSE, 0 },
    { "stock_today", NULL, TRUE, 0 },
    { "days_of_stock", NULL, TRUE, 0 },
    { "incoming", NULL, TRUE, 0 },
    { "order_on", NULL, FALSE, 0 },
    { "due", NULL, FALSE, 0 },
    { "order_reason", NULL, FALSE, 0 },
    { "promised_lead", NULL, TRUE, 1 },
    { "promised_n", NULL, TRUE, 0 },
    { "kept_safety_stock", NULL, TRUE, 0 },
    { "saved_pieces", NULL, TRUE, 0 },
    { "saved_days", NULL, TRUE, 0 },
    { "saved_money", NULL, TRUE, 2 },
    { "unit_price", NULL, TRUE, 2 },
    { "currency", NULL, FALSE, 0 },
    { "saved_in_base", NULL, TRUE, 2 },
    { "variance_pieces", NULL, TRUE, 0 },
    { "variance_in_base", NULL, TRUE, 2 },
    { "base_currency", NULL, FALSE, 0 },
    { "sentence", NULL, FALSE, 0 },
  };
  /* A terminal holds a dozen columns: those that decide. */
  const struct
  {
    const char *name;
    const char *heading;
  } shown[] = {
    { "product", _ ("Product") },
    { "demand_mean", _ ("A day") },
    { "lead_mean", _ ("Lead mean") },
    { "lead_sd", _ ("Lead s") },
    { "lead_n", _ ("Lines") },
    { "safety_stock_whole", _ ("Safety") },
    { "reorder_point_whole", _ ("Reorder at") },
    { "stock_today", _ ("Stock") },
    { "days_of_stock", _ ("Days") },
    { "order_on", _ ("Order by") },
    { "saved_pieces", _ ("If kept") },
    { "saved_in_base", _ ("Saves") },
    { "variance_in_base", _ ("Variance") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (shown); j++)
      if (g_str_equal (columns[i].name, shown[j].name))
        columns[i].heading = shown[j].heading;
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

static JsonArray *
describe_suppliers (const GPtrArray *plan)
{
  g_autoptr (GPtrArray) sums = assay_reorder_sum_suppliers (plan);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < sums->len; i++)
    {
      const AssayReorderSupplier *sum = g_ptr_array_index (sums, i);
      const AssayReorder *any = g_ptr_array_index (plan, 0);
      JsonObject *object = json_object_new ();

      assay_json_set_text (object, "supplier", sum->name);
      json_object_set_int_member (object, "products", sum->products);
      json_object_set_int_member (object, "unknown_products", sum->unknown);
      json_object_set_int_member (object, "unpriced_products", sum->unpriced);
      assay_json_set_real (object, "saved_pieces", sum->saved.pieces);
      assay_json_set_real (object, "saved_in_base",
                           sum->saved.has_base
                               ? assay_money_to_units (sum->saved.in_base, any->base_currency)
                               : NAN);
      assay_json_set_real (object, "variance_pieces", sum->variance.pieces);
      assay_json_set_real (object, "variance_in_base",
                           sum->variance.has_base
                               ? assay_money_to_units (sum->variance.in_base, any->base_currency)
                               : NAN);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
asked_json (const Words *words, const AssayReorderQuestion *question)
{
  JsonObject *asked = json_object_new ();
  g_autofree char *today = assay_date_format_iso (question->today);

  json_object_set_string_member (asked, "command", "figures");
  json_object_set_string_member (asked, "figures", "reorder");
  assay_json_set_text (asked, "product", words->product);
  assay_json_set_real (asked, "service_level",
                       question->service_level > 0 ? question->service_level : NAN);
  json_object_set_string_member (asked, "today", today);
  return asked;
}

static AssayListing *
make_table (const Words *words, const AssayReorderQuestion *question, const GPtrArray *plan)
{
  AssayListingForm form = words->json  ? ASSAY_LISTING_JSON
                          : words->csv ? ASSAY_LISTING_CSV
                                       : ASSAY_LISTING_TEXT;
  guint n_columns;
  const AssayListingColumn *columns = get_columns (&n_columns);
  AssayListing *table = assay_listing_new (form, stdout, columns, n_columns);
  g_autofree char *definition = assay_reorder_definition ();
  JsonObject *more = json_object_new (), *units = json_object_new ();

  json_object_set_string_member (units, "demand", "pieces a day");
  json_object_set_string_member (units, "lead", "calendar days");
  json_object_set_string_member (units, "safety_stock", "pieces");
  json_object_set_string_member (units, "reorder_point", "pieces");
  json_object_set_object_member (more, "units", units);
  json_object_set_array_member (more, "by_supplier", describe_suppliers (plan));
  assay_listing_set_asked (table, asked_json (words, question));
  assay_listing_set_more (table, more);
  assay_listing_set_definition (table, definition);
  return table;
}

static gboolean
print_plan (AssayDb *db, const AssayReorderQuestion *question, const Words *words, GError **error)
{
  g_autoptr (GPtrArray) plan = assay_reorder_plan (db, question, error);
  g_autoptr (AssayListing) table = NULL;

  if (plan == NULL)
    return FALSE;
  if (words->explain && plan->len > 0)
    {
      g_autoptr (AssayExplanation) explanation
          = assay_reorder_explain (g_ptr_array_index (plan, 0));

      return assay_explain_print (explanation, asked_json (words, question),
                                  words->json ? ASSAY_LISTING_JSON : ASSAY_LISTING_TEXT, stdout,
                                  error);
    }
  table = make_table (words, question, plan);
  for (guint i = 0; i < plan->len; i++)
    {
      const AssayReorder *reorder = g_ptr_array_index (plan, i);
      g_autofree char *sentence = assay_reorder_sentence (reorder);

      assay_listing_add_text (table, reorder->code);
      assay_listing_add_text (table, reorder->name);
      assay_listing_add_text (table, reorder->supplier_name);
      add_terms (table, reorder);
      add_stock (table, reorder);
      add_costs (table, reorder);
      assay_listing_add_text (table, sentence);
      assay_listing_end_row (table);
    }
  return assay_listing_finish (table, error);
}

/* "95%", "95 %" or "0.95". */
static gboolean
read_level (const char *text, double *level)
{
  char *end = NULL;
  double number;

  if (text == NULL)
    return TRUE;
  number = g_ascii_strtod (text, &end);
  while (end != text && *end == ' ')
    end++;
  if (end != text && *end == '%')
    {
      number /= 100;
      end++;
    }
  if (end != text && *end == '\0' && number >= 0.5 && number < 1)
    {
      *level = number;
      return TRUE;
    }
  assay_usage_wrong (&usage, _ ("--service-level takes a share from 50%% to below 100%%, not “%s”"),
                     text);
  return FALSE;
}

static int
print (const char *path, const Words *words, AssayReorderQuestion *question)
{
  g_autoptr (AssayBook) book = assay_usage_open_book (path);
  g_autoptr (GError) error = NULL;
  int status = ASSAY_EXIT_DONE;
  AssayDb *db;

  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  db = assay_book_get_reader (book);
  if ((words->product != NULL
       && !assay_find_record (db, ASSAY_TYPE_PRODUCT, words->product, &question->product, &error))
      || !print_plan (db, question, words, &error))
    status = assay_usage_refuse (path, error);
  assay_book_close (book, NULL);
  return status;
}

/**
 * assay_cli_reorder:
 * @argc: number of arguments
 * @argv: the arguments of `assay figures`, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_reorder (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_auto (GStrv) arguments = NULL;
  AssayReorderQuestion question = { .today = ASSAY_DATE_UNKNOWN };
  const GOptionEntry entries[] = {
    { "product", 0, 0, G_OPTION_ARG_FILENAME, &words.product,
      N_ ("Only this product; all with a demand or a stock unless given"), N_ ("CODE") },
    { "service-level", 0, 0, G_OPTION_ARG_FILENAME, &words.level,
      N_ ("In which share of order cycles the stock is to last, such as 95%; as each product says "
          "unless given"),
      N_ ("SHARE") },
    { "today", 0, 0, G_OPTION_ARG_FILENAME, &words.today, N_ ("Plan on this day instead of today"),
      N_ ("DATE") },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &words.explain,
      N_ ("With --product: how its safety stock and reorder point came about"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &words.csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (!read_level (words.level, &question.service_level)
      || !assay_usage_parse_date (&usage, "today", words.today, &question.today))
    return ASSAY_EXIT_USAGE;
  if (words.explain && (words.product == NULL || words.csv))
    return assay_usage_wrong (&usage, "%s",
                              words.csv ? _ ("there is no CSV of --explain")
                                        : _ ("--explain needs --product"));
  if (question.today == ASSAY_DATE_UNKNOWN)
    question.today = assay_date_today ();
  return print (arguments[0], &words, &question);
}
