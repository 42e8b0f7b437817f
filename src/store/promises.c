/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/promises.h"

#include <glib/gi18n-lib.h>

#include "record/promises.h"
#include "store/query.h"
#include "store/records.h"

static int
compare (gconstpointer a, gconstpointer b)
{
  return assay_promise_compare (*(AssayRecord *const *)a, *(AssayRecord *const *)b);
}

/**
 * assay_promises_of_line:
 * @db: a connection
 * @line: the key of an order line
 * @error: what went wrong
 *
 * Returns: (transfer full) (element-type AssayRecord): its promises, the first one first
 */
GPtrArray *
assay_promises_of_line (AssayDb *db, gint64 line, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_PROMISE);
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;
  GPtrArray *promises;

  assay_value_set_integer (&value, line);
  assay_query_add_filter (query, ASSAY_PROMISE_ORDER_LINE, ASSAY_FILTER_IS, &value);
  assay_query_set_sort (query, ASSAY_PROMISE_GIVEN_ON, FALSE);
  promises = assay_query_run_records (query, db, 0, error);
  if (promises != NULL)
    g_ptr_array_sort (promises, compare);
  return promises;
}

gboolean
assay_promises_check (AssayDb *db,
                      const AssayRecord *promise,
                      AssayProblems *problems,
                      GError **error)
{
  g_autoptr (GPtrArray) others = NULL;

  if (!assay_record_is_known (promise, ASSAY_PROMISE_ORDER_LINE))
    return TRUE;
  others = assay_promises_of_line (
      db, assay_record_get_reference (promise, ASSAY_PROMISE_ORDER_LINE), error);
  if (others == NULL)
    return FALSE;
  assay_check_promise_in_line (promise, others, problems);
  return TRUE;
}

/* The first of several stays with its line. */
static gboolean
allow_move (AssayDb *db, const AssayRecord *promise, GError **error)
{
  g_autoptr (AssayRecord) old
      = assay_records_get (db, ASSAY_TYPE_PROMISE, assay_record_get_id (promise), NULL);

  return old == NULL
         || assay_record_get_reference (old, ASSAY_PROMISE_ORDER_LINE)
                == assay_record_get_reference (promise, ASSAY_PROMISE_ORDER_LINE)
         || assay_promises_allow_delete (db, assay_record_get_id (promise), error);
}

gboolean
assay_promises_allow (AssayDb *db, const AssayRecord *promise, GError **error)
{
  g_autoptr (AssayProblems) problems = assay_problems_new ();

  if (!assay_promises_check (db, promise, problems, error) || !allow_move (db, promise, error))
    return FALSE;
  if (assay_problems_count (problems) == 0)
    return TRUE;
  g_set_error_literal (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_CONSTRAINT,
                       assay_problems_get (problems, 0)->message);
  return FALSE;
}

gboolean
assay_promises_allow_delete (AssayDb *db, gint64 id, GError **error)
{
  g_autoptr (AssayRecord) promise = assay_records_get (db, ASSAY_TYPE_PROMISE, id, error);
  g_autoptr (GPtrArray) all = NULL;

  if (promise == NULL)
    return FALSE;
  all = assay_promises_of_line (db, assay_record_get_reference (promise, ASSAY_PROMISE_ORDER_LINE),
                                error);
  if (all == NULL)
    return FALSE;
  if (all->len < 2 || assay_record_get_id (g_ptr_array_index (all, 0)) != id)
    return TRUE;
  g_set_error_literal (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_CONSTRAINT,
                       _ ("This is the first promise of its order line, from which slip is "
                          "measured: it stays while there are later ones. If it was mistyped, "
                          "correct it."));
  return FALSE;
}
