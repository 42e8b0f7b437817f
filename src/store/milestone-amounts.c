/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rule: a milestone with a share that is not done and has no amount of its own is worth its
 * share of the order; one that is done without any amount gets it once. Where the shares of the
 * order's milestones add up to the whole, their amounts add up to the order's value: what is done,
 * and what was given another amount, is taken off, and the rest is divided by the shares with the
 * largest remainder. A deposit of 30 % that was paid stays as it was paid; when the order grows,
 * the balance does. Amounts of its own are those that differ from the share of the value before by
 * more than rounding, and those in another currency.
 */

#include "assay-config.h"

#include "store/milestone-amounts.h"

#include "figures/allocation.h"

#define WHOLE   1000000
#define UNKNOWN G_MININT64

typedef struct
{
  gint64 order;
  gint64 value; /* before, UNKNOWN as below */
} Before;

typedef struct
{
  gint64 id, share, amount; /* UNKNOWN: has none */
  gboolean done, foreign;
} Part;

struct _AssayMilestoneAmounts
{
  GArray *orders; /* of Before */
};

static gint64
int_or_unknown (AssayStatement *statement, int column)
{
  return assay_statement_is_null (statement, column) ? UNKNOWN
                                                     : assay_statement_get_int (statement, column);
}

AssayMilestoneAmounts *
assay_milestone_amounts_before (AssayDb *db, const GArray *orders, GError **error)
{
  g_autoptr (AssayMilestoneAmounts) amounts = g_new0 (AssayMilestoneAmounts, 1);
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db,
                          "SELECT value FROM purchase_order WHERE id = ?1 AND EXISTS (SELECT 1 "
                          "FROM milestone WHERE purchase_order = ?1 AND share IS NOT NULL "
                          "AND (done_on IS NULL OR amount IS NULL))",
                          error);
  gint64 last = 0;

  amounts->orders = g_array_new (FALSE, FALSE, sizeof (Before));
  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < orders->len; i++)
    {
      Before before = { .order = g_array_index (orders, gint64, i) };
      gboolean row;

      if (before.order == last)
        continue;
      last = before.order;
      assay_statement_bind_int (statement, 1, before.order);
      if (!assay_statement_step (statement, &row, error))
        return NULL;
      before.value = row ? int_or_unknown (statement, 0) : UNKNOWN;
      assay_statement_reset (statement);
      if (row)
        g_array_append_val (amounts->orders, before);
    }
  return g_steal_pointer (&amounts);
}

void
assay_milestone_amounts_free (AssayMilestoneAmounts *amounts)
{
  g_clear_pointer (&amounts->orders, g_array_unref);
  g_free (amounts);
}

/* What an order's milestones are, in the order in which they were entered. Returns the order's
 * value as it is now. */
static gboolean
read_parts (AssayDb *db, gint64 order, GArray *parts, gint64 *value, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db,
                          "SELECT m.id, m.share, m.amount, m.done_on IS NOT NULL, "
                          "o.currency IS NULL OR (m.amount IS NOT NULL AND "
                          "m.currency IS NOT o.currency), o.value "
                          "FROM milestone AS m JOIN purchase_order AS o ON o.id = m.purchase_order "
                          "WHERE m.purchase_order = ?1 ORDER BY m.id",
                          error);
  gboolean row, ok;

  *value = UNKNOWN;
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, order);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      Part part = { .id = assay_statement_get_int (statement, 0),
                    .share = int_or_unknown (statement, 1),
                    .amount = int_or_unknown (statement, 2),
                    .done = assay_statement_get_int (statement, 3) != 0,
                    .foreign = assay_statement_get_int (statement, 4) != 0 };

      *value = int_or_unknown (statement, 5);
      g_array_append_val (parts, part);
    }
  return ok;
}

static gboolean
write_amount (AssayDb *db, gint64 id, gint64 amount, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db,
                          "UPDATE milestone SET amount = ?2, currency = (SELECT currency FROM "
                          "purchase_order WHERE id = milestone.purchase_order) WHERE id = ?1",
                          error);

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, id);
  assay_statement_bind_int (statement, 2, amount);
  return assay_statement_run (statement, error);
}

/* What is divided among those that follow. */
static gint64
find_total (const GArray *parts, const gboolean *follows, gint64 value)
{
  gint64 shares = 0, following = 0, taken = 0;
  gboolean unknown = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      if (part->share == UNKNOWN)
        continue;
      shares += part->share;
      if (follows[i])
        following += part->share;
      else if (part->amount == UNKNOWN || part->foreign
               || __builtin_add_overflow (taken, part->amount, &taken))
        unknown = TRUE;
    }
  if (shares == WHOLE && !unknown)
    return MAX (value - taken, 0);
  return (gint64)(((__int128)value * following + WHOLE / 2) / WHOLE);
}

static void
divide (const GArray *parts, const gboolean *follows, gint64 value, gint64 *amounts)
{
  g_autofree gint64 *weights = g_new0 (gint64, parts->len + 1);

  for (guint i = 0; i < parts->len; i++)
    weights[i] = follows[i] ? g_array_index (parts, Part, i).share : 0;
  assay_allocate (find_total (parts, follows, value), weights, parts->len, amounts);
}

/* Whether the amount is what the share of the value before came to, but for the rounding. */
static gboolean
is_share_of (const Part *part, gint64 value)
{
  __int128 off = (__int128)value * part->share - (__int128)part->amount * WHOLE;

  return off > -WHOLE && off < WHOLE;
}

/* The last milestone that is open, when all amounts added up to the value before: it is what was
 * left. Otherwise none. */
static guint
find_balance (const GArray *parts, const gboolean *may, gint64 before)
{
  guint last = G_MAXUINT;
  __int128 sum = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      if (part->share == UNKNOWN)
        continue;
      if (part->foreign || part->amount == UNKNOWN)
        return G_MAXUINT;
      sum += part->amount;
      if (may[i])
        last = i;
    }
  return sum == before ? last : G_MAXUINT;
}

/* An amount that is neither its share of the value before nor what was left of it is its own. */
static void
find_following (const GArray *parts, gint64 before, gboolean *follows)
{
  g_autofree gint64 *amounts = g_new0 (gint64, parts->len + 1);
  g_autofree gboolean *may = g_new0 (gboolean, parts->len + 1);
  guint balance;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      may[i] = (!part->done || part->amount == UNKNOWN) && !part->foreign && part->share != UNKNOWN;
    }
  balance = find_balance (parts, may, before);
  if (before != UNKNOWN)
    divide (parts, may, before, amounts);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      follows[i]
          = may[i]
            && (part->amount == UNKNOWN || i == balance
                || (before != UNKNOWN
                    && (is_share_of (part, before) || ABS (amounts[i] - part->amount) <= 1)));
    }
}

static gboolean
follow_order (AssayDb *db, const Before *before, GError **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autofree gint64 *amounts = NULL;
  g_autofree gboolean *follows = NULL;
  gint64 value;

  if (!read_parts (db, before->order, parts, &value, error))
    return FALSE;
  if (value == UNKNOWN || value < 0)
    return TRUE;
  amounts = g_new0 (gint64, parts->len + 1);
  follows = g_new0 (gboolean, parts->len + 1);
  find_following (parts, before->value, follows);
  divide (parts, follows, value, amounts);
  for (guint i = 0; i < parts->len; i++)
    if (follows[i] && amounts[i] != g_array_index (parts, Part, i).amount
        && !write_amount (db, g_array_index (parts, Part, i).id, amounts[i], error))
      return FALSE;
  return TRUE;
}

gboolean
assay_milestone_amounts_follow (AssayDb *db, const AssayMilestoneAmounts *amounts, GError **error)
{
  for (guint i = 0; i < amounts->orders->len; i++)
    if (!follow_order (db, &g_array_index (amounts->orders, Before, i), error))
      return FALSE;
  return TRUE;
}
