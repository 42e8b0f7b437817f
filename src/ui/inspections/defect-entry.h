/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a defect is: typed, with the brand's own defect types offered as one types. A type that was
 * picked stands before the text as its code; other words than its name are a description of this
 * defect. Signals: "edited", and "create" (const char *typed) for a new type. */

#pragma once

#include <gtk/gtk.h>

#include "ui/inspections/draft-defect.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DEFECT_ENTRY (assay_defect_entry_get_type ())
G_DECLARE_FINAL_TYPE (AssayDefectEntry, assay_defect_entry, ASSAY, DEFECT_ENTRY, GtkWidget)

/* @types: AssayRecord of defect types; follows changes of the list. */
void assay_defect_entry_set (AssayDefectEntry *entry, AssayDraftDefect *defect, GListModel *types);
void assay_defect_entry_pick (AssayDefectEntry *entry, AssayRecord *type);
GtkEditable *assay_defect_entry_get_editable (AssayDefectEntry *entry);
guint assay_defect_entry_get_n_matches (AssayDefectEntry *entry);

G_END_DECLS
