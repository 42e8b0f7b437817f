/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay backup`: a copy of a book, also while it is open elsewhere. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/new-file.h"
#include "cli/usage.h"

static const AssayUsage usage = {
  .name = "backup",
  .arguments = N_ ("BOOK FILE"),
  .summary = N_ ("Copies a book as it is at this moment, also while it is open elsewhere. Never "
                 "overwrites."),
  .min_arguments = 2,
  .max_arguments = 2,
};

/* SQLite writes the copy of one moment's state under the draft's name, which is still empty. */
static gboolean
copy_book (AssayDb *db, const char *path, GError **error)
{
  g_autoptr (AssayNewFile) file = assay_new_file_open (path, FALSE, error);
  g_autoptr (AssayStatement) statement = NULL;

  if (file == NULL)
    return FALSE;
  statement = assay_db_prepare (db, "VACUUM INTO ?1", error);
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_text (statement, 1, assay_new_file_draft (file));
  return assay_statement_run (statement, error) && assay_new_file_commit (file, error);
}

/**
 * assay_cli_backup:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_backup (int argc, char **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_autoptr (AssayBook) book = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!assay_usage_parse (&usage, NULL, argc, argv, &arguments, &status))
    return status;
  book = assay_usage_open_book (arguments[0]);
  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  status = copy_book (assay_book_get_reader (book), arguments[1], &error)
               ? ASSAY_EXIT_DONE
               : assay_usage_refuse (arguments[1], error);
  assay_book_close (book, NULL);
  return status;
}
