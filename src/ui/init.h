/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has to be there before the first widget of ours is made. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ASSAY_UI_RESOURCES "/page/assay/Assay/ui/"

/* Registers templates, style and icons; again does nothing. GTK need not be initialised, but the
 * icons are found only when it is. */
void assay_ui_init (void);

G_END_DECLS
