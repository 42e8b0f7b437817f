/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lead time and slip of order lines, asked of a book.
 *
 * Slip is the received date of the last piece minus the first promise (or the latest: a rule), in
 * calendar days; negative is early. Lead time is that date minus the day on which the order was
 * sent (or confirmed). On time is slip ≤ 0, or a slip within a window that was agreed. A line that
 * is due and not delivered counts as late in the on-time share and stands in open_late, but has no
 * slip yet. */

#pragma once

#include "figures/summary.h"
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

/* How lead times are told: settings of the book, which stand beside every figure. */
typedef struct
{
  gboolean from_confirmed; /* lead time starts at confirmed, not at sent */
  gboolean against_latest; /* slip is measured against the latest promise, not the first */
  gboolean has_early;      /* `early` holds; else no delivery is too early */
  gint32 early;            /* days before the promise that are still on time, ≥ 0 */
  gint32 late;             /* days after it that are, ≥ 0 */
} AssayLeadTimeRules;

typedef struct
{
  AssayGrouping by;
  gint64 supplier; /* only this one; 0 for all */
  gint64 product;  /* only this one; 0 for all */
  gint32 from, to; /* delivered (or due) between; ASSAY_DATE_UNKNOWN is open */
  gint32 today;    /* what "due" is measured against */
  AssayLeadTimeRules rules;
} AssayLeadTimeQuestion;

typedef struct
{
  gint64 id;         /* supplier or product; 0 where the group is no record */
  char *group;       /* name, "2026-03", country code, mode; NULL stands for unknown */
  AssaySummary lead; /* days */
  AssaySummary slip; /* days */
  gint64 early_n, on_time_n, late_n, open_late_n; /* early: before the promised day; late: after
                                                     it and no longer on time */
  double
      on_time; /* on_time_n (early included) ÷ (delivered with slip + open_late_n); NaN if none */
} AssayLeadTimeRow;

/* What the book says of it. */
gboolean assay_lead_time_rules_read (AssayDb *db, AssayLeadTimeRules *rules, GError **error);
/* A window as the setting has it, "7:0"; FALSE when it is none. */
gboolean assay_lead_time_window_parse (const char *text, AssayLeadTimeRules *rules);

/* Rows by name; *@total over all lines that match. GPtrArray of AssayLeadTimeRow. */
GPtrArray *assay_lead_time_figures (AssayDb *db,
                                    const AssayLeadTimeQuestion *question,
                                    AssayLeadTimeRow **total,
                                    GError **error);
void assay_lead_time_row_free (AssayLeadTimeRow *row);
/* What the figures mean, in a translated sentence or two, to stand beside them. */
char *assay_lead_time_definition (const AssayLeadTimeQuestion *question);

/* Slips of delivered lines in order of delivery, of one supplier (0: all in one series). */
AssaySeries *
assay_lead_time_slips (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error);
/* One series a supplier: GPtrArray of AssaySeries. */
GPtrArray *assay_lead_time_slips_by_supplier (AssayDb *db,
                                              const AssayLeadTimeQuestion *question,
                                              GError **error);

/* Lines due in each month in order of time, AssayCountPoint: of `inspected` that were due so many
 * as `defective` says came on time. */
AssaySeries *
assay_on_time_months (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayLeadTimeRow, assay_lead_time_row_free)

G_END_DECLS
