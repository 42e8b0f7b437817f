/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight/day-tally.h"

static void
append (GArray **array, guint size, gconstpointer values, guint n)
{
  if (*array == NULL)
    *array = g_array_new (FALSE, FALSE, size);
  g_array_append_vals (*array, values, n);
}

void
assay_day_tally_add_value (AssayDayTally *tally, double days)
{
  append (&tally->values, sizeof days, &days, 1);
}

/**
 * assay_day_tally_add_weighted:
 * @tally: a tally all of whose days have weights
 * @days: a number of days
 * @weight: how often it counts
 */
void
assay_day_tally_add_weighted (AssayDayTally *tally, double days, guint64 weight)
{
  append (&tally->values, sizeof days, &days, 1);
  append (&tally->weights, sizeof weight, &weight, 1);
}

void
assay_day_tally_merge (AssayDayTally *tally, const AssayDayTally *more)
{
  assay_day_counts_merge (&tally->whole, &more->whole);
  if (more->values != NULL)
    append (&tally->values, sizeof (double), more->values->data, more->values->len);
  if (more->weights != NULL)
    append (&tally->weights, sizeof (guint64), more->weights->data, more->weights->len);
}

/**
 * assay_day_tally_summarise:
 * @tally: days
 * @summary: (out): their statistics; by exact integers where all of them are whole and without
 *   weight
 */
void
assay_day_tally_summarise (const AssayDayTally *tally, AssaySummary *summary)
{
  g_autoptr (GArray) values = NULL;
  g_autoptr (GArray) days = NULL;

  if (tally->values == NULL)
    {
      assay_day_counts_summarise (&tally->whole, summary);
      return;
    }
  if (tally->weights != NULL)
    {
      assay_summary_compute_weighted ((const double *)(void *)tally->values->data,
                                      (const guint64 *)(void *)tally->weights->data,
                                      tally->values->len, summary);
      return;
    }
  values = g_array_copy (tally->values);
  days = assay_day_counts_list (&tally->whole);
  for (guint i = 0; i < days->len; i++)
    {
      double value = g_array_index (days, gint32, i);

      g_array_append_val (values, value);
    }
  assay_summary_compute ((const double *)(void *)values->data, values->len, summary);
}

void
assay_day_tally_clear (AssayDayTally *tally)
{
  assay_day_counts_clear (&tally->whole);
  g_clear_pointer (&tally->values, g_array_unref);
  g_clear_pointer (&tally->weights, g_array_unref);
}
