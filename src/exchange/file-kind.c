/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Knows the signatures of files that people rename or mistake for a table of text. */

#include "assay-config.h"

#include "exchange/file-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *bytes;
  gsize size;
  const char *name; /* marked for translation, goes into “This is %s” */
} Signature;

#define SIGNATURE(BYTES, NAME) { BYTES, sizeof (BYTES) - 1, NAME }

static const Signature signatures[] = {
  SIGNATURE ("\x89PNG\r\n", N_ ("a PNG picture")),
  SIGNATURE ("\xff\xd8\xff", N_ ("a JPEG picture")),
  SIGNATURE ("GIF87a", N_ ("a GIF picture")),
  SIGNATURE ("GIF89a", N_ ("a GIF picture")),
  SIGNATURE ("II*\0", N_ ("a TIFF picture")),
  SIGNATURE ("MM\0*", N_ ("a TIFF picture")),
  SIGNATURE ("%PDF-", N_ ("a PDF document")),
  SIGNATURE ("%!PS", N_ ("a PostScript document")),
  SIGNATURE ("{\\rtf", N_ ("a text document in rich text format")),
  SIGNATURE ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", N_ ("an old Excel workbook or Office document")),
  SIGNATURE ("\x09\x08\x10\x00\x00\x06", N_ ("an old Excel workbook")),
  SIGNATURE ("SQLite format 3", N_ ("a database")),
  SIGNATURE ("\x1f\x8b", N_ ("a gzip archive")),
  SIGNATURE ("BZh", N_ ("a bzip2 archive")),
  SIGNATURE ("\xfd\x37zXZ", N_ ("an xz archive")),
  SIGNATURE ("\x28\xb5\x2f\xfd", N_ ("a zstd archive")),
  SIGNATURE ("7z\xbc\xaf\x27\x1c", N_ ("a 7-Zip archive")),
  SIGNATURE ("Rar!\x1a\x07", N_ ("a RAR archive")),
  SIGNATURE ("\x7f\x45LF", N_ ("a program")),
  SIGNATURE ("PAR1", N_ ("a Parquet file")),
};

static gboolean
contains (const guint8 *bytes, gsize size, const char *wanted)
{
  return bytes != NULL && memmem (bytes, size, wanted, strlen (wanted)) != NULL;
}

static const char *
recognise_zip (const guint8 *bytes, gsize size)
{
  if (contains (bytes, size, "vnd.oasis.opendocument.spreadsheet"))
    return N_ ("an OpenDocument spreadsheet");
  if (contains (bytes, size, "xl/"))
    return N_ ("an Excel workbook");
  if (contains (bytes, size, "word/"))
    return N_ ("a Word document");
  if (contains (bytes, size, "[Content_Types].xml"))
    return N_ ("an Excel workbook or another Office document");
  return N_ ("a ZIP archive");
}

static gboolean
begins_with (const char *text, gsize size, const char *prefix)
{
  gsize length = strlen (prefix);

  return size >= length && g_ascii_strncasecmp (text, prefix, length) == 0;
}

static const char *
recognise_markup (const guint8 *bytes, gsize size)
{
  const char *text = (const char *)bytes;

  if (size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      size -= 3;
    }
  while (size > 0 && g_ascii_isspace (*text))
    {
      text++;
      size--;
    }
  if (begins_with (text, size, "<!doctype html") || begins_with (text, size, "<html")
      || begins_with (text, size, "<table") || begins_with (text, size, "<head")
      || begins_with (text, size, "<meta") || begins_with (text, size, "<body"))
    return N_ ("a web page");
  if (begins_with (text, size, "<?xml"))
    return contains (bytes, size, "urn:schemas-microsoft-com:office:spreadsheet")
               ? N_ ("an Excel XML spreadsheet")
               : N_ ("an XML document");
  if (begins_with (text, size, "<svg"))
    return N_ ("an SVG picture");
  if (size >= 2
      && ((text[0] == '{' && strchr ("\"}\r\n \t", text[1]) != NULL)
          || (text[0] == '[' && strchr ("{[", text[1]) != NULL)))
    return N_ ("a JSON document");
  if (begins_with (text, size, "MIME-Version:"))
    return N_ ("a mail or a saved web archive");
  return NULL;
}

/* Control characters are no text; a few may be damage, many are another kind of file. NUL is
 * counted apart, since UTF-16 is full of it. */
static gboolean
is_binary (const guint8 *bytes, gsize size)
{
  gsize controls = 0, nuls = 0;

  for (gsize i = 0; i < size; i++)
    {
      if (bytes[i] == 0)
        nuls++;
      else if ((bytes[i] < 0x20 && strchr ("\t\r\n\f\v\x1a\x1b", bytes[i]) == NULL)
               || bytes[i] == 0x7f)
        controls++;
    }
  if (nuls > size / 8)
    return controls > size / 8;
  return controls > 8 && controls > size / 50;
}

/**
 * assay_file_kind_recognise:
 * @bytes: the beginning of a file
 * @size: how much of it there is
 *
 * Returns: (transfer none) (nullable): a translated name for what the file is, with its article, or
 *   %NULL when it may well be text
 */
const char *
assay_file_kind_recognise (const guint8 *bytes, gsize size)
{
  const char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (size >= signatures[i].size && memcmp (bytes, signatures[i].bytes, signatures[i].size) == 0)
      return _ (signatures[i].name);
  if (size >= 12 && memcmp (bytes, "RIFF", 4) == 0)
    return _ ("a picture, a sound or a film");
  if (size >= 12 && memcmp (bytes + 4, "ftyp", 4) == 0)
    return _ ("a picture or a film");
  if (size >= 14 && memcmp (bytes, "BM", 2) == 0 && bytes[6] == 0 && bytes[7] == 0 && bytes[8] == 0)
    return _ ("a BMP picture");
  if (size >= 4 && bytes[0] == 'P' && bytes[1] == 'K'
      && ((bytes[2] == 3 && bytes[3] == 4) || (bytes[2] == 5 && bytes[3] == 6)
          || (bytes[2] == 7 && bytes[3] == 8)))
    return _ (recognise_zip (bytes, size));
  name = recognise_markup (bytes, size);
  if (name != NULL)
    return _ (name);
  if (is_binary (bytes, size))
    return _ ("a binary file");
  return NULL;
}
