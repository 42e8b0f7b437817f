/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of records and of performance on a small book: they show what they should, follow the
 * book, say when their record is gone, fit into 360 pixels and leave nothing behind. */

#include "sample-book.h"

#include "ui/orders/order-line-page.h"
#include "ui/orders/order-page.h"
#include "ui/performance/performance-page.h"
#include "ui/products/product-page.h"
#include "ui/record/figure-tile.h"
#include "ui/record/record-page.h"
#include "ui/record/section.h"
#include "ui/suppliers/supplier-page.h"

typedef AdwNavigationPage *(*PageFunc) (AssayContext *context, gint64 id);

static AdwNavigationPage *
new_performance (AssayContext *context, gint64 id)
{
  return assay_performance_page_new (context);
}

static const struct
{
  const char *name;
  AssayType type;
  PageFunc make;
  const char *says; /* a text that must be on it */
} pages[] = {
  { "supplier", ASSAY_TYPE_SUPPLIER, assay_supplier_page_new, "Nguyễn Thị Lan" },
  { "product", ASSAY_TYPE_PRODUCT, assay_product_page_new, "Trail Pack 40" },
  { "order", ASSAY_TYPE_ORDER, assay_order_page_new, "Sao Mai Bags" },
  { "order-line", ASSAY_TYPE_ORDER_LINE, assay_order_line_page_new, "First promise" },
  { "performance", ASSAY_TYPE_NONE, new_performance, "Defective rate against" },
};

static gboolean
says (GtkWidget *widget, const char *text)
{
  const char *label = NULL;

  if (GTK_IS_LABEL (widget))
    label = gtk_label_get_label (GTK_LABEL (widget));
  else if (GTK_IS_INSCRIPTION (widget))
    label = gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  if (label != NULL && strstr (label, text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static GtkWidget *
show (AdwNavigationPage *page, int width)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = adw_navigation_view_new ();

  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), page);
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_widget_set_size_request (window, 360, 294);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 640);
  gtk_window_present (GTK_WINDOW (window));
  sample_spin (400);
  return window;
}

static void
test_page (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  SampleBook *sample = sample_book_new (TRUE);

  for (guint i = 0; i < 2; i++)
    {
      AdwNavigationPage *page
          = g_object_ref_sink (pages[index].make (sample->context, sample->ids[pages[index].type]));
      int width = i == 0 ? 1280 : 360;
      GtkWidget *window = show (page, width);

      g_assert_true (says (GTK_WIDGET (page), pages[index].says));
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, width);
      g_assert_cmpstr (adw_navigation_page_get_title (page), !=, "");
      gtk_window_destroy (GTK_WINDOW (window));
      sample_spin (100);
      g_assert_finalize_object (page);
    }
  sample_book_free (sample);
}

/* A page of a record that is not there says so. */
static void
test_gone (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  AdwNavigationPage *page = g_object_ref_sink (assay_product_page_new (sample->context, 12345));
  GtkWidget *window = show (page, 800);

  g_assert_true (says (GTK_WIDGET (page), "Product Not Found"));
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (100);
  g_assert_finalize_object (page);
  sample_book_free (sample);
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

static void
test_follows (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  AdwNavigationPage *page = g_object_ref_sink (
      assay_supplier_page_new (sample->context, sample->ids[ASSAY_TYPE_SUPPLIER]));
  GtkWidget *window = show (page, 1000);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (adw_navigation_page_get_title (page), ==, "Sao Mai Bags");
  assay_book_change (sample->book, "Rename", rename_supplier, sample, NULL, NULL, &error);
  g_assert_no_error (error);
  sample_spin (300);
  g_assert_cmpstr (adw_navigation_page_get_title (page), ==, "Sao Hôm Bags");
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (100);
  g_assert_finalize_object (page);
  sample_book_free (sample);
}

static void
edit_cb (AssayContext *context, AssayRecord *record, AssayRecord **asked)
{
  g_set_object (asked, record);
}

static void
test_edit (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  AdwNavigationPage *page
      = g_object_ref_sink (assay_order_page_new (sample->context, sample->ids[ASSAY_TYPE_ORDER]));
  GtkWidget *window = show (page, 1000);
  AssayRecord *asked = NULL;

  g_signal_connect (sample->context, "edit-record", G_CALLBACK (edit_cb), &asked);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "record.edit", NULL));
  g_assert_nonnull (asked);
  g_assert_cmpint (assay_record_get_id (asked), ==, sample->ids[ASSAY_TYPE_ORDER]);
  g_clear_object (&asked);
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (100);
  g_assert_finalize_object (page);
  sample_book_free (sample);
}

/* GTK's own way to empty a list takes the words for an empty one with the rows. */
static void
test_empty_list (void)
{
  g_autoptr (GtkListBox) list = g_object_ref_sink (GTK_LIST_BOX (gtk_list_box_new ()));
  GtkWidget *words = gtk_label_new ("nothing");

  gtk_list_box_set_placeholder (list, words);
  for (guint round = 0; round < 2; round++)
    {
      gtk_list_box_append (list, gtk_label_new ("one"));
      gtk_list_box_append (list, gtk_label_new ("two"));
      g_assert_nonnull (gtk_list_box_get_row_at_index (list, 1));
      assay_list_box_clear (list);
      g_assert_null (gtk_list_box_get_row_at_index (list, 0));
      g_assert_true (gtk_widget_get_parent (words) == GTK_WIDGET (list));
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pages/%s", pages[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_page);
    }
  g_test_add_func ("/pages/gone", test_gone);
  g_test_add_func ("/pages/follows", test_follows);
  g_test_add_func ("/pages/edit", test_edit);
  g_test_add_func ("/pages/empty-list", test_empty_list);
  return g_test_run ();
}
