/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/table-block.h"

#define PAD_X     4.0
#define PAD_Y     3.2
#define MARK_SIZE 9.0
#define MARK_GAP  4.0
#define BOXES_GAP 2.0
/* A row that is written in by hand is no lower. */
#define FORM_ROW 19.0

typedef struct
{
  char *text; /* nullable */
  PangoLayout *layout;
  AssayTextStyle style;
  AssayMark mark;
  double baseline;   /* of the first line, from the top of the text */
  AssayBoxes *boxes; /* nullable */
  double boxes_height;
  gboolean band; /* over the whole width, the other cells of the row being empty */
} Cell;

/* What one piece shows: of one row, in each column the lines from…to (line_ranges). */
typedef struct
{
  guint row;
  guint ranges; /* index into line_ranges, or G_MAXUINT: the whole row */
  gboolean last;
} Part;

typedef struct
{
  AssayBlock block;
  AssayTableBlockColumn *columns;
  guint n_columns;
  AssayTableBlockLook look;
  GArray *cells; /* of Cell, row after row */
  Cell *heads;
  double *edges;  /* where each column begins */
  double *lefts;  /* of the text in each column */
  double *widths; /* of the text in each column */
  GArray *parts;
  GArray *line_ranges; /* of guint: from, to for each column */
} Table;

static gboolean
has_head (const Table *self)
{
  return self->look == ASSAY_TABLE_BLOCK_RULED || self->look == ASSAY_TABLE_BLOCK_FORM;
}

static gboolean
is_form (const Table *self)
{
  return self->look == ASSAY_TABLE_BLOCK_FORM || self->look == ASSAY_TABLE_BLOCK_FORM_WITHOUT_HEAD;
}

static double
pad_y (const Table *self)
{
  return self->look != ASSAY_TABLE_BLOCK_GRID ? PAD_Y : 1.6;
}

static void
place_columns (Table *self, double width, gboolean rtl)
{
  double shares = 0;
  double at = 0;
  /* A grid stands flush with the text around it. */
  double outer = self->look == ASSAY_TABLE_BLOCK_GRID ? 0 : PAD_X;

  for (guint i = 0; i < self->n_columns; i++)
    shares += self->columns[i].share;
  for (guint i = 0; i < self->n_columns; i++)
    {
      double whole = width * self->columns[i].share / shares;
      gboolean after_numbers = i > 0 && self->columns[i - 1].align == ASSAY_ALIGN_END
                               && self->columns[i].align == ASSAY_ALIGN_START;
      double before = i == 0 ? outer : after_numbers ? 3 * PAD_X : PAD_X;
      double after = i + 1 == self->n_columns ? outer : PAD_X;

      self->widths[i] = MAX (whole - before - after, 8);
      self->edges[i] = rtl ? width - at : at;
      self->lefts[i] = rtl ? width - at - before - self->widths[i] : at + before;
      at += whole;
    }
}

static double
mark_space (const Cell *cell)
{
  return cell->mark == ASSAY_MARK_EMPTY ? 0 : MARK_SIZE + MARK_GAP;
}

static void
layout_cell (Table *self, Cell *cell, guint column, AssayTyper *typer)
{
  double width = cell->band ? self->block.width - 2 * PAD_X : self->widths[column];

  g_clear_object (&cell->layout);
  if (cell->boxes != NULL)
    cell->boxes_height = assay_boxes_layout (cell->boxes, typer, width);
  if (cell->text == NULL || *cell->text == '\0')
    return;
  cell->layout = assay_typer_layout (typer, cell->text, cell->style, width - mark_space (cell),
                                     cell->band ? ASSAY_ALIGN_START : self->columns[column].align);
  cell->baseline = (double)pango_layout_get_baseline (cell->layout) / PANGO_SCALE;
}

static double
boxes_top (const Cell *cell, double baseline)
{
  return cell->layout == NULL
             ? 0
             : baseline - cell->baseline + assay_text_height (cell->layout) + BOXES_GAP;
}

/* Where the first lines of a row stand, though their fonts differ. */
static double
row_baseline (const Table *self, const Cell *cells)
{
  double baseline = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (cells[i].layout != NULL)
      baseline = MAX (baseline, cells[i].baseline);
  return baseline;
}

static double
layout_cells (Table *self, Cell *cells, AssayTyper *typer)
{
  double height = 0;
  double baseline;

  for (guint i = 0; i < self->n_columns; i++)
    layout_cell (self, &cells[i], i, typer);
  baseline = row_baseline (self, cells);
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (cells[i].layout != NULL)
        height = MAX (height, baseline - cells[i].baseline + assay_text_height (cells[i].layout));
      if (cells[i].boxes != NULL)
        height = MAX (height, boxes_top (&cells[i], baseline) + cells[i].boxes_height);
    }
  return height + 2 * pad_y (self);
}

static void
add_part (Table *self, Part *part, double height)
{
  const Cell *first = &g_array_index (self->cells, Cell, part->row * self->n_columns);

  g_array_append_vals (self->parts, part, 1);
  assay_block_add_piece (&self->block, height, 0, first->band);
}

/* A row that no page can hold goes on over several, by lines. */
static void
cut_row (Table *self, guint row, double page)
{
  Cell *cells = &g_array_index (self->cells, Cell, row * self->n_columns);
  g_autofree guint *next = g_new0 (guint, self->n_columns);
  gboolean more = TRUE;

  while (more)
    {
      Part part = { row, self->line_ranges->len, FALSE };
      double height = 0;

      more = FALSE;
      for (guint i = 0; i < self->n_columns; i++)
        {
          guint to = 0;
          double used = 0;

          if (cells[i].layout != NULL)
            {
              to = assay_text_fit_lines (cells[i].layout, next[i], page - 2 * pad_y (self), &used);
              more = more || to < (guint)pango_layout_get_line_count (cells[i].layout);
            }
          g_array_append_val (self->line_ranges, next[i]);
          g_array_append_val (self->line_ranges, to);
          next[i] = to;
          height = MAX (height, used);
        }
      part.last = !more;
      add_part (self, &part, height + 2 * pad_y (self));
    }
}

static void
table_layout (AssayBlock *block, AssayTyper *typer, double width, double page)
{
  Table *self = (Table *)block;
  guint n_rows = self->cells->len / self->n_columns;

  g_array_set_size (self->parts, 0);
  g_array_set_size (self->line_ranges, 0);
  place_columns (self, width, assay_typer_is_rtl (typer));
  if (has_head (self))
    {
      Part head = { G_MAXUINT, G_MAXUINT, TRUE };

      block->head = MIN (layout_cells (self, self->heads, typer), page / 2);
      g_array_append_val (self->parts, head);
      assay_block_add_piece (block, block->head, 0, TRUE);
    }
  for (guint row = 0; row < n_rows; row++)
    {
      Part part = { row, G_MAXUINT, TRUE };
      double height
          = layout_cells (self, &g_array_index (self->cells, Cell, row * self->n_columns), typer);

      if (is_form (self))
        height = MAX (height, FORM_ROW);
      if (height > page - block->head)
        cut_row (self, row, page - block->head);
      else
        add_part (self, &part, height);
    }
}

static void
draw_cells (Table *self, const Cell *cells, const guint *ranges, cairo_t *cr, double x, double y)
{
  gboolean rtl = assay_typer_is_rtl (self->block.typer);
  double baseline = row_baseline (self, cells);

  for (guint i = 0; i < self->n_columns; i++)
    {
      double left = x + self->lefts[i];
      double space = mark_space (&cells[i]);
      guint from = ranges == NULL ? 0 : ranges[2 * i];

      if (cells[i].boxes != NULL && from == 0)
        assay_boxes_draw (cells[i].boxes, self->block.typer, cr, left,
                          y + boxes_top (&cells[i], baseline));
      if (cells[i].layout == NULL)
        continue;
      if (space > 0 && from == 0)
        assay_mark_draw (cr, cells[i].mark, rtl ? left + self->widths[i] - MARK_SIZE : left,
                         y + 1.4, MARK_SIZE);
      if (!rtl)
        left += space;
      else if (cells[i].band)
        left = x + PAD_X;
      if (ranges == NULL)
        assay_text_draw (cr, cells[i].layout, cells[i].style, left,
                         y + baseline - cells[i].baseline);
      else
        assay_text_draw_lines (cr, cells[i].layout, cells[i].style, left, y, from,
                               ranges[2 * i + 1]);
    }
}

/* The lines around the cells of a form, dark enough for a copying machine. */
static void
draw_frame (Table *self, gboolean band, cairo_t *cr, double x, double y, double height)
{
  assay_ink_set (cr, ASSAY_INK_DIM);
  cairo_set_line_width (cr, 0.5);
  cairo_rectangle (cr, x + 0.25, y + 0.25, self->block.width - 0.5, height);
  for (guint i = 1; i < self->n_columns && !band; i++)
    {
      cairo_move_to (cr, x + self->edges[i], y);
      cairo_line_to (cr, x + self->edges[i], y + height);
    }
  cairo_stroke (cr);
}

static void
draw_band (Table *self, cairo_t *cr, double x, double y, double height)
{
  assay_ink_set_tint (cr, ASSAY_INK_DIM, 0.07);
  cairo_rectangle (cr, x, y, self->block.width, height);
  cairo_fill (cr);
}

static void
table_draw_head (AssayBlock *block, cairo_t *cr, double x, double y)
{
  Table *self = (Table *)block;

  assay_ink_set (cr, ASSAY_INK_SHADE);
  cairo_rectangle (cr, x, y, block->width, block->head);
  cairo_fill (cr);
  draw_cells (self, self->heads, NULL, cr, x, y + pad_y (self));
  assay_ink_set (cr, ASSAY_INK_DIM);
  cairo_rectangle (cr, x, y + block->head - 0.7, block->width, 0.7);
  cairo_fill (cr);
}

static void
table_draw (AssayBlock *block, guint piece, cairo_t *cr, double x, double y)
{
  Table *self = (Table *)block;
  const Part *part = &g_array_index (self->parts, Part, piece);
  double height = assay_block_get_piece (block, piece)->height;
  const Cell *cells;

  if (part->row == G_MAXUINT)
    {
      table_draw_head (block, cr, x, y);
      return;
    }
  cells = &g_array_index (self->cells, Cell, part->row * self->n_columns);
  if (cells->band)
    draw_band (self, cr, x, y, height);
  draw_cells (self, cells,
              part->ranges == G_MAXUINT ? NULL
                                        : &g_array_index (self->line_ranges, guint, part->ranges),
              cr, x, y + pad_y (self));
  if (is_form (self))
    draw_frame (self, cells->band, cr, x, y, height);
  else if (self->look == ASSAY_TABLE_BLOCK_RULED && part->last)
    assay_ink_rule (cr, x, y + height, block->width, 0.5);
}

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_clear_object (&cell->layout);
  g_clear_pointer (&cell->boxes, assay_boxes_free);
}

static void
table_free (AssayBlock *block)
{
  Table *self = (Table *)block;

  for (guint i = 0; i < self->n_columns; i++)
    clear_cell (&self->heads[i]);
  g_free (self->heads);
  g_free (self->columns);
  g_free (self->edges);
  g_free (self->lefts);
  g_free (self->widths);
  g_array_unref (self->cells);
  g_array_unref (self->parts);
  g_array_unref (self->line_ranges);
}

static const AssayBlockClass table_class
    = { table_layout, table_draw, table_draw_head, table_free };

/**
 * assay_table_block_new:
 * @columns: copied, with the titles
 */
AssayBlock *
assay_table_block_new (const AssayTableBlockColumn *columns,
                       guint n_columns,
                       AssayTableBlockLook look)
{
  Table *self = assay_block_alloc (sizeof (Table), &table_class, 6);

  self->look = look;
  self->n_columns = n_columns;
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->heads = g_new0 (Cell, n_columns);
  self->edges = g_new0 (double, n_columns);
  self->lefts = g_new0 (double, n_columns);
  self->widths = g_new0 (double, n_columns);
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->line_ranges = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i].title = NULL;
      self->heads[i].text = g_strdup (columns[i].title);
      self->heads[i].style = ASSAY_STYLE_SMALL;
    }
  return &self->block;
}

void
assay_table_block_add_row (AssayBlock *block, const char *const *cells)
{
  Table *self = (Table *)block;

  for (guint i = 0; i < self->n_columns; i++)
    {
      Cell cell = { g_strdup (cells[i]), NULL, self->columns[i].style, ASSAY_MARK_EMPTY };

      g_array_append_val (self->cells, cell);
    }
}

static Cell *
last_cell (AssayBlock *block, guint column)
{
  Table *self = (Table *)block;

  return &g_array_index (self->cells, Cell, self->cells->len - self->n_columns + column);
}

void
assay_table_block_set_mark (AssayBlock *block, guint column, AssayMark mark)
{
  last_cell (block, column)->mark = mark;
}

void
assay_table_block_set_style (AssayBlock *block, guint column, AssayTextStyle style)
{
  last_cell (block, column)->style = style;
}

void
assay_table_block_add_band (AssayBlock *block, const char *text)
{
  Table *self = (Table *)block;
  g_autofree const char **cells = g_new0 (const char *, self->n_columns);
  Cell *first;

  cells[0] = text;
  assay_table_block_add_row (block, cells);
  first = last_cell (block, 0);
  first->band = TRUE;
  first->style = ASSAY_STYLE_SECTION;
}

void
assay_table_block_take_boxes (AssayBlock *block, guint column, AssayBoxes *boxes)
{
  Cell *cell = last_cell (block, column);

  g_clear_pointer (&cell->boxes, assay_boxes_free);
  cell->boxes = boxes;
}
