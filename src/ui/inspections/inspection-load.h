/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that the page of one inspection shows, read out of a book on the thread that owns the
 * connection and handed over whole. */

#pragma once

#include "insight/plan-proposal.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef struct
{
  AssayRecord *defect;
  GPtrArray *attachments; /* of AssayRecord */
} AssayLoadedDefect;

typedef struct
{
  AssayRecord *checkpoint; /* without an id: proposed */
  GPtrArray *attachments;  /* of AssayRecord; NULL for none */
} AssayLoadedCheck;

typedef struct
{
  AssayRecord *inspection;
  AssayRecord *line;        /* its order line; nullable */
  GPtrArray *defects;       /* of AssayLoadedDefect, in the order in which they were recorded */
  GPtrArray *checks;        /* of AssayLoadedCheck, in order */
  GPtrArray *attachments;   /* of AssayRecord */
  GPtrArray *reinspections; /* of AssayRecord: the inspections that repeat this one */
  GPtrArray *chain;         /* of AssayRecord: all inspections of this lot, the first one first */
  AssayPlanProposal *proposal; /* what the book proposes as a plan */
} AssayLoadedInspection;

/* NULL without a record of that id. */
AssayLoadedInspection *assay_loaded_inspection_read (AssayDb *db, gint64 id, GError **error);
/* A new inspection from a template without id: fills in what its order line or the inspection that
 * it repeats knows. @template is taken over. */
AssayLoadedInspection *
assay_loaded_inspection_propose (AssayDb *db, AssayRecord *template, GError **error);
void assay_loaded_inspection_free (AssayLoadedInspection *loaded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayLoadedInspection, assay_loaded_inspection_free)

G_END_DECLS
