/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/heat-map.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/scene-private.h"
#include "figures/summary.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The strongest level stands for this share of cells: one month of a year's delay would else leave
 * all others pale. */
#define STRONGEST 0.95

enum
{
  COLUMN_SUPPLIER,
  COLUMN_MONTH,
  COLUMN_VALUE,
  COLUMN_N,
};

typedef struct
{
  AssayMonthMatrix *matrix;
  GArray *filled;  /* guint32: numbers of cells with a value, row by row */
  double most;     /* value, or size of it, of the strongest level */
  gboolean beyond; /* whether there are values beyond it */
} Heat;

static const struct
{
  const char *title;
  const char *column;
  AssayTone tone;
} measures[] = {
  [ASSAY_SUPPLIER_SLIP] = { N_ ("Mean slip by month"), N_ ("Mean slip (days)"), ASSAY_TONE_DATA_2 },
  [ASSAY_SUPPLIER_ON_TIME]
  = { N_ ("On time by month"), N_ ("On time (% of due)"), ASSAY_TONE_DATA_2 },
  [ASSAY_SUPPLIER_DEFECTS]
  = { N_ ("Defective rate by month"), N_ ("Defective (% of inspected)"), ASSAY_TONE_DATA_2 },
  [ASSAY_SUPPLIER_LEAD]
  = { N_ ("Mean lead time by month"), N_ ("Mean lead time (days)"), ASSAY_TONE_DATA },
  [ASSAY_SUPPLIER_LINES] = { N_ ("Deliveries by month"), N_ ("Lines delivered"), ASSAY_TONE_DATA },
};

static void
heat_free (gpointer data)
{
  Heat *heat = data;

  assay_month_matrix_free (heat->matrix);
  g_array_unref (heat->filled);
  g_free (heat);
}

static const AssayMonthRow *
row_of (const Heat *heat, guint32 number)
{
  return g_ptr_array_index (heat->matrix->rows, number / heat->matrix->n_months);
}

static const AssayMonthCell *
cell_of (const Heat *heat, guint32 number)
{
  return &row_of (heat, number)->cells[number % heat->matrix->n_months];
}

static const char *
name_of (const AssayMonthRow *row)
{
  return row->name != NULL ? row->name : _ ("Unknown supplier");
}

static char *
month_words (const Heat *heat, guint32 number)
{
  int month = heat->matrix->first + (int)(number % heat->matrix->n_months);

  /* Translators: a month and its year, see g_date_time_format(). */
  return assay_chart_format_date_part (assay_axis_day_of_month (month), _ ("%B %Y"));
}

/* The figure in whole words, "3 days late, mean of 4 deliveries". */
static char *
value_words (AssaySupplierMeasure measure, const AssaySupplierOverall *all)
{
  g_autofree char *n = assay_chart_format_number ((double)all->n, 0);
  g_autofree char *x = assay_chart_format_number ((double)all->x, 0);
  g_autofree char *value = NULL;
  gulong plural = (gulong)MIN (all->n, G_MAXINT32);

  switch (measure)
    {
    case ASSAY_SUPPLIER_ON_TIME:
      value = assay_chart_format_percent (all->value, 1);
      return g_strdup_printf (_ ("%s of %s on time, %s"), x, n, value);
    case ASSAY_SUPPLIER_DEFECTS:
      value = assay_chart_format_percent (all->value, 2);
      /* Translators: defective units, inspected units, the share in per cent. */
      return g_strdup_printf (_ ("%s of %s defective, %s"), x, n, value);
    case ASSAY_SUPPLIER_LINES:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s line delivered", "%s lines delivered", plural), n);
    case ASSAY_SUPPLIER_LEAD:
    case ASSAY_SUPPLIER_SLIP:
    case ASSAY_N_SUPPLIER_MEASURES:
    default:
      value = measure == ASSAY_SUPPLIER_LEAD ? assay_chart_format_days (all->value)
                                             : assay_chart_format_slip (all->value);
      /* Translators: a slip or lead time in words, of how many deliveries it is the mean. */
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s (%s delivery)", "%s, mean of %s deliveries", plural),
          value, n);
    }
}

static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  const Heat *heat = data;
  const AssayMonthCell *at = cell_of (heat, item->row);
  g_autofree char *month = month_words (heat, item->row);
  g_autofree char *what = assay_words_join (name_of (row_of (heat, item->row)), month);
  g_autofree char *value = NULL;

  if (at->ids != NULL)
    value = value_words (heat->matrix->measure, &at->all);
  else
    value = g_strdup (assay_supplier_measure_is_of_lots (heat->matrix->measure)
                          ? _ ("no inspections")
                          : _ ("no deliveries"));
  return assay_words_join (what, value);
}

static void
append_ids (const Heat *heat, guint32 number, GArray *ids)
{
  const AssayMonthCell *at = cell_of (heat, number);

  if (at->ids != NULL)
    g_array_append_vals (ids, at->ids->data, at->ids->len);
}

static void
mark_ids (gpointer data, const AssayLayer *layer, const AssayItem *item, GArray *ids)
{
  append_ids (data, item->row, ids);
}

static void
row_ids (gpointer data, guint row, GArray *ids)
{
  const Heat *heat = data;

  append_ids (heat, g_array_index (heat->filled, guint32, row), ids);
}

/* The figure as a number that stands below its heading. */
static char *
value_number (AssaySupplierMeasure measure, double value, gboolean brief)
{
  switch (measure)
    {
    case ASSAY_SUPPLIER_ON_TIME:
      return assay_chart_format_number (value * 100, brief ? 0 : 1);
    case ASSAY_SUPPLIER_DEFECTS:
      return assay_chart_format_number (value * 100, brief ? (value < 0.0995 && value > 0) : 2);
    case ASSAY_SUPPLIER_SLIP:
    case ASSAY_SUPPLIER_LEAD:
    case ASSAY_SUPPLIER_LINES:
    case ASSAY_N_SUPPLIER_MEASURES:
    default:
      return brief ? assay_chart_format_number (round (value) + 0.0, 0)
                   : assay_chart_format_short (value);
    }
}

static char *
cell (gpointer data, guint row, guint column)
{
  const Heat *heat = data;
  guint32 number = g_array_index (heat->filled, guint32, row);

  switch (column)
    {
    case COLUMN_SUPPLIER:
      return g_strdup (name_of (row_of (heat, number)));
    case COLUMN_MONTH:
      return month_words (heat, number);
    case COLUMN_VALUE:
      return value_number (heat->matrix->measure, cell_of (heat, number)->all.value, FALSE);
    case COLUMN_N:
    default:
      return assay_chart_format_number ((double)cell_of (heat, number)->all.n, 0);
    }
}

static const AssaySceneSource source = { mark_text, mark_ids, cell, row_ids };

/* How strong the cell is before it is measured against the strongest: 0 is as it should be. */
static double
strength (AssaySupplierMeasure measure, double value)
{
  return measure == ASSAY_SUPPLIER_ON_TIME ? 1 - value : fabs (value);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a, right = *(const double *)b;

  return (left > right) - (left < right);
}

static void
find_cells (Heat *heat)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = heat->matrix->rows->len * heat->matrix->n_months;

  heat->filled = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < n; i++)
    if (cell_of (heat, i)->ids != NULL)
      {
        double size = strength (heat->matrix->measure, cell_of (heat, i)->all.value);

        g_array_append_val (heat->filled, i);
        g_array_append_val (sizes, size);
      }
  if (sizes->len == 0)
    return;
  g_array_sort (sizes, compare_doubles);
  heat->most = assay_quantile_sorted ((const double *)(void *)sizes->data, sizes->len, STRONGEST);
  if (!(heat->most > 0) || heat->matrix->measure == ASSAY_SUPPLIER_LINES)
    heat->most = g_array_index (sizes, double, sizes->len - 1);
  if (heat->matrix->measure == ASSAY_SUPPLIER_ON_TIME)
    heat->most = 1;
  heat->beyond = g_array_index (sizes, double, sizes->len - 1) > heat->most;
}

static void
add_cell (AssayLayer *layer, const Heat *heat, guint row, guint month)
{
  guint32 number = row * heat->matrix->n_months + month;
  const AssayMonthCell *at = cell_of (heat, number);
  AssaySupplierMeasure measure = heat->matrix->measure;
  double x = heat->matrix->first + (int)month;
  AssayCell area = { .x0 = x - 0.48, .x1 = x + 0.48, .y0 = row - 0.46, .y1 = row + 0.46 };
  g_autofree char *words = NULL;
  gboolean early;

  area.fill = ASSAY_FILL_OUTLINE;
  if (at->ids == NULL)
    {
      assay_layer_add_cell (layer, &area, NULL, number);
      g_array_index (layer->items, AssayItem, month).tone = ASSAY_TONE_GRID;
      return;
    }
  early = measure == ASSAY_SUPPLIER_SLIP && at->all.value < 0;
  area.fill = early ? ASSAY_FILL_LEVEL_HATCH : ASSAY_FILL_LEVEL;
  area.level = heat->most > 0 ? MIN (strength (measure, at->all.value) / heat->most, 1) : 0;
  words = value_number (measure, at->all.value, TRUE);
  assay_layer_add_cell (layer, &area, words, number);
  if (early)
    g_array_index (layer->items, AssayItem, month).tone = ASSAY_TONE_DATA;
}

static void
add_legend (AssayScene *scene, const Heat *heat)
{
  AssaySupplierMeasure measure = heat->matrix->measure;
  g_autofree char *most = measure == ASSAY_SUPPLIER_DEFECTS
                              ? assay_chart_format_percent (heat->most, 2)
                              : value_number (measure, heat->most, FALSE);
  g_autofree char *words = NULL;
  gboolean early = FALSE;

  for (guint i = 0; i < heat->filled->len; i++)
    early = early || cell_of (heat, g_array_index (heat->filled, guint32, i))->all.value < 0;
  if (measure == ASSAY_SUPPLIER_ON_TIME)
    words = g_strdup (_ ("from all on time to none"));
  else if (measure == ASSAY_SUPPLIER_DEFECTS)
    /* Translators: a rate in per cent, with its sign. */
    words = g_strdup_printf (heat->beyond ? _ ("from none to %s and more defective")
                                          : _ ("from none to %s defective"),
                             most);
  else if (measure == ASSAY_SUPPLIER_SLIP)
    words = g_strdup_printf (heat->beyond ? _ ("late: from 0 to %s days and more")
                                          : _ ("late: from 0 to %s days"),
                             most);
  else if (measure == ASSAY_SUPPLIER_LEAD)
    words = g_strdup_printf (
        heat->beyond ? _ ("from 0 to %s days and more") : _ ("from 0 to %s days"), most);
  else
    words = g_strdup_printf (_ ("from 0 to %s lines delivered"), most);
  assay_scene_add_legend (scene, ASSAY_LEGEND_SCALE, measures[measure].tone, 0, words);
  if (measure == ASSAY_SUPPLIER_SLIP && early)
    assay_scene_add_legend (scene, ASSAY_LEGEND_HATCH, ASSAY_TONE_DATA, 0, _ ("early"));
  assay_scene_add_legend (scene, ASSAY_LEGEND_EMPTY, ASSAY_TONE_GRID, 0,
                          assay_supplier_measure_is_of_lots (measure)
                              ? _ ("no inspections in that month")
                              : _ ("no deliveries in that month"));
}

static void
add_panel (AssayScene *scene, const Heat *heat)
{
  AssayPanel *panel = assay_scene_add_panel (scene, ASSAY_AXIS_CATEGORY, NULL, 1);

  panel->dense = TRUE;
  scene->x.scale = (AssayScale){ heat->matrix->first - 0.5,
                                 heat->matrix->first + (int)heat->matrix->n_months - 0.5 };
  for (guint r = 0; r < heat->matrix->rows->len; r++)
    {
      const AssayMonthRow *row = g_ptr_array_index (heat->matrix->rows, r);
      AssayLayer *layer
          = assay_scene_add_layer (scene, ASSAY_LAYER_CELLS, measures[heat->matrix->measure].tone);

      layer->marks = TRUE;
      g_ptr_array_add (panel->y.names, g_strdup (name_of (row)));
      g_ptr_array_add (panel->y.details, g_strdup (""));
      for (guint m = 0; m < heat->matrix->n_months; m++)
        add_cell (layer, heat, r, m);
    }
  add_legend (scene, heat);
}

static void
add_words (AssayScene *scene, const Heat *heat)
{
  guint suppliers = heat->matrix->rows->len, months = heat->matrix->n_months;
  guint32 worst = g_array_index (heat->filled, guint32, 0);
  AssaySupplierMeasure measure = heat->matrix->measure;
  g_autofree char *of = NULL, *span = NULL, *month = NULL, *value = NULL;

  for (guint i = 1; i < heat->filled->len; i++)
    {
      guint32 number = g_array_index (heat->filled, guint32, i);
      double one = cell_of (heat, number)->all.value, other = cell_of (heat, worst)->all.value;

      if (measure == ASSAY_SUPPLIER_ON_TIME ? one < other : one > other)
        worst = number;
    }
  of = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u supplier", "%u suppliers", suppliers),
                        suppliers);
  span = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month", "%u months", months), months);
  scene->subtitle = assay_words_join (of, span);
  month = month_words (heat, worst);
  value = value_words (measure, &cell_of (heat, worst)->all);
  /* Translators: the chart's title; "12 suppliers · 36 months"; a supplier; a month; a figure. */
  scene->description
      = g_strdup_printf (_ ("%s, %s. The strongest cell is %s in %s: %s."), scene->title,
                         scene->subtitle, name_of (row_of (heat, worst)), month, value);
  if (heat->matrix->left_out > 0)
    scene->note
        = g_strdup_printf (_ ("Only the last %d months are shown."), ASSAY_MONTH_MATRIX_MOST);
}

/**
 * assay_heat_map_new:
 * @matrix: (transfer full): the months of suppliers
 * @definition: (nullable): what the figures mean, as assay_supplier_definition() has it
 *
 * Returns: (transfer full): the scene; without a month one that says so
 */
AssayScene *
assay_heat_map_new (AssayMonthMatrix *matrix, const char *definition)
{
  AssayScene *scene = assay_scene_new ("heat-map", _ (measures[matrix->measure].title));
  Heat *heat = g_new0 (Heat, 1);

  heat->matrix = matrix;
  find_cells (heat);
  assay_axis_init (&scene->x, ASSAY_AXIS_MONTH,
                   assay_supplier_measure_is_of_lots (matrix->measure) ? _ ("Month of inspection")
                                                                       : _ ("Month of delivery"));
  scene->definition = g_strjoin (
      " ",
      _ ("Each cell is a month of a supplier; stronger is worse, or more. Means are of all rows of "
         "the month, shares of their sums. A month without rows stays empty: nothing is known of "
         "it."),
      definition, NULL);
  assay_scene_add_column (scene, _ ("Supplier"), FALSE);
  assay_scene_add_column (scene, _ ("Month"), FALSE);
  assay_scene_add_column (scene, _ (measures[matrix->measure].column), TRUE);
  assay_scene_add_column (scene,
                          matrix->measure == ASSAY_SUPPLIER_ON_TIME   ? _ ("Due")
                          : matrix->measure == ASSAY_SUPPLIER_DEFECTS ? _ ("Inspected")
                                                                      : _ ("Deliveries"),
                          TRUE);
  assay_scene_set_source (scene, &source, heat, heat_free);
  scene->n_rows = heat->filled->len;
  if (heat->filled->len > 0)
    {
      add_panel (scene, heat);
      add_words (scene, heat);
    }
  else
    {
      scene->empty = g_strdup (assay_supplier_measure_is_of_lots (matrix->measure)
                                   ? _ ("No inspection with counted units yet.")
                                   : _ ("No delivery with a known promise yet."));
      scene->description = g_strdup (scene->empty);
    }
  assay_scene_finish (scene);
  return scene;
}
