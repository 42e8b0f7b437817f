/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "exchange/example-photos.h"

#include <glib/gi18n-lib.h>

#include "exchange/delimited.h"
#include "store/attachments.h"
#include "store/records.h"

/* Columns of the file. */
enum
{
  COLUMN_INSPECTION,
  COLUMN_FILE,
  COLUMN_CAPTION,
  N_COLUMNS,
};

static gboolean
add_photo (AssayDb *db, const char *folder, const AssayRow *row, GError **error)
{
  g_auto (AssayValue) number = ASSAY_VALUE_INIT;
  g_autoptr (AssayRecord) attachment = NULL;
  g_autoptr (GError) missing = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize length;
  gint64 inspection;

  if (row->n_cells < N_COLUMNS)
    {
      g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_REFUSED,
                   _ ("photos.csv:%u: something is missing"), row->line);
      return FALSE;
    }
  assay_value_set_text (&number, row->cells[COLUMN_INSPECTION]);
  inspection
      = assay_records_find (db, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_NUMBER, &number, &missing);
  if (inspection == 0)
    {
      g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_REFUSED,
                   _ ("photos.csv:%u: there is no inspection “%s”"), row->line,
                   row->cells[COLUMN_INSPECTION]);
      return FALSE;
    }
  path = g_build_filename (folder, row->cells[COLUMN_FILE], NULL);
  if (!g_file_get_contents (path, &data, &length, error))
    return FALSE;
  bytes = g_bytes_new_take (data, length);
  name = g_path_get_basename (path);
  attachment = assay_attachments_add (db, ASSAY_TYPE_INSPECTION, inspection, name, bytes,
                                      row->cells[COLUMN_CAPTION], error);
  return attachment != NULL;
}

gboolean
assay_example_add_photos (AssayDb *db,
                          const char *folder,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autofree char *path = g_build_filename (folder, "photos.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AssayTextSource) source = NULL;
  g_autoptr (AssayDelimited) reader = NULL;
  AssayDialect dialect = ASSAY_DIALECT_INIT;
  const AssayRow *row;
  gboolean is_heading = TRUE;

  if (!g_file_query_exists (file, cancellable))
    return TRUE;
  source = assay_text_source_open (file, "UTF-8", cancellable, error);
  if (source == NULL)
    return FALSE;
  reader = assay_delimited_new (source, &dialect, cancellable, error);
  if (reader == NULL)
    return FALSE;
  do
    {
      if (!assay_delimited_next (reader, &row, cancellable, error))
        return FALSE;
      if (row != NULL && !is_heading && !add_photo (db, folder, row, error))
        return FALSE;
      is_heading = FALSE;
    }
  while (row != NULL);
  return TRUE;
}
