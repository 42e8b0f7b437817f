/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/plan-rows.h"

#include <glib/gi18n-lib.h>

#include "store/records.h"

/* What a plan without a profile is. */
static char *
say_none (AssayInspectionDraft *draft)
{
  AssayRecord *record = assay_inspection_draft_get_record (draft);

  if (assay_inspection_draft_is_new (draft) && assay_plan_profile_matches (NULL, record))
    return g_strdup (_ ("The usual plan: nobody chose a profile for the product, the supplier or "
                        "the book."));
  return NULL;
}

char *
assay_plan_rows_say_profile (AssayInspectionDraft *draft)
{
  AssayRecord *record = assay_inspection_draft_get_record (draft);
  const AssayPlanProposal *proposal = assay_inspection_draft_get_proposal (draft);
  gint64 id = assay_record_get_reference (record, ASSAY_INSPECTION_PLAN_PROFILE);
  const char *name = assay_record_get_reference_title (record, ASSAY_INSPECTION_PLAN_PROFILE);

  if (id == 0)
    return say_none (draft);
  if (!assay_inspection_draft_is_new (draft) || proposal == NULL || proposal->profile == NULL
      || assay_record_get_id (proposal->profile) != id)
    return NULL;
  if (!assay_plan_profile_matches (proposal->profile, record))
    /* Translators: %s is the name of a plan profile */
    return g_strdup_printf (_ ("Changed from “%s”."), name);
  switch (proposal->source)
    {
    case ASSAY_PROFILE_OF_PRODUCT:
      /* Translators: %s is the name of a plan profile */
      return g_strdup_printf (_ ("“%s”, the profile of the product."), name);
    case ASSAY_PROFILE_OF_SUPPLIER:
      /* Translators: %s is the name of a plan profile */
      return g_strdup_printf (_ ("“%s”, the profile of the supplier."), name);
    case ASSAY_PROFILE_OF_BOOK:
      /* Translators: %s is the name of a plan profile */
      return g_strdup_printf (_ ("“%s”, the profile of the book."), name);
    case ASSAY_PROFILE_USUAL:
    default:
      return NULL;
    }
}

char *
assay_plan_rows_say_severities (const AssayRecord *inspection)
{
  const AssayRecordType *defect = assay_record_type_get (ASSAY_TYPE_DEFECT);
  const AssayRecordType *type = assay_record_type_get (ASSAY_TYPE_INSPECTION);
  GString *words = g_string_new (NULL);

  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      const AssayField *field = &type->fields[assay_class_fields (i)->severity];
      const char *severity = assay_record_get_text (inspection, assay_class_fields (i)->severity);

      if (severity == NULL)
        continue;
      g_string_append_printf (
          words, "%s%s: %s", words->len > 0 ? " · " : "",
          assay_field_choice_label (&defect->fields[ASSAY_DEFECT_CLASS], assay_class_to_string (i)),
          assay_field_choice_label (field, severity));
    }
  if (words->len == 0)
    g_string_append (words, _ ("The same for all"));
  return g_string_free_and_steal (words);
}

static gboolean
read_proposal (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  *result = assay_plan_proposal_read (db, data, error);
  return *result != NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayInspectionDraft) draft = data;
  g_autoptr (GError) error = NULL;
  AssayPlanProposal *proposal = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (proposal != NULL)
    assay_inspection_draft_set_proposal (draft, proposal);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("No plan is proposed: %s", error->message);
}

void
assay_plan_rows_ask (AssayContext *context, AssayInspectionDraft *draft, GCancellable *cancellable)
{
  AssayBook *book = assay_context_get_book (context);

  if (book != NULL)
    assay_book_ask_async (book, read_proposal,
                          assay_record_copy (assay_inspection_draft_get_record (draft)),
                          g_object_unref, (GDestroyNotify)assay_plan_proposal_free, cancellable,
                          read_cb, g_object_ref (draft));
}

void
assay_plan_rows_take_profile (AssayContext *context, AssayInspectionDraft *draft, gint64 profile)
{
  AssayBook *book = assay_context_get_book (context);
  g_autoptr (AssayRecord) record = NULL;

  if (profile != 0 && book != NULL)
    record
        = assay_records_get (assay_book_get_reader (book), ASSAY_TYPE_PLAN_PROFILE, profile, NULL);
  assay_inspection_draft_set_profile (draft, record);
}
