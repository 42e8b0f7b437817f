/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rounds of samples of one product and supplier as a list; a row opens its sample. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

GtkListBox *assay_sample_rounds_new (AssayContext *context);
/* GPtrArray of AssayRecord; @here: the sample whose page this is. */
void assay_sample_rounds_show (GtkListBox *list, GPtrArray *rounds, gint64 here);

G_END_DECLS
