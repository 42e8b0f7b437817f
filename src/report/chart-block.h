/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart on paper: a scene painted in the print colours, with its title and definition. */

#pragma once

#include "chart/scene.h"
#include "report/block.h"

G_BEGIN_DECLS

/* @height 0 takes the scene's own. */
AssayBlock *assay_chart_block_new (AssayScene *scene, double height);
/* What the figures mean stands elsewhere in the document. */
void assay_chart_block_leave_definition (AssayBlock *block);

G_END_DECLS
