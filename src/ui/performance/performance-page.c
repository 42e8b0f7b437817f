/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/performance-page.h"

#include <glib/gi18n-lib.h>

#include "report/performance-batch.h"
#include "ui/form/reference-picker.h"
#include "ui/init.h"
#include "ui/performance/compare-view.h"
#include "ui/performance/defects-view.h"
#include "ui/performance/delivery-view.h"
#include "ui/performance/overview-view.h"
#include "ui/performance/period-chooser.h"
#include "ui/performance/scorecard-view.h"
#include "ui/performance/spend-view.h"

struct _AssayPerformancePage
{
  AdwNavigationPage parent_instance;

  AssayContext *context;
  gint64 supplier_id; /* 0: all */

  AdwViewStack *views;
  GtkDropDown *chooser; /* in place of the switcher on a narrow page */
  GtkMenuButton *more;
  AdwWrapBox *filters;
  GtkMenuButton *supplier;
  GtkWidget *all_suppliers;
  AssayPeriodChooser *period;
};

G_DEFINE_FINAL_TYPE (AssayPerformancePage, assay_performance_page, ADW_TYPE_NAVIGATION_PAGE)

/* The views, in the order of the switcher. */
static GType (*const view_types[]) (void) = {
  assay_overview_view_get_type, assay_delivery_view_get_type,  assay_defects_view_get_type,
  assay_spend_view_get_type,    assay_scorecard_view_get_type, assay_compare_view_get_type,
};

/* The view that was last looked at, kept with the context as long as the application runs. */
#define LAST_VIEW "assay-performance-view"

static void
filter_changed_cb (AssayPerformancePage *self)
{
  AssayPerformanceFilter filter = { .supplier = self->supplier_id };

  filter.today = assay_context_get_today (self->context);
  assay_period_chooser_get_range (self->period, &filter.from, &filter.to);
  for (GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (self->views)); view != NULL;
       view = gtk_widget_get_next_sibling (view))
    assay_performance_view_set_filter (ASSAY_PERFORMANCE_VIEW (view), &filter);
}

/* What the view offers, then what every view does. */
static GMenu *
make_menu (GMenuModel *of_view)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) paper = g_menu_new ();

  g_menu_append (paper, _ ("Performance _Report…"), "page.report");
  g_menu_append (paper, _ ("_Comparison of Suppliers…"), "page.comparison");
  g_menu_append_section (menu, NULL, of_view);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (paper));
  return menu;
}

/* The menu and its actions are those of the view. */
static void
view_cb (AssayPerformancePage *self)
{
  GtkWidget *child = adw_view_stack_get_visible_child (self->views);
  AssayPerformanceView *view;
  g_autoptr (GMenuModel) menu = NULL;

  if (self->context == NULL || child == NULL)
    return;
  view = ASSAY_PERFORMANCE_VIEW (child);
  menu = G_MENU_MODEL (make_menu (assay_performance_view_get_menu (view)));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view",
                                  assay_performance_view_get_actions (view));
  gtk_menu_button_set_menu_model (self->more, menu);
  for (guint i = 0; i < G_N_ELEMENTS (view_types); i++)
    if (G_OBJECT_TYPE (view) == view_types[i]())
      gtk_drop_down_set_selected (self->chooser, i);
  g_object_set_data_full (G_OBJECT (self->context), LAST_VIEW,
                          g_strdup (assay_performance_view_get_id (view)), g_free);
}

static void
chosen_cb (AssayPerformancePage *self)
{
  AdwViewStackPage *page
      = self->context != NULL ? gtk_drop_down_get_selected_item (self->chooser) : NULL;

  if (page != NULL)
    adw_view_stack_set_visible_child (self->views, adw_view_stack_page_get_child (page));
}

static void
picked_cb (AssayPerformancePage *self, gint64 id, const char *name)
{
  assay_performance_page_set_supplier (self, id, name);
}

static void
all_suppliers (GtkWidget *widget, const char *action, GVariant *parameter)
{
  assay_performance_page_set_supplier (ASSAY_PERFORMANCE_PAGE (widget), 0, NULL);
}

static void
show_view (GtkWidget *widget, const char *action, GVariant *parameter)
{
  assay_performance_page_show_view (ASSAY_PERFORMANCE_PAGE (widget),
                                    g_variant_get_string (parameter, NULL));
}

/* Of the page's period; a report of the supplier that the page is about. */
static void
report (AssayPerformancePage *self, AssayPerformanceKind kind)
{
  AssaySupplierReportOptions options = { .today = assay_context_get_today (self->context),
                                         .sections = ASSAY_SUPPLIER_SECTIONS_ALL };
  g_autoptr (AssayPerformanceJob) job = NULL;

  assay_period_chooser_get_range (self->period, &options.from, &options.to);
  job = assay_performance_job_new (kind, &self->supplier_id,
                                   kind == ASSAY_PERFORMANCE_SUPPLIERS ? 1 : 0, &options);
  assay_context_print_performance (self->context, job, GTK_PRINT_OPERATION_ACTION_PREVIEW);
}

static void
report_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  report (ASSAY_PERFORMANCE_PAGE (widget), ASSAY_PERFORMANCE_SUPPLIERS);
}

static void
comparison_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  report (ASSAY_PERFORMANCE_PAGE (widget), ASSAY_PERFORMANCE_COMPARISON);
}

static void
assay_performance_page_dispose (GObject *object)
{
  AssayPerformancePage *self = ASSAY_PERFORMANCE_PAGE (object);

  g_clear_object (&self->context);
  if (self->chooser != NULL)
    gtk_drop_down_set_model (self->chooser, NULL); /* it must not outlive the stack */
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_PERFORMANCE_PAGE);

  G_OBJECT_CLASS (assay_performance_page_parent_class)->dispose (object);
}

static void
assay_performance_page_class_init (AssayPerformancePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_performance_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, ASSAY_UI_RESOURCES
                                               "performance/performance-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayPerformancePage, views);
  gtk_widget_class_bind_template_child (widget_class, AssayPerformancePage, chooser);
  gtk_widget_class_bind_template_child (widget_class, AssayPerformancePage, more);
  gtk_widget_class_bind_template_child (widget_class, AssayPerformancePage, filters);
  gtk_widget_class_bind_template_child (widget_class, AssayPerformancePage, supplier);
  gtk_widget_class_bind_template_child (widget_class, AssayPerformancePage, all_suppliers);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
  gtk_widget_class_install_action (widget_class, "performance.all-suppliers", NULL, all_suppliers);
  gtk_widget_class_install_action (widget_class, "performance.show-view", "s", show_view);
  gtk_widget_class_install_action (widget_class, "page.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "page.comparison", NULL, comparison_action);
}

static void
assay_performance_page_init (AssayPerformancePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.report", FALSE);
}

static void
fill (AssayPerformancePage *self)
{
  GtkWidget *picker = assay_reference_picker_new (self->context, ASSAY_TYPE_SUPPLIER, FALSE);
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->views);
  GtkExpression *title = gtk_property_expression_new (ADW_TYPE_VIEW_STACK_PAGE, NULL, "title");

  gtk_menu_button_set_popover (self->supplier, picker);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  self->period
      = ASSAY_PERIOD_CHOOSER (assay_period_chooser_new (assay_context_get_today (self->context)));
  adw_wrap_box_prepend (self->filters, GTK_WIDGET (self->period));
  g_signal_connect_object (self->period, "changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);

  for (guint i = 0; i < G_N_ELEMENTS (view_types); i++)
    {
      AssayPerformanceView *view = assay_performance_view_new (view_types[i](), self->context);

      adw_view_stack_add_titled (self->views, GTK_WIDGET (view),
                                 assay_performance_view_get_id (view),
                                 assay_performance_view_get_title (view));
    }
  gtk_drop_down_set_expression (self->chooser, title);
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (pages));
  g_signal_connect_object (self->chooser, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_expression_unref (title);
}

AdwNavigationPage *
assay_performance_page_new (AssayContext *context)
{
  AssayPerformancePage *self = g_object_new (ASSAY_TYPE_PERFORMANCE_PAGE, NULL);
  g_autofree char *last = g_strdup (g_object_get_data (G_OBJECT (context), LAST_VIEW));

  self->context = g_object_ref (context);
  fill (self);
  if (last != NULL)
    assay_performance_page_show_view (self, last);
  view_cb (self);
  return ADW_NAVIGATION_PAGE (self);
}

void
assay_performance_page_set_supplier (AssayPerformancePage *self, gint64 id, const char *name)
{
  g_return_if_fail (ASSAY_IS_PERFORMANCE_PAGE (self));

  if (self->supplier_id == id)
    return;
  self->supplier_id = id;
  gtk_menu_button_set_label (self->supplier, id != 0 ? name : _ ("All suppliers"));
  gtk_widget_set_visible (self->all_suppliers, id != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.report", id != 0);
  filter_changed_cb (self);
}

void
assay_performance_page_show_view (AssayPerformancePage *self, const char *id)
{
  g_return_if_fail (ASSAY_IS_PERFORMANCE_PAGE (self));

  if (adw_view_stack_get_child_by_name (self->views, id) != NULL)
    adw_view_stack_set_visible_child_name (self->views, id);
}
