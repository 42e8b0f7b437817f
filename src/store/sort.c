/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/sort.h"

#include "record/format.h"
#include "store/rows.h"

/* One row: its key and either its place among few distinct values or a collation key of its own. */
typedef struct
{
  gint64 id;
  gint64 rank; /* -1: unknown, last in both directions */
  char *key;
} Row;

static gint64
count_rows (AssayDb *db, const AssayRecordType *type)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM (SELECT 1 FROM %s LIMIT %d)",
                                          type->table, ASSAY_SORT_COLLATE_LIMIT + 1);
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, NULL);
  gboolean row;

  return statement != NULL && assay_statement_step (statement, &row, NULL) && row
             ? assay_statement_get_int (statement, 0)
             : 0;
}

/**
 * assay_sort_is_by_column:
 * @db: a connection
 * @type: a type
 * @field: a field
 *
 * Returns: whether rows are ordered by the stored value itself
 */
gboolean
assay_sort_is_by_column (AssayDb *db, const AssayRecordType *type, guint field)
{
  const AssayField *described = &type->fields[field];

  if (described->kind == ASSAY_KIND_REFERENCE || described->kind == ASSAY_KIND_CHOICE
      || described->kind == ASSAY_KIND_COUNTRY)
    return FALSE;
  if (!assay_field_is_text (described))
    return TRUE;
  return count_rows (db, type) > ASSAY_SORT_COLLATE_LIMIT;
}

static int
compare_text_values (gconstpointer a, gconstpointer b, gpointer keys)
{
  return strcmp (g_hash_table_lookup (keys, *(char *const *)a),
                 g_hash_table_lookup (keys, *(char *const *)b));
}

/* Ranks for the distinct values of a choice or a country: value → rank + 1. */
static GHashTable *
rank_choices (const AssayField *field, GHashTable *distinct)
{
  GHashTable *ranks = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) values = g_hash_table_get_keys_as_ptr_array (distinct);

  for (guint i = 0; i < values->len; i++)
    {
      const char *value = g_ptr_array_index (values, i);
      g_autofree char *country = NULL;
      guint place = 0;

      if (field->kind == ASSAY_KIND_COUNTRY)
        {
          country = assay_format_country (value);
          g_hash_table_insert (keys, (gpointer)value, g_utf8_collate_key (country, -1));
          continue;
        }
      while (field->choices[place].value != NULL
             && !g_str_equal (field->choices[place].value, value))
        place++;
      g_hash_table_insert (keys, (gpointer)value, g_strdup_printf ("%05u%s", place, value));
    }
  g_ptr_array_sort_with_data (values, compare_text_values, keys);
  for (guint i = 0; i < values->len; i++)
    g_hash_table_insert (ranks, g_ptr_array_index (values, i), GUINT_TO_POINTER (i + 1));
  return ranks;
}

typedef struct
{
  gint64 id;
  char *key;
} Target;

static void
clear_target (gpointer data)
{
  g_free (((Target *)data)->key);
}

static int
compare_targets (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Target *)a)->key, ((const Target *)b)->key);
}

/* Ranks for the records that a reference may point to: key → rank + 1. */
static GHashTable *
rank_targets (AssayDb *db, const AssayField *field, GError **error)
{
  const AssayRecordType *type = assay_record_type_get (field->reference);
  g_autofree char *title = assay_rows_title_expression (field->reference, "t.id");
  g_autofree char *sql = g_strdup_printf ("SELECT t.id, %s FROM %s AS t", title, type->table);
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (Target));
  g_autoptr (GHashTable) ranks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean row, ok;

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (targets, clear_target);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      const char *text = assay_statement_get_text (statement, 1);
      Target target = { assay_statement_get_int (statement, 0),
                        g_utf8_collate_key_for_filename (text != NULL ? text : "", -1) };

      g_array_append_val (targets, target);
    }
  if (!ok)
    return NULL;
  g_array_sort (targets, compare_targets);
  for (guint i = 0; i < targets->len; i++)
    g_hash_table_insert (ranks, g_memdup2 (&g_array_index (targets, Target, i).id, sizeof (gint64)),
                         GUINT_TO_POINTER (i + 1));
  return g_steal_pointer (&ranks);
}

static void
clear_row (gpointer data)
{
  g_free (((Row *)data)->key);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const Row *left = a, *right = b;
  int direction = *(const gboolean *)data ? -1 : 1;
  int order = 0;

  if ((left->rank < 0) != (right->rank < 0))
    return left->rank < 0 ? 1 : -1;
  if (left->rank >= 0)
    order = left->key != NULL ? strcmp (left->key, right->key)
                              : (left->rank > right->rank) - (left->rank < right->rank);
  if (order == 0)
    order = (left->id > right->id) - (left->id < right->id);
  return order * direction;
}

static gboolean
read_rows (AssayStatement *statement,
           const AssayField *field,
           GArray *rows,
           GHashTable *distinct,
           GHashTable *targets,
           GError **error)
{
  gboolean row, ok;

  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      Row read = { .id = assay_statement_get_int (statement, 0), .rank = -1 };

      if (assay_statement_is_null (statement, 1))
        ;
      else if (targets != NULL)
        {
          gint64 target = assay_statement_get_int (statement, 1);

          read.rank = GPOINTER_TO_INT (g_hash_table_lookup (targets, &target));
        }
      else if (distinct != NULL)
        {
          const char *text = assay_statement_get_text (statement, 1);
          gpointer kept = NULL;

          /* The value's own text stands in for its rank until all are known. */
          if (!g_hash_table_lookup_extended (distinct, text, &kept, NULL))
            {
              kept = g_strdup (text);
              g_hash_table_add (distinct, kept);
            }
          read.rank = (gint64)(gintptr)kept;
        }
      else
        {
          read.rank = 0;
          read.key = g_utf8_collate_key_for_filename (assay_statement_get_text (statement, 1), -1);
        }
      g_array_append_val (rows, read);
    }
  return ok;
}

/**
 * assay_sort_collect:
 * @statement: a statement that selects keys and values
 * @db: its connection
 * @field: the field of the values
 * @descending: whether the last comes first; unknown values come last either way
 * @error: what went wrong
 *
 * Returns: (transfer full) (element-type gint64): the keys in order
 */
GArray *
assay_sort_collect (AssayStatement *statement,
                    AssayDb *db,
                    const AssayField *field,
                    gboolean descending,
                    GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) targets = NULL, distinct = NULL;

  g_array_set_clear_func (rows, clear_row);
  if (field->kind == ASSAY_KIND_REFERENCE)
    {
      targets = rank_targets (db, field, error);
      if (targets == NULL)
        return NULL;
    }
  else if (field->kind == ASSAY_KIND_CHOICE || field->kind == ASSAY_KIND_COUNTRY)
    distinct = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!read_rows (statement, field, rows, distinct, targets, error))
    return NULL;
  if (distinct != NULL)
    {
      g_autoptr (GHashTable) ranks = rank_choices (field, distinct);

      for (guint i = 0; i < rows->len; i++)
        {
          Row *row = &g_array_index (rows, Row, i);

          if (row->rank != -1)
            row->rank
                = GPOINTER_TO_INT (g_hash_table_lookup (ranks, (const char *)(gintptr)row->rank));
        }
    }
  g_sort_array (rows->data, rows->len, sizeof (Row), compare_rows, &descending);
  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (ids, g_array_index (rows, Row, i).id);
  return g_steal_pointer (&ids);
}
