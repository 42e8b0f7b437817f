/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/export-title.h"

#include <string.h>

/* Signature and IHDR, after which text may stand (PNG, third edition, § 5.6). */
#define PNG_HEAD 33

static void
insert (GByteArray *bytes, gsize at, const guint8 *data, gsize size)
{
  gsize before = bytes->len;

  g_byte_array_set_size (bytes, (guint)(before + size));
  memmove (bytes->data + at + size, bytes->data + at, before - at);
  memcpy (bytes->data + at, data, size);
}

/**
 * assay_export_title_svg:
 * @bytes: an SVG file
 * @title: (nullable): its title
 * @description: (nullable): its description
 *
 * Adds both as elements a browser's screen reader finds, and the role of an image.
 */
void
assay_export_title_svg (GByteArray *bytes, const char *title, const char *description)
{
  const char *start = g_strstr_len ((const char *)bytes->data, bytes->len, "<svg ");
  const char *end = start != NULL
                        ? memchr (start, '>', bytes->len - (gsize)(start - (char *)bytes->data))
                        : NULL;
  g_autofree char *words = NULL;

  if (end == NULL)
    return;
  words = g_markup_printf_escaped (" role=\"img\">\n<title>%s</title>\n<desc>%s</desc>",
                                   title != NULL ? title : "",
                                   description != NULL ? description : "");
  {
    gsize at = (gsize)(end - (char *)bytes->data);

    memmove (bytes->data + at, bytes->data + at + 1, bytes->len - at - 1);
    g_byte_array_set_size (bytes, bytes->len - 1);
    insert (bytes, at, (const guint8 *)words, strlen (words));
  }
}

static guint32
crc32 (const guint8 *data, gsize size)
{
  guint32 crc = 0xffffffffu;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= data[i];
      for (guint k = 0; k < 8; k++)
        crc = (crc >> 1) ^ (0xedb88320u & (0u - (crc & 1)));
    }
  return ~crc;
}

static void
append_be32 (GByteArray *bytes, guint32 value)
{
  guint32 big = GUINT32_TO_BE (value);

  g_byte_array_append (bytes, (const guint8 *)&big, 4);
}

static void
insert_itxt (GByteArray *bytes, const char *keyword, const char *text)
{
  g_autoptr (GByteArray) chunk = g_byte_array_new ();
  gsize key = strlen (keyword), size = strlen (text);

  /* Keyword, its end, not compressed, method, no language, no translated keyword. */
  append_be32 (chunk, (guint32)(key + 5 + size));
  g_byte_array_append (chunk, (const guint8 *)"iTXt", 4);
  g_byte_array_append (chunk, (const guint8 *)keyword, (guint)key);
  g_byte_array_append (chunk, (const guint8 *)"\0\0\0\0\0", 5);
  g_byte_array_append (chunk, (const guint8 *)text, (guint)size);
  append_be32 (chunk, crc32 (chunk->data + 4, chunk->len - 4));
  insert (bytes, PNG_HEAD, chunk->data, chunk->len);
}

/**
 * assay_export_title_png:
 * @bytes: a PNG file
 * @title: (nullable): its title
 * @description: (nullable): its description
 */
void
assay_export_title_png (GByteArray *bytes, const char *title, const char *description)
{
  if (bytes->len < PNG_HEAD)
    return;
  if (description != NULL)
    insert_itxt (bytes, "Description", description);
  if (title != NULL)
    insert_itxt (bytes, "Title", title);
}
