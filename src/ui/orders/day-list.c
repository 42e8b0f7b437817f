/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/orders/day-list.h"

#include <glib/gi18n-lib.h>

#include "insight/order-events.h"
#include "record/format.h"
#include "store/records.h"
#include "ui/form/date-button.h"

struct _AssayDayList
{
  GtkWidget parent_instance;

  AssayContext *context;
  GtkListBox *list;
  AssayType type;
  gint64 id;
  int focused; /* the event whose row had the cursor; -1 */
};

G_DEFINE_FINAL_TYPE (AssayDayList, assay_day_list, GTK_TYPE_WIDGET)

/* Writing down */

typedef struct
{
  AssayType type;
  gint64 id;
  AssayOrderEvent event;
  gint32 day;
} Happening;

typedef struct
{
  AssayContext *context;
  char *words;
} Telling;

static gboolean
happen (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Happening *what = data;

  return assay_order_event_set (db, what->type, what->id, what->event, what->day, error);
}

static void
happened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Telling *telling = data;
  g_autoptr (GError) error = NULL;

  if (!assay_book_done_finish (ASSAY_BOOK (source), result, &error))
    assay_context_failed (telling->context, _ ("The Date Was Not Written Down"), error);
  else
    assay_context_toast_undo (telling->context, telling->words);
  g_object_unref (telling->context);
  g_free (telling->words);
  g_free (telling);
}

static void
write_down (AssayDayList *self, AssayOrderEvent event, gint32 day)
{
  AssayBook *book = assay_context_get_book (self->context);
  const char *name = assay_order_event_label (event);
  g_autofree char *date = assay_date_format (day);
  /* Translators: an action’s name for Undo; an event such as “Shipped” */
  g_autofree char *label = g_strdup_printf (_ ("Write down “%s”"), name);
  Happening *what;
  Telling *telling;

  if (book == NULL || assay_book_is_read_only (book))
    return;
  what = g_new0 (Happening, 1);
  *what = (Happening){ self->type, self->id, event, day };
  telling = g_new0 (Telling, 1);
  telling->context = g_object_ref (self->context);
  /* Translators: an event such as “Shipped” and a date */
  telling->words = g_strdup_printf (_ ("%s: %s"), name, date);
  self->focused = (int)event;
  assay_book_change_async (book, label, happen, what, g_free, NULL, NULL, happened_cb, telling);
}

static AssayOrderEvent
event_of (GtkWidget *widget)
{
  return (AssayOrderEvent)GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "event"));
}

static void
today_cb (AssayDayList *self, GtkWidget *button)
{
  write_down (self, event_of (button), assay_context_get_today (self->context));
}

static void
chosen_cb (AssayDayList *self, int day, GtkWidget *button)
{
  write_down (self, event_of (button), day);
}

/* Plans and days that were written down wrongly are changed in the form. */
static void
activated_cb (AssayDayList *self)
{
  AssayBook *book = assay_context_get_book (self->context);
  g_autoptr (AssayRecord) record
      = book != NULL ? assay_records_get (assay_book_get_reader (book), self->type, self->id, NULL)
                     : NULL;

  if (record != NULL)
    assay_context_edit_record (self->context, record);
}

/* Showing */

/* "+5 days" */
static char *
signed_days (int days)
{
  g_autofree char *number = assay_format_number (ABS (days));
  const char *sign = days > 0 ? "+" : days < 0 ? "−" : "±";

  /* Translators: sign and number of days that a date moved */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s%s day", "%s%s days", (gulong)ABS (days)), sign, number);
}

static char *
describe_plan (AssayDayList *self, const AssayTimelineDay *day)
{
  g_autofree char *planned = NULL, *parts = NULL;

  if (day->planned != ASSAY_DATE_UNKNOWN)
    {
      g_autofree char *date = assay_date_format (day->planned);

      planned = g_strdup_printf (_ ("Planned for %s"), date);
    }
  if (day->of > 1 && day->reached > 0 && day->actual == ASSAY_DATE_UNKNOWN)
    /* Translators: of so many lines or deliveries so many */
    parts = g_strdup_printf (_ ("%u of %u"), day->reached, day->of);
  if (planned != NULL && parts != NULL)
    return g_strdup_printf ("%s · %s", planned, parts);
  if (planned == NULL && parts == NULL)
    return g_strdup (_ ("No plan"));
  return g_strdup (planned != NULL ? planned : parts);
}

static GtkWidget *
new_words (const char *title, const char *subtitle)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "ellipsize",
                                  PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *plan
      = g_object_new (GTK_TYPE_LABEL, "label", subtitle, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (plan, "caption");
  gtk_widget_add_css_class (plan, "dimmed");
  gtk_widget_add_css_class (plan, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), plan);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

/* The day it happened and how far from the plan; "12 days overdue" while it has not. */
static GtkWidget *
new_actual (AssayDayList *self, const AssayTimelineDay *day)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  int slip;
  gboolean says = assay_timeline_day_slip (day, assay_context_get_today (self->context), &slip);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  if (day->actual != ASSAY_DATE_UNKNOWN)
    {
      g_autofree char *date = assay_date_format (day->actual);
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", date, "xalign", 1.0, NULL);

      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (GTK_BOX (box), label);
    }
  if (says)
    {
      g_autofree char *words
          = day->actual != ASSAY_DATE_UNKNOWN
                ? signed_days (slip)
                : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day overdue",
                                                "%d days overdue", (gulong)slip),
                                   slip);
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 1.0, NULL);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, slip > 0 ? "warning" : "dimmed");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

static void
add_entry (AssayDayList *self, GtkBox *box, AssayOrderEvent event)
{
  GtkWidget *today = gtk_button_new_with_label (_ ("Today"));
  GtkWidget *other = assay_date_button_new ();
  const char *name = assay_order_event_label (event);
  /* Translators: an event such as “Shipped” */
  g_autofree char *spoken = g_strdup_printf (_ ("“%s” happened today"), name);

  g_object_set_data (G_OBJECT (today), "event", GINT_TO_POINTER ((int)event));
  g_object_set_data (G_OBJECT (other), "event", GINT_TO_POINTER ((int)event));
  gtk_widget_set_valign (today, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (other, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (today, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (today), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_signal_connect_object (today, "clicked", G_CALLBACK (today_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (other, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, today);
  gtk_box_append (box, other);
}

static GtkWidget *
new_row (AssayDayList *self, const AssayTimelineLane *lane, AssayOrderEvent event)
{
  const AssayTimelineDay *day = &lane->days[event];
  AssayBook *book = assay_context_get_book (self->context);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "spacing", 6, "margin-start", 12, "margin-end", 6,
                                 "margin-top", 3, "margin-bottom", 3, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (
      day->actual != ASSAY_DATE_UNKNOWN ? "object-select-symbolic" : "content-loading-symbolic");
  g_autofree char *plan = describe_plan (self, day);

  gtk_widget_add_css_class (icon, day->actual != ASSAY_DATE_UNKNOWN ? "success" : "dimmed");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
      day->actual != ASSAY_DATE_UNKNOWN ? _ ("Happened") : _ ("Not yet"), -1);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), new_words (assay_order_event_label (event), plan));
  gtk_box_append (GTK_BOX (box), new_actual (self, day));
  if (day->actual == ASSAY_DATE_UNKNOWN && !lane->cancelled && book != NULL
      && !assay_book_is_read_only (book) && (lane->kind != ASSAY_LANE_ORDER || day->of > 0))
    add_entry (self, GTK_BOX (box), event);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "event", GINT_TO_POINTER ((int)event));
  return row;
}

void
assay_day_list_set_plain (AssayDayList *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->list), "boxed-list");
}

void
assay_day_list_show (AssayDayList *self, const AssayTimelineLane *lane)
{
  static const AssayOrderEvent first[]
      = { ASSAY_EVENT_ORDERED, ASSAY_EVENT_STARTED, ASSAY_EVENT_READY };

  self->type = lane->type;
  self->id = lane->id;
  gtk_list_box_remove_all (self->list);
  for (guint i = first[lane->kind]; i < ASSAY_N_EVENTS; i++)
    {
      GtkWidget *row = new_row (self, lane, (AssayOrderEvent)i);

      gtk_list_box_append (self->list, row);
      /* The cursor stays where something was just written down. */
      if (self->focused == (int)i)
        gtk_widget_grab_focus (row);
    }
  self->focused = -1;
}

static void
assay_day_list_dispose (GObject *object)
{
  AssayDayList *self = ASSAY_DAY_LIST (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_day_list_parent_class)->dispose (object);
}

static void
assay_day_list_class_init (AssayDayListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_day_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_day_list_init (AssayDayList *self)
{
  self->focused = -1;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Events"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

AssayDayList *
assay_day_list_new (AssayContext *context)
{
  AssayDayList *self = g_object_new (ASSAY_TYPE_DAY_LIST, NULL);

  self->context = g_object_ref (context);
  return self;
}
