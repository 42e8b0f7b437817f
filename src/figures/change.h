/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * change.h: what changed from one measurement to another, and whether it can be told from chance.
 * A rate of 2 in 80 after one of 3 in 80 fell by a third and means nothing: so no change is
 * reported here without its interval.
 */
#pragma once

#include "figures/proportion.h"

G_BEGIN_DECLS

/**
 * AssayChangeVerdict:
 * @ASSAY_CHANGE_UNKNOWN: cannot be told: a measurement is missing or too small
 * @ASSAY_CHANGE_CHANCE: the interval holds "no change"
 * @ASSAY_CHANGE_DIFFERENT: it does not
 */
typedef enum
{
  ASSAY_CHANGE_UNKNOWN,
  ASSAY_CHANGE_CHANCE,
  ASSAY_CHANGE_DIFFERENT,
} AssayChangeVerdict;

/**
 * AssayChange:
 * @value: the change; NaN where it cannot be computed, such as one relative to 0
 * @low, @high: its interval; @high may be infinite; both NaN where there is none
 * @verdict: whether it can be told from chance
 *
 * What @value is says the function that made it: relative (-0.3 is 30 % less), a difference in the
 * unit of the measurements, or a ratio (1 is no change).
 */
typedef struct
{
  double value;
  double low;
  double high;
  AssayChangeVerdict verdict;
} AssayChange;

/* A count out of a count, for those that compare two. */
typedef struct
{
  gint64 count;
  gint64 n;
} AssayShare;

AssayChange assay_change_share (AssayShare from, AssayShare to, double confidence);
AssayChange assay_change_share_relative (AssayShare from, AssayShare to, double confidence);
AssayChange assay_change_rate_relative (AssayShare from, AssayShare to, double confidence);

/* A sample of measurements. */
typedef struct
{
  gsize n;
  double mean;
  double variance; /* of the sample, divided by n - 1 */
} AssaySample;

AssayInterval assay_interval_mean (AssaySample sample, double confidence);
AssayInterval assay_interval_variance (AssaySample sample, double confidence);
AssayChange assay_change_mean (AssaySample from, AssaySample to, double confidence);
AssayChange assay_change_variance (AssaySample from, AssaySample to, double confidence);

/**
 * AssayClaimVerdict:
 * @ASSAY_CLAIM_UNKNOWN: nothing is claimed, or nothing was measured
 * @ASSAY_CLAIM_OPEN: the interval of what was measured holds the claim: too few data to tell
 * @ASSAY_CLAIM_SUPPORTED: what was measured is as good as the claim or better, all of its interval
 * @ASSAY_CLAIM_REFUTED: it is worse, all of its interval
 */
typedef enum
{
  ASSAY_CLAIM_UNKNOWN,
  ASSAY_CLAIM_OPEN,
  ASSAY_CLAIM_SUPPORTED,
  ASSAY_CLAIM_REFUTED,
} AssayClaimVerdict;

AssayClaimVerdict assay_claim_judge (double claim, AssayInterval measured, gboolean less_is_better);

G_END_DECLS
