/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/signals.h"

#include <glib/gi18n-lib.h>

/* In order of weight: a point that is several takes the first one's shape. */
static const struct
{
  AssayControlSignal signal;
  AssayShape shape;
  const char *name;
  const char *rule; /* in the definition of a chart */
} kinds[] = {
  { ASSAY_SIGNAL_BEYOND, ASSAY_SHAPE_DIAMOND, N_ ("beyond the limits"), N_ ("beyond a limit") },
  { ASSAY_SIGNAL_RANGE, ASSAY_SHAPE_DIAMOND, N_ ("step beyond the limit"),
    N_ ("a step beyond the limit of moving ranges") },
  { ASSAY_SIGNAL_SIDE, ASSAY_SHAPE_TRIANGLE, N_ ("9 in a row on one side"),
    N_ ("nine in a row on one side of the mean") },
  { ASSAY_SIGNAL_SIDE_EIGHT, ASSAY_SHAPE_TRIANGLE, N_ ("8 in a row on one side"),
    N_ ("eight in a row on one side of the mean") },
  { ASSAY_SIGNAL_TWO_OF_THREE, ASSAY_SHAPE_SQUARE, N_ ("2 of 3 near a limit"),
    N_ ("two of three beyond two thirds of the way to the same limit") },
  { ASSAY_SIGNAL_TREND, ASSAY_SHAPE_TRIANGLE, N_ ("6 in a row up or down"),
    N_ ("six in a row rising or falling") },
  { ASSAY_SIGNAL_ALTERNATING, ASSAY_SHAPE_BAR, N_ ("14 in a row up and down by turns"),
    N_ ("fourteen in a row up and down by turns") },
  { ASSAY_SIGNAL_FOUR_OF_FIVE, ASSAY_SHAPE_SQUARE, N_ ("4 of 5 away from the centre"),
    N_ ("four of five beyond a third of the way to the same limit") },
  { ASSAY_SIGNAL_HUGGING, ASSAY_SHAPE_BAR, N_ ("15 in a row near the centre"),
    N_ ("fifteen in a row within a third of the way to the limits") },
  { ASSAY_SIGNAL_AVOIDING, ASSAY_SHAPE_BAR, N_ ("8 in a row away from the centre"),
    N_ ("eight in a row beyond a third of the way to either limit") },
};

/**
 * assay_signal_shape:
 * @signals: set of #AssayControlSignal
 *
 * Returns: the shape of a point with these
 */
AssayShape
assay_signal_shape (guint signals)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((signals & kinds[i].signal) != 0)
      return kinds[i].shape;
  return ASSAY_SHAPE_DOT;
}

/* A run is a hint, a point beyond the limits an event. */
static AssayTone
signal_tone (guint signals)
{
  return (signals & (ASSAY_SIGNAL_BEYOND | ASSAY_SIGNAL_RANGE)) != 0 ? ASSAY_TONE_SIGNAL
                                                                     : ASSAY_TONE_WARNING;
}

/**
 * assay_signal_words:
 * @signals: set of #AssayControlSignal
 *
 * Returns: (transfer full) (nullable): their names; %NULL for none
 */
char *
assay_signal_words (guint signals)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((signals & kinds[i].signal) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", _ (kinds[i].name));
  return words->len > 0 ? g_string_free_and_steal (g_steal_pointer (&words)) : NULL;
}

/**
 * assay_signals_legend:
 * @scene: a scene being made
 * @signals: those that occur in it
 *
 * Explains the shapes that occur.
 */
void
assay_signals_legend (AssayScene *scene, guint signals)
{
  /* Two entries of one look would be one too many. */
  if ((signals & ASSAY_SIGNAL_BEYOND) != 0)
    signals &= ~(guint)ASSAY_SIGNAL_RANGE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((signals & kinds[i].signal) != 0)
      assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, signal_tone (kinds[i].signal),
                              (int)kinds[i].shape, _ (kinds[i].name));
}

/**
 * assay_signals_mark:
 * @layer: a layer
 * @signals: set of #AssayControlSignal
 *
 * Gives the layer's last item the shape and tone of its signals.
 *
 * Returns: @signals
 */
guint
assay_signals_mark (AssayLayer *layer, guint signals)
{
  AssayItem *item = &g_array_index (layer->items, AssayItem, layer->items->len - 1);

  if (signals != 0)
    {
      item->shape = (guint8)assay_signal_shape (signals);
      item->tone = (guint8)signal_tone (signals);
    }
  return signals;
}

/**
 * assay_signals_sentence:
 * @chart: a control chart
 *
 * Returns: (transfer full): a sentence with how many points are a signal and of which kinds
 */
char *
assay_signals_sentence (const AssayControlChart *chart)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint points = 0;

  for (gsize i = 0; i < chart->n; i++)
    points += chart->points[i].signals != 0;
  if (points == 0)
    return g_strdup (_ ("There are no signals."));
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint count = 0;

      for (gsize i = 0; i < chart->n; i++)
        count += (chart->points[i].signals & kinds[k].signal) != 0;
      if (count > 0)
        /* Translators: a kind of signal and how many there are, as part of a list. */
        g_string_append_printf (list, _ ("%s%s: %u"), list->len > 0 ? ", " : "", _ (kinds[k].name),
                                count);
    }
  /* Translators: the second part is a list such as "beyond the limits: 2". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u point is a signal (%s).",
                                       "%u points are signals (%s).", points),
                          points, list->str);
}

/**
 * assay_signals_define:
 * @rules: set of #AssayControlSignal that are looked for
 *
 * Returns: (transfer full): a sentence that names each rule
 */
char *
assay_signals_define (guint rules)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((rules & kinds[i].signal) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", _ (kinds[i].rule));
  if (list->len == 0)
    return g_strdup (_ ("No rules are looked for."));
  /* Translators: a list of rules with semicolons between them. */
  return g_strdup_printf (_ ("Signals: %s."), list->str);
}
