/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A photo as large as the window, with zoom, its caption, what the camera noted, the others by Left
 * and Right; and arrows, circles and words drawn on a copy that is put beside it. Main thread. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"
#include "ui/inspections/draft-file.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_PHOTO_VIEWER (assay_photo_viewer_get_type ())
G_DECLARE_FINAL_TYPE (AssayPhotoViewer, assay_photo_viewer, ASSAY, PHOTO_VIEWER, AdwDialog)

/* Walks the pictures among @files (of AssayDraftFile), beginning with @first; a marked copy goes
 * into @files behind its original. @inspected_on: the day that photos are held against. */
AdwDialog *assay_photo_viewer_new (AssayContext *context,
                                   GListStore *files,
                                   AssayDraftFile *first,
                                   gint32 inspected_on);

G_END_DECLS
