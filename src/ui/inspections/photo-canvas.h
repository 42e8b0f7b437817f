/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A photo that is zoomed, moved and drawn on. It keeps the size of the photo apart from the picture
 * that shows it, so that a thumbnail holds its place until the whole has come. Signals:
 * "marks-changed"; "view-changed" when zoom or place are others. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "report/photo-marks.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_PHOTO_CANVAS (assay_photo_canvas_get_type ())
G_DECLARE_FINAL_TYPE (AssayPhotoCanvas, assay_photo_canvas, ASSAY, PHOTO_CANVAS, GtkWidget)

/* @width, @height: of the photo in pixels. Shows it whole. */
void assay_photo_canvas_set_picture (AssayPhotoCanvas *canvas,
                                     GdkTexture *texture,
                                     int width,
                                     int height);
/* A better picture of the same photo; zoom and place stay. */
void assay_photo_canvas_refine (AssayPhotoCanvas *canvas, GdkTexture *texture);

/* Pixels of the window per pixel of the photo; 0: as large as it fits. */
double assay_photo_canvas_get_zoom (AssayPhotoCanvas *canvas);
void assay_photo_canvas_set_zoom (AssayPhotoCanvas *canvas, double zoom);
void assay_photo_canvas_zoom_by (AssayPhotoCanvas *canvas, double factor);
/* By parts of what is seen. */
void assay_photo_canvas_pan (AssayPhotoCanvas *canvas, double dx, double dy);

/* NULL: the photo is looked at, not drawn on. */
AssayPhotoMarks *assay_photo_canvas_get_marks (AssayPhotoCanvas *canvas);
void assay_photo_canvas_set_marking (AssayPhotoCanvas *canvas, gboolean marking);
void assay_photo_canvas_set_tool (AssayPhotoCanvas *canvas, AssayPhotoMarkKind tool);
/* What the next text says. */
void assay_photo_canvas_set_text (AssayPhotoCanvas *canvas, const char *text);
/* A new mark of the tool in the middle of what is seen; the keys move it from there. */
void assay_photo_canvas_place_mark (AssayPhotoCanvas *canvas);
/* The last mark, by steps of a fiftieth of what is seen. */
void assay_photo_canvas_move_mark (AssayPhotoCanvas *canvas, int dx, int dy);
void assay_photo_canvas_stretch_mark (AssayPhotoCanvas *canvas, int dx, int dy);
gboolean assay_photo_canvas_undo_mark (AssayPhotoCanvas *canvas);

G_END_DECLS
