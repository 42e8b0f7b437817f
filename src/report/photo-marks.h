/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Arrows, circles and short words that point at something on a photo. They are lines, not pixels,
 * until they are drawn on a copy; the original is never touched. Places are shares of the picture's
 * width and height from its upper left corner, so that they mean the same on a small picture and on
 * the whole one. */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  ASSAY_PHOTO_MARK_ARROW,  /* from x0, y0 to its head at x1, y1 */
  ASSAY_PHOTO_MARK_CIRCLE, /* the ellipse between two corners */
  ASSAY_PHOTO_MARK_TEXT,   /* begins at x0, y0 */
} AssayPhotoMarkKind;

typedef struct
{
  AssayPhotoMarkKind kind;
  double x0, y0;
  double x1, y1;
  char *text;
} AssayPhotoMark;

/* What is drawn on has at most this many pixels on its longer side: 36 megapixels of 4:3. */
#define ASSAY_PHOTO_MARKS_MAX_SIDE 6928
#define ASSAY_PHOTO_MARK_MAX_TEXT  60

typedef struct _AssayPhotoMarks AssayPhotoMarks;

AssayPhotoMarks *assay_photo_marks_new (void);
AssayPhotoMarks *assay_photo_marks_copy (const AssayPhotoMarks *marks);
void assay_photo_marks_free (AssayPhotoMarks *marks);
guint assay_photo_marks_get_n (const AssayPhotoMarks *marks);
const AssayPhotoMark *assay_photo_marks_get (const AssayPhotoMarks *marks, guint i);
/* Places outside of the picture are moved to its edge. */
void assay_photo_marks_add (
    AssayPhotoMarks *marks, AssayPhotoMarkKind kind, double x0, double y0, double x1, double y1);
/* The last one; FALSE when there is none. */
gboolean assay_photo_marks_undo (AssayPhotoMarks *marks);
void assay_photo_marks_set_text (AssayPhotoMarks *marks, const char *text);
/* Moves it whole, as far as the picture reaches. */
void assay_photo_marks_move (AssayPhotoMarks *marks, double dx, double dy);
/* Moves its head or its second corner. */
void assay_photo_marks_stretch (AssayPhotoMarks *marks, double dx, double dy);

/* The seven corners of an arrow that is @thick, its head first; in the units given. */
void assay_photo_arrow_outline (
    double x0, double y0, double x1, double y1, double thick, double corners[7][2]);
/* On a picture that lies between 0, 0 and @width, @height: red with a white outline. */
void assay_photo_mark_draw (const AssayPhotoMark *mark, cairo_t *cr, double width, double height);
void
assay_photo_marks_draw (const AssayPhotoMarks *marks, cairo_t *cr, double width, double height);

/* A new JPEG, upright, of @picture with the marks. Blocks; errors as of assay_picture_decode(). */
GBytes *assay_photo_marks_render (const AssayPhotoMarks *marks,
                                  GBytes *picture,
                                  GCancellable *cancellable,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayPhotoMarks, assay_photo_marks_free)

G_END_DECLS
