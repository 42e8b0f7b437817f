/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file: paper sizes, metadata, photos as JPEG, what stays when writing fails. No display. */

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "report/pdf-export.h"
#include "report/picture-grid.h"
#include "report/report-error.h"
#include "report/text-block.h"
#include "testing.h"

static AssayDocument *
make_document (guint n_photos)
{
  AssayDocument *document = assay_document_new ("Inspection report 2026-014");
  AssayBlock *grid = assay_picture_grid_new (2);

  assay_document_set_brand (document, "Núi Xa Packs", NULL);
  assay_document_set_running (document, "Head", "Foot");
  assay_document_take (document, assay_heading_new ("Công ty TNHH Sao Mai", ASSAY_STYLE_TITLE));
  for (guint i = 0; i < n_photos; i++)
    {
      g_autoptr (GBytes) bytes = testing_make_picture (1600 + (int)i, 1200, "jpeg", FALSE);
      g_autoptr (AssayPicture) picture = assay_picture_new (bytes, ASSAY_PICTURE_PIXELS, NULL);

      assay_picture_grid_add (grid, picture, NULL, "Photo", "Caption");
    }
  assay_document_take (document, grid);
  return document;
}

static void
check_paper (AssayPaper paper, const char *size)
{
  g_autoptr (AssayDocument) document = make_document (0);
  g_autofree char *path = testing_export (document, paper);
  g_autofree char *info = testing_run ("pdfinfo", path, NULL);

  testing_remove (path);
  if (info == NULL)
    return;
  g_assert_nonnull (strstr (info, size));
  g_assert_nonnull (strstr (info, "Inspection report 2026-014"));
  g_assert_nonnull (strstr (info, "Núi Xa Packs"));
}

static void
test_paper (void)
{
  check_paper (ASSAY_PAPER_A4, "(A4)");
  check_paper (ASSAY_PAPER_LETTER, "612 x 792 pts (letter)");
}

static void
test_jpeg (void)
{
  g_autoptr (AssayDocument) document = make_document (5);
  g_autofree char *path = testing_export (document, ASSAY_PAPER_A4);
  g_autofree char *list = testing_run ("pdfimages", "-list", path, NULL);
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  testing_remove (path);
  if (list == NULL)
    return;
  g_assert_cmpuint (testing_count (list, " jpeg "), ==, 5);
  g_assert_cmpint (status.st_size, <, 5 * 120 * 1024);
}

/* Each document begins at page 1 of its own and may have a paper of its own. */
static void
test_batch (void)
{
  g_autoptr (AssayTyper) typer = assay_typer_new ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (AssayPdf) pdf = assay_pdf_new_for_stream (stream, "All", NULL, NULL);
  g_autofree char *folder = g_dir_make_tmp ("assay-report-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "batch.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (AssayDocument) document = make_document (0);
      g_autoptr (AssayPages) pages = NULL;
      AssayPageSetup setup;

      assay_page_setup_init (&setup, i == 1 ? ASSAY_PAPER_LETTER : ASSAY_PAPER_A4);
      pages = assay_pages_new (document, &setup, typer);
      g_assert_true (assay_pdf_add (pdf, pages, NULL, &error));
    }
  g_assert_true (assay_pdf_finish (pdf, NULL, &error));
  g_assert_no_error (error);
  g_file_set_contents (
      path, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
      (gssize)g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), &error);
  g_assert_no_error (error);
  text = testing_run ("pdftotext", path, "-", NULL);
  testing_remove (path);
  if (text != NULL)
    g_assert_cmpuint (testing_count (text, "Page 1 of 1"), ==, 3);
}

/* What was there stays until a new file is whole. */
static void
test_abandoned (void)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-report-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "old.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AssayDocument) document = make_document (1);
  g_autoptr (AssayTyper) typer = assay_typer_new ();
  g_autoptr (AssayPages) pages = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  AssayPageSetup setup;
  AssayPdf *pdf;

  g_file_set_contents (path, "old", -1, NULL);
  assay_page_setup_init (&setup, ASSAY_PAPER_A4);
  pages = assay_pages_new (document, &setup, typer);
  pdf = assay_pdf_new (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (assay_pdf_add (pdf, pages, NULL, &error));
  g_cancellable_cancel (cancellable);
  g_assert_false (assay_pdf_add (pdf, pages, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assay_pdf_free (pdf);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
  testing_remove (path);
}

static void
test_no_pages (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (AssayPdf) pdf = assay_pdf_new_for_stream (stream, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (assay_pdf_finish (pdf, NULL, &error));
  g_assert_error (error, ASSAY_REPORT_ERROR, ASSAY_REPORT_ERROR_EMPTY);
}

static void
test_no_folder (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/folder/report.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_null (assay_pdf_new (file, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A full disk is told in the words of the system. */
static void
test_full (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/full");
  g_autoptr (GFileIOStream) both = g_file_open_readwrite (file, NULL, NULL);
  g_autoptr (AssayDocument) document = make_document (2);
  g_autoptr (AssayTyper) typer = assay_typer_new ();
  g_autoptr (AssayPages) pages = NULL;
  g_autoptr (AssayPdf) pdf = NULL;
  g_autoptr (GError) error = NULL;
  AssayPageSetup setup;

  if (both == NULL)
    {
      g_test_skip ("There is no /dev/full");
      return;
    }
  assay_page_setup_init (&setup, ASSAY_PAPER_A4);
  pages = assay_pages_new (document, &setup, typer);
  pdf = assay_pdf_new_for_stream (g_io_stream_get_output_stream (G_IO_STREAM (both)), NULL, NULL,
                                  NULL);
  if (assay_pdf_add (pdf, pages, NULL, &error))
    g_assert_false (assay_pdf_finish (pdf, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pdf/paper", test_paper);
  g_test_add_func ("/report/pdf/jpeg", test_jpeg);
  g_test_add_func ("/report/pdf/batch", test_batch);
  g_test_add_func ("/report/pdf/abandoned", test_abandoned);
  g_test_add_func ("/report/pdf/no-pages", test_no_pages);
  g_test_add_func ("/report/pdf/no-folder", test_no_folder);
  g_test_add_func ("/report/pdf/full-disk", test_full);
  return g_test_run ();
}
