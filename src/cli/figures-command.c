/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay figures`: what lead times and defects were, by group. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/figures-options.h"
#include "cli/lead-time-table.h"

static const AssayUsage usage = {
  .name = "figures",
  .arguments
  = N_ ("BOOK (lead-time|defects|scorecard|spend|reorder|materials|compare|diversification)"),
  .summary = N_ ("Prints figures of deliveries, defects, spend and suppliers."),
  .details
  = N_ ("Rows of lead-time in JSON and CSV: group; n, the delivered lines with a slip; lead_n, "
        "lead_mean, lead_sd, lead_variance, lead_cv, lead_median, lead_p85, lead_p90, lead_p95, "
        "lead_min, lead_max; the same with slip_; on_time (a share from 0 to 1), late_n, early_n, "
        "open_late_n; lead_range, lead_mad, slip_range, slip_mad; all of these with production_ "
        "and transit_; on_time_n of due_n; otif, on time in full, in_full_n of otif_n; safe_days "
        "to promise to customers, safe_few where they rest on fewer than eight orders; lines left "
        "out: not_due_n, cancelled_n, no_promise_n, no_date_n, not_sent_n, no_ready_n, "
        "no_quantity_n, before_order_n, before_start_n, before_ready_n.\n\nVariances are those of "
        "a sample, quantiles of type 7; JSON says the "
        "unit of each. What cannot be computed is null in JSON and empty in CSV.\n\n“assay figures "
        "BOOK defects --help” tells about defects; scorecard, spend, reorder, materials, "
        "compare and diversification "
        "do so too."),
  .min_arguments = 2,
  .max_arguments = 2,
};

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

  return assay_lead_time_table_print (db, &question, options, error);
}

/* Figures that have a command of their own, with options of their own. */
static const struct
{
  const char *name;
  int (*run) (int argc, char **argv);
} others[] = {
  { "compare", assay_cli_compare },     { "defects", assay_cli_defects },
  { "scorecard", assay_cli_scorecard }, { "spend", assay_cli_spend },
  { "reorder", assay_cli_reorder },     { "diversification", assay_cli_diversification },
  { "materials", assay_cli_materials },
};

static gboolean
takes_value (const char *word)
{
  static const char *const flags[] = { "--csv", "--json", "--critical", "--claims", NULL };

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
         && print_lead_times (db, &options, &error);
  if (!done)
    status = assay_usage_refuse (options.book, error);
  assay_book_close (book, NULL);
  return done ? ASSAY_EXIT_DONE : status;
}
