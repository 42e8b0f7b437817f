/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a defect figure came about: the sums it is made of, and of each inspection that is not in it
 * why. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/grouping.h"
#include "insight/lot-scan.h"
#include "insight/period.h"
#include "record/format.h"

#define CONFIDENCE 0.95
/* So many summands are written out. */
#define MOST_SUMMANDS 8

typedef struct
{
  AssayDefectFigure figure;
  AssayIntervalKind interval;
  GArray *lots; /* AssayLot: those in the figure */
} Facts;

/* The class that a figure is about; -1 for all. */
static int
class_of (AssayDefectFigure figure)
{
  switch (figure)
    {
    case ASSAY_DEFECT_FIGURE_CRITICAL:
      return ASSAY_DEFECT_CRITICAL;
    case ASSAY_DEFECT_FIGURE_MAJOR:
      return ASSAY_DEFECT_MAJOR;
    case ASSAY_DEFECT_FIGURE_MINOR:
      return ASSAY_DEFECT_MINOR;
    case ASSAY_DEFECT_FIGURE_RATE:
    case ASSAY_DEFECT_FIGURE_DPU:
    case ASSAY_DEFECT_FIGURE_DHU:
    case ASSAY_DEFECT_FIGURE_DPMO:
    case ASSAY_DEFECT_FIGURE_PPM:
    case ASSAY_DEFECT_FIGURE_FIRST_PASS:
    case ASSAY_DEFECT_FIGURE_ACCEPTED:
    case ASSAY_DEFECT_N_FIGURES:
    default:
      return -1;
    }
}

/* Why a lot is not in the figure; NULL when it is. */
static const char *
reason_of (AssayDefectFigure figure, const AssayLot *lot)
{
  int class = class_of (figure);

  switch (lot->standing)
    {
    case ASSAY_LOT_NOT_INSPECTED:
      return _ ("not inspected yet");
    case ASSAY_LOT_SAMPLE:
      return _ ("a sample, not a lot");
    case ASSAY_LOT_REPEATED:
      return _ ("repeats an earlier inspection of the lot");
    case ASSAY_LOT_WITHOUT_DAY:
      return _ ("the day of inspection is unknown");
    case ASSAY_LOT_OUTSIDE:
      return _ ("outside the period");
    case ASSAY_LOT_UNKNOWN:
      return _ ("inspected or defective units are unknown");
    case ASSAY_LOT_COUNTED:
    default:
      break;
    }
  if (figure == ASSAY_DEFECT_FIGURE_ACCEPTED && !lot->is_decided)
    return _ ("not decided yet, or on hold");
  if (class >= 0 && lot->classes[class] < 0)
    return _ ("units of this class were not counted");
  return NULL;
}

/* What of a lot goes above the line, and below it. */
static gint64
upper_of (AssayDefectFigure figure, const AssayLot *lot)
{
  int class = class_of (figure);

  if (class >= 0)
    return lot->classes[class];
  if (figure == ASSAY_DEFECT_FIGURE_ACCEPTED)
    return lot->is_accepted;
  if (figure == ASSAY_DEFECT_FIGURE_DPU || figure == ASSAY_DEFECT_FIGURE_DHU
      || figure == ASSAY_DEFECT_FIGURE_DPMO)
    return lot->defects;
  return lot->defective;
}

static double
lower_of (AssayDefectFigure figure, const AssayLot *lot)
{
  if (figure == ASSAY_DEFECT_FIGURE_ACCEPTED)
    return 1;
  return (double)lot->inspected * (figure == ASSAY_DEFECT_FIGURE_DPMO ? lot->opportunities : 1.0);
}

static void
append_sum (GString *formula, const Facts *facts, const char *name, gboolean upper)
{
  double sum = 0;
  g_autofree char *words = NULL;

  g_string_append_printf (formula, "%s = ", name);
  for (guint i = 0; i < facts->lots->len; i++)
    {
      const AssayLot *lot = &g_array_index (facts->lots, AssayLot, i);
      double term = upper ? (double)upper_of (facts->figure, lot) : lower_of (facts->figure, lot);

      sum += term;
      if (facts->lots->len > 1 && facts->lots->len <= MOST_SUMMANDS
          && facts->figure != ASSAY_DEFECT_FIGURE_ACCEPTED)
        {
          g_autofree char *number = assay_format_real (term, 0);

          g_string_append_printf (formula, "%s%s", i > 0 ? " + " : "", number);
          if (i + 1 == facts->lots->len)
            g_string_append (formula, " = ");
        }
    }
  words = assay_format_real (sum, 0);
  g_string_append_printf (formula, "%s\n", words);
}

/* The names of what is divided by what. */
static void
name_sums (AssayDefectFigure figure, const char **upper, const char **lower)
{
  *upper = _ ("defective units");
  *lower = _ ("inspected units");
  if (figure == ASSAY_DEFECT_FIGURE_ACCEPTED)
    {
      *upper = _ ("accepted lots");
      *lower = _ ("decided lots");
    }
  else if (figure == ASSAY_DEFECT_FIGURE_DPU || figure == ASSAY_DEFECT_FIGURE_DHU
           || figure == ASSAY_DEFECT_FIGURE_DPMO)
    *upper = _ ("defects");
  if (figure == ASSAY_DEFECT_FIGURE_DPMO)
    *lower = _ ("opportunities (inspected units × those of one)");
}

static double
factor_of (AssayDefectFigure figure)
{
  if (figure == ASSAY_DEFECT_FIGURE_DHU)
    return 100.0;
  return figure == ASSAY_DEFECT_FIGURE_DPMO || figure == ASSAY_DEFECT_FIGURE_PPM ? 1e6 : 1.0;
}

/* A share in per cent, all else as a number with the digits that it bears. */
static char *
value_words (AssayDefectFigure figure, double value)
{
  switch (figure)
    {
    case ASSAY_DEFECT_FIGURE_DPU:
      return assay_format_real (value, 4);
    case ASSAY_DEFECT_FIGURE_DHU:
      return assay_format_real (value, 2);
    case ASSAY_DEFECT_FIGURE_DPMO:
    case ASSAY_DEFECT_FIGURE_PPM:
      return assay_format_real (value, 0);
    case ASSAY_DEFECT_FIGURE_RATE:
    case ASSAY_DEFECT_FIGURE_FIRST_PASS:
    case ASSAY_DEFECT_FIGURE_ACCEPTED:
    case ASSAY_DEFECT_FIGURE_CRITICAL:
    case ASSAY_DEFECT_FIGURE_MAJOR:
    case ASSAY_DEFECT_FIGURE_MINOR:
    case ASSAY_DEFECT_N_FIGURES:
    default:
      return assay_format_share (value, 2);
    }
}

static AssayInterval
interval_of (const Facts *facts, gint64 upper, double lower)
{
  double factor = factor_of (facts->figure);
  AssayInterval interval;

  if (facts->figure == ASSAY_DEFECT_FIGURE_DPU || facts->figure == ASSAY_DEFECT_FIGURE_DHU
      || facts->figure == ASSAY_DEFECT_FIGURE_DPMO)
    interval = assay_interval_poisson (upper, lower, CONFIDENCE);
  else
    interval = assay_interval_share (facts->interval, upper, (gint64)lower, CONFIDENCE);
  if (facts->figure == ASSAY_DEFECT_FIGURE_FIRST_PASS)
    return (AssayInterval){ 1.0 - interval.high, 1.0 - interval.low };
  return (AssayInterval){ factor * interval.low, factor * interval.high };
}

static const char *
interval_name (const Facts *facts)
{
  if (facts->figure == ASSAY_DEFECT_FIGURE_DPU || facts->figure == ASSAY_DEFECT_FIGURE_DHU
      || facts->figure == ASSAY_DEFECT_FIGURE_DPMO)
    return _ ("95 % interval (Poisson)");
  return facts->interval == ASSAY_INTERVAL_EXACT ? _ ("95 % interval (Clopper–Pearson)")
                                                 : _ ("95 % interval (Wilson)");
}

static void
append_result (GString *formula, const Facts *facts, AssayExplanation *explanation)
{
  double lower = 0, value;
  gint64 upper = 0;
  AssayInterval interval;
  g_autofree char *above = NULL, *below = NULL, *low = NULL, *high = NULL, *result = NULL;

  for (guint i = 0; i < facts->lots->len; i++)
    {
      upper += upper_of (facts->figure, &g_array_index (facts->lots, AssayLot, i));
      lower += lower_of (facts->figure, &g_array_index (facts->lots, AssayLot, i));
    }
  if (!(lower > 0.0))
    {
      g_string_append (formula, _ ("Nothing to divide by: the figure is unknown."));
      return;
    }
  value = factor_of (facts->figure) * (double)upper / lower;
  if (facts->figure == ASSAY_DEFECT_FIGURE_FIRST_PASS)
    value = 1.0 - value;
  interval = interval_of (facts, upper, lower);
  above = assay_format_number (upper);
  below = assay_format_real (lower, 0);
  result = value_words (facts->figure, value);
  low = value_words (facts->figure, interval.low);
  high = value_words (facts->figure, interval.high);
  if (facts->figure == ASSAY_DEFECT_FIGURE_FIRST_PASS)
    g_string_append (formula, "1 − ");
  if (factor_of (facts->figure) > 1.0)
    {
      g_autofree char *factor = assay_format_real (factor_of (facts->figure), 0);

      g_string_append_printf (formula, "%s × ", factor);
    }
  g_string_append_printf (formula, "%s ÷ %s = %s\n%s: %s … %s", above, below, result,
                          interval_name (facts), low, high);
  explanation->value = g_strdup_printf ("%s (%s … %s)", result, low, high);
}

static char *
make_formula (const Facts *facts, AssayExplanation *explanation)
{
  GString *formula = g_string_new (NULL);
  const char *upper, *lower;

  name_sums (facts->figure, &upper, &lower);
  append_sum (formula, facts, upper, TRUE);
  append_sum (formula, facts, lower, FALSE);
  append_result (formula, facts, explanation);
  return g_string_free_and_steal (formula);
}

/* All inspections of the question, whether they count or not, and their keys. */
static GArray *
read_lots (AssayDb *db, const AssayDefectQuestion *question, AssayKeyIndex *keys, GError **error)
{
  g_autoptr (AssayLotScan) scan = assay_lot_scan_new_all (db, question, error);
  g_autoptr (GArray) lots = g_array_new (FALSE, FALSE, sizeof (AssayLot));
  AssayLot lot = { 0 };
  gboolean found;

  if (scan == NULL)
    return NULL;
  while (assay_lot_scan_next (scan, &lot, &found, error) && found)
    {
      assay_key_index_add (keys, lot.key);
      g_array_append_val (lots, lot);
    }
  return assay_lot_scan_is_done (scan) ? g_steal_pointer (&lots) : NULL;
}

static gboolean
is_group (const AssayGroup *group, const AssayDefectRow *row)
{
  return group->id == row->id && g_strcmp0 (group->name, row->group) == 0;
}

/* A class as a group is explained as the figure of that class. */
static AssayDefectFigure
figure_of_group (AssayGrouping by, const AssayDefectRow *group, AssayDefectFigure figure)
{
  if (by != ASSAY_GROUP_CLASS || group == NULL || group->group == NULL)
    return figure;
  if (g_str_equal (group->group, "critical"))
    return ASSAY_DEFECT_FIGURE_CRITICAL;
  return g_str_equal (group->group, "major") ? ASSAY_DEFECT_FIGURE_MAJOR
                                             : ASSAY_DEFECT_FIGURE_MINOR;
}

static gboolean
sort_lots (AssayDb *db,
           const AssayDefectQuestion *question,
           const AssayDefectRow *group,
           Facts *facts,
           AssayExplanation *explanation,
           GError **error)
{
  g_autoptr (AssayKeyIndex) keys = assay_key_index_new ();
  g_autoptr (GArray) lots = read_lots (db, question, keys, error);
  g_autoptr (GArray) groups = NULL;
  g_autofree guint32 *group_of_key = NULL;

  if (lots == NULL)
    return FALSE;
  groups = assay_grouping_resolve (db, question->by, keys, &group_of_key, error);
  if (groups == NULL)
    return FALSE;
  for (guint i = 0; i < lots->len; i++)
    {
      const AssayLot *lot = &g_array_index (lots, AssayLot, i);
      const char *reason = reason_of (facts->figure, lot);
      guint32 number;

      if (group != NULL && question->by != ASSAY_GROUP_CLASS
          && (!assay_key_index_find (keys, lot->key, &number)
              || !is_group (&g_array_index (groups, AssayGroup, group_of_key[number]), group)))
        continue;
      if (reason != NULL)
        assay_explanation_exclude (explanation, reason, lot->id);
      else
        {
          g_array_append_val (facts->lots, *lot);
          g_array_append_val (explanation->ids, lot->id);
        }
    }
  return TRUE;
}

/**
 * assay_defect_explain:
 * @db: the book
 * @question: what was asked
 * @group: (nullable): the row of its group, of which `id` and `group` are looked at; %NULL for all
 * @figure: which figure
 * @error: return location for an error
 *
 * Returns: (transfer full): how it came about; %NULL on error
 */
AssayExplanation *
assay_defect_explain (AssayDb *db,
                      const AssayDefectQuestion *question,
                      const AssayDefectRow *group,
                      AssayDefectFigure figure,
                      GError **error)
{
  g_autoptr (AssayExplanation) explanation = assay_explanation_new (ASSAY_TYPE_INSPECTION);
  g_autoptr (GArray) lots = g_array_new (FALSE, FALSE, sizeof (AssayLot));
  AssayDefectQuestion asked = *question;
  Facts facts = { .figure = figure_of_group (question->by, group, figure),
                  .interval = question->interval,
                  .lots = lots };
  g_autofree char *name
      = group != NULL ? assay_defect_group_words (question->by, group->group) : NULL;

  asked.with_classes = TRUE;
  if (!sort_lots (db, &asked, group, &facts, explanation, error))
    return NULL;
  explanation->title
      = name != NULL && question->by != ASSAY_GROUP_CLASS
            ? g_strdup_printf ("%s · %s", assay_defect_figure_title (facts.figure), name)
            : g_strdup (assay_defect_figure_title (facts.figure));
  explanation->definition = assay_defect_figure_definition (facts.figure, question->interval);
  explanation->period = assay_period_words (question->from, question->to);
  explanation->formula = make_formula (&facts, explanation);
  return g_steal_pointer (&explanation);
}
