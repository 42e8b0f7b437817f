/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A photo as large as the window, with zoom, its caption, and the others by Left and Right. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"
#include "ui/inspections/draft-file.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_PHOTO_VIEWER (assay_photo_viewer_get_type ())
G_DECLARE_FINAL_TYPE (AssayPhotoViewer, assay_photo_viewer, ASSAY, PHOTO_VIEWER, AdwDialog)

/* Walks the pictures among @files (AssayDraftFile), beginning with @first. */
AdwDialog *assay_photo_viewer_new (AssayContext *context, GListModel *files, AssayDraftFile *first);

G_END_DECLS
