/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Photos on their way to paper: turned, scaled, refused. */

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib.h>

#include "testing.h"

static void
check_size (GBytes *bytes, int width, int height)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayPicture) picture = assay_picture_new (bytes, ASSAY_PICTURE_PIXELS, &error);

  g_assert_no_error (error);
  g_assert_cmpint (assay_picture_get_width (picture), ==, width);
  g_assert_cmpint (assay_picture_get_height (picture), ==, height);
}

static void
test_scaled (void)
{
  g_autoptr (GBytes) large = testing_make_picture (3200, 1600, "jpeg", FALSE);
  g_autoptr (GBytes) small = testing_make_picture (300, 200, "png", FALSE);

  check_size (large, 800, 400);
  check_size (small, 300, 200);
}

/* Exif's 6 is a camera held upright: rows of the file are columns of the picture. */
static void
test_turned (void)
{
  g_autoptr (GBytes) upright = testing_make_turned (1600, 1200, 6);
  g_autoptr (GBytes) upside_down = testing_make_turned (1600, 1200, 3);

  check_size (upright, 600, 800);
  check_size (upside_down, 800, 600);
}

/* What a camera knows about its owner and the place does not leave the book. */
static void
test_stripped (void)
{
  g_autoptr (GBytes) bytes = testing_make_turned (400, 300, 1);
  g_autoptr (AssayPicture) picture = assay_picture_new (bytes, ASSAY_PICTURE_PIXELS, NULL);
  g_autoptr (AssayDocument) document = assay_document_new ("Logo");
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  gsize size;

  assay_document_set_brand (document, "Brand", picture);
  path = testing_export (document, ASSAY_PAPER_A4);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  testing_remove (path);
  g_assert_null (g_strstr_len (contents, (gssize)size, "Exif"));
}

static void
test_drawn (void)
{
  g_autoptr (GBytes) bytes = testing_make_turned (800, 400, 6);
  g_autoptr (AssayPicture) picture = assay_picture_new (bytes, ASSAY_PICTURE_PIXELS, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 200);
  cairo_t *cr = cairo_create (surface);
  guchar *pixels;
  gsize stride;

  g_assert_true (assay_picture_draw (picture, cr, 0, 0, 100, 200));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  stride = (gsize)cairo_image_surface_get_stride (surface);
  /* The dark left half of the file is the upper half of what was photographed. */
  g_assert_cmpuint (pixels[20 * stride + 50 * 4 + 2], <, 90);
  g_assert_cmpuint (pixels[180 * stride + 50 * 4 + 2], >, 170);
  cairo_surface_destroy (surface);
}

static void
test_transparent (void)
{
  g_autoptr (GBytes) bytes = testing_make_picture (64, 64, "png", TRUE);
  g_autoptr (AssayPicture) picture = assay_picture_new (bytes, 600, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 64, 64);
  cairo_t *cr = cairo_create (surface);
  guchar *pixels;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  g_assert_true (assay_picture_draw (picture, cr, 0, 0, 64, 64));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  g_assert_cmpuint (pixels[8 * 4 + 2], >, 240); /* clear above: paper */
  g_assert_cmpuint (pixels[62 * (gsize)cairo_image_surface_get_stride (surface) + 8 * 4 + 2], <,
                    80);
  cairo_surface_destroy (surface);
}

static void
test_refused (void)
{
  g_autoptr (GBytes) whole = testing_make_picture (500, 500, "png", FALSE);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, 40);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) words = g_bytes_new_static ("<html>not a picture</html>", 26);
  /* A PNG that says it is 60,000 pixels wide and high. */
  static const guchar bomb_bytes[]
      = { 0x89, 'P',  'N',  'G',  0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00,
          0x0d, 'I',  'H',  'D',  'R',  0x00, 0x00, 0xea, 0x60, 0x00, 0x00,
          0xea, 0x60, 0x08, 0x02, 0x00, 0x00, 0x00, 0x4f, 0x5b, 0x3f, 0x2a };
  g_autoptr (GBytes) bomb = g_bytes_new_static (bomb_bytes, sizeof bomb_bytes);
  GBytes *all[] = { cut, empty, words, bomb };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (assay_picture_new (all[i], 800, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == G_IO_ERROR);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/picture/scaled", test_scaled);
  g_test_add_func ("/report/picture/turned", test_turned);
  g_test_add_func ("/report/picture/stripped", test_stripped);
  g_test_add_func ("/report/picture/drawn", test_drawn);
  g_test_add_func ("/report/picture/transparent", test_transparent);
  g_test_add_func ("/report/picture/refused", test_refused);
  return g_test_run ();
}
