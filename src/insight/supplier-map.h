/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All suppliers beside each other in three figures: how much their times vary, how much of what was
 * inspected was defective, and what was spent with them. What is not known is NaN. */

#pragma once

#include "insight/defects.h"
#include "insight/lead-time.h"

G_BEGIN_DECLS

/* Fewer deliveries or lots than these say little. */
#define ASSAY_SUPPLIER_MAP_FEW_LINES 8
#define ASSAY_SUPPLIER_MAP_FEW_LOTS  3

typedef struct
{
  gint64 id;
  char *name;        /* NULL: unknown */
  AssaySummary lead; /* days from the order on */
  AssaySummary slip; /* days after the promise */
  gint64 lots;       /* that were inspected */
  gint64 inspected;  /* units */
  gint64 defective;
  double rate, rate_low, rate_high; /* pooled, with its 95 % Wilson interval; NaN if none */
  double spend;                     /* in units of the currency; NaN where it is not known */
} AssaySupplierPlace;

typedef struct
{
  GPtrArray *places; /* AssaySupplierPlace, by name: those with deliveries or inspections */
  char *currency;    /* of spend; NULL where there is none */
  guint unpriced;    /* order lines whose amount is not known, that no spend holds */
  char *lead_definition, *defect_definition;
  char *spend_definition; /* nullable */
} AssaySupplierMap;

/* @lines and @lots: which rows; `by` plays no part. */
AssaySupplierMap *assay_supplier_map_read (AssayDb *db,
                                           const AssayLeadTimeQuestion *lines,
                                           const AssayDefectQuestion *lots,
                                           GError **error);
void assay_supplier_map_free (AssaySupplierMap *map);
AssaySupplierMap *assay_supplier_map_new (void);
AssaySupplierPlace *assay_supplier_map_add (AssaySupplierMap *map, gint64 id, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssaySupplierMap, assay_supplier_map_free)

G_END_DECLS
