/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Up to six suppliers side by side: what they are, say, claim and were measured at. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* @suppliers: gint64; those beyond the sixth are left out. */
AdwNavigationPage *assay_compare_page_new (AssayContext *context, GArray *suppliers);

G_END_DECLS
