/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one scan of the inspections that defect figures and their charts are made from. Internal to
 * the insight layer. */

#pragma once

#include "insight/defects.h"

G_BEGIN_DECLS

typedef struct _AssayLotScan AssayLotScan;

/* Why an inspection is not in the figures. */
typedef enum
{
  ASSAY_LOT_COUNTED,
  ASSAY_LOT_NOT_INSPECTED,
  ASSAY_LOT_SAMPLE,
  ASSAY_LOT_REPEATED,
  ASSAY_LOT_WITHOUT_DAY,
  ASSAY_LOT_OUTSIDE,
  ASSAY_LOT_UNKNOWN,
} AssayLotStanding;

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
  gboolean is_decided;
  gboolean is_accepted;
  double opportunities;                   /* of one unit */
  gint64 classes[ASSAY_DEFECT_N_CLASSES]; /* defective units; -1 is unknown; if asked for */
  AssayLotStanding standing;              /* in a scan of all */
} AssayLot;

AssayLotScan *assay_lot_scan_new (AssayDb *db, const AssayDefectQuestion *question, GError **error);
AssayLotScan *
assay_lot_scan_new_all (AssayDb *db, const AssayDefectQuestion *question, GError **error);
gboolean assay_lot_scan_next (AssayLotScan *scan, AssayLot *lot, gboolean *found, GError **error);
gboolean assay_lot_scan_is_done (const AssayLotScan *scan);
void assay_lot_scan_free (AssayLotScan *scan);
void assay_lot_scan_append_where (GString *sql, const AssayDefectQuestion *question);
void assay_lot_scan_bind (AssayStatement *statement, const AssayDefectQuestion *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayLotScan, assay_lot_scan_free)

G_END_DECLS
