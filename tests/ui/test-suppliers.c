/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Suppliers in the window: the scouting board and what moves on it, what is noted of one, several
 * side by side. */

#include "sample-book.h"

#include "ui/form/approval-question.h"
#include "ui/suppliers/board-card.h"
#include "ui/suppliers/board-column.h"
#include "ui/suppliers/compare-page.h"
#include "ui/suppliers/sourcing-view.h"
#include "ui/suppliers/supplier-page.h"
#include "ui/suppliers/suppliers-page.h"
#include "ui/table/table-page.h"

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

/* The column of a status; NULL. */
static AssayBoardColumn *
find_column (GtkWidget *widget, const char *status)
{
  AssayBoardColumn *found = NULL;

  if (ASSAY_IS_BOARD_COLUMN (widget))
    return g_strcmp0 (assay_board_column_get_status (ASSAY_BOARD_COLUMN (widget)), status) == 0
               ? ASSAY_BOARD_COLUMN (widget)
               : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_column (child, status);
  return found;
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
close_page (GtkWidget *window, AdwNavigationPage *page)
{
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (100);
  g_assert_finalize_object (page);
}

static AssayRecord *
get_supplier (SampleBook *sample)
{
  g_autoptr (GError) error = NULL;
  AssayRecord *supplier
      = assay_records_get (assay_book_get_reader (sample->book), ASSAY_TYPE_SUPPLIER,
                           sample->ids[ASSAY_TYPE_SUPPLIER], &error);

  g_assert_no_error (error);
  return supplier;
}

static guint
count_cards (AdwNavigationPage *page, const char *status)
{
  return assay_board_column_get_n_cards (find_column (GTK_WIDGET (page), status));
}

static void
toast_cb (guint *toasts)
{
  (*toasts)++;
}

static void
drop (AdwNavigationPage *page, SampleBook *sample, const char *status)
{
  g_autoptr (AssayRecord) supplier = get_supplier (sample);

  g_signal_emit_by_name (find_column (GTK_WIDGET (page), status), "dropped", supplier);
  sample_spin (400);
}

/* Where items of due diligence are open it is asked why it is approved nevertheless. */
static void
approve (GtkWidget *window)
{
  AdwDialog *question;

  sample_spin (400);
  question = adw_window_get_visible_dialog (ADW_WINDOW (window));
  if (question == NULL)
    return;
  assay_approval_question_set_reason (question, "Known for years");
  g_signal_emit_by_name (question, "response", "approve");
  adw_dialog_force_close (question);
  sample_spin (400);
}

/* Dropped on a column it stands there, with a toast and one undo; approval gets its day. */
static void
test_board (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  AdwNavigationPage *page
      = g_object_ref_sink (assay_suppliers_page_new (sample->context, "Suppliers"));
  g_autoptr (AssayRecord) before = NULL, after = NULL, undone = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window;
  guint toasts = 0;

  assay_table_page_show_other (ASSAY_TABLE_PAGE (page), TRUE);
  window = show (page, 1280);
  g_assert_true (assay_table_page_shows_other (ASSAY_TABLE_PAGE (page)));
  g_assert_cmpuint (count_cards (page, "approved"), ==, 1);
  g_assert_cmpuint (count_cards (page, "sampling"), ==, 0);

  g_signal_connect_swapped (sample->context, "toast", G_CALLBACK (toast_cb), &toasts);
  drop (page, sample, "sampling");
  g_assert_cmpuint (toasts, ==, 1);
  g_assert_cmpuint (count_cards (page, "approved"), ==, 0);
  g_assert_cmpuint (count_cards (page, "sampling"), ==, 1);
  before = get_supplier (sample);
  g_assert_false (assay_record_is_known (before, ASSAY_SUPPLIER_APPROVED_ON));

  drop (page, sample, "approved");
  approve (window);
  after = get_supplier (sample);
  g_assert_cmpint (assay_record_get_date (after, ASSAY_SUPPLIER_APPROVED_ON), ==, SAMPLE_TODAY);

  /* Where it is already nothing happens. */
  drop (page, sample, "approved");
  g_assert_cmpuint (toasts, ==, 2);

  assay_book_undo (sample->book, &error);
  g_assert_no_error (error);
  sample_spin (400);
  undone = get_supplier (sample);
  g_assert_true (assay_record_equal (undone, before));
  g_assert_cmpuint (count_cards (page, "sampling"), ==, 1);
  g_signal_handlers_disconnect_by_func (sample->context, toast_cb, &toasts);
  close_page (window, page);
  sample_book_free (sample);
}

/* By key, from one column to the next; the focus goes along. */
static void
test_focus (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  AdwNavigationPage *page
      = g_object_ref_sink (assay_suppliers_page_new (sample->context, "Suppliers"));
  g_autoptr (AssayRecord) supplier = get_supplier (sample);
  const char *status = assay_record_get_text (supplier, ASSAY_SUPPLIER_STATUS);
  GtkWidget *window;
  AssayBoardColumn *column;
  guint position = 7;

  assay_table_page_show_other (ASSAY_TABLE_PAGE (page), TRUE);
  window = show (page, 1280);
  column = find_column (GTK_WIDGET (page), status);
  g_assert_true (assay_board_column_focus (column, 0));
  sample_spin (100);
  g_assert_nonnull (assay_board_column_get_focused (column, &position));
  g_assert_cmpuint (position, ==, 0);
  g_assert_true (gtk_widget_activate_action (gtk_root_get_focus (GTK_ROOT (window)), "board.move",
                                             "s", "paused"));
  sample_spin (500);
  column = find_column (GTK_WIDGET (page), "paused");
  g_assert_nonnull (assay_board_column_get_focused (column, NULL));
  g_assert_false (assay_board_column_focus (find_column (GTK_WIDGET (page), status), 0));
  close_page (window, page);
  sample_book_free (sample);
}

/* A narrow window shows one column; a search narrows the board as it does the table. */
static void
test_narrow (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  AdwNavigationPage *page
      = g_object_ref_sink (assay_suppliers_page_new (sample->context, "Suppliers"));
  GtkWidget *window;
  guint visible = 0;

  assay_table_page_show_other (ASSAY_TABLE_PAGE (page), TRUE);
  window = show (page, 360);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, 360);
  for (GtkWidget *column = gtk_widget_get_first_child (
           gtk_widget_get_parent (GTK_WIDGET (find_column (GTK_WIDGET (page), "found"))));
       column != NULL; column = gtk_widget_get_next_sibling (column))
    visible += gtk_widget_get_visible (column);
  g_assert_cmpuint (visible, ==, 1);
  assay_table_set_search (assay_table_page_get_table (ASSAY_TABLE_PAGE (page)), "nobody");
  sample_spin (400);
  for (const AssayChoice *choice
       = assay_record_type_get (ASSAY_TYPE_SUPPLIER)->fields[ASSAY_SUPPLIER_STATUS].choices;
       choice->value != NULL; choice++)
    g_assert_cmpuint (count_cards (page, choice->value), ==, 0);
  close_page (window, page);
  sample_book_free (sample);
}

typedef struct
{
  SampleBook *sample;
  gint64 site;
} Notes;

static gboolean
write_notes (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Notes *notes = data;
  g_autoptr (AssayRecord) call = sample_new (notes->sample, ASSAY_TYPE_REFERENCE_CALL);
  g_autoptr (AssayRecord) risk = sample_new (notes->sample, ASSAY_TYPE_RISK);
  g_autoptr (AssayRecord) site = sample_new (notes->sample, ASSAY_TYPE_SITE);

  assay_record_set_text (call, ASSAY_REFERENCE_CALL_COMPANY, "Fjellrev");
  assay_record_set_text (call, ASSAY_REFERENCE_CALL_WARRANTY, "Paid within a month <b>");
  assay_record_set_text (call, ASSAY_REFERENCE_CALL_AGAIN, "yes");
  assay_record_set_text (risk, ASSAY_RISK_NAME, "One mill");
  assay_record_set_date (risk, ASSAY_RISK_REVIEW_ON, SAMPLE_TODAY);
  assay_record_set_text (site, ASSAY_SITE_NAME, "Unit 2");
  return assay_records_insert (db, call, error) && assay_records_insert (db, risk, error)
         && assay_records_insert (db, site, error);
}

static void
test_notes (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  Notes notes = { sample, 0 };
  g_autoptr (GError) error = NULL;
  AdwNavigationPage *page;
  GtkWidget *window;

  page = g_object_ref_sink (
      assay_supplier_page_new (sample->context, sample->ids[ASSAY_TYPE_SUPPLIER]));
  window = show (page, 1280);
  g_assert_true (says (GTK_WIDGET (page), "Nothing is noted yet"));
  assay_book_change (sample->book, "Note", write_notes, &notes, NULL, NULL, &error);
  g_assert_no_error (error);
  sample_spin (500);
  /* What a customer said is text, not markup. */
  g_assert_true (says (GTK_WIDGET (page), "On warranty and repair: Paid within a month <b>"));
  g_assert_true (says (GTK_WIDGET (page), "Would buy again"));
  g_assert_true (says (GTK_WIDGET (page), "Look at it now"));
  g_assert_true (says (GTK_WIDGET (page), "Not visited"));
  close_page (window, page);
  sample_book_free (sample);
}

static void
test_compare (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 nobody = 4711;

  /* The same twice is one; one that is gone is left out. */
  g_array_append_val (ids, sample->ids[ASSAY_TYPE_SUPPLIER]);
  g_array_append_val (ids, sample->ids[ASSAY_TYPE_SUPPLIER]);
  g_array_append_val (ids, nobody);
  for (guint i = 0; i < 2; i++)
    {
      int width = i == 0 ? 1280 : 360;
      AdwNavigationPage *page = g_object_ref_sink (assay_compare_page_new (sample->context, ids));
      GtkWidget *window = show (page, width);

      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, width);
      g_assert_true (says (GTK_WIDGET (page), "1 supplier"));
      g_assert_true (says (GTK_WIDGET (page), "Sao Mai Bags"));
      g_assert_true (says (GTK_WIDGET (page), "Lead time, mean"));
      close_page (window, page);
    }
  g_array_set_size (ids, 0);
  {
    AdwNavigationPage *page = g_object_ref_sink (assay_compare_page_new (sample->context, ids));
    GtkWidget *window = show (page, 800);

    g_assert_true (says (GTK_WIDGET (page), "No Suppliers Chosen"));
    close_page (window, page);
  }
  sample_book_free (sample);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/suppliers/board", test_board);
  g_test_add_func ("/ui/suppliers/focus", test_focus);
  g_test_add_func ("/ui/suppliers/narrow", test_narrow);
  g_test_add_func ("/ui/suppliers/notes", test_notes);
  g_test_add_func ("/ui/suppliers/compare", test_compare);
  return g_test_run ();
}
