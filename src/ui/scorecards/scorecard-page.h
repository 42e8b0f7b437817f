/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a scorecard: its criteria with their weights, and beside them the suppliers as these
 * weights rank them. Main thread. */

#pragma once

#include "ui/record/record-page.h"

G_BEGIN_DECLS

AdwNavigationPage *assay_scorecard_page_new (AssayContext *context, gint64 id);

G_END_DECLS
