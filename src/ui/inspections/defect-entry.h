/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a defect is: typed, with the brand's own defect types offered as one types, or walked to
 * through their categories. A type that was picked stands before the text as its code; other words
 * than its name are a description of this defect. Signals: "edited"; "done" (Enter: the next thing
 * is to be said); "create" (const char *typed) for a new type; "usual" for the starting set. */

#pragma once

#include <gtk/gtk.h>

#include "insight/defect-catalogue.h"
#include "ui/inspections/draft-defect.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DEFECT_ENTRY (assay_defect_entry_get_type ())
G_DECLARE_FINAL_TYPE (AssayDefectEntry, assay_defect_entry, ASSAY, DEFECT_ENTRY, GtkWidget)

void assay_defect_entry_set (AssayDefectEntry *entry,
                             AssayDraftDefect *defect,
                             AssayDefectCatalogue *catalogue);
void assay_defect_entry_pick (AssayDefectEntry *entry, AssayRecord *type);
/* Shows what is usual here and the categories, if nothing was said yet. */
void assay_defect_entry_browse (AssayDefectEntry *entry);
GtkEditable *assay_defect_entry_get_editable (AssayDefectEntry *entry);
/* Defect types offered just now. */
guint assay_defect_entry_get_n_matches (AssayDefectEntry *entry);

G_END_DECLS
