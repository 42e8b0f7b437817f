/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks where to and writes a text there. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

void
assay_save_text (AssayContext *context, GtkWidget *widget, const char *file_name, const char *text);

G_END_DECLS
