/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/milestones.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"

#define WHOLE 1000000

gint64
assay_milestone_amount (gint64 value, gint64 share)
{
  __int128 amount = (__int128)value * share;

  return (gint64)((amount + WHOLE / 2) / WHOLE);
}

/* The rule of store/touched.c for waiting, line by line. */
static const char missing_sql[]
    = "SELECT line_number, outstanding_quantity FROM order_line WHERE purchase_order = ?1 "
      "AND state IS NOT 'cancelled' AND (outstanding_quantity > 0 "
      "OR (quantity IS NULL AND passed_quantity IS NULL)) ORDER BY line_number IS NULL, "
      "line_number, id";

static char *
say_line (AssayStatement *statement)
{
  gint64 left = assay_statement_get_int (statement, 1);
  g_autofree char *number = assay_format_number (left);
  g_autofree char *what = NULL;

  if (assay_statement_is_null (statement, 1))
    what = g_strdup (_ ("nothing passed"));
  else
    what = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s piece not passed", "%s pieces not passed", (gulong)left),
        number);
  if (assay_statement_is_null (statement, 0))
    /* Translators: a line of an order that has no number; what it lacks */
    return g_strdup_printf (_ ("a line: %s"), what);
  /* Translators: a line of an order, by its number; what it lacks */
  return g_strdup_printf (_ ("line %d: %s"), (int)assay_statement_get_int (statement, 0), what);
}

/* An order without lines has nothing that could pass. */
static char *
say_empty (AssayDb *db, gint64 order, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db, "SELECT 1 FROM order_line WHERE purchase_order = ?1 LIMIT 1", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  assay_statement_bind_int (statement, 1, order);
  if (!assay_statement_step (statement, &row, error) || row)
    return NULL;
  /* Translators: what a milestone that waits for inspections still waits for */
  return g_strdup (_ ("the order has no lines yet"));
}

char *
assay_milestone_dup_missing (AssayDb *db, gint64 order, guint most, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, missing_sql, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  gboolean row, ok;
  guint n = 0;

  if (statement == NULL)
    return NULL;
  assay_statement_bind_int (statement, 1, order);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    if (n++ < most)
      g_strv_builder_take (builder, say_line (statement));
  if (!ok)
    return NULL;
  if (n == 0)
    return say_empty (db, order, error);
  if (n > most)
    g_strv_builder_take (builder, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more line",
                                                                "and %u more lines", n - most),
                                                   n - most));
  parts = g_strv_builder_end (builder);
  return g_strjoinv ("; ", parts);
}

static gint64
get_free_share (GPtrArray *others)
{
  gint64 left = WHOLE;

  for (guint i = 0; i < others->len; i++)
    left -= assay_record_get_integer (g_ptr_array_index (others, i), ASSAY_MILESTONE_SHARE, 0);
  return MAX (left, 0);
}

AssayRecord *
assay_milestone_propose (const AssayRecord *order, GPtrArray *others)
{
  AssayRecord *milestone = assay_record_new (ASSAY_TYPE_MILESTONE);
  gint64 share = get_free_share (others);
  gint64 deposit = assay_record_get_integer (order, ASSAY_ORDER_DEPOSIT, 0);
  gint64 value = assay_record_get_integer (order, ASSAY_ORDER_VALUE, -1);
  g_autofree char *title = assay_record_dup_title (order);

  assay_record_set_reference (milestone, ASSAY_MILESTONE_PURCHASE_ORDER,
                              assay_record_get_id (order));
  assay_record_set_reference_title (milestone, ASSAY_MILESTONE_PURCHASE_ORDER, title);
  assay_record_set_value (milestone, ASSAY_MILESTONE_CURRENCY,
                          assay_record_get_value (order, ASSAY_ORDER_CURRENCY));
  if (others->len == 0 && deposit > 0)
    {
      assay_record_set_text (milestone, ASSAY_MILESTONE_NAME, _ ("Deposit"));
      assay_record_set_value (milestone, ASSAY_MILESTONE_DONE_ON,
                              assay_record_get_value (order, ASSAY_ORDER_DEPOSIT_ON));
      share = deposit;
    }
  else if (others->len > 0 && share > 0 && share < WHOLE)
    {
      assay_record_set_text (milestone, ASSAY_MILESTONE_NAME, _ ("Balance"));
      assay_record_set_integer (milestone, ASSAY_MILESTONE_WAITS, 1);
    }
  else if (others->len > 0)
    share = 0;
  if (share == 0)
    return milestone;
  assay_record_set_integer (milestone, ASSAY_MILESTONE_SHARE, share);
  if (value >= 0 && assay_record_is_known (milestone, ASSAY_MILESTONE_CURRENCY))
    assay_record_set_integer (milestone, ASSAY_MILESTONE_AMOUNT,
                              assay_milestone_amount (value, share));
  return milestone;
}
