/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * score.h: points, weights, grades. What is not measured earns no points and costs none: its weight
 * is left out, and how much of the weight was measured stands beside the sum.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From best to worst, so that a greater one is the worse. */
typedef enum
{
  ASSAY_GRADE_A,
  ASSAY_GRADE_B,
  ASSAY_GRADE_C,
  ASSAY_GRADE_D,
  ASSAY_GRADE_NONE, /* not enough data */
} AssayGrade;

/**
 * AssayScorePart:
 * @points: 0 to 100; NaN where nothing was measured
 * @weight: how much it counts, ≥ 0
 */
typedef struct
{
  double points;
  double weight;
} AssayScorePart;

/**
 * AssayScoreSum:
 * @points: Σ weight · points ÷ @measured; NaN where nothing that weighs was measured
 * @measured: weight of the parts that were measured
 * @wanted: weight of all parts
 * @coverage: @measured ÷ @wanted; NaN where nothing weighs
 */
typedef struct
{
  double points;
  double measured;
  double wanted;
  double coverage;
} AssayScoreSum;

/**
 * AssayScoreBands:
 * @a, @b, @c: points from which the grade is A, B, C; below @c it is D
 */
typedef struct
{
  double a;
  double b;
  double c;
} AssayScoreBands;

double assay_score_points (double value, double best, double worst);
AssayScoreSum assay_score_sum (const AssayScorePart *parts, gsize n);
AssayGrade assay_score_grade (double points, const AssayScoreBands *bands);
AssayGrade assay_grade_cap (AssayGrade grade, AssayGrade no_better_than);

/* The ends of a 95 % interval that a cautious score takes. */
double assay_score_mean_end (double mean, double sd, gsize n, gboolean upper);
double assay_score_sd_high (double sd, gsize n);

G_END_DECLS
