/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "How is this computed?": what a figure means, of which period and of how many rows, by which
 * formula, and which rows were left out and why; the rows themselves are one button away. It opens
 * at once and fills when the book's thread has answered. Main thread. */

#pragma once

#include <adwaita.h>

#include "insight/explanation.h"
#include "store/db.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* On the book's thread: how a figure came about. @question says which. NULL on error. */
typedef AssayExplanation *(*AssayExplainFunc) (AssayDb *db, gconstpointer question, GError **error);

#define ASSAY_TYPE_EXPLANATION_DIALOG (assay_explanation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayExplanationDialog, assay_explanation_dialog, ASSAY, EXPLANATION_DIALOG, AdwDialog)

/* @explanation is taken over; NULL is waited for. */
AdwDialog *assay_explanation_dialog_new (AssayContext *context, AssayExplanation *explanation);
void assay_explanation_dialog_show (AssayExplanationDialog *dialog, AssayExplanation *explanation);
/* NULL while it is waited for. */
const AssayExplanation *assay_explanation_dialog_get (AssayExplanationDialog *dialog);

/* Opens a dialog over @parent and asks; @question is taken over. */
void assay_explain (GtkWidget *parent,
                    AssayContext *context,
                    AssayExplainFunc explain,
                    gpointer question,
                    GDestroyNotify free_question);

G_END_DECLS
