/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One attachment: its thumbnail or the icon of its kind, its caption, and what can be done with it.
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_ATTACHMENT_TILE (assay_attachment_tile_get_type ())
G_DECLARE_FINAL_TYPE (AssayAttachmentTile, assay_attachment_tile, ASSAY, ATTACHMENT_TILE, GtkWidget)

GtkWidget *assay_attachment_tile_new (AssayContext *context, AssayRecord *attachment);

G_END_DECLS
