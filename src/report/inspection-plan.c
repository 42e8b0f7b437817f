/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sampling plan of an inspection as it was recorded, with what was found against it. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "chart/oc-chart.h"
#include "insight/plan-worth.h"
#include "report/chart-block.h"
#include "report/inspection-sections.h"
#include "report/table-block.h"
#include "report/text-block.h"

#define CHART_HEIGHT 215.0

/* With fewer than Re and more than Ac, which reduced plans allow, the lot passes and the next one
 * is inspected normally; of a first sample it asks for the second. */
static void
judge (AssayPlanRow *row, gboolean first)
{
  row->mark = ASSAY_MARK_EMPTY;
  row->result = ASSAY_REPORT_DASH;
  if (row->found < 0 || row->ac < 0 || row->re < 0)
    return;
  row->mark = row->found >= row->re ? ASSAY_MARK_FAIL : ASSAY_MARK_PASS;
  if (row->found >= row->re)
    row->result = _ ("Fail");
  else if (row->found <= row->ac)
    row->result = _ ("Pass");
  else if (first)
    {
      row->mark = ASSAY_MARK_PENDING;
      row->result = _ ("Second sample");
    }
  else
    row->result = _ ("Pass; next lot on normal inspection");
}

/* Returns how many rows the class has. */
static guint
read_class (AssayRecord *inspection, guint class, AssayUnits units, AssayPlanRow rows[2])
{
  const AssayRecordType *defect = assay_record_type_get (ASSAY_TYPE_DEFECT);
  const AssayClassFields *fields = assay_class_fields (class);
  gint64 second = assay_record_get_integer (inspection, fields->second_n, 0);
  AssayPlanRow row = {
    .label = assay_field_choice_label (&defect->fields[ASSAY_DEFECT_CLASS], fields->name),
    .sample = assay_record_get_integer (inspection, fields->sample, -1),
    .ac = assay_record_get_integer (inspection, fields->ac, -1),
    .re = assay_record_get_integer (inspection, fields->re, -1),
    .found = assay_record_get_integer (inspection, fields->found, -1),
  };

  if (assay_record_is_known (inspection, fields->aql))
    row.aql = assay_format_display (inspection, fields->aql, units);
  if (second <= 0)
    {
      judge (&row, FALSE);
      rows[0] = row;
      return 1;
    }
  rows[1] = row;
  rows[1].sample = row.sample >= 0 ? row.sample + second : -1;
  rows[0] = row;
  rows[0].aql = g_strdup (row.aql);
  rows[0].ac = assay_record_get_integer (inspection, fields->first_ac, -1);
  rows[0].re = assay_record_get_integer (inspection, fields->first_re, -1);
  /* Until the second sample is begun, all that was found is of the first. */
  rows[0].found = assay_record_get_integer (inspection, fields->first, row.found);
  judge (&rows[0], TRUE);
  if (rows[0].mark != ASSAY_MARK_PENDING)
    rows[1].found = -1;
  judge (&rows[1], FALSE);
  if (rows[0].mark == ASSAY_MARK_PASS || rows[0].mark == ASSAY_MARK_FAIL)
    rows[1].result = _ ("Not needed");
  return 2;
}

guint
assay_plan_rows_read (AssayRecord *inspection, AssayUnits units, AssayPlanRow *rows)
{
  guint n = 0;

  for (guint i = 0; i < ASSAY_N_CLASSES; i++)
    n += read_class (inspection, i, units, rows + n);
  return n;
}

void
assay_plan_row_read (AssayRecord *inspection, guint class, AssayUnits units, AssayPlanRow *row)
{
  AssayPlanRow rows[2];
  guint n = read_class (inspection, class, units, rows);
  guint last = n == 2 && rows[0].mark == ASSAY_MARK_PENDING && rows[1].found >= 0 ? 1 : 0;

  *row = rows[last];
  if (n == 2)
    assay_plan_row_clear (&rows[1 - last]);
}

void
assay_plan_row_clear (AssayPlanRow *row)
{
  g_clear_pointer (&row->aql, g_free);
}

static void
add_count (GStrvBuilder *cells, gint64 count)
{
  if (count < 0)
    g_strv_builder_add (cells, ASSAY_REPORT_DASH);
  else
    g_strv_builder_take (cells, assay_format_number (count));
}

static void
add_row (AssayBlock *block, const AssayPlanRow *row, gboolean is_double, gboolean both)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) cells = NULL;

  if (!is_double)
    g_strv_builder_add (builder, row->label);
  else if (both)
    /* Translators: a class of defects in both samples of double sampling */
    g_strv_builder_take (builder, g_strdup_printf (_ ("%s, both samples"), row->label));
  else
    /* Translators: a class of defects in the first sample of double sampling */
    g_strv_builder_take (builder, g_strdup_printf (_ ("%s, first sample"), row->label));
  g_strv_builder_add (builder, row->aql != NULL ? row->aql : ASSAY_REPORT_DASH);
  add_count (builder, row->sample);
  add_count (builder, row->ac);
  add_count (builder, row->re);
  add_count (builder, row->found);
  g_strv_builder_add (builder, row->result);
  cells = g_strv_builder_end (builder);
  assay_table_block_add_row (block, (const char *const *)cells);
  assay_table_block_set_mark (block, 6, row->mark);
  assay_table_block_set_style (block, 5, ASSAY_STYLE_STRONG);
  assay_table_block_set_style (block, 6, ASSAY_STYLE_STRONG);
}

AssayBlock *
assay_inspection_plan_table_new (AssayInspectionData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Class"), 21, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("AQL"), 9, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Sample"), 11, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Accept up to (Ac)"), 17, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Reject from (Re)"), 17, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Found"), 12, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Result"), 23, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  AssayPlanRow rows[ASSAY_PLAN_ROWS];
  guint n = assay_plan_rows_read (data->inspection, data->brand->units, rows);

  for (guint i = 0; i < n; i++)
    {
      gboolean both = i > 0 && rows[i].label == rows[i - 1].label;
      gboolean is_double = both || (i + 1 < n && rows[i + 1].label == rows[i].label);

      add_row (block, &rows[i], is_double, both);
    }
  for (guint i = 0; i < n; i++)
    assay_plan_row_clear (&rows[i]);
  return block;
}

/* Level, severity, letter and basis in a line; each named, as each may be unknown. */
static char *
dup_terms (AssayInspectionData *data)
{
  static const struct
  {
    guint field;
    gboolean optional;
  } fields[] = {
    { ASSAY_INSPECTION_PLAN_PROFILE, TRUE },      { ASSAY_INSPECTION_LEVEL, FALSE },
    { ASSAY_INSPECTION_SAMPLING, TRUE },          { ASSAY_INSPECTION_SEVERITY, FALSE },
    { ASSAY_INSPECTION_SEVERITY_CRITICAL, TRUE }, { ASSAY_INSPECTION_SEVERITY_MAJOR, TRUE },
    { ASSAY_INSPECTION_SEVERITY_MINOR, TRUE },    { ASSAY_INSPECTION_CODE_LETTER, FALSE },
    { ASSAY_INSPECTION_LARGEST_SAMPLE, FALSE },   { ASSAY_INSPECTION_BASIS, FALSE },
    { ASSAY_INSPECTION_FIRST_INSPECTED, TRUE },
  };
  const AssayRecordType *type = assay_record_describe (data->inspection);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      guint field = fields[i].field;
      g_autofree char *value = assay_format_display (data->inspection, field, data->brand->units);

      if (fields[i].optional && *value == '\0')
        continue;
      if (line->len > 0)
        g_string_append (line, " · ");
      /* Translators: the name of a field and its value */
      g_string_append_printf (line, _ ("%s: %s"), assay_field_label (&type->fields[field]),
                              *value != '\0' ? value : _ ("not recorded"));
    }
  return g_string_free_and_steal (line);
}

/* The tables are those of MIL-STD-105E; they must not be taken for ISO 2859-1:2026. */
static char *
dup_standard (AssayInspectionData *data)
{
  const char *standard = assay_record_get_text (data->inspection, ASSAY_INSPECTION_STANDARD);
  const char *sampling = assay_record_get_text (data->inspection, ASSAY_INSPECTION_SAMPLING);
  gboolean reduced = FALSE;

  for (guint i = 0; i < ASSAY_N_CLASSES; i++)
    {
      const char *severity
          = assay_record_get_text (data->inspection, assay_class_fields (i)->severity);

      if (severity == NULL)
        severity = assay_record_get_text (data->inspection, ASSAY_INSPECTION_SEVERITY);
      reduced = reduced || g_strcmp0 (severity, "reduced") == 0;
    }
  if (standard == NULL || *standard == '\0')
    return g_strdup (_ ("Which set of sampling plans was used was not recorded."));
  if (strstr (standard, "2859") != NULL || strstr (standard, "105E") == NULL || reduced
      || g_strcmp0 (sampling, "double") == 0)
    return g_strdup_printf (_ ("Plans after %s."), standard);
  return g_strdup_printf (
      _ ("Plans after %s (equals ISO 2859-1:1999 for normal and tightened single sampling)."),
      standard);
}

/* Why the lot was inspected as sharply as it was. */
static void
add_switching (AssayDocument *document, AssayInspectionData *data)
{
  const char *reason = assay_record_get_text (data->inspection, ASSAY_INSPECTION_SEVERITY_REASON);
  gboolean overruled
      = assay_record_get_integer (data->inspection, ASSAY_INSPECTION_SEVERITY_OVERRULED, 0) != 0;
  g_autofree char *words = NULL;

  if (reason == NULL || *reason == '\0')
    return;
  words = overruled ? g_strdup_printf (_ ("Severity, against the switching rules: %s"), reason)
                    : g_strdup_printf (_ ("Severity: %s"), reason);
  assay_document_take (document, assay_paragraph_new (words, ASSAY_STYLE_CAPTION));
}

/* How often lots of each quality pass this plan, as a curve and in a sentence. */
static void
add_worth (AssayDocument *document, AssayInspectionData *data)
{
  AssayInspectionPlan plan;
  g_autoptr (AssayPlanWorth) worth = NULL;
  g_autoptr (AssayScene) scene = NULL;
  const AssayPlanCurve *curve;
  g_autofree char *sentence = NULL;

  assay_inspection_plan_read (data->inspection, &plan);
  if (!plan.known)
    return;
  worth = assay_plan_worth_of_inspection (data->inspection, &plan, ASSAY_WORTH_AUTO);
  curve = worth != NULL ? assay_plan_worth_main (worth) : NULL;
  if (curve == NULL)
    return;
  sentence = assay_plan_curve_sentence (curve, assay_plan_curve_telling (curve));
  scene = assay_oc_chart_new (worth, ASSAY_OC_CHART_PASSING, NAN);
  assay_document_take (document,
                       assay_heading_new (_ ("What the plan is worth"), ASSAY_STYLE_HEADING));
  if (sentence != NULL)
    {
      AssayBlock *words = assay_paragraph_new (sentence, ASSAY_STYLE_BODY);

      words->keep_next = TRUE;
      assay_document_take (document, words);
    }
  assay_document_take (document, assay_chart_block_new (scene, CHART_HEIGHT));
}

void
assay_inspection_add_plan (AssayDocument *document, AssayInspectionData *data)
{
  AssayBlock *block = assay_inspection_plan_table_new (data);
  g_autofree char *terms = dup_terms (data);
  g_autofree char *standard = dup_standard (data);

  block->keep_next = TRUE;
  assay_document_take (document,
                       assay_heading_new (_ ("Sampling plan and findings"), ASSAY_STYLE_HEADING));
  assay_document_take (document, block);
  assay_document_take (document, assay_paragraph_new (terms, ASSAY_STYLE_SMALL));
  assay_document_take (document, assay_paragraph_new (standard, ASSAY_STYLE_SMALL));
  add_switching (document, data);
  add_worth (document, data);
}
