/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lead time and slip of order lines, asked of a book.
 *
 * Total lead time runs from the day on which the order was sent (or confirmed) to the day on which
 * the last piece was received, production from the later of confirmation and deposit (or from its
 * own start) to ready, transit from ready to received. Slip is the day that is compared with the
 * promise (received, shipped or ready) minus the first promise (or the latest), negative is early.
 * On time is slip ≤ 0, or a slip within a window that was agreed. A line that is due and not
 * delivered counts as late in the on-time share and stands in open_late, but has no slip yet. All
 * of this are rules of the book, see lead-time-rules.h; the definition says which hold. */

#pragma once

#include "figures/summary.h"
#include "insight/lead-time-rules.h"
#include "insight/series.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_GROUP_NONE,
  ASSAY_GROUP_SUPPLIER,
  ASSAY_GROUP_PRODUCT,
  ASSAY_GROUP_MONTH,
  ASSAY_GROUP_COUNTRY,
  ASSAY_GROUP_MODE,
  ASSAY_GROUP_KIND,  /* of inspection: lots alone */
  ASSAY_GROUP_CLASS, /* of defects: lots alone */
} AssayGrouping;

typedef struct
{
  AssayGrouping by;
  gint64 supplier; /* only this one; 0 for all */
  gint64 product;  /* only this one; 0 for all */
  gint64 line;     /* only this one; 0 for all */
  gint32 from, to; /* delivered (or due) between; ASSAY_DATE_UNKNOWN is open */
  gint32 today;    /* what "due" is measured against */
  AssayLeadTimeRules rules;
} AssayLeadTimeQuestion;

/* Enough orders for a percentile to be promised to customers. */
#define ASSAY_LEAD_TIME_MANY_ORDERS 8

typedef struct
{
  gint64 id;               /* supplier or product; 0 where the group is no record */
  char *group;             /* name, "2026-03", country code, mode; NULL stands for unknown */
  AssaySummary lead;       /* days, as the next ones */
  AssaySummary production; /* to ready */
  AssaySummary transit;    /* ready to received */
  AssaySummary slip;

  /* Lines, shipments or pieces, as the rules say. */
  gint64 due_n;                                   /* those that the share is of */
  gint64 early_n, on_time_n, late_n, open_late_n; /* early: before the promised day; late: after
                                                     it and no longer on time */
  double on_time; /* on_time_n (early ones included) ÷ due_n; NaN if none */

  /* Lines. */
  gint64 in_full_n; /* on time and in full */
  gint64 otif_n;    /* of so many that are due and whose pieces are known */
  double otif;      /* NaN if none */

  /* What is left out, in lines. */
  gint64 cancelled_n;
  gint64 not_due_n;     /* open, the promise lies ahead */
  gint64 no_promise_n;  /* neither slip nor on time */
  gint64 no_date_n;     /* received, but not known when it was shipped or ready, as the rules ask */
  gint64 not_sent_n;    /* no lead time: the day it starts from is not known */
  gint64 no_ready_n;    /* received; neither production nor transit */
  gint64 no_quantity_n; /* pieces not known: not in full, no weight */
  gint64 before_order_n; /* received before the order was sent: no lead time */
  gint64 before_start_n; /* ready before production could start: no production */
  gint64 before_ready_n; /* received before ready: no transit */

  /* What can be promised to customers: days from the order on. P85 of the lead time from
   * ASSAY_LEAD_TIME_MANY_ORDERS orders on, else the mean and one standard deviation. */
  double safe_days;
  gint64 orders_n; /* orders that the lead times are of; counted up to MANY_ORDERS */
} AssayLeadTimeRow;

/* Rows by name; *@total over all lines that match. GPtrArray of AssayLeadTimeRow. */
GPtrArray *assay_lead_time_figures (AssayDb *db,
                                    const AssayLeadTimeQuestion *question,
                                    AssayLeadTimeRow **total,
                                    GError **error);
void assay_lead_time_row_free (AssayLeadTimeRow *row);
/* What the figures mean, in translated sentences, to stand beside them. */
char *assay_lead_time_definition (const AssayLeadTimeQuestion *question);

/* Parts of it: of one measure; of the on-time shares; of means and spreads. */
char *assay_lead_time_define_measure (const AssayLeadTimeQuestion *question,
                                      AssayLeadMeasure measure);
char *assay_lead_time_define_on_time (const AssayLeadTimeQuestion *question);
char *assay_lead_time_define_statistics (const AssayLeadTimeQuestion *question);

/* Lines in order of delivery, of one supplier (0: all in one series). */
AssaySeries *assay_lead_time_series (AssayDb *db,
                                     const AssayLeadTimeQuestion *question,
                                     AssayLeadMeasure measure,
                                     GError **error);
/* One series a supplier: GPtrArray of AssaySeries. */
GPtrArray *assay_lead_time_series_by_supplier (AssayDb *db,
                                               const AssayLeadTimeQuestion *question,
                                               AssayLeadMeasure measure,
                                               GError **error);
/* The same of slip. */
AssaySeries *
assay_lead_time_slips (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error);
GPtrArray *assay_lead_time_slips_by_supplier (AssayDb *db,
                                              const AssayLeadTimeQuestion *question,
                                              GError **error);

/* Lines due in each month in order of time, AssayCountPoint: of `inspected` that were due so many
 * as `defective` says came on time. */
AssaySeries *
assay_on_time_months (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayLeadTimeRow, assay_lead_time_row_free)

G_END_DECLS
