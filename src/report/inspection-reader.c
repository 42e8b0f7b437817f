/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/inspection-data.h"

#include <glib/gi18n-lib.h>

#include "insight/checklist.h"
#include "insight/inspection-chain.h"
#include "report/report-error.h"
#include "store/attachments.h"
#include "store/query.h"
#include "store/records.h"

/* Whether to show an attachment: what says that it is an image, and what says nothing but reads as
 * one. */
static gboolean
is_picture (AssayRecord *attachment)
{
  const char *media = assay_record_get_text (attachment, ASSAY_ATTACHMENT_MEDIA_TYPE);

  return media == NULL || g_str_has_prefix (media, "image/");
}

/* Photos wait for their bytes until it is known which of them the document shows. */
static gboolean
read_attachments (AssayInspectionData *data,
                  AssayDb *db,
                  AssayType owner_type,
                  gint64 owner,
                  GPtrArray *photos,
                  GError **error)
{
  g_autoptr (GPtrArray) attachments = NULL;

  if (data->kind == ASSAY_REPORT_BLANK_FORM)
    return TRUE;
  attachments = assay_attachments_list (db, owner_type, owner, error);
  if (attachments == NULL)
    return FALSE;
  for (guint i = 0; i < attachments->len; i++)
    {
      AssayRecord *attachment = g_ptr_array_index (attachments, i);

      if (is_picture (attachment))
        g_ptr_array_add (photos, assay_report_photo_new_unread (attachment));
      else
        g_ptr_array_add (data->files, g_object_ref (attachment));
    }
  return TRUE;
}

/* The book's own thumbnail is what paper needs, unless an older Assay made it smaller. */
static void
read_photo (AssayReportPhoto *photo, AssayDb *db)
{
  const char *sha256 = assay_record_get_text (photo->attachment, ASSAY_ATTACHMENT_SHA256);
  g_autoptr (GBytes) thumbnail = assay_attachments_read_thumbnail (db, sha256, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (thumbnail != NULL && assay_report_photo_take_thumbnail (photo, thumbnail))
    return;
  bytes = assay_attachments_read (db, sha256, NULL);
  assay_report_photo_read (photo, bytes);
}

/* Up to @most photos that were not read yet; takes them from @most. */
static gboolean
read_photos (GPtrArray *photos, AssayDb *db, guint *most, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < photos->len && *most > 0; i++)
    {
      AssayReportPhoto *photo = g_ptr_array_index (photos, i);

      if (photo->picture != NULL || photo->problem != NULL)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      read_photo (photo, db);
      (*most)--;
    }
  return TRUE;
}

/* One photo of each defect before a second of any. */
static gboolean
read_in_turn (AssayInspectionData *data,
              AssayDb *db,
              guint rounds,
              guint most,
              GCancellable *cancellable,
              GError **error)
{
  for (guint round = 0; round < rounds; round++)
    for (guint i = 0; i < data->defects->len && most > 0; i++)
      {
        AssayReportDefect *defect = g_ptr_array_index (data->defects, i);
        guint left = 1;

        if (!read_photos (defect->photos, db, &left, cancellable, error))
          return FALSE;
        most -= 1 - left;
      }
  return data->kind != ASSAY_REPORT_SUMMARY
         || read_photos (data->photos, db, &most, cancellable, error);
}

static gboolean
read_pictures (AssayInspectionData *data, AssayDb *db, GCancellable *cancellable, GError **error)
{
  GPtrArray *items[] = { data->checks, data->actions };
  guint most = G_MAXUINT;

  if (data->kind == ASSAY_REPORT_SUMMARY)
    return read_in_turn (data, db, 1, ASSAY_REPORT_SUMMARY_PHOTOS, cancellable, error);
  if (data->kind == ASSAY_REPORT_REWORK_LETTER)
    return read_in_turn (data, db, 2, ASSAY_REPORT_LETTER_PHOTOS, cancellable, error);
  if (!read_photos (data->photos, db, &most, cancellable, error))
    return FALSE;
  for (guint i = 0; i < data->defects->len; i++)
    {
      AssayReportDefect *defect = g_ptr_array_index (data->defects, i);

      if (!read_photos (defect->photos, db, &most, cancellable, error))
        return FALSE;
    }
  for (guint k = 0; k < G_N_ELEMENTS (items); k++)
    for (guint i = 0; i < items[k]->len; i++)
      {
        AssayReportItem *item = g_ptr_array_index (items[k], i);

        if (!read_photos (item->photos, db, &most, cancellable, error))
          return FALSE;
      }
  return TRUE;
}

/* Leaves *@record NULL without error where nothing is referred to, also in a damaged book that
 * refers to what is not there: what is known is worth printing. */
static gboolean
read_reference (AssayDb *db, AssayRecord *from, guint field, AssayRecord **record, GError **error)
{
  const AssayField *described = &assay_record_describe (from)->fields[field];
  gint64 id = assay_record_get_reference (from, field);
  GError *local = NULL;

  if (id == 0 || *record != NULL)
    return TRUE;
  *record = assay_records_get (db, described->reference, id, &local);
  if (*record != NULL)
    return TRUE;
  if (g_error_matches (local, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE))
    {
      g_clear_error (&local);
      return TRUE;
    }
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
read_defects (AssayInspectionData *data, AssayDb *db, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_DEFECT);
  g_autoptr (GPtrArray) defects = NULL;
  g_auto (AssayValue) id = ASSAY_VALUE_INIT;

  assay_value_set_integer (&id, assay_record_get_id (data->inspection));
  assay_query_add_filter (query, ASSAY_DEFECT_INSPECTION, ASSAY_FILTER_IS, &id);
  defects = assay_query_run_records (query, db, 0, error);
  if (defects == NULL)
    return FALSE;
  for (guint i = 0; i < defects->len; i++)
    {
      AssayRecord *record = g_ptr_array_index (defects, i);
      g_autoptr (AssayRecord) type = NULL;
      AssayReportDefect *defect;

      if (!read_reference (db, record, ASSAY_DEFECT_DEFECT_TYPE, &type, error))
        return FALSE;
      defect = assay_report_defect_new (record, type);
      g_ptr_array_add (data->defects, defect);
      if (!read_attachments (data, db, ASSAY_TYPE_DEFECT, assay_record_get_id (record),
                             defect->photos, error))
        return FALSE;
    }
  assay_inspection_data_sort (data);
  return TRUE;
}

/* An inspection that took no checkpoints yet shows those that its checklist will give it. */
static GPtrArray *
read_checkpoints (AssayInspectionData *data, AssayDb *db, GError **error)
{
  g_autoptr (GPtrArray) checkpoints
      = assay_checkpoints_read (db, assay_record_get_id (data->inspection), error);
  gint64 checklist = assay_record_get_reference (data->inspection, ASSAY_INSPECTION_CHECKLIST);
  g_autoptr (GPtrArray) items = NULL;

  if (checkpoints == NULL || checkpoints->len > 0 || data->kind != ASSAY_REPORT_BLANK_FORM)
    return g_steal_pointer (&checkpoints);
  if (checklist == 0
      && !assay_checklist_choose (db, data->product,
                                  assay_record_get_text (data->inspection, ASSAY_INSPECTION_KIND),
                                  &checklist, error))
    return NULL;
  if (checklist == 0)
    return g_steal_pointer (&checkpoints);
  items = assay_checklist_read_items (db, checklist, error);
  if (items == NULL)
    return NULL;
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (checkpoints,
                     assay_checkpoint_new_from_item (g_ptr_array_index (items, i), data->product));
  return g_steal_pointer (&checkpoints);
}

static gboolean
read_checks (AssayInspectionData *data, AssayDb *db, GError **error)
{
  g_autoptr (GPtrArray) checkpoints = read_checkpoints (data, db, error);

  if (checkpoints == NULL)
    return FALSE;
  for (guint i = 0; i < checkpoints->len; i++)
    {
      AssayReportItem *item = assay_report_item_new (g_ptr_array_index (checkpoints, i));

      g_ptr_array_add (data->checks, item);
      if (!read_attachments (data, db, ASSAY_TYPE_CHECKPOINT, assay_record_get_id (item->record),
                             item->photos, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_actions (AssayInspectionData *data, AssayDb *db, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_CORRECTIVE_ACTION);
  g_autoptr (GPtrArray) actions = NULL;
  g_auto (AssayValue) id = ASSAY_VALUE_INIT;

  assay_value_set_integer (&id, assay_record_get_id (data->inspection));
  assay_query_add_filter (query, ASSAY_CORRECTIVE_ACTION_INSPECTION, ASSAY_FILTER_IS, &id);
  assay_query_set_sort (query, ASSAY_CORRECTIVE_ACTION_DUE_ON, FALSE);
  actions = assay_query_run_records (query, db, 0, error);
  if (actions == NULL)
    return FALSE;
  for (guint i = 0; i < actions->len; i++)
    {
      AssayReportItem *item = assay_report_item_new (g_ptr_array_index (actions, i));

      g_ptr_array_add (data->actions, item);
      if (!read_attachments (data, db, ASSAY_TYPE_CORRECTIVE_ACTION,
                             assay_record_get_id (item->record), item->photos, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_chain (AssayInspectionData *data, AssayDb *db, GError **error)
{
  g_autoptr (GPtrArray) chain
      = assay_inspection_chain_read (db, assay_record_get_id (data->inspection), error);

  if (chain == NULL)
    return FALSE;
  for (guint i = 0; i < chain->len && chain->len > 1; i++)
    g_ptr_array_add (data->chain, g_object_ref (g_ptr_array_index (chain, i)));
  return TRUE;
}

/* The main contact, else the first one. */
static gboolean
read_contact (AssayInspectionData *data, AssayDb *db, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_CONTACT);
  g_autoptr (GPtrArray) contacts = NULL;
  g_auto (AssayValue) id = ASSAY_VALUE_INIT;

  if (data->supplier == NULL)
    return TRUE;
  assay_value_set_integer (&id, assay_record_get_id (data->supplier));
  assay_query_add_filter (query, ASSAY_CONTACT_SUPPLIER, ASSAY_FILTER_IS, &id);
  contacts = assay_query_run_records (query, db, 0, error);
  if (contacts == NULL)
    return FALSE;
  for (guint i = 0; i < contacts->len; i++)
    {
      AssayRecord *contact = g_ptr_array_index (contacts, i);

      if (i == 0 || assay_record_get_integer (contact, ASSAY_CONTACT_MAIN, 0) != 0)
        g_set_object (&data->contact, contact);
      if (assay_record_get_integer (contact, ASSAY_CONTACT_MAIN, 0) != 0)
        break;
    }
  return TRUE;
}

static gboolean
read_defect_types (AssayInspectionData *data, AssayDb *db, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_DEFECT_TYPE);
  GPtrArray *types = assay_query_run_records (query, db, 0, error);

  if (types == NULL)
    return FALSE;
  g_ptr_array_unref (data->defect_types);
  data->defect_types = types;
  return TRUE;
}

static gboolean
read_parties (AssayInspectionData *data, AssayDb *db, GError **error)
{
  AssayRecord *inspection = data->inspection;

  if (!read_reference (db, inspection, ASSAY_INSPECTION_ORDER_LINE, &data->order_line, error)
      || !read_reference (db, inspection, ASSAY_INSPECTION_SUPPLIER, &data->supplier, error)
      || !read_reference (db, inspection, ASSAY_INSPECTION_PRODUCT, &data->product, error))
    return FALSE;
  if (data->order_line != NULL
      && (!read_reference (db, data->order_line, ASSAY_ORDER_LINE_PURCHASE_ORDER, &data->order,
                           error)
          || !read_reference (db, data->order_line, ASSAY_ORDER_LINE_PRODUCT, &data->product,
                              error)))
    return FALSE;
  return data->order == NULL
         || read_reference (db, data->order, ASSAY_ORDER_SUPPLIER, &data->supplier, error);
}

static gboolean
read_parts (AssayInspectionData *data, AssayDb *db, GCancellable *cancellable, GError **error)
{
  gint64 id = assay_record_get_id (data->inspection);

  if (!read_parties (data, db, error) || !read_checks (data, db, error))
    return FALSE;
  if (data->kind == ASSAY_REPORT_BLANK_FORM)
    return read_defect_types (data, db, error);
  return read_attachments (data, db, ASSAY_TYPE_INSPECTION, id, data->photos, error)
         && read_defects (data, db, error) && read_actions (data, db, error)
         && read_chain (data, db, error)
         && (data->kind != ASSAY_REPORT_REWORK_LETTER || read_contact (data, db, error))
         && read_pictures (data, db, cancellable, error);
}

/**
 * assay_inspection_data_read:
 * @id: of the inspection
 * @kind: the document that it is for
 * @brand: as read from the same book
 *
 * Returns: (transfer full): all of it, or NULL with an error of %ASSAY_STORE_ERROR,
 *   %ASSAY_REPORT_ERROR_NOT_FOUND or %G_IO_ERROR_CANCELLED
 */
AssayInspectionData *
assay_inspection_data_read (AssayDb *db,
                            gint64 id,
                            AssayReportKind kind,
                            AssayReportBrand *brand,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (AssayInspectionData) data = NULL;
  g_autoptr (AssayRecord) inspection = NULL;
  g_autoptr (GError) problem = NULL;

  inspection = assay_records_get (db, ASSAY_TYPE_INSPECTION, id, &problem);
  if (inspection == NULL)
    {
      if (g_error_matches (problem, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE))
        g_set_error (error, ASSAY_REPORT_ERROR, ASSAY_REPORT_ERROR_NOT_FOUND,
                     _ ("There is no inspection %" G_GINT64_FORMAT "."), id);
      else
        g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  data = assay_inspection_data_new (brand, inspection);
  data->kind = kind;
  if (!read_parts (data, db, cancellable, error))
    return NULL;
  return g_steal_pointer (&data);
}

/**
 * assay_inspection_data_find:
 * @reference: a report number, or the key of a record
 * @id: (out): the inspection
 *
 * A report number goes before a key that looks the same.
 */
gboolean
assay_inspection_data_find (AssayDb *db, const char *reference, gint64 *id, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_INSPECTION);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (AssayRecord) record = NULL;
  g_auto (AssayValue) number = ASSAY_VALUE_INIT;

  assay_value_set_text (&number, reference);
  assay_query_add_filter (query, ASSAY_INSPECTION_NUMBER, ASSAY_FILTER_IS, &number);
  ids = assay_query_run_ids (query, db, error);
  if (ids == NULL)
    return FALSE;
  if (ids->len == 1)
    {
      *id = g_array_index (ids, gint64, 0);
      return TRUE;
    }
  if (ids->len > 1)
    {
      g_set_error (error, ASSAY_REPORT_ERROR, ASSAY_REPORT_ERROR_AMBIGUOUS,
                   ngettext ("%u inspection has the report number “%s”; name it by its key.",
                             "%u inspections have the report number “%s”; name one by its key.",
                             ids->len),
                   ids->len, reference);
      return FALSE;
    }
  if (g_ascii_string_to_signed (reference, 10, 1, G_MAXINT64, id, NULL))
    record = assay_records_get (db, ASSAY_TYPE_INSPECTION, *id, NULL);
  if (record == NULL)
    {
      g_set_error (error, ASSAY_REPORT_ERROR, ASSAY_REPORT_ERROR_NOT_FOUND,
                   _ ("There is no inspection “%s”."), reference);
      return FALSE;
    }
  return TRUE;
}
