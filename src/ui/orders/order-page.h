/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of an order: its lines with what was promised and what came, sums, state. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

AdwNavigationPage *assay_order_page_new (AssayContext *context, gint64 id);

G_END_DECLS
