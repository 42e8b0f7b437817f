/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Defect figures: one scan of the inspections, with the defects of each lot beside it. */

#include "insight/defects.h"

#include <math.h>

#include "figures/proportion.h"
#include "insight/grouping.h"
#include "insight/lot-scan.h"
#include "record/choices.h"
#include "record/date.h"

#define CONFIDENCE 0.95

/* Days between two months with inspections that are filled with months without: ten years. */
#define MOST_GAP 3660

/* What lots of one class of defects add up to. */
typedef struct
{
  gint64 lots;
  gint64 inspected;
  gint64 defective;
} GatheredClass;

typedef struct
{
  gint64 lots;
  gint64 unknown;
  gint64 inspected;
  gint64 defective;
  gint64 defects;
  gint64 accepted;
  gint64 decided;
  double opportunities;
  GatheredClass classes[ASSAY_DEFECT_N_CLASSES];
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
  gathered->decided += more->decided;
  gathered->opportunities += more->opportunities;
  for (int i = 0; i < ASSAY_DEFECT_N_CLASSES; i++)
    {
      gathered->classes[i].lots += more->classes[i].lots;
      gathered->classes[i].inspected += more->classes[i].inspected;
      gathered->classes[i].defective += more->classes[i].defective;
    }
}

static inline void
gathered_add_lot (Gathered *gathered, const AssayLot *lot, gboolean with_classes)
{
  if (!lot->is_known)
    {
      gathered->unknown++;
      return;
    }
  gathered->lots++;
  gathered->inspected += lot->inspected;
  gathered->defective += lot->defective;
  gathered->defects += lot->defects;
  gathered->accepted += lot->is_accepted;
  gathered->decided += lot->is_decided;
  gathered->opportunities += (double)lot->inspected * lot->opportunities;
  for (int i = 0; with_classes && i < ASSAY_DEFECT_N_CLASSES; i++)
    if (lot->classes[i] >= 0)
      {
        gathered->classes[i].lots++;
        gathered->classes[i].inspected += lot->inspected;
        gathered->classes[i].defective += lot->classes[i];
      }
}

static AssayDefectClassRow
class_row (const GatheredClass *gathered, AssayIntervalKind kind)
{
  AssayInterval interval
      = assay_interval_share (kind, gathered->defective, gathered->inspected, CONFIDENCE);

  return (AssayDefectClassRow){ .lots = gathered->lots,
                                .inspected = gathered->inspected,
                                .defective = gathered->defective,
                                .rate
                                = assay_rate_defective (gathered->defective, gathered->inspected),
                                .rate_low = interval.low,
                                .rate_high = interval.high };
}

static void
set_rates (AssayDefectRow *row, AssayIntervalKind kind)
{
  AssayInterval rate = assay_interval_share (kind, row->defective, row->inspected, CONFIDENCE);
  AssayInterval defects = assay_interval_poisson (row->defects, (double)row->inspected, CONFIDENCE);
  AssayInterval lots
      = assay_interval_share (kind, row->accepted_lots, row->decided_lots, CONFIDENCE);

  row->rate = assay_rate_defective (row->defective, row->inspected);
  row->rate_low = rate.low;
  row->rate_high = rate.high;
  row->dpu = assay_rate_per_unit (row->defects, row->inspected);
  row->dhu = assay_rate_dhu (row->defects, row->inspected);
  row->dhu_low = 100.0 * defects.low;
  row->dhu_high = 100.0 * defects.high;
  row->dpmo = row->opportunities > 0.0 ? 1e6 * (double)row->defects / row->opportunities : NAN;
  row->ppm = assay_rate_ppm (row->defective, row->inspected);
  row->first_pass_yield = 1.0 - row->rate;
  row->accepted_share = assay_rate_defective (row->accepted_lots, row->decided_lots);
  row->accepted_low = lots.low;
  row->accepted_high = lots.high;
}

static AssayDefectRow *
row_new (gint64 id, const char *name, const Gathered *gathered, AssayIntervalKind kind)
{
  AssayDefectRow *row = g_new0 (AssayDefectRow, 1);

  row->id = id;
  row->group = g_strdup (name);
  row->lots = gathered->lots;
  row->unknown = gathered->unknown;
  row->inspected = gathered->inspected;
  row->defective = gathered->defective;
  row->defects = gathered->defects;
  row->accepted_lots = gathered->accepted;
  row->decided_lots = gathered->decided;
  row->opportunities = gathered->opportunities;
  for (int i = 0; i < ASSAY_DEFECT_N_CLASSES; i++)
    row->classes[i] = class_row (&gathered->classes[i], kind);
  set_rates (row, kind);
  return row;
}

/* The units of one class as a group of their own. Nothing is decided of a class; its defects are
 * its units, which is what is counted by class. */
static AssayDefectRow *
row_new_class (int class, const Gathered *all, AssayIntervalKind kind)
{
  const GatheredClass *gathered = &all->classes[class];
  const Gathered alone = { .lots = gathered->lots,
                           .unknown = all->unknown + all->lots - gathered->lots,
                           .inspected = gathered->inspected,
                           .defective = gathered->defective,
                           .defects = gathered->defective };
  AssayDefectRow *row = row_new (0, assay_choices_class[class].value, &alone, kind);

  row->opportunities = row->dpmo = NAN;
  row->classes[class] = class_row (gathered, kind);
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
  gboolean with_classes = question->with_classes || question->by == ASSAY_GROUP_CLASS;
  AssayLot lot;
  gboolean found;

  if (scan == NULL)
    return NULL;
  while (assay_lot_scan_next (scan, &lot, &found, error) && found)
    {
      guint32 number = assay_key_index_add (keys, lot.key);

      if (number >= gathered->len)
        g_array_set_size (gathered, number + 1);
      gathered_add_lot (&g_array_index (gathered, Gathered, number), &lot, with_classes);
    }
  if (!assay_lot_scan_is_done (scan))
    return NULL;
  return g_steal_pointer (&gathered);
}

/* First day of the month that a row is of. */
static gboolean
month_of (const AssayDefectRow *row, gint32 *month)
{
  g_autofree char *iso = row->group != NULL ? g_strconcat (row->group, "-01", NULL) : NULL;

  return iso != NULL && assay_date_parse_iso (iso, month);
}

/* A month in which nothing was inspected is a row without figures: left out, it would look as if
 * the two months beside it followed each other. @rows are in order of time. A day that was typed
 * wrong makes no row of each month since the Middle Ages. */
static void
fill_months (GPtrArray *rows, AssayIntervalKind kind)
{
  const Gathered nothing = { 0 };
  gint32 first, last, month;
  guint at = 0;

  for (guint i = 0; i + 1 < rows->len; i++)
    if (month_of (g_ptr_array_index (rows, i), &first)
        && month_of (g_ptr_array_index (rows, i + 1), &last) && last - first > MOST_GAP)
      return;
  while (at + 1 < rows->len && month_of (g_ptr_array_index (rows, at), &first)
         && month_of (g_ptr_array_index (rows, at + 1), &last))
    {
      at++;
      month = assay_date_month_start (first + 31);
      if (month < last)
        {
          g_autofree char *iso = assay_date_format_iso (month);

          iso[strlen ("2026-03")] = '\0';
          g_ptr_array_insert (rows, (int)at, row_new (0, iso, &nothing, kind));
        }
    }
}

static GPtrArray *
class_rows (const Gathered *all, AssayIntervalKind kind)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_defect_row_free);

  for (int i = 0; i < ASSAY_DEFECT_N_CLASSES; i++)
    if (all->lots > 0)
      g_ptr_array_add (rows, row_new_class (i, all, kind));
  return rows;
}

/* One row a group, by name; @all over all of them. */
static GPtrArray *
group_rows (AssayDb *db,
            const AssayDefectQuestion *question,
            const AssayKeyIndex *keys,
            const GArray *gathered,
            GError **error)
{
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_defect_row_free);
  g_autoptr (GArray) groups = NULL;
  g_autofree guint32 *group_of_key = NULL;
  g_autofree Gathered *merged = NULL;

  groups = assay_grouping_resolve (db, question->by, keys, &group_of_key, error);
  if (groups == NULL)
    return NULL;
  merged = g_new0 (Gathered, MAX (groups->len, 1));
  for (guint i = 0; i < gathered->len; i++)
    gathered_add (&merged[group_of_key[i]], &g_array_index (gathered, Gathered, i));
  for (guint i = 0; i < groups->len; i++)
    {
      const AssayGroup *group = &g_array_index (groups, AssayGroup, i);

      g_ptr_array_add (rows, row_new (group->id, group->name, &merged[i], question->interval));
    }
  g_ptr_array_sort (rows, compare_rows);
  if (question->by == ASSAY_GROUP_MONTH)
    fill_months (rows, question->interval);
  return g_steal_pointer (&rows);
}

/**
 * assay_defect_figures:
 * @db: the book, on the thread that owns the connection
 * @question: what to group by and which inspections to take
 * @total: (out) (optional) (transfer full): the figures over all inspections that match
 * @error: return location for an error
 *
 * Groups by mode of transport are those of the delivery, or else of the order; a lot on no order
 * has none. Groups by class overlap: a lot has units of each.
 *
 * Returns: (transfer full) (element-type AssayDefectRow): one row a group, by name; months without
 *   inspections between others too, without figures; %NULL on error
 */
GPtrArray *
assay_defect_figures (AssayDb *db,
                      const AssayDefectQuestion *question,
                      AssayDefectRow **total,
                      GError **error)
{
  g_autoptr (AssayKeyIndex) keys = assay_key_index_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) gathered = NULL;
  Gathered all = { 0 };

  g_return_val_if_fail (db != NULL && question != NULL, NULL);

  gathered = gather (db, question, keys, error);
  if (gathered == NULL)
    return NULL;
  for (guint i = 0; i < gathered->len; i++)
    gathered_add (&all, &g_array_index (gathered, Gathered, i));
  if (question->by == ASSAY_GROUP_CLASS)
    rows = class_rows (&all, question->interval);
  else
    rows = group_rows (db, question, keys, gathered, error);
  if (rows != NULL && total != NULL)
    *total = row_new (0, NULL, &all, question->interval);
  return g_steal_pointer (&rows);
}
