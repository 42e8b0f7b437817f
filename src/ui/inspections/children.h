/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a widget without a base class that does it has to do in its dispose. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

static inline void
assay_unparent_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

G_END_DECLS
