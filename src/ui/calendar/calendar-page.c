/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/calendar/calendar-page.h"

#include <glib/gi18n-lib.h>

#include "insight/work-calendar.h"
#include "record/month.h"
#include "ui/calendar/calendar-export.h"
#include "ui/calendar/calendar-words.h"
#include "ui/calendar/month-grid.h"
#include "ui/form/reference-picker.h"
#include "ui/init.h"

struct _AssayCalendarPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *month;
  GtkMenuButton *kinds;
  GtkBox *kind_list;
  GtkMenuButton *supplier;
  GtkWidget *all_suppliers;
  GtkBox *halves;
  AdwBin *grid_bin;
  GtkSeparator *divider;
  GtkBox *pane;
  GtkLabel *day_title;
  GtkLabel *day_count;
  GtkListBox *list;

  AssayContext *context;
  AssayMonthGrid *grid;
  GSignalGroup *book_signals;
  GCancellable *cancellable;
  guint refresh_source;
  guint midnight_source;
  gint32 today;
  guint shown_kinds; /* 1 << AssayAgendaKind */
  gint64 supplier_id;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (AssayCalendarPage, assay_calendar_page, ADW_TYPE_NAVIGATION_PAGE)

static void refresh_later (AssayCalendarPage *self);

/* The selected day */

static GtkWidget *
make_row (const AssayAgendaItem *item)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *icon = gtk_image_new_from_icon_name (assay_calendar_icon (item));
  g_autofree char *subtitle = assay_agenda_item_dup_subtitle (item);
  g_autofree char *more = NULL;
  gint64 *id = g_memdup2 (&item->id, sizeof item->id);

  if (item->overdue)
    /* Translators: what is due, and that its day is over. */
    more = g_strdup_printf (_ ("Overdue · %s"), subtitle);
  else if (item->until > item->day)
    {
      g_autofree char *until = assay_date_format (item->until);

      /* Translators: a period in which somebody is closed, and its last day. */
      more = g_strdup_printf (_ ("%s · until %s"), subtitle, until);
    }
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (icon, "assay-due-icon");
  gtk_widget_add_css_class (icon, assay_calendar_class (item->kind));
  if (item->overdue)
    gtk_widget_add_css_class (icon, "overdue");
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->title);
  adw_action_row_set_subtitle (row, more != NULL ? more : subtitle);
  adw_action_row_set_title_lines (row, 2);
  adw_action_row_set_subtitle_lines (row, 2);
  adw_action_row_add_prefix (row, icon);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "id", id, g_free);
  g_object_set_data (G_OBJECT (row), "type", GINT_TO_POINTER ((int)item->type));
  return GTK_WIDGET (row);
}

static void
count (GPtrArray *items, guint *due, guint *overdue)
{
  *due = *overdue = 0;
  for (guint i = 0; i < items->len; i++)
    {
      const AssayAgendaItem *item = g_ptr_array_index (items, i);

      *due += item->kind != ASSAY_AGENDA_BLACKOUT;
      *overdue += item->overdue;
    }
}

/* The first letter as a line begins. */
static char *
capitalise (const char *text)
{
  g_autofree char *first = g_utf8_strup (text, (gssize)(g_utf8_next_char (text) - text));

  return *text != '\0' ? g_strconcat (first, g_utf8_next_char (text), NULL) : g_strdup ("");
}

static void
show_day (AssayCalendarPage *self)
{
  gint32 day = assay_month_grid_get_day (self->grid);
  g_autoptr (GPtrArray) items = assay_month_grid_dup_items (self->grid, day);
  g_autofree char *title = assay_date_format_long (day);
  g_autofree char *words = NULL, *line = NULL;
  guint due, overdue;

  count (items, &due, &overdue);
  words = assay_calendar_count_words (due, overdue);
  line = capitalise (words);
  gtk_label_set_text (self->day_title, title);
  gtk_label_set_text (self->day_count, line);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (items, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), items->len > 0);
}

static void
show_month (AssayCalendarPage *self)
{
  const AssayAgenda *agenda = assay_month_grid_get_agenda (self->grid);
  gint32 month = assay_date_month_start (assay_month_grid_get_day (self->grid));
  g_autofree char *title
      = self->narrow ? assay_date_format_month (month) : assay_date_format_month_long (month);
  g_autofree char *words = NULL, *line = NULL;
  guint due = 0, overdue = 0;

  for (guint i = 0; agenda != NULL && i < agenda->items->len; i++)
    {
      const AssayAgendaItem *item = g_ptr_array_index (agenda->items, i);

      if (item->kind == ASSAY_AGENDA_BLACKOUT || assay_date_month_start (item->day) != month)
        continue;
      due++;
      overdue += item->overdue;
    }
  words = assay_calendar_count_words (due, overdue);
  line = capitalise (words);
  adw_window_title_set_title (self->month, title);
  adw_window_title_set_subtitle (self->month, agenda != NULL && !self->narrow ? line : "");
}

static void
open_item (AssayCalendarPage *self, int type, gint64 id)
{
  assay_context_show_record (self->context, (AssayType)type, id);
}

static void
row_activated_cb (AssayCalendarPage *self, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  open_item (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "type")), *id);
}

/* Enter on a day: its only record, or the list to choose from. */
static void
activated_cb (AssayCalendarPage *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (first == NULL)
    return;
  if (gtk_list_box_get_row_at_index (self->list, 1) == NULL)
    row_activated_cb (self, first);
  else
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
selected_cb (AssayCalendarPage *self)
{
  show_month (self);
  show_day (self);
  if (assay_month_grid_get_agenda (self->grid) == NULL)
    refresh_later (self);
}

/* Asking */

typedef struct
{
  AssayAgendaQuestion question;
  guint week; /* out: the weekdays that are worked */
} Asking;

static gboolean
ask (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Asking *asking = data;
  g_autoptr (AssayWorkCalendars) calendars = assay_work_calendars_load (db, error);

  if (calendars == NULL)
    return FALSE;
  asking->week = assay_work_calendars_get_week (calendars, asking->question.supplier);
  *result = assay_agenda_ask (db, &asking->question, error);
  return *result != NULL;
}

typedef struct
{
  AssayCalendarPage *page;
  Asking *asking;
} Asked;

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (AssayCalendarPage) self = asked->page;
  g_autofree Asking *asking = asked->asking;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayAgenda) agenda = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);
  gint32 from, to;

  if (self->context == NULL)
    return;
  if (agenda == NULL)
    {
      assay_context_failed (self->context, _ ("The Calendar Could Not Be Read"), error);
      return;
    }
  assay_month_grid_get_range (self->grid, &from, &to);
  if (asking->question.from != from)
    return; /* the page was turned meanwhile and has asked again */
  assay_month_grid_set_agenda (self->grid, g_steal_pointer (&agenda), asking->question.today,
                               asking->week);
  show_month (self);
  show_day (self);
}

static AssayAgendaQuestion
make_question (AssayCalendarPage *self)
{
  return (AssayAgendaQuestion){ .today = self->today,
                                .kinds = self->shown_kinds,
                                .supplier = self->supplier_id };
}

static void
refresh_cb (gpointer data)
{
  AssayCalendarPage *self = data;
  AssayBook *book = assay_context_get_book (self->context);
  Asked *asked;

  self->refresh_source = 0;
  if (book == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->today = assay_context_get_today (self->context);
  asked = g_new (Asked, 1);
  asked->page = g_object_ref (self);
  asked->asking = g_new0 (Asking, 1);
  asked->asking->question = make_question (self);
  assay_month_grid_get_range (self->grid, &asked->asking->question.from,
                              &asked->asking->question.to);
  assay_book_ask_async (book, ask, asked->asking, NULL, (GDestroyNotify)assay_agenda_free,
                        self->cancellable, asked_cb, asked);
}

static void
refresh_later (AssayCalendarPage *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_timeout_add_once (30, refresh_cb, self);
}

/* The page stands open for days; what it calls today must not be yesterday. */
static gboolean
minute_cb (gpointer data)
{
  AssayCalendarPage *self = data;

  if (assay_context_get_today (self->context) != self->today)
    refresh_later (self);
  return G_SOURCE_CONTINUE;
}

/* Filters */

static void
update_kinds (AssayCalendarPage *self)
{
  int shown = __builtin_popcount (self->shown_kinds);
  g_autofree char *some = NULL;

  if (self->shown_kinds == ASSAY_AGENDA_ALL_KINDS)
    gtk_menu_button_set_label (self->kinds, _ ("Everything"));
  else if (shown == 1)
    gtk_menu_button_set_label (
        self->kinds, assay_agenda_kind_label ((AssayAgendaKind)__builtin_ctz (self->shown_kinds)));
  else
    {
      /* Translators: a filter shows so many of all kinds of things. */
      some = g_strdup_printf (_ ("%d of %d kinds"), shown, (int)ASSAY_AGENDA_N_KINDS);
      gtk_menu_button_set_label (self->kinds, some);
    }
}

static void
kind_cb (AssayCalendarPage *self, GtkCheckButton *button)
{
  guint kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kind"));

  if (gtk_check_button_get_active (button))
    self->shown_kinds |= 1u << kind;
  else
    self->shown_kinds &= ~(1u << kind);
  update_kinds (self);
  refresh_later (self);
}

static void
fill_kinds (AssayCalendarPage *self)
{
  for (guint kind = 0; kind < ASSAY_AGENDA_N_KINDS; kind++)
    {
      AssayAgendaItem item = { .kind = kind };
      GtkWidget *button = gtk_check_button_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *icon = gtk_image_new_from_icon_name (assay_calendar_icon (&item));

      gtk_widget_add_css_class (icon, "assay-due-icon");
      gtk_widget_add_css_class (icon, assay_calendar_class (kind));
      gtk_box_append (GTK_BOX (box), icon);
      gtk_box_append (GTK_BOX (box), gtk_label_new (assay_agenda_kind_label (kind)));
      gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      assay_agenda_kind_label (kind), -1);
      g_object_set_data (G_OBJECT (button), "kind", GUINT_TO_POINTER (kind));
      g_signal_connect_object (button, "toggled", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->kind_list, button);
    }
}

static void
set_supplier (AssayCalendarPage *self, gint64 id, const char *name)
{
  if (self->supplier_id == id)
    return;
  self->supplier_id = id;
  gtk_menu_button_set_label (self->supplier, id != 0 ? name : _ ("All suppliers"));
  gtk_widget_set_visible (self->all_suppliers, id != 0);
  refresh_later (self);
}

static void
picked_cb (AssayCalendarPage *self, gint64 id, const char *name)
{
  set_supplier (self, id, name);
}

/* Actions */

static void
turn (AssayCalendarPage *self, int months)
{
  gint32 day = assay_month_grid_get_day (self->grid);

  assay_month_grid_select (self->grid, assay_date_add_months (day, months));
}

static void
previous_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  turn (data, -1);
}

static void
next_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  turn (data, 1);
}

static void
today_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AssayCalendarPage *self = data;

  assay_month_grid_select (self->grid, assay_context_get_today (self->context));
  assay_month_grid_focus_day (self->grid);
}

static void
all_suppliers_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set_supplier (data, 0, NULL);
}

/* What is shown, of all days that are to come, and what is overdue. */
static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AssayCalendarPage *self = data;
  AssayAgendaQuestion question = make_question (self);

  question.from = self->today;
  question.to = ASSAY_DATE_MAX;
  question.overdue = TRUE;
  assay_calendar_save_as (self->context, GTK_WIDGET (self), &question);
}

static void
week_numbers_cb (AssayCalendarPage *self, const char *key, GSettings *settings)
{
  assay_month_grid_set_week_numbers (self->grid, g_settings_get_boolean (settings, "week-numbers"));
}

static void
add_actions (AssayCalendarPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "previous", .activate = previous_action },
    { .name = "next", .activate = next_action },
    { .name = "today", .activate = today_action },
    { .name = "all-suppliers", .activate = all_suppliers_action },
    { .name = "export", .activate = export_action },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GSettings *settings = assay_context_get_settings (self->context);

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  if (settings != NULL)
    {
      g_autoptr (GAction) numbers = g_settings_create_action (settings, "week-numbers");

      g_action_map_add_action (G_ACTION_MAP (group), numbers);
      g_signal_connect_object (settings, "changed::week-numbers", G_CALLBACK (week_numbers_cb),
                               self, G_CONNECT_SWAPPED);
      week_numbers_cb (self, NULL, settings);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "calendar", G_ACTION_GROUP (group));
}

static void
narrow_cb (AssayCalendarPage *self)
{
  self->narrow = TRUE;
  assay_month_grid_set_compact (self->grid, TRUE);
  show_month (self);
}

static void
wide_cb (AssayCalendarPage *self)
{
  self->narrow = FALSE;
  assay_month_grid_set_compact (self->grid, FALSE);
  show_month (self);
}

static void
assay_calendar_page_dispose (GObject *object)
{
  AssayCalendarPage *self = ASSAY_CALENDAR_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_handle_id (&self->midnight_source, g_source_remove);
  g_clear_object (&self->book_signals);
  g_clear_object (&self->context);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "calendar", NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_CALENDAR_PAGE);

  G_OBJECT_CLASS (assay_calendar_page_parent_class)->dispose (object);
}

static void
assay_calendar_page_class_init (AssayCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_calendar_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "calendar/calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayCalendarPage, month);
  gtk_widget_class_bind_template_child (widget_class, AssayCalendarPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, AssayCalendarPage, kind_list);
  gtk_widget_class_bind_template_child (widget_class, AssayCalendarPage, supplier);
  gtk_widget_class_bind_template_child (widget_class, AssayCalendarPage, all_suppliers);
  gtk_widget_class_bind_template_child (widget_class, AssayCalendarPage, halves);
  gtk_widget_class_bind_template_child (widget_class, AssayCalendarPage, grid_bin);
  gtk_widget_class_bind_template_child (widget_class, AssayCalendarPage, divider);
  gtk_widget_class_bind_template_child (widget_class, AssayCalendarPage, pane);
  gtk_widget_class_bind_template_child (widget_class, AssayCalendarPage, day_title);
  gtk_widget_class_bind_template_child (widget_class, AssayCalendarPage, day_count);
  gtk_widget_class_bind_template_child (widget_class, AssayCalendarPage, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
assay_calendar_page_init (AssayCalendarPage *self)
{
  self->shown_kinds = ASSAY_AGENDA_ALL_KINDS;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (AssayCalendarPage *self)
{
  GtkWidget *picker = assay_reference_picker_new (self->context, ASSAY_TYPE_SUPPLIER, FALSE);

  gtk_menu_button_set_popover (self->supplier, picker);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  self->grid = ASSAY_MONTH_GRID (assay_month_grid_new (self->today));
  g_signal_connect_object (self->grid, "selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "open", G_CALLBACK (open_item), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (GTK_WIDGET (self->grid), TRUE);
  adw_bin_set_child (self->grid_bin, GTK_WIDGET (self->grid));
  fill_kinds (self);
  add_actions (self);
}

AdwNavigationPage *
assay_calendar_page_new (AssayContext *context)
{
  AssayCalendarPage *self = g_object_new (ASSAY_TYPE_CALENDAR_PAGE, NULL);

  self->context = g_object_ref (context);
  self->today = assay_context_get_today (context);
  fill (self);
  show_month (self);
  show_day (self);
  self->book_signals = g_signal_group_new (ASSAY_TYPE_BOOK);
  g_signal_group_connect_object (self->book_signals, "changed", G_CALLBACK (refresh_later), self,
                                 G_CONNECT_SWAPPED);
  g_object_bind_property (context, "book", self->book_signals, "target", G_BINDING_SYNC_CREATE);
  self->midnight_source = g_timeout_add_seconds (60, minute_cb, self);
  refresh_later (self);
  return ADW_NAVIGATION_PAGE (self);
}
