/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A thousand inspection reports in one PDF, read from a book, against Cairo and Pango drawing the
 * same texts in the same fonts on as many pages. Memory is taken after a tenth and at the end. And
 * one report with two hundred photos: until its pages stand, and as a file. */

#include <cairo-pdf.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "report/inspection-report.h"
#include "report/pdf-export.h"
#include "store/attachments.h"
#include "store/book.h"
#include "store/query.h"
#include "store/records.h"

#define N_REPORTS 1000
#define N_DEFECTS 12
#define N_PHOTOS  200

typedef struct
{
  char *text;
  PangoFontDescription *font;
  double width;
} Word;

static const AssayPageSetup *
page_setup (void)
{
  static AssayPageSetup setup;

  assay_page_setup_init (&setup, ASSAY_PAPER_A4);
  return &setup;
}

/* Seconds of the processor, so that what else runs on the machine counts for neither side. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Resident private memory in MB. */
static double
memory (void)
{
  g_autofree char *text = NULL;
  const char *at;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return 0;
  at = strstr (text, "RssAnon:");
  return at != NULL ? g_ascii_strtod (at + strlen ("RssAnon:"), NULL) / 1024 : 0;
}

static gboolean
insert_inspection (AssayDb *db, guint i, gint64 supplier, GError **error)
{
  static const guint numbers[]
      = { ASSAY_INSPECTION_LOT_SIZE,        ASSAY_INSPECTION_PRESENTED,
          ASSAY_INSPECTION_CARTONS,         ASSAY_INSPECTION_INSPECTED,
          ASSAY_INSPECTION_SAMPLE_MAJOR,    ASSAY_INSPECTION_AC_MAJOR,
          ASSAY_INSPECTION_RE_MAJOR,        ASSAY_INSPECTION_DEFECTIVE_MAJOR,
          ASSAY_INSPECTION_SAMPLE_MINOR,    ASSAY_INSPECTION_AC_MINOR,
          ASSAY_INSPECTION_RE_MINOR,        ASSAY_INSPECTION_DEFECTIVE_MINOR,
          ASSAY_INSPECTION_SAMPLE_CRITICAL, ASSAY_INSPECTION_AC_CRITICAL };
  g_autoptr (AssayRecord) inspection = assay_record_new (ASSAY_TYPE_INSPECTION);
  g_autofree char *number = g_strdup_printf ("FRI-%05u", i);

  assay_record_set_text (inspection, ASSAY_INSPECTION_NUMBER, number);
  assay_record_set_reference (inspection, ASSAY_INSPECTION_SUPPLIER, supplier);
  assay_record_set_date (inspection, ASSAY_INSPECTION_INSPECTED_ON, (gint32)(20000 + i % 700));
  assay_record_set_text (inspection, ASSAY_INSPECTION_INSPECTOR, "Nguyễn Thị Hạnh");
  assay_record_set_text (inspection, ASSAY_INSPECTION_NOTE,
                         "Cartons stood in the rain for an hour; inner bags were dry.");
  for (guint k = 0; k < G_N_ELEMENTS (numbers); k++)
    assay_record_set_integer (inspection, numbers[k], (gint64)(1 + (i + k) % 80));
  if (!assay_records_insert (db, inspection, error))
    return FALSE;
  for (guint d = 0; d < N_DEFECTS; d++)
    {
      g_autoptr (AssayRecord) defect = assay_record_new (ASSAY_TYPE_DEFECT);
      g_autofree char *text = g_strdup_printf ("Stitching loose at seam %u of lot %u", d, i);

      assay_record_set_reference (defect, ASSAY_DEFECT_INSPECTION,
                                  assay_record_get_id (inspection));
      assay_record_set_text (defect, ASSAY_DEFECT_DESCRIPTION, text);
      assay_record_set_text (defect, ASSAY_DEFECT_COMPONENT, "Shoulder strap");
      assay_record_set_integer (defect, ASSAY_DEFECT_COUNT, 1 + d % 4);
      if (!assay_records_insert (db, defect, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (AssayRecord) supplier = assay_record_new (ASSAY_TYPE_SUPPLIER);

  assay_record_set_text (supplier, ASSAY_SUPPLIER_NAME, "Công ty TNHH Sao Mai");
  if (!assay_records_insert (db, supplier, error))
    return FALSE;
  for (guint i = 0; i < N_REPORTS; i++)
    if (!insert_inspection (db, i, assay_record_get_id (supplier), error))
      return FALSE;
  return TRUE;
}

static void
record_cb (const char *text, const PangoFontDescription *font, double width, gpointer data)
{
  Word word = { g_strdup (text), pango_font_description_copy (font), width };

  g_array_append_val ((GArray *)data, word);
}

/* Returns the number of pages; @words takes every text where it is not NULL. */
static guint
write_reports (AssayDb *db, GArray *ids, GFile *file, GArray *words, double *tenth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayReportBrand) brand = assay_report_brand_read (db, &error);
  g_autoptr (AssayTyper) typer = assay_typer_new ();
  g_autoptr (AssayPdf) pdf = assay_pdf_new (file, NULL, NULL, &error);

  g_assert_no_error (error);
  if (words != NULL)
    assay_typer_set_recorder (typer, record_cb, words);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (AssayInspectionData) data = assay_inspection_data_read (
          db, g_array_index (ids, gint64, i), ASSAY_REPORT_FULL, brand, NULL, &error);
      g_autoptr (AssayDocument) document = NULL;
      g_autoptr (AssayPages) pages = NULL;

      g_assert_no_error (error);
      document = assay_inspection_report_new (data);
      pages = assay_pages_new (document, page_setup (), typer);
      assay_pdf_add (pdf, pages, NULL, &error);
      g_assert_no_error (error);
      if (i == ids->len / 10)
        *tenth = memory ();
    }
  assay_pdf_finish (pdf, NULL, &error);
  g_assert_no_error (error);
  return assay_pdf_n_pages (pdf);
}

/* The texts one after the other, each laid out and shown once, spread evenly over the pages. */
static void
write_floor (GArray *words, guint n_pages, const char *path)
{
  const AssayPageSetup *setup = page_setup ();
  cairo_surface_t *surface = cairo_pdf_surface_create (path, setup->width, setup->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  guint page = 0;

  pango_cairo_context_set_resolution (context, 72);
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      g_autoptr (PangoLayout) layout = pango_layout_new (context);

      pango_layout_set_font_description (layout, word->font);
      pango_layout_set_text (layout, word->text, -1);
      if (word->width > 0)
        pango_layout_set_width (layout, (int)(word->width * PANGO_SCALE));
      cairo_move_to (cr, 40 + i % 5 * 90, 40 + i / 5 % 60 * 12);
      pango_cairo_show_layout (cr, layout);
      if ((guint64)(i + 1) * n_pages / words->len > page)
        {
          cairo_show_page (cr);
          page++;
        }
    }
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
word_clear (gpointer data)
{
  Word *word = data;

  g_free (word->text);
  pango_font_description_free (word->font);
}

/* No two are the same, and each is as hard to compress as a photo. */
static GBytes *
make_photo (guint i)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 1600, 1200);
  guchar *pixels = gdk_pixbuf_get_pixels (pixbuf);
  gsize stride = (gsize)gdk_pixbuf_get_rowstride (pixbuf);
  g_autoptr (GRand) rand = g_rand_new_with_seed (i);
  g_autoptr (GError) error = NULL;
  char *buffer;
  gsize size;

  for (gsize y = 0; y < 1200; y++)
    for (gsize x = 0; x < 1600; x++)
      {
        guchar *pixel = pixels + y * stride + 3 * x;
        guint grain = g_rand_int (rand) & 15;

        pixel[0] = (guchar)(((x * (i + 3)) >> 4 & 0xc0) + grain);
        pixel[1] = (guchar)((y >> 3 & 0xe0) + grain);
        pixel[2] = (guchar)(((x + y) >> 4 & 0x70) + grain);
      }
  gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "jpeg", &error, "quality", "88", NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (buffer, size);
}

static gboolean
fill_photos (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const gint64 *inspection = data;

  for (guint i = 0; i < N_PHOTOS; i++)
    {
      g_autoptr (GBytes) bytes = make_photo (i);
      g_autoptr (AssayRecord) photo = assay_attachments_add (db, ASSAY_TYPE_INSPECTION, *inspection,
                                                             "photo.jpg", bytes, "A seam", error);

      if (photo == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
measure_photos (AssayBook *book, gint64 inspection, GFile *file)
{
  AssayDb *db = assay_book_get_reader (book);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayReportBrand) brand = assay_report_brand_read (db, &error);
  g_autoptr (AssayTyper) typer = assay_typer_new ();
  g_autoptr (AssayInspectionData) data = NULL;
  g_autoptr (AssayDocument) document = NULL;
  g_autoptr (AssayPages) pages = NULL;
  g_autoptr (AssayPdf) pdf = NULL;
  g_autoptr (GFileInfo) info = NULL;
  gint64 start, opened, end;

  assay_book_change (book, "Photos", fill_photos, &inspection, NULL, NULL, &error);
  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  data = assay_inspection_data_read (db, inspection, ASSAY_REPORT_FULL, brand, NULL, &error);
  g_assert_no_error (error);
  document = assay_inspection_report_new (data);
  pages = assay_pages_new (document, page_setup (), typer);
  opened = g_get_monotonic_time ();
  pdf = assay_pdf_new (file, NULL, NULL, &error);
  assay_pdf_add (pdf, pages, NULL, &error);
  assay_pdf_finish (pdf, NULL, &error);
  g_assert_no_error (error);
  end = g_get_monotonic_time ();
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, &error);
  printf ("report: %u photos on %u pages: open in %.2f s, print in %.2f s, PDF of %.1f MB\n",
          N_PHOTOS, assay_pages_count (pages), (double)(opened - start) / 1e6,
          (double)(end - opened) / 1e6, (double)g_file_info_get_size (info) / 1e6);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.assay", NULL);
  g_autofree char *ours_path = g_build_filename (folder, "ours.pdf", NULL);
  g_autofree char *floor_path = g_build_filename (folder, "floor.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (ours_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayBook) book = assay_book_open (path, ASSAY_BOOK_CREATE, &error);
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_INSPECTION);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GArray) ids = NULL;
  double start, ours, least, tenth, end;
  guint n_pages;
  AssayDb *db;

  g_assert_no_error (error);
  g_array_set_clear_func (words, word_clear);
  assay_book_change (book, "Fill", fill, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  db = assay_book_get_reader (book);
  ids = assay_query_run_ids (query, db, &error);
  g_assert_no_error (error);

  start = now ();
  n_pages = write_reports (db, ids, file, NULL, &tenth);
  ours = now () - start;
  end = memory ();
  write_reports (db, ids, file, words, &start);
  start = now ();
  write_floor (words, n_pages, floor_path);
  least = now () - start;

  printf ("report: %u reports, %u pages, %u texts\n", ids->len, n_pages, words->len);
  printf ("report: floor %.2f s (%.2f ms a page), ours %.2f s (%.2f ms a page), ratio %.2f\n",
          least, least * 1000 / n_pages, ours, ours * 1000 / n_pages, ours / least);
  printf ("report: memory %.1f MB after a tenth, %.1f MB at the end\n", tenth, end);
  measure_photos (book, g_array_index (ids, gint64, 0), file);
  assay_book_close (book, NULL);
  g_remove (ours_path);
  g_remove (floor_path);
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
