/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/performance-view.h"

#include <glib/gi18n-lib.h>

#include "record/date.h"
#include "ui/init.h"
#include "ui/performance/save-text.h"
#include "ui/record/rows-chart.h"

#define CHART_HEIGHT 360
#define PATIENCE     500 /* milliseconds before a spinner says that it takes long */

typedef struct
{
  AssayContext *context;
  AssayBook *book; /* the one that is listened to */
  AssayPerformanceFilter filter;
  GCancellable *cancellable; /* while a question is under way */
  guint pending;             /* source of a question that several changes share */
  guint spinner;
  gboolean stale;

  GSimpleActionGroup *actions;
  GMenu *menu;
  GtkStack *stack;
  GtkBox *content;
  AdwStatusPage *empty;
} AssayPerformanceViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AssayPerformanceView, assay_performance_view, ADW_TYPE_BIN)

#define PRIVATE(self)                                                                              \
  ((AssayPerformanceViewPrivate *)assay_performance_view_get_instance_private (                    \
      (AssayPerformanceView *)(self)))

static gboolean
is_filtered (const AssayPerformanceFilter *filter)
{
  return filter->supplier != 0 || filter->from != ASSAY_DATE_UNKNOWN
         || filter->to != ASSAY_DATE_UNKNOWN;
}

static void
forget_question (AssayPerformanceView *self)
{
  AssayPerformanceViewPrivate *priv = PRIVATE (self);

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  g_clear_handle_id (&priv->pending, g_source_remove);
  g_clear_handle_id (&priv->spinner, g_source_remove);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayPerformanceView) self = user_data;
  AssayPerformanceViewPrivate *priv = PRIVATE (self);
  AssayPerformanceViewClass *klass = ASSAY_PERFORMANCE_VIEW_GET_CLASS (self);
  g_autoptr (GError) error = NULL;
  gpointer answer = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || priv->context == NULL)
    {
      g_clear_pointer (&answer, klass->free_answer);
      return;
    }
  g_clear_object (&priv->cancellable);
  g_clear_handle_id (&priv->spinner, g_source_remove);
  if (answer == NULL)
    {
      if (g_strcmp0 (gtk_stack_get_visible_child_name (priv->stack), "loading") == 0)
        gtk_stack_set_visible_child_name (priv->stack, "nothing");
      assay_context_failed (priv->context, _ ("Cannot compute the figures"), error);
    }
  else
    {
      gboolean something = klass->show (self, answer);

      gtk_stack_set_visible_child_name (
          priv->stack, something || is_filtered (&priv->filter) ? "figures" : "empty");
    }
}

/* Figures that are shown already stay until the new ones come. */
static void
spinner_cb (gpointer data)
{
  AssayPerformanceViewPrivate *priv = PRIVATE (data);

  priv->spinner = 0;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (priv->stack), "nothing") == 0)
    gtk_stack_set_visible_child_name (priv->stack, "loading");
}

/* A question that a newer one supersedes is cancelled. */
static void
ask (AssayPerformanceView *self)
{
  AssayPerformanceViewPrivate *priv = PRIVATE (self);
  AssayPerformanceViewClass *klass = ASSAY_PERFORMANCE_VIEW_GET_CLASS (self);
  gpointer question;

  forget_question (self);
  priv->stale = FALSE;
  if (priv->book == NULL)
    return;
  priv->filter.today = assay_context_get_today (priv->context);
  question = klass->ask (self, &priv->filter);
  if (question == NULL)
    {
      gtk_stack_set_visible_child_name (priv->stack, "empty");
      return;
    }
  priv->cancellable = g_cancellable_new ();
  priv->spinner = g_timeout_add_once (PATIENCE, spinner_cb, self);
  assay_book_ask_async (priv->book, klass->read, question,
                        klass->free_question != NULL ? klass->free_question : g_free,
                        klass->free_answer, priv->cancellable, answered_cb, g_object_ref (self));
}

static void
pending_cb (gpointer data)
{
  PRIVATE (data)->pending = 0;
  ask (data);
}

static void
ask_when_seen (AssayPerformanceView *self)
{
  AssayPerformanceViewPrivate *priv = PRIVATE (self);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->stale = TRUE;
  else if (priv->pending == 0)
    priv->pending = g_idle_add_once (pending_cb, self);
}

static void
assay_performance_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (assay_performance_view_parent_class)->map (widget);

  if (PRIVATE (widget)->stale)
    ask (ASSAY_PERFORMANCE_VIEW (widget));
}

/* Nobody waits for the answer of a view that is not seen. */
static void
assay_performance_view_unmap (GtkWidget *widget)
{
  AssayPerformanceViewPrivate *priv = PRIVATE (widget);

  if (priv->cancellable != NULL || priv->pending != 0)
    priv->stale = TRUE;
  forget_question (ASSAY_PERFORMANCE_VIEW (widget));

  GTK_WIDGET_CLASS (assay_performance_view_parent_class)->unmap (widget);
}

static void
assay_performance_view_dispose (GObject *object)
{
  AssayPerformanceViewPrivate *priv = PRIVATE (object);

  forget_question (ASSAY_PERFORMANCE_VIEW (object));
  g_clear_object (&priv->book);
  g_clear_object (&priv->context);
  g_clear_object (&priv->actions);
  g_clear_object (&priv->menu);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), ASSAY_TYPE_PERFORMANCE_VIEW);

  G_OBJECT_CLASS (assay_performance_view_parent_class)->dispose (object);
}

static void
assay_performance_view_class_init (AssayPerformanceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_performance_view_dispose;
  widget_class->map = assay_performance_view_map;
  widget_class->unmap = assay_performance_view_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, ASSAY_UI_RESOURCES
                                               "performance/performance-view.ui");
  gtk_widget_class_bind_template_child_private (widget_class, AssayPerformanceView, stack);
  gtk_widget_class_bind_template_child_private (widget_class, AssayPerformanceView, content);
  gtk_widget_class_bind_template_child_private (widget_class, AssayPerformanceView, empty);
}

static void
assay_performance_view_init (AssayPerformanceView *self)
{
  AssayPerformanceViewPrivate *priv = PRIVATE (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  priv->stale = TRUE;
  priv->filter.from = priv->filter.to = ASSAY_DATE_UNKNOWN;
  priv->menu = g_menu_new ();
  priv->actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", G_ACTION_GROUP (priv->actions));
}

/**
 * assay_performance_view_new:
 * @view_type: a subclass
 * @context: the context of the window
 *
 * Returns: (transfer floating): a view of all suppliers and all time
 */
AssayPerformanceView *
assay_performance_view_new (GType view_type, AssayContext *context)
{
  AssayPerformanceView *self = g_object_new (view_type, NULL);
  AssayPerformanceViewPrivate *priv = PRIVATE (self);
  AssayPerformanceViewClass *klass = ASSAY_PERFORMANCE_VIEW_GET_CLASS (self);

  priv->context = g_object_ref (context);
  priv->filter.today = assay_context_get_today (context);
  adw_status_page_set_title (priv->empty, _ (klass->empty_title));
  adw_status_page_set_description (priv->empty, _ (klass->empty_description));
  if (klass->empty_icon != NULL)
    adw_status_page_set_icon_name (priv->empty, klass->empty_icon);
  if (assay_context_get_book (context) != NULL)
    {
      priv->book = g_object_ref (assay_context_get_book (context));
      g_signal_connect_object (priv->book, "changed", G_CALLBACK (ask_when_seen), self,
                               G_CONNECT_SWAPPED);
    }
  klass->fill (self);
  return self;
}

const char *
assay_performance_view_get_id (AssayPerformanceView *self)
{
  return ASSAY_PERFORMANCE_VIEW_GET_CLASS (self)->id;
}

const char *
assay_performance_view_get_title (AssayPerformanceView *self)
{
  return _ (ASSAY_PERFORMANCE_VIEW_GET_CLASS (self)->title);
}

GMenuModel *
assay_performance_view_get_menu (AssayPerformanceView *self)
{
  return G_MENU_MODEL (PRIVATE (self)->menu);
}

GActionGroup *
assay_performance_view_get_actions (AssayPerformanceView *self)
{
  return G_ACTION_GROUP (PRIVATE (self)->actions);
}

void
assay_performance_view_set_filter (AssayPerformanceView *self, const AssayPerformanceFilter *filter)
{
  AssayPerformanceFilter *now = &PRIVATE (self)->filter;

  if (now->supplier == filter->supplier && now->from == filter->from && now->to == filter->to)
    return;
  *now = *filter;
  ask_when_seen (self);
}

AssayContext *
assay_performance_view_get_context (AssayPerformanceView *self)
{
  return PRIVATE (self)->context;
}

const AssayPerformanceFilter *
assay_performance_view_get_filter (AssayPerformanceView *self)
{
  return &PRIVATE (self)->filter;
}

void
assay_performance_view_changed (AssayPerformanceView *self)
{
  g_return_if_fail (ASSAY_IS_PERFORMANCE_VIEW (self));

  ask_when_seen (self);
}

void
assay_performance_view_explain (AssayPerformanceView *self,
                                AssayExplainFunc explain,
                                gpointer question,
                                GDestroyNotify free_question)
{
  assay_explain (GTK_WIDGET (self), PRIVATE (self)->context, explain, question, free_question);
}

GtkBox *
assay_performance_view_get_content (AssayPerformanceView *self)
{
  return PRIVATE (self)->content;
}

AssaySection *
assay_performance_view_add_section (AssayPerformanceView *self, const char *title, GtkWidget *child)
{
  GtkWidget *section = assay_section_new (title, child);

  gtk_box_append (PRIVATE (self)->content, section);
  return ASSAY_SECTION (section);
}

AssayChartFrame *
assay_performance_view_new_chart (AssayPerformanceView *self, AssayType type)
{
  return assay_rows_chart_new (PRIVATE (self)->context, type, CHART_HEIGHT);
}

AssayChartFrame *
assay_performance_view_add_chart (AssayPerformanceView *self, AssayType type)
{
  AssayChartFrame *chart = assay_performance_view_new_chart (self, type);

  gtk_box_append (PRIVATE (self)->content, GTK_WIDGET (chart));
  return chart;
}

AdwToggleGroup *
assay_performance_view_add_toggles (AssayPerformanceView *self,
                                    AssayChartFrame *chart,
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
  g_signal_connect_object (group, "notify::active", G_CALLBACK (ask_when_seen), self,
                           G_CONNECT_SWAPPED);
  assay_chart_frame_add_control (chart, GTK_WIDGET (group));
  return group;
}

AssayControlChooser *
assay_performance_view_add_control (AssayPerformanceView *self,
                                    AssayChartFrame *chart,
                                    gboolean counts)
{
  AssayControlChooser *control = assay_control_chooser_new (
      _ ("Limits and Rules"), counts, assay_context_get_today (PRIVATE (self)->context));

  g_signal_connect_object (control, "changed", G_CALLBACK (ask_when_seen), self, G_CONNECT_SWAPPED);
  assay_chart_frame_add_control (chart, GTK_WIDGET (control));
  return control;
}

static GSimpleAction *
add_action (AssayPerformanceView *self, const char *name, const char *label)
{
  AssayPerformanceViewPrivate *priv = PRIVATE (self);
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);
  g_autofree char *detailed = g_strconcat ("view.", name, NULL);

  g_action_map_add_action (G_ACTION_MAP (priv->actions), G_ACTION (action));
  if (label != NULL)
    g_menu_append (priv->menu, label, detailed);
  return action;
}

void
assay_performance_view_add_action (AssayPerformanceView *self,
                                   const char *name,
                                   const char *label,
                                   void (*activate) (AssayPerformanceView *self))
{
  g_signal_connect_object (add_action (self, name, label), "activate", G_CALLBACK (activate), self,
                           G_CONNECT_SWAPPED);
}

typedef struct
{
  AssayPerformanceView *view; /* unowned: its actions end with it */
  AssayFiguresTable *table;   /* unowned: inside the view */
  char *file_name;
} Export;

static void
export_free (gpointer data, GClosure *closure)
{
  Export *export = data;

  g_free (export->file_name);
  g_free (export);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Export *export = data;
  g_autofree char *csv = assay_figures_table_to_csv (export->table);

  assay_save_text (PRIVATE (export->view)->context, GTK_WIDGET (export->view), export->file_name,
                   csv);
}

void
assay_performance_view_add_export (AssayPerformanceView *self,
                                   const char *name,
                                   const char *label,
                                   const char *file_name,
                                   AssayFiguresTable *table)
{
  Export *export = g_new0 (Export, 1);

  export->view = self;
  export->table = table;
  export->file_name = g_strdup (file_name);
  g_signal_connect_data (add_action (self, name, label), "activate", G_CALLBACK (export_cb), export,
                         export_free, 0);
}
