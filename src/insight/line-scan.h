/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one scan of the order lines that lead-time figures, their charts and their explanations are
 * made from: what each line is by the rules of the question. Internal to the insight layer. */

#pragma once

#include "insight/grouping.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_LINE_DONE,    /* the day that is compared with the promise is known */
  ASSAY_LINE_NO_DATE, /* received, but that day is not known */
  ASSAY_LINE_LATE,    /* due and not delivered */
  ASSAY_LINE_NOT_DUE, /* open, the promise lies ahead */
  ASSAY_LINE_OPEN,    /* open, nothing was promised */
  ASSAY_LINE_CANCELLED,
} AssayLineStanding;

/* Lines, shipments or pieces that are due: what the on-time share counts. */
typedef struct
{
  gint32 day; /* on which they count */
  gint64 n;
  double slip; /* days; NaN: not delivered */
} AssayLineDue;

/* How far it came as to the pieces. */
typedef enum
{
  ASSAY_LINE_FULL,
  ASSAY_LINE_SHORT,
  ASSAY_LINE_PIECES_UNKNOWN,
} AssayLineFill;

/* Days are ASSAY_DATE_UNKNOWN, quantities -1 where they are unknown. */
typedef struct
{
  gint64 id;
  gint64 order;
  gint64 supplier;
  gint64 key; /* what it is grouped by, see grouping.h */
  AssayLineStanding standing;
  gint32 day; /* on which it counts: compared with the promise, else received, else promised */
  gboolean is_within; /* it is of the period; else only some of what is due in it is */

  gint32 start; /* of total lead time */
  gint32 begun; /* of production */
  gint32 ready;
  gint32 received;
  gint32 done; /* what is compared with the promise */
  gint32 promise;
  gint64 quantity;
  AssayLineFill fill;

  double days[ASSAY_N_LEAD_MEASURES]; /* NaN where it cannot be told */
  guint backwards;                    /* a bit for each measure whose end is before its start */

  const AssayLineDue *due; /* until the next line */
  guint n_due;
  gboolean pieces_unknown; /* some of what is due could not be counted */
} AssayLine;

typedef struct _AssayLineScan AssayLineScan;

AssayLineScan *
assay_line_scan_new (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error);
void assay_line_scan_free (AssayLineScan *scan);
/* NULL after the last line, and on error. */
const AssayLine *assay_line_scan_next (AssayLineScan *scan);
/* Why there was no next line: FALSE for an error. */
gboolean assay_line_scan_finish (AssayLineScan *scan, GError **error);

/* Days between two days by the calendar of the scan's line, negative back in time. */
double assay_line_scan_span (const AssayLineScan *scan, gint32 from, gint32 to);

/* Whether a slip is on time, by the window that was agreed. */
static inline gboolean
assay_line_is_on_time (const AssayLeadTimeRules *rules, double slip)
{
  return slip <= rules->late && (!rules->has_early || slip >= -rules->early);
}

/* Whether a line that is due came on time with all its pieces. */
static inline gboolean
assay_line_is_in_full (const AssayLine *line, const AssayLeadTimeRules *rules)
{
  return line->standing == ASSAY_LINE_DONE && line->fill == ASSAY_LINE_FULL
         && assay_line_is_on_time (rules, line->days[ASSAY_LEAD_SLIP]);
}

/* Whether it is in fewer figures because nobody knows how many pieces it has. */
static inline gboolean
assay_line_has_unknown_pieces (const AssayLine *line, const AssayLeadTimeRules *rules)
{
  return (line->standing == ASSAY_LINE_DONE || line->standing == ASSAY_LINE_NO_DATE)
         && (line->fill == ASSAY_LINE_PIECES_UNKNOWN || line->pieces_unknown
             || (rules->weighted && line->quantity <= 0));
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayLineScan, assay_line_scan_free)

G_END_DECLS
