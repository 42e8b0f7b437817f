/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay check`: whether a book is whole. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/book-check.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/usage.h"

static const AssayUsage usage = {
  .name = "check",
  .arguments = N_ ("BOOK"),
  .summary = N_ ("Checks that a book is whole: the file, the references between records, its "
                 "columns, what is derived, attachments and their bytes. Changes nothing."),
  .min_arguments = 1,
  .max_arguments = 1,
};

/**
 * assay_cli_check:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status; refused when something is wrong
 */
int
assay_cli_check (int argc, char **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_autoptr (AssayBook) book = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  int status;

  if (!assay_usage_parse (&usage, NULL, argc, argv, &arguments, &status))
    return status;
  book = assay_usage_open_book (arguments[0]);
  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  name = g_filename_display_name (arguments[0]);
  problems = assay_book_check (assay_book_get_reader (book), &error);
  status = ASSAY_EXIT_REFUSED;
  if (problems == NULL)
    assay_usage_refuse (arguments[0], error);
  else if (problems->len == 0)
    {
      printf (_ ("%s is whole\n"), name);
      status = ASSAY_EXIT_DONE;
    }
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    fprintf (stderr, "assay: %s: %s\n", name, (const char *)g_ptr_array_index (problems, i));
  assay_book_close (book, NULL);
  return status;
}
