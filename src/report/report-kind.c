/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/report-kind.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *label;
} kinds[ASSAY_N_REPORTS] = {
  [ASSAY_REPORT_SUMMARY] = { "summary", N_ ("Summary for Management") },
  [ASSAY_REPORT_FULL] = { "full", N_ ("Full Report") },
  [ASSAY_REPORT_REWORK_LETTER] = { "rework-letter", N_ ("Rework Letter") },
  [ASSAY_REPORT_BLANK_FORM] = { "blank-form", N_ ("Blank Form") },
};

const char *
assay_report_kind_to_string (AssayReportKind kind)
{
  return kinds[kind].name;
}

gboolean
assay_report_kind_parse (const char *name, AssayReportKind *kind)
{
  for (guint i = 0; i < ASSAY_N_REPORTS; i++)
    if (g_strcmp0 (name, kinds[i].name) == 0)
      {
        *kind = (AssayReportKind)i;
        return TRUE;
      }
  return FALSE;
}

const char *
assay_report_kind_label (AssayReportKind kind)
{
  return g_dgettext (GETTEXT_PACKAGE, kinds[kind].label);
}
