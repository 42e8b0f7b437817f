/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of cells as RFC 4180 text in UTF-8. A text that a spreadsheet would run as a formula is made
 * harmless by an apostrophe before it; numbers are written as they are. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _AssayCsvWriter AssayCsvWriter;

typedef enum
{
  ASSAY_CSV_MARK = 1 << 0, /* begin with a byte order mark, for spreadsheets on Windows */
} AssayCsvFlags;

gboolean assay_csv_is_formula (const char *text);

AssayCsvWriter *assay_csv_writer_new (GOutputStream *stream, AssayCsvFlags flags);
void assay_csv_writer_free (AssayCsvWriter *writer);
/* A text from the book: anything may be in it. */
void assay_csv_writer_text (AssayCsvWriter *writer, const char *text);
/* A number or date that the program wrote; checked, not trusted. */
void assay_csv_writer_number (AssayCsvWriter *writer, const char *text);
gboolean
assay_csv_writer_end_row (AssayCsvWriter *writer, GCancellable *cancellable, GError **error);
/* Writes what is left; the stream stays open. */
gboolean
assay_csv_writer_finish (AssayCsvWriter *writer, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayCsvWriter, assay_csv_writer_free)

G_END_DECLS
