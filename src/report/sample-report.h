/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The report of a sample: verdict, its way and cost, each test with its limit, results and
 * laboratory, what is said to the supplier, the rounds, photos. */

#pragma once

#include "report/inspection-data.h"

G_BEGIN_DECLS

AssayDocument *assay_sample_report_make (AssayDb *db,
                                         gint64 sample,
                                         gint32 today,
                                         AssayReportBrand *brand,
                                         GCancellable *cancellable,
                                         GError **error);

G_END_DECLS
