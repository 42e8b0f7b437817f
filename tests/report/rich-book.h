/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A book with one inspection of which everything is known: double sampling, sixty defects with long
 * names, photos of all owners, a checklist of all kinds, actions, and a chain of inspections. Texts
 * that must be on paper carry a word of four letters and a number: DEFE0012. */

#pragma once

#include "report/inspection-data.h"
#include "store/book.h"

G_BEGIN_DECLS

#define RICH_DEFECTS  60
#define RICH_PHOTOS   5 /* of the inspection */
#define RICH_CHECKS   9
#define RICH_READINGS 8 /* of one measured check */
#define RICH_ACTIONS  3
#define RICH_TYPES    30

typedef struct
{
  char *folder;
  char *path;
  AssayBook *book;
  gint64 inspection; /* the rich one */
  gint64 poor;       /* of which nothing is known */
} RichBook;

RichBook *rich_book_new (void);
void rich_book_free (RichBook *rich);
AssayInspectionData *rich_book_read (RichBook *rich, gint64 id, AssayReportKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RichBook, rich_book_free)

G_END_DECLS
