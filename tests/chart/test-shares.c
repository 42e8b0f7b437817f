/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts of shares and counts: most frequent defects, distribution of slip, on time by month. */

#include "chart/distribution-chart.h"
#include "chart/on-time-chart.h"
#include "chart/pareto-chart.h"
#include "charts.h"

#include <string.h>

static void
assert_has (const char *text, const char *part)
{
  if (text == NULL || strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

static void
add_cause (GPtrArray *causes, const char *name, gint64 count, gint64 inspection)
{
  AssayCause *cause = g_new0 (AssayCause, 1);

  cause->name = g_strdup (name);
  cause->count = count;
  cause->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (cause->ids, inspection);
  g_ptr_array_add (causes, cause);
}

static GPtrArray *
causes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)assay_cause_free);
}

static void
test_pareto (void)
{
  g_autoptr (GPtrArray) causes = causes_new ();
  g_autoptr (AssayScene) scene = NULL;
  g_autofree char *dump = NULL, *text = NULL;

  add_cause (causes, "Open seam", 30, 1);
  add_cause (causes, "Oil stain", 15, 2);
  add_cause (causes, NULL, 5, 1);
  scene = assay_pareto_chart_new (causes, ASSAY_CAUSE_TYPE);
  dump = assay_scene_dump (scene);
  text = assay_scene_get_mark_text (scene, 1);
  assert_has (dump, "row 0: Open seam (30 · 60%, together 60%)\n");
  assert_has (dump, "row 2: Not described (5 · 10%, together 100%)\n");
  assert_has (dump, "table: Oil stain | 15 | 30.0% | 90.0% | 1\n");
  assert_has (text, "Oil stain · 15 · 30%, together 90% · in 1 inspection");
  assert_has (assay_scene_get_description (scene),
              "50 defects recorded. Open seam is the most frequent with 60%; 2 rows make up four "
              "fifths.");
}

/* Beyond ten rows the rest is one, which opens each inspection once. */
static void
test_pareto_others (void)
{
  g_autoptr (GPtrArray) causes = causes_new ();
  g_autoptr (AssayScene) scene = NULL;
  g_autoptr (GArray) ids = NULL;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Defect %u", i);

      add_cause (causes, name, 100 - i, 1 + i % 2);
    }
  scene = assay_pareto_chart_new (causes, ASSAY_CAUSE_TYPE);
  g_assert_cmpuint (assay_scene_n_rows (scene), ==, 10);
  ids = assay_scene_get_row_ids (scene, 9);
  g_assert_cmpuint (ids->len, ==, 2);
}

/* 61 of 100 slips are exactly 0, as in the real history: early, on the day and late stay apart. */
static void
test_distribution (void)
{
  double values[100];
  g_autoptr (AssaySeries) series = NULL;
  g_autoptr (AssayScene) scene = NULL;
  g_autofree char *dump = NULL;

  for (guint i = 0; i < 100; i++)
    values[i] = i < 61 ? 0 : i < 80 ? -1 - (int)(i % 5) : 1 + (int)(i % 10);
  series = slips_of ("", values, 100);
  scene = assay_distribution_chart_new (series);
  dump = assay_scene_dump (scene);
  assert_has (dump, "table: 0 | 0 | 61 | 61.0% | 80.0%\n");
  assert_has (dump, "legend: median: on the promised day\n");
  /* Type 7 at 0.85: sorted 84.15 of 0…99; the 20 late ones are 1 to 10, two each. */
  assert_has (dump, "legend: P85: 3 days late\n");
}

static void
test_distribution_tails (void)
{
  double values[200];
  g_autoptr (AssaySeries) series = NULL;
  g_autoptr (AssayScene) scene = NULL;
  g_autofree char *dump = NULL, *last = NULL;
  guint n = 0;

  for (guint i = 0; i < 200; i++)
    values[i] = (int)(i % 21) - 10;
  values[0] = 900;
  series = slips_of ("", values, 200);
  scene = assay_distribution_chart_new (series);
  dump = assay_scene_dump (scene);
  last = assay_scene_get_mark_text (scene, assay_scene_n_marks (scene) - 1);
  assert_has (last, "or later");
  g_assert_cmpuint (assay_scene_n_rows (scene), <=, 40);
  for (guint row = 0; row < assay_scene_n_rows (scene); row++)
    {
      g_autoptr (GArray) ids = assay_scene_get_row_ids (scene, row);

      n += ids->len;
    }
  g_assert_cmpuint (n, ==, 200);
}

static void
test_on_time (void)
{
  g_autoptr (AssaySeries) months = assay_series_new_counts (0, NULL);
  g_autoptr (AssayScene) scene = NULL;
  g_autofree char *text = NULL, *dump = NULL;

  /* 3 of 80: Wilson (0.012835, 0.104547), from domain.md. */
  add_lot (months, 0, 20513, 3, 80);
  add_lot (months, 0, 20544, 80, 80);
  scene = assay_on_time_chart_new (months, "On time.");
  text = assay_scene_get_mark_text (scene, 0);
  dump = assay_scene_dump (scene);
  assert_has (text, "3 of 80 on time, 3.8% · 95 % interval 1% to 10%");
  assert_has (dump, " | 80 | 3 | 3.8% | 1.3% | 10.5%\n");
  assert_has (dump, "layer rule panel 0 All months 51.9%: ");
  assert_has (assay_scene_get_note (scene), "fewer than eight months");
}

static void
check_empty (AssayScene *made)
{
  g_autoptr (AssayScene) scene = made;

  g_assert_nonnull (assay_scene_get_empty (scene));
  g_assert_cmpuint (assay_scene_n_marks (scene), ==, 0);
  g_assert_cmpuint (assay_scene_n_rows (scene), ==, 0);
}

static void
test_empty (void)
{
  static const double same[] = { 4, 4, 4 };
  g_autoptr (AssaySeries) equal = slips_of ("", same, 3), one = slips_of ("", same, 1);
  g_autoptr (AssayScene) scene = assay_distribution_chart_new (equal);
  g_autoptr (AssayScene) single = assay_distribution_chart_new (one);

  check_empty (assay_pareto_chart_new (NULL, ASSAY_CAUSE_CLASS));
  check_empty (assay_distribution_chart_new (NULL));
  check_empty (assay_on_time_chart_new (NULL, "On time."));
  g_assert_cmpuint (assay_scene_n_rows (scene), ==, 1);
  g_assert_cmpuint (assay_scene_n_rows (single), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shares/pareto", test_pareto);
  g_test_add_func ("/shares/pareto-others", test_pareto_others);
  g_test_add_func ("/shares/distribution", test_distribution);
  g_test_add_func ("/shares/distribution-tails", test_distribution_tails);
  g_test_add_func ("/shares/on-time", test_on_time);
  g_test_add_func ("/shares/empty", test_empty);
  return g_test_run ();
}
