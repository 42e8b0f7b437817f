/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Empty boxes to tick or to write in by hand, in rows within a width. Part of a cell of a table. */

#pragma once

#include <cairo.h>

#include "report/typer.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_BOX_TICK,  /* a small square with its label after it */
  ASSAY_BOX_ENTRY, /* room for a number, its label small in the corner */
} AssayBoxKind;

typedef struct _AssayBoxes AssayBoxes;

/* @labels ends with NULL; a box without a label has "". @width of an entry, in points. */
AssayBoxes *assay_boxes_new (AssayBoxKind kind, double width, const char *const *labels);
void assay_boxes_free (AssayBoxes *boxes);
/* Returns the height. */
double assay_boxes_layout (AssayBoxes *boxes, AssayTyper *typer, double width);
void assay_boxes_draw (AssayBoxes *boxes, AssayTyper *typer, cairo_t *cr, double x, double y);

G_END_DECLS
