/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines to sign on, side by side, and empty space. */

#pragma once

#include "report/block.h"

G_BEGIN_DECLS

/* @roles ends with NULL: who signs on each line. */
AssayBlock *assay_signature_block_new (const char *const *roles);
AssayBlock *assay_space_block_new (double height);

G_END_DECLS
