/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ticks at round places of a scale: round numbers, per cent, or the borders of days, weeks,
 * months, quarters and years. */

#pragma once

#include "chart/scale.h"

G_BEGIN_DECLS

typedef struct
{
  double value;
  char *label; /* beside or below the tick */
  char *under; /* a second line where something larger begins, a year; nullable */
} AssayTick;

typedef enum
{
  ASSAY_STEP_DAY,
  ASSAY_STEP_WEEK,
  ASSAY_STEP_MONTH,
  ASSAY_STEP_YEAR,
} AssayDateUnit;

typedef struct
{
  AssayDateUnit unit;
  int count;
} AssayDateStep;

GArray *assay_ticks_new (void);
void assay_ticks_add (GArray *ticks, double value, char *label, char *under);
GArray *
assay_ticks_number (const AssayScale *scale, guint max_ticks, double min_step, gboolean percent);
GArray *assay_ticks_date (const AssayScale *scale, guint max_ticks);
AssayDateStep assay_date_step (double days, guint max_ticks);

G_END_DECLS
