/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files and pictures into memory without holding the window up: reading a file that was dropped or
 * chosen, a thumbnail or a whole picture out of the book, marks onto a copy. All of it happens on
 * threads; whoever asks for many keeps to a few at a time (see file-queue.h). */

#pragma once

#include <gdk/gdk.h>

#include "report/photo-marks.h"
#include "store/book.h"
#include "ui/inspections/draft-file.h"

G_BEGIN_DECLS

/* The longer side of a thumbnail on a tile, sharp on a screen of twice the density. */
#define ASSAY_TILE_PIXELS 320

/* Reads a file whole. A picture that cannot be shown comes as a plain file with *@note saying why;
 * what is too large for a book fails with words for the person. */
void assay_picture_read_file_async (GFile *file,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
AssayDraftFile *
assay_picture_read_file_finish (GFile *file, GAsyncResult *result, char **note, GError **error);

/* A picture from the clipboard or a drag, as a file of its own name. */
void assay_picture_encode_async (GdkTexture *texture,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
AssayDraftFile *
assay_picture_encode_finish (GdkTexture *texture, GAsyncResult *result, GError **error);

/* Sets the file's thumbnail; for a picture in the book. */
void assay_picture_load_thumbnail_async (AssayDraftFile *file,
                                         AssayBook *book,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean
assay_picture_load_thumbnail_finish (AssayDraftFile *file, GAsyncResult *result, GError **error);

/* The picture itself, upright. */
void assay_picture_load_async (AssayDraftFile *file,
                               AssayBook *book,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GdkTexture *assay_picture_load_finish (AssayDraftFile *file, GAsyncResult *result, GError **error);

/* A new file, waiting for Save: @file with marks, and its caption. */
void assay_picture_mark_async (AssayDraftFile *file,
                               AssayBook *book,
                               const AssayPhotoMarks *marks,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
AssayDraftFile *
assay_picture_mark_finish (AssayDraftFile *file, GAsyncResult *result, GError **error);

G_END_DECLS
