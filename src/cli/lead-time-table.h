/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What `assay figures BOOK lead-time` prints. */

#pragma once

#include "cli/figures-options.h"

G_BEGIN_DECLS

gboolean assay_lead_time_table_print (AssayDb *db,
                                      const AssayLeadTimeQuestion *question,
                                      const AssayFiguresOptions *options,
                                      GError **error);

G_END_DECLS
