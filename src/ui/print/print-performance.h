/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints, previews or saves performance reports of suppliers, or their comparison. */

#pragma once

#include <gtk/gtk.h>

#include "report/performance-batch.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* @job is copied; @action is a GtkPrintOperationAction: EXPORT asks for a file. */
void assay_print_performance (AssayContext *context,
                              GtkWindow *parent,
                              const AssayPerformanceJob *job,
                              int action);

G_END_DECLS
