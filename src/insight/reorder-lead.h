/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lead times as planning needs them: from the day the order was sent to that on which the last
 * piece was there, in calendar days, for stock runs down on all of them. Internal to the insight
 * layer. */

#pragma once

#include "figures/summary.h"
#include "insight/explanation.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef struct
{
  AssaySummary lead;      /* days */
  AssaySummary promised;  /* days from order to first promise, of the same lines */
  AssayExplanation *rows; /* the lines, and those left out */
} AssayMeasuredLead;

/* Of a supplier, for one product or with 0 for all. */
AssayMeasuredLead *
assay_measured_lead_read (AssayDb *db, gint64 supplier, gint64 product, GError **error);
void assay_measured_lead_free (AssayMeasuredLead *measured);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayMeasuredLead, assay_measured_lead_free)

G_END_DECLS
