/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/form-typing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/format.h"
#include "record/unit-list.h"
#include "store/query.h"

/* What a person types for a check that does not apply. */
#define NOT_APPLICABLE "-"
#define MOST_TYPES     5000

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

GPtrArray *
assay_form_typing_rows (AssayInspectionDraft *draft, AssayBook *book)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_DEFECT_TYPE);
  AssayDb *reader = book != NULL ? assay_book_get_reader (book) : NULL;
  g_autoptr (GPtrArray) types
      = reader != NULL ? assay_query_run_records (query, reader, MOST_TYPES, NULL) : NULL;
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *model = G_LIST_MODEL (assay_inspection_draft_get_checks (draft));

  if (types == NULL)
    types = g_ptr_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (AssayDraftCheckpoint) check = g_list_model_get_item (model, i);

      g_ptr_array_add (checks, g_object_ref (assay_draft_checkpoint_get_record (check)));
    }
  return assay_form_rows_new (assay_inspection_draft_get_record (draft), types, checks);
}

static AssayDraftCheckpoint *
find_check (AssayInspectionDraft *draft, AssayRecord *record)
{
  GListModel *model = G_LIST_MODEL (assay_inspection_draft_get_checks (draft));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (AssayDraftCheckpoint) check = g_list_model_get_item (model, i);

      /* The store keeps it. */
      if (assay_draft_checkpoint_get_record (check) == record)
        return check;
    }
  return NULL;
}

/* 0 where nothing was typed; -1 where it is no number. */
static gint64
parse_count (const char *text)
{
  gint64 count;

  if (is_empty (text))
    return 0;
  if (!assay_format_parse_decimal (text, 0, TRUE, &count, NULL) || count < 0
      || count > ASSAY_UNIT_LIST_HIGHEST)
    return -1;
  return count;
}

static gboolean
says (const char *typed, const char *word)
{
  g_autofree char *a = g_utf8_casefold (typed, -1);
  g_autofree char *b = g_utf8_casefold (word, -1);

  /* A whole word, or its beginning. */
  return *a != '\0' && g_str_has_prefix (b, a);
}

/* The option that is meant by its number or its words; NULL when none is. */
static char *
dup_option (AssayRecord *check, const char *typed)
{
  const char *options = assay_record_get_text (check, ASSAY_CHECKPOINT_OPTIONS);
  g_auto (GStrv) words = g_strsplit (options != NULL ? options : "", "|", -1);
  gint64 number = parse_count (typed);

  for (guint i = 0; words[i] != NULL; i++)
    if (number == (gint64)i + 1 || says (typed, g_strstrip (words[i])))
      return g_strdup (g_strstrip (words[i]));
  return NULL;
}

/* Stored answers of a drop test, in the order of the boxes on the form. */
static const char *
find_drop (const char *typed)
{
  static const char *const answers[] = { "intact", "carton", "damaged" };
  gint64 number = parse_count (typed);

  return number >= 1 && number <= (gint64)G_N_ELEMENTS (answers) ? answers[number - 1] : NULL;
}

static char *
dup_readings (const char *typed)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));

  /* Spaces part numbers where nothing else does. */
  if (strchr (text, ';') == NULL)
    for (char *p = text; *p != '\0'; p++)
      if (*p == ' ')
        *p = ';';
  return g_steal_pointer (&text);
}

/* A checkpoint keeps the plain number, however the user groups its digits. */
static char *
dup_count (const char *typed)
{
  gint64 count = parse_count (typed);

  return count >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, count) : NULL;
}

/* The answer as a checkpoint keeps it; NULL when it cannot be meant. */
static char *
dup_answer (AssayRecord *check, const char *typed)
{
  switch (assay_check_kind (check))
    {
    case ASSAY_CHECK_YES_NO:
      if (says (typed, _ ("Yes")) || says (typed, "yes") || g_str_equal (typed, "1"))
        return g_strdup ("yes");
      if (says (typed, _ ("No")) || says (typed, "no") || g_str_equal (typed, "2"))
        return g_strdup ("no");
      return NULL;
    case ASSAY_CHECK_CHOICE:
      return dup_option (check, typed);
    case ASSAY_CHECK_COUNT:
      return dup_count (typed);
    case ASSAY_CHECK_DROP:
      return g_strdup (find_drop (typed));
    case ASSAY_CHECK_MEASURED:
      {
        g_autofree char *readings = dup_readings (typed);
        g_autoptr (GArray) values = assay_readings_parse (readings, NULL);

        return values != NULL ? g_steal_pointer (&readings) : NULL;
      }
    case ASSAY_CHECK_TEXT:
    case ASSAY_CHECK_CODE:
    case ASSAY_N_CHECK_KINDS:
    default:
      return g_strdup (typed);
    }
}

static guint
count_classes (const AssayTyped *typed)
{
  guint n = 0;

  for (guint i = 0; i < ASSAY_N_CLASSES; i++)
    n += parse_count (typed->counts[i]) > 0;
  return n;
}

static char *
check_defect (const AssayFormRow *row, const AssayTyped *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) units = NULL;
  guint n = count_classes (typed);

  for (guint i = 0; i < ASSAY_N_CLASSES; i++)
    if (parse_count (typed->counts[i]) < 0)
      return g_strdup (_ ("The tally is a number of units."));
  if (row->record == NULL && is_empty (typed->name) && (n > 0 || !is_empty (typed->extra)))
    return g_strdup (_ ("Say which defect it is."));
  if (is_empty (typed->extra))
    return NULL;
  if (n > 1)
    return g_strdup (_ ("Unit numbers go with one class. Type this defect once for each class, in "
                        "the lines for other defects."));
  units = assay_unit_list_parse (typed->extra, &error);
  return units == NULL ? g_strdup (error->message) : NULL;
}

static char *
check_answer (const AssayFormRow *row, const AssayTyped *typed)
{
  const char *extra = assay_form_typing_extra (row);
  g_autofree char *answer = NULL;
  g_autofree char *hint = NULL;
  gint64 weight;

  if (!is_empty (typed->extra) && extra != NULL
      && (assay_check_kind (row->record) == ASSAY_CHECK_DROP
              ? !assay_format_parse_decimal (typed->extra, 3, TRUE, &weight, NULL)
              : parse_count (typed->extra) < 0))
    return g_strdup_printf (_ ("%s: that is no number."), extra);
  if (is_empty (typed->answer) || g_str_equal (typed->answer, NOT_APPLICABLE))
    return NULL;
  answer = dup_answer (row->record, typed->answer);
  if (answer != NULL)
    return NULL;
  hint = assay_form_typing_dup_hint (row);
  /* Translators: what can be typed, "y or n" */
  return g_strdup_printf (_ ("This line takes %s."), hint);
}

char *
assay_form_typing_check (const AssayFormRow *row, const AssayTyped *typed)
{
  switch (row->kind)
    {
    case ASSAY_FORM_QUANTITY:
      return parse_count (typed->answer) < 0 ? g_strdup (_ ("A quantity is a whole number."))
                                             : NULL;
    case ASSAY_FORM_DEFECT:
      return check_defect (row, typed);
    case ASSAY_FORM_CHECK:
    default:
      return check_answer (row, typed);
    }
}

static void
add_defect (AssayInspectionDraft *draft,
            const AssayFormRow *row,
            const AssayTyped *typed,
            AssayClass class,
            gint64 count)
{
  AssayDraftDefect *defect = assay_inspection_draft_add_defect (draft);

  if (row->record != NULL)
    {
      g_autofree char *title = assay_record_dup_title (row->record);

      assay_draft_defect_set_defect_type (
          defect, assay_record_get_id (row->record), title,
          assay_record_get_text (row->record, ASSAY_DEFECT_TYPE_CLASS));
    }
  if (!is_empty (typed->name))
    assay_draft_defect_set_text (defect, ASSAY_DEFECT_DESCRIPTION, typed->name);
  assay_draft_defect_set_class (defect, class);
  if (assay_record_is_known (assay_draft_defect_get_record (defect), ASSAY_DEFECT_SAMPLE))
    assay_draft_defect_set_second_sample (defect, row->second);
  if (!is_empty (typed->extra))
    assay_draft_defect_set_units (defect, typed->extra);
  if (count > 0)
    assay_draft_defect_set_count (defect, count);
}

/* The class that a defect usually has is meant where only units were named. */
static gboolean
apply_defect (AssayInspectionDraft *draft, const AssayFormRow *row, const AssayTyped *typed)
{
  gboolean said = FALSE;
  AssayClass usual = ASSAY_CLASS_MAJOR;

  for (guint i = 0; i < ASSAY_N_CLASSES; i++)
    {
      gint64 count = parse_count (typed->counts[i]);

      if (count <= 0)
        continue;
      add_defect (draft, row, typed, (AssayClass)i, count);
      said = TRUE;
    }
  if (said || (is_empty (typed->extra) && is_empty (typed->name)))
    return said;
  if (row->record != NULL)
    assay_class_from_string (assay_record_get_text (row->record, ASSAY_DEFECT_TYPE_CLASS), &usual);
  add_defect (draft, row, typed, usual, 0);
  return TRUE;
}

static gboolean
apply_check (AssayInspectionDraft *draft, const AssayFormRow *row, const AssayTyped *typed)
{
  AssayDraftCheckpoint *check = find_check (draft, row->record);
  g_autofree char *answer = NULL;

  if (check == NULL || (is_empty (typed->answer) && is_empty (typed->extra)))
    return FALSE;
  if (!is_empty (typed->answer) && g_str_equal (typed->answer, NOT_APPLICABLE))
    {
      assay_draft_checkpoint_set_not_applicable (check, TRUE);
      return TRUE;
    }
  if (!is_empty (typed->answer))
    {
      answer = dup_answer (row->record, typed->answer);
      assay_draft_checkpoint_set_not_applicable (check, FALSE);
      if (assay_check_kind (row->record) == ASSAY_CHECK_MEASURED)
        assay_draft_checkpoint_set_readings (check, answer);
      else
        assay_draft_checkpoint_set_answer (check, answer);
    }
  if (!is_empty (typed->extra) && assay_check_kind (row->record) == ASSAY_CHECK_DROP)
    assay_draft_checkpoint_set_readings (check, typed->extra);
  else if (!is_empty (typed->extra) && assay_form_typing_extra (row) != NULL)
    assay_draft_checkpoint_set_failed (check, parse_count (typed->extra));
  return TRUE;
}

gboolean
assay_form_typing_apply (AssayInspectionDraft *draft,
                         const AssayFormRow *row,
                         const AssayTyped *typed)
{
  switch (row->kind)
    {
    case ASSAY_FORM_QUANTITY:
      if (is_empty (typed->answer))
        return FALSE;
      assay_record_set_integer (assay_inspection_draft_get_record (draft), row->field,
                                parse_count (typed->answer));
      return TRUE;
    case ASSAY_FORM_DEFECT:
      return apply_defect (draft, row, typed);
    case ASSAY_FORM_CHECK:
    default:
      return apply_check (draft, row, typed);
    }
}

char *
assay_form_typing_dup_hint (const AssayFormRow *row)
{
  const char *options;
  g_auto (GStrv) words = NULL;
  GString *text;

  if (row->kind != ASSAY_FORM_CHECK)
    return NULL;
  switch (assay_check_kind (row->record))
    {
    case ASSAY_CHECK_YES_NO:
      return g_strdup (_ ("y or n"));
    case ASSAY_CHECK_MEASURED:
      return g_strdup (_ ("numbers, one for each unit"));
    case ASSAY_CHECK_COUNT:
      return g_strdup (_ ("a whole number"));
    case ASSAY_CHECK_DROP:
      return g_strdup (_ ("1 intact, 2 carton damaged, 3 product damaged"));
    case ASSAY_CHECK_CHOICE:
      options = assay_record_get_text (row->record, ASSAY_CHECKPOINT_OPTIONS);
      words = g_strsplit (options != NULL ? options : "", "|", -1);
      text = g_string_new (NULL);
      for (guint i = 0; words[i] != NULL; i++)
        g_string_append_printf (text, "%s%u %s", i > 0 ? ", " : "", i + 1, g_strstrip (words[i]));
      return g_string_free_and_steal (text);
    case ASSAY_CHECK_TEXT:
    case ASSAY_CHECK_CODE:
    case ASSAY_N_CHECK_KINDS:
    default:
      return g_strdup (_ ("words"));
    }
}

char *
assay_form_typing_dup_current (AssayInspectionDraft *draft, const AssayFormRow *row)
{
  AssayRecord *record = assay_inspection_draft_get_record (draft);

  if (row->kind == ASSAY_FORM_QUANTITY)
    return assay_record_is_known (record, row->field)
               ? g_strdup_printf ("%" G_GINT64_FORMAT,
                                  assay_record_get_integer (record, row->field, 0))
               : NULL;
  if (row->kind == ASSAY_FORM_CHECK && assay_checkpoint_is_answered (row->record))
    return assay_checkpoint_dup_answer (row->record);
  return NULL;
}

const char *
assay_form_typing_extra (const AssayFormRow *row)
{
  if (row->kind == ASSAY_FORM_DEFECT)
    return _ ("Unit numbers");
  if (row->kind != ASSAY_FORM_CHECK)
    return NULL;
  if (assay_check_kind (row->record) == ASSAY_CHECK_DROP)
    return _ ("Weight, kg");
  if (assay_check_kind (row->record) != ASSAY_CHECK_MEASURED
      && assay_record_get_integer (row->record, ASSAY_CHECKPOINT_SAMPLE_SIZE, 0) > 1)
    return _ ("Units that failed");
  return NULL;
}
