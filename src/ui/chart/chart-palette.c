/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/chart/chart-palette.h"

/**
 * assay_chart_palette_resolve:
 * @manager: the display's style manager
 *
 * The accent colours only the focus: data keeps its hues, which are chosen to be told apart and
 * never to look like a signal.
 *
 * Returns: the palette to paint with now
 */
AssayPalette
assay_chart_palette_resolve (AdwStyleManager *manager)
{
  gboolean dark = adw_style_manager_get_dark (manager);
  AssayPalette palette;
  GdkRGBA *accent;

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? assay_palette_high_contrast_dark : assay_palette_high_contrast_light;
  palette = dark ? assay_palette_dark : assay_palette_light;
  accent = adw_style_manager_get_accent_color_rgba (manager);
  if (accent != NULL)
    {
      GdkRGBA standalone;

      adw_rgba_to_standalone (accent, dark, &standalone);
      palette.focus = (AssayColor){ standalone.red, standalone.green, standalone.blue, 1 };
      gdk_rgba_free (accent);
    }
  return palette;
}
