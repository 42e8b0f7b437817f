/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/orders/order-line-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/format.h"
#include "insight/closed-days.h"
#include "record/promises.h"
#include "store/promises.h"
#include "ui/orders/day-list.h"
#include "ui/orders/event-list.h"
#include "ui/record/figure-tile.h"
#include "ui/record/record-parts.h"

#define ASSAY_TYPE_ORDER_LINE_PAGE (assay_order_line_page_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayOrderLinePage, assay_order_line_page, ASSAY, ORDER_LINE_PAGE, AssayRecordPage)

struct _AssayOrderLinePage
{
  AssayRecordPage parent_instance;

  AssayRecordParts parts;
  AssayFigureTile *order;
  AssayFigureTile *quantity;
  AssayFigureTile *promise;
  AssayFigureTile *slip;
  AssayFigureTile *passed;
  AssayEventList *promises;
  AssayEventList *deliveries;
  AssayDayList *days;
  GtkWidget *parts_section; /* events of each of several deliveries */
  GtkListBox *parts_list;
  gint64 opened; /* the delivery whose events are shown; 0: none */
};

G_DEFINE_FINAL_TYPE (AssayOrderLinePage, assay_order_line_page, ASSAY_TYPE_RECORD_PAGE)

typedef struct
{
  GPtrArray *promises;           /* AssayRecord, as given */
  GPtrArray *deliveries;         /* AssayRecord, as received */
  AssayWorkCalendars *calendars; /* of the supplier */
  AssayOrderTimeline *timeline;
  char *slip;       /* by the rules of the book, as shown; nullable */
  char *definition; /* what that is */
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->promises, g_ptr_array_unref);
  g_clear_pointer (&answer->deliveries, g_ptr_array_unref);
  g_clear_pointer (&answer->timeline, assay_order_timeline_free);
  g_free (answer->slip);
  g_free (answer->definition);
  g_clear_pointer (&answer->calendars, assay_work_calendars_free);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static GPtrArray *
read_owned (AssayDb *db, AssayType type, guint field, guint sort, gint64 id, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (type);
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;

  assay_value_set_integer (&value, id);
  assay_query_add_filter (query, field, ASSAY_FILTER_IS, &value);
  assay_query_set_sort (query, sort, FALSE);
  return assay_query_run_records (query, db, 0, error);
}

static char *
signed_days (gint64 days)
{
  g_autofree char *number = assay_format_number (ABS (days));
  const char *sign = days > 0 ? "+" : days < 0 ? "−" : "";

  /* Translators: sign and number of days that a date moved */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s%s day", "%s%s days", (gulong)ABS (days)), sign, number);
}

/* The slip as all figures tell it, by the rules of the book. */
static gboolean
read_slip (AssayDb *db, const AssayPageQuestion *question, Answer *answer, GError **error)
{
  AssayLeadTimeQuestion asked = { .line = question->id,
                                  .from = ASSAY_DATE_UNKNOWN,
                                  .to = ASSAY_DATE_UNKNOWN,
                                  .today = question->today,
                                  .rules = question->rules };
  g_autoptr (AssayLeadTimeRow) line = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  asked.rules.weighted = FALSE;
  rows = assay_lead_time_figures (db, &asked, &line, error);
  if (rows == NULL)
    return FALSE;
  answer->definition = assay_lead_time_define_measure (&asked, ASSAY_LEAD_SLIP);
  if (line->slip.n == 0)
    return TRUE;
  if (line->slip.mean == round (line->slip.mean))
    answer->slip = signed_days ((gint64)line->slip.mean);
  else
    {
      g_autofree char *number = assay_format_real (line->slip.mean, 1);

      /* Translators: sign and number of days, "+2.3 days" */
      answer->slip = g_strdup_printf (line->slip.mean > 0 ? _ ("+%s days") : _ ("%s days"), number);
    }
  return TRUE;
}

static gpointer
assay_order_line_page_read (AssayDb *db,
                            AssayRecord *record,
                            const AssayPageQuestion *question,
                            GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->promises = assay_promises_of_line (db, question->id, error);
  if (answer->promises == NULL)
    return NULL;
  answer->deliveries = read_owned (db, ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_ORDER_LINE,
                                   ASSAY_DELIVERY_RECEIVED_ON, question->id, error);
  if (answer->deliveries == NULL)
    return NULL;
  answer->timeline = assay_order_timeline_read_line (db, record, question->today, error);
  if (answer->timeline == NULL || !read_slip (db, question, answer, error))
    return NULL;
  answer->calendars = assay_work_calendars_load_one (
      db, assay_record_get_reference (record, ASSAY_ORDER_LINE_SUPPLIER), error);
  if (answer->calendars == NULL)
    return NULL;
  return g_steal_pointer (&answer);
}

/* What is odd about a promise or a delivery, field by field. */
static void
add_remarks (AssayRecord *record,
             AssayRecord *line,
             AssayWorkCalendars *calendars,
             GStrvBuilder *builder)
{
  const AssayRecordType *type = assay_record_describe (record);
  g_autoptr (AssayProblems) remarks = assay_problems_new ();

  if (type->type == ASSAY_TYPE_PROMISE)
    assay_remark_promise (record, line, remarks);
  else
    assay_remark_delivery (record, line, remarks);
  if (calendars != NULL)
    assay_closed_days_remark (
        calendars, assay_record_get_reference (line, ASSAY_ORDER_LINE_SUPPLIER), record, remarks);
  for (guint i = 0; i < assay_problems_count (remarks); i++)
    {
      const AssayProblem *remark = assay_problems_get (remarks, i);

      /* Translators: a field's name and what is odd about it, among facts of a promise */
      g_strv_builder_take (builder,
                           g_strdup_printf (_ ("⚠ %s: %s"),
                                            assay_field_label (&type->fields[remark->field]),
                                            remark->message));
    }
}

/* Promises are kept for ever: the first of several cannot be deleted. */
static void
show_promises (AssayOrderLinePage *self,
               AssayRecord *line,
               GPtrArray *promises,
               AssayWorkCalendars *calendars)
{
  gboolean open = !assay_record_is_known (line, ASSAY_ORDER_LINE_DELIVERED_ON);
  gint32 first = ASSAY_DATE_UNKNOWN;

  assay_event_list_clear (self->promises);
  for (guint i = 0; i < promises->len; i++)
    {
      AssayRecord *promise = g_ptr_array_index (promises, i);
      gint32 date = assay_record_get_date (promise, ASSAY_PROMISE_PROMISED_ON);
      g_autofree char *title = assay_date_format (date);
      g_autofree char *reason = assay_format_display (promise, ASSAY_PROMISE_REASON, 0);
      g_autofree char *given = assay_format_display (promise, ASSAY_PROMISE_GIVEN_ON, 0);
      const char *note = assay_record_get_text (promise, ASSAY_PROMISE_NOTE);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) parts = NULL;
      g_autofree char *subtitle = NULL;
      g_autofree char *mark = NULL;

      if (*given != '\0')
        g_strv_builder_take (builder, g_strdup_printf (_ ("Given on %s"), given));
      if (*reason != '\0')
        g_strv_builder_add (builder, reason);
      if (note != NULL)
        g_strv_builder_add (builder, note);
      /* Closed days are news as long as the promise holds. */
      add_remarks (promise, line, open && i + 1 == promises->len ? calendars : NULL, builder);
      parts = g_strv_builder_end (builder);
      subtitle = g_strjoinv (" · ", parts);
      if (i == 0)
        first = date;
      mark = i == 0 ? g_strdup (_ ("First promise")) : signed_days ((gint64)date - first);
      assay_event_list_add (self->promises, promise, title, subtitle, mark,
                            i > 0 || promises->len == 1);
    }
}

static void
show_deliveries (AssayOrderLinePage *self,
                 AssayRecord *line,
                 GPtrArray *deliveries,
                 AssayWorkCalendars *calendars)
{
  static const guint fields[]
      = { ASSAY_DELIVERY_MODE, ASSAY_DELIVERY_CARRIER, ASSAY_DELIVERY_TRACKING };

  assay_event_list_clear (self->deliveries);
  for (guint i = 0; i < deliveries->len; i++)
    {
      AssayRecord *delivery = g_ptr_array_index (deliveries, i);
      g_autofree char *quantity = assay_format_display (delivery, ASSAY_DELIVERY_QUANTITY, 0);
      g_autofree char *received = assay_format_display (delivery, ASSAY_DELIVERY_RECEIVED_ON, 0);
      g_autofree char *shipped = assay_format_display (delivery, ASSAY_DELIVERY_SHIPPED_ON, 0);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) parts = NULL;
      g_autofree char *title = NULL;
      g_autofree char *subtitle = NULL;

      if (*received != '\0')
        title = g_strdup_printf (_ ("%s pieces received on %s"), *quantity != '\0' ? quantity : "?",
                                 received);
      else
        title = g_strdup_printf (_ ("%s pieces on their way"), *quantity != '\0' ? quantity : "?");
      if (*shipped != '\0')
        g_strv_builder_take (builder, g_strdup_printf (_ ("Shipped on %s"), shipped));
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        if (assay_record_is_known (delivery, fields[j]))
          g_strv_builder_take (builder, assay_format_display (delivery, fields[j], 0));
      add_remarks (delivery, line,
                   assay_record_is_known (delivery, ASSAY_DELIVERY_RECEIVED_ON) ? NULL : calendars,
                   builder);
      parts = g_strv_builder_end (builder);
      subtitle = g_strjoinv (" · ", parts);
      assay_event_list_add (self->deliveries, delivery, title, subtitle, NULL, TRUE);
    }
}

static void
opened_cb (AssayOrderLinePage *self, GParamSpec *pspec, AdwExpanderRow *row)
{
  gint64 id = *(gint64 *)g_object_get_data (G_OBJECT (row), "delivery");

  if (adw_expander_row_get_expanded (row))
    self->opened = id;
  else if (self->opened == id)
    self->opened = 0;
}

/* "Shipped · 12 Mar 2026": how far it has come. */
static char *
describe_lane (const AssayTimelineLane *lane)
{
  for (guint i = ASSAY_N_EVENTS; i > 0; i--)
    if (lane->days[i - 1].actual != ASSAY_DATE_UNKNOWN)
      {
        g_autofree char *date = assay_date_format (lane->days[i - 1].actual);

        return g_strdup_printf ("%s · %s", assay_order_event_label (i - 1), date);
      }
  return g_strdup (_ ("Nothing has happened yet"));
}

static void
add_part (AssayOrderLinePage *self, const AssayTimelineLane *lane)
{
  AssayDayList *days
      = assay_day_list_new (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)));
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *subtitle = describe_lane (lane);

  assay_day_list_set_plain (days);
  assay_day_list_show (days, lane);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lane->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), GTK_WIDGET (days));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), lane->id == self->opened);
  g_object_set_data_full (G_OBJECT (row), "delivery", g_memdup2 (&lane->id, sizeof lane->id),
                          g_free);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->parts_list, row);
}

/* A single delivery says nothing that its line does not say. */
static void
show_days (AssayOrderLinePage *self, const AssayOrderTimeline *timeline)
{
  guint n = timeline->lanes->len;

  gtk_list_box_remove_all (self->parts_list);
  gtk_widget_set_visible (self->parts_section, n > 3);
  assay_day_list_show (self->days, g_ptr_array_index (timeline->lanes, 1));
  for (guint i = 2; n > 3 && i < n; i++)
    add_part (self, g_ptr_array_index (timeline->lanes, i));
}

static gint64
remaining (AssayRecord *line)
{
  gint64 ordered = assay_record_get_integer (line, ASSAY_ORDER_LINE_QUANTITY, 0);
  gint64 came = assay_record_get_integer (line, ASSAY_ORDER_LINE_DELIVERED_QUANTITY, 0);

  return MAX (ordered - came, 0);
}

static void
show_tiles (AssayOrderLinePage *self, AssayRecord *line, const Answer *answer)
{
  g_autofree char *state = assay_format_display (line, ASSAY_ORDER_LINE_STATE, 0);
  g_autofree char *quantity = assay_format_display (line, ASSAY_ORDER_LINE_QUANTITY, 0);
  g_autofree char *latest = assay_format_display (line, ASSAY_ORDER_LINE_LATEST_PROMISED_ON, 0);
  g_autofree char *first = assay_format_display (line, ASSAY_ORDER_LINE_PROMISED_ON, 0);
  g_autofree char *delivered = assay_format_display (line, ASSAY_ORDER_LINE_DELIVERED_ON, 0);
  g_autofree char *missing = assay_format_number (remaining (line));
  g_autofree char *missing_words = remaining (line) > 0
                                       ? g_strdup_printf (_ ("%s still to come"), missing)
                                       : g_strdup (_ ("Everything delivered"));
  g_autofree char *first_words = g_strdup_printf (_ ("First promise %s"), first);
  g_autofree char *delivered_words = g_strdup_printf (_ ("Delivered %s"), delivered);

  assay_figure_tile_set (self->order,
                         assay_record_get_reference_title (line, ASSAY_ORDER_LINE_PURCHASE_ORDER),
                         assay_record_get_reference_title (line, ASSAY_ORDER_LINE_SUPPLIER));
  assay_figure_tile_set (self->quantity, *quantity != '\0' ? quantity : NULL,
                         *quantity != '\0' ? missing_words : state);
  assay_figure_tile_set (self->promise, *latest != '\0' ? latest : NULL,
                         *first != '\0' && strcmp (first, latest) != 0 ? first_words : state);
  assay_figure_tile_set (self->slip, answer->slip, *delivered != '\0' ? delivered_words : state);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->slip), answer->definition);
}

/* "250 passed", "300 inspected · 50 to inspect" */
static void
show_passed (AssayOrderLinePage *self, AssayRecord *line)
{
  gint64 left = assay_record_get_integer (line, ASSAY_ORDER_LINE_OUTSTANDING_QUANTITY, 0);
  gint64 n_passed = assay_record_get_integer (line, ASSAY_ORDER_LINE_PASSED_QUANTITY, 0);
  g_autofree char *passed = assay_format_number (n_passed);
  g_autofree char *outstanding = assay_format_number (left);
  g_autofree char *inspected = assay_format_number (
      assay_record_get_integer (line, ASSAY_ORDER_LINE_INSPECTED_QUANTITY, 0));
  g_autofree char *value = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s passed", "%s passed", (gulong)n_passed), passed);
  g_autofree char *detail
      = left > 0
            /* Translators: pieces in inspected lots, pieces that have not passed yet */
            ? g_strdup_printf (_ ("%s inspected · %s to inspect"), inspected, outstanding)
            : g_strdup_printf (_ ("%s inspected"), inspected);

  assay_figure_tile_set (self->passed, value, detail);
}

static void
assay_order_line_page_show (AssayRecordPage *page, AssayRecord *record, gpointer data)
{
  AssayOrderLinePage *self = ASSAY_ORDER_LINE_PAGE (page);
  g_autoptr (Answer) answer = data;

  show_tiles (self, record, answer);
  show_passed (self, record);
  show_promises (self, record, answer->promises, answer->calendars);
  show_deliveries (self, record, answer->deliveries, answer->calendars);
  show_days (self, answer->timeline);
  assay_record_parts_show (&self->parts, record);
}

static AssayRecord *
new_owned (AssayOrderLinePage *self, AssayType type, guint field)
{
  AssayRecord *line = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));
  AssayRecord *record = assay_record_new (type);
  g_autofree char *title = assay_record_dup_title (line);

  assay_record_set_reference (record, field, assay_record_get_id (line));
  assay_record_set_reference_title (record, field, title);
  return record;
}

static void
add_promise_cb (AssayOrderLinePage *self)
{
  AssayContext *context = assay_record_page_get_context (ASSAY_RECORD_PAGE (self));
  g_autoptr (AssayRecord) promise = new_owned (self, ASSAY_TYPE_PROMISE, ASSAY_PROMISE_ORDER_LINE);

  assay_record_set_date (promise, ASSAY_PROMISE_GIVEN_ON, assay_context_get_today (context));
  assay_context_edit_record (context, promise);
}

static void
add_delivery_cb (AssayOrderLinePage *self)
{
  AssayRecord *line = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));
  g_autoptr (AssayRecord) delivery
      = new_owned (self, ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_ORDER_LINE);

  if (remaining (line) > 0)
    assay_record_set_integer (delivery, ASSAY_DELIVERY_QUANTITY, remaining (line));
  assay_context_edit_record (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)), delivery);
}

/* The lot is what has not passed yet; when everything has, all of it once more. */
static void
inspect_cb (AssayOrderLinePage *self)
{
  static const guint shared[][2] = {
    { ASSAY_ORDER_LINE_SUPPLIER, ASSAY_INSPECTION_SUPPLIER },
    { ASSAY_ORDER_LINE_PRODUCT, ASSAY_INSPECTION_PRODUCT },
  };
  AssayRecord *line = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));
  g_autoptr (AssayRecord) inspection
      = new_owned (self, ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_ORDER_LINE);
  gint64 left = assay_record_get_integer (line, ASSAY_ORDER_LINE_OUTSTANDING_QUANTITY, 0);
  gint64 lot = left > 0 ? left : assay_record_get_integer (line, ASSAY_ORDER_LINE_QUANTITY, 0);

  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    if (assay_record_is_known (line, shared[i][0]))
      {
        assay_record_set_reference (inspection, shared[i][1],
                                    assay_record_get_reference (line, shared[i][0]));
        assay_record_set_reference_title (inspection, shared[i][1],
                                          assay_record_get_reference_title (line, shared[i][0]));
      }
  if (lot > 0)
    assay_record_set_integer (inspection, ASSAY_INSPECTION_LOT_SIZE, lot);
  assay_context_edit_record (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)), inspection);
}

static void
inspect_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (assay_record_page_get_record (ASSAY_RECORD_PAGE (widget)) != NULL)
    inspect_cb (ASSAY_ORDER_LINE_PAGE (widget));
}

static void
order_cb (AssayOrderLinePage *self)
{
  AssayRecord *line = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));

  assay_context_show_record (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)),
                             ASSAY_TYPE_ORDER,
                             assay_record_get_reference (line, ASSAY_ORDER_LINE_PURCHASE_ORDER));
}

static void
assay_order_line_page_class_init (AssayOrderLinePageClass *klass)
{
  AssayRecordPageClass *page_class = ASSAY_RECORD_PAGE_CLASS (klass);

  page_class->type = ASSAY_TYPE_ORDER_LINE;
  page_class->read = assay_order_line_page_read;
  page_class->free_answer = (GDestroyNotify)answer_free;
  page_class->show = assay_order_line_page_show;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "line.inspect", NULL, inspect_action);
}

static void
assay_order_line_page_init (AssayOrderLinePage *self)
{
}

static AssayFigureTile *
add_tile (AssayOrderLinePage *self, AdwWrapBox *box, const char *title)
{
  AssayFigureTile *tile = assay_figure_tile_new (title);

  adw_wrap_box_append (box, GTK_WIDGET (tile));
  assay_figure_tile_set_plain (tile);
  return tile;
}

static AssayEventList *
add_events (AssayOrderLinePage *self,
            const char *title,
            const char *empty,
            const char *tooltip,
            GCallback clicked)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayEventList *list = assay_event_list_new (assay_record_page_get_context (page), title, empty);
  GtkWidget *section = assay_section_new (title, GTK_WIDGET (list));
  GtkWidget *button = assay_icon_button_new ("list-add-symbolic", tooltip);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  assay_section_add_button (ASSAY_SECTION (section), button);
  gtk_box_append (assay_record_page_get_main (page), section);
  return list;
}

static void
add_days (AssayOrderLinePage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);

  self->days = assay_day_list_new (assay_record_page_get_context (page));
  gtk_box_append (assay_record_page_get_main (page),
                  assay_section_new (_ ("Events"), GTK_WIDGET (self->days)));
  self->parts_list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->parts_list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->parts_list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->parts_list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Events of Each Delivery"), -1);
  self->parts_section
      = assay_section_new (_ ("Events of Each Delivery"), GTK_WIDGET (self->parts_list));
  gtk_box_append (assay_record_page_get_main (page), self->parts_section);
}

AdwNavigationPage *
assay_order_line_page_new (AssayContext *context, gint64 id)
{
  static const char *const columns[]
      = { "inspected_on", "planned_on", "kind",     "lot_size", "inspected",
          "defective",    "result",     "decision", NULL };
  static const char *const spare[] = { "inspected", "kind", "planned_on", "defective", NULL };
  AssayRecordPage *page
      = ASSAY_RECORD_PAGE (assay_record_page_new (ASSAY_TYPE_ORDER_LINE_PAGE, context, id));
  AssayOrderLinePage *self = ASSAY_ORDER_LINE_PAGE (page);
  AdwWrapBox *tiles = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 12,
                                    "justify", ADW_JUSTIFY_FILL, "justify-last-line", TRUE, NULL);
  AssayTable *inspections;

  self->order = assay_figure_tile_new (_ ("Order"));
  adw_wrap_box_append (tiles, GTK_WIDGET (self->order));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->order), _ ("Show the Order"));
  g_signal_connect_object (self->order, "clicked", G_CALLBACK (order_cb), self, G_CONNECT_SWAPPED);
  self->quantity = add_tile (self, tiles, _ ("Pieces"));
  self->promise = add_tile (self, tiles, _ ("Promised for"));
  self->slip = add_tile (self, tiles, _ ("Slip"));
  self->passed = add_tile (self, tiles, _ ("Inspection"));
  gtk_box_append (assay_record_page_get_head (page), GTK_WIDGET (tiles));

  self->promises = add_events (self, _ ("Promises"),
                               _ ("No date promised yet: slip is measured from the first one"),
                               _ ("New Promise"), G_CALLBACK (add_promise_cb));
  self->deliveries = add_events (self, _ ("Deliveries"), _ ("Nothing delivered yet"),
                                 _ ("New Delivery"), G_CALLBACK (add_delivery_cb));
  add_days (self);
  inspections = assay_record_page_add_table (page, _ ("Inspections"), ASSAY_TYPE_INSPECTION,
                                             ASSAY_INSPECTION_ORDER_LINE, columns, spare,
                                             _ ("No inspections yet"));
  assay_record_page_add_table_button (inspections, _ ("Plan Inspection"), G_CALLBACK (inspect_cb),
                                      self);
  assay_record_parts_add (&self->parts, page);
  return ADW_NAVIGATION_PAGE (page);
}
