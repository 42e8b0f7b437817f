/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Labels to cut out and tie to things: a QR code with words beside it, side by side as many as fit.
 */

#pragma once

#include "report/block.h"

G_BEGIN_DECLS

/* In points: 90 × 52 mm. */
#define ASSAY_LABEL_WIDTH  255.0
#define ASSAY_LABEL_HEIGHT 147.0

AssayBlock *assay_label_block_new (void);
/* @code: what the QR code holds; @head, large; @lines ends with NULL, each on one line or two. */
void assay_label_block_add (AssayBlock *block,
                            const char *code,
                            const char *head,
                            const char *const *lines);

G_END_DECLS
