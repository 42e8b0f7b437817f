/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file dialog that looks for tables. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkFileDialog *assay_import_choose_new (void);

G_END_DECLS
