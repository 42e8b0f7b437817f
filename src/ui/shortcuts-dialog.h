/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys, as actions.c lists them. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwDialog *assay_shortcuts_dialog_new (void);

G_END_DECLS
