/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Due diligence of a supplier or a product on paper: every item of every list in use, where it
 * stands, what answers it and what is missing, with room for signatures. On the thread that owns
 * the connection. */

#pragma once

#include "insight/diligence.h"
#include "report/inspection-data.h"

G_BEGIN_DECLS

/* @reason: why a supplier was approved with open items; nullable. */
AssayDocument *assay_diligence_report_new (const AssayDiligence *diligence,
                                           const char *reason,
                                           gint32 today,
                                           AssayReportBrand *brand);
/* @id is the key of a supplier or of a product. */
AssayDocument *assay_diligence_report_make (AssayDb *db,
                                            gint64 id,
                                            gint32 today,
                                            AssayReportBrand *brand,
                                            GCancellable *cancellable,
                                            GError **error);

G_END_DECLS
