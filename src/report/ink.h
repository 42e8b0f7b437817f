/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The few colours of paper and the shapes that say a verdict. Every tone stays apart from the
 * others on a printer without colour, and no meaning hangs on colour: a verdict is a shape and a
 * word first. */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ASSAY_INK_TEXT,
  ASSAY_INK_DIM,   /* labels and lesser text, 5.7 : 1 on white */
  ASSAY_INK_RULE,  /* lines between rows */
  ASSAY_INK_SHADE, /* behind the head of a table */
  ASSAY_INK_PASS,
  ASSAY_INK_FAIL,
  ASSAY_INK_PENDING,
} AssayInk;

/* A shape in front of words: a tick in a circle, a cross in an octagon, three dots in a triangle.
 */
typedef enum
{
  ASSAY_MARK_EMPTY,
  ASSAY_MARK_PASS,
  ASSAY_MARK_FAIL,
  ASSAY_MARK_PENDING,
} AssayMark;

void assay_ink_set (cairo_t *cr, AssayInk ink);
void assay_ink_set_tint (cairo_t *cr, AssayInk ink, double strength);
AssayInk assay_mark_ink (AssayMark mark);
void assay_mark_draw (cairo_t *cr, AssayMark mark, double x, double y, double size);
void assay_ink_rule (cairo_t *cr, double x, double y, double width, double thickness);

G_END_DECLS
