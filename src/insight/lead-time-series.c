/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Slips of delivered lines in order of delivery, for charts. */

#include "insight/lead-time.h"

#include "insight/grouping.h"
#include "insight/line-scan.h"
#include "record/date.h"

/* Past so many points nobody reads a point's name, and naming them would cost more than the scan.
 */
#define MAX_LABELLED 20000

typedef struct
{
  AssayPoint point;
  guint32 series;
} Slip;

static int
compare_slips (gconstpointer a, gconstpointer b)
{
  const AssayPoint *left = a;
  const AssayPoint *right = b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return (left->id > right->id) - (left->id < right->id);
}

static AssayStatement *
prepare (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id, delivered_on, ");
  AssayStatement *statement;

  g_string_append_printf (sql,
                          "%s, supplier FROM order_line WHERE +%s IS NOT NULL"
                          " AND +delivered_on IS NOT NULL AND state IS NOT 'cancelled'",
                          assay_line_scan_slip (question), assay_line_scan_promise (question));
  if (question->supplier != 0)
    g_string_append (sql, " AND supplier = ?1");
  if (question->product != 0)
    g_string_append (sql, " AND product = ?2");
  if (question->from != ASSAY_DATE_UNKNOWN)
    g_string_append (sql, " AND +delivered_on >= ?3");
  if (question->to != ASSAY_DATE_UNKNOWN)
    g_string_append (sql, " AND +delivered_on <= ?4");
  statement = assay_db_prepare (db, sql->str, error);
  if (statement == NULL)
    return NULL;
  if (question->supplier != 0)
    assay_statement_bind_int (statement, 1, question->supplier);
  if (question->product != 0)
    assay_statement_bind_int (statement, 2, question->product);
  if (question->from != ASSAY_DATE_UNKNOWN)
    assay_statement_bind_int (statement, 3, question->from);
  if (question->to != ASSAY_DATE_UNKNOWN)
    assay_statement_bind_int (statement, 4, question->to);
  return statement;
}

/* All slips in order of delivery: an array of Slip, whose series are numbers of @suppliers. */
static GArray *
read_slips (AssayDb *db,
            const AssayLeadTimeQuestion *question,
            AssayKeyIndex *suppliers,
            GError **error)
{
  g_autoptr (AssayStatement) statement = prepare (db, question, error);
  g_autoptr (GArray) slips = g_array_new (FALSE, TRUE, sizeof (Slip));
  sqlite3_stmt *handle;
  int code;

  if (statement == NULL)
    return NULL;
  handle = assay_statement_handle (statement);
  while ((code = sqlite3_step (handle)) == SQLITE_ROW)
    {
      Slip slip = { .point = { .id = sqlite3_column_int64 (handle, 0),
                               .day = sqlite3_column_int (handle, 1),
                               .value = sqlite3_column_int (handle, 2) },
                    .series = assay_key_index_add (suppliers, sqlite3_column_int64 (handle, 3)) };

      g_array_append_val (slips, slip);
    }
  if (code != SQLITE_DONE)
    {
      assay_store_error_take (assay_db_handle (db), code, NULL, error);
      return NULL;
    }
  g_array_sort (slips, compare_slips);
  return g_steal_pointer (&slips);
}

/* "PO-1042 · Trail 25" for each point. */
static gboolean
label_points (AssayDb *db, GArray *points, GError **error)
{
  g_autoptr (AssayStatement) statement = NULL;

  if (points->len > MAX_LABELLED)
    return TRUE;
  statement
      = assay_db_prepare (db,
                          "SELECT o.number, coalesce (p.name, l.description) FROM order_line AS l"
                          " LEFT JOIN purchase_order AS o ON o.id = l.purchase_order"
                          " LEFT JOIN product AS p ON p.id = l.product WHERE l.id = ?",
                          error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < points->len; i++)
    {
      AssayPoint *point = &g_array_index (points, AssayPoint, i);
      const char *number;
      const char *product;
      g_autofree char *label = NULL;
      gboolean row;

      assay_statement_bind_int (statement, 1, point->id);
      if (!assay_statement_step (statement, &row, error))
        return FALSE;
      number = row ? assay_statement_get_text (statement, 0) : NULL;
      product = row ? assay_statement_get_text (statement, 1) : NULL;
      if (number != NULL && product != NULL)
        label = g_strdup_printf ("%s · %s", number, product);
      else
        label = g_strdup (number != NULL ? number : product);
      point->label = label != NULL ? g_utf8_make_valid (label, -1) : NULL;
      assay_statement_reset (statement);
    }
  return TRUE;
}

/**
 * assay_lead_time_slips:
 * @db: the book
 * @question: which lines; `by` and `today` play no part
 * @error: return location for an error
 *
 * Points are named unless there are more than anyone would read.
 *
 * Returns: (transfer full): the slips of delivered lines in order of delivery; %NULL on error
 */
AssaySeries *
assay_lead_time_slips (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error)
{
  g_autoptr (AssayKeyIndex) suppliers = assay_key_index_new ();
  g_autoptr (GArray) slips = read_slips (db, question, suppliers, error);
  g_autoptr (AssaySeries) series = NULL;
  g_autofree char *name = NULL;

  if (slips == NULL)
    return NULL;
  if (question->supplier != 0)
    {
      g_autoptr (GArray) groups = NULL;
      g_autofree guint32 *mapping = NULL;

      assay_key_index_add (suppliers, question->supplier);
      groups = assay_grouping_resolve (db, ASSAY_GROUP_SUPPLIER, suppliers, &mapping, error);
      if (groups == NULL)
        return NULL;
      name = g_strdup (g_array_index (groups, AssayGroup, 0).name);
    }
  series = assay_series_new (question->supplier, name);
  series->against_latest = question->rules.against_latest;
  g_array_set_size (series->points, slips->len);
  for (guint i = 0; i < slips->len; i++)
    g_array_index (series->points, AssayPoint, i) = g_array_index (slips, Slip, i).point;
  if (!label_points (db, series->points, error))
    return NULL;
  return g_steal_pointer (&series);
}

static int
compare_series (gconstpointer a, gconstpointer b)
{
  const AssaySeries *left = *(AssaySeries *const *)a;
  const AssaySeries *right = *(AssaySeries *const *)b;
  int order = assay_group_compare_names (left->name, right->name);

  return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

/**
 * assay_lead_time_slips_by_supplier:
 * @db: the book
 * @question: which lines; `by` and `today` play no part
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AssaySeries): the slips of each supplier in order of
 *   delivery, suppliers by name; %NULL on error
 */
GPtrArray *
assay_lead_time_slips_by_supplier (AssayDb *db,
                                   const AssayLeadTimeQuestion *question,
                                   GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_series_free);
  g_autoptr (AssayKeyIndex) suppliers = assay_key_index_new ();
  g_autoptr (GArray) slips = read_slips (db, question, suppliers, error);
  g_autoptr (GArray) groups = NULL;
  g_autofree guint32 *mapping = NULL;

  if (slips == NULL)
    return NULL;
  groups = assay_grouping_resolve (db, ASSAY_GROUP_SUPPLIER, suppliers, &mapping, error);
  if (groups == NULL)
    return NULL;
  for (guint i = 0; i < groups->len; i++)
    {
      const AssayGroup *group = &g_array_index (groups, AssayGroup, i);

      AssaySeries *series = assay_series_new (group->id, group->name);

      series->against_latest = question->rules.against_latest;
      g_ptr_array_add (all, series);
    }
  for (guint i = 0; i < slips->len; i++)
    {
      const Slip *slip = &g_array_index (slips, Slip, i);
      AssaySeries *series = g_ptr_array_index (all, mapping[slip->series]);

      g_array_append_val (series->points, slip->point);
    }
  for (guint i = 0; slips->len <= MAX_LABELLED && i < all->len; i++)
    if (!label_points (db, ((AssaySeries *)g_ptr_array_index (all, i))->points, error))
      return NULL;
  g_ptr_array_sort (all, compare_series);
  return g_steal_pointer (&all);
}
