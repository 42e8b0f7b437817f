/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the code of a traceability tag says, whether its address was opened and what it showed;
 * reads the code from a photo that is chosen, dropped or pasted here. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_TAG_CARD (assay_tag_card_get_type ())
G_DECLARE_FINAL_TYPE (AssayTagCard, assay_tag_card, ASSAY, TAG_CARD, GtkWidget)

AssayTagCard *assay_tag_card_new (AssayContext *context);
/* @tag: evidence of that kind. Again after each change of the book. */
void assay_tag_card_show (AssayTagCard *card, AssayRecord *tag);

G_END_DECLS
