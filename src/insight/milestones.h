/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Payments and shipments of an order: how much a share of it is, and what a milestone that waits
 * for passed inspections still waits for. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

/* @share of @value, rounded to the minor unit; @share in parts per million. */
gint64 assay_milestone_amount (gint64 value, gint64 share);
/* "Line 2: 300 pieces not passed; line 3: nothing passed"; NULL without error when nothing is
 * missing. At most @most lines by name. */
char *assay_milestone_dup_missing (AssayDb *db, gint64 order, guint most, GError **error);
/* A new milestone of an order: the part of a payment that no other has, and what it amounts to.
 * @others: of AssayRecord, those that the order has. */
AssayRecord *assay_milestone_propose (const AssayRecord *order, GPtrArray *others);

G_END_DECLS
