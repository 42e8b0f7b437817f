/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/palette.h"

#include <math.h>

#define RGB(hex)                                                                                   \
  { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1.0 }
#define GREY(value, alpha) { (value), (value), (value), (alpha) }

const AssayPalette assay_palette_light = {
  .background = RGB (0xfafafb), /* the window's */
  .foreground = RGB (0x1f2326),
  .dim = RGB (0x5c6166),
  .grid = GREY (0, 0.09),
  .axis = GREY (0, 0.45),
  .warning = RGB (0x905400),
  .error = RGB (0xc0362c),
  .focus = RGB (0x1c71d8),
  .series = { RGB (0x0068a8), RGB (0xc25a00), RGB (0x00805d), RGB (0xa84f84), RGB (0x7a6a00),
              RGB (0x3d7fa6) },
  .fill_alpha = 0.14,
  .line_width = 1.0,
};

const AssayPalette assay_palette_dark = {
  .background = RGB (0x222226),
  .foreground = RGB (0xf4f4f4),
  .dim = RGB (0xb4b6ba),
  .grid = GREY (1, 0.10),
  .axis = GREY (1, 0.50),
  .warning = RGB (0xf5c211),
  .error = RGB (0xff8a75),
  .focus = RGB (0x78aeed),
  .series = { RGB (0x6cbcf0), RGB (0xe69f00), RGB (0x2fc49a), RGB (0xe08fbd), RGB (0xf0e442),
              RGB (0x9fd3f5) },
  .fill_alpha = 0.18,
  .line_width = 1.0,
};

const AssayPalette assay_palette_high_contrast_light = {
  .background = RGB (0xffffff),
  .foreground = RGB (0x000000),
  .dim = RGB (0x2b2b2b),
  .grid = GREY (0, 0.25),
  .axis = GREY (0, 1),
  .warning = RGB (0x6b3f00),
  .error = RGB (0x9c1006),
  .focus = RGB (0x0b4fa8),
  .series = { RGB (0x00447a), RGB (0x8a3c00), RGB (0x005a40), RGB (0x7a2a5a), RGB (0x524700),
              RGB (0x1d4f6e) },
  .fill_alpha = 0.18,
  .line_width = 1.6,
};

const AssayPalette assay_palette_high_contrast_dark = {
  .background = RGB (0x000000),
  .foreground = RGB (0xffffff),
  .dim = RGB (0xe2e2e2),
  .grid = GREY (1, 0.30),
  .axis = GREY (1, 1),
  .warning = RGB (0xffe066),
  .error = RGB (0xffb0a0),
  .focus = RGB (0xa8d0ff),
  .series = { RGB (0x9fd8ff), RGB (0xffc14d), RGB (0x7deac8), RGB (0xffbfe0), RGB (0xfff280),
              RGB (0xd0ecff) },
  .fill_alpha = 0.26,
  .line_width = 1.6,
};

/* Luminances are apart, so that it reads the same from a printer without colour. */
const AssayPalette assay_palette_print = {
  .background = RGB (0xffffff),
  .foreground = RGB (0x000000),
  .dim = RGB (0x404040),
  .grid = GREY (0, 0.14),
  .axis = GREY (0, 0.7),
  .warning = RGB (0x303030),
  .error = RGB (0x8f1d10),
  .focus = RGB (0x000000),
  .series = { RGB (0x00558c), RGB (0xb86a00), RGB (0x006048), RGB (0x9a5a82), RGB (0x6e6000),
              RGB (0x6a6a6a) },
  .fill_alpha = 0.16,
  .line_width = 0.8,
};

/**
 * assay_palette_tone:
 * @palette: a palette
 * @tone: what a piece of a picture means
 *
 * Returns: its colour
 */
AssayColor
assay_palette_tone (const AssayPalette *palette, AssayTone tone)
{
  switch (tone)
    {
    case ASSAY_TONE_DATA:
      return palette->series[0];
    case ASSAY_TONE_DATA_2:
      return palette->series[1];
    case ASSAY_TONE_DATA_3:
      return palette->series[2];
    case ASSAY_TONE_DATA_4:
      return palette->series[3];
    case ASSAY_TONE_DATA_5:
      return palette->series[4];
    case ASSAY_TONE_DATA_6:
      return palette->series[5];
    case ASSAY_TONE_SIGNAL:
      return palette->error;
    case ASSAY_TONE_WARNING:
      return palette->warning;
    case ASSAY_TONE_LIMIT:
      return palette->series[1];
    case ASSAY_TONE_CENTRE:
      return palette->series[2];
    case ASSAY_TONE_ZERO:
      return palette->axis;
    case ASSAY_TONE_DIM:
      return palette->dim;
    case ASSAY_TONE_GRID:
      return palette->grid;
    case ASSAY_TONE_TEXT:
    default:
      return palette->foreground;
    }
}

static double
between (double from, double to, double share)
{
  return from + (to - from) * share;
}

/**
 * assay_palette_level:
 * @palette: a palette
 * @tone: what a piece of a picture means
 * @level: how much of it, 0…1
 *
 * A level is a mixture of the background and the tone's colour. Its lightness rises or falls all
 * the way, so that levels keep their order for readers who see no colours and on a grey printer;
 * the least is still told apart from the background.
 *
 * Returns: its colour
 */
AssayColor
assay_palette_level (const AssayPalette *palette, AssayTone tone, double level)
{
  AssayColor full = assay_palette_tone (palette, tone), none = palette->background;
  double share = between (0.15, 1, CLAMP (level, 0, 1));

  return (AssayColor){ between (none.red, full.red, share), between (none.green, full.green, share),
                       between (none.blue, full.blue, share), 1 };
}

/**
 * assay_color_ink:
 * @ground: what is written on
 *
 * Returns: black or white, what reads better; at least 4.5 : 1 on any ground
 */
AssayColor
assay_color_ink (const AssayColor *ground)
{
  const AssayColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };

  return assay_color_contrast (&black, ground) > assay_color_contrast (&white, ground) ? black
                                                                                       : white;
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/**
 * assay_color_luminance:
 * @color: a colour; its alpha is left aside
 *
 * Returns: its relative luminance (WCAG 2.2)
 */
double
assay_color_luminance (const AssayColor *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green)
         + 0.0722 * linear (color->blue);
}

/**
 * assay_color_contrast:
 * @a: a colour
 * @b: another
 *
 * Returns: their contrast ratio, 1…21 (WCAG 2.2)
 */
double
assay_color_contrast (const AssayColor *a, const AssayColor *b)
{
  double la = assay_color_luminance (a), lb = assay_color_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}
