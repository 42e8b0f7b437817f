/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * switching.h: how sharply the next lot is looked at, from how the lots before it did.
 *
 * The rules of MIL-STD-105E § 4.7 (ANSI/ASQ Z1.4), kept per class of defects:
 *
 * - inspection starts on normal;
 * - normal to tightened: 2 of 5 or fewer consecutive lots were not accepted;
 * - tightened to normal: 5 consecutive lots were accepted;
 * - normal to reduced: the 10 lots before were inspected on normal and accepted, and the
 *   buyer wants it. That production is steady, and that no more was found in the ten
 *   samples than the limit number of Table VIII allows, is left to the buyer;
 * - reduced to normal: a lot was not accepted, or accepted between Ac and Re;
 * - discontinued: 5 lots in all were not accepted while on tightened; after a corrective
 *   action inspection starts again on tightened.
 *
 * Counting begins anew with each switch. Only original lots count: the caller leaves out
 * those that were presented again after rework.
 *
 * The buyer may overrule the rules, so a lot's severity may differ from the one they ask
 * for. Its verdict counts all the same; but five in a row on tightened are counted of lots
 * that were on tightened, ten on normal of lots that were on normal, and choosing normal
 * while on reduced ends reduced inspection.
 */
#pragma once

#include "figures/sampling-plan.h"

G_BEGIN_DECLS

#define ASSAY_SWITCHING_WINDOW      5  /* lots that are looked back on */
#define ASSAY_SWITCHING_REJECTED    2  /* of these, not accepted: to tightened */
#define ASSAY_SWITCHING_ACCEPTED    5  /* in a row: back to normal */
#define ASSAY_SWITCHING_REDUCED     10 /* in a row: reduced is offered */
#define ASSAY_SWITCHING_DISCONTINUE 5  /* not accepted on tightened: stop */

/** AssaySwitchingLot: what is known of one lot; @verdict is never that of a first sample. */
typedef struct
{
  AssaySeverity severity;
  AssayVerdict verdict;
} AssaySwitchingLot;

typedef enum
{
  ASSAY_SWITCH_TWO_OF_FIVE,    /* normal to tightened */
  ASSAY_SWITCH_FIVE_ACCEPTED,  /* tightened to normal */
  ASSAY_SWITCH_REDUCED_CHOSEN, /* offered, and taken for this lot */
  ASSAY_SWITCH_REDUCED_REJECTED,
  ASSAY_SWITCH_REDUCED_GAP,   /* accepted between Ac and Re */
  ASSAY_SWITCH_NORMAL_CHOSEN, /* reduced was given up for this lot */
  ASSAY_SWITCH_DISCONTINUED,
  ASSAY_SWITCH_RESTARTED, /* this lot is the first one after that */
} AssaySwitchReason;

/**
 * AssaySwitch:
 * @lot: index of the lot that brought it about
 * @before: the switch held for that lot already; else from the next one on
 */
typedef struct
{
  guint lot;
  gboolean before;
  AssaySeverity from;
  AssaySeverity to;
  AssaySwitchReason reason;
} AssaySwitch;

/**
 * AssaySwitching:
 * @severity: what the rules ask of the next lot
 * @discontinued: stop; a corrective action has to come first
 * @reduced_offered: the buyer may choose reduced for the next lot
 * @lots: all that were counted
 * @window: lots looked back on: up to 5 since the last switch
 * @window_rejected: of these, not accepted
 * @accepted_run: accepted in a row, on the severity that counts
 * @tightened_rejected: not accepted since tightened inspection began
 */
typedef struct
{
  AssaySeverity severity;
  gboolean discontinued;
  gboolean reduced_offered;
  guint lots;
  guint window;
  guint window_rejected;
  guint accepted_run;
  guint tightened_rejected;
  GArray *switches; /* of AssaySwitch, the first one first */
} AssaySwitching;

void assay_switching_follow (AssaySwitching *state, const AssaySwitchingLot *lots, guint n_lots);
void assay_switching_clear (AssaySwitching *state);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AssaySwitching, assay_switching_clear)

G_END_DECLS
