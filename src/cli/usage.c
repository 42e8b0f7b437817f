/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "cli/usage.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/cli.h"
#include "cli/text-table.h"
#include "record/date.h"

static GOptionContext *
make_context (const AssayUsage *usage, const GOptionEntry *entries)
{
  GOptionContext *context = g_option_context_new (_ (usage->arguments));
  g_autofree char *summary = assay_terminal_wrap (_ (usage->summary));
  g_autofree char *details
      = usage->details != NULL ? assay_terminal_wrap (_ (usage->details)) : NULL;

  /* They are translated already; the context would look their lines up again, and find nothing. */
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, details);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

static void
print_help (const AssayUsage *usage, GOptionContext *context)
{
  g_autofree char *name = g_strconcat ("assay ", usage->name, NULL);
  g_autofree char *before = g_strdup (g_get_prgname ());
  g_autofree char *help = NULL;

  g_set_prgname (name);
  help = g_option_context_get_help (context, TRUE, NULL);
  g_set_prgname (before);
  fputs (help, stdout);
}

static guint
length (GStrv strings)
{
  return strings != NULL ? g_strv_length (strings) : 0;
}

/**
 * assay_usage_parse:
 * @usage: how the command is called
 * @entries: (nullable): its options; text options are of the kind FILENAME, whose bytes are taken
 * as they are in every locale
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 * @arguments: (out) (transfer full): what is left besides options; never %NULL on success
 * @status: (out): exit status when there is nothing more to do
 *
 * Returns: whether to go on; else help or what is wrong was printed
 */
gboolean
assay_usage_parse (const AssayUsage *usage,
                   const GOptionEntry *entries,
                   int argc,
                   char **argv,
                   GStrv *arguments,
                   int *status)
{
  gboolean help = FALSE;
  g_auto (GStrv) rest = NULL;
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = make_context (usage, entries);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;

  *arguments = NULL;
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  for (int i = 0; i < argc; i++)
    g_strv_builder_add (builder, argv[i]);
  words = g_strv_builder_end (builder);
  if (!g_option_context_parse_strv (context, &words, &error))
    {
      *status = assay_usage_wrong (usage, "%s", error->message);
      return FALSE;
    }
  if (help)
    {
      print_help (usage, context);
      *status = ASSAY_EXIT_DONE;
      return FALSE;
    }
  if (length (rest) < usage->min_arguments || length (rest) > usage->max_arguments)
    {
      *status = assay_usage_wrong (usage, "%s",
                                   length (rest) < usage->min_arguments
                                       ? _ ("something is missing")
                                       : _ ("there are too many arguments"));
      return FALSE;
    }
  *arguments = rest != NULL ? g_steal_pointer (&rest) : g_new0 (char *, 1);
  return TRUE;
}

/**
 * assay_usage_wrong:
 * @usage: how the command is called
 * @format: what is wrong, translated
 *
 * Says that a command was called wrongly, and how it is called.
 *
 * Returns: %ASSAY_EXIT_USAGE
 */
int
assay_usage_wrong (const AssayUsage *usage, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  fprintf (stderr, "assay %s: %s\n", usage->name, message);
  fprintf (stderr, _ ("Usage: assay %s %s\n"), usage->name, _ (usage->arguments));
  fprintf (stderr, _ ("“assay %s --help” tells more.\n"), usage->name);
  return ASSAY_EXIT_USAGE;
}

/**
 * assay_usage_refuse:
 * @file: (nullable): the file that it is about
 * @error: why
 *
 * Says why something could not be done.
 *
 * Returns: %ASSAY_EXIT_REFUSED
 */
int
assay_usage_refuse (const char *file, const GError *error)
{
  g_autofree char *words = NULL;
  g_autofree char *name = file != NULL ? g_filename_display_name (file) : NULL;

  if (error->domain == ASSAY_STORE_ERROR && name != NULL)
    words = assay_store_error_describe (error, name);
  if (words != NULL)
    fprintf (stderr, "assay: %s\n", words);
  else if (name != NULL)
    fprintf (stderr, "assay: %s: %s\n", name, error->message);
  else
    fprintf (stderr, "assay: %s\n", error->message);
  return ASSAY_EXIT_REFUSED;
}

/**
 * assay_usage_open_book:
 * @path: the file
 *
 * Opens a book, read-only where it cannot be written, and says so when that fails. A connection
 * that might write is asked for even to read: one that may not would leave the log's files behind.
 *
 * Returns: (transfer full) (nullable): the book
 */
AssayBook *
assay_usage_open_book (const char *path)
{
  g_autoptr (GError) error = NULL;
  AssayBook *book = assay_book_open (path, 0, &error);

  if (book == NULL)
    assay_usage_refuse (path, error);
  return book;
}

/**
 * assay_usage_parse_date:
 * @usage: how the command is called
 * @option: the option's name
 * @text: (nullable): YYYY-MM-DD
 * @date: (out): the date, %ASSAY_DATE_UNKNOWN without @text
 *
 * Returns: %FALSE when it is no date, which was said
 */
gboolean
assay_usage_parse_date (const AssayUsage *usage, const char *option, const char *text, gint32 *date)
{
  *date = ASSAY_DATE_UNKNOWN;
  if (text == NULL || assay_date_parse_iso (text, date))
    return TRUE;
  assay_usage_wrong (usage, _ ("--%s needs a date like 2026-03-31, not “%s”"), option, text);
  return FALSE;
}

/**
 * assay_usage_parse_count:
 * @usage: how the command is called
 * @option: the option's name
 * @text: digits
 * @min: the least that is allowed
 * @count: (out): the number
 *
 * Returns: %FALSE when it is no such number, which was said
 */
gboolean
assay_usage_parse_count (
    const AssayUsage *usage, const char *option, const char *text, gint64 min, gint64 *count)
{
  guint64 number;

  if (g_ascii_string_to_unsigned (text, 10, (guint64)min, G_MAXINT64 / 2, &number, NULL))
    {
      *count = (gint64)number;
      return TRUE;
    }
  assay_usage_wrong (usage,
                     _ ("--%s needs a whole number of at least %" G_GINT64_FORMAT ", not “%s”"),
                     option, min, text);
  return FALSE;
}
