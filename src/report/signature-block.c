/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/signature-block.h"

#include "report/ink.h"

#define ROOM   34.0 /* for a hand */
#define GUTTER 22.0

typedef struct
{
  AssayBlock block;
  char **roles;
  GPtrArray *layouts;
  double room;
} SignatureBlock;

static double
line_width (const SignatureBlock *self)
{
  guint n = g_strv_length (self->roles);

  return (self->block.width - GUTTER * (n - 1)) / n;
}

static void
signature_layout (AssayBlock *block, AssayTyper *typer, double width, double page)
{
  SignatureBlock *self = (SignatureBlock *)block;
  double height = 0;

  g_ptr_array_set_size (self->layouts, 0);
  for (guint i = 0; self->roles[i] != NULL; i++)
    {
      PangoLayout *layout = assay_typer_layout_lines (typer, self->roles[i], ASSAY_STYLE_SMALL,
                                                      line_width (self), ASSAY_ALIGN_START, 2);

      g_ptr_array_add (self->layouts, layout);
      height = MAX (height, assay_text_height (layout));
    }
  assay_block_add_piece (block, MIN (self->room + 3 + height, page), 0, FALSE);
}

static void
signature_draw (AssayBlock *block, guint piece, cairo_t *cr, double x, double y)
{
  SignatureBlock *self = (SignatureBlock *)block;
  double width = line_width (self);
  gboolean rtl = assay_typer_is_rtl (block->typer);

  for (guint i = 0; i < self->layouts->len; i++)
    {
      double at = i * (width + GUTTER);
      double left = rtl ? x + block->width - width - at : x + at;

      assay_ink_set (cr, ASSAY_INK_TEXT);
      cairo_rectangle (cr, left, y + self->room, width, 0.7);
      cairo_fill (cr);
      assay_text_draw (cr, g_ptr_array_index (self->layouts, i), ASSAY_STYLE_SMALL, left,
                       y + self->room + 3);
    }
}

static void
signature_free (AssayBlock *block)
{
  SignatureBlock *self = (SignatureBlock *)block;

  g_strfreev (self->roles);
  g_ptr_array_unref (self->layouts);
}

static const AssayBlockClass signature_class
    = { signature_layout, signature_draw, NULL, signature_free };

AssayBlock *
assay_signature_block_new (const char *const *roles)
{
  SignatureBlock *self = assay_block_alloc (sizeof (SignatureBlock), &signature_class, 10);

  self->roles = g_strdupv ((char **)roles);
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->room = ROOM;
  return &self->block;
}

static void
space_layout (AssayBlock *block, AssayTyper *typer, double width, double page)
{
  assay_block_add_piece (block, 0, MIN (block->space, page), FALSE);
}

static void
space_draw (AssayBlock *block, guint piece, cairo_t *cr, double x, double y)
{
}

static const AssayBlockClass space_class = { space_layout, space_draw, NULL, NULL };

AssayBlock *
assay_space_block_new (double height)
{
  return assay_block_alloc (sizeof (AssayBlock), &space_class, height);
}
