/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a corrective action needs to know of the others. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

/* "CA-2026-014": the next number of the year that no action has; NULL on error. */
char *assay_corrective_action_next_number (AssayDb *db, gint32 today, GError **error);
/* Not closed, not cancelled, and its day is over. */
gboolean assay_corrective_action_is_overdue (const AssayRecord *action, gint32 today);

G_END_DECLS
