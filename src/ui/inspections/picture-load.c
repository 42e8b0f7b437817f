/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/picture-load.h"

#include <glib/gi18n-lib.h>

#include "store/attachments.h"
#include "store/thumbnail.h"

/* The longer side of what the viewer shows: sharp at four times a screen, 100 MB at most. */
#define VIEW_SIZE 6000

/* Any picture as the store makes its thumbnails: upright, bounded, refused when hostile. */
static GdkTexture *
decode (GBytes *bytes, int size, GError **error)
{
  int width, height;
  g_autoptr (GBytes) small = assay_thumbnail_make (bytes, size, &width, &height, NULL, error);

  return small != NULL ? gdk_texture_new_from_bytes (small, error) : NULL;
}

/* Reading a file */

typedef struct
{
  char *name;
  GBytes *bytes;
  GdkTexture *thumbnail;
  char *note;
} ReadFile;

static void
read_file_free (gpointer data)
{
  ReadFile *read = data;

  g_free (read->name);
  g_clear_pointer (&read->bytes, g_bytes_unref);
  g_clear_object (&read->thumbnail);
  g_free (read->note);
  g_free (read);
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
  ReadFile *read = g_new0 (ReadFile, 1);
  g_autofree char *media = NULL;
  GError *error = NULL;

  read->name = g_file_get_basename (source);
  if (check_size (source, read->name, cancellable, &error))
    read->bytes = g_file_load_bytes (source, cancellable, NULL, &error);
  if (read->bytes == NULL)
    {
      read_file_free (read);
      g_task_return_error (task, error);
      return;
    }

  media = assay_thumbnail_guess_media_type (read->name, read->bytes);
  if (media != NULL && g_str_has_prefix (media, "image/"))
    {
      read->thumbnail = decode (read->bytes, ASSAY_THUMBNAIL_SIZE, &error);
      if (read->thumbnail == NULL)
        /* Translators: a file's name and the reason */
        read->note
            = g_strdup_printf (_ ("“%s” cannot be shown as a picture and is kept as a file: %s"),
                               read->name, error->message);
      g_clear_error (&error);
    }
  g_task_return_pointer (task, read, read_file_free);
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

  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  read = g_task_propagate_pointer (G_TASK (result), error);
  if (read == NULL)
    return NULL;
  added = assay_draft_file_new_added (read->name, read->bytes, read->thumbnail);
  if (note != NULL)
    *note = g_steal_pointer (&read->note);
  read_file_free (read);
  return added;
}

/* Pictures that are no files yet */

static void
encode_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GBytes *bytes = gdk_texture_save_to_png_bytes (source);

  g_task_return_pointer (task, bytes, (GDestroyNotify)g_bytes_unref);
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
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d %H.%M.%S");
  g_autofree char *name = NULL;

  g_return_val_if_fail (g_task_is_valid (result, texture), NULL);

  bytes = g_task_propagate_pointer (G_TASK (result), error);
  if (bytes == NULL)
    return NULL;
  /* Translators: the name of a photo that was pasted, with date and time */
  name = g_strdup_printf (_ ("Pasted photo %s.png"), time);
  return assay_draft_file_new_added (name, bytes, texture);
}

/* Out of the book */

typedef struct
{
  char *sha256;
  gboolean thumbnail;
} BlobQuestion;

static void
blob_question_free (gpointer data)
{
  BlobQuestion *question = data;

  g_free (question->sha256);
  g_free (question);
}

static gboolean
read_blob (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  BlobQuestion *question = data;
  GError *local = NULL;

  if (question->thumbnail)
    *result = assay_attachments_read_thumbnail (db, question->sha256, &local);
  if (*result == NULL && local == NULL)
    *result = assay_attachments_read (db, question->sha256, &local);
  if (local != NULL)
    g_propagate_error (error, local);
  return *result != NULL;
}

static void
ask_blob (AssayBook *book,
          AssayDraftFile *file,
          gboolean thumbnail,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  BlobQuestion *question = g_new0 (BlobQuestion, 1);

  question->sha256 = g_strdup (
      assay_record_get_text (assay_draft_file_get_attachment (file), ASSAY_ATTACHMENT_SHA256));
  question->thumbnail = thumbnail;
  assay_book_ask_async (book, read_blob, question, blob_question_free,
                        (GDestroyNotify)g_bytes_unref, cancellable, callback, user_data);
}

/* The task's data are the bytes; the longest side rides along. */
static void
decode_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GdkTexture *texture
      = decode (data, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (task), "size")), &error);

  if (texture == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, texture, g_object_unref);
}

static void
decode_for (GTask *task, GBytes *bytes, int size)
{
  g_object_set_data (G_OBJECT (task), "size", GINT_TO_POINTER (size));
  g_task_set_task_data (task, bytes, (GDestroyNotify)g_bytes_unref);
  g_task_run_in_thread (task, decode_thread);
}

static void
blob_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GBytes *bytes = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (bytes == NULL)
    g_task_return_error (task, error);
  else
    decode_for (task, bytes, VIEW_SIZE);
}

void
assay_picture_load_async (AssayDraftFile *file,
                          AssayBook *book,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);
  GBytes *bytes = assay_draft_file_get_bytes (file);

  g_task_set_source_tag (task, assay_picture_load_async);
  if (bytes != NULL)
    decode_for (task, g_bytes_ref (bytes), VIEW_SIZE);
  else
    ask_blob (book, file, FALSE, cancellable, blob_cb, g_steal_pointer (&task));
}

GdkTexture *
assay_picture_load_finish (AssayDraftFile *file, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
thumbnail_decoded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Without one the tile keeps its icon. */
  if (texture != NULL)
    assay_draft_file_set_thumbnail (ASSAY_DRAFT_FILE (source), texture);
}

static void
thumbnail_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayDraftFile) file = data;
  g_autoptr (GTask) task = NULL;
  GBytes *bytes = assay_book_ask_finish (ASSAY_BOOK (source), result, NULL);

  if (bytes == NULL)
    return;
  task = g_task_new (file, NULL, thumbnail_decoded_cb, NULL);
  g_task_set_source_tag (task, assay_picture_request_thumbnail);
  decode_for (task, bytes, ASSAY_THUMBNAIL_SIZE);
}

void
assay_picture_request_thumbnail (AssayDraftFile *file, AssayBook *book)
{
  if (book == NULL || assay_draft_file_get_thumbnail (file) != NULL
      || assay_draft_file_get_attachment (file) == NULL || !assay_draft_file_is_picture (file)
      || g_object_get_data (G_OBJECT (file), "asked") != NULL)
    return;
  g_object_set_data (G_OBJECT (file), "asked", GINT_TO_POINTER (TRUE));
  ask_blob (book, file, TRUE, NULL, thumbnail_cb, g_object_ref (file));
}
