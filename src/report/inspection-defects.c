/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every defect of an inspection and every photo, numbered so that one points to the other. */

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

/**
 * assay_report_defect_dup_name:
 * @whole: with code, other language and description; else the shortest name
 */
char *
assay_report_defect_dup_name (const AssayReportDefect *defect, gboolean whole)
{
  const char *description = assay_record_get_text (defect->defect, ASSAY_DEFECT_DESCRIPTION);
  const char *code = NULL;
  const char *name = NULL;
  const char *other = NULL;
  GString *text = g_string_new (NULL);

  if (defect->type != NULL)
    {
      code = assay_record_get_text (defect->type, ASSAY_DEFECT_TYPE_CODE);
      name = assay_record_get_text (defect->type, ASSAY_DEFECT_TYPE_NAME);
      other = assay_record_get_text (defect->type, ASSAY_DEFECT_TYPE_OTHER_NAME);
    }
  if (whole && code != NULL)
    g_string_append_printf (text, "%s ", code);
  if (name != NULL)
    g_string_append (text, name);
  if (whole && other != NULL && *other != '\0')
    g_string_append_printf (text, " / %s", other);
  if (description != NULL && *description != '\0' && g_strcmp0 (description, name) != 0
      && (whole || text->len == 0))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", description);
  if (text->len == 0)
    g_string_append (text, _ ("Unnamed defect"));
  return g_string_free_and_steal (text);
}

/* "3", "3–5" or nothing. */
static char *
dup_numbers (guint first, guint n)
{
  if (n == 0)
    return NULL;
  if (n == 1)
    return g_strdup_printf ("%u", first);
  return g_strdup_printf ("%u–%u", first, first + n - 1);
}

typedef enum
{
  COLUMN_CLASS,
  COLUMN_DEFECT,
  COLUMN_COMPONENT,
  COLUMN_UNITS,
  COLUMN_NOTE,
  COLUMN_PHOTOS,
  N_COLUMNS,
} Column;

static void
fill_cells (const AssayReportDefect *defect, AssayUnits units, guint photo, char *cells[N_COLUMNS])
{
  AssayRecord *record = defect->defect;

  cells[COLUMN_CLASS] = assay_format_display (record, ASSAY_DEFECT_CLASS, units);
  cells[COLUMN_DEFECT] = assay_report_defect_dup_name (defect, TRUE);
  cells[COLUMN_COMPONENT] = g_strdup (assay_record_get_text (record, ASSAY_DEFECT_COMPONENT));
  cells[COLUMN_UNITS]
      = assay_record_is_known (record, ASSAY_DEFECT_COUNT)
            ? assay_format_number (assay_record_get_integer (record, ASSAY_DEFECT_COUNT, 0))
            : g_strdup (ASSAY_REPORT_DASH);
  cells[COLUMN_NOTE] = g_strdup (assay_record_get_text (record, ASSAY_DEFECT_NOTE));
  cells[COLUMN_PHOTOS] = dup_numbers (photo, defect->photos->len);
}

/* A column in which no defect has anything gives its place to the others. */
static void
find_used (AssayInspectionData *data, gboolean used[N_COLUMNS])
{
  used[COLUMN_CLASS] = used[COLUMN_DEFECT] = used[COLUMN_UNITS] = TRUE;
  used[COLUMN_COMPONENT] = used[COLUMN_NOTE] = used[COLUMN_PHOTOS] = FALSE;
  for (guint i = 0; i < data->defects->len; i++)
    {
      const AssayReportDefect *defect = g_ptr_array_index (data->defects, i);

      used[COLUMN_COMPONENT] |= assay_record_is_known (defect->defect, ASSAY_DEFECT_COMPONENT);
      used[COLUMN_NOTE] |= assay_record_is_known (defect->defect, ASSAY_DEFECT_NOTE);
      used[COLUMN_PHOTOS] |= defect->photos->len > 0;
    }
}

static AssayBlock *
make_defect_table (const gboolean used[N_COLUMNS])
{
  const AssayTableBlockColumn all[N_COLUMNS] = {
    [COLUMN_CLASS] = { _ ("Class"), 10, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    [COLUMN_DEFECT] = { _ ("Defect"), 32, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    [COLUMN_COMPONENT] = { _ ("Component"), 19, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    [COLUMN_UNITS] = { _ ("Units"), 9, ASSAY_ALIGN_END, ASSAY_STYLE_STRONG },
    [COLUMN_NOTE] = { _ ("Note"), 29, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    [COLUMN_PHOTOS] = { _ ("Photos"), 10, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
  };
  AssayTableBlockColumn columns[N_COLUMNS];
  guint n = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    if (used[i])
      columns[n++] = all[i];
  return assay_table_block_new (columns, n, ASSAY_TABLE_BLOCK_RULED);
}

void
assay_inspection_add_defects (AssayDocument *document, AssayInspectionData *data)
{
  AssayBlock *block;
  gboolean used[N_COLUMNS];
  guint photo = data->photos->len + 1;

  assay_document_take (document, assay_heading_new (_ ("Defects"), ASSAY_STYLE_HEADING));
  if (data->defects->len == 0)
    {
      assay_document_take (document,
                           assay_paragraph_new (_ ("No defects were recorded."), ASSAY_STYLE_BODY));
      return;
    }
  find_used (data, used);
  block = make_defect_table (used);
  for (guint i = 0; i < data->defects->len; i++)
    {
      const AssayReportDefect *defect = g_ptr_array_index (data->defects, i);
      char *cells[N_COLUMNS];
      const char *shown[N_COLUMNS];
      guint n = 0;

      fill_cells (defect, data->brand->units, photo, cells);
      for (guint c = 0; c < N_COLUMNS; c++)
        if (used[c])
          shown[n++] = cells[c];
      assay_table_block_add_row (block, shown);
      for (guint c = 0; c < N_COLUMNS; c++)
        g_free (cells[c]);
      photo += defect->photos->len;
    }
  assay_document_take (document, block);
}

/* Texts of captions that were too long for their place. */
typedef struct
{
  gint32 inspected_on;
  AssayBlock *grid;
  GPtrArray *overflow;
  guint number;
} Photos;

/* Under the caption: when and where it was taken, and what makes it doubtful as evidence. */
static char *
dup_caption (AssayRecord *attachment, const char *caption, gint32 inspected_on)
{
  g_autofree char *facts = assay_photo_dup_facts (attachment);
  g_autofree char *warning = assay_photo_dup_warning (attachment, inspected_on);
  GString *text = g_string_new (caption);

  if (assay_record_is_known (attachment, ASSAY_ATTACHMENT_MARKED_FROM))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                            _ ("Marks were drawn on a copy of the photo"));
  if (facts != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", facts);
  if (warning != NULL)
    g_string_append_printf (text, "%s⚠ %s", text->len > 0 ? "\n" : "", warning);
  return g_string_free_and_steal (text);
}

static void
add_photo (Photos *photos, const AssayReportPhoto *photo, const char *subject)
{
  const char *caption = assay_record_get_text (photo->attachment, ASSAY_ATTACHMENT_CAPTION);
  const char *file_name = assay_record_get_text (photo->attachment, ASSAY_ATTACHMENT_FILE_NAME);
  g_autofree char *missing = NULL;
  g_autofree char *cut = NULL;
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;

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
  words = dup_caption (photo->attachment, cut != NULL ? cut : caption, photos->inspected_on);
  assay_picture_grid_add (photos->grid, photo->picture, missing, label, words);
}

static char *
dup_photo_subject (const AssayReportDefect *defect, AssayUnits units)
{
  g_autofree char *class = assay_format_display (defect->defect, ASSAY_DEFECT_CLASS, units);
  g_autofree char *name = assay_report_defect_dup_name (defect, FALSE);

  return *class != '\0' ? g_strdup_printf (_ ("%s: %s"), class, name) : g_strdup (name);
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
  Photos photos = { assay_record_get_date (data->inspection, ASSAY_INSPECTION_INSPECTED_ON),
                    assay_picture_grid_new (2), overflow, 0 };

  for (guint i = 0; i < data->photos->len; i++)
    add_photo (&photos, g_ptr_array_index (data->photos, i), NULL);
  for (guint i = 0; i < data->defects->len; i++)
    {
      const AssayReportDefect *defect = g_ptr_array_index (data->defects, i);
      g_autofree char *subject = dup_photo_subject (defect, data->brand->units);

      for (guint j = 0; j < defect->photos->len; j++)
        add_photo (&photos, g_ptr_array_index (defect->photos, j), subject);
    }
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
