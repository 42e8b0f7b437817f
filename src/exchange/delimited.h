/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of cells out of a text source, by libcsv, one after the other. Holds one piece of the file
 * at a time. Used by one thread at a time. */

#pragma once

#include "exchange/text-source.h"

G_BEGIN_DECLS

/* A cell beyond this is not read: no table has one, and a quote that never closes looks like it. */
#define ASSAY_DELIMITED_MAX_CELL (1024 * 1024)
/* And a row with all its cells. */
#define ASSAY_DELIMITED_MAX_ROW (64 * 1024 * 1024)
/* What a spreadsheet can have. */
#define ASSAY_DELIMITED_MAX_COLUMNS 16384

/* How a delimited text is written. */
typedef struct
{
  char separator;
  char quote;        /* 0: there is no quoting */
  guint header_line; /* physical line of the headings, from 1; 0: there are none */
  gboolean sep_line; /* the first line is a spreadsheet's “sep=” line */
} AssayDialect;

#define ASSAY_DIALECT_INIT { ',', '"', 1, FALSE }

typedef enum
{
  ASSAY_ROW_HAD_NUL = 1 << 0,     /* zero bytes were taken out of a cell */
  ASSAY_ROW_STRAY_QUOTE = 1 << 1, /* a quote in a quoted cell that is not doubled */
  ASSAY_ROW_BACKSLASH = 1 << 2,   /* quotes escaped by a backslash, as some databases write */
  ASSAY_ROW_REPLACED = 1 << 3,    /* bytes that the encoding does not have */
} AssayRowFlags;

typedef struct
{
  guint line; /* physical line of its first byte, from 1 */
  guint n_cells;
  const char *const *cells; /* UTF-8 without zero bytes; valid until the next row */
  AssayRowFlags flags;
  guint flagged; /* first cell that `flags` speak of */
} AssayRow;

typedef struct _AssayDelimited AssayDelimited;

/* Starts at the beginning of @source, which it rewinds; the “sep=” line is left out. */
AssayDelimited *assay_delimited_new (AssayTextSource *source,
                                     const AssayDialect *dialect,
                                     GCancellable *cancellable,
                                     GError **error);
void assay_delimited_free (AssayDelimited *reader);
/* TRUE with *@row set to the next row that is not blank, NULL at the end; FALSE with @error. */
gboolean assay_delimited_next (AssayDelimited *reader,
                               const AssayRow **row,
                               GCancellable *cancellable,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayDelimited, assay_delimited_free)

G_END_DECLS
