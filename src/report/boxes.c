/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/boxes.h"

#include "report/ink.h"

#define TICK_SIZE    8.5
#define TICK_GAP     3.5
#define ENTRY_HEIGHT 16.0
#define GAP_X        8.0
#define GAP_Y        3.0
#define ENTRY_GAP    3.0

typedef struct
{
  char *label;
  PangoLayout *layout; /* nullable */
  double x;
  double y;
} Box;

struct _AssayBoxes
{
  AssayBoxKind kind;
  double entry_width;
  double width; /* that they were laid out for */
  GArray *boxes;
};

static void
box_clear (gpointer data)
{
  Box *box = data;

  g_free (box->label);
  g_clear_object (&box->layout);
}

AssayBoxes *
assay_boxes_new (AssayBoxKind kind, double width, const char *const *labels)
{
  AssayBoxes *self = g_new0 (AssayBoxes, 1);

  self->kind = kind;
  self->entry_width = width;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  g_array_set_clear_func (self->boxes, box_clear);
  for (guint i = 0; labels[i] != NULL; i++)
    {
      Box box = { g_strdup (labels[i]), NULL, 0, 0 };

      g_array_append_val (self->boxes, box);
    }
  return self;
}

void
assay_boxes_free (AssayBoxes *self)
{
  g_array_unref (self->boxes);
  g_free (self);
}

/* A label that is wider than the cell goes on over lines beside its box. */
static void
layout_box (AssayBoxes *self, Box *box, AssayTyper *typer, double *wide, double *high)
{
  double most = self->width - TICK_SIZE - TICK_GAP;

  g_clear_object (&box->layout);
  *wide = self->kind == ASSAY_BOX_TICK ? TICK_SIZE : self->entry_width;
  *high = self->kind == ASSAY_BOX_TICK ? TICK_SIZE : ENTRY_HEIGHT;
  if (*box->label == '\0')
    return;
  if (self->kind == ASSAY_BOX_ENTRY)
    {
      box->layout = assay_typer_layout (typer, box->label, ASSAY_STYLE_TINY, 0, ASSAY_ALIGN_START);
      return;
    }
  box->layout = assay_typer_layout (typer, box->label, ASSAY_STYLE_CAPTION, 0, ASSAY_ALIGN_START);
  if (assay_text_width (box->layout) > most)
    {
      g_object_unref (box->layout);
      box->layout
          = assay_typer_layout (typer, box->label, ASSAY_STYLE_CAPTION, most, ASSAY_ALIGN_START);
    }
  *wide += TICK_GAP + assay_text_width (box->layout);
  *high = MAX (*high, assay_text_height (box->layout));
}

double
assay_boxes_layout (AssayBoxes *self, AssayTyper *typer, double width)
{
  double gap = self->kind == ASSAY_BOX_TICK ? GAP_X : ENTRY_GAP;
  double x = 0;
  double y = 0;
  double line = 0;

  self->width = width;
  for (guint i = 0; i < self->boxes->len; i++)
    {
      Box *box = &g_array_index (self->boxes, Box, i);
      double wide;
      double high;

      layout_box (self, box, typer, &wide, &high);
      if (x > 0 && x + wide > width)
        {
          y += line + GAP_Y;
          x = 0;
          line = 0;
        }
      box->x = x;
      box->y = y;
      x += wide + gap;
      line = MAX (line, high);
    }
  return y + line;
}

static void
draw_box (AssayBoxes *self, const Box *box, gboolean rtl, cairo_t *cr, double x, double y)
{
  double wide = self->kind == ASSAY_BOX_TICK ? TICK_SIZE : self->entry_width;
  double high = self->kind == ASSAY_BOX_TICK ? TICK_SIZE : ENTRY_HEIGHT;
  double left = rtl ? x + self->width - box->x - wide : x + box->x;
  double top = y + box->y + (self->kind == ASSAY_BOX_TICK ? 1.5 : 0);

  assay_ink_set (cr, ASSAY_INK_TEXT);
  cairo_set_line_width (cr, 0.6);
  cairo_rectangle (cr, left + 0.3, top + 0.3, wide - 0.6, high - 0.6);
  cairo_stroke (cr);
  if (box->layout == NULL)
    return;
  if (self->kind == ASSAY_BOX_ENTRY)
    assay_text_draw (cr, box->layout, ASSAY_STYLE_TINY, left + 1.6, top + 0.6);
  else
    assay_text_draw (cr, box->layout, ASSAY_STYLE_CAPTION,
                     rtl ? left - TICK_GAP - assay_text_width (box->layout)
                         : left + TICK_SIZE + TICK_GAP,
                     y + box->y);
}

void
assay_boxes_draw (AssayBoxes *self, AssayTyper *typer, cairo_t *cr, double x, double y)
{
  for (guint i = 0; i < self->boxes->len; i++)
    draw_box (self, &g_array_index (self->boxes, Box, i), assay_typer_is_rtl (typer), cr, x, y);
}
