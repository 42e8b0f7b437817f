/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/text-block.h"

typedef struct
{
  AssayBlock block;
  char *text;
  AssayTextStyle style;
  PangoLayout *layout;
} TextBlock;

static void
text_layout (AssayBlock *block, AssayTyper *typer, double width, double page)
{
  TextBlock *self = (TextBlock *)block;
  guint n_lines;

  g_clear_object (&self->layout);
  self->layout = assay_typer_layout (typer, self->text, self->style, width, ASSAY_ALIGN_START);
  n_lines = (guint)pango_layout_get_line_count (self->layout);
  for (guint i = 0; i < n_lines; i++)
    {
      double height;
      gboolean first = i == 0;
      gboolean last_but_one = i + 2 == n_lines;

      assay_text_fit_lines (self->layout, i, 0, &height);
      assay_block_add_piece (block, height, 0, n_lines > 1 && (first || last_but_one));
    }
}

static void
text_draw (AssayBlock *block, guint piece, cairo_t *cr, double x, double y)
{
  TextBlock *self = (TextBlock *)block;

  assay_text_draw_lines (cr, self->layout, self->style, x, y, piece, piece + 1);
}

static void
text_free (AssayBlock *block)
{
  TextBlock *self = (TextBlock *)block;

  g_clear_object (&self->layout);
  g_free (self->text);
}

static const AssayBlockClass text_class = { text_layout, text_draw, NULL, text_free };

AssayBlock *
assay_paragraph_new (const char *text, AssayTextStyle style)
{
  TextBlock *self = assay_block_alloc (sizeof (TextBlock), &text_class, 4);

  self->text = g_strdup (text);
  self->style = style;
  return &self->block;
}

AssayBlock *
assay_heading_new (const char *text, AssayTextStyle style)
{
  AssayBlock *block = assay_paragraph_new (text, style);

  block->space = 16;
  block->keep_next = TRUE;
  return block;
}
