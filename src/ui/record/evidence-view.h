/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The key figures of a supplier or a product: what was seen, beside what was claimed, each opening
 * the rows behind it. */

#pragma once

#include "insight/comparison.h"
#include "insight/defects.h"
#include "insight/lead-time.h"
#include "ui/record/record-page.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_EVIDENCE_VIEW (assay_evidence_view_get_type ())
G_DECLARE_FINAL_TYPE (AssayEvidenceView, assay_evidence_view, ASSAY, EVIDENCE_VIEW, GtkWidget)

/* How the rows behind the figures refer to the page's record. */
typedef struct
{
  const char *count_title; /* of the first tile */
  AssayType counted;
  guint counted_field;
  guint line_field;
  guint inspection_field;
} AssayEvidenceRows;

typedef struct
{
  gint64 count;
  const AssayLeadTimeRow *lead;
  const AssayDefectRow *defects;
  gint64 claimed_lead;    /* days; -1: nothing claimed */
  gint64 claimed_lead_sd; /* tenths of a day; -1 */
  gint64 claimed_on_time; /* parts per million; -1 */
  gint64 claimed_defects; /* parts per million; -1 */
  const AssayLeadTimeRules *rules;
  AssayIntervalKind interval;
} AssayEvidence;

AssayEvidenceView *assay_evidence_view_new (AssayRecordPage *page, const AssayEvidenceRows *rows);
void assay_evidence_view_show (AssayEvidenceView *view, const AssayEvidence *evidence);

G_END_DECLS
