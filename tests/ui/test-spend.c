/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The view of spend, the list of what is not in it, and reorder planning on a product's page. */

#include "sample-book.h"

#include <string.h>

#include "insight/reorder.h"
#include "ui/performance/spend-left-out.h"
#include "ui/performance/spend-view.h"
#include "ui/products/product-page.h"
#include "ui/products/reorder-card.h"
#include "ui/today/today-reorder.h"

/* The first widget of a type below @widget whose tree holds @text in a label, or any with NULL. */
static GtkWidget *
find (GtkWidget *widget, GType type, const char *text)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
      && (text == NULL
          || (GTK_IS_LABEL (widget)
              && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  return find (widget, GTK_TYPE_LABEL, text);
}

static void
wait_label (GtkWidget *widget, const char *text)
{
  for (guint i = 0; i < 200 && find_label (widget, text) == NULL; i++)
    sample_spin (50);
  if (find_label (widget, text) == NULL)
    g_error ("no label says “%s”", text);
}

static GtkWindow *
show_in_window (GtkWidget *child)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, 900, 700);
  gtk_window_set_child (window, child);
  gtk_window_present (window);
  return window;
}

/* 800 pieces at 2.15 USD in the sample: 1,720 USD of one supplier. */
static void
test_view (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  AssayPerformanceView *view = assay_performance_view_new (ASSAY_TYPE_SPEND_VIEW, sample->context);
  AssayPerformanceFilter filter = { 0, ASSAY_DATE_UNKNOWN, ASSAY_DATE_UNKNOWN, SAMPLE_TODAY };
  GtkWindow *window = show_in_window (GTK_WIDGET (view));

  assay_performance_view_set_filter (view, &filter);
  wait_label (GTK_WIDGET (view), "1720.00 USD");
  g_assert_nonnull (find_label (GTK_WIDGET (view), "2 order lines"));
  g_assert_nonnull (find_label (GTK_WIDGET (view), "100.0"));
  gtk_window_destroy (window);
  sample_spin (100);
  sample_book_free (sample);
}

static AssayRecord *edited;

static void
edit_cb (AssayContext *context, AssayRecord *record)
{
  g_set_object (&edited, record);
}

/* The form for a rate begins with the currency that lacks one, and the base. */
static void
test_left_out (void)
{
  SampleBook *sample = sample_book_new (FALSE);
  AssaySpendLeftOutList *list = g_object_ref_sink (assay_spend_left_out_list_new (sample->context));
  AssaySpendLeftOut rate = { ASSAY_SPEND_NO_RATE, (char *)"EUR", 34000000, TRUE,
                             g_array_new (FALSE, FALSE, sizeof (gint64)) };
  AssaySpend spend = { .has_base = TRUE, .currency = (char *)"USD" };
  gint64 id = 7;
  GtkWidget *button;

  g_signal_connect (sample->context, "edit-record", G_CALLBACK (edit_cb), NULL);
  spend.left_out = g_ptr_array_new ();
  assay_spend_left_out_list_show (list, &spend);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list)));
  g_array_append_val (rate.ids, id);
  g_ptr_array_add (spend.left_out, &rate);
  assay_spend_left_out_list_show (list, &spend);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (list)));
  g_assert_nonnull (find_label (GTK_WIDGET (list), "1 line of 3400.00 EUR"));
  button = gtk_widget_get_ancestor (find_label (GTK_WIDGET (list), "Add Rate"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_nonnull (edited);
  g_assert_cmpstr (assay_record_get_text (edited, ASSAY_EXCHANGE_RATE_CURRENCY), ==, "EUR");
  g_assert_cmpstr (assay_record_get_text (edited, ASSAY_EXCHANGE_RATE_IN_CURRENCY), ==, "USD");
  g_clear_object (&edited);
  g_array_unref (rate.ids);
  g_ptr_array_unref (spend.left_out);
  g_assert_finalize_object (list);
  sample_book_free (sample);
}

static gint64
count_demand (SampleBook *sample)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_DEMAND);

  return assay_query_count (query, assay_book_get_reader (sample->book), NULL);
}

/* A month typed is saved, and the next one is asked for; what is no number is not. */
static void
test_entry (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  AdwNavigationPage *page
      = assay_product_page_new (sample->context, sample->ids[ASSAY_TYPE_PRODUCT]);
  GtkWindow *window = show_in_window (GTK_WIDGET (page));
  GtkWidget *entry;

  wait_label (GTK_WIDGET (page), "here stands when to order again");
  /* Today is 27 May 2026: a year of finished months begins with May 2025. */
  wait_label (GTK_WIDGET (page), "Demand in May 2025");
  entry = find (GTK_WIDGET (page), ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "many");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_signal_emit_by_name (entry, "apply");
  sample_spin (200);
  g_assert_cmpint (count_demand (sample), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "120");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_signal_emit_by_name (entry, "apply");
  wait_label (GTK_WIDGET (page), "Demand in Jun 2025");
  g_assert_cmpint (count_demand (sample), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  wait_label (GTK_WIDGET (page), "two finished months");
  gtk_window_destroy (window);
  sample_spin (100);
  sample_book_free (sample);
}

static void
test_today (void)
{
  SampleBook *sample = sample_book_new (FALSE);
  AssayReorder reorder = { .product = 5,
                           .name = (char *)"Trail 25",
                           .supplier_name = (char *)"Sao Mai",
                           .stock_today = 359,
                           .days_of_stock = 10.2,
                           .order_on = SAMPLE_TODAY - 7,
                           .is_due = TRUE };
  g_autoptr (GPtrArray) due = g_ptr_array_new ();
  GtkWidget *group;

  g_assert_null (assay_today_reorder_group_new (sample->context, due, 8));
  g_ptr_array_add (due, &reorder);
  group = g_object_ref_sink (assay_today_reorder_group_new (sample->context, due, 8));
  g_assert_nonnull (find_label (group, "Trail 25"));
  g_assert_nonnull (find_label (group, "Sao Mai · about 359 pieces in stock, for 10 days"));
  g_assert_nonnull (find_label (group, "7 days late"));
  g_object_unref (group);
  sample_book_free (sample);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  g_test_add_func ("/ui/spend/view", test_view);
  g_test_add_func ("/ui/spend/left-out", test_left_out);
  g_test_add_func ("/ui/spend/entry", test_entry);
  g_test_add_func ("/ui/spend/today", test_today);
  return g_test_run ();
}
