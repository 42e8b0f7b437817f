/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks which test protocol a product takes its requirements from. Main thread. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_PROTOCOL_CHOOSER (assay_protocol_chooser_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayProtocolChooser, assay_protocol_chooser, ASSAY, PROTOCOL_CHOOSER, AdwDialog)

/* Signal "chosen" (gint64 protocol). */
AdwDialog *assay_protocol_chooser_new (AssayContext *context);

G_END_DECLS
