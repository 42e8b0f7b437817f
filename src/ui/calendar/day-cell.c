/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/calendar/day-cell.h"

#include <glib/gi18n-lib.h>

#include "record/date.h"
#include "ui/calendar/calendar-words.h"

#define MOST_CHIPS 10
#define MOST_DOTS  4
#define GAP        2
#define PADDING    3

struct _AssayDayCell
{
  GtkWidget parent_instance;

  gint32 day;
  gboolean compact;
  guint total;       /* chips that are wanted, shown or not */
  GtkWidget *number; /* of the day */
  GtkWidget *dots;
  GPtrArray *bands; /* of GtkWidget, a lane each */
  GPtrArray *chips; /* of GtkWidget */
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (AssayDayCell, assay_day_cell, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_OPEN,
  N_SIGNALS,
} AssayDayCellSignal;

static guint signals[N_SIGNALS];

static int
height_of (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The same for every day, so that rows and columns are even however much is due. */
static void
assay_day_cell_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  AssayDayCell *self = ASSAY_DAY_CELL (widget);
  int number = height_of (self->number);

  /* The children are asked all the same, as GTK expects before it allocates them. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->compact ? 34 : 60;
      *natural = self->compact ? 44 : 110;
    }
  else
    {
      *minimum = number + (self->compact ? 22 : 46);
      *natural = number + (self->compact ? 22 : 70);
    }
}

static int
place (GtkWidget *child, gboolean shown, int width, int y)
{
  int height = height_of (child);
  int minimum;

  gtk_widget_set_child_visible (child, shown);
  if (!shown)
    return y;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ 0, y, MAX (width, minimum), height }, -1);
  return y + height + GAP;
}

/* From the top: number, bands, chips; the last line says how many did not fit. */
static void
assay_day_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AssayDayCell *self = ASSAY_DAY_CELL (widget);
  int y = place (self->number, TRUE, width, PADDING);
  int line = self->chips->len > 0 ? height_of (self->chips->pdata[0]) + GAP : 1;
  guint room, shown;

  for (guint i = 0; i < self->bands->len; i++)
    y = place (self->bands->pdata[i], TRUE, width, y);
  place (self->dots, self->compact, width, y);
  room = self->compact || height - y < line - GAP ? 0 : (guint)((height - y + GAP) / line);
  shown = self->total <= room ? self->total : MIN (room > 0 ? room - 1 : 0, self->chips->len);
  for (guint i = 0; i < self->chips->len; i++)
    y = place (self->chips->pdata[i], i < shown, width, y);
  if (self->total > shown && room > 0)
    {
      /* Translators: so many more things are due on a day than are shown. */
      g_autofree char *text = g_strdup_printf (_ ("+%u more"), self->total - shown);

      gtk_inscription_set_text (GTK_INSCRIPTION (self->more), text);
    }
  place (self->more, self->total > shown && room > 0, width, y);
}

static void
clicked_cb (GtkGestureClick *gesture, int n, double x, double y, gpointer data)
{
  GtkWidget *chip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  const gint64 *id = g_object_get_data (G_OBJECT (chip), "id");
  int type = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "type"));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (data, signals[SIGNAL_OPEN], 0, type, *id);
}

/* Words of a fixed width: what they say asks for no new layout. */
static GtkWidget *
make_words (const char *text)
{
  GtkWidget *words = gtk_inscription_new (text);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (words), 1);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (words), 4);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (words), 1);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (words),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static GtkWidget *
make_chip (AssayDayCell *self, const AssayAgendaItem *item, gboolean named)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkGesture *click = gtk_gesture_click_new ();
  g_autofree char *subtitle = assay_agenda_item_dup_subtitle (item);
  g_autofree char *tip = g_strdup_printf ("%s\n%s", item->title, subtitle);

  gtk_widget_add_css_class (chip, "assay-due");
  gtk_widget_add_css_class (chip, assay_calendar_class (item->kind));
  if (item->overdue)
    gtk_widget_add_css_class (chip, "overdue");
  if (named)
    gtk_box_append (GTK_BOX (chip), gtk_image_new_from_icon_name (assay_calendar_icon (item)));
  gtk_box_append (GTK_BOX (chip), make_words (named ? item->brief : ""));
  gtk_widget_set_tooltip_text (chip, tip);
  g_object_set_data_full (G_OBJECT (chip), "id", g_memdup2 (&item->id, sizeof item->id), g_free);
  g_object_set_data (G_OBJECT (chip), "type", GINT_TO_POINTER ((int)item->type));
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
  return chip;
}

static GtkWidget *
make_lane (AssayDayCell *self, const AssayDayFacts *facts, guint lane)
{
  const AssayAgendaItem *band = facts->bands[lane];
  GtkWidget *made;

  if (band != NULL)
    made = make_chip (self, band, facts->row_start || band->day == facts->day);
  else
    {
      made = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_box_append (GTK_BOX (made), make_words (""));
      gtk_widget_add_css_class (made, "assay-due");
      gtk_widget_set_parent (made, GTK_WIDGET (self));
    }
  gtk_widget_add_css_class (made, "band");
  if (band != NULL && band->day == facts->day)
    gtk_widget_add_css_class (made, "begins");
  if (band != NULL && band->until == facts->day)
    gtk_widget_add_css_class (made, "ends");
  return made;
}

static void
fill_dots (AssayDayCell *self, GPtrArray *items)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->dots)) != NULL)
    gtk_box_remove (GTK_BOX (self->dots), child);
  for (guint i = 0; i < MIN (items->len, MOST_DOTS); i++)
    {
      const AssayAgendaItem *item = g_ptr_array_index (items, i);
      GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (dot, "assay-dot");
      gtk_widget_add_css_class (dot, assay_calendar_class (item->kind));
      if (item->overdue)
        gtk_widget_add_css_class (dot, "overdue");
      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (self->dots), dot);
    }
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
describe (AssayDayCell *self, const AssayDayFacts *facts)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) closed = NULL;
  g_autofree char *all = NULL, *words = NULL;
  guint overdue = 0;

  for (guint i = 0; i < ASSAY_DAY_CELL_BANDS; i++)
    if (facts->bands[i] != NULL)
      g_strv_builder_add (names, facts->bands[i]->title);
  closed = g_strv_builder_end (names);
  all = closed[0] != NULL ? g_strjoinv (", ", closed) : NULL;
  for (guint i = 0; i < facts->items->len; i++)
    overdue += ((const AssayAgendaItem *)g_ptr_array_index (facts->items, i))->overdue;
  words = assay_calendar_day_words (facts->day, facts->today, facts->items->len, overdue, all);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
assay_day_cell_set (AssayDayCell *self, const AssayDayFacts *facts)
{
  int year, month, day;
  g_autofree char *number = NULL;

  g_return_if_fail (ASSAY_IS_DAY_CELL (self));

  self->day = facts->day;
  assay_date_to_ymd (facts->day, &year, &month, &day);
  number = g_strdup_printf ("%d", day);
  gtk_label_set_text (GTK_LABEL (self->number), number);
  set_class (GTK_WIDGET (self), "today", facts->today);
  set_class (GTK_WIDGET (self), "outside", facts->outside);
  set_class (GTK_WIDGET (self), "rest", facts->rest);
  g_ptr_array_set_size (self->bands, 0);
  g_ptr_array_set_size (self->chips, 0);
  for (guint i = 0; i < facts->n_bands; i++)
    g_ptr_array_add (self->bands, make_lane (self, facts, i));
  for (guint i = 0; i < MIN (facts->items->len, MOST_CHIPS); i++)
    g_ptr_array_add (self->chips, make_chip (self, g_ptr_array_index (facts->items, i), TRUE));
  self->total = facts->items->len + facts->more_bands;
  fill_dots (self, facts->items);
  describe (self, facts);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
assay_day_cell_set_compact (AssayDayCell *self, gboolean compact)
{
  if (self->compact == compact)
    return;
  self->compact = compact;
  set_class (GTK_WIDGET (self), "compact", compact);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gint32
assay_day_cell_get_day (AssayDayCell *self)
{
  return self->day;
}

static void
assay_day_cell_dispose (GObject *object)
{
  AssayDayCell *self = ASSAY_DAY_CELL (object);

  g_clear_pointer (&self->bands, g_ptr_array_unref);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_pointer (&self->number, gtk_widget_unparent);
  g_clear_pointer (&self->dots, gtk_widget_unparent);
  g_clear_pointer (&self->more, gtk_widget_unparent);

  G_OBJECT_CLASS (assay_day_cell_parent_class)->dispose (object);
}

static void
assay_day_cell_class_init (AssayDayCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_day_cell_dispose;
  widget_class->measure = assay_day_cell_measure;
  widget_class->size_allocate = assay_day_cell_size_allocate;

  signals[SIGNAL_OPEN] = g_signal_new ("open", ASSAY_TYPE_DAY_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);
  gtk_widget_class_set_css_name (widget_class, "daycell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
assay_day_cell_init (AssayDayCell *self)
{
  self->bands = g_ptr_array_new_with_free_func ((GDestroyNotify)gtk_widget_unparent);
  self->chips = g_ptr_array_new_with_free_func ((GDestroyNotify)gtk_widget_unparent);
  self->number = gtk_label_new (NULL);
  gtk_widget_set_halign (self->number, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_add_css_class (self->number, "assay-day-number");
  gtk_widget_set_parent (self->number, GTK_WIDGET (self));
  self->dots = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_set_halign (self->dots, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->dots, GTK_WIDGET (self));
  self->more = make_words ("");
  gtk_widget_add_css_class (self->more, "assay-more");
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
assay_day_cell_new (void)
{
  return g_object_new (ASSAY_TYPE_DAY_CELL, NULL);
}
