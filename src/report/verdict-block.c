/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/verdict-block.h"

#define PAD        11.0
#define BAR        5.0
#define MARK_SIZE  38.0
#define GAP        12.0
#define MOST_LINES 8

/* The lines of text of one box, one below the other. */
typedef enum
{
  LINE_LABEL,
  LINE_WORD,
  LINE_REASON,
  LINE_DECISION_LABEL,
  LINE_DECISION,
  LINE_DECISION_DETAIL,
  N_LINES,
} Line;

static const AssayTextStyle line_styles[N_LINES] = {
  [LINE_LABEL] = ASSAY_STYLE_SMALL,      [LINE_WORD] = ASSAY_STYLE_VERDICT,
  [LINE_REASON] = ASSAY_STYLE_BODY,      [LINE_DECISION_LABEL] = ASSAY_STYLE_SMALL,
  [LINE_DECISION] = ASSAY_STYLE_HEADING, [LINE_DECISION_DETAIL] = ASSAY_STYLE_CAPTION,
};

typedef struct
{
  AssayBlock block;
  AssayMark mark;
  char *texts[N_LINES];
  PangoLayout *layouts[N_LINES];
  double height;
} VerdictBlock;

static double
result_width (const VerdictBlock *self)
{
  return (self->block.width - GAP) * 0.62;
}

static double
stack_height (const VerdictBlock *self, Line from, Line to)
{
  double height = 0;

  for (Line i = from; i <= to; i++)
    if (self->layouts[i] != NULL)
      height += assay_text_height (self->layouts[i]);
  return height;
}

static void
verdict_layout (AssayBlock *block, AssayTyper *typer, double width, double page)
{
  VerdictBlock *self = (VerdictBlock *)block;
  double left = result_width (self) - BAR - MARK_SIZE - 3 * PAD;
  double right = width - result_width (self) - GAP - 2 * PAD;

  for (Line i = 0; i < N_LINES; i++)
    {
      g_clear_object (&self->layouts[i]);
      if (self->texts[i] != NULL)
        self->layouts[i] = assay_typer_layout_lines (typer, self->texts[i], line_styles[i],
                                                     i <= LINE_REASON ? left : right,
                                                     ASSAY_ALIGN_START, MOST_LINES);
    }
  self->height = MAX (stack_height (self, LINE_LABEL, LINE_REASON),
                      stack_height (self, LINE_DECISION_LABEL, LINE_DECISION_DETAIL));
  self->height = MIN (MAX (self->height, MARK_SIZE) + 2 * PAD, page);
  assay_block_add_piece (block, self->height, 0, FALSE);
}

static void
draw_stack (VerdictBlock *self, cairo_t *cr, Line from, Line to, double x, double y)
{
  for (Line i = from; i <= to; i++)
    if (self->layouts[i] != NULL)
      {
        assay_text_draw (cr, self->layouts[i], line_styles[i], x, y);
        y += assay_text_height (self->layouts[i]);
      }
}

static void
verdict_draw (AssayBlock *block, guint piece, cairo_t *cr, double x, double y)
{
  VerdictBlock *self = (VerdictBlock *)block;
  gboolean rtl = assay_typer_is_rtl (block->typer);
  AssayInk ink = assay_mark_ink (self->mark);
  double result = result_width (self);
  double decision = block->width - result - GAP;
  double result_x = rtl ? x + decision + GAP : x;
  double decision_x = rtl ? x : x + result + GAP;

  assay_ink_set_tint (cr, ink, 0.07);
  cairo_rectangle (cr, result_x, y, result, self->height);
  cairo_fill (cr);
  assay_ink_set (cr, ink);
  cairo_rectangle (cr, rtl ? result_x + result - BAR : result_x, y, BAR, self->height);
  cairo_fill (cr);
  assay_mark_draw (cr, self->mark,
                   rtl ? result_x + result - BAR - PAD - MARK_SIZE : result_x + BAR + PAD, y + PAD,
                   MARK_SIZE);
  draw_stack (self, cr, LINE_LABEL, LINE_REASON,
              rtl ? result_x + PAD : result_x + BAR + MARK_SIZE + 2 * PAD, y + PAD);

  assay_ink_set (cr, ASSAY_INK_DIM);
  cairo_set_line_width (cr, 0.7);
  cairo_rectangle (cr, decision_x + 0.35, y + 0.35, decision - 0.7, self->height - 0.7);
  cairo_stroke (cr);
  draw_stack (self, cr, LINE_DECISION_LABEL, LINE_DECISION_DETAIL, decision_x + PAD, y + PAD);
}

static void
verdict_free (AssayBlock *block)
{
  VerdictBlock *self = (VerdictBlock *)block;

  for (Line i = 0; i < N_LINES; i++)
    {
      g_clear_object (&self->layouts[i]);
      g_free (self->texts[i]);
    }
}

static const AssayBlockClass verdict_class = { verdict_layout, verdict_draw, NULL, verdict_free };

AssayBlock *
assay_verdict_block_new (const AssayVerdictText *text)
{
  VerdictBlock *self = assay_block_alloc (sizeof (VerdictBlock), &verdict_class, 10);

  self->mark = text->mark;
  self->texts[LINE_LABEL] = g_strdup (text->label);
  self->texts[LINE_WORD] = g_strdup (text->word);
  self->texts[LINE_REASON] = g_strdup (text->reason);
  self->texts[LINE_DECISION_LABEL] = g_strdup (text->decision_label);
  self->texts[LINE_DECISION] = g_strdup (text->decision);
  self->texts[LINE_DECISION_DETAIL] = g_strdup (text->decision_detail);
  return &self->block;
}
