/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a product: its facts, who makes it how reliably, its order lines and inspections. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

AdwNavigationPage *assay_product_page_new (AssayContext *context, gint64 id);

G_END_DECLS
