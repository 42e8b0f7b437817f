/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Labels for the pieces of a sample, one for each: its number as a QR code, which a reader types
 * into the search, and in words what it is. */

#pragma once

#include "report/inspection-data.h"

G_BEGIN_DECLS

/* No more on one sheet. */
#define ASSAY_SAMPLE_LABELS 10

AssayDocument *assay_sample_label_make (AssayDb *db,
                                        gint64 sample,
                                        gint32 today,
                                        AssayReportBrand *brand,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
