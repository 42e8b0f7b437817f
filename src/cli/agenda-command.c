/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay agenda`: what is due on which day. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "cli/agenda-options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/listing.h"
#include "record/catalogue.h"
#include "record/date.h"

/* How far it looks ahead unless told otherwise. */
#define DAYS_AHEAD 30

static const AssayUsage usage = {
  .name = "agenda",
  .arguments = N_ ("BOOK"),
  .summary = N_ ("Prints what is due on which day and not done, and the days on which somebody is "
                 "closed."),
  .details = N_ (
      "Rows in JSON and CSV: day, until (the last day of a blackout period; otherwise the same), "
      "kind (promise, step, payment, milestone, inspection, action, deviation, assessment, "
      "evidence, check, finding, sample, risk, blackout), what (promised; order, send, confirm, "
      "deposit, start, ready, ship, arrive, clear, receive; payment; milestone; inspection; "
      "action; deviation; assessment; evidence; check; finding; sample; risk; closed), "
      "overdue, title, supplier, pieces (that are missing), amount, currency, type and id of the "
      "record.\n\nWithout --from it begins with all that is overdue; without --to it ends 30 days "
      "after its first day."),
  .min_arguments = 1,
  .max_arguments = 1,
};

static void
add_row (AssayListing *table, const AssayAgendaItem *item)
{
  g_autofree char *day = assay_date_format_iso (item->day);
  g_autofree char *until = assay_date_format_iso (item->until);
  const char *when = item->overdue ? _ ("overdue") : item->until > item->day ? until : "";

  assay_listing_add_text (table, day);
  assay_listing_add_shown (table, until, when);
  assay_listing_add_shown (table, assay_agenda_kind_to_string (item->kind), item->label);
  assay_listing_add_text (table, item->what);
  assay_listing_add_flag (table, item->overdue);
  assay_listing_add_text (table, item->title);
  assay_listing_add_text (table, item->supplier_name);
  if (item->pieces >= 0)
    assay_listing_add_integer (table, item->pieces);
  else
    assay_listing_add_unknown (table);
  assay_listing_add_shown (table, item->amount, item->detail);
  assay_listing_add_text (table, item->currency);
  assay_listing_add_text (table, assay_record_type_get (item->type)->name);
  assay_listing_add_integer (table, item->id);
  assay_listing_end_row (table);
}

static gboolean
print_agenda (AssayDb *db,
              const AssayAgendaWords *words,
              const AssayAgendaQuestion *question,
              AssayListingForm form,
              GError **error)
{
  const AssayListingColumn columns[] = {
    { "day", _ ("Day"), FALSE, 0 },
    { "until", _ ("Until"), FALSE, 0 },
    { "kind", _ ("Due"), FALSE, 0 },
    { "what", NULL, FALSE, 0 },
    { "overdue", NULL, FALSE, 0 },
    { "title", _ ("Of what"), FALSE, 0 },
    { "supplier", _ ("Supplier"), FALSE, 0 },
    { "pieces", NULL, TRUE, 0 },
    { "amount", _ ("How much"), TRUE, 0 },
    { "currency", NULL, FALSE, 0 },
    { "type", NULL, FALSE, 0 },
    { "id", NULL, TRUE, 0 },
  };
  g_autoptr (AssayAgenda) agenda = assay_agenda_ask (db, question, error);
  g_autoptr (AssayListing) table = NULL;

  if (agenda == NULL)
    return FALSE;
  table = assay_listing_new (form, stdout, columns, G_N_ELEMENTS (columns));
  assay_listing_set_asked (table, assay_agenda_words_describe (words, question));
  assay_listing_set_definition (
      table,
      _ ("What is due and not done: the latest promise of open lines, planned steps, open "
         "milestones, planned inspections, corrective actions that are not closed, accepted "
         "deviations, assessments and evidence that end and were not renewed, evidence to be "
         "looked up again, findings of audits that are not closed, samples that have not "
         "come, risks to be looked at again; and blackout periods of suppliers, of their "
         "countries and of everybody."));
  for (guint i = 0; i < agenda->items->len; i++)
    add_row (table, g_ptr_array_index (agenda->items, i));
  return assay_listing_finish (table, error);
}

/**
 * assay_cli_agenda:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_agenda (int argc, char **argv)
{
  g_auto (AssayAgendaWords) words = { 0 };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (AssayBook) book = NULL;
  g_autoptr (GError) error = NULL;
  gboolean csv = FALSE, json = FALSE;
  GOptionEntry entries[ASSAY_AGENDA_WORDS_N_ENTRIES + 3] = {
    [ASSAY_AGENDA_WORDS_N_ENTRIES]
    = { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
  };
  AssayAgendaQuestion question;
  AssayListingForm form;
  AssayDb *db;
  int status;

  assay_agenda_words_fill_entries (&words, entries);
  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (!assay_agenda_words_read (&usage, &words, DAYS_AHEAD, &question))
    return ASSAY_EXIT_USAGE;
  form = json ? ASSAY_LISTING_JSON : csv ? ASSAY_LISTING_CSV : ASSAY_LISTING_TEXT;
  book = assay_usage_open_book (arguments[0]);
  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  db = assay_book_get_reader (book);
  status = assay_agenda_words_resolve (&words, db, &question, &error)
                   && print_agenda (db, &words, &question, form, &error)
               ? ASSAY_EXIT_DONE
               : assay_usage_refuse (arguments[0], error);
  assay_book_close (book, NULL);
  return status;
}
