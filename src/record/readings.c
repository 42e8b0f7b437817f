/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/readings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/format.h"

/* What stands between two readings, beside white space: semicolons, and what a spreadsheet or
 * another keyboard makes of them. */
static gboolean
is_separator (gunichar c)
{
  return c == ';' || c == '|' || c == 0xff1b || c == 0x061b || g_unichar_isspace (c);
}

/* “350/351/349” are three readings; “15/16” is a fraction of an inch. */
static void
split_slashes (char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ;|\t\n\r", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *slash = strchr (words[i], '/');
      guint64 above, below;

      if (slash == NULL)
        continue;
      above = g_ascii_strtoull (words[i], NULL, 10);
      below = g_ascii_strtoull (slash + 1, NULL, 10);
      if (strchr (slash + 1, '/') == NULL && above < below && below <= 64
          && (below & (below - 1)) == 0)
        return;
    }
  g_strdelimit (text, "/", ';');
}

/* Where the user writes 1,250 for 1250 it may also be 1.25 in another country. */
static gboolean
is_ambiguous (const char *comma)
{
  g_autofree char *sample = assay_format_decimal (15, 1, TRUE);

  return strchr (sample, ',') == NULL && strlen (comma + 1) == 3;
}

static gboolean
read_word (const char *word, gint64 *value, GError **error)
{
  g_autofree char *plain = g_strdelimit (g_strdup (word), ",", '.');
  const char *comma = strchr (word, ',');

  if (comma != NULL && is_ambiguous (comma))
    {
      g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_NUMBER,
                   _ ("“%s” can be read in two ways: write decimals with a point"), word);
      return FALSE;
    }
  /* Both at once, or several: a thousands sign or readings that run together. */
  if (comma != NULL && strchr (plain, '.') != strrchr (plain, '.'))
    {
      g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_NUMBER,
                   _ ("“%s” is no number; separate values with a semicolon or a space"), word);
      return FALSE;
    }
  return assay_format_parse_decimal (plain, ASSAY_READINGS_SCALE, FALSE, value, error);
}

/**
 * assay_readings_parse:
 * @text: (nullable): what was typed or stands in the book
 *
 * Readings are separated by semicolons or white space, so that a comma may be the decimal comma; a
 * comma at the end of a word ("340, 341") is taken as a separator.
 *
 * Returns: (transfer full) (element-type gint64): the readings in order; %NULL with an error that
 *   names the first word that is none
 */
GArray *
assay_readings_parse (const char *text, GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *apart = g_strdup (text != NULL ? text : "");
  const char *p = apart;

  split_slashes (apart);
  while (*p != '\0')
    {
      const char *end = p;
      g_autofree char *word = NULL;
      gint64 value;

      while (*end != '\0' && !is_separator (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      word = g_strndup (p, (gsize)(end - p));
      p = *end != '\0' ? g_utf8_next_char (end) : end;
      if (g_str_has_suffix (word, ","))
        word[strlen (word) - 1] = '\0';
      if (*word == '\0')
        continue;
      if (!read_word (word, &value, error))
        return NULL;
      if (values->len == ASSAY_READINGS_MOST)
        {
          g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_RANGE,
                       _ ("More than %d values"), ASSAY_READINGS_MOST);
          return NULL;
        }
      g_array_append_val (values, value);
    }
  return g_steal_pointer (&values);
}

/**
 * assay_reading_format:
 *
 * Returns: one number of thousandths without needless zeros: "349.5", "351"
 */
char *
assay_reading_format (gint64 value, gboolean localised)
{
  guint scale = ASSAY_READINGS_SCALE;

  while (scale > 0 && value % 10 == 0)
    {
      value /= 10;
      scale--;
    }
  return assay_format_decimal (value, scale, localised);
}

static char *
join (const gint64 *values, guint n_values, gboolean localised)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_values; i++)
    {
      g_autofree char *word = assay_reading_format (values[i], localised);

      if (i > 0)
        g_string_append (text, "; ");
      g_string_append (text, word);
    }
  return g_string_free_and_steal (text);
}

/**
 * assay_readings_to_string:
 *
 * Returns: (nullable): the text to store; %NULL when there are no readings
 */
char *
assay_readings_to_string (const gint64 *values, guint n_values)
{
  return n_values > 0 ? join (values, n_values, FALSE) : NULL;
}

char *
assay_readings_format (const gint64 *values, guint n_values)
{
  return join (values, n_values, TRUE);
}

gboolean
assay_reading_is_within (gint64 value, gint64 lower, gint64 upper)
{
  return value >= lower && value <= upper;
}

void
assay_readings_summarise (
    const gint64 *values, guint n_values, gint64 lower, gint64 upper, AssayReadingsSummary *summary)
{
  *summary = (AssayReadingsSummary){ .n = n_values };
  for (guint i = 0; i < n_values; i++)
    {
      summary->min = i > 0 ? MIN (summary->min, values[i]) : values[i];
      summary->max = i > 0 ? MAX (summary->max, values[i]) : values[i];
      summary->mean += ((double)values[i] - summary->mean) / (i + 1.0);
      summary->below += values[i] < lower;
      summary->above += values[i] > upper;
    }
}
