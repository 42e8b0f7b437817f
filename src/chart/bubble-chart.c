/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/bubble-chart.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A spread of fewer values than this says nothing (domain facts, lead-time metrics). */
#define LEAST_VALUES 3
/* Lines through the middle need suppliers on both sides. */
#define LEAST_FOR_MEDIANS 4
/* So many names stand in a sentence; more would not be read. */
#define MOST_NAMES 4

enum
{
  COLUMN_SUPPLIER,
  COLUMN_LINES,
  COLUMN_SPREAD,
  COLUMN_LOTS,
  COLUMN_INSPECTED,
  COLUMN_RATE,
  COLUMN_LOW,
  COLUMN_HIGH,
  COLUMN_SPEND,
  COLUMN_NOTE,
};

typedef struct
{
  AssaySupplierMap *map;
  AssayBubbleAxis axis;
  GArray *shown; /* guint: numbers of places with both figures, in rising order of x */
  double most;   /* spend, of those shown; NaN where none is known */
  double median_x, median_y;
} Bubbles;

/* Titles of the x axis. */
static const char *const axes[] = {
  [ASSAY_BUBBLE_LEAD_SD] = N_ ("Lead time: standard deviation (days)"),
  [ASSAY_BUBBLE_LEAD_VARIANCE] = N_ ("Lead time: variance (days²)"),
  [ASSAY_BUBBLE_SLIP_SD] = N_ ("Slip: standard deviation (days)"),
  [ASSAY_BUBBLE_SLIP_VARIANCE] = N_ ("Slip: variance (days²)"),
};

static void
bubbles_free (gpointer data)
{
  Bubbles *bubbles = data;

  assay_supplier_map_free (bubbles->map);
  g_array_unref (bubbles->shown);
  g_free (bubbles);
}

static const AssaySupplierPlace *
place_at (const Bubbles *bubbles, guint row)
{
  return g_ptr_array_index (bubbles->map->places, row);
}

static const char *
name_of (const AssaySupplierPlace *place)
{
  return place->name != NULL ? place->name : _ ("Unknown supplier");
}

static const AssaySummary *
summary_of (const Bubbles *bubbles, const AssaySupplierPlace *place)
{
  return bubbles->axis == ASSAY_BUBBLE_LEAD_SD || bubbles->axis == ASSAY_BUBBLE_LEAD_VARIANCE
             ? &place->lead
             : &place->slip;
}

static gboolean
is_variance (const Bubbles *bubbles)
{
  return bubbles->axis == ASSAY_BUBBLE_LEAD_VARIANCE || bubbles->axis == ASSAY_BUBBLE_SLIP_VARIANCE;
}

static double
spread_of (const Bubbles *bubbles, const AssaySupplierPlace *place)
{
  const AssaySummary *summary = summary_of (bubbles, place);

  if (summary->n < LEAST_VALUES)
    return NAN;
  return is_variance (bubbles) ? summary->variance : summary->sd;
}

static gboolean
is_few (const Bubbles *bubbles, const AssaySupplierPlace *place)
{
  return summary_of (bubbles, place)->n < ASSAY_SUPPLIER_MAP_FEW_LINES
         || place->lots < ASSAY_SUPPLIER_MAP_FEW_LOTS;
}

static gboolean
is_shown (const Bubbles *bubbles, const AssaySupplierPlace *place)
{
  return isfinite (spread_of (bubbles, place)) && isfinite (place->rate);
}

static char *
spend_words (const Bubbles *bubbles, const AssaySupplierPlace *place)
{
  g_autofree char *amount = NULL;

  if (!isfinite (place->spend))
    return NULL;
  amount = assay_chart_format_number (place->spend, 0);
  return g_strdup_printf ("%s %s", amount, bubbles->map->currency);
}

/* What a reader must know before trusting the place. */
static char *
note_words (const Bubbles *bubbles, const AssaySupplierPlace *place)
{
  gsize n = summary_of (bubbles, place)->n;

  if (n == 0)
    return g_strdup (_ ("not shown: no delivery can be measured"));
  if (n < LEAST_VALUES)
    return g_strdup (_ ("not shown: fewer than three can be measured"));
  if (!isfinite (place->rate))
    return g_strdup (_ ("not shown: no inspections"));
  return is_few (bubbles, place) ? g_strdup (_ ("few data")) : NULL;
}

static char *
rate_words (const AssaySupplierPlace *place)
{
  g_autofree char *rate = assay_chart_format_percent (place->rate, 2);
  g_autofree char *low = assay_chart_format_percent (place->rate_low, 1);
  g_autofree char *high = assay_chart_format_percent (place->rate_high, 1);
  g_autofree char *defective = assay_chart_format_number ((double)place->defective, 0);
  g_autofree char *inspected = assay_chart_format_number ((double)place->inspected, 0);

  /* Translators: a rate in per cent; defective units, inspected units; the ends of an interval. */
  return g_strdup_printf (_ ("%s defective (%s of %s, 95 %% interval %s to %s)"), rate, defective,
                          inspected, low, high);
}

/* "standard deviation of lead time 8.2 days" */
static char *
spread_words (const Bubbles *bubbles, const AssaySupplierPlace *place)
{
  g_autofree char *number = assay_chart_format_short (spread_of (bubbles, place));

  switch (bubbles->axis)
    {
    case ASSAY_BUBBLE_LEAD_VARIANCE:
      return g_strdup_printf (_ ("variance of lead time %s days²"), number);
    case ASSAY_BUBBLE_SLIP_SD:
      return g_strdup_printf (_ ("standard deviation of slip %s days"), number);
    case ASSAY_BUBBLE_SLIP_VARIANCE:
      return g_strdup_printf (_ ("variance of slip %s days²"), number);
    case ASSAY_BUBBLE_LEAD_SD:
    case ASSAY_N_BUBBLE_AXES:
    default:
      return g_strdup_printf (_ ("standard deviation of lead time %s days"), number);
    }
}

static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  const Bubbles *bubbles = data;
  const AssaySupplierPlace *place = place_at (bubbles, item->row);
  g_autofree char *spread = spread_words (bubbles, place);
  guint n = (guint)summary_of (bubbles, place)->n, lots = (guint)place->lots;
  g_autofree char *lines
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u delivery", "%u deliveries", n), n);
  g_autofree char *of_lots
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u lot", "%u lots", lots), lots);
  g_autofree char *rate = rate_words (place);
  g_autofree char *amount = spend_words (bubbles, place);
  g_autofree char *spend = amount != NULL ? g_strdup_printf (_ ("spend %s"), amount)
                                          : g_strdup (_ ("spend not known"));
  g_autofree char *note = note_words (bubbles, place);
  g_autoptr (GString) text = g_string_new (name_of (place));

  g_string_append_printf (text, " · %s · %s · %s · %s · %s", spread, lines, rate, of_lots, spend);
  if (note != NULL)
    g_string_append_printf (text, " · %s", note);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
cell (gpointer data, guint row, guint column)
{
  const Bubbles *bubbles = data;
  const AssaySupplierPlace *place = place_at (bubbles, row);
  gboolean inspected = isfinite (place->rate);

  switch (column)
    {
    case COLUMN_SUPPLIER:
      return g_strdup (name_of (place));
    case COLUMN_LINES:
      return assay_chart_format_number ((double)summary_of (bubbles, place)->n, 0);
    case COLUMN_SPREAD:
      return isfinite (spread_of (bubbles, place))
                 ? assay_chart_format_short (spread_of (bubbles, place))
                 : NULL;
    case COLUMN_LOTS:
      return assay_chart_format_number ((double)place->lots, 0);
    case COLUMN_INSPECTED:
      return assay_chart_format_number ((double)place->inspected, 0);
    case COLUMN_RATE:
      return inspected ? assay_chart_format_percent (place->rate, 2) : NULL;
    case COLUMN_LOW:
      return inspected ? assay_chart_format_percent (place->rate_low, 1) : NULL;
    case COLUMN_HIGH:
      return inspected ? assay_chart_format_percent (place->rate_high, 1) : NULL;
    case COLUMN_SPEND:
      return spend_words (bubbles, place);
    case COLUMN_NOTE:
    default:
      return note_words (bubbles, place);
    }
}

static void
row_ids (gpointer data, guint row, GArray *ids)
{
  gint64 id = place_at (data, row)->id;

  if (id != 0)
    g_array_append_val (ids, id);
}

static const AssaySceneSource source = { mark_text, NULL, cell, row_ids };

static int
compare_shown (gconstpointer a, gconstpointer b, gpointer data)
{
  const Bubbles *bubbles = data;
  guint i = *(const guint *)a, k = *(const guint *)b;
  double left = spread_of (bubbles, place_at (bubbles, i));
  double right = spread_of (bubbles, place_at (bubbles, k));

  return left != right ? (left > right) - (left < right) : (i > k) - (i < k);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a, right = *(const double *)b;

  return (left > right) - (left < right);
}

static double
median_of (const Bubbles *bubbles, gboolean rate)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < bubbles->shown->len; i++)
    {
      const AssaySupplierPlace *place
          = place_at (bubbles, g_array_index (bubbles->shown, guint, i));
      double value = rate ? place->rate : spread_of (bubbles, place);

      g_array_append_val (values, value);
    }
  g_array_sort (values, compare_doubles);
  return assay_quantile_sorted ((const double *)(void *)values->data, values->len, 0.5);
}

static void
choose_shown (Bubbles *bubbles)
{
  bubbles->most = NAN;
  bubbles->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < bubbles->map->places->len; i++)
    {
      double spend = place_at (bubbles, i)->spend;

      if (!is_shown (bubbles, place_at (bubbles, i)))
        continue;
      g_array_append_val (bubbles->shown, i);
      if (isfinite (spend))
        bubbles->most = isfinite (bubbles->most) ? MAX (bubbles->most, spend) : spend;
    }
  g_array_sort_with_data (bubbles->shown, compare_shown, bubbles);
  bubbles->median_x = bubbles->median_y = NAN;
  if (bubbles->shown->len < LEAST_FOR_MEDIANS)
    return;
  bubbles->median_x = median_of (bubbles, FALSE);
  bubbles->median_y = median_of (bubbles, TRUE);
}

static void
add_medians (AssayScene *scene, AssayPanel *panel, const Bubbles *bubbles)
{
  g_autofree char *x = NULL, *y = NULL, *words = NULL;
  AssayLayer *upright;

  if (!isfinite (bubbles->median_x))
    return;
  panel->corners[ASSAY_CORNER_TOP_LEFT] = g_strdup (_ ("steady, but defective"));
  panel->corners[ASSAY_CORNER_TOP_RIGHT] = g_strdup (_ ("unsteady and defective"));
  panel->corners[ASSAY_CORNER_BOTTOM_LEFT] = g_strdup (_ ("steady, few defects"));
  panel->corners[ASSAY_CORNER_BOTTOM_RIGHT] = g_strdup (_ ("unsteady, few defects"));
  assay_scene_add_rule (scene, 0, bubbles->median_y, ASSAY_TONE_DIM, ASSAY_DASH_DASHED);
  upright = assay_scene_add_layer (scene, ASSAY_LAYER_UPRIGHT, ASSAY_TONE_DIM);
  upright->dash = ASSAY_DASH_DASHED;
  assay_layer_add (upright, bubbles->median_x, 0, 0);
  x = assay_chart_format_short (bubbles->median_x);
  y = assay_chart_format_percent (bubbles->median_y, 2);
  /* Translators: the medians of all suppliers shown: a number of days, a rate in per cent. */
  words = g_strdup_printf (
      is_variance (bubbles) ? _ ("medians: %s days² and %s") : _ ("medians: %s days and %s"), x, y);
  assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_DIM, ASSAY_DASH_DASHED, words);
}

static void
add_size_legend (AssayScene *scene, const Bubbles *bubbles, gboolean few, gboolean unknown)
{
  if (isfinite (bubbles->most))
    {
      g_autofree char *amount = assay_chart_format_number (bubbles->most, 0);
      /* Translators: the largest spend, an amount and its currency. */
      g_autofree char *words
          = g_strdup_printf (_ ("area: spend, up to %s %s"), amount, bubbles->map->currency);

      assay_scene_add_legend (scene, ASSAY_LEGEND_BUBBLE, ASSAY_TONE_DATA, ASSAY_DASH_SOLID, words);
    }
  if (few)
    {
      g_autofree char *words
          = g_strdup_printf (_ ("few data: under %d deliveries or %d lots"),
                             ASSAY_SUPPLIER_MAP_FEW_LINES, ASSAY_SUPPLIER_MAP_FEW_LOTS);

      assay_scene_add_legend (scene, ASSAY_LEGEND_BUBBLE, ASSAY_TONE_DATA, ASSAY_DASH_DASHED,
                              words);
    }
  if (unknown)
    assay_scene_add_legend (scene, ASSAY_LEGEND_BUBBLE, ASSAY_TONE_DATA, ASSAY_DASH_DOTTED,
                            _ ("spend not known"));
}

static void
add_panel (AssayScene *scene, const Bubbles *bubbles)
{
  AssayPanel *panel
      = assay_scene_add_panel (scene, ASSAY_AXIS_PERCENT, _ ("Defective (% of inspected)"), 1);
  AssayLayer *layer;
  gboolean few = FALSE, unknown = FALSE;

  assay_scale_include (&scene->x.scale, 0);
  assay_scale_include (&panel->y.scale, 0);
  add_medians (scene, panel, bubbles);
  layer = assay_scene_add_layer (scene, ASSAY_LAYER_BUBBLES, ASSAY_TONE_DATA);
  layer->marks = TRUE;
  for (guint i = 0; i < bubbles->shown->len; i++)
    {
      guint row = g_array_index (bubbles->shown, guint, i);
      const AssaySupplierPlace *place = place_at (bubbles, row);
      double x = spread_of (bubbles, place);
      double share = !isfinite (place->spend) ? NAN
                     : bubbles->most > 0      ? MAX (place->spend / bubbles->most, 0)
                                              : 0;

      assay_layer_add_bubble (layer, x, place->rate, share, is_few (bubbles, place),
                              name_of (place), row);
      assay_scale_include (&scene->x.scale, x);
      assay_scale_include (&panel->y.scale, place->rate);
      few = few || (is_few (bubbles, place) && !isnan (share));
      unknown = unknown || isnan (share);
    }
  /* Bubbles at the ends, also those at nought, stand whole inside. */
  if (!(assay_scale_span (&panel->y.scale) > 0))
    panel->y.scale.max = 0.01;
  assay_scale_pad (&panel->y.scale, 0.09);
  assay_scale_pad (&scene->x.scale, 0.06);
  add_size_legend (scene, bubbles, few, unknown);
}

typedef enum
{
  WHY_NO_LINES,
  WHY_FEW_LINES,
  WHY_NO_LOTS,
  WHY_NO_SPEND,
  N_WHYS,
} Why;

static gboolean
is_why (const Bubbles *bubbles, const AssaySupplierPlace *place, Why why)
{
  gsize n = summary_of (bubbles, place)->n;

  switch (why)
    {
    case WHY_NO_LINES:
      return n == 0;
    case WHY_FEW_LINES:
      return n > 0 && n < LEAST_VALUES;
    case WHY_NO_LOTS:
      return n >= LEAST_VALUES && !isfinite (place->rate);
    case WHY_NO_SPEND:
    case N_WHYS:
    default:
      return is_shown (bubbles, place) && !isfinite (place->spend);
    }
}

static char *
why_sentence (Why why, guint n, const char *names)
{
  switch (why)
    {
    case WHY_NO_LINES:
      /* Translators: how many; their names. */
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE,
                       "%u supplier without a delivery that can be measured is not shown (%s).",
                       "%u suppliers without a delivery that can be measured are not shown (%s).",
                       n),
          n, names);
    case WHY_FEW_LINES:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE,
                       "%u supplier with fewer than three such deliveries is not shown (%s).",
                       "%u suppliers with fewer than three such deliveries are not shown (%s).", n),
          n, names);
    case WHY_NO_LOTS:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u supplier without inspections is not shown (%s).",
                       "%u suppliers without inspections are not shown (%s).", n),
          n, names);
    case WHY_NO_SPEND:
    case N_WHYS:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "The spend of %u supplier is not known (%s).",
                                           "The spend of %u suppliers is not known (%s).", n),
                              n, names);
    }
}

/* One sentence about all suppliers of which something is missing for the same reason. */
static void
append_why (GString *note, const Bubbles *bubbles, Why why)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *sentence = NULL;
  guint n = 0;

  for (guint i = 0; i < bubbles->map->places->len; i++)
    {
      const AssaySupplierPlace *place = place_at (bubbles, i);

      if (!is_why (bubbles, place, why))
        continue;
      if (n < MOST_NAMES)
        g_string_append_printf (names, "%s%s", n > 0 ? ", " : "", name_of (place));
      else if (n == MOST_NAMES)
        g_string_append (names, " …");
      n++;
    }
  if (n == 0)
    return;
  sentence = why_sentence (why, n, names->str);
  g_string_append_printf (note, "%s%s", note->len > 0 ? " " : "", sentence);
}

static void
add_note (AssayScene *scene, const Bubbles *bubbles)
{
  g_autoptr (GString) note = g_string_new (NULL);

  for (guint why = 0; why < N_WHYS; why++)
    append_why (note, bubbles, (Why)why);
  if (bubbles->map->unpriced > 0)
    {
      g_autofree char *lines = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u order line without a usable amount is in no area.",
                       "%u order lines without a usable amount are in no area.",
                       bubbles->map->unpriced),
          bubbles->map->unpriced);

      g_string_append_printf (note, "%s%s", note->len > 0 ? " " : "", lines);
    }
  if (note->len > 0)
    scene->note = g_string_free_and_steal (g_steal_pointer (&note));
}

static void
add_words (AssayScene *scene, const Bubbles *bubbles)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) both = g_string_new (NULL);
  g_autofree char *number = NULL;
  guint n = bubbles->shown->len;

  number = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u supplier", "%u suppliers", n), n);
  scene->subtitle = g_strdup (number);
  /* Translators: "12 suppliers"; the title of the x axis. */
  g_string_append_printf (text, _ ("%s by defective rate and “%s”."), number, scene->x.title);
  for (guint i = 0; isfinite (bubbles->median_x) && i < n; i++)
    {
      const AssaySupplierPlace *place
          = place_at (bubbles, g_array_index (bubbles->shown, guint, i));

      if (place->rate > bubbles->median_y && spread_of (bubbles, place) > bubbles->median_x)
        g_string_append_printf (both, "%s%s", both->len > 0 ? ", " : "", name_of (place));
    }
  if (both->len > 0)
    {
      g_string_append_c (text, ' ');
      /* Translators: names of suppliers. */
      g_string_append_printf (text, _ ("Above the median in both: %s."), both->str);
    }
  scene->description = g_string_free_and_steal (g_steal_pointer (&text));
  add_note (scene, bubbles);
}

static void
add_columns (AssayScene *scene)
{
  assay_scene_add_column (scene, _ ("Supplier"), FALSE);
  assay_scene_add_column (scene, _ ("Deliveries"), TRUE);
  assay_scene_add_column (scene, scene->x.title, TRUE);
  assay_scene_add_column (scene, _ ("Lots"), TRUE);
  assay_scene_add_column (scene, _ ("Inspected"), TRUE);
  assay_scene_add_column (scene, _ ("Defective"), TRUE);
  assay_scene_add_column (scene, _ ("Interval from"), TRUE);
  assay_scene_add_column (scene, _ ("to"), TRUE);
  assay_scene_add_column (scene, _ ("Spend"), TRUE);
  assay_scene_add_column (scene, _ ("Note"), FALSE);
}

static char *
define (const Bubbles *bubbles)
{
  const AssaySupplierMap *map = bubbles->map;

  return g_strjoin (
      " ",
      _ ("Each circle is a supplier; its area, not its width, is what was spent with it. Further "
         "right its times vary more (sample variance, divided by n − 1, from three deliveries "
         "on), further up more of what was inspected was defective. The dashed lines are the "
         "medians of the suppliers shown."),
      map->lead_definition != NULL ? map->lead_definition : "",
      map->defect_definition != NULL ? map->defect_definition : "", map->spend_definition, NULL);
}

/**
 * assay_bubble_chart_new:
 * @map: (transfer full): the suppliers
 * @axis: which spread to show
 *
 * Suppliers without one of the two figures stand in the table and are named below the picture.
 *
 * Returns: (transfer full): the scene; without a supplier that has both one that says so
 */
AssayScene *
assay_bubble_chart_new (AssaySupplierMap *map, AssayBubbleAxis axis)
{
  gboolean lead = axis == ASSAY_BUBBLE_LEAD_SD || axis == ASSAY_BUBBLE_LEAD_VARIANCE;
  AssayScene *scene
      = assay_scene_new ("suppliers", lead ? _ ("Defective rate against lead-time variation")
                                           : _ ("Defective rate against variation of slip"));
  Bubbles *bubbles = g_new0 (Bubbles, 1);

  bubbles->map = map;
  bubbles->axis = axis;
  choose_shown (bubbles);
  assay_axis_init (&scene->x, ASSAY_AXIS_NUMBER, _ (axes[axis]));
  scene->definition = define (bubbles);
  add_columns (scene);
  assay_scene_set_source (scene, &source, bubbles, bubbles_free);
  scene->n_rows = map->places->len;
  if (bubbles->shown->len > 0)
    {
      add_panel (scene, bubbles);
      add_words (scene, bubbles);
    }
  else
    {
      scene->empty = g_strdup (
          _ ("No supplier with three deliveries and an inspection yet. Record deliveries of order "
             "lines and inspections with their counts, and suppliers appear here."));
      scene->description = g_strdup (scene->empty);
    }
  assay_scene_finish (scene);
  return scene;
}
