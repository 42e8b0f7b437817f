/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/chart-block.h"

#include "chart/painter.h"

#define FONT_SIZE  8.5
#define LEAST_SIZE 5.5

typedef struct
{
  AssayBlock block;
  AssayScene *scene;
  AssayLayout *layout;
  double height;
  gboolean without_definition;
} ChartBlock;

static void
chart_layout (AssayBlock *block, AssayTyper *typer, double width, double page)
{
  ChartBlock *self = (ChartBlock *)block;
  AssayLayoutOptions options = {
    .width = width,
    .height = self->height,
    .font_size = FONT_SIZE,
    .font_family = assay_typer_get_families (),
    .rtl = assay_typer_is_rtl (typer),
    .header = TRUE,
    .without_definition = self->without_definition,
  };

  if (options.height <= 0)
    {
      options.height = assay_layout_natural_height (self->scene, &options);
      /* What is too high for a page, such as a row for each of many suppliers, gets smaller. */
      while (options.height > page && options.font_size > LEAST_SIZE)
        {
          options.font_size = MAX (options.font_size * 0.93, LEAST_SIZE);
          options.height = 0;
          options.height = assay_layout_natural_height (self->scene, &options);
        }
    }
  options.height = MIN (options.height, page);
  g_clear_pointer (&self->layout, assay_layout_free);
  self->layout = assay_layout_new (self->scene, &options);
  assay_block_add_piece (block, options.height, 0, FALSE);
}

static void
chart_draw (AssayBlock *block, guint piece, cairo_t *cr, double x, double y)
{
  ChartBlock *self = (ChartBlock *)block;
  const AssayPaintOptions options = { .vector = TRUE };

  cairo_save (cr);
  cairo_translate (cr, x, y);
  assay_painter_draw (self->layout, cr, &assay_palette_print, &options);
  cairo_restore (cr);
}

static void
chart_free (AssayBlock *block)
{
  ChartBlock *self = (ChartBlock *)block;

  g_clear_pointer (&self->layout, assay_layout_free);
  assay_scene_unref (self->scene);
}

static const AssayBlockClass chart_class = { chart_layout, chart_draw, NULL, chart_free };

AssayBlock *
assay_chart_block_new (AssayScene *scene, double height)
{
  ChartBlock *self = assay_block_alloc (sizeof (ChartBlock), &chart_class, 10);

  self->scene = assay_scene_ref (scene);
  self->height = height;
  return &self->block;
}

void
assay_chart_block_leave_definition (AssayBlock *block)
{
  ((ChartBlock *)block)->without_definition = TRUE;
}
