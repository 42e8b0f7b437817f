/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An order in time, as plain numbers: each event planned and actual, for the order, for each of its
 * lines and for each delivery; the promises, milestones and inspections; and the days on which its
 * supplier does not work. */

#pragma once

#include "record/catalogue.h"
#include "store/db.h"

G_BEGIN_DECLS

/* In the order in which they happen; the anchors of milestones, too. */
typedef enum
{
  ASSAY_EVENT_ORDERED,
  ASSAY_EVENT_SENT,
  ASSAY_EVENT_CONFIRMED,
  ASSAY_EVENT_DEPOSIT,
  ASSAY_EVENT_STARTED,
  ASSAY_EVENT_READY,
  ASSAY_EVENT_SHIPPED,
  ASSAY_EVENT_ARRIVED,
  ASSAY_EVENT_CLEARED,
  ASSAY_EVENT_RECEIVED,
  ASSAY_N_EVENTS,
} AssayOrderEvent;

/* Days since 1970-01-01, ASSAY_DATE_UNKNOWN where nothing is known. */
typedef struct
{
  gint32 planned;
  gint32 actual; /* of the last piece of the last line */
  /* What is part of it: lines of an order, deliveries of a line; equal where nothing is missing. */
  guint reached, of;
} AssayTimelineDay;

typedef enum
{
  ASSAY_LANE_ORDER,
  ASSAY_LANE_LINE,
  ASSAY_LANE_DELIVERY,
} AssayLaneKind;

typedef struct
{
  AssayLaneKind kind;
  AssayType type; /* of the record */
  gint64 id;
  gint64 line; /* of a delivery: its order line; of a line: itself; else 0 */
  char *name;
  gboolean cancelled;
  AssayTimelineDay days[ASSAY_N_EVENTS];
} AssayTimelineLane;

typedef struct
{
  gint64 id;
  gint64 line;
  gint32 promised;
  gint32 given;
  gboolean first;
  char *reason; /* translated; NULL when none is said */
} AssayTimelinePromise;

typedef struct
{
  gint64 id;
  char *name;
  char *state; /* as stored: waiting, open, done */
  gint32 due;
  gint32 done;
} AssayTimelineMilestone;

typedef struct
{
  gint64 id;
  gint64 line;
  char *kind;   /* translated; nullable */
  char *result; /* as stored; nullable */
  gint32 day;
  gboolean planned; /* it is still to come */
} AssayTimelineInspection;

typedef struct
{
  gint64 id; /* of the blackout period */
  char *name;
  gint32 from, to;
  gboolean stops_work;
} AssayTimelineBand;

typedef struct
{
  gint64 order;
  char *number;
  char *supplier; /* nullable */
  gint32 today;
  GPtrArray *lanes;       /* AssayTimelineLane: the order, then each line with its deliveries */
  GPtrArray *promises;    /* AssayTimelinePromise, line by line as they were given */
  GPtrArray *milestones;  /* AssayTimelineMilestone, as their days come */
  GPtrArray *inspections; /* AssayTimelineInspection, as their days come */
  GPtrArray *bands;       /* AssayTimelineBand, earliest first, those that meet the order */
} AssayOrderTimeline;

AssayOrderTimeline *
assay_order_timeline_read (AssayDb *db, gint64 order, gint32 today, GError **error);
AssayOrderTimeline *
assay_order_timeline_read_line (AssayDb *db, const AssayRecord *line, gint32 today, GError **error);
void assay_order_timeline_free (AssayOrderTimeline *timeline);
/* First and last day on which something was planned or happened; FALSE when there is none. */
gboolean
assay_order_timeline_span (const AssayOrderTimeline *timeline, gint32 *first, gint32 *last);

const char *assay_order_event_label (AssayOrderEvent event);
/* Days that the event came after its plan, negative before; while it has not come, days that it is
 * late by @today. FALSE where there is no plan, or nothing to say yet. */
gboolean assay_timeline_day_slip (const AssayTimelineDay *day, gint32 today, int *days);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayOrderTimeline, assay_order_timeline_free)

G_END_DECLS
