/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/book.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/changes.h"
#include "store/records.h"
#include "store/schema.h"
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

/* Looks at the first bytes before SQLite does: a wrong file is not touched, and the answer is ours.
 */
static gboolean
check_header (const char *path, AssayBookFlags flags, gboolean *exists, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) local = NULL;
  char header[16];
  gsize size = 0;

  *exists = g_file_test (path, G_FILE_TEST_EXISTS);
  if (!*exists && (flags & (ASSAY_BOOK_CREATE | ASSAY_BOOK_MUST_MAKE)))
    return TRUE;
  if (!*exists)
    g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_NOT_FOUND, _ ("there is no file “%s”"),
                 path);
  else if (flags & ASSAY_BOOK_MUST_MAKE)
    g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_EXISTS, _ ("“%s” is there already"),
                 path);
  else if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_NOT_A_BOOK, _ ("“%s” is a folder"),
                 path);
  else if ((stream = g_file_read (file, NULL, &local)) == NULL)
    g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_READ_ONLY,
                 _ ("“%s” cannot be read: %s"), path, local->message);
  else if (!g_input_stream_read_all (G_INPUT_STREAM (stream), header, sizeof header, &size, NULL,
                                     NULL)
           || (size > 0
               && (size < sizeof header || memcmp (header, "SQLite format 3", sizeof header) != 0)))
    g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_NOT_A_BOOK,
                 _ ("“%s” is not an Assay book"), path);
  else
    return TRUE;
  return FALSE;
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_READ_ONLY,
               _ ("the folder “%s” cannot be made"), folder);
  return FALSE;
}

static gboolean
can_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  /* SQLite needs the folder as well, for the log beside the file. */
  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

/* How SQLite is to be asked for a file that nobody can write: without locks and without a log. */
static char *
read_only_name (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *escaped = NULL;

  if (can_write (path) || g_file_test (log, G_FILE_TEST_EXISTS))
    return g_strdup (path);
  escaped = g_uri_escape_string (path, "/", FALSE);
  return g_strconcat ("file:", escaped, "?immutable=1", NULL);
}

static AssayDb *
open_writer (const char *path, gboolean exists, GError **error)
{
  g_autoptr (AssayDb) db = NULL;
  guint step;

  db = assay_db_open (path, exists ? 0 : ASSAY_DB_CREATE, error);
  if (db == NULL || !assay_schema_inspect (db, &step, error)
      || !assay_db_exec (db,
                         "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                         "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384",
                         error)
      || !assay_schema_upgrade (db, step, error))
    return NULL;
  return g_steal_pointer (&db);
}

static AssayDb *
open_reader (const char *path, gboolean checked, GError **error)
{
  g_autofree char *name = checked ? g_strdup (path) : read_only_name (path);
  g_autoptr (AssayDb) db = assay_db_open (name, ASSAY_DB_READ_ONLY, error);
  g_autoptr (GError) local = NULL;
  guint step;

  if (db == NULL || !assay_db_exec (db, "PRAGMA temp_store = MEMORY", error))
    return NULL;
  if (checked || assay_schema_inspect (db, &step, &local)
      || g_error_matches (local, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_TOO_NEW))
    return g_steal_pointer (&db);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* A cheap look for damage; SQLite finds the rest when it comes to it. */
static gboolean
check_health (AssayDb *db, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db, "SELECT count (*) FROM sqlite_schema WHERE name = 'change'", error);
  gboolean row;

  if (statement == NULL || !assay_statement_step (statement, &row, error))
    return FALSE;
  if (row && assay_statement_get_int (statement, 0) == 1)
    return TRUE;
  g_set_error_literal (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_DAMAGED,
                       _ ("tables are missing from it"));
  return FALSE;
}

static AssayBook *
open_book (const char *path, AssayBookFlags flags, GMainContext *context, GError **error)
{
  g_autoptr (AssayBook) book = g_object_new (ASSAY_TYPE_BOOK, NULL);
  g_autoptr (AssayDb) writer = NULL;
  gboolean exists;

  if (!check_header (path, flags, &exists, error) || (!exists && !make_folder (path, error)))
    return NULL;
  book->path = g_strdup (path);
  book->context = g_main_context_ref (context);
  book->read_only = (flags & ASSAY_BOOK_READ_ONLY) || (exists && !can_write (path));
  writer = book->read_only ? open_reader (path, FALSE, error) : open_writer (path, exists, error);
  if (writer == NULL || !check_health (writer, error))
    return NULL;
  book->reader = open_reader (path, !book->read_only, error);
  if (book->reader == NULL)
    return NULL;
  assay_changes_read_labels (writer, &book->undo_label, &book->redo_label);
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

/* In the thread that opened the book. */
static void
announce (Job *job)
{
  if (job->kind == JOB_ASK || !job->ok)
    return;
  set_label (job->book, &job->book->undo_label, job->undo_label, PROP_UNDO_LABEL);
  set_label (job->book, &job->book->redo_label, job->redo_label, PROP_REDO_LABEL);
  g_signal_emit (job->book, signals[SIGNAL_CHANGED], 0, job->changed);
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

static gboolean
save_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  AssayRecord *record = data;
  g_autoptr (AssayRecord) old
      = assay_records_get (db, assay_record_get_kind (record), assay_record_get_id (record), NULL);

  return old == NULL ? assay_records_insert (db, record, error)
                     : assay_records_update (db, record, error);
}

/**
 * assay_book_save_async:
 * @book: a book
 * @record: a record; a new one gets its key at once
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is in the book or is not; ends with assay_book_done_finish()
 * @user_data: for @callback
 *
 * Adds @record to the book or brings the book's record up to it.
 */
void
assay_book_save_async (AssayBook *book,
                       AssayRecord *record,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  gboolean is_new = assay_record_get_id (record) == 0;
  g_autofree char *title = assay_record_dup_title (record);
  const char *type = assay_record_type_label (assay_record_describe (record));
  g_autofree char *label = NULL;

  /* Translators: an action's name for Undo: a type and the record's name. */
  label = g_strdup_printf (is_new ? _ ("Add %s “%s”") : _ ("Change %s “%s”"), type, title);
  if (is_new)
    assay_record_set_id (record, assay_records_new_id ());
  start (new_job (book, JOB_CHANGE, label, save_func, assay_record_copy (record), cancellable),
         g_object_unref, NULL, callback, user_data, assay_book_save_async);
}

typedef struct
{
  AssayType type;
  gsize n_ids;
  gint64 ids[];
} DeleteData;

static gboolean
delete_func (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  DeleteData *what = data;

  for (gsize i = 0; i < what->n_ids; i++)
    if (!assay_records_delete (db, what->type, what->ids[i], error))
      return FALSE;
  return TRUE;
}

/**
 * assay_book_delete_async:
 * @book: a book
 * @type: a type
 * @ids: (array length=n_ids): keys
 * @n_ids: how many
 * @cancellable: (nullable): a cancellable
 * @callback: called when they are gone or are not; ends with assay_book_done_finish()
 * @user_data: for @callback
 *
 * Deletes records with all they own, in one change.
 */
void
assay_book_delete_async (AssayBook *book,
                         AssayType type,
                         const gint64 *ids,
                         gsize n_ids,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  const AssayRecordType *described = assay_record_type_get (type);
  DeleteData *data = g_malloc (sizeof (DeleteData) + n_ids * sizeof (gint64));
  g_autofree char *title = NULL, *label = NULL;

  data->type = type;
  data->n_ids = n_ids;
  memcpy (data->ids, ids, n_ids * sizeof (gint64));
  if (n_ids == 1 && book->reader != NULL)
    title = assay_records_dup_title (book->reader, type, ids[0], NULL);
  if (title != NULL)
    label = g_strdup_printf (_ ("Delete %s “%s”"), assay_record_type_label (described), title);
  else
    /* Translators: an action's name for Undo: a type in the plural and a number. */
    label = g_strdup_printf (_ ("Delete %s (%zu)"), assay_record_type_plural (described), n_ids);
  start (new_job (book, JOB_CHANGE, label, delete_func, data, cancellable), g_free, NULL, callback,
         user_data, assay_book_delete_async);
}

gboolean
assay_book_done_finish (AssayBook *book, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (g_task_is_valid (result, book), FALSE);

  g_task_propagate_pointer (G_TASK (result), &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
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
