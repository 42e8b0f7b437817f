/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/print/print-operation.h"

#include <glib/gi18n-lib.h>

#include "report/pages.h"
#include "ui/print/print-settings.h"

struct _AssayPrintOperation
{
  GtkPrintOperation parent_instance;

  GPtrArray *documents;
  AssayTyper *typer;
  GPtrArray *pages; /* of AssayPages, one for each document laid out so far */
  guint n_pages;
  gboolean turned; /* pages lie on their longer side, which is not kept for other documents */
};

G_DEFINE_FINAL_TYPE (AssayPrintOperation, assay_print_operation, GTK_TYPE_PRINT_OPERATION)

static void
assay_print_operation_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  AssayPrintOperation *self = ASSAY_PRINT_OPERATION (operation);

  g_ptr_array_set_size (self->pages, 0);
  self->n_pages = 0;
}

/* One document a call, so that the window stays alive under many. */
static gboolean
assay_print_operation_paginate (GtkPrintOperation *operation, GtkPrintContext *context)
{
  AssayPrintOperation *self = ASSAY_PRINT_OPERATION (operation);
  AssayPageSetup setup;
  AssayPages *pages;

  if (self->pages->len < self->documents->len)
    {
      assay_print_settings_measure (gtk_print_context_get_page_setup (context), &setup);
      pages = assay_pages_new (g_ptr_array_index (self->documents, self->pages->len), &setup,
                               self->typer);
      g_ptr_array_add (self->pages, pages);
      self->n_pages += assay_pages_count (pages);
    }
  if (self->pages->len < self->documents->len)
    return FALSE;
  gtk_print_operation_set_n_pages (operation, (int)MAX (self->n_pages, 1));
  return TRUE;
}

static void
assay_print_operation_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  AssayPrintOperation *self = ASSAY_PRINT_OPERATION (operation);
  guint at = (guint)page;

  for (guint i = 0; i < self->pages->len; i++)
    {
      AssayPages *pages = g_ptr_array_index (self->pages, i);

      if (at < assay_pages_count (pages))
        {
          assay_pages_draw (pages, at, gtk_print_context_get_cairo_context (context));
          return;
        }
      at -= assay_pages_count (pages);
    }
}

static void
assay_print_operation_end_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  AssayPrintOperation *self = ASSAY_PRINT_OPERATION (operation);

  g_ptr_array_set_size (self->pages, 0);
}

static void
assay_print_operation_done (GtkPrintOperation *operation, GtkPrintOperationResult result)
{
  AssayPrintOperation *self = ASSAY_PRINT_OPERATION (operation);
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);
  g_autoptr (GError) problem = NULL;

  if (self->turned)
    {
      if (settings != NULL)
        gtk_print_settings_set_orientation (settings, GTK_PAGE_ORIENTATION_PORTRAIT);
      gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_PORTRAIT);
    }
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY
      && !assay_print_settings_save (settings, setup, &problem))
    g_info ("The print settings are not kept: %s", problem->message);
}

static void
assay_print_operation_finalize (GObject *object)
{
  AssayPrintOperation *self = ASSAY_PRINT_OPERATION (object);

  g_ptr_array_unref (self->pages);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  assay_typer_unref (self->typer);

  G_OBJECT_CLASS (assay_print_operation_parent_class)->finalize (object);
}

static void
assay_print_operation_class_init (AssayPrintOperationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  object_class->finalize = assay_print_operation_finalize;
  operation_class->begin_print = assay_print_operation_begin_print;
  operation_class->paginate = assay_print_operation_paginate;
  operation_class->draw_page = assay_print_operation_draw_page;
  operation_class->end_print = assay_print_operation_end_print;
  operation_class->done = assay_print_operation_done;
}

static void
assay_print_operation_init (AssayPrintOperation *self)
{
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_pages_free);
  self->typer = assay_typer_new ();
  gtk_print_operation_set_unit (GTK_PRINT_OPERATION (self), GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (GTK_PRINT_OPERATION (self), TRUE);
  gtk_print_operation_set_embed_page_setup (GTK_PRINT_OPERATION (self), TRUE);
}

/**
 * assay_print_operation_new:
 * @documents: (element-type AssayDocument): kept; not laid out by anybody else meanwhile
 * @paper: what to start with when no paper was chosen before
 */
AssayPrintOperation *
assay_print_operation_new (GPtrArray *documents, AssayPaper paper)
{
  AssayPrintOperation *self = g_object_new (ASSAY_TYPE_PRINT_OPERATION, NULL);
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;

  self->documents = g_ptr_array_ref (documents);
  assay_print_settings_load (&settings, &setup);
  if (setup == NULL)
    setup = assay_print_settings_new_setup (paper);
  if (settings != NULL)
    gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  if (documents->len == 1)
    gtk_print_operation_set_job_name (operation,
                                      assay_document_get_title (g_ptr_array_index (documents, 0)));
  else
    gtk_print_operation_set_job_name (operation, _ ("Reports"));
  return self;
}

/**
 * assay_print_operation_turn:
 * @self: an operation that was not run yet
 *
 * Lays its pages on their longer side.
 */
void
assay_print_operation_turn (AssayPrintOperation *self)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  self->turned = TRUE;
  gtk_page_setup_set_orientation (gtk_print_operation_get_default_page_setup (operation),
                                  GTK_PAGE_ORIENTATION_LANDSCAPE);
  if (settings != NULL)
    gtk_print_settings_set_orientation (settings, GTK_PAGE_ORIENTATION_LANDSCAPE);
}
