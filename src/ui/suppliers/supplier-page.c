/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/suppliers/supplier-page.h"

#include <glib/gi18n-lib.h>

#include "chart/defect-rate-chart.h"
#include "chart/xmr-chart.h"
#include "record/format.h"
#include "report/performance-batch.h"
#include "ui/record/evidence-list.h"
#include "ui/form/reach.h"
#include "ui/record/diligence-card.h"
#include "ui/record/evidence-view.h"
#include "ui/record/switching-group.h"
#include "ui/record/record-parts.h"
#include "ui/suppliers/contacts-view.h"
#include "ui/suppliers/grade-view.h"
#include "ui/suppliers/sourcing-view.h"
#include "ui/suppliers/supplier-answer.h"

#define ASSAY_TYPE_SUPPLIER_PAGE (assay_supplier_page_get_type ())
G_DECLARE_FINAL_TYPE (AssaySupplierPage, assay_supplier_page, ASSAY, SUPPLIER_PAGE, AssayRecordPage)

struct _AssaySupplierPage
{
  AssayRecordPage parent_instance;

  AssayRecordParts parts;
  GtkLabel *local_name;
  AdwWrapBox *reach;
  AssaySection *evidence;
  AssayEvidenceView *figures;
  AssayGradeView *grade;
  AssayDiligenceCard *diligence;
  AssaySwitchingView *switching;
  AssayContactsView *contacts;
  AssaySourcingView *sourcing;
  AssayTable *orders;
  AssayEvidenceList *documents;
  AssayChartFrame *slips;
  AssayChartFrame *defects;
};

G_DEFINE_FINAL_TYPE (AssaySupplierPage, assay_supplier_page, ASSAY_TYPE_RECORD_PAGE)

static AssayRecord *
new_owned (AssaySupplierPage *self, AssayType type, guint field)
{
  AssayRecord *supplier = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));
  AssayRecord *record = assay_record_new (type);
  g_autofree char *title = assay_record_dup_title (supplier);

  assay_record_set_reference (record, field, assay_record_get_id (supplier));
  assay_record_set_reference_title (record, field, title);
  return record;
}

static void
add_contact_cb (AssaySupplierPage *self)
{
  g_autoptr (AssayRecord) contact = new_owned (self, ASSAY_TYPE_CONTACT, ASSAY_CONTACT_SUPPLIER);

  assay_context_edit_record (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)), contact);
}

/* A new order takes over the terms that the supplier usually has. */
static void
add_order_cb (AssaySupplierPage *self)
{
  static const guint terms[][2] = {
    { ASSAY_SUPPLIER_CURRENCY, ASSAY_ORDER_CURRENCY },
    { ASSAY_SUPPLIER_INCOTERM, ASSAY_ORDER_INCOTERM },
    { ASSAY_SUPPLIER_PAYMENT_TERMS, ASSAY_ORDER_PAYMENT_TERMS },
  };
  AssayRecord *supplier = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));
  g_autoptr (AssayRecord) order = new_owned (self, ASSAY_TYPE_ORDER, ASSAY_ORDER_SUPPLIER);

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    assay_record_set_value (order, terms[i][1], assay_record_get_value (supplier, terms[i][0]));
  assay_context_edit_record (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)), order);
}

static void
add_inspection_cb (AssaySupplierPage *self)
{
  g_autoptr (AssayRecord) inspection
      = new_owned (self, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_SUPPLIER);

  assay_context_edit_record (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)), inspection);
}

static void
add_action_cb (AssaySupplierPage *self)
{
  g_autoptr (AssayRecord) action
      = new_owned (self, ASSAY_TYPE_CORRECTIVE_ACTION, ASSAY_CORRECTIVE_ACTION_SUPPLIER);

  assay_context_edit_record (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)), action);
}

static void
add_assessment_cb (AssaySupplierPage *self)
{
  AssayContext *context = assay_record_page_get_context (ASSAY_RECORD_PAGE (self));
  g_autoptr (AssayRecord) assessment
      = new_owned (self, ASSAY_TYPE_ASSESSMENT, ASSAY_ASSESSMENT_SUPPLIER);

  assay_record_set_date (assessment, ASSAY_ASSESSMENT_ASSESSED_ON,
                         assay_context_get_today (context));
  assay_context_edit_record (context, assessment);
}

static void
reach_cb (AssaySupplierPage *self, GtkWidget *button)
{
  AssayRecord *record = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "field"));

  assay_reach_open (GTK_WIDGET (self), assay_record_describe (record)->fields[field].kind,
                    assay_record_get_text (record, field));
}

static void
add_reach (AssaySupplierPage *self, AssayRecord *record, guint field)
{
  AssayFieldKind kind = assay_record_describe (record)->fields[field].kind;
  const char *address = assay_record_get_text (record, field);
  g_autofree char *uri = assay_reach_uri (kind, address);
  GtkWidget *button, *content;

  if (uri == NULL)
    return;
  button = gtk_button_new ();
  content = adw_button_content_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), assay_reach_icon (kind));
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content),
                                field == ASSAY_SUPPLIER_TOUR ? _ ("Virtual Tour") : address);
  adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, assay_reach_verb (kind));
  g_object_set_data (G_OBJECT (button), "field", GUINT_TO_POINTER (field));
  g_signal_connect_object (button, "clicked", G_CALLBACK (reach_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->reach, button);
}

static void
show_reach (AssaySupplierPage *self, AssayRecord *record)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->reach))) != NULL)
    adw_wrap_box_remove (self->reach, child);
  add_reach (self, record, ASSAY_SUPPLIER_WEBSITE);
  add_reach (self, record, ASSAY_SUPPLIER_MAIL);
  add_reach (self, record, ASSAY_SUPPLIER_PHONE);
  add_reach (self, record, ASSAY_SUPPLIER_TOUR);
  gtk_widget_set_visible (GTK_WIDGET (self->reach),
                          gtk_widget_get_first_child (GTK_WIDGET (self->reach)) != NULL);
}

/* "深圳三美 · Factory · Approved · Hải Phòng, Vietnam" */
static void
show_heading (AssaySupplierPage *self, AssayRecord *record)
{
  static const guint fields[]
      = { ASSAY_SUPPLIER_LOCAL_NAME, ASSAY_SUPPLIER_KIND, ASSAY_SUPPLIER_STATUS,
          ASSAY_SUPPLIER_CITY, ASSAY_SUPPLIER_COUNTRY };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (assay_record_is_known (record, fields[i]))
      g_strv_builder_take (builder, assay_format_display (record, fields[i], ASSAY_UNITS_METRIC));
  parts = g_strv_builder_end (builder);
  words = g_strjoinv (" · ", parts);
  gtk_label_set_label (self->local_name, words);
}

static void
assay_supplier_page_show (AssayRecordPage *page, AssayRecord *record, gpointer data)
{
  AssaySupplierPage *self = ASSAY_SUPPLIER_PAGE (page);
  g_autoptr (AssaySupplierAnswer) answer = data;
  g_autoptr (AssayScene) slips = assay_xmr_chart_new (answer->slips, NULL);
  g_autoptr (AssayScene) defects = assay_defect_rate_chart_new (answer->lots, NULL);
  const AssayEvidence evidence
      = { .count = answer->orders,
          .lead = answer->lead,
          .defects = answer->defects,
          .rules = &answer->rules,
          .interval = answer->interval,
          .claimed_lead = assay_record_get_integer (record, ASSAY_SUPPLIER_CLAIMED_LEAD, -1),
          .claimed_lead_sd = assay_record_get_integer (record, ASSAY_SUPPLIER_CLAIMED_LEAD_SD, -1),
          .claimed_on_time = assay_record_get_integer (record, ASSAY_SUPPLIER_CLAIMED_ON_TIME, -1),
          .claimed_defects
          = assay_record_get_integer (record, ASSAY_SUPPLIER_CLAIMED_DEFECTS, -1) };

  show_heading (self, record);
  show_reach (self, record);
  assay_section_set_explanation (self->evidence, answer->definition);
  assay_evidence_view_show (self->figures, &evidence);
  assay_grade_view_show (self->grade, assay_record_get_id (record));
  assay_sourcing_view_show (self->sourcing, record, answer->sourcing);
  assay_diligence_card_show (self->diligence, record);
  assay_contacts_view_set_contacts (self->contacts, answer->contacts);
  assay_switching_view_show (self->switching, assay_record_get_id (record), 0);
  assay_evidence_list_show (self->documents, assay_record_get_id (record), 0);
  assay_record_parts_show (&self->parts, record);
  assay_chart_frame_set_scene (self->slips, slips);
  assay_chart_frame_set_scene (self->defects, defects);
  gtk_widget_set_visible (GTK_WIDGET (self->slips), answer->slips->points->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->defects), answer->lots->points->len > 0);
}

static void
report (AssaySupplierPage *self, int action)
{
  AssayRecord *record = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));
  AssayContext *context = assay_record_page_get_context (ASSAY_RECORD_PAGE (self));
  const AssaySupplierReportOptions options
      = { ASSAY_DATE_UNKNOWN, ASSAY_DATE_UNKNOWN, assay_context_get_today (context),
          ASSAY_SUPPLIER_SECTIONS_ALL };
  g_autoptr (AssayPerformanceJob) job = NULL;
  gint64 id;

  if (record == NULL)
    return;
  id = assay_record_get_id (record);
  job = assay_performance_job_new (ASSAY_PERFORMANCE_SUPPLIERS, &id, 1, &options);
  assay_context_print_performance (context, job, action);
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (widget);
  AssayRecord *record = assay_record_page_get_record (page);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = record != NULL ? assay_record_get_id (record) : 0;

  if (record != NULL)
    g_array_append_val (ids, id);
  assay_context_compare_suppliers (assay_record_page_get_context (page), ids);
}

static void
preview_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  report (ASSAY_SUPPLIER_PAGE (widget), GTK_PRINT_OPERATION_ACTION_PREVIEW);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  report (ASSAY_SUPPLIER_PAGE (widget), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayRecord *record = assay_record_page_get_record (ASSAY_RECORD_PAGE (widget));

  if (record != NULL)
    gtk_widget_activate_action (widget, "win.find-duplicates", "x", assay_record_get_id (record));
}

static void
assay_supplier_page_class_init (AssaySupplierPageClass *klass)
{
  AssayRecordPageClass *page_class = ASSAY_RECORD_PAGE_CLASS (klass);

  page_class->type = ASSAY_TYPE_SUPPLIER;
  page_class->read = assay_supplier_answer_read;
  page_class->free_answer = (GDestroyNotify)assay_supplier_answer_free;
  page_class->show = assay_supplier_page_show;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.compare", NULL, compare_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.report", NULL, preview_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.print", NULL, print_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.merge", NULL, merge_action);
}

static void
assay_supplier_page_init (AssaySupplierPage *self)
{
}

static void
add_head (AssaySupplierPage *self)
{
  GtkBox *head = assay_record_page_get_head (ASSAY_RECORD_PAGE (self));
  const AssayEvidenceRows rows = { .count_title = _ ("Orders"),
                                   .counted = ASSAY_TYPE_ORDER,
                                   .counted_field = ASSAY_ORDER_SUPPLIER,
                                   .line_field = ASSAY_ORDER_LINE_SUPPLIER,
                                   .inspection_field = ASSAY_INSPECTION_SUPPLIER };

  self->local_name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->local_name), "dimmed");
  gtk_box_append (head, GTK_WIDGET (self->local_name));
  self->reach = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL);
  gtk_box_append (head, GTK_WIDGET (self->reach));
  self->figures = assay_evidence_view_new (ASSAY_RECORD_PAGE (self), &rows);
  self->evidence
      = ASSAY_SECTION (assay_section_new (_ ("Claims and Evidence"), GTK_WIDGET (self->figures)));
  gtk_box_append (head, GTK_WIDGET (self->evidence));
  self->grade = assay_grade_view_new (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)));
  gtk_box_append (head, GTK_WIDGET (self->grade));
  self->diligence
      = assay_diligence_card_new (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)));
  gtk_box_append (assay_record_page_get_main (ASSAY_RECORD_PAGE (self)),
                  GTK_WIDGET (self->diligence));
}

/* What was found out about it before it was ordered from. */
static void
add_sourcing (AssaySupplierPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  GtkWidget *section;

  self->sourcing = assay_sourcing_view_new (assay_record_page_get_context (page));
  section = assay_section_new (_ ("Sourcing"), GTK_WIDGET (self->sourcing));
  gtk_box_append (assay_record_page_get_main (page), section);
  assay_section_add_button (ASSAY_SECTION (section),
                            assay_sourcing_view_make_button (self->sourcing));
}

static void
add_tables (AssaySupplierPage *self)
{
  static const char *const order_columns[]
      = { "number", "state", "sent_on", "due_on", "delivered_on", "quantity", "value", NULL };
  static const char *const spare_order_columns[] = { "quantity", "due_on", "state", NULL };
  static const char *const line_columns[]
      = { "purchase_order", "product", "quantity", "promised_on", "delivered_on", "slip", NULL };
  static const char *const spare_line_columns[] = { "quantity", "promised_on", NULL };
  static const char *const inspection_columns[]
      = { "inspected_on", "product", "kind", "inspected", "defective", "result", "decision", NULL };
  static const char *const spare_inspection_columns[] = { "kind", "inspected", "defective", NULL };
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  static const char *const action_columns[]
      = { "number", "title", "state", "product", "owner", "due_on", NULL };
  static const char *const spare_action_columns[] = { "product", "owner", "number", NULL };
  static const char *const assessment_columns[]
      = { "assessed_on", "area", "score", "finding", "valid_until", "assessed_by", NULL };
  static const char *const spare_assessment_columns[] = { "assessed_by", "finding", NULL };
  AssayTable *inspections, *actions, *assessments;

  self->slips = assay_record_page_add_chart (page, ASSAY_TYPE_ORDER_LINE);
  self->defects = assay_record_page_add_chart (page, ASSAY_TYPE_INSPECTION);
  self->orders
      = assay_record_page_add_table (page, _ ("Orders"), ASSAY_TYPE_ORDER, ASSAY_ORDER_SUPPLIER,
                                     order_columns, spare_order_columns, _ ("No orders yet"));
  assay_record_page_add_table_button (self->orders, _ ("New Order"), G_CALLBACK (add_order_cb),
                                      self);
  assay_record_page_add_table (page, _ ("Order Lines"), ASSAY_TYPE_ORDER_LINE,
                               ASSAY_ORDER_LINE_SUPPLIER, line_columns, spare_line_columns,
                               _ ("No order lines yet"));
  inspections = assay_record_page_add_table (page, _ ("Inspections"), ASSAY_TYPE_INSPECTION,
                                             ASSAY_INSPECTION_SUPPLIER, inspection_columns,
                                             spare_inspection_columns, _ ("No inspections yet"));
  assay_record_page_add_table_button (inspections, _ ("New Inspection"),
                                      G_CALLBACK (add_inspection_cb), self);
  actions
      = assay_record_page_add_table (page, _ ("Corrective Actions"), ASSAY_TYPE_CORRECTIVE_ACTION,
                                     ASSAY_CORRECTIVE_ACTION_SUPPLIER, action_columns,
                                     spare_action_columns, _ ("No corrective actions"));
  assay_record_page_add_table_button (actions, _ ("New Corrective Action"),
                                      G_CALLBACK (add_action_cb), self);
  assessments = assay_record_page_add_table (page, _ ("Assessments"), ASSAY_TYPE_ASSESSMENT,
                                             ASSAY_ASSESSMENT_SUPPLIER, assessment_columns,
                                             spare_assessment_columns, _ ("No assessments yet"));
  assay_record_page_add_table_button (assessments, _ ("New Assessment"),
                                      G_CALLBACK (add_assessment_cb), self);
}

static void
add_contacts (AssaySupplierPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  GtkWidget *button = assay_icon_button_new ("list-add-symbolic", _ ("New Contact"));
  GtkWidget *section;

  self->contacts = assay_contacts_view_new (assay_record_page_get_context (page));
  section = assay_section_new (_ ("Contacts"), GTK_WIDGET (self->contacts));
  assay_section_add_button (ASSAY_SECTION (section), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_contact_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (assay_record_page_get_side (page), section);
}

AdwNavigationPage *
assay_supplier_page_new (AssayContext *context, gint64 id)
{
  AdwNavigationPage *page = assay_record_page_new (ASSAY_TYPE_SUPPLIER_PAGE, context, id);
  AssaySupplierPage *self = ASSAY_SUPPLIER_PAGE (page);

  add_head (self);
  add_sourcing (self);
  self->documents = assay_evidence_list_add (ASSAY_RECORD_PAGE (page));
  add_tables (self);
  add_contacts (self);
  self->switching = assay_switching_view_new (context);
  gtk_box_append (assay_record_page_get_side (ASSAY_RECORD_PAGE (page)),
                  GTK_WIDGET (self->switching));
  assay_record_parts_add (&self->parts, ASSAY_RECORD_PAGE (page));
  assay_record_page_add_menu (ASSAY_RECORD_PAGE (page), _ ("Compare Side by _Side…"),
                              "page.compare");
  assay_record_page_add_menu (ASSAY_RECORD_PAGE (page), _ ("Performance _Report…"), "page.report");
  assay_record_page_add_menu (ASSAY_RECORD_PAGE (page), _ ("_Merge with Another…"), "page.merge");
  return page;
}
