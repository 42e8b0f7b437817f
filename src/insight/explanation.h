/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a figure came about: what it means, of which period and of how many rows, by which formula,
 * which rows are in it and which were left out and why. Every figure of the window opens one, the
 * command line prints it, paper carries its definition. */

#pragma once

#include "record/field.h"

G_BEGIN_DECLS

/* Rows that were looked at and are not in the figure. */
typedef struct
{
  char *reason; /* a translated half-sentence: "cancelled", "no date was promised" */
  GArray *ids;  /* gint64, of the explanation's type */
} AssayExclusion;

typedef struct
{
  char *title; /* what it is: "On time · Sao Mai Bags" */
  char *value; /* as shown, with its unit; NULL when it could not be computed; "" for what is no
                   one number, as a chart */
  char *definition;    /* what it means, in translated sentences, with the settings that hold */
  char *formula;       /* one line a step, with the numbers put in: "48 ÷ 52 = 92.3 %" */
  char *period;        /* "1 Jan – 30 Jun 2026", "all time" */
  AssayType type;      /* of the rows */
  GArray *ids;         /* gint64: the rows in it, as they come; its length is n */
  GPtrArray *excluded; /* of AssayExclusion, none of them empty */
} AssayExplanation;

AssayExplanation *assay_explanation_new (AssayType type);
void assay_explanation_exclude (AssayExplanation *explanation, const char *reason, gint64 id);
void assay_explanation_free (AssayExplanation *explanation);

/* "52 Order lines" */
char *assay_explanation_count (const AssayExplanation *explanation);
/* All of it but the rows, as plain text in lines. */
char *assay_explanation_words (const AssayExplanation *explanation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayExplanation, assay_explanation_free)

G_END_DECLS
