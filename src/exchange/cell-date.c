/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as people and spreadsheets write them. A date of numbers whose day and month could be
 * either is read only in an order that was found in its column or given by the person. */

#include "assay-config.h"

#include "exchange/cell-parse.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/date.h"

/* Serial 1 is 1899-12-31 and serial 60 a day that never was, so that from 1900-03-01 on serials
 * count from 1899-12-30. */
#define SERIAL_EPOCH (-25569)
/* Serials taken for dates: 1954-10-04 to 2119-01-25. Smaller ones are more likely something else.
 */
#define SERIAL_MIN 20000
#define SERIAL_MAX 80000

#define MOST_PARTS 4

typedef struct
{
  int number; /* -1: a word */
  guint digits;
  int month;      /* of a word; 0 if it is no month */
  char separator; /* what follows */
} Part;

static const struct
{
  const char *names; /* January to December, then their short forms where they are not prefixes */
} languages[] = {
  { "january february march april may june july august september october november december" },
  { "jan feb mar apr may jun jul aug sept oct nov dec" },
  { "januar februar märz april mai juni juli august september oktober november dezember" },
  { "jan feb mrz apr mai jun jul aug sep okt nov dez" },
  { "jänner feber maerz apr mai jun jul aug sep okt nov dez" },
  { "janvier février mars avril mai juin juillet août septembre octobre novembre décembre" },
  { "janv févr mars avr mai juin juil août sept oct nov déc" },
  { "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre" },
  { "ene feb mar abr may jun jul ago sep oct nov dic" },
  { "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre" },
  { "gen feb mar apr mag giu lug ago set ott nov dic" },
  { "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro" },
  { "jan fev mar abr mai jun jul ago set out nov dez" },
  { "januari februari maart april mei juni juli augustus september oktober november december" },
  { "jan feb mrt apr mei jun jul aug sep okt nov dec" },
  { "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık" },
  { "oca şub mar nis may haz tem ağu eyl eki kas ara" },
  { "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad "
    "grudzień" },
  { "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
    "grudnia" },
  { "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь" },
  { "января февраля марта апреля мая июня июля августа сентября октября ноября декабря" },
  { "янв фев мар апр май июн июл авг сен окт ноя дек" },
};

static char *
fold_name (const char *name, gsize length)
{
  g_autofree char *copy = g_strndup (name, length);
  g_autofree char *folded = g_utf8_casefold (copy, -1);
  char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);

  if (normal != NULL && g_str_has_suffix (normal, "."))
    normal[strlen (normal) - 1] = '\0';
  return normal;
}

static void
add_name (GHashTable *months, const char *name, int month)
{
  char *folded = name != NULL ? fold_name (name, strlen (name)) : NULL;

  if (folded != NULL && *folded != '\0' && !g_hash_table_contains (months, folded))
    g_hash_table_insert (months, folded, GINT_TO_POINTER (month));
  else
    g_free (folded);
}

static void
add_local_names (GHashTable *months)
{
  static const char *const formats[] = { "%B", "%b", "%OB", "%Ob" };

  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) day = g_date_time_new_utc (2001, month, 1, 0, 0, 0);

      for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
        {
          g_autofree char *name = g_date_time_format (day, formats[i]);

          add_name (months, name, month);
        }
    }
}

/* Folded names → months, made once. */
static GHashTable *
month_names (void)
{
  static gsize table = 0;

  if (g_once_init_enter (&table))
    {
      GHashTable *months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      add_local_names (months);
      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        {
          g_auto (GStrv) names = g_strsplit (languages[i].names, " ", 12);

          for (int j = 0; names[j] != NULL; j++)
            add_name (months, names[j], j + 1);
        }
      g_once_init_leave (&table, (gsize)months);
    }
  return (GHashTable *)table;
}

static int
find_english_month (const char *name, gsize length)
{
  static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";

  if (length != 3)
    return 0;
  for (int i = 0; i < 12; i++)
    if (g_ascii_strncasecmp (name, months + i * 3, 3) == 0)
      return i + 1;
  return 0;
}

int
assay_month_from_name (const char *name, gsize length)
{
  g_autofree char *folded = NULL;
  int month = find_english_month (name, length);

  if (month != 0 || length < 3 || length > 40)
    return month;
  folded = fold_name (name, length);
  if (folded == NULL)
    return 0;
  return GPOINTER_TO_INT (g_hash_table_lookup (month_names (), folded));
}

static int
full_year (const Part *part)
{
  if (part->digits > 2)
    return part->number;
  return part->number + (part->number >= ASSAY_YEAR_PIVOT ? 1900 : 2000);
}

/* “st”, “nd”, “rd”, “th” behind a day. */
static const char *
skip_ordinal (const char *at)
{
  if ((g_ascii_strncasecmp (at, "st", 2) == 0 || g_ascii_strncasecmp (at, "nd", 2) == 0
       || g_ascii_strncasecmp (at, "rd", 2) == 0 || g_ascii_strncasecmp (at, "th", 2) == 0)
      && !g_ascii_isalpha (at[2]))
    return at + 2;
  return at;
}

static const char *
take_part (const char *at, Part *part)
{
  gunichar c = g_utf8_get_char (at);
  const char *start = at;

  *part = (Part){ .number = -1 };
  if (g_unichar_isdigit (c))
    {
      part->number = 0;
      for (; g_unichar_isdigit (c = g_utf8_get_char (at)); at = g_utf8_next_char (at))
        {
          if (++part->digits > 8)
            return NULL;
          part->number = part->number * 10 + g_unichar_digit_value (c);
        }
      return skip_ordinal (at);
    }
  while (g_unichar_isalpha (c) || g_unichar_ismark (c))
    {
      at = g_utf8_next_char (at);
      c = g_utf8_get_char (at);
    }
  if (at == start)
    return NULL;
  part->month = assay_month_from_name (start, (gsize)(at - start));
  return at;
}

static gboolean
is_time (const char *at)
{
  guint digits = 0;

  if (*at == 'T' || *at == 't')
    at++;
  while (*at == ' ')
    at++;
  if (*at == '\0')
    return TRUE;
  if (!g_ascii_isdigit (*at))
    return FALSE;
  for (; *at != '\0'; at++)
    {
      digits += g_ascii_isdigit (*at);
      if (!g_ascii_isdigit (*at) && strchr (":.,+- ZzAaPpMm", *at) == NULL)
        return FALSE;
    }
  return digits >= 2;
}

/* Cuts a cell into the parts of a date, and what follows as a time. CJK: 2025年3月10日. */
static guint
split (const char *text, Part parts[MOST_PARTS])
{
  guint n = 0;
  const char *at = text;

  while (*at != '\0' && n < MOST_PARTS)
    {
      at = take_part (at, &parts[n]);
      if (at == NULL)
        return 0;
      /* A weekday before the date: “Mon, 2 June 2006”. */
      if (parts[n].number < 0 && parts[n].month == 0 && n == 0)
        n--;
      n++;
      if (n == 3 && (g_str_has_prefix (at, "日") || g_str_has_prefix (at, "号")))
        at = g_utf8_next_char (at);
      if (n == 3 && is_time (at))
        return n;
      if (n >= 3)
        return 0;
      if (n > 0)
        parts[n - 1].separator = *at;
      if (g_str_has_prefix (at, "年") || g_str_has_prefix (at, "月"))
        at = g_utf8_next_char (at);
      else
        while (*at != '\0' && strchr ("-/., '", *at) != NULL)
          at++;
    }
  return n;
}

static AssayFault
make (int year, int month, int day, gint32 *date)
{
  return assay_date_from_ymd (year, month, day, date) ? ASSAY_FAULT_NONE : ASSAY_FAULT_NO_SUCH_DAY;
}

/* With a month by name there is no doubt: the year is the part that cannot be a day. */
static AssayFault
read_named (const Part p[3], gint32 *date)
{
  int named = p[0].month ? 0 : p[1].month ? 1 : 2;
  const Part *day, *year;

  if (p[named].month == 0 || named == 2)
    return ASSAY_FAULT_NOT_DATE;
  day = named == 0 ? &p[1] : &p[0];
  year = &p[2];
  if (day->number < 0 || year->number < 0)
    return ASSAY_FAULT_NOT_DATE;
  if (named == 1 && day->digits > 2)
    {
      const Part *swap = day;

      day = year;
      year = swap;
    }
  if (year->digits == 3 || year->digits > 4 || day->digits > 2)
    return ASSAY_FAULT_NOT_DATE;
  return make (full_year (year), p[named].month, day->number, date);
}

/* A date of dots is day, month, year wherever dots are used; the one with a year first is ISO. */
static gboolean
is_open (const Part p[3])
{
  return p[0].digits <= 2 && p[1].digits <= 2 && p[0].separator != '.';
}

static AssayFault
read_numbers (const Part p[3], AssayDateOrder order, gint32 *date)
{
  if (p[0].digits == 4 && p[1].digits <= 2 && p[2].digits <= 2)
    return make (p[0].number, p[1].number, p[2].number, date);
  if (p[0].digits > 2 || p[1].digits > 2 || p[2].digits == 3 || p[2].digits > 4)
    return ASSAY_FAULT_NOT_DATE;
  if (order == ASSAY_DATE_ORDER_YMD && p[2].digits <= 2)
    return make (full_year (&p[0]), p[1].number, p[2].number, date);
  if (!is_open (p) && order != ASSAY_DATE_ORDER_MDY)
    order = ASSAY_DATE_ORDER_DMY;
  if (p[0].number == p[1].number) /* 6/6/2006 is the same day in both */
    return make (full_year (&p[2]), p[0].number, p[1].number, date);
  if (order == ASSAY_DATE_ORDER_DMY)
    return make (full_year (&p[2]), p[1].number, p[0].number, date);
  if (order == ASSAY_DATE_ORDER_MDY)
    return make (full_year (&p[2]), p[0].number, p[1].number, date);
  /* The column left it open, this cell may not. */
  if (p[0].number > 12 && p[1].number <= 12)
    return make (full_year (&p[2]), p[1].number, p[0].number, date);
  if (p[1].number > 12 && p[0].number <= 12)
    return make (full_year (&p[2]), p[0].number, p[1].number, date);
  return p[0].number > 12 || p[1].number > 12 ? ASSAY_FAULT_NO_SUCH_DAY : ASSAY_FAULT_DATE_ORDER;
}

static AssayFault
read_compact (const Part *part, gint32 *date)
{
  int n = part->number;

  if (part->digits == 8 && n / 10000 >= 1900 && n / 10000 < 2200)
    return make (n / 10000, n / 100 % 100, n % 100, date);
  if (part->digits == 5 && n >= SERIAL_MIN && n <= SERIAL_MAX)
    {
      *date = n + SERIAL_EPOCH;
      return ASSAY_FAULT_NONE;
    }
  return ASSAY_FAULT_NOT_DATE;
}

/* “45726.5” is a serial with a time of day. */
static gboolean
read_serial_with_time (const char *text, gint32 *date)
{
  int serial = 0;

  for (int i = 0; i < 5; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      serial = serial * 10 + (text[i] - '0');
    }
  *date = serial + SERIAL_EPOCH;
  return serial >= SERIAL_MIN && serial <= SERIAL_MAX && text[5] == '.'
         && strspn (text + 6, "0123456789") == strlen (text + 6);
}

/**
 * assay_cell_parse_date:
 * @text: a cell without white space around it
 * @order: the order of day and month in its column
 * @date: (out): days since 1970-01-01
 *
 * Returns: why it is no date, or %ASSAY_FAULT_NONE
 */
AssayFault
assay_cell_parse_date (const char *text, AssayDateOrder order, gint32 *date)
{
  Part parts[MOST_PARTS + 1] = { 0 };
  guint n;

  if (*text == '=' || *text == '@')
    return ASSAY_FAULT_FORMULA;
  if (strlen (text) > 60)
    return ASSAY_FAULT_NOT_DATE;
  if (read_serial_with_time (text, date))
    return ASSAY_FAULT_NONE;
  n = split (text, parts);
  if (n == 1 && parts[0].number >= 0)
    return read_compact (&parts[0], date);
  if (n != 3)
    return ASSAY_FAULT_NOT_DATE;
  if (parts[0].number < 0 || parts[1].number < 0 || parts[2].number < 0)
    return read_named (parts, date);
  return read_numbers (parts, order, date);
}

/**
 * assay_cell_date_evidence:
 * @text: a cell without white space around it
 *
 * Returns: what the cell says about the order of day and month in its column
 */
AssayDateEvidence
assay_cell_date_evidence (const char *text)
{
  Part p[MOST_PARTS + 1] = { 0 };

  if (!g_ascii_isdigit (*text) || strlen (text) > 60 || split (text, p) != 3 || p[0].number < 0
      || p[1].number < 0 || p[2].number < 0)
    return ASSAY_DATE_EVIDENCE_NONE;
  if (!is_open (p) || p[2].digits == 3 || p[2].digits > 4 || p[0].number == 0 || p[1].number == 0)
    return ASSAY_DATE_EVIDENCE_NONE;
  if (p[0].number > 12 && p[0].number <= 31 && p[1].number <= 12)
    return ASSAY_DATE_EVIDENCE_DMY;
  if (p[1].number > 12 && p[1].number <= 31 && p[0].number <= 12)
    return ASSAY_DATE_EVIDENCE_MDY;
  if (p[0].number <= 12 && p[1].number <= 12 && p[0].number != p[1].number)
    return ASSAY_DATE_EVIDENCE_OPEN;
  return ASSAY_DATE_EVIDENCE_NONE;
}
