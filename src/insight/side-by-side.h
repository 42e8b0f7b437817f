/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two to six suppliers side by side, as one chooses between them: what each is, what it says it can
 * do and on what terms, what it claims beside what was measured, and what was looked into. The same
 * rows in the window, on paper and on the command line. */

#pragma once

#include "insight/comparison.h"
#include "record/record.h"

G_BEGIN_DECLS

/* What is known of one supplier beside its record; counts of the book's rows. */
typedef struct
{
  gint64 sites;
  gint64 capabilities, capabilities_seen, capabilities_verified; /* seen: those verified as well */
  gint64 calls, calls_again, calls_not_again;
  gint64 repair_partners;
  gint64 risks, risks_high; /* not closed; of these: of high impact */
  gint64 evidence, evidence_verified, evidence_expired;
  gint64 samples, samples_approved, samples_rejected;
  gint64 tests, tests_failed;
  gint64 orders;
} AssaySupplierCounts;

typedef struct
{
  AssayRecord *supplier;
  char *processes; /* "cutting, sewing", each once; NULL where none is noted */
  char *said;      /* on warranty and repair, by the customer that was called last; nullable */
  AssaySupplierCounts counts;
  AssayLeadTimeRow *lead;
  AssayDefectRow *defects;
  AssayClaim claimed_lead, claimed_lead_sd, claimed_on_time, claimed_defects;
  AssayClaim claimed_ppm; /* the same as claimed_defects, in defective units per million */
} AssaySupplierSide;

typedef struct
{
  gint64 suppliers[ASSAY_COMPARISON_MOST];
  guint n; /* from 1 on */
  AssayPeriodRange period;
  gint32 today;
  AssayLeadTimeRules rules;
  AssayIntervalKind interval;
} AssaySideBySideQuestion;

typedef struct
{
  AssaySideBySideQuestion question;
  AssaySupplierSide sides[ASSAY_COMPARISON_MOST];
  char *definition;
} AssaySideBySide;

/* What stands in one cell. */
typedef struct
{
  char *words;                  /* a dash where nothing is known */
  char *detail;                 /* a second line; nullable */
  double value;                 /* NaN: not known, or no number */
  double claimed;               /* NaN: nothing */
  const AssayMeasurement *with; /* what was measured; nullable, of the table */
  AssayClaimVerdict verdict;    /* UNKNOWN where nothing is claimed */
} AssaySideCell;

AssaySideBySide *
assay_side_by_side_ask (AssayDb *db, const AssaySideBySideQuestion *question, GError **error);
void assay_side_by_side_free (AssaySideBySide *table);

guint assay_side_by_side_n_rows (void);
/* "claimed_lead"; its heading and group, translated; "days". A group's rows follow each other. */
const char *assay_side_row_name (guint row);
const char *assay_side_row_title (guint row);
const char *assay_side_row_group (guint row);
const char *assay_side_row_unit (guint row); /* nullable */
/* Of the group that sets what is claimed beside what was measured. */
gboolean assay_side_row_is_measured (guint row);
void
assay_side_by_side_cell (const AssaySideBySide *table, guint row, guint side, AssaySideCell *cell);
/* Whether anything is known of any side. */
gboolean assay_side_by_side_has_row (const AssaySideBySide *table, guint row);
void assay_side_cell_clear (AssaySideCell *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssaySideBySide, assay_side_by_side_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AssaySideCell, assay_side_cell_clear)

G_END_DECLS
