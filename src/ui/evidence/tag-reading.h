/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills in a traceability tag from a photo: the photo is read on a thread of its own, and what its
 * code says goes into the tag together with the photo, in one change. Several codes are chosen
 * from; none, or no picture, is said. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* @evidence: the tag; 0 makes a new one. @parent: over which it asks. */
void assay_tag_read_file (AssayContext *context, GtkWidget *parent, gint64 evidence, GFile *file);
void assay_tag_read_bytes (AssayContext *context,
                           GtkWidget *parent,
                           gint64 evidence,
                           const char *file_name,
                           GBytes *bytes);
/* Asks for the photo. */
void assay_tag_read_choose (AssayContext *context, GtkWidget *parent, gint64 evidence);

/* In a change: what @code says becomes what the tag says; what was found behind another code before
 * is forgotten. The photo is attached unless it is %NULL. Returns the tag, 0 on error. */
gint64 assay_tag_fill (AssayDb *db,
                       gint64 evidence,
                       const char *code,
                       const char *file_name,
                       GBytes *photo,
                       GError **error);

G_END_DECLS
