/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of a layout: measuring and placing, header, legend and footer. */

#include "assay-config.h"

#include "chart/layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Among right-to-left words a minus belongs to its number only behind a left-to-right mark. */
static void
set_words (PangoLayout *layout, const char *text, gboolean rtl)
{
  if (rtl && strstr (text, "−") != NULL)
    {
      g_autoptr (GString) marked = g_string_new (text);

      g_string_replace (marked, "−", "\342\200\216−", 0);
      pango_layout_set_text (layout, marked->str, -1);
    }
  else
    pango_layout_set_text (layout, text, -1);
}

/**
 * assay_layout_make_text:
 * @l: a layout
 * @text: words
 * @style: how they look
 * @width: how wide they may be, to wrap or shorten them; 0 for as wide as they are
 *
 * Returns: (transfer full): the words, shaped
 */
PangoLayout *
assay_layout_make_text (AssayLayout *l, const char *text, const AssayTextStyle *style, double width)
{
  PangoLayout *layout = pango_layout_new (l->context);
  PangoFontDescription *font = pango_font_description_new ();
  double size = style->size > 0 ? style->size : l->small;

  pango_font_description_set_family (font, l->font_family != NULL ? l->font_family : "Sans");
  pango_font_description_set_absolute_size (font, MAX (size, 1) * PANGO_SCALE);
  if (style->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  set_words (layout, text != NULL ? text : "", l->options.rtl);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int)(MIN (width, 1e6) * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, style->ellipsize);
      if (style->wrap)
        {
          pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
          if (style->max_lines > 0)
            pango_layout_set_height (layout, -(int)style->max_lines);
        }
      else
        pango_layout_set_height (layout, -1);
    }
  return layout;
}

void
assay_layout_text_size (PangoLayout *text, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (text, NULL, &logical);
  if (width != NULL)
    *width = (double)logical.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double)logical.height / PANGO_SCALE;
}

double
assay_layout_text_width (AssayLayout *l, const char *text, const AssayTextStyle *style)
{
  g_autoptr (PangoLayout) layout = assay_layout_make_text (l, text, style, 0);
  double width;

  assay_layout_text_size (layout, &width, NULL);
  return width;
}

/**
 * assay_layout_place:
 * @l: a layout
 * @text: words
 * @style: how they look; start and end are those of the reader's direction
 * @x: left border of their column
 * @y: top
 * @width: width of the column
 *
 * Returns: where they are
 */
AssayRect
assay_layout_place (
    AssayLayout *l, const char *text, const AssayTextStyle *style, double x, double y, double width)
{
  AssayPlacedText placed = { .tone = style->tone, .halo = style->halo };
  AssayAlign align = style->align;
  double w, h;

  placed.text = assay_layout_make_text (l, text, style, MAX (width, 1));
  if (l->options.rtl && align != ASSAY_ALIGN_CENTRE)
    align = align == ASSAY_ALIGN_START ? ASSAY_ALIGN_END : ASSAY_ALIGN_START;
  /* The column's width is only for wrapping; words are moved by their own width below. */
  pango_layout_set_alignment (placed.text, align == ASSAY_ALIGN_END      ? PANGO_ALIGN_RIGHT
                                           : align == ASSAY_ALIGN_CENTRE ? PANGO_ALIGN_CENTER
                                                                         : PANGO_ALIGN_LEFT);
  assay_layout_text_size (placed.text, &w, &h);
  if (align == ASSAY_ALIGN_END)
    x += width - w;
  else if (align == ASSAY_ALIGN_CENTRE)
    x += (width - w) / 2;
  pango_layout_set_width (placed.text, (int)ceil ((w + 1) * PANGO_SCALE));
  if (align == ASSAY_ALIGN_END)
    x -= 1;
  else if (align == ASSAY_ALIGN_CENTRE)
    x -= 0.5;
  placed.rect = (AssayRect){ x, y, w + 1, h };
  g_array_append_val (l->texts, placed);
  return placed.rect;
}

/**
 * assay_layout_header:
 * @l: a layout
 * @y: where to begin
 *
 * Places title and subtitle.
 *
 * Returns: where they end
 */
double
assay_layout_header (AssayLayout *l, double y)
{
  double m = l->options.margin, width = l->options.width - 2 * m;
  AssayTextStyle title = { .size = l->options.font_size * 1.25,
                           .bold = TRUE,
                           .wrap = TRUE,
                           .max_lines = 2,
                           .ellipsize = PANGO_ELLIPSIZE_END,
                           .tone = ASSAY_TONE_TEXT };
  AssayTextStyle subtitle = { .size = l->options.font_size,
                              .wrap = TRUE,
                              .max_lines = 3,
                              .ellipsize = PANGO_ELLIPSIZE_END,
                              .tone = ASSAY_TONE_DIM };

  if (!l->options.header)
    return y;
  if (l->scene->title != NULL)
    y += assay_layout_place (l, l->scene->title, &title, m, y, width).height;
  if (l->scene->subtitle != NULL)
    y += assay_layout_place (l, l->scene->subtitle, &subtitle, m, y, width).height;
  return y + l->small * 0.8;
}

/**
 * assay_layout_legend:
 * @l: a layout
 * @y: where to begin
 *
 * Places the entries of the legend one after the other, over several lines when needed.
 *
 * Returns: where they end
 */
double
assay_layout_legend (AssayLayout *l, double y)
{
  double m = l->options.margin, width = l->options.width - 2 * m;
  double gap = l->small * 0.4, between = l->small * 1.3;
  AssayTextStyle style = { .tone = ASSAY_TONE_DIM, .ellipsize = PANGO_ELLIPSIZE_END };
  double used = 0;

  if (l->scene->legend->len == 0 || l->scene->empty != NULL)
    return y;
  for (guint i = 0; i < l->scene->legend->len; i++)
    {
      const AssayLegend *legend = g_ptr_array_index (l->scene->legend, i);
      double glyph = l->small * (legend->kind == ASSAY_LEGEND_SCALE ? 5 : 1.9);
      double text = MIN (assay_layout_text_width (l, legend->label, &style) + 1,
                         MAX (width - glyph - gap, 1));
      double whole = glyph + gap + text;
      AssayPlacedGlyph placed = { .legend = legend };

      if (used > 0 && used + whole > width)
        {
          used = 0;
          y += l->line * 1.1;
        }
      placed.rect = (AssayRect){ m + used, y, glyph, l->line };
      if (l->options.rtl)
        placed.rect.x = m + width - used - glyph;
      g_array_append_val (l->glyphs, placed);
      assay_layout_place (l, legend->label, &style,
                          l->options.rtl ? placed.rect.x - gap - text - 1
                                         : placed.rect.x + glyph + gap,
                          y, text + 1);
      used += whole + between;
    }
  return y + l->line + l->small * 0.6;
}

static double
footer_text (
    AssayLayout *l, const char *text, AssayTone tone, gboolean place, double y, guint max_lines)
{
  double m = l->options.margin, width = l->options.width - 2 * m;
  AssayTextStyle style
      = { .tone = tone, .wrap = TRUE, .max_lines = max_lines, .ellipsize = PANGO_ELLIPSIZE_END };
  double height;

  if (text == NULL || *text == '\0')
    return 0;
  if (place)
    return assay_layout_place (l, text, &style, m, y, width).height + l->small * 0.3;
  g_autoptr (PangoLayout) measured = assay_layout_make_text (l, text, &style, MAX (width, 1));
  assay_layout_text_size (measured, NULL, &height);
  return height + l->small * 0.3;
}

/**
 * assay_layout_footer:
 * @l: a layout
 * @hidden: how many rows did not fit
 * @place: whether to place the words or only to measure them
 * @y: where to begin
 *
 * Notes and, where there is a header, the definition.
 *
 * Returns: their height
 */
double
assay_layout_footer (AssayLayout *l, guint hidden, gboolean place, double y)
{
  double height = l->small * 0.3;

  if (hidden > 0)
    {
      g_autofree char *more
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more row is not shown here",
                                          "%u more rows are not shown here", hidden),
                             hidden);
      height += footer_text (l, more, ASSAY_TONE_WARNING, place, y + height, 1);
    }
  height += footer_text (l, l->scene->note, ASSAY_TONE_WARNING, place, y + height, 3);
  if (l->options.header && !l->options.without_definition)
    height += footer_text (l, l->scene->definition, ASSAY_TONE_DIM, place, y + height,
                           (guint)CLAMP (l->options.height * 0.2 / l->line, 1, 8));
  return height;
}
