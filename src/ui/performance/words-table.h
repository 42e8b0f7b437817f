/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of words for a handful of rows: cells may have several lines, columns are as many as what
 * is compared has sides. A row may open a supplier. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_WORDS_TABLE (assay_words_table_get_type ())
G_DECLARE_FINAL_TYPE (AssayWordsTable, assay_words_table, ASSAY, WORDS_TABLE, GtkWidget)

AssayWordsTable *assay_words_table_new (AssayContext *context, const char *label);
/* Forgets the rows. @titles ends with NULL. */
void assay_words_table_set_columns (AssayWordsTable *table, const char *const *titles);
/* One cell for each column; @supplier 0: opens nothing. */
void assay_words_table_add (AssayWordsTable *table, const char *const *cells, gint64 supplier);
guint assay_words_table_get_n_rows (AssayWordsTable *table);
/* As delimited text. */
char *assay_words_table_to_csv (AssayWordsTable *table);

G_END_DECLS
