/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A photo of 12 megapixels on its way into a book, against decoding it alone; and the report of an
 * inspection with 200 photos, read from the book, against Cairo taking as many JPEGs. With files as
 * arguments those photos are measured too (HEIC, which nothing here can write). */

#include <cairo-pdf.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "report/inspection-report.h"
#include "report/pdf-export.h"
#include "store/attachments.h"
#include "store/book.h"
#include "store/picture-decode.h"
#include "store/picture-jpeg.h"
#include "store/records.h"

#define N_PHOTOS 200
#define N_TIMES  5

static double
now (void)
{
  return (double)g_get_monotonic_time () / G_USEC_PER_SEC;
}

/* Smooth shapes with the grain of a sensor: what a JPEG of that size takes in life. */
static GBytes *
make_photo (int width, int height, guint32 seed)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (int y = 0; y < height; y++)
    {
      guchar *at = gdk_pixbuf_get_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf);

      for (int x = 0; x < width; x++, at += 3)
        {
          int grain = (int)(g_rand_int (random) & 15);

          at[0] = (guchar)((x * 200 / width) + grain);
          at[1] = (guchar)((y * 200 / height) + grain);
          at[2] = (guchar)(((x / 97 + y / 61) % 2 ? 40 : 180) + grain);
        }
    }
  return assay_picture_encode_jpeg (pixbuf, 85, NULL);
}

typedef struct
{
  gint64 inspection;
  GPtrArray *photos; /* of GBytes */
} Fill;

static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Fill *fill = data;
  g_autoptr (AssayRecord) inspection = assay_record_new (ASSAY_TYPE_INSPECTION);

  assay_record_set_text (inspection, ASSAY_INSPECTION_NUMBER, "IR-200");
  if (!assay_records_insert (db, inspection, error))
    return FALSE;
  fill->inspection = assay_record_get_id (inspection);
  for (guint i = 0; i < fill->photos->len; i++)
    {
      g_autofree char *caption = g_strdup_printf ("Carton %u, seam at the bottom", i + 1);
      g_autoptr (AssayRecord) photo
          = assay_attachments_add (db, ASSAY_TYPE_INSPECTION, fill->inspection, "photo.jpg",
                                   g_ptr_array_index (fill->photos, i), caption, error);

      if (photo == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
measure_adding (const char *name, GBytes *photo)
{
  double least = G_MAXDOUBLE, ours = G_MAXDOUBLE;
  int width = 0, height = 0;

  for (int i = 0; i < N_TIMES; i++)
    {
      double start = now ();
      g_autoptr (GdkPixbuf) whole
          = assay_picture_decode (photo, 100000, &width, &height, NULL, NULL);
      g_autoptr (AssayIncoming) incoming = NULL;

      least = MIN (least, now () - start);
      start = now ();
      incoming = assay_incoming_new ("photo.jpg", photo, NULL, NULL);
      ours = MIN (ours, now () - start);
    }
  printf ("photos: %s, %d × %d, %.1f MB: floor %.0f ms, ours %.0f ms, ratio %.2f\n", name, width,
          height, (double)g_bytes_get_size (photo) / 1e6, least * 1000, ours * 1000, ours / least);
}

static double
write_report (AssayDb *db, gint64 id, GFile *file, double *read)
{
  double start = now ();
  AssayPageSetup setup;
  g_autoptr (AssayTyper) typer = assay_typer_new ();
  g_autoptr (AssayReportBrand) brand = assay_report_brand_read (db, NULL);
  g_autoptr (AssayInspectionData) data
      = assay_inspection_data_read (db, id, ASSAY_REPORT_FULL, brand, NULL, NULL);
  g_autoptr (AssayDocument) document = NULL;
  g_autoptr (AssayPages) pages = NULL;
  g_autoptr (AssayPdf) pdf = NULL;

  *read = now () - start;
  assay_page_setup_init (&setup, ASSAY_PAPER_A4);
  document = assay_inspection_report_new (data);
  pages = assay_pages_new (document, &setup, typer);
  pdf = assay_pdf_new (file, "Photos", NULL, NULL);
  assay_pdf_add (pdf, pages, NULL, NULL);
  assay_pdf_finish (pdf, NULL, NULL);
  return now () - start;
}

/* The same JPEGs, two in a row, without words. */
static double
write_floor (AssayDb *db, gint64 id, const char *path)
{
  double start = now ();
  g_autoptr (GPtrArray) list = assay_attachments_list (db, ASSAY_TYPE_INSPECTION, id, NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 595, 842);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < list->len; i++)
    {
      const char *sha256
          = assay_record_get_text (g_ptr_array_index (list, i), ASSAY_ATTACHMENT_SHA256);
      GBytes *jpeg = assay_attachments_read_thumbnail (db, sha256, NULL);
      cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 600);

      cairo_surface_set_mime_data (picture, CAIRO_MIME_TYPE_JPEG, g_bytes_get_data (jpeg, NULL),
                                   g_bytes_get_size (jpeg), (cairo_destroy_func_t)g_bytes_unref,
                                   jpeg);
      cairo_save (cr);
      cairo_translate (cr, i % 2 ? 300 : 40, 40 + i / 2 % 3 * 260);
      cairo_scale (cr, 0.3, 0.3);
      cairo_set_source_surface (cr, picture, 0, 0);
      cairo_paint (cr);
      cairo_restore (cr);
      cairo_surface_destroy (picture);
      if (i % 6 == 5)
        cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return now () - start;
}

static void
measure_report (void)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.assay", NULL);
  g_autofree char *ours_path = g_build_filename (folder, "ours.pdf", NULL);
  g_autofree char *floor_path = g_build_filename (folder, "floor.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (ours_path);
  g_autoptr (AssayBook) book = assay_book_open (path, ASSAY_BOOK_CREATE, NULL);
  g_autoptr (GPtrArray) photos = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  Fill job = { 0, photos };
  double floor, ours, read;
  GStatBuf ours_size, floor_size;

  for (guint i = 0; i < N_PHOTOS; i++)
    g_ptr_array_add (photos, make_photo (1600, 1200, i));
  assay_book_change (book, "Fill", fill, &job, NULL, NULL, NULL);
  floor = write_floor (assay_book_get_reader (book), job.inspection, floor_path);
  ours = write_report (assay_book_get_reader (book), job.inspection, file, &read);
  g_stat (ours_path, &ours_size);
  g_stat (floor_path, &floor_size);
  printf ("photos: report of %d photos: floor %.2f s, ours %.2f s (read in %.2f s), ratio %.2f\n",
          N_PHOTOS, floor, ours, read, ours / floor);
  printf ("photos: PDF of them: floor %.1f MB, ours %.1f MB, ratio %.2f\n",
          (double)floor_size.st_size / 1e6, (double)ours_size.st_size / 1e6,
          (double)ours_size.st_size / (double)floor_size.st_size);
  assay_book_close (book, NULL);
  g_remove (ours_path);
  g_remove (floor_path);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) photo = make_photo (4032, 3024, 1);

  measure_adding ("made here", photo);
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[i]);
      g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);

      if (bytes != NULL)
        measure_adding (argv[i], bytes);
    }
  measure_report ();
  return 0;
}
