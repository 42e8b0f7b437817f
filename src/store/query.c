/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/query.h"

#include "store/rows.h"
#include "store/search.h"
#include "store/sort.h"

struct _AssayQuery
{
  AssayType type;
  char *search;
  GArray *filters; /* of AssayFilter */
  GArray *ids;     /* of gint64; only these; NULL: all */
  int sort;        /* a field; -1: by key */
  gboolean descending;
};

static void
clear_filter (gpointer data)
{
  assay_value_clear (&((AssayFilter *)data)->value);
}

/**
 * assay_query_new:
 * @type: a type
 *
 * Returns: (transfer full): a question for all records of @type, in the order that its type has at
 * first
 */
AssayQuery *
assay_query_new (AssayType type)
{
  const AssayRecordType *described = assay_record_type_get (type);
  AssayQuery *query = g_new0 (AssayQuery, 1);

  query->type = type;
  query->filters = g_array_new (FALSE, TRUE, sizeof (AssayFilter));
  g_array_set_clear_func (query->filters, clear_filter);
  query->sort = described->sort;
  query->descending = described->sort_descending;
  return query;
}

AssayQuery *
assay_query_copy (const AssayQuery *query)
{
  AssayQuery *copy = assay_query_new (query->type);

  copy->search = g_strdup (query->search);
  copy->sort = query->sort;
  copy->descending = query->descending;
  if (query->ids != NULL)
    copy->ids = g_array_copy (query->ids);
  for (guint i = 0; i < query->filters->len; i++)
    {
      const AssayFilter *filter = &g_array_index (query->filters, AssayFilter, i);

      assay_query_add_filter (copy, filter->field, filter->op, &filter->value);
    }
  return copy;
}

void
assay_query_free (AssayQuery *query)
{
  if (query == NULL)
    return;
  g_free (query->search);
  g_array_unref (query->filters);
  g_clear_pointer (&query->ids, g_array_unref);
  g_free (query);
}

AssayType
assay_query_get_type (const AssayQuery *query)
{
  return query->type;
}

/**
 * assay_query_set_search:
 * @query: a query
 * @words: (nullable): beginnings of words that a record, or a record it refers to, must contain
 */
void
assay_query_set_search (AssayQuery *query, const char *words)
{
  g_set_str (&query->search, words != NULL && *words != '\0' ? words : NULL);
}

/**
 * assay_query_add_filter:
 * @query: a query
 * @field: a field of its type
 * @op: how to compare
 * @value: (nullable): with what; not needed for KNOWN and UNKNOWN
 *
 * Adds a condition. Conditions on one field with IS are alternatives; all others must hold
 * together.
 */
void
assay_query_add_filter (AssayQuery *query,
                        guint field,
                        AssayFilterOperator op,
                        const AssayValue *value)
{
  AssayFilter filter = { .field = field, .op = op };

  g_return_if_fail (field < assay_record_type_get (query->type)->n_fields);

  if (value != NULL)
    assay_value_copy (value, &filter.value);
  g_array_append_val (query->filters, filter);
}

void
assay_query_remove_filter (AssayQuery *query, guint index)
{
  g_return_if_fail (index < query->filters->len);

  g_array_remove_index (query->filters, index);
}

/**
 * assay_query_set_ids:
 * @query: a query
 * @ids: (array length=n_ids): keys
 * @n_ids: how many
 *
 * Restricts it to these records: the rows behind a figure.
 */
void
assay_query_set_ids (AssayQuery *query, const gint64 *ids, gsize n_ids)
{
  g_clear_pointer (&query->ids, g_array_unref);
  query->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint)n_ids);
  g_array_append_vals (query->ids, ids, (guint)n_ids);
}

/**
 * assay_query_set_sort:
 * @query: a query
 * @field: a field
 * @descending: whether the largest comes first; unknown values come last either way
 */
void
assay_query_set_sort (AssayQuery *query, guint field, gboolean descending)
{
  g_return_if_fail (field < assay_record_type_get (query->type)->n_fields);

  query->sort = (int)field;
  query->descending = descending;
}

/**
 * assay_query_get_sort:
 * @query: a query
 * @descending: (out) (optional): whether the largest comes first
 *
 * Returns: the field that orders the rows
 */
int
assay_query_get_sort (const AssayQuery *query, gboolean *descending)
{
  if (descending != NULL)
    *descending = query->descending;
  return query->sort;
}

/* A condition without its value, which is bound: at most one parameter each. */
static void
append_filter (GString *sql, const AssayField *field, const AssayFilter *filter, guint parameter)
{
  const char *column = field->column;

  switch (filter->op)
    {
    case ASSAY_FILTER_IS:
      g_string_append_printf (sql, "t.%s = ?%u", column, parameter);
      break;
    case ASSAY_FILTER_IS_NOT:
      g_string_append_printf (sql, "t.%s IS NOT ?%u", column, parameter);
      break;
    case ASSAY_FILTER_CONTAINS:
      g_string_append_printf (sql, "instr (lower (t.%s), lower (?%u)) > 0", column, parameter);
      break;
    case ASSAY_FILTER_AT_LEAST:
      g_string_append_printf (sql, "t.%s >= ?%u", column, parameter);
      break;
    case ASSAY_FILTER_AT_MOST:
      g_string_append_printf (sql, "t.%s <= ?%u", column, parameter);
      break;
    case ASSAY_FILTER_UNKNOWN:
      g_string_append_printf (sql, "t.%s IS NULL", column);
      break;
    case ASSAY_FILTER_KNOWN:
    default:
      g_string_append_printf (sql, "t.%s IS NOT NULL", column);
    }
}

/* Conditions with IS on one field stand together in brackets as alternatives. */
static void
append_filters (GString *sql, const AssayQuery *query, guint first)
{
  const AssayRecordType *type = assay_record_type_get (query->type);

  for (guint i = 0; i < query->filters->len; i++)
    {
      const AssayFilter *filter = &g_array_index (query->filters, AssayFilter, i);
      gboolean done = FALSE;

      for (guint j = 0; j < i && filter->op == ASSAY_FILTER_IS; j++)
        {
          const AssayFilter *other = &g_array_index (query->filters, AssayFilter, j);

          done = done || (other->op == ASSAY_FILTER_IS && other->field == filter->field);
        }
      if (done)
        continue;
      g_string_append (sql, " AND (");
      append_filter (sql, &type->fields[filter->field], filter, first + i);
      for (guint j = i + 1; j < query->filters->len && filter->op == ASSAY_FILTER_IS; j++)
        {
          const AssayFilter *other = &g_array_index (query->filters, AssayFilter, j);

          if (other->op != ASSAY_FILTER_IS || other->field != filter->field)
            continue;
          g_string_append (sql, " OR ");
          append_filter (sql, &type->fields[other->field], other, first + j);
        }
      g_string_append_c (sql, ')');
    }
}

/* A record is found by its own words and by those of what it refers to, once removed: an order line
 * by its product, its supplier and its order's number. */
static void
append_search (GString *sql, const AssayRecordType *type)
{
  g_string_append (sql, " AND (t.id IN (SELECT rowid FROM search WHERE search MATCH ?1)");
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == ASSAY_KIND_REFERENCE)
      {
        g_string_append_printf (sql, " OR t.%s IN (SELECT rowid FROM search WHERE search MATCH ?1)",
                                type->fields[i].column);
        if (type->fields[i].reference == ASSAY_TYPE_ORDER_LINE)
          g_string_append_printf (sql,
                                  " OR t.%s IN (SELECT id FROM order_line WHERE purchase_order IN "
                                  "(SELECT rowid FROM search WHERE search MATCH ?1))",
                                  type->fields[i].column);
      }
  g_string_append_c (sql, ')');
}

static char *
make_where (const AssayQuery *query)
{
  const AssayRecordType *type = assay_record_type_get (query->type);
  GString *sql = g_string_new (" WHERE 1");

  if (query->search != NULL)
    append_search (sql, type);
  append_filters (sql, query, 2);
  if (query->ids != NULL)
    g_string_append (sql, " AND t.id IN (SELECT id FROM temp.wanted)");
  return g_string_free_and_steal (sql);
}

/* The words of @query as an expression for MATCH; nothing that can be searched for finds nothing.
 */
static void
bind_where (const AssayQuery *query, AssayStatement *statement)
{
  if (query->search != NULL)
    {
      g_autofree char *expression = assay_search_expression (query->search);

      assay_statement_bind_text (statement, 1, expression != NULL ? expression : "\"\"");
    }
  for (guint i = 0; i < query->filters->len; i++)
    {
      const AssayFilter *filter = &g_array_index (query->filters, AssayFilter, i);

      if (filter->op == ASSAY_FILTER_KNOWN || filter->op == ASSAY_FILTER_UNKNOWN)
        continue;
      if (filter->value.type == ASSAY_VALUE_INTEGER)
        assay_statement_bind_int (statement, (int)i + 2, filter->value.integer);
      else
        assay_statement_bind_text (statement, (int)i + 2, filter->value.text);
    }
}

static gboolean
fill_wanted (const AssayQuery *query, AssayDb *db, GError **error)
{
  g_autoptr (AssayStatement) insert = NULL;

  if (query->ids == NULL)
    return TRUE;
  if (!assay_db_exec (db,
                      "CREATE TEMP TABLE IF NOT EXISTS wanted (id INTEGER PRIMARY KEY);"
                      "DELETE FROM temp.wanted",
                      error))
    return FALSE;
  insert = assay_db_prepare (db, "INSERT OR IGNORE INTO temp.wanted (id) VALUES (?1)", error);
  if (insert == NULL)
    return FALSE;
  for (guint i = 0; i < query->ids->len; i++)
    {
      assay_statement_bind_int (insert, 1, g_array_index (query->ids, gint64, i));
      if (!assay_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
append_ids (const AssayQuery *query, AssayDb *db, const char *sql, GArray *ids, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  gboolean row, ok;

  if (statement == NULL)
    return FALSE;
  bind_where (query, statement);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      gint64 id = assay_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  return ok;
}

/* By an index of the column, which holds the key too; what is unknown follows. */
static gboolean
run_by_column (const AssayQuery *query, AssayDb *db, const char *where, GArray *ids, GError **error)
{
  const AssayRecordType *type = assay_record_type_get (query->type);
  const char *column = type->fields[query->sort].column;
  const char *direction = query->descending ? "DESC" : "ASC";
  g_autofree char *known = g_strdup_printf (
      "SELECT t.id FROM %s AS t%s AND t.%s IS NOT NULL ORDER BY t.%s %s, t.id %s", type->table,
      where, column, column, direction, direction);
  g_autofree char *unknown = g_strdup_printf (
      "SELECT t.id FROM %s AS t%s AND t.%s IS NULL ORDER BY t.id", type->table, where, column);

  return append_ids (query, db, known, ids, error) && append_ids (query, db, unknown, ids, error);
}

/**
 * assay_query_run_ids:
 * @query: a query
 * @db: a connection
 * @error: what went wrong
 *
 * Returns: (transfer full) (element-type gint64): the keys of the rows in order
 */
GArray *
assay_query_run_ids (const AssayQuery *query, AssayDb *db, GError **error)
{
  const AssayRecordType *type = assay_record_type_get (query->type);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *where = make_where (query);

  if (!fill_wanted (query, db, error))
    return NULL;
  if (assay_sort_is_by_column (db, type, (guint)query->sort))
    return run_by_column (query, db, where, ids, error) ? g_steal_pointer (&ids) : NULL;
  {
    g_autofree char *sql = g_strdup_printf ("SELECT t.id, t.%s FROM %s AS t%s",
                                            type->fields[query->sort].column, type->table, where);
    g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);

    if (statement == NULL)
      return NULL;
    bind_where (query, statement);
    return assay_sort_collect (statement, db, &type->fields[query->sort], query->descending, error);
  }
}

/**
 * assay_query_fetch_records:
 * @type: a type
 * @ids: (array length=n_ids): keys
 * @n_ids: how many
 * @db: a connection
 * @error: what went wrong
 *
 * Returns: (transfer full) (element-type AssayRecord): the records in that order, without those
 * that are gone
 */
GPtrArray *
assay_query_fetch_records (
    AssayType type, const gint64 *ids, gsize n_ids, AssayDb *db, GError **error)
{
  const AssayRecordType *described = assay_record_type_get (type);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s AS t WHERE t.id = ?1",
                                          assay_rows_columns (described), described->table);
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_full ((guint)n_ids, g_object_unref);

  if (statement == NULL)
    return NULL;
  for (gsize i = 0; i < n_ids; i++)
    {
      gboolean row;

      assay_statement_bind_int (statement, 1, ids[i]);
      if (!assay_statement_step (statement, &row, error))
        return NULL;
      if (row)
        g_ptr_array_add (records, assay_rows_read (statement, described));
      assay_statement_reset (statement);
    }
  return g_steal_pointer (&records);
}

/**
 * assay_query_run_records:
 * @query: a query
 * @db: a connection
 * @limit: how many at most; 0 for all
 * @error: what went wrong
 *
 * Returns: (transfer full) (element-type AssayRecord): the records in order
 */
GPtrArray *
assay_query_run_records (const AssayQuery *query, AssayDb *db, guint limit, GError **error)
{
  g_autoptr (GArray) ids = assay_query_run_ids (query, db, error);

  if (ids == NULL)
    return NULL;
  return assay_query_fetch_records (query->type, (const gint64 *)(const void *)ids->data,
                                    limit > 0 ? MIN (limit, ids->len) : ids->len, db, error);
}

/**
 * assay_query_count:
 * @query: a query
 * @db: a connection
 * @error: what went wrong
 *
 * Returns: how many rows match; -1 on failure
 */
gint64
assay_query_count (const AssayQuery *query, AssayDb *db, GError **error)
{
  const AssayRecordType *type = assay_record_type_get (query->type);
  g_autofree char *where = make_where (query);
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s AS t%s", type->table, where);
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row;

  if (!fill_wanted (query, db, error))
    return -1;
  statement = assay_db_prepare (db, sql, error);
  if (statement == NULL)
    return -1;
  bind_where (query, statement);
  if (!assay_statement_step (statement, &row, error))
    return -1;
  return row ? assay_statement_get_int (statement, 0) : 0;
}
