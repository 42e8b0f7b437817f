/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Printer, paper and margins as they were chosen last, in a key file in the user's configuration.
 */

#pragma once

#include <gtk/gtk.h>

#include "report/document.h"

G_BEGIN_DECLS

void assay_print_settings_load (GtkPrintSettings **settings, GtkPageSetup **setup);
gboolean
assay_print_settings_save (GtkPrintSettings *settings, GtkPageSetup *setup, GError **error);
GtkPageSetup *assay_print_settings_new_setup (AssayPaper paper);
void assay_print_settings_measure (GtkPageSetup *setup, AssayPageSetup *measures);

G_END_DECLS
