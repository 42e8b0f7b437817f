/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents into one PDF file, one after the other: a document may be freed as soon as it is added,
 * so that a thousand of them take the memory of one. The file appears under its name when all is
 * well and finished; until then what stood there stays. Used by one thread. */

#pragma once

#include <gio/gio.h>

#include "report/pages.h"

G_BEGIN_DECLS

typedef struct _AssayPdf AssayPdf;

AssayPdf *assay_pdf_new (GFile *file, const char *title, const char *author, GError **error);
AssayPdf *assay_pdf_new_for_stream (GOutputStream *stream,
                                    const char *title,
                                    const char *author,
                                    GError **error);
gboolean
assay_pdf_add (AssayPdf *pdf, AssayPages *pages, GCancellable *cancellable, GError **error);
guint assay_pdf_n_pages (const AssayPdf *pdf);
gboolean assay_pdf_finish (AssayPdf *pdf, GCancellable *cancellable, GError **error);
void assay_pdf_free (AssayPdf *pdf);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayPdf, assay_pdf_free)

G_END_DECLS
