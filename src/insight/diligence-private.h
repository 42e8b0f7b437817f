/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules by which an item of a due diligence list ticks itself: each looks for what answers it
 * and says what it found and what is missing. */

#pragma once

#include "insight/diligence.h"

G_BEGIN_DECLS

/* What is asked of whom. */
typedef struct
{
  AssayDb *db;
  AssayType type;      /* supplier or product */
  AssayRecord *record; /* it */
  gint64 id;
  gint64 supplier; /* itself, or the product's main one; 0: none */
  gint32 today;
  gint64 months; /* 0: as old as it likes */
  gint32 since;  /* the first day that counts; G_MININT32 without a limit */
  const char *stage;
  const char *schemes; /* as in the item, "GRS|RCS"; nullable: any */
} AssayDiligenceCase;

typedef struct
{
  GPtrArray *facts;   /* words */
  GPtrArray *missing; /* words; none: it is answered */
  GPtrArray *proofs;  /* AssayDiligenceProof */
} AssayDiligenceFound;

typedef gboolean (*AssayDiligenceRule) (const AssayDiligenceCase *asked,
                                        AssayDiligenceFound *found,
                                        GError **error);

/* Which record a rule looks at. */
typedef enum
{
  ASSAY_DILIGENCE_OF_EITHER,
  ASSAY_DILIGENCE_OF_SUPPLIER, /* of a product: its supplier */
  ASSAY_DILIGENCE_OF_PRODUCT,  /* of a supplier: each of its products */
} AssayDiligenceOf;

/* diligence-find.c */
void assay_diligence_found_init (AssayDiligenceFound *found);
void assay_diligence_found_clear (AssayDiligenceFound *found);
/* Words are taken over. */
void assay_diligence_say (AssayDiligenceFound *found, char *words);
void assay_diligence_miss (AssayDiligenceFound *found, char *words);
void assay_diligence_prove (AssayDiligenceFound *found, AssayType type, gint64 id, char *words);
/* Binds ?1 the record, ?2 the first day that counts (unknown: none), ?3 today and ?4 the supplier,
 * as many as @sql has. */
AssayStatement *
assay_diligence_prepare (const AssayDiligenceCase *asked, const char *sql, GError **error);
/* Empty where the column is unknown. */
char *assay_diligence_dup_text (AssayStatement *statement, int column);
/* Misses the label of each of @fields (which -1 ends) that is unknown. */
void assay_diligence_need_fields (const AssayRecord *record,
                                  const int *fields,
                                  AssayDiligenceFound *found);
/* The first piece of evidence, of those that @where selects from `evidence AS e`, that holds; it is
 * proof and fact. Without one says what is wrong with the newest, or misses @what. */
gboolean assay_diligence_find_evidence (const AssayDiligenceCase *asked,
                                        const char *where,
                                        const char *what,
                                        AssayDiligenceFound *found,
                                        GError **error);
/* Why @evidence does not hold on the day; NULL: it does. */
char *assay_diligence_evidence_fault (const AssayRecord *evidence,
                                      gint32 today,
                                      gint32 since,
                                      gint64 months);
/* The first day of the last @months months; G_MININT32 for 0. */
gint32 assay_diligence_since (gint32 today, gint64 months);

/* diligence-rules.c: NULL for a rule that only a person answers. */
AssayDiligenceRule assay_diligence_rule (const char *name, AssayDiligenceOf *of);

/* diligence-find.c. FALSE of suppliers of services: they neither make nor sell the goods that the
 * lists ask about. */
gboolean assay_diligence_concerns (const AssayRecord *record);

/* diligence-rules-product.c */
gboolean assay_diligence_material (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean assay_diligence_hardware (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean
assay_diligence_requirements (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean assay_diligence_carton (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean assay_diligence_tariff (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);

/* diligence-rules-supplier.c */
gboolean assay_diligence_company (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean assay_diligence_terms (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean assay_diligence_reference (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean assay_diligence_site (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean assay_diligence_capability (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean assay_diligence_audit (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean assay_diligence_minimum (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean assay_diligence_warranty (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);

/* diligence-rules-either.c */
gboolean assay_diligence_certificate (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean assay_diligence_tested (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean assay_diligence_approved (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean assay_diligence_tag (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean assay_diligence_inspected (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean assay_diligence_diversified (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean assay_diligence_landed (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);
gboolean assay_diligence_claims (const AssayDiligenceCase *, AssayDiligenceFound *, GError **);

G_END_DECLS
