/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For claim-support.c: single needs, each held against what a book has. */

#pragma once

#include "insight/claim-support.h"
#include "insight/evidence-flags.h"
#include "insight/scheme-codes.h"

G_BEGIN_DECLS

/* What the needs of one claim are held against. Borrowed but for the tests. */
typedef struct
{
  AssayDb *db;
  gint32 day;
  AssaySchemeCodes *schemes;
  GPtrArray *evidence;           /* AssayRecord, all of the book */
  AssayEvidenceRegister *judged; /* the same, with what speaks against each */
  GHashTable *suppliers;         /* of the product, its components and its orders: keys are ids */
  GHashTable *orders;            /* of the product */
  AssayRecord *product;
  AssayRecord *kind; /* nullable */
  const AssayRecord *claim;
  AssayRecycled *recycled;
  AssayCoverage *coverage; /* NULL until a need asks for it */
  char *coverage_schemes;  /* for which it was read */
  GPtrArray *flags;        /* AssayWordFlag */
} AssayProofContext;

AssayNeedSupport *assay_need_support_new (AssayRecord *need, const char *title);
void assay_need_support_free (AssayNeedSupport *support);
/* Takes @words. */
void assay_need_support_take_item (AssayNeedSupport *support,
                                   AssayType type,
                                   gint64 id,
                                   const char *title,
                                   char *words,
                                   AssayNeedState state);
/* The best item decides; @gap where there is none. */
void assay_need_support_finish_by_items (AssayNeedSupport *support, const char *gap);
void assay_need_support_take_words (AssayNeedSupport *support, char *there, char *gap);

/* claim-proof-documents.c: certificates, audits, tags, declarations */
void
assay_proof_by_documents (AssayProofContext *context, AssayNeedSupport *support, const char *needs);
gint32 assay_proof_oldest_day (const AssayProofContext *context, const AssayNeedSupport *support);
/* claim-proof-tests.c */
gboolean
assay_proof_by_tests (AssayProofContext *context, AssayNeedSupport *support, GError **error);
/* claim-proof-figures.c: what is computed from the book */
gboolean
assay_proof_by_coverage (AssayProofContext *context, AssayNeedSupport *support, GError **error);
void assay_proof_by_composition (AssayProofContext *context, AssayNeedSupport *support);
void assay_proof_by_wording (AssayProofContext *context, AssayNeedSupport *support);
/* What the kind of the claim computes by itself; NULL for nothing. */
AssayNeedSupport *assay_proof_computed (AssayProofContext *context, gboolean has_composition);

G_END_DECLS
