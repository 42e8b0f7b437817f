/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words in claims that a market does not allow, finds generic or wants proved, found by the book's
 * own word list. Capitals, hyphens and blanks make no difference: “eco-friendly” is found in “Eco
 * Friendly” and in “ecofriendly”. A word stands alone, unless its entry ends in a star, which
 * stands for any ending: “umweltfreundlich*”. Any thread. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_WORD_NEEDS_PROOF,
  ASSAY_WORD_GENERIC,
  ASSAY_WORD_BANNED,
} AssayWordVerdict;

typedef struct
{
  AssayRecord *word;  /* of the list */
  char *found;        /* as it stands in the claim */
  gsize from, length; /* of it in the wording, in bytes */
  AssayWordVerdict verdict;
  gboolean later; /* the rule is not in force yet */
} AssayWordFlag;

/* All words of the book: GPtrArray of AssayRecord. */
GPtrArray *assay_claim_words_read (AssayDb *db, GError **error);
/* What of @words stands in @claim on @day: GPtrArray of AssayWordFlag, the worst first. */
GPtrArray *assay_claim_words_find (GPtrArray *words, const AssayRecord *claim, gint32 day);
/* Where @word stands in @text, in bytes; FALSE when it does not. */
gboolean assay_claim_word_is_in (const char *word, const char *text, gsize *from, gsize *length);
/* "Not allowed in EU since 27 Sep 2026: a generic claim…" */
char *assay_word_flag_words (const AssayWordFlag *flag);

G_END_DECLS
