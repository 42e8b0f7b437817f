/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be printed: documents that are made one by one on the book's thread, out of a request
 * that says which. One table of functions for each kind of request. */

#pragma once

#include <gio/gio.h>

#include "report/inspection-data.h"
#include "store/book.h"

G_BEGIN_DECLS

typedef struct
{
  guint (*count) (gconstpointer request);
  AssayDocument *(*make) (gconstpointer request,
                          AssayDb *db,
                          guint i,
                          AssayReportBrand *brand,
                          GCancellable *cancellable,
                          GError **error);
  /* All into one file, one in memory at a time. */
  gboolean (*write) (gconstpointer request,
                     AssayDb *db,
                     AssayReportBrand *brand,
                     const AssayPageSetup *measures,
                     GFile *file,
                     GCancellable *cancellable,
                     GError **error);
  /* On the main thread. */
  char *(*dup_file_name) (gconstpointer request, AssayBook *book);
  gpointer (*copy) (gconstpointer request);
  GDestroyNotify free;
} AssayPrintKind;

G_END_DECLS
