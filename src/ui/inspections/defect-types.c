/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/defect-types.h"

#include "store/query.h"

struct _AssayDefectTypes
{
  GObject parent_instance;

  AssayDefectCatalogue *catalogue;
  AssayBook *book;
  AssayInspectionDraft *draft;
  GCancellable *cancellable;
  gint64 supplier, product; /* that were asked for */
};

G_DEFINE_FINAL_TYPE (AssayDefectTypes, assay_defect_types, G_TYPE_OBJECT)

typedef struct
{
  gint64 supplier, product;
  gboolean types; /* these too */
} Question;

typedef struct
{
  GPtrArray *types; /* NULL where they were not asked for */
  GArray *usage;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->types, g_ptr_array_unref);
  g_clear_pointer (&answer->usage, g_array_unref);
  g_free (answer);
}

static gboolean
read_types (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_DEFECT_TYPE);
  Answer *answer = g_new0 (Answer, 1);

  if (question->types)
    answer->types = assay_query_run_records (query, db, ASSAY_DEFECT_TYPES_MOST, error);
  if (!question->types || answer->types != NULL)
    answer->usage = assay_defect_usage_read (db, question->supplier, question->product, error);
  if (answer->usage == NULL)
    {
      answer_free (answer);
      return FALSE;
    }
  *result = answer;
  return TRUE;
}

/* What is usual is a help: without an answer the list is merely in the order of names. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayDefectTypes) self = data;
  Answer *answer = assay_book_ask_finish (ASSAY_BOOK (source), result, NULL);

  if (answer == NULL)
    return;
  if (self->catalogue != NULL)
    {
      if (answer->types != NULL)
        assay_defect_catalogue_set_types (self->catalogue, answer->types);
      assay_defect_catalogue_set_usage (self->catalogue, answer->usage);
    }
  answer_free (answer);
}

static void
ask (AssayDefectTypes *self, gboolean types)
{
  Question *question;

  if (self->book == NULL)
    return;
  question = g_new0 (Question, 1);
  question->supplier = self->supplier;
  question->product = self->product;
  question->types = types;
  assay_book_ask_async (self->book, read_types, question, g_free, answer_free, self->cancellable,
                        read_cb, g_object_ref (self));
}

static void
draft_changed_cb (AssayDefectTypes *self)
{
  AssayRecord *record = assay_inspection_draft_get_record (self->draft);
  gint64 supplier = assay_record_get_reference (record, ASSAY_INSPECTION_SUPPLIER);
  gint64 product = assay_record_get_reference (record, ASSAY_INSPECTION_PRODUCT);

  if (supplier == self->supplier && product == self->product)
    return;
  self->supplier = supplier;
  self->product = product;
  ask (self, FALSE);
}

static void
book_changed_cb (AssayDefectTypes *self, GArray *changed)
{
  gboolean concerns = changed == NULL;

  for (guint i = 0; changed != NULL && !concerns && i < changed->len; i++)
    concerns = g_array_index (changed, AssayChanged, i).type == ASSAY_TYPE_DEFECT_TYPE;
  if (concerns)
    ask (self, TRUE);
}

static void
assay_defect_types_dispose (GObject *object)
{
  AssayDefectTypes *self = ASSAY_DEFECT_TYPES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->book);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (assay_defect_types_parent_class)->dispose (object);
}

static void
assay_defect_types_class_init (AssayDefectTypesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_defect_types_dispose;
}

static void
assay_defect_types_init (AssayDefectTypes *self)
{
  self->cancellable = g_cancellable_new ();
}

AssayDefectTypes *
assay_defect_types_new (AssayDefectCatalogue *catalogue,
                        AssayBook *book,
                        AssayInspectionDraft *draft)
{
  AssayDefectTypes *self = g_object_new (ASSAY_TYPE_DEFECT_TYPES, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->draft = g_object_ref (draft);
  g_set_object (&self->book, book);
  if (book != NULL)
    g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "changed", G_CALLBACK (draft_changed_cb), self,
                           G_CONNECT_SWAPPED);
  draft_changed_cb (self);
  return self;
}
