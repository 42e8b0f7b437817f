/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every defect of an inspection, with the numbers of its photos. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "report/inspection-sections.h"
#include "report/table-block.h"
#include "report/text-block.h"

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
  if (whole && code != NULL && *code != '\0')
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
char *
assay_report_dup_numbers (guint first, guint n)
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
  COLUMN_NUMBERS,
  COLUMN_SAMPLE,
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
  cells[COLUMN_NUMBERS] = g_strdup (assay_record_get_text (record, ASSAY_DEFECT_UNITS));
  cells[COLUMN_SAMPLE] = assay_format_display (record, ASSAY_DEFECT_SAMPLE, units);
  cells[COLUMN_NOTE] = g_strdup (assay_record_get_text (record, ASSAY_DEFECT_NOTE));
  cells[COLUMN_PHOTOS] = assay_report_dup_numbers (photo, defect->photos->len);
}

/* A column in which no defect has anything gives its place to the others. */
static void
find_used (AssayInspectionData *data, gboolean used[N_COLUMNS])
{
  used[COLUMN_CLASS] = used[COLUMN_DEFECT] = used[COLUMN_UNITS] = TRUE;
  used[COLUMN_COMPONENT] = used[COLUMN_NOTE] = used[COLUMN_PHOTOS] = FALSE;
  used[COLUMN_NUMBERS] = used[COLUMN_SAMPLE] = FALSE;
  for (guint i = 0; i < data->defects->len; i++)
    {
      const AssayReportDefect *defect = g_ptr_array_index (data->defects, i);

      used[COLUMN_COMPONENT] |= assay_record_is_known (defect->defect, ASSAY_DEFECT_COMPONENT);
      used[COLUMN_NUMBERS] |= assay_record_is_known (defect->defect, ASSAY_DEFECT_UNITS);
      used[COLUMN_SAMPLE] |= assay_record_is_known (defect->defect, ASSAY_DEFECT_SAMPLE);
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
    [COLUMN_NUMBERS] = { _ ("Unit numbers"), 15, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    [COLUMN_SAMPLE] = { _ ("Sample"), 11, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
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
