/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document before it has pages: its blocks in order, and what stands on every page: brand and
 * logo above, what it is about and the page number below. Belongs to one thread at a time. */

#pragma once

#include "report/block.h"
#include "report/picture.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_PAPER_A4,
  ASSAY_PAPER_LETTER,
} AssayPaper;

/* In points. */
typedef struct
{
  double width;
  double height;
  double top;
  double bottom;
  double left;
  double right;
} AssayPageSetup;

typedef struct _AssayDocument AssayDocument;

void assay_page_setup_init (AssayPageSetup *setup, AssayPaper paper);
gboolean assay_paper_parse (const char *name, AssayPaper *paper);
AssayPaper assay_paper_for_locale (void);

AssayDocument *assay_document_new (const char *title);
AssayDocument *assay_document_ref (AssayDocument *document);
void assay_document_unref (AssayDocument *document);
const char *assay_document_get_title (AssayDocument *document);
/* The brand: above every page and as the author of the file. */
void assay_document_set_brand (AssayDocument *document, const char *brand, AssayPicture *logo);
const char *assay_document_get_brand (AssayDocument *document);
AssayPicture *assay_document_get_logo (AssayDocument *document);
/* Above at the end, below at the beginning; both of one line. */
void assay_document_set_running (AssayDocument *document, const char *head, const char *foot);
const char *assay_document_get_head (AssayDocument *document);
const char *assay_document_get_foot (AssayDocument *document);
/* Of a batch, beside the page number: "Report 3 of 20". */
void assay_document_set_part (AssayDocument *document, const char *part);
const char *assay_document_get_part (AssayDocument *document);
/* Whatever it says stands on one page, smaller where it must. */
void assay_document_set_one_page (AssayDocument *document, gboolean one_page);
gboolean assay_document_is_one_page (AssayDocument *document);

void assay_document_take (AssayDocument *document, AssayBlock *block);
guint assay_document_n_blocks (AssayDocument *document);
AssayBlock *assay_document_get_block (AssayDocument *document, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayDocument, assay_document_unref)

G_END_DECLS
