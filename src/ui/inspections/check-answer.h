/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a check is answered: a control that fits its kind. Follows the check. Enter in an entry
 * emits "next". Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ui/inspections/draft-checkpoint.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_CHECK_ANSWER (assay_check_answer_get_type ())
G_DECLARE_FINAL_TYPE (AssayCheckAnswer, assay_check_answer, ASSAY, CHECK_ANSWER, GtkWidget)

AssayCheckAnswer *assay_check_answer_new (AssayDraftCheckpoint *check);
/* The toggle group, drop-down or entry. */
GtkWidget *assay_check_answer_get_control (AssayCheckAnswer *answer);
/* Y and N where the kind has such answers; FALSE where it has none. */
gboolean assay_check_answer_say (AssayCheckAnswer *answer, gboolean yes);

G_END_DECLS
