/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files and pictures on their way into a draft, a few at a time however many are added, with a
 * count to show and a way to stop. They come out in the order in which they went in. Signals:
 * "added" (AssayDraftFile *), "note" (const char *) for the person about one that was not added or
 * cannot be shown, "changed" when the counts are others. Main thread. */

#pragma once

#include <gdk/gdk.h>

#include "ui/inspections/draft-file.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_FILE_INTAKE (assay_file_intake_get_type ())
G_DECLARE_FINAL_TYPE (AssayFileIntake, assay_file_intake, ASSAY, FILE_INTAKE, GObject)

AssayFileIntake *assay_file_intake_new (void);
void assay_file_intake_add_file (AssayFileIntake *intake, GFile *file);
void assay_file_intake_add_texture (AssayFileIntake *intake, GdkTexture *texture);
/* What is not there yet does not come; what came stays. */
void assay_file_intake_cancel (AssayFileIntake *intake);
/* Of those since it last stood still; both 0 when it does. */
guint assay_file_intake_get_n_done (AssayFileIntake *intake);
guint assay_file_intake_get_n_total (AssayFileIntake *intake);

G_END_DECLS
