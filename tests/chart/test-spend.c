/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts of shares of spend and of demand. */

#include "chart/demand-chart.h"
#include "chart/share-chart.h"
#include "charts.h"

#include <math.h>
#include <string.h>

static void
assert_has (const char *text, const char *part)
{
  if (text == NULL || strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

static void
free_ids (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

static AssaySpendOverTime *
series_new (guint periods)
{
  AssaySpendOverTime *series = g_new0 (AssaySpendOverTime, 1);

  series->asked.by = ASSAY_SPEND_BY_SUPPLIER;
  series->asked.every = ASSAY_SPEND_QUARTERLY;
  series->has_base = TRUE;
  series->currency = g_strdup ("USD");
  series->periods = g_array_new (FALSE, FALSE, sizeof (gint32));
  series->labels = g_ptr_array_new_with_free_func (g_free);
  series->bands = g_ptr_array_new ();
  series->totals = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_array_set_size (series->totals, periods);
  series->indices = g_array_new (FALSE, TRUE, sizeof (double));
  g_array_set_size (series->indices, periods);
  series->left_out = g_ptr_array_new ();
  series->concentration = (AssayConcentration){ 0, NAN, NAN, NAN };
  series->definition = g_strdup ("Spend.");
  for (guint i = 0; i < periods; i++)
    {
      /* From 1 January 2026 on. */
      gint32 day = 20454 + (gint32)i * 91 - (i == 0 ? 0 : 1);

      g_array_append_val (series->periods, day);
      g_ptr_array_add (series->labels, g_strdup_printf ("2026-Q%u", i + 1));
    }
  return series;
}

static void
add_band (AssaySpendOverTime *series, const char *name, gboolean is_rest, const gint64 *amounts)
{
  AssaySpendBand *band = g_new0 (AssaySpendBand, 1);

  band->group = g_strdup (name);
  band->is_rest = is_rest;
  band->n_groups = is_rest ? 4 : 1;
  band->amounts = g_array_new (FALSE, TRUE, sizeof (gint64));
  band->ids = g_ptr_array_new_with_free_func (free_ids);
  for (guint i = 0; i < series->periods->len; i++)
    {
      GArray *ids = amounts[i] > 0 ? g_array_new (FALSE, FALSE, sizeof (gint64)) : NULL;
      gint64 id = series->bands->len * 10 + i + 1;

      if (ids != NULL)
        g_array_append_val (ids, id);
      g_array_append_val (band->amounts, amounts[i]);
      g_ptr_array_add (band->ids, ids);
      g_array_index (series->totals, gint64, i) += amounts[i];
      band->amount += amounts[i];
      series->amount += amounts[i];
    }
  g_ptr_array_add (series->bands, band);
}

static void
finish (AssaySpendOverTime *series)
{
  for (guint i = 0; i < series->bands->len; i++)
    {
      AssaySpendBand *band = g_ptr_array_index (series->bands, i);

      band->share = (double)band->amount / (double)series->amount;
    }
}

/* The bands free themselves with the series in the real answer; here it is told how. */
static void
band_free (gpointer data)
{
  AssaySpendBand *band = data;

  g_free (band->group);
  g_array_unref (band->amounts);
  g_ptr_array_unref (band->ids);
  g_free (band);
}

/* Two quarters of 100 and 50 USD: 75 + 25, and 20 + 30 of others. */
static void
test_shares (void)
{
  static const gint64 first[] = { 750000, 200000 }, second[] = { 250000, 0 },
                      rest[] = { 0, 300000 };
  AssaySpendOverTime *series = series_new (2);
  g_autoptr (AssayScene) scene = NULL;
  g_autofree char *dump = NULL, *text = NULL, *index = NULL, *cell = NULL;
  g_autoptr (GArray) ids = NULL, row = NULL;

  g_ptr_array_set_free_func (series->bands, band_free);
  add_band (series, "Sao Mai", FALSE, first);
  add_band (series, "Ege", FALSE, second);
  add_band (series, NULL, TRUE, rest);
  g_array_index (series->indices, double, 0) = 0.626;
  g_array_index (series->indices, double, 1) = 0.52;
  series->concentration = (AssayConcentration){ 6, 0.5, 2, 0.6 };
  finish (series);
  scene = assay_share_chart_new (series);
  dump = assay_scene_dump (scene);
  /* 2 + 1 + 1 shares and 2 points of the index. */
  g_assert_cmpuint (assay_scene_n_marks (scene), ==, 6);
  text = assay_scene_get_mark_text (scene, 0);
  g_assert_cmpstr (text, ==, "Sao Mai · 2026-Q1 · 75.0%, 75.00 USD of 100.00 USD");
  index = assay_scene_get_mark_text (scene, 4);
  assert_has (index, "concentration index 0.63, as 1.6 equal ones");
  assert_has (dump, "1 Sao Mai 63.3%");
  assert_has (dump, "4 others 20.0%");
  assert_has (assay_scene_get_description (scene), "The largest is Sao Mai with 63.3%");
  ids = assay_scene_get_mark_ids (scene, 2);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, 11);
  g_assert_cmpuint (assay_scene_n_rows (scene), ==, 2);
  row = assay_scene_get_row_ids (scene, 1);
  g_assert_cmpuint (row->len, ==, 2);
  cell = assay_scene_get_cell (scene, 1, 4);
  g_assert_cmpstr (cell, ==, "60.0%");
  g_assert_null (assay_scene_get_note (scene));
}

/* A quarter without spend has no bar and no index. */
static void
test_gap (void)
{
  static const gint64 amounts[] = { 100, 0, 300 };
  AssaySpendOverTime *series = series_new (3);
  g_autoptr (AssayScene) scene = NULL;
  g_autofree char *cell = NULL;

  g_ptr_array_set_free_func (series->bands, band_free);
  add_band (series, "Sao Mai", FALSE, amounts);
  finish (series);
  g_array_index (series->indices, double, 0) = 1;
  g_array_index (series->indices, double, 1) = NAN;
  g_array_index (series->indices, double, 2) = 1;
  series->no_day_lines = 3;
  series->no_day_amount = 700000;
  scene = assay_share_chart_new (series);
  g_assert_cmpuint (assay_scene_n_marks (scene), ==, 4);
  cell = assay_scene_get_cell (scene, 1, 2);
  g_assert_cmpstr (cell, ==, "–");
  assert_has (assay_scene_get_note (scene), "3 lines of 70.00 USD");
}

static void
test_empty (void)
{
  AssaySpendOverTime *none = series_new (0), *mixed = series_new (0);
  g_autoptr (AssayScene) scene = assay_share_chart_new (none);
  g_autoptr (AssayScene) other = NULL;

  assert_has (assay_scene_get_empty (scene), "Nothing was ordered yet");
  mixed->has_base = FALSE;
  other = assay_share_chart_new (mixed);
  assert_has (assay_scene_get_empty (other), "base currency");
}

static AssaySpendRow *
share_new (const char *group, gint64 amount, double share, gint64 id)
{
  AssaySpendRow *row = g_new0 (AssaySpendRow, 1);

  row->group = g_strdup (group);
  row->amount = amount;
  row->share = share;
  row->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (row->ids, id);
  return row;
}

static void
row_free (gpointer data)
{
  AssaySpendRow *row = data;

  g_free (row->group);
  g_array_unref (row->ids);
  g_free (row);
}

static void
product_free (gpointer data)
{
  AssayCriticalProduct *product = data;

  g_free (product->code);
  g_free (product->name);
  g_ptr_array_unref (product->suppliers);
  g_ptr_array_unref (product->countries);
  g_free (product);
}

static AssayCriticalProduct *
product_new (const char *name)
{
  AssayCriticalProduct *product = g_new0 (AssayCriticalProduct, 1);

  product->name = g_strdup (name);
  product->suppliers = g_ptr_array_new_with_free_func (row_free);
  product->countries = g_ptr_array_new_with_free_func (row_free);
  product->by_supplier = product->by_country = (AssayConcentration){ 0, NAN, NAN, NAN };
  return product;
}

static void
test_critical (void)
{
  AssayCriticalSpend *critical = g_new0 (AssayCriticalSpend, 1);
  AssayCriticalProduct *two = product_new ("Trail 25"), *none = product_new ("Day 10");
  g_autoptr (AssayScene) scene = NULL;
  g_autofree char *dump = NULL, *text = NULL;
  g_autoptr (GArray) ids = NULL;

  critical->has_base = TRUE;
  critical->currency = g_strdup ("USD");
  critical->left_out = g_ptr_array_new ();
  critical->products = g_ptr_array_new_with_free_func (product_free);
  g_ptr_array_add (two->suppliers, share_new ("Sao Mai", 700000, 0.7, 7));
  g_ptr_array_add (two->suppliers, share_new ("Ege", 300000, 0.3, 8));
  two->by_supplier = (AssayConcentration){ 2, 0.58, 1 / 0.58, 0.7 };
  two->by_country = (AssayConcentration){ 1, 1, 1, 1 };
  g_ptr_array_add (critical->products, two);
  g_ptr_array_add (critical->products, none);
  scene = assay_critical_chart_new (critical);
  dump = assay_scene_dump (scene);
  assert_has (dump, "row 0: Trail 25 (2 suppliers · index 0.58, countries 1.00)");
  assert_has (dump, "row 1: Day 10 (no spend)");
  g_assert_cmpuint (assay_scene_n_marks (scene), ==, 2);
  text = assay_scene_get_mark_text (scene, 1);
  assert_has (text, "Trail 25 · Ege · 30.0%, 30.00 USD · concentration index 0.58");
  ids = assay_scene_get_mark_ids (scene, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, 8);
}

static void
test_demand (void)
{
  AssayReorder reorder
      = { .demand = ASSAY_DEMAND_RECORDED, .months_n = 2, .month_mean = 150, .month_sd = 70.7 };
  AssayDemandMonth months[] = { { 20423, 100, 1, TRUE }, { 20454, 200, 2, TRUE }, { 20485, 5, 3 } };
  g_autoptr (AssayScene) scene = NULL, empty = NULL;
  g_autofree char *last = NULL;

  reorder.months = g_array_new (FALSE, FALSE, sizeof (AssayDemandMonth));
  empty = assay_demand_chart_new (&reorder);
  assert_has (assay_scene_get_empty (empty), "No month");
  g_array_append_vals (reorder.months, months, G_N_ELEMENTS (months));
  scene = assay_demand_chart_new (&reorder);
  g_assert_cmpuint (assay_scene_n_marks (scene), ==, 3);
  last = assay_scene_get_mark_text (scene, 2);
  assert_has (last, "5 · not in the mean");
  assert_has (assay_scene_get_description (scene), "150 pieces a month, sd 71 (2 months)");
  g_array_unref (reorder.months);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spend-chart/shares", test_shares);
  g_test_add_func ("/spend-chart/gap", test_gap);
  g_test_add_func ("/spend-chart/empty", test_empty);
  g_test_add_func ("/spend-chart/critical", test_critical);
  g_test_add_func ("/spend-chart/demand", test_demand);
  return g_test_run ();
}
