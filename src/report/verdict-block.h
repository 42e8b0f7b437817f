/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reader wants to know within a second: the inspector's result, large, as a shape and a word
 * with its reason, and beside it, apart, what the buyer decided. */

#pragma once

#include "report/block.h"
#include "report/ink.h"

G_BEGIN_DECLS

typedef struct
{
  AssayMark mark;
  const char *label;  /* "Inspector’s result" */
  const char *word;   /* "Pass" */
  const char *reason; /* nullable */
  const char *decision_label;
  const char *decision;        /* "Accept with deviation" or that there is none yet */
  const char *decision_detail; /* nullable: when and by whom */
} AssayVerdictText;

AssayBlock *assay_verdict_block_new (const AssayVerdictText *text);

G_END_DECLS
