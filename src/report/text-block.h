/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headings and paragraphs. */

#pragma once

#include "report/block.h"

G_BEGIN_DECLS

/* Stays with what follows it. */
AssayBlock *assay_heading_new (const char *text, AssayTextStyle style);
/* Flows by lines; never one line alone at the end or the beginning of a page. */
AssayBlock *assay_paragraph_new (const char *text, AssayTextStyle style);

G_END_DECLS
