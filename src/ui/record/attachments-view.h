/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The files of a record: thumbnails with captions; added by dialog, drop or paste, opened, saved,
 * captioned, deleted. Main thread; bytes go through the book's. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_ATTACHMENTS_VIEW (assay_attachments_view_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayAttachmentsView, assay_attachments_view, ASSAY, ATTACHMENTS_VIEW, GtkWidget)

AssayAttachmentsView *assay_attachments_view_new (AssayContext *context);
/* Reads the attachments of a record; again after each change. */
void assay_attachments_view_set_record (AssayAttachmentsView *view, AssayType type, gint64 id);
/* Asks for files, as the button of a section does. */
void assay_attachments_view_choose (AssayAttachmentsView *view);

G_END_DECLS
