/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A new corrective action before anybody typed: what can be proposed. Main thread. */

#pragma once

#include "ui/context.h"

G_BEGIN_DECLS

/* Gives @action the next free number and the day of today, where it has none. */
void assay_new_action_propose (AssayContext *context, AssayRecord *action);

G_END_DECLS
