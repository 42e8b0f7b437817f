/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands, one function each. `argv[0]` is the command's own name, what follows are its
 * arguments; the result is the exit status, see cli.h. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int assay_cli_agenda (int argc, char **argv);
int assay_cli_backup (int argc, char **argv);
int assay_cli_calendar (int argc, char **argv);
int assay_cli_chart (int argc, char **argv);
int assay_cli_check (int argc, char **argv);
int assay_cli_claims (int argc, char **argv);
int assay_cli_compare (int argc, char **argv);
int assay_cli_defects (int argc, char **argv);
int assay_cli_diligence (int argc, char **argv);
int assay_cli_evidence (int argc, char **argv);
int assay_cli_diversification (int argc, char **argv);
int assay_cli_duplicates (int argc, char **argv);
int assay_cli_example (int argc, char **argv);
int assay_cli_export (int argc, char **argv);
int assay_cli_figures (int argc, char **argv);
int assay_cli_import (int argc, char **argv);
int assay_cli_list (int argc, char **argv);
int assay_cli_merge (int argc, char **argv);
int assay_cli_oc (int argc, char **argv);
int assay_cli_oc_chart (int argc, char **argv);
int assay_cli_plan (int argc, char **argv);
int assay_cli_read_code (int argc, char **argv);
int assay_cli_materials (int argc, char **argv);
int assay_cli_reorder (int argc, char **argv);
int assay_cli_report (int argc, char **argv);
int assay_cli_scorecard (int argc, char **argv);
int assay_cli_spend (int argc, char **argv);
int assay_cli_spend_chart (int argc, char **argv);
int assay_cli_tests (int argc, char **argv);

G_END_DECLS
