/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/number.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "record/format.h"

static const char *
decimal_point (gboolean localised)
{
  const char *point = localised ? nl_langinfo (RADIXCHAR) : ".";

  return point != NULL && *point != '\0' ? point : ".";
}

/* Splits @scaled into sign, whole part and digits after the point. */
static char *
write_decimal (gint64 scaled, guint scale, gboolean localised, gboolean grouped)
{
  guint64 magnitude = scaled < 0 ? -(guint64)scaled : (guint64)scaled;
  guint64 power = 1;
  g_autofree char *whole = NULL;

  for (guint i = 0; i < scale; i++)
    power *= 10;
  whole = grouped ? g_strdup_printf ("%'" G_GUINT64_FORMAT, magnitude / power)
                  : g_strdup_printf ("%" G_GUINT64_FORMAT, magnitude / power);
  if (scale == 0)
    return g_strdup_printf ("%s%s", scaled < 0 ? (grouped ? "−" : "-") : "", whole);
  return g_strdup_printf ("%s%s%s%0*" G_GUINT64_FORMAT, scaled < 0 ? (grouped ? "−" : "-") : "",
                          whole, decimal_point (localised), (int)scale, magnitude % power);
}

/**
 * assay_format_number:
 * @number: a number
 *
 * Returns: (transfer full): @number with the locale's grouping and a real minus sign
 */
char *
assay_format_number (gint64 number)
{
  return write_decimal (number, 0, TRUE, TRUE);
}

/**
 * assay_format_decimal:
 * @scaled: a number times 10^@scale
 * @scale: digits after the point, at most 18
 * @localised: whether to write the locale's decimal point
 *
 * Returns: (transfer full): the number without grouping
 */
char *
assay_format_decimal (gint64 scaled, guint scale, gboolean localised)
{
  g_return_val_if_fail (scale <= 18, NULL);

  return write_decimal (scaled, scale, localised, FALSE);
}

/**
 * assay_format_decimal_grouped:
 * @scaled: a number times 10^@scale
 * @scale: digits after the point, at most 18
 *
 * Returns: (transfer full): the number with the locale's point and grouping
 */
char *
assay_format_decimal_grouped (gint64 scaled, guint scale)
{
  g_return_val_if_fail (scale <= 18, NULL);

  return write_decimal (scaled, scale, TRUE, TRUE);
}

/**
 * assay_format_real:
 * @number: a number
 * @digits: digits after the point
 *
 * Returns: (transfer full): @number for people to read; empty when it is not a number (unknown)
 */
char *
assay_format_real (double number, guint digits)
{
  g_autofree char *text = NULL;

  if (!isfinite (number))
    return g_strdup ("");
  text = g_strdup_printf ("%'.*f", (int)digits, fabs (number));
  /* A rounded-away negative is not "−0.0". */
  if (number < 0 && strpbrk (text, "123456789") != NULL)
    return g_strconcat ("−", text, NULL);
  return g_steal_pointer (&text);
}

/**
 * assay_format_share:
 * @share: a share, 0 to 1
 * @digits: digits after the point
 *
 * Returns: (transfer full): @share in percent for people to read; empty when it is unknown (NaN)
 */
char *
assay_format_share (double share, guint digits)
{
  g_autofree char *text = NULL;

  if (!isfinite (share))
    return g_strdup ("");
  text = assay_format_real (share * 100, digits);
  return g_strdup_printf (_ ("%s %%"), text);
}

static gboolean
refuse_number (const char *text, GError **error)
{
  g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_NUMBER, _ ("“%s” is not a number"),
               text);
  return FALSE;
}

static gboolean
refuse_size (const char *text, GError **error)
{
  g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_RANGE, _ ("“%s” is too large"), text);
  return FALSE;
}

static gboolean
push_digit (gint64 *number, int digit)
{
  return !__builtin_mul_overflow (*number, (gint64)10, number)
         && !__builtin_add_overflow (*number, (gint64)digit, number);
}

static const char *
skip_sign (const char *at, gboolean *negative)
{
  *negative = *at == '-' || g_str_has_prefix (at, "−");
  if (*at == '-' || *at == '+')
    return at + 1;
  return *negative ? at + strlen ("−") : at;
}

/* Length of a grouping sign at @at, 0 for none. Where it is a space, no keyboard has that space. */
static gsize
group_sign (const char *at, const char *group)
{
  static const char *const spaces[] = { " ", "\u00a0", "\u202f", NULL };

  if (*group == '\0')
    return 0;
  if (g_str_has_prefix (at, group))
    return strlen (group);
  for (guint i = 0; g_strv_contains (spaces, group) && spaces[i] != NULL; i++)
    if (g_str_has_prefix (at, spaces[i]))
      return strlen (spaces[i]);
  return 0;
}

/**
 * assay_format_parse_decimal:
 * @text: digits with an optional sign and decimal point
 * @scale: digits after the point that are kept; further ones must be 0
 * @localised: whether the locale's point and grouping are understood; a '.' always is where it is
 *   not the locale's grouping sign
 * @scaled: (out): the number times 10^@scale
 * @error: what is wrong
 *
 * Grouping signs must stand where they belong, so that “1,5” of a person who means 1.5 is not read
 * as 15.
 *
 * Returns: whether @text is such a number; nothing is rounded silently
 */
gboolean
assay_format_parse_decimal (
    const char *text, guint scale, gboolean localised, gint64 *scaled, GError **error)
{
  const char *point = decimal_point (localised);
  const char *group = localised ? nl_langinfo (THOUSEP) : "";
  gboolean negative, after = FALSE, any = FALSE, grouped = FALSE;
  const char *at = skip_sign (text, &negative);
  guint kept = 0, since = 0; /* digits before the point since the last grouping sign */

  *scaled = 0;
  while (*at != '\0')
    {
      if (g_ascii_isdigit (*at))
        {
          any = TRUE;
          if (after && kept == scale)
            {
              if (*at != '0')
                {
                  g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_NUMBER,
                               scale == 0 ? _ ("“%s” is not a whole number")
                                          : _ ("“%s” has too many digits after the point"),
                               text);
                  return FALSE;
                }
            }
          else if (!push_digit (scaled, *at - '0'))
            return refuse_size (text, error);
          else if (after)
            kept++;
          else
            since++;
          at++;
        }
      else if (!after && g_str_has_prefix (at, point))
        {
          after = TRUE;
          at += strlen (point);
        }
      else if (!after && any && group_sign (at, group) > 0)
        {
          /* Of two digits they may be in India, but the last. */
          if (since > 3 || (grouped && since < 2))
            return refuse_number (text, error);
          grouped = TRUE;
          since = 0;
          at += group_sign (at, group);
        }
      else if (localised && !after && *at == '.')
        {
          after = TRUE;
          at++;
        }
      else
        return refuse_number (text, error);
    }
  if (!any || (grouped && since != 3))
    return refuse_number (text, error);
  for (; kept < scale; kept++)
    if (!push_digit (scaled, 0))
      return refuse_size (text, error);
  if (negative)
    *scaled = -*scaled;
  return TRUE;
}

/**
 * assay_number_multiply:
 * @number: a number
 * @by: a factor
 * @divided_by: a divisor above 0
 * @result: (out): @number × @by ÷ @divided_by, rounded half away from zero
 *
 * Returns: whether the result fits
 */
gboolean
assay_number_multiply (gint64 number, gint64 by, gint64 divided_by, gint64 *result)
{
  __int128 product = (__int128)number * by;
  __int128 half = divided_by / 2;
  __int128 quotient = (product + (product < 0 ? -half : half)) / divided_by;

  if (quotient > G_MAXINT64 || quotient < G_MININT64)
    return FALSE;
  *result = (gint64)quotient;
  return TRUE;
}
