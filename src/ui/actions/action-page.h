/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a corrective action: what is wrong, why, what is done about it, what shows that it
 * was, and whether it worked; a step further by one click. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

AdwNavigationPage *assay_action_page_new (AssayContext *context, gint64 id);

G_END_DECLS
