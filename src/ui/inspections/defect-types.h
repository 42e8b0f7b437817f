/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps a catalogue of defect types in step: with the book's types, which other pages and undo
 * change, and with what the supplier and product of an inspection usually show. Main thread. */

#pragma once

#include "insight/defect-catalogue.h"
#include "ui/inspections/inspection-draft.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DEFECT_TYPES (assay_defect_types_get_type ())
G_DECLARE_FINAL_TYPE (AssayDefectTypes, assay_defect_types, ASSAY, DEFECT_TYPES, GObject)

/* More than any brand keeps. */
#define ASSAY_DEFECT_TYPES_MOST 5000

/* @book nullable. */
AssayDefectTypes *assay_defect_types_new (AssayDefectCatalogue *catalogue,
                                          AssayBook *book,
                                          AssayInspectionDraft *draft);

G_END_DECLS
