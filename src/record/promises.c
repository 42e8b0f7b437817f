/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/promises.h"

#include <glib/gi18n-lib.h>

#include "record/date.h"

int
assay_promise_compare (const AssayRecord *a, const AssayRecord *b)
{
  /* An unknown day is the least of all numbers, as it is for the store. */
  gint32 day_a = assay_record_get_date (a, ASSAY_PROMISE_GIVEN_ON);
  gint32 day_b = assay_record_get_date (b, ASSAY_PROMISE_GIVEN_ON);
  gint64 id_a = assay_record_get_id (a), id_b = assay_record_get_id (b);

  if (day_a != day_b)
    return day_a < day_b ? -1 : 1;
  if (id_a == 0 || id_b == 0)
    return (id_a == 0) - (id_b == 0);
  return (id_a > id_b) - (id_a < id_b);
}

/* The first promise is what slip is measured from: nothing that is added or corrected takes its
 * place. @kept: the promise as it was kept so far; NULL for a new one. */
static void
check_place (const AssayRecord *promise,
             const AssayRecord *kept,
             const AssayRecord *other,
             AssayProblems *problems)
{
  gboolean was_first = kept != NULL && assay_promise_compare (kept, other) < 0;
  gboolean is_first = assay_promise_compare (promise, other) < 0;
  g_autofree char *day = assay_date_format (assay_record_get_date (other, ASSAY_PROMISE_GIVEN_ON));

  if (was_first == is_first)
    return;
  if (was_first && assay_record_is_known (other, ASSAY_PROMISE_GIVEN_ON))
    assay_problems_add (problems, ASSAY_PROMISE_GIVEN_ON,
                        _ ("This is the first promise and stays the first; the next was given "
                           "on %s"),
                        day);
  else if (was_first)
    assay_problems_add (problems, ASSAY_PROMISE_GIVEN_ON,
                        _ ("This is the first promise and stays the first"));
  else if (!assay_record_is_known (promise, ASSAY_PROMISE_GIVEN_ON))
    assay_problems_add (problems, ASSAY_PROMISE_GIVEN_ON,
                        _ ("Say when this date was given: the first promise stays the first"));
  else
    assay_problems_add (problems, ASSAY_PROMISE_GIVEN_ON,
                        _ ("The first promise was given on %s and stays the first"), day);
}

/* A date that moves needs a reason: it is what explains the variance of lead time later. */
static void
check_reason (const AssayRecord *promise, const AssayRecord *before, AssayProblems *problems)
{
  gint32 old = assay_record_get_date (before, ASSAY_PROMISE_PROMISED_ON);
  g_autofree char *day = NULL;

  if (old == assay_record_get_date (promise, ASSAY_PROMISE_PROMISED_ON)
      || assay_record_is_known (promise, ASSAY_PROMISE_REASON))
    return;
  day = assay_date_format (old);
  assay_problems_add (problems, ASSAY_PROMISE_REASON, _ ("Say why the date moved from %s"), day);
}

/**
 * assay_check_promise_in_line:
 * @promise: a promise, new or changed
 * @others: (element-type AssayRecord): all promises that its line has, in any order; the one with
 *   its id is what it was so far
 * @problems: where to add what is wrong
 */
void
assay_check_promise_in_line (const AssayRecord *promise, GPtrArray *others, AssayProblems *problems)
{
  const AssayRecord *before = NULL, *first = NULL, *kept = NULL;
  gint64 id = assay_record_get_id (promise);

  if (!assay_record_is_known (promise, ASSAY_PROMISE_PROMISED_ON))
    return;
  for (guint i = 0; i < others->len; i++)
    {
      const AssayRecord *other = g_ptr_array_index (others, i);

      if (id != 0 && assay_record_get_id (other) == id)
        {
          kept = other;
          continue;
        }
      if (first == NULL || assay_promise_compare (other, first) < 0)
        first = other;
      if (assay_promise_compare (other, promise) < 0
          && (before == NULL || assay_promise_compare (before, other) < 0))
        before = other;
    }
  if (first != NULL)
    check_place (promise, kept, first, problems);
  if (before != NULL)
    check_reason (promise, before, problems);
}

/**
 * assay_remark_promise:
 * @promise: a promise
 * @line: (nullable): its order line
 * @remarks: where to add what is odd about it, though it may be so
 */
void
assay_remark_promise (const AssayRecord *promise, const AssayRecord *line, AssayProblems *remarks)
{
  gint32 given = assay_record_get_date (promise, ASSAY_PROMISE_GIVEN_ON);
  gint32 promised = assay_record_get_date (promise, ASSAY_PROMISE_PROMISED_ON);
  gint32 sent
      = line != NULL ? assay_record_get_date (line, ASSAY_ORDER_LINE_SENT_ON) : ASSAY_DATE_UNKNOWN;
  g_autofree char *sent_day = assay_date_format (sent);

  if (given != ASSAY_DATE_UNKNOWN && promised != ASSAY_DATE_UNKNOWN && promised < given)
    assay_problems_add (remarks, ASSAY_PROMISE_PROMISED_ON,
                        _ ("promised for a day before it was given"));
  if (given != ASSAY_DATE_UNKNOWN && sent != ASSAY_DATE_UNKNOWN && given < sent)
    assay_problems_add (remarks, ASSAY_PROMISE_GIVEN_ON,
                        _ ("given before the order was sent on %s"), sent_day);
  if (promised != ASSAY_DATE_UNKNOWN && sent != ASSAY_DATE_UNKNOWN && promised < sent)
    assay_problems_add (remarks, ASSAY_PROMISE_PROMISED_ON,
                        _ ("promised for a day before the order was sent on %s"), sent_day);
}

/**
 * assay_remark_delivery:
 * @delivery: a delivery
 * @line: its order line
 * @remarks: where to add what is odd about it, though it may be so
 *
 * Goods that move before their order was sent: mostly a wrong year, sometimes goods from stock.
 */
void
assay_remark_delivery (const AssayRecord *delivery, const AssayRecord *line, AssayProblems *remarks)
{
  static const guint stages[]
      = { ASSAY_DELIVERY_READY_ON, ASSAY_DELIVERY_SHIPPED_ON, ASSAY_DELIVERY_ARRIVED_ON,
          ASSAY_DELIVERY_CLEARED_ON, ASSAY_DELIVERY_RECEIVED_ON };
  gint32 sent = assay_record_get_date (line, ASSAY_ORDER_LINE_SENT_ON);

  if (sent == ASSAY_DATE_UNKNOWN)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    if (assay_record_is_known (delivery, stages[i])
        && assay_record_get_date (delivery, stages[i]) < sent)
      {
        g_autofree char *day = assay_date_format (sent);

        assay_problems_add (remarks, (int)stages[i], _ ("before the order was sent on %s"), day);
      }
}
