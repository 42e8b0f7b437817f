/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of all suppliers: what is in them, what is said of what is missing. */

#include "charts.h"

#include "chart/bubble-chart.h"
#include "chart/heat-map.h"
#include "chart/layout.h"
#include "chart/scene-private.h"
#include "chart/small-multiples.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static void
set_summary (AssaySummary *summary, gsize n, double sd)
{
  summary->n = n;
  summary->mean = 60;
  summary->sd = sd;
  summary->variance = sd * sd;
}

/* @defective of @inspected units in @lots, @n deliveries with a spread of @sd days. */
static AssaySupplierPlace *
add_place (AssaySupplierMap *map,
           const char *name,
           gsize n,
           double sd,
           gint64 defective,
           gint64 inspected,
           gint64 lots,
           double spend)
{
  AssaySupplierPlace *place = assay_supplier_map_add (map, 100 + (gint64)map->places->len, name);

  set_summary (&place->lead, n, n < 2 ? NAN : sd);
  set_summary (&place->slip, n, n < 2 ? NAN : sd / 2);
  place->lots = lots;
  place->inspected = inspected;
  place->defective = defective;
  if (inspected > 0)
    {
      place->rate = (double)defective / (double)inspected;
      place->rate_low = place->rate / 2;
      place->rate_high = place->rate * 2;
    }
  place->spend = spend;
  return place;
}

static AssaySupplierMap *
make_map (void)
{
  AssaySupplierMap *map = assay_supplier_map_new ();

  map->currency = g_strdup ("USD");
  add_place (map, "Sao Mai", 24, 8, 12, 500, 6, 400000);
  add_place (map, "Ege", 12, 4, 5, 500, 5, 100000);
  add_place (map, "Hoya", 9, 2, 0, 200, 4, NAN);
  add_place (map, "Linh", 5, 10, 9, 300, 2, 50000);
  add_place (map, "Two only", 2, 3, 1, 80, 3, 10);
  add_place (map, "Uninspected", 30, 5, 0, 0, 0, 10);
  add_place (map, "Never delivered", 0, 0, 2, 50, 1, NAN);
  return map;
}

static void
has (const char *dump, const char *part)
{
  if (strstr (dump, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, dump);
}

static void
test_bubbles (void)
{
  g_autoptr (AssayScene) scene = assay_bubble_chart_new (make_map (), ASSAY_BUBBLE_LEAD_SD);
  g_autofree char *dump = assay_scene_dump (scene);
  g_autofree char *text = assay_scene_get_mark_text (scene, 2);
  g_autoptr (GArray) ids = assay_scene_get_mark_ids (scene, 2);

  /* In rising order of x; areas as spend, the unknown without. */
  has (dump, "marks: 2,0 (nan) “Hoya” 4,0.01 (0.25) “Ege” 8,0.024 (1) “Sao Mai” 10,0.03 (0.125 "
             "dashed) “Linh”");
  /* Medians of 2, 4, 8, 10 and of 0, 1, 2.4 and 3 %. */
  has (dump, "layer upright panel 0: 6,0");
  has (dump, "layer rule panel 0: 0,0.017");
  has (dump, "corner: unsteady and defective");
  has (dump, "1 supplier without a delivery that can be measured is not shown (Never delivered).");
  has (dump, "1 supplier with fewer than three such deliveries is not shown (Two only).");
  has (dump, "1 supplier without inspections is not shown (Uninspected).");
  has (dump, "The spend of 1 supplier is not known (Hoya).");
  has (dump, "legend: few data: under 8 deliveries or 3 lots");
  has (dump, "Above the median in both: Sao Mai, Linh.");
  has (dump, "table: Uninspected | 30 | 5 | 0 | 0 |  |  |  | 10 USD | not shown: no inspections");
  has (text, "Sao Mai · standard deviation of lead time 8 days · 24 deliveries · 2.40% defective "
             "(12 of 500");
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, 100);
}

static void
test_bubble_axes (void)
{
  g_autoptr (AssayScene) variance
      = assay_bubble_chart_new (make_map (), ASSAY_BUBBLE_LEAD_VARIANCE);
  g_autoptr (AssayScene) slip = assay_bubble_chart_new (make_map (), ASSAY_BUBBLE_SLIP_SD);
  g_autofree char *first = assay_scene_dump (variance);
  g_autofree char *second = assay_scene_dump (slip);

  has (first, "Lead time: variance (days²)");
  has (first, "64,0.024 (1) “Sao Mai”");
  has (second, "Slip: standard deviation (days)");
  has (second, "4,0.024 (1) “Sao Mai”");
}

/* One supplier has no medians; none, or none with both figures, is said in words. */
static void
test_few_bubbles (void)
{
  AssaySupplierMap *one = assay_supplier_map_new (), *half = assay_supplier_map_new ();
  g_autoptr (AssayScene) single = NULL, none = NULL, without = NULL;
  g_autofree char *dump = NULL;

  add_place (one, NULL, 9, 0, 0, 200, 4, NAN);
  add_place (half, "Uninspected", 30, 5, 0, 0, 0, NAN);
  single = assay_bubble_chart_new (one, ASSAY_BUBBLE_LEAD_SD);
  none = assay_bubble_chart_new (assay_supplier_map_new (), ASSAY_BUBBLE_LEAD_SD);
  without = assay_bubble_chart_new (half, ASSAY_BUBBLE_LEAD_SD);
  dump = assay_scene_dump (single);
  has (dump, "marks: 0,0 (nan) “Unknown supplier”");
  g_assert_null (strstr (dump, "corner"));
  g_assert_null (strstr (dump, "upright"));
  g_assert_nonnull (assay_scene_get_empty (none));
  g_assert_nonnull (assay_scene_get_empty (without));
  g_assert_cmpuint (assay_scene_n_rows (without), ==, 1);
}

static GPtrArray *
make_slips (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_series_free);
  const double late[] = { 0, 12, 3 }, early[] = { -4 };

  g_ptr_array_add (all, known_slips (10));
  g_ptr_array_add (all, slips_of ("Late", late, G_N_ELEMENTS (late)));
  g_ptr_array_add (all, slips_of ("Early", early, G_N_ELEMENTS (early)));
  return all;
}

static void
test_heat_slip (void)
{
  g_autoptr (GPtrArray) series = make_slips ();
  g_autoptr (AssayScene) scene
      = assay_heat_map_new (assay_month_matrix_new (ASSAY_SUPPLIER_SLIP, series), "Defined.");
  g_autofree char *dump = assay_scene_dump (scene);
  g_autofree char *empty = assay_scene_get_mark_text (scene, 5);
  g_autofree char *early = assay_scene_get_mark_text (scene, 6);
  g_autoptr (GArray) no_ids = assay_scene_get_mark_ids (scene, 5);
  g_autoptr (GArray) ids = assay_scene_get_mark_ids (scene, 3);

  /* Three rows of the three months from March to May. */
  g_assert_cmpuint (assay_scene_n_marks (scene), ==, 9);
  has (dump, "x: month 673.5…676.5 \"Month of delivery\"");
  has (dump, "row 1: Late ()");
  has (dump, "level-hatch");
  has (dump, "“5”"); /* the mean of 0, 12 and 3 */
  has (dump, "outline]");
  g_assert_cmpstr (early, ==, "Early · March 2026 · 4 days early (1 delivery)");
  g_assert_cmpstr (empty, ==, "Late · May 2026 · no deliveries");
  g_assert_cmpuint (no_ids->len, ==, 0);
  g_assert_cmpuint (ids->len, ==, 3);
  has (dump, "table: Late | March 2026 | 5 | 3");
  g_assert_null (strstr (dump, "table: Late | April"));
}

static void
test_heat_defects (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_series_free);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (AssayScene) scene = NULL;
  g_autoptr (AssayScene) empty
      = assay_heat_map_new (assay_month_matrix_new (ASSAY_SUPPLIER_DEFECTS, none), NULL);
  AssaySeries *lots = assay_series_new_counts (7, "Sao Mai");
  g_autofree char *dump = NULL, *nought = NULL;

  add_lot (lots, 1, 20524, 0, 80);
  add_lot (lots, 2, 20584, 3, 60);
  g_ptr_array_add (all, lots);
  scene = assay_heat_map_new (assay_month_matrix_new (ASSAY_SUPPLIER_DEFECTS, all), NULL);
  dump = assay_scene_dump (scene);
  nought = assay_scene_get_mark_text (scene, 0);
  has (dump, "level 0] “0”");
  has (dump, "level 1] “5.0”");
  has (dump, "legend: no inspections in that month");
  g_assert_cmpstr (nought, ==, "Sao Mai · March 2026 · 0 of 80 defective, 0.00%");
  g_assert_nonnull (assay_scene_get_empty (empty));
}

static void
test_multiples_slip (void)
{
  g_autoptr (GPtrArray) series = make_slips ();
  g_autoptr (AssayScene) scene
      = assay_small_multiples_new (ASSAY_SUPPLIER_SLIP, series, NULL, "Defined.");
  g_autofree char *dump = assay_scene_dump (scene);
  g_autofree char *text = assay_scene_get_mark_text (scene, 1);
  g_autoptr (GArray) ids = assay_scene_get_mark_ids (scene, 0);

  g_assert_cmpuint (assay_scene_n_marks (scene), ==, 3);
  has (dump, "detail: mean 53 d · n 10");
  has (dump, "detail: mean 5.0 d · n 3 · provisional");
  /* The limits of the domain vector. */
  has (dump, "25.6089");
  has (dump, "79.9911");
  has (dump, "Limits of 2 suppliers are provisional: they rest on fewer than 8 points each.");
  has (dump, "table: Hà Nội Bags | 10 | 52.8 | 25.6 | 80.0 | ");
  has (text, "provisional limits");
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, 3);
}

/* Eight points suffice, seven do not; a broken rule has its name. */
static void
test_multiples_rules (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_series_free);
  const double steady[]
      = { 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 40 }; /* one far beyond what steps of one allow */
  g_autoptr (AssayScene) scene = NULL;
  g_autofree char *dump = NULL, *text = NULL;

  g_ptr_array_add (all, slips_of ("Steady", steady, G_N_ELEMENTS (steady)));
  g_ptr_array_add (all, slips_of ("Eight", steady, 8));
  g_ptr_array_add (all, slips_of ("Seven", steady, 7));
  scene = assay_small_multiples_new (ASSAY_SUPPLIER_SLIP, all, NULL, NULL);
  dump = assay_scene_dump (scene);
  text = assay_scene_get_mark_text (scene, 0);
  has (dump, "Limits of 1 supplier are provisional");
  has (dump, "legend: beyond the limits");
  has (text, "beyond the limits: 1");
}

static void
test_multiples_shares (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_series_free);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (AssayScene) defects = NULL, on_time = NULL;
  g_autoptr (AssayScene) empty
      = assay_small_multiples_new (ASSAY_SUPPLIER_DEFECTS, none, NULL, NULL);
  g_autofree char *dump = NULL, *other = NULL;
  AssaySeries *lots = assay_series_new_counts (7, "Sao Mai");

  for (guint i = 0; i < 9; i++)
    add_lot (lots, i + 1, 20454 + (int)i * 31, i % 3, 80);
  g_ptr_array_add (all, lots);
  defects = assay_small_multiples_new (ASSAY_SUPPLIER_DEFECTS, all, NULL, NULL);
  on_time = assay_small_multiples_new (ASSAY_SUPPLIER_ON_TIME, all, NULL, NULL);
  dump = assay_scene_dump (defects);
  other = assay_scene_dump (on_time);
  has (dump, "detail: 1.25% of 720"); /* 9 of 720 */
  has (dump, "layer steps");
  has (other, "detail: 1.2% of 720");
  g_assert_null (strstr (other, "layer steps")); /* no limits */
  g_assert_nonnull (assay_scene_get_empty (empty));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/suppliers/bubbles", test_bubbles);
  g_test_add_func ("/suppliers/bubbles/axes", test_bubble_axes);
  g_test_add_func ("/suppliers/bubbles/few", test_few_bubbles);
  g_test_add_func ("/suppliers/heat/slip", test_heat_slip);
  g_test_add_func ("/suppliers/heat/defects", test_heat_defects);
  g_test_add_func ("/suppliers/multiples/slip", test_multiples_slip);
  g_test_add_func ("/suppliers/multiples/rules", test_multiples_rules);
  g_test_add_func ("/suppliers/multiples/shares", test_multiples_shares);
  return g_test_run ();
}
