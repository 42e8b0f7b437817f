/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a document is made of. A block, laid out for a width, is a column of *pieces* that are never
 * cut: a line of a paragraph, a row of a table, a row of photos with their captions. Pages are
 * filled with pieces; a block may ask that a piece stays with the next one, and that its head is
 * repeated where it goes on over a page. Each kind of block is one file. */

#pragma once

#include <cairo.h>

#include "report/typer.h"

G_BEGIN_DECLS

typedef struct _AssayBlock AssayBlock;

typedef struct
{
  double height;
  double gap;         /* space before it, dropped at the top of a page */
  gboolean keep_next; /* the next piece, of this block or the next, stands on the same page */
} AssayPiece;

typedef struct
{
  /* Makes the pieces and the head, none higher than `page` (with the head). */
  void (*layout) (AssayBlock *block, AssayTyper *typer, double width, double page);
  void (*draw) (AssayBlock *block, guint piece, cairo_t *cr, double x, double y);
  /* Repeated when a page begins inside the block; nullable. */
  void (*draw_head) (AssayBlock *block, cairo_t *cr, double x, double y);
  void (*free) (AssayBlock *block);
} AssayBlockClass;

/* The beginning of every kind of block. */
struct _AssayBlock
{
  const AssayBlockClass *klass;
  GArray *pieces; /* of AssayPiece */
  double head;    /* height of the repeated head, 0 for none */
  double space;   /* before the block */
  double width;   /* that it was laid out for */
  AssayTyper *typer;
  gboolean new_page;  /* starts on a fresh one */
  gboolean keep_next; /* its last piece stays with the next block */
};

gpointer assay_block_alloc (gsize size, const AssayBlockClass *klass, double space);
void assay_block_free (AssayBlock *block);
void assay_block_layout (AssayBlock *block, AssayTyper *typer, double width, double page);
void assay_block_add_piece (AssayBlock *block, double height, double gap, gboolean keep_next);
guint assay_block_n_pieces (const AssayBlock *block);
const AssayPiece *assay_block_get_piece (const AssayBlock *block, guint piece);
void assay_block_draw (AssayBlock *block, guint piece, cairo_t *cr, double x, double y);
void assay_block_draw_head (AssayBlock *block, cairo_t *cr, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayBlock, assay_block_free)

G_END_DECLS
