/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two files of the page share: building and showing it, and its commands. */

#pragma once

#include "report/report-kind.h"
#include "ui/inspections/checkpoint-list.h"
#include "ui/inspections/defect-list.h"
#include "ui/inspections/finding.h"
#include "ui/inspections/inspection-draft.h"
#include "ui/inspections/inspection-form.h"
#include "ui/inspections/inspection-page.h"
#include "ui/inspections/plan-card.h"
#include "ui/inspections/risk-card.h"
#include "ui/inspections/switching-card.h"
#include "ui/inspections/verdict-card.h"
#include "ui/record/history-view.h"
#include "ui/widgets/two-columns.h"

G_BEGIN_DECLS

/* What was asked for and waits until the page is saved. */
typedef enum
{
  ASSAY_AFTER_SAVE_NOTHING,
  ASSAY_AFTER_SAVE_PRINT,
  ASSAY_AFTER_SAVE_PREVIEW,
  ASSAY_AFTER_SAVE_EXPORT,
  ASSAY_AFTER_SAVE_REINSPECT,
  ASSAY_AFTER_SAVE_ACTION, /* a corrective action */
  ASSAY_AFTER_SAVE_LEAVE,
  ASSAY_AFTER_SAVE_CLOSE,
} AssayAfterSave;

struct _AssayInspectionPage
{
  AdwNavigationPage parent_instance;

  /* Given */
  AssayContext *context;
  gint64 id;
  AssayRecord *template; /* of a new one */

  /* Owned */
  AssayInspectionDraft *draft; /* NULL until it was read */
  AssayInspectionForm *form;
  AssayDefectCatalogue *types;
  GCancellable *cancellable;
  AssayBook *book;
  gboolean reading;
  gboolean saving; /* until what was saved has been read again */
  gboolean discarding;
  gboolean narrow;
  gboolean leaving; /* edits were given up */
  gboolean asking;  /* a question about edits is on screen */
  AssayAfterSave after;
  AssayReportKind document; /* to look at after it */
  char *announced;          /* the last result that was spoken */
  double scrolled;          /* where the page was before it was read anew */
  guint scroll_source;
  int focus_field, focus_defect, focus_check; /* -1: the cursor was elsewhere */
  gulong close_handler;
  AssayRiskChoices risk_choices;

  /* Made for the draft */
  GtkWidget *verdict;
  AssayPlanCard *plan;
  AssayRiskCard *risk;
  AssaySwitchingCard *switching;
  AssayDefectList *defects;
  AssayCheckpointList *checks;
  AssayFileStrip *photos;
  AssayHistoryView *history;

  /* Template */
  AdwWindowTitle *title;
  GtkWidget *back;
  GtkStack *save_stack;
  AdwToastOverlay *toasts;
  AdwBanner *banner;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkBox *head;
  AssayTwoColumns *columns;
  GtkBox *facts;
  GtkBox *findings;
  GtkBox *foot;
  AdwStatusPage *gone;
  GtkRevealer *reason_bar;
  GtkButton *reason;
};

void assay_inspection_page_actions_class_init (GtkWidgetClass *klass);
void assay_inspection_page_listen (AssayInspectionPage *self);
/* Brings buttons, actions and the guard against leaving in step. */
void assay_inspection_page_update (AssayInspectionPage *self);
/* Remembers where the cursor is and takes it away, before what has it goes. */
void assay_inspection_page_note_focus (AssayInspectionPage *self);
void assay_inspection_page_restore_focus (AssayInspectionPage *self);
/* Does what waited for Save. */
void assay_inspection_page_go_on (AssayInspectionPage *self);
/* Reads the inspection anew; edits are given up. */
void assay_inspection_page_read (AssayInspectionPage *self);
/* Before the window closes; TRUE when it has to wait. */
gboolean assay_inspection_page_close_request_cb (AssayInspectionPage *self);
/* Why it cannot be saved; NULL when it can. */
const char *assay_inspection_page_get_reason (AssayInspectionPage *self);

/* inspection-page-checks.c */
void assay_inspection_page_build_checks (AssayInspectionPage *self);
gboolean assay_inspection_page_show_check_problem (AssayInspectionPage *self);

G_END_DECLS
