/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is noted of a supplier before and beside its orders: sites, capabilities, reference calls,
 * repair partners, risks, other names. Which types they are, how they are read, and what a row
 * says of each. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

#define ASSAY_SOURCING_N_KINDS 6

/* A few words at the end of a row, with a style class; NULL: none. */
typedef struct
{
  const char *words; /* translated */
  const char *css;   /* nullable */
} AssaySourcingTag;

typedef struct
{
  AssayType type;
  guint supplier;     /* the field that refers to the supplier */
  const char *title;  /* marked for translation, as the next ones */
  const char *create; /* "New Site" */
  const char *remove; /* "Delete Site" */
  char *(*say_title) (AssayRecord *record);
  /* One or more lines; NULL: nothing. */
  char *(*say_more) (AssayRecord *record);
  AssaySourcingTag (*get_tag) (AssayRecord *record, gint32 today);
} AssaySourcingKind;

extern const AssaySourcingKind assay_sourcing_kinds[ASSAY_SOURCING_N_KINDS];

typedef struct
{
  GPtrArray *rows[ASSAY_SOURCING_N_KINDS]; /* AssayRecord; risks with the gravest open ones first */
  GHashTable *pictures;                    /* gint64 of a site → guint: its files */
} AssaySourcingRows;

AssaySourcingRows *assay_sourcing_rows_read (AssayDb *db, gint64 supplier, GError **error);
void assay_sourcing_rows_free (AssaySourcingRows *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssaySourcingRows, assay_sourcing_rows_free)

G_END_DECLS
