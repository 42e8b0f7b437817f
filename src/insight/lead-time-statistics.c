/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/lead-time-statistics.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/format.h"

#define OF_SUMMARY(prefix, suffix, title, unit_of, of, member, count)                              \
  { .name = prefix suffix,                                                                         \
    .label = title,                                                                                \
    .unit = unit_of,                                                                               \
    .measure = of,                                                                                 \
    .offset = G_STRUCT_OFFSET (AssaySummary, member),                                              \
    .is_count = count }

#define SUMMARY(prefix, of)                                                                        \
  OF_SUMMARY (prefix, "_n", N_ ("Lines"), ASSAY_STATISTIC_LINES, of, n, TRUE),                     \
      OF_SUMMARY (prefix, "_mean", N_ ("Mean"), ASSAY_STATISTIC_DAYS, of, mean, FALSE),            \
      OF_SUMMARY (prefix, "_sd", N_ ("Standard deviation"), ASSAY_STATISTIC_DAYS, of, sd, FALSE),  \
      OF_SUMMARY (prefix, "_variance", N_ ("Variance"), ASSAY_STATISTIC_SQUARE_DAYS, of, variance, \
                  FALSE),                                                                          \
      OF_SUMMARY (prefix, "_cv", N_ ("Coefficient of variation"), ASSAY_STATISTIC_RATIO, of, cv,   \
                  FALSE),                                                                          \
      OF_SUMMARY (prefix, "_median", N_ ("Median"), ASSAY_STATISTIC_DAYS, of, median, FALSE),      \
      OF_SUMMARY (prefix, "_p85", N_ ("P85"), ASSAY_STATISTIC_DAYS, of, p85, FALSE),               \
      OF_SUMMARY (prefix, "_p90", N_ ("P90"), ASSAY_STATISTIC_DAYS, of, p90, FALSE),               \
      OF_SUMMARY (prefix, "_p95", N_ ("P95"), ASSAY_STATISTIC_DAYS, of, p95, FALSE),               \
      OF_SUMMARY (prefix, "_min", N_ ("Least"), ASSAY_STATISTIC_WHOLE_DAYS, of, min, FALSE),       \
      OF_SUMMARY (prefix, "_max", N_ ("Greatest"), ASSAY_STATISTIC_WHOLE_DAYS, of, max, FALSE)

/* The range has no member of its own. */
#define RANGE_OFFSET G_MAXSIZE

#define SPREAD(prefix, of)                                                                         \
  { .name = prefix "_range",                                                                       \
    .label = N_ ("Range"),                                                                         \
    .unit = ASSAY_STATISTIC_WHOLE_DAYS,                                                            \
    .measure = of,                                                                                 \
    .offset = RANGE_OFFSET },                                                                      \
      OF_SUMMARY (prefix, "_mad", N_ ("Median absolute deviation"), ASSAY_STATISTIC_DAYS, of, mad, \
                  FALSE)

#define OF_ROW(name_of, title, unit_of, member, count)                                             \
  { .name = name_of,                                                                               \
    .label = title,                                                                                \
    .unit = unit_of,                                                                               \
    .measure = ASSAY_N_LEAD_MEASURES,                                                              \
    .offset = G_STRUCT_OFFSET (AssayLeadTimeRow, member),                                          \
    .is_count = count }

static const AssayLeadTimeStatistic statistics[] = {
  SUMMARY ("lead", ASSAY_LEAD_TOTAL),
  SUMMARY ("slip", ASSAY_LEAD_SLIP),
  OF_ROW ("on_time", N_ ("On time"), ASSAY_STATISTIC_SHARE, on_time, FALSE),
  OF_ROW ("late_n", N_ ("Late"), ASSAY_STATISTIC_DUE, late_n, TRUE),
  OF_ROW ("early_n", N_ ("Early"), ASSAY_STATISTIC_DUE, early_n, TRUE),
  OF_ROW ("open_late_n", N_ ("Late and open"), ASSAY_STATISTIC_DUE, open_late_n, TRUE),
  SPREAD ("lead", ASSAY_LEAD_TOTAL),
  SPREAD ("slip", ASSAY_LEAD_SLIP),
  SUMMARY ("production", ASSAY_LEAD_PRODUCTION),
  SPREAD ("production", ASSAY_LEAD_PRODUCTION),
  SUMMARY ("transit", ASSAY_LEAD_TRANSIT),
  SPREAD ("transit", ASSAY_LEAD_TRANSIT),
  OF_ROW ("on_time_n", N_ ("On time"), ASSAY_STATISTIC_DUE, on_time_n, TRUE),
  OF_ROW ("due_n", N_ ("Due"), ASSAY_STATISTIC_DUE, due_n, TRUE),
  OF_ROW ("otif", N_ ("On time in full"), ASSAY_STATISTIC_SHARE, otif, FALSE),
  OF_ROW ("otif_n", N_ ("Due, pieces known"), ASSAY_STATISTIC_LINES, otif_n, TRUE),
  OF_ROW ("in_full_n", N_ ("On time in full"), ASSAY_STATISTIC_LINES, in_full_n, TRUE),
  OF_ROW ("safe_days", N_ ("Safe to promise"), ASSAY_STATISTIC_DAYS, safe_days, FALSE),
  OF_ROW ("not_due_n", N_ ("Not due yet"), ASSAY_STATISTIC_LINES, not_due_n, TRUE),
  OF_ROW ("cancelled_n", N_ ("Cancelled"), ASSAY_STATISTIC_LINES, cancelled_n, TRUE),
  OF_ROW ("no_promise_n", N_ ("Without a promise"), ASSAY_STATISTIC_LINES, no_promise_n, TRUE),
  OF_ROW ("no_date_n",
          N_ ("Without the day that was promised"),
          ASSAY_STATISTIC_LINES,
          no_date_n,
          TRUE),
  OF_ROW ("not_sent_n", N_ ("Without a start"), ASSAY_STATISTIC_LINES, not_sent_n, TRUE),
  OF_ROW ("no_ready_n", N_ ("Without a ready day"), ASSAY_STATISTIC_LINES, no_ready_n, TRUE),
  OF_ROW ("no_quantity_n", N_ ("Pieces unknown"), ASSAY_STATISTIC_LINES, no_quantity_n, TRUE),
  OF_ROW ("before_order_n",
          N_ ("Received before the order"),
          ASSAY_STATISTIC_LINES,
          before_order_n,
          TRUE),
  OF_ROW ("before_start_n",
          N_ ("Ready before production"),
          ASSAY_STATISTIC_LINES,
          before_start_n,
          TRUE),
  OF_ROW (
      "before_ready_n", N_ ("Received before ready"), ASSAY_STATISTIC_LINES, before_ready_n, TRUE),
};

const AssayLeadTimeStatistic *
assay_lead_time_statistics (guint *n)
{
  *n = G_N_ELEMENTS (statistics);
  return statistics;
}

const AssayLeadTimeStatistic *
assay_lead_time_statistic_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (statistics); i++)
    if (g_str_equal (statistics[i].name, name))
      return &statistics[i];
  return NULL;
}

const AssaySummary *
assay_lead_time_row_get_summary (const AssayLeadTimeRow *row, AssayLeadMeasure measure)
{
  switch (measure)
    {
    case ASSAY_LEAD_TOTAL:
      return &row->lead;
    case ASSAY_LEAD_PRODUCTION:
      return &row->production;
    case ASSAY_LEAD_TRANSIT:
      return &row->transit;
    case ASSAY_LEAD_SLIP:
      return &row->slip;
    case ASSAY_N_LEAD_MEASURES:
    default:
      g_return_val_if_reached (NULL);
    }
}

double
assay_lead_time_row_get (const AssayLeadTimeRow *row, const AssayLeadTimeStatistic *statistic)
{
  const AssaySummary *summary;

  if (statistic->measure == ASSAY_N_LEAD_MEASURES)
    return statistic->is_count ? (double)G_STRUCT_MEMBER (gint64, row, statistic->offset)
                               : G_STRUCT_MEMBER (double, row, statistic->offset);
  summary = assay_lead_time_row_get_summary (row, statistic->measure);
  if (statistic->offset == RANGE_OFFSET)
    return summary->max - summary->min;
  return statistic->is_count ? (double)G_STRUCT_MEMBER (gsize, summary, statistic->offset)
                             : G_STRUCT_MEMBER (double, summary, statistic->offset);
}

const char *
assay_statistic_unit_name (AssayStatisticUnit unit, const AssayLeadTimeRules *rules)
{
  static const char *const due[] = { [ASSAY_ON_TIME_LINES] = "lines",
                                     [ASSAY_ON_TIME_SHIPMENTS] = "shipments",
                                     [ASSAY_ON_TIME_PIECES] = "pieces" };

  switch (unit)
    {
    case ASSAY_STATISTIC_DAYS:
    case ASSAY_STATISTIC_WHOLE_DAYS:
      return rules->working_days ? "working days" : "days";
    case ASSAY_STATISTIC_SQUARE_DAYS:
      return rules->working_days ? "working days²" : "days²";
    case ASSAY_STATISTIC_RATIO:
      return "ratio";
    case ASSAY_STATISTIC_SHARE:
      return "share";
    case ASSAY_STATISTIC_DUE:
      return due[rules->unit];
    case ASSAY_STATISTIC_LINES:
    default:
      return "lines";
    }
}

static char *
format_count (gint64 count, const AssayLeadTimeStatistic *statistic, AssayOnTimeUnit unit)
{
  g_autofree char *number = assay_format_number (count);

  if (statistic->unit == ASSAY_STATISTIC_DUE && unit == ASSAY_ON_TIME_SHIPMENTS)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s shipment", "%s shipments", (gulong)count), number);
  if (statistic->unit == ASSAY_STATISTIC_DUE && unit == ASSAY_ON_TIME_PIECES)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s piece", "%s pieces", (gulong)count),
                            number);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s line", "%s lines", (gulong)count),
                          number);
}

char *
assay_lead_time_statistic_format (const AssayLeadTimeStatistic *statistic,
                                  double value,
                                  const AssayLeadTimeRules *rules)
{
  g_autofree char *number = NULL;

  if (isnan (value))
    return NULL;
  if (statistic->is_count)
    return format_count ((gint64)value, statistic, rules->unit);
  if (statistic->unit == ASSAY_STATISTIC_SHARE)
    return assay_format_share (value, 1);
  number = assay_format_real (value, statistic->unit == ASSAY_STATISTIC_RATIO ? 2 : 1);
  if (statistic->unit == ASSAY_STATISTIC_RATIO)
    return g_steal_pointer (&number);
  if (statistic->unit == ASSAY_STATISTIC_SQUARE_DAYS)
    return g_strdup_printf (rules->working_days ? _ ("%s working days²") : _ ("%s days²"), number);
  return g_strdup_printf (rules->working_days ? _ ("%s working days") : _ ("%s days"), number);
}

const char *
assay_lead_measure_get_title (AssayLeadMeasure measure)
{
  switch (measure)
    {
    case ASSAY_LEAD_TOTAL:
      return _ ("Lead time");
    case ASSAY_LEAD_PRODUCTION:
      return _ ("Production");
    case ASSAY_LEAD_TRANSIT:
      return _ ("Transit");
    case ASSAY_LEAD_SLIP:
      return _ ("Slip");
    case ASSAY_N_LEAD_MEASURES:
    default:
      g_return_val_if_reached ("");
    }
}
