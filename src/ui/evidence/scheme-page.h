/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a scheme: what it proves and does not, where and how its documents are looked up, and
 * the evidence under it. Main thread. */

#pragma once

#include "ui/record/record-page.h"

G_BEGIN_DECLS

AdwNavigationPage *assay_scheme_page_new (AssayContext *context, gint64 id);

G_END_DECLS
