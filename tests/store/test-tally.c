/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers of an inspection follow its defects: at once, after undo, and only where there are
 * any. */

#include "store/records.h"
#include "support/temp-book.h"

typedef struct
{
  const char *defect_class;
  gint64 count;
  const char *units, *sample;
} Row;

static const guint found[] = { ASSAY_INSPECTION_DEFECTIVE_CRITICAL,
                               ASSAY_INSPECTION_DEFECTIVE_MAJOR, ASSAY_INSPECTION_DEFECTIVE_MINOR };
static const guint first[] = { ASSAY_INSPECTION_FIRST_CRITICAL, ASSAY_INSPECTION_FIRST_MAJOR,
                               ASSAY_INSPECTION_FIRST_MINOR };

static gint64
add_inspection (TempBook *temp)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_INSPECTION);

  assay_record_set_reference (record, ASSAY_INSPECTION_SUPPLIER,
                              temp_book_add_supplier (temp, "Alpha", "VN"));
  assay_record_set_integer (record, ASSAY_INSPECTION_INSPECTED, 50);
  temp_book_save (temp, "Inspect", record);
  return assay_record_get_id (record);
}

static gint64
add_defect (TempBook *temp, gint64 inspection, const Row *row)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_DEFECT);

  assay_record_set_reference (record, ASSAY_DEFECT_INSPECTION, inspection);
  assay_record_set_text (record, ASSAY_DEFECT_DESCRIPTION, "Open seam");
  assay_record_set_text (record, ASSAY_DEFECT_CLASS, row->defect_class);
  assay_record_set_integer (record, ASSAY_DEFECT_COUNT, row->count);
  if (row->units != NULL)
    assay_record_set_text (record, ASSAY_DEFECT_UNITS, row->units);
  if (row->sample != NULL)
    assay_record_set_text (record, ASSAY_DEFECT_SAMPLE, row->sample);
  temp_book_save (temp, "Defect", record);
  return assay_record_get_id (record);
}

/* @numbers: critical, major, minor; -1 is unknown. */
static void
assert_numbers (TempBook *temp, gint64 id, const guint fields[3], const gint64 numbers[3])
{
  g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_INSPECTION, id);

  for (int i = 0; i < 3; i++)
    g_assert_cmpint (assay_record_get_integer (record, fields[i], -1), ==, numbers[i]);
}

static gint64
defective (TempBook *temp, gint64 id)
{
  g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_INSPECTION, id);

  return assay_record_get_integer (record, ASSAY_INSPECTION_DEFECTIVE, -1);
}

static void
set (TempBook *temp, gint64 id, guint field, const AssayValue *value)
{
  g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_INSPECTION, id);

  assay_record_set_value (record, field, value);
  temp_book_save (temp, "Set", record);
}

static void
test_units (TempBook *temp, gconstpointer data)
{
  static const Row rows[] = { { "minor", 3, "3, 7, 9", NULL },
                              { "major", 2, "7-8", NULL },
                              { "minor", 2, NULL, NULL } };
  gint64 id = add_inspection (temp), last = 0;
  g_autoptr (GError) error = NULL;

  assert_numbers (temp, id, found, (gint64[]){ -1, -1, -1 });
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    last = add_defect (temp, id, &rows[i]);
  assert_numbers (temp, id, found, (gint64[]){ 0, 2, 4 });
  assert_numbers (temp, id, first, (gint64[]){ -1, -1, -1 });
  g_assert_cmpint (defective (temp, id), ==, 6);

  g_assert_true (temp_book_delete (temp, ASSAY_TYPE_DEFECT, last, &error));
  g_assert_no_error (error);
  assert_numbers (temp, id, found, (gint64[]){ 0, 2, 2 });
  g_assert_true (assay_book_undo (temp->book, &error));
  g_assert_no_error (error);
  assert_numbers (temp, id, found, (gint64[]){ 0, 2, 4 });
}

static void
test_defects (TempBook *temp, gconstpointer data)
{
  static const Row rows[] = { { "minor", 6, "3, 7, 9", NULL },
                              { "major", 2, "7-8", NULL },
                              { "minor", 60, NULL, NULL } };
  AssayValue defects = { .type = ASSAY_VALUE_TEXT, .text = (char *)"defects" };
  gint64 id = add_inspection (temp);

  set (temp, id, ASSAY_INSPECTION_BASIS, &defects);
  add_defect (temp, id, &rows[0]);
  add_defect (temp, id, &rows[1]);
  assert_numbers (temp, id, found, (gint64[]){ 0, 2, 6 });
  g_assert_cmpint (defective (temp, id), ==, 4);
  /* Sixty more may well sit on the fifty units that were looked at. */
  add_defect (temp, id, &rows[2]);
  assert_numbers (temp, id, found, (gint64[]){ 0, 2, 66 });
  g_assert_cmpint (defective (temp, id), ==, 50);
}

static void
test_two_samples (TempBook *temp, gconstpointer data)
{
  static const Row rows[] = { { "major", 2, "1, 2", "first" },
                              { "major", 1, NULL, NULL },
                              { "major", 1, "2", "second" } };
  AssayValue size = { .type = ASSAY_VALUE_INTEGER, .integer = 32 };
  gint64 id = add_inspection (temp);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    add_defect (temp, id, &rows[i]);
  /* In a single sample unit 2 is one unit. */
  assert_numbers (temp, id, found, (gint64[]){ 0, 3, 0 });
  assert_numbers (temp, id, first, (gint64[]){ -1, -1, -1 });
  set (temp, id, ASSAY_INSPECTION_SECOND_SAMPLE_MAJOR, &size);
  assert_numbers (temp, id, found, (gint64[]){ 0, 4, 0 });
  assert_numbers (temp, id, first, (gint64[]){ 0, 3, 0 });
}

/* Without defects one by one what was typed or imported stays. */
static void
test_typed (TempBook *temp, gconstpointer data)
{
  AssayValue five = { .type = ASSAY_VALUE_INTEGER, .integer = 5 };
  gint64 id = add_inspection (temp);

  set (temp, id, ASSAY_INSPECTION_DEFECTIVE_MINOR, &five);
  set (temp, id, ASSAY_INSPECTION_FIRST_MINOR, &five);
  assert_numbers (temp, id, found, (gint64[]){ -1, -1, 5 });
  assert_numbers (temp, id, first, (gint64[]){ -1, -1, 5 });
  g_assert_cmpint (defective (temp, id), ==, 5);
}

#define ADD(path, test)                                                                            \
  g_test_add (path, TempBook, NULL, temp_book_set_up, test, temp_book_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/tally/units", test_units);
  ADD ("/tally/defects", test_defects);
  ADD ("/tally/two-samples", test_two_samples);
  ADD ("/tally/typed", test_typed);
  return g_test_run ();
}
