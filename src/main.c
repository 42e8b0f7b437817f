/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a start begins: a command does its work without a display, anything else opens a window. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli/cli.h"
#include "ui/application.h"

int
main (int argc, char **argv)
{
  g_autoptr (AssayApplication) application = NULL;
  gboolean handled = FALSE;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ASSAY_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("assay");

  status = assay_cli_run (argc, argv, &handled);
  if (handled)
    return status;

  application = assay_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
