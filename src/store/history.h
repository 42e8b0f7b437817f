/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happened to one record: read out of the changesets that undo reads too. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef struct
{
  guint field;
  AssayValue old_value;
  AssayValue new_value;
  char *old_title; /* of a reference; nullable */
  char *new_title;
} AssayHistoryField;

typedef struct
{
  gint64 at; /* UTC microseconds */
  char *who;
  char *label;    /* of the action that did it */
  AssayType type; /* the record, or one that it owns */
  gint64 id;
  int kind;       /* AssayChangedKind */
  GArray *fields; /* of AssayHistoryField */
} AssayHistoryEntry;

/* Newest first, up to @limit entries: GPtrArray of AssayHistoryEntry. */
GPtrArray *assay_history_read (AssayDb *db, AssayType type, gint64 id, guint limit, GError **error);
void assay_history_entry_free (AssayHistoryEntry *entry);

G_END_DECLS
