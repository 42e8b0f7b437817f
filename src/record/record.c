/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"

struct _AssayRecord
{
  GObject parent_instance;

  const AssayRecordType *type;
  gint64 id;
  AssayValue *values;      /* one a field */
  char **reference_titles; /* one a field, NULL unless the field is a known reference */
};

G_DEFINE_FINAL_TYPE (AssayRecord, assay_record, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The details of "changed": one a field, by type. */
static GQuark *columns[ASSAY_N_TYPES];

static void
assay_record_finalize (GObject *object)
{
  AssayRecord *record = ASSAY_RECORD (object);

  for (guint i = 0; record->type != NULL && i < record->type->n_fields; i++)
    {
      assay_value_clear (&record->values[i]);
      g_free (record->reference_titles[i]);
    }
  g_free (record->values);
  g_free (record->reference_titles);
  G_OBJECT_CLASS (assay_record_parent_class)->finalize (object);
}

static void
assay_record_class_init (AssayRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = assay_record_finalize;

  for (AssayType type = ASSAY_TYPE_NONE + 1; type < ASSAY_N_TYPES; type++)
    {
      const AssayRecordType *described = assay_record_type_get (type);

      columns[type] = g_new (GQuark, described->n_fields);
      for (guint i = 0; i < described->n_fields; i++)
        columns[type][i] = g_quark_from_static_string (described->fields[i].column);
    }

  /**
   * AssayRecord::changed:
   * @record: the record
   * @field: the field's index
   *
   * A value changed. The detail is the field's column.
   */
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                      G_SIGNAL_RUN_FIRST | G_SIGNAL_DETAILED | G_SIGNAL_NO_HOOKS, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
assay_record_init (AssayRecord *record)
{
}

/**
 * assay_record_new_empty:
 * @type: the type
 *
 * Makes a record in which nothing is known.
 *
 * Returns: (transfer full): the record
 */
AssayRecord *
assay_record_new_empty (AssayType type)
{
  AssayRecord *record = g_object_new (ASSAY_TYPE_RECORD, NULL);

  record->type = assay_record_type_get (type);
  record->values = g_new0 (AssayValue, record->type->n_fields);
  record->reference_titles = g_new0 (char *, record->type->n_fields);
  return record;
}

/**
 * assay_record_new:
 * @type: the type
 *
 * Makes a record for a person to fill in, with the initial values of its fields.
 *
 * Returns: (transfer full): the record
 */
AssayRecord *
assay_record_new (AssayType type)
{
  AssayRecord *record = assay_record_new_empty (type);

  for (guint i = 0; i < record->type->n_fields; i++)
    assay_field_set_initial (&record->type->fields[i], &record->values[i]);
  return record;
}

/**
 * assay_record_copy:
 * @record: a record
 *
 * Returns: (transfer full): another record with the same key and values
 */
AssayRecord *
assay_record_copy (AssayRecord *record)
{
  AssayRecord *copy;

  g_return_val_if_fail (ASSAY_IS_RECORD (record), NULL);

  copy = assay_record_new_empty (record->type->type);
  assay_record_assign (copy, record);
  return copy;
}

AssayType
assay_record_get_kind (const AssayRecord *record)
{
  return record->type->type;
}

/**
 * assay_record_describe:
 * @record: a record
 *
 * Returns: (transfer none): its entry in the catalogue
 */
const AssayRecordType *
assay_record_describe (const AssayRecord *record)
{
  return record->type;
}

/**
 * assay_record_get_id:
 * @record: a record
 *
 * Returns: its key in the book; 0 before it was saved
 */
gint64
assay_record_get_id (const AssayRecord *record)
{
  return record->id;
}

void
assay_record_set_id (AssayRecord *record, gint64 id)
{
  record->id = id;
}

static void
emit_changed (AssayRecord *record, guint field)
{
  GQuark column = columns[record->type->type][field];

  /* A handler without a detail is not found by one. */
  if (g_signal_has_handler_pending (record, signals[SIGNAL_CHANGED], column, TRUE)
      || g_signal_has_handler_pending (record, signals[SIGNAL_CHANGED], 0, TRUE))
    g_signal_emit (record, signals[SIGNAL_CHANGED], column, field);
}

const AssayValue *
assay_record_get_value (const AssayRecord *record, guint field)
{
  g_return_val_if_fail (field < record->type->n_fields, NULL);

  return &record->values[field];
}

/**
 * assay_record_set_value:
 * @record: a record
 * @field: a field
 * @value: the value, of the field's storage: text for texts, whole numbers for all else, or unknown
 */
void
assay_record_set_value (AssayRecord *record, guint field, const AssayValue *value)
{
  g_return_if_fail (field < record->type->n_fields);
  g_return_if_fail (value->type == ASSAY_VALUE_UNKNOWN
                    || (value->type == ASSAY_VALUE_TEXT)
                           == assay_field_is_text (&record->type->fields[field]));

  if (assay_value_equal (&record->values[field], value))
    return;
  assay_value_copy (value, &record->values[field]);
  g_clear_pointer (&record->reference_titles[field], g_free);
  emit_changed (record, field);
}

gboolean
assay_record_is_known (const AssayRecord *record, guint field)
{
  return assay_value_is_known (assay_record_get_value (record, field));
}

void
assay_record_set_unknown (AssayRecord *record, guint field)
{
  AssayValue unknown = ASSAY_VALUE_INIT;

  assay_record_set_value (record, field, &unknown);
}

/**
 * assay_record_assign:
 * @record: a record
 * @from: another one of the same type
 *
 * Takes over the key, every value and the titles of references from @from.
 */
void
assay_record_assign (AssayRecord *record, AssayRecord *from)
{
  g_return_if_fail (record->type == from->type);

  record->id = from->id;
  for (guint i = 0; i < record->type->n_fields; i++)
    {
      assay_record_set_value (record, i, &from->values[i]);
      g_set_str (&record->reference_titles[i], from->reference_titles[i]);
    }
}

/**
 * assay_record_equal:
 * @a: a record
 * @b: another
 *
 * Returns: whether both are of one type and hold the same values; keys are not compared
 */
gboolean
assay_record_equal (const AssayRecord *a, const AssayRecord *b)
{
  if (a->type != b->type)
    return FALSE;
  for (guint i = 0; i < a->type->n_fields; i++)
    if (!assay_value_equal (&a->values[i], &b->values[i]))
      return FALSE;
  return TRUE;
}

/**
 * assay_record_get_text:
 * @record: a record
 * @field: a field whose values are texts
 *
 * Returns: (nullable): the text, or %NULL when it is unknown
 */
const char *
assay_record_get_text (const AssayRecord *record, guint field)
{
  g_return_val_if_fail (field < record->type->n_fields, NULL);
  g_return_val_if_fail (assay_field_is_text (&record->type->fields[field]), NULL);

  return record->values[field].text;
}

void
assay_record_set_text (AssayRecord *record, guint field, const char *text)
{
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;

  assay_value_set_text (&value, text);
  assay_record_set_value (record, field, &value);
}

/**
 * assay_record_get_integer:
 * @record: a record
 * @field: a field whose values are whole numbers
 * @unknown: what to return for an unknown value
 *
 * Returns: the number in the field's stored unit
 */
gint64
assay_record_get_integer (const AssayRecord *record, guint field, gint64 unknown)
{
  g_return_val_if_fail (field < record->type->n_fields, unknown);
  g_return_val_if_fail (!assay_field_is_text (&record->type->fields[field]), unknown);

  return assay_value_is_known (&record->values[field]) ? record->values[field].integer : unknown;
}

void
assay_record_set_integer (AssayRecord *record, guint field, gint64 integer)
{
  AssayValue value = { ASSAY_VALUE_INTEGER, integer, NULL };

  assay_record_set_value (record, field, &value);
}

/**
 * assay_record_get_date:
 * @record: a record
 * @field: a date
 *
 * Returns: days since 1970-01-01, or %ASSAY_DATE_UNKNOWN
 */
gint32
assay_record_get_date (const AssayRecord *record, guint field)
{
  g_return_val_if_fail (record->type->fields[field].kind == ASSAY_KIND_DATE, ASSAY_DATE_UNKNOWN);

  return (gint32)assay_record_get_integer (record, field, ASSAY_DATE_UNKNOWN);
}

void
assay_record_set_date (AssayRecord *record, guint field, gint32 date)
{
  g_return_if_fail (record->type->fields[field].kind == ASSAY_KIND_DATE);

  if (date == ASSAY_DATE_UNKNOWN)
    assay_record_set_unknown (record, field);
  else
    assay_record_set_integer (record, field, date);
}

gboolean
assay_record_get_flag (const AssayRecord *record, guint field)
{
  g_return_val_if_fail (record->type->fields[field].kind == ASSAY_KIND_FLAG, FALSE);

  return assay_record_get_integer (record, field, 0) != 0;
}

/**
 * assay_record_get_reference:
 * @record: a record
 * @field: a reference
 *
 * Returns: the key of the record referred to, or 0
 */
gint64
assay_record_get_reference (const AssayRecord *record, guint field)
{
  g_return_val_if_fail (record->type->fields[field].kind == ASSAY_KIND_REFERENCE, 0);

  return assay_record_get_integer (record, field, 0);
}

void
assay_record_set_reference (AssayRecord *record, guint field, gint64 id)
{
  g_return_if_fail (record->type->fields[field].kind == ASSAY_KIND_REFERENCE);

  if (id == 0)
    assay_record_set_unknown (record, field);
  else
    assay_record_set_integer (record, field, id);
}

/**
 * assay_record_get_reference_title:
 * @record: a record
 * @field: a reference
 *
 * Returns: (nullable): what the record referred to is called, as the store read it
 */
const char *
assay_record_get_reference_title (const AssayRecord *record, guint field)
{
  g_return_val_if_fail (field < record->type->n_fields, NULL);

  return record->reference_titles[field];
}

void
assay_record_set_reference_title (AssayRecord *record, guint field, const char *title)
{
  g_autofree char *valid = NULL;

  g_return_if_fail (field < record->type->n_fields);

  if (title != NULL && !g_utf8_validate (title, -1, NULL))
    valid = g_utf8_make_valid (title, -1);
  g_set_str (&record->reference_titles[field], valid != NULL ? valid : title);
}

static char *
join_fields (const AssayRecord *record, const int *fields)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; i < 3 && fields[i] >= 0; i++)
    {
      g_autofree char *part = NULL;

      if (!assay_record_is_known (record, (guint)fields[i]))
        continue;
      part = assay_format_display (record, (guint)fields[i], ASSAY_UNITS_METRIC);
      if (part != NULL && *part != '\0')
        g_strv_builder_add (parts, part);
    }
  strv = g_strv_builder_unref_to_strv (g_steal_pointer (&parts));
  return g_strjoinv (" · ", strv);
}

/**
 * assay_record_dup_title:
 * @record: a record
 *
 * Returns: (transfer full): what to call it; its type's name when nothing that names it is known
 */
char *
assay_record_dup_title (const AssayRecord *record)
{
  g_autofree char *title = join_fields (record, record->type->title);

  if (*title == '\0')
    return g_strdup (assay_record_type_label (record->type));
  return g_steal_pointer (&title);
}

/**
 * assay_record_dup_subtitle:
 * @record: a record
 *
 * Returns: (transfer full): what tells it apart from others of its name; may be empty
 */
char *
assay_record_dup_subtitle (const AssayRecord *record)
{
  return join_fields (record, record->type->subtitle);
}

static void
check_field (const AssayRecord *record, guint index, AssayProblems *problems)
{
  const AssayField *field = &record->type->fields[index];
  const AssayValue *value = &record->values[index];

  if (!assay_value_is_known (value))
    {
      if (field->flags & ASSAY_FIELD_REQUIRED)
        assay_problems_add (problems, (int)index, _ ("%s is needed"), assay_field_label (field));
      return;
    }
  if (field->kind == ASSAY_KIND_COUNT && value->integer < 0)
    assay_problems_add (problems, (int)index, _ ("%s cannot be negative"),
                        assay_field_label (field));
  else if ((field->flags & ASSAY_FIELD_RANGE)
           && (value->integer < field->min || value->integer > field->max))
    assay_problems_add (problems, (int)index, _ ("%s is out of range"), assay_field_label (field));
  else if (field->kind == ASSAY_KIND_CHOICE
           && assay_field_choice_label (field, value->text) == NULL)
    assay_problems_add (problems, (int)index, _ ("“%s” is not one of the choices"), value->text);
  else if (field->kind == ASSAY_KIND_DATE
           && (value->integer < ASSAY_DATE_MIN || value->integer > ASSAY_DATE_MAX))
    assay_problems_add (problems, (int)index, _ ("%s is not a date"), assay_field_label (field));
}

/**
 * assay_record_check:
 * @record: a record
 * @problems: where to add what is wrong
 *
 * Checks each field by itself (needed, range, choices) and then the type's rules that span fields.
 */
void
assay_record_check (AssayRecord *record, AssayProblems *problems)
{
  for (guint i = 0; i < record->type->n_fields; i++)
    check_field (record, i, problems);
  if (record->type->check != NULL)
    record->type->check (record, problems);
}
