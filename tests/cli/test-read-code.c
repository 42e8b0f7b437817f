/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay read-code`. */

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <qrencode.h>
#include <string.h>

#include "cli-run.h"

#define ADDRESS "https://Tag.example.com/t/8F3K"

/* A photo with @n codes below each other. */
static char *
make_photo (const char *folder, const char *const *texts, int n)
{
  char *path = g_build_filename (folder, "tag.png", NULL);
  g_autoptr (GdkPixbuf) page = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 400, MAX (n, 1) * 400);
  g_autoptr (GError) error = NULL;

  gdk_pixbuf_fill (page, 0xffffffff);
  for (int i = 0; i < n; i++)
    {
      QRcode *code = QRcode_encodeString (texts[i], 0, QR_ECLEVEL_M, QR_MODE_8, 1);
      int side = code->width * 8;

      for (int at = 0; at < side * side; at++)
        if (code->data[(at / side / 8) * code->width + at % side / 8] & 1)
          memset (gdk_pixbuf_get_pixels (page)
                      + (gsize)(i * 400 + 40 + at / side) * (gsize)gdk_pixbuf_get_rowstride (page)
                      + (gsize)(40 + at % side) * 3,
                  0, 3);
      QRcode_free (code);
    }
  gdk_pixbuf_save (page, path, "png", &error, NULL);
  g_assert_no_error (error);
  return path;
}

static void
test_reads (void)
{
  static const char *const texts[] = { ADDRESS, "lot 220" };
  g_autofree char *folder = g_dir_make_tmp ("assay-code-XXXXXX", NULL);
  g_autofree char *photo = make_photo (folder, texts, 2);
  g_autoptr (CliRun) plain = cli_run ("read-code", photo, NULL);
  g_autoptr (CliRun) json = cli_run ("read-code", photo, "--json", NULL);
  g_autoptr (CliRun) csv = cli_run ("read-code", photo, "--csv", NULL);
  g_autoptr (JsonObject) object = NULL;

  g_assert_cmpint (plain->status, ==, 0);
  g_assert_cmpstr (plain->output, ==, ADDRESS "\nlot 220\n");
  object = cli_run_parse (json);
  g_assert_cmpstr (json_object_get_string_member (cli_row (object, 0), "address"), ==, ADDRESS);
  g_assert_cmpstr (json_object_get_string_member (cli_row (object, 0), "host"), ==,
                   "tag.example.com");
  g_assert_true (json_object_get_null_member (cli_row (object, 1), "address"));
  g_assert_nonnull (strstr (csv->output, "lot 220,,"));
  g_remove (photo);
  g_rmdir (folder);
}

static void
test_refused (void)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-code-XXXXXX", NULL);
  g_autofree char *photo = make_photo (folder, NULL, 0);
  g_autofree char *words
      = g_build_filename (g_getenv ("ASSAY_TEST_DATA"), "photos", "words.jpg", NULL);
  g_autoptr (CliRun) nothing = cli_run ("read-code", photo, NULL);
  g_autoptr (CliRun) no_picture = cli_run ("read-code", words, NULL);
  g_autoptr (CliRun) no_file = cli_run ("read-code", "/nowhere/tag.jpg", NULL);
  g_autoptr (CliRun) no_photo = cli_run ("read-code", folder, NULL);
  g_autoptr (CliRun) missing = cli_run ("read-code", NULL);

  g_assert_cmpint (nothing->status, ==, 1);
  g_assert_nonnull (strstr (nothing->errors, "No QR code was found"));
  g_assert_cmpint (no_picture->status, ==, 1);
  g_assert_nonnull (strstr (no_picture->errors, "It is no picture"));
  g_assert_cmpint (no_file->status, ==, 1);
  g_assert_cmpint (no_photo->status, ==, 1);
  g_assert_cmpint (missing->status, ==, 2);
  g_remove (photo);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/read-code/reads", test_reads);
  g_test_add_func ("/cli/read-code/refused", test_refused);
  return g_test_run ();
}
