/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/milestone-plans.h"
#include "insight/owned-rows.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "store/records.h"

#define WHOLE 1000000

gint64
assay_milestone_plan_sum (GPtrArray *steps)
{
  gint64 sum = 0;

  for (guint i = 0; i < steps->len; i++)
    sum += assay_record_get_integer (g_ptr_array_index (steps, i), ASSAY_MILESTONE_STEP_SHARE, 0);
  return sum;
}

char *
assay_milestone_plan_describe_sum (GPtrArray *steps, gboolean *whole)
{
  g_autoptr (AssayRecord) words = assay_record_new_empty (ASSAY_TYPE_MILESTONE_STEP);
  gint64 sum = assay_milestone_plan_sum (steps);
  g_autofree char *share = NULL, *off = NULL;

  *whole = sum == 0 || sum == WHOLE;
  if (sum == 0)
    return g_strdup (_ ("No step is a share of the order’s value."));
  assay_record_set_integer (words, ASSAY_MILESTONE_STEP_SHARE, sum);
  share = assay_format_display (words, ASSAY_MILESTONE_STEP_SHARE, 0);
  if (*whole)
    return g_strdup (_ ("The shares add up to 100 %."));
  assay_record_set_integer (words, ASSAY_MILESTONE_STEP_SHARE, ABS (WHOLE - sum));
  off = assay_format_display (words, ASSAY_MILESTONE_STEP_SHARE, 0);
  return sum < WHOLE
             /* Translators: two shares, such as “70 %” and “30 %” */
             ? g_strdup_printf (_ ("The shares add up to %s: %s of the order is not paid."), share,
                                off)
             : g_strdup_printf (_ ("The shares add up to %s: %s more than the order."), share, off);
}

gboolean
assay_milestone_plan_find (AssayDb *db, gint64 order, gint64 *plan, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      db,
      "SELECT coalesce (o.milestone_plan, s.milestone_plan, 0) FROM purchase_order AS o "
      "LEFT JOIN supplier AS s ON s.id = o.supplier WHERE o.id = ?1",
      error);
  gboolean row;

  *plan = 0;
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, order);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *plan = assay_statement_get_int (statement, 0);
  return TRUE;
}

static gboolean
same_name (const char *a, const char *b)
{
  g_autofree char *left = g_utf8_casefold (a != NULL ? a : "", -1);
  g_autofree char *right = g_utf8_casefold (b != NULL ? b : "", -1);

  return g_str_equal (left, right);
}

/* A milestone that is done stands for the step of its name. */
static gboolean
is_done_already (const AssayRecord *step, GPtrArray *done)
{
  for (guint i = 0; i < done->len; i++)
    if (same_name (assay_record_get_text (step, ASSAY_MILESTONE_STEP_NAME),
                   assay_record_get_text (g_ptr_array_index (done, i), ASSAY_MILESTONE_NAME)))
      return TRUE;
  return FALSE;
}

static AssayRecord *
make_milestone (const AssayRecord *step, const AssayRecord *order)
{
  static const guint copied[][2] = {
    { ASSAY_MILESTONE_STEP_NAME, ASSAY_MILESTONE_NAME },
    { ASSAY_MILESTONE_STEP_KIND, ASSAY_MILESTONE_KIND },
    { ASSAY_MILESTONE_STEP_SHARE, ASSAY_MILESTONE_SHARE },
    { ASSAY_MILESTONE_STEP_ANCHOR, ASSAY_MILESTONE_ANCHOR },
    { ASSAY_MILESTONE_STEP_DAYS, ASSAY_MILESTONE_DAYS },
    { ASSAY_MILESTONE_STEP_WAITS, ASSAY_MILESTONE_WAITS },
    { ASSAY_MILESTONE_STEP_SECURED, ASSAY_MILESTONE_SECURED },
  };
  AssayRecord *milestone = assay_record_new (ASSAY_TYPE_MILESTONE);

  assay_record_set_reference (milestone, ASSAY_MILESTONE_PURCHASE_ORDER,
                              assay_record_get_id (order));
  assay_record_set_value (milestone, ASSAY_MILESTONE_CURRENCY,
                          assay_record_get_value (order, ASSAY_ORDER_CURRENCY));
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    assay_record_set_value (milestone, copied[i][1], assay_record_get_value (step, copied[i][0]));
  return milestone;
}

/* Those that are done; the others are gone. */
static GPtrArray *
delete_open (AssayDb *db, gint64 order, GError **error)
{
  g_autoptr (GPtrArray) all = assay_owned_rows_read (db, ASSAY_TYPE_MILESTONE, order, error);
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func (g_object_unref);

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      AssayRecord *milestone = g_ptr_array_index (all, i);

      if (assay_record_is_known (milestone, ASSAY_MILESTONE_DONE_ON))
        g_ptr_array_add (done, g_object_ref (milestone));
      else if (!assay_records_delete (db, ASSAY_TYPE_MILESTONE, assay_record_get_id (milestone),
                                      error))
        return NULL;
    }
  return g_steal_pointer (&done);
}

gboolean
assay_milestone_plan_apply (AssayDb *db, gint64 order, gint64 plan, guint *n_made, GError **error)
{
  g_autoptr (AssayRecord) record = assay_records_get (db, ASSAY_TYPE_ORDER, order, error);
  g_autoptr (GPtrArray) steps = NULL, done = NULL;

  *n_made = 0;
  if (record == NULL)
    return FALSE;
  steps = assay_owned_rows_read (db, ASSAY_TYPE_MILESTONE_STEP, plan, error);
  done = steps != NULL ? delete_open (db, order, error) : NULL;
  if (done == NULL)
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    {
      const AssayRecord *step = g_ptr_array_index (steps, i);
      g_autoptr (AssayRecord) milestone = NULL;

      if (is_done_already (step, done))
        continue;
      milestone = make_milestone (step, record);
      if (!assay_records_insert (db, milestone, error))
        return FALSE;
      (*n_made)++;
    }
  assay_record_set_reference (record, ASSAY_ORDER_MILESTONE_PLAN, plan);
  return assay_records_update (db, record, error);
}
