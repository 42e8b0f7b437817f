/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the switching rules stand for one product of one supplier, class by class, read from the
 * inspections of a book: original lots (not presented again), of the kinds that inspect whole lots,
 * inspected and with a result. Each class is judged by the plan that its inspection kept. */

#pragma once

#include "figures/switching.h"
#include "insight/inspection-plan.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef struct
{
  AssaySwitching state;
  GPtrArray *lots; /* of AssayRecord (inspections): those in which the class was judged, in order */
} AssayClassSwitching;

typedef struct
{
  gint64 supplier, product;
  guint n_lots; /* original lots with a result */
  AssayClassSwitching classes[ASSAY_N_CLASSES];
} AssaySwitchingHistory;

/* Whose lots were inspected. */
typedef struct
{
  gint64 supplier, product;
  char *supplier_name, *product_name;
} AssaySwitchingPair;

/* Whether inspections of this kind look at whole lots. */
gboolean assay_switching_kind_counts (const char *kind);
/* @until: an inspection before which to stop; 0 for all. */
AssaySwitchingHistory *assay_switching_history_read (
    AssayDb *db, gint64 supplier, gint64 product, gint64 until, GError **error);
void assay_switching_history_free (AssaySwitchingHistory *history);
/* GPtrArray of AssaySwitchingPair: of one supplier, of one product, or (both 0) of all. */
GPtrArray *
assay_switching_pairs_read (AssayDb *db, gint64 supplier, gint64 product, GError **error);
void assay_switching_pair_free (AssaySwitchingPair *pair);

/* In words. "Tightened", "Stopped"; "1 of the last 5 lots not accepted"; what brought a switch
 * about, with the lot's number and day. */
char *assay_switching_say_state (const AssaySwitching *state);
char *assay_switching_say_counters (const AssaySwitching *state);
char *assay_switching_say_switch (const AssayClassSwitching *one, const AssaySwitch *made);
/* Why the next lot is inspected as it is: "Major: tightened, because …". */
char *assay_switching_say_reason (const AssaySwitchingHistory *history);
/* What few lots mean; NULL where there are enough. */
const char *assay_switching_say_caution (const AssaySwitchingHistory *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssaySwitchingHistory, assay_switching_history_free)

G_END_DECLS
