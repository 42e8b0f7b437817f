/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay import`: delimited text into a book, as the window does it, with every question answered
 * by an option. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/usage.h"
#include "exchange/importer.h"
#include "store/book-settings.h"

static const AssayUsage usage = {
  .name = "import",
  .arguments = N_ ("BOOK TYPE FILE"),
  .summary = N_ ("Reads delimited text into a book: all of it or nothing."),
  .details
  = N_ ("TYPE is order, supplier, product, inspection, contact, promise, delivery, defect_type, "
        "plan_profile, checklist, corrective_action, milestone, milestone_plan, blackout, "
        "exchange_rate, demand, scorecard or assessment. A row of orders may carry its line, "
        "promise, delivery, supplier and product; a row of inspections one defect or one "
        "checkpoint; a row of checklists one item, of milestone plans one step, of scorecards one "
        "criterion. BOOK is made if there is none.\n\n"
        "Encoding, separator, heading row, decimal sign and the fields of the columns are found; "
        "options "
        "correct them. COLUMN is a heading or #3, FIELD a column as “assay list” prints it, with "
        "its type "
        "where it is another one: “supplier.name”. An empty FIELD leaves the column out.\n\n"
        "Values that cannot be read are left unknown and listed. A row that cannot be kept is "
        "refused, and "
        "then nothing is imported unless --skip-refused.\n\n"
        "--json prints one object: rows; created and matched by type; unknown_values, refused and "
        "notes as "
        "lists of line, column, value, reason."),
  .min_arguments = 3,
  .max_arguments = 3,
};

typedef struct
{
  char **maps;
  char **matches;
  char *date_order;
  char *decimal;
  char *encoding;
  char *separator;
  char *header_row;
  gboolean skip_refused;
  gboolean dry_run;
  gboolean json;
} Words;

static void
words_clear (Words *words)
{
  g_strfreev (words->maps);
  g_strfreev (words->matches);
  g_free (words->date_order);
  g_free (words->decimal);
  g_free (words->encoding);
  g_free (words->separator);
  g_free (words->header_row);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
read_separator (const char *word, char *separator)
{
  if (g_str_equal (word, "tab") || g_str_equal (word, "\\t"))
    *separator = '\t';
  else if (strlen (word) == 1 && !g_ascii_isalnum (*word) && *word != '"' && *word != '\n')
    *separator = *word;
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_survey_wish (const Words *words, AssaySurveyWish *wish, int *status)
{
  gint64 line = -1;

  wish->encoding = words->encoding;
  if (words->separator != NULL && !read_separator (words->separator, &wish->dialect.separator))
    {
      *status = assay_usage_wrong (&usage, _ ("--separator is one sign or “tab”"));
      return FALSE;
    }
  if (words->header_row != NULL
      && !assay_usage_parse_count (&usage, "header-row", words->header_row, 0, &line))
    {
      *status = ASSAY_EXIT_USAGE;
      return FALSE;
    }
  wish->dialect.header_line = (int)MIN (line, G_MAXINT);
  return TRUE;
}

static gboolean
read_date_order (const char *word, AssayDateOrder *order)
{
  static const char *const names[] = { "dmy", "mdy", "ymd" };
  static const AssayDateOrder orders[]
      = { ASSAY_DATE_ORDER_DMY, ASSAY_DATE_ORDER_MDY, ASSAY_DATE_ORDER_YMD };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (word, names[i]))
      {
        *order = orders[i];
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_matches (const Words *words, AssayImportPlan *plan, int *status)
{
  for (guint i = 0; words->matches != NULL && words->matches[i] != NULL; i++)
    {
      const char *equals = strrchr (words->matches[i], '=');
      g_autofree char *name = NULL;

      if (equals == NULL || equals == words->matches[i]
          || !g_utf8_validate (words->matches[i], -1, NULL))
        {
          *status = assay_usage_wrong (&usage, _ ("--match is of the form NAME=EXISTING"));
          return FALSE;
        }
      name = g_strndup (words->matches[i], (gsize)(equals - words->matches[i]));
      assay_import_plan_decide (plan, ASSAY_TYPE_NONE, name, equals + 1);
    }
  return TRUE;
}

/* Everything that can be wrong with the options themselves, before a file is touched. */
static gboolean
check_words (const Words *words, int *status)
{
  AssayDateOrder order;

  if (words->date_order != NULL && !read_date_order (words->date_order, &order))
    *status = assay_usage_wrong (&usage, _ ("--date-order is dmy, mdy or ymd"));
  else if (words->decimal != NULL && !g_str_equal (words->decimal, ".")
           && !g_str_equal (words->decimal, ","))
    *status = assay_usage_wrong (&usage, _ ("--decimal is . or ,"));
  else
    return TRUE;
  return FALSE;
}

static AssayImportPlan *
make_plan (AssaySurvey *survey,
           AssayType type,
           const Words *words,
           AssayDb *reader,
           int *status,
           GError **error)
{
  g_autoptr (AssayImportPlan) plan = assay_import_plan_new (survey, type);
  AssayDateOrder order;

  if (!assay_import_plan_recall (plan, reader, error))
    return NULL;
  if (words->decimal != NULL)
    assay_import_plan_set_decimal (plan, *words->decimal);
  if (words->date_order != NULL && read_date_order (words->date_order, &order))
    assay_import_plan_set_date_order (plan, order);
  assay_import_plan_set_skip_refused (plan, words->skip_refused);
  assay_import_plan_set_dry_run (plan, words->dry_run);
  if (!read_matches (words, plan, status))
    return NULL;
  for (guint i = 0; words->maps != NULL && words->maps[i] != NULL; i++)
    if (!assay_import_plan_map_text (plan, words->maps[i], error))
      return NULL;
  if (!assay_import_plan_check (plan, error))
    {
      if (error != NULL
          && g_error_matches (*error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_AMBIGUOUS))
        {
          char *said
              = g_strconcat ((*error)->message, " ",
                             _ ("Say which with --date-order dmy or --date-order mdy."), NULL);

          g_free ((*error)->message);
          (*error)->message = said;
        }
      else if (error != NULL)
        {
          char *said
              = g_strconcat ((*error)->message, " ", _ ("Name one with --map COLUMN=FIELD."), NULL);

          g_free ((*error)->message);
          (*error)->message = said;
        }
      return NULL;
    }
  return g_steal_pointer (&plan);
}

static void
add_counts (JsonBuilder *builder, const char *name, const guint64 *counts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (AssayType type = ASSAY_TYPE_NONE + 1; type < ASSAY_N_TYPES; type++)
    if (counts[type] > 0)
      {
        json_builder_set_member_name (builder, assay_record_type_get (type)->name);
        json_builder_add_int_value (builder, (gint64)counts[type]);
      }
  json_builder_end_object (builder);
}

static void
add_remarks (JsonBuilder *builder, const char *name, const AssayImportRemarks *remarks)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < remarks->remarks->len; i++)
    {
      const AssayImportRemark *remark = &g_array_index (remarks->remarks, AssayImportRemark, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "line");
      json_builder_add_int_value (builder, remark->line);
      json_builder_set_member_name (builder, "column");
      json_builder_add_string_value (builder, remark->column);
      json_builder_set_member_name (builder, "value");
      json_builder_add_string_value (builder, remark->value);
      json_builder_set_member_name (builder, "reason");
      json_builder_add_string_value (builder, remark->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const AssayImportResult *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "rows");
  json_builder_add_int_value (builder, (gint64)result->rows);
  add_counts (builder, "created", result->created);
  add_counts (builder, "matched", result->matched);
  add_remarks (builder, "unknown_values", &result->unknown_values);
  add_remarks (builder, "refused", &result->refused);
  add_remarks (builder, "notes", &result->notes);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  printf ("%s\n", text);
}

static void
print_remarks (const char *file, const char *title, const AssayImportRemarks *remarks)
{
  if (remarks->count == 0)
    return;
  fprintf (stderr, "%s (%" G_GUINT64_FORMAT ")\n", title, remarks->count);
  for (guint i = 0; i < remarks->remarks->len; i++)
    {
      const AssayImportRemark *remark = &g_array_index (remarks->remarks, AssayImportRemark, i);

      /* The form that editors and compilers share: file, line, what is wrong. */
      fprintf (stderr, "%s:%u: %s%s“%s”: %s\n", file, remark->line, remark->column,
               *remark->column != '\0' ? ": " : "", remark->value, remark->reason);
    }
}

static void
print_report (const char *file, const AssayImportResult *result, const Words *words)
{
  g_autofree char *created = assay_import_result_describe_created (result);

  if (words->json)
    print_json (result);
  print_remarks (file, _ ("Rows refused"), &result->refused);
  if (words->json)
    return;
  print_remarks (file, _ ("Values left unknown"), &result->unknown_values);
  print_remarks (file, _ ("Notes"), &result->notes);
  printf (ngettext ("%" G_GUINT64_FORMAT " row read", "%" G_GUINT64_FORMAT " rows read",
                    (gulong)result->rows),
          result->rows);
  printf ("\n");
  if (words->dry_run)
    printf (_ ("Tried, not kept: %s\n"), created != NULL ? created : _ ("nothing new"));
  else if (result->done)
    printf (_ ("New: %s\n"), created != NULL ? created : _ ("nothing"));
}

static void
print_mapping (const AssayImportPlan *plan)
{
  AssaySurvey *survey = assay_import_plan_get_survey (plan);

  fprintf (stderr, _ ("Read as %s; columns:\n"), assay_text_source_get_encoding (survey->source));
  for (guint i = 0; i < survey->columns->len; i++)
    {
      const AssayMapping *mapping = assay_import_plan_get_mapping (plan, i);
      const AssayRecordType *type
          = mapping->type != ASSAY_TYPE_NONE ? assay_record_type_get (mapping->type) : NULL;

      if (type != NULL)
        fprintf (stderr, "  %s → %s.%s%s\n", assay_survey_get_column (survey, i)->title, type->name,
                 type->fields[mapping->field].column,
                 mapping->origin == ASSAY_MAPPING_UNCERTAIN ? _ (" (uncertain)") : "");
      else
        fprintf (stderr, "  %s → –\n", assay_survey_get_column (survey, i)->title);
    }
}

static int
run (const char *book_path, AssayType type, const char *path, const Words *words)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  AssaySurveyWish wish = ASSAY_SURVEY_WISH_INIT;
  g_autoptr (AssaySurvey) survey = NULL;
  g_autoptr (AssayImportPlan) plan = NULL;
  g_autoptr (AssayImportResult) result = NULL;
  g_autoptr (AssayBook) book = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_new = !g_file_test (book_path, G_FILE_TEST_EXISTS);
  int status = ASSAY_EXIT_REFUSED;

  if (!read_survey_wish (words, &wish, &status))
    return status;
  survey = assay_survey_run (file, &wish, NULL, &error);
  if (survey == NULL)
    return assay_usage_refuse (path, error);
  /* A new one is made by us or not at all: only then may it be deleted again. */
  book = assay_book_open (book_path, is_new ? ASSAY_BOOK_MUST_MAKE : 0, &error);
  if (book == NULL)
    return assay_usage_refuse (book_path, error);
  plan = make_plan (survey, type, words, assay_book_get_reader (book), &status, &error);
  if (plan != NULL)
    {
      if (!words->json)
        print_mapping (plan);
      if (assay_import (book, plan, NULL, NULL, &result, NULL, &error))
        status = ASSAY_EXIT_DONE;
      if (result != NULL)
        print_report (path, result, words);
    }
  if (error != NULL)
    status = assay_usage_refuse (path, error);
  if (!assay_book_close (book, NULL))
    status = ASSAY_EXIT_REFUSED;
  /* A trial leaves nothing behind, not even an empty book. */
  if (is_new && (words->dry_run || status != ASSAY_EXIT_DONE))
    g_unlink (book_path);
  return status;
}

/**
 * assay_cli_import:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_import (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_auto (GStrv) arguments = NULL;
  const AssayRecordType *type;
  int status;
  const GOptionEntry entries[] = {
    { "map", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words.maps, N_ ("The field that a column goes to"),
      N_ ("COLUMN=FIELD") },
    { "match", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words.matches,
      N_ ("A name in the file is this supplier or product of the book"), N_ ("NAME=EXISTING") },
    { "date-order", 0, 0, G_OPTION_ARG_FILENAME, &words.date_order,
      N_ ("How dates of numbers are written where they leave it open"), "dmy|mdy|ymd" },
    { "decimal", 0, 0, G_OPTION_ARG_FILENAME, &words.decimal, N_ ("The decimal sign"), ".|," },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &words.encoding, N_ ("The encoding of the file"),
      N_ ("NAME") },
    { "separator", 0, 0, G_OPTION_ARG_FILENAME, &words.separator, N_ ("What separates cells"),
      N_ ("SIGN|tab") },
    { "header-row", 0, 0, G_OPTION_ARG_FILENAME, &words.header_row,
      N_ ("The line with the headings; 0: there are none"), N_ ("LINE") },
    { "skip-refused", 0, 0, G_OPTION_ARG_NONE, &words.skip_refused,
      N_ ("Import the other rows when some are refused"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &words.dry_run, N_ ("Try it and change nothing"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &words.json, N_ ("Print the report as JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status)
      || !check_words (&words, &status))
    return status;
  type = assay_record_type_find (arguments[1]);
  if (type != NULL && type->type == ASSAY_TYPE_ORDER_LINE)
    type = assay_record_type_get (ASSAY_TYPE_ORDER);
  if (type == NULL || !assay_import_is_target (type->type))
    return assay_usage_wrong (&usage, _ ("“%s” is nothing that can be imported"), arguments[1]);
  return run (arguments[0], type->type, arguments[2], &words);
}
