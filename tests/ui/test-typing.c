/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was written on a printed form is typed: the lines have the numbers of the paper, wrong ones
 * are told, right ones are in the draft as if they had been recorded there. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "report/inspection-data.h"
#include "store/book.h"
#include "store/records.h"
#include "ui/init.h"
#include "ui/inspections/form-line.h"
#include "ui/inspections/type-results-dialog.h"

#define N_TYPES      7
#define N_CHECKS     6
#define N_QUANTITIES 5

typedef struct
{
  char *folder;
  AssayBook *book;
  gint64 inspection;
  AssayInspectionDraft *draft;
  GPtrArray *rows;
} Fixture;

static gint64
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  return assay_record_get_id (record);
}

static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  static const char *const classes[] = { "critical", "major", "minor" };
  static const char *const kinds[N_CHECKS]
      = { "yes_no", "measured", "choice", "count", "drop", "code" };
  Fixture *fixture = data;
  g_autoptr (AssayRecord) inspection = assay_record_new (ASSAY_TYPE_INSPECTION);

  assay_record_set_text (inspection, ASSAY_INSPECTION_NUMBER, "FRI-1");
  assay_record_set_integer (inspection, ASSAY_INSPECTION_LOT_SIZE, 1200);
  assay_record_set_integer (inspection, ASSAY_INSPECTION_PRESENTED, 1100);
  fixture->inspection = insert (db, inspection);
  for (guint i = 0; i < N_TYPES; i++)
    {
      g_autoptr (AssayRecord) type = assay_record_new (ASSAY_TYPE_DEFECT_TYPE);
      g_autofree char *code = g_strdup_printf ("D%u", N_TYPES - i);

      assay_record_set_text (type, ASSAY_DEFECT_TYPE_CODE, code);
      assay_record_set_text (type, ASSAY_DEFECT_TYPE_NAME, "Loose seam");
      assay_record_set_text (type, ASSAY_DEFECT_TYPE_CATEGORY, i % 2 == 0 ? "Zip" : "Fabric");
      assay_record_set_text (type, ASSAY_DEFECT_TYPE_CLASS, classes[i % 3]);
      insert (db, type);
    }
  for (guint i = 0; i < N_CHECKS; i++)
    {
      g_autoptr (AssayRecord) check = assay_record_new (ASSAY_TYPE_CHECKPOINT);

      assay_record_set_reference (check, ASSAY_CHECKPOINT_INSPECTION, fixture->inspection);
      assay_record_set_text (check, ASSAY_CHECKPOINT_NAME, kinds[i]);
      assay_record_set_text (check, ASSAY_CHECKPOINT_KIND, kinds[i]);
      assay_record_set_integer (check, ASSAY_CHECKPOINT_POSITION, i + 1);
      if (i == 1)
        assay_record_set_integer (check, ASSAY_CHECKPOINT_SAMPLE_SIZE, 3);
      if (i == 2)
        assay_record_set_text (check, ASSAY_CHECKPOINT_OPTIONS, "Navy|Black|Sand");
      insert (db, check);
    }
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (AssayLoadedInspection) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("assay-typing-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "test.assay", NULL);
  fixture->book = assay_book_open (path, ASSAY_BOOK_CREATE, &error);
  g_assert_no_error (error);
  assay_book_change (fixture->book, "Fill", fill, fixture, NULL, NULL, &error);
  g_assert_no_error (error);
  loaded = assay_loaded_inspection_read (assay_book_get_reader (fixture->book), fixture->inspection,
                                         &error);
  g_assert_no_error (error);
  fixture->draft = assay_inspection_draft_new (loaded);
  fixture->rows = assay_form_typing_rows (fixture->draft, fixture->book);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "test.assay", NULL);

  g_ptr_array_unref (fixture->rows);
  g_object_unref (fixture->draft);
  assay_book_close (fixture->book, NULL);
  g_object_unref (fixture->book);
  g_remove (path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static const AssayFormRow *
get_row (Fixture *fixture, guint i)
{
  return g_ptr_array_index (fixture->rows, i);
}

static AssayRecord *
get_check (Fixture *fixture, guint i)
{
  return get_row (fixture, N_QUANTITIES + N_TYPES + ASSAY_FORM_OTHERS + i)->record;
}

/* The printed form and the page have the same lines. */
static void
test_same_numbers (Fixture *fixture, gconstpointer unused)
{
  AssayDb *db = assay_book_get_reader (fixture->book);
  g_autoptr (AssayReportBrand) brand = assay_report_brand_new (NULL, NULL, ASSAY_UNITS_METRIC);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayInspectionData) data = assay_inspection_data_read (
      db, fixture->inspection, ASSAY_REPORT_BLANK_FORM, brand, NULL, &error);
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();
  g_autoptr (GPtrArray) paper = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < data->checks->len; i++)
    g_ptr_array_add (checks, ((AssayReportItem *)g_ptr_array_index (data->checks, i))->record);
  paper = assay_form_rows_new (data->inspection, data->defect_types, checks);
  g_assert_cmpuint (paper->len, ==, N_QUANTITIES + N_TYPES + ASSAY_FORM_OTHERS + N_CHECKS);
  g_assert_cmpuint (paper->len, ==, fixture->rows->len);
  for (guint i = 0; i < paper->len; i++)
    {
      const AssayFormRow *one = g_ptr_array_index (paper, i);
      const AssayFormRow *two = get_row (fixture, i);

      g_assert_cmpuint (one->number, ==, two->number);
      g_assert_cmpint (one->kind, ==, two->kind);
      g_assert_cmpuint (one->field, ==, two->field);
      g_assert_cmpint (one->record != NULL ? assay_record_get_id (one->record) : 0, ==,
                       two->record != NULL ? assay_record_get_id (two->record) : 0);
    }
}

static void
test_wrong (Fixture *fixture, gconstpointer unused)
{
  const guint defect = N_QUANTITIES;
  const guint other = N_QUANTITIES + N_TYPES;
  const guint check = other + ASSAY_FORM_OTHERS;
  const struct
  {
    guint row;
    AssayTyped typed;
    gboolean right;
  } cases[] = {
    { 0, { .answer = "1200" }, TRUE },
    { 0, { .answer = "many" }, FALSE },
    { 0, { .answer = "-3" }, FALSE },
    { defect, { .counts = { "1", "", "" } }, TRUE },
    { defect, { .counts = { "x", "", "" } }, FALSE },
    { defect, { .counts = { "", "2", "" }, .extra = "3, 7" }, TRUE },
    { defect, { .counts = { "", "2", "" }, .extra = "3, seven" }, FALSE },
    { defect, { .counts = { "", "2", "1" }, .extra = "3, 7, 9" }, FALSE },
    { other, { .counts = { "", "2", "" } }, FALSE },
    { other, { .name = "Smells", .counts = { "", "2", "" } }, TRUE },
    { check, { .answer = "y" }, TRUE },
    { check, { .answer = "No" }, TRUE },
    { check, { .answer = "-" }, TRUE },
    { check, { .answer = "maybe" }, FALSE },
    { check + 1, { .answer = "1.5 2 2.5" }, TRUE },
    { check + 1, { .answer = "1.5 two" }, FALSE },
    { check + 2, { .answer = "2" }, TRUE },
    { check + 2, { .answer = "sand" }, TRUE },
    { check + 2, { .answer = "4" }, FALSE },
    { check + 3, { .answer = "12" }, TRUE },
    { check + 3, { .answer = "a dozen" }, FALSE },
    { check + 4, { .answer = "3", .extra = "12.5" }, TRUE },
    { check + 4, { .answer = "4" }, FALSE },
    { check + 4, { .answer = "1", .extra = "heavy" }, FALSE },
    { check + 5, { .answer = "4006381333931" }, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *problem
          = assay_form_typing_check (get_row (fixture, cases[i].row), &cases[i].typed);

      g_test_message ("case %u: %s", i, problem != NULL ? problem : "right");
      g_assert_cmpint (problem == NULL, ==, cases[i].right);
    }
}

static void
type (Fixture *fixture, guint i, AssayTyped typed)
{
  assay_form_typing_apply (fixture->draft, get_row (fixture, i), &typed);
}

static void
test_apply (Fixture *fixture, gconstpointer unused)
{
  AssayRecord *inspection = assay_inspection_draft_get_record (fixture->draft);
  GListModel *defects = G_LIST_MODEL (assay_inspection_draft_get_defects (fixture->draft));
  const guint check = N_QUANTITIES + N_TYPES + ASSAY_FORM_OTHERS;
  g_autoptr (AssayDraftDefect) first = NULL;
  g_autoptr (AssayDraftDefect) last = NULL;

  type (fixture, 1, (AssayTyped){ .answer = "990" });
  type (fixture, N_QUANTITIES + 2, (AssayTyped){ .counts = { "", "2", "5" } });
  type (fixture, N_QUANTITIES + N_TYPES, (AssayTyped){ .name = "Smells", .extra = "3, 7-9" });
  type (fixture, check, (AssayTyped){ .answer = "n" });
  type (fixture, check + 1, (AssayTyped){ .answer = "1.5 2 2.5" });
  type (fixture, check + 2, (AssayTyped){ .answer = "2" });
  type (fixture, check + 3, (AssayTyped){ .answer = "12" });
  type (fixture, check + 4, (AssayTyped){ .answer = "2", .extra = "12.5" });
  type (fixture, check + 5, (AssayTyped){ .answer = "-" });

  g_assert_cmpint (assay_record_get_integer (inspection, ASSAY_INSPECTION_PACKED, -1), ==, 990);
  g_assert_cmpint (assay_record_get_integer (inspection, ASSAY_INSPECTION_PRESENTED, -1), ==, 1100);
  g_assert_cmpuint (g_list_model_get_n_items (defects), ==, 3);
  first = g_list_model_get_item (defects, 0);
  g_assert_cmpint (assay_draft_defect_get_class (first), ==, ASSAY_CLASS_MAJOR);
  g_assert_cmpint (
      assay_record_get_integer (assay_draft_defect_get_record (first), ASSAY_DEFECT_COUNT, -1), ==,
      2);
  g_assert_cmpint (
      assay_record_get_reference (assay_draft_defect_get_record (first), ASSAY_DEFECT_DEFECT_TYPE),
      ==, assay_record_get_id (get_row (fixture, N_QUANTITIES + 2)->record));
  last = g_list_model_get_item (defects, 2);
  g_assert_cmpint (
      assay_record_get_integer (assay_draft_defect_get_record (last), ASSAY_DEFECT_COUNT, -1), ==,
      4);
  g_assert_cmpstr (assay_record_get_text (get_check (fixture, 0), ASSAY_CHECKPOINT_ANSWER), ==,
                   "no");
  g_assert_cmpstr (assay_record_get_text (get_check (fixture, 1), ASSAY_CHECKPOINT_READINGS), ==,
                   "1.5; 2; 2.5");
  g_assert_cmpstr (assay_record_get_text (get_check (fixture, 2), ASSAY_CHECKPOINT_ANSWER), ==,
                   "Black");
  g_assert_cmpstr (assay_record_get_text (get_check (fixture, 3), ASSAY_CHECKPOINT_ANSWER), ==,
                   "12");
  g_assert_cmpstr (assay_record_get_text (get_check (fixture, 4), ASSAY_CHECKPOINT_ANSWER), ==,
                   "carton");
  g_assert_cmpstr (assay_record_get_text (get_check (fixture, 4), ASSAY_CHECKPOINT_READINGS), ==,
                   "12.5");
  g_assert_cmpstr (assay_record_get_text (get_check (fixture, 5), ASSAY_CHECKPOINT_RESULT), ==,
                   "not_applicable");
}

/* The lines of the dialog, in order. */
static void
collect_lines (GtkWidget *widget, GPtrArray *lines)
{
  if (ASSAY_IS_FORM_LINE (widget))
    {
      g_ptr_array_add (lines, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_lines (child, lines);
}

/* The first entry that shows. */
static GtkWidget *
find_entry (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_ENTRY (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
spin (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_dialog (Fixture *fixture, gconstpointer unused)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());
  AssayTypeResultsDialog *dialog = assay_type_results_dialog_new (fixture->draft, fixture->book);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  GtkWidget *first;
  GtkWidget *second;
  GtkWidget *focus;

  gtk_window_set_default_size (window, 700, 700);
  gtk_window_present (window);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
  spin (300);
  collect_lines (GTK_WIDGET (dialog), lines);
  g_assert_cmpuint (lines->len, ==, fixture->rows->len);
  first = find_entry (g_ptr_array_index (lines, 1));
  second = find_entry (g_ptr_array_index (lines, 2));
  gtk_widget_grab_focus (first);
  gtk_editable_set_text (GTK_EDITABLE (first), "several");
  g_signal_emit_by_name (first, "activate");
  g_assert_false (assay_type_results_dialog_apply (dialog));
  gtk_editable_set_text (GTK_EDITABLE (first), "990");
  g_signal_emit_by_name (first, "activate");
  spin (50);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, second));
  g_assert_true (assay_type_results_dialog_apply (dialog));
  g_assert_cmpint (assay_record_get_integer (assay_inspection_draft_get_record (fixture->draft),
                                             ASSAY_INSPECTION_PACKED, -1),
                   ==, 990);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  gtk_window_destroy (window);
  spin (50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  adw_init ();
  assay_ui_init ();
#define ADD(NAME, FUNC) g_test_add ("/ui/typing/" NAME, Fixture, NULL, set_up, FUNC, tear_down)
  ADD ("same-numbers", test_same_numbers);
  ADD ("wrong", test_wrong);
  ADD ("apply", test_apply);
  ADD ("dialog", test_dialog);
#undef ADD
  return g_test_run ();
}
