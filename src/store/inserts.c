/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/inserts.h"

#include "store/db-private.h"

/* Records of one type know few different sets of fields; beyond these all fields are bound. */
#define MOST_SETS 12

/* A bit for each field. */
typedef unsigned __int128 FieldSet;

#define MOST_FIELDS   (sizeof (FieldSet) * 8 - 1)
#define BIT_OF(field) ((FieldSet)1 << (field))

typedef struct
{
  FieldSet known;
  sqlite3_stmt *handle;
} Insert;

struct _AssayInserts
{
  Insert sets[ASSAY_N_TYPES][MOST_SETS];
  guint64 searchable; /* a bit for each type */
};

AssayInserts *
assay_inserts_new (void)
{
  return g_new0 (AssayInserts, 1);
}

void
assay_inserts_free (AssayInserts *inserts)
{
  for (guint type = 0; type < ASSAY_N_TYPES; type++)
    for (guint i = 0; i < MOST_SETS; i++)
      sqlite3_finalize (inserts->sets[type][i].handle);
  g_free (inserts);
}

static gboolean
prepare (Insert *insert, AssayDb *db, const AssayRecordType *type, GError **error)
{
  g_autoptr (GString) columns = g_string_new ("id");
  g_autoptr (GString) places = g_string_new ("?");
  g_autofree char *sql = NULL;
  int code;

  for (guint i = 0; i < type->n_fields; i++)
    if (insert->known & BIT_OF (i))
      {
        g_string_append_printf (columns, ", %s", type->fields[i].column);
        g_string_append (places, ", ?");
      }
  sql = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", type->table, columns->str, places->str);
  code = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &insert->handle, NULL);
  return code == SQLITE_OK || assay_store_error_take (db->handle, code, NULL, error);
}

static Insert *
find (
    AssayInserts *inserts, AssayDb *db, const AssayRecordType *type, FieldSet known, GError **error)
{
  Insert *sets = inserts->sets[type->type];

  for (guint i = 0; i < MOST_SETS; i++)
    {
      if (sets[i].handle != NULL && sets[i].known == known)
        return &sets[i];
      if (sets[i].handle != NULL && i < MOST_SETS - 1)
        continue;
      if (i == MOST_SETS - 1)
        known = BIT_OF (type->n_fields) - 1;
      sets[i].known = known;
      return sets[i].handle != NULL || prepare (&sets[i], db, type, error) ? &sets[i] : NULL;
    }
  return NULL;
}

guint64
assay_inserts_get_searchable (const AssayInserts *inserts)
{
  return inserts->searchable;
}

/**
 * assay_inserts_run:
 * @inserts: of the connection
 * @db: the connection
 * @record: a record with a key
 * @error: what went wrong
 *
 * Returns: whether @record was inserted
 */
gboolean
assay_inserts_run (AssayInserts *inserts, AssayDb *db, const AssayRecord *record, GError **error)
{
  const AssayRecordType *type = assay_record_describe (record);
  FieldSet known = 0;
  Insert *insert;
  int place = 1, code;

  g_assert (type->n_fields <= MOST_FIELDS);
  for (guint i = 0; i < type->n_fields; i++)
    if (assay_record_is_known (record, i))
      {
        known |= BIT_OF (i);
        if (type->fields[i].flags & ASSAY_FIELD_SEARCHABLE)
          inserts->searchable |= ASSAY_TYPE_BIT (type->type);
      }
  insert = find (inserts, db, type, known, error);
  if (insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (insert->handle, place++, assay_record_get_id (record));
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AssayValue *value = assay_record_get_value (record, i);

      if (!(insert->known & BIT_OF (i)))
        continue;
      /* The text outlives the step, and the next run binds anew. */
      if (value->type == ASSAY_VALUE_INTEGER)
        sqlite3_bind_int64 (insert->handle, place++, value->integer);
      else
        sqlite3_bind_text (insert->handle, place++, value->text, -1, SQLITE_STATIC);
    }
  code = sqlite3_step (insert->handle);
  sqlite3_reset (insert->handle);
  return code == SQLITE_DONE || assay_store_error_take (db->handle, code, NULL, error);
}
