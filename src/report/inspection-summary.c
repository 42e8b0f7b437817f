/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/inspection-summary.h"

#include <glib/gi18n-lib.h>

#include "report/beside-block.h"
#include "report/inspection-document.h"
#include "report/inspection-sections.h"
#include "report/picture-grid.h"
#include "report/table-block.h"
#include "report/text-block.h"

/* What a page holds beside the rest at full size. */
#define MOST_DEFECTS 8
#define MOST_CHECKS  5
#define PHOTO_HEIGHT 92.0
#define MOST_LETTERS 60
#define MOST_WORDS   260

static void
add_title (AssayDocument *document, AssayInspectionData *data)
{
  g_autofree char *kind
      = assay_format_display (data->inspection, ASSAY_INSPECTION_KIND, data->brand->units);
  g_autofree char *subject = assay_report_dup_subject (data);
  g_autofree char *line = assay_report_shorten (subject, 2 * MOST_LETTERS);
  g_autofree char *title = *kind != '\0' ? g_strdup_printf (_ ("Inspection: %s"), kind)
                                         : g_strdup (_ ("Inspection summary"));
  AssayBlock *block = assay_heading_new (title, ASSAY_STYLE_TITLE);

  block->space = 0;
  assay_document_take (document, block);
  block = assay_paragraph_new (line, ASSAY_STYLE_DIM);
  block->space = 1;
  assay_document_take (document, block);
}

static void
add_short (GPtrArray *facts, const char *name, const char *value)
{
  g_autofree char *cut = value != NULL ? assay_report_shorten (value, MOST_LETTERS) : NULL;

  assay_report_add_fact (facts, name, cut);
}

static void
add_title_of (GPtrArray *facts, const char *name, AssayRecord *record)
{
  g_autofree char *title = assay_report_dup_title_of (record);

  add_short (facts, name, title);
}

static void
add_field (GPtrArray *facts, AssayInspectionData *data, guint field)
{
  const AssayField *described = &assay_record_describe (data->inspection)->fields[field];
  g_autofree char *value = assay_format_display (data->inspection, field, data->brand->units);

  add_short (facts, assay_field_label (described), value);
}

static void
add_facts (AssayDocument *document, AssayInspectionData *data)
{
  static const guint fields[]
      = { ASSAY_INSPECTION_INSPECTED_ON, ASSAY_INSPECTION_LOCATION, ASSAY_INSPECTION_INSPECTOR,
          ASSAY_INSPECTION_COMPANY, ASSAY_INSPECTION_INSPECTED };
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) right = g_ptr_array_new_with_free_func (g_free);
  AssayBlock *block;

  add_title_of (left, _ ("Supplier"), data->supplier);
  add_title_of (left, _ ("Product"), data->product);
  add_title_of (left, _ ("Order"), data->order);
  add_field (left, data, ASSAY_INSPECTION_LOT_SIZE);
  add_field (left, data, ASSAY_INSPECTION_PRESENTED);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_field (right, data, fields[i]);
  block = assay_report_facts_new (left, right);
  block->space = 12;
  assay_document_take (document, block);
}

static AssayBlock *
small_heading (const char *text)
{
  AssayBlock *block = assay_heading_new (text, ASSAY_STYLE_STRONG);

  block->space = 0;
  return block;
}

static void
add_top_defects (AssayBlock *beside, AssayInspectionData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Class"), 18, ASSAY_ALIGN_START, ASSAY_STYLE_CAPTION },
    { _ ("Defect"), 66, ASSAY_ALIGN_START, ASSAY_STYLE_CAPTION },
    { _ ("Units"), 16, ASSAY_ALIGN_END, ASSAY_STYLE_STRONG },
  };
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  AssayUnits units = data->brand->units;

  assay_beside_block_take (beside, 0, small_heading (_ ("Most serious defects")));
  if (data->defects->len == 0)
    {
      assay_block_free (block);
      assay_beside_block_take (
          beside, 0, assay_paragraph_new (_ ("No defects were recorded."), ASSAY_STYLE_CAPTION));
      return;
    }
  for (guint i = 0; i < MIN (data->defects->len, MOST_DEFECTS); i++)
    {
      const AssayReportDefect *defect = g_ptr_array_index (data->defects, i);
      g_autofree char *class = assay_format_display (defect->defect, ASSAY_DEFECT_CLASS, units);
      g_autofree char *whole = assay_report_defect_dup_name (defect, FALSE);
      g_autofree char *name = assay_report_shorten (whole, MOST_LETTERS);
      gint64 count = assay_record_get_integer (defect->defect, ASSAY_DEFECT_COUNT, -1);
      g_autofree char *number
          = count >= 0 ? assay_format_number (count) : g_strdup (ASSAY_REPORT_DASH);
      const char *const cells[] = { class, name, number };

      assay_table_block_add_row (block, cells);
    }
  assay_beside_block_take (beside, 0, block);
  if (data->defects->len > MOST_DEFECTS)
    {
      guint more = data->defects->len - MOST_DEFECTS;
      g_autofree char *words
          = g_strdup_printf (ngettext ("%u more kind of defect is in the full report.",
                                       "%u more kinds of defects are in the full report.", more),
                             more);

      assay_beside_block_take (beside, 0, assay_paragraph_new (words, ASSAY_STYLE_SMALL));
    }
}

static void
add_failed_checks (AssayBlock *beside, AssayInspectionData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Check"), 38, ASSAY_ALIGN_START, ASSAY_STYLE_CAPTION },
    { _ ("Required"), 30, ASSAY_ALIGN_START, ASSAY_STYLE_CAPTION },
    { _ ("Found"), 32, ASSAY_ALIGN_START, ASSAY_STYLE_CAPTION },
  };
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  guint n = assay_report_add_failed_checks (block, data, MOST_CHECKS);
  g_autofree char *words = NULL;

  assay_beside_block_take (beside, 1, small_heading (_ ("Checks that failed")));
  if (n == 0)
    {
      assay_block_free (block);
      words = data->checks->len > 0
                  ? g_strdup_printf (
                        ngettext ("None of %u check.", "None of %u checks.", data->checks->len),
                        data->checks->len)
                  : g_strdup (_ ("No checklist was used."));
      assay_beside_block_take (beside, 1, assay_paragraph_new (words, ASSAY_STYLE_CAPTION));
      return;
    }
  assay_beside_block_take (beside, 1, block);
  if (n <= MOST_CHECKS)
    return;
  words = g_strdup_printf (ngettext ("%u more failed check is in the full report.",
                                     "%u more failed checks are in the full report.",
                                     n - MOST_CHECKS),
                           n - MOST_CHECKS);
  assay_beside_block_take (beside, 1, assay_paragraph_new (words, ASSAY_STYLE_SMALL));
}

static void
add_photo (AssayBlock *grid, const AssayReportPhoto *photo, const char *words)
{
  const char *caption = assay_record_get_text (photo->attachment, ASSAY_ATTACHMENT_CAPTION);
  g_autofree char *cut = words != NULL || caption != NULL
                             ? assay_report_shorten (words != NULL ? words : caption, MOST_LETTERS)
                             : NULL;

  assay_picture_grid_add (grid, photo->picture, photo->problem, cut, NULL);
}

/* Those that were read for this page; what a photo that cannot be shown would take, the next one
 * gets. */
static void
add_photos (AssayDocument *document, AssayInspectionData *data)
{
  AssayBlock *grid = assay_picture_grid_new (ASSAY_REPORT_SUMMARY_PHOTOS);
  guint n = 0;

  for (guint i = 0; i < data->defects->len && n < ASSAY_REPORT_SUMMARY_PHOTOS; i++)
    {
      const AssayReportDefect *defect = g_ptr_array_index (data->defects, i);
      g_autofree char *subject = assay_report_defect_dup_subject (defect, data->brand->units);
      const AssayReportPhoto *photo
          = defect->photos->len > 0 ? g_ptr_array_index (defect->photos, 0) : NULL;

      if (photo != NULL && photo->picture != NULL && n++ < ASSAY_REPORT_SUMMARY_PHOTOS)
        add_photo (grid, photo, subject);
    }
  for (guint i = 0; i < data->photos->len && n < ASSAY_REPORT_SUMMARY_PHOTOS; i++)
    {
      const AssayReportPhoto *photo = g_ptr_array_index (data->photos, i);

      if (photo->picture != NULL && n++ < ASSAY_REPORT_SUMMARY_PHOTOS)
        add_photo (grid, photo, NULL);
    }
  assay_picture_grid_set_most_height (grid, PHOTO_HEIGHT);
  grid->space = 14;
  if (n > 0)
    assay_document_take (document, grid);
  else
    assay_block_free (grid);
}

/* The reason of the decision, or else the inspector's remarks, as far as the page has room. */
static void
add_words (AssayDocument *document, AssayInspectionData *data)
{
  static const guint fields[] = { ASSAY_INSPECTION_DECISION_NOTE, ASSAY_INSPECTION_NOTE };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = assay_record_get_text (data->inspection, fields[i]);
      const AssayField *field = &assay_record_describe (data->inspection)->fields[fields[i]];
      g_autofree char *cut = NULL;
      g_autofree char *named = NULL;

      if (text == NULL || *text == '\0')
        continue;
      cut = assay_report_shorten (text, MOST_WORDS);
      named = g_strdup_printf (_ ("%s: %s"), assay_field_label (field), cut);
      assay_document_take (document, assay_paragraph_new (named, ASSAY_STYLE_CAPTION));
    }
}

AssayDocument *
assay_inspection_summary_new (AssayInspectionData *data)
{
  AssayDocument *document = assay_inspection_document_begin (data);
  AssayBlock *table = assay_inspection_plan_table_new (data);
  AssayBlock *beside = assay_beside_block_new (0.5);

  assay_document_set_one_page (document, TRUE);
  add_title (document, data);
  assay_inspection_add_verdict (document, data);
  add_facts (document, data);
  table->space = 12;
  assay_document_take (document, table);
  add_top_defects (beside, data);
  add_failed_checks (beside, data);
  assay_document_take (document, beside);
  add_photos (document, data);
  add_words (document, data);
  assay_inspection_add_signatures (document, data);
  return document;
}
