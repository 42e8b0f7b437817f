/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/performance-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/defect-rate-chart.h"
#include "chart/distribution-chart.h"
#include "chart/on-time-chart.h"
#include "chart/pareto-chart.h"
#include "chart/spread-chart.h"
#include "chart/xmr-chart.h"
#include "ui/chart/chart-frame.h"
#include "ui/form/reference-picker.h"
#include "ui/init.h"
#include "ui/performance/control-chooser.h"
#include "ui/performance/figures-table.h"
#include "ui/performance/performance-answer.h"
#include "ui/performance/period-chooser.h"
#include "ui/performance/save-text.h"
#include "ui/record/section.h"

#define CHART_HEIGHT 360

struct _AssayPerformancePage
{
  AdwNavigationPage parent_instance;

  AssayContext *context;
  AssayBook *book;
  GCancellable *cancellable;
  guint pending;
  gboolean stale;
  gint64 supplier_id; /* 0: all */

  GtkStack *stack;
  GtkBox *content;
  AdwWrapBox *filters;
  GtkMenuButton *supplier;
  GtkWidget *all_suppliers;
  AssayPeriodChooser *period;
  AdwToggleGroup *lots;
  AdwToggleGroup *causes_by;
  AssayControlChooser *slip_control;
  AssayControlChooser *defect_control;
  AssaySection *lead_section;
  AssaySection *defect_section;
  AssayFiguresTable *lead_table;
  AssayFiguresTable *defect_table;
  AssayChartFrame *slips;
  AssayChartFrame *spread;
  AssayChartFrame *distribution;
  AssayChartFrame *on_time;
  AssayChartFrame *defects;
  AssayChartFrame *causes;
};

G_DEFINE_FINAL_TYPE (AssayPerformancePage, assay_performance_page, ADW_TYPE_NAVIGATION_PAGE)

static const AssayFigureColumn lead_columns[] = {
  { N_ ("Lines"), N_ ("Lines delivered with a known slip"), "n", ASSAY_FIGURE_COUNT },
  { N_ ("On time"), NULL, "on_time", ASSAY_FIGURE_SHARE },
  { N_ ("Late, open"), N_ ("Due and not delivered"), "open_late_n", ASSAY_FIGURE_COUNT },
  { N_ ("Lead, mean"), N_ ("Days"), "lead_mean", ASSAY_FIGURE_DAYS },
  { N_ ("Lead, sd"), N_ ("Days"), "lead_sd", ASSAY_FIGURE_DAYS },
  { N_ ("Lead, P90"), N_ ("Days"), "lead_p90", ASSAY_FIGURE_DAYS },
  { N_ ("Slip, mean"), N_ ("Days"), "slip_mean", ASSAY_FIGURE_DAYS },
  { N_ ("Slip, sd"), N_ ("Days"), "slip_sd", ASSAY_FIGURE_DAYS },
  { N_ ("Slip, P90"), N_ ("Days"), "slip_p90", ASSAY_FIGURE_DAYS },
  { NULL },
};

static const AssayFigureColumn defect_columns[] = {
  { N_ ("Lots"), NULL, "lots", ASSAY_FIGURE_COUNT },
  { N_ ("Accepted"), N_ ("Lots accepted"), "accepted_lots", ASSAY_FIGURE_COUNT },
  { N_ ("Inspected"), N_ ("Pieces"), "inspected", ASSAY_FIGURE_COUNT },
  { N_ ("Defective"), N_ ("Pieces"), "defective", ASSAY_FIGURE_COUNT },
  { N_ ("Rate"), NULL, "rate", ASSAY_FIGURE_SHARE },
  { N_ ("Rate, low"), N_ ("Lower end of the 95 % interval"), "rate_low", ASSAY_FIGURE_SHARE },
  { N_ ("Rate, high"), N_ ("Upper end of the 95 % interval"), "rate_high", ASSAY_FIGURE_SHARE },
  { NULL },
};

static void
add_lead_row (AssayFiguresTable *table, const AssayLeadTimeRow *row, const char *name)
{
  const double values[] = { (double)row->slip.n, row->on_time, (double)row->open_late_n,
                            row->lead.mean,      row->lead.sd, row->lead.p90,
                            row->slip.mean,      row->slip.sd, row->slip.p90 };

  assay_figures_table_add (table, row->id, name, values);
}

static void
add_defect_row (AssayFiguresTable *table, const AssayDefectRow *row, const char *name)
{
  const double values[] = { (double)row->lots,
                            (double)row->accepted_lots,
                            (double)row->inspected,
                            (double)row->defective,
                            row->rate,
                            row->rate_low,
                            row->rate_high };

  assay_figures_table_add (table, row->id, name, values);
}

static void
show_tables (AssayPerformancePage *self, const AssayPerformanceAnswer *answer)
{
  assay_figures_table_clear (self->lead_table);
  if (answer->lead_rows->len > 1 && answer->lead != NULL)
    add_lead_row (self->lead_table, answer->lead, _ ("All suppliers"));
  for (guint i = 0; i < answer->lead_rows->len; i++)
    {
      const AssayLeadTimeRow *row = g_ptr_array_index (answer->lead_rows, i);

      add_lead_row (self->lead_table, row, row->group);
    }

  assay_figures_table_clear (self->defect_table);
  if (answer->defect_rows->len > 1 && answer->defects != NULL)
    add_defect_row (self->defect_table, answer->defects, _ ("All suppliers"));
  for (guint i = 0; i < answer->defect_rows->len; i++)
    {
      const AssayDefectRow *row = g_ptr_array_index (answer->defect_rows, i);

      add_defect_row (self->defect_table, row, row->group);
    }

  assay_section_set_explanation (self->lead_section, answer->lead_definition);
  assay_section_set_explanation (self->defect_section, answer->defect_definition);
}

static gboolean
is_filtered (AssayPerformancePage *self)
{
  gint32 from, to;

  assay_period_chooser_get_range (self->period, &from, &to);
  return self->supplier_id != 0 || from != ASSAY_DATE_UNKNOWN || to != ASSAY_DATE_UNKNOWN;
}

static void
show_answer (AssayPerformancePage *self, const AssayPerformanceAnswer *answer)
{
  g_autoptr (AssayScene) spread = assay_spread_chart_new (answer->spread);
  g_autoptr (AssayScene) distribution = assay_distribution_chart_new (answer->slips);
  g_autoptr (AssayScene) on_time
      = assay_on_time_chart_new (answer->on_time, answer->lead_definition);
  g_autoptr (AssayScene) causes = assay_pareto_chart_new (
      answer->causes, (AssayCauseBy)adw_toggle_group_get_active (self->causes_by));
  g_autoptr (AssayScene) slips = NULL, defects = NULL;
  AssayControlOptions slip_options, defect_options;
  gboolean nothing = answer->lead_rows->len == 0 && answer->defect_rows->len == 0;

  assay_control_chooser_get_options (self->slip_control, &slip_options);
  assay_control_chooser_get_options (self->defect_control, &defect_options);
  slips = assay_xmr_chart_new (answer->slips, &slip_options);
  defects = assay_defect_rate_chart_new (answer->lots, &defect_options);
  show_tables (self, answer);
  assay_chart_frame_set_scene (self->distribution, distribution);
  assay_chart_frame_set_scene (self->on_time, on_time);
  assay_chart_frame_set_scene (self->causes, causes);
  assay_chart_frame_set_scene (self->slips, slips);
  assay_chart_frame_set_scene (self->spread, spread);
  assay_chart_frame_set_scene (self->defects, defects);
  gtk_stack_set_visible_child_name (self->stack,
                                    nothing && !is_filtered (self) ? "empty" : "figures");
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayPerformancePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayPerformanceAnswer) answer
      = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (self->context == NULL)
    return;
  if (answer != NULL)
    show_answer (self, answer);
  else
    assay_context_failed (self->context, _ ("Cannot compute the figures"), error);
}

/* A question that a newer one supersedes is cancelled. */
static void
ask (AssayPerformancePage *self)
{
  AssayPerformanceQuestion *question;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->stale = FALSE;
  if (self->book == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  question = g_new0 (AssayPerformanceQuestion, 1);
  question->supplier = self->supplier_id;
  question->today = assay_context_get_today (self->context);
  question->by_month = adw_toggle_group_get_active (self->lots) == 1;
  question->causes_by = (AssayCauseBy)adw_toggle_group_get_active (self->causes_by);
  assay_period_chooser_get_range (self->period, &question->from, &question->to);
  assay_book_ask_async (self->book, assay_performance_answer_read, question, g_free,
                        (GDestroyNotify)assay_performance_answer_free, self->cancellable,
                        answered_cb, g_object_ref (self));
}

static gboolean
pending_cb (gpointer data)
{
  AssayPerformancePage *self = data;

  self->pending = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (AssayPerformancePage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->stale = TRUE;
  else if (self->pending == 0)
    self->pending = g_idle_add (pending_cb, self);
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
export_figures (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AssayPerformancePage *self = ASSAY_PERFORMANCE_PAGE (widget);
  gboolean lead = g_str_has_suffix (action, "lead-times");
  g_autofree char *csv = assay_figures_table_to_csv (lead ? self->lead_table : self->defect_table);

  assay_save_text (self->context, widget, lead ? _ ("lead times.csv") : _ ("defects.csv"), csv);
}

static void
rows_activated_cb (AssayPerformancePage *self, GArray *ids, AssayChartFrame *frame)
{
  AssayType type = frame == self->defects || frame == self->causes ? ASSAY_TYPE_INSPECTION
                                                                   : ASSAY_TYPE_ORDER_LINE;
  AssayScene *scene = assay_chart_frame_get_scene (frame);
  g_autoptr (AssayQuery) query = NULL;

  if (ids == NULL || ids->len == 0)
    return;
  if (ids->len == 1)
    {
      assay_context_show_record (self->context, type, g_array_index (ids, gint64, 0));
      return;
    }
  query = assay_query_new (type);
  assay_query_set_ids (query, (const gint64 *)(void *)ids->data, ids->len);
  assay_context_show_rows (self->context, query,
                           scene != NULL ? assay_scene_get_title (scene) : "");
}

static void
assay_performance_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (assay_performance_page_parent_class)->map (widget);

  if (ASSAY_PERFORMANCE_PAGE (widget)->stale)
    ask (ASSAY_PERFORMANCE_PAGE (widget));
}

static void
assay_performance_page_dispose (GObject *object)
{
  AssayPerformancePage *self = ASSAY_PERFORMANCE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pending, g_source_remove);
  g_clear_object (&self->book);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_PERFORMANCE_PAGE);

  G_OBJECT_CLASS (assay_performance_page_parent_class)->dispose (object);
}

static void
assay_performance_page_class_init (AssayPerformancePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_performance_page_dispose;
  widget_class->map = assay_performance_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, ASSAY_UI_RESOURCES
                                               "performance/performance-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayPerformancePage, stack);
  gtk_widget_class_bind_template_child (widget_class, AssayPerformancePage, content);
  gtk_widget_class_bind_template_child (widget_class, AssayPerformancePage, filters);
  gtk_widget_class_bind_template_child (widget_class, AssayPerformancePage, supplier);
  gtk_widget_class_bind_template_child (widget_class, AssayPerformancePage, all_suppliers);
  gtk_widget_class_install_action (widget_class, "performance.all-suppliers", NULL, all_suppliers);
  gtk_widget_class_install_action (widget_class, "performance.export-lead-times", NULL,
                                   export_figures);
  gtk_widget_class_install_action (widget_class, "performance.export-defects", NULL,
                                   export_figures);
}

static void
assay_performance_page_init (AssayPerformancePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static AssayChartFrame *
add_chart (AssayPerformancePage *self)
{
  GtkWidget *frame = assay_chart_frame_new ();

  gtk_widget_set_size_request (frame, -1, CHART_HEIGHT);
  g_signal_connect_object (frame, "rows-activated", G_CALLBACK (rows_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->content, frame);
  return ASSAY_CHART_FRAME (frame);
}

static AssaySection *
add_table (AssayPerformancePage *self, const char *title, AssayFiguresTable *table)
{
  GtkWidget *section = assay_section_new (title, GTK_WIDGET (table));

  gtk_box_append (self->content, section);
  return ASSAY_SECTION (section);
}

/* @labels ends with NULL. */
static AdwToggleGroup *
add_toggles (AssayPerformancePage *self,
             AssayChartFrame *frame,
             const char *label,
             const char *const *labels)
{
  AdwToggleGroup *group = ADW_TOGGLE_GROUP (adw_toggle_group_new ());

  for (; *labels != NULL; labels++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_label (toggle, *labels);
      adw_toggle_group_add (group, toggle);
    }
  adw_toggle_group_set_active (group, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (group, "notify::active", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  assay_chart_frame_add_control (frame, GTK_WIDGET (group));
  return group;
}

static AssayControlChooser *
add_control (AssayPerformancePage *self, AssayChartFrame *frame, gboolean counts)
{
  AssayControlChooser *control = assay_control_chooser_new (
      _ ("Limits and Rules"), counts, assay_context_get_today (self->context));

  g_signal_connect_object (control, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  assay_chart_frame_add_control (frame, GTK_WIDGET (control));
  return control;
}

static void
add_lead_time (AssayPerformancePage *self)
{
  self->lead_table
      = assay_figures_table_new (self->context, _ ("Lead time by supplier, in days"), lead_columns);
  self->lead_section = add_table (self, _ ("Lead Time by Supplier, in Days"), self->lead_table);
  self->spread = add_chart (self);
  self->slips = add_chart (self);
  self->slip_control = add_control (self, self->slips, FALSE);
  self->distribution = add_chart (self);
  self->on_time = add_chart (self);
}

static void
add_defects (AssayPerformancePage *self)
{
  /* One point a lot, or a month of lots. */
  const char *const lots[] = { _ ("By lot"), _ ("By month"), NULL };
  /* In the order of AssayCauseBy. */
  const char *const by[] = { _ ("Type"), _ ("Category"), _ ("Class"), _ ("Component"), NULL };

  self->defect_table
      = assay_figures_table_new (self->context, _ ("Defects by supplier"), defect_columns);
  self->defect_section = add_table (self, _ ("Defects by Supplier"), self->defect_table);
  self->defects = add_chart (self);
  self->lots = add_toggles (self, self->defects, _ ("Points of the chart of defects"), lots);
  self->defect_control = add_control (self, self->defects, TRUE);
  self->causes = add_chart (self);
  self->causes_by = add_toggles (self, self->causes, _ ("What defects are added up by"), by);
}

static void
fill (AssayPerformancePage *self)
{
  GtkWidget *picker = assay_reference_picker_new (self->context, ASSAY_TYPE_SUPPLIER, FALSE);

  gtk_menu_button_set_popover (self->supplier, picker);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  self->period
      = ASSAY_PERIOD_CHOOSER (assay_period_chooser_new (assay_context_get_today (self->context)));
  adw_wrap_box_prepend (self->filters, GTK_WIDGET (self->period));

  add_lead_time (self);
  add_defects (self);
  g_signal_connect_object (self->period, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
}

AdwNavigationPage *
assay_performance_page_new (AssayContext *context)
{
  AssayPerformancePage *self = g_object_new (ASSAY_TYPE_PERFORMANCE_PAGE, NULL);

  self->context = g_object_ref (context);
  if (assay_context_get_book (context) != NULL)
    {
      self->book = g_object_ref (assay_context_get_book (context));
      g_signal_connect_object (self->book, "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  fill (self);
  ask (self);
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
  ask (self);
}
