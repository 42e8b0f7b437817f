/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The photos and other files of a defect or of the inspection: thumbnails that wrap, and below them
 * how far adding more has come and what cannot be added or shown. Main thread. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"
#include "ui/inspections/inspection-draft.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_FILE_STRIP (assay_file_strip_get_type ())
G_DECLARE_FINAL_TYPE (AssayFileStrip, assay_file_strip, ASSAY, FILE_STRIP, GtkWidget)

/* @files: GListStore of AssayDraftFile that belongs to @draft. @large: with captions to type. */
AssayFileStrip *assay_file_strip_new (AssayContext *context,
                                      AssayInspectionDraft *draft,
                                      GListStore *files,
                                      gboolean large);
void assay_file_strip_choose (AssayFileStrip *strip);
void assay_file_strip_add_file (AssayFileStrip *strip, GFile *file);
void assay_file_strip_add_texture (AssayFileStrip *strip, GdkTexture *texture);
/* What a drag or the clipboard brings: a file list, a file or a texture; FALSE for anything else.
 */
gboolean assay_file_strip_add_value (AssayFileStrip *strip, const GValue *value);
/* FALSE when the clipboard holds nothing of the kind. */
gboolean assay_file_strip_paste (AssayFileStrip *strip, GdkClipboard *clipboard);
/* What is being read is not added. */
void assay_file_strip_stop (AssayFileStrip *strip);
/* Files that are being read. */
guint assay_file_strip_get_n_pending (AssayFileStrip *strip);
/* The sentences below, NULL when there are none. */
const char *assay_file_strip_get_notes (AssayFileStrip *strip);

GtkDropTarget *assay_file_strip_new_drop_target (void);

G_END_DECLS
