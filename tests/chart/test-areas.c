/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Layers of areas and panels in a grid: where they are, pointing at them, walking them, their
 * colours, the names of bubbles. */

#include "chart/layout-private.h"
#include "chart/painter.h"
#include "chart/scene-private.h"

#include <locale.h>
#include <math.h>

static const AssayPalette *const palettes[]
    = { &assay_palette_light, &assay_palette_dark, &assay_palette_high_contrast_light,
        &assay_palette_high_contrast_dark, &assay_palette_print };

/* Rows of months with a level that rises to the right; one month of the second row is unknown. */
static AssayScene *
make_cells (guint rows, guint months)
{
  AssayScene *scene = assay_scene_new ("cells", "Cells");
  AssayPanel *panel;

  assay_axis_init (&scene->x, ASSAY_AXIS_MONTH, "Month");
  scene->x.scale = (AssayScale){ 671.5, 671.5 + months };
  panel = assay_scene_add_panel (scene, ASSAY_AXIS_CATEGORY, NULL, 1);
  panel->dense = TRUE;
  for (guint r = 0; r < rows; r++)
    {
      AssayLayer *layer = assay_scene_add_layer (scene, ASSAY_LAYER_CELLS, ASSAY_TONE_DATA_2);

      g_ptr_array_add (panel->y.names, g_strdup_printf ("Factory %u", r));
      g_ptr_array_add (panel->y.details, g_strdup (""));
      layer->marks = TRUE;
      for (guint m = 0; m < months; m++)
        {
          AssayCell cell = { .x0 = 671.5 + m,
                             .x1 = 672.5 + m,
                             .y0 = r - 0.46,
                             .y1 = r + 0.46,
                             .level = (double)m / months,
                             .fill = ASSAY_FILL_LEVEL };

          if (r == 1 && m == 1)
            cell.fill = ASSAY_FILL_OUTLINE;
          assay_layer_add_cell (layer, &cell, "12", r * months + m);
        }
    }
  assay_scene_finish (scene);
  return scene;
}

/* n bubbles on a curve, every third of unknown size, every fourth to be taken with caution. */
static AssayScene *
make_bubbles (guint n)
{
  AssayScene *scene = assay_scene_new ("bubbles", "Bubbles");
  AssayLayer *layer;

  assay_axis_init (&scene->x, ASSAY_AXIS_NUMBER, "x");
  scene->x.scale = (AssayScale){ -1, n };
  assay_scene_add_panel (scene, ASSAY_AXIS_NUMBER, "y", 1)->y.scale = (AssayScale){ -1, n * n };
  for (guint c = 0; c < ASSAY_N_CORNERS; c++)
    assay_scene_get_panel (scene, 0)->corners[c] = g_strdup ("steady, but defective");
  layer = assay_scene_add_layer (scene, ASSAY_LAYER_BUBBLES, ASSAY_TONE_DATA);
  layer->marks = TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Công ty Ba lô Bình Dương %u", i);

      assay_layer_add_bubble (layer, i, (double)i * i, i % 3 == 2 ? NAN : (i + 1.0) / n, i % 4 == 3,
                              name, i);
    }
  assay_scene_finish (scene);
  return scene;
}

static AssayScene *
make_grid (guint n)
{
  AssayScene *scene = assay_scene_new ("grid", "Grid");

  scene->grid = TRUE;
  assay_axis_init (&scene->x, ASSAY_AXIS_DATE, "Date");
  scene->x.scale = (AssayScale){ 20000, 20365 };
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Supplier %u", i);
      AssayPanel *panel = assay_scene_add_panel (scene, ASSAY_AXIS_NUMBER, name, 1);
      AssayLayer *layer;

      panel->detail = g_strdup ("mean 3 d");
      panel->y.scale = (AssayScale){ -5, 5 };
      layer = assay_scene_add_layer (scene, ASSAY_LAYER_LINE, ASSAY_TONE_DATA);
      assay_layer_add (layer, 20000, -5, 0);
      assay_layer_add (layer, 20365, 5, 1);
      layer = assay_scene_add_layer (scene, ASSAY_LAYER_FRAME, ASSAY_TONE_DATA);
      layer->marks = TRUE;
      assay_layer_add (layer, 20180, 0, i);
    }
  assay_scene_finish (scene);
  return scene;
}

static AssayLayout *
lay_out (AssayScene *scene, double width, double height, gboolean rtl)
{
  AssayLayoutOptions options
      = { .width = width, .height = height, .font_size = 12, .margin = 6, .rtl = rtl };

  if (!(height > 0))
    options.height = assay_layout_natural_height (scene, &options);
  return assay_layout_new (scene, &options);
}

/* The middle of each cell is that cell, and what it covers holds the middle. */
static void
test_cells_hit (void)
{
  for (guint narrow = 0; narrow < 2; narrow++)
    {
      g_autoptr (AssayScene) scene = make_cells (5, 12);
      g_autoptr (AssayLayout) layout = lay_out (scene, narrow ? 320 : 900, 0, FALSE);

      g_assert_cmpuint (assay_scene_n_marks (scene), ==, 60);
      for (guint mark = 0; mark < 60; mark++)
        {
          AssayRect r;

          g_assert_true (assay_layout_mark_rect (layout, mark, &r));
          g_assert_cmpfloat (r.width, >, 10);
          g_assert_cmpuint (assay_layout_hit (layout, r.x + 1, r.y + 1, 12), ==, mark);
          g_assert_cmpuint (assay_layout_hit (layout, r.x + r.width - 1, r.y + r.height - 1, 12),
                            ==, mark);
        }
      g_assert_cmpuint (assay_layout_hit (layout, 1, 1, 12), ==, ASSAY_MARK_NONE);
    }
}

/* Arrows walk in two dimensions and stop at the borders. */
static void
test_cells_walk (void)
{
  g_autoptr (AssayScene) scene = make_cells (3, 4);
  g_autoptr (AssayLayout) layout = lay_out (scene, 600, 0, FALSE);

  g_assert_cmpuint (assay_layout_step_mark (layout, ASSAY_MARK_NONE, ASSAY_STEP_NEXT), ==, 0);
  g_assert_cmpuint (assay_layout_step_mark (layout, 5, ASSAY_STEP_UP), ==, 1);
  g_assert_cmpuint (assay_layout_step_mark (layout, 5, ASSAY_STEP_DOWN), ==, 9);
  g_assert_cmpuint (assay_layout_step_mark (layout, 5, ASSAY_STEP_NEXT), ==, 6);
  g_assert_cmpuint (assay_layout_step_mark (layout, 7, ASSAY_STEP_NEXT), ==, 7);
  g_assert_cmpuint (assay_layout_step_mark (layout, 9, ASSAY_STEP_DOWN), ==, 9);
  g_assert_cmpuint (assay_layout_step_mark (layout, 5, ASSAY_STEP_LAST), ==, 7);
}

/* 672 is January 2026: 56 years of twelve months. */
static void
test_months (void)
{
  g_autoptr (GArray) ticks = NULL;
  AssayAxis axis;

  assay_axis_init (&axis, ASSAY_AXIS_MONTH, NULL);
  axis.scale = (AssayScale){ 669.5, 681.5 };
  g_assert_cmpint (assay_axis_month_of_day (20454), ==, 672); /* 2026-01-01 */
  g_assert_cmpint (assay_axis_month_of_day (20453), ==, 671);
  g_assert_cmpint (assay_axis_month_of_day (-1), ==, -1);
  for (int month = -30; month < 700; month++)
    g_assert_cmpint (assay_axis_month_of_day (assay_axis_day_of_month (month)), ==, month);
  ticks = assay_axis_ticks (&axis, &axis.scale, 6);
  g_assert_cmpuint (ticks->len, ==, 4);
  g_assert_cmpfloat (g_array_index (ticks, AssayTick, 0).value, ==, 672);
  g_assert_cmpstr (g_array_index (ticks, AssayTick, 0).label, ==, "Jan");
  g_assert_cmpstr (g_array_index (ticks, AssayTick, 0).under, ==, "2026");
  g_assert_cmpfloat (g_array_index (ticks, AssayTick, 3).value, ==, 681);
  g_assert_null (g_array_index (ticks, AssayTick, 3).under);
  assay_axis_clear (&axis);
}

/* Lightness of levels goes one way; words on each can be read, and the least is no background. */
static void
test_levels (void)
{
  static const AssayTone tones[] = { ASSAY_TONE_DATA, ASSAY_TONE_DATA_2, ASSAY_TONE_CENTRE };

  for (guint p = 0; p < G_N_ELEMENTS (palettes); p++)
    for (guint t = 0; t < G_N_ELEMENTS (tones); t++)
      {
        double way = 0, before = assay_color_luminance (&palettes[p]->background);

        for (guint i = 0; i <= 50; i++)
          {
            AssayColor level = assay_palette_level (palettes[p], tones[t], i / 50.0);
            AssayColor ink = assay_color_ink (&level);
            double luminance = assay_color_luminance (&level);

            g_assert_cmpfloat (assay_color_contrast (&ink, &level), >=, 4.5);
            g_assert_cmpfloat (fabs (luminance - before), >, 0);
            if (way != 0)
              g_assert_cmpfloat ((luminance - before) * way, >, 0);
            way = luminance - before;
            before = luminance;
          }
        {
          AssayColor most = assay_palette_level (palettes[p], tones[t], 1);

          g_assert_cmpfloat (assay_color_contrast (&most, &palettes[p]->background), >=, 3);
        }
      }
}

/* A share of a quarter is a circle of half the radius; an unknown one has a size of its own. */
static void
test_bubble_area (void)
{
  g_autoptr (AssayScene) scene = make_bubbles (8);
  g_autoptr (AssayLayout) layout = lay_out (scene, 800, 500, FALSE);
  AssayLayer *layer = assay_scene_get_layer (scene, 0);
  double quarter = assay_layout_bubble_radius (layout, layer, 1);

  g_assert_cmpfloat_with_epsilon (assay_layout_bubble_radius (layout, layer, 7), 2 * quarter, 1e-9);
  g_assert_cmpfloat (assay_layout_bubble_radius (layout, layer, 2), ==,
                     assay_layout_bubble_radius (layout, layer, 5));
}

/* Pointing at a bubble finds it, or one that lies over its middle; up and down go by height. */
static void
test_bubbles_hit (void)
{
  g_autoptr (AssayScene) scene = make_bubbles (8);
  g_autoptr (AssayLayout) layout = lay_out (scene, 800, 500, FALSE);

  for (guint mark = 0; mark < 8; mark++)
    {
      AssayRect r, found;
      guint hit;

      g_assert_true (assay_layout_mark_rect (layout, mark, &r));
      hit = assay_layout_hit (layout, r.x + r.width / 2, r.y + r.height / 2, 12);
      g_assert_true (assay_layout_mark_rect (layout, hit, &found));
      g_assert_cmpfloat (found.width, <=, r.width);
      g_assert_cmpuint (assay_layout_step_mark (layout, mark, ASSAY_STEP_UP), ==,
                        MIN (mark + 1, 7));
      g_assert_cmpuint (assay_layout_step_mark (layout, mark, ASSAY_STEP_DOWN), ==,
                        mark > 0 ? mark - 1 : 0);
    }
}

static gboolean
overlap (const AssayRect *a, const AssayRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/* However many there are and however narrow it is, no name covers another or leaves the picture;
 * where there is room all are named. */
static void
test_bubble_names (void)
{
  static const double widths[] = { 320, 620, 1200 };

  for (guint w = 0; w < 6; w++)
    for (guint n = 1; n <= 60; n += 19)
      {
        g_autoptr (AssayScene) scene = make_bubbles (n);
        g_autoptr (AssayLayout) layout = lay_out (scene, widths[w / 2], 0, w % 2);
        guint names = 0;

        for (guint i = 0; i < assay_layout_n_texts (layout); i++)
          {
            const char *text;
            AssayRect a = assay_layout_get_text (layout, i, &text);

            names += g_str_has_prefix (text, "Công ty");
            g_assert_cmpfloat (a.x, >=, -1);
            g_assert_cmpfloat (a.x + a.width, <=, widths[w / 2] + 1);
            for (guint k = 0; g_str_has_prefix (text, "Công ty") && k < i; k++)
              {
                AssayRect b = assay_layout_get_text (layout, k, NULL);

                g_assert_false (overlap (&a, &b));
              }
          }
        g_assert_cmpuint (names, <=, n);
        if (n == 1)
          g_assert_cmpuint (names, ==, 1);
      }
}

/* Panels fill a grid without covering each other; all have one width and one height. */
static void
test_grid (void)
{
  static const double widths[] = { 340, 700, 1200 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    for (guint n = 1; n < 60; n += 11)
      {
        g_autoptr (AssayScene) scene = make_grid (n);
        g_autoptr (AssayLayout) layout = lay_out (scene, widths[w], 0, FALSE);
        AssayRect first = assay_layout_get_panel (layout, 0)->plot;

        g_assert_cmpfloat (first.height, >=, 40);
        for (guint i = 0; i < n; i++)
          {
            AssayRect a, b = { 0 };

            g_assert_true (assay_layout_mark_rect (layout, i, &a));
            if (i > 0)
              g_assert_true (assay_layout_mark_rect (layout, i - 1, &b));
            g_assert_false (overlap (&a, &b));
            g_assert_cmpfloat_with_epsilon (assay_layout_get_panel (layout, i)->plot.width,
                                            first.width, 1e-9);
            g_assert_cmpfloat_with_epsilon (assay_layout_get_panel (layout, i)->plot.height,
                                            first.height, 1e-9);
            g_assert_cmpuint (assay_layout_hit (layout, a.x + a.width / 2, a.y + a.height / 2, 12),
                              ==, i);
          }
      }
}

static void
test_grid_walk (void)
{
  g_autoptr (AssayScene) scene = make_grid (8);
  g_autoptr (AssayLayout) layout = lay_out (scene, 800, 0, FALSE);
  g_autoptr (AssayLayout) mirrored = lay_out (scene, 800, 0, TRUE);
  guint columns = layout->grid_columns;

  g_assert_cmpuint (columns, >, 1);
  g_assert_cmpuint (assay_layout_step_mark (layout, ASSAY_MARK_NONE, ASSAY_STEP_DOWN), ==, 0);
  g_assert_cmpuint (assay_layout_step_mark (layout, 0, ASSAY_STEP_DOWN), ==, columns);
  g_assert_cmpuint (assay_layout_step_mark (layout, columns, ASSAY_STEP_UP), ==, 0);
  g_assert_cmpuint (assay_layout_step_mark (layout, 0, ASSAY_STEP_UP), ==, 0);
  g_assert_cmpuint (assay_layout_step_mark (layout, 7, ASSAY_STEP_NEXT), ==, 7);
  g_assert_cmpuint (assay_layout_step_mark (mirrored, 0, ASSAY_STEP_PREVIOUS), ==, 1);
  g_assert_cmpuint (assay_layout_step_mark (layout, 3, ASSAY_STEP_LAST), ==, 7);
  g_assert_false (assay_scene_can_zoom (scene));
}

/* No size, palette or direction makes painting fail. */
static void
test_any_size (void)
{
  static const double sizes[] = { 0.5, 17, 90, 340, 900 };

  for (guint kind = 0; kind < 3; kind++)
    for (guint i = 0; i < 25; i++)
      {
        g_autoptr (AssayScene) scene = kind == 0   ? make_cells (20, 40)
                                       : kind == 1 ? make_bubbles (40)
                                                   : make_grid (17);
        g_autoptr (AssayLayout) layout = lay_out (scene, sizes[i / 5], sizes[i % 5], i % 2);
        cairo_surface_t *surface = cairo_image_surface_create (
            CAIRO_FORMAT_ARGB32, (int)ceil (sizes[i / 5]), (int)ceil (sizes[i % 5]));
        cairo_t *cr = cairo_create (surface);

        assay_painter_draw (layout, cr, palettes[i % 5], NULL);
        assay_painter_draw_focus (layout, cr, palettes[i % 5], 1);
        assay_painter_draw_readout (layout, cr, palettes[i % 5], 1);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

static void
test_dump (void)
{
  g_autoptr (AssayScene) cells = make_cells (2, 2);
  g_autoptr (AssayScene) bubbles = make_bubbles (3);
  g_autofree char *cell_text = assay_scene_dump (cells);
  g_autofree char *bubble_text = assay_scene_dump (bubbles);

  g_assert_nonnull (strstr (cell_text, "672,0 [671.5…672.5 -0.46…0.46 level 0] “12”"));
  g_assert_nonnull (strstr (cell_text, "673,1 [672.5…673.5 0.54…1.46 outline] “12”"));
  g_assert_nonnull (strstr (bubble_text, "2,4 (nan) “Công ty Ba lô Bình Dương 2”"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/areas/cells/hit", test_cells_hit);
  g_test_add_func ("/areas/cells/walk", test_cells_walk);
  g_test_add_func ("/areas/cells/months", test_months);
  g_test_add_func ("/areas/cells/levels", test_levels);
  g_test_add_func ("/areas/bubbles/area", test_bubble_area);
  g_test_add_func ("/areas/bubbles/hit", test_bubbles_hit);
  g_test_add_func ("/areas/bubbles/names", test_bubble_names);
  g_test_add_func ("/areas/grid/place", test_grid);
  g_test_add_func ("/areas/grid/walk", test_grid_walk);
  g_test_add_func ("/areas/any-size", test_any_size);
  g_test_add_func ("/areas/dump", test_dump);
  return g_test_run ();
}
