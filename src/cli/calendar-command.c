/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay calendar`: what is due as a file that calendar programs read. */

#include "assay-config.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>

#include "cli/agenda-options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/new-file.h"
#include "exchange/calendar-file.h"
#include "insight/agenda-events.h"

static const AssayUsage usage = {
  .name = "calendar",
  .arguments = N_ ("BOOK FILE.ics"),
  .summary = N_ ("Writes what is due into a calendar file (iCalendar)."),
  .details = N_ (
      "Each entry is a whole day; a blackout period is all of its days. An entry keeps its "
      "identity: a program that reads a newer file moves it instead of adding another one. What is "
      "done is no longer in the file. Without --from it begins with all that is overdue; without "
      "--to it goes as far as the book does. A file of the same name is replaced."),
  .min_arguments = 2,
  .max_arguments = 2,
};

static gboolean
write_calendar (AssayDb *db,
                const AssayAgendaQuestion *question,
                int remind_days,
                const char *path,
                GError **error)
{
  g_autoptr (AssayAgenda) agenda = assay_agenda_ask (db, question, error);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (AssayNewFile) file = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  AssayCalendarOptions options = { .remind_days = remind_days };

  if (agenda == NULL)
    return FALSE;
  file = assay_new_file_open (path, TRUE, error);
  if (file == NULL)
    return FALSE;
  events = assay_agenda_make_events (agenda);
  options.name = "Assay";
  options.stamp = assay_agenda_get_stamp (agenda, g_get_real_time ());
  stream = g_unix_output_stream_new (fileno (assay_new_file_stream (file)), FALSE);
  return assay_calendar_file_write (stream, events, &options, NULL, error)
         && assay_new_file_commit (file, error);
}

/**
 * assay_cli_calendar:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_calendar (int argc, char **argv)
{
  g_auto (AssayAgendaWords) words = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autofree char *remind = NULL;
  g_autoptr (AssayBook) book = NULL;
  g_autoptr (GError) error = NULL;
  GOptionEntry entries[ASSAY_AGENDA_WORDS_N_ENTRIES + 2] = {
    [ASSAY_AGENDA_WORDS_N_ENTRIES]
    = { "remind", 0, 0, G_OPTION_ARG_FILENAME, &remind,
        N_ ("Remind in the morning so many days before; 0 is the day itself"), N_ ("DAYS") },
  };
  AssayAgendaQuestion question;
  gint64 days = -1;
  AssayDb *db;
  int status;

  assay_agenda_words_fill_entries (&words, entries);
  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (!assay_agenda_words_read (&usage, &words, -1, &question)
      || (remind != NULL && !assay_usage_parse_count (&usage, "remind", remind, 0, &days)))
    return ASSAY_EXIT_USAGE;
  if (days > 365)
    return assay_usage_wrong (&usage, _ ("--remind takes at most 365 days"));
  book = assay_usage_open_book (arguments[0]);
  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  db = assay_book_get_reader (book);
  if (!assay_agenda_words_resolve (&words, db, &question, &error))
    status = assay_usage_refuse (arguments[0], error);
  else
    status
        = write_calendar (db, &question, (int)days, arguments[1], &error)
              ? ASSAY_EXIT_DONE
              : assay_usage_refuse (arguments[error->domain == ASSAY_STORE_ERROR ? 0 : 1], error);
  assay_book_close (book, NULL);
  return status;
}
