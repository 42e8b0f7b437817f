/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scouting board: suppliers as cards in columns, one for each status. A card is moved by
 * dragging it, by Ctrl+Left and Ctrl+Right, or from its menu; undo is offered. Where there is no
 * room for columns it shows one, chosen from a list. Search, filters and order are a table's. */

#pragma once

#include <adwaita.h>

#include "ui/table/table.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_BOARD (assay_board_get_type ())
G_DECLARE_FINAL_TYPE (AssayBoard, assay_board, ASSAY, BOARD, AdwBin)

GtkWidget *assay_board_new (AssayContext *context, AssayTable *table);

G_END_DECLS
