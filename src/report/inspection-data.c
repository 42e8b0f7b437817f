/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/inspection-data.h"

#include <glib/gi18n-lib.h>

#include "insight/inspection-plan.h"

AssayReportBrand *
assay_report_brand_new (const char *name, AssayPicture *logo, AssayUnits units)
{
  AssayReportBrand *brand = g_new0 (AssayReportBrand, 1);

  g_atomic_ref_count_init (&brand->references);
  brand->name = g_strdup (name);
  brand->logo = logo != NULL ? assay_picture_ref (logo) : NULL;
  brand->units = units;
  brand->paper = assay_paper_for_locale ();
  return brand;
}

AssayReportBrand *
assay_report_brand_ref (AssayReportBrand *brand)
{
  g_atomic_ref_count_inc (&brand->references);
  return brand;
}

void
assay_report_brand_unref (AssayReportBrand *brand)
{
  if (!g_atomic_ref_count_dec (&brand->references))
    return;
  g_free (brand->name);
  g_clear_pointer (&brand->logo, assay_picture_unref);
  g_free (brand);
}

/**
 * assay_report_photo_new:
 * @bytes: (nullable): of the file, NULL when they are missing
 *
 * Makes the photo ready for paper; one that cannot be read carries the reason instead.
 */
AssayReportPhoto *
assay_report_photo_new (AssayRecord *attachment, GBytes *bytes)
{
  AssayReportPhoto *photo = assay_report_photo_new_unread (attachment);

  assay_report_photo_read (photo, bytes);
  return photo;
}

AssayReportPhoto *
assay_report_photo_new_unread (AssayRecord *attachment)
{
  AssayReportPhoto *photo = g_new0 (AssayReportPhoto, 1);

  photo->attachment = g_object_ref (attachment);
  return photo;
}

void
assay_report_photo_read (AssayReportPhoto *photo, GBytes *bytes)
{
  g_autoptr (GError) problem = NULL;

  if (bytes != NULL)
    photo->picture = assay_picture_new (bytes, ASSAY_PICTURE_PIXELS, &problem);
  if (photo->picture == NULL)
    photo->problem = g_strdup (problem != NULL ? problem->message : _ ("The file is missing."));
}

gboolean
assay_report_photo_take_thumbnail (AssayReportPhoto *photo, GBytes *thumbnail)
{
  g_autoptr (AssayPicture) picture = assay_picture_new_ready (thumbnail);
  gint64 whole = MAX (assay_record_get_integer (photo->attachment, ASSAY_ATTACHMENT_WIDTH, 0),
                      assay_record_get_integer (photo->attachment, ASSAY_ATTACHMENT_HEIGHT, 0));

  if (picture == NULL
      || MAX (assay_picture_get_width (picture), assay_picture_get_height (picture))
             < MIN (whole, ASSAY_PICTURE_PIXELS))
    return FALSE;
  photo->picture = g_steal_pointer (&picture);
  return TRUE;
}

void
assay_report_photo_free (AssayReportPhoto *photo)
{
  g_object_unref (photo->attachment);
  g_clear_pointer (&photo->picture, assay_picture_unref);
  g_free (photo->problem);
  g_free (photo);
}

AssayReportDefect *
assay_report_defect_new (AssayRecord *defect, AssayRecord *type)
{
  AssayReportDefect *self = g_new0 (AssayReportDefect, 1);

  self->defect = g_object_ref (defect);
  self->type = type != NULL ? g_object_ref (type) : NULL;
  self->photos = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_report_photo_free);
  return self;
}

void
assay_report_defect_free (AssayReportDefect *defect)
{
  g_object_unref (defect->defect);
  g_clear_object (&defect->type);
  g_ptr_array_unref (defect->photos);
  g_free (defect);
}

AssayReportItem *
assay_report_item_new (AssayRecord *record)
{
  AssayReportItem *item = g_new0 (AssayReportItem, 1);

  item->record = g_object_ref (record);
  item->photos = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_report_photo_free);
  return item;
}

void
assay_report_item_free (AssayReportItem *item)
{
  g_object_unref (item->record);
  g_ptr_array_unref (item->photos);
  g_free (item);
}

AssayInspectionData *
assay_inspection_data_new (AssayReportBrand *brand, AssayRecord *inspection)
{
  AssayInspectionData *data = g_new0 (AssayInspectionData, 1);

  data->brand = assay_report_brand_ref (brand);
  data->kind = ASSAY_REPORT_FULL;
  data->inspection = g_object_ref (inspection);
  data->defects = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_report_defect_free);
  data->photos = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_report_photo_free);
  data->files = g_ptr_array_new_with_free_func (g_object_unref);
  data->checks = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_report_item_free);
  data->actions = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_report_item_free);
  data->chain = g_ptr_array_new_with_free_func (g_object_unref);
  data->defect_types = g_ptr_array_new_with_free_func (g_object_unref);
  return data;
}

void
assay_inspection_data_free (AssayInspectionData *data)
{
  if (data == NULL)
    return;
  assay_report_brand_unref (data->brand);
  g_clear_object (&data->inspection);
  g_clear_object (&data->supplier);
  g_clear_object (&data->contact);
  g_clear_object (&data->product);
  g_clear_object (&data->order);
  g_clear_object (&data->order_line);
  g_ptr_array_unref (data->defects);
  g_ptr_array_unref (data->photos);
  g_ptr_array_unref (data->files);
  g_ptr_array_unref (data->checks);
  g_ptr_array_unref (data->actions);
  g_ptr_array_unref (data->chain);
  g_ptr_array_unref (data->defect_types);
  g_free (data);
}

static int
class_rank (const AssayReportDefect *defect)
{
  AssayClass class;

  return assay_class_from_string (assay_record_get_text (defect->defect, ASSAY_DEFECT_CLASS),
                                  &class)
             ? (int)class
             : ASSAY_N_CLASSES;
}

static int
compare_defects (gconstpointer a, gconstpointer b, gpointer data)
{
  const AssayReportDefect *one = *(AssayReportDefect *const *)a;
  const AssayReportDefect *two = *(AssayReportDefect *const *)b;
  gint64 units_one = assay_record_get_integer (one->defect, ASSAY_DEFECT_COUNT, -1);
  gint64 units_two = assay_record_get_integer (two->defect, ASSAY_DEFECT_COUNT, -1);
  gint64 id_one = assay_record_get_id (one->defect);
  gint64 id_two = assay_record_get_id (two->defect);

  if (class_rank (one) != class_rank (two))
    return class_rank (one) - class_rank (two);
  if (units_one != units_two)
    return units_one > units_two ? -1 : 1;
  return id_one < id_two ? -1 : id_one > id_two;
}

void
assay_inspection_data_sort (AssayInspectionData *data)
{
  g_ptr_array_sort_with_data (data->defects, compare_defects, NULL);
}
