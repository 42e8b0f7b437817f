/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/table-export.h"

#include "record/format.h"

/* Records read at a time: memory stays small however long the table is. */
#define PAGE 500

static gboolean
write_headings (AssayCsvWriter *writer,
                const AssayRecordType *type,
                const guint *fields,
                guint n_fields,
                AssayExportFlags flags,
                GCancellable *cancellable,
                GError **error)
{
  for (guint i = 0; i < n_fields; i++)
    {
      const AssayField *field = &type->fields[fields[i]];

      assay_csv_writer_text (writer, flags & ASSAY_EXPORT_COLUMN_NAMES ? field->column
                                                                       : assay_field_label (field));
    }
  return assay_csv_writer_end_row (writer, cancellable, error);
}

static gboolean
is_written_by_program (const AssayField *field)
{
  return !assay_field_is_text (field) && field->kind != ASSAY_KIND_REFERENCE;
}

static gboolean
write_record (AssayCsvWriter *writer,
              AssayRecord *record,
              const guint *fields,
              guint n_fields,
              GCancellable *cancellable,
              GError **error)
{
  const AssayRecordType *type = assay_record_describe (record);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *text = assay_format_plain (record, fields[i]);

      if (is_written_by_program (&type->fields[fields[i]]))
        assay_csv_writer_number (writer, text);
      else
        assay_csv_writer_text (writer, text);
    }
  return assay_csv_writer_end_row (writer, cancellable, error);
}

static GArray *
all_fields (const AssayRecordType *type)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < type->n_fields; i++)
    if (!(type->fields[i].flags & ASSAY_FIELD_HIDDEN))
      g_array_append_val (fields, i);
  return fields;
}

gboolean
assay_table_export_stream (AssayDb *db,
                           const AssayQuery *query,
                           const guint *fields,
                           guint n_fields,
                           AssayExportFlags flags,
                           GOutputStream *stream,
                           guint64 *rows,
                           GCancellable *cancellable,
                           GError **error)
{
  const AssayRecordType *type = assay_record_type_get (assay_query_get_type (query));
  g_autoptr (AssayCsvWriter) writer
      = assay_csv_writer_new (stream, flags & ASSAY_EXPORT_MARK ? ASSAY_CSV_MARK : 0);
  g_autoptr (GArray) all = fields == NULL ? all_fields (type) : NULL;
  g_autoptr (GArray) ids = assay_query_run_ids (query, db, error);
  guint64 written = 0;

  if (ids == NULL)
    return FALSE;
  if (all != NULL)
    {
      fields = (const guint *)(const void *)all->data;
      n_fields = all->len;
    }
  if (!write_headings (writer, type, fields, n_fields, flags, cancellable, error))
    return FALSE;
  for (guint start = 0; start < ids->len; start += PAGE)
    {
      g_autoptr (GPtrArray) page = assay_query_fetch_records (
          type->type, &g_array_index (ids, gint64, start), MIN (PAGE, ids->len - start), db, error);

      if (page == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint i = 0; i < page->len; i++, written++)
        if (!write_record (writer, g_ptr_array_index (page, i), fields, n_fields, cancellable,
                           error))
          return FALSE;
    }
  if (rows != NULL)
    *rows = written;
  return assay_csv_writer_finish (writer, cancellable, error);
}

gboolean
assay_table_export (AssayDb *db,
                    const AssayQuery *query,
                    const guint *fields,
                    guint n_fields,
                    AssayExportFlags flags,
                    GFile *file,
                    guint64 *rows,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GFileOutputStream) stream
      = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  g_autoptr (GCancellable) give_up = g_cancellable_new ();

  if (stream == NULL)
    return FALSE;
  if (assay_table_export_stream (db, query, fields, n_fields, flags, G_OUTPUT_STREAM (stream), rows,
                                 cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
  /* Closing cancelled leaves the file that was there as it was. */
  g_cancellable_cancel (give_up);
  g_output_stream_close (G_OUTPUT_STREAM (stream), give_up, NULL);
  return FALSE;
}

typedef struct
{
  AssayQuery *query;
  guint *fields;
  guint n_fields;
  AssayExportFlags flags;
  GFile *file;
  guint64 rows;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  assay_query_free (job->query);
  g_free (job->fields);
  g_object_unref (job->file);
  g_free (job);
}

static gboolean
run_job (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return assay_table_export (db, job->query, job->fields, job->n_fields, job->flags, job->file,
                             &job->rows, cancellable, error);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const Job *job = g_task_get_task_data (task);
  GError *problem = NULL;

  assay_book_ask_finish (ASSAY_BOOK (source), result, &problem);
  if (problem != NULL)
    g_task_return_error (task, problem);
  else
    g_task_return_int (task, (gssize)job->rows);
}

void
assay_table_export_async (AssayBook *book,
                          const AssayQuery *query,
                          const guint *fields,
                          guint n_fields,
                          AssayExportFlags flags,
                          GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (book, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->query = assay_query_copy (query);
  job->fields = fields != NULL ? g_memdup2 (fields, n_fields * sizeof *fields) : NULL;
  job->n_fields = n_fields;
  job->flags = flags;
  job->file = g_object_ref (file);
  g_task_set_source_tag (task, assay_table_export_async);
  g_task_set_task_data (task, job, job_free);
  assay_book_ask_async (book, run_job, job, NULL, NULL, cancellable, asked_cb, task);
}

gint64
assay_table_export_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}
