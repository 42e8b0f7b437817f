/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "cli/cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/commands.h"

typedef struct
{
  const char *name;
  int (*run) (int argc, char **argv);
  const char *summary;
} Command;

static const Command commands[] = {
  { "example", assay_cli_example, N_ ("Make the example book") },
  { "import", assay_cli_import, N_ ("Read delimited text into a book") },
  { "list", assay_cli_list, N_ ("Print records") },
  { "export", assay_cli_export, N_ ("Write records to a file") },
  { "duplicates", assay_cli_duplicates, N_ ("Print suppliers that may be one") },
  { "merge", assay_cli_merge, N_ ("Make one of two suppliers") },
  { "figures", assay_cli_figures, N_ ("Print lead times, defects, spend, grades, reorder plans") },
  { "chart", assay_cli_chart, N_ ("Draw a chart into a file") },
  { "report", assay_cli_report, N_ ("Write a document as PDF") },
  { "claims", assay_cli_claims, N_ ("Print how claims about products stand") },
  { "tests", assay_cli_tests, N_ ("Print tests of samples side by side") },
  { "diligence", assay_cli_diligence, N_ ("Print how far due diligence is") },
  { "evidence", assay_cli_evidence, N_ ("Print evidence and what speaks against it") },
  { "agenda", assay_cli_agenda, N_ ("Print what is due on which day") },
  { "calendar", assay_cli_calendar, N_ ("Write what is due as a calendar file") },
  { "read-code", assay_cli_read_code, N_ ("Print what the QR code in a photo says") },
  { "plan", assay_cli_plan, N_ ("Print sampling plans of a lot") },
  { "oc", assay_cli_oc, N_ ("Print the probability that a plan accepts") },
  { "check", assay_cli_check, N_ ("Check that a book is whole") },
  { "backup", assay_cli_backup, N_ ("Copy a book") },
};

static const Command *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static int
print_help (void)
{
  printf (_ ("Usage:\n  assay [BOOK]               open the window\n"
             "  assay COMMAND ARGUMENTS…   work without a window\n"));
  printf ("\n%s\n", _ ("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    printf ("  %-10s %s\n", commands[i].name, _ (commands[i].summary));
  printf ("\n%s\n", _ ("“assay COMMAND --help” tells about a command and the names in its output. "
                       "Exit status:\n0 done, 1 refused (bad data or files; standard error says "
                       "why), 2 wrong usage."));
  return ASSAY_EXIT_DONE;
}

static int
print_version (void)
{
  printf ("Assay %s\n", ASSAY_VERSION);
  return ASSAY_EXIT_DONE;
}

/* Words that follow no book are a command that there is not. */
static gboolean
is_mistaken_command (int argc, char **argv)
{
  return argc > 2 && argv[1][0] != '-' && strpbrk (argv[1], "./") == NULL
         && !g_file_test (argv[1], G_FILE_TEST_EXISTS);
}

/**
 * assay_cli_run:
 * @argc: number of arguments
 * @argv: the arguments of the process
 * @handled: (out): whether they named work without a window, which is then done
 *
 * Returns: the exit status, if @handled
 */
int
assay_cli_run (int argc, char **argv, gboolean *handled)
{
  const Command *command;
  const char *name = argc > 1 ? argv[1] : "";

  *handled = TRUE;
  command = find_command (name);
  if (command != NULL)
    return command->run (argc - 1, argv + 1);
  if (g_str_equal (name, "--help") || g_str_equal (name, "-h"))
    return print_help ();
  if (g_str_equal (name, "--version"))
    return print_version ();
  if (g_str_equal (name, "help"))
    {
      char *arguments[] = { NULL, (char *)"--help", NULL };

      if (argc < 3)
        return print_help ();
      command = find_command (argv[2]);
      arguments[0] = argv[2];
      if (command != NULL)
        return command->run (2, arguments);
      fprintf (stderr, _ ("assay: there is no command “%s”\n"), argv[2]);
      return ASSAY_EXIT_USAGE;
    }
  if (g_str_equal (name, "version"))
    return print_version ();
  if (is_mistaken_command (argc, argv))
    {
      fprintf (stderr, _ ("assay: there is no command “%s”; “assay --help” lists them\n"), name);
      return ASSAY_EXIT_USAGE;
    }
  *handled = FALSE;
  return ASSAY_EXIT_DONE;
}
