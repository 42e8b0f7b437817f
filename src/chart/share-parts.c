/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/share-parts.h"

#include "chart/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const AssayTone tones[] = { ASSAY_TONE_DATA,   ASSAY_TONE_DATA_2, ASSAY_TONE_DATA_3,
                                   ASSAY_TONE_DATA_4, ASSAY_TONE_DATA_5, ASSAY_TONE_DATA_6 };

AssayTone
assay_share_tone (guint place)
{
  return tones[MIN (place, G_N_ELEMENTS (tones) - 1)];
}

/**
 * assay_share_fill:
 * @place: among the shares, from 0 for the largest on
 * @is_rest: all others
 * @is_known: whether it is known whose it is
 *
 * Returns: how it is filled: the last colour is near the first one, so it is hatched
 */
AssayFill
assay_share_fill (guint place, gboolean is_rest, gboolean is_known)
{
  if (is_rest)
    return ASSAY_FILL_TINT;
  if (!is_known || place + 1 >= G_N_ELEMENTS (tones))
    return ASSAY_FILL_HATCH;
  return ASSAY_FILL_SOLID;
}

void
assay_share_add_legend (
    AssayScene *scene, guint place, gboolean is_rest, gboolean is_known, const char *label)
{
  AssayFill fill = assay_share_fill (place, is_rest, is_known);
  AssayTone tone = is_rest || !is_known ? ASSAY_TONE_DIM : assay_share_tone (place);

  if (fill == ASSAY_FILL_SOLID)
    assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, tone, ASSAY_SHAPE_SQUARE, label);
  else
    assay_scene_add_legend (
        scene, fill == ASSAY_FILL_HATCH ? ASSAY_LEGEND_HATCH : ASSAY_LEGEND_AREA, tone, 0, label);
}

/**
 * assay_share_note:
 * @left_out: (element-type AssaySpendLeftOut): what is not in the picture
 * @first: (nullable): another caution
 *
 * Returns: (transfer full) (nullable): what to say about it; %NULL when there is nothing
 */
char *
assay_share_note (const GPtrArray *left_out, const char *first)
{
  g_autoptr (GString) note = g_string_new (first);

  for (guint i = 0; i < left_out->len; i++)
    {
      const AssaySpendLeftOut *one = g_ptr_array_index (left_out, i);
      g_autofree char *words = NULL;

      if (one->reason == ASSAY_SPEND_CANCELLED || one->reason == ASSAY_SPEND_DRAFT)
        continue;
      words = assay_spend_left_out_words (one);
      if (note->len > 0)
        g_string_append_c (note, ' ');
      /* Translators: "12 lines of 3,400.00 EUR: no exchange rate" */
      g_string_append_printf (note, _ ("Not in the picture: %s."), words);
    }
  return note->len > 0 ? g_string_free_and_steal (g_steal_pointer (&note)) : NULL;
}

/**
 * assay_share_empty:
 * @has_base: whether amounts can be added up
 * @left_out: (element-type AssaySpendLeftOut): what is not in the picture
 *
 * Returns: (transfer full): what to say where there is nothing to see
 */
char *
assay_share_empty (gboolean has_base, const GPtrArray *left_out)
{
  if (!has_base)
    return g_strdup (_ ("The orders are in several currencies. Choose a base currency in "
                        "Preferences and record exchange rates, and spend stands here."));
  if (left_out->len > 0)
    return g_strdup (_ ("No line can be counted: record quantities, unit prices and exchange "
                        "rates, and spend stands here."));
  return g_strdup (_ ("Nothing was ordered yet. Record order lines with quantity and unit price, "
                      "and spend stands here."));
}

/**
 * assay_share_index_words:
 * @found: an index
 *
 * Returns: (transfer full): "concentration index 0.34, as 2.9 equal ones"
 */
char *
assay_share_index_words (const AssayConcentration *found)
{
  g_autofree char *index = assay_chart_format_number (found->hhi, 2);
  g_autofree char *effective = assay_chart_format_number (found->effective, 1);

  if (isnan (found->hhi))
    return g_strdup (_ ("no concentration index"));
  /* Translators: an index from 0 to 1; so many of equal size would give the same index */
  return g_strdup_printf (_ ("concentration index %s, as %s equal ones"), index, effective);
}
