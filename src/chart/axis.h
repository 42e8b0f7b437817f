/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An axis: what is measured along it, in which unit, over which range, and how its ticks read. */

#pragma once

#include "chart/scale.h"
#include "chart/ticks.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_AXIS_NUMBER,
  ASSAY_AXIS_PERCENT,  /* values are shares, 0…1 */
  ASSAY_AXIS_DATE,     /* values are days since 1970-01-01 */
  ASSAY_AXIS_ORDER,    /* values are 1…n, each with a date */
  ASSAY_AXIS_CATEGORY, /* values are 0…n−1 from the top, each with a name */
  ASSAY_AXIS_MONTH,    /* values are months since January 1970, each one unit wide */
} AssayAxisKind;

typedef struct
{
  AssayAxisKind kind;
  char *title; /* with the unit */
  AssayScale scale;
  double min_step;
  GArray *days;       /* gint32, for ORDER */
  GPtrArray *names;   /* char *, for CATEGORY */
  GPtrArray *details; /* char * behind each name, "n = 12" */
} AssayAxis;

void assay_axis_init (AssayAxis *axis, AssayAxisKind kind, const char *title);
void assay_axis_clear (AssayAxis *axis);
GArray *assay_axis_ticks (const AssayAxis *axis, const AssayScale *visible, guint max_ticks);
char *assay_axis_sample (const AssayAxis *axis);
gboolean assay_axis_is_time (const AssayAxis *axis);
int assay_axis_month_of_day (int day);
int assay_axis_day_of_month (int month);

G_END_DECLS
