/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/unit-list.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"

/* What stands between two numbers. Two are what a Chinese keyboard types, and some write a sign
 * before each number: #3, №7. */
static gboolean
is_separator (gunichar letter)
{
  return letter == ',' || letter == ';' || letter == 0x3001 || letter == 0xff0c || letter == '#'
         || letter == 0x2116 || g_unichar_isspace (letter);
}

/* Hyphen-minus, and the hyphens and dashes that keyboards and spreadsheets make of it. */
static gboolean
is_dash (gunichar letter)
{
  return letter == '-' || (letter >= 0x2010 && letter <= 0x2015) || letter == 0x2212;
}

static const char *
skip_spaces (const char *at)
{
  while (g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static const char *
skip_separators (const char *at)
{
  while (*at != '\0' && is_separator (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static gboolean
read_number (const char **at, gint64 *number, GError **error)
{
  const char *start = *at;

  *number = 0;
  while (g_ascii_isdigit (**at) && *number <= ASSAY_UNIT_LIST_HIGHEST)
    *number = *number * 10 + g_ascii_digit_value (*(*at)++);
  if (*at == start)
    {
      gunichar letter = g_utf8_get_char (start);
      char shown[7] = "";

      if (letter == 0)
        g_set_error_literal (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_NUMBER,
                             _ ("A number is missing at the end"));
      else
        {
          g_unichar_to_utf8 (letter, shown);
          g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_NUMBER,
                       _ ("“%s” is no unit number; write them like 3, 7, 12-14"), shown);
        }
      return FALSE;
    }
  if (*number > ASSAY_UNIT_LIST_HIGHEST)
    {
      g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_RANGE,
                   _ ("Unit numbers go up to %d"), ASSAY_UNIT_LIST_HIGHEST);
      return FALSE;
    }
  if (*number == 0)
    {
      g_set_error_literal (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_RANGE,
                           _ ("Units are numbered from 1"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
add_range (GArray *units, gint64 first, gint64 last, GError **error)
{
  if (last < first)
    {
      g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_RANGE,
                   _ ("%d-%d runs backwards; write %d-%d"), (int)first, (int)last, (int)last,
                   (int)first);
      return FALSE;
    }
  if (last - first >= ASSAY_UNIT_LIST_MOST - (gint64)units->len)
    {
      g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_RANGE,
                   _ ("A list holds up to %d units"), ASSAY_UNIT_LIST_MOST);
      return FALSE;
    }
  for (gint64 unit = first; unit <= last; unit++)
    {
      guint32 number = (guint32)unit;

      g_array_append_val (units, number);
    }
  return TRUE;
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;

  return left < right ? -1 : left > right;
}

static gboolean
check_distinct (const GArray *units, GError **error)
{
  for (guint i = 1; i < units->len; i++)
    if (g_array_index (units, guint32, i) == g_array_index (units, guint32, i - 1))
      {
        g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_RANGE,
                     _ ("Unit %u is named twice"), g_array_index (units, guint32, i));
        return FALSE;
      }
  return TRUE;
}

/**
 * assay_unit_list_parse:
 * @text: (nullable): numbers and ranges, with commas, semicolons or spaces between them
 * @error: in words, what is wrong with it
 *
 * Returns: (transfer full) (nullable): the units as guint32, ascending and each once; empty for
 *   an empty text
 */
GArray *
assay_unit_list_parse (const char *text, GError **error)
{
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (guint32));
  const char *at = skip_separators (text != NULL ? text : "");

  while (*at != '\0')
    {
      gint64 first, last;
      const char *after;

      if (!read_number (&at, &first, error))
        return NULL;
      last = first;
      after = skip_spaces (at);
      if (is_dash (g_utf8_get_char (after)))
        {
          at = skip_spaces (g_utf8_next_char (after));
          if (!read_number (&at, &last, error))
            return NULL;
        }
      else if (*at != '\0' && !is_separator (g_utf8_get_char (at)))
        {
          /* "7a": says which letter it is that does not belong there. */
          read_number (&at, &last, error);
          return NULL;
        }
      if (!add_range (units, first, last, error))
        return NULL;
      at = skip_separators (at);
    }
  g_array_sort (units, compare_units);
  return check_distinct (units, error) ? g_steal_pointer (&units) : NULL;
}

/**
 * assay_unit_list_format:
 * @units: guint32, ascending
 *
 * Returns: (transfer full): "3, 7, 12-14"; two neighbours are written one by one
 */
char *
assay_unit_list_format (const GArray *units)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < units->len;)
    {
      guint32 first = g_array_index (units, guint32, i);
      guint n = 1;

      while (i + n < units->len && g_array_index (units, guint32, i + n) == first + n)
        n++;
      if (n == 2)
        n = 1;
      g_string_append_printf (text, "%s%u", text->len > 0 ? ", " : "", first);
      if (n > 1)
        g_string_append_printf (text, "-%u", first + n - 1);
      i += n;
    }
  return g_string_free (text, FALSE);
}
