/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * control-chart.h: limits and signals of process-behaviour charts: which points of a
 * series are more than the noise it always had.
 */
#pragma once

#include "figures/figures-error.h"

G_BEGIN_DECLS

/**
 * AssayControlKind:
 * @ASSAY_CONTROL_XMR: single measurements (days of slip), limits from moving ranges
 * @ASSAY_CONTROL_P: share of defective units in samples of any size
 * @ASSAY_CONTROL_NP: defective units in samples of one size
 * @ASSAY_CONTROL_C: defects on equal samples
 * @ASSAY_CONTROL_U: defects per unit on samples of any size (units, area, length)
 * @ASSAY_CONTROL_P_PRIME: p with Laney's correction for samples that vary more (or
 *   less) among each other than chance alone allows
 * @ASSAY_CONTROL_U_PRIME: u with the same
 */
typedef enum
{
  ASSAY_CONTROL_XMR,
  ASSAY_CONTROL_P,
  ASSAY_CONTROL_NP,
  ASSAY_CONTROL_C,
  ASSAY_CONTROL_U,
  ASSAY_CONTROL_P_PRIME,
  ASSAY_CONTROL_U_PRIME,
} AssayControlKind;

/**
 * AssayControlSignal: why a point is a signal. Runs are those of Nelson (1984), in
 * standard deviations from the centre line and of the point's own size. As in other
 * programs a run marks the points at which it is complete, not those that led to it.
 *
 * @ASSAY_SIGNAL_BEYOND: outside the limits (rule 1)
 * @ASSAY_SIGNAL_SIDE: nine or more in a row on one side of the centre (rule 2)
 * @ASSAY_SIGNAL_TREND: six in a row rising or falling (rule 3)
 * @ASSAY_SIGNAL_ALTERNATING: fourteen in a row up and down by turns (rule 4)
 * @ASSAY_SIGNAL_TWO_OF_THREE: two of three beyond 2σ on one side (rule 5)
 * @ASSAY_SIGNAL_FOUR_OF_FIVE: four of five beyond 1σ on one side (rule 6)
 * @ASSAY_SIGNAL_HUGGING: fifteen in a row within 1σ (rule 7)
 * @ASSAY_SIGNAL_AVOIDING: eight in a row beyond 1σ on either side (rule 8)
 * @ASSAY_SIGNAL_SIDE_EIGHT: eight or more in a row on one side of the centre, as the Western
 * Electric handbook (1956) has it
 * @ASSAY_SIGNAL_RANGE: XmR: the step from the point before is beyond the limit of
 *   moving ranges
 */
typedef enum
{
  ASSAY_SIGNAL_BEYOND = 1 << 0,
  ASSAY_SIGNAL_SIDE = 1 << 1,
  ASSAY_SIGNAL_TREND = 1 << 2,
  ASSAY_SIGNAL_ALTERNATING = 1 << 3,
  ASSAY_SIGNAL_TWO_OF_THREE = 1 << 4,
  ASSAY_SIGNAL_FOUR_OF_FIVE = 1 << 5,
  ASSAY_SIGNAL_HUGGING = 1 << 6,
  ASSAY_SIGNAL_AVOIDING = 1 << 7,
  ASSAY_SIGNAL_RANGE = 1 << 8,
  ASSAY_SIGNAL_SIDE_EIGHT = 1 << 9,
} AssayControlSignal;

/** ASSAY_SIGNALS_DEFAULT: the rules that find much and cry wolf seldom. */
#define ASSAY_SIGNALS_DEFAULT                                                                      \
  (ASSAY_SIGNAL_BEYOND | ASSAY_SIGNAL_SIDE | ASSAY_SIGNAL_TWO_OF_THREE | ASSAY_SIGNAL_RANGE)
/** ASSAY_SIGNALS_WESTERN_ELECTRIC: the four zone rules of the handbook, and the steps of XmR. */
#define ASSAY_SIGNALS_WESTERN_ELECTRIC                                                             \
  (ASSAY_SIGNAL_BEYOND | ASSAY_SIGNAL_TWO_OF_THREE | ASSAY_SIGNAL_FOUR_OF_FIVE                     \
   | ASSAY_SIGNAL_SIDE_EIGHT | ASSAY_SIGNAL_RANGE)
/** ASSAY_SIGNALS_NELSON: his eight rules, and the steps of XmR. More rules, more false alarms. */
#define ASSAY_SIGNALS_NELSON 0x1ff
#define ASSAY_SIGNALS_ALL    0x3ff

/** ASSAY_CONTROL_MIN_POINTS: with fewer points limits are only provisional. */
#define ASSAY_CONTROL_MIN_POINTS 8

/**
 * AssayControlPoint:
 * @value: what is plotted: the measurement, the share, the count or the rate; NaN for
 *   an unknown point, which the runs pass over
 * @centre: centre line
 * @sigma: standard deviation of a point of this size
 * @lcl, @ucl: three-sigma limits, never below 0 for counts nor above 1 for shares
 * @moving_range: XmR: step from the known point before, else NaN
 * @mean_range, @range_limit: XmR: those of the point's phase
 * @signals: set of #AssayControlSignal
 */
typedef struct
{
  double value;
  double centre;
  double sigma;
  double lcl;
  double ucl;
  double moving_range;
  double mean_range;
  double range_limit;
  guint signals;
} AssayControlPoint;

/**
 * AssayControlChart:
 * @kind: which chart
 * @points: (array length=n): one a value given, in the same order
 * @n_known: how many of them have a value
 * @centre: centre line; NaN without any known point
 * @mean_range: XmR: mean moving range; NaN for fewer than two points
 * @range_limit: XmR: upper limit of moving ranges
 * @overdispersion: Laney's σz for the prime charts, else 1
 * @n_phases: stretches with limits of their own; where there are several, centre, mean range, range
 *   limit and overdispersion are those of the last one
 * @provisional: limits rest on fewer than %ASSAY_CONTROL_MIN_POINTS points
 */
typedef struct
{
  AssayControlKind kind;
  AssayControlPoint *points;
  gsize n;
  gsize n_known;
  double centre;
  double mean_range;
  double range_limit;
  double overdispersion;
  gsize n_phases;
  gboolean provisional;
} AssayControlChart;

AssayControlChart *assay_control_chart_new (AssayControlKind kind,
                                            const double *values,
                                            const double *sizes,
                                            gsize n,
                                            gsize baseline,
                                            guint rules,
                                            GError **error);
AssayControlChart *assay_control_chart_new_phased (AssayControlKind kind,
                                                   const double *values,
                                                   const double *sizes,
                                                   gsize n,
                                                   const gsize *starts,
                                                   gsize n_starts,
                                                   guint rules,
                                                   GError **error);
void assay_control_chart_free (AssayControlChart *chart);

/* Internal to the figures layer: control-rules.c. */
void assay_control_chart_apply_rules (AssayControlChart *chart, guint rules);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayControlChart, assay_control_chart_free)

G_END_DECLS
