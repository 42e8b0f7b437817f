/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a command as the binary would and keeps what it prints. */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  int status;
  char *output;
  char *errors;
} CliRun;

/* Arguments after "assay", NULL ends. */
CliRun *cli_run (const char *first, ...) G_GNUC_NULL_TERMINATED;
void cli_run_free (CliRun *run);
/* The output, which must be one JSON object. */
JsonObject *cli_run_parse (const CliRun *run);
/* Row @i of its rows. */
JsonObject *cli_row (JsonObject *object, guint i);
/* The row whose group is @group. */
JsonObject *cli_find_row (JsonObject *object, const char *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliRun, cli_run_free)

G_END_DECLS
