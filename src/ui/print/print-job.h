/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints, previews or saves whatever documents a request stands for. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"
#include "ui/print/print-kind.h"

G_BEGIN_DECLS

/* @action is a GtkPrintOperationAction: EXPORT asks for a file. */
void assay_print (AssayContext *context,
                  GtkWindow *parent,
                  const AssayPrintKind *kind,
                  gconstpointer request,
                  int action);

G_END_DECLS
