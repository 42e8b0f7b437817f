/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/share-chart.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/share-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Between bars beside each other, in months; between shares over each other. */
#define GAP_MONTHS 0.1
#define GAP_SHARE  0.003
/* Names of the legend are no longer than this. */
#define LEGEND_LENGTH 34

static const AssaySpendBand *
band_at (const AssaySpendOverTime *series, guint i)
{
  return g_ptr_array_index (series->bands, i);
}

static gint64
amount_at (const AssaySpendOverTime *series, guint band, guint period)
{
  return g_array_index (band_at (series, band)->amounts, gint64, period);
}

static gint64
total_at (const AssaySpendOverTime *series, guint period)
{
  return g_array_index (series->totals, gint64, period);
}

static double
index_at (const AssaySpendOverTime *series, guint period)
{
  return g_array_index (series->indices, double, period);
}

static double
share_at (const AssaySpendOverTime *series, guint band, guint period)
{
  gint64 total = total_at (series, period);

  return total > 0 ? (double)amount_at (series, band, period) / (double)total : NAN;
}

static char *
band_name (const AssaySpendOverTime *series, guint band)
{
  const AssaySpendBand *found = band_at (series, band);

  if (found->is_rest)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other", "%u others", found->n_groups),
                            found->n_groups);
  return assay_spend_group_words (series->asked.by, found->group);
}

static const char *
label_at (const AssaySpendOverTime *series, guint period)
{
  return g_ptr_array_index (series->labels, period);
}

/* Items of shares are numbered band by band; behind them come those of the index. */

static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  const AssaySpendOverTime *series = data;
  guint n = series->periods->len, band = item->row / n, period = item->row % n;
  g_autofree char *name = NULL, *share = NULL, *amount = NULL, *whole = NULL, *words = NULL;

  if (band >= series->bands->len)
    {
      double hhi = index_at (series, period);
      AssayConcentration found = { 0, hhi, 1 / hhi, NAN };

      words = assay_share_index_words (&found);
      return assay_words_join (label_at (series, period), words);
    }
  name = band_name (series, band);
  share = assay_chart_format_percent (share_at (series, band, period), 1);
  amount = assay_money_format (amount_at (series, band, period), series->currency);
  whole = assay_money_format (total_at (series, period), series->currency);
  /* Translators: a supplier or country; a month or quarter; its share; an amount; of which sum */
  return g_strdup_printf (_ ("%s · %s · %s, %s of %s"), name, label_at (series, period), share,
                          amount, whole);
}

static void
add_ids (const AssaySpendOverTime *series, guint band, guint period, GArray *ids)
{
  const GArray *found = g_ptr_array_index (band_at (series, band)->ids, period);

  if (found != NULL)
    g_array_append_vals (ids, found->data, found->len);
}

static void
row_ids (gpointer data, guint row, GArray *ids)
{
  const AssaySpendOverTime *series = data;

  for (guint band = 0; band < series->bands->len; band++)
    add_ids (series, band, row, ids);
}

static void
mark_ids (gpointer data, const AssayLayer *layer, const AssayItem *item, GArray *ids)
{
  const AssaySpendOverTime *series = data;
  guint n = series->periods->len;

  if (item->row / n >= series->bands->len)
    row_ids (data, item->row % n, ids);
  else
    add_ids (series, item->row / n, item->row % n, ids);
}

/* Period, spend, a share for each band, index. */
static char *
cell (gpointer data, guint row, guint column)
{
  const AssaySpendOverTime *series = data;

  if (column == 0)
    return g_strdup (label_at (series, row));
  if (column == 1)
    return assay_money_format (total_at (series, row), series->currency);
  if (column - 2 < series->bands->len && total_at (series, row) > 0)
    return assay_chart_format_percent (share_at (series, column - 2, row), 1);
  return assay_chart_format_number (index_at (series, row), 4);
}

static const AssaySceneSource source = { mark_text, mark_ids, cell, row_ids };

/* The first half a month before the first of its months. */
static double
period_left (const AssaySpendOverTime *series, guint period)
{
  return assay_axis_month_of_day (g_array_index (series->periods, gint32, period)) - 0.5;
}

static double
period_width (const AssaySpendOverTime *series)
{
  return series->asked.every == ASSAY_SPEND_MONTHLY ? 1 : 3;
}

/* The largest on top, where the legend begins too. */
static void
add_band (AssayScene *scene, const AssaySpendOverTime *series, guint band, double *tops)
{
  const AssaySpendBand *found = band_at (series, band);
  gboolean known = found->group != NULL;
  AssayTone tone = known ? assay_share_tone (band) : ASSAY_TONE_DIM;
  AssayLayer *layer = assay_scene_add_layer (scene, ASSAY_LAYER_CELLS, tone);
  g_autofree char *number = found->is_rest ? NULL : g_strdup_printf ("%u", band + 1);

  layer->marks = TRUE;
  for (guint period = 0; period < series->periods->len; period++)
    {
      double share = share_at (series, band, period), left = period_left (series, period);
      double gap = share > 4 * GAP_SHARE ? GAP_SHARE : 0;
      AssayCell box = { .x0 = left + GAP_MONTHS,
                        .x1 = left + period_width (series) - GAP_MONTHS,
                        .y0 = tops[period] - share + gap,
                        .y1 = tops[period] - gap,
                        .fill = (guint8)assay_share_fill (band, found->is_rest, known) };

      if (!(share > 0))
        continue;
      assay_layer_add_cell (layer, &box, number, band * series->periods->len + period);
      tops[period] -= share;
    }
}

static void
add_shares (AssayScene *scene, const AssaySpendOverTime *series)
{
  g_autofree double *tops = g_new (double, series->periods->len);
  AssayPanel *panel
      = assay_scene_add_panel (scene, ASSAY_AXIS_PERCENT, _ ("Share of spend (%)"), 2.4);

  panel->y.scale = (AssayScale){ 0, 1 };
  for (guint i = 0; i < series->periods->len; i++)
    tops[i] = 1;
  for (guint band = 0; band < series->bands->len; band++)
    {
      const AssaySpendBand *found = band_at (series, band);
      g_autofree char *name = band_name (series, band);
      g_autofree char *cut = g_utf8_truncate_middle (name, LEGEND_LENGTH);
      g_autofree char *share = assay_chart_format_percent (found->share, 1);
      g_autofree char *label
          = found->is_rest ? g_strdup_printf ("%s %s", cut, share)
                           /* Translators: the number of a part of a bar; whose it is; its share */
                           : g_strdup_printf (_ ("%u %s %s"), band + 1, cut, share);

      add_band (scene, series, band, tops);
      assay_share_add_legend (scene, band, found->is_rest, found->group != NULL, label);
    }
}

static void
add_index (AssayScene *scene, const AssaySpendOverTime *series)
{
  AssayPanel *panel
      = assay_scene_add_panel (scene, ASSAY_AXIS_NUMBER, _ ("Concentration index (0 to 1)"), 1);
  AssayLayer *line = assay_scene_add_layer (scene, ASSAY_LAYER_LINE, ASSAY_TONE_TEXT);
  AssayLayer *points = assay_scene_add_layer (scene, ASSAY_LAYER_POINTS, ASSAY_TONE_TEXT);

  panel->y.scale = (AssayScale){ 0, 1 };
  points->marks = TRUE;
  for (guint i = 0; i < series->periods->len; i++)
    {
      double x = period_left (series, i) + period_width (series) / 2;

      if (isnan (index_at (series, i)))
        continue;
      assay_layer_add (line, x, index_at (series, i), i);
      assay_layer_add (points, x, index_at (series, i),
                       series->bands->len * series->periods->len + i);
    }
}

static void
add_words (AssayScene *scene, const AssaySpendOverTime *series)
{
  g_autofree char *sum = assay_money_format (series->amount, series->currency);
  g_autofree char *index = assay_share_index_words (&series->concentration);
  g_autofree char *name = band_name (series, 0);
  g_autofree char *share = assay_chart_format_percent (band_at (series, 0)->share, 1);
  g_autofree char *no_day = NULL;

  scene->subtitle = assay_words_join (sum, index);
  if (series->no_day_lines > 0)
    {
      g_autofree char *amount = assay_money_format (series->no_day_amount, series->currency);
      g_autofree char *lines = assay_chart_format_number (series->no_day_lines, 0);

      no_day = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE,
                       "Not in the picture: %s line of %s, for its day is not known.",
                       "Not in the picture: %s lines of %s, for their day is not known.",
                       series->no_day_lines),
          lines, amount);
    }
  scene->note = assay_share_note (series->left_out, no_day);
  /* Translators: a chart's title; the sum and the index; the largest group and its share. */
  scene->description = g_strdup_printf (_ ("%s: %s. The largest is %s with %s."), scene->title,
                                        scene->subtitle, name, share);
}

static const char *
title_for (const AssaySpendOverTime *series)
{
  switch (series->asked.by)
    {
    case ASSAY_SPEND_BY_COUNTRY:
      return _ ("Share of spend by country");
    case ASSAY_SPEND_BY_PRODUCT:
      return _ ("Share of spend by product");
    case ASSAY_SPEND_BY_CATEGORY:
      return _ ("Share of spend by category");
    case ASSAY_SPEND_BY_SUPPLIER:
    case ASSAY_SPEND_BY_NONE:
    case ASSAY_SPEND_BY_MONTH:
    case ASSAY_SPEND_BY_QUARTER:
    default:
      return _ ("Share of spend by supplier");
    }
}

/**
 * assay_share_chart_new:
 * @series: (transfer full): spend of groups over time
 *
 * Returns: (transfer full): the scene; without spend one that says so
 */
AssayScene *
assay_share_chart_new (AssaySpendOverTime *series)
{
  AssayScene *scene = assay_scene_new ("spend", title_for (series));
  guint n = series->bands->len > 0 ? series->periods->len : 0;

  scene->definition = g_strdup (series->definition);
  assay_axis_init (&scene->x, ASSAY_AXIS_MONTH,
                   series->asked.every == ASSAY_SPEND_MONTHLY ? _ ("Month of order")
                                                              : _ ("Quarter of order"));
  assay_scene_add_column (
      scene, series->asked.every == ASSAY_SPEND_MONTHLY ? _ ("Month") : _ ("Quarter"), FALSE);
  assay_scene_add_column (scene, _ ("Spend"), TRUE);
  for (guint i = 0; i < series->bands->len; i++)
    {
      g_autofree char *name = band_name (series, i);

      assay_scene_add_column (scene, name, TRUE);
    }
  assay_scene_add_column (scene, _ ("Index"), TRUE);
  assay_scene_set_source (scene, &source, series, (GDestroyNotify)assay_spend_over_time_free);
  scene->n_rows = n;
  if (n > 0)
    {
      scene->x.scale = (AssayScale){ period_left (series, 0),
                                     period_left (series, n - 1) + period_width (series) };
      add_shares (scene, series);
      add_index (scene, series);
      add_words (scene, series);
    }
  else
    {
      scene->empty = assay_share_empty (series->has_base, series->left_out);
      scene->description = g_strdup (scene->empty);
      scene->note = assay_share_note (series->left_out, NULL);
    }
  assay_scene_finish (scene);
  return scene;
}
