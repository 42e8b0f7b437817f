/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Audits of the evidence register: what they shut on a scorecard, how many of their findings are
 * open, and what rating points are worth. */

#pragma once

#include "insight/key-index.h"
#include "insight/supplier-measures.h"
#include "record/record.h"

G_BEGIN_DECLS

/* In the order of assay_choices_finding_severity. */
typedef enum
{
  ASSAY_FINDING_OBSERVATION,
  ASSAY_FINDING_MINOR,
  ASSAY_FINDING_MAJOR,
  ASSAY_FINDING_CRITICAL,
  ASSAY_FINDING_ZERO_TOLERANCE,
  ASSAY_FINDING_UNKNOWN, /* nobody said how severe it is */
  ASSAY_N_FINDING_SEVERITIES,
} AssayFindingSeverity;

typedef struct
{
  guint all;
  guint open;                                    /* without a day on which they were closed */
  guint overdue;                                 /* open, and their day is over */
  guint by_severity[ASSAY_N_FINDING_SEVERITIES]; /* of those that are open */
  AssayFindingSeverity worst;                    /* open; ASSAY_FINDING_UNKNOWN: none is known */
} AssayFindingCounts;

/* @suppliers: AssaySupplierMeasures by the numbers of @ids. Assessments are taken before. */
gboolean assay_audits_add_gates (AssayDb *db,
                                 const AssayMeasuresQuestion *question,
                                 const AssayKeyIndex *ids,
                                 GPtrArray *suppliers,
                                 GError **error);

/* @findings: AssayRecord */
AssayFindingCounts assay_audits_count (const GPtrArray *findings, gint32 today);
AssayFindingSeverity assay_audits_severity (const AssayRecord *finding);
gboolean assay_audits_is_overdue (const AssayRecord *finding, gint32 today);
/* "2 of 5 findings open, 1 overdue; the worst: critical"; translated */
char *assay_audits_count_words (const AssayFindingCounts *counts);

/* The rating of amfori BSCI that @points of 100 are worth: "A" to "E"; NULL for what is no number
 * of points. */
const char *assay_audits_rating (gint64 points);
/* Whether the rating that is written down is another one than its points are worth, under a scheme
 * that has such ratings. */
gboolean assay_audits_rating_differs (const char *scheme, const char *rating, gint64 points);

G_END_DECLS
