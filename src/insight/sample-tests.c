/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/sample-tests.h"

#include <glib/gi18n-lib.h>

#include "record/choices.h"
#include "store/query.h"
#include "store/records.h"

/* The fields of test-fields.h stand in the same order in each type. */
#define FIRST_OF_REQUIREMENT ASSAY_REQUIREMENT_POSITION
#define N_SHARED             (ASSAY_REQUIREMENT_SOURCE - ASSAY_REQUIREMENT_POSITION + 1)

G_STATIC_ASSERT ((int)ASSAY_SAMPLE_TEST_SOURCE - (int)ASSAY_SAMPLE_TEST_POSITION + 1
                 == (int)N_SHARED);

static int
compare_positions (gconstpointer a, gconstpointer b, gpointer field)
{
  const AssayRecord *left = *(AssayRecord *const *)a, *right = *(AssayRecord *const *)b;
  gint64 i = assay_record_get_integer (left, GPOINTER_TO_UINT (field), G_MAXINT64);
  gint64 j = assay_record_get_integer (right, GPOINTER_TO_UINT (field), G_MAXINT64);

  if (i == j)
    {
      i = assay_record_get_id (left);
      j = assay_record_get_id (right);
    }
  return i < j ? -1 : i > j;
}

static GPtrArray *
read_owned (
    AssayDb *db, AssayType type, guint owner_field, gint64 owner, guint position, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (type);
  AssayValue value = { .type = ASSAY_VALUE_INTEGER, .integer = owner };
  GPtrArray *records;

  assay_query_add_filter (query, owner_field, ASSAY_FILTER_IS, &value);
  records = assay_query_run_records (query, db, 0, error);
  if (records != NULL)
    g_ptr_array_sort_with_data (records, compare_positions, GUINT_TO_POINTER (position));
  return records;
}

GPtrArray *
assay_sample_tests_read (AssayDb *db, gint64 sample, GError **error)
{
  return read_owned (db, ASSAY_TYPE_SAMPLE_TEST, ASSAY_SAMPLE_TEST_SAMPLE, sample,
                     ASSAY_SAMPLE_TEST_POSITION, error);
}

void
assay_sample_tests_count (AssayRecord *const *tests, guint n, AssaySampleTests *counts)
{
  *counts = (AssaySampleTests){ .n = n };
  for (guint i = 0; i < n; i++)
    {
      AssayTestVerdict verdict;

      assay_sample_test_judge (tests[i], &verdict);
      counts->passed += verdict.outcome == ASSAY_TEST_PASS;
      counts->failed += verdict.outcome == ASSAY_TEST_FAIL;
      counts->open += verdict.outcome == ASSAY_TEST_OPEN;
      counts->accredited_missing
          += verdict.n > 0 && assay_record_get_flag (tests[i], ASSAY_SAMPLE_TEST_ACCREDITED)
             && !assay_record_is_known (tests[i], ASSAY_SAMPLE_TEST_ACCREDITATION);
    }
}

AssayRecord *
assay_sample_test_new_from_requirement (const AssayRecord *requirement)
{
  AssayRecord *test = assay_record_new (ASSAY_TYPE_SAMPLE_TEST);

  assay_record_set_value (test, ASSAY_SAMPLE_TEST_COMPONENT,
                          assay_record_get_value (requirement, ASSAY_REQUIREMENT_COMPONENT));
  for (guint i = 0; i < N_SHARED; i++)
    assay_record_set_value (test, ASSAY_SAMPLE_TEST_POSITION + i,
                            assay_record_get_value (requirement, FIRST_OF_REQUIREMENT + i));
  return test;
}

/* What was asked for, without what came out. */
static AssayRecord *
new_from_test (const AssayRecord *old)
{
  AssayRecord *test = assay_record_new (ASSAY_TYPE_SAMPLE_TEST);

  assay_record_set_value (test, ASSAY_SAMPLE_TEST_COMPONENT,
                          assay_record_get_value (old, ASSAY_SAMPLE_TEST_COMPONENT));
  for (guint i = 0; i < N_SHARED; i++)
    assay_record_set_value (test, ASSAY_SAMPLE_TEST_POSITION + i,
                            assay_record_get_value (old, ASSAY_SAMPLE_TEST_POSITION + i));
  return test;
}

static void
add_part (GString *key, const char *text)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : g_strdup ("");

  g_string_append_printf (key, "%s\x1f", g_strstrip (folded));
}

/* Two tests of the same are not to stand in one sample: what, of which part, how. */
static char *
dup_key (const AssayRecord *test)
{
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%" G_GINT64_FORMAT "\x1f",
                          assay_record_get_reference (test, ASSAY_SAMPLE_TEST_COMPONENT));
  add_part (key, assay_record_get_text (test, ASSAY_SAMPLE_TEST_PROPERTY));
  add_part (key, assay_record_get_text (test, ASSAY_SAMPLE_TEST_METHOD));
  add_part (key, assay_record_get_text (test, ASSAY_SAMPLE_TEST_SPECIMEN));
  add_part (key, assay_record_get_text (test, ASSAY_SAMPLE_TEST_CONDITION));
  return g_string_free_and_steal (key);
}

static GHashTable *
gather_keys (GPtrArray *tests)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < tests->len; i++)
    g_hash_table_add (keys, dup_key (tests->pdata[i]));
  return keys;
}

GPtrArray *
assay_sample_missing_requirements (AssayDb *db, const AssayRecord *sample, GError **error)
{
  gint64 product = assay_record_get_reference (sample, ASSAY_SAMPLE_PRODUCT);
  g_autoptr (GPtrArray) requirements = NULL, tests = NULL;
  g_autoptr (GHashTable) keys = NULL;

  if (product == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);
  requirements = read_owned (db, ASSAY_TYPE_REQUIREMENT, ASSAY_REQUIREMENT_PRODUCT, product,
                             ASSAY_REQUIREMENT_POSITION, error);
  if (requirements == NULL)
    return NULL;
  tests = assay_sample_tests_read (db, assay_record_get_id (sample), error);
  if (tests == NULL)
    return NULL;
  keys = gather_keys (tests);
  for (guint i = requirements->len; i-- > 0;)
    {
      g_autoptr (AssayRecord) test
          = assay_sample_test_new_from_requirement (requirements->pdata[i]);
      g_autofree char *key = dup_key (test);

      if (g_hash_table_contains (keys, key))
        g_ptr_array_remove_index (requirements, i);
    }
  return g_steal_pointer (&requirements);
}

static gboolean
insert_test (AssayDb *db, AssayRecord *test, gint64 sample, guint position, GError **error)
{
  assay_record_set_reference (test, ASSAY_SAMPLE_TEST_SAMPLE, sample);
  assay_record_set_integer (test, ASSAY_SAMPLE_TEST_POSITION, position);
  return assay_records_insert (db, test, error);
}

gboolean
assay_sample_take_requirements (AssayDb *db, gint64 sample, guint *n, GError **error)
{
  g_autoptr (AssayRecord) record = assay_records_get (db, ASSAY_TYPE_SAMPLE, sample, error);
  g_autoptr (GPtrArray) requirements = NULL, tests = NULL;

  *n = 0;
  if (record == NULL)
    return FALSE;
  requirements = assay_sample_missing_requirements (db, record, error);
  tests = requirements != NULL ? assay_sample_tests_read (db, sample, error) : NULL;
  if (tests == NULL)
    return FALSE;
  for (guint i = 0; i < requirements->len; i++)
    {
      g_autoptr (AssayRecord) test
          = assay_sample_test_new_from_requirement (requirements->pdata[i]);

      if (!insert_test (db, test, sample, tests->len + i + 1, error))
        return FALSE;
    }
  *n = requirements->len;
  return TRUE;
}

/* Which round follows; a rejected one is done again. */
static void
advance_round (AssayRecord *next, const AssayRecord *sample)
{
  const char *round = assay_record_get_text (sample, ASSAY_SAMPLE_ROUND);
  const char *verdict = assay_record_get_text (sample, ASSAY_SAMPLE_VERDICT);
  gint64 number = MAX (assay_record_get_integer (sample, ASSAY_SAMPLE_ROUND_NUMBER, 1), 1);

  for (guint i = 0; assay_choices_sample_round[i].value != NULL; i++)
    if (g_strcmp0 (assay_choices_sample_round[i].value, round) == 0
        && (g_strcmp0 (verdict, "approved") == 0
            || g_strcmp0 (verdict, "approved_with_comments") == 0)
        && !g_str_equal (round, "top_of_production") && !g_str_equal (round, "other"))
      {
        assay_record_set_text (next, ASSAY_SAMPLE_ROUND, assay_choices_sample_round[i + 1].value);
        assay_record_set_integer (next, ASSAY_SAMPLE_ROUND_NUMBER, 1);
        return;
      }
  assay_record_set_text (next, ASSAY_SAMPLE_ROUND, round);
  assay_record_set_integer (next, ASSAY_SAMPLE_ROUND_NUMBER, number + 1);
}

/* The number after this one that is free: "S-1009" after "S-1008"; "Blue-2" after "Blue". */
static char *
find_number (AssayDb *db, const char *number)
{
  gsize length = number != NULL ? strlen (number) : 0, digits = length;
  guint64 last;
  g_autofree char *stem = NULL;

  while (digits > 0 && g_ascii_isdigit (number[digits - 1]) && length - digits < 15)
    digits--;
  last = digits < length ? g_ascii_strtoull (number + digits, NULL, 10) : 1;
  stem = digits < length ? g_strndup (number, digits)
                         : g_strdup_printf ("%s-", number != NULL ? number : "S");
  for (guint64 i = last + 1;; i++)
    {
      g_auto (AssayValue) value = ASSAY_VALUE_INIT;
      g_autofree char *one = g_strdup_printf ("%s%0*" G_GUINT64_FORMAT, stem,
                                              (int)(digits < length ? length - digits : 1), i);

      assay_value_set_text (&value, one);
      if (assay_records_find (db, ASSAY_TYPE_SAMPLE, ASSAY_SAMPLE_NUMBER, &value, NULL) <= 0)
        return g_steal_pointer (&one);
    }
}

/* Tests that were asked for besides what the product requires. */
static gboolean
carry_tests (AssayDb *db, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GPtrArray) old = assay_sample_tests_read (db, from, error);
  g_autoptr (GPtrArray) taken = old != NULL ? assay_sample_tests_read (db, to, error) : NULL;
  g_autoptr (GHashTable) keys = NULL;
  guint position;

  if (taken == NULL)
    return FALSE;
  keys = gather_keys (taken);
  position = taken->len;
  for (guint i = 0; i < old->len; i++)
    {
      g_autoptr (AssayRecord) test = new_from_test (old->pdata[i]);
      char *key = dup_key (test);

      if (g_hash_table_add (keys, key) && !insert_test (db, test, to, ++position, error))
        return FALSE;
    }
  return TRUE;
}

gint64
assay_sample_write_next (AssayDb *db, gint64 sample, gint32 today, GError **error)
{
  static const guint kept[]
      = { ASSAY_SAMPLE_PRODUCT,  ASSAY_SAMPLE_VARIANT,  ASSAY_SAMPLE_SUPPLIER,
          ASSAY_SAMPLE_QUANTITY, ASSAY_SAMPLE_CURRENCY, ASSAY_SAMPLE_COURIER };
  g_autoptr (AssayRecord) old = assay_records_get (db, ASSAY_TYPE_SAMPLE, sample, error);
  g_autoptr (AssayRecord) next = assay_record_new (ASSAY_TYPE_SAMPLE);
  g_autofree char *number = NULL;
  gint64 id;
  guint n;

  if (old == NULL)
    return 0;
  number = find_number (db, assay_record_get_text (old, ASSAY_SAMPLE_NUMBER));
  assay_record_set_text (next, ASSAY_SAMPLE_NUMBER, number);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    assay_record_set_value (next, kept[i], assay_record_get_value (old, kept[i]));
  advance_round (next, old);
  assay_record_set_reference (next, ASSAY_SAMPLE_REPEATS, sample);
  assay_record_set_date (next, ASSAY_SAMPLE_REQUESTED_ON, today);
  if (!assay_records_insert (db, next, error))
    return 0;
  id = assay_record_get_id (next);
  return assay_sample_take_requirements (db, id, &n, error) && carry_tests (db, sample, id, error)
             ? id
             : 0;
}

static int
rank_of (const AssayRecord *sample)
{
  const char *round = assay_record_get_text (sample, ASSAY_SAMPLE_ROUND);

  for (int i = 0; assay_choices_sample_round[i].value != NULL; i++)
    if (g_strcmp0 (assay_choices_sample_round[i].value, round) == 0)
      return i;
  return G_MAXINT;
}

static int
compare_rounds (gconstpointer a, gconstpointer b)
{
  const AssayRecord *left = *(AssayRecord *const *)a, *right = *(AssayRecord *const *)b;
  gint64 i = rank_of (left), j = rank_of (right);

  if (i == j)
    {
      i = assay_record_get_integer (left, ASSAY_SAMPLE_ROUND_NUMBER, 1);
      j = assay_record_get_integer (right, ASSAY_SAMPLE_ROUND_NUMBER, 1);
    }
  if (i == j)
    {
      i = assay_record_get_id (left);
      j = assay_record_get_id (right);
    }
  return i < j ? -1 : i > j;
}

GPtrArray *
assay_sample_rounds (AssayDb *db, const AssayRecord *sample, GError **error)
{
  static const guint fields[] = { ASSAY_SAMPLE_PRODUCT, ASSAY_SAMPLE_SUPPLIER };
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_SAMPLE);
  GPtrArray *samples;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (assay_record_is_known (sample, fields[i]))
      assay_query_add_filter (query, fields[i], ASSAY_FILTER_IS,
                              assay_record_get_value (sample, fields[i]));
    else
      assay_query_add_filter (query, fields[i], ASSAY_FILTER_UNKNOWN, NULL);
  samples = assay_query_run_records (query, db, 0, error);
  if (samples != NULL)
    g_ptr_array_sort (samples, compare_rounds);
  return samples;
}
