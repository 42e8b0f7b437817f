/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/picture-grid.h"

#include "report/ink.h"

#define GUTTER        14.0
#define CAPTION_GAP   4.0
#define FRAME_HEIGHT  96.0
#define CAPTION_LINES 12
#define DETAIL_LINES  2
#define WARNING_MARK  8.0
#define WARNING_GAP   3.0
/* No photo is higher than this part of its width, so that portraits leave room for others. */
#define MOST_UPRIGHT 0.75
/* A small picture is not blown up beyond this: points a pixel. */
#define MOST_ENLARGED 1.0

typedef struct
{
  AssayPicture *picture; /* nullable */
  char *missing;
  char *label;
  char *caption;
  char *details;
  char *warning;
  PangoLayout *label_layout;
  PangoLayout *caption_layout;
  PangoLayout *details_layout;
  PangoLayout *warning_layout;
  PangoLayout *missing_layout;
  double width;
  double height;
} Photo;

typedef struct
{
  AssayBlock block;
  guint n_columns;
  GPtrArray *photos;
  GArray *row_heights; /* of the picture part of each row */
  double most_height;  /* 0: as the width asks for */
} PictureGrid;

static double
cell_width (const PictureGrid *self)
{
  return (self->block.width - GUTTER * (self->n_columns - 1)) / self->n_columns;
}

static void
fit_photo (Photo *photo, double width, double most)
{
  double pixels_wide;
  double pixels_high;
  double scale;

  if (photo->picture == NULL)
    {
      photo->width = width;
      photo->height = MIN (FRAME_HEIGHT, most);
      return;
    }
  pixels_wide = assay_picture_get_width (photo->picture);
  pixels_high = assay_picture_get_height (photo->picture);
  scale = MIN (width / pixels_wide, MIN (width * MOST_UPRIGHT, most) / pixels_high);
  scale = MIN (scale, MOST_ENLARGED);
  photo->width = pixels_wide * scale;
  photo->height = pixels_high * scale;
}

/* Returns the height; leaves *@layout NULL where there is nothing to say. */
static double
layout_part (PangoLayout **layout,
             AssayTyper *typer,
             const char *text,
             AssayTextStyle style,
             double width,
             int lines)
{
  g_clear_object (layout);
  if (text == NULL || *text == '\0')
    return 0;
  *layout = assay_typer_layout_lines (typer, text, style, width, ASSAY_ALIGN_START, lines);
  return assay_text_height (*layout);
}

static double
layout_words (Photo *photo, AssayTyper *typer, double width)
{
  double height = 0;

  g_clear_object (&photo->missing_layout);
  height += layout_part (&photo->label_layout, typer, photo->label, ASSAY_STYLE_SMALL, width, 2);
  height += layout_part (&photo->caption_layout, typer, photo->caption, ASSAY_STYLE_CAPTION, width,
                         CAPTION_LINES);
  height += layout_part (&photo->details_layout, typer, photo->details, ASSAY_STYLE_SMALL, width,
                         DETAIL_LINES);
  height += layout_part (&photo->warning_layout, typer, photo->warning, ASSAY_STYLE_CAPTION,
                         width - WARNING_MARK - WARNING_GAP, DETAIL_LINES);
  if (photo->picture == NULL)
    photo->missing_layout = assay_typer_layout_lines (typer, photo->missing, ASSAY_STYLE_SMALL,
                                                      width - 2 * GUTTER, ASSAY_ALIGN_CENTRE, 4);
  return height;
}

static void
picture_grid_layout (AssayBlock *block, AssayTyper *typer, double width, double page)
{
  PictureGrid *self = (PictureGrid *)block;
  double cell = cell_width (self);
  double most = self->most_height > 0 ? MIN (self->most_height, page) : page;

  g_array_set_size (self->row_heights, 0);
  for (guint first = 0; first < self->photos->len; first += self->n_columns)
    {
      guint end = MIN (first + self->n_columns, self->photos->len);
      double words = 0;
      double pictures = 0;

      for (guint i = first; i < end; i++)
        words = MAX (words, layout_words (g_ptr_array_index (self->photos, i), typer, cell));
      for (guint i = first; i < end; i++)
        {
          Photo *photo = g_ptr_array_index (self->photos, i);

          fit_photo (photo, cell, MAX (MIN (most, page - words - CAPTION_GAP), 20));
          pictures = MAX (pictures, photo->height);
        }
      g_array_append_val (self->row_heights, pictures);
      assay_block_add_piece (block, pictures + CAPTION_GAP + words, 12, FALSE);
    }
}

static void
draw_missing (const Photo *photo, cairo_t *cr, double x, double y)
{
  assay_ink_set (cr, ASSAY_INK_SHADE);
  cairo_rectangle (cr, x, y, photo->width, photo->height);
  cairo_fill (cr);
  assay_ink_set (cr, ASSAY_INK_DIM);
  cairo_set_line_width (cr, 0.6);
  cairo_rectangle (cr, x + 0.3, y + 0.3, photo->width - 0.6, photo->height - 0.6);
  cairo_stroke (cr);
  assay_mark_draw (cr, ASSAY_MARK_FAIL, x + photo->width / 2 - 7, y + photo->height / 2 - 24, 14);
  assay_text_draw (cr, photo->missing_layout, ASSAY_STYLE_SMALL, x + GUTTER,
                   y + photo->height / 2 - 4);
}

static void
draw_words (const Photo *photo, AssayTyper *typer, cairo_t *cr, double x, double y, double cell)
{
  const struct
  {
    PangoLayout *layout;
    AssayTextStyle style;
  } parts[] = {
    { photo->label_layout, ASSAY_STYLE_SMALL },
    { photo->caption_layout, ASSAY_STYLE_CAPTION },
    { photo->details_layout, ASSAY_STYLE_SMALL },
  };
  gboolean rtl = assay_typer_is_rtl (typer);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].layout != NULL)
      {
        assay_text_draw (cr, parts[i].layout, parts[i].style, x, y);
        y += assay_text_height (parts[i].layout);
      }
  if (photo->warning_layout == NULL)
    return;
  assay_mark_draw (cr, ASSAY_MARK_PENDING, rtl ? x + cell - WARNING_MARK : x, y + 1.5,
                   WARNING_MARK);
  assay_text_draw (cr, photo->warning_layout, ASSAY_STYLE_CAPTION,
                   rtl ? x : x + WARNING_MARK + WARNING_GAP, y);
}

/* Pictures of one row stand on one line, their captions begin on the next. */
static void
draw_photo (const Photo *photo,
            AssayTyper *typer,
            cairo_t *cr,
            double x,
            double y,
            double cell,
            double row_height)
{
  double left = assay_typer_is_rtl (typer) ? x + cell - photo->width : x;
  double top = y + row_height - photo->height;

  if (photo->picture == NULL
      || !assay_picture_draw (photo->picture, cr, left, top, photo->width, photo->height))
    {
      if (photo->missing_layout != NULL)
        draw_missing (photo, cr, left, top);
    }
  else
    {
      assay_ink_set (cr, ASSAY_INK_RULE);
      cairo_set_line_width (cr, 0.4);
      cairo_rectangle (cr, left, top, photo->width, photo->height);
      cairo_stroke (cr);
    }
  draw_words (photo, typer, cr, x, y + row_height + CAPTION_GAP, cell);
}

static void
picture_grid_draw (AssayBlock *block, guint piece, cairo_t *cr, double x, double y)
{
  PictureGrid *self = (PictureGrid *)block;
  double cell = cell_width (self);
  gboolean rtl = assay_typer_is_rtl (block->typer);

  for (guint i = 0; i < self->n_columns; i++)
    {
      guint index = piece * self->n_columns + i;
      double at = i * (cell + GUTTER);

      if (index >= self->photos->len)
        break;
      draw_photo (g_ptr_array_index (self->photos, index), block->typer, cr,
                  rtl ? x + block->width - cell - at : x + at, y, cell,
                  g_array_index (self->row_heights, double, piece));
    }
}

static void
photo_free (gpointer data)
{
  Photo *photo = data;

  g_clear_pointer (&photo->picture, assay_picture_unref);
  g_clear_object (&photo->label_layout);
  g_clear_object (&photo->caption_layout);
  g_clear_object (&photo->details_layout);
  g_clear_object (&photo->warning_layout);
  g_clear_object (&photo->missing_layout);
  g_free (photo->details);
  g_free (photo->warning);
  g_free (photo->missing);
  g_free (photo->label);
  g_free (photo->caption);
  g_free (photo);
}

static void
picture_grid_free (AssayBlock *block)
{
  PictureGrid *self = (PictureGrid *)block;

  g_ptr_array_unref (self->photos);
  g_array_unref (self->row_heights);
}

static const AssayBlockClass picture_grid_class
    = { picture_grid_layout, picture_grid_draw, NULL, picture_grid_free };

AssayBlock *
assay_picture_grid_new (guint n_columns)
{
  PictureGrid *self = assay_block_alloc (sizeof (PictureGrid), &picture_grid_class, 8);

  self->n_columns = MAX (n_columns, 1);
  self->photos = g_ptr_array_new_with_free_func (photo_free);
  self->row_heights = g_array_new (FALSE, FALSE, sizeof (double));
  return &self->block;
}

void
assay_picture_grid_add (AssayBlock *block,
                        AssayPicture *picture,
                        const char *missing,
                        const char *label,
                        const char *caption)
{
  PictureGrid *self = (PictureGrid *)block;
  Photo *photo = g_new0 (Photo, 1);

  photo->picture = picture != NULL ? assay_picture_ref (picture) : NULL;
  photo->missing = g_strdup (missing != NULL ? missing : "");
  photo->label = g_strdup (label);
  photo->caption = g_strdup (caption);
  g_ptr_array_add (self->photos, photo);
}

void
assay_picture_grid_set_details (AssayBlock *block, const char *details, const char *warning)
{
  PictureGrid *self = (PictureGrid *)block;
  Photo *photo = g_ptr_array_index (self->photos, self->photos->len - 1);

  g_set_str (&photo->details, details);
  g_set_str (&photo->warning, warning);
}

void
assay_picture_grid_set_most_height (AssayBlock *block, double height)
{
  ((PictureGrid *)block)->most_height = height;
}
