/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A linear scale: an interval of data values and where a value lies in it. Time scales are linear
 * too, their values are days since 1970-01-01. Nice numbers for steps and rounded ends. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double min;
  double max;
} AssayScale;

AssayScale assay_scale_empty (void);
gboolean assay_scale_is_empty (const AssayScale *scale);
void assay_scale_include (AssayScale *scale, double value);
void assay_scale_pad (AssayScale *scale, double share);
void assay_scale_round (AssayScale *scale, guint max_steps, double min_step);
double assay_scale_span (const AssayScale *scale);
double assay_scale_position (const AssayScale *scale, double value);
double assay_scale_value (const AssayScale *scale, double position);
double assay_nice_step (double span, guint max_steps);
guint assay_step_decimals (double step);

G_END_DECLS
