/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/defect-tally.h"

#include "record/unit-list.h"

void
assay_defect_tally_init (AssayDefectTally *tally, gboolean by_units)
{
  *tally = (AssayDefectTally){ .by_units = by_units };
}

void
assay_defect_tally_clear (AssayDefectTally *tally)
{
  g_clear_pointer (&tally->worst, g_hash_table_unref);
}

/**
 * assay_defect_tally_class:
 * @stored: (nullable): a class as the book holds it
 *
 * Returns: its place in the tally, -1 when there is no such class
 */
int
assay_defect_tally_class (const char *stored)
{
  static const char *const names[ASSAY_TALLY_CLASSES] = { "critical", "major", "minor" };

  for (int i = 0; i < ASSAY_TALLY_CLASSES; i++)
    if (g_strcmp0 (stored, names[i]) == 0)
      return i;
  return -1;
}

static void
count (AssayDefectTally *tally, guint defect_class, gint64 n, gboolean second)
{
  tally->found[defect_class] += n;
  if (!second)
    tally->first[defect_class] += n;
}

/* Unit 3 of the second sample is another one than unit 3 of the first. */
static gpointer
key_of (guint32 unit, gboolean second)
{
  return GUINT_TO_POINTER (unit << 1 | (second ? 1 : 0));
}

static void
add_unit (AssayDefectTally *tally, guint defect_class, guint32 unit, gboolean second)
{
  gpointer key = key_of (unit, second), known;

  if (!g_hash_table_lookup_extended (tally->worst, key, NULL, &known))
    {
      tally->units++;
      if (tally->by_units)
        count (tally, defect_class, 1, second);
    }
  else if (GPOINTER_TO_UINT (known) <= defect_class)
    return;
  else if (tally->by_units)
    {
      count (tally, GPOINTER_TO_UINT (known), -1, second);
      count (tally, defect_class, 1, second);
    }
  g_hash_table_insert (tally->worst, key, GUINT_TO_POINTER (defect_class));
}

/**
 * assay_defect_tally_add:
 * @defect_class: the place of its class
 * @n: units that show it, or how often it was found
 * @units: (nullable): which units; what is no list of them says nothing
 * @second_sample: whether it was found in the second sample of double sampling
 *
 * A defect that does not say which units show it has @n units of its own.
 */
void
assay_defect_tally_add (AssayDefectTally *tally,
                        guint defect_class,
                        gint64 n,
                        const char *units,
                        gboolean second_sample)
{
  g_autoptr (GArray) named = NULL;

  g_return_if_fail (defect_class < ASSAY_TALLY_CLASSES);

  tally->defects += n;
  if (!tally->by_units)
    count (tally, defect_class, n, second_sample);
  if (units != NULL)
    named = assay_unit_list_parse (units, NULL);
  if (named == NULL || named->len == 0)
    {
      tally->units += n;
      if (tally->by_units)
        count (tally, defect_class, n, second_sample);
      return;
    }
  if (tally->worst == NULL)
    tally->worst = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < named->len; i++)
    add_unit (tally, defect_class, g_array_index (named, guint32, i), second_sample);
}

/**
 * assay_defect_tally_count_new:
 *
 * Returns: by how many units assay_defect_tally_add() would raise the number of units
 */
gint64
assay_defect_tally_count_new (const AssayDefectTally *tally,
                              gint64 n,
                              const char *units,
                              gboolean second_sample)
{
  g_autoptr (GArray) named = units != NULL ? assay_unit_list_parse (units, NULL) : NULL;
  gint64 added = 0;

  if (named == NULL || named->len == 0)
    return n;
  for (guint i = 0; i < named->len; i++)
    {
      gpointer key = key_of (g_array_index (named, guint32, i), second_sample);

      added += tally->worst == NULL || !g_hash_table_contains (tally->worst, key);
    }
  return added;
}
