/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/sample-verdict.h"

static gboolean
is (const AssayRecord *test, guint field, const char *name)
{
  return g_strcmp0 (assay_record_get_text (test, field), name) == 0;
}

AssayTestScale
assay_sample_test_scale (const AssayRecord *test)
{
  if (is (test, ASSAY_SAMPLE_TEST_PASSES, "pass"))
    return ASSAY_SCALE_PASS_FAIL;
  return assay_test_scale_parse (assay_record_get_text (test, ASSAY_SAMPLE_TEST_SCALE));
}

void
assay_sample_test_limit (const AssayRecord *test, AssayTestLimit *limit)
{
  *limit = (AssayTestLimit){
    .kind = is (test, ASSAY_SAMPLE_TEST_PASSES, "at_most")   ? ASSAY_LIMIT_AT_MOST
            : is (test, ASSAY_SAMPLE_TEST_PASSES, "between") ? ASSAY_LIMIT_BETWEEN
                                                             : ASSAY_LIMIT_AT_LEAST,
    .judged_by = is (test, ASSAY_SAMPLE_TEST_JUDGED_BY, "each")     ? ASSAY_JUDGED_BY_EACH
                 : is (test, ASSAY_SAMPLE_TEST_JUDGED_BY, "median") ? ASSAY_JUDGED_BY_MEDIAN
                                                                    : ASSAY_JUDGED_BY_MEAN,
    .lower = assay_record_get_integer (test, ASSAY_SAMPLE_TEST_LOWER, G_MININT64),
    .upper = assay_record_get_integer (test, ASSAY_SAMPLE_TEST_UPPER, G_MAXINT64),
    .wanted
    = (guint)MIN (assay_record_get_integer (test, ASSAY_SAMPLE_TEST_REPLICATES, 0), G_MAXINT),
  };
  if (assay_sample_test_scale (test) == ASSAY_SCALE_PASS_FAIL)
    limit->kind = ASSAY_LIMIT_PASS;
}

GArray *
assay_sample_test_readings (const AssayRecord *test, GError **error)
{
  return assay_test_readings_parse (assay_record_get_text (test, ASSAY_SAMPLE_TEST_READINGS),
                                    assay_sample_test_scale (test), error);
}

void
assay_sample_test_judge_by (const AssayRecord *test,
                            const AssayTestLimit *limit,
                            AssayTestVerdict *verdict)
{
  g_autoptr (GArray) readings = assay_sample_test_readings (test, NULL);
  guint n = readings != NULL ? readings->len : 0;
  g_autofree gint64 *lows = g_new (gint64, n + 1), *highs = g_new (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    {
      lows[i] = g_array_index (readings, AssayTestReading, i).low;
      highs[i] = g_array_index (readings, AssayTestReading, i).high;
    }
  assay_test_judge (limit, lows, highs, n, verdict);
}

void
assay_sample_test_judge (const AssayRecord *test, AssayTestVerdict *verdict)
{
  AssayTestLimit limit;

  assay_sample_test_limit (test, &limit);
  assay_sample_test_judge_by (test, &limit, verdict);
}

const char *
assay_test_outcome_to_string (AssayTestOutcome outcome)
{
  return outcome == ASSAY_TEST_PASS ? "pass" : outcome == ASSAY_TEST_FAIL ? "fail" : "pending";
}
