/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One item of due diligence as a row: where it stands, what answers it, what is missing. Main
 * thread. */

#pragma once

#include <gtk/gtk.h>

#include "insight/diligence.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* Activating it answers the item by hand; buttons open the records that answer it. @diligence and
 * @answer are borrowed until the row is gone. */
GtkWidget *assay_diligence_row_new (AssayContext *context,
                                    const AssayDiligence *diligence,
                                    const AssayDiligenceAnswer *answer);
/* Opens the form of the answer by hand: the one that counts, or a new one. */
void assay_diligence_answer_edit (AssayContext *context,
                                  const AssayDiligence *diligence,
                                  const AssayDiligenceAnswer *answer);

G_END_DECLS
