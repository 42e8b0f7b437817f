/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/touched-samples.h"

#include "store/sample-verdict.h"

/* A sample that was decided on is done, whatever of its way is known. Of tests one that failed says
 * that the sample failed, whatever the others say; with one open it is not over. */
const char assay_touched_sample_sql[]
    = "UPDATE sample SET state = CASE WHEN coalesce (verdict, 'pending') <> 'pending' THEN "
      "'decided' WHEN received_on IS NOT NULL THEN 'received' WHEN sent_on IS NOT NULL THEN "
      "'on_its_way' ELSE 'requested' END, result = (SELECT CASE WHEN count (*) = 0 THEN NULL "
      "WHEN sum (result IS 'fail') > 0 THEN 'fail' WHEN sum (result IS 'pass') = count (*) THEN "
      "'pass' ELSE 'pending' END FROM sample_test WHERE sample = sample.id) WHERE id = ?1";

/* What a verdict rests on, as sample_test has it. */
static const char read_sql[] = "SELECT scale, passes, lower, upper, judged_by, replicates, readings"
                               " FROM sample_test WHERE id = ?1";
static const char write_sql[] = "UPDATE sample_test SET value = ?2, result = ?3 WHERE id = ?1";

static const guint fields[] = {
  ASSAY_SAMPLE_TEST_SCALE,    ASSAY_SAMPLE_TEST_PASSES,    ASSAY_SAMPLE_TEST_LOWER,
  ASSAY_SAMPLE_TEST_UPPER,    ASSAY_SAMPLE_TEST_JUDGED_BY, ASSAY_SAMPLE_TEST_REPLICATES,
  ASSAY_SAMPLE_TEST_READINGS,
};

static void
take (AssayRecord *test, guint field, AssayStatement *statement, int column)
{
  if (assay_statement_is_null (statement, column))
    return;
  if (field == ASSAY_SAMPLE_TEST_LOWER || field == ASSAY_SAMPLE_TEST_UPPER
      || field == ASSAY_SAMPLE_TEST_REPLICATES)
    assay_record_set_integer (test, field, assay_statement_get_int (statement, column));
  else
    assay_record_set_text (test, field, assay_statement_get_text (statement, column));
}

static gboolean
write_verdict (AssayStatement *write, gint64 id, const AssayRecord *test, GError **error)
{
  AssayTestVerdict verdict;

  assay_sample_test_judge (test, &verdict);
  assay_statement_bind_int (write, 1, id);
  if (verdict.has_value)
    assay_statement_bind_int (write, 2, verdict.value);
  else
    assay_statement_bind_null (write, 2);
  assay_statement_bind_text (write, 3, assay_test_outcome_to_string (verdict.outcome));
  return assay_statement_run (write, error);
}

gboolean
assay_touched_tests (AssayDb *db, GArray *tests, GError **error)
{
  g_autoptr (AssayStatement) read = NULL, write = NULL;

  if (tests->len == 0)
    return TRUE;
  read = assay_db_prepare (db, read_sql, error);
  write = read != NULL ? assay_db_prepare (db, write_sql, error) : NULL;
  if (write == NULL)
    return FALSE;
  for (guint i = 0; i < tests->len; i++)
    {
      gint64 id = g_array_index (tests, gint64, i);
      g_autoptr (AssayRecord) test = assay_record_new_empty (ASSAY_TYPE_SAMPLE_TEST);
      gboolean row;

      assay_statement_bind_int (read, 1, id);
      if (!assay_statement_step (read, &row, error))
        return FALSE;
      for (guint j = 0; row && j < G_N_ELEMENTS (fields); j++)
        take (test, fields[j], read, (int)j);
      assay_statement_reset (read);
      if (row && !write_verdict (write, id, test, error))
        return FALSE;
    }
  return TRUE;
}
