/* SPDX-License-Identifier: GPL-3.0-or-later */

/* QR codes in pictures: made here by another library, drawn large, small, turned, in grey, white on
 * black and side by side; and pictures that hold none or are none. */

#include <qrencode.h>
#include <string.h>

#include "store/picture-codes.h"

#define ADDRESS "https://tag.example.com/t/8F3K-220"

static GdkPixbuf *
new_page (int width, int height, guint32 rgba)
{
  GdkPixbuf *page = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);

  gdk_pixbuf_fill (page, rgba);
  return page;
}

static void
put (GdkPixbuf *page, int x, int y, const guint8 *colour)
{
  memcpy (gdk_pixbuf_get_pixels (page) + y * gdk_pixbuf_get_rowstride (page) + x * 4, colour, 4);
}

/* With its quiet zone of four modules, its corner at @x and @y. */
static void
draw (GdkPixbuf *page,
      const char *text,
      int length,
      int x,
      int y,
      int module,
      const guint8 *dark,
      const guint8 *light)
{
  QRcode *code = QRcode_encodeData (length, (const guint8 *)text, 0, QR_ECLEVEL_M);

  g_assert_nonnull (code);
  for (int row = -4; row < code->width + 4; row++)
    for (int column = -4; column < code->width + 4; column++)
      {
        gboolean inside = row >= 0 && column >= 0 && row < code->width && column < code->width;
        gboolean set = inside && code->data[row * code->width + column] & 1;

        for (int i = 0; i < module * module; i++)
          put (page, x + (column + 4) * module + i % module, y + (row + 4) * module + i / module,
               set ? dark : light);
      }
  QRcode_free (code);
}

static const guint8 black[] = { 0, 0, 0, 255 }, white[] = { 255, 255, 255, 255 };
static const guint8 gray[] = { 90, 80, 70, 255 }, sand[] = { 200, 190, 170, 255 };
static const guint8 clear[] = { 0, 0, 0, 0 };

static char *
read_pixels (GdkPixbuf *page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) texts = assay_pixels_read_codes (page, NULL, &error);
  GString *joined = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "\n" : "",
                            (const char *)g_ptr_array_index (texts, i));
  return g_string_free_and_steal (joined);
}

static void
test_reads (void)
{
  static const struct
  {
    int module;
    const guint8 *dark, *light;
    int turned; /* degrees */
  } rows[] = {
    { 3, black, white, 0 },  { 8, black, white, 0 },   { 40, black, white, 0 },
    { 6, gray, sand, 0 },    { 6, white, black, 0 },   { 6, black, clear, 0 },
    { 6, black, white, 90 }, { 6, black, white, 180 }, { 6, gray, sand, 270 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int side = 45 * rows[i].module + 40;
      g_autoptr (GdkPixbuf) page
          = new_page (side, side, rows[i].light == black ? 0x000000ff : 0xffffffff);
      g_autoptr (GdkPixbuf) turned = NULL;
      g_autofree char *text = NULL;

      draw (page, ADDRESS, (int)strlen (ADDRESS), 20, 20, rows[i].module, rows[i].dark,
            rows[i].light);
      turned = gdk_pixbuf_rotate_simple (page, (GdkPixbufRotation)rows[i].turned);
      text = read_pixels (turned);
      g_test_message ("row %d", (int)i);
      g_assert_cmpstr (text, ==, ADDRESS);
    }
}

/* From the top down, the same text once. */
static void
test_several (void)
{
  g_autoptr (GdkPixbuf) page = new_page (900, 900, 0xffffffff);
  g_autofree char *text = NULL;

  draw (page, "third", 5, 20, 620, 6, black, white);
  draw (page, "first", 5, 20, 20, 6, black, white);
  draw (page, "second", 6, 500, 20, 5, black, white);
  draw (page, "first", 5, 500, 620, 6, black, white);
  text = read_pixels (page);
  g_assert_cmpstr (text, ==, "first\nsecond\nthird");
}

/* What a stranger may have put into a code. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *bytes;
    int length;
    const char *text;
  } rows[] = {
    { "javascript:alert(1)", 19, "javascript:alert(1)" },
    { "=HYPERLINK(\"x\")", 15, "=HYPERLINK(\"x\")" },
    { "line\nfeed", 9, "line feed" },
    { "' OR 1=1; DROP TABLE evidence; --", 33, "' OR 1=1; DROP TABLE evidence; --" },
    { "M\xc3\xbcller \xe7\xba\xa2", 11, "M\xc3\xbcller \xe7\xba\xa2" },
    { "M\xfcller", 6, "M\xc3\xbcller" },
    { "\x1b]0;x\x07", 6, "\xef\xbf\xbd]0;x\xef\xbf\xbd" },
  };
  g_autofree char *full = g_strnfill (1500, 'A');
  g_autoptr (GdkPixbuf) large = new_page (900, 900, 0xffffffff);
  g_autofree char *read = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GdkPixbuf) page = new_page (500, 500, 0xffffffff);
      g_autofree char *text = NULL;

      draw (page, rows[i].bytes, rows[i].length, 20, 20, 6, black, white);
      text = read_pixels (page);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
  draw (large, full, 1500, 0, 0, 5, black, white);
  read = read_pixels (large);
  g_assert_cmpstr (read, ==, full);
}

static void
test_nothing (void)
{
  g_autoptr (GdkPixbuf) dot = new_page (1, 1, 0x000000ff), line = new_page (2000, 1, 0);
  g_autoptr (GdkPixbuf) noise = new_page (600, 400, 0xffffffff);
  GdkPixbuf *pages[] = { dot, line, noise };
  guint32 state = 7;

  for (int i = 0; i < 600 * 400; i++)
    {
      state = state * 1664525u + 1013904223u;
      put (noise, i % 600, i / 600, state >> 31 ? black : white);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *text = read_pixels (pages[i]);

      g_assert_cmpstr (text, ==, "");
    }
}

/* Whole files: what a phone sends, and what only says that it is a picture. */
static void
test_files (void)
{
  static const char *const refused[] = { "bomb.png", "small-bomb.png", "words.jpg", "empty.jpg" };
  g_autoptr (GdkPixbuf) page = new_page (700, 500, 0xffffffff);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  char *data;
  gsize length;

  draw (page, ADDRESS, (int)strlen (ADDRESS), 90, 30, 7, gray, white);
  g_assert_true (
      gdk_pixbuf_save_to_buffer (page, &data, &length, "jpeg", &error, "quality", "60", NULL));
  bytes = g_bytes_new_take (data, length);
  texts = assay_picture_read_codes (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (texts->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (texts, 0), ==, ADDRESS);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path
          = g_build_filename (g_getenv ("ASSAY_TEST_DATA"), "photos", refused[i], NULL);
      g_autoptr (GBytes) bad = NULL;

      g_file_get_contents (path, &data, &length, &error);
      g_assert_no_error (error);
      bad = g_bytes_new_take (data, length);
      g_test_message ("%s", refused[i]);
      g_assert_null (assay_picture_read_codes (bad, NULL, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (strlen (error->message), >, 10);
      g_clear_error (&error);
    }
  g_cancellable_cancel (cancelled);
  g_assert_null (assay_picture_read_codes (bytes, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codes/reads", test_reads);
  g_test_add_func ("/codes/several", test_several);
  g_test_add_func ("/codes/hostile", test_hostile);
  g_test_add_func ("/codes/nothing", test_nothing);
  g_test_add_func ("/codes/files", test_files);
  return g_test_run ();
}
