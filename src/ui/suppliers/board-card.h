/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A supplier on the scouting board: its name, where it is and what it offers. It can be dragged. */

#pragma once

#include <gtk/gtk.h>

#include "store/record-list.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_BOARD_CARD (assay_board_card_get_type ())
G_DECLARE_FINAL_TYPE (AssayBoardCard, assay_board_card, ASSAY, BOARD_CARD, GtkWidget)

GtkWidget *assay_board_card_new (void);
/* Follows what stands in the slot; NULL lets it go. */
void assay_board_card_set_slot (AssayBoardCard *card, AssayRecordSlot *slot);
AssayRecordSlot *assay_board_card_get_slot (AssayBoardCard *card);
/* Nullable: it has not been read yet. */
AssayRecord *assay_board_card_get_record (AssayBoardCard *card);
/* "Hải Phòng, Vietnam · Alibaba": what stands below the name, for those who do not see it. */
char *assay_board_card_describe (AssayRecord *supplier);

G_END_DECLS
