/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a piece of evidence: how it stands, what speaks against it, what its scheme proves
 * and does not, and the log of look-ups. Main thread. */

#pragma once

#include "ui/record/record-page.h"

G_BEGIN_DECLS

AdwNavigationPage *assay_evidence_page_new (AssayContext *context, gint64 id);

G_END_DECLS
