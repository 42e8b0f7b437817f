/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/control-options.h"

#include "chart/format.h"
#include "record/date.h"

#include <glib/gi18n-lib.h>

const AssayControlOptions assay_control_options_default = {
  .kind = ASSAY_CONTROL_P,
  .rules = ASSAY_SIGNALS_DEFAULT,
  .base_until = ASSAY_DATE_UNKNOWN,
};

/* The first point on or after each day; days are in rising order. */
static GArray *
find_starts (const AssayControlOptions *options, const gint32 *days, gsize n)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (guint phase = 0; phase < options->n_phases; phase++)
    {
      gsize i = 0;

      while (i < n && days[i] < options->phases[phase])
        i++;
      if (i > 0 && i < n
          && (starts->len == 0 || g_array_index (starts, gsize, starts->len - 1) < i))
        g_array_append_val (starts, i);
    }
  return starts;
}

/**
 * assay_control_options_compute:
 * @options: what the reader chose
 * @kind: which chart
 * @values: (array length=n): measurements or counts, in order of time; NaN unknown
 * @sizes: (array length=n) (nullable): sample sizes
 * @days: (array length=n): the day of each, rising
 * @n: how many
 * @error: why there can be no such chart
 *
 * With phases the base period plays no part: each phase is its own.
 *
 * Returns: (transfer full): the chart; %NULL with %ASSAY_FIGURES_ERROR
 */
AssayControlChart *
assay_control_options_compute (const AssayControlOptions *options,
                               AssayControlKind kind,
                               const double *values,
                               const double *sizes,
                               const gint32 *days,
                               gsize n,
                               GError **error)
{
  g_autoptr (GArray) starts = find_starts (options, days, n);
  gsize baseline = 0;

  if (starts->len > 0)
    return assay_control_chart_new_phased (kind, values, sizes, n,
                                           (const gsize *)(void *)starts->data, starts->len,
                                           options->rules, error);
  if (options->base_until != ASSAY_DATE_UNKNOWN)
    while (baseline < n && days[baseline] <= options->base_until)
      baseline++;
  return assay_control_chart_new (kind, values, sizes, n, baseline, options->rules, error);
}

/**
 * assay_control_options_add_changes:
 * @scene: a scene being made
 * @days: (array length=n): the day of each point, rising
 * @panels: how many panels the line goes through
 * @by_order: whether the x axis counts points and not days
 *
 * Draws a line where each phase begins and where the base period ends.
 */
void
assay_control_options_add_changes (AssayScene *scene,
                                   const AssayControlOptions *options,
                                   const gint32 *days,
                                   gsize n,
                                   guint panels,
                                   gboolean by_order)
{
  g_autoptr (GArray) starts = find_starts (options, days, n);
  gboolean phased = starts->len > 0;

  if (!phased && options->base_until != ASSAY_DATE_UNKNOWN)
    {
      gsize i = 0;

      while (i < n && days[i] <= options->base_until)
        i++;
      if (i > 0 && i < n)
        g_array_append_val (starts, i);
    }
  for (guint i = 0; i < starts->len; i++)
    for (guint panel = 0; panel < panels; panel++)
      {
        AssayLayer *line = assay_scene_add_layer (scene, ASSAY_LAYER_UPRIGHT, ASSAY_TONE_DIM);
        gsize start = g_array_index (starts, gsize, i);

        line->panel = panel;
        line->dash = ASSAY_DASH_DOTTED;
        assay_layer_add (
            line, by_order ? (double)start + 0.5 : (days[start - 1] + days[start]) / 2.0, 0, 0);
      }
  if (starts->len > 0)
    assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_DIM, ASSAY_DASH_DOTTED,
                            phased ? _ ("change: limits begin anew") : _ ("end of base period"));
}

/**
 * assay_control_options_define_limits:
 *
 * Returns: (transfer full) (nullable): a sentence on which points the limits rest; %NULL where it
 * is all of them
 */
char *
assay_control_options_define_limits (const AssayControlOptions *options)
{
  g_autofree char *day = NULL;

  if (options->n_phases > 0)
    {
      g_autoptr (GString) list = g_string_new (NULL);

      for (guint i = 0; i < options->n_phases; i++)
        {
          g_autofree char *change = assay_chart_format_date (options->phases[i]);

          g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", change);
        }
      /* Translators: one or several days. */
      return g_strdup_printf (_ ("Mean and limits begin anew at: %s."), list->str);
    }
  if (options->base_until == ASSAY_DATE_UNKNOWN)
    return NULL;
  day = assay_chart_format_date (options->base_until);
  return g_strdup_printf (_ ("Mean and limits rest on the points up to %s."), day);
}
