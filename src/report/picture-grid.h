/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Photos side by side, each with its caption under it: a photo never leaves its caption. Keeps each
 * photo's own shape. A photo that cannot be read is an empty frame that says so. */

#pragma once

#include "report/block.h"
#include "report/picture.h"

G_BEGIN_DECLS

AssayBlock *assay_picture_grid_new (guint n_columns);
/* @missing is what the frame says when @picture is NULL. */
void assay_picture_grid_add (AssayBlock *block,
                             AssayPicture *picture,
                             const char *missing,
                             const char *label,
                             const char *caption);
/* Of the last photo: when, where and with what it was taken, and what speaks against it. Both
 * nullable. */
void assay_picture_grid_set_details (AssayBlock *block, const char *details, const char *warning);
/* No photo is higher, in points. */
void assay_picture_grid_set_most_height (AssayBlock *block, double height);

G_END_DECLS
