/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table. Its head is repeated on every page and no row is cut, except one that is higher than a
 * whole page, which goes on over the next. The same block without head and rules is the grid of
 * names and values at the beginning of a report. */

#pragma once

#include "report/block.h"
#include "report/boxes.h"
#include "report/ink.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title; /* nullable: no column of a grid has one */
  double share;      /* of the width, relative to the others */
  AssayTextAlign align;
  AssayTextStyle style;
} AssayTableBlockColumn;

typedef enum
{
  ASSAY_TABLE_BLOCK_RULED, /* shaded head, lines between rows */
  ASSAY_TABLE_BLOCK_GRID,  /* names and values: no head, no lines */
  ASSAY_TABLE_BLOCK_FORM,  /* to write in by hand: lines on all sides, rows of a hand's height */
  ASSAY_TABLE_BLOCK_FORM_WITHOUT_HEAD,
} AssayTableBlockLook;

AssayBlock *assay_table_block_new (const AssayTableBlockColumn *columns,
                                   guint n_columns,
                                   AssayTableBlockLook look);
/* A cell may be NULL: left empty. */
void assay_table_block_add_row (AssayBlock *block, const char *const *cells);
/* Puts a shape before the text of a cell of the last row. */
void assay_table_block_set_mark (AssayBlock *block, guint column, AssayMark mark);
/* Sets a cell of the last row in another style. */
void assay_table_block_set_style (AssayBlock *block, guint column, AssayTextStyle style);
/* Adds a row of one text over the whole width, which stays with the row after it. */
void assay_table_block_add_band (AssayBlock *block, const char *text);
/* Puts boxes under the text of a cell of the last row; takes them. */
void assay_table_block_take_boxes (AssayBlock *block, guint column, AssayBoxes *boxes);

G_END_DECLS
