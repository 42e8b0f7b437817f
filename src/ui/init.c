/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/init.h"

#include <gtk/gtk.h>

#include "ui-resources.h"

void
assay_ui_init (void)
{
  GdkDisplay *display = gdk_display_get_default ();

  /* A static library's constructors are dropped when nothing refers to them. */
  g_resources_register (assay_ui_get_resource ());

  if (display)
    {
      GtkIconTheme *theme = gtk_icon_theme_get_for_display (display);

      gtk_icon_theme_add_resource_path (theme, "/page/assay/Assay/icons");
    }
}
