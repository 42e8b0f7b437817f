/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was typed from a line of a form that was filled in by hand, put into the draft of its
 * inspection as if it had been recorded there. Main thread. */

#pragma once

#include "report/form-rows.h"
#include "ui/inspections/inspection-draft.h"

G_BEGIN_DECLS

/* As it was typed; each may be empty. */
typedef struct
{
  const char *name;                    /* of a defect that is in no catalogue */
  const char *counts[ASSAY_N_CLASSES]; /* of a defect, by class */
  const char *extra;  /* of a defect the unit numbers, of a check the units that failed or the
                         weight of the carton */
  const char *answer; /* of a check, or the number of a quantity */
} AssayTyped;

/* The lines that the form of this inspection has: GPtrArray of AssayFormRow. */
GPtrArray *assay_form_typing_rows (AssayInspectionDraft *draft, AssayBook *book);
/* What is wrong with it, in words; NULL when nothing is. */
char *assay_form_typing_check (const AssayFormRow *row, const AssayTyped *typed);
/* After that. Returns whether anything was said. */
gboolean assay_form_typing_apply (AssayInspectionDraft *draft,
                                  const AssayFormRow *row,
                                  const AssayTyped *typed);
/* How a check is answered on its line: "y, n"; what stands there already. */
char *assay_form_typing_dup_hint (const AssayFormRow *row);
char *assay_form_typing_dup_current (AssayInspectionDraft *draft, const AssayFormRow *row);
/* What the second entry of a check is for; NULL when it has none. */
const char *assay_form_typing_extra (const AssayFormRow *row);

G_END_DECLS
