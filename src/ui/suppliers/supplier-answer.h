/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page of a supplier asks the book beside the record: figures, contacts, and the points of
 * its charts, all on the book's thread. */

#pragma once

#include "insight/defects.h"
#include "insight/lead-time.h"
#include "ui/record/record-page.h"
#include "ui/suppliers/sourcing-rows.h"

G_BEGIN_DECLS

typedef struct
{
  AssayLeadTimeRow *lead;
  AssayDefectRow *defects;
  AssaySeries *slips;
  AssaySeries *lots;
  GPtrArray *contacts; /* AssayRecord */
  AssaySourcingRows *sourcing;
  gint64 orders;
  AssayLeadTimeRules rules;
  AssayIntervalKind interval;
  char *definition;
} AssaySupplierAnswer;

gpointer assay_supplier_answer_read (AssayDb *db,
                                     AssayRecord *record,
                                     const AssayPageQuestion *question,
                                     GError **error);
void assay_supplier_answer_free (AssaySupplierAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssaySupplierAnswer, assay_supplier_answer_free)

G_END_DECLS
