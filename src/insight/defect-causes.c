/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight/defect-causes.h"

#include "insight/lot-scan.h"
#include "record/catalogue.h"

/* No defect is found more often; sums stay far from where numbers end. */
#define MOST_UNITS (G_GINT64_CONSTANT (1) << 40)

void
assay_cause_free (AssayCause *cause)
{
  g_free (cause->name);
  g_array_unref (cause->ids);
  g_free (cause);
}

static const char *
name_expression (AssayCauseBy by)
{
  switch (by)
    {
    case ASSAY_CAUSE_CATEGORY:
      return "(SELECT category FROM defect_type WHERE id = d.defect_type)";
    case ASSAY_CAUSE_CLASS:
      return "d.class";
    case ASSAY_CAUSE_COMPONENT:
      return "d.component";
    case ASSAY_CAUSE_TYPE:
    default:
      return "coalesce ((SELECT name FROM defect_type WHERE id = d.defect_type), d.description)";
    }
}

static const char *
say_class (const char *name)
{
  const AssayField *field = &assay_record_type_get (ASSAY_TYPE_DEFECT)->fields[ASSAY_DEFECT_CLASS];
  const char *label = assay_field_choice_label (field, name);

  return label != NULL ? label : name;
}

/* More first; what is unknown after what is known; by name. */
static int
compare_causes (gconstpointer a, gconstpointer b)
{
  const AssayCause *left = *(AssayCause *const *)a, *right = *(AssayCause *const *)b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  if (left->name == NULL || right->name == NULL)
    return (left->name == NULL) - (right->name == NULL);
  return g_utf8_collate (left->name, right->name);
}

static void
add_up (GHashTable *causes, const char *name, gint64 count, gint64 inspection)
{
  AssayCause *cause = g_hash_table_lookup (causes, name);

  if (cause == NULL)
    {
      cause = g_new0 (AssayCause, 1);
      cause->name = *name != '\0' ? g_utf8_make_valid (name, -1) : NULL;
      cause->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (causes, g_strdup (name), cause);
    }
  cause->count = MIN (cause->count + CLAMP (count, 0, MOST_UNITS), MOST_UNITS);
  /* Rows come by inspection. */
  if (cause->ids->len == 0 || g_array_index (cause->ids, gint64, cause->ids->len - 1) != inspection)
    g_array_append_val (cause->ids, inspection);
}

/**
 * assay_defect_causes:
 * @db: the book
 * @question: which inspections; `by` plays no part
 * @by: what the defects are added up by
 * @error: what went wrong
 *
 * Inspections that only have counts by class say nothing of what was found and are left out, except
 * from a question by class, which defects recorded one by one answer all the same.
 *
 * Returns: (transfer full): the causes, most frequent first; %NULL on error
 */
GPtrArray *
assay_defect_causes (AssayDb *db,
                     const AssayDefectQuestion *question,
                     AssayCauseBy by,
                     GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT i.id, d.count, ");
  g_autoptr (GHashTable) causes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (AssayStatement) statement = NULL;
  GPtrArray *sorted;
  gboolean row, ok;

  g_string_append (sql, name_expression (by));
  g_string_append (sql, " FROM inspection AS i JOIN defect AS d ON d.inspection = i.id WHERE ");
  assay_lot_scan_append_where (sql, question);
  g_string_append (sql, " ORDER BY i.id");
  statement = assay_db_prepare (db, sql->str, error);
  if (statement == NULL)
    return NULL;
  assay_lot_scan_bind (statement, question);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      const char *name = assay_statement_get_text (statement, 2);

      if (name != NULL && by == ASSAY_CAUSE_CLASS)
        name = say_class (name);
      add_up (causes, name != NULL ? name : "", assay_statement_get_int (statement, 1),
              assay_statement_get_int (statement, 0));
    }
  sorted = g_hash_table_get_values_as_ptr_array (causes);
  g_ptr_array_set_free_func (sorted, (GDestroyNotify)assay_cause_free);
  if (!ok)
    {
      g_ptr_array_unref (sorted);
      return NULL;
    }
  g_ptr_array_sort (sorted, compare_causes);
  return sorted;
}
