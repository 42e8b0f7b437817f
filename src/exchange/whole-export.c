/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/whole-export.h"

#include "exchange/csv-writer.h"
#include "exchange/whole-columns.h"
#include "record/format.h"
#include "store/query.h"
#include "store/records.h"

/* Records read at a time. */
#define PAGE 200
/* Records that others refer to, kept in mind. */
#define MOST_KEPT 5000

typedef struct
{
  AssayDb *db;
  AssayWholeColumns *columns;
  AssayCsvWriter *writer;
  GHashTable *kept; /* id → AssayRecord */
  GCancellable *cancellable;
} Writing;

gboolean
assay_whole_export_has (AssayType type)
{
  switch ((int)type)
    {
    case ASSAY_TYPE_INSPECTION:
    case ASSAY_TYPE_CHECKLIST:
    case ASSAY_TYPE_PLAN_PROFILE:
    case ASSAY_TYPE_CORRECTIVE_ACTION:
    case ASSAY_TYPE_MILESTONE:
    case ASSAY_TYPE_MILESTONE_PLAN:
    case ASSAY_TYPE_BLACKOUT:
    case ASSAY_TYPE_EXCHANGE_RATE:
    case ASSAY_TYPE_DEMAND:
    case ASSAY_TYPE_SCORECARD:
    case ASSAY_TYPE_ASSESSMENT:
      return TRUE;
    case ASSAY_TYPE_PROTOCOL_TEST:
    case ASSAY_TYPE_CLAIM_NEED:
    case ASSAY_TYPE_DILIGENCE_ITEM:
      return FALSE;
    default:
      return type >= ASSAY_TYPE_SITE && type < ASSAY_TYPE_ATTACHMENT;
    }
}

/* A record that others refer to; borrowed. */
static const AssayRecord *
look_up (Writing *writing, AssayType type, gint64 id, GError **error)
{
  AssayRecord *record = g_hash_table_lookup (writing->kept, &id);

  if (record != NULL)
    return record;
  if (g_hash_table_size (writing->kept) >= MOST_KEPT)
    g_hash_table_remove_all (writing->kept);
  record = assay_records_get (writing->db, type, id, error);
  if (record != NULL)
    g_hash_table_insert (writing->kept, g_memdup2 (&id, sizeof id), record);
  return record;
}

static void
write_field (Writing *writing, const AssayRecord *record, guint field)
{
  g_autofree char *text = assay_format_plain (record, field);

  if (assay_field_is_text (&assay_record_describe (record)->fields[field]))
    assay_csv_writer_text (writing->writer, text);
  else
    assay_csv_writer_number (writing->writer, text);
}

/* Follows the references of a column from @record to the field that is written. */
static gboolean
write_cell (Writing *writing,
            const AssayRecord *record,
            const AssayWholeColumn *column,
            GError **error)
{
  const AssayRecord *at = record;

  for (guint i = 0; at != NULL && i < column->n_hops; i++)
    {
      const AssayField *reference = &assay_record_describe (at)->fields[column->hops[i]];
      gint64 id = assay_record_get_reference (at, column->hops[i]);

      GError *local = NULL;

      at = NULL;
      if (id == 0)
        break;
      at = look_up (writing, reference->reference, id, &local);
      /* A damaged book may refer to what is not there: that cell is empty, the rest is kept. */
      if (at == NULL && !g_error_matches (local, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE))
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      g_clear_error (&local);
    }
  if (at == NULL)
    assay_csv_writer_text (writing->writer, "");
  else
    write_field (writing, at, column->field);
  return TRUE;
}

/* One row: @owner, and @part where the columns are those of its type. */
static gboolean
write_row (Writing *writing, const AssayRecord *owner, const AssayRecord *part, GError **error)
{
  for (guint i = 0; i < writing->columns->len; i++)
    {
      const AssayWholeColumn *column = assay_whole_columns_get (writing->columns, i);
      const AssayRecord *record = NULL;

      if (column->type == assay_record_get_kind (owner))
        record = owner;
      else if (part != NULL && column->type == assay_record_get_kind (part))
        record = part;
      if (record == NULL)
        assay_csv_writer_text (writing->writer, "");
      else if (!write_cell (writing, record, column, error))
        return FALSE;
    }
  return assay_csv_writer_end_row (writing->writer, writing->cancellable, error);
}

GPtrArray *
assay_whole_read_parts (AssayDb *db, AssayType type, gint64 owner, GError **error)
{
  const AssayRecordType *described = assay_record_type_get (type);
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM %s WHERE %s = ?1 ORDER BY %s id", described->table,
      described->fields[described->owner].column,
      assay_record_type_find_field (described, "position") >= 0 ? "position," : "");
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row, ok;

  if (statement == NULL)
    return NULL;
  assay_statement_bind_int (statement, 1, owner);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      gint64 id = assay_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  return ok ? assay_query_fetch_records (type, (const gint64 *)(const void *)ids->data, ids->len,
                                         db, error)
            : NULL;
}

/* A row for each part; a record without any has one row all the same. */
static gboolean
write_record (Writing *writing, const AssayRecord *owner, GError **error)
{
  const AssayType *part = assay_whole_parts (assay_record_get_kind (owner));
  gboolean any = FALSE;

  for (; *part != ASSAY_TYPE_NONE; part++)
    {
      g_autoptr (GPtrArray) records
          = assay_whole_read_parts (writing->db, *part, assay_record_get_id (owner), error);

      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        {
          any = TRUE;
          if (!write_row (writing, owner, g_ptr_array_index (records, i), error))
            return FALSE;
        }
    }
  return any || write_row (writing, owner, NULL, error);
}

static gboolean
write_all (Writing *writing, AssayType type, const GArray *ids, GError **error)
{
  for (guint i = 0; i < writing->columns->len; i++)
    assay_csv_writer_text (writing->writer, assay_whole_columns_get (writing->columns, i)->heading);
  if (!assay_csv_writer_end_row (writing->writer, writing->cancellable, error))
    return FALSE;
  for (guint start = 0; start < ids->len; start += PAGE)
    {
      g_autoptr (GPtrArray) page
          = assay_query_fetch_records (type, &g_array_index (ids, gint64, start),
                                       MIN (PAGE, ids->len - start), writing->db, error);

      if (page == NULL || g_cancellable_set_error_if_cancelled (writing->cancellable, error))
        return FALSE;
      for (guint i = 0; i < page->len; i++)
        if (!write_record (writing, g_ptr_array_index (page, i), error))
          return FALSE;
    }
  return assay_csv_writer_finish (writing->writer, writing->cancellable, error);
}

gboolean
assay_whole_export_stream (AssayDb *db,
                           AssayType type,
                           const GArray *ids,
                           GOutputStream *stream,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (AssayWholeColumns) columns = assay_whole_columns_new (type);
  g_autoptr (AssayCsvWriter) writer = assay_csv_writer_new (stream, 0);
  g_autoptr (GHashTable) kept
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  Writing writing = {
    .db = db, .columns = columns, .writer = writer, .kept = kept, .cancellable = cancellable
  };

  return write_all (&writing, type, ids, error);
}
