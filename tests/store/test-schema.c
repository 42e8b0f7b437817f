/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The catalogue and the schema say the same; released schema steps never change. */

#include "record/catalogue.h"
#include "store/schema.h"
#include "support/temp-book.h"

typedef struct
{
  char *type;
  gboolean not_null;
} Column;

static void
free_column (gpointer data)
{
  g_free (((Column *)data)->type);
  g_free (data);
}

static GHashTable *
read_columns (AssayDb *db, const char *table)
{
  GHashTable *columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_column);
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db, "SELECT name, type, \"notnull\" FROM pragma_table_info (?1)", NULL);
  gboolean row;

  assay_statement_bind_text (statement, 1, table);
  while (assay_statement_step (statement, &row, NULL) && row)
    {
      Column *column = g_new0 (Column, 1);

      column->type = g_strdup (assay_statement_get_text (statement, 1));
      column->not_null = assay_statement_get_int (statement, 2) != 0;
      g_hash_table_insert (columns, g_strdup (assay_statement_get_text (statement, 0)), column);
    }
  return columns;
}

static void
test_catalogue (TempBook *temp, gconstpointer data)
{
  AssayDb *db = assay_book_get_reader (temp->book);

  for (AssayType i = ASSAY_TYPE_NONE + 1; i < ASSAY_N_TYPES; i++)
    {
      const AssayRecordType *type = assay_record_type_get (i);
      g_autoptr (GHashTable) columns = read_columns (db, type->table);

      g_test_message ("%s", type->name);
      g_assert_cmpuint (g_hash_table_size (columns), ==, type->n_fields + 1);
      for (guint field = 0; field < type->n_fields; field++)
        {
          const AssayField *described = &type->fields[field];
          const Column *column = g_hash_table_lookup (columns, described->column);

          g_test_message ("%s.%s", type->name, described->column);
          g_assert_nonnull (column);
          g_assert_cmpstr (column->type, ==, assay_field_is_text (described) ? "TEXT" : "INTEGER");
          g_assert_cmpint (column->not_null, ==, (described->flags & ASSAY_FIELD_REQUIRED) != 0);
        }
    }
}

/* Every reference has a foreign key to the table of its type, and an index. */
static void
test_references (TempBook *temp, gconstpointer data)
{
  AssayDb *db = assay_book_get_reader (temp->book);

  for (AssayType i = ASSAY_TYPE_NONE + 1; i < ASSAY_N_TYPES; i++)
    {
      const AssayRecordType *type = assay_record_type_get (i);

      for (guint field = 0; field < type->n_fields; field++)
        {
          g_autoptr (AssayStatement) statement = NULL;
          gboolean row;

          if (type->fields[field].kind != ASSAY_KIND_REFERENCE)
            continue;
          statement = assay_db_prepare (
              db, "SELECT \"table\" FROM pragma_foreign_key_list (?1) WHERE \"from\" = ?2", NULL);
          assay_statement_bind_text (statement, 1, type->table);
          assay_statement_bind_text (statement, 2, type->fields[field].column);
          g_assert_true (assay_statement_step (statement, &row, NULL) && row);
          g_assert_cmpstr (assay_statement_get_text (statement, 0), ==,
                           assay_record_type_get (type->fields[field].reference)->table);
        }
    }
}

/* Whoever opens the file with another tool reads ISO dates. */
static void
test_readable (TempBook *temp, gconstpointer data)
{
  gint64 supplier = temp_book_add_supplier (temp, "Sao Mai", "VN");
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row;

  temp_book_add_order (temp, "PO-1", supplier, "2026-01-05");
  statement = assay_db_prepare (assay_book_get_reader (temp->book),
                                "SELECT sent_on FROM purchase_order_readable", NULL);
  g_assert_true (assay_statement_step (statement, &row, NULL) && row);
  g_assert_cmpstr (assay_statement_get_text (statement, 0), ==, "2026-01-05");
}

/* A book of the first step comes to the same schema as a new one, keeps what it holds, and a copy
 * of it as it was. */
static void
test_upgrade (void)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-upgrade-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.assay", NULL);
  g_autofree char *backup = g_strconcat (path, ".before-step-2", NULL);
  g_autofree char *step_one
      = g_build_filename (g_getenv ("ASSAY_SOURCE_DIR"), "src", "store", "schema", "001.sql", NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayDb) db = assay_db_open (path, ASSAY_DB_CREATE, &error);
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row;
  guint step;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (step_one, &sql, NULL, &error));
  g_assert_true (assay_db_exec (db, sql, &error));
  g_assert_true (
      assay_db_exec (db,
                     "PRAGMA application_id = " G_STRINGIFY (
                         ASSAY_SCHEMA_APPLICATION_ID) "; PRAGMA user_version = 1;"
                                                      "INSERT INTO defect_type "
                                                      "(id, code, name, category) VALUES "
                                                      "(7, 'ST-01', 'Open seam', 'Sewing')",
                     &error));
  g_assert_no_error (error);
  g_assert_true (assay_schema_upgrade (db, 1, &error));
  g_assert_no_error (error);
  g_assert_true (assay_schema_inspect (db, &step, &error));
  g_assert_cmpuint (step, >=, 2);
  g_assert_true (assay_schema_check (db, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (backup, G_FILE_TEST_IS_REGULAR));
  statement = assay_db_prepare (
      db,
      "SELECT d.name, d.subcategory IS NULL FROM search AS s JOIN defect_type AS d ON d.id = "
      "s.rowid WHERE search MATCH 'seam'",
      &error);
  g_assert_no_error (error);
  g_assert_true (assay_statement_step (statement, &row, NULL) && row);
  g_assert_cmpstr (assay_statement_get_text (statement, 0), ==, "Open seam");
  g_assert_cmpint (assay_statement_get_int (statement, 1), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/schema/catalogue", TempBook, NULL, temp_book_set_up, test_catalogue,
              temp_book_tear_down);
  g_test_add ("/schema/references", TempBook, NULL, temp_book_set_up, test_references,
              temp_book_tear_down);
  g_test_add_func ("/schema/upgrade", test_upgrade);
  g_test_add ("/schema/readable", TempBook, NULL, temp_book_set_up, test_readable,
              temp_book_tear_down);
  return g_test_run ();
}
