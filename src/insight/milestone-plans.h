/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Milestone plans: what an order's milestones are made of, and the amounts that its shares come to.
 * Functions with a connection on the thread that owns it. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

/* The shares of the steps together, in parts per million; 0 when none has one. */
gint64 assay_milestone_plan_sum (GPtrArray *steps);
/* "100 %" and whether that is the whole, in a sentence for the person; plans without payments are
 * whole. */
char *assay_milestone_plan_describe_sum (GPtrArray *steps, gboolean *whole);
/* Which plan an order begins with: the one that it names, else its supplier's; 0 for none. */
gboolean assay_milestone_plan_find (AssayDb *db, gint64 order, gint64 *plan, GError **error);
/* Inside a change: the order's milestones are those of the plan. Milestones that are done stay, and
 * a step of the plan that one of them is already is not made again; open ones are replaced. The
 * amounts follow the order's value (store/milestone-amounts.h). */
gboolean
assay_milestone_plan_apply (AssayDb *db, gint64 order, gint64 plan, guint *n_made, GError **error);

G_END_DECLS
