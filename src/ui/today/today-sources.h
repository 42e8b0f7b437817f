/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Critical products that hang on one supplier or have none, as a group of Today. */

#pragma once

#include <adwaita.h>

#include "insight/diversification.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* NULL where there is none. */
GtkWidget *assay_today_sources_group_new (AssayContext *context,
                                          const AssayDiversification *answer,
                                          guint most);

G_END_DECLS
