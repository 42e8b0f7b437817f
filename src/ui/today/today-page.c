/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/today/today-page.h"

#include <glib/gi18n-lib.h>

#include "insight/today.h"
#include "store/book-settings.h"
#include "ui/init.h"
#include "ui/today/today-reminders.h"
#include "ui/today/today-reorder.h"
#include "ui/today/today-sources.h"
#include "ui/today/today-words.h"

#define ROWS_SHOWN        8
#define DEFAULT_SOON_DAYS 14

typedef char *(*Words) (gint32 day, gint32 today);

/* One list of the page. */
typedef struct
{
  const char *title; /* marked for translation */
  const char *icon;
  const char *css_class;
  AssayType type;
  guint day; /* the field that the words speak of */
  Words words;
} ListInfo;

enum
{
  LATE,
  UNDECIDED,
  OVERDUE,
  FREED,
  MILESTONES,
  RAN_OUT,
  SOON,
  ACTIONS,
  PLANNED,
  N_LISTS,
};

static const ListInfo infos[N_LISTS] = {
  [LATE] = { N_ ("Late"), "dialog-warning-symbolic", "error", ASSAY_TYPE_ORDER_LINE,
             ASSAY_ORDER_LINE_LATEST_PROMISED_ON, assay_words_due },
  [UNDECIDED] = { N_ ("Waiting for a Decision"), "assay-inspection-symbolic", "warning",
                  ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_INSPECTED_ON, assay_words_since },
  [OVERDUE] = { N_ ("Overdue Corrective Actions"), "assay-action-symbolic", "error",
                ASSAY_TYPE_CORRECTIVE_ACTION, ASSAY_CORRECTIVE_ACTION_DUE_ON, assay_words_due },
  [FREED] = { N_ ("Free After Passed Inspections"), "object-select-symbolic", "success",
              ASSAY_TYPE_MILESTONE, ASSAY_MILESTONE_DUE_ON, assay_words_free },
  [MILESTONES] = { N_ ("Payments and Shipments Due"), "assay-promise-symbolic", "accent",
                   ASSAY_TYPE_MILESTONE, ASSAY_MILESTONE_DUE_ON, assay_words_due },
  [RAN_OUT] = { N_ ("Deviations That Ran Out"), "assay-inspection-symbolic", "warning",
                ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_DEVIATION_UNTIL, assay_words_ran_out },
  [ACTIONS] = { N_ ("Corrective Actions Due Soon"), "assay-action-symbolic", "accent",
                ASSAY_TYPE_CORRECTIVE_ACTION, ASSAY_CORRECTIVE_ACTION_DUE_ON, assay_words_due },
  [SOON] = { N_ ("Due Soon"), "assay-promise-symbolic", "accent", ASSAY_TYPE_ORDER_LINE,
             ASSAY_ORDER_LINE_LATEST_PROMISED_ON, assay_words_due },
  [PLANNED] = { N_ ("Planned Inspections"), "assay-inspection-symbolic", "accent",
                ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_PLANNED_ON, assay_words_planned },
};

struct _AssayTodayPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *title;
  GtkStack *states;
  GtkBox *lists;

  AssayContext *context;
  GSignalGroup *book_signals;
  GCancellable *cancellable;
  guint refresh_source;
  guint midnight_source;
  gint32 soon_days;
};

G_DEFINE_FINAL_TYPE (AssayTodayPage, assay_today_page, ADW_TYPE_NAVIGATION_PAGE)

/* Show all */

static void
add_choices (AssayQuery *query, guint field, const char *const *values)
{
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_auto (AssayValue) value = ASSAY_VALUE_INIT;

      assay_value_set_text (&value, values[i]);
      assay_query_add_filter (query, field, ASSAY_FILTER_IS, &value);
    }
}

static void
add_bound (AssayQuery *query, guint field, AssayFilterOperator op, gint32 day)
{
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;

  assay_value_set_integer (&value, day);
  assay_query_add_filter (query, field, op, &value);
}

/* Of lists that speak of a day: what is over, or what comes until then. */
static void
add_days (AssayTodayPage *self, AssayQuery *query, guint field, gboolean over)
{
  gint32 today = assay_context_get_today (self->context);

  if (over)
    {
      add_bound (query, field, ASSAY_FILTER_AT_MOST, today - 1);
      return;
    }
  add_bound (query, field, ASSAY_FILTER_AT_LEAST, today);
  add_bound (query, field, ASSAY_FILTER_AT_MOST, today + self->soon_days);
}

/* All that are open show what is to be paid over all orders, not only soon. */
static void
add_milestone_filters (AssayTodayPage *self, AssayQuery *query, int list)
{
  static const char *const open[] = { "open", NULL };
  static const char *const not_done[] = { "open", "waiting", NULL };

  add_choices (query, ASSAY_MILESTONE_STATE, list == FREED ? open : not_done);
  if (list == FREED)
    add_bound (query, ASSAY_MILESTONE_WAITS, ASSAY_FILTER_IS, 1);
}

static void
add_inspection_filters (AssayTodayPage *self, AssayQuery *query, int list)
{
  static const char *const deviation[] = { "accept_deviation", NULL };
  g_auto (AssayValue) pending = ASSAY_VALUE_INIT;

  if (list == RAN_OUT)
    {
      add_choices (query, ASSAY_INSPECTION_DECISION, deviation);
      add_days (self, query, ASSAY_INSPECTION_DEVIATION_UNTIL, TRUE);
      return;
    }
  assay_value_set_text (&pending, "pending");
  assay_query_add_filter (query, ASSAY_INSPECTION_DECISION, ASSAY_FILTER_UNKNOWN, NULL);
  assay_query_add_filter (query, ASSAY_INSPECTION_RESULT,
                          list == PLANNED ? ASSAY_FILTER_IS : ASSAY_FILTER_IS_NOT, &pending);
  assay_query_add_filter (query, infos[list].day, ASSAY_FILTER_KNOWN, NULL);
}

static void
show_all_cb (AssayTodayPage *self, GtkWidget *button)
{
  static const char *const open_lines[] = { "open", "partial", NULL };
  static const char *const open_actions[] = { "open", "in_progress", "done", NULL };
  int list = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "list"));
  const ListInfo *info = &infos[list];
  g_autoptr (AssayQuery) query = assay_query_new (info->type);

  if (info->type == ASSAY_TYPE_ORDER_LINE)
    {
      add_choices (query, ASSAY_ORDER_LINE_STATE, open_lines);
      add_days (self, query, info->day, list == LATE);
    }
  else if (info->type == ASSAY_TYPE_CORRECTIVE_ACTION)
    {
      add_choices (query, ASSAY_CORRECTIVE_ACTION_STATE, open_actions);
      add_days (self, query, info->day, list == OVERDUE);
    }
  else if (info->type == ASSAY_TYPE_MILESTONE)
    add_milestone_filters (self, query, list);
  else
    add_inspection_filters (self, query, list);
  assay_query_set_sort (query, info->day, FALSE);
  assay_context_show_rows (self->context, query, _ (info->title));
}

/* Rows */

static void
row_activated_cb (AssayTodayPage *self, GtkWidget *row)
{
  AssayRecord *record = g_object_get_data (G_OBJECT (row), "record");

  assay_context_show_record (self->context, assay_record_get_kind (record),
                             assay_record_get_id (record));
}

/* The day that the row speaks of has passed, and should not have. */
static gboolean
is_over (AssayTodayPage *self, int list, AssayRecord *record)
{
  gint32 day = assay_record_get_date (record, infos[list].day);

  return (list == LATE || list == OVERDUE || list == MILESTONES || list == FREED)
         && day != ASSAY_DATE_UNKNOWN && day < assay_context_get_today (self->context);
}

static GtkWidget *
make_row (AssayTodayPage *self, int list, AssayRecord *record)
{
  const ListInfo *info = &infos[list];
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *title = assay_words_title (record);
  g_autofree char *subtitle = assay_words_subtitle (record);
  g_autofree char *words = info->words (assay_record_get_date (record, info->day),
                                        assay_context_get_today (self->context));
  g_autofree char *date = NULL;
  GtkWidget *label = gtk_label_new (words);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (row, 1);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_subtitle_lines (row, 1);
  if (assay_record_is_known (record, info->day))
    date = assay_date_format (assay_record_get_date (record, info->day));
  gtk_widget_set_tooltip_text (label, date);
  gtk_widget_add_css_class (label, "numeric");
  if (is_over (self, list, record))
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (mark, "error");
      gtk_widget_add_css_class (label, "error");
      adw_action_row_add_suffix (row, mark);
    }
  adw_action_row_add_suffix (row, label);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (row);
}

static void
add_list (AssayTodayPage *self, int list, GPtrArray *records, gint64 n)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *number = assay_format_number (n);
  g_autofree char *title = NULL;

  if (n == 0)
    return;
  /* Translators: the heading of a list and how many rows it has */
  title = g_strdup_printf (C_ ("list heading", "%s (%s)"), _ (infos[list].title), number);
  adw_preferences_group_set_title (group, title);
  if (n > (gint64)records->len || list == MILESTONES)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Show _All"));

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_object_set_data (G_OBJECT (button), "list", GINT_TO_POINTER (list));
      g_signal_connect_object (button, "clicked", G_CALLBACK (show_all_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_set_header_suffix (group, button);
    }
  for (guint i = 0; i < records->len; i++)
    adw_preferences_group_add (group, make_row (self, list, g_ptr_array_index (records, i)));
  gtk_box_append (self->lists, GTK_WIDGET (group));
}

static void
add_reminders (AssayTodayPage *self, const AssayToday *today, AssayReminder first, int n)
{
  for (int i = 0; i < n; i++)
    {
      GtkWidget *group = assay_today_reminders_group_new (
          self->context, today->reminders, (AssayReminder)((int)first + i), ROWS_SHOWN);

      if (group != NULL)
        gtk_box_append (self->lists, group);
    }
}

static void
show_today (AssayTodayPage *self, AssayToday *today)
{
  g_autofree char *date = assay_date_format (assay_context_get_today (self->context));
  GtkWidget *child, *reorder, *sources;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lists))))
    gtk_box_remove (self->lists, child);
  add_list (self, LATE, today->late, today->late_n);
  add_list (self, UNDECIDED, today->undecided, today->undecided_n);
  reorder = assay_today_reorder_group_new (self->context, today->reorder, ROWS_SHOWN);
  if (reorder != NULL)
    gtk_box_append (self->lists, reorder);
  add_list (self, OVERDUE, today->overdue, today->overdue_n);
  add_reminders (self, today, ASSAY_REMINDER_EXPIRED, 2);
  add_list (self, FREED, today->freed, today->freed_n);
  add_list (self, MILESTONES, today->milestones, today->milestones_n);
  add_list (self, RAN_OUT, today->ran_out, today->ran_out_n);
  add_list (self, SOON, today->soon, today->soon_n);
  add_list (self, ACTIONS, today->actions, today->actions_n);
  add_reminders (self, today, ASSAY_REMINDER_EXPIRING, ASSAY_N_REMINDERS - ASSAY_REMINDER_EXPIRING);
  add_list (self, PLANNED, today->planned, today->planned_n);
  sources = assay_today_sources_group_new (self->context, today->sources, ROWS_SHOWN);
  if (sources != NULL)
    gtk_box_append (self->lists, sources);
  adw_window_title_set_subtitle (self->title, date);
  if (today->suppliers + today->products + today->orders + today->inspections == 0)
    gtk_stack_set_visible_child_name (self->states, "start");
  else
    gtk_stack_set_visible_child_name (
        self->states, gtk_widget_get_first_child (GTK_WIDGET (self->lists)) ? "lists" : "calm");
}

/* Asking */

typedef struct
{
  gint32 today;
  gint32 soon_days; /* out: what the book says */
} Question;

static gboolean
ask (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autofree char *soon = assay_book_settings_get (db, ASSAY_SETTING_SOON_DAYS, NULL);
  g_autoptr (AssayToday) today = NULL;

  question->soon_days = soon ? CLAMP (atoi (soon), 0, 366) : DEFAULT_SOON_DAYS;
  today = assay_today_ask (db, question->today, question->soon_days, ROWS_SHOWN, error);
  if (today == NULL || !assay_today_ask_reorder (today, db, question->today, error)
      || !assay_today_ask_sources (today, db, error))
    return FALSE;
  *result = g_steal_pointer (&today);
  return TRUE;
}

typedef struct
{
  AssayTodayPage *page;
  Question *question;
} Asked;

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (AssayTodayPage) self = asked->page;
  g_autofree Question *question = asked->question;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayToday) today = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (!self->context)
    return;
  if (!today)
    {
      assay_context_failed (self->context, _ ("Today Could Not Be Read"), error);
      return;
    }
  self->soon_days = question->soon_days;
  show_today (self, today);
}

static void
refresh_cb (gpointer data)
{
  AssayTodayPage *self = data;
  AssayBook *book = assay_context_get_book (self->context);
  Asked *asked;

  self->refresh_source = 0;
  if (!book)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  asked = g_new (Asked, 1);
  asked->page = g_object_ref (self);
  asked->question = g_new0 (Question, 1);
  asked->question->today = assay_context_get_today (self->context);
  assay_book_ask_async (book, ask, asked->question, NULL, (GDestroyNotify)assay_today_free,
                        self->cancellable, asked_cb, asked);
}

static void
refresh_later (AssayTodayPage *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_timeout_add_once (50, refresh_cb, self);
}

/* The page stands open for days; the day it speaks of must not be yesterday. */
static gboolean
minute_cb (gpointer data)
{
  AssayTodayPage *self = data;
  g_autofree char *date = assay_date_format (assay_context_get_today (self->context));

  if (g_strcmp0 (adw_window_title_get_subtitle (self->title), date) != 0)
    refresh_later (self);
  return G_SOURCE_CONTINUE;
}

static void
assay_today_page_dispose (GObject *object)
{
  AssayTodayPage *self = ASSAY_TODAY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_handle_id (&self->midnight_source, g_source_remove);
  g_clear_object (&self->book_signals);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_TODAY_PAGE);

  G_OBJECT_CLASS (assay_today_page_parent_class)->dispose (object);
}

static void
assay_today_page_class_init (AssayTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_today_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "today/today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayTodayPage, title);
  gtk_widget_class_bind_template_child (widget_class, AssayTodayPage, states);
  gtk_widget_class_bind_template_child (widget_class, AssayTodayPage, lists);
}

static void
assay_today_page_init (AssayTodayPage *self)
{
  self->soon_days = DEFAULT_SOON_DAYS;
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
assay_today_page_new (AssayContext *context)
{
  AssayTodayPage *self = g_object_new (ASSAY_TYPE_TODAY_PAGE, NULL);

  self->context = g_object_ref (context);
  self->book_signals = g_signal_group_new (ASSAY_TYPE_BOOK);
  g_signal_group_connect_object (self->book_signals, "changed", G_CALLBACK (refresh_later), self,
                                 G_CONNECT_SWAPPED);
  g_object_bind_property (context, "book", self->book_signals, "target", G_BINDING_SYNC_CREATE);
  self->midnight_source = g_timeout_add_seconds (60, minute_cb, self);
  refresh_later (self);
  return ADW_NAVIGATION_PAGE (self);
}
