/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one scan of the order lines that lead-time figures are made from: its SQL and what its
 * columns are. Internal to the insight layer. */

#pragma once

#include "insight/grouping.h"

G_BEGIN_DECLS

enum
{
  ASSAY_LINE_SCAN_KEY,
  ASSAY_LINE_SCAN_DELIVERED, /* NULL: due and not delivered */
  ASSAY_LINE_SCAN_LEAD,
  ASSAY_LINE_SCAN_SLIP,
};

AssayStatement *
assay_line_scan_prepare (AssayDb *db, const AssayLeadTimeQuestion *question, GError **error);
const char *assay_line_scan_promise (const AssayLeadTimeQuestion *question);
const char *assay_line_scan_slip (const AssayLeadTimeQuestion *question);
void assay_line_scan_append_where (GString *sql, const AssayLeadTimeQuestion *question);
void assay_line_scan_bind (AssayStatement *statement, const AssayLeadTimeQuestion *question);
gint64 assay_line_scan_key (AssayGrouping by, sqlite3_stmt *handle);

G_END_DECLS
