/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A supplier's key figures: claims beside evidence, each opening the rows behind it. */

#pragma once

#include "ui/record/record-page.h"
#include "ui/suppliers/supplier-answer.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_SUPPLIER_FIGURES (assay_supplier_figures_get_type ())
G_DECLARE_FINAL_TYPE (AssaySupplierFigures, assay_supplier_figures, ASSAY, SUPPLIER_FIGURES,
                      GtkWidget)

AssaySupplierFigures *assay_supplier_figures_new (AssayRecordPage *page);
void assay_supplier_figures_show (AssaySupplierFigures *figures, AssayRecord *supplier,
                                  const AssaySupplierAnswer *answer);

G_END_DECLS
