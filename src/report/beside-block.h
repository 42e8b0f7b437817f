/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two columns of blocks, side by side and on one page: for short things that are read together.
 * Where they are higher than a page, the lower ends are cut: only for what is known to be short. */

#pragma once

#include "report/block.h"

G_BEGIN_DECLS

/* @share of the first column, 0…1. */
AssayBlock *assay_beside_block_new (double share);
/* Takes @block; @column is 0 or 1. */
void assay_beside_block_take (AssayBlock *beside, guint column, AssayBlock *block);

G_END_DECLS
