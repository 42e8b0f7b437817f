/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The amounts of milestones follow the value of their order while they are not done. Part of
 * bringing a change up to date (touched.h). */

#pragma once

#include "store/db.h"

G_BEGIN_DECLS

typedef struct _AssayMilestoneAmounts AssayMilestoneAmounts;

/* Before the values of @orders (of gint64, sorted) are computed anew: keeps those of orders that
 * have milestones to follow them. */
AssayMilestoneAmounts *
assay_milestone_amounts_before (AssayDb *db, const GArray *orders, GError **error);
void assay_milestone_amounts_free (AssayMilestoneAmounts *amounts);
/* Afterwards. */
gboolean
assay_milestone_amounts_follow (AssayDb *db, const AssayMilestoneAmounts *amounts, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayMilestoneAmounts, assay_milestone_amounts_free)

G_END_DECLS
