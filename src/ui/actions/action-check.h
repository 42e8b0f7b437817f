/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The question that closes a corrective action: did it work? Main thread. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* Asks over @parent and writes the answer. */
void assay_action_check_ask (AssayContext *context, AssayRecord *action, GtkWidget *parent);

G_END_DECLS
