/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/block.h"

/**
 * assay_block_alloc:
 * @size: of the struct of the kind, which begins with an #AssayBlock
 * @space: in points, before the block unless it begins a page
 */
gpointer
assay_block_alloc (gsize size, const AssayBlockClass *klass, double space)
{
  AssayBlock *block = g_malloc0 (size);

  block->klass = klass;
  block->pieces = g_array_new (FALSE, FALSE, sizeof (AssayPiece));
  block->space = space;
  return block;
}

void
assay_block_free (AssayBlock *block)
{
  if (block->klass->free != NULL)
    block->klass->free (block);
  g_array_unref (block->pieces);
  g_clear_pointer (&block->typer, assay_typer_unref);
  g_free (block);
}

void
assay_block_layout (AssayBlock *block, AssayTyper *typer, double width, double page)
{
  assay_typer_ref (typer);
  g_clear_pointer (&block->typer, assay_typer_unref);
  block->typer = typer;
  block->width = width;
  block->head = 0;
  g_array_set_size (block->pieces, 0);
  block->klass->layout (block, typer, width, page);
  if (block->pieces->len > 0)
    {
      AssayPiece *pieces = (AssayPiece *)(gpointer)block->pieces->data;

      pieces[0].gap = MAX (pieces[0].gap, block->space);
      pieces[block->pieces->len - 1].keep_next = block->keep_next;
    }
}

void
assay_block_add_piece (AssayBlock *block, double height, double gap, gboolean keep_next)
{
  AssayPiece piece = { height, gap, keep_next };

  g_array_append_val (block->pieces, piece);
}

guint
assay_block_n_pieces (const AssayBlock *block)
{
  return block->pieces->len;
}

const AssayPiece *
assay_block_get_piece (const AssayBlock *block, guint piece)
{
  return &g_array_index (block->pieces, AssayPiece, piece);
}

void
assay_block_draw (AssayBlock *block, guint piece, cairo_t *cr, double x, double y)
{
  block->klass->draw (block, piece, cr, x, y);
}

void
assay_block_draw_head (AssayBlock *block, cairo_t *cr, double x, double y)
{
  if (block->klass->draw_head != NULL)
    block->klass->draw_head (block, cr, x, y);
}
