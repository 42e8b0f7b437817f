/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Assay without a window: the commands of the binary. Needs no display; writes what was asked for
 * to standard output and what went wrong to standard error. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the process ends with. */
enum
{
  ASSAY_EXIT_DONE = 0,
  ASSAY_EXIT_REFUSED = 1, /* bad data, or a file that cannot be read or written */
  ASSAY_EXIT_USAGE = 2,   /* wrong usage */
};

int assay_cli_run (int argc, char **argv, gboolean *handled);

G_END_DECLS
