/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One connection to a book and its statements. Belongs to one thread. Statements are prepared once
 * per SQL text, kept, and handed out reset with bindings cleared. All text is bound, never printed
 * into SQL. */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "store/error.h"

G_BEGIN_DECLS

typedef struct _AssayDb AssayDb;
typedef struct _AssayStatement AssayStatement;

typedef enum
{
  ASSAY_DB_READ_ONLY = 1 << 0,
  ASSAY_DB_CREATE = 1 << 1,
  ASSAY_DB_URI = 1 << 2, /* the path is a file: address with options */
} AssayDbFlags;

AssayDb *assay_db_open (const char *path, AssayDbFlags flags, GError **error);
void assay_db_close (AssayDb *db);
sqlite3 *assay_db_handle (AssayDb *db);
const char *assay_db_path (AssayDb *db);

/* While set, a cancelled cancellable interrupts what the connection is doing. */
void assay_db_set_cancellable (AssayDb *db, GCancellable *cancellable);

gboolean assay_db_exec (AssayDb *db, const char *sql, GError **error);

/* A statement of @db, borrowed until freed by assay_statement_free() (autoptr), which resets it. */
AssayStatement *assay_db_prepare (AssayDb *db, const char *sql, GError **error);
void assay_statement_free (AssayStatement *statement);
void assay_statement_bind_int (AssayStatement *statement, int index, gint64 value);
void assay_statement_bind_text (AssayStatement *statement, int index, const char *text);
void assay_statement_bind_blob (AssayStatement *statement, int index, GBytes *bytes);
void assay_statement_bind_null (AssayStatement *statement, int index);
/* TRUE with *@row set while rows come; FALSE with @error on failure. */
gboolean assay_statement_step (AssayStatement *statement, gboolean *row, GError **error);
/* Runs a statement that returns no rows. */
gboolean assay_statement_run (AssayStatement *statement, GError **error);
void assay_statement_reset (AssayStatement *statement);
gboolean assay_statement_is_null (AssayStatement *statement, int column);
gint64 assay_statement_get_int (AssayStatement *statement, int column);
const char *assay_statement_get_text (AssayStatement *statement, int column);
GBytes *assay_statement_dup_blob (AssayStatement *statement, int column);
sqlite3_stmt *assay_statement_handle (AssayStatement *statement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayDb, assay_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayStatement, assay_statement_free)

G_END_DECLS
