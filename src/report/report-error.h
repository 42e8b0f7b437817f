/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can go wrong on the way to paper, in codes that a caller can act on. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ASSAY_REPORT_ERROR (assay_report_error_quark ())
GQuark assay_report_error_quark (void);

typedef enum
{
  ASSAY_REPORT_ERROR_NOT_FOUND, /* no such record to report on */
  ASSAY_REPORT_ERROR_AMBIGUOUS, /* a report number that several inspections carry */
  ASSAY_REPORT_ERROR_DRAW,      /* the pages could not be drawn */
  ASSAY_REPORT_ERROR_EMPTY,     /* nothing to put on paper */
} AssayReportError;

G_END_DECLS
