/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/beside-block.h"

#define GUTTER 16.0

typedef struct
{
  AssayBlock block;
  double share;
  GPtrArray *columns[2]; /* of AssayBlock */
} Beside;

static double
column_width (const Beside *self, guint column)
{
  double whole = self->block.width - GUTTER;

  return column == 0 ? whole * self->share : whole * (1 - self->share);
}

/* Draws where @cr is given. Returns the height. */
static double
walk (Beside *self, guint column, cairo_t *cr, double x, double y)
{
  double at = 0;

  for (guint b = 0; b < self->columns[column]->len; b++)
    {
      AssayBlock *block = g_ptr_array_index (self->columns[column], b);

      for (guint p = 0; p < assay_block_n_pieces (block); p++)
        {
          const AssayPiece *piece = assay_block_get_piece (block, p);

          at += at > 0 ? piece->gap : 0;
          if (cr != NULL)
            assay_block_draw (block, p, cr, x, y + at);
          at += piece->height;
        }
    }
  return at;
}

static void
beside_layout (AssayBlock *block, AssayTyper *typer, double width, double page)
{
  Beside *self = (Beside *)block;
  double height = 0;

  for (guint c = 0; c < 2; c++)
    {
      for (guint b = 0; b < self->columns[c]->len; b++)
        assay_block_layout (g_ptr_array_index (self->columns[c], b), typer, column_width (self, c),
                            page);
      height = MAX (height, walk (self, c, NULL, 0, 0));
    }
  assay_block_add_piece (block, MIN (height, page), 0, FALSE);
}

static void
beside_draw (AssayBlock *block, guint piece, cairo_t *cr, double x, double y)
{
  Beside *self = (Beside *)block;
  gboolean rtl = assay_typer_is_rtl (block->typer);

  walk (self, 0, cr, rtl ? x + column_width (self, 1) + GUTTER : x, y);
  walk (self, 1, cr, rtl ? x : x + column_width (self, 0) + GUTTER, y);
}

static void
beside_free (AssayBlock *block)
{
  Beside *self = (Beside *)block;

  for (guint c = 0; c < 2; c++)
    g_ptr_array_unref (self->columns[c]);
}

static const AssayBlockClass beside_class = { beside_layout, beside_draw, NULL, beside_free };

AssayBlock *
assay_beside_block_new (double share)
{
  Beside *self = assay_block_alloc (sizeof (Beside), &beside_class, 14);

  self->share = share;
  for (guint c = 0; c < 2; c++)
    self->columns[c] = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_block_free);
  return &self->block;
}

void
assay_beside_block_take (AssayBlock *beside, guint column, AssayBlock *block)
{
  g_ptr_array_add (((Beside *)beside)->columns[column], block);
}
