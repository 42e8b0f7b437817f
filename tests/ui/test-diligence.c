/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Due diligence in the window: the card of a supplier, the overview, the page of a list whose items
 * move, and the reason that an approval with open items asks for. */

#include "sample-book.h"

#include "insight/diligence.h"
#include "ui/diligence/diligence-page.h"
#include "ui/diligence/list-page-private.h"
#include "ui/diligence/list-page.h"
#include "ui/form/approval-question.h"
#include "ui/form/form-dialog.h"
#include "ui/record/diligence-card.h"
#include "ui/record/diligence-row.h"

typedef struct
{
  SampleBook *sample;
  GtkWidget *window;
  gint64 list, terms, bank; /* the items: one that a rule ticks, one for a person */
} Fixture;

static gint64
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  return assay_record_get_id (record);
}

static gint64
add_item (AssayDb *db, gint64 list, int position, const char *name, const char *rule)
{
  g_autoptr (AssayRecord) item = assay_record_new (ASSAY_TYPE_DILIGENCE_ITEM);

  assay_record_set_reference (item, ASSAY_DILIGENCE_ITEM_DILIGENCE, list);
  assay_record_set_integer (item, ASSAY_DILIGENCE_ITEM_POSITION, position);
  assay_record_set_text (item, ASSAY_DILIGENCE_ITEM_NAME, name);
  assay_record_set_text (item, ASSAY_DILIGENCE_ITEM_RULE, rule);
  return insert (db, item);
}

/* The lists that the sample may hold go, so that one is left. */
static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Fixture *fixture = data;
  gint64 supplier = fixture->sample->ids[ASSAY_TYPE_SUPPLIER];
  g_autoptr (AssayRecord) list = assay_record_new (ASSAY_TYPE_DILIGENCE);
  g_autoptr (AssayRecord) record = assay_records_get (db, ASSAY_TYPE_SUPPLIER, supplier, error);

  assay_record_set_text (record, ASSAY_SUPPLIER_STATUS, "sampling");
  g_assert_true (assay_records_update (db, record, error));
  g_assert_true (assay_db_exec (db,
                                "DELETE FROM diligence_check; DELETE FROM diligence_item;"
                                "DELETE FROM diligence",
                                error));
  assay_record_set_text (list, ASSAY_DILIGENCE_NAME, "Validation");
  assay_record_set_text (list, ASSAY_DILIGENCE_SUBJECT, "supplier");
  fixture->list = insert (db, list);
  fixture->terms = add_item (db, fixture->list, 1, "Terms", "terms_agreed");
  fixture->bank = add_item (db, fixture->list, 2, "Bank", "by_hand");
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->sample = sample_book_new (TRUE);
  assay_context_set_today (fixture->sample->context, SAMPLE_TODAY);
  assay_book_change (fixture->sample->book, "Fill", fill, fixture, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  sample_spin (200);
  sample_book_free (fixture->sample);
}

static AssayRecord *
read_supplier (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  AssayRecord *record
      = assay_records_get (assay_book_get_reader (fixture->sample->book), ASSAY_TYPE_SUPPLIER,
                           fixture->sample->ids[ASSAY_TYPE_SUPPLIER], &error);

  g_assert_no_error (error);
  return record;
}

static void
edit_cb (AssayContext *context, AssayRecord *record, AssayRecord **edited)
{
  g_set_object (edited, record);
}

static void
test_card (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssayRecord) supplier = read_supplier (fixture);
  AssayDiligenceCard *card = assay_diligence_card_new (fixture->sample->context);
  g_autoptr (AssayRecord) edited = NULL;
  const AssayDiligence *diligence;
  const AssayDiligenceList *list;

  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (card));
  assay_diligence_card_show (card, supplier);
  while (assay_diligence_card_get (card) == NULL)
    g_main_context_iteration (NULL, TRUE);
  diligence = assay_diligence_card_get (card);
  g_assert_cmpuint (diligence->lists->len, ==, 1);
  g_assert_cmpuint (diligence->count.needed, ==, 2);
  g_assert_nonnull (gtk_list_box_get_row_at_index (assay_diligence_card_get_list (card), 0));
  g_assert_null (gtk_list_box_get_row_at_index (assay_diligence_card_get_list (card), 1));
  /* Answering one opens a form that knows item, supplier and day. */
  g_signal_connect (fixture->sample->context, "edit-record", G_CALLBACK (edit_cb), &edited);
  list = g_ptr_array_index (diligence->lists, 0);
  assay_diligence_answer_edit (fixture->sample->context, diligence,
                               g_ptr_array_index (list->answers, 1));
  g_assert_nonnull (edited);
  g_assert_cmpint (assay_record_get_reference (edited, ASSAY_DILIGENCE_CHECK_DILIGENCE_ITEM), ==,
                   fixture->bank);
  g_assert_cmpint (assay_record_get_reference (edited, ASSAY_DILIGENCE_CHECK_SUPPLIER), ==,
                   fixture->sample->ids[ASSAY_TYPE_SUPPLIER]);
  g_assert_cmpint (assay_record_get_date (edited, ASSAY_DILIGENCE_CHECK_CHECKED_ON), ==,
                   SAMPLE_TODAY);
}

static void
test_overview (Fixture *fixture, gconstpointer data)
{
  AdwNavigationPage *page = assay_diligence_page_new (fixture->sample->context);
  GtkWidget *view = adw_navigation_view_new ();
  GtkListBox *list;

  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), page);
  adw_window_set_content (ADW_WINDOW (fixture->window), view);
  while (!assay_diligence_page_is_read (ASSAY_DILIGENCE_PAGE (page)))
    g_main_context_iteration (NULL, TRUE);
  list = assay_diligence_page_get_list (ASSAY_DILIGENCE_PAGE (page));
  g_assert_cmpstr (
      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_list_box_get_row_at_index (list, 0))),
      ==, "Sao Mai Bags");
}

static char *
read_order (AssayDiligenceListPage *page)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < assay_part_list_get_n_parts (page->items); i++)
    g_string_append_printf (names, "%s|",
                            assay_record_get_text (assay_part_list_get_part (page->items, i),
                                                   ASSAY_DILIGENCE_ITEM_NAME));
  return g_string_free_and_steal (names);
}

static void
wait_for_order (AssayDiligenceListPage *page, const char *order)
{
  for (;;)
    {
      g_autofree char *names = read_order (page);

      if (g_str_equal (names, order))
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  AdwNavigationPage *page = assay_diligence_list_page_new (fixture->sample->context, fixture->list);
  AssayDiligenceListPage *self = ASSAY_DILIGENCE_LIST_PAGE (page);
  GtkWidget *view = adw_navigation_view_new ();
  g_autoptr (GError) error = NULL;

  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), page);
  adw_window_set_content (ADW_WINDOW (fixture->window), view);
  wait_for_order (self, "Terms|Bank|");
  assay_part_list_move (self->items, 0, 1);
  wait_for_order (self, "Bank|Terms|");
  sample_spin (200);
  assay_book_undo (fixture->sample->book, &error);
  g_assert_no_error (error);
  wait_for_order (self, "Terms|Bank|");
}

/* Saves the supplier as approved through its form; the question that comes, if one does. */
static AdwDialog *
approve (Fixture *fixture, AdwDialog **dialog)
{
  g_autoptr (AssayRecord) supplier = read_supplier (fixture);
  AdwDialog *visible;

  *dialog = assay_form_dialog_new (fixture->sample->context, supplier);
  adw_dialog_present (*dialog, fixture->window);
  sample_spin (200);
  assay_record_set_text (
      assay_form_get_record (assay_form_dialog_get_form (ASSAY_FORM_DIALOG (*dialog))),
      ASSAY_SUPPLIER_STATUS, "approved");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (*dialog), "form.save", NULL));
  sample_spin (500);
  visible = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  return visible != NULL && ADW_IS_ALERT_DIALOG (visible) ? visible : NULL;
}

static const char *
status_of (AssayRecord *supplier)
{
  return assay_record_get_text (supplier, ASSAY_SUPPLIER_STATUS);
}

static void
test_approval (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssayRecord) before = NULL, after = NULL;
  AdwDialog *dialog, *question = approve (fixture, &dialog);

  g_assert_nonnull (question);
  /* A blank reason is none. */
  assay_approval_question_set_reason (question, "  ");
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (question), "approve"));
  before = read_supplier (fixture);
  g_assert_cmpstr (status_of (before), ==, "sampling");
  assay_approval_question_set_reason (question, "The season begins");
  g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (question), "approve"));
  g_signal_emit_by_name (question, "response::approve", "approve");
  sample_spin (500);
  after = read_supplier (fixture);
  g_assert_cmpstr (status_of (after), ==, "approved");
  g_assert_cmpstr (assay_record_get_text (after, ASSAY_SUPPLIER_APPROVAL_REASON), ==,
                   "The season begins");
  adw_dialog_force_close (question);
  sample_spin (300);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssayRecord) after = NULL;
  AdwDialog *dialog, *question = approve (fixture, &dialog);

  g_assert_nonnull (question);
  adw_dialog_close (question);
  sample_spin (500);
  after = read_supplier (fixture);
  g_assert_cmpstr (status_of (after), ==, "sampling");
  /* The form is still there, with what was typed. */
  g_assert_true (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == dialog);
  adw_dialog_force_close (dialog);
  sample_spin (300);
}

static gboolean
need_nothing (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  return assay_db_exec (db, "UPDATE diligence_item SET needed = 0", error);
}

static void
test_nothing_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssayRecord) after = NULL;
  AdwDialog *dialog;

  assay_book_change (fixture->sample->book, "Need", need_nothing, NULL, NULL, NULL, NULL);
  g_assert_null (approve (fixture, &dialog));
  sample_spin (300);
  after = read_supplier (fixture);
  g_assert_cmpstr (status_of (after), ==, "approved");
  g_assert_false (assay_record_is_known (after, ASSAY_SUPPLIER_APPROVAL_REASON));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  assay_ui_init ();
  g_test_add ("/diligence/card", Fixture, NULL, set_up, test_card, tear_down);
  g_test_add ("/diligence/overview", Fixture, NULL, set_up, test_overview, tear_down);
  g_test_add ("/diligence/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/diligence/approval", Fixture, NULL, set_up, test_approval, tear_down);
  g_test_add ("/diligence/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/diligence/nothing-open", Fixture, NULL, set_up, test_nothing_open, tear_down);
  return g_test_run ();
}
