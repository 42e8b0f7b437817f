/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The report of an import as text: to the clipboard or into a file. */

#pragma once

#include <gtk/gtk.h>

#include "exchange/import-result.h"
#include "ui/context.h"

G_BEGIN_DECLS

void assay_import_report_copy (GtkWidget *from, AssayImportResult *result, const char *name);
/* Asks where; says on the context when it could not be written. */
void assay_import_report_save (GtkWidget *from,
                               AssayContext *context,
                               AssayImportResult *result,
                               const char *name);

G_END_DECLS
