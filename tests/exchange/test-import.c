/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Imports into a book: real and odd files, all or nothing, trial, cancel, undo, once more. */

#include <glib/gstdio.h>

#include "exchange/importer.h"
#include "exchange/table-export.h"

typedef struct
{
  char *folder;
  char *path;
  AssayBook *book;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("assay-import-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.assay", NULL);
  fixture->book = assay_book_open (fixture->path, ASSAY_BOOK_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_true (assay_book_close (fixture->book, NULL));
  g_assert_finalize_object (fixture->book);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (fixture->folder, name, NULL);

      g_remove (file);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static AssayImportPlan *
plan_for (const char *path, AssayType type, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AssaySurvey) survey = assay_survey_run (file, NULL, NULL, error);

  return survey != NULL ? assay_import_plan_new (survey, type) : NULL;
}

static char *
local (const char *name)
{
  return g_build_filename (g_getenv ("ASSAY_TEST_DATA"), "csv", name, NULL);
}

static char *
shared (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("ASSAY_SHARED_DATA"), folder, name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_test_skip ("the reference data are not here");
  return NULL;
}

static gint64
count (Fixture *fixture, const char *sql)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (assay_book_get_reader (fixture->book), sql, NULL);
  gboolean row;

  g_assert_nonnull (statement);
  g_assert_true (assay_statement_step (statement, &row, NULL));
  return row ? assay_statement_get_int (statement, 0) : -1;
}

static AssayImportResult *
import (Fixture *fixture, const char *path, AssayType type, GError **error)
{
  AssayImportResult *result = NULL;
  g_autoptr (AssayImportPlan) plan = plan_for (path, type, error);

  if (plan != NULL)
    assay_import (fixture->book, plan, NULL, NULL, &result, NULL, error);
  return result;
}

static void
check_mapping (const AssayImportPlan *plan, const char *heading, AssayType type, guint field)
{
  AssaySurvey *survey = assay_import_plan_get_survey (plan);

  for (guint i = 0; i < survey->columns->len; i++)
    if (g_str_equal (assay_survey_get_column (survey, i)->heading, heading))
      {
        const AssayMapping *mapping = assay_import_plan_get_mapping (plan, i);

        g_test_message ("%s", heading);
        g_assert_cmpint (mapping->type, ==, type);
        if (type != ASSAY_TYPE_NONE)
          g_assert_cmpuint (mapping->field, ==, field);
        return;
      }
  g_assert_not_reached ();
}

static void
test_scms_mapping (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = shared ("scms", "scms_delivery_history.csv");
  g_autoptr (AssayImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  plan = plan_for (path, ASSAY_TYPE_ORDER, &error);
  g_assert_no_error (error);
  check_mapping (plan, "PO / SO #", ASSAY_TYPE_ORDER, ASSAY_ORDER_NUMBER);
  check_mapping (plan, "Vendor", ASSAY_TYPE_SUPPLIER, ASSAY_SUPPLIER_NAME);
  check_mapping (plan, "PO Sent to Vendor Date", ASSAY_TYPE_ORDER, ASSAY_ORDER_SENT_ON);
  check_mapping (plan, "Scheduled Delivery Date", ASSAY_TYPE_PROMISE, ASSAY_PROMISE_PROMISED_ON);
  check_mapping (plan, "Delivered to Client Date", ASSAY_TYPE_DELIVERY, ASSAY_DELIVERY_RECEIVED_ON);
  check_mapping (plan, "Delivery Recorded Date", ASSAY_TYPE_NONE, 0);
  check_mapping (plan, "Line Item Quantity", ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_QUANTITY);
  check_mapping (plan, "Pack Price", ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_UNIT_PRICE);
  check_mapping (plan, "Vendor INCO Term", ASSAY_TYPE_ORDER, ASSAY_ORDER_INCOTERM);
  check_mapping (plan, "Shipment Mode", ASSAY_TYPE_ORDER, ASSAY_ORDER_MODE);
  check_mapping (plan, "Freight Cost (USD)", ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_FREIGHT);
  check_mapping (plan, "Weight (Kilograms)", ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_MASS);
  check_mapping (plan, "Item Description", ASSAY_TYPE_PRODUCT, ASSAY_PRODUCT_NAME);
  check_mapping (plan, "ID", ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_REFERENCE);
  check_mapping (plan, "Country", ASSAY_TYPE_ORDER, ASSAY_ORDER_DESTINATION_COUNTRY);
  check_mapping (plan, "Manufacturing Site", ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_SITE);
  check_mapping (plan, "Unit of Measure (Per Pack)", ASSAY_TYPE_NONE, 0);
}

static guint64
count_remarks (const AssayImportRemarks *remarks, const char *column)
{
  guint64 n = 0;

  for (guint i = 0; i < remarks->remarks->len; i++)
    n += g_str_equal (g_array_index (remarks->remarks, AssayImportRemark, i).column, column);
  return n;
}

static void
test_scms (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = shared ("scms", "scms_delivery_history.csv");
  g_autoptr (AssayImportResult) result = NULL;
  g_autoptr (AssayImportResult) again = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  result = import (fixture, path, ASSAY_TYPE_ORDER, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->rows, ==, 10324);
  g_assert_cmpuint (result->created[ASSAY_TYPE_ORDER_LINE], ==, 10324);
  g_assert_cmpuint (result->created[ASSAY_TYPE_ORDER], ==, 6233);
  g_assert_cmpuint (result->created[ASSAY_TYPE_SUPPLIER], ==, 73);
  g_assert_cmpuint (result->created[ASSAY_TYPE_PRODUCT], ==, 184);
  g_assert_cmpuint (result->refused.count, ==, 0);
  /* Counted in the file with another program. */
  g_assert_cmpuint (count_remarks (&result->unknown_values, "PO Sent to Vendor Date"), ==, 5732);
  g_assert_cmpuint (count_remarks (&result->unknown_values, "Vendor INCO Term"), ==, 5404);
  g_assert_cmpuint (count_remarks (&result->unknown_values, "Shipment Mode"), ==, 360);
  /* The published sum of slips and number of lines on time. */
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM order_line WHERE slip <= 0"), ==, 9138);
  g_assert_cmpint (count (fixture, "SELECT sum (slip) FROM order_line"), ==, -62187);
  again = import (fixture, path, ASSAY_TYPE_ORDER, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (assay_import_result_created (again), ==, 0);
  g_assert_cmpuint (again->matched[ASSAY_TYPE_ORDER_LINE], ==, 10324);
}

static void
test_manifest (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gint64 lines; /* -1: refused as a file, -2: rows refused */
  } odd[] = {
    { "01_plain.csv", 2 },
    { "03_utf16le_bom.csv", 2 },
    { "05_utf16le_no_bom.csv", 2 },
    { "07_mixed_newlines.csv", 2 },
    { "09_blank_lines.csv", 2 },
    { "11_unclosed_quote.csv", -1 },
    { "13_ragged_short_long.csv", 2 },
    { "17_sep_line_semicolon.csv", 2 },
    { "19_tab.tsv", 2 },
    { "21_header_only.csv", 0 },
    { "25_double_encoded.csv", 1 },
    { "27_shift_jis.csv", 1 },
    { "29_nul_byte.csv", 1 },
    { "31_excel_mangled.csv", 1 },
    { "33_mixed_date_formats.csv", 3 },
    { "35_numbers.csv", 5 },
    { "37_duplicate_po.csv", -2 },
    { "39_turkish_case.csv", 2 },
    { "41_rtl_and_zero_width.csv", 2 },
    { "43_title_lines_before_header.csv", 2 },
    { "45_very_long_cell.csv", 1 },
    { "47_quotes_all.csv", 2 },
    { "49_backslash_escape.csv", 1 },
    { "51_not_csv_png.csv", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *path = shared ("csv/odd", odd[i].name);
      g_autoptr (AssayImportResult) result = NULL;
      g_autoptr (GError) error = NULL;

      if (path == NULL)
        return;
      g_test_message ("%s", odd[i].name);
      result = import (fixture, path, ASSAY_TYPE_ORDER, &error);
      if (odd[i].lines == -1)
        {
          g_assert_nonnull (error);
          continue;
        }
      if (odd[i].lines == -2)
        g_assert_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_REFUSED);
      else
        {
          g_assert_no_error (error);
          g_assert_cmpint (count (fixture, "SELECT count (*) FROM order_line"), ==, odd[i].lines);
          if (odd[i].lines > 0)
            g_assert_true (assay_book_undo (fixture->book, &error));
          g_assert_no_error (error);
        }
      g_assert_cmpint (count (fixture, "SELECT count (*) FROM order_line"), ==, 0);
      g_assert_cmpint (count (fixture, "SELECT count (*) FROM supplier"), ==, 0);
    }
}

static void
test_dry_run (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = local ("crlf.csv");
  g_autoptr (AssayImportPlan) plan = plan_for (path, ASSAY_TYPE_ORDER, NULL);
  g_autoptr (AssayImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  assay_import_plan_set_dry_run (plan, TRUE);
  g_assert_true (assay_import (fixture->book, plan, NULL, NULL, &result, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (result->done);
  g_assert_cmpuint (result->created[ASSAY_TYPE_ORDER_LINE], ==, 2);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM supplier"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM change"), ==, 0);
  g_assert_null (assay_book_get_undo_label (fixture->book));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = local ("crlf.csv");
  g_autoptr (AssayImportPlan) plan = plan_for (path, ASSAY_TYPE_ORDER, NULL);
  g_autoptr (AssayImportResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (assay_import (fixture->book, plan, NULL, NULL, &result, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM supplier"), ==, 0);
}

static void
test_open_dates (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = local ("open-dates.csv");
  g_autoptr (AssayImportPlan) plan = plan_for (path, ASSAY_TYPE_ORDER, NULL);
  g_autoptr (AssayImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (assay_import_plan_check (plan, &error));
  g_assert_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_AMBIGUOUS);
  g_clear_error (&error);
  assay_import_plan_set_date_order (plan, ASSAY_DATE_ORDER_DMY);
  g_assert_true (assay_import (fixture->book, plan, NULL, NULL, &result, NULL, &error));
  g_assert_no_error (error);
  /* 2025-04-03 */
  g_assert_cmpint (count (fixture, "SELECT min (promised_on) FROM order_line"), ==, 20181);
}

static void
test_map_by_hand (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = shared ("csv/odd", "15_blank_header.csv");
  g_autoptr (AssayImportPlan) plan = NULL;
  g_autoptr (AssayImportPlan) later = NULL;
  g_autoptr (AssayImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  plan = plan_for (path, ASSAY_TYPE_ORDER, NULL);
  g_assert_false (assay_import_plan_check (plan, &error));
  g_assert_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_MAPPING);
  g_clear_error (&error);
  g_assert_false (assay_import_plan_map_text (plan, "#2=order.nothing", NULL));
  g_assert_false (assay_import_plan_map_text (plan, "nothing=order.number", NULL));
  g_assert_true (assay_import_plan_map_text (plan, "#2=order.supplier", &error));
  g_assert_no_error (error);
  g_assert_true (assay_import (fixture->book, plan, NULL, NULL, &result, NULL, &error));
  g_assert_no_error (error);
  /* The next file with these headings needs no hand. */
  later = plan_for (path, ASSAY_TYPE_ORDER, NULL);
  g_assert_true (assay_import_plan_recall (later, assay_book_get_reader (fixture->book), &error));
  g_assert_cmpint (assay_import_plan_get_mapping (later, 1)->origin, ==, ASSAY_MAPPING_REMEMBERED);
  g_assert_true (assay_import_plan_check (later, &error));
}

static void
test_doubts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = shared ("csv/odd", "41_rtl_and_zero_width.csv");
  g_autoptr (AssayImportPlan) plan = NULL;
  g_autoptr (AssayImportResult) result = NULL;
  g_autoptr (AssayImportResult) decided = NULL;
  g_autoptr (GError) error = NULL;
  const AssayImportDoubt *doubt;

  if (path == NULL)
    return;
  plan = plan_for (path, ASSAY_TYPE_ORDER, NULL);
  assay_import_plan_set_dry_run (plan, TRUE);
  g_assert_true (assay_import (fixture->book, plan, NULL, NULL, &result, NULL, &error));
  g_assert_cmpuint (result->created[ASSAY_TYPE_PRODUCT], ==, 2);
  g_assert_cmpuint (result->doubts->len, ==, 1);
  doubt = g_ptr_array_index (result->doubts, 0);
  g_assert_cmpstr (doubt->name, ==, "BP-25L");
  assay_import_plan_decide (plan, ASSAY_TYPE_PRODUCT, doubt->name, doubt->near[0]);
  g_assert_true (assay_import (fixture->book, plan, NULL, NULL, &decided, NULL, &error));
  g_assert_cmpuint (decided->created[ASSAY_TYPE_PRODUCT], ==, 1);
}

static void
test_inspections (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = local ("inspections.csv");
  g_autoptr (AssayImportResult) result = NULL;
  g_autoptr (AssayImportResult) again = NULL;
  g_autoptr (GError) error = NULL;

  result = import (fixture, path, ASSAY_TYPE_INSPECTION, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->created[ASSAY_TYPE_INSPECTION], ==, 2);
  g_assert_cmpuint (result->created[ASSAY_TYPE_DEFECT], ==, 2);
  g_assert_cmpint (count (fixture, "SELECT defective FROM inspection WHERE number = 'R-1'"), ==, 5);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM inspection WHERE defective IS NULL"), ==,
                   1);
  again = import (fixture, path, ASSAY_TYPE_INSPECTION, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (assay_import_result_created (again), ==, 0);
}

static AssayImportResult *
import_text (Fixture *fixture, const char *text, AssayType type)
{
  g_autofree char *path = g_build_filename (fixture->folder, "rows.csv", NULL);
  g_autoptr (GError) error = NULL;
  AssayImportResult *result;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  result = import (fixture, path, type, &error);
  g_assert_no_error (error);
  return result;
}

static guint
count_notes (AssayImportResult *result, const char *words)
{
  guint n = 0;

  for (guint i = 0; i < result->notes.remarks->len; i++)
    if (strstr (g_array_index (result->notes.remarks, AssayImportRemark, i).reason, words) != NULL)
      n++;
  return n;
}

/* A date that moved without a reason is history: it is kept, and said. */
static void
test_promises (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssayImportResult) orders
      = import_text (fixture,
                     "order number,supplier,line,quantity,sent on,promised date\n"
                     "PO-1,Sao Mai,1,100,2026-01-05,2026-03-01\n",
                     ASSAY_TYPE_ORDER);
  g_autoptr (AssayImportResult) moved
      = import_text (fixture,
                     "order number,line,promised for,given on,reason\n"
                     "PO-1,1,2026-03-20,2026-02-10,\n"
                     "PO-1,1,2026-04-01,2026-03-01,material\n"
                     "PO-1,1,2026-04-02,2025-12-24,us\n",
                     ASSAY_TYPE_PROMISE);

  g_assert_cmpuint (orders->refused.count, ==, 0);
  g_assert_cmpuint (moved->refused.count, ==, 0);
  g_assert_cmpuint (moved->created[ASSAY_TYPE_PROMISE], ==, 3);
  g_assert_cmpuint (count_notes (moved, "without a reason"), ==, 1);
  g_assert_cmpuint (count_notes (moved, "before the order was sent"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT promised_on FROM order_line"), ==,
                   count (fixture, "SELECT min (promised_on) FROM promise"));
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  static const guint fields[] = { ASSAY_SUPPLIER_NAME, ASSAY_SUPPLIER_MINIMUM_ORDER };
  g_autofree char *path = local ("formulas.csv");
  g_autoptr (AssayImportResult) result = NULL;
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_SUPPLIER);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint64 rows;

  result = import (fixture, path, ASSAY_TYPE_ORDER, &error);
  g_assert_no_error (error);
  assay_query_set_sort (query, ASSAY_SUPPLIER_NAME, FALSE);
  g_assert_true (assay_table_export_stream (assay_book_get_reader (fixture->book), query, fields, 2,
                                            ASSAY_EXPORT_COLUMN_NAMES, stream, &rows, NULL,
                                            &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rows, ==, 2);
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  g_assert_true (g_str_has_prefix (text, "name,minimum_order\r\n"));
  g_assert_nonnull (strstr (text, "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\",\r\n"));
  g_assert_nonnull (strstr (text, "\"'@SUM(1)\",\r\n"));
}

static void
test_writer (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (AssayCsvWriter) writer = assay_csv_writer_new (stream, 0);
  static const char *const texts[] = { "a", "b,c", "d\"e", "=1", "+1", "-1", "@x", "\tx", " =1" };
  g_autofree char *written = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assay_csv_writer_text (writer, texts[i]);
  assay_csv_writer_number (writer, "-12.5");
  g_assert_true (assay_csv_writer_end_row (writer, NULL, NULL));
  g_assert_true (assay_csv_writer_finish (writer, NULL, NULL));
  written = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                       g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  g_assert_cmpstr (
      written, ==,
      "a,\"b,c\",\"d\"\"e\",\"'=1\",\"'+1\",\"'-1\",\"'@x\",\"'\tx\",\"' =1\",-12.5\r\n");
}

#define ADD(PATH, FUNC) g_test_add (PATH, Fixture, NULL, set_up, FUNC, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/exchange/import/scms-mapping", test_scms_mapping);
  ADD ("/exchange/import/scms", test_scms);
  ADD ("/exchange/import/manifest", test_manifest);
  ADD ("/exchange/import/dry-run", test_dry_run);
  ADD ("/exchange/import/cancelled", test_cancelled);
  ADD ("/exchange/import/open-dates", test_open_dates);
  ADD ("/exchange/import/map-by-hand", test_map_by_hand);
  ADD ("/exchange/import/doubts", test_doubts);
  ADD ("/exchange/import/inspections", test_inspections);
  ADD ("/exchange/import/promises", test_promises);
  ADD ("/exchange/export/table", test_export);
  g_test_add_func ("/exchange/export/writer", test_writer);
  return g_test_run ();
}
