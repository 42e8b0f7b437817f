/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/closed-days.h"

#include "record/date.h"

static const guint promise_fields[] = { ASSAY_PROMISE_PROMISED_ON };
static const guint order_fields[] = { ASSAY_ORDER_SEND_PLANNED_ON, ASSAY_ORDER_CONFIRM_PLANNED_ON };
static const guint line_fields[]
    = { ASSAY_ORDER_LINE_START_PLANNED_ON, ASSAY_ORDER_LINE_READY_PLANNED_ON,
        ASSAY_ORDER_LINE_SHIP_PLANNED_ON };
static const guint delivery_fields[]
    = { ASSAY_DELIVERY_READY_PLANNED_ON, ASSAY_DELIVERY_SHIP_PLANNED_ON };

static const guint *
find_fields (AssayType type, guint *n)
{
  if (type == ASSAY_TYPE_PROMISE)
    {
      *n = G_N_ELEMENTS (promise_fields);
      return promise_fields;
    }
  if (type == ASSAY_TYPE_ORDER)
    {
      *n = G_N_ELEMENTS (order_fields);
      return order_fields;
    }
  if (type == ASSAY_TYPE_ORDER_LINE)
    {
      *n = G_N_ELEMENTS (line_fields);
      return line_fields;
    }
  *n = type == ASSAY_TYPE_DELIVERY ? G_N_ELEMENTS (delivery_fields) : 0;
  return delivery_fields;
}

/**
 * assay_closed_days_remark:
 * @calendars: calendars that hold @supplier
 * @supplier: the supplier whose dates they are
 * @record: a record
 * @remarks: where to add what is odd
 */
void
assay_closed_days_remark (AssayWorkCalendars *calendars,
                          gint64 supplier,
                          const AssayRecord *record,
                          AssayProblems *remarks)
{
  guint n;
  const guint *fields = find_fields (assay_record_get_kind (record), &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 day = assay_record_get_date (record, fields[i]);
      g_autofree char *warning = NULL;

      if (day == ASSAY_DATE_UNKNOWN)
        continue;
      warning = assay_work_calendars_dup_warning (calendars, supplier, day);
      if (warning != NULL)
        assay_problems_add (remarks, (int)fields[i], "%s", warning);
    }
}

/* The supplier of the order that @sql finds by @id; 0 when there is none. */
static gint64
look_up (AssayDb *db, const char *sql, gint64 id)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, NULL);
  gboolean row;

  if (statement == NULL)
    return 0;
  assay_statement_bind_int (statement, 1, id);
  if (!assay_statement_step (statement, &row, NULL) || !row)
    return 0;
  return assay_statement_get_int (statement, 0);
}

static gint64
find_supplier (AssayDb *db, const AssayRecord *record)
{
  static const char of_order[] = "SELECT supplier FROM purchase_order WHERE id = ?1";
  static const char of_line[] = "SELECT o.supplier FROM order_line AS l JOIN purchase_order AS o "
                                "ON o.id = l.purchase_order WHERE l.id = ?1";

  switch ((int)assay_record_get_kind (record))
    {
    case ASSAY_TYPE_ORDER:
      return assay_record_get_reference (record, ASSAY_ORDER_SUPPLIER);
    case ASSAY_TYPE_ORDER_LINE:
      return look_up (db, of_order,
                      assay_record_get_reference (record, ASSAY_ORDER_LINE_PURCHASE_ORDER));
    case ASSAY_TYPE_PROMISE:
      return look_up (db, of_line, assay_record_get_reference (record, ASSAY_PROMISE_ORDER_LINE));
    case ASSAY_TYPE_DELIVERY:
      return look_up (db, of_line, assay_record_get_reference (record, ASSAY_DELIVERY_ORDER_LINE));
    default:
      return 0;
    }
}

void
assay_closed_days_remark_record (AssayDb *db, const AssayRecord *record, AssayProblems *remarks)
{
  gint64 supplier = find_supplier (db, record);
  g_autoptr (AssayWorkCalendars) calendars
      = supplier != 0 ? assay_work_calendars_load_one (db, supplier, NULL) : NULL;

  if (calendars != NULL)
    assay_closed_days_remark (calendars, supplier, record, remarks);
}
