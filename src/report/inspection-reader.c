/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/inspection-data.h"

#include <glib/gi18n-lib.h>

#include "report/report-error.h"
#include "store/attachments.h"
#include "store/book-settings.h"
#include "store/query.h"
#include "store/records.h"

#define LOGO_PIXELS 600

/* A logo that cannot be read leaves the brand's name alone; it is no reason to refuse a report. */
static AssayPicture *
read_logo (AssayDb *db, const char *sha256)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) problem = NULL;
  AssayPicture *logo = NULL;

  bytes = assay_attachments_read (db, sha256, &problem);
  if (bytes != NULL)
    logo = assay_picture_new (bytes, LOGO_PIXELS, &problem);
  if (logo == NULL)
    g_info ("The logo cannot be used: %s", problem != NULL ? problem->message : "missing");
  return logo;
}

AssayReportBrand *
assay_report_brand_read (AssayDb *db, GError **error)
{
  static const char *const names[]
      = { ASSAY_SETTING_BRAND, ASSAY_SETTING_LOGO, ASSAY_SETTING_UNITS, ASSAY_SETTING_PAPER };
  g_auto (GStrv) values = g_new0 (char *, G_N_ELEMENTS (names) + 1);
  g_autoptr (AssayPicture) logo = NULL;
  AssayReportBrand *brand;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) problem = NULL;
      g_autofree char *value = assay_book_settings_get (db, names[i], &problem);

      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
      values[i] = value != NULL ? g_steal_pointer (&value) : g_strdup ("");
    }
  if (*values[1] != '\0')
    logo = read_logo (db, values[1]);
  brand = assay_report_brand_new (*values[0] != '\0' ? values[0] : NULL, logo,
                                  g_str_equal (values[2], "imperial") ? ASSAY_UNITS_IMPERIAL
                                                                      : ASSAY_UNITS_METRIC);
  assay_paper_parse (values[3], &brand->paper);
  return brand;
}

/* Whether to show an attachment: what says that it is an image, and what says nothing but reads as
 * one. */
static gboolean
is_picture (AssayRecord *attachment)
{
  const char *media = assay_record_get_text (attachment, ASSAY_ATTACHMENT_MEDIA_TYPE);

  return media == NULL || g_str_has_prefix (media, "image/");
}

/* The book's own thumbnail is what paper needs, unless an older Assay made it smaller. */
static AssayReportPhoto *
read_photo (AssayDb *db, AssayRecord *attachment)
{
  const char *sha256 = assay_record_get_text (attachment, ASSAY_ATTACHMENT_SHA256);
  g_autoptr (GBytes) thumbnail = assay_attachments_read_thumbnail (db, sha256, NULL);
  g_autoptr (GBytes) bytes = NULL;
  AssayReportPhoto *photo
      = thumbnail != NULL ? assay_report_photo_new_ready (attachment, thumbnail) : NULL;

  if (photo != NULL)
    return photo;
  bytes = assay_attachments_read (db, sha256, NULL);
  return assay_report_photo_new (attachment, bytes);
}

static gboolean
read_attachments (AssayInspectionData *data,
                  AssayDb *db,
                  AssayType owner_type,
                  gint64 owner,
                  GPtrArray *photos,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GPtrArray) attachments = assay_attachments_list (db, owner_type, owner, error);

  if (attachments == NULL)
    return FALSE;
  for (guint i = 0; i < attachments->len; i++)
    {
      AssayRecord *attachment = g_ptr_array_index (attachments, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!is_picture (attachment))
        {
          g_ptr_array_add (data->files, g_object_ref (attachment));
          continue;
        }
      g_ptr_array_add (photos, read_photo (db, attachment));
    }
  return TRUE;
}

/* Leaves *@record NULL without error where nothing is referred to. */
static gboolean
read_reference (AssayDb *db, AssayRecord *from, guint field, AssayRecord **record, GError **error)
{
  const AssayField *described = &assay_record_describe (from)->fields[field];
  gint64 id = assay_record_get_reference (from, field);

  if (id == 0 || *record != NULL)
    return TRUE;
  *record = assay_records_get (db, described->reference, id, error);
  return *record != NULL;
}

static gboolean
read_defects (AssayInspectionData *data, AssayDb *db, GCancellable *cancellable, GError **error)
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
                             defect->photos, cancellable, error))
        return FALSE;
    }
  assay_inspection_data_sort (data);
  return TRUE;
}

/**
 * assay_inspection_data_read:
 * @id: of the inspection
 * @brand: as read from the same book
 *
 * Returns: (transfer full): all of it, or NULL with an error of %ASSAY_STORE_ERROR,
 *   %ASSAY_REPORT_ERROR_NOT_FOUND or %G_IO_ERROR_CANCELLED
 */
AssayInspectionData *
assay_inspection_data_read (
    AssayDb *db, gint64 id, AssayReportBrand *brand, GCancellable *cancellable, GError **error)
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
  if (!read_reference (db, inspection, ASSAY_INSPECTION_ORDER_LINE, &data->order_line, error)
      || !read_reference (db, inspection, ASSAY_INSPECTION_SUPPLIER, &data->supplier, error)
      || !read_reference (db, inspection, ASSAY_INSPECTION_PRODUCT, &data->product, error))
    return NULL;
  if (data->order_line != NULL
      && (!read_reference (db, data->order_line, ASSAY_ORDER_LINE_PURCHASE_ORDER, &data->order,
                           error)
          || !read_reference (db, data->order_line, ASSAY_ORDER_LINE_PRODUCT, &data->product,
                              error)))
    return NULL;
  if (data->order != NULL
      && !read_reference (db, data->order, ASSAY_ORDER_SUPPLIER, &data->supplier, error))
    return NULL;
  if (!read_attachments (data, db, ASSAY_TYPE_INSPECTION, id, data->photos, cancellable, error)
      || !read_defects (data, db, cancellable, error))
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
