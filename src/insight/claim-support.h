/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a claim needs in each market, what of it the book holds, and the gap. A claim is of a kind,
 * and the kind says what it needs: a certificate, transaction certificates that cover the orders, a
 * laboratory test and so on, each in a market and from a day on. The book's evidence, tests and
 * components are held against that; nothing is proved by a document that nobody has seen, that has
 * run out or that is about somebody or something else. On the thread that owns the connection. */

#pragma once

#include "insight/claim-words.h"
#include "insight/coverage.h"
#include "insight/recycled-content.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_NEED_MET,
  ASSAY_NEED_PARTLY, /* there is something, and it is not enough */
  ASSAY_NEED_MISSING,
} AssayNeedState;

/* A record that has to do with a need. */
typedef struct
{
  AssayType type;
  gint64 id;
  char *title;
  char *words; /* what it says, or what is wrong with it */
  AssayNeedState state;
} AssaySupportItem;

typedef struct
{
  AssayRecord *need; /* claim_need; NULL for what Assay works out by itself */
  char *title;       /* what is needed */
  char *market;      /* nullable: everywhere */
  char *source;      /* nullable: where the rule comes from */
  gint32 from_on;    /* in force from; ASSAY_DATE_UNKNOWN: always */
  gboolean later;    /* not in force yet */
  AssayNeedState state;
  char *there;      /* what the book holds, in a sentence; empty for nothing */
  char *gap;        /* what is missing, in a sentence; empty when it is met */
  GPtrArray *items; /* AssaySupportItem, the best first */
} AssayNeedSupport;

typedef enum
{
  ASSAY_CLAIM_STANDS,      /* specific, with all the evidence it needs */
  ASSAY_CLAIM_UNSUPPORTED, /* something is missing */
  ASSAY_CLAIM_GENERIC,     /* a word that a market does not allow or finds generic */
  ASSAY_CLAIM_OF_NO_KIND,  /* nothing says what it needs */
} AssayClaimStanding;

typedef struct
{
  AssayRecord *claim;
  char *kind_name; /* nullable */
  AssayClaimStanding standing;
  gboolean in_use;         /* a draft is not, nor what was withdrawn or has ended */
  gboolean withdrawn;      /* or has ended */
  GPtrArray *needs;        /* AssayNeedSupport; those in force first */
  GPtrArray *flags;        /* AssayWordFlag */
  guint n_needs, n_met;    /* in force */
  guint n_later_gaps;      /* not in force yet and not met */
  gint32 next_gap_on;      /* the first of those days; ASSAY_DATE_UNKNOWN */
  AssayRecycled *recycled; /* of its product */
  AssayCoverage *coverage; /* NULL where the claim needs no transaction certificates */
} AssayClaimSupport;

typedef struct
{
  gint64 product; /* 0: all */
  gint64 claim;   /* 0: all */
  gint32 day;     /* on which rules are in force and certificates valid */
} AssayClaimSupportQuestion;

/* GPtrArray of AssayClaimSupport, by product and wording. */
GPtrArray *
assay_claim_support_ask (AssayDb *db, const AssayClaimSupportQuestion *question, GError **error);
void assay_claim_support_free (AssayClaimSupport *support);

/* claim-support-words.c: translated. */
const char *assay_claim_standing_words (AssayClaimStanding standing);
/* "supported", "unsupported", "generic", "no_kind" */
const char *assay_claim_standing_name (AssayClaimStanding standing);
const char *assay_need_state_words (AssayNeedState state);
const char *assay_need_state_name (AssayNeedState state);
/* In one sentence: why it stands as it does. */
char *assay_claim_support_dup_why (const AssayClaimSupport *support);
/* "EU · in force from 27 Sep 2026 · (EU) 2024/825" */
char *assay_need_support_dup_rule (const AssayNeedSupport *need);
char *assay_claim_support_definition (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayClaimSupport, assay_claim_support_free)

G_END_DECLS
