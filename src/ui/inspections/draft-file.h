/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of an inspection or of one of its defects while the page is edited: one that the book
 * holds already, or one that was just added and waits for Save with its bytes. Main thread. */

#pragma once

#include <gdk/gdk.h>

#include "record/record.h"
#include "store/incoming.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DRAFT_FILE (assay_draft_file_get_type ())
G_DECLARE_FINAL_TYPE (AssayDraftFile, assay_draft_file, ASSAY, DRAFT_FILE, GObject)

/* Properties "caption" and "thumbnail", notified. */
AssayDraftFile *assay_draft_file_new_stored (AssayRecord *attachment);
AssayDraftFile *assay_draft_file_new_added (AssayIncoming *incoming, GdkTexture *thumbnail);

/* The same picture once more, with its caption, for another owner. */
AssayDraftFile *assay_draft_file_new_copy (AssayDraftFile *file);

/* NULL for a file that waits for Save. */
AssayRecord *assay_draft_file_get_attachment (AssayDraftFile *file);
/* NULL for a file in the book. */
AssayIncoming *assay_draft_file_get_incoming (AssayDraftFile *file);
/* What is known of it, in the book or not; not to be changed. */
AssayRecord *assay_draft_file_get_record (AssayDraftFile *file);
const char *assay_draft_file_get_name (AssayDraftFile *file);
const char *assay_draft_file_get_caption (AssayDraftFile *file);
void assay_draft_file_set_caption (AssayDraftFile *file, const char *caption);
/* What it is called where it is shown: the caption, or else the name. */
const char *assay_draft_file_get_title (AssayDraftFile *file);
gint64 assay_draft_file_get_size (AssayDraftFile *file);
gboolean assay_draft_file_is_picture (AssayDraftFile *file);
GdkTexture *assay_draft_file_get_thumbnail (AssayDraftFile *file);
void assay_draft_file_set_thumbnail (AssayDraftFile *file, GdkTexture *thumbnail);
/* New, or its caption differs from the book's. */
gboolean assay_draft_file_is_changed (AssayDraftFile *file);

G_END_DECLS
