/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Defect figures: one scan of the inspections, with the defects of each lot beside it. */

#include "assay-config.h"

#include "insight/defects.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "figures/proportion.h"
#include "insight/grouping.h"
#include "insight/lot-scan.h"
#include "record/date.h"

#define CONFIDENCE 0.95

typedef struct
{
  gint64 lots;
  gint64 unknown;
  gint64 inspected;
  gint64 defective;
  gint64 defects;
  gint64 accepted;
} Gathered;

static void
gathered_add (Gathered *gathered, const Gathered *more)
{
  gathered->lots += more->lots;
  gathered->unknown += more->unknown;
  gathered->inspected += more->inspected;
  gathered->defective += more->defective;
  gathered->defects += more->defects;
  gathered->accepted += more->accepted;
}

static AssayDefectRow *
row_new (gint64 id, const char *name, const Gathered *gathered)
{
  AssayDefectRow *row = g_new0 (AssayDefectRow, 1);
  AssayInterval interval
      = assay_interval_wilson (gathered->defective, gathered->inspected, CONFIDENCE);

  row->id = id;
  row->group = g_strdup (name);
  row->lots = gathered->lots;
  row->unknown = gathered->unknown;
  row->inspected = gathered->inspected;
  row->defective = gathered->defective;
  row->defects = gathered->defects;
  row->accepted_lots = gathered->accepted;
  row->rate = assay_rate_defective (gathered->defective, gathered->inspected);
  row->rate_low = interval.low;
  row->rate_high = interval.high;
  row->dhu = assay_rate_dhu (gathered->defects, gathered->inspected);
  row->dpmo = assay_rate_dpmo (gathered->defects, gathered->inspected, 1);
  row->ppm = assay_rate_ppm (gathered->defective, gathered->inspected);
  return row;
}

void
assay_defect_row_free (AssayDefectRow *row)
{
  if (row == NULL)
    return;
  g_free (row->group);
  g_free (row);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const AssayDefectRow *left = *(AssayDefectRow *const *)a;
  const AssayDefectRow *right = *(AssayDefectRow *const *)b;
  int order = assay_group_compare_names (left->group, right->group);

  return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

static GArray *
gather (AssayDb *db, const AssayDefectQuestion *question, AssayKeyIndex *keys, GError **error)
{
  g_autoptr (AssayLotScan) scan = assay_lot_scan_new (db, question, error);
  g_autoptr (GArray) gathered = g_array_new (FALSE, TRUE, sizeof (Gathered));
  AssayLot lot;
  gboolean found;

  if (scan == NULL)
    return NULL;
  while (assay_lot_scan_next (scan, &lot, &found, error) && found)
    {
      guint32 number = assay_key_index_add (keys, lot.key);
      Gathered one = { .unknown = 1 };

      if (lot.is_known)
        one = (Gathered){ .lots = 1,
                          .inspected = lot.inspected,
                          .defective = lot.defective,
                          .defects = lot.defects,
                          .accepted = lot.is_accepted };
      if (number >= gathered->len)
        g_array_set_size (gathered, number + 1);
      gathered_add (&g_array_index (gathered, Gathered, number), &one);
    }
  if (!assay_lot_scan_is_done (scan))
    return NULL;
  return g_steal_pointer (&gathered);
}

/**
 * assay_defect_figures:
 * @db: the book, on the thread that owns the connection
 * @question: what to group by and which inspections to take; there is no grouping by mode
 * @total: (out) (optional) (transfer full): the figures over all inspections that match
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AssayDefectRow): one row a group, by name; %NULL on error
 */
GPtrArray *
assay_defect_figures (AssayDb *db,
                      const AssayDefectQuestion *question,
                      AssayDefectRow **total,
                      GError **error)
{
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_defect_row_free);
  g_autoptr (AssayKeyIndex) keys = assay_key_index_new ();
  g_autoptr (GArray) gathered = NULL;
  g_autoptr (GArray) groups = NULL;
  g_autofree guint32 *group_of_key = NULL;
  g_autofree Gathered *merged = NULL;
  Gathered all = { 0 };

  g_return_val_if_fail (db != NULL && question != NULL, NULL);
  g_return_val_if_fail (question->by != ASSAY_GROUP_MODE, NULL);

  gathered = gather (db, question, keys, error);
  if (gathered == NULL)
    return NULL;
  groups = assay_grouping_resolve (db, question->by, keys, &group_of_key, error);
  if (groups == NULL)
    return NULL;
  merged = g_new0 (Gathered, MAX (groups->len, 1));
  for (guint i = 0; i < gathered->len; i++)
    {
      gathered_add (&merged[group_of_key[i]], &g_array_index (gathered, Gathered, i));
      gathered_add (&all, &g_array_index (gathered, Gathered, i));
    }
  for (guint i = 0; i < groups->len; i++)
    {
      const AssayGroup *group = &g_array_index (groups, AssayGroup, i);

      g_ptr_array_add (rows, row_new (group->id, group->name, &merged[i]));
    }
  g_ptr_array_sort (rows, compare_rows);
  if (total != NULL)
    *total = row_new (0, NULL, &all);
  return g_steal_pointer (&rows);
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
                        "lots before dividing, with a 95 % Wilson interval.");
  const char *defects = _ ("Where the defects of a lot are recorded one by one they are counted; a "
                           "defective unit counts as one defect at least.");
  const char *lots = _ ("Lots count on the day of their inspection; samples, repeated inspections "
                        "and lots whose numbers are unknown are left out.");
  const char *accepted = _ ("A lot is accepted by the decision; where there is none yet, by the "
                            "inspector’s result.");

  return g_strjoin (" ", rate, defects, lots, accepted, NULL);
}
