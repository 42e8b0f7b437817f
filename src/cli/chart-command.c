/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay chart`: a chart into a file, drawn by the painter that the window uses. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "chart/defect-rate-chart.h"
#include "chart/distribution-chart.h"
#include "chart/export.h"
#include "chart/interval-chart.h"
#include "chart/on-time-chart.h"
#include "chart/pareto-chart.h"
#include "chart/score-trend-chart.h"
#include "chart/spread-chart.h"
#include "chart/test-chart.h"
#include "chart/timeline-chart.h"
#include "chart/validity-chart.h"
#include "chart/xmr-chart.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/find-record.h"
#include "cli/supplier-charts.h"
#include "cli/usage.h"
#include "insight/defects.h"
#include "insight/lead-time.h"
#include "record/date.h"

static const AssayUsage usage = {
  .name = "chart",
  .arguments = N_ ("BOOK KIND --output FILE.(svg|png|pdf)"),
  .summary = N_ ("Draws a chart into a file; its name says which kind."),
  .details
  = N_ ("lead-time: slip, or with --of a lead time, of each delivery in order of time with "
        "its natural limits\n"
        "spread: the same by supplier, a box with every point\n"
        "distribution: how often each occurs, with median, P85, P95 and the promise\n"
        "on-time: share of lines on time by month, with its interval\n"
        "defects: defective units or defects by month or lot, with limits\n"
        "pareto: which defects there are most of\n"
        "intervals: a figure of all suppliers side by side, with its interval\n"
        "timeline: the events of one order, planned and as they happened\n"
        "test: one test over rounds of samples and over suppliers, chosen with --test\n"
        "scorecard: points of suppliers by quarter, one brought out with --supplier\n"
        "suppliers: defective rate against unsteady delivery, area by spend\n"
        "heat-map: a cell for each supplier and month\n"
        "small-multiples: one chart over all suppliers, with the same scales\n"
        "spend: who has what share of spend; see “assay chart BOOK spend --help”\n"
        "critical: whom critical products depend on\n"
        "validity: from when until when each piece of evidence is valid\n"
        "oc: how often lots pass a sampling plan; see “assay chart oc --help”\n\n"
        "A file of the same name is replaced."),
  .min_arguments = 2,
  .max_arguments = 2,
};

typedef struct
{
  char *supplier;
  char *product;
  char *order;
  char *from;
  char *to;
  char *output;
  gboolean by_lot;
  char *control;
  char *rules;
  char *base_until;
  char **phases;
  char *by;
  char *of;
  char *sort;
  char *axis;
  char *figure;
  char *test;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->supplier);
  g_free (words->product);
  g_free (words->order);
  g_free (words->from);
  g_free (words->to);
  g_free (words->output);
  g_free (words->control);
  g_free (words->rules);
  g_free (words->base_until);
  g_strfreev (words->phases);
  g_free (words->by);
  g_free (words->figure);
  g_free (words->test);
  g_free (words->of);
  g_free (words->sort);
  g_free (words->axis);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* What is to be drawn. */
typedef struct
{
  AssayLeadTimeQuestion lines;
  AssayLeadMeasure of; /* what of the lines */
  AssayDefectQuestion lots;
  gboolean by_month;
  AssayControlOptions control;
  GArray *phases; /* gint32 */
  AssayCauseBy by;
  gint64 order;
  AssaySupplierCharts suppliers;
  AssayComparedFigure figure;
  const char *test; /* nullable: the one that most samples had */
} Request;

static void
request_clear (Request *request)
{
  g_clear_pointer (&request->phases, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static AssayScene *
make_lead_time (AssayDb *db, const Request *request, GError **error)
{
  g_autoptr (AssaySeries) series = assay_lead_time_series (db, &request->lines, request->of, error);

  return series != NULL ? assay_xmr_chart_new (series, &request->control) : NULL;
}

static AssayScene *
make_spread (AssayDb *db, const Request *request, GError **error)
{
  g_autoptr (GPtrArray) groups
      = assay_lead_time_series_by_supplier (db, &request->lines, request->of, error);

  return groups != NULL ? assay_spread_chart_new (groups) : NULL;
}

static AssayScene *
make_distribution (AssayDb *db, const Request *request, GError **error)
{
  g_autoptr (AssaySeries) series = assay_lead_time_series (db, &request->lines, request->of, error);

  return series != NULL ? assay_distribution_chart_new (series) : NULL;
}

static AssayScene *
make_on_time (AssayDb *db, const Request *request, GError **error)
{
  g_autoptr (AssaySeries) months = assay_on_time_months (db, &request->lines, error);
  g_autofree char *definition = assay_lead_time_definition (&request->lines);

  return months != NULL ? assay_on_time_chart_new (months, definition) : NULL;
}

static AssayScene *
make_defects (AssayDb *db, const Request *request, GError **error)
{
  g_autoptr (AssaySeries) series
      = assay_defect_points (db, &request->lots, request->by_month, error);

  return series != NULL ? assay_defect_rate_chart_new (series, &request->control) : NULL;
}

static AssayScene *
make_pareto (AssayDb *db, const Request *request, GError **error)
{
  g_autoptr (GPtrArray) causes = assay_defect_causes (db, &request->lots, request->by, error);

  return causes != NULL ? assay_pareto_chart_new (causes, request->by) : NULL;
}

static AssayScene *
make_timeline (AssayDb *db, const Request *request, GError **error)
{
  g_autoptr (AssayOrderTimeline) timeline
      = assay_order_timeline_read (db, request->order, assay_date_today (), error);

  return timeline != NULL ? assay_timeline_chart_new (timeline) : NULL;
}

static AssayScene *
make_validity (AssayDb *db, const Request *request, GError **error)
{
  const AssayEvidenceQuestion question = { .today = assay_date_today (),
                                           .supplier = request->lines.supplier,
                                           .product = request->lines.product };
  g_autoptr (AssayEvidenceRegister) evidence = assay_evidence_read (db, &question, error);

  return evidence != NULL ? assay_validity_chart_new (evidence) : NULL;
}

/* Two years. */
#define TREND_QUARTERS 8

static AssayScene *
make_scorecard (AssayDb *db, const Request *request, GError **error)
{
  AssayMeasuresQuestion question = { .from = request->lines.from,
                                     .to = request->lines.to,
                                     .today = request->lines.today,
                                     .rules = request->lines.rules };
  g_autoptr (AssayScorecard) card = NULL;
  g_autoptr (GPtrArray) quarters = NULL;
  GError *local = NULL;

  if (question.today == ASSAY_DATE_UNKNOWN)
    question.today = assay_date_today ();
  card = assay_scorecard_read (db, 0, &local);
  if (card == NULL && local == NULL)
    local = g_error_new_literal (ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE,
                                 _ ("the book has no scorecard"));
  if (card == NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  quarters = assay_scorecard_trend (db, card, &question, TREND_QUARTERS, error);
  return quarters != NULL ? assay_score_trend_chart_new (card, quarters, request->lines.supplier)
                          : NULL;
}

/* What is asked of one supplier's rows is asked of all suppliers'. */
static AssaySupplierCharts
of_suppliers (const Request *request)
{
  AssaySupplierCharts asked = request->suppliers;

  asked.question.lines = request->lines;
  asked.question.lots = request->lots;
  asked.control = &request->control;
  return asked;
}

static AssayScene *
make_suppliers (AssayDb *db, const Request *request, GError **error)
{
  AssaySupplierCharts asked = of_suppliers (request);

  return assay_supplier_charts_map (db, &asked, error);
}

static AssayScene *
make_heat_map (AssayDb *db, const Request *request, GError **error)
{
  AssaySupplierCharts asked = of_suppliers (request);

  return assay_supplier_charts_heat (db, &asked, error);
}

static AssayScene *
make_multiples (AssayDb *db, const Request *request, GError **error)
{
  AssaySupplierCharts asked = of_suppliers (request);

  return assay_supplier_charts_multiples (db, &asked, error);
}

static AssayScene *
make_intervals (AssayDb *db, const Request *request, GError **error)
{
  AssayClaimQuestion question = { .supplier = request->lines.supplier,
                                  .period = { request->lines.from, request->lines.to },
                                  .today = request->lines.today,
                                  .rules = request->lines.rules };
  g_autoptr (GPtrArray) rows = NULL;

  if (!assay_defect_interval_read (db, &question.interval, error))
    return NULL;
  rows = assay_measured_by_supplier (db, &question, request->figure, error);
  return rows != NULL ? assay_interval_chart_new (rows, request->figure, question.interval) : NULL;
}

static AssayScene *
make_test (AssayDb *db, const Request *request, GError **error)
{
  const AssayTestQuestion question = { request->lines.product, request->lines.supplier };
  g_autoptr (GPtrArray) all = assay_test_series_read (db, &question, error);
  const AssayTestSeries *series;

  if (all == NULL)
    return NULL;
  series = request->test != NULL ? assay_test_series_find (all, request->test)
           : all->len > 0        ? g_ptr_array_index (all, 0)
                                 : NULL;
  if (series == NULL && request->test != NULL)
    {
      g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE,
                   _ ("no test “%s” has a result in numbers"), request->test);
      return NULL;
    }
  return assay_test_chart_new (series);
}

static const struct
{
  const char *name;
  AssayScene *(*make) (AssayDb *db, const Request *request, GError **error);
} kinds[] = {
  { "lead-time", make_lead_time },
  { "spread", make_spread },
  { "distribution", make_distribution },
  { "on-time", make_on_time },
  { "defects", make_defects },
  { "pareto", make_pareto },
  { "timeline", make_timeline },
  { "scorecard", make_scorecard },
  { "suppliers", make_suppliers },
  { "heat-map", make_heat_map },
  { "small-multiples", make_multiples },
  { "intervals", make_intervals },
  { "test", make_test },
  { "validity", make_validity },
};

static int
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return (int)i;
  return -1;
}

typedef struct
{
  const char *name; /* NULL ends a list */
  int value;
} Choice;

static const Choice controls[] = {
  { "p", ASSAY_CONTROL_P },
  { "np", ASSAY_CONTROL_NP },
  { "c", ASSAY_CONTROL_C },
  { "u", ASSAY_CONTROL_U },
  { "laney-p", ASSAY_CONTROL_P_PRIME },
  { "laney-u", ASSAY_CONTROL_U_PRIME },
  { NULL },
};

static const Choice rule_sets[] = {
  { "usual", ASSAY_SIGNALS_DEFAULT },
  { "western-electric", ASSAY_SIGNALS_WESTERN_ELECTRIC },
  { "nelson", ASSAY_SIGNALS_NELSON },
  { NULL },
};

static const Choice line_measures[] = {
  { "slip", ASSAY_LEAD_SLIP },
  { "lead", ASSAY_LEAD_TOTAL },
  { "production", ASSAY_LEAD_PRODUCTION },
  { "transit", ASSAY_LEAD_TRANSIT },
  { NULL },
};

static const Choice causes_by[] = {
  { "type", ASSAY_CAUSE_TYPE },
  { "category", ASSAY_CAUSE_CATEGORY },
  { "class", ASSAY_CAUSE_CLASS },
  { "component", ASSAY_CAUSE_COMPONENT },
  { NULL },
};

static const Choice measures[] = {
  { "slip", ASSAY_SUPPLIER_SLIP },        { "on-time", ASSAY_SUPPLIER_ON_TIME },
  { "defects", ASSAY_SUPPLIER_DEFECTS },  { "lead", ASSAY_SUPPLIER_LEAD },
  { "deliveries", ASSAY_SUPPLIER_LINES }, { NULL },
};

static const Choice orders[] = {
  { "name", ASSAY_SUPPLIERS_BY_NAME },
  { "worst", ASSAY_SUPPLIERS_WORST_FIRST },
  { NULL },
};

static const Choice axes[] = {
  { "lead-sd", ASSAY_BUBBLE_LEAD_SD },
  { "lead-variance", ASSAY_BUBBLE_LEAD_VARIANCE },
  { "slip-sd", ASSAY_BUBBLE_SLIP_SD },
  { "slip-variance", ASSAY_BUBBLE_SLIP_VARIANCE },
  { NULL },
};

/* Finds @word in a list of choices; says what there is where it is none of them. */
static gboolean
choose (const char *option, const char *word, const Choice *list, int *value)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (; word != NULL && list->name != NULL; list++)
    {
      if (g_str_equal (list->name, word))
        {
          *value = list->value;
          return TRUE;
        }
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", list->name);
    }
  if (word != NULL)
    assay_usage_wrong (&usage, _ ("--%s is one of %s, not “%s”"), option, names->str, word);
  return word == NULL;
}

static gboolean
read_supplier_charts (const Words *words, AssaySupplierCharts *charts)
{
  int of = ASSAY_SUPPLIER_SLIP, order = ASSAY_SUPPLIERS_BY_NAME, axis = ASSAY_BUBBLE_LEAD_SD;

  if (!choose ("of", words->of, measures, &of) || !choose ("sort", words->sort, orders, &order)
      || !choose ("spread", words->axis, axes, &axis))
    return FALSE;
  charts->question.measure = (AssaySupplierMeasure)of;
  charts->order = (AssaySupplierOrder)order;
  charts->axis = (AssayBubbleAxis)axis;
  return TRUE;
}

/* The charts over all suppliers have measures of their own. */
static gboolean
is_of_suppliers (const char *kind)
{
  return g_str_equal (kind, "suppliers") || g_str_equal (kind, "heat-map")
         || g_str_equal (kind, "small-multiples");
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint32 left = *(const gint32 *)a, right = *(const gint32 *)b;

  return (left > right) - (left < right);
}

/* Reads everything but supplier and product, which need the book. */
static gboolean
read_request (const Words *words, const char *kind, Request *request)
{
  int control = ASSAY_CONTROL_P, rules = ASSAY_SIGNALS_DEFAULT, by = ASSAY_CAUSE_TYPE;
  int of = ASSAY_LEAD_SLIP;

  request->lines.today = ASSAY_DATE_UNKNOWN;
  request->by_month = !words->by_lot;
  request->test = words->test;
  request->control = assay_control_options_default;
  request->phases = g_array_new (FALSE, FALSE, sizeof (gint32));
  if (!assay_usage_parse_date (&usage, "from", words->from, &request->lines.from)
      || !assay_usage_parse_date (&usage, "to", words->to, &request->lines.to)
      || !assay_usage_parse_date (&usage, "base-until", words->base_until,
                                  &request->control.base_until)
      || !choose ("control", words->control, controls, &control)
      || !choose ("rules", words->rules, rule_sets, &rules)
      || !choose ("by", words->by, causes_by, &by)
      || !(is_of_suppliers (kind) ? read_supplier_charts (words, &request->suppliers)
                                  : choose ("of", words->of, line_measures, &of)))
    return FALSE;
  if (words->figure != NULL && !assay_compared_parse (words->figure, &request->figure))
    {
      assay_usage_wrong (&usage, _ ("--figure takes one such as defective_rate, not “%s”"),
                         words->figure);
      return FALSE;
    }
  for (guint i = 0; words->phases != NULL && words->phases[i] != NULL; i++)
    {
      gint32 day;

      if (!assay_usage_parse_date (&usage, "phase", words->phases[i], &day))
        return FALSE;
      g_array_append_val (request->phases, day);
    }
  g_array_sort (request->phases, compare_days);
  request->control.kind = (AssayControlKind)control;
  request->control.rules = (guint)rules;
  request->control.phases = (const gint32 *)(void *)request->phases->data;
  request->control.n_phases = request->phases->len;
  request->by = (AssayCauseBy)by;
  request->of = (AssayLeadMeasure)of;
  request->lots.from = request->lines.from;
  request->lots.to = request->lines.to;
  return TRUE;
}

static AssayScene *
make_chart (AssayDb *db, int kind, const Words *words, Request *request, GError **error)
{
  if ((words->supplier != NULL
       && !assay_find_record (db, ASSAY_TYPE_SUPPLIER, words->supplier, &request->lines.supplier,
                              error))
      || (words->product != NULL
          && !assay_find_record (db, ASSAY_TYPE_PRODUCT, words->product, &request->lines.product,
                                 error))
      || (words->order != NULL
          && !assay_find_record (db, ASSAY_TYPE_ORDER, words->order, &request->order, error)))
    return NULL;
  request->lots.supplier = request->lines.supplier;
  request->lots.product = request->lines.product;
  return assay_lead_time_rules_read (db, &request->lines.rules, error)
             ? kinds[kind].make (db, request, error)
             : NULL;
}

static int
draw (const char *path, int kind, const Words *words, Request *request, AssayExportFormat format)
{
  g_autoptr (AssayBook) book = assay_usage_open_book (path);
  g_autoptr (AssayScene) scene = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (words->output);
  g_autoptr (GError) error = NULL;
  AssayExportOptions options = { 0 };
  int status = ASSAY_EXIT_DONE;

  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  scene = make_chart (assay_book_get_reader (book), kind, words, request, &error);
  if (scene == NULL)
    status = assay_usage_refuse (path, error);
  else if (!assay_export_file (scene, file, format, &options, NULL, &error))
    status = assay_usage_refuse (words->output, error);
  assay_book_close (book, NULL);
  return status;
}

/* Some charts have options of their own; a plan may stand in no book. */
static gboolean
asks_for (int argc, char **argv, const char *kind)
{
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], kind) && argv[i - 1][0] != '-')
      return TRUE;
  return FALSE;
}

/**
 * assay_cli_chart:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_chart (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words.output, N_ ("The file to write"),
      N_ ("FILE") },
    { "supplier", 0, 0, G_OPTION_ARG_FILENAME, &words.supplier, N_ ("Only this supplier"),
      N_ ("NAME") },
    { "product", 0, 0, G_OPTION_ARG_FILENAME, &words.product, N_ ("Only this product"),
      N_ ("CODE") },
    { "order", 0, 0, G_OPTION_ARG_FILENAME, &words.order, N_ ("timeline: the order, by its number"),
      N_ ("NUMBER") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &words.from,
      N_ ("Delivered or inspected on this day or later"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &words.to,
      N_ ("Delivered or inspected on this day or earlier"), N_ ("DATE") },
    { "by-lot", 0, 0, G_OPTION_ARG_NONE, &words.by_lot,
      N_ ("defects: a point for each lot, not for each month"), NULL },
    { "control", 0, 0, G_OPTION_ARG_STRING, &words.control,
      N_ ("defects: p, np, c, u, laney-p or laney-u"), N_ ("CHART") },
    { "rules", 0, 0, G_OPTION_ARG_STRING, &words.rules,
      N_ ("lead-time, defects: usual, western-electric or nelson"), N_ ("RULES") },
    { "base-until", 0, 0, G_OPTION_ARG_FILENAME, &words.base_until,
      N_ ("lead-time, defects: limits rest on the points up to this day"), N_ ("DATE") },
    { "phase", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.phases,
      N_ ("lead-time, defects: limits begin anew on this day; may be given again"), N_ ("DATE") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &words.by, N_ ("pareto: type, category, class or component"),
      N_ ("WHAT") },
    { "figure", 0, 0, G_OPTION_ARG_STRING, &words.figure,
      N_ ("intervals: defective_rate unless given, or dhu, accepted_share, on_time, lead_mean, "
          "lead_variance, slip_mean, slip_variance"),
      N_ ("FIGURE") },
    { "test", 0, 0, G_OPTION_ARG_STRING, &words.test,
      N_ ("test: the test, by its name or a part of it; otherwise the one that most samples had"),
      N_ ("NAME") },
    { "of", 0, 0, G_OPTION_ARG_STRING, &words.of,
      N_ ("lead-time, spread, distribution: slip, lead, production or transit; heat-map, "
          "small-multiples: slip, on-time or defects; heat-map: lead or deliveries"),
      N_ ("FIGURE") },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &words.sort,
      N_ ("heat-map, small-multiples: suppliers by name, or the worst first"), N_ ("ORDER") },
    { "spread", 0, 0, G_OPTION_ARG_STRING, &words.axis,
      N_ ("suppliers: lead-sd, lead-variance, slip-sd or slip-variance"), N_ ("FIGURE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (Request) request = { 0 };
  AssayExportFormat format;
  int status, kind;

  if (asks_for (argc, argv, "oc"))
    return assay_cli_oc_chart (argc, argv);
  if (asks_for (argc, argv, "spend") || asks_for (argc, argv, "critical"))
    return assay_cli_spend_chart (argc, argv);
  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (!read_request (&words, arguments[1], &request))
    return ASSAY_EXIT_USAGE;
  kind = find_kind (arguments[1]);
  if (kind < 0)
    return assay_usage_wrong (&usage, _ ("there is no chart “%s”"), arguments[1]);
  if (kinds[kind].make == make_timeline && words.order == NULL)
    return assay_usage_wrong (&usage, _ ("--order is missing"));
  if (words.output == NULL)
    return assay_usage_wrong (&usage, _ ("--output is missing"));
  if (!assay_export_format_from_name (words.output, &format, &error))
    return assay_usage_wrong (&usage, "%s", error->message);
  return draw (arguments[0], kind, &words, &request, format);
}
