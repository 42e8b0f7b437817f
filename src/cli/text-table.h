/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table in aligned columns for a terminal, measured in cells of the terminal. */

#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

typedef struct _AssayTextTable AssayTextTable;

AssayTextTable *assay_text_table_new (guint n_columns);
void assay_text_table_free (AssayTextTable *table);
/* A column without a heading is not written. */
void assay_text_table_set_column (AssayTextTable *table,
                                  guint column,
                                  const char *heading,
                                  gboolean right);
/* The next cell, row by row. */
void assay_text_table_add (AssayTextTable *table, const char *text);
/* The last row stands apart from the others. */
void assay_text_table_mark_total (AssayTextTable *table);
void assay_text_table_write (AssayTextTable *table, FILE *file);

guint assay_terminal_width (const char *text);
/* Breaks lines between words; line ends in @text stay. */
char *assay_terminal_wrap (const char *text);

G_END_DECLS
