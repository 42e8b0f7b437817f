/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A titled part of a record's page, with buttons beside the title. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ASSAY_TYPE_SECTION (assay_section_get_type ())
G_DECLARE_FINAL_TYPE (AssaySection, assay_section, ASSAY, SECTION, GtkWidget)

GtkWidget *assay_section_new (const char *title, GtkWidget *child);
void assay_section_set_title (AssaySection *section, const char *title);
void assay_section_add_button (AssaySection *section, GtkWidget *button);
/* A button with an "i" that explains in a popover how something is computed. */
void assay_section_set_explanation (AssaySection *section, const char *words);

/* A flat button with an icon, named for everybody. */
GtkWidget *assay_icon_button_new (const char *icon, const char *tooltip);
void assay_box_clear (GtkBox *box);
/* Takes the rows away; the words for an empty list stay. */
void assay_list_box_clear (GtkListBox *list);

G_END_DECLS
