/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/pages.h"

#include <glib/gi18n-lib.h>

#include "store/book-settings.h"
#include "store/records.h"
#include "ui/actions/action-page.h"
#include "ui/actions/new-action.h"
#include "ui/calendar/calendar-page.h"
#include "ui/checklists/checklist-page.h"
#include "ui/claims/claim-kind-page.h"
#include "ui/claims/claim-page.h"
#include "ui/diligence/diligence-page.h"
#include "ui/diligence/list-page.h"
#include "ui/evidence/evidence-page.h"
#include "ui/evidence/scheme-page.h"
#include "ui/evidence/validity-page.h"
#include "ui/form/form-dialog.h"
#include "ui/import/import-dialog.h"
#include "ui/inspections/inspection-page.h"
#include "ui/milestone-plans/plan-page.h"
#include "ui/orders/order-line-page.h"
#include "ui/orders/order-page.h"
#include "ui/orders/plan-chooser.h"
#include "ui/performance/performance-page.h"
#include "ui/print/print-operation.h"
#include "ui/print/print-performance.h"
#include "ui/print/print-records.h"
#include "ui/products/product-page.h"
#include "ui/samples/sample-page.h"
#include "ui/record/section.h"
#include "ui/scorecards/scorecard-page.h"
#include "ui/suppliers/compare-page.h"
#include "ui/suppliers/duplicates-dialog.h"
#include "ui/suppliers/supplier-page.h"
#include "ui/suppliers/suppliers-page.h"
#include "ui/table/table-page.h"
#include "ui/products/protocol-page.h"
#include "ui/today/today-page.h"

static const AssaySubjectInfo subjects[ASSAY_N_SUBJECTS] = {
  [ASSAY_SUBJECT_TODAY] = { "today", N_ ("Today"), "assay-today-symbolic", ASSAY_TYPE_NONE },
  [ASSAY_SUBJECT_CALENDAR]
  = { "calendar", N_ ("Calendar"), "assay-calendar-symbolic", ASSAY_TYPE_NONE },
  [ASSAY_SUBJECT_SUPPLIERS]
  = { "suppliers", N_ ("Suppliers"), "assay-supplier-symbolic", ASSAY_TYPE_SUPPLIER },
  [ASSAY_SUBJECT_PRODUCTS]
  = { "products", N_ ("Products"), "assay-product-symbolic", ASSAY_TYPE_PRODUCT },
  [ASSAY_SUBJECT_SAMPLES]
  = { "samples", N_ ("Samples"), "assay-sample-symbolic", ASSAY_TYPE_SAMPLE },
  [ASSAY_SUBJECT_ORDERS] = { "orders", N_ ("Orders"), "assay-order-symbolic", ASSAY_TYPE_ORDER },
  [ASSAY_SUBJECT_INSPECTIONS]
  = { "inspections", N_ ("Inspections"), "assay-inspection-symbolic", ASSAY_TYPE_INSPECTION },
  [ASSAY_SUBJECT_ACTIONS]
  = { "actions", N_ ("Corrective Actions"), "assay-action-symbolic", ASSAY_TYPE_CORRECTIVE_ACTION },
  [ASSAY_SUBJECT_EVIDENCE]
  = { "evidence", N_ ("Evidence"), "assay-evidence-symbolic", ASSAY_TYPE_EVIDENCE },
  [ASSAY_SUBJECT_CLAIMS] = { "claims", N_ ("Claims"), "assay-claim-symbolic", ASSAY_TYPE_CLAIM },
  [ASSAY_SUBJECT_DILIGENCE]
  = { "diligence", N_ ("Due Diligence"), "assay-diligence-symbolic", ASSAY_TYPE_NONE },
  [ASSAY_SUBJECT_PERFORMANCE]
  = { "performance", N_ ("Performance"), "assay-performance-symbolic", ASSAY_TYPE_NONE },
  [ASSAY_SUBJECT_PLAN_PROFILES] = { "plan-profiles", N_ ("Plan Profiles"), "assay-filter-symbolic",
                                    ASSAY_TYPE_PLAN_PROFILE, N_ ("How to Inspect") },
  [ASSAY_SUBJECT_CHECKLISTS]
  = { "checklists", N_ ("Checklists"), "assay-checklist-symbolic", ASSAY_TYPE_CHECKLIST },
  [ASSAY_SUBJECT_DEFECT_TYPES]
  = { "defect-types", N_ ("Defect Types"), "assay-defect-symbolic", ASSAY_TYPE_DEFECT_TYPE },
  [ASSAY_SUBJECT_MILESTONE_PLANS]
  = { "milestone-plans", N_ ("Milestone Plans"), "assay-promise-symbolic",
      ASSAY_TYPE_MILESTONE_PLAN, N_ ("How to Plan and Grade") },
  [ASSAY_SUBJECT_BLACKOUTS]
  = { "blackouts", N_ ("Blackout Periods"), "assay-blackout-symbolic", ASSAY_TYPE_BLACKOUT },
  [ASSAY_SUBJECT_EXCHANGE_RATES] = { "exchange-rates", N_ ("Exchange Rates"),
                                     "assay-exchange-symbolic", ASSAY_TYPE_EXCHANGE_RATE },
  [ASSAY_SUBJECT_SCORECARDS]
  = { "scorecards", N_ ("Scorecards"), "assay-scorecard-symbolic", ASSAY_TYPE_SCORECARD },
  [ASSAY_SUBJECT_SCHEMES] = { "schemes", N_ ("Schemes"), "assay-evidence-symbolic",
                              ASSAY_TYPE_SCHEME, N_ ("How to Verify") },
  [ASSAY_SUBJECT_TEST_PROTOCOLS]
  = { "test-protocols", N_ ("Test Protocols"), "assay-sample-symbolic", ASSAY_TYPE_TEST_PROTOCOL },
  [ASSAY_SUBJECT_CLAIM_KINDS]
  = { "claim-kinds", N_ ("Kinds of Claims"), "assay-claim-symbolic", ASSAY_TYPE_CLAIM_KIND },
  [ASSAY_SUBJECT_CLAIM_WORDS]
  = { "claim-words", N_ ("Words in Claims"), "assay-claim-symbolic", ASSAY_TYPE_CLAIM_WORD },
  [ASSAY_SUBJECT_DILIGENCE_LISTS] = { "diligence-lists", N_ ("Due Diligence Lists"),
                                      "assay-diligence-symbolic", ASSAY_TYPE_DILIGENCE },
};

const AssaySubjectInfo *
assay_subject_get (AssaySubject subject)
{
  g_return_val_if_fail (subject < ASSAY_N_SUBJECTS, NULL);

  return &subjects[subject];
}

AssaySubject
assay_subject_find (const char *name)
{
  for (AssaySubject i = 0; i < ASSAY_N_SUBJECTS; i++)
    if (g_strcmp0 (subjects[i].name, name) == 0)
      return i;
  return ASSAY_N_SUBJECTS;
}

static void
show_validity_cb (AssayContext *context, GtkWidget *button)
{
  GtkWidget *view = gtk_widget_get_ancestor (button, ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), assay_validity_page_new (context));
}

static AdwNavigationPage *
new_evidence_root (AssayContext *context)
{
  AdwNavigationPage *page = assay_table_page_new (context, ASSAY_TYPE_EVIDENCE,
                                                  _ (subjects[ASSAY_SUBJECT_EVIDENCE].title));
  GtkWidget *button = assay_icon_button_new ("assay-calendar-symbolic", _ ("Validity and Flags"));

  g_signal_connect_object (button, "clicked", G_CALLBACK (show_validity_cb), context,
                           G_CONNECT_SWAPPED);
  assay_table_page_add_button (ASSAY_TABLE_PAGE (page), button);
  return page;
}

AdwNavigationPage *
assay_pages_new_root (AssayContext *context, AssaySubject subject)
{
  if (subject == ASSAY_SUBJECT_EVIDENCE)
    return new_evidence_root (context);
  if (subject == ASSAY_SUBJECT_SUPPLIERS)
    return assay_suppliers_page_new (context, _ (subjects[subject].title));
  if (subjects[subject].type != ASSAY_TYPE_NONE)
    return assay_table_page_new (context, subjects[subject].type, _ (subjects[subject].title));
  if (subject == ASSAY_SUBJECT_TODAY)
    return assay_today_page_new (context);
  if (subject == ASSAY_SUBJECT_CALENDAR)
    return assay_calendar_page_new (context);
  if (subject == ASSAY_SUBJECT_DILIGENCE)
    return assay_diligence_page_new (context);
  return assay_performance_page_new (context);
}

/* The record that owns @record, or 0. */
static gint64
find_owner (AssayRecord *record, AssayType *type)
{
  const AssayRecordType *described = assay_record_describe (record);

  if (described->type == ASSAY_TYPE_ATTACHMENT)
    {
      const char *owner = assay_record_get_text (record, ASSAY_ATTACHMENT_OWNER_TYPE);
      const AssayRecordType *found = owner ? assay_record_type_find (owner) : NULL;

      if (!found)
        return 0;
      *type = found->type;
      return assay_record_get_integer (record, ASSAY_ATTACHMENT_OWNER, 0);
    }
  if (described->owner < 0)
    return 0;
  *type = described->fields[described->owner].reference;
  return assay_record_get_reference (record, (guint)described->owner);
}

static gboolean
has_page (AssayType type)
{
  static const AssayType pages[] = {
    ASSAY_TYPE_SUPPLIER,   ASSAY_TYPE_PRODUCT,        ASSAY_TYPE_ORDER,
    ASSAY_TYPE_ORDER_LINE, ASSAY_TYPE_INSPECTION,     ASSAY_TYPE_CORRECTIVE_ACTION,
    ASSAY_TYPE_CHECKLIST,  ASSAY_TYPE_MILESTONE_PLAN, ASSAY_TYPE_SCORECARD,
    ASSAY_TYPE_SAMPLE,     ASSAY_TYPE_TEST_PROTOCOL,  ASSAY_TYPE_EVIDENCE,
    ASSAY_TYPE_SCHEME,     ASSAY_TYPE_CLAIM,          ASSAY_TYPE_CLAIM_KIND,
    ASSAY_TYPE_DILIGENCE,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i] == type)
      return TRUE;
  return FALSE;
}

/* Nothing owns it and it has no page: it is shown in its form. */
static gboolean
stands_alone (AssayType type)
{
  return type != ASSAY_TYPE_ATTACHMENT && assay_record_type_get (type)->owner < 0;
}

void
assay_pages_resolve (AssayContext *context, AssayType *type, gint64 *id)
{
  AssayBook *book = assay_context_get_book (context);

  /* A strange book's records may own each other in a circle. */
  for (guint steps = 0; !has_page (*type) && !stands_alone (*type) && *id != 0; steps++)
    {
      g_autoptr (AssayRecord) record = NULL;

      if (book)
        record = assay_records_get (assay_book_get_reader (book), *type, *id, NULL);
      *id = record && steps < ASSAY_N_TYPES ? find_owner (record, type) : 0;
    }
}

AdwNavigationPage *
assay_pages_new_inspection (AssayContext *context, AssayRecord *record)
{
  gint64 id = assay_record_get_id (record);

  if (id != 0)
    return assay_inspection_page_new (context, id);
  return assay_inspection_page_new_for_record (context, record);
}

AdwNavigationPage *
assay_pages_new_record (AssayContext *context, AssayType type, gint64 id)
{
  if (type == ASSAY_TYPE_SUPPLIER)
    return assay_supplier_page_new (context, id);
  if (type == ASSAY_TYPE_PRODUCT)
    return assay_product_page_new (context, id);
  if (type == ASSAY_TYPE_ORDER)
    return assay_order_page_new (context, id);
  if (type == ASSAY_TYPE_ORDER_LINE)
    return assay_order_line_page_new (context, id);
  if (type == ASSAY_TYPE_INSPECTION)
    return assay_inspection_page_new (context, id);
  if (type == ASSAY_TYPE_CHECKLIST)
    return assay_checklist_page_new (context, id);
  if (type == ASSAY_TYPE_MILESTONE_PLAN)
    return assay_plan_page_new (context, id);
  if (type == ASSAY_TYPE_EVIDENCE)
    return assay_evidence_page_new (context, id);
  if (type == ASSAY_TYPE_SCHEME)
    return assay_scheme_page_new (context, id);
  if (type == ASSAY_TYPE_TEST_PROTOCOL)
    return assay_protocol_page_new (context, id);
  if (type == ASSAY_TYPE_SCORECARD)
    return assay_scorecard_page_new (context, id);
  if (type == ASSAY_TYPE_DILIGENCE)
    return assay_diligence_list_page_new (context, id);
  if (type == ASSAY_TYPE_CORRECTIVE_ACTION)
    return assay_action_page_new (context, id);
  if (type == ASSAY_TYPE_CLAIM)
    return assay_claim_page_new (context, id);
  if (type == ASSAY_TYPE_CLAIM_KIND)
    return assay_claim_kind_page_new (context, id);
  if (type == ASSAY_TYPE_SAMPLE)
    return assay_sample_page_new (context, id);
  return NULL;
}

/* A new order begins with the milestones that its supplier's orders begin with. */
static void
order_saved_cb (AdwDialog *dialog, AssayRecord *order, gboolean is_new, AssayContext *context)
{
  if (is_new)
    assay_plan_chooser_propose (context, assay_record_get_id (order));
}

/* Of a new rate what is known beforehand: in the book's base currency, as of today. */
static void
propose_rate (AssayContext *context, AssayRecord *rate)
{
  AssayBook *book = assay_context_get_book (context);
  g_autofree char *base
      = book ? assay_book_settings_get (assay_book_get_reader (book), ASSAY_SETTING_CURRENCY, NULL)
             : NULL;

  if (base && *base != '\0' && !assay_record_is_known (rate, ASSAY_EXCHANGE_RATE_IN_CURRENCY))
    assay_record_set_text (rate, ASSAY_EXCHANGE_RATE_IN_CURRENCY, base);
  if (!assay_record_is_known (rate, ASSAY_EXCHANGE_RATE_VALID_ON))
    assay_record_set_date (rate, ASSAY_EXCHANGE_RATE_VALID_ON, assay_context_get_today (context));
}

AdwDialog *
assay_pages_new_form (AssayContext *context, AssayRecord *record)
{
  AdwDialog *dialog;

  if (assay_record_get_id (record) == 0
      && assay_record_get_kind (record) == ASSAY_TYPE_CORRECTIVE_ACTION)
    assay_new_action_propose (context, record);
  if (assay_record_get_id (record) == 0
      && assay_record_get_kind (record) == ASSAY_TYPE_EXCHANGE_RATE)
    propose_rate (context, record);
  dialog = assay_form_dialog_new (context, record);
  if (assay_record_get_kind (record) == ASSAY_TYPE_ORDER)
    g_signal_connect_object (dialog, "saved", G_CALLBACK (order_saved_cb), context, 0);
  return dialog;
}

AdwDialog *
assay_pages_new_duplicates (AssayContext *context, gint64 supplier)
{
  return assay_duplicates_dialog_new (context, supplier);
}

AdwDialog *
assay_pages_new_import (AssayContext *context, GFile *file, AssayType type)
{
  return assay_import_dialog_new (context, file, type);
}

AdwNavigationPage *
assay_pages_new_comparison (AssayContext *context, GArray *ids)
{
  return assay_compare_page_new (context, ids);
}

void
assay_pages_print_inspections (
    AssayContext *context, GtkWindow *window, GArray *ids, int kind, int action)
{
  assay_print_inspections (context, window, (const gint64 *)(const void *)ids->data, ids->len,
                           (AssayReportKind)kind, action);
}

void
assay_pages_print_performance (AssayContext *context,
                               GtkWindow *window,
                               gconstpointer job,
                               int action)
{
  assay_print_performance (context, window, job, action);
}

void
assay_pages_print_records (AssayContext *context, GtkWindow *window, gconstpointer job, int action)
{
  assay_print_records (context, window, job, action);
}
