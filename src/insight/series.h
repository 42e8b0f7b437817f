/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plain numbers that a question to the book answers with and a chart draws: points with
 * the record behind each, in groups. No type here knows about SQLite or Cairo. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is measured of an order line, in days. */
typedef enum
{
  ASSAY_LEAD_TOTAL,      /* order to received */
  ASSAY_LEAD_PRODUCTION, /* start of production to ready */
  ASSAY_LEAD_TRANSIT,    /* ready to received */
  ASSAY_LEAD_SLIP,       /* promise to what was promised */
  ASSAY_N_LEAD_MEASURES,
} AssayLeadMeasure;

/* One measured value, such as the slip of one order line. */
typedef struct
{
  gint64 id;    /* the record behind the point: an order line */
  gint32 day;   /* when, in days since 1970-01-01 */
  double value; /* what: slip or lead time in days */
  char *label;  /* what to call the point, "PO-1042 · Trail 25"; nullable */
} AssayPoint;

/* One lot or one month of lots: a count out of a count. */
typedef struct
{
  gint64 id;        /* the inspection behind the point, 0 for a pooled period */
  GArray *ids;      /* gint64 ids of all inspections behind the point; nullable when id is set */
  gint32 day;       /* day of the inspection, or first day of the period */
  gint64 inspected; /* units inspected, n */
  gint64 defective; /* units found defective, x */
  gint64 defects;   /* defects found, at least as many as defective units */
  char *label;      /* nullable */
} AssayCountPoint;

/* Named points in order of time: all deliveries of a supplier. */
typedef struct
{
  gint64 id;                /* the record that groups them, a supplier; 0 for none */
  char *name;               /* what to call the group */
  gboolean against_latest;  /* slips: measured against the latest promise, not the first */
  AssayLeadMeasure measure; /* of order lines: what the values are */
  char *definition;         /* of order lines: what that means, in translated sentences; nullable */
  double promised;          /* lead times: the median of what was promised; NaN: not known */
  GArray *points;           /* of AssayPoint, or of AssayCountPoint where a function says so */
} AssaySeries;

AssaySeries *assay_series_new (gint64 id, const char *name);
AssaySeries *assay_series_new_counts (gint64 id, const char *name);
void assay_series_free (AssaySeries *series);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssaySeries, assay_series_free)

G_END_DECLS
