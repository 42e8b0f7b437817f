/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "How is this computed?": the dialog, and the ways to it from tiles, tables and charts. */

#include "sample-book.h"

#include "ui/performance/figures-table.h"
#include "ui/record/figure-tile.h"

/* What the context was asked to show. */
typedef struct
{
  AssayType type;
  guint n;
  char *title;
  guint times;
} Shown;

static void
show_rows_cb (AssayContext *context, const AssayQuery *query, const char *title, Shown *shown)
{
  SampleBook *sample = g_object_get_data (G_OBJECT (context), "sample");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids
      = assay_query_run_ids (query, assay_book_get_reader (sample->book), &error);

  g_assert_no_error (error);
  shown->type = assay_query_get_type (query);
  shown->n = ids->len;
  g_set_str (&shown->title, title);
  shown->times++;
}

static SampleBook *
book_new (Shown *shown)
{
  SampleBook *sample = sample_book_new (TRUE);

  g_object_set_data (G_OBJECT (sample->context), "sample", sample);
  g_signal_connect (sample->context, "show-rows", G_CALLBACK (show_rows_cb), shown);
  return sample;
}

static GtkWindow *
present (GtkWidget *child, int width, int height)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  sample_spin (200);
  return GTK_WINDOW (window);
}

/* Turns the main loop until *@count is @n, or for five seconds. */
static void
wait_for (const guint *count, guint n)
{
  for (guint i = 0; *count != n && i < 100; i++)
    sample_spin (50);
  g_assert_cmpuint (*count, ==, n);
}

/* The dialog is in its place and has its focus. */
static void
wait_for_focus (GtkWindow *window, AdwDialog *dialog)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  for (guint i = 0;
       i < 100 && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog))); i++)
    {
      sample_spin (50);
      focus = gtk_window_get_focus (window);
    }
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), ==,
                   "explanation.show-rows");
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog)));
}

/* One of two lines is in the figure; the other is not delivered. */
static AssayExplanation *
explain (AssayDb *db, gconstpointer question, GError **error)
{
  const SampleBook *sample = question;
  AssayExplanation *explanation = assay_explanation_new (ASSAY_TYPE_ORDER_LINE);

  explanation->title = g_strdup ("Slip, mean · Sao Mai Bags");
  explanation->value = g_strdup ("+10.0 days");
  explanation->definition = g_strdup ("Days after the first promise.");
  explanation->formula = g_strdup ("Σ slips = 10\n10 ÷ 1 = 10.0");
  explanation->period = g_strdup ("All time");
  g_array_append_val (explanation->ids, sample->ids[ASSAY_TYPE_ORDER_LINE]);
  assay_explanation_exclude (explanation, "not delivered yet", sample->open_line);
  return explanation;
}

static AssayExplanation *
refuse (AssayDb *db, gconstpointer question, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "No");
  return NULL;
}

static GtkWidget *
find (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;
  const char *words = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget))
                      : GTK_IS_INSCRIPTION (widget)
                          ? gtk_inscription_get_text (GTK_INSCRIPTION (widget))
                          : NULL;

  if (gtk_widget_get_mapped (widget) && g_strcmp0 (words, text) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, text);
  return found;
}

static GtkWidget *
ancestor (GtkWidget *widget, GType type)
{
  return widget != NULL ? gtk_widget_get_ancestor (widget, type) : NULL;
}

/* Everything is said, the focus is on the rows, Enter opens them. */
static void
test_dialog (gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);
  Shown shown = { 0 };
  SampleBook *sample = book_new (&shown);
  AssayExplanation *explanation = explain (NULL, sample, NULL);
  AdwDialog *dialog = assay_explanation_dialog_new (sample->context, explanation);
  GtkWindow *window = present (gtk_label_new ("Page"), width, 640);
  GtkWidget *widget = GTK_WIDGET (dialog);
  GtkWidget *row;

  adw_dialog_present (dialog, GTK_WIDGET (window));
  sample_spin (400);
  g_assert_nonnull (find (widget, "Slip, mean · Sao Mai Bags"));
  g_assert_nonnull (find (widget, "+10.0 days"));
  g_assert_nonnull (find (widget, "Days after the first promise."));
  g_assert_nonnull (find (widget, "Σ slips = 10\n10 ÷ 1 = 10.0"));
  g_assert_nonnull (find (widget, "All time · Order lines: 1"));
  row = ancestor (find (widget, "not delivered yet"), ADW_TYPE_ACTION_ROW);
  g_assert_nonnull (row);
  wait_for_focus (window, dialog);
  g_assert_true (gtk_widget_activate (gtk_window_get_focus (window)));
  wait_for (&shown.times, 1);
  g_assert_cmpint (shown.type, ==, ASSAY_TYPE_ORDER_LINE);
  g_assert_cmpuint (shown.n, ==, 1);
  g_assert_cmpstr (shown.title, ==, "Slip, mean · Sao Mai Bags");
  sample_spin (400);
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  gtk_window_destroy (window);
  sample_spin (100);
  g_free (shown.title);
  sample_book_free (sample);
}

static void
test_left_out (void)
{
  Shown shown = { 0 };
  SampleBook *sample = book_new (&shown);
  AdwDialog *dialog = assay_explanation_dialog_new (sample->context, explain (NULL, sample, NULL));
  GtkWindow *window = present (gtk_label_new ("Page"), 600, 640);
  GtkWidget *row;

  adw_dialog_present (dialog, GTK_WIDGET (window));
  sample_spin (400);
  row = ancestor (find (GTK_WIDGET (dialog), "not delivered yet"), ADW_TYPE_ACTION_ROW);
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activated");
  wait_for (&shown.times, 1);
  g_assert_cmpuint (shown.n, ==, 1);
  g_assert_cmpstr (shown.title, ==, "Slip, mean · Sao Mai Bags – not delivered yet");
  gtk_window_destroy (window);
  sample_spin (100);
  g_free (shown.title);
  sample_book_free (sample);
}

/* A figure that could not be computed says so, and offers no rows. */
static void
test_unknown (void)
{
  SampleBook *sample = sample_book_new (FALSE);
  AssayExplanation *explanation = assay_explanation_new (ASSAY_TYPE_INSPECTION);
  AdwDialog *dialog;
  GtkWindow *window = present (gtk_label_new ("Page"), 600, 640);

  explanation->title = g_strdup ("Defective rate");
  dialog = assay_explanation_dialog_new (sample->context, explanation);
  adw_dialog_present (dialog, GTK_WIDGET (window));
  sample_spin (400);
  g_assert_nonnull (find (GTK_WIDGET (dialog), "Unknown"));
  g_assert_nonnull (find (GTK_WIDGET (dialog), "Inspections: 0"));
  g_assert_null (find (GTK_WIDGET (dialog), "Left Out"));
  g_assert_null (find (GTK_WIDGET (dialog), "What It Means"));
  g_assert_null (find (GTK_WIDGET (dialog), "Show the Rows"));
  gtk_window_destroy (window);
  sample_spin (100);
  sample_book_free (sample);
}

typedef struct
{
  SampleBook *sample;
  AssayFigureGroup group; /* that was asked for last */
  const char *column;
} Asked;

static gpointer
question_cb (const AssayFigureGroup *group, const char *column, gpointer data)
{
  Asked *asked = data;

  asked->group = *group;
  asked->column = g_intern_string (column);
  return asked->sample;
}

static const AssayFigureColumn columns[] = {
  { "Lines", NULL, "n", ASSAY_FIGURE_COUNT },
  { "Slip", NULL, "slip_mean", ASSAY_FIGURE_DAYS },
  { "Spend", NULL, "spend", ASSAY_FIGURE_MONEY, TRUE },
  { NULL },
};

/* Each figure is a button of its own; the keyboard reaches it. */
static void
test_table (void)
{
  Shown shown = { 0 };
  SampleBook *sample = book_new (&shown);
  Asked asked = { .sample = sample };
  AssayFiguresTable *table = assay_figures_table_new (sample->context, "Figures", columns);
  GtkWindow *window;
  GtkWidget *button;
  AdwDialog *dialog;
  g_autofree char *money = assay_format_number (1234567);

  assay_figures_table_set_explain (table, question_cb, explain, NULL, &asked);
  assay_figures_table_add (table, 7, NULL, (double[]){ 2, 10, 1234567.4 });
  assay_figures_table_add_total (table, "All", (double[]){ 3, 4.5, NAN });
  assay_figures_table_set_groups (table, ASSAY_TYPE_PRODUCT, "Product", "product");
  assay_figures_table_set_currency (table, "USD");
  window = present (GTK_WIDGET (table), 700, 640);
  g_assert_nonnull (find (GTK_WIDGET (table), "Product"));
  g_assert_nonnull (find (GTK_WIDGET (table), "Spend, USD"));
  g_assert_nonnull (find (GTK_WIDGET (table), money));

  button = ancestor (find (GTK_WIDGET (table), "10.0"), GTK_TYPE_BUTTON);
  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Unknown, Slip: 10.0");
  g_assert_true (gtk_widget_grab_focus (button));
  g_assert_true (gtk_widget_activate (gtk_window_get_focus (window)));
  sample_spin (500);
  g_assert_cmpint (asked.group.id, ==, 7);
  g_assert_null (asked.group.name);
  g_assert_false (asked.group.is_total);
  g_assert_cmpstr (asked.column, ==, "slip_mean");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  g_assert_true (ASSAY_IS_EXPLANATION_DIALOG (dialog));
  g_assert_nonnull (assay_explanation_dialog_get (ASSAY_EXPLANATION_DIALOG (dialog)));
  g_assert_nonnull (find (GTK_WIDGET (dialog), "+10.0 days"));
  wait_for_focus (window, dialog);
  g_assert_true (gtk_widget_activate (gtk_window_get_focus (window)));
  wait_for (&shown.times, 1);

  button = ancestor (find (GTK_WIDGET (table), "4.5"), GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_activate (button));
  sample_spin (500);
  g_assert_true (asked.group.is_total);
  gtk_window_destroy (window);
  sample_spin (200);
  g_free (shown.title);
  sample_book_free (sample);
}

/* The total stays first; a column that can be spared goes where there is no room. */
static void
test_narrow (void)
{
  static const AssayFigureColumn many[] = {
    { "Lines due", NULL, "n", ASSAY_FIGURE_COUNT },
    { "Slip, mean", NULL, "slip_mean", ASSAY_FIGURE_DAYS },
    { "Value in all", NULL, "value", ASSAY_FIGURE_MONEY, TRUE },
    { "On time", NULL, "on_time", ASSAY_FIGURE_SHARE },
    { "Slip, P95", NULL, "slip_p95", ASSAY_FIGURE_DAYS, TRUE },
    { NULL },
  };
  SampleBook *sample = sample_book_new (FALSE);
  AssayFiguresTable *table = assay_figures_table_new (sample->context, "Figures", many);
  GtkWindow *window;
  g_autofree char *csv = NULL;

  assay_figures_table_add (table, 7, "Aardvark", (double[]){ 2, 10, 1, 0.5, 30 });
  assay_figures_table_add_total (table, "All", (double[]){ 3, 4.5, NAN, 1, 20 });
  window = present (GTK_WIDGET (table), 360, 640);
  sample_spin (300);
  g_assert_null (find (GTK_WIDGET (table), "Slip, P95"));
  g_assert_nonnull (find (GTK_WIDGET (table), "On time"));
  csv = assay_figures_table_to_csv (table);
  g_assert_cmpstr (csv, ==,
                   "supplier,n,slip_mean,value,on_time,slip_p95\r\n\"All\",3,4.5,,1,20\r\n"
                   "\"Aardvark\",2,10,1,0.5,30\r\n");
  gtk_window_destroy (window);
  sample_spin (100);
  sample_book_free (sample);
}

static void
failed_cb (AssayContext *context, const char *what, const GError *error, guint *failed)
{
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  (*failed)++;
}

/* What cannot be explained closes again and says why. */
static void
test_failed (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  GtkWindow *window = present (gtk_label_new ("Page"), 600, 640);
  guint failed = 0;

  g_signal_connect (sample->context, "failed", G_CALLBACK (failed_cb), &failed);
  assay_explain (gtk_window_get_child (window), sample->context, refuse, sample, NULL);
  sample_spin (500);
  g_assert_cmpuint (failed, ==, 1);
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  gtk_window_destroy (window);
  sample_spin (100);
  sample_book_free (sample);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* A tile opens its rows, the button in its corner asks how it came about. */
static void
test_tile (void)
{
  AssayFigureTile *tile;
  GtkWindow *window;
  GtkWidget *button, *info;
  guint clicked = 0, asked = 0;

  assay_ui_init ();
  tile = assay_figure_tile_new ("On time");
  assay_figure_tile_set (tile, "92.3 %", "48 of 52 due lines");
  g_signal_connect_swapped (tile, "clicked", G_CALLBACK (count_cb), &clicked);
  g_signal_connect_swapped (tile, "explain", G_CALLBACK (count_cb), &asked);
  assay_figure_tile_set_explained (tile);
  window = present (GTK_WIDGET (tile), 300, 200);
  button = ancestor (find (GTK_WIDGET (tile), "92.3 %"), GTK_TYPE_BUTTON);
  g_assert_nonnull (button);
  info = gtk_widget_get_next_sibling (button);
  g_assert_true (GTK_IS_BUTTON (info));
  gtk_test_accessible_assert_property (info, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "How is this computed? On time");
  g_assert_true (gtk_widget_grab_focus (button));
  g_assert_true (gtk_widget_activate (button));
  wait_for (&clicked, 1);
  g_assert_cmpuint (asked, ==, 0);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (window) == info);
  g_assert_true (gtk_widget_activate (info));
  wait_for (&asked, 1);
  g_assert_cmpuint (clicked, ==, 1);
  gtk_window_destroy (window);
  sample_spin (100);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_data_func ("/explanation/dialog/wide", GINT_TO_POINTER (900), test_dialog);
  g_test_add_data_func ("/explanation/dialog/narrow", GINT_TO_POINTER (360), test_dialog);
  g_test_add_func ("/explanation/left-out", test_left_out);
  g_test_add_func ("/explanation/unknown", test_unknown);
  g_test_add_func ("/explanation/table", test_table);
  g_test_add_func ("/explanation/narrow", test_narrow);
  g_test_add_func ("/explanation/failed", test_failed);
  g_test_add_func ("/explanation/tile", test_tile);
  return g_test_run ();
}
