/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one thread that owns a book's writing connection. Work runs in the order in which it came. */

#pragma once

#include "store/db.h"

G_BEGIN_DECLS

typedef struct _AssayWorker AssayWorker;

/* Runs on the thread; owns @data. */
typedef void (*AssayWorkerFunc) (AssayDb *db, gpointer data);

AssayWorker *assay_worker_new (AssayDb *db);
void assay_worker_push (AssayWorker *worker, AssayWorkerFunc func, gpointer data);
/* Runs what is queued, then @last, closes the connection and ends the thread. Waits for it. */
void assay_worker_stop (AssayWorker *worker, AssayWorkerFunc last, gpointer data);

G_END_DECLS
