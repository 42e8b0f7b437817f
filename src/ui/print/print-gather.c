/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/print/print-gather.h"

#include <glib/gi18n-lib.h>

/* What the book's thread is asked for. */
typedef struct
{
  const AssayPrintKind *kind;
  gpointer request;
  gboolean with_pages;
  AssayPageSetup measures;
  GFile *file; /* nullable */
} Question;

static Question *
question_new (const AssayPrintKind *kind,
              gconstpointer request,
              const AssayPageSetup *measures,
              GFile *file)
{
  Question *question = g_new0 (Question, 1);

  question->kind = kind;
  question->request = kind->copy (request);
  question->with_pages = measures != NULL;
  if (measures != NULL)
    question->measures = *measures;
  question->file = file != NULL ? g_object_ref (file) : NULL;
  return question;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  question->kind->free (question->request);
  g_clear_object (&question->file);
  g_free (question);
}

void
assay_print_gathered_free (AssayPrintGathered *gathered)
{
  if (gathered == NULL)
    return;
  g_ptr_array_unref (gathered->pages);
  g_ptr_array_unref (gathered->documents);
  g_free (gathered);
}

static void
gathered_destroy (gpointer data)
{
  assay_print_gathered_free (data);
}

static gboolean
gather (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (AssayReportBrand) brand = assay_report_brand_read (db, error);
  g_autoptr (AssayPrintGathered) gathered = NULL;
  g_autoptr (AssayTyper) typer = NULL;

  if (brand == NULL)
    return FALSE;
  if (question->with_pages && question->measures.width <= 0)
    assay_page_setup_init (&question->measures, brand->paper);
  gathered = g_new0 (AssayPrintGathered, 1);
  gathered->documents = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_document_unref);
  gathered->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_pages_free);
  gathered->paper = brand->paper;
  typer = question->with_pages ? assay_typer_new () : NULL;
  for (guint i = 0; i < question->kind->count (question->request); i++)
    {
      AssayDocument *document
          = question->kind->make (question->request, db, i, brand, cancellable, error);

      if (document == NULL)
        return FALSE;
      g_ptr_array_add (gathered->documents, document);
      if (typer != NULL)
        g_ptr_array_add (gathered->pages, assay_pages_new (document, &question->measures, typer));
    }
  *result = g_steal_pointer (&gathered);
  return TRUE;
}

void
assay_print_gather_async (AssayBook *book,
                          const AssayPrintKind *kind,
                          gconstpointer request,
                          const AssayPageSetup *measures,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  assay_book_ask_async (book, gather, question_new (kind, request, measures, NULL), question_free,
                        gathered_destroy, cancellable, callback, user_data);
}

AssayPrintGathered *
assay_print_gather_finish (AssayBook *book, GAsyncResult *result, GError **error)
{
  return assay_book_ask_finish (book, result, error);
}

static gboolean
export_all (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (AssayReportBrand) brand = assay_report_brand_read (db, error);

  if (brand == NULL)
    return FALSE;
  *result = GINT_TO_POINTER (TRUE);
  return question->kind->write (question->request, db, brand,
                                question->with_pages ? &question->measures : NULL, question->file,
                                cancellable, error);
}

void
assay_print_export_async (AssayBook *book,
                          const AssayPrintKind *kind,
                          gconstpointer request,
                          GFile *file,
                          const AssayPageSetup *measures,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  assay_book_ask_async (book, export_all, question_new (kind, request, measures, file),
                        question_free, NULL, cancellable, callback, user_data);
}

gboolean
assay_print_export_finish (AssayBook *book, GAsyncResult *result, GError **error)
{
  return assay_book_ask_finish (book, result, error) != NULL;
}
