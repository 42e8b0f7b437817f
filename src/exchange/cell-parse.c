/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "exchange/cell-parse.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/date.h"
#include "record/money.h"
#include "record/number.h"

/* Longer texts are cut there, with a word about it: no name has a million letters. */
#define MOST_TEXT      1000
#define MOST_LONG_TEXT 100000

typedef struct
{
  const char *unit;
  AssayFieldKind kind;
  gint64 by, divided_by; /* to the unit of the book */
} Unit;

static const Unit units[] = {
  { "kg", ASSAY_KIND_MASS, 1000, 1 },
  { "kgs", ASSAY_KIND_MASS, 1000, 1 },
  { "kilogram", ASSAY_KIND_MASS, 1000, 1 },
  { "kilograms", ASSAY_KIND_MASS, 1000, 1 },
  { "kilo", ASSAY_KIND_MASS, 1000, 1 },
  { "kilos", ASSAY_KIND_MASS, 1000, 1 },
  { "g", ASSAY_KIND_MASS, 1, 1 },
  { "gr", ASSAY_KIND_MASS, 1, 1 },
  { "gram", ASSAY_KIND_MASS, 1, 1 },
  { "grams", ASSAY_KIND_MASS, 1, 1 },
  { "t", ASSAY_KIND_MASS, 1000000, 1 },
  { "mt", ASSAY_KIND_MASS, 1000000, 1 },
  { "lb", ASSAY_KIND_MASS, 45359237, 100000 },
  { "lbs", ASSAY_KIND_MASS, 45359237, 100000 },
  { "oz", ASSAY_KIND_MASS, 28349523125, 1000000000 },
  { "mm", ASSAY_KIND_LENGTH, 1, 1 },
  { "cm", ASSAY_KIND_LENGTH, 10, 1 },
  { "m", ASSAY_KIND_LENGTH, 1000, 1 },
  { "in", ASSAY_KIND_LENGTH, 254, 10 },
  { "inch", ASSAY_KIND_LENGTH, 254, 10 },
  { "inches", ASSAY_KIND_LENGTH, 254, 10 },
  { "cm3", ASSAY_KIND_VOLUME, 1, 1 },
  { "ml", ASSAY_KIND_VOLUME, 1, 1 },
  { "l", ASSAY_KIND_VOLUME, 1000, 1 },
  { "litre", ASSAY_KIND_VOLUME, 1000, 1 },
  { "litres", ASSAY_KIND_VOLUME, 1000, 1 },
  { "liter", ASSAY_KIND_VOLUME, 1000, 1 },
  { "liters", ASSAY_KIND_VOLUME, 1000, 1 },
  { "cbm", ASSAY_KIND_VOLUME, 1000000, 1 },
  { "m3", ASSAY_KIND_VOLUME, 1000000, 1 },
  { "m³", ASSAY_KIND_VOLUME, 1000000, 1 },
  { "gsm", ASSAY_KIND_AREAL_DENSITY, 1, 1 },
  { "g/m2", ASSAY_KIND_AREAL_DENSITY, 1, 1 },
  { "g/m²", ASSAY_KIND_AREAL_DENSITY, 1, 1 },
  { "n", ASSAY_KIND_FORCE, 1000, 1 },
};

const char *
assay_fault_describe (AssayFault fault)
{
  switch (fault)
    {
    case ASSAY_FAULT_NONE:
      return "";
    case ASSAY_FAULT_NOT_NUMBER:
      return _ ("not a number");
    case ASSAY_FAULT_NOT_FINITE:
      return _ ("not a finite number");
    case ASSAY_FAULT_TOO_LARGE:
      return _ ("too large");
    case ASSAY_FAULT_NEGATIVE:
      return _ ("cannot be negative");
    case ASSAY_FAULT_FRACTION:
      return _ ("not a whole number");
    case ASSAY_FAULT_PERCENT:
      return _ ("a percentage where a number belongs");
    case ASSAY_FAULT_RANGE:
      return _ ("outside what this field allows");
    case ASSAY_FAULT_UNIT:
      return _ ("a unit that does not belong here");
    case ASSAY_FAULT_CURRENCY:
      return _ ("in another currency than its row");
    case ASSAY_FAULT_NOT_DATE:
      return _ ("not a date");
    case ASSAY_FAULT_NO_SUCH_DAY:
      return _ ("no such day");
    case ASSAY_FAULT_DATE_ORDER:
      return _ ("day and month could be either way round");
    case ASSAY_FAULT_NOT_CHOICE:
      return _ ("not one of the choices");
    case ASSAY_FAULT_NOT_COUNTRY:
      return _ ("not a known country");
    case ASSAY_FAULT_NOT_CURRENCY:
      return _ ("not a known currency");
    case ASSAY_FAULT_NOT_FLAG:
      return _ ("neither yes nor no");
    case ASSAY_FAULT_FORMULA:
      return _ ("a formula, not its value");
    case ASSAY_FAULT_SHORTENED:
      return _ ("too long; the beginning was kept");
    default:
      return "";
    }
}

static gboolean
is_count_unit (const char *unit)
{
  static const char *const words[]
      = { "pcs",  "pc",      "pcs.", "pc.",      "piece", "pieces", "unit",      "units",
          "ea",   "each",    "set",  "sets",     "stk",   "stk.",   "stück",     "pce",
          "pces", "pairs",   "prs",  "件",       "个",    "只",     "枚",        "個",
          "台",   "pièces",  "uds",  "unidades", "adet",  "cái",    "chiếc",     "ctn",
          "ctns", "cartons", "days", "months",   "years", "people", "pcs/month", "pairs/month",
          "dias", "tage",    "(s)",  NULL };

  return *unit == '\0' || g_strv_contains (words, unit);
}

/* The number × 10^scale × by ÷ divided_by, rounded to the nearest whole. */
static AssayFault
scale_number (
    const AssayCellNumber *number, guint scale, gint64 by, gint64 divided_by, gint64 *result)
{
  gint64 power = 1;
  guint digits = number->digits;

  while (scale > digits)
    {
      if (__builtin_mul_overflow (by, 10, &by))
        return ASSAY_FAULT_TOO_LARGE;
      scale--;
    }
  for (; digits > scale; digits--)
    if (__builtin_mul_overflow (power, 10, &power))
      return ASSAY_FAULT_TOO_LARGE;
  if (__builtin_mul_overflow (divided_by, power, &divided_by)
      || !assay_number_multiply (number->mantissa, by, divided_by, result))
    return ASSAY_FAULT_TOO_LARGE;
  return ASSAY_FAULT_NONE;
}

static AssayFault
to_measure (const AssayField *field,
            const AssayCellRules *rules,
            const AssayCellNumber *number,
            gint64 *result)
{
  const char *unit = number->unit[0] != '\0' ? number->unit : rules->unit;

  for (guint i = 0; unit != NULL && i < G_N_ELEMENTS (units); i++)
    if (units[i].kind == field->kind && g_str_equal (units[i].unit, unit))
      return scale_number (number, 0, units[i].by, units[i].divided_by, result);
  if (number->unit[0] != '\0')
    return ASSAY_FAULT_UNIT;
  if (rules->stored_unit)
    return scale_number (number, 0, 1, 1, result);
  /* What people write without a unit: kilograms, centimetres, litres, newtons. */
  switch ((int)field->kind)
    {
    case ASSAY_KIND_MASS:
    case ASSAY_KIND_VOLUME:
    case ASSAY_KIND_FORCE:
      return scale_number (number, 0, 1000, 1, result);
    case ASSAY_KIND_LENGTH:
      return scale_number (number, 0, 10, 1, result);
    default:
      return scale_number (number, 0, 1, 1, result);
    }
}

static AssayFault
to_share (const AssayCellRules *rules, const AssayCellNumber *number, gint64 *result)
{
  gboolean fraction = rules->share_as_fraction && !number->percent;

  return scale_number (number, fraction ? 6 : 4, 1, 1, result);
}

static AssayFault
to_whole (const AssayCellNumber *number, gint64 *result)
{
  if (number->digits > 0)
    return ASSAY_FAULT_FRACTION;
  *result = number->mantissa;
  return is_count_unit (number->unit) ? ASSAY_FAULT_NONE : ASSAY_FAULT_UNIT;
}

static AssayFault
to_money (const AssayField *field,
          const AssayCellRules *rules,
          const AssayCellNumber *number,
          char seen_currency[4],
          gint64 *result)
{
  const char *currency = rules->currency;

  if (number->unit[0] != '\0')
    return ASSAY_FAULT_UNIT;
  if (number->currency[0] != '\0' && number->currency[0] != '?')
    {
      if (currency != NULL && !g_str_equal (currency, number->currency))
        return ASSAY_FAULT_CURRENCY;
      currency = number->currency;
      if (seen_currency != NULL)
        memcpy (seen_currency, number->currency, 4);
    }
  return scale_number (number, assay_currency_digits (currency) + field->scale, 1, 1, result);
}

static AssayFault
parse_number (const AssayField *field,
              const AssayCellRules *rules,
              const char *text,
              char seen_currency[4],
              gint64 *result)
{
  gboolean is_aql = g_str_has_prefix (field->column, "aql_");
  AssayCellNumber number;
  AssayFault fault;

  /* An AQL is a percentage, which some write: “2.5%”, “AQL 2.5”. */
  if (is_aql && g_ascii_strncasecmp (text, "AQL", 3) == 0)
    text += strspn (text + 3, " =:") + 3;
  fault = assay_cell_parse_number (text, rules->decimal ? rules->decimal : '.', &number);
  if (fault != ASSAY_FAULT_NONE)
    return fault;
  if (number.percent && field->kind != ASSAY_KIND_SHARE && !is_aql)
    return ASSAY_FAULT_PERCENT;
  if (number.currency[0] != '\0' && field->kind != ASSAY_KIND_MONEY)
    return ASSAY_FAULT_UNIT;
  if (field->kind == ASSAY_KIND_MONEY)
    fault = to_money (field, rules, &number, seen_currency, result);
  else if (field->kind == ASSAY_KIND_SHARE)
    fault = to_share (rules, &number, result);
  else if (field->kind == ASSAY_KIND_DECIMAL)
    fault = scale_number (&number, field->scale, 1, 1, result);
  else if (field->kind == ASSAY_KIND_COUNT || field->kind == ASSAY_KIND_INTEGER)
    fault = to_whole (&number, result);
  else
    fault = to_measure (field, rules, &number, result);
  if (fault != ASSAY_FAULT_NONE)
    return fault;
  if (*result < 0
      && (field->kind == ASSAY_KIND_COUNT
          || ((field->flags & ASSAY_FIELD_RANGE) && field->min >= 0)))
    return ASSAY_FAULT_NEGATIVE;
  if ((field->flags & ASSAY_FIELD_RANGE) && (*result < field->min || *result > field->max))
    return ASSAY_FAULT_RANGE;
  return ASSAY_FAULT_NONE;
}

static AssayFault
parse_text (const AssayField *field, const char *text, AssayValue *value)
{
  glong most = field->kind == ASSAY_KIND_LONG_TEXT ? MOST_LONG_TEXT : MOST_TEXT;
  char code[4];
  AssayFault fault;

  if (field->kind == ASSAY_KIND_COUNTRY || field->kind == ASSAY_KIND_CURRENCY)
    {
      fault = field->kind == ASSAY_KIND_COUNTRY ? assay_cell_parse_country (text, code)
                                                : assay_cell_parse_currency (text, code);
      if (fault == ASSAY_FAULT_NONE)
        assay_value_set_text (value, code);
      return fault;
    }
  if (strlen (text) > (gsize)most && g_utf8_strlen (text, -1) > most)
    {
      assay_value_take_text (value, g_utf8_substring (text, 0, most));
      return ASSAY_FAULT_SHORTENED;
    }
  assay_value_set_text (value, text);
  return ASSAY_FAULT_NONE;
}

/**
 * assay_cell_parse:
 * @field: the field that the column goes to; no reference
 * @rules: how its column is read
 * @text: the cell, from assay_cell_strip()
 * @value: (out): the value, unknown when the cell is blank or cannot be read
 * @seen_currency: (out) (optional): the currency beside an amount
 *
 * Returns: why the value is unknown; %ASSAY_FAULT_NONE also for a blank cell
 */
AssayFault
assay_cell_parse (const AssayField *field,
                  const AssayCellRules *rules,
                  const char *text,
                  AssayValue *value,
                  char seen_currency[4])
{
  AssayFault fault;
  gint64 number = 0;
  gint32 date = 0;
  gboolean flag = FALSE;

  assay_value_clear (value);
  if (*text == '\0')
    return ASSAY_FAULT_NONE;
  if (field->kind == ASSAY_KIND_CHOICE)
    return assay_cell_parse_choice (field, text, value);
  if (assay_field_is_text (field))
    return parse_text (field, text, value);
  if (field->kind == ASSAY_KIND_DATE)
    {
      fault = assay_cell_parse_date (text, rules->date_order, &date);
      number = date;
    }
  else if (field->kind == ASSAY_KIND_INSTANT)
    {
      fault = assay_cell_parse_date (text, rules->date_order, &date);
      number = date * (24 * 60 * 60 * G_GINT64_CONSTANT (1000000));
    }
  else if (field->kind == ASSAY_KIND_FLAG)
    {
      fault = assay_cell_parse_flag (text, &flag);
      number = flag;
    }
  else
    fault = parse_number (field, rules, text, seen_currency, &number);
  if (fault == ASSAY_FAULT_NONE)
    assay_value_set_integer (value, number);
  return fault;
}

static gboolean
is_white (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace (c) || c == 0x0b : (g_unichar_isspace (c) || c == 0xfeff);
}

char *
assay_cell_strip (const char *text)
{
  const char *end;

  while (*text != '\0' && is_white (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  end = text + strlen (text);
  while (end > text && is_white (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  /* ="0012" keeps zeros in a spreadsheet; what is meant is 0012. */
  if (end - text >= 3 && text[0] == '=' && text[1] == '"' && end[-1] == '"'
      && memchr (text + 2, '"', (gsize)(end - text - 3)) == NULL)
    {
      text += 2;
      end--;
    }
  return g_strndup (text, (gsize)(end - text));
}

gboolean
assay_cell_is_blank (const char *text)
{
  while (*text != '\0' && is_white (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

gboolean
assay_cell_looks_like_value (const char *text)
{
  AssayCellNumber number;
  gint32 date;

  return (assay_cell_parse_number (text, '.', &number) == ASSAY_FAULT_NONE)
         || assay_cell_parse_date (text, ASSAY_DATE_ORDER_DMY, &date) == ASSAY_FAULT_NONE
         || assay_cell_parse_date (text, ASSAY_DATE_ORDER_MDY, &date) == ASSAY_FAULT_NONE;
}

char *
assay_cell_escape (const char *text)
{
  GString *escaped = g_string_new (NULL);
  guint n = 0;

  for (; *text != '\0' && n < 80; text = g_utf8_next_char (text), n++)
    {
      gunichar c = g_utf8_get_char (text);
      GUnicodeType type = g_unichar_type (c);

      if (c == '\n' || c == '\r' || c == '\t')
        g_string_append_c (escaped, ' ');
      else if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT
               || type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR
               || type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_UNASSIGNED)
        g_string_append_printf (escaped, "<U+%04X>", c);
      else
        g_string_append_unichar (escaped, c);
    }
  if (*text != '\0')
    g_string_append (escaped, "…");
  return g_string_free_and_steal (escaped);
}
