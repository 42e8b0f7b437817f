/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place that knows in which order a row's columns are read and written. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

/* "t.id, t.name, …, <title of each reference>" for `SELECT <this> FROM <table> AS t`. */
const char *assay_rows_columns (const AssayRecordType *type);
/* The record in the row that a statement stands on, selected with those columns. */
AssayRecord *assay_rows_read (AssayStatement *statement, const AssayRecordType *type);
/* An SQL expression for the title of the record of @type whose key is the expression @id. */
char *assay_rows_title_expression (AssayType type, const char *id);

G_END_DECLS
