/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways to reach somebody: what opens a mail address, a telephone number or a web address. */

#pragma once

#include <gtk/gtk.h>

#include "record/field.h"

G_BEGIN_DECLS

char *assay_reach_uri (AssayFieldKind kind, const char *address);
const char *assay_reach_icon (AssayFieldKind kind);
const char *assay_reach_verb (AssayFieldKind kind);
void assay_reach_open (GtkWidget *widget, AssayFieldKind kind, const char *address);

G_END_DECLS
