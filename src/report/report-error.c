/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/report-error.h"

G_DEFINE_QUARK (assay_report_error_quark, assay_report_error)
