/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The groups of Today that come from the agenda: evidence, audit findings, samples, risks. */

#pragma once

#include <adwaita.h>

#include "insight/agenda-reminders.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* At most @most rows and a button for the rest; NULL where there is nothing of @reminder. */
GtkWidget *assay_today_reminders_group_new (AssayContext *context,
                                            const AssayAgenda *agenda,
                                            AssayReminder reminder,
                                            guint most);

G_END_DECLS
