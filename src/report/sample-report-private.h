/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the report of a sample is made of, read before pages are made. */

#pragma once

#include "insight/sample-tests.h"
#include "insight/test-series.h"
#include "report/inspection-data.h"

G_BEGIN_DECLS

#define ASSAY_SAMPLE_REPORT_PICTURES 12

typedef struct
{
  AssayReportBrand *brand; /* borrowed */
  gint32 today;
  AssayRecord *sample;
  GPtrArray *tests;    /* AssayRecord in order */
  GPtrArray *rounds;   /* AssayRecord */
  GPtrArray *series;   /* AssayTestSeries of the product */
  GPtrArray *pictures; /* AssayPicture */
  GPtrArray *captions; /* char *, nullable, one for each */
  AssaySampleTests counts;
} AssaySampleReport;

AssaySampleReport *assay_sample_report_read (AssayDb *db,
                                             gint64 sample,
                                             gint32 today,
                                             AssayReportBrand *brand,
                                             GCancellable *cancellable,
                                             GError **error);
void assay_sample_report_free (AssaySampleReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssaySampleReport, assay_sample_report_free)

G_END_DECLS
