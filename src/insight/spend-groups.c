/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/spend-scan.h"

#include <math.h>

#include "record/date.h"

/* Adding up must not run over: a whole that large is no spend. */
static void
add_up (gint64 *sum, gint64 amount)
{
  if (__builtin_add_overflow (*sum, amount, sum))
    *sum = G_MAXINT64;
}

/**
 * assay_spend_period_start:
 * @day: a day, or ASSAY_DATE_UNKNOWN
 * @monthly: a month, else a quarter
 *
 * Returns: the first day of the month or quarter; ASSAY_SPEND_NO_PERIOD for an unknown day
 */
gint64
assay_spend_period_start (gint32 day, gboolean monthly)
{
  gint32 start;
  int year, month;

  if (day == ASSAY_DATE_UNKNOWN || day < ASSAY_DATE_MIN || day > ASSAY_DATE_MAX)
    return ASSAY_SPEND_NO_PERIOD;
  assay_date_to_ymd (day, &year, &month, NULL);
  if (!monthly)
    month -= (month - 1) % 3;
  return assay_date_from_ymd (year, month, 1, &start) ? start : ASSAY_SPEND_NO_PERIOD;
}

/**
 * assay_spend_period_name:
 * @start: what assay_spend_period_start() returns
 * @monthly: a month, else a quarter
 *
 * Returns: (transfer full) (nullable): "2026-03" or "2026-Q1"; %NULL for the unknown one
 */
char *
assay_spend_period_name (gint64 start, gboolean monthly)
{
  int year, month;

  if (start == ASSAY_SPEND_NO_PERIOD)
    return NULL;
  assay_date_to_ymd ((gint32)start, &year, &month, NULL);
  return monthly ? g_strdup_printf ("%04d-%02d", year, month)
                 : g_strdup_printf ("%04d-Q%d", year, (month + 2) / 3);
}

/* A strange book's words need not be UTF-8, which nothing that compares names survives. */
static gboolean
read_name (AssayDb *db, AssaySpendBy by, gint64 key, char **name, GError **error)
{
  const char *sql = by == ASSAY_SPEND_BY_SUPPLIER  ? "SELECT name FROM supplier WHERE id = ?"
                    : by == ASSAY_SPEND_BY_COUNTRY ? "SELECT country FROM supplier WHERE id = ?"
                    : by == ASSAY_SPEND_BY_PRODUCT ? "SELECT name FROM product WHERE id = ?"
                                                   : "SELECT category FROM product WHERE id = ?";
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row;

  *name = NULL;
  if (by == ASSAY_SPEND_BY_MONTH || by == ASSAY_SPEND_BY_QUARTER)
    *name = assay_spend_period_name (key, by == ASSAY_SPEND_BY_MONTH);
  if (by == ASSAY_SPEND_BY_NONE || by == ASSAY_SPEND_BY_MONTH || by == ASSAY_SPEND_BY_QUARTER
      || key == 0)
    return TRUE;
  statement = assay_db_prepare (db, sql, error);
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, key);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row && !assay_statement_is_null (statement, 0)
      && *assay_statement_get_text (statement, 0) != '\0')
    *name = g_utf8_make_valid (assay_statement_get_text (statement, 0), -1);
  return TRUE;
}

static void
clear_group (gpointer data)
{
  g_clear_pointer (&((AssaySpendGroup *)data)->name, g_free);
}

/**
 * assay_spend_scan_groups:
 * @scan: what was scanned
 * @db: the book
 * @by: what was asked for
 * @group_of_key: (out) (transfer full): for each key's number the group it belongs to
 * @error: return location for an error
 *
 * Suppliers and products are groups of their own, by their records; countries and categories are
 * one by their words.
 *
 * Returns: (transfer full): #AssaySpendGroup; %NULL on error
 */
GArray *
assay_spend_scan_groups (
    AssaySpendScan *scan, AssayDb *db, AssaySpendBy by, guint32 **group_of_key, GError **error)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, TRUE, sizeof (AssaySpendGroup));
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint32 *mapping = g_new (guint32, MAX (assay_key_index_size (scan->keys), 1));
  gboolean is_record = by == ASSAY_SPEND_BY_SUPPLIER || by == ASSAY_SPEND_BY_PRODUCT;
  guint unknown = 0; /* number + 1 of the group without a name */

  g_array_set_clear_func (groups, clear_group);
  for (guint32 i = 0; i < assay_key_index_size (scan->keys); i++)
    {
      gint64 key = assay_key_index_key (scan->keys, i);
      AssaySpendGroup group = { is_record ? key : 0, NULL };
      guint known;

      if (!read_name (db, by, key, &group.name, error))
        return NULL;
      known = is_record            ? 0
              : group.name == NULL ? unknown
                                   : GPOINTER_TO_UINT (g_hash_table_lookup (by_name, group.name));
      if (known != 0)
        {
          mapping[i] = known - 1;
          g_free (group.name);
          continue;
        }
      mapping[i] = groups->len;
      g_array_append_val (groups, group);
      if (group.name == NULL)
        unknown = groups->len;
      else if (!is_record)
        g_hash_table_insert (by_name, group.name, GUINT_TO_POINTER (groups->len));
    }
  *group_of_key = g_steal_pointer (&mapping);
  return g_steal_pointer (&groups);
}

/* Rows */

AssaySpendRow *
assay_spend_row_new (const AssaySpendGroup *group)
{
  AssaySpendRow *row = g_new0 (AssaySpendRow, 1);

  if (group != NULL)
    {
      row->id = group->id;
      row->group = g_strdup (group->name);
    }
  row->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return row;
}

void
assay_spend_row_free (AssaySpendRow *row)
{
  if (row == NULL)
    return;
  g_free (row->group);
  g_array_unref (row->ids);
  g_free (row);
}

void
assay_spend_row_add (AssaySpendRow *row, const AssaySpendCell *cell)
{
  add_up (&row->amount, cell->amount);
  add_up (&row->quantity, cell->quantity);
  g_array_append_vals (row->ids, cell->ids->data, cell->ids->len);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const AssaySpendRow *left = a, *right = b;

  if ((left->group == NULL) != (right->group == NULL))
    return left->group == NULL ? 1 : -1;
  if (left->amount != right->amount)
    return left->amount > right->amount ? -1 : 1;
  if (left->group != NULL && g_strcmp0 (left->group, right->group) != 0)
    return g_utf8_collate (left->group, right->group);
  return (left->id > right->id) - (left->id < right->id);
}

/**
 * assay_spend_rows_finish:
 * @rows: (element-type AssaySpendRow): rows with their sums
 * @whole: what they are shares of
 * @concentration: (out): the index of the groups that are known
 *
 * Puts the largest first and the unknown last and fills the shares.
 */
void
assay_spend_rows_finish (GPtrArray *rows, gint64 whole, AssayConcentration *concentration)
{
  g_autofree double *amounts = g_new (double, MAX (rows->len, 1));
  gsize n = 0;

  g_ptr_array_sort_values (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    {
      AssaySpendRow *row = g_ptr_array_index (rows, i);

      row->share = whole > 0 ? (double)row->amount / (double)whole : NAN;
      if (row->group != NULL)
        amounts[n++] = (double)row->amount;
    }
  assay_concentration_compute (amounts, n, concentration);
}
