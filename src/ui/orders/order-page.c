/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/orders/order-page.h"

#include <glib/gi18n-lib.h>

#include "chart/timeline-chart.h"
#include "insight/milestones.h"
#include "insight/order-timeline.h"
#include "record/format.h"
#include "store/records.h"
#include "ui/orders/day-list.h"
#include "ui/orders/milestone-list.h"
#include "ui/orders/plan-chooser.h"
#include "ui/record/figure-tile.h"
#include "ui/record/record-parts.h"

#define ASSAY_TYPE_ORDER_PAGE (assay_order_page_get_type ())
G_DECLARE_FINAL_TYPE (AssayOrderPage, assay_order_page, ASSAY, ORDER_PAGE, AssayRecordPage)

struct _AssayOrderPage
{
  AssayRecordPage parent_instance;

  AssayRecordParts parts;
  AssayFigureTile *state;
  AssayFigureTile *pieces;
  AssayFigureTile *value;
  AssayFigureTile *due;
  AssayFigureTile *passed;
  AssayMilestoneList *milestones;
  AssayChartFrame *timeline;
  AssayDayList *days;
  GPtrArray *shown; /* of AssayRecord: the milestones */
  gint64 next_line; /* number of a new line */
};

G_DEFINE_FINAL_TYPE (AssayOrderPage, assay_order_page, ASSAY_TYPE_RECORD_PAGE)

typedef struct
{
  gint64 last_line;
  gint64 delivered, passed, outstanding; /* pieces */
  GPtrArray *milestones;                 /* of AssayRecord, the next one first */
  char *missing;                         /* what has not passed, in words; nullable */
  AssayOrderTimeline *timeline;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->milestones, g_ptr_array_unref);
  g_free (answer->missing);
  g_clear_pointer (&answer->timeline, assay_order_timeline_free);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* As their days come, those without one last, and among equals as they were entered. */
static gboolean
read_milestones (AssayDb *db, gint64 order, Answer *answer, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_MILESTONE);
  g_autoptr (GError) local = NULL;
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;

  assay_value_set_integer (&value, order);
  assay_query_add_filter (query, ASSAY_MILESTONE_PURCHASE_ORDER, ASSAY_FILTER_IS, &value);
  assay_query_set_sort (query, ASSAY_MILESTONE_DUE_ON, FALSE);
  answer->milestones = assay_query_run_records (query, db, 0, error);
  if (answer->milestones == NULL)
    return FALSE;
  answer->missing = assay_milestone_dup_missing (db, order, 3, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gpointer
assay_order_page_read (AssayDb *db,
                       AssayRecord *record,
                       const AssayPageQuestion *question,
                       GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db,
                          "SELECT coalesce(max(line_number), 0), "
                          "coalesce(sum(delivered_quantity), 0), "
                          "coalesce(sum(passed_quantity), 0), "
                          "coalesce(sum(outstanding_quantity) "
                          "FILTER (WHERE state IS NOT 'cancelled'), 0) "
                          "FROM order_line WHERE purchase_order = ?1",
                          error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  assay_statement_bind_int (statement, 1, question->id);
  if (!assay_statement_step (statement, &row, error))
    return NULL;
  answer->last_line = assay_statement_get_int (statement, 0);
  answer->delivered = assay_statement_get_int (statement, 1);
  answer->passed = assay_statement_get_int (statement, 2);
  answer->outstanding = assay_statement_get_int (statement, 3);
  if (!read_milestones (db, question->id, answer, error))
    return NULL;
  answer->timeline = assay_order_timeline_read (db, question->id, question->today, error);
  if (answer->timeline == NULL)
    return NULL;
  return g_steal_pointer (&answer);
}

/* The date that matters now, and how far it is. */
static void
show_due (AssayOrderPage *self, AssayRecord *record)
{
  gint32 today = assay_context_get_today (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)));
  gint32 due = assay_record_get_date (record, ASSAY_ORDER_DUE_ON);
  gint32 delivered = assay_record_get_date (record, ASSAY_ORDER_DELIVERED_ON);
  g_autofree char *value = NULL;
  g_autofree char *detail = NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (self->due), "warning");
  if (delivered != ASSAY_DATE_UNKNOWN)
    {
      value = assay_date_format (delivered);
      detail = g_strdup (_ ("Everything delivered"));
    }
  else if (due != ASSAY_DATE_UNKNOWN)
    {
      int days = due - today;
      gulong n = (gulong)ABS (days);

      value = assay_date_format (due);
      if (days < 0)
        detail = g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE, "Next due · %lu day late", "Next due · %lu days late", n),
            n);
      else
        detail = g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE, "Next due · in %lu day", "Next due · in %lu days", n), n);
      if (days < 0)
        gtk_widget_add_css_class (GTK_WIDGET (self->due), "warning");
    }
  assay_figure_tile_set (self->due, value, detail);
}

/* What has passed inspection, and what is left to inspect. */
static void
show_passed (AssayOrderPage *self, const Answer *answer)
{
  g_autofree char *passed = assay_format_number (answer->passed);
  g_autofree char *left = assay_format_number (answer->outstanding);
  g_autofree char *value = g_strdup_printf (
      /* Translators: pieces that have passed inspection */
      g_dngettext (GETTEXT_PACKAGE, "%s passed", "%s passed", (gulong)answer->passed), passed);
  g_autofree char *detail
      = answer->outstanding > 0
            /* Translators: pieces that have not passed inspection yet */
            ? g_strdup_printf (_ ("%s to inspect"), left)
            : answer->passed > 0 ? g_strdup (_ ("Nothing left to inspect")) : NULL;

  assay_figure_tile_set (self->passed, value, detail);
}

static void
show_timeline (AssayOrderPage *self, AssayOrderTimeline *timeline)
{
  g_autoptr (AssayScene) scene = assay_timeline_chart_new (timeline);

  assay_chart_frame_set_scene (self->timeline, scene);
  assay_day_list_show (self->days, g_ptr_array_index (timeline->lanes, 0));
}

static void
assay_order_page_show (AssayRecordPage *page, AssayRecord *record, gpointer data)
{
  AssayOrderPage *self = ASSAY_ORDER_PAGE (page);
  g_autoptr (Answer) answer = data;
  AssayUnits units = assay_context_get_units (assay_record_page_get_context (page));
  g_autofree char *state = assay_format_display (record, ASSAY_ORDER_STATE, units);
  g_autofree char *pieces = assay_format_display (record, ASSAY_ORDER_QUANTITY, units);
  g_autofree char *value = assay_format_display (record, ASSAY_ORDER_VALUE, units);
  g_autofree char *lines
      = assay_format_number (assay_record_get_integer (record, ASSAY_ORDER_LINE_COUNT, 0));
  g_autofree char *delivered = assay_format_number (answer->delivered);
  g_autofree char *came = g_strdup_printf (_ ("%s delivered"), delivered);
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s line", "%s lines",
                   (gulong)assay_record_get_integer (record, ASSAY_ORDER_LINE_COUNT, 0)),
      lines);

  self->next_line = answer->last_line + 1;
  assay_figure_tile_set (self->state, *state != '\0' ? state : NULL,
                         assay_record_get_reference_title (record, ASSAY_ORDER_SUPPLIER));
  assay_figure_tile_set (self->pieces, *pieces != '\0' ? pieces : NULL, came);
  assay_figure_tile_set (self->value, *value != '\0' ? value : NULL, count);
  show_due (self, record);
  show_passed (self, answer);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_ptr_array_ref (answer->milestones);
  assay_milestone_list_show (self->milestones, answer->milestones, answer->missing);
  show_timeline (self, answer->timeline);
  assay_record_parts_show (&self->parts, record);
}

static void
add_line_cb (AssayOrderPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayRecord *order = assay_record_page_get_record (page);
  g_autoptr (AssayRecord) line = assay_record_new (ASSAY_TYPE_ORDER_LINE);
  g_autofree char *title = assay_record_dup_title (order);

  assay_record_set_reference (line, ASSAY_ORDER_LINE_PURCHASE_ORDER, assay_record_get_id (order));
  assay_record_set_reference_title (line, ASSAY_ORDER_LINE_PURCHASE_ORDER, title);
  assay_record_set_integer (line, ASSAY_ORDER_LINE_LINE_NUMBER, self->next_line);
  assay_record_set_value (line, ASSAY_ORDER_LINE_CURRENCY,
                          assay_record_get_value (order, ASSAY_ORDER_CURRENCY));
  assay_context_edit_record (assay_record_page_get_context (page), line);
}

static void
add_milestone_cb (AssayOrderPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayRecord *order = assay_record_page_get_record (page);
  g_autoptr (AssayRecord) milestone = NULL;

  if (order == NULL || self->shown == NULL)
    return;
  milestone = assay_milestone_propose (order, self->shown);
  assay_context_edit_record (assay_record_page_get_context (page), milestone);
}

/* It has no page of its own, or is the page. */
static void
edit_by_id (AssayContext *context, AssayType type, gint64 id)
{
  AssayBook *book = assay_context_get_book (context);
  g_autoptr (AssayRecord) record
      = book != NULL ? assay_records_get (assay_book_get_reader (book), type, id, NULL) : NULL;

  if (record != NULL)
    assay_context_edit_record (context, record);
}

static void
use_plan_cb (AssayOrderPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayRecord *order = assay_record_page_get_record (page);
  guint n_done = 0;

  if (order == NULL || self->shown == NULL)
    return;
  for (guint i = 0; i < self->shown->len; i++)
    n_done += assay_record_is_known (g_ptr_array_index (self->shown, i), ASSAY_MILESTONE_DONE_ON);
  assay_plan_chooser_ask (assay_record_page_get_context (page), order, self->shown->len - n_done,
                          n_done, GTK_WIDGET (self));
}

/* Of all orders, the next one first. */
static void
payments_cb (AssayOrderPage *self)
{
  static const char *const states[] = { "open", "waiting" };
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_MILESTONE);
  g_auto (AssayValue) kind = ASSAY_VALUE_INIT;

  assay_value_set_text (&kind, "payment");
  assay_query_add_filter (query, ASSAY_MILESTONE_KIND, ASSAY_FILTER_IS, &kind);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_auto (AssayValue) state = ASSAY_VALUE_INIT;

      assay_value_set_text (&state, states[i]);
      assay_query_add_filter (query, ASSAY_MILESTONE_STATE, ASSAY_FILTER_IS, &state);
    }
  assay_query_set_sort (query, ASSAY_MILESTONE_DUE_ON, FALSE);
  assay_context_show_rows (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)), query,
                           _ ("Payments Due"));
}

/* What lies behind a mark of the timeline is of many types. */
static void
timeline_activated_cb (AssayOrderPage *self, GArray *ids)
{
  AssayContext *context = assay_record_page_get_context (ASSAY_RECORD_PAGE (self));
  AssayScene *scene = assay_chart_frame_get_scene (self->timeline);
  gint64 id = ids != NULL && ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
  AssayType type
      = id != 0 && scene != NULL ? assay_timeline_chart_mark_type (scene, id) : ASSAY_TYPE_NONE;

  if (type == ASSAY_TYPE_ORDER || type == ASSAY_TYPE_MILESTONE)
    edit_by_id (context, type, id);
  else if (type != ASSAY_TYPE_NONE)
    assay_context_show_record (context, type, id);
}

static void
new_line_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (assay_record_page_get_record (ASSAY_RECORD_PAGE (widget)))
    add_line_cb (ASSAY_ORDER_PAGE (widget));
}

static void
supplier_cb (AssayOrderPage *self)
{
  AssayRecord *order = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));

  assay_context_show_record (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)),
                             ASSAY_TYPE_SUPPLIER,
                             assay_record_get_reference (order, ASSAY_ORDER_SUPPLIER));
}

static void
lines_cb (AssayOrderPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  g_autoptr (AssayQuery) query
      = assay_record_page_query (page, ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_PURCHASE_ORDER);
  g_autofree char *title = assay_record_dup_title (assay_record_page_get_record (page));

  assay_context_show_rows (assay_record_page_get_context (page), query, title);
}

static void
assay_order_page_finalize (GObject *object)
{
  AssayOrderPage *self = ASSAY_ORDER_PAGE (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (assay_order_page_parent_class)->finalize (object);
}

static void
assay_order_page_class_init (AssayOrderPageClass *klass)
{
  AssayRecordPageClass *page_class = ASSAY_RECORD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = assay_order_page_finalize;
  page_class->type = ASSAY_TYPE_ORDER;
  page_class->read = assay_order_page_read;
  page_class->free_answer = (GDestroyNotify)answer_free;
  page_class->show = assay_order_page_show;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.new", NULL, new_line_action);
}

static void
assay_order_page_init (AssayOrderPage *self)
{
}

static AssayFigureTile *
add_tile (AssayOrderPage *self,
          AdwWrapBox *box,
          const char *title,
          GCallback clicked,
          const char *tooltip)
{
  AssayFigureTile *tile = assay_figure_tile_new (title);

  adw_wrap_box_append (box, GTK_WIDGET (tile));
  gtk_widget_set_tooltip_text (GTK_WIDGET (tile), tooltip);
  g_signal_connect_object (tile, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return tile;
}

static void
add_timeline (AssayOrderPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);

  self->timeline = ASSAY_CHART_FRAME (assay_chart_frame_new ());
  g_signal_connect_object (self->timeline, "rows-activated", G_CALLBACK (timeline_activated_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_box_append (assay_record_page_get_main (page), GTK_WIDGET (self->timeline));
  self->days = assay_day_list_new (assay_record_page_get_context (page));
  gtk_box_append (assay_record_page_get_main (page),
                  assay_section_new (_ ("Events of the Whole Order"), GTK_WIDGET (self->days)));
}

static void
add_milestones (AssayOrderPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  GtkWidget *button = assay_icon_button_new ("list-add-symbolic", _ ("New Milestone"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons
      = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL);
  GtkWidget *plan = gtk_button_new_with_label (_ ("Use a Milestone Plan…"));
  GtkWidget *payments = gtk_button_new_with_label (_ ("Payments of All Orders"));
  GtkWidget *section;

  self->milestones = assay_milestone_list_new (assay_record_page_get_context (page));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->milestones));
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), plan);
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), payments);
  gtk_box_append (GTK_BOX (box), buttons);
  section = assay_section_new (_ ("Milestones"), box);
  g_signal_connect_object (payments, "clicked", G_CALLBACK (payments_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "clicked", G_CALLBACK (use_plan_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_milestone_cb), self,
                           G_CONNECT_SWAPPED);
  assay_section_add_button (ASSAY_SECTION (section), button);
  gtk_box_append (assay_record_page_get_main (page), section);
}

AdwNavigationPage *
assay_order_page_new (AssayContext *context, gint64 id)
{
  static const char *const columns[]
      = { "line_number",          "product",    "quantity",    "passed_quantity",
          "outstanding_quantity", "unit_price", "promised_on", "latest_promised_on",
          "delivered_on",         "slip",       NULL };
  static const char *const spare[]
      = { "passed_quantity", "unit_price", "latest_promised_on", "slip", "promised_on", NULL };
  AssayRecordPage *page
      = ASSAY_RECORD_PAGE (assay_record_page_new (ASSAY_TYPE_ORDER_PAGE, context, id));
  AssayOrderPage *self = ASSAY_ORDER_PAGE (page);
  AdwWrapBox *tiles = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 12,
                                    "justify", ADW_JUSTIFY_FILL, "justify-last-line", TRUE, NULL);
  g_autoptr (AssayQuery) query = NULL;
  AssayTable *lines;

  self->state
      = add_tile (self, tiles, _ ("State"), G_CALLBACK (supplier_cb), _ ("Show the Supplier"));
  self->due = add_tile (self, tiles, _ ("Delivery"), G_CALLBACK (lines_cb), _ ("Show the Lines"));
  self->pieces = add_tile (self, tiles, _ ("Pieces"), G_CALLBACK (lines_cb), _ ("Show the Lines"));
  self->passed
      = add_tile (self, tiles, _ ("Inspection"), G_CALLBACK (lines_cb), _ ("Show the Lines"));
  self->value = add_tile (self, tiles, _ ("Value"), G_CALLBACK (lines_cb), _ ("Show the Lines"));
  gtk_box_append (assay_record_page_get_head (page), GTK_WIDGET (tiles));

  lines = assay_record_page_add_table (page, _ ("Lines"), ASSAY_TYPE_ORDER_LINE,
                                       ASSAY_ORDER_LINE_PURCHASE_ORDER, columns, spare,
                                       _ ("No lines yet: add what was ordered"));
  query = assay_record_page_query (page, ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_PURCHASE_ORDER);
  assay_query_set_sort (query, ASSAY_ORDER_LINE_LINE_NUMBER, FALSE);
  assay_table_set_base_query (lines, query);
  assay_record_page_add_table_button (lines, _ ("New Line"), G_CALLBACK (add_line_cb), self);
  add_timeline (self);
  add_milestones (self);
  assay_record_parts_add (&self->parts, page);
  for (guint i = ASSAY_ORDER_LINE_COUNT; i <= ASSAY_ORDER_DELIVERED_ON; i++)
    assay_facts_view_hide_field (self->parts.facts, i); /* the tiles show the sums */
  return ADW_NAVIGATION_PAGE (page);
}
