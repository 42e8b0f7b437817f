/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Order of proof: byte order mark; the pattern of zero bytes of UTF-16; valid UTF-8, which other
 * encodings almost never are by accident; then the encoding of East Asia or the West whose reading
 * has the most usual characters, with uchardet's word where there is enough text for it. */

#include "exchange/text-encoding.h"

#include <string.h>
#include <uchardet.h>

#define SAMPLE_BYTES (512 * 1024)

struct _AssayEncodingDetector
{
  GByteArray *head;   /* the first bytes, for marks and zero bytes */
  GByteArray *sample; /* lines with bytes above ASCII */
  guint64 size;
  guint64 utf8_good; /* sequences of several bytes */
  guint64 utf8_bad;
  guint utf8_open;            /* bytes that the open sequence still wants */
  guint8 utf8_low, utf8_high; /* bounds of the next byte */
};

AssayEncodingDetector *
assay_encoding_detector_new (void)
{
  AssayEncodingDetector *detector = g_new0 (AssayEncodingDetector, 1);

  detector->head = g_byte_array_new ();
  detector->sample = g_byte_array_new ();
  return detector;
}

void
assay_encoding_detector_free (AssayEncodingDetector *detector)
{
  g_byte_array_unref (detector->head);
  g_byte_array_unref (detector->sample);
  g_free (detector);
}

static void
open_sequence (AssayEncodingDetector *detector, guint8 byte)
{
  detector->utf8_low = 0x80;
  detector->utf8_high = 0xbf;
  if (byte >= 0xc2 && byte <= 0xdf)
    detector->utf8_open = 1;
  else if (byte >= 0xe0 && byte <= 0xef)
    {
      detector->utf8_open = 2;
      if (byte == 0xe0)
        detector->utf8_low = 0xa0;
      if (byte == 0xed)
        detector->utf8_high = 0x9f;
    }
  else if (byte >= 0xf0 && byte <= 0xf4)
    {
      detector->utf8_open = 3;
      if (byte == 0xf0)
        detector->utf8_low = 0x90;
      if (byte == 0xf4)
        detector->utf8_high = 0x8f;
    }
  else
    detector->utf8_bad++;
}

static void
count_utf8 (AssayEncodingDetector *detector, const guint8 *bytes, gsize size)
{
  for (gsize i = 0; i < size; i++)
    {
      guint8 byte = bytes[i];

      if (detector->utf8_open == 0)
        {
          if (byte >= 0x80)
            open_sequence (detector, byte);
          continue;
        }
      if (byte < detector->utf8_low || byte > detector->utf8_high)
        {
          detector->utf8_open = 0;
          detector->utf8_bad++;
          if (byte >= 0x80)
            open_sequence (detector, byte);
          continue;
        }
      detector->utf8_low = 0x80;
      detector->utf8_high = 0xbf;
      if (--detector->utf8_open == 0)
        detector->utf8_good++;
    }
}

static gboolean
is_ascii (const guint8 *bytes, gsize size)
{
  guint8 all = 0;

  for (gsize i = 0; i < size; i++)
    all |= bytes[i];
  return all < 0x80;
}

void
assay_encoding_detector_feed (AssayEncodingDetector *detector, const guint8 *bytes, gsize size)
{
  gboolean ascii = is_ascii (bytes, size);

  if (detector->head->len < 8192)
    g_byte_array_append (detector->head, bytes, (guint)MIN (size, 8192 - detector->head->len));
  if (!ascii || detector->utf8_open > 0)
    count_utf8 (detector, bytes, size);
  if (!ascii && detector->sample->len < SAMPLE_BYTES)
    g_byte_array_append (detector->sample, bytes,
                         (guint)MIN (size, SAMPLE_BYTES - detector->sample->len));
  detector->size += size;
}

static const char *
read_mark (const GByteArray *head, gsize *bom_size)
{
  static const struct
  {
    const char *bytes;
    gsize size;
    const char *encoding;
  } marks[] = {
    { "\xff\xfe\0\0", 4, "UTF-32LE" }, { "\0\0\xfe\xff", 4, "UTF-32BE" },
    { "\xef\xbb\xbf", 3, "UTF-8" },    { "\xff\xfe", 2, "UTF-16LE" },
    { "\xfe\xff", 2, "UTF-16BE" },     { "\x84\x31\x95\x33", 4, "GB18030" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (head->len >= marks[i].size && memcmp (head->data, marks[i].bytes, marks[i].size) == 0)
      {
        *bom_size = marks[i].size;
        return marks[i].encoding;
      }
  return NULL;
}

/* Text in UTF-16 has zeros in one half of its bytes: separators, digits and line ends at least. */
static const char *
read_zeros (const GByteArray *head)
{
  gsize zeros[2] = { 0, 0 };
  gsize pairs = head->len / 2;

  for (gsize i = 0; i < pairs * 2; i++)
    if (head->data[i] == 0)
      zeros[i % 2]++;
  if (pairs < 2 || (zeros[0] == 0 && zeros[1] == 0))
    return NULL;
  if (zeros[1] * 5 >= pairs && zeros[0] * 20 <= zeros[1])
    return "UTF-16LE";
  if (zeros[0] * 5 >= pairs && zeros[1] * 20 <= zeros[0])
    return "UTF-16BE";
  return NULL;
}

typedef struct
{
  double score;
  guint units;    /* characters above ASCII */
  guint low;      /* of two bytes, the first where Korean has its syllables */
  gboolean valid; /* every byte has a meaning */
} Reading;

static void
count_unit (Reading *reading, double weight)
{
  reading->units++;
  reading->score += weight;
}

/* Chinese, GB 18030: level 1 of GB 2312 holds the 3,755 usual characters, by sound. */
static Reading
read_gb18030 (const guint8 *b, gsize n)
{
  Reading reading = { .valid = TRUE };

  for (gsize i = 0; i < n && reading.valid; i++)
    {
      if (b[i] < 0x80)
        continue;
      if (b[i] == 0x80 || b[i] == 0xff || i + 1 >= n)
        reading.valid = i + 1 >= n && n >= SAMPLE_BYTES;
      else if (b[i + 1] >= 0x30 && b[i + 1] <= 0x39)
        {
          if (i + 3 >= n || b[i + 2] < 0x81 || b[i + 3] < 0x30 || b[i + 3] > 0x39)
            reading.valid = i + 3 >= n && n >= SAMPLE_BYTES;
          count_unit (&reading, 0.2);
          i += 3;
        }
      else if (b[i + 1] < 0x40 || b[i + 1] == 0x7f || b[i + 1] == 0xff)
        reading.valid = FALSE;
      else
        {
          reading.low += b[i] >= 0xb0 && b[i] <= 0xc8 && b[i + 1] >= 0xa1;
          if (b[i] >= 0xb0 && b[i] <= 0xd7 && b[i + 1] >= 0xa1)
            count_unit (&reading, 1.0);
          else if ((b[i] == 0xa1 || b[i] == 0xa3) && b[i + 1] >= 0xa1)
            count_unit (&reading, 0.8);
          else if (b[i] >= 0xd8 && b[i] <= 0xf7 && b[i + 1] >= 0xa1)
            count_unit (&reading, 0.45);
          else
            count_unit (&reading, 0.1);
          i++;
        }
    }
  return reading;
}

/* Japanese, Shift_JIS: kana and level 1 kanji are usual, katakana of half width is not. */
static Reading
read_shift_jis (const guint8 *b, gsize n)
{
  Reading reading = { .valid = TRUE };

  for (gsize i = 0; i < n && reading.valid; i++)
    {
      if (b[i] < 0x80)
        continue;
      if (b[i] >= 0xa1 && b[i] <= 0xdf)
        {
          count_unit (&reading, 0.15);
          continue;
        }
      if (b[i] == 0x80 || b[i] == 0xa0 || b[i] > 0xfc || i + 1 >= n)
        {
          reading.valid = i + 1 >= n && n >= SAMPLE_BYTES;
          continue;
        }
      if (b[i + 1] < 0x40 || b[i + 1] == 0x7f || b[i + 1] > 0xfc)
        reading.valid = FALSE;
      else if (b[i] == 0x82 || b[i] == 0x83)
        count_unit (&reading, 1.0);
      else if (b[i] == 0x81)
        count_unit (&reading, 0.9);
      else if (b[i] >= 0x88 && b[i] <= 0x97)
        count_unit (&reading, 1.0);
      else if (b[i] <= 0x9f)
        count_unit (&reading, 0.5);
      else
        count_unit (&reading, 0.3);
      i++;
    }
  return reading;
}

/* Western, Windows-1252: letters with marks stand alone among plain letters. */
static Reading
read_western (const guint8 *b, gsize n)
{
  Reading reading = { .valid = TRUE };
  guint run = 0;

  for (gsize i = 0; i < n; i++)
    {
      gboolean letter_near;

      if (b[i] < 0x80)
        {
          run = 0;
          continue;
        }
      if (b[i] == 0x81 || b[i] == 0x8d || b[i] == 0x8f || b[i] == 0x90 || b[i] == 0x9d)
        reading.valid = FALSE;
      run++;
      letter_near
          = (i > 0 && g_ascii_isalpha (b[i - 1])) || (i + 1 < n && g_ascii_isalpha (b[i + 1]));
      if (run > 2)
        count_unit (&reading, -1.0);
      else if (b[i] >= 0xc0 && b[i] != 0xd7 && b[i] != 0xf7)
        count_unit (&reading, letter_near ? 1.0 : 0.3);
      else if (strchr ("\x80\x91\x92\x93\x94\x96\x97\xa0\xa3\xa7\xa9\xab\xae\xb0\xb1\xb2\xb3\xb4"
                       "\xb5\xba\xbb\xbd\x85\x8a\x8e\x9a\x9e\x8c\x9c\x9f",
                       b[i])
               != NULL)
        count_unit (&reading, 0.7);
      else
        count_unit (&reading, 0.1);
    }
  return reading;
}

static const char *
ask_uchardet (const GByteArray *sample)
{
  uchardet_t detector = uchardet_new ();
  const char *found = NULL;

  if (uchardet_handle_data (detector, (const char *)sample->data, sample->len) == 0)
    {
      uchardet_data_end (detector);
      found = g_intern_string (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);
  if (found == NULL || *found == '\0' || g_str_equal (found, "ASCII"))
    return NULL;
  if (g_ascii_strncasecmp (found, "GB", 2) == 0 || g_ascii_strcasecmp (found, "HZ-GB-2312") == 0)
    return "GB18030";
  if (g_ascii_strcasecmp (found, "SHIFT_JIS") == 0)
    return "CP932";
  if (g_ascii_strcasecmp (found, "ISO-8859-1") == 0
      || g_ascii_strcasecmp (found, "ISO-8859-15") == 0)
    return "WINDOWS-1252";
  return found;
}

static double
mean_score (const Reading *reading)
{
  return reading->valid && reading->units > 0 ? reading->score / reading->units : -1;
}

static const char *
guess (const GByteArray *sample, gboolean *sure)
{
  Reading chinese = read_gb18030 (sample->data, sample->len);
  Reading japanese = read_shift_jis (sample->data, sample->len);
  Reading western = read_western (sample->data, sample->len);
  double best_east = MAX (mean_score (&chinese), mean_score (&japanese));
  const char *word = ask_uchardet (sample);

  *sure = FALSE;
  /* A letter alone between plain letters is no character of two bytes. */
  if (mean_score (&western) >= 0.6 && mean_score (&western) > best_east)
    {
      /* Cyrillic, Greek, Turkish and Central European look the same until there is more text. */
      if (word != NULL && western.units >= 24 && best_east < 0.6)
        return word;
      return "WINDOWS-1252";
    }
  if (best_east >= 0.55)
    {
      /* Big5, EUC-JP and EUC-KR share bytes with GB 18030: trust uchardet where it has text. */
      if (word != NULL && chinese.units >= 40 && !g_str_has_prefix (word, "WINDOWS")
          && !g_str_has_prefix (word, "ISO-8859"))
        return word;
      if (mean_score (&japanese) > mean_score (&chinese))
        return "CP932";
      /* Usual Chinese characters fill 40 rows of the code, Korean syllables the first 25 of them.
       */
      return chinese.units >= 8 && chinese.low == chinese.units ? "EUC-KR" : "GB18030";
    }
  if (word != NULL)
    return word;
  return western.valid ? "WINDOWS-1252" : "ISO-8859-1";
}

/**
 * assay_encoding_detector_finish:
 * @detector: a detector that has seen the whole file
 * @bom_size: (out): how many bytes at the start are a byte order mark
 * @sure: (out): whether the bytes allow no other reading
 *
 * Returns: (transfer none): the name of the encoding
 */
const char *
assay_encoding_detector_finish (AssayEncodingDetector *detector, gsize *bom_size, gboolean *sure)
{
  const char *encoding = read_mark (detector->head, bom_size);

  *sure = TRUE;
  if (encoding != NULL)
    return encoding;
  *bom_size = 0;
  encoding = read_zeros (detector->head);
  if (encoding != NULL)
    return encoding;
  if (detector->utf8_open > 0)
    detector->utf8_bad++;
  detector->utf8_open = 0;
  /* A few broken sequences among many whole ones are damage, not another encoding. */
  if (detector->utf8_bad == 0 || detector->utf8_good >= detector->utf8_bad * 10)
    return "UTF-8";
  return guess (detector->sample, sure);
}

const char *const *
assay_encoding_names (void)
{
  static const char *const names[] = {
    "UTF-8",        "UTF-16LE",     "UTF-16BE",     "WINDOWS-1252", "GB18030",      "CP932",
    "BIG5",         "EUC-JP",       "EUC-KR",       "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1253",
    "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256", "WINDOWS-1258", "ISO-8859-2",   "ISO-8859-15",
    "KOI8-R",       "TIS-620",      "IBM850",       "MACINTOSH",    "UTF-32LE",     NULL,
  };

  return names;
}
