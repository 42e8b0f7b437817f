/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One photo or file: its thumbnail or the icon of its kind, a button that takes it away, and, when
 * large, its caption to type. Signals "activated" and "remove". */

#pragma once

#include <gtk/gtk.h>

#include "ui/inspections/draft-file.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_FILE_TILE (assay_file_tile_get_type ())
G_DECLARE_FINAL_TYPE (AssayFileTile, assay_file_tile, ASSAY, FILE_TILE, GtkWidget)

/* A photo that was not taken about the day of the inspection says so. */
GtkWidget *assay_file_tile_new (AssayDraftFile *file, gboolean large, gint32 inspected_on);
void assay_file_tile_set_inspected_on (AssayFileTile *tile, gint32 inspected_on);
/* NULL when there is none. */
const char *assay_file_tile_get_warning (AssayFileTile *tile);
AssayDraftFile *assay_file_tile_get_file (AssayFileTile *tile);

G_END_DECLS
