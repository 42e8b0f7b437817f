/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/duplicates.h"

#include "store/supplier-alike.h"

static void
duplicate_free (gpointer data)
{
  AssayDuplicate *duplicate = data;

  g_free (duplicate->keep.name);
  g_free (duplicate->keep.country);
  g_free (duplicate->other.name);
  g_free (duplicate->other.country);
  g_free (duplicate);
}

/* How many records refer to the supplier, its own parts included. */
static gboolean
count_records (AssayDb *db, AssayDuplicateSide *side, GError **error)
{
  for (AssayType type = ASSAY_TYPE_NONE + 1; type < ASSAY_N_TYPES; type++)
    {
      const AssayRecordType *described = assay_record_type_get (type);

      for (guint i = 0; i < described->n_fields; i++)
        {
          g_autofree char *sql = NULL;
          g_autoptr (AssayStatement) statement = NULL;
          gboolean row;

          if (described->fields[i].reference != ASSAY_TYPE_SUPPLIER
              || (described->fields[i].flags & ASSAY_FIELD_DERIVED))
            continue;
          sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE %s = ?1", described->table,
                                 described->fields[i].column);
          statement = assay_db_prepare (db, sql, error);
          if (statement == NULL)
            return FALSE;
          assay_statement_bind_int (statement, 1, side->id);
          if (!assay_statement_step (statement, &row, error))
            return FALSE;
          side->records += row ? assay_statement_get_int (statement, 0) : 0;
        }
    }
  return TRUE;
}

static gboolean
read_side (AssayDb *db, AssayDuplicateSide *side, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db, "SELECT name, country FROM supplier WHERE id = ?1", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, side->id);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      side->name = g_utf8_make_valid (assay_statement_get_text (statement, 0), -1);
      side->country = g_strdup (assay_statement_get_text (statement, 1));
    }
  return count_records (db, side, error);
}

static AssayDuplicate *
make (AssayDb *db, gint64 a, const AssayLikeness *alike, GError **error)
{
  AssayDuplicate *duplicate = g_new0 (AssayDuplicate, 1);
  AssayDuplicateSide other;

  duplicate->keep.id = MIN (a, alike->id);
  duplicate->other.id = MAX (a, alike->id);
  duplicate->reasons = alike->reasons;
  duplicate->score = alike->score;
  if (!read_side (db, &duplicate->keep, error) || !read_side (db, &duplicate->other, error))
    {
      duplicate_free (duplicate);
      return NULL;
    }
  if (duplicate->other.records > duplicate->keep.records)
    {
      other = duplicate->keep;
      duplicate->keep = duplicate->other;
      duplicate->other = other;
    }
  return duplicate;
}

static GArray *
list_suppliers (AssayDb *db, gint64 only, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db, "SELECT id FROM supplier WHERE ?1 IN (0, id) ORDER BY id", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row, ok;

  if (statement == NULL)
    return NULL;
  assay_statement_bind_int (statement, 1, only);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      gint64 id = assay_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  return ok ? g_steal_pointer (&ids) : NULL;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const AssayDuplicate *left = a, *right = b;

  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;
  return g_utf8_collate (left->keep.name != NULL ? left->keep.name : "",
                         right->keep.name != NULL ? right->keep.name : "");
}

/**
 * assay_duplicates_find:
 * @db: the book, on the thread that owns the connection
 * @supplier: only pairs with this one; 0 for all
 * @cancellable: (nullable): a cancellable
 * @error: what went wrong
 *
 * Returns: (transfer full): GPtrArray of AssayDuplicate, the likeliest first; %NULL on error
 */
GPtrArray *
assay_duplicates_find (AssayDb *db, gint64 supplier, GCancellable *cancellable, GError **error)
{
  g_autoptr (AssaySupplierLikeness) all = assay_supplier_alike_read (db, error);
  g_autoptr (AssayApart) apart = all != NULL ? assay_apart_read (db, error) : NULL;
  g_autoptr (GArray) suppliers = apart != NULL ? list_suppliers (db, supplier, error) : NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (duplicate_free);

  if (suppliers == NULL)
    return NULL;
  for (guint i = 0; i < suppliers->len; i++)
    {
      gint64 id = g_array_index (suppliers, gint64, i);
      g_autoptr (GArray) alike = assay_supplier_likeness_find_id (all, id);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      for (guint j = 0; j < alike->len; j++)
        {
          const AssayLikeness *likeness = &g_array_index (alike, AssayLikeness, j);
          AssayDuplicate *duplicate;

          /* Each pair once. */
          if ((supplier == 0 && likeness->id < id)
              || assay_apart_contains (apart, id, likeness->id))
            continue;
          duplicate = make (db, id, likeness, error);
          if (duplicate == NULL)
            return NULL;
          g_ptr_array_add (found, duplicate);
        }
    }
  g_ptr_array_sort_values (found, compare);
  return g_steal_pointer (&found);
}
