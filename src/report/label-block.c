/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/label-block.h"

#include "report/ink.h"
#include "report/qr-code.h"

#define GUTTER   12.0
#define PADDING  8.0
#define CODE     96.0 /* a side of the code: modules of a millimetre for a short text */
#define LINE_GAP 2.0

typedef struct
{
  AssayQrCode *code; /* nullable */
  char *head;
  char **lines;
  PangoLayout *head_layout;
  GPtrArray *layouts; /* PangoLayout */
} Label;

typedef struct
{
  AssayBlock block;
  GPtrArray *labels;
  guint n_columns;
} LabelBlock;

static void
label_free (gpointer data)
{
  Label *label = data;

  assay_qr_code_free (label->code);
  g_free (label->head);
  g_strfreev (label->lines);
  g_clear_object (&label->head_layout);
  g_ptr_array_unref (label->layouts);
  g_free (label);
}

static void
label_layout (Label *label, AssayTyper *typer)
{
  double width = ASSAY_LABEL_WIDTH - 3 * PADDING - CODE;

  g_clear_object (&label->head_layout);
  g_ptr_array_set_size (label->layouts, 0);
  label->head_layout = assay_typer_layout_lines (typer, label->head, ASSAY_STYLE_HEADING, width,
                                                 ASSAY_ALIGN_START, 2);
  for (guint i = 0; label->lines[i] != NULL; i++)
    g_ptr_array_add (label->layouts,
                     assay_typer_layout_lines (typer, label->lines[i], ASSAY_STYLE_SMALL, width,
                                               ASSAY_ALIGN_START, 2));
}

static void
block_layout (AssayBlock *block, AssayTyper *typer, double width, double page)
{
  LabelBlock *self = (LabelBlock *)block;
  guint rows;

  self->n_columns = MAX ((guint)((width + GUTTER) / (ASSAY_LABEL_WIDTH + GUTTER)), 1);
  for (guint i = 0; i < self->labels->len; i++)
    label_layout (g_ptr_array_index (self->labels, i), typer);
  rows = (self->labels->len + self->n_columns - 1) / self->n_columns;
  for (guint i = 0; i < rows; i++)
    assay_block_add_piece (block, MIN (ASSAY_LABEL_HEIGHT, page), GUTTER, FALSE);
}

static void
draw_frame (cairo_t *cr, double x, double y)
{
  static const double dashes[] = { 3, 3 };

  cairo_save (cr);
  assay_ink_set (cr, ASSAY_INK_DIM);
  cairo_set_line_width (cr, 0.5);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (cr, x, y, ASSAY_LABEL_WIDTH, ASSAY_LABEL_HEIGHT);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Lines that do not fit are left out: the number and the code say which sample it is. */
static void
draw_label (const Label *label, gboolean rtl, cairo_t *cr, double x, double y)
{
  double code_x = rtl ? x + ASSAY_LABEL_WIDTH - PADDING - CODE : x + PADDING;
  double text_x = rtl ? x + PADDING : x + 2 * PADDING + CODE;
  double at = y + PADDING + assay_text_height (label->head_layout) + 2 * LINE_GAP;

  draw_frame (cr, x, y);
  if (label->code != NULL)
    assay_qr_code_draw (label->code, cr, code_x, y + (ASSAY_LABEL_HEIGHT - CODE) / 2, CODE);
  assay_ink_set (cr, ASSAY_INK_TEXT);
  assay_text_draw (cr, label->head_layout, ASSAY_STYLE_HEADING, text_x, y + PADDING);
  for (guint i = 0; i < label->layouts->len; i++)
    {
      PangoLayout *layout = g_ptr_array_index (label->layouts, i);
      double height = assay_text_height (layout);

      if (at + height > y + ASSAY_LABEL_HEIGHT - PADDING / 2)
        break;
      assay_text_draw (cr, layout, ASSAY_STYLE_SMALL, text_x, at);
      at += height + LINE_GAP;
    }
}

static void
block_draw (AssayBlock *block, guint piece, cairo_t *cr, double x, double y)
{
  LabelBlock *self = (LabelBlock *)block;
  gboolean rtl = assay_typer_is_rtl (block->typer);

  for (guint i = 0; i < self->n_columns; i++)
    {
      guint index = piece * self->n_columns + i;
      double at = i * (ASSAY_LABEL_WIDTH + GUTTER);

      if (index < self->labels->len)
        draw_label (g_ptr_array_index (self->labels, index), rtl, cr,
                    rtl ? x + block->width - ASSAY_LABEL_WIDTH - at : x + at, y);
    }
}

static void
block_free (AssayBlock *block)
{
  g_ptr_array_unref (((LabelBlock *)block)->labels);
}

static const AssayBlockClass klass = { block_layout, block_draw, NULL, block_free };

AssayBlock *
assay_label_block_new (void)
{
  LabelBlock *self = assay_block_alloc (sizeof *self, &klass, 0);

  self->labels = g_ptr_array_new_with_free_func (label_free);
  self->n_columns = 1;
  return &self->block;
}

void
assay_label_block_add (AssayBlock *block,
                       const char *code,
                       const char *head,
                       const char *const *lines)
{
  LabelBlock *self = (LabelBlock *)block;
  Label *label = g_new0 (Label, 1);

  label->code = assay_qr_code_new (code);
  label->head = g_strdup (head);
  label->lines = g_strdupv ((char **)lines);
  label->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->labels, label);
}
