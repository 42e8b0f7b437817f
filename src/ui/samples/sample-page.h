/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a sample: how far it is on its way, its tests with an entry for each result, what is
 * said to the supplier, the other rounds. Main thread. */

#pragma once

#include "ui/record/record-page.h"

G_BEGIN_DECLS

AdwNavigationPage *assay_sample_page_new (AssayContext *context, gint64 id);

G_END_DECLS
