/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay example`: a book to try everything on. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/usage.h"
#include "exchange/example.h"
#include "record/date.h"

static const AssayUsage usage = {
  .name = "example",
  .arguments = N_ ("BOOK"),
  .summary = N_ ("Makes the example book: a backpack brand with seven factories and two years of "
                 "orders and inspections that end today. Never overwrites."),
  .min_arguments = 1,
  .max_arguments = 1,
};

/* A book half made is no use. */
static void
remove_book (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

/**
 * assay_cli_example:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_example (int argc, char **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *today_words = NULL;
  g_autoptr (AssayBook) book = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "today", 0, 0, G_OPTION_ARG_FILENAME, &today_words,
      N_ ("The day on which the example ends, instead of today"), N_ ("DATE") },
    G_OPTION_ENTRY_NULL,
  };
  gint32 today;
  gboolean done;
  int status;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (!assay_usage_parse_date (&usage, "today", today_words, &today))
    return ASSAY_EXIT_USAGE;
  if (today == ASSAY_DATE_UNKNOWN)
    today = assay_date_today ();
  book = assay_book_open (arguments[0], ASSAY_BOOK_CREATE | ASSAY_BOOK_MUST_MAKE, &error);
  if (book == NULL)
    return assay_usage_refuse (arguments[0], error);
  folder = assay_example_folder ();
  done = assay_example_make (book, folder, today, NULL, &error);
  if (!assay_book_close (book, done ? &error : NULL))
    done = FALSE;
  if (!done)
    {
      remove_book (arguments[0]);
      return assay_usage_refuse (arguments[0], error);
    }
  name = g_filename_display_name (arguments[0]);
  printf (_ ("%s holds the example\n"), name);
  return ASSAY_EXIT_DONE;
}
