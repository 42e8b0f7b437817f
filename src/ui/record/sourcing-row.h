/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A critical product and whom it depends on, as a row that opens the product. */

#pragma once

#include <adwaita.h>

#include "insight/diversification.h"
#include "ui/context.h"

G_BEGIN_DECLS

GtkWidget *assay_sourcing_row_new (AssayContext *context, const AssaySourcedProduct *product);
/* Whether one should look for another source, or for any. */
gboolean assay_sourcing_row_warns (const AssaySourcedProduct *product);

G_END_DECLS
