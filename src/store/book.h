/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A book: one SQLite file, one thread that writes it, one connection for short reads on the thread
 * that opened it. Every change is one transaction with a label that can be undone. Signals are
 * emitted in the main context of the thread that opened the book. */

#pragma once

#include <gio/gio.h>

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_BOOK (assay_book_get_type ())
G_DECLARE_FINAL_TYPE (AssayBook, assay_book, ASSAY, BOOK, GObject)

typedef enum
{
  ASSAY_BOOK_CREATE = 1 << 0,    /* make the file if there is none */
  ASSAY_BOOK_MUST_MAKE = 1 << 1, /* fail with EXISTS if there is one */
  ASSAY_BOOK_READ_ONLY = 1 << 2,
} AssayBookFlags;

typedef enum
{
  ASSAY_CHANGED_INSERTED,
  ASSAY_CHANGED_UPDATED,
  ASSAY_CHANGED_DELETED,
} AssayChangedKind;

typedef struct
{
  AssayType type;
  gint64 id;
  AssayChangedKind kind;
} AssayChanged;

/* Opening and closing. The synchronous forms are for the command line, tests and threads. */
AssayBook *assay_book_open (const char *path, AssayBookFlags flags, GError **error);
void assay_book_open_async (const char *path,
                            AssayBookFlags flags,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
AssayBook *assay_book_open_finish (GAsyncResult *result, GError **error);
/* Finishes all queued work, writes the log into the file and closes it; the book stays closed. */
gboolean assay_book_close (AssayBook *book, GError **error);
void assay_book_close_async (AssayBook *book, GAsyncReadyCallback callback, gpointer user_data);
gboolean assay_book_close_finish (AssayBook *book, GAsyncResult *result, GError **error);

const char *assay_book_get_path (AssayBook *book);
gboolean assay_book_is_read_only (AssayBook *book);
/* The read-only connection of the thread that opened the book: for reads under a millisecond. */
AssayDb *assay_book_get_reader (AssayBook *book);

/* Another program, such as the command line, may write the same file: looks whether it did. */
void assay_book_look_outside (AssayBook *book);

/* A change: @func writes on the book's thread inside one transaction and returns FALSE with an
 * error to undo all of it. @label is a translated verb phrase, "Add supplier Sao Mai". The result
 * of the task is what @func put into *@result, freed with @destroy_result if nobody takes it. */
typedef gboolean (*AssayChangeFunc) (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error);

void assay_book_change_async (AssayBook *book,
                              const char *label,
                              AssayChangeFunc func,
                              gpointer data,
                              GDestroyNotify destroy_data,
                              GDestroyNotify destroy_result,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gpointer assay_book_change_finish (AssayBook *book, GAsyncResult *result, GError **error);
gboolean assay_book_change (AssayBook *book,
                            const char *label,
                            AssayChangeFunc func,
                            gpointer data,
                            gpointer *result,
                            GCancellable *cancellable,
                            GError **error);
/* The same for an import too large for a changeset: makes a restore point beside the book first,
 * which undoing it copies back; it cannot be redone. */
gboolean assay_book_change_large (AssayBook *book,
                                  const char *label,
                                  AssayChangeFunc func,
                                  gpointer data,
                                  gpointer *result,
                                  GCancellable *cancellable,
                                  GError **error);
void assay_book_change_large_async (AssayBook *book,
                                    const char *label,
                                    AssayChangeFunc func,
                                    gpointer data,
                                    GDestroyNotify destroy_data,
                                    GDestroyNotify destroy_result,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/* A question that may take long: @func reads on the book's thread. */
void assay_book_ask_async (AssayBook *book,
                           AssayChangeFunc func,
                           gpointer data,
                           GDestroyNotify destroy_data,
                           GDestroyNotify destroy_result,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gpointer assay_book_ask_finish (AssayBook *book, GAsyncResult *result, GError **error);
gboolean assay_book_ask (AssayBook *book,
                         AssayChangeFunc func,
                         gpointer data,
                         gpointer *result,
                         GCancellable *cancellable,
                         GError **error);

/* Convenience for the commonest changes; labels name the record. The record is
 * copied at once; a new one gets its key at once, in the record that was handed over. */
void assay_book_save_async (AssayBook *book,
                            AssayRecord *record,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
void assay_book_delete_async (AssayBook *book,
                              AssayType type,
                              const gint64 *ids,
                              gsize n_ids,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* TRUE when a save, delete, undo or redo was done. */
gboolean assay_book_done_finish (AssayBook *book, GAsyncResult *result, GError **error);

/* Undo and redo. Properties "undo-label" and "redo-label" are NULL when there is nothing. */
const char *assay_book_get_undo_label (AssayBook *book);
const char *assay_book_get_redo_label (AssayBook *book);
void assay_book_undo_async (AssayBook *book,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
void assay_book_redo_async (AssayBook *book,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean assay_book_undo (AssayBook *book, GError **error);
gboolean assay_book_redo (AssayBook *book, GError **error);

/* Signal "changed" (AssayBook *, GArray *of AssayChanged; NULL: too many to list, read again),
 * after each commit, undo and redo. */

G_END_DECLS
