/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers as people and spreadsheets write them: grouped, with signs of currencies, in brackets
 * when negative, with the digits of other scripts. Read exactly into a mantissa and a number of
 * digits. */

#include "exchange/cell-parse.h"

#include <string.h>

/* What a cell is made of, digit by digit, before separators have a meaning. */
typedef struct
{
  char body[48]; /* digits 0-9, '.', ',' and ' ' for groups */
  guint length;
  gboolean negative;
  gboolean percent;
  int exponent;
  char currency[4];
  char unit[16];
} Shape;

static const struct
{
  const char *sign;
  const char *currency;
} signs[] = {
  { "US$", "USD" }, { "HK$", "HKD" }, { "A$", "AUD" },  { "C$", "CAD" }, { "NT$", "TWD" },
  { "R$", "BRL" },  { "$", "?" },     { "€", "EUR" },   { "£", "GBP" },  { "¥", "?" },
  { "￥", "?" },    { "元", "CNY" },  { "円", "JPY" },  { "₫", "VND" },  { "₹", "INR" },
  { "₺", "TRY" },   { "₩", "KRW" },   { "฿", "THB" },   { "₱", "PHP" },  { "Rp", "IDR" },
  { "zł", "PLN" },  { "kr", "?" },    { "CHF", "CHF" },
};

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\t' || g_unichar_isspace (c) || c == 0xa0 || c == 0x2009 || c == 0x202f
         || c == 0x2007;
}

static const char *
skip_space (const char *at)
{
  while (*at != '\0' && is_space (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static gboolean
take_sign (const char **at, Shape *shape)
{
  if (g_ascii_isdigit (**at) || **at == '\0')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (*at, signs[i].sign))
      {
        g_strlcpy (shape->currency, signs[i].currency, sizeof shape->currency);
        *at += strlen (signs[i].sign);
        return TRUE;
      }
  return FALSE;
}

/* Three capital letters before or after a number are its currency. */
static gboolean
take_code (const char **at, Shape *shape)
{
  const char *text = *at;

  for (int i = 0; i < 3; i++)
    if (!g_ascii_isupper (text[i]))
      return FALSE;
  if (g_ascii_isalpha (text[3]))
    return FALSE;
  if (assay_cell_parse_currency ((char[]){ text[0], text[1], text[2], '\0' }, shape->currency)
      != ASSAY_FAULT_NONE)
    return FALSE;
  *at += 3;
  return TRUE;
}

static gboolean
take_minus (const char **at, gboolean *negative)
{
  gunichar c = g_utf8_get_char (*at);

  if (c != '-' && c != 0x2212 && c != 0x2013 && c != 0xff0d)
    return FALSE;
  *negative = TRUE;
  *at = g_utf8_next_char (*at);
  return TRUE;
}

static const char *
take_prefix (const char *at, Shape *shape, gboolean *bracket)
{
  for (int i = 0; i < 5; i++)
    {
      at = skip_space (at);
      if (*at == '(' && !*bracket)
        {
          *bracket = TRUE;
          shape->negative = TRUE;
          at++;
        }
      else if (*at == '+')
        at++;
      else if (!take_minus (&at, &shape->negative) && !take_sign (&at, shape)
               && !take_code (&at, shape))
        break;
    }
  return skip_space (at);
}

/* Is the white space or apostrophe at @at between two digits? */
static gboolean
is_group_mark (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (c != '\'' && c != 0x2019 && c != 0x66c && !is_space (c))
    return FALSE;
  at = g_utf8_next_char (at);
  return g_unichar_isdigit (g_utf8_get_char (at));
}

static const char *
take_body (const char *at, Shape *shape, gboolean *overflow)
{
  while (*at != '\0')
    {
      gunichar c = g_utf8_get_char (at);
      char made;

      if (g_unichar_isdigit (c))
        made = (char)('0' + g_unichar_digit_value (c));
      else if (c == '.' || c == ',')
        made = (char)c;
      else if (c == 0x66b) /* Arabic decimal separator */
        made = '!';
      else if (shape->length > 0 && is_group_mark (at))
        made = ' ';
      else
        break;
      if (shape->length + 1 >= sizeof shape->body)
        *overflow = TRUE;
      else
        shape->body[shape->length++] = made;
      at = g_utf8_next_char (at);
    }
  shape->body[shape->length] = '\0';
  return at;
}

static const char *
take_exponent (const char *at, Shape *shape)
{
  char *end;
  gint64 exponent;

  if ((*at != 'e' && *at != 'E')
      || !(g_ascii_isdigit (at[1]) || ((at[1] == '+' || at[1] == '-') && g_ascii_isdigit (at[2]))))
    return at;
  exponent = g_ascii_strtoll (at + 1, &end, 10);
  shape->exponent = (int)CLAMP (exponent, -1000, 1000);
  return end;
}

static gboolean
take_suffix (const char *at, Shape *shape, gboolean bracket)
{
  for (int i = 0; i < 6 && *at != '\0'; i++)
    {
      at = skip_space (at);
      if (*at == ')' && bracket)
        {
          bracket = FALSE;
          at++;
        }
      else if (*at == '%' || g_str_has_prefix (at, "٪") || g_str_has_prefix (at, "％"))
        {
          shape->percent = TRUE;
          at = g_utf8_next_char (at);
        }
      else if (*at != '\0' && !take_minus (&at, &shape->negative) && !take_sign (&at, shape)
               && !take_code (&at, shape))
        break;
    }
  if (*at != '\0' && shape->unit[0] == '\0')
    {
      g_autofree char *unit = g_utf8_strdown (at, -1);

      g_strchomp (unit);
      if (strlen (unit) >= sizeof shape->unit || !g_unichar_isalpha (g_utf8_get_char (unit)))
        return FALSE;
      for (const char *letter = unit; *letter != '\0'; letter = g_utf8_next_char (letter))
        {
          gunichar c = g_utf8_get_char (letter);

          if (!g_unichar_isalpha (c) && c != '.' && c != '/' && c != 0xb2 && c != 0xb3
              && !g_unichar_isdigit (c) && c != '(' && c != ')')
            return FALSE;
        }
      g_strlcpy (shape->unit, unit, sizeof shape->unit);
      return !bracket;
    }
  return *at == '\0' && !bracket;
}

static AssayFault
read_shape (const char *text, Shape *shape)
{
  gboolean bracket = FALSE, overflow = FALSE;
  const char *at;

  *shape = (Shape){ 0 };
  at = take_prefix (text, shape, &bracket);
  at = take_body (at, shape, &overflow);
  if (shape->length == 0 || strpbrk (shape->body, "0123456789") == NULL)
    return ASSAY_FAULT_NOT_NUMBER;
  at = take_exponent (at, shape);
  if (!take_suffix (at, shape, bracket))
    return ASSAY_FAULT_NOT_NUMBER;
  return overflow ? ASSAY_FAULT_TOO_LARGE : ASSAY_FAULT_NONE;
}

static guint
count_of (const Shape *shape, char c)
{
  guint n = 0;

  for (guint i = 0; i < shape->length; i++)
    n += shape->body[i] == c;
  return n;
}

static guint
digits_after_last (const Shape *shape, char c)
{
  const char *last = strrchr (shape->body, c);
  guint n = 0;

  while (last != NULL && last[1 + n] != '\0' && g_ascii_isdigit (last[1 + n]))
    n++;
  return n;
}

static AssayDecimalEvidence
evidence_of (const Shape *shape)
{
  guint points = count_of (shape, '.'), commas = count_of (shape, ',');
  char only;

  if (points == 0 && commas == 0)
    return ASSAY_DECIMAL_EVIDENCE_NONE;
  if (points > 0 && commas > 0)
    return strrchr (shape->body, '.') > strrchr (shape->body, ',') ? ASSAY_DECIMAL_EVIDENCE_POINT
                                                                   : ASSAY_DECIMAL_EVIDENCE_COMMA;
  only = points > 0 ? '.' : ',';
  if (points + commas > 1) /* repeated: it groups, so the other one is the decimal sign */
    return only == '.' ? ASSAY_DECIMAL_EVIDENCE_COMMA : ASSAY_DECIMAL_EVIDENCE_POINT;
  if (digits_after_last (shape, only) == 3 && shape->body[0] != only
      && !(shape->body[0] == '0' && shape->body[1] == only) && strchr (shape->body, ' ') == NULL
      && strchr (shape->body, only) - shape->body <= 3)
    return ASSAY_DECIMAL_EVIDENCE_OPEN;
  return only == '.' ? ASSAY_DECIMAL_EVIDENCE_POINT : ASSAY_DECIMAL_EVIDENCE_COMMA;
}

AssayDecimalEvidence
assay_cell_decimal_evidence (const char *text)
{
  Shape shape;

  if (strpbrk (text, ".,") == NULL || read_shape (text, &shape) != ASSAY_FAULT_NONE)
    return ASSAY_DECIMAL_EVIDENCE_NONE;
  return evidence_of (&shape);
}

/* Groups are of three digits, or of two before the last three as in India. */
static gboolean
groups_are_sound (const char *body, char group, char decimal)
{
  const char *end = strchr (body, decimal);
  guint since = 0;
  gboolean last = TRUE;

  if (end == NULL)
    end = body + strlen (body);
  for (const char *at = end - 1; at >= body; at--)
    {
      if (g_ascii_isdigit (*at))
        since++;
      else if (*at == group || *at == ' ')
        {
          if (last ? since != 3 : (since != 3 && since != 2))
            return FALSE;
          since = 0;
          last = FALSE;
        }
    }
  return since > 0 || end == body;
}

static gboolean
shift (gint64 *mantissa, guint times)
{
  for (guint i = 0; i < times; i++)
    if (__builtin_mul_overflow (*mantissa, 10, mantissa))
      return FALSE;
  return TRUE;
}

static AssayFault
read_digits (const Shape *shape, char decimal, AssayCellNumber *number)
{
  gboolean after = FALSE;
  int digits = 0;

  for (guint i = 0; i < shape->length; i++)
    {
      char c = shape->body[i];

      if (c == '!' || c == decimal)
        {
          if (after)
            return ASSAY_FAULT_NOT_NUMBER;
          after = TRUE;
        }
      else if (g_ascii_isdigit (c))
        {
          if (after && c == '0' && number->mantissa > G_MAXINT64 / 10)
            continue;
          if (!shift (&number->mantissa, 1)
              || __builtin_add_overflow (number->mantissa, c - '0', &number->mantissa))
            return ASSAY_FAULT_TOO_LARGE;
          digits += after;
        }
      else if (after)
        return ASSAY_FAULT_NOT_NUMBER; /* a group mark behind the decimal sign */
    }
  digits -= shape->exponent;
  while (digits > 0 && number->mantissa % 10 == 0 && number->mantissa != 0)
    {
      number->mantissa /= 10;
      digits--;
    }
  if (number->mantissa == 0)
    digits = 0;
  if (digits < 0 && (digits < -18 || !shift (&number->mantissa, (guint)-digits)))
    return ASSAY_FAULT_TOO_LARGE;
  if (digits > 18)
    return ASSAY_FAULT_TOO_LARGE;
  number->digits = (guint)MAX (digits, 0);
  return ASSAY_FAULT_NONE;
}

static gboolean
is_not_finite (const char *text)
{
  g_autofree char *folded = g_ascii_strdown (text, 16);
  const char *at = skip_space (folded);

  if (*at == '+' || *at == '-')
    at++;
  g_strchomp (folded);
  return g_str_equal (at, "nan") || g_str_equal (at, "inf") || g_str_equal (at, "infinity")
         || g_str_has_prefix (at, "1.#") || g_str_has_prefix (text, "∞");
}

/**
 * assay_cell_parse_number:
 * @text: a cell
 * @decimal: the decimal sign of its column, '.' or ','
 * @number: (out): the number
 *
 * Returns: why it is no number, or %ASSAY_FAULT_NONE
 */
AssayFault
assay_cell_parse_number (const char *text, char decimal, AssayCellNumber *number)
{
  AssayDecimalEvidence evidence;
  AssayFault fault;
  Shape shape;

  *number = (AssayCellNumber){ 0 };
  if (*text == '=' || *text == '@')
    return ASSAY_FAULT_FORMULA;
  fault = read_shape (text, &shape);
  if (fault != ASSAY_FAULT_NONE)
    return is_not_finite (text) ? ASSAY_FAULT_NOT_FINITE : fault;
  /* What one cell makes plain holds for it, whatever the rest of its column does. */
  evidence = evidence_of (&shape);
  if (evidence == ASSAY_DECIMAL_EVIDENCE_POINT)
    decimal = '.';
  else if (evidence == ASSAY_DECIMAL_EVIDENCE_COMMA)
    decimal = ',';
  if (strchr (shape.body, '!') != NULL)
    decimal = '!';
  else if (!groups_are_sound (shape.body, decimal == '.' ? ',' : '.', decimal))
    return ASSAY_FAULT_NOT_NUMBER;
  fault = read_digits (&shape, decimal, number);
  if (fault != ASSAY_FAULT_NONE)
    return fault;
  number->negative = shape.negative;
  if (shape.negative)
    number->mantissa = -number->mantissa;
  number->percent = shape.percent;
  memcpy (number->currency, shape.currency, sizeof number->currency);
  memcpy (number->unit, shape.unit, sizeof number->unit);
  return ASSAY_FAULT_NONE;
}
