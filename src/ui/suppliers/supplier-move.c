/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/suppliers/supplier-move.h"

#include <glib/gi18n-lib.h>

#include "store/records.h"
#include "ui/form/approval-question.h"

typedef struct
{
  AssayContext *context;
  gint64 id;
  gint32 today;
  char *status;
  char *words;   /* in the history */
  char *message; /* once it was done */
  char *reason;  /* why it is approved with open items; nullable */
  void (*moved) (gpointer data, gint64 supplier);
  gpointer data;
  GDestroyNotify free_data;
} Move;

static void
move_free (Move *move)
{
  if (move->free_data != NULL)
    move->free_data (move->data);
  g_clear_object (&move->context);
  g_free (move->status);
  g_free (move->words);
  g_free (move->message);
  g_free (move->reason);
  g_free (move);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Move, move_free)

/* Of the record as it is now: what a page holds may be older. */
static gboolean
write_status (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Move *move = data;
  g_autoptr (AssayRecord) supplier = assay_records_get (db, ASSAY_TYPE_SUPPLIER, move->id, error);

  if (supplier == NULL)
    return FALSE;
  assay_record_set_text (supplier, ASSAY_SUPPLIER_STATUS, move->status);
  if (g_str_equal (move->status, "approved")
      && !assay_record_is_known (supplier, ASSAY_SUPPLIER_APPROVED_ON))
    assay_record_set_date (supplier, ASSAY_SUPPLIER_APPROVED_ON, move->today);
  if (move->reason != NULL)
    assay_record_set_text (supplier, ASSAY_SUPPLIER_APPROVAL_REASON, move->reason);
  return assay_records_update (db, supplier, error);
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Move) move = user_data;
  g_autoptr (GError) error = NULL;

  assay_book_change_finish (ASSAY_BOOK (source), result, &error);
  if (error != NULL)
    {
      assay_context_failed (move->context, _ ("The Supplier Was Not Moved"), error);
      return;
    }
  assay_context_toast_undo (move->context, move->message);
  if (move->moved != NULL)
    move->moved (move->data, move->id);
}

/* Takes @move. */
static void
start (Move *move)
{
  AssayBook *book = assay_context_get_book (move->context);

  if (book == NULL)
    move_free (move);
  else
    assay_book_change_async (book, move->words, write_status, move, NULL, NULL, NULL, moved_cb,
                             move);
}

static void
approved_cb (gboolean approve, const char *reason, gpointer data)
{
  Move *move = data;

  if (!approve)
    {
      move_free (move);
      return;
    }
  move->reason = g_strdup (reason);
  start (move);
}

void
assay_supplier_move (GtkWidget *parent,
                     AssayContext *context,
                     AssayRecord *supplier,
                     const char *status,
                     void (*moved) (gpointer data, gint64 supplier),
                     gpointer data,
                     GDestroyNotify free_data)
{
  const AssayField *field
      = &assay_record_type_get (ASSAY_TYPE_SUPPLIER)->fields[ASSAY_SUPPLIER_STATUS];
  const char *label = assay_field_choice_label (field, status);
  AssayBook *book = assay_context_get_book (context);
  g_autoptr (Move) move = g_new0 (Move, 1);
  g_autofree char *title = assay_record_dup_title (supplier);
  g_autoptr (AssayRecord) next = NULL;

  move->moved = moved;
  move->data = data;
  move->free_data = free_data;
  if (book == NULL || assay_book_is_read_only (book) || assay_record_get_id (supplier) == 0
      || g_strcmp0 (assay_record_get_text (supplier, ASSAY_SUPPLIER_STATUS), status) == 0)
    return;
  move->context = g_object_ref (context);
  move->id = assay_record_get_id (supplier);
  move->today = assay_context_get_today (context);
  move->status = g_strdup (status);
  /* Translators: a supplier, and the status that it was moved to, such as “Approved” */
  move->message = g_strdup_printf (_ ("%s: %s"), title, label);
  /* Translators: in the history: a supplier, and a status */
  move->words = g_strdup_printf (_ ("Move supplier %s to “%s”"), title, label);
  next = assay_record_copy (supplier);
  assay_record_set_text (next, ASSAY_SUPPLIER_STATUS, status);
  if (assay_diligence_approves (next, supplier))
    assay_approval_ask (parent, context, next, approved_cb, g_steal_pointer (&move), NULL);
  else
    start (g_steal_pointer (&move));
}
