/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/ink.h"

#include <math.h>

static const struct
{
  double red;
  double green;
  double blue;
} inks[] = {
  [ASSAY_INK_TEXT] = { 0.07, 0.08, 0.09 },    [ASSAY_INK_DIM] = { 0.37, 0.39, 0.41 },
  [ASSAY_INK_RULE] = { 0.78, 0.79, 0.80 },    [ASSAY_INK_SHADE] = { 0.945, 0.947, 0.95 },
  [ASSAY_INK_PASS] = { 0.05, 0.39, 0.27 },    [ASSAY_INK_FAIL] = { 0.60, 0.09, 0.07 },
  [ASSAY_INK_PENDING] = { 0.45, 0.33, 0.02 },
};

void
assay_ink_set (cairo_t *cr, AssayInk ink)
{
  cairo_set_source_rgb (cr, inks[ink].red, inks[ink].green, inks[ink].blue);
}

/**
 * assay_ink_set_tint:
 * @strength: 0 is paper, 1 is the ink itself
 *
 * A tint mixed with white rather than a transparent one, so that no printer has to blend.
 */
void
assay_ink_set_tint (cairo_t *cr, AssayInk ink, double strength)
{
  cairo_set_source_rgb (cr, 1 - strength * (1 - inks[ink].red),
                        1 - strength * (1 - inks[ink].green), 1 - strength * (1 - inks[ink].blue));
}

AssayInk
assay_mark_ink (AssayMark mark)
{
  switch (mark)
    {
    case ASSAY_MARK_PASS:
      return ASSAY_INK_PASS;
    case ASSAY_MARK_FAIL:
      return ASSAY_INK_FAIL;
    case ASSAY_MARK_PENDING:
      return ASSAY_INK_PENDING;
    case ASSAY_MARK_EMPTY:
    default:
      return ASSAY_INK_TEXT;
    }
}

static void
polygon (cairo_t *cr, double cx, double cy, double radius, guint corners, double turn)
{
  for (guint i = 0; i < corners; i++)
    cairo_line_to (cr, cx + radius * cos (turn + i * 2 * G_PI / corners),
                   cy + radius * sin (turn + i * 2 * G_PI / corners));
  cairo_close_path (cr);
}

static void
draw_tick (cairo_t *cr, double cx, double cy, double half)
{
  cairo_arc (cr, cx, cy, half, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_move_to (cr, cx - half * 0.48, cy + half * 0.04);
  cairo_line_to (cr, cx - half * 0.12, cy + half * 0.40);
  cairo_line_to (cr, cx + half * 0.50, cy - half * 0.36);
  cairo_stroke (cr);
}

static void
draw_cross (cairo_t *cr, double cx, double cy, double half)
{
  const double arm = half * 0.38;

  polygon (cr, cx, cy, half * 1.04, 8, G_PI / 8);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_move_to (cr, cx - arm, cy - arm);
  cairo_line_to (cr, cx + arm, cy + arm);
  cairo_move_to (cr, cx + arm, cy - arm);
  cairo_line_to (cr, cx - arm, cy + arm);
  cairo_stroke (cr);
}

static void
draw_dots (cairo_t *cr, double cx, double cy, double half)
{
  const double low = cy + half * 0.36;

  polygon (cr, cx, cy + half * 0.14, half * 1.12, 3, -G_PI / 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  for (int i = -1; i <= 1; i++)
    {
      cairo_arc (cr, cx + i * half * 0.34, low, half * 0.12, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/**
 * assay_mark_draw:
 * @x: left edge in points
 * @y: upper edge in points
 * @size: of the square that holds the shape
 */
void
assay_mark_draw (cairo_t *cr, AssayMark mark, double x, double y, double size)
{
  const double half = size / 2;

  if (mark == ASSAY_MARK_EMPTY)
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_width (cr, size * 0.11);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  assay_ink_set (cr, assay_mark_ink (mark));
  if (mark == ASSAY_MARK_PASS)
    draw_tick (cr, x + half, y + half, half);
  else if (mark == ASSAY_MARK_FAIL)
    draw_cross (cr, x + half, y + half, half);
  else
    draw_dots (cr, x + half, y + half, half);
  cairo_restore (cr);
}

void
assay_ink_rule (cairo_t *cr, double x, double y, double width, double thickness)
{
  assay_ink_set (cr, ASSAY_INK_RULE);
  cairo_rectangle (cr, x, y - thickness / 2, width, thickness);
  cairo_fill (cr);
}
