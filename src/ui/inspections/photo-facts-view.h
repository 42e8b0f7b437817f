/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of a photo or file, as rows: when, where and with what it was taken, its name and
 * size, the fingerprint that proves it unchanged. Main thread. */

#pragma once

#include <adwaita.h>

#include "record/record.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_PHOTO_FACTS_VIEW (assay_photo_facts_view_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayPhotoFactsView, assay_photo_facts_view, ASSAY, PHOTO_FACTS_VIEW, GtkWidget)

/* @attachment: in the book or not yet. */
void assay_photo_facts_view_show (AssayPhotoFactsView *view, AssayRecord *attachment);

G_END_DECLS
