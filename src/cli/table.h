/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a command answers, row by row, in one of three forms: aligned text for people, CSV, or one
 * JSON object with what was asked, the definition of the figures and the rows. CSV and JSON are
 * written as the rows come; text waits for the widths of its columns. Unknown values are null in
 * JSON, empty in CSV. Numbers keep every digit outside the text form. */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

G_BEGIN_DECLS

typedef enum
{
  ASSAY_TABLE_TEXT,
  ASSAY_TABLE_CSV,
  ASSAY_TABLE_JSON,
} AssayTableForm;

typedef struct
{
  const char *name;    /* in CSV and JSON; fixed */
  const char *heading; /* in text, already translated; NULL leaves the column out of it */
  gboolean is_number;  /* aligned to the right in text */
  guint digits;        /* after the point, of real numbers in text */
} AssayTableColumn;

typedef struct _AssayTable AssayTable;

AssayTable *
assay_table_new (AssayTableForm form, FILE *file, const AssayTableColumn *columns, guint n_columns);
void assay_table_free (AssayTable *table);
void assay_table_set_asked (AssayTable *table, JsonObject *asked);
void assay_table_set_definition (AssayTable *table, const char *definition);

/* The cells of a row, one after the other. */
void assay_table_add_text (AssayTable *table, const char *text);
void assay_table_add_integer (AssayTable *table, gint64 number);
void assay_table_add_real (AssayTable *table, double number);
void assay_table_add_flag (AssayTable *table, gboolean flag);
void assay_table_add_unknown (AssayTable *table);
/* A value whose text form differs from the other two. */
void assay_table_add_shown (AssayTable *table, const char *text, const char *shown);
void assay_table_end_row (AssayTable *table);
/* The row over all rows; after the last. Not in CSV, where it would be counted twice. */
void assay_table_end_total (AssayTable *table);

gboolean assay_table_finish (AssayTable *table, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayTable, assay_table_free)

G_END_DECLS
