/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/worker.h"

struct _AssayWorker
{
  GThread *thread;
  GAsyncQueue *queue; /* of Job */
  AssayDb *db;
};

typedef struct
{
  AssayWorkerFunc func; /* NULL ends the thread */
  gpointer data;
} Job;

static gpointer
run (gpointer data)
{
  AssayWorker *worker = data;

  for (;;)
    {
      g_autofree Job *job = g_async_queue_pop (worker->queue);

      if (job->func == NULL)
        break;
      job->func (worker->db, job->data);
    }
  g_clear_pointer (&worker->db, assay_db_close);
  return NULL;
}

/**
 * assay_worker_new:
 * @db: (transfer full): the connection, which from now on belongs to the thread
 *
 * Returns: (transfer full): the worker; ends with assay_worker_stop()
 */
AssayWorker *
assay_worker_new (AssayDb *db)
{
  AssayWorker *worker = g_new0 (AssayWorker, 1);

  worker->db = db;
  worker->queue = g_async_queue_new ();
  worker->thread = g_thread_new ("assay-book", run, worker);
  return worker;
}

void
assay_worker_push (AssayWorker *worker, AssayWorkerFunc func, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->data = data;
  g_async_queue_push (worker->queue, job);
}

void
assay_worker_stop (AssayWorker *worker, AssayWorkerFunc last, gpointer data)
{
  if (last != NULL)
    assay_worker_push (worker, last, data);
  assay_worker_push (worker, NULL, NULL);
  g_thread_join (worker->thread);
  g_async_queue_unref (worker->queue);
  g_free (worker);
}
