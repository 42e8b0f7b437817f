/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One view of the performance page: it turns the page's filter and its own controls into a
 * question, has it read on the book's thread and shows the answer. Only a view that is seen asks;
 * one that is not asks when it is seen again, if anything changed. Main thread. */

#pragma once

#include <adwaita.h>

#include "ui/chart/chart-frame.h"
#include "ui/context.h"
#include "ui/performance/control-chooser.h"
#include "ui/performance/figures-table.h"
#include "ui/record/section.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_PERFORMANCE_VIEW (assay_performance_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (
    AssayPerformanceView, assay_performance_view, ASSAY, PERFORMANCE_VIEW, AdwBin)

/* What all views are about. */
typedef struct
{
  gint64 supplier; /* 0: all */
  gint32 from, to; /* ASSAY_DATE_UNKNOWN is open */
  gint32 today;
} AssayPerformanceFilter;

struct _AssayPerformanceViewClass
{
  AdwBinClass parent_class;

  const char *id;    /* "delivery" */
  const char *title; /* marked for translation, as the next ones */
  const char *empty_title;
  const char *empty_description;
  const char *empty_icon; /* nullable */

  /* Makes the content, once, with the context known. */
  void (*fill) (AssayPerformanceView *view);
  /* The question; NULL: nothing can be asked yet, and the view is empty. */
  gpointer (*ask) (AssayPerformanceView *view, const AssayPerformanceFilter *filter);
  GDestroyNotify free_question; /* nullable: g_free() */
  AssayChangeFunc read;         /* on the book's thread */
  /* Takes the answer over. FALSE: there is nothing in it. */
  gboolean (*show) (AssayPerformanceView *view, gpointer answer);
  GDestroyNotify free_answer;
};

AssayPerformanceView *assay_performance_view_new (GType view_type, AssayContext *context);
const char *assay_performance_view_get_id (AssayPerformanceView *view);
const char *assay_performance_view_get_title (AssayPerformanceView *view); /* translated */
/* What the page's menu offers, and its actions, "view.name". */
GMenuModel *assay_performance_view_get_menu (AssayPerformanceView *view);
GActionGroup *assay_performance_view_get_actions (AssayPerformanceView *view);
void assay_performance_view_set_filter (AssayPerformanceView *view,
                                        const AssayPerformanceFilter *filter);

/* For subclasses. */
AssayContext *assay_performance_view_get_context (AssayPerformanceView *view);
const AssayPerformanceFilter *assay_performance_view_get_filter (AssayPerformanceView *view);
/* A control of the view changed: asks again. */
void assay_performance_view_changed (AssayPerformanceView *view);
/* "How is this computed?": opens the dialog and asks on the book's thread. @question is taken over.
 * The figures of a table have assay_figures_table_set_explain() for it. */
void assay_performance_view_explain (AssayPerformanceView *view,
                                     AssayExplainFunc explain,
                                     gpointer question,
                                     GDestroyNotify free_question);

/* Where sections and charts stand, one below the other. */
GtkBox *assay_performance_view_get_content (AssayPerformanceView *view);
AssaySection *assay_performance_view_add_section (AssayPerformanceView *view,
                                                  const char *title,
                                                  GtkWidget *child);
/* A chart whose points open rows of @type: the record, or several as a table. */
AssayChartFrame *assay_performance_view_add_chart (AssayPerformanceView *view, AssayType type);
/* The same for a place of the view's own. */
AssayChartFrame *assay_performance_view_new_chart (AssayPerformanceView *view, AssayType type);
/* A choice above a chart; a change of it asks again. @labels ends with NULL. */
AdwToggleGroup *assay_performance_view_add_toggles (AssayPerformanceView *view,
                                                    AssayChartFrame *chart,
                                                    const char *label,
                                                    const char *const *labels);
/* The same for how a control chart is made. @counts: a chart of counts. */
AssayControlChooser *assay_performance_view_add_control (AssayPerformanceView *view,
                                                         AssayChartFrame *chart,
                                                         gboolean counts);

/* An action "view.name"; @label, if there is one, offers it in the page's menu. */
void assay_performance_view_add_action (AssayPerformanceView *view,
                                        const char *name,
                                        const char *label,
                                        void (*activate) (AssayPerformanceView *view));
/* The same for saving a table as CSV. */
void assay_performance_view_add_export (AssayPerformanceView *view,
                                        const char *name,
                                        const char *label,
                                        const char *file_name,
                                        AssayFiguresTable *table);

G_END_DECLS
