/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/book.h"

#include <glib/gi18n-lib.h>

#include "store/book-file.h"
#include "store/changes.h"
#include "store/worker.h"

struct _AssayBook
{
  GObject parent_instance;

  char *path;
  gboolean read_only;
  AssayDb *reader;       /* of the thread that opened the book */
  AssayWorker *worker;   /* NULL once closed */
  GMainContext *context; /* where signals are emitted */
  char *undo_label;
  char *redo_label;
  gint64 data_version; /* as of the last change that was announced */
};

G_DEFINE_FINAL_TYPE (AssayBook, assay_book, G_TYPE_OBJECT)

typedef enum
{
  PROP_PATH = 1,
  PROP_READ_ONLY,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
} Property;

static GParamSpec *props[PROP_REDO_LABEL + 1];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef enum
{
  JOB_ASK,
  JOB_CHANGE,
  JOB_LARGE_CHANGE,
  JOB_UNDO,
  JOB_REDO,
} JobKind;

/* One piece of work on its way to the thread and back. */
typedef struct
{
  AssayBook *book;
  JobKind kind;
  char *label;
  AssayChangeFunc func;
  gpointer data;
  GDestroyNotify destroy_data;
  GDestroyNotify destroy_result;
  GCancellable *cancellable;

  gpointer result;
  gboolean ok;
  GError *error;
  GArray *changed;
  char *undo_label;
  char *redo_label;

  GTask *task; /* NULL where a thread waits */
  GMutex mutex;
  GCond cond;
  gboolean done;
} Job;

static void
free_job (Job *job)
{
  if (job->destroy_data != NULL && job->data != NULL)
    job->destroy_data (job->data);
  g_clear_object (&job->book);
  g_clear_object (&job->cancellable);
  g_clear_object (&job->task);
  g_clear_error (&job->error);
  g_clear_pointer (&job->changed, g_array_unref);
  g_free (job->label);
  g_free (job->undo_label);
  g_free (job->redo_label);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->cond);
  g_free (job);
}

static void
assay_book_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AssayBook *book = ASSAY_BOOK (object);

  switch ((Property)prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, book->path);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, book->read_only);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, book->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, book->redo_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The last statement on the writing connection: statistics for the planner and the log back into
 * the file, so that a closed book is one file. */
static void
tidy (AssayDb *db, gpointer data)
{
  assay_db_exec (db, "PRAGMA optimize; PRAGMA wal_checkpoint (TRUNCATE)", NULL);
}

static void
close_now (AssayBook *book)
{
  /* The reader goes first, so that the writer is the last and removes the log. */
  g_clear_pointer (&book->reader, assay_db_close);
  if (book->worker != NULL)
    assay_worker_stop (g_steal_pointer (&book->worker), book->read_only ? NULL : tidy, NULL);
}

static void
assay_book_finalize (GObject *object)
{
  AssayBook *book = ASSAY_BOOK (object);

  close_now (book);
  g_free (book->path);
  g_free (book->undo_label);
  g_free (book->redo_label);
  g_clear_pointer (&book->context, g_main_context_unref);
  G_OBJECT_CLASS (assay_book_parent_class)->finalize (object);
}

static void
assay_book_class_init (AssayBookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = assay_book_get_property;
  object_class->finalize = assay_book_finalize;

  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * AssayBook::changed:
   * @book: the book
   * @changed: (nullable) (element-type AssayChanged): what changed; %NULL: too much to list, read
   * again
   *
   * Emitted after each commit.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
}

static void
assay_book_init (AssayBook *book)
{
}

static gint64 read_data_version (AssayBook *book);

static AssayBook *
open_book (const char *path, AssayBookFlags flags, GMainContext *context, GError **error)
{
  g_autoptr (AssayBook) book = g_object_new (ASSAY_TYPE_BOOK, NULL);
  g_autoptr (AssayDb) writer = NULL;
  gboolean exists;

  if (!assay_book_file_check (path, flags, &exists, error))
    return NULL;
  book->path = g_strdup (path);
  book->context = g_main_context_ref (context);
  book->read_only = (flags & ASSAY_BOOK_READ_ONLY) || (exists && !assay_book_file_can_write (path));
  writer = book->read_only ? assay_book_file_open_reader (path, FALSE, error)
                           : assay_book_file_open_writer (path, exists, error);
  if (writer == NULL)
    return NULL;
  book->reader = assay_book_file_open_reader (path, !book->read_only, error);
  if (book->reader == NULL)
    return NULL;
  assay_changes_read_labels (writer, &book->undo_label, &book->redo_label);
  book->data_version = read_data_version (book);
  book->worker = assay_worker_new (g_steal_pointer (&writer));
  return g_steal_pointer (&book);
}

/**
 * assay_book_open:
 * @path: the file
 * @flags: how
 * @error: why not, see #AssayStoreError
 *
 * Opens a book and waits. A file that cannot be written is opened for reading.
 *
 * Returns: (transfer full): the book
 */
AssayBook *
assay_book_open (const char *path, AssayBookFlags flags, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  return open_book (path, flags, context, error);
}

typedef struct
{
  char *path;
  AssayBookFlags flags;
} OpenData;

static void
free_open_data (gpointer data)
{
  g_free (((OpenData *)data)->path);
  g_free (data);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OpenData *open = data;
  GError *error = NULL;
  AssayBook *book = open_book (open->path, open->flags, g_task_get_context (task), &error);

  if (book != NULL)
    g_task_return_pointer (task, book, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
assay_book_open_async (const char *path,
                       AssayBookFlags flags,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OpenData *data = g_new0 (OpenData, 1);

  data->path = g_strdup (path);
  data->flags = flags;
  g_task_set_source_tag (task, assay_book_open_async);
  g_task_set_task_data (task, data, free_open_data);
  g_task_run_in_thread (task, open_in_thread);
}

AssayBook *
assay_book_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * assay_book_close:
 * @book: a book
 * @error: unused
 *
 * Finishes what is queued and closes the file; waits for it.
 *
 * Returns: %TRUE
 */
gboolean
assay_book_close (AssayBook *book, GError **error)
{
  close_now (book);
  return TRUE;
}

static void
close_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  AssayBook *book = source;

  assay_worker_stop (data, book->read_only ? NULL : tidy, NULL);
  g_task_return_boolean (task, TRUE);
}

void
assay_book_close_async (AssayBook *book, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (book, NULL, callback, user_data);

  g_task_set_source_tag (task, assay_book_close_async);
  g_clear_pointer (&book->reader, assay_db_close);
  if (book->worker == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_task_set_task_data (task, g_steal_pointer (&book->worker), NULL);
  g_task_run_in_thread (task, close_in_thread);
}

gboolean
assay_book_close_finish (AssayBook *book, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, book), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
assay_book_get_path (AssayBook *book)
{
  return book->path;
}

gboolean
assay_book_is_read_only (AssayBook *book)
{
  return book->read_only;
}

/**
 * assay_book_get_reader:
 * @book: a book
 *
 * Returns: (transfer none) (nullable): the connection for short reads on the thread that opened
 * @book; %NULL once it is closed
 */
AssayDb *
assay_book_get_reader (AssayBook *book)
{
  return book->reader;
}

const char *
assay_book_get_undo_label (AssayBook *book)
{
  return book->undo_label;
}

const char *
assay_book_get_redo_label (AssayBook *book)
{
  return book->redo_label;
}

static void
do_work (Job *job, AssayDb *db)
{
  switch (job->kind)
    {
    case JOB_ASK:
      assay_db_set_cancellable (db, job->cancellable);
      job->ok = !g_cancellable_set_error_if_cancelled (job->cancellable, &job->error)
                && job->func (db, job->data, &job->result, job->cancellable, &job->error);
      assay_db_set_cancellable (db, NULL);
      return;
    case JOB_CHANGE:
    case JOB_LARGE_CHANGE:
      job->ok
          = assay_changes_run (db, job->label, job->kind == JOB_LARGE_CHANGE, job->func, job->data,
                               &job->result, &job->changed, job->cancellable, &job->error);
      break;
    case JOB_UNDO:
    case JOB_REDO:
    default:
      job->ok = assay_changes_undo (db, job->kind == JOB_REDO, &job->changed, &job->error);
    }
  assay_changes_read_labels (db, &job->undo_label, &job->redo_label);
}

static void
set_label (AssayBook *book, char **label, const char *text, Property property)
{
  if (g_set_str (label, text))
    g_object_notify_by_pspec (G_OBJECT (book), props[property]);
}

/* Grows when another connection writes: the book's own thread or another program. */
static gint64
read_data_version (AssayBook *book)
{
  g_autoptr (AssayStatement) statement
      = book->reader != NULL ? assay_db_prepare (book->reader, "PRAGMA data_version", NULL) : NULL;
  gboolean row;

  return statement != NULL && assay_statement_step (statement, &row, NULL) && row
             ? assay_statement_get_int (statement, 0)
             : book->data_version;
}

/* In the thread that opened the book. */
static void
announce (Job *job)
{
  if (job->kind == JOB_ASK || !job->ok)
    return;
  set_label (job->book, &job->book->undo_label, job->undo_label, PROP_UNDO_LABEL);
  set_label (job->book, &job->book->redo_label, job->redo_label, PROP_REDO_LABEL);
  job->book->data_version = read_data_version (job->book);
  g_signal_emit (job->book, signals[SIGNAL_CHANGED], 0, job->changed);
}

/**
 * assay_book_look_outside:
 * @book: a book
 *
 * Finds out whether another program wrote the file since, and if so announces a change of
 * everything.
 */
void
assay_book_look_outside (AssayBook *book)
{
  g_autofree char *undo_label = NULL, *redo_label = NULL;
  gint64 data_version = read_data_version (book);

  if (data_version == book->data_version)
    return;
  book->data_version = data_version;
  assay_changes_read_labels (book->reader, &undo_label, &redo_label);
  set_label (book, &book->undo_label, undo_label, PROP_UNDO_LABEL);
  set_label (book, &book->redo_label, redo_label, PROP_REDO_LABEL);
  g_signal_emit (book, signals[SIGNAL_CHANGED], 0, NULL);
}

static gboolean
finish_cb (gpointer data)
{
  Job *job = data;
  g_autoptr (GTask) task = g_steal_pointer (&job->task);

  announce (job);
  if (!job->ok)
    {
      if (job->result != NULL && job->destroy_result != NULL)
        job->destroy_result (job->result);
      g_task_return_error (task, g_steal_pointer (&job->error));
    }
  else
    g_task_return_pointer (task, g_steal_pointer (&job->result), job->destroy_result);
  free_job (job);
  return G_SOURCE_REMOVE;
}

static void
work_cb (AssayDb *db, gpointer data)
{
  Job *job = data;

  do_work (job, db);
  if (job->task != NULL)
    {
      /* Not g_main_context_invoke(): that would run it here while nobody iterates the context. */
      g_autoptr (GSource) source = g_idle_source_new ();

      g_source_set_priority (source, G_PRIORITY_DEFAULT);
      g_source_set_callback (source, finish_cb, job, NULL);
      g_source_attach (source, job->book->context);
      return;
    }
  g_mutex_lock (&job->mutex);
  job->done = TRUE;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->mutex);
}

static Job *
new_job (AssayBook *book,
         JobKind kind,
         const char *label,
         AssayChangeFunc func,
         gpointer data,
         GCancellable *cancellable)
{
  Job *job = g_new0 (Job, 1);

  job->book = g_object_ref (book);
  job->kind = kind;
  job->label = g_strdup (label);
  job->func = func;
  job->data = data;
  g_set_object (&job->cancellable, cancellable);
  g_mutex_init (&job->mutex);
  g_cond_init (&job->cond);
  return job;
}

static gboolean
may_run (AssayBook *book, JobKind kind, GError **error)
{
  if (book->worker == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The book is closed"));
  else if (kind != JOB_ASK && book->read_only)
    g_set_error_literal (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_READ_ONLY,
                         _ ("The book can only be read"));
  else
    return TRUE;
  return FALSE;
}

static void
start (Job *job,
       GDestroyNotify destroy_data,
       GDestroyNotify destroy_result,
       GAsyncReadyCallback callback,
       gpointer user_data,
       gpointer tag)
{
  GTask *task = g_task_new (job->book, job->cancellable, callback, user_data);
  GError *error = NULL;

  /* What was committed is never reported as cancelled: the work itself looks at the cancellable. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, tag);
  job->destroy_data = destroy_data;
  job->destroy_result = destroy_result;
  job->task = task;
  if (may_run (job->book, job->kind, &error))
    {
      assay_worker_push (job->book->worker, work_cb, job);
      return;
    }
  job->task = NULL;
  free_job (job);
  g_task_return_error (task, error);
  g_object_unref (task);
}

static gboolean
run_and_wait (Job *job, gpointer *result, GError **error)
{
  gboolean ok;

  if (!may_run (job->book, job->kind, error))
    {
      free_job (job);
      return FALSE;
    }
  assay_worker_push (job->book->worker, work_cb, job);
  g_mutex_lock (&job->mutex);
  while (!job->done)
    g_cond_wait (&job->cond, &job->mutex);
  g_mutex_unlock (&job->mutex);
  announce (job);
  ok = job->ok;
  if (result != NULL)
    *result = job->result;
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&job->error));
  free_job (job);
  return ok;
}

void
assay_book_change_async (AssayBook *book,
                         const char *label,
                         AssayChangeFunc func,
                         gpointer data,
                         GDestroyNotify destroy_data,
                         GDestroyNotify destroy_result,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  start (new_job (book, JOB_CHANGE, label, func, data, cancellable), destroy_data, destroy_result,
         callback, user_data, assay_book_change_async);
}

void
assay_book_change_large_async (AssayBook *book,
                               const char *label,
                               AssayChangeFunc func,
                               gpointer data,
                               GDestroyNotify destroy_data,
                               GDestroyNotify destroy_result,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  start (new_job (book, JOB_LARGE_CHANGE, label, func, data, cancellable), destroy_data,
         destroy_result, callback, user_data, assay_book_change_async);
}

gpointer
assay_book_change_finish (AssayBook *book, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, book), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
assay_book_change (AssayBook *book,
                   const char *label,
                   AssayChangeFunc func,
                   gpointer data,
                   gpointer *result,
                   GCancellable *cancellable,
                   GError **error)
{
  return run_and_wait (new_job (book, JOB_CHANGE, label, func, data, cancellable), result, error);
}

gboolean
assay_book_change_large (AssayBook *book,
                         const char *label,
                         AssayChangeFunc func,
                         gpointer data,
                         gpointer *result,
                         GCancellable *cancellable,
                         GError **error)
{
  return run_and_wait (new_job (book, JOB_LARGE_CHANGE, label, func, data, cancellable), result,
                       error);
}

void
assay_book_ask_async (AssayBook *book,
                      AssayChangeFunc func,
                      gpointer data,
                      GDestroyNotify destroy_data,
                      GDestroyNotify destroy_result,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  start (new_job (book, JOB_ASK, NULL, func, data, cancellable), destroy_data, destroy_result,
         callback, user_data, assay_book_ask_async);
}

gpointer
assay_book_ask_finish (AssayBook *book, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, book), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
assay_book_ask (AssayBook *book,
                AssayChangeFunc func,
                gpointer data,
                gpointer *result,
                GCancellable *cancellable,
                GError **error)
{
  return run_and_wait (new_job (book, JOB_ASK, NULL, func, data, cancellable), result, error);
}

void
assay_book_undo_async (AssayBook *book,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  start (new_job (book, JOB_UNDO, NULL, NULL, NULL, cancellable), NULL, NULL, callback, user_data,
         assay_book_undo_async);
}

void
assay_book_redo_async (AssayBook *book,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  start (new_job (book, JOB_REDO, NULL, NULL, NULL, cancellable), NULL, NULL, callback, user_data,
         assay_book_redo_async);
}

gboolean
assay_book_undo (AssayBook *book, GError **error)
{
  return run_and_wait (new_job (book, JOB_UNDO, NULL, NULL, NULL, NULL), NULL, error);
}

gboolean
assay_book_redo (AssayBook *book, GError **error)
{
  return run_and_wait (new_job (book, JOB_REDO, NULL, NULL, NULL, NULL), NULL, error);
}
