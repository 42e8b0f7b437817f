/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "cli/lead-time-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/explain.h"
#include "insight/lead-time-explain.h"
#include "insight/lead-time-statistics.h"

/* With fewer lines a spread says nothing to a person. */
#define LEAST_FOR_SPREAD 3

/* A terminal holds a dozen columns: those that decide. */
static const struct
{
  const char *name;
  const char *heading;
} shown[] = {
  { "lead_n", N_ ("Lines") },        { "lead_mean", N_ ("Lead mean") },
  { "lead_sd", N_ ("Lead s") },      { "lead_median", N_ ("Median") },
  { "lead_p85", N_ ("P85") },        { "slip_n", N_ ("With promise") },
  { "slip_mean", N_ ("Slip mean") }, { "slip_sd", N_ ("Slip s") },
  { "slip_p90", N_ ("P90") },        { "on_time", N_ ("On time") },
  { "late_n", N_ ("Late") },         { "open_late_n", N_ ("Open late") },
  { "otif", N_ ("In full") },
};

static const char *
heading_of (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    if (g_str_equal (shown[i].name, name))
      return _ (shown[i].heading);
  return NULL;
}

static guint
digits_of (AssayStatisticUnit unit)
{
  switch (unit)
    {
    case ASSAY_STATISTIC_SHARE:
      return 3;
    case ASSAY_STATISTIC_RATIO:
      return 2;
    case ASSAY_STATISTIC_DAYS:
    case ASSAY_STATISTIC_SQUARE_DAYS:
      return 1;
    case ASSAY_STATISTIC_WHOLE_DAYS:
    case ASSAY_STATISTIC_LINES:
    case ASSAY_STATISTIC_DUE:
    default:
      return 0;
    }
}

/* Group, n, then every statistic, then whether the days to promise rest on few orders. */
static AssayListingColumn *
make_columns (guint *n_columns)
{
  guint n;
  const AssayLeadTimeStatistic *statistics = assay_lead_time_statistics (&n);
  AssayListingColumn *columns = g_new0 (AssayListingColumn, n + 3);

  columns[0] = (AssayListingColumn){ "group", _ ("Group"), FALSE, 0 };
  columns[1] = (AssayListingColumn){ "n", NULL, TRUE, 0 };
  for (guint i = 0; i < n; i++)
    columns[i + 2] = (AssayListingColumn){ statistics[i].name, heading_of (statistics[i].name),
                                           TRUE, digits_of (statistics[i].unit) };
  columns[n + 2] = (AssayListingColumn){ "safe_few", NULL, FALSE, 0 };
  *n_columns = n + 3;
  return columns;
}

static gboolean
is_spread (const AssayLeadTimeStatistic *statistic)
{
  return g_str_has_suffix (statistic->name, "_sd");
}

static void
add_statistic (AssayListing *table,
               const AssayLeadTimeRow *row,
               const AssayLeadTimeStatistic *statistic)
{
  double value = assay_lead_time_row_get (row, statistic);

  if (statistic->is_count)
    assay_listing_add_integer (table, (gint64)value);
  else if (is_spread (statistic)
           && assay_lead_time_row_get_summary (row, statistic->measure)->n < LEAST_FOR_SPREAD)
    assay_listing_add_real_shown (table, value, "–");
  else
    assay_listing_add_real (table, value);
}

static void
add_row (AssayListing *table, const AssayLeadTimeRow *row, const char *name)
{
  guint n;
  const AssayLeadTimeStatistic *statistics = assay_lead_time_statistics (&n);

  assay_listing_add_shown (table, row->group, name);
  assay_listing_add_integer (table, (gint64)row->slip.n);
  for (guint i = 0; i < n; i++)
    add_statistic (table, row, &statistics[i]);
  assay_listing_add_flag (table, row->orders_n < ASSAY_LEAD_TIME_MANY_ORDERS);
}

/* The unit of each column. */
static JsonObject *
make_units (const AssayLeadTimeRules *rules)
{
  guint n;
  const AssayLeadTimeStatistic *statistics = assay_lead_time_statistics (&n);
  JsonObject *more = json_object_new ();
  JsonObject *units = json_object_new ();

  json_object_set_string_member (units, "n", "lines");
  for (guint i = 0; i < n; i++)
    json_object_set_string_member (units, statistics[i].name,
                                   assay_statistic_unit_name (statistics[i].unit, rules));
  json_object_set_object_member (more, "units", units);
  return more;
}

static gboolean
explain (AssayDb *db,
         const AssayLeadTimeQuestion *question,
         const AssayFiguresOptions *options,
         GError **error)
{
  const AssayLeadTimeStatistic *statistic = assay_lead_time_statistic_find (options->explain);
  AssayLeadTimeQuestion asked = *question;
  g_autoptr (AssayExplanation) explanation = NULL;

  if (statistic == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("there is no statistic “%s”; JSON has their names"), options->explain);
      return FALSE;
    }
  asked.by = ASSAY_GROUP_NONE;
  explanation = assay_lead_time_explain (db, &asked, NULL, statistic, error);
  return explanation != NULL
         && assay_explain_print (explanation, assay_figures_options_make_asked (options),
                                 options->form, stdout, error);
}

/**
 * assay_lead_time_table_print:
 * @db: the book
 * @question: what is asked
 * @options: the same as options; with the form, and what is to be explained
 * @error: return location for an error
 *
 * Returns: %FALSE on error
 */
gboolean
assay_lead_time_table_print (AssayDb *db,
                             const AssayLeadTimeQuestion *question,
                             const AssayFiguresOptions *options,
                             GError **error)
{
  g_autoptr (AssayLeadTimeRow) total = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *definition = assay_lead_time_definition (question);
  g_autofree AssayListingColumn *columns = NULL;
  g_autoptr (AssayListing) table = NULL;
  guint n_columns;

  if (options->explain != NULL)
    return explain (db, question, options, error);
  rows = assay_lead_time_figures (db, question, &total, error);
  if (rows == NULL)
    return FALSE;
  columns = make_columns (&n_columns);
  table = assay_figures_options_make_table (options, columns, n_columns, definition);
  assay_listing_set_more (table, make_units (&question->rules));
  for (guint i = 0; i < rows->len; i++)
    {
      const AssayLeadTimeRow *row = g_ptr_array_index (rows, i);

      add_row (table, row, row->group);
      assay_listing_end_row (table);
    }
  add_row (table, total, _ ("All"));
  assay_listing_end_total (table);
  return assay_listing_finish (table, error);
}
