/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that the performance page shows, asked in one go on the book's thread. */

#pragma once

#include "insight/defect-causes.h"
#include "insight/lead-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 supplier; /* 0: all */
  gint32 from, to; /* ASSAY_DATE_UNKNOWN is open */
  gint32 today;
  gboolean by_month;      /* defects: months instead of lots */
  AssayCauseBy causes_by; /* what defects are added up by */
} AssayPerformanceQuestion;

typedef struct
{
  GPtrArray *lead_rows;   /* AssayLeadTimeRow */
  AssayLeadTimeRow *lead; /* over all */
  GPtrArray *defect_rows; /* AssayDefectRow */
  AssayDefectRow *defects;
  AssaySeries *slips;
  GPtrArray *spread; /* AssaySeries */
  AssaySeries *lots;
  AssaySeries *on_time; /* months */
  GPtrArray *causes;    /* AssayCause */
  char *lead_definition;
  char *defect_definition;
} AssayPerformanceAnswer;

/* An AssayChangeFunc: @data is the question. */
gboolean assay_performance_answer_read (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error);
void assay_performance_answer_free (AssayPerformanceAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayPerformanceAnswer, assay_performance_answer_free)

G_END_DECLS
