/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every answer of the checklist, numbered as the checklist has them: what was measured, with each
 * reading; tests with a sample of their own; and all other checks by section. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "insight/checklist.h"
#include "report/inspection-sections.h"
#include "report/table-block.h"
#include "report/text-block.h"

typedef enum
{
  GROUP_MEASURED,
  GROUP_TESTS,
  GROUP_OTHERS,
  N_GROUPS,
} Group;

static Group
group_of (AssayRecord *check)
{
  AssayCheckKind kind = assay_check_kind (check);

  if (kind == ASSAY_CHECK_MEASURED)
    return GROUP_MEASURED;
  if (kind == ASSAY_CHECK_DROP
      || assay_record_get_integer (check, ASSAY_CHECKPOINT_SAMPLE_SIZE, 0) > 0)
    return GROUP_TESTS;
  return GROUP_OTHERS;
}

static AssayMark
mark_of (AssayCheckResult result)
{
  switch (result)
    {
    case ASSAY_CHECK_PASS:
      return ASSAY_MARK_PASS;
    case ASSAY_CHECK_FAIL:
      return ASSAY_MARK_FAIL;
    case ASSAY_CHECK_PENDING:
      return ASSAY_MARK_PENDING;
    case ASSAY_CHECK_NOT_APPLICABLE:
    default:
      return ASSAY_MARK_EMPTY;
    }
}

/* "n 5 · 348.5–352 · mean 350.1". */
static char *
dup_summary (AssayRecord *check, const AssayReadingsSummary *readings)
{
  g_autofree char *low = assay_format_decimal (readings->min, ASSAY_READINGS_SCALE, TRUE);
  g_autofree char *high = assay_format_decimal (readings->max, ASSAY_READINGS_SCALE, TRUE);
  g_autofree char *mean = assay_format_real (readings->mean / 1000, 2);
  const char *unit = assay_record_get_text (check, ASSAY_CHECKPOINT_UNIT);

  if (readings->n < 2)
    return NULL;
  /* Translators: of measured values: how many, lowest, highest, mean, unit */
  return g_strdup_printf (_ ("n %u · %s–%s · mean %s %s"), readings->n, low, high, mean,
                          unit != NULL ? unit : "");
}

/* The answer, each reading, and what was noted. */
static char *
dup_found (AssayRecord *check, const AssayCheckJudgement *judged)
{
  g_autofree char *answer = assay_checkpoint_dup_answer (check);
  g_autofree char *summary = NULL;
  const char *readings = assay_record_get_text (check, ASSAY_CHECKPOINT_READINGS);
  const char *note = assay_record_get_text (check, ASSAY_CHECKPOINT_NOTE);
  GString *text = g_string_new (NULL);

  if (readings != NULL && assay_check_kind (check) == ASSAY_CHECK_MEASURED)
    {
      g_autoptr (GArray) values = assay_readings_parse (readings, NULL);
      g_autofree char *each
          = values != NULL
                ? assay_readings_format ((const gint64 *)(gpointer)values->data, values->len)
                : NULL;

      assay_report_append_line (text, each != NULL ? each : readings);
      summary = dup_summary (check, &judged->readings);
    }
  else if (answer != NULL && *answer != '\0')
    assay_report_append_line (text, answer);
  if (summary != NULL)
    assay_report_append_line (text, summary);
  if (note != NULL && *note != '\0')
    assay_report_append_line (text, note);
  if (text->len == 0)
    g_string_append (text, ASSAY_REPORT_DASH);
  return g_string_free_and_steal (text);
}

static char *
dup_check_name (AssayInspectionData *data, guint i)
{
  const AssayReportItem *item = g_ptr_array_index (data->checks, i);
  const char *name = assay_record_get_text (item->record, ASSAY_CHECKPOINT_NAME);
  const char *method = assay_record_get_text (item->record, ASSAY_CHECKPOINT_METHOD);
  g_autofree char *numbers = NULL;
  g_autofree char *photos = NULL;
  GString *text = g_string_new (name);

  if (method != NULL && *method != '\0')
    assay_report_append_line (text, method);
  if (item->photos->len == 0)
    return g_string_free_and_steal (text);
  numbers = assay_report_dup_numbers (assay_report_first_photo (data, data->checks, i),
                                      item->photos->len);
  photos = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Photo %s", "Photos %s", item->photos->len), numbers);
  assay_report_append_line (text, photos);
  return g_string_free_and_steal (text);
}

static char *
dup_result (AssayRecord *check, const AssayCheckJudgement *judged)
{
  const AssayField *field
      = &assay_record_type_get (ASSAY_TYPE_CHECKPOINT)->fields[ASSAY_CHECKPOINT_RESULT];
  const char *word
      = assay_field_choice_label (field, assay_check_result_to_string (judged->result));
  g_autofree char *reason = assay_checkpoint_dup_reason (check);

  if (judged->why == ASSAY_CHECK_WHY_UNANSWERED)
    return g_strdup (_ ("Not answered"));
  return reason != NULL && *reason != '\0' ? g_strdup_printf ("%s\n%s", word, reason)
                                           : g_strdup (word);
}

static void
add_check (AssayBlock *block, AssayInspectionData *data, guint i)
{
  const AssayReportItem *item = g_ptr_array_index (data->checks, i);
  AssayCheckJudgement judged;
  g_autofree char *number = g_strdup_printf ("%u", i + 1);
  g_autofree char *name = dup_check_name (data, i);
  g_autofree char *required = assay_check_dup_requirement (item->record);
  g_autofree char *found = NULL;
  g_autofree char *result = NULL;

  assay_checkpoint_judge (item->record, &judged);
  found = dup_found (item->record, &judged);
  result = dup_result (item->record, &judged);
  {
    const char *const cells[] = { number, name, required, found, result };

    assay_table_block_add_row (block, cells);
  }
  assay_table_block_set_mark (block, 4, mark_of (judged.result));
}

static void
add_group (AssayDocument *document, AssayInspectionData *data, Group group, const char *heading)
{
  const AssayTableBlockColumn columns[] = {
    /* Translators: number of a row */
    { _ ("No."), 6, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("What was checked"), 29, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Required"), 20, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { group == GROUP_MEASURED ? _ ("Measured") : _ ("Found"), 26, ASSAY_ALIGN_START,
      ASSAY_STYLE_BODY },
    { _ ("Result"), 21, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *block = NULL;
  const char *section = NULL;

  for (guint i = 0; i < data->checks->len; i++)
    {
      const AssayReportItem *item = g_ptr_array_index (data->checks, i);
      const char *own = assay_record_get_text (item->record, ASSAY_CHECKPOINT_SECTION);

      if (group_of (item->record) != group)
        continue;
      if (block == NULL)
        block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
      if (own != NULL && *own != '\0' && g_strcmp0 (own, section) != 0)
        assay_table_block_add_band (block, own);
      section = own;
      add_check (block, data, i);
    }
  if (block == NULL)
    return;
  assay_document_take (document, assay_heading_new (heading, ASSAY_STYLE_HEADING));
  assay_document_take (document, block);
}

guint
assay_report_add_failed_checks (AssayBlock *table, AssayInspectionData *data, guint most)
{
  guint n = 0;

  for (guint i = 0; i < data->checks->len; i++)
    {
      const AssayReportItem *item = g_ptr_array_index (data->checks, i);
      const char *name = assay_record_get_text (item->record, ASSAY_CHECKPOINT_NAME);
      AssayCheckJudgement judged;

      assay_checkpoint_judge (item->record, &judged);
      if (judged.result != ASSAY_CHECK_FAIL)
        continue;
      if (n++ < most)
        {
          g_autofree char *required = assay_check_dup_requirement (item->record);
          g_autofree char *answer = assay_checkpoint_dup_answer (item->record);
          g_autofree char *reason = assay_checkpoint_dup_reason (item->record);
          g_autofree char *what = assay_report_shorten (name != NULL ? name : "", 90);
          g_autofree char *wanted = assay_report_shorten (required != NULL ? required : "", 90);
          g_autofree char *found = assay_report_shorten (reason != NULL && *reason != '\0' ? reason
                                                         : answer != NULL                  ? answer
                                                                                           : "",
                                                         90);
          const char *const cells[] = { what, wanted, found };

          assay_table_block_add_row (table, cells);
          assay_table_block_set_mark (table, 0, ASSAY_MARK_FAIL);
        }
    }
  return n;
}

void
assay_inspection_add_checks (AssayDocument *document, AssayInspectionData *data)
{
  add_group (document, data, GROUP_MEASURED, _ ("Measurements"));
  add_group (document, data, GROUP_TESTS, _ ("Tests with a sample of their own"));
  add_group (document, data, GROUP_OTHERS, _ ("Checklist"));
}
