/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Redraw of a chart of a million points against its floor: one pass that finds the least and
 * greatest value of each pixel column beforehand, and then filled one-pixel rectangles. Prints
 * floor, ours and ratio in milliseconds; fails beyond three times the floor and eight
 * milliseconds. */

#include "chart/layout.h"
#include "chart/painter.h"
#include "chart/xmr-chart.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>

#define POINTS 1000000
#define WIDTH  1200
#define HEIGHT 600
#define ROUNDS 21

static int
compare (gconstpointer a, gconstpointer b)
{
  double da = *(const double *)a, db = *(const double *)b;

  return (da > db) - (da < db);
}

static double
median (double *times)
{
  qsort (times, ROUNDS, sizeof (double), compare);
  return times[ROUNDS / 2];
}

static double
value_at (guint i)
{
  return sin (i * 1e-5) * 20 + (double)(i * 2654435761u % 1000u) / 50 - 10;
}

/* Two panels of columns, as in the chart: values, and steps between them. */
static void
draw_floor (cairo_t *cr, const double *low, const double *high)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0.4, 0.7);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  for (guint panel = 0; panel < 2; panel++)
    for (guint i = 0; i < WIDTH; i++)
      {
        double top = (panel * 2 + 1 - high[i] / 40) * HEIGHT / 4;
        double bottom = (panel * 2 + 1 - low[i] / 40) * HEIGHT / 4;

        cairo_rectangle (cr, i, top, 1, MAX (bottom - top, 1));
      }
  cairo_fill (cr);
}

int
main (void)
{
  g_autoptr (AssaySeries) series = assay_series_new (1, "Many");
  g_autoptr (AssayScene) scene = NULL;
  g_autoptr (AssayLayout) layout = NULL;
  AssayLayoutOptions options = { .width = WIDTH, .height = HEIGHT, .font_size = 13, .margin = 6 };
  AssayPaintOptions paint = { .background = TRUE, .scale = 1 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double low[WIDTH], high[WIDTH], floors[ROUNDS], ours[ROUNDS], zooms[ROUNDS];
  double floor_ms, ours_ms, zoom_ms;

  setlocale (LC_ALL, "");
  for (guint i = 0; i < WIDTH; i++)
    {
      low[i] = INFINITY;
      high[i] = -INFINITY;
    }
  for (guint i = 0; i < POINTS; i++)
    {
      AssayPoint point = { i, (gint32)(i / 100), value_at (i), NULL };
      guint column = (guint)((guint64)i * WIDTH / POINTS);

      low[column] = MIN (low[column], point.value);
      high[column] = MAX (high[column], point.value);
      g_array_append_val (series->points, point);
    }
  scene = assay_xmr_chart_new (series, NULL);
  layout = assay_layout_new (scene, &options);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      draw_floor (cr, low, high);
      cairo_surface_flush (surface);
      floors[i] = (double)(g_get_monotonic_time () - start) / 1000;
      start = g_get_monotonic_time ();
      assay_painter_draw (layout, cr, &assay_palette_light, &paint);
      cairo_surface_flush (surface);
      ours[i] = (double)(g_get_monotonic_time () - start) / 1000;
      start = g_get_monotonic_time ();
      {
        AssayLayoutOptions zoomed = options;
        g_autoptr (AssayLayout) part = NULL;

        zoomed.zoomed = TRUE;
        zoomed.view = (AssayScale){ 1000.0 * i, POINTS - 1000.0 * i };
        part = assay_layout_new (scene, &zoomed);
        assay_painter_draw (part, cr, &assay_palette_light, &paint);
      }
      zooms[i] = (double)(g_get_monotonic_time () - start) / 1000;
    }
  floor_ms = median (floors);
  ours_ms = median (ours);
  zoom_ms = median (zooms);
  g_print (
      "chart redraw, 1M points: floor %.2f ms, ours %.2f ms, ratio %.2f (aim ≤ 3 and ≤ 8 ms)\n",
      floor_ms, ours_ms, ours_ms / floor_ms);
  g_print ("chart zoom (layout and redraw), 1M points: %.2f ms\n", zoom_ms);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ours_ms <= 8 || ours_ms <= 3 * floor_ms ? EXIT_SUCCESS : EXIT_FAILURE;
}
