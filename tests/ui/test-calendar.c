/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The calendar in the window: a month of what is due, walked by keys, told to a screen reader,
 * filtered, exported. */

#include "assay-config.h"

#include "sample-book.h"

#include "ui/calendar/calendar-export.h"
#include "ui/calendar/calendar-page.h"
#include "ui/calendar/calendar-words.h"
#include "ui/calendar/day-cell.h"
#include "ui/calendar/month-grid.h"

/* SAMPLE_TODAY is Wednesday 27 May 2026; the open line of the book was promised for the 24th. */
#define DUE (SAMPLE_TODAY - 3)

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
label_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_label (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  return NULL;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  const char *label = label_of (widget);

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return FALSE;
  if (label != NULL && strstr (label, text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static AssayDayCell *
find_cell (GtkWidget *widget, gint32 day)
{
  if (ASSAY_IS_DAY_CELL (widget) && assay_day_cell_get_day (ASSAY_DAY_CELL (widget)) == day)
    return ASSAY_DAY_CELL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AssayDayCell *found = find_cell (child, day);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
show (AdwNavigationPage *page, int width)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = adw_navigation_view_new ();

  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), page);
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_widget_set_size_request (window, 360, 294);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  gtk_window_present (GTK_WINDOW (window));
  sample_spin (500);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, width);
  return window;
}

static void
hide (GtkWidget *window, AdwNavigationPage *page)
{
  g_object_ref (page);
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (100);
  g_assert_finalize_object (page);
}

static void
press (AssayMonthGrid *grid, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (grid));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
      g_assert_true (taken);
    }
}

/* Records */

static gboolean
insert_func (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  return assay_records_insert (db, data, error);
}

static void
add_blackout (SampleBook *sample, const char *name, gint32 from, gint32 to)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_BLACKOUT);
  g_autoptr (GError) error = NULL;

  assay_record_set_text (record, ASSAY_BLACKOUT_NAME, name);
  assay_record_set_date (record, ASSAY_BLACKOUT_FROM_ON, from);
  assay_record_set_date (record, ASSAY_BLACKOUT_TO_ON, to);
  assay_record_set_text (record, ASSAY_BLACKOUT_COUNTRY, "VN");
  assay_book_change (sample->book, "Add", insert_func, record, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
shown_cb (gint64 *shown, int type, gint64 id)
{
  g_assert_cmpint (type, ==, ASSAY_TYPE_ORDER_LINE);
  *shown = id;
}

static void
test_month (void)
{
  static const int widths[] = { 1100, 700, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      SampleBook *sample = sample_book_new (TRUE);
      AdwNavigationPage *page;
      AssayMonthGrid *grid;
      AssayDayCell *cell;
      GtkWidget *window;

      add_blackout (sample, "Long weekend", DUE - 1, DUE + 2);
      page = assay_calendar_page_new (sample->context);
      window = show (page, widths[i]);
      grid = ASSAY_MONTH_GRID (find_type (GTK_WIDGET (page), ASSAY_TYPE_MONTH_GRID));
      g_assert_true (says (GTK_WIDGET (page), widths[i] > 820 ? "May 2026" : "May"));
      g_assert_cmpint (says (GTK_WIDGET (page), "1 due, 1 overdue"), ==, widths[i] > 820);
      g_assert_true (says (GTK_WIDGET (page), "Wednesday 27 May 2026"));
      g_assert_true (says (GTK_WIDGET (page), "Nothing due"));
      cell = find_cell (GTK_WIDGET (grid), DUE);
      g_assert_nonnull (cell);
      /* Words where there is room for them. */
      g_assert_cmpint (says (GTK_WIDGET (cell), "Trail Pack 40"), ==, widths[i] > 820);
      assay_month_grid_select (grid, DUE);
      sample_spin (100);
      g_assert_true (says (GTK_WIDGET (page), "PO-1042 · Trail Pack 40"));
      g_assert_true (says (GTK_WIDGET (page), "Overdue · Goods due"));
      g_assert_true (says (GTK_WIDGET (page), "Long weekend · "));
      hide (window, page);
      sample_book_free (sample);
    }
}

static void
test_keys (void)
{
  static const struct
  {
    guint key;
    gint32 days; /* from SAMPLE_TODAY, a Wednesday; weeks begin on Sunday in the C locale */
  } rows[] = {
    { GDK_KEY_Left, -1 },     { GDK_KEY_Right, 1 },      { GDK_KEY_Up, -7 },   { GDK_KEY_Down, 7 },
    { GDK_KEY_Page_Up, -30 }, { GDK_KEY_Page_Down, 31 }, { GDK_KEY_Home, -3 }, { GDK_KEY_End, 3 },
  };
  SampleBook *sample = sample_book_new (TRUE);
  AdwNavigationPage *page = assay_calendar_page_new (sample->context);
  GtkWidget *window = show (page, 1000);
  AssayMonthGrid *grid = ASSAY_MONTH_GRID (find_type (GTK_WIDGET (page), ASSAY_TYPE_MONTH_GRID));
  gint64 shown = 0;

  g_signal_connect_swapped (sample->context, "show-record", G_CALLBACK (shown_cb), &shown);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      assay_month_grid_select (grid, SAMPLE_TODAY);
      press (grid, rows[i].key);
      g_assert_cmpint (assay_month_grid_get_day (grid), ==, SAMPLE_TODAY + rows[i].days);
      g_assert_true (gtk_widget_is_focus (
          GTK_WIDGET (find_cell (GTK_WIDGET (grid), SAMPLE_TODAY + rows[i].days))));
    }
  /* Enter opens the only thing that is due. */
  assay_month_grid_select (grid, DUE);
  sample_spin (300);
  press (grid, GDK_KEY_Return);
  g_assert_cmpint (shown, ==, sample->open_line);
  /* Months by the buttons, and back. */
  gtk_widget_activate_action (GTK_WIDGET (page), "calendar.next", NULL);
  sample_spin (300);
  g_assert_true (says (GTK_WIDGET (page), "June 2026"));
  gtk_widget_activate_action (GTK_WIDGET (page), "calendar.today", NULL);
  g_assert_cmpint (assay_month_grid_get_day (grid), ==, SAMPLE_TODAY);
  hide (window, page);
  sample_book_free (sample);
}

static void
test_filter (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  AdwNavigationPage *page = assay_calendar_page_new (sample->context);
  GtkWidget *window = show (page, 1000);
  AssayMonthGrid *grid = ASSAY_MONTH_GRID (find_type (GTK_WIDGET (page), ASSAY_TYPE_MONTH_GRID));
  GtkWidget *check = find_type (GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON);

  g_assert_true (says (GTK_WIDGET (page), "Everything"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE); /* goods */
  sample_spin (300);
  g_assert_true (says (GTK_WIDGET (page), "13 of 14 kinds"));
  g_assert_cmpuint (assay_month_grid_get_agenda (grid)->items->len, ==, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  sample_spin (300);
  g_assert_cmpuint (assay_month_grid_get_agenda (grid)->items->len, ==, 1);
  hide (window, page);
  sample_book_free (sample);
}

static void
test_words (void)
{
  g_autofree char *plain = assay_calendar_day_words (20781, FALSE, 3, 0, NULL);
  g_autofree char *full = assay_calendar_day_words (20781, TRUE, 3, 1, "Tết");
  g_autofree char *none = assay_calendar_count_words (0, 0);

  g_assert_cmpstr (plain, ==, "Tuesday 24 November 2026, 3 due");
  g_assert_cmpstr (full, ==, "Tuesday 24 November 2026, today, 3 due, 1 overdue; closed: Tết");
  g_assert_cmpstr (none, ==, "nothing due");
}

static void
test_export (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  g_autofree char *path = g_build_filename (sample->folder, "due.ics", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AssayAgendaQuestion question = { .from = SAMPLE_TODAY,
                                   .to = SAMPLE_TODAY + 60,
                                   .today = SAMPLE_TODAY,
                                   .kinds = ASSAY_AGENDA_ALL_KINDS,
                                   .overdue = TRUE };
  g_autofree char *text = NULL;

  assay_calendar_save_to (sample->context, &question, file);
  sample_spin (400);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20260524"));
  g_assert_nonnull (strstr (text, "SUMMARY:Goods due: PO-1042 · Trail Pack 40"));
  g_remove (path);
  sample_book_free (sample);
}

/* A book with nothing in it. */
static void
test_empty (void)
{
  SampleBook *sample = sample_book_new (FALSE);
  AdwNavigationPage *page = assay_calendar_page_new (sample->context);
  GtkWidget *window = show (page, 1000);

  g_assert_true (says (GTK_WIDGET (page), "Nothing due"));
  hide (window, page);
  sample_book_free (sample);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_test_skip ("no display");
      return 0;
    }
  adw_init ();
  g_test_add_func ("/ui/calendar/month", test_month);
  g_test_add_func ("/ui/calendar/keys", test_keys);
  g_test_add_func ("/ui/calendar/filter", test_filter);
  g_test_add_func ("/ui/calendar/words", test_words);
  g_test_add_func ("/ui/calendar/export", test_export);
  g_test_add_func ("/ui/calendar/empty", test_empty);
  return g_test_run ();
}
