/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every photo of an inspection, numbered as the tables before it name them, with what its own data
 * says about when and where it was taken; and the files that are no photos. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/photo.h"
#include "report/inspection-sections.h"
#include "report/picture-grid.h"
#include "report/table-block.h"
#include "report/text-block.h"

/* A longer caption is cut under its photo and stands in full below. */
#define CAPTION_MAX 420

/* Texts of captions that were too long for their place. */
typedef struct
{
  AssayBlock *grid;
  GPtrArray *overflow;
  guint number;
  gint32 inspected_on;
} Photos;

/* When, where and with what it was taken, as far as its own data says. */
static char *
dup_details (AssayRecord *attachment)
{
  g_autofree char *facts = assay_photo_dup_facts (attachment);
  GString *line = g_string_new (facts);

  if (assay_record_is_known (attachment, ASSAY_ATTACHMENT_MARKED_FROM))
    assay_report_append_part (line, _ ("marks were drawn on a copy of the photo"));
  return g_string_free_and_steal (line);
}

static void
add_photo (Photos *photos, const AssayReportPhoto *photo, const char *subject)
{
  const char *caption = assay_record_get_text (photo->attachment, ASSAY_ATTACHMENT_CAPTION);
  const char *file_name = assay_record_get_text (photo->attachment, ASSAY_ATTACHMENT_FILE_NAME);
  g_autofree char *missing = NULL;
  g_autofree char *cut = NULL;
  g_autofree char *label = NULL;
  g_autofree char *warning = assay_photo_dup_warning (photo->attachment, photos->inspected_on);
  g_autofree char *details = dup_details (photo->attachment);

  photos->number++;
  label = subject != NULL
              /* Translators: number of a photo and the defect that it shows */
              ? g_strdup_printf (_ ("Photo %u · %s"), photos->number, subject)
              : g_strdup_printf (_ ("Photo %u"), photos->number);
  if (photo->picture == NULL)
    missing = g_strdup_printf (_ ("This picture cannot be shown: %s"),
                               file_name != NULL ? file_name : ASSAY_REPORT_DASH);
  if (caption == NULL || *caption == '\0')
    caption = file_name;
  if (caption != NULL && strlen (caption) > CAPTION_MAX)
    {
      g_autofree char *valid = g_utf8_make_valid (caption, -1);

      if (g_utf8_strlen (valid, -1) > CAPTION_MAX)
        {
          g_autofree char *start = g_utf8_substring (valid, 0, CAPTION_MAX);

          /* Translators: the beginning of a caption that goes on elsewhere */
          cut = g_strdup_printf (_ ("%s… (in full below)"), start);
          g_ptr_array_add (photos->overflow,
                           g_strdup_printf (_ ("Photo %u: %s"), photos->number, valid));
        }
    }
  assay_picture_grid_add (photos->grid, photo->picture, missing, label,
                          cut != NULL ? cut : caption);
  assay_picture_grid_set_details (photos->grid, details, warning);
}

/* "Major: Broken zip puller". */
char *
assay_report_defect_dup_subject (const AssayReportDefect *defect, AssayUnits units)
{
  g_autofree char *class = assay_format_display (defect->defect, ASSAY_DEFECT_CLASS, units);
  g_autofree char *name = assay_report_defect_dup_name (defect, FALSE);

  return *class != '\0' ? g_strdup_printf (_ ("%s: %s"), class, name) : g_strdup (name);
}

/* Of checkpoints and corrective actions, each under the name of its owner. */
static void
add_item_photos (Photos *photos, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const AssayReportItem *item = g_ptr_array_index (items, i);
      g_autofree char *subject = assay_record_dup_title (item->record);

      for (guint j = 0; j < item->photos->len; j++)
        add_photo (photos, g_ptr_array_index (item->photos, j), subject);
    }
}

static guint
count_photos (GPtrArray *items, guint before)
{
  guint n = 0;

  for (guint i = 0; i < MIN (items->len, before); i++)
    n += ((const AssayReportItem *)g_ptr_array_index (items, i))->photos->len;
  return n;
}

/**
 * assay_report_first_photo:
 * @items: the checks or the actions of @data
 * @i: which of them
 *
 * Returns: the number of its first photo: photos of the inspection, of its defects, of its checks
 *   and of its actions are numbered in this order
 */
guint
assay_report_first_photo (AssayInspectionData *data, GPtrArray *items, guint i)
{
  guint number = data->photos->len + 1;

  for (guint d = 0; d < data->defects->len; d++)
    number += ((const AssayReportDefect *)g_ptr_array_index (data->defects, d))->photos->len;
  if (items == data->actions)
    number += count_photos (data->checks, G_MAXUINT);
  return number + count_photos (items, i);
}

static void
add_files (AssayDocument *document, AssayInspectionData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("File"), 40, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Caption"), 45, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Size"), 15, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
  };
  AssayBlock *block;

  if (data->files->len == 0)
    return;
  block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  for (guint i = 0; i < data->files->len; i++)
    {
      AssayRecord *file = g_ptr_array_index (data->files, i);
      gint64 bytes = assay_record_get_integer (file, ASSAY_ATTACHMENT_BYTES, -1);
      g_autofree char *size
          = bytes >= 0 ? g_format_size ((guint64)bytes) : g_strdup (ASSAY_REPORT_DASH);
      const char *const cells[] = {
        assay_record_get_text (file, ASSAY_ATTACHMENT_FILE_NAME),
        assay_record_get_text (file, ASSAY_ATTACHMENT_CAPTION),
        size,
      };

      assay_table_block_add_row (block, cells);
    }
  assay_document_take (document, assay_heading_new (_ ("Other files"), ASSAY_STYLE_HEADING));
  assay_document_take (document, block);
}

void
assay_inspection_add_photos (AssayDocument *document, AssayInspectionData *data)
{
  g_autoptr (GPtrArray) overflow = g_ptr_array_new_with_free_func (g_free);
  Photos photos = { assay_picture_grid_new (2), overflow, 0,
                    assay_record_get_date (data->inspection, ASSAY_INSPECTION_INSPECTED_ON) };

  for (guint i = 0; i < data->photos->len; i++)
    add_photo (&photos, g_ptr_array_index (data->photos, i), NULL);
  for (guint i = 0; i < data->defects->len; i++)
    {
      const AssayReportDefect *defect = g_ptr_array_index (data->defects, i);
      g_autofree char *subject = assay_report_defect_dup_subject (defect, data->brand->units);

      for (guint j = 0; j < defect->photos->len; j++)
        add_photo (&photos, g_ptr_array_index (defect->photos, j), subject);
    }
  add_item_photos (&photos, data->checks);
  add_item_photos (&photos, data->actions);
  if (photos.number == 0)
    {
      AssayBlock *none = assay_paragraph_new (_ ("No photos were added."), ASSAY_STYLE_SMALL);

      none->space = 12;
      assay_block_free (photos.grid);
      assay_document_take (document, none);
    }
  else
    {
      assay_document_take (document, assay_heading_new (_ ("Photos"), ASSAY_STYLE_HEADING));
      assay_document_take (document, photos.grid);
    }
  for (guint i = 0; i < overflow->len; i++)
    assay_document_take (
        document, assay_paragraph_new (g_ptr_array_index (overflow, i), ASSAY_STYLE_CAPTION));
  add_files (document, data);
}
