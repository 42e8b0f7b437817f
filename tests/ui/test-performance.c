/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of the performance page: periods, the table of figures and its export, views that ask
 * when they are seen. */

#include "sample-book.h"

#include <math.h>

#include "ui/performance/figures-table.h"
#include "ui/performance/performance-page.h"
#include "ui/performance/performance-view.h"
#include "ui/performance/period-chooser.h"

static void
check_range (AssayPeriodChooser *chooser, const char *from, const char *to)
{
  gint32 first, last;
  g_autofree char *first_text = NULL;
  g_autofree char *last_text = NULL;

  assay_period_chooser_get_range (chooser, &first, &last);
  first_text = first == ASSAY_DATE_UNKNOWN ? NULL : assay_date_format_iso (first);
  last_text = last == ASSAY_DATE_UNKNOWN ? NULL : assay_date_format_iso (last);
  g_assert_cmpstr (first_text, ==, from);
  g_assert_cmpstr (last_text, ==, to);
}

static void
test_period (void)
{
  gint32 today, from, to;
  AssayPeriodChooser *chooser;

  g_assert_true (assay_date_from_ymd (2024, 2, 29, &today));
  g_assert_true (assay_date_from_ymd (2023, 6, 1, &from));
  g_assert_true (assay_date_from_ymd (2023, 6, 30, &to));
  chooser = ASSAY_PERIOD_CHOOSER (g_object_ref_sink (assay_period_chooser_new (today)));
  check_range (chooser, NULL, NULL);
  assay_period_chooser_set_period (chooser, ASSAY_PERIOD_LAST_YEAR);
  check_range (chooser, "2023-03-01", "2024-02-29");
  assay_period_chooser_set_period (chooser, ASSAY_PERIOD_THIS_YEAR);
  check_range (chooser, "2024-01-01", "2024-12-31");
  assay_period_chooser_set_range (chooser, from, to);
  check_range (chooser, "2023-06-01", "2023-06-30");
  assay_period_chooser_set_range (chooser, ASSAY_DATE_UNKNOWN, to);
  check_range (chooser, NULL, "2023-06-30");
  g_assert_finalize_object (chooser);
}

/* What cannot be computed is empty; a name that a spreadsheet would run is harmless. */
static void
test_export (void)
{
  static const AssayFigureColumn columns[] = {
    { "Lines", NULL, "n", ASSAY_FIGURE_COUNT },
    { "On time", NULL, "on_time", ASSAY_FIGURE_SHARE },
    { NULL },
  };
  SampleBook *sample = sample_book_new (FALSE);
  AssayFiguresTable *table
      = g_object_ref_sink (assay_figures_table_new (sample->context, "Figures", columns));
  g_autofree char *csv = NULL;

  assay_figures_table_add (table, 1, "=cmd|'/c calc'", (double[]){ 3, 0.5 });
  assay_figures_table_add (table, 2, "Say \"hello\"", (double[]){ 0, NAN });
  g_assert_cmpuint (assay_figures_table_get_n_rows (table), ==, 2);
  csv = assay_figures_table_to_csv (table);
  g_assert_cmpstr (csv, ==,
                   "supplier,n,on_time\r\n"
                   "\"'=cmd|'/c calc'\",3,0.5\r\n"
                   "\"Say \"\"hello\"\"\",0,\r\n");
  g_assert_finalize_object (table);
  sample_book_free (sample);
}

/* A view that counts what it is asked; its answer is the supplier. */
#define TEST_TYPE_VIEW (test_view_get_type ())
G_DECLARE_FINAL_TYPE (TestView, test_view, TEST, VIEW, AssayPerformanceView)

struct _TestView
{
  AssayPerformanceView parent_instance;

  guint asked;
  guint shown;
  gint64 supplier;
};

G_DEFINE_FINAL_TYPE (TestView, test_view, ASSAY_TYPE_PERFORMANCE_VIEW)

static void
test_view_fill (AssayPerformanceView *view)
{
  gtk_box_append (assay_performance_view_get_content (view), gtk_label_new ("Figures"));
}

static gpointer
test_view_ask (AssayPerformanceView *view, const AssayPerformanceFilter *filter)
{
  TEST_VIEW (view)->asked++;
  return g_memdup2 (&filter->supplier, sizeof filter->supplier);
}

static gboolean
test_view_read (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  *result = g_memdup2 (data, sizeof (gint64));
  return TRUE;
}

static gboolean
test_view_show (AssayPerformanceView *view, gpointer answer)
{
  TestView *self = TEST_VIEW (view);

  self->shown++;
  self->supplier = *(gint64 *)answer;
  g_free (answer);
  return FALSE;
}

static void
test_view_class_init (TestViewClass *klass)
{
  AssayPerformanceViewClass *view_class = ASSAY_PERFORMANCE_VIEW_CLASS (klass);

  view_class->id = "test";
  view_class->title = "Test";
  view_class->empty_title = "Nothing Here";
  view_class->empty_description = "It needs something.";
  view_class->fill = test_view_fill;
  view_class->ask = test_view_ask;
  view_class->read = test_view_read;
  view_class->show = test_view_show;
  view_class->free_answer = g_free;
}

static void
test_view_init (TestView *self)
{
}

static gboolean
rename_supplier (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  SampleBook *sample = data;
  g_autoptr (AssayRecord) record
      = assay_records_get (db, ASSAY_TYPE_SUPPLIER, sample->ids[ASSAY_TYPE_SUPPLIER], error);

  assay_record_set_text (record, ASSAY_SUPPLIER_NAME, "Sao Hôm Bags");
  return assay_records_update (db, record, error);
}

/* Whether a visible label or cell below @widget reads @text. */
static gboolean
says (GtkWidget *widget, const char *text)
{
  const char *words = GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget))
                      : GTK_IS_INSCRIPTION (widget)
                          ? gtk_inscription_get_text (GTK_INSCRIPTION (widget))
                          : NULL;

  if (gtk_widget_get_mapped (widget) && g_strcmp0 (words, text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static GtkWidget *
present (GtkWidget *content, int width)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_widget_set_size_request (window, 360, 294);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 640);
  gtk_window_present (GTK_WINDOW (window));
  sample_spin (300);
  return window;
}

/* A view asks when it is seen, and again when it has to; several reasons make one question. */
static void
test_asking (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  AssayPerformanceView *view = assay_performance_view_new (TEST_TYPE_VIEW, sample->context);
  AssayPerformanceFilter filter = { 7, ASSAY_DATE_UNKNOWN, ASSAY_DATE_UNKNOWN, SAMPLE_TODAY };
  TestView *self = TEST_VIEW (view);
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  g_object_ref_sink (view);
  sample_spin (100);
  g_assert_cmpuint (self->asked, ==, 0);
  window = present (GTK_WIDGET (view), 600);
  g_assert_cmpuint (self->asked, ==, 1);
  g_assert_cmpuint (self->shown, ==, 1);
  g_assert_true (says (window, "Nothing Here"));

  /* What a filter leaves out is not missing from the book. */
  assay_performance_view_set_filter (view, &filter);
  assay_performance_view_changed (view);
  sample_spin (200);
  g_assert_cmpuint (self->asked, ==, 2);
  g_assert_cmpint (self->supplier, ==, 7);
  g_assert_true (says (window, "Figures"));

  gtk_widget_set_visible (GTK_WIDGET (view), FALSE);
  assay_book_change (sample->book, "Rename", rename_supplier, sample, NULL, NULL, &error);
  g_assert_no_error (error);
  sample_spin (200);
  g_assert_cmpuint (self->asked, ==, 2);
  gtk_widget_set_visible (GTK_WIDGET (view), TRUE);
  sample_spin (200);
  g_assert_cmpuint (self->asked, ==, 3);
  g_assert_cmpuint (self->shown, ==, 3);

  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (100);
  g_assert_finalize_object (view);
  sample_book_free (sample);
}

/* The view of that name, wherever it is below @widget. */
static GtkWidget *
find_view (GtkWidget *widget, const char *id)
{
  GtkWidget *view = NULL;

  if (ASSAY_IS_PERFORMANCE_VIEW (widget))
    return strcmp (assay_performance_view_get_id (ASSAY_PERFORMANCE_VIEW (widget)), id) == 0
               ? widget
               : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && view == NULL;
       child = gtk_widget_get_next_sibling (child))
    view = find_view (child, id);
  return view;
}

static AssayScene *
find_scene (GtkWidget *widget)
{
  AssayScene *scene = NULL;

  if (ASSAY_IS_CHART_FRAME (widget))
    return assay_chart_frame_get_scene (ASSAY_CHART_FRAME (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && scene == NULL;
       child = gtk_widget_get_next_sibling (child))
    scene = find_scene (child);
  return scene;
}

/* The page shows one view, and only that one has read; the next page begins with the same. */
static void
test_views (gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);
  SampleBook *sample = sample_book_new (TRUE);
  AdwNavigationPage *page = g_object_ref_sink (assay_performance_page_new (sample->context));
  GtkWidget *widget = GTK_WIDGET (page);
  GtkWidget *window;

  assay_performance_page_show_view (ASSAY_PERFORMANCE_PAGE (page), "delivery");
  window = present (widget, width);
  g_assert_true (says (widget, "Lead Time in Days"));
  g_assert_false (says (widget, "Rates of Defects"));
  g_assert_nonnull (find_scene (find_view (widget, "delivery")));
  g_assert_null (find_scene (find_view (widget, "defects")));
  g_assert_true (gtk_widget_activate_action (widget, "performance.show-view", "s", "nonsense"));
  g_assert_true (says (widget, "Lead Time in Days"));

  g_assert_true (gtk_widget_activate_action (widget, "performance.show-view", "s", "defects"));
  sample_spin (300);
  g_assert_true (says (widget, "Rates of Defects"));
  g_assert_true (says (widget, "Sao Mai Bags"));
  g_assert_false (says (widget, "Lead Time in Days"));
  g_assert_nonnull (find_scene (find_view (widget, "defects")));
  g_assert_cmpint (gtk_widget_get_width (widget), <=, width);
  g_assert_true (gtk_widget_activate_action (widget, "performance.show-view", "s", "compare"));
  sample_spin (300);
  g_assert_true (says (widget, "Comparison"));
  g_assert_true (says (widget, "Slip, variance"));
  g_assert_nonnull (find_scene (find_view (widget, "compare")));
  g_assert_cmpint (gtk_widget_get_width (widget), <=, width);
  g_assert_true (gtk_widget_activate_action (widget, "performance.show-view", "s", "defects"));
  sample_spin (300);
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (100);
  g_assert_finalize_object (page);

  page = g_object_ref_sink (assay_performance_page_new (sample->context));
  window = present (GTK_WIDGET (page), width);
  g_assert_true (says (GTK_WIDGET (page), "Rates of Defects"));
  g_assert_null (find_scene (find_view (GTK_WIDGET (page), "delivery")));
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (100);
  g_assert_finalize_object (page);
  sample_book_free (sample);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/performance/period", test_period);
  g_test_add_func ("/performance/export", test_export);
  g_test_add_func ("/performance/asking", test_asking);
  g_test_add_data_func ("/performance/views/wide", GINT_TO_POINTER (1200), test_views);
  g_test_add_data_func ("/performance/views/narrow", GINT_TO_POINTER (360), test_views);
  return g_test_run ();
}
