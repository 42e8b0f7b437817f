/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All suppliers, as a table or on the scouting board. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

AdwNavigationPage *assay_suppliers_page_new (AssayContext *context, const char *title);

G_END_DECLS
