/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A desktop notification when a book is opened: how many certificates ran out, findings are overdue
 * and so on, without names, since others may see the screen. Settings "remind-at-start" and
 * "remind-days"; silent where nobody shows notifications. Main thread. */

#pragma once

#include "insight/agenda-reminders.h"
#include "ui/context.h"

G_BEGIN_DECLS

void assay_reminder_notice_show (GApplication *application, AssayContext *context);
/* NULL where there is nothing to remind of. */
GNotification *assay_reminder_notice_new (const AssayAgenda *agenda, const char *book);

G_END_DECLS
