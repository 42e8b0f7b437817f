/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "testing.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "report/pdf-export.h"

/* A gradient, so that no encoder makes nothing of it; the left half is darker. */
GBytes *
testing_make_picture (int width, int height, const char *type, gboolean alpha)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, width, height);
  guchar *pixels = gdk_pixbuf_get_pixels (pixbuf);
  gsize stride = (gsize)gdk_pixbuf_get_rowstride (pixbuf);
  gsize channels = (gsize)gdk_pixbuf_get_n_channels (pixbuf);
  g_autoptr (GError) error = NULL;
  char *buffer;
  gsize size;

  for (gsize y = 0; y < (gsize)height; y++)
    for (gsize x = 0; x < (gsize)width; x++)
      {
        guchar *pixel = pixels + y * stride + x * channels;

        pixel[0] = (guchar)(x < (gsize)width / 2 ? 40 : 220);
        pixel[1] = (guchar)(y * 255 / (gsize)height);
        pixel[2] = (guchar)((x ^ y) & 0x3f);
        if (alpha)
          pixel[3] = (guchar)(y * 255 / (gsize)height);
      }
  gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (buffer, size);
}

GBytes *
testing_make_turned (int width, int height, int orientation)
{
  g_autoptr (GBytes) plain = testing_make_picture (width, height, "jpeg", FALSE);
  const guchar head[] = { 0xff,
                          0xe1,
                          0x00,
                          0x22,
                          'E',
                          'x',
                          'i',
                          'f',
                          0x00,
                          0x00,
                          'I',
                          'I',
                          0x2a,
                          0x00,
                          0x08,
                          0x00,
                          0x00,
                          0x00,
                          0x01,
                          0x00,
                          0x12,
                          0x01,
                          0x03,
                          0x00,
                          0x01,
                          0x00,
                          0x00,
                          0x00,
                          (guchar)orientation,
                          0x00,
                          0x00,
                          0x00,
                          0x00,
                          0x00,
                          0x00,
                          0x00 };
  GByteArray *turned = g_byte_array_new ();
  gsize size;
  const guchar *data = g_bytes_get_data (plain, &size);

  g_byte_array_append (turned, data, 2);
  g_byte_array_append (turned, head, sizeof head);
  g_byte_array_append (turned, data + 2, (guint)(size - 2));
  return g_byte_array_free_to_bytes (turned);
}

char *
testing_export (AssayDocument *document, AssayPaper paper)
{
  g_autoptr (AssayTyper) typer = assay_typer_new ();
  g_autoptr (AssayPages) pages = NULL;
  g_autoptr (AssayPdf) pdf = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("assay-report-XXXXXX", &error);
  char *path;
  AssayPageSetup setup;

  g_assert_no_error (error);
  path = g_build_filename (folder, "report.pdf", NULL);
  file = g_file_new_for_path (path);
  assay_page_setup_init (&setup, paper);
  pages = assay_pages_new (document, &setup, typer);
  pdf = assay_pdf_new (file, NULL, NULL, &error);
  g_assert_no_error (error);
  assay_pdf_add (pdf, pages, NULL, &error);
  g_assert_no_error (error);
  assay_pdf_finish (pdf, NULL, &error);
  g_assert_no_error (error);
  return path;
}

char *
testing_run (const char *program, ...)
{
  g_autofree char *found = g_find_program_in_path (program);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  const char *argument;
  char *output = NULL;
  va_list list;

  if (found == NULL)
    {
      g_test_skip ("Poppler's tools are not installed");
      return NULL;
    }
  g_ptr_array_add (arguments, found);
  va_start (list, program);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (arguments, (gpointer)argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  process = g_subprocess_newv ((const char *const *)arguments->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return output;
}

guint
testing_count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + strlen (part), part))
    n++;
  return n;
}

void
testing_remove (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (folder);
}

AssayRecord *
testing_make_defect (const char *class, const char *description, gint64 count)
{
  AssayRecord *defect = assay_record_new_empty (ASSAY_TYPE_DEFECT);

  assay_record_set_text (defect, ASSAY_DEFECT_CLASS, class);
  assay_record_set_text (defect, ASSAY_DEFECT_DESCRIPTION, description);
  if (count >= 0)
    assay_record_set_integer (defect, ASSAY_DEFECT_COUNT, count);
  return defect;
}

AssayRecord *
testing_make_attachment (const char *file_name, const char *caption)
{
  AssayRecord *attachment = assay_record_new_empty (ASSAY_TYPE_ATTACHMENT);

  assay_record_set_text (attachment, ASSAY_ATTACHMENT_FILE_NAME, file_name);
  if (caption != NULL)
    assay_record_set_text (attachment, ASSAY_ATTACHMENT_CAPTION, caption);
  return attachment;
}
