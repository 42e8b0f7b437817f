/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inside of a timeline: its marks and the rows of its table, while they are gathered. */

#pragma once

#include "chart/scene-private.h"
#include "insight/order-timeline.h"

G_BEGIN_DECLS

/* Where bars lie in a row, in rows above and below its middle. */
#define ASSAY_TIMELINE_PLANNED_TOP    0.30
#define ASSAY_TIMELINE_PLANNED_BOTTOM 0.16
#define ASSAY_TIMELINE_ACTUAL_TOP     0.10
#define ASSAY_TIMELINE_ACTUAL_BOTTOM  -0.26
typedef enum
{
  ASSAY_TIMELINE_PLANNED,
  ASSAY_TIMELINE_ACTUAL,
  ASSAY_TIMELINE_PROMISE,
  ASSAY_TIMELINE_INSPECTION,
  ASSAY_TIMELINE_MILESTONE,
  ASSAY_TIMELINE_BAND,
} AssayTimelineMarkKind;

typedef struct
{
  AssayTimelineMarkKind kind;
  guint row; /* of the picture */
  gint32 day;
  guint8 shape, tone;
  char *words;
  AssayType type; /* of the record behind it */
  gint64 id;
} AssayTimelineMark;

/* A row of the table. */
typedef struct
{
  char *what, *event;
  gint32 planned, actual, until;
  gboolean is_range; /* planned to until */
  int slip;
  gboolean has_slip;
  AssayType type;
  gint64 id;
} AssayTimelineEntry;

typedef struct
{
  AssayOrderTimeline *timeline; /* borrowed while the scene is made */
  GArray *marks;                /* of AssayTimelineMark, as they stand in layers */
  GArray *entries;              /* of AssayTimelineEntry */
  gint32 first, last;
} AssayTimelinePicture;

void assay_timeline_add_mark (AssayTimelinePicture *self, AssayTimelineMark mark);
/* Marks and table rows of one kind, in a row of the picture. */
void
assay_timeline_add_events (AssayTimelinePicture *self, const AssayTimelineLane *lane, guint row);
void
assay_timeline_add_promises (AssayTimelinePicture *self, const AssayTimelineLane *lane, guint row);
void assay_timeline_add_inspections (AssayTimelinePicture *self,
                                     const AssayTimelineLane *lane,
                                     guint row);
void assay_timeline_add_milestones (AssayTimelinePicture *self, guint row);
void assay_timeline_place_marks (AssayScene *scene, AssayTimelinePicture *self);

G_END_DECLS
