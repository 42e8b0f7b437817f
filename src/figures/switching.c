/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * switching.c: the switching rules as a state machine over the lots in their order.
 */
#include "figures/switching.h"

/* The last lots since the last switch, one bit each: set where not accepted; the latest is lowest.
 */
typedef struct
{
  AssaySwitching *state;
  guint recent;
} Machine;

#define WINDOW_MASK ((1u << ASSAY_SWITCHING_WINDOW) - 1)

static guint
count_bits (guint bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

static void
switch_to (Machine *machine, guint lot, gboolean before, AssaySeverity to, AssaySwitchReason reason)
{
  AssaySwitching *state = machine->state;
  AssaySwitch made
      = { .lot = lot, .before = before, .from = state->severity, .to = to, .reason = reason };

  g_array_append_val (state->switches, made);
  state->severity = to;
  machine->recent = 0;
  state->window = state->window_rejected = state->accepted_run = state->tightened_rejected = 0;
}

static void
look_back (Machine *machine, gboolean accepted)
{
  AssaySwitching *state = machine->state;

  machine->recent = ((machine->recent << 1) | (accepted ? 0u : 1u)) & WINDOW_MASK;
  state->window = MIN (state->window + 1, ASSAY_SWITCHING_WINDOW);
  state->window_rejected = count_bits (machine->recent);
}

static void
follow_normal (Machine *machine, guint i, const AssaySwitchingLot *lot, gboolean accepted)
{
  AssaySwitching *state = machine->state;

  look_back (machine, accepted);
  if (!accepted || lot->severity != ASSAY_SEVERITY_NORMAL)
    state->accepted_run = 0;
  else
    state->accepted_run++;
  if (state->window_rejected >= ASSAY_SWITCHING_REJECTED)
    switch_to (machine, i, FALSE, ASSAY_SEVERITY_TIGHTENED, ASSAY_SWITCH_TWO_OF_FIVE);
}

static void
follow_tightened (Machine *machine, guint i, const AssaySwitchingLot *lot, gboolean accepted)
{
  AssaySwitching *state = machine->state;

  look_back (machine, accepted);
  if (!accepted)
    {
      state->accepted_run = 0;
      state->tightened_rejected++;
    }
  else if (lot->severity == ASSAY_SEVERITY_TIGHTENED)
    state->accepted_run++;
  if (state->tightened_rejected >= ASSAY_SWITCHING_DISCONTINUE)
    {
      switch_to (machine, i, FALSE, ASSAY_SEVERITY_TIGHTENED, ASSAY_SWITCH_DISCONTINUED);
      state->discontinued = TRUE;
    }
  else if (state->accepted_run >= ASSAY_SWITCHING_ACCEPTED)
    switch_to (machine, i, FALSE, ASSAY_SEVERITY_NORMAL, ASSAY_SWITCH_FIVE_ACCEPTED);
}

static void
follow_reduced (Machine *machine, guint i, const AssaySwitchingLot *lot)
{
  look_back (machine, lot->verdict != ASSAY_VERDICT_REJECT);
  machine->state->accepted_run++;
  if (lot->verdict == ASSAY_VERDICT_REJECT)
    switch_to (machine, i, FALSE, ASSAY_SEVERITY_NORMAL, ASSAY_SWITCH_REDUCED_REJECTED);
  else if (lot->verdict == ASSAY_VERDICT_ACCEPT_SWITCH)
    switch_to (machine, i, FALSE, ASSAY_SEVERITY_NORMAL, ASSAY_SWITCH_REDUCED_GAP);
}

/* What the severity that was used says before the lot is judged. */
static void
begin_lot (Machine *machine, guint i, const AssaySwitchingLot *lot)
{
  AssaySwitching *state = machine->state;

  if (state->discontinued)
    {
      switch_to (machine, i, TRUE, ASSAY_SEVERITY_TIGHTENED, ASSAY_SWITCH_RESTARTED);
      state->discontinued = FALSE;
    }
  else if (state->severity == ASSAY_SEVERITY_NORMAL && lot->severity == ASSAY_SEVERITY_REDUCED
           && state->reduced_offered)
    switch_to (machine, i, TRUE, ASSAY_SEVERITY_REDUCED, ASSAY_SWITCH_REDUCED_CHOSEN);
  else if (state->severity == ASSAY_SEVERITY_REDUCED && lot->severity != ASSAY_SEVERITY_REDUCED)
    switch_to (machine, i, TRUE, ASSAY_SEVERITY_NORMAL, ASSAY_SWITCH_NORMAL_CHOSEN);
}

/**
 * assay_switching_follow:
 * @state: (out caller-allocates): where the rules stand after the last lot; clear it with
 *   assay_switching_clear()
 * @lots: original lots in the order of time
 */
void
assay_switching_follow (AssaySwitching *state, const AssaySwitchingLot *lots, guint n_lots)
{
  Machine machine = { .state = state };

  *state = (AssaySwitching){ .severity = ASSAY_SEVERITY_NORMAL,
                             .lots = n_lots,
                             .switches = g_array_new (FALSE, FALSE, sizeof (AssaySwitch)) };
  for (guint i = 0; i < n_lots; i++)
    {
      gboolean accepted = lots[i].verdict != ASSAY_VERDICT_REJECT;

      begin_lot (&machine, i, &lots[i]);
      if (state->severity == ASSAY_SEVERITY_TIGHTENED)
        follow_tightened (&machine, i, &lots[i], accepted);
      else if (state->severity == ASSAY_SEVERITY_REDUCED)
        follow_reduced (&machine, i, &lots[i]);
      else
        follow_normal (&machine, i, &lots[i], accepted);
      state->reduced_offered = state->severity == ASSAY_SEVERITY_NORMAL
                               && state->accepted_run >= ASSAY_SWITCHING_REDUCED;
    }
}

void
assay_switching_clear (AssaySwitching *state)
{
  g_clear_pointer (&state->switches, g_array_unref);
}
