/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The register of evidence, judged: how each piece stands on a day, and what speaks against it.
 * Every flag is computed from the book and says in words why it is raised. Immutable once read; any
 * thread. */

#pragma once

#include "record/date.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_FLAG_EXPIRED,        /* its last day is over */
  ASSAY_FLAG_ENDING,         /* its last day is near */
  ASSAY_FLAG_NOT_YET_VALID,  /* its first day is to come */
  ASSAY_FLAG_NO_END,         /* nobody wrote down until when it is valid */
  ASSAY_FLAG_REFUSED,        /* you refused it */
  ASSAY_FLAG_SUSPENDED,      /* the register said so when it was last looked up */
  ASSAY_FLAG_NOT_FOUND,      /* so */
  ASSAY_FLAG_MISMATCH,       /* so */
  ASSAY_FLAG_FOUND_EXPIRED,  /* so */
  ASSAY_FLAG_HOLDER,         /* the holder as printed is not the supplier */
  ASSAY_FLAG_HOLDER_WRITTEN, /* it is written otherwise: more or fewer words */
  ASSAY_FLAG_HOLDER_FOUND,   /* the register names another holder */
  ASSAY_FLAG_ADDRESS,        /* the address as printed is none of the supplier's */
  ASSAY_FLAG_SCOPE,          /* the scope does not name the goods */
  ASSAY_FLAG_NO_SCOPE,       /* the scope was not written down */
  ASSAY_FLAG_NO_NUMBER,      /* a logo without a number */
  ASSAY_FLAG_NUMBER_FORM,    /* the number has not the form of the scheme's */
  ASSAY_FLAG_CLAIMED_ONLY,   /* nobody has seen it */
  ASSAY_FLAG_NO_FILE,        /* seen, but there is no file */
  ASSAY_FLAG_FILE_ONLY,      /* a file that was never looked up where it can be */
  ASSAY_FLAG_WRONG_PROOF,    /* of a site or a system, shown for a product, order or lot */
  ASSAY_FLAG_SCHEME_ENDED,   /* the scheme itself is over */
  ASSAY_FLAG_SCHEME_ENDS,    /* it ends before the document, or within a year */
  ASSAY_FLAG_CHECK_DUE,      /* to be looked up again */
  ASSAY_FLAG_RATING,         /* an audit that failed, or that asks for a follow-up */
  ASSAY_FLAG_FINDINGS,       /* findings whose day is over */
  ASSAY_FLAG_TAG_DEAD,       /* the tag's address leads nowhere */
  ASSAY_FLAG_TAG_UNCHECKED,  /* nobody opened it */
  ASSAY_FLAG_TAG_MISMATCH,   /* what it shows is not the order or lot */
  ASSAY_N_EVIDENCE_FLAGS,
} AssayEvidenceFlag;

typedef enum
{
  ASSAY_FLAG_RED,   /* it proves nothing as it is, or not what it is shown for */
  ASSAY_FLAG_AMBER, /* look into it */
  ASSAY_FLAG_NOTE,  /* good to know */
} AssayFlagWeight;

typedef struct
{
  AssayEvidenceFlag flag;
  AssayFlagWeight weight;
  gboolean breaks; /* as it is nothing can rest on it */
  gint32 day;      /* of which the flag speaks; or unknown */
  char *words;     /* translated, a sentence without a full stop */
} AssayEvidenceFlagged;

/* One piece of evidence. Text is NULL where it is unknown, keys are 0, days unknown. */
typedef struct
{
  gint64 id;
  char *kind;  /* choice: "scope_certificate", … */
  char *title; /* "Global Recycled Standard · TE-00012345" */
  char *number;
  char *body;
  gint64 scheme;
  char *scheme_code, *scheme_name;
  gboolean product_proof; /* the scheme proves something about goods */
  gint64 supplier, site, product, component, order;
  char *supplier_name, *product_name;
  char *state;                               /* choice: claimed, seen, verified, refused */
  gint32 issued_on, valid_from, valid_until; /* as printed */
  gint32 from, until;                        /* that count, see until_assumed */
  gboolean until_assumed; /* `until` is the day of issue and the scheme's usual validity */
  gint32 next_check_on;
  gint32 looked_on; /* last verification */
  char *looked_by, *looked_at, *looked_result;
  gint64 mass;   /* certified, g: thousandths of a kg; -1 */
  char *payload; /* of a tag */
  guint n_files;
  guint open_findings, overdue_findings;
  GArray *flags; /* of AssayEvidenceFlagged, red ones first */
  guint n_red, n_amber;
  gboolean holds; /* seen or verified, and no flag breaks it: other parts may rest on it */
} AssayEvidenceItem;

typedef struct
{
  gint32 today;
  gint32 ahead;    /* days that are near; 0: ASSAY_EVIDENCE_AHEAD */
  gint64 evidence; /* only this one; 0: all */
  gint64 supplier; /* only what is of this one; 0: all */
  gint64 product;  /* only what is of this one, its components and its orders; 0: all */
} AssayEvidenceQuestion;

#define ASSAY_EVIDENCE_AHEAD 60

typedef struct
{
  AssayEvidenceQuestion question;
  GPtrArray *items; /* of AssayEvidenceItem, by last day, those without at the end */
} AssayEvidenceRegister;

AssayEvidenceRegister *
assay_evidence_read (AssayDb *db, const AssayEvidenceQuestion *question, GError **error);
void assay_evidence_register_free (AssayEvidenceRegister *evidence);
const AssayEvidenceItem *assay_evidence_find (const AssayEvidenceRegister *evidence, gint64 id);

/* NULL when it is not raised. */
const AssayEvidenceFlagged *assay_evidence_item_get (const AssayEvidenceItem *item,
                                                     AssayEvidenceFlag flag);
/* The gravest flag for which nothing can rest on it; NULL when there is none. */
const AssayEvidenceFlagged *assay_evidence_item_get_breaking (const AssayEvidenceItem *item);
/* "Verified, valid until 3 Mar 2027": how it stands, in a few words, translated. */
char *assay_evidence_item_dup_standing (const AssayEvidenceItem *item, gint32 today);

const char *assay_evidence_flag_name (AssayEvidenceFlag flag);  /* "expired" */
const char *assay_evidence_flag_label (AssayEvidenceFlag flag); /* translated, a few words */
gboolean assay_evidence_flag_from_name (const char *name, AssayEvidenceFlag *flag);
const char *assay_flag_weight_name (AssayFlagWeight weight); /* "red", "amber", "note" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayEvidenceRegister, assay_evidence_register_free)

G_END_DECLS
