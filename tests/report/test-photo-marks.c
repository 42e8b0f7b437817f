/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks on a copy of a photo: their lines, and the picture that they are drawn on. */

#include <glib.h>
#include <math.h>

#include "report/photo-marks.h"
#include "store/picture-decode.h"
#include "testing.h"

static void
test_arrow (void)
{
  double corners[7][2];

  /* To the right, ten thick: the head is fifty long and forty-two wide. */
  assay_photo_arrow_outline (0, 0, 200, 0, 10, corners);
  g_assert_cmpfloat_with_epsilon (corners[0][0], 200, 1e-9);
  g_assert_cmpfloat_with_epsilon (corners[0][1], 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (corners[1][0], 150, 1e-9);
  g_assert_cmpfloat_with_epsilon (corners[1][1], 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (corners[6][1], -21, 1e-9);
  g_assert_cmpfloat_with_epsilon (corners[3][0], 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (corners[3][1], 5, 1e-9);
  /* Turned, it is the same arrow. */
  assay_photo_arrow_outline (10, 10, 10, 210, 10, corners);
  g_assert_cmpfloat_with_epsilon (corners[0][1], 210, 1e-9);
  g_assert_cmpfloat_with_epsilon (fabs (corners[1][0] - corners[6][0]), 42, 1e-9);
  g_assert_cmpfloat_with_epsilon (corners[1][1], 160, 1e-9);
  /* Shorter than its head, and of no length at all. */
  assay_photo_arrow_outline (0, 0, 20, 0, 10, corners);
  g_assert_cmpfloat_with_epsilon (corners[1][0], 0, 1e-9);
  assay_photo_arrow_outline (5, 5, 5, 5, 10, corners);
  for (guint i = 0; i < 7; i++)
    g_assert_true (isfinite (corners[i][0]) && isfinite (corners[i][1]));
}

static void
test_edit (void)
{
  g_autoptr (AssayPhotoMarks) marks = assay_photo_marks_new ();
  g_autoptr (AssayPhotoMarks) copy = NULL;
  const AssayPhotoMark *mark;

  g_assert_false (assay_photo_marks_undo (marks));
  assay_photo_marks_move (marks, 1, 1);
  assay_photo_marks_add (marks, ASSAY_PHOTO_MARK_ARROW, -1, 0.5, 0.5, 2);
  mark = assay_photo_marks_get (marks, 0);
  g_assert_cmpfloat (mark->x0, ==, 0);
  g_assert_cmpfloat (mark->y1, ==, 1);
  /* It moves as far as the picture reaches, in one piece. */
  assay_photo_marks_add (marks, ASSAY_PHOTO_MARK_CIRCLE, 0.2, 0.2, 0.4, 0.4);
  assay_photo_marks_move (marks, 0.9, -0.1);
  mark = assay_photo_marks_get (marks, 1);
  g_assert_cmpfloat_with_epsilon (mark->x0, 0.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (mark->x1, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (mark->y0, 0.1, 1e-9);
  assay_photo_marks_stretch (marks, -0.1, 0.2);
  g_assert_cmpfloat_with_epsilon (mark->x1, 0.9, 1e-9);
  g_assert_cmpfloat_with_epsilon (mark->y1, 0.5, 1e-9);
  assay_photo_marks_add (marks, ASSAY_PHOTO_MARK_TEXT, 0.1, 0.1, 0.1, 0.1);
  assay_photo_marks_set_text (marks, "Hole");
  copy = assay_photo_marks_copy (marks);
  g_assert_true (assay_photo_marks_undo (marks));
  g_assert_cmpuint (assay_photo_marks_get_n (marks), ==, 2);
  g_assert_cmpuint (assay_photo_marks_get_n (copy), ==, 3);
  g_assert_cmpstr (assay_photo_marks_get (copy, 2)->text, ==, "Hole");
}

static const guchar *
pixel (GdkPixbuf *pixbuf, int x, int y)
{
  return gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf) + x * 3;
}

static gboolean
is_red (const guchar *at)
{
  return at[0] > 180 && at[1] < 90 && at[2] < 90;
}

/* The copy is as large as the photo, turned as it is shown, and marked where it was asked. */
static void
test_rendered (void)
{
  g_autoptr (GBytes) photo = testing_make_turned (800, 600, 6);
  g_autoptr (AssayPhotoMarks) marks = assay_photo_marks_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) drawn = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  int width, height, red = 0;

  assay_photo_marks_add (marks, ASSAY_PHOTO_MARK_ARROW, 0.1, 0.25, 0.9, 0.25);
  assay_photo_marks_add (marks, ASSAY_PHOTO_MARK_CIRCLE, 0.25, 0.5, 0.75, 0.9);
  assay_photo_marks_add (marks, ASSAY_PHOTO_MARK_TEXT, 0.95, 0.95, 0.95, 0.95);
  assay_photo_marks_set_text (marks, "Open seam");
  drawn = assay_photo_marks_render (marks, photo, NULL, &error);
  g_assert_no_error (error);
  pixbuf = assay_picture_decode (drawn, 5000, &width, &height, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (width, ==, 600);
  g_assert_cmpint (height, ==, 800);
  g_assert_true (is_red (pixel (pixbuf, 300, 200)));  /* the shaft */
  g_assert_true (is_red (pixel (pixbuf, 150, 560)));  /* the circle's left */
  g_assert_false (is_red (pixel (pixbuf, 300, 560))); /* and its middle */
  g_assert_false (is_red (pixel (pixbuf, 300, 100)));
  /* Words at the edge are moved in. */
  for (int x = 300; x < 600; x++)
    for (int y = 740; y < 800; y++)
      red += is_red (pixel (pixbuf, x, y));
  g_assert_cmpint (red, >, 500);
}

static void
test_refused (void)
{
  g_autoptr (GBytes) words = g_bytes_new_static ("no picture", 10);
  g_autoptr (AssayPhotoMarks) marks = assay_photo_marks_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (assay_photo_marks_render (marks, words, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/photo-marks/arrow", test_arrow);
  g_test_add_func ("/report/photo-marks/edit", test_edit);
  g_test_add_func ("/report/photo-marks/rendered", test_rendered);
  g_test_add_func ("/report/photo-marks/refused", test_refused);
  return g_test_run ();
}
