/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a test protocol, and what a product is made of on its page: tests move and can be
 * undone, a protocol becomes requirements, weights that cannot be are said. */

#include "sample-book.h"

#include "insight/bill-of-materials.h"
#include "insight/owned-rows.h"
#include "record/format.h"
#include "ui/products/product-page.h"
#include "ui/products/protocol-page-private.h"
#include "ui/products/protocol-page.h"
#include "ui/products/test-edit.h"

static gboolean
says (GtkWidget *widget, const char *text)
{
  const char *label = GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget)) : NULL;

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

static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  SampleBook *sample = data;
  static const char *const names[] = { "Tear strength", "Seam strength", "Zip cycles" };
  AssayRecord *record = assay_record_new (ASSAY_TYPE_TEST_PROTOCOL);

  assay_record_set_text (record, ASSAY_TEST_PROTOCOL_NAME, "Day pack");
  sample_insert (db, sample, record);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      record = sample_new (sample, ASSAY_TYPE_PROTOCOL_TEST);
      assay_record_set_text (record, ASSAY_PROTOCOL_TEST_PROPERTY, names[i]);
      assay_record_set_integer (record, ASSAY_PROTOCOL_TEST_POSITION, i + 1);
      assay_record_set_text (record, ASSAY_PROTOCOL_TEST_UNIT, "N");
      assay_record_set_integer (record, ASSAY_PROTOCOL_TEST_LOWER, 25000);
      sample_insert (db, sample, record);
    }
  record = assay_records_get (db, ASSAY_TYPE_PRODUCT, sample->ids[ASSAY_TYPE_PRODUCT], error);
  assay_record_set_integer (record, ASSAY_PRODUCT_MASS, 1000);
  g_assert_true (assay_records_update (db, record, error));
  g_object_unref (record);
  record = sample_new (sample, ASSAY_TYPE_COMPONENT);
  assay_record_set_text (record, ASSAY_COMPONENT_NAME, "Shell");
  assay_record_set_integer (record, ASSAY_COMPONENT_MASS, 120000);
  sample_insert (db, sample, record);
  return TRUE;
}

static SampleBook *
new_sample (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  g_autoptr (GError) error = NULL;

  assay_book_change (sample->book, "Fill", fill, sample, NULL, NULL, &error);
  g_assert_no_error (error);
  return sample;
}

/* The first letters of each property, in the book's order. */
static char *
read_order (SampleBook *sample, AssayType type, gint64 owner)
{
  g_autoptr (GPtrArray) tests
      = assay_owned_rows_read (assay_book_get_reader (sample->book), type, owner, NULL);
  guint field = type == ASSAY_TYPE_REQUIREMENT ? (guint)ASSAY_REQUIREMENT_PROPERTY
                                               : (guint)ASSAY_PROTOCOL_TEST_PROPERTY;
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < tests->len; i++)
    g_string_append_printf (words, "%.4s|", assay_record_get_text (tests->pdata[i], field));
  return g_string_free (words, FALSE);
}

static void
assert_order (SampleBook *sample, AssayType type, gint64 owner, const char *expected)
{
  g_autofree char *order = NULL;

  for (guint i = 0; i < 100; i++)
    {
      g_free (order);
      order = read_order (sample, type, owner);
      if (g_str_equal (order, expected))
        return;
      sample_spin (50);
    }
  g_assert_cmpstr (order, ==, expected);
}

static void
shown_cb (gint64 *shown, int type, gint64 id)
{
  g_assert_cmpint (type, ==, ASSAY_TYPE_TEST_PROTOCOL);
  *shown = id;
}

static void
test_protocol_page (void)
{
  SampleBook *sample = new_sample ();
  gint64 protocol = sample->ids[ASSAY_TYPE_TEST_PROTOCOL];
  AdwNavigationPage *page = g_object_ref_sink (assay_protocol_page_new (sample->context, protocol));
  AssayProtocolPage *self = ASSAY_PROTOCOL_PAGE (page);
  GtkWidget *window = show (page, 360);
  g_autoptr (GError) error = NULL;
  gint64 shown = 0;

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, 360);
  g_assert_cmpuint (assay_part_list_get_n_parts (self->tests), ==, 3);
  g_assert_true (says (GTK_WIDGET (page), "≥ 25 N"));
  assay_part_list_move (self->tests, 0, 2);
  assert_order (sample, ASSAY_TYPE_PROTOCOL_TEST, protocol, "Seam|Zip |Tear|");
  /* To where it is, and to where there is nothing. */
  assay_part_list_move (self->tests, 1, 1);
  assay_part_list_move (self->tests, 1, 7);
  assay_book_undo (sample->book, &error);
  g_assert_no_error (error);
  assert_order (sample, ASSAY_TYPE_PROTOCOL_TEST, protocol, "Tear|Seam|Zip |");

  g_signal_connect_swapped (sample->context, "show-record", G_CALLBACK (shown_cb), &shown);
  gtk_widget_activate_action (GTK_WIDGET (page), "protocol.duplicate", NULL);
  for (guint i = 0; i < 100 && shown == 0; i++)
    sample_spin (50);
  g_assert_cmpint (shown, !=, 0);
  assert_order (sample, ASSAY_TYPE_PROTOCOL_TEST, shown, "Tear|Seam|Zip |");
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (100);
  g_assert_finalize_object (page);
  sample_book_free (sample);
}

typedef struct
{
  gboolean done;
  guint n_made, n_kept;
} Applied;

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Applied *applied = data;
  g_autoptr (GError) error = NULL;

  assay_protocol_apply_finish (ASSAY_BOOK (source), result, &applied->n_made, &applied->n_kept,
                               &error);
  g_assert_no_error (error);
  applied->done = TRUE;
}

static void
test_product_page (void)
{
  SampleBook *sample = new_sample ();
  gint64 product = sample->ids[ASSAY_TYPE_PRODUCT];
  AdwNavigationPage *page = g_object_ref_sink (assay_product_page_new (sample->context, product));
  GtkWidget *window = show (page, 360);
  g_autoptr (GError) error = NULL;
  g_autofree char *mass = assay_format_number (1000);
  g_autofree char *heavier = g_strdup_printf ("200 g more than the product’s %s g", mass);
  Applied applied = { FALSE, 0, 0 };

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, 360);
  for (guint i = 0; i < 50 && !says (GTK_WIDGET (page), heavier); i++)
    sample_spin (100);
  g_assert_true (says (GTK_WIDGET (page), heavier));
  g_assert_false (says (GTK_WIDGET (page), "Seam strength"));
  assay_protocol_apply_async (sample->book, sample->ids[ASSAY_TYPE_TEST_PROTOCOL], product,
                              applied_cb, &applied);
  for (guint i = 0; i < 100 && !applied.done; i++)
    sample_spin (50);
  g_assert_cmpuint (applied.n_made, ==, 3);
  assert_order (sample, ASSAY_TYPE_REQUIREMENT, product, "Tear|Seam|Zip |");
  sample_spin (400);
  g_assert_true (says (GTK_WIDGET (page), "Seam strength"));
  /* One change, one step back. */
  assay_book_undo (sample->book, &error);
  g_assert_no_error (error);
  assert_order (sample, ASSAY_TYPE_REQUIREMENT, product, "");
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

  g_test_add_func ("/protocols/protocol-page", test_protocol_page);
  g_test_add_func ("/protocols/product-page", test_product_page);
  return g_test_run ();
}
