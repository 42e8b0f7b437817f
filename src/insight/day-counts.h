/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers of days as a scan meets them, counted instead of kept: days lie close together, so a
 * million of them take some hundred counters. Those far away from the others are kept one by one.
 * Internal to the insight layer. */

#pragma once

#include "figures/summary.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 *counts;
  gint64 base;   /* the day of the first counter */
  guint64 range; /* how many counters */
  GArray *rare;  /* of gint32: days too far off to be counted; nullable */
} AssayDayCounts;

void assay_day_counts_add_slow (AssayDayCounts *counts, gint32 day, guint32 times);
void assay_day_counts_merge (AssayDayCounts *counts, const AssayDayCounts *more);
/* Each of them, in no order: an array of gint32. */
GArray *assay_day_counts_list (const AssayDayCounts *counts);
void assay_day_counts_summarise (const AssayDayCounts *counts, AssaySummary *summary);
void assay_day_counts_clear (AssayDayCounts *counts);

static inline void
assay_day_counts_add (AssayDayCounts *counts, gint32 day)
{
  guint64 at = (guint64)(day - counts->base);

  if (G_LIKELY (at < counts->range))
    counts->counts[at]++;
  else
    assay_day_counts_add_slow (counts, day, 1);
}

G_END_DECLS
