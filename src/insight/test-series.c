/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/test-series.h"

#include <glib/gi18n-lib.h>

#include "insight/grouping.h"
#include "insight/sample-tests.h"
#include "record/choices.h"
#include "store/query.h"

static void
point_free (gpointer data)
{
  AssayTestPoint *point = data;

  g_free (point->supplier_name);
  g_free (point->number);
  g_free (point->round);
  g_free (point->value);
  g_free (point->limit);
  g_free (point);
}

static AssayTestPoint *
point_copy (const AssayTestPoint *point)
{
  AssayTestPoint *copy = g_memdup2 (point, sizeof *point);

  copy->supplier_name = g_strdup (point->supplier_name);
  copy->number = g_strdup (point->number);
  copy->round = g_strdup (point->round);
  copy->value = g_strdup (point->value);
  copy->limit = g_strdup (point->limit);
  return copy;
}

void
assay_test_series_free (AssayTestSeries *series)
{
  g_free (series->title);
  g_free (series->method);
  g_free (series->unit);
  g_ptr_array_unref (series->points);
  g_free (series);
}

AssayTestSeries *
assay_test_series_copy (const AssayTestSeries *series)
{
  AssayTestSeries *copy = g_memdup2 (series, sizeof *series);

  copy->title = g_strdup (series->title);
  copy->method = g_strdup (series->method);
  copy->unit = g_strdup (series->unit);
  copy->points = g_ptr_array_new_with_free_func (point_free);
  for (guint i = 0; i < series->points->len; i++)
    g_ptr_array_add (copy->points, point_copy (series->points->pdata[i]));
  return copy;
}

const char *
assay_test_series_definition (void)
{
  return _ ("Each row is a sample; the dot is the value that was held against its limit, the "
            "whisker reaches from the least to the greatest of its specimens. Only results of the "
            "same test stand together: the same property and part, by the same method, in the same "
            "direction and condition, on the same scale and in the same unit.");
}

/* The part of a key that is the same for each way of writing it. */
static void
add_key (GString *key, const char *text)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : g_strdup ("");

  g_string_append_printf (key, "%s\x1f", g_strstrip (folded));
}

static char *
dup_key (const AssayRecord *test)
{
  static const guint fields[]
      = { ASSAY_SAMPLE_TEST_PROPERTY, ASSAY_SAMPLE_TEST_METHOD, ASSAY_SAMPLE_TEST_SPECIMEN,
          ASSAY_SAMPLE_TEST_CONDITION, ASSAY_SAMPLE_TEST_UNIT };
  GString *key = g_string_new (NULL);

  add_key (key, assay_record_get_reference_title (test, ASSAY_SAMPLE_TEST_COMPONENT));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_key (key, assay_record_get_text (test, fields[i]));
  g_string_append_printf (key, "%d", (int)assay_sample_test_scale (test));
  return g_string_free_and_steal (key);
}

static void
add_part (GString *title, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (title, ", %s", part);
}

static AssayTestSeries *
series_new (const AssayRecord *test)
{
  AssayTestSeries *series = g_new0 (AssayTestSeries, 1);
  const char *property = assay_record_get_text (test, ASSAY_SAMPLE_TEST_PROPERTY);
  const char *specimen = assay_record_get_text (test, ASSAY_SAMPLE_TEST_SPECIMEN);
  const AssayField *described = &assay_record_describe (test)->fields[ASSAY_SAMPLE_TEST_SPECIMEN];
  GString *title = g_string_new (property);

  add_part (title, assay_record_get_reference_title (test, ASSAY_SAMPLE_TEST_COMPONENT));
  if (specimen != NULL)
    add_part (title, assay_field_choice_label (described, specimen));
  add_part (title, assay_record_get_text (test, ASSAY_SAMPLE_TEST_CONDITION));
  series->title = g_string_free_and_steal (title);
  series->method = g_strdup (assay_record_get_text (test, ASSAY_SAMPLE_TEST_METHOD));
  if (series->method == NULL)
    series->method = g_strdup ("");
  series->scale = assay_sample_test_scale (test);
  series->unit
      = series->scale == ASSAY_SCALE_NUMBER
            ? g_strdup (assay_record_get_text (test, ASSAY_SAMPLE_TEST_UNIT))
            : g_strdup (assay_test_scale_has_grades (series->scale) ? _ ("grade") : _ ("rating"));
  series->points = g_ptr_array_new_with_free_func (point_free);
  return series;
}

/* Rank of a round among the rounds, then of its number. */
static guint
rank_of (const AssayRecord *sample)
{
  const char *round = assay_record_get_text (sample, ASSAY_SAMPLE_ROUND);
  guint i = 0;

  while (assay_choices_sample_round[i].value != NULL
         && g_strcmp0 (assay_choices_sample_round[i].value, round) != 0)
    i++;
  return i * 1000
         + (guint)CLAMP (assay_record_get_integer (sample, ASSAY_SAMPLE_ROUND_NUMBER, 1), 0, 999);
}

static AssayTestPoint *
point_new (const AssayRecord *test, const AssayRecord *sample, const AssayTestVerdict *verdict)
{
  AssayTestPoint *point = g_new0 (AssayTestPoint, 1);

  point->test = assay_record_get_id (test);
  point->sample = assay_record_get_id (sample);
  point->supplier = assay_record_get_reference (sample, ASSAY_SAMPLE_SUPPLIER);
  point->supplier_name
      = g_strdup (assay_record_get_reference_title (sample, ASSAY_SAMPLE_SUPPLIER));
  point->number = g_strdup (assay_record_get_text (sample, ASSAY_SAMPLE_NUMBER));
  point->round = assay_sample_dup_round (sample);
  point->value = assay_sample_test_dup_value (test, verdict);
  point->limit = assay_sample_test_dup_limit (test);
  point->rank = rank_of (sample);
  assay_sample_test_limit (test, &point->limits);
  point->verdict = *verdict;
  return point;
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const AssayTestPoint *left = *(AssayTestPoint *const *)a, *right = *(AssayTestPoint *const *)b;
  int order = assay_group_compare_names (left->supplier_name != NULL ? left->supplier_name : "",
                                         right->supplier_name != NULL ? right->supplier_name : "");

  if (order == 0)
    order = (left->supplier > right->supplier) - (left->supplier < right->supplier);
  if (order == 0)
    order = (left->rank > right->rank) - (left->rank < right->rank);
  if (order == 0)
    order = (left->test > right->test) - (left->test < right->test);
  return order;
}

static int
compare_series (gconstpointer a, gconstpointer b)
{
  const AssayTestSeries *left = *(AssayTestSeries *const *)a, *right = *(AssayTestSeries *const *)b;

  if (left->points->len != right->points->len)
    return left->points->len > right->points->len ? -1 : 1;
  return assay_group_compare_names (left->title, right->title);
}

static void
add_filter (AssayQuery *query, guint field, gint64 id)
{
  AssayValue value = { .type = ASSAY_VALUE_INTEGER, .integer = id };

  if (id != 0)
    assay_query_add_filter (query, field, ASSAY_FILTER_IS, &value);
}

static gboolean
add_sample (
    AssayDb *db, const AssayRecord *sample, GHashTable *by_key, GPtrArray *all, GError **error)
{
  g_autoptr (GPtrArray) tests = assay_sample_tests_read (db, assay_record_get_id (sample), error);

  for (guint i = 0; tests != NULL && i < tests->len; i++)
    {
      g_autofree char *key = dup_key (tests->pdata[i]);
      AssayTestSeries *series = g_hash_table_lookup (by_key, key);
      AssayTestVerdict verdict;

      assay_sample_test_judge (tests->pdata[i], &verdict);
      if (!verdict.has_value)
        continue;
      if (series == NULL)
        {
          series = series_new (tests->pdata[i]);
          g_ptr_array_add (all, series);
          g_hash_table_insert (by_key, g_steal_pointer (&key), series);
        }
      g_ptr_array_add (series->points, point_new (tests->pdata[i], sample, &verdict));
    }
  return tests != NULL;
}

GPtrArray *
assay_test_series_read (AssayDb *db, const AssayTestQuestion *question, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_SAMPLE);
  g_autoptr (GPtrArray) samples = NULL;
  g_autoptr (GPtrArray) all
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_test_series_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_filter (query, ASSAY_SAMPLE_PRODUCT, question->product);
  add_filter (query, ASSAY_SAMPLE_SUPPLIER, question->supplier);
  samples = assay_query_run_records (query, db, 0, error);
  if (samples == NULL)
    return NULL;
  for (guint i = 0; i < samples->len; i++)
    if (!add_sample (db, samples->pdata[i], by_key, all, error))
      return NULL;
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_sort (((AssayTestSeries *)all->pdata[i])->points, compare_points);
  g_ptr_array_sort (all, compare_series);
  return g_steal_pointer (&all);
}

AssayTestSeries *
assay_test_series_find (GPtrArray *all, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  AssayTestSeries *part = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      AssayTestSeries *series = all->pdata[i];
      g_autofree char *title = g_utf8_casefold (series->title, -1);

      if (g_str_equal (title, wanted))
        return series;
      if (part == NULL && strstr (title, wanted) != NULL)
        part = series;
    }
  return part;
}
