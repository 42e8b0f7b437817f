/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Layout, pointing, painting and files: nothing overlaps or leaves the picture at any size,
 * pointing at a mark finds it, files are what they say, a million points stay cheap. */

#include "charts.h"

#include "chart/defect-rate-chart.h"
#include "chart/export.h"
#include "chart/layout.h"
#include "chart/painter.h"
#include "chart/spread-chart.h"
#include "chart/xmr-chart.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

static AssayScene *
make_scene (guint kind)
{
  g_autoptr (AssaySeries) slips = known_slips (10);
  g_autoptr (AssaySeries) lots = assay_series_new_counts (1, "Factory");
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_series_free);

  if (kind == 0)
    return assay_xmr_chart_new (slips, NULL);
  if (kind == 1)
    {
      for (guint i = 0; i < 9; i++)
        add_lot (lots, i, 20524 + (int)i * 30, i, 80);
      return assay_defect_rate_chart_new (lots, NULL);
    }
  if (kind == 2)
    return assay_xmr_chart_new (NULL, NULL);
  for (guint i = 0; i < 30; i++)
    {
      double values[] = { -3.0 - i, 0, 5.0 * i, 7 };
      g_autofree char *name
          = g_strdup_printf ("Công ty TNHH Sản xuất Ba lô và Túi xách Bình Dương số %u", i);

      g_ptr_array_add (groups, slips_of (name, values, G_N_ELEMENTS (values)));
    }
  return assay_spread_chart_new (groups);
}

static AssayLayout *
lay_out (AssayScene *scene, double width, double height, gboolean header)
{
  AssayLayoutOptions options
      = { .width = width, .height = height, .font_size = 12, .header = header, .margin = 6 };

  if (!(height > 0))
    options.height = assay_layout_natural_height (scene, &options);
  return assay_layout_new (scene, &options);
}

static gboolean
overlap (const AssayRect *a, const AssayRect *b)
{
  /* Boxes of lines have empty space above and below the letters. */
  double slack = 2.5;

  return a->x + slack < b->x + b->width && b->x + slack < a->x + a->width
         && a->y + slack < b->y + b->height && b->y + slack < a->y + a->height;
}

static void
test_words_apart (void)
{
  static const double widths[] = { 340, 480, 760, 1600 };

  for (guint kind = 0; kind < 4; kind++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
      {
        g_autoptr (AssayScene) scene = make_scene (kind);
        g_autoptr (AssayLayout) layout = lay_out (scene, widths[w], 0, w % 2 == 0);

        for (guint i = 0; i < assay_layout_n_texts (layout); i++)
          {
            const char *a, *b;
            AssayRect first = assay_layout_get_text (layout, i, &a);

            g_assert_cmpfloat (first.x, >=, -1);
            g_assert_cmpfloat (first.x + first.width, <=, widths[w] + 2);
            for (guint k = i + 1; k < assay_layout_n_texts (layout); k++)
              {
                AssayRect second = assay_layout_get_text (layout, k, &b);

                if (overlap (&first, &second))
                  g_error ("chart %u at %g: “%s” lies over “%s”", kind, widths[w], a, b);
              }
          }
      }
}

static void
test_hit (void)
{
  for (guint kind = 0; kind < 4; kind++)
    {
      g_autoptr (AssayScene) scene = make_scene (kind);
      g_autoptr (AssayLayout) layout = lay_out (scene, 760, 0, FALSE);

      for (guint mark = 0; mark < assay_scene_n_marks (scene); mark++)
        {
          double x, y, found_x, found_y;
          guint found;

          g_assert_true (assay_layout_mark_point (layout, mark, &x, &y));
          found = assay_layout_hit (layout, x, y, 12);
          g_assert_cmpuint (found, !=, ASSAY_MARK_NONE);
          assay_layout_mark_point (layout, found, &found_x, &found_y);
          g_assert_cmpfloat (hypot (found_x - x, found_y - y), <, 0.01);
        }
      g_assert_cmpuint (assay_layout_hit (layout, -100, -100, 12), ==, ASSAY_MARK_NONE);
    }
}

static void
test_zoom (void)
{
  g_autoptr (AssayScene) scene = make_scene (0);
  AssayLayoutOptions options
      = { .width = 700, .height = 400, .font_size = 12, .zoomed = TRUE, .view = { 2.5, 5.5 } };
  g_autoptr (AssayLayout) layout = assay_layout_new (scene, &options);
  AssayScale view = assay_layout_get_view (layout);
  double x, y;

  g_assert_cmpfloat (view.min, ==, 2.5);
  g_assert_cmpfloat (view.max, ==, 5.5);
  g_assert_false (assay_layout_mark_point (layout, 0, &x, &y));
  g_assert_true (assay_layout_mark_point (layout, 3, &x, &y));
  g_assert_cmpfloat_with_epsilon (assay_layout_x_value (layout, x), 4, 1e-9);
}

static void
test_any_size (void)
{
  static const AssayPalette *const palettes[]
      = { &assay_palette_light, &assay_palette_dark, &assay_palette_high_contrast_light,
          &assay_palette_high_contrast_dark, &assay_palette_print };
  static const double sizes[] = { 0.5, 17, 90, 340, 900 };

  for (guint kind = 0; kind < 4; kind++)
    for (guint i = 0; i < 25; i++)
      {
        g_autoptr (AssayScene) scene = make_scene (kind);
        AssayLayoutOptions options = { .width = sizes[i / 5],
                                       .height = sizes[i % 5],
                                       .font_size = 13,
                                       .rtl = i % 2,
                                       .header = i % 3 == 0,
                                       .margin = 6 };
        g_autoptr (AssayLayout) layout = assay_layout_new (scene, &options);
        cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 900, 900);
        cairo_t *cr = cairo_create (surface);

        assay_painter_draw (layout, cr, palettes[i % 5], NULL);
        assay_painter_draw_focus (layout, cr, palettes[i % 5], 1);
        assay_painter_draw_readout (layout, cr, palettes[i % 5], 1);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

/* Text that must be read keeps the contrast WCAG asks for; marks keep 3 : 1. */
static void
test_contrast (void)
{
  static const AssayPalette *const palettes[]
      = { &assay_palette_light, &assay_palette_dark, &assay_palette_high_contrast_light,
          &assay_palette_high_contrast_dark, &assay_palette_print };

  for (guint i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      const AssayPalette *p = palettes[i];
      double text = i == 2 || i == 3 ? 7 : 4.5;

      g_assert_cmpfloat (assay_color_contrast (&p->foreground, &p->background), >=, 7);
      g_assert_cmpfloat (assay_color_contrast (&p->dim, &p->background), >=, text);
      g_assert_cmpfloat (assay_color_contrast (&p->warning, &p->background), >=, text);
      g_assert_cmpfloat (assay_color_contrast (&p->error, &p->background), >=, 4.5);
      for (guint k = 0; k < ASSAY_N_SERIES_COLORS; k++)
        g_assert_cmpfloat (assay_color_contrast (&p->series[k], &p->background), >=, 3);
      /* These also name lines in words. */
      g_assert_cmpfloat (assay_color_contrast (&p->series[1], &p->background), >=, 4);
      g_assert_cmpfloat (assay_color_contrast (&p->series[2], &p->background), >=, 4);
    }
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-chart-XXXXXX", NULL);
  static const char *const names[] = { "a.svg", "b.PNG", "c.pdf" };
  static const char *const heads[] = { "<?xml", "\x89PNG", "%PDF-" };

  for (guint kind = 0; kind < 4; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      {
        g_autoptr (AssayScene) scene = make_scene (kind);
        g_autofree char *path = g_build_filename (folder, names[i], NULL);
        g_autoptr (GFile) file = g_file_new_for_path (path);
        g_autoptr (GError) error = NULL;
        g_autofree char *content = NULL;
        AssayExportFormat format;
        gsize size;

        g_assert_true (assay_export_format_from_name (names[i], &format, &error));
        g_assert_true (assay_export_file (scene, file, format, NULL, NULL, &error));
        g_assert_no_error (error);
        g_assert_true (g_file_get_contents (path, &content, &size, &error));
        g_assert_true (g_str_has_prefix (content, heads[i]));
        if (format == ASSAY_EXPORT_SVG)
          {
            g_autoptr (GMarkupParseContext) parser
                = g_markup_parse_context_new (&(GMarkupParser){ 0 }, 0, NULL, NULL);

            g_assert_true (g_markup_parse_context_parse (parser, content, (gssize)size, &error));
            g_assert_true (g_markup_parse_context_end_parse (parser, &error));
            g_assert_nonnull (strstr (content, "<title>"));
            g_assert_nonnull (strstr (content, "role=\"img\""));
          }
        if (format == ASSAY_EXPORT_PNG)
          {
            cairo_surface_t *image = cairo_image_surface_create_from_png (path);

            g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
            g_assert_cmpint (cairo_image_surface_get_width (image), ==, 1440);
            cairo_surface_destroy (image);
            g_assert_cmpint (memcmp (content + 37, "iTXtTitle", 9), ==, 0);
          }
        if (format == ASSAY_EXPORT_PDF)
          g_assert_nonnull (g_strstr_len (content + size - 32, 32, "%%EOF"));
        g_unlink (path);
      }
  g_rmdir (folder);
}

static void
test_refusals (void)
{
  g_autoptr (AssayScene) scene = make_scene (0);
  g_autoptr (GError) error = NULL;
  AssayExportFormat format;
  AssayExportOptions huge = { .width = 20000, .height = 20000 };
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/folder/chart.svg");

  g_assert_false (assay_export_format_from_name ("chart.gif", &format, &error));
  g_assert_error (error, ASSAY_EXPORT_ERROR, ASSAY_EXPORT_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_null (assay_export_bytes (scene, ASSAY_EXPORT_PNG, &huge, &error));
  g_assert_error (error, ASSAY_EXPORT_ERROR, ASSAY_EXPORT_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_false (assay_export_file (scene, nowhere, ASSAY_EXPORT_SVG, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_rows_that_do_not_fit (void)
{
  g_autoptr (AssayScene) scene = make_scene (3);
  g_autoptr (AssayLayout) layout = lay_out (scene, 340, 300, FALSE);
  g_autoptr (AssayLayout) whole = lay_out (scene, 340, 0, FALSE);
  gboolean told = FALSE, told_whole = FALSE;

  for (guint i = 0; i < assay_layout_n_texts (layout); i++)
    {
      const char *text;

      assay_layout_get_text (layout, i, &text);
      told = told || strstr (text, "rows are not shown here") != NULL;
    }
  for (guint i = 0; i < assay_layout_n_texts (whole); i++)
    {
      const char *text;

      assay_layout_get_text (whole, i, &text);
      told_whole = told_whole || strstr (text, "not shown") != NULL;
    }
  g_assert_true (told);
  g_assert_false (told_whole);
}

static void
test_million (void)
{
  g_autoptr (AssaySeries) series = assay_series_new (1, "Many");
  g_autoptr (AssayScene) scene = NULL;
  g_autoptr (AssayLayout) layout = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1000, 500);
  cairo_t *cr = cairo_create (surface);
  gint64 start;

  for (guint i = 0; i < 1000000; i++)
    {
      AssayPoint point = { i, (gint32)(i / 200), (double)(i * 7919u % 101u) - 50, NULL };
      g_array_append_val (series->points, point);
    }
  scene = assay_xmr_chart_new (series, NULL);
  layout = lay_out (scene, 1000, 500, FALSE);
  start = g_get_monotonic_time ();
  assay_painter_draw (layout, cr, &assay_palette_light, NULL);
  g_test_message ("painted in %" G_GINT64_FORMAT " µs", g_get_monotonic_time () - start);
  /* Stroking them takes seconds; sanitizers take their share. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 1500000);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/layout/words-apart", test_words_apart);
  g_test_add_func ("/chart/layout/hit", test_hit);
  g_test_add_func ("/chart/layout/zoom", test_zoom);
  g_test_add_func ("/chart/layout/rows-that-do-not-fit", test_rows_that_do_not_fit);
  g_test_add_func ("/chart/paint/any-size", test_any_size);
  g_test_add_func ("/chart/paint/contrast", test_contrast);
  g_test_add_func ("/chart/paint/million", test_million);
  g_test_add_func ("/chart/export/files", test_files);
  g_test_add_func ("/chart/export/refusals", test_refusals);
  return g_test_run ();
}
