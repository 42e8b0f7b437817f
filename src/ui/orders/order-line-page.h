/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of an order line: every date that was ever promised, what came and what is missing, the
 * inspections of the lot. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

AdwNavigationPage *assay_order_line_page_new (AssayContext *context, gint64 id);

G_END_DECLS
