/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/picture-load.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/attachments.h"
#include "store/picture-decode.h"
#include "ui/widgets/texture.h"

/* The longer side of what the viewer shows: sharp at four times a screen, 110 MB at most. */
#define VIEW_SIZE 6000

/* Reading a file */

typedef struct
{
  AssayIncoming *incoming;
  GdkTexture *thumbnail;
} ReadFile;

static void
read_file_free (gpointer data)
{
  ReadFile *read = data;

  assay_incoming_unref (read->incoming);
  g_clear_object (&read->thumbnail);
  g_free (read);
}

/* Takes over @incoming. */
static ReadFile *
read_file_new (AssayIncoming *incoming)
{
  ReadFile *read = g_new0 (ReadFile, 1);
  GBytes *thumbnail = assay_incoming_get_thumbnail (incoming);

  read->incoming = incoming;
  if (thumbnail != NULL)
    read->thumbnail = assay_texture_new_for_thumbnail (thumbnail, ASSAY_TILE_PIXELS);
  return read;
}

static void
return_incoming (GTask *task, AssayIncoming *incoming, GError *error)
{
  if (incoming == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, read_file_new (incoming), read_file_free);
}

static gboolean
check_size (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autofree char *limit = NULL;
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                           G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("“%s” is not a file"), name);
      return FALSE;
    }
  if (g_file_info_get_size (info) <= ASSAY_ATTACHMENT_MAX_BYTES)
    return TRUE;
  limit = g_format_size (ASSAY_ATTACHMENT_MAX_BYTES);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
               /* Translators: a file's name and a size */
               _ ("“%s” was not added: it is larger than %s"), name, limit);
  return FALSE;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *name = g_file_get_basename (source);
  g_autoptr (GBytes) bytes = NULL;
  AssayIncoming *incoming = NULL;
  GError *error = NULL;

  if (check_size (source, name, cancellable, &error))
    bytes = g_file_load_bytes (source, cancellable, NULL, &error);
  if (bytes != NULL)
    incoming = assay_incoming_new (name, bytes, cancellable, &error);
  return_incoming (task, incoming, error);
}

void
assay_picture_read_file_async (GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, assay_picture_read_file_async);
  g_task_run_in_thread (task, read_thread);
}

/**
 * assay_picture_read_file_finish:
 * @note: (out) (optional) (nullable): a sentence about a picture that cannot be shown
 *
 * Returns: (transfer full) (nullable): the file, waiting for Save
 */
AssayDraftFile *
assay_picture_read_file_finish (GFile *file, GAsyncResult *result, char **note, GError **error)
{
  ReadFile *read;
  AssayDraftFile *added;
  const char *problem;

  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  read = g_task_propagate_pointer (G_TASK (result), error);
  if (read == NULL)
    return NULL;
  added = assay_draft_file_new_added (read->incoming, read->thumbnail);
  problem = assay_incoming_get_problem (read->incoming);
  if (note != NULL)
    /* Translators: a file's name and the reason */
    *note
        = problem != NULL
              ? g_strdup_printf (_ ("“%s” cannot be shown as a picture and is kept as a file: %s"),
                                 assay_incoming_get_file_name (read->incoming), problem)
              : NULL;
  read_file_free (read);
  return added;
}

/* Pictures that are no files yet */

static void
encode_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = gdk_texture_save_to_png_bytes (source);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d %H.%M.%S");
  /* Translators: the name of a photo that was pasted, with date and time */
  g_autofree char *name = g_strdup_printf (_ ("Pasted photo %s.png"), time);
  GError *error = NULL;

  return_incoming (task, assay_incoming_new (name, bytes, cancellable, &error), error);
}

void
assay_picture_encode_async (GdkTexture *texture,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (texture, cancellable, callback, user_data);

  g_task_set_source_tag (task, assay_picture_encode_async);
  g_task_run_in_thread (task, encode_thread);
}

AssayDraftFile *
assay_picture_encode_finish (GdkTexture *texture, GAsyncResult *result, GError **error)
{
  ReadFile *read;
  AssayDraftFile *added;

  g_return_val_if_fail (g_task_is_valid (result, texture), NULL);

  read = g_task_propagate_pointer (G_TASK (result), error);
  if (read == NULL)
    return NULL;
  added = assay_draft_file_new_added (read->incoming, read->thumbnail);
  read_file_free (read);
  return added;
}

/* Out of the book */

static gboolean
read_blob (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  *result = assay_attachments_read (db, data, error);
  return *result != NULL;
}

static gboolean
read_thumbnail (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  *result = assay_attachments_read_thumbnail (db, data, error);
  return *result != NULL;
}

static void
ask_blob (AssayBook *book,
          AssayDraftFile *file,
          AssayChangeFunc func,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  const char *sha256
      = assay_record_get_text (assay_draft_file_get_record (file), ASSAY_ATTACHMENT_SHA256);

  assay_book_ask_async (book, func, g_strdup (sha256), g_free, (GDestroyNotify)g_bytes_unref,
                        cancellable, callback, user_data);
}

/* The bytes come when they are there: @func runs on a thread with the task's data. */
typedef struct
{
  GBytes *bytes;
  AssayPhotoMarks *marks;
  AssayRecord *original; /* a copy of its record */
  GTaskThreadFunc func;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->marks, assay_photo_marks_free);
  g_clear_object (&job->original);
  g_free (job);
}

static void
blob_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->bytes = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);
  if (job->bytes != NULL)
    g_task_run_in_thread (task, job->func);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                     _ ("There is no picture"));
}

/* Takes over @task, whose data are a #Job and whose source is the file. */
static void
run_with_bytes (GTask *task, AssayBook *book, AssayChangeFunc read, GTaskThreadFunc func)
{
  AssayDraftFile *file = g_task_get_source_object (task);
  AssayIncoming *incoming = assay_draft_file_get_incoming (file);
  Job *job = g_task_get_task_data (task);

  job->func = func;
  if (incoming == NULL || assay_incoming_get_bytes (incoming) == NULL)
    {
      ask_blob (book, file, read, g_task_get_cancellable (task), blob_cb, task);
      return;
    }
  job->bytes = g_bytes_ref (assay_incoming_get_bytes (incoming));
  g_task_run_in_thread (task, func);
  g_object_unref (task);
}

static void
view_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  int width, height;
  g_autoptr (GdkPixbuf) pixbuf
      = assay_picture_decode (job->bytes, VIEW_SIZE, &width, &height, cancellable, &error);

  if (pixbuf == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, assay_texture_new (pixbuf), g_object_unref);
}

void
assay_picture_load_async (AssayDraftFile *file,
                          AssayBook *book,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, assay_picture_load_async);
  g_task_set_task_data (task, g_new0 (Job, 1), job_free);
  run_with_bytes (task, book, read_blob, view_thread);
}

GdkTexture *
assay_picture_load_finish (AssayDraftFile *file, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
thumbnail_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GdkTexture *texture = assay_texture_new_for_thumbnail (job->bytes, ASSAY_TILE_PIXELS);

  if (texture == NULL)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                                     _ ("There is no picture"));
  else
    g_task_return_pointer (task, texture, g_object_unref);
}

void
assay_picture_load_thumbnail_async (AssayDraftFile *file,
                                    AssayBook *book,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, assay_picture_load_thumbnail_async);
  g_task_set_task_data (task, g_new0 (Job, 1), job_free);
  run_with_bytes (task, book, read_thumbnail, thumbnail_thread);
}

/* Without one the tile keeps its icon. */
gboolean
assay_picture_load_thumbnail_finish (AssayDraftFile *file, GAsyncResult *result, GError **error)
{
  g_autoptr (GdkTexture) texture = NULL;

  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);

  texture = g_task_propagate_pointer (G_TASK (result), error);
  if (texture != NULL)
    assay_draft_file_set_thumbnail (file, texture);
  return texture != NULL;
}

/* Marks */

static char *
dup_marked_name (const char *name)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *stem
      = dot != NULL && dot != name ? g_strndup (name, (gsize)(dot - name)) : g_strdup (name);

  /* Translators: the name of a file: a photo on whose copy arrows were drawn */
  return g_strdup_printf (_ ("%s (marked).jpg"), stem);
}

static void
mark_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  const char *name = assay_record_get_text (job->original, ASSAY_ATTACHMENT_FILE_NAME);
  g_autofree char *marked = dup_marked_name (name);
  AssayIncoming *incoming = NULL;
  GError *error = NULL;
  g_autoptr (GBytes) drawn = assay_photo_marks_render (job->marks, job->bytes, cancellable, &error);

  if (drawn != NULL)
    incoming = assay_incoming_new_marked (marked, drawn, job->original, cancellable, &error);
  return_incoming (task, incoming, error);
}

void
assay_picture_mark_async (AssayDraftFile *file,
                          AssayBook *book,
                          const AssayPhotoMarks *marks,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (file, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->marks = assay_photo_marks_copy (marks);
  job->original = assay_record_copy (assay_draft_file_get_record (file));
  g_task_set_source_tag (task, assay_picture_mark_async);
  g_task_set_task_data (task, job, job_free);
  run_with_bytes (task, book, read_blob, mark_thread);
}

AssayDraftFile *
assay_picture_mark_finish (AssayDraftFile *file, GAsyncResult *result, GError **error)
{
  ReadFile *read;
  AssayDraftFile *added;

  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  read = g_task_propagate_pointer (G_TASK (result), error);
  if (read == NULL)
    return NULL;
  added = assay_draft_file_new_added (read->incoming, read->thumbnail);
  assay_draft_file_set_caption (added, assay_draft_file_get_caption (file));
  read_file_free (read);
  return added;
}
