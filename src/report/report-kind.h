/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The documents that an inspection can be put on paper as. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ASSAY_REPORT_SUMMARY,       /* for management, on one page */
  ASSAY_REPORT_FULL,          /* everything that was recorded */
  ASSAY_REPORT_REWORK_LETTER, /* to the factory */
  ASSAY_REPORT_BLANK_FORM,    /* to fill in by hand */
  ASSAY_N_REPORTS,
} AssayReportKind;

/* As options and actions name it: "rework-letter". */
const char *assay_report_kind_to_string (AssayReportKind kind);
gboolean assay_report_kind_parse (const char *name, AssayReportKind *kind);
/* As menus name it, translated. */
const char *assay_report_kind_label (AssayReportKind kind);

G_END_DECLS
