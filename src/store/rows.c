/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/rows.h"

/* An expression for one field that names a record; a reference is named by its own title. */
static void
append_title_field (GString *sql, const AssayField *field, guint depth)
{
  g_autofree char *column = g_strdup_printf ("t%u.%s", depth, field->column);

  if (field->kind == ASSAY_KIND_REFERENCE)
    {
      const AssayRecordType *type = assay_record_type_get (field->reference);

      g_string_append_printf (sql, "(SELECT concat_ws (' · '");
      for (guint i = 0; i < G_N_ELEMENTS (type->title) && type->title[i] >= 0; i++)
        {
          g_string_append (sql, ", ");
          append_title_field (sql, &type->fields[type->title[i]], depth + 1);
        }
      g_string_append_printf (sql, ") FROM %s AS t%u WHERE t%u.id = %s)", type->table, depth + 1,
                              depth + 1, column);
    }
  else if (field->kind == ASSAY_KIND_DATE)
    g_string_append_printf (sql, "date (%s * 86400, 'unixepoch')", column);
  else
    g_string_append (sql, column);
}

/**
 * assay_rows_title_expression:
 * @type: a type
 * @id: an SQL expression for a key
 *
 * Returns: (transfer full): an SQL expression for what the record of that key is called
 */
char *
assay_rows_title_expression (AssayType type, const char *id)
{
  const AssayRecordType *described = assay_record_type_get (type);
  GString *sql = g_string_new ("(SELECT concat_ws (' · '");

  for (guint i = 0; i < G_N_ELEMENTS (described->title) && described->title[i] >= 0; i++)
    {
      g_string_append (sql, ", ");
      append_title_field (sql, &described->fields[described->title[i]], 1);
    }
  g_string_append_printf (sql, ") FROM %s AS t1 WHERE t1.id = %s)", described->table, id);
  return g_string_free_and_steal (sql);
}

static char *
make_columns (const AssayRecordType *type)
{
  GString *sql = g_string_new ("t.id");

  for (guint i = 0; i < type->n_fields; i++)
    g_string_append_printf (sql, ", t.%s", type->fields[i].column);
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == ASSAY_KIND_REFERENCE)
      {
        g_autofree char *id = g_strconcat ("t.", type->fields[i].column, NULL);
        g_autofree char *title = assay_rows_title_expression (type->fields[i].reference, id);

        g_string_append_printf (sql, ", %s", title);
      }
  return g_string_free_and_steal (sql);
}

/**
 * assay_rows_columns:
 * @type: a type
 *
 * Returns: (transfer none): what to select so that assay_rows_read() can read it
 */
const char *
assay_rows_columns (const AssayRecordType *type)
{
  static char *columns[ASSAY_N_TYPES];
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (columns[type->type] == NULL)
    columns[type->type] = make_columns (type);
  return columns[type->type];
}

/**
 * assay_rows_read:
 * @statement: a statement on a row of assay_rows_columns()
 * @type: its type
 *
 * Returns: (transfer full): the record
 */
AssayRecord *
assay_rows_read (AssayStatement *statement, const AssayRecordType *type)
{
  AssayRecord *record = assay_record_new_empty (type->type);
  int title = (int)type->n_fields + 1;

  assay_record_set_id (record, assay_statement_get_int (statement, 0));
  for (guint i = 0; i < type->n_fields; i++)
    {
      int column = (int)i + 1;
      g_auto (AssayValue) value = ASSAY_VALUE_INIT;

      if (!assay_statement_is_null (statement, column))
        {
          if (assay_field_is_text (&type->fields[i]))
            assay_value_set_text (&value, assay_statement_get_text (statement, column));
          else
            assay_value_set_integer (&value, assay_statement_get_int (statement, column));
        }
      assay_record_set_value (record, i, &value);
      if (type->fields[i].kind == ASSAY_KIND_REFERENCE)
        assay_record_set_reference_title (record, i, assay_statement_get_text (statement, title++));
    }
  return record;
}
