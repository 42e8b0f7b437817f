/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay figures`: what lead times and defects were, by group. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/figures-options.h"

static const AssayUsage usage = {
  .name = "figures",
  .arguments = N_ ("BOOK (lead-time|defects|spend)"),
  .summary = N_ ("Prints statistics of lead time and slip, or defective rates, by group."),
  .details
  = N_ ("Rows of lead-time in JSON and CSV: group; n, the delivered lines with a slip; lead_n, "
        "lead_mean, lead_sd, lead_variance, lead_cv, lead_median, lead_p85, lead_p90, lead_p95, "
        "lead_min, lead_max; the same with slip_; on_time (a share from 0 to 1), late_n, early_n, "
        "open_late_n.\n\nRows of defects: group, lots, inspected, defective, defects, rate, "
        "rate_low, rate_high, dhu, dpmo, ppm, accepted_lots.\n\nDays are calendar days, variances "
        "those of a sample, quantiles of type 7. What cannot be computed is null in JSON and empty "
        "in CSV.\n\n“assay figures BOOK spend --help” tells about spend."),
  .min_arguments = 2,
  .max_arguments = 2,
};

static const AssayListingColumn *
lead_time_columns (guint *n_columns)
{
  static AssayListingColumn columns[] = {
    { "group", NULL, FALSE, 0 },        { "n", NULL, TRUE, 0 },
    { "lead_n", NULL, TRUE, 0 },        { "lead_mean", NULL, TRUE, 1 },
    { "lead_sd", NULL, TRUE, 1 },       { "lead_variance", NULL, TRUE, 1 },
    { "lead_cv", NULL, TRUE, 2 },       { "lead_median", NULL, TRUE, 1 },
    { "lead_p85", NULL, TRUE, 1 },      { "lead_p90", NULL, TRUE, 1 },
    { "lead_p95", NULL, TRUE, 1 },      { "lead_min", NULL, TRUE, 0 },
    { "lead_max", NULL, TRUE, 0 },      { "slip_n", NULL, TRUE, 0 },
    { "slip_mean", NULL, TRUE, 1 },     { "slip_sd", NULL, TRUE, 1 },
    { "slip_variance", NULL, TRUE, 1 }, { "slip_cv", NULL, TRUE, 2 },
    { "slip_median", NULL, TRUE, 1 },   { "slip_p85", NULL, TRUE, 1 },
    { "slip_p90", NULL, TRUE, 1 },      { "slip_p95", NULL, TRUE, 1 },
    { "slip_min", NULL, TRUE, 0 },      { "slip_max", NULL, TRUE, 0 },
    { "on_time", NULL, TRUE, 3 },       { "late_n", NULL, TRUE, 0 },
    { "early_n", NULL, TRUE, 0 },       { "open_late_n", NULL, TRUE, 0 },
  };
  /* A terminal holds a dozen columns: those that decide. */
  const struct
  {
    const char *name;
    const char *heading;
  } shown[] = {
    { "group", _ ("Group") },           { "lead_n", _ ("Lines") },
    { "lead_mean", _ ("Lead mean") },   { "lead_sd", _ ("Lead s") },
    { "lead_median", _ ("Median") },    { "lead_p85", _ ("P85") },
    { "slip_n", _ ("With promise") },   { "slip_mean", _ ("Slip mean") },
    { "slip_sd", _ ("Slip s") },        { "slip_p90", _ ("P90") },
    { "on_time", _ ("On time") },       { "late_n", _ ("Late") },
    { "open_late_n", _ ("Open late") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (shown); j++)
      if (g_str_equal (columns[i].name, shown[j].name))
        columns[i].heading = shown[j].heading;
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

static void
add_summary (AssayListing *table, const AssaySummary *summary)
{
  assay_listing_add_integer (table, (gint64)summary->n);
  assay_listing_add_real (table, summary->mean);
  assay_listing_add_real (table, summary->sd);
  assay_listing_add_real (table, summary->variance);
  assay_listing_add_real (table, summary->cv);
  assay_listing_add_real (table, summary->median);
  assay_listing_add_real (table, summary->p85);
  assay_listing_add_real (table, summary->p90);
  assay_listing_add_real (table, summary->p95);
  assay_listing_add_real (table, summary->min);
  assay_listing_add_real (table, summary->max);
}

static void
add_lead_time (AssayListing *table, const AssayLeadTimeRow *row, const char *shown)
{
  assay_listing_add_shown (table, row->group, shown);
  assay_listing_add_integer (table, (gint64)row->slip.n);
  add_summary (table, &row->lead);
  add_summary (table, &row->slip);
  assay_listing_add_real (table, row->on_time);
  assay_listing_add_integer (table, row->late_n);
  assay_listing_add_integer (table, row->early_n);
  assay_listing_add_integer (table, row->open_late_n);
}

static gboolean
print_lead_times (AssayDb *db, const AssayFiguresOptions *options, GError **error)
{
  AssayLeadTimeQuestion question = {
    .by = options->by,
    .supplier = options->supplier,
    .product = options->product,
    .from = options->from,
    .to = options->to,
    .today = options->today,
    .rules = options->rules,
  };
  g_autoptr (AssayLeadTimeRow) total = NULL;
  g_autoptr (GPtrArray) rows = assay_lead_time_figures (db, &question, &total, error);
  g_autofree char *definition = assay_lead_time_definition (&question);
  g_autoptr (AssayListing) table = NULL;
  const AssayListingColumn *columns;
  guint n_columns;

  if (rows == NULL)
    return FALSE;
  columns = lead_time_columns (&n_columns);
  table = assay_figures_options_make_table (options, columns, n_columns, definition);
  for (guint i = 0; i < rows->len; i++)
    {
      const AssayLeadTimeRow *row = g_ptr_array_index (rows, i);

      add_lead_time (table, row, row->group);
      assay_listing_end_row (table);
    }
  add_lead_time (table, total, _ ("All"));
  assay_listing_end_total (table);
  return assay_listing_finish (table, error);
}

static void
add_defects (AssayListing *table, const AssayDefectRow *row, const char *shown)
{
  assay_listing_add_shown (table, row->group, shown);
  assay_listing_add_integer (table, row->lots);
  assay_listing_add_integer (table, row->inspected);
  assay_listing_add_integer (table, row->defective);
  assay_listing_add_integer (table, row->defects);
  assay_listing_add_real (table, row->rate);
  assay_listing_add_real (table, row->rate_low);
  assay_listing_add_real (table, row->rate_high);
  assay_listing_add_real (table, row->dhu);
  assay_listing_add_real (table, row->dpmo);
  assay_listing_add_real (table, row->ppm);
  assay_listing_add_integer (table, row->accepted_lots);
}

static gboolean
print_defects (AssayDb *db, const AssayFiguresOptions *options, GError **error)
{
  const AssayListingColumn columns[] = {
    { "group", _ ("Group"), FALSE, 0 },
    { "lots", _ ("Lots"), TRUE, 0 },
    { "inspected", _ ("Inspected"), TRUE, 0 },
    { "defective", _ ("Defective"), TRUE, 0 },
    { "defects", _ ("Defects"), TRUE, 0 },
    { "rate", _ ("Rate"), TRUE, 4 },
    { "rate_low", _ ("From"), TRUE, 4 },
    { "rate_high", _ ("To"), TRUE, 4 },
    { "dhu", _ ("Per hundred"), TRUE, 2 },
    { "dpmo", NULL, TRUE, 0 },
    { "ppm", NULL, TRUE, 0 },
    { "accepted_lots", _ ("Accepted"), TRUE, 0 },
  };
  AssayDefectQuestion question = { .by = options->by,
                                   .supplier = options->supplier,
                                   .product = options->product,
                                   .from = options->from,
                                   .to = options->to };
  g_autoptr (AssayDefectRow) total = NULL;
  g_autoptr (GPtrArray) rows = assay_defect_figures (db, &question, &total, error);
  g_autofree char *definition = assay_defect_definition (&question);
  g_autoptr (AssayListing) table = NULL;

  if (rows == NULL)
    return FALSE;
  table = assay_figures_options_make_table (options, columns, G_N_ELEMENTS (columns), definition);
  for (guint i = 0; i < rows->len; i++)
    {
      const AssayDefectRow *row = g_ptr_array_index (rows, i);

      add_defects (table, row, row->group);
      assay_listing_end_row (table);
    }
  add_defects (table, total, _ ("All"));
  assay_listing_end_total (table);
  return assay_listing_finish (table, error);
}

/* Figures that have a command of their own, with options of their own. */
static const struct
{
  const char *name;
  int (*run) (int argc, char **argv);
} others[] = {
  { "spend", assay_cli_spend },
};

static gboolean
takes_value (const char *word)
{
  static const char *const flags[] = { "--csv", "--json", "--critical", "--explain", NULL };

  return g_str_has_prefix (word, "--") && strchr (word, '=') == NULL
         && !g_strv_contains (flags, word);
}

/* Which of them is named, by a word that is no option's. */
static int
find_other (int argc, char **argv)
{
  for (int i = 2; i < argc; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (others); j++)
      if (g_str_equal (argv[i], others[j].name) && !takes_value (argv[i - 1]))
        return (int)j;
  return -1;
}

/**
 * assay_cli_figures:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_figures (int argc, char **argv)
{
  g_auto (AssayFiguresOptions) options = { 0 };
  g_autoptr (AssayBook) book = NULL;
  g_autoptr (GError) error = NULL;
  AssayDb *db;
  gboolean done;
  int status, other = find_other (argc, argv);

  if (other >= 0)
    return others[other].run (argc, argv);
  if (!assay_figures_options_parse (&usage, argc, argv, &options, &status))
    return status;
  book = assay_usage_open_book (options.book);
  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  db = assay_book_get_reader (book);
  done = assay_figures_options_resolve (&options, db, &error)
         && (options.is_defects ? print_defects (db, &options, &error)
                                : print_lead_times (db, &options, &error));
  if (!done)
    status = assay_usage_refuse (options.book, error);
  assay_book_close (book, NULL);
  return done ? ASSAY_EXIT_DONE : status;
}
