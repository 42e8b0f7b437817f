/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files into the book and out of it, as a window does it. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* Adds files (GListModel of GFile) to a record, in one change. Failures go to the context. */
void assay_attach_files (AssayContext *context, AssayType type, gint64 id, GListModel *files);
void assay_attach_bytes (
    AssayContext *context, AssayType type, gint64 id, const char *file_name, GBytes *bytes);
/* Opens an attachment with the program of its kind, or saves a copy. */
void assay_attach_open (AssayContext *context, GtkWidget *widget, AssayRecord *attachment);
/* @bytes: of one that is not in the book yet, else NULL. */
void assay_attach_save_as (AssayContext *context,
                           GtkWidget *widget,
                           AssayRecord *attachment,
                           GBytes *bytes);

G_END_DECLS
