/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/pdf-export.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "report/report-error.h"

struct _AssayPdf
{
  GOutputStream *stream;
  cairo_surface_t *surface; /* NULL until the first page gives a size */
  cairo_t *cr;
  char *title;
  char *author;
  guint n_pages;
  gboolean finished;
  gboolean abandoned; /* nothing more is written */
  GError *failed;     /* of the stream, which Cairo cannot carry */
};

/**
 * assay_pdf_new:
 * @title: of the file; NULL takes the first document's
 * @author: (nullable): the brand
 */
AssayPdf *
assay_pdf_new (GFile *file, const char *title, const char *author, GError **error)
{
  g_autoptr (GFileOutputStream) stream
      = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);

  return stream == NULL ? NULL
                        : assay_pdf_new_for_stream (G_OUTPUT_STREAM (stream), title, author, error);
}

AssayPdf *
assay_pdf_new_for_stream (GOutputStream *stream,
                          const char *title,
                          const char *author,
                          GError **error)
{
  AssayPdf *pdf = g_new0 (AssayPdf, 1);

  pdf->stream = g_object_ref (stream);
  pdf->title = g_strdup (title);
  pdf->author = g_strdup (author);
  return pdf;
}

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  AssayPdf *pdf = data;

  if (pdf->abandoned)
    return CAIRO_STATUS_SUCCESS;
  if (pdf->failed == NULL
      && g_output_stream_write_all (pdf->stream, bytes, length, NULL, NULL, &pdf->failed))
    return CAIRO_STATUS_SUCCESS;
  return CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
check (AssayPdf *pdf, GError **error)
{
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  if (pdf->surface != NULL)
    status = cairo_surface_status (pdf->surface);
  if (status == CAIRO_STATUS_SUCCESS && pdf->cr != NULL)
    status = cairo_status (pdf->cr);
  if (pdf->failed != NULL)
    g_propagate_error (error, g_error_copy (pdf->failed));
  else if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, ASSAY_REPORT_ERROR, ASSAY_REPORT_ERROR_DRAW,
                 _ ("The pages could not be drawn: %s"), cairo_status_to_string (status));
  else
    return TRUE;
  return FALSE;
}

static void
set_metadata (AssayPdf *pdf, cairo_pdf_metadata_t key, const char *text)
{
  g_autofree char *clean = text != NULL ? assay_text_clean (text) : NULL;

  if (text != NULL)
    cairo_pdf_surface_set_metadata (pdf->surface, key, clean != NULL ? clean : text);
}

static void
begin (AssayPdf *pdf, AssayPages *pages)
{
  const AssayPageSetup *setup = assay_pages_get_setup (pages);
  AssayDocument *document = assay_pages_get_document (pages);

  pdf->surface = cairo_pdf_surface_create_for_stream (write_cb, pdf, setup->width, setup->height);
  set_metadata (pdf, CAIRO_PDF_METADATA_TITLE,
                pdf->title != NULL ? pdf->title : assay_document_get_title (document));
  set_metadata (pdf, CAIRO_PDF_METADATA_AUTHOR,
                pdf->author != NULL ? pdf->author : assay_document_get_brand (document));
  set_metadata (pdf, CAIRO_PDF_METADATA_CREATOR, "Assay " ASSAY_VERSION);
  pdf->cr = cairo_create (pdf->surface);
}

/* Of the page that was added last: Cairo fails on a bookmark whose page never comes. */
static void
add_outline (AssayPdf *pdf, AssayPages *pages)
{
  const char *title = assay_document_get_title (assay_pages_get_document (pages));
  g_autofree char *clean = assay_text_clean (title);
  g_autofree char *target = g_strdup_printf ("page=%u pos=[0 0]", pdf->n_pages);

  cairo_pdf_surface_add_outline (pdf->surface, CAIRO_PDF_OUTLINE_ROOT,
                                 clean != NULL ? clean : title, target, 0);
}

/**
 * assay_pdf_add:
 *
 * Adds all pages of a document, in its own paper size and under a bookmark with its title.
 */
gboolean
assay_pdf_add (AssayPdf *pdf, AssayPages *pages, GCancellable *cancellable, GError **error)
{
  const AssayPageSetup *setup = assay_pages_get_setup (pages);

  if (pdf->surface == NULL)
    begin (pdf, pages);
  for (guint i = 0; i < assay_pages_count (pages); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      cairo_pdf_surface_set_size (pdf->surface, setup->width, setup->height);
      assay_pages_draw (pages, i, pdf->cr);
      cairo_show_page (pdf->cr);
      if (!check (pdf, error))
        return FALSE;
      pdf->n_pages++;
      if (i == 0)
        add_outline (pdf, pages);
    }
  return TRUE;
}

guint
assay_pdf_n_pages (const AssayPdf *pdf)
{
  return pdf->n_pages;
}

/**
 * assay_pdf_finish:
 *
 * Writes the end of the file and puts it in its place. Without this the file is not there.
 */
gboolean
assay_pdf_finish (AssayPdf *pdf, GCancellable *cancellable, GError **error)
{
  if (pdf->n_pages == 0)
    {
      g_set_error_literal (error, ASSAY_REPORT_ERROR, ASSAY_REPORT_ERROR_EMPTY,
                           _ ("There is nothing to put on paper."));
      return FALSE;
    }
  g_clear_pointer (&pdf->cr, cairo_destroy);
  cairo_surface_finish (pdf->surface);
  if (!check (pdf, error) || !g_output_stream_close (pdf->stream, cancellable, error))
    return FALSE;
  pdf->finished = TRUE;
  return TRUE;
}

/* A stream that is closed by a cancelled cancellable leaves the old file in its place. */
void
assay_pdf_free (AssayPdf *pdf)
{
  if (pdf == NULL)
    return;
  pdf->abandoned = TRUE;
  g_clear_pointer (&pdf->cr, cairo_destroy);
  g_clear_pointer (&pdf->surface, cairo_surface_destroy);
  if (!pdf->finished)
    {
      g_autoptr (GCancellable) cancelled = g_cancellable_new ();

      g_cancellable_cancel (cancelled);
      g_output_stream_close (pdf->stream, cancelled, NULL);
    }
  g_object_unref (pdf->stream);
  g_clear_error (&pdf->failed);
  g_free (pdf->title);
  g_free (pdf->author);
  g_free (pdf);
}
