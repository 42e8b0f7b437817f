/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of evidence: what speaks against a piece stands on its page, on its supplier's and
 * among all; a look-up is one change with what follows from it. */

#include "sample-book.h"

#include "insight/look-up.h"
#include "ui/evidence/evidence-page.h"
#include "ui/evidence/look-up-dialog.h"
#include "ui/evidence/scheme-page.h"
#include "ui/evidence/validity-page.h"
#include "ui/suppliers/supplier-page.h"

typedef struct
{
  gint64 supplier, scheme, evidence;
  gint32 today;
} Made;

static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Made *made = data;
  g_autoptr (AssayRecord) scheme = assay_record_new (ASSAY_TYPE_SCHEME);
  g_autoptr (AssayRecord) evidence = assay_record_new (ASSAY_TYPE_EVIDENCE);

  assay_record_set_text (scheme, ASSAY_SCHEME_CODE, "GRS-2");
  assay_record_set_text (scheme, ASSAY_SCHEME_NAME, "Global Recycled Standard");
  assay_record_set_text (scheme, ASSAY_SCHEME_PROVES_NOT, "Nothing for a product");
  assay_record_set_text (scheme, ASSAY_SCHEME_LOOK_UP, "https://register.example");
  assay_record_set_integer (scheme, ASSAY_SCHEME_CHECK_MONTHS, 6);
  if (!assay_records_insert (db, scheme, error))
    return FALSE;
  made->scheme = assay_record_get_id (scheme);
  assay_record_set_text (evidence, ASSAY_EVIDENCE_KIND, "scope_certificate");
  assay_record_set_reference (evidence, ASSAY_EVIDENCE_SCHEME, made->scheme);
  assay_record_set_reference (evidence, ASSAY_EVIDENCE_SUPPLIER, made->supplier);
  assay_record_set_text (evidence, ASSAY_EVIDENCE_NUMBER, "TE-00012345");
  assay_record_set_text (evidence, ASSAY_EVIDENCE_HOLDER, "Green Star Recycling");
  assay_record_set_date (evidence, ASSAY_EVIDENCE_VALID_UNTIL, made->today - 1);
  if (!assay_records_insert (db, evidence, error))
    return FALSE;
  made->evidence = assay_record_get_id (evidence);
  return TRUE;
}

static Made
make (SampleBook *sample)
{
  Made made = { .supplier = sample->ids[ASSAY_TYPE_SUPPLIER],
                .today = assay_context_get_today (sample->context) };
  g_autoptr (GError) error = NULL;

  assay_book_change (sample->book, "Fill", fill, &made, NULL, NULL, &error);
  g_assert_no_error (error);
  return made;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  const char *label = NULL;

  if (GTK_IS_LABEL (widget))
    label = gtk_label_get_label (GTK_LABEL (widget));
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
check_page (AdwNavigationPage *page, const char *const *texts, int width)
{
  GtkWidget *window = show (g_object_ref_sink (page), width);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_true (says (GTK_WIDGET (page), texts[i]));
    }
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, width);
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (100);
  g_assert_finalize_object (page);
}

static void
test_pages (void)
{
  static const char *const flags[]
      = { "Claimed only", "Holder is not the supplier", "Nothing for a product", NULL };
  static const char *const scheme[] = { "Nothing for a product", "What It Does Not Prove", NULL };
  static const char *const listed[] = { "Global Recycled Standard · TE-00012345", NULL };
  SampleBook *sample = sample_book_new (TRUE);
  Made made = make (sample);

  for (int width = 1280; width >= 360; width -= 920)
    {
      check_page (assay_evidence_page_new (sample->context, made.evidence), flags, width);
      check_page (assay_scheme_page_new (sample->context, made.scheme), scheme, width);
      check_page (assay_validity_page_new (sample->context), listed, width);
      check_page (assay_supplier_page_new (sample->context, made.supplier), listed, width);
    }
  sample_book_free (sample);
}

/* Saving writes the look-up and what follows, and one undo takes all of it back. */
static void
test_look_up (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  Made made = make (sample);
  AssayDb *db = assay_book_get_reader (sample->book);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) before
      = assay_records_get (db, ASSAY_TYPE_EVIDENCE, made.evidence, &error);
  g_autoptr (AssayRecord) scheme = assay_records_get (db, ASSAY_TYPE_SCHEME, made.scheme, &error);
  g_autoptr (AssayRecord) verification = assay_look_up_new (before, scheme, "Anna", made.today);
  g_autoptr (AssayRecord) after = NULL;
  g_autoptr (AssayRecord) undone = NULL;
  GtkWidget *window = adw_window_new ();
  AdwDialog *dialog;

  g_assert_cmpstr (assay_record_get_text (verification, ASSAY_VERIFICATION_PLACE), ==,
                   "https://register.example");
  assay_record_set_text (verification, ASSAY_VERIFICATION_RESULT, "verified");
  adw_window_set_content (ADW_WINDOW (window), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_window_present (GTK_WINDOW (window));
  dialog = assay_look_up_dialog_new (sample->context, verification, scheme);
  adw_dialog_present (dialog, window);
  sample_spin (300);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "look-up.save", NULL);
  sample_spin (500);
  after = assay_records_get (db, ASSAY_TYPE_EVIDENCE, made.evidence, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (assay_record_get_text (after, ASSAY_EVIDENCE_STATE), ==, "verified");
  g_assert_true (assay_record_is_known (after, ASSAY_EVIDENCE_NEXT_CHECK_ON));
  assay_book_undo (sample->book, &error);
  g_assert_no_error (error);
  sample_spin (300);
  undone = assay_records_get (db, ASSAY_TYPE_EVIDENCE, made.evidence, &error);
  g_assert_cmpstr (assay_record_get_text (undone, ASSAY_EVIDENCE_STATE), ==, "claimed");
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (100);
  sample_book_free (sample);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/evidence/pages", test_pages);
  g_test_add_func ("/evidence/look-up", test_look_up);
  return g_test_run ();
}
