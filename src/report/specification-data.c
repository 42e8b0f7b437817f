/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/specification-sheet.h"

#include "store/attachments.h"
#include "insight/owned-rows.h"
#include "store/records.h"

#define MOST_PICTURES 3

/* What reads as a picture; a file that cannot be read is left out of a sheet that goes to others.
 */
static AssayPicture *
read_picture (AssayDb *db, AssayRecord *attachment)
{
  const char *media = assay_record_get_text (attachment, ASSAY_ATTACHMENT_MEDIA_TYPE);
  const char *sha256 = assay_record_get_text (attachment, ASSAY_ATTACHMENT_SHA256);
  g_autoptr (GBytes) thumbnail = NULL;
  g_autoptr (GBytes) bytes = NULL;
  AssayPicture *picture = NULL;

  if (media != NULL && !g_str_has_prefix (media, "image/"))
    return NULL;
  thumbnail = assay_attachments_read_thumbnail (db, sha256, NULL);
  if (thumbnail != NULL)
    picture = assay_picture_new_ready (thumbnail);
  if (picture != NULL
      && MAX (assay_picture_get_width (picture), assay_picture_get_height (picture))
             >= ASSAY_PICTURE_PIXELS / 2)
    return picture;
  g_clear_pointer (&picture, assay_picture_unref);
  bytes = assay_attachments_read (db, sha256, NULL);
  return bytes != NULL ? assay_picture_new (bytes, ASSAY_PICTURE_PIXELS, NULL) : NULL;
}

static gboolean
read_pictures (AssaySpecificationData *data, AssayDb *db, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) attachments
      = assay_attachments_list (db, ASSAY_TYPE_PRODUCT, assay_record_get_id (data->product), error);

  if (attachments == NULL)
    return FALSE;
  for (guint i = 0; i < attachments->len && data->pictures->len < MOST_PICTURES; i++)
    {
      AssayRecord *attachment = g_ptr_array_index (attachments, i);
      AssayPicture *picture;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      picture = read_picture (db, attachment);
      if (picture == NULL)
        continue;
      g_ptr_array_add (data->pictures, picture);
      g_ptr_array_add (data->captions,
                       g_strdup (assay_record_get_text (attachment, ASSAY_ATTACHMENT_CAPTION)));
    }
  return TRUE;
}

AssaySpecificationData *
assay_specification_data_read (AssayDb *db,
                               gint64 product,
                               gint32 today,
                               AssayReportBrand *brand,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (AssaySpecificationData) data = g_new0 (AssaySpecificationData, 1);

  data->brand = assay_report_brand_ref (brand);
  data->today = today;
  data->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_picture_unref);
  data->captions = g_ptr_array_new_with_free_func (g_free);
  data->product = assay_records_get (db, ASSAY_TYPE_PRODUCT, product, error);
  if (data->product == NULL)
    return NULL;
  data->variants = assay_owned_rows_read (db, ASSAY_TYPE_VARIANT, product, error);
  if (data->variants == NULL)
    return NULL;
  data->components = assay_owned_rows_read (db, ASSAY_TYPE_COMPONENT, product, error);
  if (data->components == NULL)
    return NULL;
  data->requirements = assay_owned_rows_read (db, ASSAY_TYPE_REQUIREMENT, product, error);
  if (data->requirements == NULL || !read_pictures (data, db, cancellable, error))
    return NULL;
  data->bill = assay_bill_compute (data->product, data->components, data->variants);
  return g_steal_pointer (&data);
}

void
assay_specification_data_free (AssaySpecificationData *data)
{
  if (data == NULL)
    return;
  g_clear_object (&data->product);
  g_clear_pointer (&data->variants, g_ptr_array_unref);
  g_clear_pointer (&data->components, g_ptr_array_unref);
  g_clear_pointer (&data->requirements, g_ptr_array_unref);
  g_clear_pointer (&data->bill, assay_bill_free);
  g_clear_pointer (&data->pictures, g_ptr_array_unref);
  g_clear_pointer (&data->captions, g_ptr_array_unref);
  assay_report_brand_unref (data->brand);
  g_free (data);
}
