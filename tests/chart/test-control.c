/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Control charts as their reader chose them: kind, rules, base period, phases. */

#include "chart/defect-rate-chart.h"
#include "chart/xmr-chart.h"
#include "charts.h"
#include "record/date.h"

#include <string.h>

static void
assert_has (const char *text, const char *part)
{
  if (text == NULL || strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

/* The vector of domain.md: Laney's p′. */
static AssaySeries *
laney_lots (void)
{
  static const gint64 x[] = { 12, 15, 8, 20, 11, 9, 25, 14, 10, 16 };
  static const gint64 n[] = { 500, 600, 450, 700, 520, 480, 650, 560, 500, 610 };
  AssaySeries *series = assay_series_new_counts (1, "Factory");

  for (guint i = 0; i < G_N_ELEMENTS (x); i++)
    {
      add_lot (series, i + 1, 20524 + (int)i * 30, x[i], n[i]);
      g_array_index (series->points, AssayCountPoint, i).defects = x[i] + 2;
    }
  return series;
}

static void
test_laney (void)
{
  g_autoptr (AssaySeries) series = laney_lots ();
  AssayControlOptions options = assay_control_options_default;
  g_autoptr (AssayScene) scene = NULL;
  g_autofree char *dump = NULL;

  options.kind = ASSAY_CONTROL_P_PRIME;
  scene = assay_defect_rate_chart_new (series, &options);
  dump = assay_scene_dump (scene);
  assert_has (dump, "20524,0.0479807 ");
  assert_has (dump, "σz is 1.09.");
  assert_has (assay_scene_get_description (scene), "Laney p′ chart of the defective rate");
}

static void
test_defects (void)
{
  g_autoptr (AssaySeries) series = laney_lots ();
  AssayControlOptions options = assay_control_options_default;
  g_autoptr (AssayScene) u = NULL, c = NULL;
  g_autofree char *text = NULL, *dump = NULL;

  options.kind = ASSAY_CONTROL_U;
  u = assay_defect_rate_chart_new (series, &options);
  dump = assay_scene_dump (u);
  text = assay_scene_get_mark_text (u, 0);
  /* 160 defects in 5,570 units. */
  assert_has (dump, "0,0.0287253\n");
  assert_has (text, "14 defects in 500 units, 0.028 per unit");
  options.kind = ASSAY_CONTROL_C;
  c = assay_defect_rate_chart_new (series, &options);
  assert_has (assay_scene_get_note (c), "The samples differ in size");
}

/* A chart that the lots do not fit says so and draws nothing. */
static void
test_unequal (void)
{
  g_autoptr (AssaySeries) series = laney_lots ();
  AssayControlOptions options = assay_control_options_default;
  g_autoptr (AssayScene) scene = NULL;

  options.kind = ASSAY_CONTROL_NP;
  scene = assay_defect_rate_chart_new (series, &options);
  assert_has (assay_scene_get_empty (scene), "An np chart needs samples of one size");
  g_assert_cmpuint (assay_scene_n_marks (scene), ==, 0);
}

static void
test_rules (void)
{
  static const double values[] = { 0, 2, 1, 0, 2, 1, 0, 2, 1, 0, 2, 60 };
  g_autoptr (AssaySeries) series = slips_of ("", values, G_N_ELEMENTS (values));
  AssayControlOptions options = assay_control_options_default;
  g_autoptr (AssayScene) scene = NULL;
  g_autofree char *eighth = NULL;

  options.rules = ASSAY_SIGNALS_WESTERN_ELECTRIC;
  scene = assay_xmr_chart_new (series, &options);
  eighth = assay_scene_get_mark_text (scene, 7);
  assert_has (eighth, "8 in a row on one side");
  assert_has (assay_scene_get_definition (scene), "eight in a row on one side of the mean");
  g_assert_null (strstr (assay_scene_get_definition (scene), "nine in a row"));
}

static void
test_base (void)
{
  g_autoptr (AssaySeries) series = known_slips (10);
  g_autoptr (AssaySeries) first = known_slips (8);
  AssayControlOptions options = assay_control_options_default;
  g_autoptr (AssayScene) based = NULL, alone = assay_xmr_chart_new (first, NULL);
  g_autofree char *dump = NULL, *dump_alone = assay_scene_dump (alone);
  const char *limit = strstr (dump_alone, "Upper limit ");
  g_autofree char *line = g_strndup (limit, strcspn (limit, ":"));

  options.base_until = 20524 + 7 * 7;
  based = assay_xmr_chart_new (series, &options);
  dump = assay_scene_dump (based);
  assert_has (dump, line);
  assert_has (dump, "layer upright panel 0: 8.5,0");
  assert_has (assay_scene_get_definition (based), "Mean and limits rest on the points up to");
}

static void
test_phases (void)
{
  static const double values[] = { 30, 32, 29, 31, 30, 33, 28, 31, 2, 1, 3, 2, 0, 2, 1, 3 };
  g_autoptr (AssaySeries) series = slips_of ("", values, G_N_ELEMENTS (values));
  const gint32 change[] = { 20524 + 8 };
  AssayControlOptions options = assay_control_options_default;
  g_autoptr (AssayScene) phased = NULL, plain = assay_xmr_chart_new (series, NULL);
  g_autofree char *dump = NULL;

  options.phases = change;
  options.n_phases = 1;
  phased = assay_xmr_chart_new (series, &options);
  dump = assay_scene_dump (phased);
  /* Means 30.5 and 1.75, each over its own stretch. */
  assert_has (dump, "layer line panel 0: 0.5,30.5 8.5,30.5\n");
  assert_has (dump, "layer line panel 0: 8.5,1.75 16.5,1.75\n");
  assert_has (assay_scene_get_description (phased), "There are no signals.");
  g_assert_null (strstr (assay_scene_get_description (plain), "There are no signals."));
  assert_has (assay_scene_get_description (phased), "Since the last change");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/control/laney", test_laney);
  g_test_add_func ("/control/defects", test_defects);
  g_test_add_func ("/control/unequal", test_unequal);
  g_test_add_func ("/control/rules", test_rules);
  g_test_add_func ("/control/base", test_base);
  g_test_add_func ("/control/phases", test_phases);
  return g_test_run ();
}
