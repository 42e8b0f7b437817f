/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a test protocol: its tests in order. Main thread. */

#pragma once

#include "ui/record/record-page.h"

G_BEGIN_DECLS

AdwNavigationPage *assay_protocol_page_new (AssayContext *context, gint64 id);

G_END_DECLS
