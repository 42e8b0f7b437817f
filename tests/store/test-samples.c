/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is derived of samples and their tests follows what is written, and undo. */

#include "store/records.h"
#include "support/temp-book.h"

static gint64
add_sample (TempBook *temp)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SAMPLE);

  assay_record_set_text (record, ASSAY_SAMPLE_NUMBER, "S-1");
  temp_book_save (temp, "Sample", record);
  return assay_record_get_id (record);
}

static gint64
add_test (TempBook *temp, gint64 sample, gint64 lower, const char *readings)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SAMPLE_TEST);

  assay_record_set_reference (record, ASSAY_SAMPLE_TEST_SAMPLE, sample);
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_PROPERTY, "Tear strength");
  assay_record_set_integer (record, ASSAY_SAMPLE_TEST_LOWER, lower);
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_READINGS, readings);
  temp_book_save (temp, "Test", record);
  return assay_record_get_id (record);
}

static void
set_text (TempBook *temp, AssayType type, gint64 id, guint field, const char *text)
{
  g_autoptr (AssayRecord) record = temp_book_get (temp, type, id);

  assay_record_set_text (record, field, text);
  temp_book_save (temp, "Set", record);
}

static void
assert_text (TempBook *temp, AssayType type, gint64 id, guint field, const char *text)
{
  g_autoptr (AssayRecord) record = temp_book_get (temp, type, id);

  g_assert_cmpstr (assay_record_get_text (record, field), ==, text);
}

static void
assert_value (TempBook *temp, gint64 test, gint64 value)
{
  g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_SAMPLE_TEST, test);

  g_assert_cmpint (assay_record_get_integer (record, ASSAY_SAMPLE_TEST_VALUE, -1), ==, value);
}

static void
assert_results (
    TempBook *temp, gint64 sample, const char *of_sample, gint64 test, const char *of_test)
{
  assert_text (temp, ASSAY_TYPE_SAMPLE, sample, ASSAY_SAMPLE_RESULT, of_sample);
  assert_text (temp, ASSAY_TYPE_SAMPLE_TEST, test, ASSAY_SAMPLE_TEST_RESULT, of_test);
}

static void
test_result (TempBook *temp, gconstpointer data)
{
  gint64 sample = add_sample (temp), first, second;
  g_autoptr (GError) error = NULL;

  assert_text (temp, ASSAY_TYPE_SAMPLE, sample, ASSAY_SAMPLE_RESULT, NULL);
  first = add_test (temp, sample, 25000, NULL);
  assert_results (temp, sample, "pending", first, "pending");
  assert_value (temp, first, -1);
  set_text (temp, ASSAY_TYPE_SAMPLE_TEST, first, ASSAY_SAMPLE_TEST_READINGS, "25; 26");
  assert_results (temp, sample, "pass", first, "pass");
  assert_value (temp, first, 25500);
  second = add_test (temp, sample, 25000, "20");
  assert_results (temp, sample, "fail", second, "fail");
  /* The limit alone changes the verdict too. */
  {
    g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_SAMPLE_TEST, second);

    assay_record_set_integer (record, ASSAY_SAMPLE_TEST_LOWER, 20000);
    temp_book_save (temp, "Set", record);
  }
  assert_results (temp, sample, "pass", second, "pass");
  set_text (temp, ASSAY_TYPE_SAMPLE_TEST, second, ASSAY_SAMPLE_TEST_READINGS, NULL);
  assert_results (temp, sample, "pending", second, "pending");
  g_assert_true (temp_book_delete (temp, ASSAY_TYPE_SAMPLE_TEST, second, &error));
  g_assert_no_error (error);
  assert_text (temp, ASSAY_TYPE_SAMPLE, sample, ASSAY_SAMPLE_RESULT, "pass");
  /* With everything that it owns. */
  g_assert_true (temp_book_delete (temp, ASSAY_TYPE_SAMPLE, sample, &error));
  g_assert_no_error (error);
}

static void
test_moves (TempBook *temp, gconstpointer data)
{
  gint64 from = add_sample (temp), to, test = add_test (temp, from, 25000, "20");
  g_autoptr (AssayRecord) other = assay_record_new (ASSAY_TYPE_SAMPLE);
  g_autoptr (AssayRecord) record = NULL;

  assay_record_set_text (other, ASSAY_SAMPLE_NUMBER, "S-2");
  temp_book_save (temp, "Sample", other);
  to = assay_record_get_id (other);
  record = temp_book_get (temp, ASSAY_TYPE_SAMPLE_TEST, test);
  assay_record_set_reference (record, ASSAY_SAMPLE_TEST_SAMPLE, to);
  temp_book_save (temp, "Move", record);
  assert_text (temp, ASSAY_TYPE_SAMPLE, from, ASSAY_SAMPLE_RESULT, NULL);
  assert_text (temp, ASSAY_TYPE_SAMPLE, to, ASSAY_SAMPLE_RESULT, "fail");
}

static void
test_state (TempBook *temp, gconstpointer data)
{
  gint64 sample = add_sample (temp);
  static const struct
  {
    guint field;
    const char *text; /* NULL: a day */
    const char *state;
  } steps[] = {
    { ASSAY_SAMPLE_REQUESTED_ON, NULL, "requested" },
    { ASSAY_SAMPLE_SENT_ON, NULL, "on_its_way" },
    { ASSAY_SAMPLE_RECEIVED_ON, NULL, "received" },
    { ASSAY_SAMPLE_VERDICT, "rejected", "decided" },
    { ASSAY_SAMPLE_VERDICT, "pending", "received" },
  };

  assert_text (temp, ASSAY_TYPE_SAMPLE, sample, ASSAY_SAMPLE_STATE, "requested");
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_SAMPLE, sample);

      if (steps[i].text != NULL)
        assay_record_set_text (record, steps[i].field, steps[i].text);
      else
        assay_record_set_date (record, steps[i].field, temp_book_date ("2026-03-02"));
      temp_book_save (temp, "Set", record);
      assert_text (temp, ASSAY_TYPE_SAMPLE, sample, ASSAY_SAMPLE_STATE, steps[i].state);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add (name, TempBook, NULL, temp_book_set_up, function, temp_book_tear_down)
  ADD ("/samples/result", test_result);
  ADD ("/samples/moves", test_moves);
  ADD ("/samples/state", test_state);
  return g_test_run ();
}
