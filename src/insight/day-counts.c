/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight/day-counts.h"

/* About 90 years: what lies further off is a mistake in the data, and rare. */
#define MAX_RANGE 32768
#define MARGIN    32

static void
resize (AssayDayCounts *counts, gint64 base, guint64 range)
{
  guint32 *wider = g_new0 (guint32, range);

  if (counts->range > 0)
    memcpy (wider + (counts->base - base), counts->counts, counts->range * sizeof (guint32));
  g_free (counts->counts);
  counts->counts = wider;
  counts->base = base;
  counts->range = range;
}

/* Makes room for @day, with as much again for what may follow on its side. */
static gboolean
reach (AssayDayCounts *counts, gint32 day)
{
  gint64 first = counts->base;
  gint64 end = counts->base + (gint64)counts->range;

  if (counts->range == 0)
    {
      resize (counts, MAX ((gint64)day - MARGIN, G_MININT32), (guint64)2 * MARGIN);
      return TRUE;
    }
  first = MIN (first, day);
  end = MAX (end, (gint64)day + 1);
  if (end - first > MAX_RANGE)
    return FALSE;
  if (first < counts->base)
    first = MAX (MAX (first - (gint64)counts->range, end - MAX_RANGE), G_MININT32);
  else
    end = MIN (end + (gint64)counts->range, first + MAX_RANGE);
  resize (counts, first, (guint64)(end - first));
  return TRUE;
}

void
assay_day_counts_add_slow (AssayDayCounts *counts, gint32 day, guint32 times)
{
  if ((guint64)(day - counts->base) < counts->range || reach (counts, day))
    {
      counts->counts[day - counts->base] += times;
      return;
    }
  if (counts->rare == NULL)
    counts->rare = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (guint32 i = 0; i < times; i++)
    g_array_append_val (counts->rare, day);
}

void
assay_day_counts_merge (AssayDayCounts *counts, const AssayDayCounts *more)
{
  for (guint64 i = 0; i < more->range; i++)
    if (more->counts[i] > 0)
      assay_day_counts_add_slow (counts, (gint32)(more->base + (gint64)i), more->counts[i]);
  for (guint i = 0; more->rare != NULL && i < more->rare->len; i++)
    assay_day_counts_add_slow (counts, g_array_index (more->rare, gint32, i), 1);
}

GArray *
assay_day_counts_list (const AssayDayCounts *counts)
{
  GArray *days = counts->rare != NULL ? g_array_copy (counts->rare)
                                      : g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint64 i = 0; i < counts->range; i++)
    for (guint32 j = 0; j < counts->counts[i]; j++)
      {
        gint32 day = (gint32)(counts->base + (gint64)i);

        g_array_append_val (days, day);
      }
  return days;
}

/**
 * assay_day_counts_summarise:
 * @counts: days
 * @summary: (out): their statistics
 */
void
assay_day_counts_summarise (const AssayDayCounts *counts, AssaySummary *summary)
{
  g_autoptr (GArray) days = NULL;

  if (counts->rare == NULL)
    {
      assay_summary_compute_counts (counts->counts, counts->range, (gint32)counts->base, summary);
      return;
    }
  days = assay_day_counts_list (counts);
  assay_summary_compute_days ((const gint32 *)(const void *)days->data, days->len, summary);
}

void
assay_day_counts_clear (AssayDayCounts *counts)
{
  g_clear_pointer (&counts->counts, g_free);
  g_clear_pointer (&counts->rare, g_array_unref);
}
