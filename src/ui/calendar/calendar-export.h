/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks where to and writes what is due into a calendar file. */

#pragma once

#include <gtk/gtk.h>

#include "insight/agenda.h"
#include "ui/context.h"

G_BEGIN_DECLS

void assay_calendar_save_as (AssayContext *context,
                             GtkWidget *parent,
                             const AssayAgendaQuestion *question);
/* Without the dialog. */
void
assay_calendar_save_to (AssayContext *context, const AssayAgendaQuestion *question, GFile *file);

G_END_DECLS
