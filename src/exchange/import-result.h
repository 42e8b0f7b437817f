/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import did or would do, row by row where it matters. Filled on the book's thread, read on
 * others when the import is over; shared by reference. */

#pragma once

#include "record/catalogue.h"

G_BEGIN_DECLS

/* Remarks beyond this are counted, not kept. */
#define ASSAY_IMPORT_MOST_REMARKS 200000

typedef struct
{
  guint line;         /* in the file, from 1; 0: the file as a whole */
  const char *column; /* heading; "" when it is about the row */
  const char *value;  /* escaped for showing */
  const char *reason; /* translated */
} AssayImportRemark;

typedef struct
{
  GArray *remarks; /* of AssayImportRemark */
  guint64 count;   /* all, kept or not */
} AssayImportRemarks;

/* A new name that may be an existing one. */
typedef struct
{
  AssayType type;
  guint line;
  char *name;
  char **near;    /* names it may be meant to be */
  char **reasons; /* why, one for each, translated; NULL: the names are nearly the same */
} AssayImportDoubt;

typedef struct
{
  guint64 rows;
  guint64 created[ASSAY_N_TYPES];
  guint64 matched[ASSAY_N_TYPES]; /* records of the book that rows were about */
  AssayImportRemarks unknown_values;
  AssayImportRemarks refused;
  AssayImportRemarks notes; /* duplicates left out, values changed or contradicted, and the like */
  GPtrArray *doubts;        /* of AssayImportDoubt */
  gboolean done;            /* it is in the book */
  GStringChunk *strings;
} AssayImportResult;

AssayImportResult *assay_import_result_new (void);
AssayImportResult *assay_import_result_ref (AssayImportResult *result);
void assay_import_result_unref (AssayImportResult *result);
/* @value is escaped here. */
void assay_import_result_remark (AssayImportResult *result,
                                 AssayImportRemarks *remarks,
                                 guint line,
                                 const char *column,
                                 const char *value,
                                 const char *reason);
guint64 assay_import_result_created (const AssayImportResult *result);
/* “10,324 order lines, 73 suppliers”, translated; NULL when nothing was created. */
char *assay_import_result_describe_created (const AssayImportResult *result);
/* The lists as plain text, one remark a line: a report to save or copy. */
char *assay_import_result_report (const AssayImportResult *result, const char *file_name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayImportResult, assay_import_result_unref)

G_END_DECLS
