/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/test-readings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/choices.h"
#include "record/format.h"
#include "record/readings.h"

static const struct
{
  gint64 low, high, step; /* thousandths; step 0: no grades */
} scales[ASSAY_N_TEST_SCALES] = {
  [ASSAY_SCALE_GREY_CHANGE] = { 1000, 5000, 500 },
  [ASSAY_SCALE_GREY_STAINING] = { 1000, 5000, 500 },
  [ASSAY_SCALE_BLUE_WOOL] = { 1000, 8000, 500 },
  [ASSAY_SCALE_SPRAY_ISO] = { 1000, 5000, 500 },
  [ASSAY_SCALE_SPRAY_AATCC] = { 0, 100000, 5000 },
};

AssayTestScale
assay_test_scale_parse (const char *name)
{
  for (guint i = 0; assay_choices_test_scale[i].value != NULL; i++)
    if (g_strcmp0 (assay_choices_test_scale[i].value, name) == 0)
      return (AssayTestScale)i;
  return ASSAY_SCALE_NUMBER;
}

gboolean
assay_test_scale_ends (AssayTestScale scale, gint64 *low, gint64 *high)
{
  *low = scales[scale].low;
  *high = scales[scale].high;
  return scales[scale].step != 0;
}

/* Whether half a step between two grades is written with both: "4-5". */
gboolean
assay_test_scale_has_grades (AssayTestScale scale)
{
  return scales[scale].step == 500;
}

static gboolean
is_separator (gunichar c)
{
  return c == ';' || c == '|' || c == 0xff1b || c == 0x061b || g_unichar_isspace (c);
}

static gboolean
is_one_of (const char *word, const char *const *words)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return g_strv_contains (words, folded);
}

static gboolean
parse_pass (const char *word, AssayTestReading *reading, GError **error)
{
  static const char *const passes[] = { "pass", "passed", "p", "ok", "yes", "1", NULL };
  static const char *const fails[] = { "fail", "failed", "f", "no", "0", NULL };
  g_autofree char *pass = g_utf8_casefold (_ ("Pass"), -1);
  g_autofree char *fail = g_utf8_casefold (_ ("Fail"), -1);
  g_autofree char *folded = g_utf8_casefold (word, -1);

  if (is_one_of (word, passes) || g_str_equal (folded, pass))
    *reading = (AssayTestReading){ 1000, 1000 };
  else if (is_one_of (word, fails) || g_str_equal (folded, fail))
    *reading = (AssayTestReading){ 0, 0 };
  else
    {
      g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_NUMBER,
                   _ ("“%s” is neither “pass” nor “fail”"), word);
      return FALSE;
    }
  return TRUE;
}

/* "4-5", "4/5" and "4–5" say that it lies half-way between two grades that follow each other. */
static gboolean
parse_half (const char *word, gint64 *value)
{
  const char *p = word + 1;

  if (!g_ascii_isdigit (word[0]))
    return FALSE;
  if (g_str_has_prefix (p, "–"))
    p += strlen ("–");
  else if (*p == '-' || *p == '/')
    p++;
  else
    return FALSE;
  if (!g_ascii_isdigit (p[0]) || p[1] != '\0' || ABS (p[0] - word[0]) != 1)
    return FALSE;
  *value = (gint64)(word[0] - '0' + p[0] - '0') * 500;
  return TRUE;
}

static gboolean
parse_plain (const char *number, const char *word, gint64 *value, GError **error)
{
  g_autoptr (GArray) one = assay_readings_parse (number, error);

  if (one == NULL)
    return FALSE;
  if (one->len != 1)
    {
      g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_NUMBER,
                   _ ("“%s” is no number; separate values with a semicolon or a space"), word);
      return FALSE;
    }
  *value = g_array_index (one, gint64, 0);
  return TRUE;
}

static gboolean
check_on_scale (const char *word, gint64 value, AssayTestScale scale, GError **error)
{
  gint64 step = scales[scale].step;

  if (step == 0)
    return TRUE;
  if (value < scales[scale].low || value > scales[scale].high)
    g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_RANGE,
                 _ ("“%s”: this scale goes from %d to %d"), word, (int)(scales[scale].low / 1000),
                 (int)(scales[scale].high / 1000));
  else if (value % step == 0)
    return TRUE;
  else if (step == 500)
    g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_RANGE,
                 _ ("“%s” is no grade: write 4, or 4-5 for half-way between two"), word);
  else
    g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_RANGE,
                 _ ("“%s” is no rating: this scale goes in steps of %d"), word, (int)(step / 1000));
  return FALSE;
}

/* -1: at most that, 1: at least that, 0: that. */
static int
take_bound (const char **word)
{
  static const struct
  {
    const char *sign;
    int bound;
  } signs[] = { { ">=", 1 }, { "<=", -1 }, { "≥", 1 },  { "≤", -1 },
                { ">", 1 },  { "<", -1 },  { "＞", 1 }, { "＜", -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (*word, signs[i].sign))
      {
        *word += strlen (signs[i].sign);
        return signs[i].bound;
      }
  return 0;
}

static gboolean
parse_word (const char *word, AssayTestScale scale, AssayTestReading *reading, GError **error)
{
  const char *number = word;
  gint64 value = 0;
  int bound;

  if (scale == ASSAY_SCALE_PASS_FAIL)
    return parse_pass (word, reading, error);
  bound = take_bound (&number);
  if (!(assay_test_scale_has_grades (scale) && parse_half (number, &value))
      && !parse_plain (number, word, &value, error))
    return FALSE;
  if (!check_on_scale (word, value, scale, error))
    return FALSE;
  *reading = (AssayTestReading){ bound < 0 ? G_MININT64 : value, bound > 0 ? G_MAXINT64 : value };
  return TRUE;
}

/* The next word; a sign and its number may stand apart: "> 20000". */
static char *
next_word (const char **text)
{
  const char *p = *text, *end;
  char *word;

  while (*p != '\0' && is_separator (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  end = p;
  if (take_bound (&end) != 0)
    while (*end == ' ')
      end++;
  while (*end != '\0' && !is_separator (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  *text = end;
  if (end == p)
    return NULL;
  word = g_strndup (p, (gsize)(end - p));
  if (strlen (word) > 1 && g_str_has_suffix (word, ","))
    word[strlen (word) - 1] = '\0';
  /* The sign keeps its number. */
  for (char *from = word, *to = word;; from++)
    {
      if (*from != ' ')
        *to++ = *from;
      if (*from == '\0')
        break;
    }
  return word;
}

/**
 * assay_test_readings_parse:
 * @text: (nullable): what was typed or stands in the book
 * @scale: what the results are on
 *
 * Separated by semicolons or white space. On scales of numbers readings may also be separated by
 * slashes, as for inspections ("350/351").
 *
 * Returns: (transfer full) (element-type AssayTestReading): the results; %NULL with an error
 */
GArray *
assay_test_readings_parse (const char *text, AssayTestScale scale, GError **error)
{
  g_autoptr (GArray) readings = g_array_new (FALSE, FALSE, sizeof (AssayTestReading));
  const char *p = text != NULL ? text : "";
  g_autofree char *apart = NULL;

  if (scales[scale].step != 500)
    {
      apart = g_strdelimit (g_strdup (p), "/", ';');
      p = apart;
    }
  for (;;)
    {
      g_autofree char *word = next_word (&p);
      AssayTestReading reading;

      if (word == NULL)
        break;
      if (!parse_word (word, scale, &reading, error))
        return NULL;
      if (readings->len == ASSAY_READINGS_MOST)
        {
          g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_RANGE,
                       _ ("More than %d values"), ASSAY_READINGS_MOST);
          return NULL;
        }
      g_array_append_val (readings, reading);
    }
  return g_steal_pointer (&readings);
}

static char *
format_value (gint64 value, AssayTestScale scale, gboolean localised)
{
  if (scale == ASSAY_SCALE_PASS_FAIL)
    {
      if (localised)
        return g_strdup (value > 0 ? _ ("Pass") : _ ("Fail"));
      return g_strdup (value > 0 ? "pass" : "fail");
    }
  if (assay_test_scale_has_grades (scale) && value % 1000 == 500)
    return g_strdup_printf ("%d-%d", (int)(value / 1000), (int)(value / 1000 + 1));
  return assay_reading_format (value, localised);
}

static char *
join (const GArray *readings, AssayTestScale scale, gboolean localised)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < readings->len; i++)
    {
      const AssayTestReading *one = &g_array_index (readings, AssayTestReading, i);
      g_autofree char *value
          = format_value (one->low != G_MININT64 ? one->low : one->high, scale, localised);

      if (i > 0)
        g_string_append (text, "; ");
      if (one->low == G_MININT64)
        g_string_append_c (text, '<');
      else if (one->high == G_MAXINT64)
        g_string_append_c (text, '>');
      g_string_append (text, value);
    }
  return g_string_free_and_steal (text);
}

char *
assay_test_readings_to_string (const GArray *readings, AssayTestScale scale)
{
  return readings->len > 0 ? join (readings, scale, FALSE) : NULL;
}

char *
assay_test_readings_format (const GArray *readings, AssayTestScale scale)
{
  return join (readings, scale, TRUE);
}

char *
assay_test_value_format (gint64 value, AssayTestScale scale)
{
  return format_value (value, scale, TRUE);
}
