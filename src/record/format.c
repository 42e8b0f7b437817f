/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/format.h"

#include <glib/gi18n-lib.h>

#include "record/measure.h"
#include "record/money.h"
#include "record/number.h"

G_DEFINE_QUARK (assay - format - error - quark, assay_format_error)

static const char *
currency_of (const AssayRecord *record, guint field)
{
  const AssayRecordType *type = assay_record_describe (record);
  const char *column = type->fields[field].currency_column;
  int index = column != NULL ? assay_record_type_find_field (type, column) : -1;

  return index >= 0 ? assay_record_get_text (record, (guint)index) : NULL;
}

/* Digits that a money field keeps: those of the currency and the field's own. */
static guint
money_scale (const AssayField *field, const char *currency)
{
  return assay_currency_digits (currency) + field->scale;
}

/* "1,234.50", never fewer digits than the currency has, more only where they are not 0. */
static char *
format_money (gint64 amount, const AssayField *field, const char *currency, gboolean localised)
{
  guint scale = money_scale (field, currency);
  guint digits = assay_currency_digits (currency);

  while (scale > digits && amount % 10 == 0)
    {
      amount /= 10;
      scale--;
    }
  return localised ? assay_format_decimal_grouped (amount, scale)
                   : assay_format_decimal (amount, scale, FALSE);
}

/* Scaled number without the zeros at its end. */
static char *
format_trimmed (gint64 scaled, guint scale, gboolean localised)
{
  while (scale > 0 && scaled % 10 == 0)
    {
      scaled /= 10;
      scale--;
    }
  return localised ? assay_format_decimal_grouped (scaled, scale)
                   : assay_format_decimal (scaled, scale, FALSE);
}

static char *
display_number (const AssayField *field, gint64 number, const char *currency, AssayUnits units)
{
  g_autofree char *text = NULL;
  const char *unit;

  switch (assay_measure_of (field->kind))
    {
    case ASSAY_MEASURE_NONE:
      break;
    case ASSAY_MEASURE_LENGTH:
    case ASSAY_MEASURE_MASS:
    case ASSAY_MEASURE_VOLUME:
    case ASSAY_MEASURE_AREAL_DENSITY:
    case ASSAY_MEASURE_PRESSURE:
    case ASSAY_MEASURE_FORCE:
    default:
      text = assay_measure_format (field->kind, number, units, TRUE, &unit);
      /* Translators: a number and its unit. */
      return g_strdup_printf (_ ("%s %s"), text, unit);
    }
  if (field->kind == ASSAY_KIND_MONEY)
    {
      text = format_money (number, field, currency, TRUE);
      if (currency == NULL)
        return g_steal_pointer (&text);
      /* Translators: an amount and its currency. */
      return g_strdup_printf (C_ ("money", "%s %s"), text, currency);
    }
  if (field->kind == ASSAY_KIND_SHARE)
    {
      text = format_trimmed (number, 4, TRUE);
      /* Translators: a share in percent. */
      return g_strdup_printf (_ ("%s %%"), text);
    }
  if (field->kind == ASSAY_KIND_DECIMAL)
    return format_trimmed (number, field->scale, TRUE);
  if (field->kind == ASSAY_KIND_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return assay_format_number (number);
}

/**
 * assay_format_value_display:
 * @field: a field; for a reference the title is not known here and the result is empty
 * @value: its value
 * @currency: (nullable): the currency of a money field
 * @units: the system of measures
 *
 * Returns: (transfer full): the value for people to read, with its unit where the kind has one;
 * empty when it is unknown
 */
char *
assay_format_value_display (const AssayField *field,
                            const AssayValue *value,
                            const char *currency,
                            AssayUnits units)
{
  const char *label;

  if (!assay_value_is_known (value))
    return g_strdup ("");
  if (field->kind == ASSAY_KIND_CHOICE)
    {
      label = assay_field_choice_label (field, value->text);
      return g_strdup (label != NULL ? label : value->text);
    }
  if (field->kind == ASSAY_KIND_COUNTRY)
    return assay_format_country (value->text);
  if (assay_field_is_text (field))
    return g_strdup (value->text);
  if (field->kind == ASSAY_KIND_DATE)
    return assay_date_format ((gint32)CLAMP (value->integer, G_MININT32, G_MAXINT32));
  if (field->kind == ASSAY_KIND_INSTANT)
    return assay_instant_format (value->integer);
  if (field->kind == ASSAY_KIND_FLAG)
    return g_strdup (value->integer ? _ ("Yes") : _ ("No"));
  if (field->kind == ASSAY_KIND_REFERENCE)
    return g_strdup ("");
  return display_number (field, value->integer, currency, units);
}

/**
 * assay_format_display:
 * @record: a record
 * @field: a field
 * @units: the system of measures
 *
 * Returns: (transfer full): the value for people to read; empty when it is unknown
 */
char *
assay_format_display (const AssayRecord *record, guint field, AssayUnits units)
{
  const AssayRecordType *type = assay_record_describe (record);
  const char *title;

  if (type->fields[field].kind == ASSAY_KIND_REFERENCE)
    {
      title = assay_record_get_reference_title (record, field);
      return g_strdup (title != NULL ? title : "");
    }
  return assay_format_value_display (&type->fields[field], assay_record_get_value (record, field),
                                     currency_of (record, field), units);
}

/**
 * assay_format_edit:
 * @record: a record
 * @field: a field
 * @units: the system of measures
 *
 * Returns: (transfer full): the value for an entry: localised decimal point, no grouping, no unit,
 *   dates in ISO form; assay_format_parse_edit() reads it back
 */
char *
assay_format_edit (const AssayRecord *record, guint field, AssayUnits units)
{
  const AssayField *described = &assay_record_describe (record)->fields[field];
  const AssayValue *value = assay_record_get_value (record, field);
  const char *unit;

  if (!assay_value_is_known (value))
    return g_strdup ("");
  if (assay_field_is_text (described))
    return g_strdup (value->text);
  if (assay_measure_of (described->kind) != ASSAY_MEASURE_NONE)
    return assay_measure_format (described->kind, value->integer, units, FALSE, &unit);
  if (described->kind == ASSAY_KIND_MONEY)
    {
      guint scale = money_scale (described, currency_of (record, field));
      guint digits = assay_currency_digits (currency_of (record, field));
      gint64 amount = value->integer;

      for (; scale > digits && amount % 10 == 0; scale--)
        amount /= 10;
      return assay_format_decimal (amount, scale, TRUE);
    }
  if (described->kind == ASSAY_KIND_SHARE || described->kind == ASSAY_KIND_DECIMAL)
    {
      guint scale = described->kind == ASSAY_KIND_SHARE ? 4 : described->scale;
      gint64 amount = value->integer;

      for (; scale > 0 && amount % 10 == 0; scale--)
        amount /= 10;
      return assay_format_decimal (amount, scale, TRUE);
    }
  return assay_format_value_plain (described, value, NULL);
}

/**
 * assay_format_value_plain:
 * @field: a field
 * @value: its value
 * @currency: (nullable): the currency of a money field
 *
 * Returns: (transfer full): the value for files: ISO dates, decimal point, stored choices, measures
 *   in their stored unit; empty when it is unknown
 */
char *
assay_format_value_plain (const AssayField *field, const AssayValue *value, const char *currency)
{
  if (!assay_value_is_known (value))
    return g_strdup ("");
  if (assay_field_is_text (field))
    return g_strdup (value->text);
  if (field->kind == ASSAY_KIND_DATE)
    return assay_date_format_iso ((gint32)CLAMP (value->integer, G_MININT32, G_MAXINT32));
  if (field->kind == ASSAY_KIND_INSTANT)
    return assay_instant_format_iso (value->integer);
  if (field->kind == ASSAY_KIND_MONEY)
    return format_money (value->integer, field, currency, FALSE);
  if (field->kind == ASSAY_KIND_SHARE)
    return format_trimmed (value->integer, 6, FALSE);
  if (field->kind == ASSAY_KIND_DECIMAL)
    return format_trimmed (value->integer, field->scale, FALSE);
  return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
}

/**
 * assay_format_plain:
 * @record: a record
 * @field: a field
 *
 * Returns: (transfer full): the value for files; a reference is written as the title of its record
 */
char *
assay_format_plain (const AssayRecord *record, guint field)
{
  const AssayField *described = &assay_record_describe (record)->fields[field];
  const char *title;

  if (described->kind == ASSAY_KIND_REFERENCE)
    {
      title = assay_record_get_reference_title (record, field);
      return g_strdup (title != NULL ? title : "");
    }
  return assay_format_value_plain (described, assay_record_get_value (record, field),
                                   currency_of (record, field));
}

static gboolean
parse_text (const AssayField *field, const char *text, AssayValue *value, GError **error)
{
  if (field->kind == ASSAY_KIND_CHOICE && assay_field_choice_label (field, text) == NULL)
    {
      g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_CHOICE,
                   _ ("“%s” is not one of the choices"), text);
      return FALSE;
    }
  if (field->kind == ASSAY_KIND_CURRENCY && !assay_currency_is_known (text))
    {
      g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_TEXT,
                   _ ("“%s” is not a currency’s three letters, such as USD"), text);
      return FALSE;
    }
  if (field->kind == ASSAY_KIND_COUNTRY && strlen (text) != 2)
    {
      g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_TEXT,
                   _ ("“%s” is not a country’s two letters, such as VN"), text);
      return FALSE;
    }
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_TEXT,
                           _ ("This text is damaged"));
      return FALSE;
    }
  assay_value_set_text (value, text);
  return TRUE;
}

static gboolean
check_range (const AssayField *field, gint64 number, GError **error)
{
  if (field->kind == ASSAY_KIND_COUNT && number < 0)
    {
      g_set_error_literal (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_RANGE,
                           _ ("This cannot be negative"));
      return FALSE;
    }
  if ((field->flags & ASSAY_FIELD_RANGE) && number < field->min)
    {
      g_set_error_literal (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_RANGE,
                           _ ("This is too small"));
      return FALSE;
    }
  if ((field->flags & ASSAY_FIELD_RANGE) && number > field->max)
    {
      g_set_error_literal (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_RANGE,
                           _ ("This is too large"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse_flag (const char *text, gint64 *number, GError **error)
{
  static const char *const yes[] = { "1", "yes", "true", "y", NULL };
  static const char *const no[] = { "0", "no", "false", "n", NULL };
  g_autofree char *folded = g_utf8_casefold (text, -1);

  *number = g_strv_contains (yes, folded);
  if (*number || g_strv_contains (no, folded))
    return TRUE;
  g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_CHOICE,
               _ ("“%s” is neither yes nor no"), text);
  return FALSE;
}

static gboolean
parse_number (const AssayField *field,
              const char *text,
              const char *currency,
              AssayUnits units,
              gboolean localised,
              gint64 *number,
              GError **error)
{
  gint32 date = 0;
  guint scale = 0;

  if (field->kind == ASSAY_KIND_DATE)
    {
      if (!assay_date_parse_iso (text, &date))
        {
          g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_DATE,
                       _ ("“%s” is not a date; write year-month-day, such as 2026-03-12"), text);
          return FALSE;
        }
      *number = date;
      return TRUE;
    }
  if (field->kind == ASSAY_KIND_FLAG)
    return parse_flag (text, number, error);
  if (localised && assay_measure_of (field->kind) != ASSAY_MEASURE_NONE)
    return assay_measure_parse (field->kind, text, units, number, error);
  if (field->kind == ASSAY_KIND_MONEY)
    scale = money_scale (field, currency);
  else if (field->kind == ASSAY_KIND_SHARE)
    scale = localised ? 4 : 6;
  else if (field->kind == ASSAY_KIND_DECIMAL)
    scale = field->scale;
  return assay_format_parse_decimal (text, scale, localised, number, error);
}

static gboolean
parse (const AssayField *field,
       const char *text,
       const char *currency,
       AssayUnits units,
       gboolean localised,
       AssayValue *value,
       GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  gint64 number = 0;

  assay_value_clear (value);
  if (*stripped == '\0')
    return TRUE;
  if (assay_field_is_text (field))
    return parse_text (field, field->kind == ASSAY_KIND_LONG_TEXT ? text : stripped, value, error);
  if (!parse_number (field, stripped, currency, units, localised, &number, error)
      || !check_range (field, number, error))
    return FALSE;
  assay_value_set_integer (value, number);
  return TRUE;
}

/**
 * assay_format_parse_edit:
 * @field: a field
 * @text: what a person typed; blank means unknown
 * @currency: (nullable): the currency of a money field
 * @units: the system of measures
 * @value: (out): the value
 * @error: why it is none, in words to show beside the entry
 *
 * Returns: whether @text is a value that @field allows
 */
gboolean
assay_format_parse_edit (const AssayField *field,
                         const char *text,
                         const char *currency,
                         AssayUnits units,
                         AssayValue *value,
                         GError **error)
{
  return parse (field, text, currency, units, TRUE, value, error);
}

/**
 * assay_format_parse_plain:
 * @field: a field
 * @text: a value as assay_format_value_plain() writes it; blank means unknown
 * @currency: (nullable): the currency of a money field
 * @value: (out): the value
 * @error: why it is none
 *
 * Returns: whether @text is a value that @field allows
 */
gboolean
assay_format_parse_plain (const AssayField *field,
                          const char *text,
                          const char *currency,
                          AssayValue *value,
                          GError **error)
{
  return parse (field, text, currency, ASSAY_UNITS_METRIC, FALSE, value, error);
}

/**
 * assay_format_column_unit:
 * @field: a field
 * @units: the system of measures
 *
 * Returns: (transfer full) (nullable): the unit to write into a column's heading or behind an entry
 */
char *
assay_format_column_unit (const AssayField *field, AssayUnits units)
{
  const char *unit = assay_measure_unit (field->kind, units);

  if (unit == NULL && field->kind == ASSAY_KIND_SHARE)
    unit = "%";
  if (unit == NULL)
    unit = assay_field_unit (field);
  return g_strdup (unit);
}
