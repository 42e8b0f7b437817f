/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Laboratory tests: the newest of each component decides, held against the limit of the need. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "insight/claim-proof.h"
#include "record/readings.h"
#include "store/records.h"
#include "store/sample-verdict.h"

#define NONE G_MININT64

/* One test, as it stands in a row. */
typedef struct
{
  gint64 id, component;
  gint64 value; /* thousandths; NONE when unknown */
  gint32 tested_on;
  gboolean in_house;
  const char *property, *unit, *result, *sample, *component_name;
} Test;

/* The newest first. */
static const char tests_sql[]
    = "SELECT t.id, coalesce (t.component, 0), t.value, coalesce (t.tested_on, s.received_on), "
      "t.place, t.property, t.method, t.unit, t.result, s.number, c.name "
      "FROM sample_test AS t JOIN sample AS s ON s.id = t.sample "
      "LEFT JOIN component AS c ON c.id = t.component "
      "WHERE s.product = ?1 AND (?2 = 0 OR t.component = ?2) "
      "ORDER BY coalesce (t.tested_on, s.received_on) DESC, t.id DESC";

/* Whether one of @words, separated by "|", stands in @text. */
static gboolean
has_word (const char *words, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (words, "|", -1);
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = g_utf8_casefold (g_strstrip (parts[i]), -1);

      if (*part != '\0' && strstr (folded, part) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Parts per million of mass are milligrams in a kilogram. */
static char *
fold_unit (const char *unit)
{
  g_autofree char *folded = g_utf8_casefold (unit, -1);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (*p != ' ')
      g_string_append_c (plain, *p);
  if (g_str_equal (plain->str, "ppm"))
    g_string_assign (plain, "mg/kg");
  return g_strdup (plain->str);
}

static gboolean
same_unit (const char *a, const char *b)
{
  g_autofree char *left = fold_unit (a);
  g_autofree char *right = fold_unit (b);

  return g_str_equal (left, right);
}

static char *
value_words (gint64 value, const char *unit)
{
  g_autofree char *number = assay_reading_format (value, TRUE);

  return unit != NULL ? g_strdup_printf ("%s %s", number, unit) : g_steal_pointer (&number);
}

/* The test's own verdict, where the need has no limit. */
static char *
judge_result (const Test *test, AssayNeedState *state)
{
  if (g_strcmp0 (test->result, "pass") == 0)
    {
      *state = ASSAY_NEED_MET;
      return g_strdup (_ ("passed"));
    }
  if (g_strcmp0 (test->result, "fail") == 0)
    {
      *state = ASSAY_NEED_MISSING;
      return g_strdup (_ ("failed"));
    }
  return g_strdup (_ ("no result yet"));
}

/* "> 100 mg/kg" where all that is known is that it is more. */
static char *
verdict_words (const AssayTestVerdict *verdict, const char *unit)
{
  g_autofree char *value = value_words (verdict->value, unit);

  return verdict->bound == 0 ? g_steal_pointer (&value)
                             : g_strdup_printf ("%s %s", verdict->bound > 0 ? ">" : "<", value);
}

/* Against the limit of the law: the same specimens, judged the same way, and as many as there are.
 */
static char *
judge_limit (const AssayRecord *need,
             const Test *test,
             const AssayRecord *record,
             AssayNeedState *state)
{
  gint64 upper = assay_record_get_integer (need, ASSAY_CLAIM_NEED_UPPER, NONE);
  gint64 lower = assay_record_get_integer (need, ASSAY_CLAIM_NEED_LOWER, NONE);
  const char *unit = assay_record_get_text (need, ASSAY_CLAIM_NEED_UNIT);
  g_autofree char *value = NULL, *bound = NULL;
  AssayTestVerdict verdict;
  AssayTestLimit limit;

  *state = ASSAY_NEED_PARTLY;
  if (upper == NONE && lower == NONE)
    return judge_result (test, state);
  assay_sample_test_limit (record, &limit);
  limit.kind = upper == NONE   ? ASSAY_LIMIT_AT_LEAST
               : lower == NONE ? ASSAY_LIMIT_AT_MOST
                               : ASSAY_LIMIT_BETWEEN;
  limit.lower = lower;
  limit.upper = upper != NONE ? upper : G_MAXINT64;
  limit.wanted = 0;
  assay_sample_test_judge_by (record, &limit, &verdict);
  if (!verdict.has_value)
    return g_strdup (_ ("no result yet"));
  value = verdict_words (&verdict, test->unit);
  if (unit != NULL && (test->unit == NULL || !same_unit (unit, test->unit)))
    return g_strdup_printf (_ ("%s, while the limit is in %s"), value, unit);
  if (verdict.outcome == ASSAY_TEST_OPEN)
    return g_strdup_printf (_ ("%s, which does not say whether the limit is kept"), value);
  *state = verdict.outcome == ASSAY_TEST_PASS ? ASSAY_NEED_MET : ASSAY_NEED_MISSING;
  if (verdict.outcome == ASSAY_TEST_PASS)
    return g_steal_pointer (&value);
  if (upper != NONE && (lower == NONE || verdict.most > upper))
    {
      bound = value_words (upper, unit);
      return g_strdup_printf (_ ("%s, above the limit of %s"), value, bound);
    }
  bound = value_words (lower, unit);
  return g_strdup_printf (_ ("%s, below the limit of %s"), value, bound);
}

static gboolean
add_test (AssayProofContext *context, AssayNeedSupport *support, const Test *test, GError **error)
{
  gint32 oldest = assay_proof_oldest_day (context, support);
  g_autoptr (AssayRecord) record
      = assay_records_get (context->db, ASSAY_TYPE_SAMPLE_TEST, test->id, error);
  AssayNeedState state;
  g_autofree char *words = NULL, *title = NULL;
  const char *fault = NULL;

  if (record == NULL)
    return FALSE;
  words = judge_limit (support->need, test, record, &state);
  if (state == ASSAY_NEED_MET && test->in_house)
    fault = _ ("in-house, not by a laboratory");
  else if (state == ASSAY_NEED_MET && oldest != ASSAY_DATE_UNKNOWN
           && test->tested_on == ASSAY_DATE_UNKNOWN)
    fault = _ ("not dated");
  else if (state == ASSAY_NEED_MET && oldest != ASSAY_DATE_UNKNOWN && test->tested_on < oldest)
    fault = _ ("too old");
  title = test->component_name != NULL
              ? g_strdup_printf ("%s · %s · %s", test->property, test->component_name, test->sample)
              : g_strdup_printf ("%s · %s", test->property, test->sample);
  assay_need_support_take_item (support, ASSAY_TYPE_SAMPLE_TEST, test->id, title,
                                fault != NULL ? g_strdup_printf ("%s, %s", words, fault)
                                              : g_steal_pointer (&words),
                                fault != NULL ? ASSAY_NEED_PARTLY : state);
  return TRUE;
}

static void
read_test (AssayStatement *statement, Test *test)
{
  const char *place = assay_statement_get_text (statement, 4);

  *test = (Test){
    .id = assay_statement_get_int (statement, 0),
    .component = assay_statement_get_int (statement, 1),
    .value = assay_statement_is_null (statement, 2) ? NONE : assay_statement_get_int (statement, 2),
    .tested_on = assay_statement_is_null (statement, 3)
                     ? ASSAY_DATE_UNKNOWN
                     : (gint32)assay_statement_get_int (statement, 3),
    .in_house = g_strcmp0 (place, "in_house") == 0,
    .property = assay_statement_get_text (statement, 5),
    .unit = assay_statement_get_text (statement, 7),
    .result = assay_statement_get_text (statement, 8),
    .sample = assay_statement_get_text (statement, 9),
    .component_name = assay_statement_get_text (statement, 10),
  };
}

/* A report that is filed says that there was a test, not what came out of it. */
static void
add_reports (AssayProofContext *context, AssayNeedSupport *support, const char *words)
{
  gint64 product = assay_record_get_id (context->product);

  for (guint i = 0; i < context->evidence->len; i++)
    {
      AssayRecord *evidence = g_ptr_array_index (context->evidence, i);
      g_autofree char *title = NULL;

      if (g_strcmp0 (assay_record_get_text (evidence, ASSAY_EVIDENCE_KIND), "lab_report") != 0
          || assay_record_get_reference (evidence, ASSAY_EVIDENCE_PRODUCT) != product
          || g_strcmp0 (assay_record_get_text (evidence, ASSAY_EVIDENCE_STATE), "refused") == 0
          || !(has_word (words, assay_record_get_text (evidence, ASSAY_EVIDENCE_NAME))
               || has_word (words, assay_record_get_text (evidence, ASSAY_EVIDENCE_SCOPE))))
        continue;
      title = assay_record_dup_title (evidence);
      assay_need_support_take_item (
          support, ASSAY_TYPE_EVIDENCE, assay_record_get_id (evidence), title,
          g_strdup (_ ("a report whose results are not in a sample’s tests")), ASSAY_NEED_PARTLY);
    }
}

/* One part above the limit is enough to fail: the worst of the newest decides. */
static void
finish (AssayNeedSupport *support)
{
  AssayNeedState worst = ASSAY_NEED_MET;
  gboolean any = FALSE;

  for (guint i = 0; i < support->items->len; i++)
    {
      const AssaySupportItem *item = g_ptr_array_index (support->items, i);

      if (item->type != ASSAY_TYPE_SAMPLE_TEST)
        continue;
      any = TRUE;
      worst = MAX (worst, item->state);
    }
  assay_need_support_finish_by_items (support,
                                      _ ("No such test of this product’s samples is in the book."));
  if (!any || worst == ASSAY_NEED_MET)
    return;
  support->state = worst;
  for (guint i = 0; i < support->items->len; i++)
    {
      const AssaySupportItem *item = g_ptr_array_index (support->items, i);

      if (item->type == ASSAY_TYPE_SAMPLE_TEST && item->state == worst)
        {
          g_free (support->gap);
          support->gap = g_strdup_printf ("%s: %s.", item->title, item->words);
          return;
        }
    }
}

/**
 * assay_proof_by_tests:
 *
 * Holds the tests of the product's samples against a need.
 *
 * Returns: FALSE where the book cannot be read
 */
gboolean
assay_proof_by_tests (AssayProofContext *context, AssayNeedSupport *support, GError **error)
{
  const char *words = assay_record_get_text (support->need, ASSAY_CLAIM_NEED_PROPERTY);
  g_autoptr (AssayStatement) statement = assay_db_prepare (context->db, tests_sql, error);
  g_autoptr (GHashTable) decided = g_hash_table_new (NULL, NULL);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  if (words == NULL)
    words = support->title;
  assay_statement_bind_int (statement, 1, assay_record_get_id (context->product));
  assay_statement_bind_int (statement, 2,
                            assay_record_get_reference (context->claim, ASSAY_CLAIM_COMPONENT));
  for (;;)
    {
      Test test;

      if (!assay_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      read_test (statement, &test);
      if (!has_word (words, test.property)
          && !has_word (words, assay_statement_get_text (statement, 6)))
        continue;
      /* A test without a result decides nothing where an older one has one. */
      if (test.value == NONE && test.result == NULL)
        continue;
      if (g_hash_table_add (decided, GSIZE_TO_POINTER ((gsize)test.component))
          && !add_test (context, support, &test, error))
        return FALSE;
    }
  add_reports (context, support, words);
  finish (support);
  return TRUE;
}
