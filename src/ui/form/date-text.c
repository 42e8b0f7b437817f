/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/form/date-text.h"

#include <langinfo.h>

#include "record/date.h"

/* "dmy", "mdy" or "ymd": the order in which a format names them. */
static void
find_order (const char *format, char order[4])
{
  guint n = 0;

  for (const char *c = strchr (format, '%'); c != NULL && n < 3; c = strchr (c, '%'))
    {
      c++;
      while (*c != '\0' && strchr ("-_0^#EO", *c) != NULL)
        c++;
      if (*c == 'D')
        {
          strcpy (order, "mdy");
          return;
        }
      if (*c == 'F')
        {
          strcpy (order, "ymd");
          return;
        }
      if (*c == 'd' || *c == 'e')
        order[n++] = 'd';
      else if (*c == 'm' || *c == 'b' || *c == 'B')
        order[n++] = 'm';
      else if (*c == 'y' || *c == 'Y')
        order[n++] = 'y';
    }
  order[n] = '\0';
  if (n < 3)
    strcpy (order, "ymd");
}

/* Up to three runs of digits with anything but letters between them. */
static int
split (const char *text, int numbers[3], int lengths[3])
{
  int n = 0;
  gboolean inside = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      int digit = g_unichar_digit_value (letter);

      if (digit >= 0)
        {
          if (!inside)
            {
              if (n == 3)
                return -1;
              numbers[n] = lengths[n] = 0;
              n++;
            }
          if (++lengths[n - 1] > 4)
            return -1;
          numbers[n - 1] = numbers[n - 1] * 10 + digit;
        }
      else if (letter < 0x80 && g_ascii_isalpha ((char)letter))
        return -1;
      inside = digit >= 0;
    }
  return n;
}

gboolean
assay_date_text_parse (const char *text, gint32 today, const char *locale_format, gint32 *date)
{
  char order[4] = { 0 };
  int numbers[3], lengths[3], year, month, day, n, place = 0;

  if (assay_date_parse_iso (text, date))
    return TRUE;

  n = split (text, numbers, lengths);
  if (n < 2)
    return FALSE;
  find_order (locale_format != NULL ? locale_format : nl_langinfo (D_FMT), order);
  if (n == 3 && lengths[0] >= 3)
    strcpy (order, "ymd");

  assay_date_to_ymd (today, &year, &month, &day);
  for (const char *c = order; *c != '\0' && place < n; c++)
    {
      if (*c == 'y' && n == 2)
        continue;
      if (*c == 'y')
        year = lengths[place] <= 2 ? 2000 + numbers[place] : numbers[place];
      else if (*c == 'm')
        month = numbers[place];
      else
        day = numbers[place];
      place++;
    }
  return assay_date_from_ymd (year, month, day, date);
}

char *
assay_date_text_example (gint32 today)
{
  char order[4] = { 0 };
  GString *text = g_string_new (NULL);
  const char *format = nl_langinfo (D_FMT);
  char between = strchr (format, '.') != NULL ? '.' : strchr (format, '/') != NULL ? '/' : '-';
  int year, month, day;

  find_order (format, order);
  assay_date_to_ymd (today, &year, &month, &day);
  for (const char *c = order; *c != '\0'; c++)
    {
      if (text->len > 0)
        g_string_append_c (text, between);
      g_string_append_printf (text, *c == 'y' ? "%04d" : "%02d",
                              *c == 'y'   ? year
                              : *c == 'm' ? 12
                                          : 31);
    }
  return g_string_free_and_steal (text);
}
