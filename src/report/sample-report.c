/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/sample-report.h"

#include <glib/gi18n-lib.h>

#include "chart/test-chart.h"
#include "insight/sample-tests.h"
#include "report/chart-block.h"
#include "report/inspection-sections.h"
#include "report/picture-grid.h"
#include "report/sample-report-private.h"
#include "report/signature-block.h"
#include "report/table-block.h"
#include "report/text-block.h"
#include "report/verdict-block.h"
#include "store/records.h"

/* Charts of tests that were compared. */
#define MOST_CHARTS 2
#define CHART_ROW   32.0
#define CHART_FRAME 140.0

static const char *
choice_of (AssayRecord *record, guint field)
{
  const char *stored = assay_record_get_text (record, field);

  return stored != NULL
             ? assay_field_choice_label (&assay_record_describe (record)->fields[field], stored)
             : NULL;
}

static AssayMark
mark_of (AssayTestOutcome outcome)
{
  return outcome == ASSAY_TEST_PASS   ? ASSAY_MARK_PASS
         : outcome == ASSAY_TEST_FAIL ? ASSAY_MARK_FAIL
                                      : ASSAY_MARK_PENDING;
}

static void
add_title (AssayDocument *document, AssayRecord *sample)
{
  g_autofree char *title
      = g_strdup_printf (_ ("Sample %s"), assay_record_get_text (sample, ASSAY_SAMPLE_NUMBER));
  g_autofree char *round = assay_sample_dup_round (sample);
  g_autoptr (GString) line = g_string_new (round);

  assay_report_append_part (line, assay_record_get_reference_title (sample, ASSAY_SAMPLE_PRODUCT));
  assay_report_append_part (line, assay_record_get_reference_title (sample, ASSAY_SAMPLE_VARIANT));
  assay_report_append_part (line, assay_record_get_reference_title (sample, ASSAY_SAMPLE_SUPPLIER));
  assay_document_take (document, assay_heading_new (title, ASSAY_STYLE_TITLE));
  assay_document_take (document, assay_paragraph_new (line->str, ASSAY_STYLE_BODY));
}

static void
add_verdict (AssayDocument *document, AssaySampleReport *report)
{
  AssayRecord *sample = report->sample;
  const char *verdict = assay_record_get_text (sample, ASSAY_SAMPLE_VERDICT);
  gboolean decided = verdict != NULL && g_strcmp0 (verdict, "pending") != 0;
  AssayTestOutcome outcome = report->counts.failed > 0                          ? ASSAY_TEST_FAIL
                             : report->counts.n > 0 && report->counts.open == 0 ? ASSAY_TEST_PASS
                                                                                : ASSAY_TEST_OPEN;
  g_autofree char *reason = assay_sample_tests_dup_words (&report->counts);
  g_autofree char *on = assay_format_display (sample, ASSAY_SAMPLE_DECIDED_ON, 0);
  g_autoptr (GString) detail = g_string_new (NULL);
  AssayVerdictText text
      = { .mark = mark_of (outcome),
          .label = _ ("Tests"),
          .word = outcome == ASSAY_TEST_PASS   ? _ ("Pass")
                  : outcome == ASSAY_TEST_FAIL ? _ ("Fail")
                                               : _ ("Open"),
          .reason = reason,
          .decision_label = _ ("Decision"),
          .decision = decided ? choice_of (sample, ASSAY_SAMPLE_VERDICT) : _ ("Not decided yet") };

  if (*on != '\0')
    assay_report_append_part (detail, on);
  assay_report_append_part (detail, assay_record_get_text (sample, ASSAY_SAMPLE_DECIDED_BY));
  text.decision_detail = decided && detail->len > 0 ? detail->str : NULL;
  assay_document_take (document, assay_verdict_block_new (&text));
}

static void
add_facts (AssayDocument *document, AssaySampleReport *report)
{
  static const guint way[]
      = { ASSAY_SAMPLE_REQUESTED_ON, ASSAY_SAMPLE_DUE_ON,  ASSAY_SAMPLE_SENT_ON,
          ASSAY_SAMPLE_RECEIVED_ON,  ASSAY_SAMPLE_COURIER, ASSAY_SAMPLE_TRACKING };
  static const guint rest[]
      = { ASSAY_SAMPLE_QUANTITY, ASSAY_SAMPLE_COST,    ASSAY_SAMPLE_COURIER_COST,
          ASSAY_SAMPLE_REFUNDED, ASSAY_SAMPLE_REPEATS, ASSAY_SAMPLE_PURCHASE_ORDER,
          ASSAY_SAMPLE_PLACE };
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) right = g_ptr_array_new_with_free_func (g_free);
  AssayBlock *block;

  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    if (i < 2 || assay_record_is_known (report->sample, way[i]))
      assay_report_add_field (left, report->sample, way[i], report->brand->units);
  for (guint i = 0; i < G_N_ELEMENTS (rest); i++)
    if (assay_record_is_known (report->sample, rest[i])
        && (rest[i] != ASSAY_SAMPLE_REFUNDED
            || assay_record_get_flag (report->sample, ASSAY_SAMPLE_REFUNDED)))
      assay_report_add_field (right, report->sample, rest[i], report->brand->units);
  block = assay_report_facts_new (left, right);
  block->space = 8;
  assay_document_take (document, block);
}

static void
add_text (AssayDocument *document, AssayRecord *sample, guint field, const char *title)
{
  const char *text = assay_record_get_text (sample, field);

  if (text == NULL)
    return;
  assay_document_take (document, assay_heading_new (title, ASSAY_STYLE_HEADING));
  assay_document_take (document, assay_paragraph_new (text, ASSAY_STYLE_BODY));
}

static gboolean
is_in_house (AssayRecord *test)
{
  return g_strcmp0 (assay_record_get_text (test, ASSAY_SAMPLE_TEST_PLACE), "in_house") == 0;
}

static void
add_test (AssayBlock *table, AssayRecord *test)
{
  g_autoptr (GString) name
      = g_string_new (assay_record_get_text (test, ASSAY_SAMPLE_TEST_PROPERTY));
  g_autofree char *method = assay_sample_test_dup_method (test);
  g_autofree char *asked = assay_sample_test_dup_asked (test);
  g_autofree char *reason = assay_sample_test_dup_reason (test);
  g_autoptr (GArray) readings = assay_sample_test_readings (test, NULL);
  g_autofree char *results
      = readings != NULL ? assay_test_readings_format (readings, assay_sample_test_scale (test))
                         : g_strdup (assay_record_get_text (test, ASSAY_SAMPLE_TEST_READINGS));
  g_autofree char *value = NULL;
  AssayTestVerdict verdict;
  const char *cells[6] = { NULL };

  assay_sample_test_judge (test, &verdict);
  value = assay_sample_test_dup_value (test, &verdict);
  if (assay_record_get_reference_title (test, ASSAY_SAMPLE_TEST_COMPONENT) != NULL)
    g_string_append_printf (name, " · %s",
                            assay_record_get_reference_title (test, ASSAY_SAMPLE_TEST_COMPONENT));
  if (*method != '\0')
    g_string_append_printf (name, "\n%s", method);
  if (*reason != '\0')
    {
      g_autofree char *with = g_strdup_printf ("%s\n%s", results, reason);

      g_free (g_steal_pointer (&results));
      results = g_steal_pointer (&with);
    }
  cells[0] = name->str;
  cells[1] = asked;
  cells[2] = results;
  cells[3] = value;
  cells[4] = verdict.outcome == ASSAY_TEST_PASS   ? _ ("Pass")
             : verdict.outcome == ASSAY_TEST_FAIL ? _ ("Fail")
                                                  : _ ("Open");
  assay_table_block_add_row (table, cells);
  assay_table_block_set_mark (table, 4, mark_of (verdict.outcome));
}

static void
add_tests (AssayDocument *document, AssaySampleReport *report)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Test"), 30, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Asked for"), 25, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Results"), 22, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Value"), 12, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Verdict"), 11, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *table;

  assay_document_take (document, assay_heading_new (_ ("Tests"), ASSAY_STYLE_HEADING));
  if (report->tests->len == 0)
    {
      assay_document_take (document,
                           assay_paragraph_new (_ ("No tests were asked for."), ASSAY_STYLE_BODY));
      return;
    }
  table = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  for (guint pass = 0; pass < 2; pass++)
    {
      gboolean first = TRUE;

      for (guint i = 0; i < report->tests->len; i++)
        {
          AssayRecord *test = g_ptr_array_index (report->tests, i);

          if (is_in_house (test) != (pass == 0))
            continue;
          if (first)
            assay_table_block_add_band (table, pass == 0 ? _ ("In-house") : _ ("Laboratory"));
          first = FALSE;
          add_test (table, test);
        }
    }
  assay_document_take (document, table);
}

static gboolean
has_origin (AssayRecord *test)
{
  static const guint fields[] = { ASSAY_SAMPLE_TEST_LABORATORY,    ASSAY_SAMPLE_TEST_ACCREDITATION,
                                  ASSAY_SAMPLE_TEST_REPORT_NUMBER, ASSAY_SAMPLE_TEST_TESTER,
                                  ASSAY_SAMPLE_TEST_CONDITIONING,  ASSAY_SAMPLE_TEST_MATERIAL_LOT,
                                  ASSAY_SAMPLE_TEST_TESTED_ON };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (assay_record_is_known (test, fields[i]))
      return TRUE;
  return FALSE;
}

static void
add_origin (AssayBlock *table, AssayRecord *test)
{
  g_autofree char *on = assay_format_display (test, ASSAY_SAMPLE_TEST_TESTED_ON, 0);
  g_autoptr (GString) who = g_string_new (NULL), paper = g_string_new (NULL),
                      specimen = g_string_new (NULL);
  g_autoptr (GString) name
      = g_string_new (assay_record_get_text (test, ASSAY_SAMPLE_TEST_PROPERTY));
  const char *cells[6] = { NULL };

  assay_report_append_part (who,
                            assay_record_get_reference_title (test, ASSAY_SAMPLE_TEST_LABORATORY));
  assay_report_append_part (who, assay_record_get_text (test, ASSAY_SAMPLE_TEST_TESTER));
  assay_report_append_part (paper, assay_record_get_text (test, ASSAY_SAMPLE_TEST_ACCREDITATION));
  assay_report_append_part (specimen, assay_record_get_text (test, ASSAY_SAMPLE_TEST_MATERIAL_LOT));
  assay_report_append_part (specimen, assay_record_get_text (test, ASSAY_SAMPLE_TEST_CONDITIONING));
  if (paper->len == 0 && assay_record_get_flag (test, ASSAY_SAMPLE_TEST_ACCREDITED))
    g_string_append (paper, _ ("asked for, not named"));
  if (specimen->len > 0)
    g_string_append_printf (name, "\n%s", specimen->str);
  cells[0] = name->str;
  cells[1] = who->str;
  cells[2] = paper->str;
  cells[3] = assay_record_get_text (test, ASSAY_SAMPLE_TEST_REPORT_NUMBER);
  cells[4] = on;
  assay_table_block_add_row (table, cells);
}

static void
add_origins (AssayDocument *document, AssaySampleReport *report)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Test"), 30, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Tested by"), 24, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Accreditation"), 16, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Report number"), 16, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Tested on"), 14, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *table
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  guint n = 0;

  for (guint i = 0; i < report->tests->len; i++)
    if (has_origin (report->tests->pdata[i]))
      {
        add_origin (table, report->tests->pdata[i]);
        n++;
      }
  if (n == 0)
    {
      assay_block_free (table);
      return;
    }
  assay_document_take (document,
                       assay_heading_new (_ ("Who Tested, and When"), ASSAY_STYLE_HEADING));
  assay_document_take (document, table);
}

static void
add_rounds (AssayDocument *document, AssaySampleReport *report)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Round"), 26, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Sample"), 20, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Received on"), 18, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Tests"), 14, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Verdict"), 22, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *table;

  if (report->rounds->len < 2)
    return;
  table = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  for (guint i = 0; i < report->rounds->len; i++)
    {
      AssayRecord *one = g_ptr_array_index (report->rounds, i);
      g_autofree char *round = assay_sample_dup_round (one);
      g_autofree char *received = assay_format_display (one, ASSAY_SAMPLE_RECEIVED_ON, 0);
      const char *const cells[] = { round,
                                    assay_record_get_text (one, ASSAY_SAMPLE_NUMBER),
                                    received,
                                    choice_of (one, ASSAY_SAMPLE_RESULT),
                                    choice_of (one, ASSAY_SAMPLE_VERDICT),
                                    NULL };

      assay_table_block_add_row (table, cells);
      if (assay_record_get_id (one) == assay_record_get_id (report->sample))
        assay_table_block_set_style (table, 0, ASSAY_STYLE_STRONG);
    }
  assay_document_take (document, assay_heading_new (_ ("Rounds"), ASSAY_STYLE_HEADING));
  assay_document_take (document, table);
}

/* Of tests that other samples had too: first those that this one failed. */
static void
add_charts (AssayDocument *document, AssaySampleReport *report)
{
  guint n = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < report->series->len && n < MOST_CHARTS; i++)
      {
        const AssayTestSeries *series = g_ptr_array_index (report->series, i);
        gboolean here = FALSE, failed = FALSE;
        g_autoptr (AssayScene) scene = NULL;

        for (guint j = 0; j < series->points->len; j++)
          {
            const AssayTestPoint *point = g_ptr_array_index (series->points, j);

            if (point->sample != assay_record_get_id (report->sample))
              continue;
            here = TRUE;
            failed |= point->verdict.outcome == ASSAY_TEST_FAIL;
          }
        if (!here || series->points->len < 2 || failed != (pass == 0))
          continue;
        if (n++ == 0)
          assay_document_take (document,
                               assay_heading_new (_ ("Tests Compared"), ASSAY_STYLE_HEADING));
        scene = assay_test_chart_new (series);
        assay_document_take (
            document, assay_chart_block_new (scene, CHART_FRAME + CHART_ROW * series->points->len));
      }
}

static void
add_photos (AssayDocument *document, AssaySampleReport *report)
{
  AssayBlock *grid;

  if (report->pictures->len == 0)
    return;
  grid = assay_picture_grid_new (3);
  for (guint i = 0; i < report->pictures->len; i++)
    {
      g_autofree char *label = g_strdup_printf (_ ("Photo %u"), i + 1);

      assay_picture_grid_add (grid, report->pictures->pdata[i], NULL, label,
                              report->captions->pdata[i]);
    }
  assay_document_take (document, assay_heading_new (_ ("Photos"), ASSAY_STYLE_HEADING));
  assay_document_take (document, grid);
}

static AssayDocument *
make_document (AssaySampleReport *report)
{
  const char *const roles[] = { _ ("Buyer: name, date"), _ ("Supplier: name, date"), NULL };
  const char *number = assay_record_get_text (report->sample, ASSAY_SAMPLE_NUMBER);
  g_autofree char *today = assay_date_format (report->today);
  g_autofree char *title = g_strdup_printf (_ ("Sample report: %s"), number);
  g_autofree char *foot = g_strdup_printf ("%s · %s", number, today);
  AssayDocument *document = assay_document_new (title);

  assay_document_set_brand (document, report->brand->name, report->brand->logo);
  assay_document_set_running (document, _ ("Sample report"), foot);
  add_title (document, report->sample);
  add_verdict (document, report);
  add_facts (document, report);
  add_text (document, report->sample, ASSAY_SAMPLE_COMMENTS, _ ("Comments to the Supplier"));
  add_tests (document, report);
  add_origins (document, report);
  add_rounds (document, report);
  add_charts (document, report);
  add_photos (document, report);
  add_text (document, report->sample, ASSAY_SAMPLE_NOTE, _ ("Notes"));
  assay_document_take (document, assay_signature_block_new (roles));
  return document;
}

AssayDocument *
assay_sample_report_make (AssayDb *db,
                          gint64 sample,
                          gint32 today,
                          AssayReportBrand *brand,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (AssaySampleReport) report
      = assay_sample_report_read (db, sample, today, brand, cancellable, error);

  return report != NULL ? make_document (report) : NULL;
}
