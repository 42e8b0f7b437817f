/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "figures/drop-test.h"

#include <glib/gi18n-lib.h>

/* Up to here, and with it, procedure 1A holds; in grams. */
#define HEAVIEST_1A 68000

/* Below which gross weight, from which height: grams, millimetres. */
static const struct
{
  gint64 below;
  gint64 height_1a, height_2a;
} heights[] = {
  { 10000, 760, 970 }, { 19000, 610, 810 },           { 28000, 460, 660 },
  { 45000, 310, 510 }, { HEAVIEST_1A + 1, 200, 310 },
};

static const char *const drops[ASSAY_DROP_N_DROPS] = {
  N_ ("Corner 2-3-5, or the weakest corner of face 3"),
  N_ ("The shortest edge at that corner"),
  N_ ("The middle edge at that corner"),
  N_ ("The longest edge at that corner"),
  N_ ("One of the smallest faces"),
  N_ ("The other smallest face"),
  N_ ("One of the medium faces"),
  N_ ("The other medium face"),
  N_ ("One of the largest faces"),
  N_ ("The other largest face"),
};

static const char *const names[] = { "ISTA 1A", "ISTA 2A", "ISTA 1B" };

const char *
assay_drop_procedure_to_string (AssayDropProcedure procedure)
{
  return names[procedure];
}

/* "ISTA 2A", "2A". */
gboolean
assay_drop_procedure_from_string (const char *text, AssayDropProcedure *procedure)
{
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (text, names[i]) == 0 || g_ascii_strcasecmp (text, names[i] + 5) == 0)
      {
        *procedure = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * assay_drop_height:
 * @grams: gross weight of the carton
 * @procedure: (inout): 1A or 2A as asked for; 1B where the carton is too heavy for it
 *
 * Returns: the height of each drop in millimetres, -1 for a weight that is none
 */
gint64
assay_drop_height (gint64 grams, AssayDropProcedure *procedure)
{
  if (grams <= 0)
    return -1;
  for (gsize i = 0; i < G_N_ELEMENTS (heights) && *procedure != ASSAY_DROP_1B; i++)
    if (grams < heights[i].below)
      return *procedure == ASSAY_DROP_2A ? heights[i].height_2a : heights[i].height_1a;
  *procedure = ASSAY_DROP_1B;
  return 150;
}

/**
 * assay_drop_describe:
 * @drop: from 0
 *
 * Returns: what the carton falls on, translated
 */
const char *
assay_drop_describe (guint drop)
{
  g_return_val_if_fail (drop < ASSAY_DROP_N_DROPS, NULL);

  return _ (drops[drop]);
}
