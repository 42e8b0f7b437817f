/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A supplier is about to be approved: where needed items of due diligence are open, asks why it is
 * approved nevertheless. Main thread; the question runs on the book's thread. */

#pragma once

#include <adwaita.h>

#include "insight/diligence.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* @approve: whether to go on; @reason: to be kept with the supplier, NULL where nothing is open. */
typedef void (*AssayApprovalFunc) (gboolean approve, const char *reason, gpointer data);

/* @supplier: as it would be saved. @done is called once, later; then @free_data. */
void assay_approval_ask (GtkWidget *parent,
                         AssayContext *context,
                         AssayRecord *supplier,
                         AssayApprovalFunc done,
                         gpointer data,
                         GDestroyNotify free_data);

/* The dialog alone, whose responses are "approve" and "cancel". */
AdwDialog *assay_approval_question_new (const AssayDiligence *diligence);
char *assay_approval_question_dup_reason (AdwDialog *question);
/* For tests. */
void assay_approval_question_set_reason (AdwDialog *question, const char *reason);

G_END_DECLS
