/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart on paper: the picture keeps to a page, the table has every row. */

#include <string.h>

#include "chart/small-multiples.h"
#include "chart/xmr-chart.h"
#include "report/chart-page.h"
#include "testing.h"

static AssaySeries *
make_series (const char *name, guint n)
{
  AssaySeries *series = assay_series_new (1, name);

  for (guint i = 0; i < n; i++)
    {
      AssayPoint point = { .id = i + 1, .day = 20524 + (gint32)i, .value = (i * 7) % 11 };

      point.label = g_strdup_printf ("PO-%04u", i);
      g_array_append_val (series->points, point);
    }
  return series;
}

static AssayPages *
lay_out (AssayDocument *document, AssayPaper paper, AssayTyper *typer)
{
  AssayPageSetup upright, setup;

  assay_page_setup_init (&upright, paper);
  setup = upright;
  setup.width = upright.height;
  setup.height = upright.width;
  return assay_pages_new (document, &setup, typer);
}

static void
test_rows (void)
{
  g_autoptr (AssaySeries) series = make_series ("Sao Mai", 120);
  g_autoptr (AssayScene) scene = assay_xmr_chart_new (series, NULL);
  g_autoptr (AssayDocument) document = assay_chart_page_new (scene);
  g_autofree char *path = testing_export (document, ASSAY_PAPER_A4);
  g_autofree char *text = testing_run ("pdftotext", "-layout", path, "-", NULL);

  testing_remove (path);
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, assay_scene_get_title (scene)));
  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *label = g_strdup_printf ("PO-%04u", i);

      g_assert_nonnull (strstr (text, label));
    }
}

/* What is too long is cut with words, not silently. */
static void
test_many_rows (void)
{
  g_autoptr (AssaySeries) series = make_series ("Sao Mai", 2000);
  g_autoptr (AssayScene) scene = assay_xmr_chart_new (series, NULL);
  g_autoptr (AssayDocument) document = assay_chart_page_new (scene);
  g_autofree char *path = testing_export (document, ASSAY_PAPER_LETTER);
  g_autofree char *text = testing_run ("pdftotext", "-layout", path, "-", NULL);

  testing_remove (path);
  if (text != NULL)
    g_assert_nonnull (strstr (text, "The first 500 of 2000 rows"));
}

/* Sixty panels stand on one page lying on its side, and so does an empty chart. */
static void
test_one_page (void)
{
  g_autoptr (AssayTyper) typer = assay_typer_new ();

  for (guint n = 0; n <= 60; n += 20)
    for (guint paper = 0; paper < 2; paper++)
      {
        g_autoptr (GPtrArray) all
            = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_series_free);
        g_autoptr (AssayScene) scene = NULL;
        g_autoptr (AssayDocument) document = NULL;
        g_autoptr (AssayPages) pages = NULL;
        double top, bottom;

        for (guint i = 0; i < n; i++)
          g_ptr_array_add (all, make_series ("Công ty Ba lô Bình Dương", 12));
        scene = assay_small_multiples_new (ASSAY_SUPPLIER_SLIP, all, NULL, NULL);
        document = assay_chart_page_new (scene);
        pages = lay_out (document, (AssayPaper)paper, typer);
        assay_pages_get_body (pages, &top, &bottom);
        for (guint page = 0; page < assay_pages_count (pages); page++)
          for (guint i = 0; i < assay_pages_n_places (pages, page); i++)
            {
              const AssayPlace *place = assay_pages_get_place (pages, page, i);

              g_assert_cmpfloat (place->y, >=, top - 0.5);
              g_assert_cmpfloat (place->y + place->height, <=, bottom + 0.5);
              g_assert_false (place->block == 0 && page > 0);
            }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-page/rows", test_rows);
  g_test_add_func ("/chart-page/many-rows", test_many_rows);
  g_test_add_func ("/chart-page/one-page", test_one_page);
  return g_test_run ();
}
