/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lead-time figures: one scan of the order lines counts the days of each group;
 * the statistics come from those. */

#include "assay-config.h"

#include "insight/lead-time.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/day-tally.h"
#include "insight/grouping.h"
#include "insight/line-scan.h"
#include "record/date.h"

enum
{
  N_LINES, /* of which a figure is: delivered, late, or with shipments that are due */
  N_DUE,
  N_EARLY,
  N_ON_TIME,
  N_LATE,
  N_OPEN_LATE,
  N_IN_FULL,
  N_OTIF,
  N_CANCELLED,
  N_NOT_DUE,
  N_NO_PROMISE,
  N_NO_DATE,
  N_NOT_SENT,
  N_NO_READY,
  N_NO_QUANTITY,
  N_BEFORE_ORDER,
  N_BEFORE_START,
  N_BEFORE_READY,
  N_COUNTS,
};

typedef struct
{
  AssayDayTally days[ASSAY_N_LEAD_MEASURES];
  gint64 n[N_COUNTS];
  gint64 orders[ASSAY_LEAD_TIME_MANY_ORDERS]; /* the first ones of the lead times */
  guint n_orders;
} Gathered;

static void
clear_gathered (gpointer data)
{
  Gathered *gathered = data;

  for (int i = 0; i < ASSAY_N_LEAD_MEASURES; i++)
    assay_day_tally_clear (&gathered->days[i]);
}

static GArray *
gathered_new (guint n)
{
  GArray *array = g_array_new (FALSE, TRUE, sizeof (Gathered));

  g_array_set_clear_func (array, clear_gathered);
  g_array_set_size (array, n);
  return array;
}

/* Orders are counted until there are many of them. */
static inline void
add_order (Gathered *gathered, gint64 order)
{
  if (G_LIKELY (gathered->n_orders == ASSAY_LEAD_TIME_MANY_ORDERS))
    return;
  for (guint i = 0; i < gathered->n_orders; i++)
    if (gathered->orders[i] == order)
      return;
  gathered->orders[gathered->n_orders++] = order;
}

static void
gathered_append (Gathered *gathered, const Gathered *more)
{
  for (int i = 0; i < ASSAY_N_LEAD_MEASURES; i++)
    assay_day_tally_merge (&gathered->days[i], &more->days[i]);
  for (int i = 0; i < N_COUNTS; i++)
    gathered->n[i] += more->n[i];
  for (guint i = 0; i < more->n_orders; i++)
    add_order (gathered, more->orders[i]);
}

static inline void
add_days (Gathered *gathered, const AssayLine *line, gboolean weighted)
{
  for (int i = 0; i < ASSAY_N_LEAD_MEASURES; i++)
    {
      if (isnan (line->days[i]))
        continue;
      if (!weighted)
        assay_day_tally_add (&gathered->days[i], line->days[i]);
      else if (line->quantity > 0)
        assay_day_tally_add_weighted (&gathered->days[i], line->days[i], (guint64)line->quantity);
      else
        continue;
      if (i == ASSAY_LEAD_TOTAL)
        add_order (gathered, line->order);
    }
}

/* On time in full is told by line, whatever the on-time share counts. */
static inline void
add_in_full (Gathered *gathered, const AssayLine *line, const AssayLeadTimeRules *rules)
{
  if (line->promise == ASSAY_DATE_UNKNOWN
      || (line->standing != ASSAY_LINE_DONE && line->standing != ASSAY_LINE_LATE))
    return;
  if (line->fill == ASSAY_LINE_PIECES_UNKNOWN)
    return;
  gathered->n[N_OTIF]++;
  gathered->n[N_IN_FULL] += assay_line_is_in_full (line, rules);
}

/* Why a line is not in some of the figures. */
static inline void
add_left_out (Gathered *gathered, const AssayLine *line, const AssayLeadTimeRules *rules)
{
  gboolean came = line->received != ASSAY_DATE_UNKNOWN;

  gathered->n[N_CANCELLED] += line->standing == ASSAY_LINE_CANCELLED;
  gathered->n[N_NOT_DUE] += line->standing == ASSAY_LINE_NOT_DUE;
  gathered->n[N_NO_DATE] += line->standing == ASSAY_LINE_NO_DATE;
  gathered->n[N_NO_PROMISE]
      += line->promise == ASSAY_DATE_UNKNOWN && line->standing != ASSAY_LINE_CANCELLED;
  gathered->n[N_NOT_SENT] += came && line->start == ASSAY_DATE_UNKNOWN;
  gathered->n[N_NO_READY] += came && line->ready == ASSAY_DATE_UNKNOWN;
  gathered->n[N_NO_QUANTITY] += assay_line_has_unknown_pieces (line, rules);
  if (G_LIKELY (line->backwards == 0))
    return;
  gathered->n[N_BEFORE_ORDER] += (line->backwards & (1u << ASSAY_LEAD_TOTAL)) != 0;
  gathered->n[N_BEFORE_START] += (line->backwards & (1u << ASSAY_LEAD_PRODUCTION)) != 0;
  gathered->n[N_BEFORE_READY] += (line->backwards & (1u << ASSAY_LEAD_TRANSIT)) != 0;
}

static inline void
add_due (Gathered *gathered, const AssayLineDue *due, const AssayLeadTimeRules *rules)
{
  gathered->n[N_LINES]++;
  gathered->n[N_DUE] += due->n;
  if (isnan (due->slip))
    {
      gathered->n[N_OPEN_LATE] += due->n;
      return;
    }
  gathered->n[N_EARLY] += due->slip < 0 ? due->n : 0;
  gathered->n[N_ON_TIME] += assay_line_is_on_time (rules, due->slip) ? due->n : 0;
  gathered->n[N_LATE] += due->slip > rules->late ? due->n : 0;
}

static inline void
add_line (Gathered *gathered, const AssayLine *line, const AssayLeadTimeRules *rules)
{
  gathered->n[N_LINES] += line->received != ASSAY_DATE_UNKNOWN || line->standing == ASSAY_LINE_DONE
                          || line->standing == ASSAY_LINE_LATE;
  add_days (gathered, line, rules->weighted);
  add_in_full (gathered, line, rules);
  add_left_out (gathered, line, rules);
}

static inline Gathered *
find_gathered (GArray *gathered, AssayKeyIndex *keys, gint64 key)
{
  guint32 number = assay_key_index_add (keys, key);

  if (G_UNLIKELY (number >= gathered->len))
    g_array_set_size (gathered, number + 1);
  return &g_array_index (gathered, Gathered, number);
}

/* The scan: fills @keys and, by their numbers, the array of Gathered that it returns. */
static GArray *
gather (AssayDb *db, const AssayLeadTimeQuestion *question, AssayKeyIndex *keys, GError **error)
{
  const AssayLeadTimeRules *rules = &question->rules;
  g_autoptr (AssayLineScan) scan = assay_line_scan_new (db, question, error);
  g_autoptr (GArray) gathered = gathered_new (0);
  gboolean by_month = question->by == ASSAY_GROUP_MONTH;
  const AssayLine *line;

  if (scan == NULL)
    return NULL;
  while ((line = assay_line_scan_next (scan)) != NULL)
    {
      Gathered *group = find_gathered (gathered, keys, line->key);

      if (line->is_within)
        add_line (group, line, rules);
      for (guint i = 0; i < line->n_due; i++)
        {
          if (by_month)
            group = find_gathered (gathered, keys, line->due[i].day);
          add_due (group, &line->due[i], rules);
        }
    }
  return assay_line_scan_finish (scan, error) ? g_steal_pointer (&gathered) : NULL;
}

static void
take_counts (AssayLeadTimeRow *row, const gint64 *n)
{
  row->due_n = n[N_DUE];
  row->early_n = n[N_EARLY];
  row->on_time_n = n[N_ON_TIME];
  row->late_n = n[N_LATE];
  row->open_late_n = n[N_OPEN_LATE];
  row->on_time = row->due_n > 0 ? (double)row->on_time_n / (double)row->due_n : NAN;
  row->in_full_n = n[N_IN_FULL];
  row->otif_n = n[N_OTIF];
  row->otif = row->otif_n > 0 ? (double)row->in_full_n / (double)row->otif_n : NAN;
  row->cancelled_n = n[N_CANCELLED];
  row->not_due_n = n[N_NOT_DUE];
  row->no_promise_n = n[N_NO_PROMISE];
  row->no_date_n = n[N_NO_DATE];
  row->not_sent_n = n[N_NOT_SENT];
  row->no_ready_n = n[N_NO_READY];
  row->no_quantity_n = n[N_NO_QUANTITY];
  row->before_order_n = n[N_BEFORE_ORDER];
  row->before_start_n = n[N_BEFORE_START];
  row->before_ready_n = n[N_BEFORE_READY];
}

static AssayLeadTimeRow *
row_new (gint64 id, const char *name, const Gathered *gathered)
{
  AssayLeadTimeRow *row = g_new0 (AssayLeadTimeRow, 1);
  AssaySummary *const summaries[] = { [ASSAY_LEAD_TOTAL] = &row->lead,
                                      [ASSAY_LEAD_PRODUCTION] = &row->production,
                                      [ASSAY_LEAD_TRANSIT] = &row->transit,
                                      [ASSAY_LEAD_SLIP] = &row->slip };

  row->id = id;
  row->group = g_strdup (name);
  for (int i = 0; i < ASSAY_N_LEAD_MEASURES; i++)
    assay_day_tally_summarise (&gathered->days[i], summaries[i]);
  take_counts (row, gathered->n);
  row->orders_n = gathered->n_orders;
  row->safe_days = row->orders_n >= ASSAY_LEAD_TIME_MANY_ORDERS ? row->lead.p85
                                                                : row->lead.mean + row->lead.sd;
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
 * A line counts in the month and range of the day that is compared with its promise; while that is
 * not known, of the day on which it was received, and while it is open, of its promise. Shipments
 * and pieces count on their own day.
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
      const Gathered *of_group = &g_array_index (merged ? merged : gathered, Gathered, i);

      /* Of a group that waits for its first line there is nothing to say. */
      if (of_group->n[N_LINES] > 0)
        g_ptr_array_add (rows, row_new (group->id, group->name, of_group));
    }
  g_ptr_array_sort (rows, compare_rows);
  if (total != NULL)
    sum_up (gathered, total);
  return g_steal_pointer (&rows);
}
