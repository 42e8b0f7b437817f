/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a supplier: what it claims beside what was seen, its contacts, orders, inspections.
 */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

AdwNavigationPage *assay_supplier_page_new (AssayContext *context, gint64 id);

G_END_DECLS
