/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The colours a picture is painted with. They are resolved by whoever shows it (screen: light,
 * dark, high contrast, accent; paper: print) and passed to the painter, which looks nothing up.
 * Hues are those of Okabe and Ito ("Color Universal Design"), told apart by colour-blind readers;
 * shapes and dashes carry the same meaning a second time. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} AssayColor;

#define ASSAY_N_SERIES_COLORS 6

typedef struct
{
  AssayColor background;
  AssayColor foreground;
  AssayColor dim; /* lesser text; still 4.5 : 1 on the background */
  AssayColor grid;
  AssayColor axis;
  AssayColor warning;
  AssayColor error;
  AssayColor focus;
  AssayColor series[ASSAY_N_SERIES_COLORS];
  double fill_alpha; /* of areas in a series' colour */
  double line_width; /* of a plain stroke, in points */
} AssayPalette;

/* What a piece of a picture means; the palette says how that looks. */
typedef enum
{
  ASSAY_TONE_DATA,
  ASSAY_TONE_DATA_2,
  ASSAY_TONE_DATA_3,
  ASSAY_TONE_DATA_4,
  ASSAY_TONE_DATA_5,
  ASSAY_TONE_DATA_6,
  ASSAY_TONE_SIGNAL,
  ASSAY_TONE_WARNING,
  ASSAY_TONE_CENTRE,
  ASSAY_TONE_LIMIT,
  ASSAY_TONE_ZERO,
  ASSAY_TONE_TEXT,
  ASSAY_TONE_DIM,
  ASSAY_TONE_GRID,
} AssayTone;

extern const AssayPalette assay_palette_light;
extern const AssayPalette assay_palette_dark;
extern const AssayPalette assay_palette_high_contrast_light;
extern const AssayPalette assay_palette_high_contrast_dark;
extern const AssayPalette assay_palette_print;

AssayColor assay_palette_tone (const AssayPalette *palette, AssayTone tone);
AssayColor assay_palette_level (const AssayPalette *palette, AssayTone tone, double level);
AssayColor assay_color_ink (const AssayColor *ground);
double assay_color_luminance (const AssayColor *color);
double assay_color_contrast (const AssayColor *a, const AssayColor *b);

G_END_DECLS
