/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers of days on their way to a summary: whole days are counted, means of several pieces and
 * days that have weights are kept. Internal to the insight layer. */

#pragma once

#include "insight/day-counts.h"

G_BEGIN_DECLS

typedef struct
{
  AssayDayCounts whole;
  GArray *values;  /* of double: not whole, or with weights; nullable */
  GArray *weights; /* of guint64, of each value; nullable: none has any */
} AssayDayTally;

void assay_day_tally_add_value (AssayDayTally *tally, double days);
void assay_day_tally_add_weighted (AssayDayTally *tally, double days, guint64 weight);
void assay_day_tally_merge (AssayDayTally *tally, const AssayDayTally *more);
void assay_day_tally_summarise (const AssayDayTally *tally, AssaySummary *summary);
void assay_day_tally_clear (AssayDayTally *tally);

/* @days is known. */
static inline void
assay_day_tally_add (AssayDayTally *tally, double days)
{
  gint32 whole = (gint32)days;

  if (G_LIKELY (whole == days))
    assay_day_counts_add (&tally->whole, whole);
  else
    assay_day_tally_add_value (tally, days);
}

G_END_DECLS
