/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a milestone plan: its steps in order, and whether their shares make a whole. Main
 * thread. */

#pragma once

#include "ui/record/record-page.h"

G_BEGIN_DECLS

AdwNavigationPage *assay_plan_page_new (AssayContext *context, gint64 id);

G_END_DECLS
