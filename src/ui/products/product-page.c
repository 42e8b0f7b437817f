/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/products/product-page.h"

#include <glib/gi18n-lib.h>

#include "chart/defect-rate-chart.h"
#include "chart/spread-chart.h"
#include "insight/defects.h"
#include "insight/lead-time.h"
#include "record/format.h"
#include "ui/record/evidence-list.h"
#include "report/record-report.h"
#include "ui/products/product-parts.h"
#include "ui/products/reorder-card.h"
#include "ui/record/claims-card.h"
#include "ui/record/diligence-card.h"
#include "ui/record/evidence-view.h"
#include "ui/record/switching-group.h"
#include "ui/record/record-parts.h"

#define ASSAY_TYPE_PRODUCT_PAGE (assay_product_page_get_type ())
G_DECLARE_FINAL_TYPE (AssayProductPage, assay_product_page, ASSAY, PRODUCT_PAGE, AssayRecordPage)

struct _AssayProductPage
{
  AssayRecordPage parent_instance;

  AssayRecordParts parts;
  GtkLabel *heading;
  AssaySection *evidence;
  AssayEvidenceView *figures;
  AssayReorderCard *reorder;
  AssayClaimsCard *claims;
  AssayDiligenceCard *diligence;
  AssaySwitchingView *switching;
  AssayEvidenceList *documents;
  AssayProductPartsView made_of;
  AssayChartFrame *spread;
  AssayChartFrame *defects;
};

G_DEFINE_FINAL_TYPE (AssayProductPage, assay_product_page, ASSAY_TYPE_RECORD_PAGE)

typedef struct
{
  gint64 lines;
  AssayLeadTimeRow *lead;
  AssayDefectRow *defects;
  GPtrArray *slips; /* AssaySeries, one a supplier */
  AssaySeries *lots;
  GPtrArray *plan; /* AssayReorder, of this product alone */
  char *definition;
  AssayProductParts made_of;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->lead, assay_lead_time_row_free);
  g_clear_pointer (&answer->defects, assay_defect_row_free);
  g_clear_pointer (&answer->slips, g_ptr_array_unref);
  g_clear_pointer (&answer->lots, assay_series_free);
  g_clear_pointer (&answer->plan, g_ptr_array_unref);
  g_free (answer->definition);
  assay_product_parts_clear (&answer->made_of);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
assay_product_page_read (AssayDb *db,
                         AssayRecord *record,
                         const AssayPageQuestion *question,
                         GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (AssayQuery) lines = assay_query_new (ASSAY_TYPE_ORDER_LINE);
  g_autoptr (GPtrArray) lead_rows = NULL;
  g_autoptr (GPtrArray) defect_rows = NULL;
  g_auto (AssayValue) id = ASSAY_VALUE_INIT;
  AssayLeadTimeQuestion lead = { .product = question->id,
                                 .from = ASSAY_DATE_UNKNOWN,
                                 .to = ASSAY_DATE_UNKNOWN,
                                 .today = question->today,
                                 .rules = question->rules };
  AssayDefectQuestion defects
      = { .product = question->id, .from = ASSAY_DATE_UNKNOWN, .to = ASSAY_DATE_UNKNOWN };
  AssayReorderQuestion reorder = { .product = question->id, .today = question->today };

  assay_value_set_integer (&id, question->id);
  assay_query_add_filter (lines, ASSAY_ORDER_LINE_PRODUCT, ASSAY_FILTER_IS, &id);
  answer->lines = assay_query_count (lines, db, error);
  if (answer->lines < 0)
    return NULL;
  lead_rows = assay_lead_time_figures (db, &lead, &answer->lead, error);
  if (lead_rows == NULL)
    return NULL;
  defect_rows = assay_defect_figures (db, &defects, &answer->defects, error);
  if (defect_rows == NULL)
    return NULL;
  answer->slips = assay_lead_time_slips_by_supplier (db, &lead, error);
  if (answer->slips == NULL)
    return NULL;
  answer->lots = assay_defect_points (db, &defects, FALSE, error);
  if (answer->lots == NULL)
    return NULL;
  answer->plan = assay_reorder_plan (db, &reorder, error);
  if (answer->plan == NULL)
    return NULL;
  if (!assay_product_parts_read (&answer->made_of, db, question->id, error))
    return NULL;
  answer->definition = assay_lead_time_definition (&lead);
  return g_steal_pointer (&answer);
}

static void
show_heading (AssayProductPage *self, AssayRecord *record)
{
  static const guint fields[]
      = { ASSAY_PRODUCT_CODE, ASSAY_PRODUCT_STATUS, ASSAY_PRODUCT_CATEGORY, ASSAY_PRODUCT_SEASON };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (assay_record_is_known (record, fields[i]))
      g_strv_builder_take (builder, assay_format_display (record, fields[i], ASSAY_UNITS_METRIC));
  if (assay_record_get_flag (record, ASSAY_PRODUCT_CRITICAL))
    g_strv_builder_add (builder, _ ("Critical product"));
  parts = g_strv_builder_end (builder);
  words = g_strjoinv (" · ", parts);
  gtk_label_set_label (self->heading, words);
}

static void
assay_product_page_show (AssayRecordPage *page, AssayRecord *record, gpointer data)
{
  AssayProductPage *self = ASSAY_PRODUCT_PAGE (page);
  g_autoptr (Answer) answer = data;
  g_autoptr (AssayScene) spread = assay_spread_chart_new (answer->slips);
  g_autoptr (AssayScene) defects = assay_defect_rate_chart_new (answer->lots, NULL);
  const AssayEvidence evidence = { .count = answer->lines,
                                   .lead = answer->lead,
                                   .defects = answer->defects,
                                   .claimed_lead = -1,
                                   .claimed_lead_sd = -1,
                                   .claimed_on_time = -1,
                                   .claimed_defects = -1 };

  show_heading (self, record);
  assay_section_set_explanation (self->evidence, answer->definition);
  assay_evidence_view_show (self->figures, &evidence);
  if (answer->plan->len > 0)
    assay_reorder_card_show (self->reorder, g_ptr_array_index (answer->plan, 0));
  assay_diligence_card_show (self->diligence, record);
  assay_switching_view_show (self->switching, 0, assay_record_get_id (record));
  assay_evidence_list_show (self->documents, 0, assay_record_get_id (record));
  assay_claims_card_show (self->claims, record);
  assay_product_parts_view_show (&self->made_of, &answer->made_of);
  assay_record_parts_show (&self->parts, record);
  assay_chart_frame_set_scene (self->spread, spread);
  assay_chart_frame_set_scene (self->defects, defects);
  gtk_widget_set_visible (GTK_WIDGET (self->spread), answer->slips->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->defects), answer->lots->points->len > 0);
}

static void
add_inspection_cb (AssayProductPage *self)
{
  AssayRecord *product = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));
  g_autoptr (AssayRecord) inspection = assay_record_new (ASSAY_TYPE_INSPECTION);
  g_autofree char *title = assay_record_dup_title (product);

  assay_record_set_reference (inspection, ASSAY_INSPECTION_PRODUCT, assay_record_get_id (product));
  assay_record_set_reference_title (inspection, ASSAY_INSPECTION_PRODUCT, title);
  if (assay_record_is_known (product, ASSAY_PRODUCT_SUPPLIER))
    {
      assay_record_set_reference (inspection, ASSAY_INSPECTION_SUPPLIER,
                                  assay_record_get_reference (product, ASSAY_PRODUCT_SUPPLIER));
      assay_record_set_reference_title (
          inspection, ASSAY_INSPECTION_SUPPLIER,
          assay_record_get_reference_title (product, ASSAY_PRODUCT_SUPPLIER));
    }
  assay_context_edit_record (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)), inspection);
}

static void
print_sheet (AssayProductPage *self, int action)
{
  AssayRecord *product = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));
  AssayContext *context = assay_record_page_get_context (ASSAY_RECORD_PAGE (self));
  g_autoptr (AssayRecordJob) job = NULL;
  gint64 id;

  if (product == NULL)
    return;
  id = assay_record_get_id (product);
  job = assay_record_job_new ("specification", &id, 1, assay_context_get_today (context));
  assay_context_print_records (context, job, action);
}

static void
preview_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  print_sheet (ASSAY_PRODUCT_PAGE (widget), GTK_PRINT_OPERATION_ACTION_PREVIEW);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  print_sheet (ASSAY_PRODUCT_PAGE (widget), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
}

static void
assay_product_page_class_init (AssayProductPageClass *klass)
{
  AssayRecordPageClass *page_class = ASSAY_RECORD_PAGE_CLASS (klass);

  page_class->type = ASSAY_TYPE_PRODUCT;
  page_class->read = assay_product_page_read;
  page_class->free_answer = (GDestroyNotify)answer_free;
  page_class->show = assay_product_page_show;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.report", NULL, preview_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.print", NULL, print_action);
}

static void
assay_product_page_init (AssayProductPage *self)
{
}

static void
add_samples (AssayRecordPage *page)
{
  static const char *const columns[]
      = { "number", "supplier", "round", "state", "received_on", "result", "verdict", NULL };
  static const char *const spare[] = { "state", "received_on", "result", NULL };

  assay_record_page_add_table (page, _ ("Samples"), ASSAY_TYPE_SAMPLE, ASSAY_SAMPLE_PRODUCT,
                               columns, spare, _ ("No samples yet"));
}

AdwNavigationPage *
assay_product_page_new (AssayContext *context, gint64 id)
{
  static const char *const line_columns[]
      = { "purchase_order", "supplier", "quantity", "promised_on", "delivered_on", "slip", NULL };
  static const char *const spare_line_columns[] = { "quantity", "promised_on", NULL };
  static const char *const inspection_columns[]
      = { "inspected_on", "supplier", "kind", "inspected", "defective", "result", NULL };
  static const char *const spare_inspection_columns[] = { "kind", "inspected", NULL };
  static const char *const action_columns[]
      = { "number", "title", "state", "supplier", "owner", "due_on", NULL };
  static const char *const spare_action_columns[] = { "supplier", "owner", "number", NULL };
  const AssayEvidenceRows rows = { .count_title = _ ("Order Lines"),
                                   .counted = ASSAY_TYPE_ORDER_LINE,
                                   .counted_field = ASSAY_ORDER_LINE_PRODUCT,
                                   .line_field = ASSAY_ORDER_LINE_PRODUCT,
                                   .inspection_field = ASSAY_INSPECTION_PRODUCT };
  AssayRecordPage *page
      = ASSAY_RECORD_PAGE (assay_record_page_new (ASSAY_TYPE_PRODUCT_PAGE, context, id));
  AssayProductPage *self = ASSAY_PRODUCT_PAGE (page);
  GtkBox *head = assay_record_page_get_head (page);
  AssayTable *inspections;

  self->heading = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "dimmed");
  gtk_box_append (head, GTK_WIDGET (self->heading));
  self->figures = assay_evidence_view_new (page, &rows);
  self->evidence = ASSAY_SECTION (assay_section_new (_ ("Measured"), GTK_WIDGET (self->figures)));
  gtk_box_append (head, GTK_WIDGET (self->evidence));

  assay_record_page_add_menu (page, _ ("_Specification Sheet"), "page.report");
  assay_product_parts_view_add (&self->made_of, page);
  self->reorder = assay_reorder_card_new (page);
  gtk_box_append (assay_record_page_get_main (page), GTK_WIDGET (self->reorder));
  self->diligence = assay_diligence_card_new (context);
  gtk_box_append (assay_record_page_get_main (page), GTK_WIDGET (self->diligence));
  self->documents = assay_evidence_list_add (page);
  self->spread = assay_record_page_add_chart (page, ASSAY_TYPE_ORDER_LINE);
  self->defects = assay_record_page_add_chart (page, ASSAY_TYPE_INSPECTION);
  add_samples (page);
  assay_record_page_add_table (page, _ ("Order Lines"), ASSAY_TYPE_ORDER_LINE,
                               ASSAY_ORDER_LINE_PRODUCT, line_columns, spare_line_columns,
                               _ ("No order lines yet"));
  inspections = assay_record_page_add_table (page, _ ("Inspections"), ASSAY_TYPE_INSPECTION,
                                             ASSAY_INSPECTION_PRODUCT, inspection_columns,
                                             spare_inspection_columns, _ ("No inspections yet"));
  assay_record_page_add_table_button (inspections, _ ("New Inspection"),
                                      G_CALLBACK (add_inspection_cb), self);
  assay_record_page_add_table (page, _ ("Corrective Actions"), ASSAY_TYPE_CORRECTIVE_ACTION,
                               ASSAY_CORRECTIVE_ACTION_PRODUCT, action_columns,
                               spare_action_columns, _ ("No corrective actions"));
  self->claims = assay_claims_card_new (context);
  gtk_box_append (assay_record_page_get_main (page), GTK_WIDGET (self->claims));
  self->switching = assay_switching_view_new (context);
  gtk_box_append (assay_record_page_get_side (page), GTK_WIDGET (self->switching));
  assay_record_parts_add (&self->parts, page);
  return ADW_NAVIGATION_PAGE (page);
}
