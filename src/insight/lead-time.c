/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lead-time figures: one scan of the order lines counts the days of each group;
 * the statistics come from those. */

#include "assay-config.h"

#include "insight/lead-time.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/day-counts.h"
#include "insight/grouping.h"
#include "insight/line-scan.h"
#include "record/date.h"

typedef struct
{
  AssayDayCounts lead;
  AssayDayCounts slip;
  gint64 early_n;
  gint64 on_time_n;
  gint64 late_n;
  gint64 open_late_n;
} Gathered;

static void
clear_gathered (gpointer data)
{
  Gathered *gathered = data;

  assay_day_counts_clear (&gathered->lead);
  assay_day_counts_clear (&gathered->slip);
}

static GArray *
gathered_new (guint n)
{
  GArray *array = g_array_new (FALSE, TRUE, sizeof (Gathered));

  g_array_set_clear_func (array, clear_gathered);
  g_array_set_size (array, n);
  return array;
}

static void
gathered_append (Gathered *gathered, const Gathered *more)
{
  assay_day_counts_merge (&gathered->lead, &more->lead);
  assay_day_counts_merge (&gathered->slip, &more->slip);
  gathered->early_n += more->early_n;
  gathered->on_time_n += more->on_time_n;
  gathered->late_n += more->late_n;
  gathered->open_late_n += more->open_late_n;
}

/* Whether @column is unknown, where it was read as @value: asking costs a call, so only 0 is asked.
 */
static inline gboolean
is_null (sqlite3_stmt *handle, int column, gint32 value)
{
  return G_UNLIKELY (value == 0) && sqlite3_column_type (handle, column) == SQLITE_NULL;
}

/* Adds the row that @handle stands on; columns as assay_line_scan_prepare() orders them. */
static inline void
gather_row (Gathered *gathered, sqlite3_stmt *handle, gint32 earliest, gint32 latest)
{
  gint32 lead = sqlite3_column_int (handle, ASSAY_LINE_SCAN_LEAD);
  gint32 slip = sqlite3_column_int (handle, ASSAY_LINE_SCAN_SLIP);
  gboolean has_lead = !is_null (handle, ASSAY_LINE_SCAN_LEAD, lead);
  gboolean has_slip = !is_null (handle, ASSAY_LINE_SCAN_SLIP, slip);

  if (has_lead)
    assay_day_counts_add (&gathered->lead, lead);
  if (has_slip)
    {
      assay_day_counts_add (&gathered->slip, slip);
      gathered->early_n += slip < 0;
      gathered->on_time_n += slip >= earliest && slip <= latest;
      gathered->late_n += slip > latest;
    }
  if (!has_lead && !has_slip
      && sqlite3_column_type (handle, ASSAY_LINE_SCAN_DELIVERED) == SQLITE_NULL)
    gathered->open_late_n++;
}

/* The scan: fills @keys and, by their numbers, the array of Gathered that it returns. */
static GArray *
gather (AssayDb *db, const AssayLeadTimeQuestion *question, AssayKeyIndex *keys, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_line_scan_prepare (db, question, error);
  g_autoptr (GArray) gathered = gathered_new (0);
  gint32 earliest = question->rules.has_early ? -question->rules.early : G_MININT32;
  sqlite3_stmt *handle;
  int code;

  if (statement == NULL)
    return NULL;
  handle = assay_statement_handle (statement);
  while ((code = sqlite3_step (handle)) == SQLITE_ROW)
    {
      guint32 number = assay_key_index_add (keys, assay_line_scan_key (question->by, handle));

      if (G_UNLIKELY (number >= gathered->len))
        g_array_set_size (gathered, number + 1);
      gather_row (&g_array_index (gathered, Gathered, number), handle, earliest,
                  question->rules.late);
    }
  if (code != SQLITE_DONE)
    {
      assay_store_error_take (assay_db_handle (db), code, NULL, error);
      return NULL;
    }
  return g_steal_pointer (&gathered);
}

static AssayLeadTimeRow *
row_new (gint64 id, const char *name, const Gathered *gathered)
{
  AssayLeadTimeRow *row = g_new0 (AssayLeadTimeRow, 1);
  gint64 due;

  row->id = id;
  row->group = g_strdup (name);
  assay_day_counts_summarise (&gathered->lead, &row->lead);
  assay_day_counts_summarise (&gathered->slip, &row->slip);
  row->early_n = gathered->early_n;
  row->on_time_n = gathered->on_time_n;
  row->late_n = gathered->late_n;
  row->open_late_n = gathered->open_late_n;
  due = (gint64)row->slip.n + gathered->open_late_n;
  row->on_time = due > 0 ? (double)row->on_time_n / (double)due : NAN;
  return row;
}

void
assay_lead_time_row_free (AssayLeadTimeRow *row)
{
  if (row == NULL)
    return;
  g_free (row->group);
  g_free (row);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const AssayLeadTimeRow *left = *(AssayLeadTimeRow *const *)a;
  const AssayLeadTimeRow *right = *(AssayLeadTimeRow *const *)b;
  int order = assay_group_compare_names (left->group, right->group);

  return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

static void
sum_up (GArray *gathered, AssayLeadTimeRow **total)
{
  g_autoptr (GArray) all = gathered_new (1);

  for (guint i = 0; i < gathered->len; i++)
    gathered_append (&g_array_index (all, Gathered, 0), &g_array_index (gathered, Gathered, i));
  *total = row_new (0, NULL, &g_array_index (all, Gathered, 0));
}

/**
 * assay_lead_time_figures:
 * @db: the book, on the thread that owns the connection
 * @question: what to group by and which lines to take
 * @total: (out) (optional) (transfer full): the figures over all lines that match
 * @error: return location for an error
 *
 * Cancelled lines are left out. A line counts in the month and range of the day on which its last
 * piece was received, or, while it is late and open, of its promise.
 *
 * Returns: (transfer full) (element-type AssayLeadTimeRow): one row a group, by name; %NULL on
 * error
 */
GPtrArray *
assay_lead_time_figures (AssayDb *db,
                         const AssayLeadTimeQuestion *question,
                         AssayLeadTimeRow **total,
                         GError **error)
{
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_lead_time_row_free);
  g_autoptr (AssayKeyIndex) keys = assay_key_index_new ();
  g_autoptr (GArray) gathered = NULL;
  g_autoptr (GArray) merged = NULL;
  g_autoptr (GArray) groups = NULL;
  g_autofree guint32 *group_of_key = NULL;

  g_return_val_if_fail (db != NULL && question != NULL, NULL);

  gathered = gather (db, question, keys, error);
  if (gathered == NULL)
    return NULL;
  groups = assay_grouping_resolve (db, question->by, keys, &group_of_key, error);
  if (groups == NULL)
    return NULL;
  if (groups->len < gathered->len)
    {
      merged = gathered_new (groups->len);
      for (guint i = 0; i < gathered->len; i++)
        gathered_append (&g_array_index (merged, Gathered, group_of_key[i]),
                         &g_array_index (gathered, Gathered, i));
    }
  for (guint i = 0; i < groups->len; i++)
    {
      const AssayGroup *group = &g_array_index (groups, AssayGroup, i);

      g_ptr_array_add (rows, row_new (group->id, group->name,
                                      &g_array_index (merged ? merged : gathered, Gathered, i)));
    }
  g_ptr_array_sort (rows, compare_rows);
  if (total != NULL)
    sum_up (gathered, total);
  return g_steal_pointer (&rows);
}
