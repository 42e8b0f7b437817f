/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the rows of a plan's file one after the other, their cells as values, and hands each row to
 * what knows its kind of record. */

#include "assay-config.h"

#include "exchange/import-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/csv-writer.h"
#include "store/book-settings.h"

#define MOST_WORDS        2000
#define PROGRESS_INTERVAL (100 * G_TIME_SPAN_MILLISECOND)

static const AssayMapping *
mapping_of (AssayImportRun *run, guint column)
{
  return assay_import_plan_get_mapping (run->plan, column);
}

static const char *
title_of (AssayImportRun *run, guint column)
{
  if (column >= run->survey->columns->len)
    return "";
  return assay_survey_get_column (run->survey, column)->title;
}

static const char *
cell_of (AssayImportRun *run, guint column)
{
  return column < run->row->n_cells ? run->row->cells[column] : "";
}

void
assay_import_refuse (AssayImportRun *run, guint column, const char *reason)
{
  run->row_refused = TRUE;
  assay_import_result_remark (run->result, &run->result->refused, run->row->line,
                              title_of (run, column), cell_of (run, column), reason);
}

void
assay_import_note (AssayImportRun *run, guint column, const char *value, const char *reason)
{
  assay_import_result_remark (run->result, &run->result->notes, run->row->line,
                              title_of (run, column), value != NULL ? value : cell_of (run, column),
                              reason);
}

guint
assay_import_column (AssayImportRun *run, AssayType type, guint field)
{
  int column = assay_import_plan_find (run->plan, type, field);

  return column >= 0 ? (guint)column : G_MAXUINT;
}

const AssayValue *
assay_import_value (AssayImportRun *run, AssayType type, guint field)
{
  guint column = assay_import_column (run, type, field);

  if (column == G_MAXUINT || !assay_value_is_known (&run->values[column]))
    return NULL;
  return &run->values[column];
}

const char *
assay_import_text (AssayImportRun *run, AssayType type, guint field)
{
  const AssayValue *value = assay_import_value (run, type, field);

  return value != NULL && value->type == ASSAY_VALUE_TEXT ? value->text : NULL;
}

/* Where the file has a column for it, an empty cell says that something is not known: a new
 * record's usual value would be a guess. */
static gboolean
says_unknown (AssayImportRun *run, AssayType type, guint column)
{
  switch ((int)type)
    {
    case ASSAY_TYPE_INSPECTION:
      return assay_import_plan_get_target (run->plan) == type
             && !(run->fields[column]->flags & ASSAY_FIELD_REQUIRED)
             && mapping_of (run, column)->field != ASSAY_INSPECTION_RESULT;
    case ASSAY_TYPE_DEFECT:
    case ASSAY_TYPE_CHECKPOINT:
    case ASSAY_TYPE_CHECKLIST:
    case ASSAY_TYPE_CHECKLIST_ITEM:
    case ASSAY_TYPE_PLAN_PROFILE:
    case ASSAY_TYPE_CORRECTIVE_ACTION:
    case ASSAY_TYPE_MILESTONE:
      return !(run->fields[column]->flags & ASSAY_FIELD_REQUIRED);
    default:
      return FALSE;
    }
}

void
assay_import_fill (AssayImportRun *run, AssayRecord *record)
{
  AssayType type = assay_record_get_kind (record);

  if (!(run->known & ASSAY_TYPE_BIT (type)))
    return;
  for (guint i = 0; i < run->n_order; i++)
    {
      guint column = run->order[i];
      const AssayMapping *mapping = mapping_of (run, column);

      if (mapping->type != type)
        continue;
      if (run->fields[column]->kind == ASSAY_KIND_REFERENCE)
        {
          if (run->references[column] != 0)
            assay_record_set_reference (record, mapping->field, run->references[column]);
        }
      else if (assay_value_is_known (&run->values[column]))
        assay_record_set_value (record, mapping->field, &run->values[column]);
      else if (says_unknown (run, type, column))
        assay_record_set_unknown (record, mapping->field);
    }
}

static void
note_difference (AssayImportRun *run, guint column, const AssayRecord *existing)
{
  assay_import_note (run, column, NULL,
                     assay_import_is_own (run, assay_record_get_id (existing))
                         ? _ ("differs from an earlier row; the earlier value was kept")
                         : _ ("differs from what the book has; the book’s value was kept"));
}

/* Whether the record changed. */
static gboolean
merge_reference (AssayImportRun *run, AssayRecord *existing, guint column, guint field)
{
  gint64 id = run->references[column];
  gint64 before = assay_record_get_reference (existing, field);

  if (id == 0 || id == before)
    return FALSE;
  if (before != 0)
    {
      note_difference (run, column, existing);
      return FALSE;
    }
  assay_record_set_reference (existing, field, id);
  return TRUE;
}

gboolean
assay_import_merge (AssayImportRun *run, AssayRecord *existing, GError **error)
{
  AssayType type = assay_record_get_kind (existing);
  gboolean changed = FALSE;

  for (guint i = 0; i < run->n_order; i++)
    {
      guint column = run->order[i];
      const AssayMapping *mapping = mapping_of (run, column);
      const AssayValue *value = &run->values[column];

      if (mapping->type != type || !assay_value_is_known (value))
        continue;
      if (run->fields[column]->kind == ASSAY_KIND_REFERENCE)
        {
          changed = merge_reference (run, existing, column, mapping->field) || changed;
          continue;
        }
      if (assay_value_equal (value, assay_record_get_value (existing, mapping->field)))
        continue;
      if (!assay_record_is_known (existing, mapping->field))
        {
          assay_record_set_value (existing, mapping->field, value);
          changed = TRUE;
        }
      else if (!(run->fields[column]->flags & ASSAY_FIELD_REQUIRED))
        note_difference (run, column, existing);
    }
  return !changed || assay_records_update (run->db, existing, error);
}

guint
assay_import_contradiction (AssayImportRun *run, const AssayRecord *existing)
{
  AssayType type = assay_record_get_kind (existing);

  for (guint i = 0; i < run->n_order; i++)
    {
      guint column = run->order[i];
      const AssayMapping *mapping = mapping_of (run, column);

      if (mapping->type == type && assay_value_is_known (&run->values[column])
          && run->fields[column]->kind != ASSAY_KIND_REFERENCE
          && assay_record_is_known (existing, mapping->field)
          && !assay_value_equal (&run->values[column],
                                 assay_record_get_value (existing, mapping->field)))
        return column;
    }
  return G_MAXUINT;
}

/* What the rules of a type say against a record is told, and the record kept: a history has its
 * contradictions. */
static void
note_problems (AssayImportRun *run, AssayRecord *record)
{
  const AssayRecordType *type = assay_record_describe (record);
  g_autoptr (AssayProblems) problems = NULL;

  if (type->check == NULL || type->type == ASSAY_TYPE_PROMISE)
    return;
  problems = assay_problems_new ();
  type->check (record, problems);
  for (guint i = 0; i < assay_problems_count (problems); i++)
    {
      const AssayProblem *problem = assay_problems_get (problems, i);
      guint column = problem->field >= 0
                         ? assay_import_column (run, type->type, (guint)problem->field)
                         : G_MAXUINT;

      if (column != G_MAXUINT)
        assay_import_note (run, column, NULL, problem->message);
    }
}

/* What cannot be: more defective units than were inspected, a lower limit above the upper one.
 * Dates out of order and a closing check that is missing can: they are only told, except where the
 * record would mean nothing. */
static gboolean
is_impossible (AssayType type, const AssayField *field)
{
  return assay_import_is_simple (type) || field->kind == ASSAY_KIND_COUNT
         || field->kind == ASSAY_KIND_DECIMAL || field->kind == ASSAY_KIND_TEXT;
}

gboolean
assay_import_allows (AssayImportRun *run, AssayRecord *record)
{
  const AssayRecordType *type = assay_record_describe (record);
  g_autoptr (AssayProblems) problems = assay_problems_new ();
  const AssayProblem *elsewhere = NULL; /* about a field that the file has no column for */
  gboolean allowed = TRUE;

  if (type->check != NULL)
    type->check (record, problems);
  for (guint i = 0; i < assay_problems_count (problems); i++)
    {
      const AssayProblem *problem = assay_problems_get (problems, i);
      guint column;

      if (problem->field < 0 || !is_impossible (type->type, &type->fields[problem->field]))
        continue;
      column = assay_import_column (run, type->type, (guint)problem->field);
      if (column == G_MAXUINT)
        {
          elsewhere = problem;
          continue;
        }
      assay_import_refuse (run, column, problem->message);
      allowed = FALSE;
    }
  /* A sum of what was refused already needs no words of its own. */
  if (allowed && elsewhere != NULL)
    {
      g_autofree char *reason = g_strdup_printf (
          "%s: %s", assay_field_label (&type->fields[elsewhere->field]), elsewhere->message);

      assay_import_refuse (run, G_MAXUINT, reason);
      allowed = FALSE;
    }
  return allowed;
}

gboolean
assay_import_insert (AssayImportRun *run, AssayRecord *record, GError **error)
{
  note_problems (run, record);
  if (!assay_records_insert_later (run->db, record, error))
    return FALSE;
  run->result->created[assay_record_get_kind (record)]++;
  return TRUE;
}

static void
report_fault (AssayImportRun *run, guint column, const char *text, AssayFault fault)
{
  AssayImportRemarks *remarks
      = fault == ASSAY_FAULT_SHORTENED ? &run->result->notes : &run->result->unknown_values;

  assay_import_result_remark (run->result, remarks, run->row->line, title_of (run, column), text,
                              assay_fault_describe (fault));
}

/* A number as an order's own is what a spreadsheet makes of 100000 or 2E5. */
static void
note_mangled (AssayImportRun *run, guint column, const char *text)
{
  const char *e = strpbrk (text, "eE");
  AssayCellNumber number;

  if (e == NULL || !g_ascii_isdigit (*text) || (e[1] != '+' && strchr (text, '.') == NULL)
      || assay_cell_parse_number (text, '.', &number) != ASSAY_FAULT_NONE || number.unit[0] != '\0')
    return;
  assay_import_note (run, column, text,
                     _ ("a spreadsheet seems to have turned this into a power of ten; it was kept "
                        "as it stands"));
}

/* A choice, a country, a currency: few different words, read once each. */
typedef struct
{
  AssayFault fault;
  AssayValue value;
} Word;

static void
word_free (gpointer data)
{
  Word *word = data;

  assay_value_clear (&word->value);
  g_free (word);
}

static AssayFault
read_word (AssayImportRun *run, guint column, const char *text)
{
  Word *word;

  if (run->words[column] == NULL)
    run->words[column] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, word_free);
  word = g_hash_table_lookup (run->words[column], text);
  if (word == NULL)
    {
      if (g_hash_table_size (run->words[column]) >= MOST_WORDS)
        return assay_cell_parse (run->fields[column], &run->rules[column], text,
                                 &run->values[column], NULL);
      word = g_new0 (Word, 1);
      word->fault
          = assay_cell_parse (run->fields[column], &run->rules[column], text, &word->value, NULL);
      g_hash_table_insert (run->words[column], g_strdup (text), word);
    }
  assay_value_copy (&word->value, &run->values[column]);
  return word->fault;
}

/* A check of an unknown kind or an action in an unknown state would become one of another. */
static gboolean
must_be_read (AssayType type, const AssayField *field)
{
  return field->kind == ASSAY_KIND_CHOICE && (field->flags & ASSAY_FIELD_REQUIRED)
         && (type == ASSAY_TYPE_CHECKLIST_ITEM || type == ASSAY_TYPE_CHECKPOINT
             || type == ASSAY_TYPE_CORRECTIVE_ACTION || type == ASSAY_TYPE_MILESTONE);
}

/* An export sets an apostrophe before what a spreadsheet would run; it is no part of the text. */
static void
take_guard (char *text)
{
  if (*text == '\'' && assay_csv_is_formula (text + 1))
    memmove (text, text + 1, strlen (text));
}

static void
read_cell (AssayImportRun *run, guint column)
{
  const AssayField *field = run->fields[column];
  AssayCellRules *rules = &run->rules[column];
  const char *heading_currency = rules->currency;
  g_autofree char *stripped = NULL;
  const char *text = cell_of (run, column);
  char seen[4] = "";
  AssayFault fault;

  if (*text == '\0')
    {
      assay_value_clear (&run->values[column]);
      return;
    }
  stripped = assay_cell_strip (text);
  if (assay_field_is_text (field) || field->kind == ASSAY_KIND_REFERENCE)
    take_guard (stripped);
  if (field->kind == ASSAY_KIND_REFERENCE)
    {
      assay_value_set_text (&run->values[column], stripped);
      fault = ASSAY_FAULT_NONE;
    }
  else if (field->kind == ASSAY_KIND_CHOICE || field->kind == ASSAY_KIND_COUNTRY
           || field->kind == ASSAY_KIND_CURRENCY)
    fault = read_word (run, column, stripped);
  else
    {
      if (field->kind == ASSAY_KIND_MONEY && run->currency[0] != '\0')
        rules->currency = run->currency;
      fault = assay_cell_parse (field, rules, stripped, &run->values[column], seen);
      rules->currency = heading_currency;
    }
  if (fault != ASSAY_FAULT_NONE && must_be_read (mapping_of (run, column)->type, field))
    assay_import_refuse (run, column, assay_fault_describe (fault));
  else if (fault != ASSAY_FAULT_NONE)
    report_fault (run, column, stripped, fault);
  else if (field->kind == ASSAY_KIND_TEXT)
    note_mangled (run, column, stripped);
  if (seen[0] != '\0' && run->currency[0] == '\0')
    memcpy (run->currency, seen, 4);
  if (!assay_value_is_known (&run->values[column]))
    return;
  run->known |= ASSAY_TYPE_BIT (mapping_of (run, column)->type);
  if (field->kind == ASSAY_KIND_CURRENCY
      && (mapping_of (run, column)->type == ASSAY_TYPE_ORDER || run->currency[0] == '\0'))
    g_strlcpy (run->currency, run->values[column].text, sizeof run->currency);
}

static void
note_row (AssayImportRun *run)
{
  const AssayRow *row = run->row;

  if (row->flags & ASSAY_ROW_HAD_NUL)
    assay_import_note (run, row->flagged, NULL, _ ("zero bytes were taken out of this cell"));
  if (row->flags & ASSAY_ROW_REPLACED)
    assay_import_note (run, row->flagged, NULL,
                       _ ("some bytes have no meaning in this encoding and were replaced"));
  if (row->flags & ASSAY_ROW_BACKSLASH)
    assay_import_note (run, row->flagged, NULL,
                       _ ("quotes are escaped by backslashes, which is not how CSV does it"));
  else if (row->flags & ASSAY_ROW_STRAY_QUOTE)
    assay_import_note (run, G_MAXUINT, "",
                       _ ("a quote within a quoted cell of this row is not doubled"));
}

static void
report_shape (AssayImportRun *run)
{
  const AssayRow *row = run->row;
  g_autofree char *reason = NULL;
  guint last = row->n_cells;

  if (row->n_cells < run->n_columns)
    {
      reason = g_strdup_printf (
          ngettext ("the row has %u cell, the headings are %u; the rest is unknown",
                    "the row has %u cells, the headings are %u; the rest is unknown", row->n_cells),
          row->n_cells, run->n_columns);
      assay_import_result_remark (run->result, &run->result->unknown_values, row->line,
                                  title_of (run, row->n_cells), "", reason);
      return;
    }
  while (last > run->n_columns && assay_cell_is_blank (row->cells[last - 1]))
    last--;
  if (last <= run->n_columns)
    return;
  reason = g_strdup_printf (
      ngettext ("the row has %u cell, the headings are %u; this one was left out",
                "the row has %u cells, the headings are %u; those beyond were "
                "left out",
                row->n_cells),
      row->n_cells, run->n_columns);
  assay_import_result_remark (run->result, &run->result->unknown_values, row->line, "",
                              row->cells[run->n_columns], reason);
}

static gboolean
take_row (AssayImportRun *run, GError **error)
{
  AssayType target = assay_import_plan_get_target (run->plan);
  gint64 id = 0;

  run->known = 0;
  run->row_refused = FALSE;
  g_strlcpy (run->currency, "", sizeof run->currency);
  for (guint i = 0; i < run->n_order; i++)
    read_cell (run, run->order[i]);
  note_row (run);
  report_shape (run);
  if (run->row_refused)
    return TRUE;
  if (!assay_import_find_names (run, error))
    return FALSE;
  if (run->currency[0] == '\0' && assay_import_plan_get_currency (run->plan) != NULL)
    g_strlcpy (run->currency, assay_import_plan_get_currency (run->plan), sizeof run->currency);
  switch ((int)target)
    {
    case ASSAY_TYPE_ORDER:
      return assay_import_order_row (run, error);
    case ASSAY_TYPE_PROMISE:
    case ASSAY_TYPE_DELIVERY:
      return assay_import_line_part_row (run, target, error);
    case ASSAY_TYPE_INSPECTION:
      return assay_import_inspection_row (run, error);
    case ASSAY_TYPE_SUPPLIER:
      return assay_party_resolve (&run->suppliers, run, TRUE, &id, error)
             && assay_import_contact_row (run, id, error);
    case ASSAY_TYPE_CONTACT:
      return assay_party_resolve (&run->suppliers, run, FALSE, &id, error)
             && assay_import_contact_row (run, id, error);
    case ASSAY_TYPE_PRODUCT:
      return assay_import_product_row (run, error);
    case ASSAY_TYPE_DEFECT_TYPE:
      return assay_party_resolve (&run->defect_types, run, TRUE, &id, error);
    case ASSAY_TYPE_PLAN_PROFILE:
      return assay_import_plan_profile_row (run, error);
    case ASSAY_TYPE_CHECKLIST:
    case ASSAY_TYPE_MILESTONE_PLAN:
    case ASSAY_TYPE_SCORECARD:
    case ASSAY_TYPE_TEST_PROTOCOL:
    case ASSAY_TYPE_CLAIM_KIND:
    case ASSAY_TYPE_DILIGENCE:
      return assay_import_template_row (run, target, error);
    case ASSAY_TYPE_BLACKOUT:
    case ASSAY_TYPE_EXCHANGE_RATE:
    case ASSAY_TYPE_DEMAND:
    case ASSAY_TYPE_ASSESSMENT:
      return assay_import_simple_row (run, target, error);
    case ASSAY_TYPE_CORRECTIVE_ACTION:
      return assay_import_corrective_action_row (run, error);
    case ASSAY_TYPE_MILESTONE:
      return assay_import_milestone_row (run, error);
    default:
      return assay_import_sourcing_row (run, target, error);
    }
}

static gboolean
read_rows (AssayImportRun *run, GCancellable *cancellable, GError **error)
{
  g_autoptr (AssayDelimited) reader = assay_survey_read (run->survey, cancellable, error);
  double size = MAX ((double)assay_text_source_get_size (run->survey->source), 1);
  gint64 next_report = g_get_monotonic_time () + PROGRESS_INTERVAL;

  if (reader == NULL)
    return FALSE;
  for (;;)
    {
      if (!assay_delimited_next (reader, &run->row, cancellable, error))
        return FALSE;
      if (run->row == NULL)
        return assay_import_set_repeats (run, error);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      run->result->rows++;
      if (!take_row (run, error))
        {
          g_prefix_error (error, _ ("Line %u: "), run->row->line);
          return FALSE;
        }
      if (run->progress != NULL && run->result->rows % 64 == 0
          && g_get_monotonic_time () >= next_report)
        {
          run->progress (run->result->rows,
                         (double)assay_text_source_get_position (run->survey->source) / size,
                         run->progress_data);
          next_report = g_get_monotonic_time () + PROGRESS_INTERVAL;
        }
    }
}

static void
sort_columns (AssayImportRun *run)
{
  for (int currencies = 1; currencies >= 0; currencies--)
    for (guint i = 0; i < run->n_columns; i++)
      if (run->fields[i] != NULL && (run->fields[i]->kind == ASSAY_KIND_CURRENCY) == currencies)
        run->order[run->n_order++] = i;
}

static gboolean
has_rows (AssayDb *db, const char *sql, gboolean *has, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);

  return statement != NULL && assay_statement_step (statement, has, error);
}

static gboolean
prepare (AssayImportRun *run, GError **error)
{
  run->n_columns = run->survey->columns->len;
  run->rules = g_new0 (AssayCellRules, run->n_columns);
  run->fields = g_new0 (const AssayField *, run->n_columns);
  run->order = g_new0 (guint, run->n_columns);
  run->values = g_new0 (AssayValue, run->n_columns);
  run->references = g_new0 (gint64, run->n_columns);
  run->words = g_new0 (GHashTable *, run->n_columns);
  for (guint i = 0; i < run->n_columns; i++)
    {
      const AssayMapping *mapping = mapping_of (run, i);

      assay_import_plan_get_rules (run->plan, i, &run->rules[i]);
      if (mapping->type != ASSAY_TYPE_NONE)
        run->fields[i] = &assay_record_type_get (mapping->type)->fields[mapping->field];
    }
  sort_columns (run);
  run->seed = (gint64)(((guint64)g_random_int () << 32) | g_random_int ());
  run->orders = assay_id_table_new (TRUE);
  run->lines = assay_id_table_new (FALSE);
  run->inspections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  run->tallies = assay_import_tallies_new ();
  run->repeats = assay_import_repeats_new ();
  run->positions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  run->first_id = assay_records_new_id ();
  return has_rows (run->db, "SELECT 1 FROM purchase_order LIMIT 1", &run->had_orders, error)
         && has_rows (run->db, "SELECT 1 FROM inspection LIMIT 1", &run->had_inspections, error)
         && assay_import_parties_init (run, error);
}

static void
clear (AssayImportRun *run)
{
  for (guint i = 0; i < run->n_columns; i++)
    {
      assay_value_clear (&run->values[i]);
      g_clear_pointer (&run->words[i], g_hash_table_unref);
    }
  g_free (run->words);
  g_free (run->rules);
  g_free (run->fields);
  g_free (run->order);
  g_free (run->values);
  g_free (run->references);
  assay_import_parties_clear (run);
  g_clear_pointer (&run->orders, assay_id_table_free);
  g_clear_pointer (&run->lines, assay_id_table_free);
  g_clear_pointer (&run->inspections, g_hash_table_unref);
  g_clear_pointer (&run->tallies, g_hash_table_unref);
  g_clear_pointer (&run->repeats, g_array_unref);
  g_clear_pointer (&run->positions, g_hash_table_unref);
}

static void
note_file (AssayImportRun *run)
{
  if (!assay_text_source_is_sure (run->survey->source))
    assay_import_result_remark (run->result, &run->result->notes, 0, "",
                                assay_text_source_get_encoding (run->survey->source),
                                _ ("the encoding was guessed; look whether names are spelt right"));
  if (run->result->rows == 0)
    assay_import_result_remark (run->result, &run->result->notes, 0, "", "",
                                _ ("The file has headings but no rows."));
}

gboolean
assay_import_run (AssayDb *db,
                  const AssayImportPlan *plan,
                  AssayImportProgress progress,
                  gpointer progress_data,
                  AssayImportResult *result,
                  GCancellable *cancellable,
                  GError **error)
{
  AssayImportRun run = { .db = db,
                         .plan = plan,
                         .result = result,
                         .survey = assay_import_plan_get_survey (plan),
                         .progress = progress,
                         .progress_data = progress_data };
  gboolean done = assay_import_plan_check_decisions (plan, error) && prepare (&run, error)
                  && read_rows (&run, cancellable, error);

  if (done)
    {
      note_file (&run);
      done = assay_import_plan_remember (plan, db, error);
    }
  if (done && result->refused.count > 0 && !assay_import_plan_get_skip_refused (plan))
    {
      g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_REFUSED,
                   ngettext ("%u row was refused, so nothing was imported.",
                             "%u rows were refused, so nothing was imported.",
                             (gulong)result->refused.count),
                   (guint)MIN (result->refused.count, G_MAXUINT));
      done = FALSE;
    }
  clear (&run);
  return done;
}
