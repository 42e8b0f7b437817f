/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can go wrong with a book, in codes that a caller can act on. */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

#define ASSAY_STORE_ERROR (assay_store_error_quark ())
GQuark assay_store_error_quark (void);

typedef enum
{
  ASSAY_STORE_ERROR_ENGINE,     /* anything that has no code of its own */
  ASSAY_STORE_ERROR_NOT_FOUND,  /* no such file */
  ASSAY_STORE_ERROR_GONE,       /* no such record, or no such content of a file */
  ASSAY_STORE_ERROR_NOT_A_BOOK, /* a file, but not one of ours */
  ASSAY_STORE_ERROR_TOO_NEW,    /* written by a newer Assay */
  ASSAY_STORE_ERROR_DAMAGED,    /* ours once, no longer readable */
  ASSAY_STORE_ERROR_READ_ONLY,  /* the file or its folder cannot be written */
  ASSAY_STORE_ERROR_NO_SPACE,   /* the disk is full */
  ASSAY_STORE_ERROR_BUSY,       /* another program holds the book */
  ASSAY_STORE_ERROR_CONSTRAINT, /* a rule of the book forbids it */
  ASSAY_STORE_ERROR_IN_USE,     /* other records refer to it */
  ASSAY_STORE_ERROR_EXISTS,     /* the file is there already */
  ASSAY_STORE_ERROR_NOTHING,    /* nothing to undo or redo */
  ASSAY_STORE_ERROR_CONFLICT,   /* a change cannot be undone because later ones touch the same */
} AssayStoreError;

gboolean assay_store_error_take (sqlite3 *db, int code, const char *what, GError **error);
char *assay_store_error_describe (const GError *error, const char *file_name);

G_END_DECLS
