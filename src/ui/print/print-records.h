/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints, previews or saves documents about records. */

#pragma once

#include <gtk/gtk.h>

#include "report/record-report.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* @job is copied; @action is a GtkPrintOperationAction: EXPORT asks for a file. */
void assay_print_records (AssayContext *context,
                          GtkWindow *parent,
                          const AssayRecordJob *job,
                          int action);

G_END_DECLS
