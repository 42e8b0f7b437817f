/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document on pages of one size. All page ranges are found first; then any page is drawn on any
 * cairo_t, in points from the upper left corner of the paper. Printer, PDF file and preview share
 * it. Used by one thread at a time. */

#pragma once

#include "report/document.h"

G_BEGIN_DECLS

typedef struct _AssayPages AssayPages;

/* Where a piece stands; for tests. */
typedef struct
{
  guint block;
  guint piece; /* G_MAXUINT: the repeated head of the block */
  double y;    /* from the upper edge of the paper */
  double height;
} AssayPlace;

AssayPages *
assay_pages_new (AssayDocument *document, const AssayPageSetup *setup, AssayTyper *typer);
void assay_pages_free (AssayPages *pages);
guint assay_pages_count (const AssayPages *pages);
AssayDocument *assay_pages_get_document (const AssayPages *pages);
const AssayPageSetup *assay_pages_get_setup (const AssayPages *pages);
void assay_pages_get_body (const AssayPages *pages, double *top, double *bottom);
guint assay_pages_n_places (const AssayPages *pages, guint page);
const AssayPlace *assay_pages_get_place (const AssayPages *pages, guint page, guint i);
void assay_pages_draw (AssayPages *pages, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayPages, assay_pages_free)

G_END_DECLS
