/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What defect figures mean, in words, and which interval a book shows with them. */

#include "assay-config.h"

#include "insight/defects.h"

#include <glib/gi18n-lib.h>

#include "record/choices.h"
#include "record/format.h"
#include "store/book-settings.h"

/**
 * assay_defect_interval_parse:
 * @text: "wilson" or "exact"
 * @interval: takes the interval; left as it is on failure
 *
 * Returns: whether @text is one
 */
gboolean
assay_defect_interval_parse (const char *text, AssayIntervalKind *interval)
{
  if (g_str_equal (text, "wilson"))
    *interval = ASSAY_INTERVAL_WILSON;
  else if (g_str_equal (text, "exact"))
    *interval = ASSAY_INTERVAL_EXACT;
  else
    return FALSE;
  return TRUE;
}

const char *
assay_defect_interval_name (AssayIntervalKind interval)
{
  return interval == ASSAY_INTERVAL_EXACT ? "exact" : "wilson";
}

/**
 * assay_defect_interval_read:
 * @db: the book
 * @interval: (out): what it says; Wilson's where it says nothing
 * @error: what went wrong
 *
 * Returns: %FALSE on error
 */
gboolean
assay_defect_interval_read (AssayDb *db, AssayIntervalKind *interval, GError **error)
{
  GError *local = NULL;
  g_autofree char *text = assay_book_settings_get (db, ASSAY_SETTING_INTERVAL, &local);

  *interval = ASSAY_INTERVAL_WILSON;
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (text != NULL)
    assay_defect_interval_parse (text, interval);
  return TRUE;
}

static const char *
say_interval (AssayIntervalKind interval)
{
  return interval == ASSAY_INTERVAL_EXACT
             ? _ ("Intervals of shares are exact 95 % intervals (Clopper–Pearson), which are wider "
                  "than need be rather than too narrow.")
             : _ ("Intervals of shares are 95 % Wilson intervals.");
}

static const char *
say_lots (void)
{
  return _ (
      "Lots count on the day of their inspection; samples, repeated inspections and lots whose "
      "numbers are unknown are left out.");
}

static const char *
say_defects (void)
{
  return _ ("Where the defects of a lot are recorded one by one they are counted; a defective unit "
            "counts as one defect at least.");
}

static const char *
say_accepted (void)
{
  return _ (
      "A lot is accepted by the decision; where there is none yet, by the inspector’s result.");
}

/**
 * assay_defect_definition:
 * @question: what was asked
 *
 * Returns: (transfer full): what the figures mean, in translated sentences
 */
char *
assay_defect_definition (const AssayDefectQuestion *question)
{
  const char *rate = _ ("The rate is defective units divided by inspected units, added up over all "
                        "lots before dividing.");
  const char *defects = _ (
      "Defects per unit (DPU), per hundred units (DHU, with Poisson’s exact 95 % interval) and "
      "per million opportunities (DPMO) are added up in the same way; the opportunities of a "
      "unit are those of its product, 1 where nothing is said.");
  const char *yield = _ ("First-pass yield is the share of units without a defect.");
  const char *share = _ ("The share of accepted lots is of those that are decided: neither pending "
                         "nor on hold.");
  const char *class = _ (
      "By class, a defective unit counts once, in its most serious class; lots of "
      "which the class was not counted are left out of that class.");
  const char *month = _ ("A month without inspections has no figures.");

  return g_strjoin (
      " ", rate, say_interval (question->interval), defects, say_defects (), yield, say_lots (),
      say_accepted (), share, question->by == ASSAY_GROUP_MONTH ? month : class,
      question->by == ASSAY_GROUP_MONTH && question->with_classes ? class : NULL, NULL);
}

static const struct
{
  const char *name;
  const char *title;
  const char *definition;
} figures[] = {
  [ASSAY_DEFECT_FIGURE_RATE]
  = { "rate", N_ ("Defective rate"),
      N_ ("Defective units divided by inspected units, added up over all lots "
          "before dividing.") },
  [ASSAY_DEFECT_FIGURE_DPU]
  = { "dpu", N_ ("Defects per unit"),
      N_ ("Defects divided by inspected units (DPU), added up over all lots "
          "before dividing.") },
  [ASSAY_DEFECT_FIGURE_DHU]
  = { "dhu", N_ ("Defects per hundred units"),
      N_ ("A hundred times defects divided by inspected units (DHU), added up over all lots before "
          "dividing, with Poisson’s exact 95 % interval.") },
  [ASSAY_DEFECT_FIGURE_DPMO]
  = { "dpmo", N_ ("Defects per million opportunities"),
      N_ ("A million times defects divided by the opportunities for one (DPMO): of each lot the "
          "inspected units times the opportunities that its product names, 1 where it names "
          "none.") },
  [ASSAY_DEFECT_FIGURE_PPM] = { "ppm", N_ ("Defective parts per million"),
                                N_ ("A million times defective units divided by "
                                    "inspected units, added up over all lots before "
                                    "dividing.") },
  [ASSAY_DEFECT_FIGURE_FIRST_PASS]
  = { "first_pass_yield", N_ ("First-pass yield"),
      N_ ("The share of units without a defect when their lot was inspected for the first time: 1 "
          "less the defective rate.") },
  [ASSAY_DEFECT_FIGURE_ACCEPTED]
  = { "accepted_share", N_ ("Accepted lots"),
      N_ ("Accepted lots divided by decided ones: neither pending nor on "
          "hold.") },
  [ASSAY_DEFECT_FIGURE_CRITICAL] = { "critical_rate", N_ ("Critical defective rate"),
                                     N_ ("Units whose most serious defect is critical divided by "
                                         "inspected units, over the lots of "
                                         "which that was counted.") },
  [ASSAY_DEFECT_FIGURE_MAJOR]
  = { "major_rate", N_ ("Major defective rate"),
      N_ ("Units whose most serious defect is major divided by inspected units, over the lots of "
          "which that was counted.") },
  [ASSAY_DEFECT_FIGURE_MINOR]
  = { "minor_rate", N_ ("Minor defective rate"),
      N_ ("Units whose most serious defect is minor divided by inspected units, over the lots of "
          "which that was counted.") },
};

const char *
assay_defect_figure_name (AssayDefectFigure figure)
{
  return figures[figure].name;
}

/**
 * assay_defect_figure_parse:
 * @name: the name of a figure, as in JSON
 * @figure: takes the figure; left as it is on failure
 *
 * Returns: whether @name is one
 */
gboolean
assay_defect_figure_parse (const char *name, AssayDefectFigure *figure)
{
  for (guint i = 0; i < ASSAY_DEFECT_N_FIGURES; i++)
    if (g_str_equal (figures[i].name, name))
      {
        *figure = (AssayDefectFigure)i;
        return TRUE;
      }
  return FALSE;
}

const char *
assay_defect_figure_title (AssayDefectFigure figure)
{
  return _ (figures[figure].title);
}

/**
 * assay_defect_figure_definition:
 * @figure: a figure
 * @interval: how intervals of shares are computed
 *
 * Returns: (transfer full): what the figure means, in translated sentences
 */
char *
assay_defect_figure_definition (AssayDefectFigure figure, AssayIntervalKind interval)
{
  gboolean defects = figure == ASSAY_DEFECT_FIGURE_DPU || figure == ASSAY_DEFECT_FIGURE_DHU
                     || figure == ASSAY_DEFECT_FIGURE_DPMO;
  const char *how = defects                                  ? say_defects ()
                    : figure == ASSAY_DEFECT_FIGURE_ACCEPTED ? say_accepted ()
                                                             : say_interval (interval);

  return g_strjoin (" ", _ (figures[figure].definition), how, say_lots (),
                    figure == ASSAY_DEFECT_FIGURE_ACCEPTED ? say_interval (interval) : NULL, NULL);
}

static const char *
choice_words (const AssayChoice *choices, const char *value)
{
  for (; choices->value != NULL; choices++)
    if (g_str_equal (choices->value, value))
      return _ (choices->label);
  return value;
}

/**
 * assay_defect_group_words:
 * @by: what was grouped by
 * @group: (nullable): a row's group
 *
 * Returns: (transfer full): its name as people read it
 */
char *
assay_defect_group_words (AssayGrouping by, const char *group)
{
  if (group == NULL)
    return g_strdup (by == ASSAY_GROUP_NONE ? _ ("All") : _ ("Unknown"));
  switch (by)
    {
    case ASSAY_GROUP_COUNTRY:
      return assay_format_country (group);
    case ASSAY_GROUP_MODE:
      return g_strdup (choice_words (assay_choices_mode, group));
    case ASSAY_GROUP_KIND:
      return g_strdup (choice_words (assay_choices_inspection_kind, group));
    case ASSAY_GROUP_CLASS:
      return g_strdup (choice_words (assay_choices_class, group));
    case ASSAY_GROUP_NONE:
    case ASSAY_GROUP_SUPPLIER:
    case ASSAY_GROUP_PRODUCT:
    case ASSAY_GROUP_MONTH:
    default:
      return g_strdup (group);
    }
}
