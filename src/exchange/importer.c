/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An import as one change of a book: on the book's thread, with a label that says what it did. */

#include "assay-config.h"

#include "exchange/importer.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "store/book-settings.h"

/* Above this a changeset takes more than a restore point: each row is several records. */
#define LARGE_ROWS 50000

typedef struct
{
  AssayImportPlan *plan;
  AssayImportProgress progress;
  gpointer progress_data;
  GDestroyNotify destroy_progress_data;
  AssayImportResult *result;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->destroy_progress_data != NULL)
    job->destroy_progress_data (job->progress_data);
  assay_import_plan_free (job->plan);
  assay_import_result_unref (job->result);
  g_free (job);
}

static Job *
job_new (const AssayImportPlan *plan, AssayImportProgress progress, gpointer progress_data)
{
  Job *job = g_new0 (Job, 1);

  job->plan = assay_import_plan_copy (plan);
  job->progress = progress;
  job->progress_data = progress_data;
  job->result = assay_import_result_new ();
  return job;
}

/* “Import 10,324 rows from orders.csv”: what stands in the undo button. */
static char *
make_label (const AssayImportPlan *plan)
{
  AssaySurvey *survey = assay_import_plan_get_survey (plan);
  g_autofree char *rows = assay_format_number ((gint64)survey->n_rows);
  const char *name = assay_text_source_get_name (survey->source);

  /* Translators: the first is a number, the second a file's name. */
  return g_strdup_printf (ngettext ("Import %s row from %s", "Import %s rows from %s",
                                    (gulong)MIN (survey->n_rows, G_MAXINT)),
                          rows, name);
}

static gboolean
set_currency (AssayDb *db, AssayImportPlan *plan, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *currency = assay_book_settings_get (db, ASSAY_SETTING_CURRENCY, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  assay_import_plan_set_currency (plan, currency);
  return TRUE;
}

static gboolean
run_job (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  if (!assay_import_plan_check (job->plan, error) || !set_currency (db, job->plan, error)
      || !assay_import_run (db, job->plan, job->progress, job->progress_data, job->result,
                            cancellable, error))
    return FALSE;
  if (assay_import_plan_get_dry_run (job->plan))
    {
      g_set_error_literal (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_DRY_RUN,
                           _ ("This was a trial; nothing was changed."));
      return FALSE;
    }
  job->result->done = TRUE;
  return TRUE;
}

static gboolean
is_large (const AssayImportPlan *plan)
{
  return assay_import_plan_get_survey (plan)->n_rows > LARGE_ROWS;
}

static gboolean
settle (Job *job, gboolean done, GError *problem, AssayImportResult **result, GError **error)
{
  if (result != NULL)
    *result = assay_import_result_ref (job->result);
  job->result->done = done;
  if (done)
    return TRUE;
  if (g_error_matches (problem, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_DRY_RUN))
    {
      g_error_free (problem);
      return TRUE;
    }
  g_propagate_error (error, problem);
  return FALSE;
}

gboolean
assay_import (AssayBook *book,
              const AssayImportPlan *plan,
              AssayImportProgress progress,
              gpointer progress_data,
              AssayImportResult **result,
              GCancellable *cancellable,
              GError **error)
{
  Job *job = job_new (plan, progress, progress_data);
  g_autofree char *label = make_label (plan);
  GError *problem = NULL;
  gboolean done
      = is_large (plan)
            ? assay_book_change_large (book, label, run_job, job, NULL, cancellable, &problem)
            : assay_book_change (book, label, run_job, job, NULL, cancellable, &problem);

  done = settle (job, done, problem, result, error);
  job_free (job);
  return done;
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *problem = NULL;

  assay_book_change_finish (ASSAY_BOOK (source), result, &problem);
  if (problem == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, problem);
}

void
assay_import_async (AssayBook *book,
                    const AssayImportPlan *plan,
                    AssayImportProgress progress,
                    gpointer progress_data,
                    GDestroyNotify destroy_progress_data,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *task = g_task_new (book, cancellable, callback, user_data);
  Job *job = job_new (plan, progress, progress_data);
  g_autofree char *label = make_label (plan);

  job->destroy_progress_data = destroy_progress_data;
  g_task_set_source_tag (task, assay_import_async);
  /* The import either is in the book or not; a cancel that comes too late does not hide it. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  if (is_large (plan))
    assay_book_change_large_async (book, label, run_job, job, NULL, NULL, cancellable, changed_cb,
                                   task);
  else
    assay_book_change_async (book, label, run_job, job, NULL, NULL, cancellable, changed_cb, task);
}

gboolean
assay_import_finish (GAsyncResult *task, AssayImportResult **result, GError **error)
{
  GError *problem = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (task), &problem);

  return settle (g_task_get_task_data (G_TASK (task)), done, problem, result, error);
}
