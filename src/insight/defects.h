/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Defect figures of inspected lots, asked of a book. Rates are pooled, never averaged; an
 * inspection whose inspected or defective number is unknown is left out and counted in `unknown`.
 * Re-inspections of a lot and inspections of samples are left out unless asked for. */

#pragma once

#include "insight/lead-time.h"
#include "insight/series.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef struct
{
  AssayGrouping by;
  gint64 supplier;
  gint64 product;
  gint32 from, to; /* inspected between; ASSAY_DATE_UNKNOWN is open */
} AssayDefectQuestion;

typedef struct
{
  gint64 id;
  char *group;
  gint64 lots;          /* with known numbers */
  gint64 unknown;       /* left out */
  gint64 inspected;     /* units */
  gint64 defective;     /* units */
  gint64 defects;       /* as recorded, ≥ defective units where recorded one by one */
  gint64 accepted_lots; /* decision accept or accept with deviation; result pass where undecided */
  double rate, rate_low,
      rate_high; /* defective ÷ inspected with Wilson 95 % interval; NaN if none */
  double dhu, dpmo, ppm;
} AssayDefectRow;

GPtrArray *assay_defect_figures (AssayDb *db,
                                 const AssayDefectQuestion *question,
                                 AssayDefectRow **total,
                                 GError **error);
void assay_defect_row_free (AssayDefectRow *row);
char *assay_defect_definition (const AssayDefectQuestion *question);

/* Inspected and defective units by lot in order of inspection, or pooled by month. */
AssaySeries *assay_defect_points (AssayDb *db,
                                  const AssayDefectQuestion *question,
                                  gboolean by_month,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayDefectRow, assay_defect_row_free)

G_END_DECLS
