/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one scan of the inspections that defect figures and their charts are made from. Internal to
 * the insight layer. */

#pragma once

#include "insight/defects.h"

G_BEGIN_DECLS

typedef struct _AssayLotScan AssayLotScan;

/* One lot that was inspected. */
typedef struct
{
  gint64 id;  /* the inspection */
  gint64 key; /* what it is grouped by, see grouping.h */
  gint32 day; /* ASSAY_DATE_UNKNOWN where it is not known */
  gint64 inspected;
  gint64 defective;
  gint64 defects;
  gboolean is_known; /* inspected and defective are */
  gboolean is_accepted;
} AssayLot;

AssayLotScan *assay_lot_scan_new (AssayDb *db, const AssayDefectQuestion *question, GError **error);
gboolean assay_lot_scan_next (AssayLotScan *scan, AssayLot *lot, gboolean *found, GError **error);
gboolean assay_lot_scan_is_done (const AssayLotScan *scan);
void assay_lot_scan_free (AssayLotScan *scan);
void assay_lot_scan_append_where (GString *sql, const AssayDefectQuestion *question);
void assay_lot_scan_bind (AssayStatement *statement, const AssayDefectQuestion *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayLotScan, assay_lot_scan_free)

G_END_DECLS
