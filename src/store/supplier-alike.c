/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/supplier-alike.h"

#include <stdlib.h>

#include "store/book-settings.h"

/* Of a supplier no more than what tells it is read. */
static const guint told_by[] = {
  ASSAY_SUPPLIER_NAME,       ASSAY_SUPPLIER_LOCAL_NAME, ASSAY_SUPPLIER_LEGAL_NAME,
  ASSAY_SUPPLIER_CODE,       ASSAY_SUPPLIER_COUNTRY,    ASSAY_SUPPLIER_REGISTRATION,
  ASSAY_SUPPLIER_TAX_NUMBER, ASSAY_SUPPLIER_WEBSITE,    ASSAY_SUPPLIER_MAIL,
  ASSAY_SUPPLIER_PHONE,
};

static gboolean
read_suppliers (AssaySupplierLikeness *alike, AssayDb *db, GError **error)
{
  const AssayRecordType *type = assay_record_type_get (ASSAY_TYPE_SUPPLIER);
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row, ok;

  for (guint i = 0; i < G_N_ELEMENTS (told_by); i++)
    g_string_append_printf (sql, ", %s", type->fields[told_by[i]].column);
  g_string_append (sql, " FROM supplier ORDER BY id");
  statement = assay_db_prepare (db, sql->str, error);
  if (statement == NULL)
    return FALSE;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      g_autoptr (AssayRecord) supplier = assay_record_new_empty (ASSAY_TYPE_SUPPLIER);

      assay_record_set_id (supplier, assay_statement_get_int (statement, 0));
      for (guint i = 0; i < G_N_ELEMENTS (told_by); i++)
        if (!assay_statement_is_null (statement, (int)i + 1))
          assay_record_set_text (supplier, told_by[i],
                                 assay_statement_get_text (statement, (int)i + 1));
      assay_supplier_likeness_add (alike, supplier);
    }
  return ok;
}

static gboolean
read_parts (AssaySupplierLikeness *alike, AssayDb *db, GError **error)
{
  g_autoptr (AssayStatement) names
      = assay_db_prepare (db, "SELECT supplier, name FROM supplier_name ORDER BY id", error);
  g_autoptr (AssayStatement) contacts = NULL;
  gboolean row, ok;

  if (names == NULL)
    return FALSE;
  while ((ok = assay_statement_step (names, &row, error)) && row)
    assay_supplier_likeness_add_name (alike, assay_statement_get_int (names, 0),
                                      assay_statement_get_text (names, 1));
  if (!ok)
    return FALSE;
  contacts = assay_db_prepare (db,
                               "SELECT supplier, mail, phone FROM contact WHERE mail IS NOT NULL "
                               "OR phone IS NOT NULL ORDER BY id",
                               error);
  if (contacts == NULL)
    return FALSE;
  while ((ok = assay_statement_step (contacts, &row, error)) && row)
    assay_supplier_likeness_add_reach (alike, assay_statement_get_int (contacts, 0),
                                       assay_statement_get_text (contacts, 1),
                                       assay_statement_get_text (contacts, 2));
  return ok;
}

/**
 * assay_supplier_alike_read:
 * @db: a connection
 * @error: what went wrong
 *
 * Returns: (transfer full): all suppliers of the book, ready to be compared
 */
AssaySupplierLikeness *
assay_supplier_alike_read (AssayDb *db, GError **error)
{
  g_autoptr (AssaySupplierLikeness) alike = assay_supplier_likeness_new ();

  return read_suppliers (alike, db, error) && read_parts (alike, db, error)
             ? g_steal_pointer (&alike)
             : NULL;
}

struct _AssayApart
{
  GHashTable *pairs; /* "id id", the lower first */
};

static char *
pair_name (gint64 a, gint64 b)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, MIN (a, b), MAX (a, b));
}

AssayApart *
assay_apart_read (AssayDb *db, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = assay_book_settings_get (db, ASSAY_SETTING_APART, &problem);
  g_auto (GStrv) pairs = NULL;
  AssayApart *apart;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  apart = g_new0 (AssayApart, 1);
  apart->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  pairs = g_strsplit (text != NULL ? text : "", ",", -1);
  for (guint i = 0; pairs[i] != NULL; i++)
    g_hash_table_add (apart->pairs, g_strdup (pairs[i]));
  return apart;
}

void
assay_apart_free (AssayApart *apart)
{
  g_hash_table_unref (apart->pairs);
  g_free (apart);
}

gboolean
assay_apart_contains (const AssayApart *apart, gint64 a, gint64 b)
{
  g_autofree char *pair = pair_name (a, b);

  return g_hash_table_contains (apart->pairs, pair);
}

gboolean
assay_apart_add (AssayDb *db, gint64 a, gint64 b, GError **error)
{
  g_autoptr (AssayApart) apart = assay_apart_read (db, error);
  g_autofree char *before = NULL, *after = NULL, *pair = NULL;

  if (apart == NULL)
    return FALSE;
  if (a == b || assay_apart_contains (apart, a, b))
    return TRUE;
  before = assay_book_settings_get (db, ASSAY_SETTING_APART, NULL);
  pair = pair_name (a, b);
  after = before != NULL && *before != '\0' ? g_strjoin (",", before, pair, NULL) : g_strdup (pair);
  return assay_book_settings_set (db, ASSAY_SETTING_APART, after, error);
}
