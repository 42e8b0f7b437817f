/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/supplier-report.h"

#include <glib/gi18n-lib.h>

#include "chart/defect-rate-chart.h"
#include "chart/distribution-chart.h"
#include "chart/on-time-chart.h"
#include "chart/pareto-chart.h"
#include "chart/xmr-chart.h"
#include "insight/period.h"
#include "record/date.h"
#include "report/beside-block.h"
#include "report/chart-block.h"
#include "report/inspection-sections.h"
#include "report/supplier-sections.h"
#include "report/text-block.h"

#define XMR_CHART   215.0 /* points */
#define WIDE_CHART  185.0
#define HALF_CHART  165.0
#define CHART_WORDS 85.0 /* title, axis and note of a chart of bars */
#define BAR_HEIGHT  22.0
#define MOST_BARS   8

char *
assay_supplier_report_dup_title (AssayRecord *supplier)
{
  g_autofree char *name = assay_record_dup_title (supplier);

  /* Translators: the title of a report, and the supplier that it is about */
  return g_strdup_printf (_ ("Supplier performance: %s"), name);
}

static char *
period_words (const AssaySupplierData *data)
{
  g_autofree char *period = assay_period_words (data->options.from, data->options.to);
  g_autofree char *today = assay_date_format (data->options.today);

  /* Translators: the period of a report, and the day on which it was made */
  return g_strdup_printf (_ ("%s, as of %s"), period, today);
}

static void
add_title (AssayDocument *document, AssaySupplierData *data)
{
  g_autofree char *name = assay_record_dup_title (data->supplier);
  g_autofree char *period = assay_period_words (data->options.from, data->options.to);
  g_autofree char *today = assay_date_format (data->options.today);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *said_period = NULL;
  g_autofree char *said_today = NULL;
  AssayBlock *block = assay_heading_new (name, ASSAY_STYLE_TITLE);

  block->space = 0;
  assay_document_take (document, block);
  assay_report_append_part (line,
                            assay_record_get_text (data->supplier, ASSAY_SUPPLIER_LOCAL_NAME));
  /* Translators: the period of a report */
  said_period = g_strdup_printf (_ ("Period: %s"), period);
  /* Translators: the day on which a report was made */
  said_today = g_strdup_printf (_ ("as of %s"), today);
  assay_report_append_part (line, said_period);
  assay_report_append_part (line, said_today);
  block = assay_paragraph_new (line->str, ASSAY_STYLE_DIM);
  block->space = 1;
  assay_document_take (document, block);
}

static void
add_known (GPtrArray *facts, AssayRecord *record, guint field, AssayUnits units)
{
  if (assay_record_is_known (record, field))
    assay_report_add_field (facts, record, field, units);
}

static void
add_number (GPtrArray *facts, const char *name, gint64 number)
{
  g_autofree char *words = assay_format_number (number);

  assay_report_add_fact (facts, name, words);
}

static void
add_contact (GPtrArray *facts, AssaySupplierData *data)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (data->contact == NULL)
    return;
  assay_report_append_part (words, assay_record_get_text (data->contact, ASSAY_CONTACT_NAME));
  assay_report_append_part (words, assay_record_get_text (data->contact, ASSAY_CONTACT_MAIL));
  assay_report_add_fact (facts, _ ("Contact"), words->str);
}

static void
add_place (GPtrArray *facts, AssaySupplierData *data)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *country
      = assay_format_display (data->supplier, ASSAY_SUPPLIER_COUNTRY, data->brand->units);

  assay_report_append_part (words, assay_record_get_text (data->supplier, ASSAY_SUPPLIER_CITY));
  assay_report_append_part (words, country);
  assay_report_add_fact (facts, _ ("Place"), words->str);
}

static void
add_facts (AssayDocument *document, AssaySupplierData *data)
{
  static const guint fields[] = { ASSAY_SUPPLIER_KIND, ASSAY_SUPPLIER_STATUS,
                                  ASSAY_SUPPLIER_APPROVED_ON, ASSAY_SUPPLIER_PAYMENT_TERMS };
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) right = g_ptr_array_new_with_free_func (g_free);
  AssayBlock *block;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_known (left, data->supplier, fields[i], data->brand->units);
  add_place (left, data);
  add_contact (left, data);
  add_number (right, _ ("Orders in the book"), data->orders);
  add_number (right, _ ("Lines received"), (gint64)data->lead->lead.n);
  add_number (right, _ ("Late and still open"), data->lead->open_late_n);
  add_number (right, _ ("Lots inspected"), data->defects->lots);
  add_number (right, _ ("Pieces inspected"), data->defects->inspected);
  block = assay_report_facts_new (left, right);
  block->space = 10;
  assay_document_take (document, block);
}

/* Definitions of the charts stand with the others, so that charts have the room. */
static AssayBlock *
make_chart (AssayScene *scene, double height, GPtrArray *defined)
{
  AssayBlock *block = assay_chart_block_new (scene, height);
  const char *definition = assay_scene_get_definition (scene);

  assay_chart_block_leave_definition (block);
  if (definition != NULL && defined != NULL)
    /* Translators: the title of a chart, and what it shows */
    g_ptr_array_add (defined,
                     g_strdup_printf (_ ("%s: %s"), assay_scene_get_title (scene), definition));
  assay_scene_unref (scene);
  return block;
}

static void
add_nothing (AssayDocument *document, const char *words)
{
  assay_document_take (document, assay_paragraph_new (words, ASSAY_STYLE_DIM));
}

static void
add_delivery (AssayDocument *document, AssaySupplierData *data, GPtrArray *defined)
{
  AssayBlock *heading = assay_heading_new (_ ("Delivery"), ASSAY_STYLE_HEADING);
  AssayBlock *beside;

  assay_document_take (document, heading);
  if (!assay_supplier_has_delivery (data))
    {
      add_nothing (document, _ ("No order line was received or due in this period."));
      return;
    }
  assay_supplier_add_days (document, data);
  if (data->slips->points->len > 0)
    {
      assay_document_take (
          document, make_chart (assay_xmr_chart_new (data->slips, NULL), XMR_CHART, defined));
      beside = assay_beside_block_new (0.5);
      assay_beside_block_take (
          beside, 0, make_chart (assay_distribution_chart_new (data->slips), HALF_CHART, defined));
      assay_beside_block_take (
          beside, 1, make_chart (assay_on_time_chart_new (data->on_time, ""), HALF_CHART, NULL));
      assay_document_take (document, beside);
    }
  assay_supplier_add_late (document, data);
}

/* A bar has the room that its words need, as far as there is any. */
static double
causes_height (const GPtrArray *causes)
{
  return CHART_WORDS + BAR_HEIGHT * MIN (causes->len, MOST_BARS);
}

static void
add_quality (AssayDocument *document, AssaySupplierData *data, GPtrArray *defined)
{
  assay_document_take (document, assay_heading_new (_ ("Quality"), ASSAY_STYLE_HEADING));
  if (!assay_supplier_has_quality (data))
    add_nothing (document, _ ("No lot with known numbers was inspected in this period."));
  else
    {
      assay_supplier_add_shares (document, data);
      assay_document_take (document, make_chart (assay_defect_rate_chart_new (data->lots, NULL),
                                                 WIDE_CHART, defined));
      if (data->causes->len > 0)
        assay_document_take (document,
                             make_chart (assay_pareto_chart_new (data->causes, ASSAY_CAUSE_TYPE),
                                         causes_height (data->causes), defined));
      assay_supplier_add_refused (document, data);
    }
  assay_supplier_add_actions (document, data);
}

static void
add_definition (AssayDocument *document, const char *words)
{
  AssayBlock *block = assay_paragraph_new (words, ASSAY_STYLE_SMALL);

  block->space = 4;
  assay_document_take (document, block);
}

static void
add_definitions (AssayDocument *document, AssaySupplierData *data, GPtrArray *defined)
{
  g_autofree char *lead = assay_lead_time_definition (&data->lead_question);
  g_autofree char *defects = assay_defect_definition (&data->defect_question);

  assay_document_take (document,
                       assay_heading_new (_ ("What the figures mean"), ASSAY_STYLE_HEADING));
  add_definition (document, lead);
  add_definition (document, defects);
  add_definition (
      document,
      _ ("A claim is supported or not where the whole 95 % interval of what was measured lies "
         "on one side of it; where the interval holds the claim there are too few data "
         "to tell. Figures of fewer than 8 lines, lots or pieces are marked: few data."));
  if (assay_supplier_find_score (data) != NULL)
    {
      g_autofree char *score = assay_scorecard_definition (data->card, &data->measures->question);

      add_definition (document, score);
    }
  for (guint i = 0; i < defined->len; i++)
    add_definition (document, g_ptr_array_index (defined, i));
}

/**
 * assay_supplier_report_new:
 * @data: what was read
 *
 * Returns: (transfer full): the document
 */
AssayDocument *
assay_supplier_report_new (AssaySupplierData *data)
{
  g_autofree char *title = assay_supplier_report_dup_title (data->supplier);
  g_autofree char *name = assay_record_dup_title (data->supplier);
  g_autofree char *period = period_words (data);
  g_autofree char *foot = g_strdup_printf ("%s · %s", name, period);
  AssayDocument *document = assay_document_new (title);
  AssaySupplierSections sections = data->options.sections;
  g_autoptr (GPtrArray) defined = g_ptr_array_new_with_free_func (g_free);

  assay_document_set_brand (document, data->brand->name, data->brand->logo);
  assay_document_set_running (document, _ ("Supplier performance"), foot);
  add_title (document, data);
  add_facts (document, data);
  assay_supplier_add_claims (document, data);
  if (sections & ASSAY_SUPPLIER_SECTION_DELIVERY)
    add_delivery (document, data, defined);
  if (sections & ASSAY_SUPPLIER_SECTION_QUALITY)
    add_quality (document, data, defined);
  if (sections & ASSAY_SUPPLIER_SECTION_SCORECARD)
    assay_supplier_add_score (document, data);
  if (sections & ASSAY_SUPPLIER_SECTION_DEFINITIONS)
    add_definitions (document, data, defined);
  return document;
}
