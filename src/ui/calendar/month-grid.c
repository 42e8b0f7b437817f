/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/calendar/month-grid.h"

#include <glib/gi18n-lib.h>

#include "record/date.h"
#include "record/month.h"
#include "ui/calendar/day-cell.h"

#define WEEKS  6
#define N_DAYS (WEEKS * 7)

struct _AssayMonthGrid
{
  GtkWidget parent_instance;

  gint32 selected;
  gint32 first; /* the day of the first cell */
  gint32 today;
  guint week;          /* the weekdays that are worked, ASSAY_WORK_WEEK_… */
  guint first_weekday; /* 0 is Monday */
  AssayAgenda *agenda; /* NULL until it was asked */

  GtkWidget *grid;
  GtkWidget *numbers[WEEKS + 1]; /* of weeks, with their heading */
  AssayDayCell *cells[N_DAYS];
};

G_DEFINE_FINAL_TYPE (AssayMonthGrid, assay_month_grid, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  SIGNAL_OPEN,
  N_SIGNALS,
} AssayMonthGridSignal;

static guint signals[N_SIGNALS];

/* Filling */

static gboolean
same_month (gint32 a, gint32 b)
{
  return assay_date_month_start (a) == assay_date_month_start (b);
}

/* The periods that meet a row of days, each in a lane of its own as long as there are lanes. */
static guint
lay_lanes (AssayMonthGrid *self,
           gint32 from,
           const AssayAgendaItem *lanes[7][ASSAY_DAY_CELL_BANDS],
           guint more[7])
{
  guint n_lanes = 0;

  for (guint i = 0; self->agenda != NULL && i < self->agenda->items->len; i++)
    {
      const AssayAgendaItem *item = g_ptr_array_index (self->agenda->items, i);
      gint32 begin = MAX (item->day - from, 0), end = MIN (item->until - from, 6);
      guint lane;

      if (item->kind != ASSAY_AGENDA_BLACKOUT || begin > 6 || end < 0)
        continue;
      for (lane = 0; lane < ASSAY_DAY_CELL_BANDS; lane++)
        {
          gboolean is_free = TRUE;

          for (gint32 day = begin; day <= end; day++)
            is_free = is_free && lanes[day][lane] == NULL;
          if (is_free)
            break;
        }
      for (gint32 day = begin; day <= end; day++)
        if (lane < ASSAY_DAY_CELL_BANDS)
          lanes[day][lane] = item;
        else
          more[day]++;
      if (lane < ASSAY_DAY_CELL_BANDS)
        n_lanes = MAX (n_lanes, lane + 1);
    }
  return n_lanes;
}

static GPtrArray *
find_due (AssayMonthGrid *self, gint32 day)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; self->agenda != NULL && i < self->agenda->items->len; i++)
    {
      AssayAgendaItem *item = g_ptr_array_index (self->agenda->items, i);

      if (item->kind != ASSAY_AGENDA_BLACKOUT && item->day == day)
        g_ptr_array_add (items, item);
    }
  return items;
}

static void
fill_week (AssayMonthGrid *self, guint week)
{
  const AssayAgendaItem *lanes[7][ASSAY_DAY_CELL_BANDS] = { { NULL } };
  gint32 from = self->first + (gint32)week * 7;
  guint more[7] = { 0 };
  guint n_lanes = lay_lanes (self, from, lanes, more);
  g_autofree char *number = g_strdup_printf ("%d", assay_date_week_number (from + 3));

  gtk_label_set_text (GTK_LABEL (self->numbers[week + 1]), number);
  for (guint i = 0; i < 7; i++)
    {
      gint32 day = from + (gint32)i;
      g_autoptr (GPtrArray) items = find_due (self, day);
      AssayDayFacts facts = {
        .day = day,
        .today = day == self->today,
        .outside = !same_month (day, self->selected),
        .rest = (self->week >> assay_date_weekday (day) & 1) == 0,
        .row_start = i == 0,
        .items = items,
        .n_bands = n_lanes,
        .more_bands = more[i],
      };

      for (guint lane = 0; lane < ASSAY_DAY_CELL_BANDS; lane++)
        facts.bands[lane] = lanes[i][lane];
      assay_day_cell_set (self->cells[week * 7 + i], &facts);
    }
}

static void
mark_selected (AssayMonthGrid *self)
{
  for (guint i = 0; i < N_DAYS; i++)
    {
      GtkWidget *cell = GTK_WIDGET (self->cells[i]);
      gboolean selected = self->first + (gint32)i == self->selected;

      /* One stop of the Tab key; arrows do the rest. */
      gtk_widget_set_focusable (cell, selected);
      if (selected)
        gtk_widget_set_state_flags (cell, GTK_STATE_FLAG_SELECTED, FALSE);
      else
        gtk_widget_unset_state_flags (cell, GTK_STATE_FLAG_SELECTED);
      gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_SELECTED, selected,
                                   -1);
    }
}

static void
fill (AssayMonthGrid *self)
{
  for (guint week = 0; week < WEEKS; week++)
    fill_week (self, week);
  mark_selected (self);
}

static void
find_first (AssayMonthGrid *self)
{
  self->first
      = assay_date_week_start (assay_date_month_start (self->selected), self->first_weekday);
}

void
assay_month_grid_select (AssayMonthGrid *self, gint32 day)
{
  gboolean turned;

  g_return_if_fail (ASSAY_IS_MONTH_GRID (self));

  day = CLAMP (day, ASSAY_DATE_MIN + 62, ASSAY_DATE_MAX - 62);
  if (day == self->selected)
    return;
  turned = !same_month (day, self->selected);
  self->selected = day;
  if (turned)
    {
      /* What is due in the other month comes when it was asked. */
      g_clear_pointer (&self->agenda, assay_agenda_free);
      find_first (self);
      fill (self);
    }
  else
    mark_selected (self);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

void
assay_month_grid_set_agenda (AssayMonthGrid *self, AssayAgenda *agenda, gint32 today, guint week)
{
  g_return_if_fail (ASSAY_IS_MONTH_GRID (self));

  g_clear_pointer (&self->agenda, assay_agenda_free);
  self->agenda = agenda;
  self->today = today;
  self->week = week;
  fill (self);
}

void
assay_month_grid_set_compact (AssayMonthGrid *self, gboolean compact)
{
  for (guint i = 0; i < N_DAYS; i++)
    assay_day_cell_set_compact (self->cells[i], compact);
  gtk_widget_set_vexpand (GTK_WIDGET (self), !compact);
}

void
assay_month_grid_set_week_numbers (AssayMonthGrid *self, gboolean shown)
{
  for (guint i = 0; i <= WEEKS; i++)
    gtk_widget_set_visible (self->numbers[i], shown);
}

gint32
assay_month_grid_get_day (AssayMonthGrid *self)
{
  return self->selected;
}

void
assay_month_grid_get_range (AssayMonthGrid *self, gint32 *from, gint32 *to)
{
  *from = self->first;
  *to = self->first + N_DAYS - 1;
}

const AssayAgenda *
assay_month_grid_get_agenda (AssayMonthGrid *self)
{
  return self->agenda;
}

GPtrArray *
assay_month_grid_dup_items (AssayMonthGrid *self, gint32 day)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; self->agenda != NULL && i < self->agenda->items->len; i++)
    {
      AssayAgendaItem *item = g_ptr_array_index (self->agenda->items, i);

      if (item->day <= day && item->until >= day)
        g_ptr_array_add (items, item);
    }
  return items;
}

void
assay_month_grid_focus_day (AssayMonthGrid *self)
{
  gint32 at = self->selected - self->first;

  if (at >= 0 && at < N_DAYS)
    gtk_widget_grab_focus (GTK_WIDGET (self->cells[at]));
}

/* Hand and keys */

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, AssayMonthGrid *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  assay_month_grid_select (self, assay_day_cell_get_day (ASSAY_DAY_CELL (cell)));
  assay_month_grid_focus_day (self);
}

static void
open_cb (AssayMonthGrid *self, int type, gint64 id)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, type, id);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        AssayMonthGrid *self)
{
  gint32 day = self->selected;
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      day -= forward;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      day += forward;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      day -= 7;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      day += 7;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      day = assay_date_add_months (day, -1);
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      day = assay_date_add_months (day, 1);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      day = assay_date_week_start (day, self->first_weekday);
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      day = assay_date_week_start (day, self->first_weekday) + 6;
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  assay_month_grid_select (self, day);
  assay_month_grid_focus_day (self);
  return GDK_EVENT_STOP;
}

static void
assay_month_grid_dispose (GObject *object)
{
  AssayMonthGrid *self = ASSAY_MONTH_GRID (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->agenda, assay_agenda_free);

  G_OBJECT_CLASS (assay_month_grid_parent_class)->dispose (object);
}

static void
assay_month_grid_class_init (AssayMonthGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_month_grid_dispose;

  signals[SIGNAL_SELECTED] = g_signal_new ("selected", ASSAY_TYPE_MONTH_GRID, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", ASSAY_TYPE_MONTH_GRID, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPEN] = g_signal_new ("open", ASSAY_TYPE_MONTH_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "monthgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dimmed");
  return label;
}

static void
add_headings (AssayMonthGrid *self)
{
  GtkGrid *grid = GTK_GRID (self->grid);

  /* Translators: heading of the numbers of weeks, very short. */
  self->numbers[0] = make_heading (C_ ("week", "W"));
  gtk_grid_attach (grid, self->numbers[0], 0, 0, 1, 1);
  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *name = assay_date_format_weekday (self->first + (gint32)i);

      gtk_grid_attach (grid, make_heading (name), (int)i + 1, 0, 1, 1);
    }
  for (guint week = 0; week < WEEKS; week++)
    {
      self->numbers[week + 1] = make_heading (NULL);
      gtk_widget_add_css_class (self->numbers[week + 1], "numeric");
      gtk_grid_attach (grid, self->numbers[week + 1], 0, (int)week + 1, 1, 1);
    }
  assay_month_grid_set_week_numbers (self, FALSE);
}

static void
add_cells (AssayMonthGrid *self)
{
  for (guint i = 0; i < N_DAYS; i++)
    {
      GtkWidget *cell = assay_day_cell_new ();
      GtkGesture *click = gtk_gesture_click_new ();

      self->cells[i] = ASSAY_DAY_CELL (cell);
      gtk_widget_set_hexpand (cell, TRUE);
      gtk_widget_set_vexpand (cell, TRUE);
      g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_DEFAULT);
      gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
      g_signal_connect_object (cell, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (self->grid), cell, (int)(i % 7) + 1, (int)(i / 7) + 1, 1, 1);
    }
}

static void
assay_month_grid_init (AssayMonthGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->week = 0x7f;
  self->first_weekday = assay_locale_first_weekday ();
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 1);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 1);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Days of the month"), -1);
}

GtkWidget *
assay_month_grid_new (gint32 day)
{
  AssayMonthGrid *self = g_object_new (ASSAY_TYPE_MONTH_GRID, NULL);

  self->selected = day;
  self->today = day;
  find_first (self);
  add_headings (self);
  add_cells (self);
  fill (self);
  return GTK_WIDGET (self);
}
