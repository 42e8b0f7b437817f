/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in a form, as soon as a supplier is chosen for a new order, that the scorecard in use warns
 * of it, and why. It blocks nothing. Main thread; the question runs on the book's thread. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_GRADE_WARNING (assay_grade_warning_get_type ())
G_DECLARE_FINAL_TYPE (AssayGradeWarning, assay_grade_warning, ASSAY, GRADE_WARNING, AdwBin)

AssayGradeWarning *assay_grade_warning_new (AssayContext *context);
/* 0: none is chosen. */
void assay_grade_warning_set_supplier (AssayGradeWarning *warning, gint64 supplier);
/* NULL while there is nothing to say; for tests. */
const char *assay_grade_warning_get_words (AssayGradeWarning *warning);

G_END_DECLS
