/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "exchange/text-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/file-kind.h"
#include "exchange/text-encoding.h"

#define CHUNK (64 * 1024)

struct _AssayTextSource
{
  GObject parent_instance;

  GFile *file; /* one of these two */
  GBytes *bytes;
  char *name;
  const char *encoding;
  gsize bom_size;
  gboolean sure;
  guint64 size;

  GInputStream *stream;
  GConverter *converter; /* always to UTF-8, from UTF-8 too: it finds what is invalid */
  guint8 *raw;           /* CHUNK bytes */
  gsize raw_start, raw_end;
  guint64 position;
  gboolean at_end;
};

G_DEFINE_FINAL_TYPE (AssayTextSource, assay_text_source, G_TYPE_OBJECT)

static void
assay_text_source_finalize (GObject *object)
{
  AssayTextSource *source = ASSAY_TEXT_SOURCE (object);

  g_clear_object (&source->file);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_clear_pointer (&source->name, g_free);
  g_clear_object (&source->stream);
  g_clear_object (&source->converter);
  g_free (source->raw);
  G_OBJECT_CLASS (assay_text_source_parent_class)->finalize (object);
}

static void
assay_text_source_class_init (AssayTextSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = assay_text_source_finalize;
}

static void
assay_text_source_init (AssayTextSource *source)
{
  source->raw = g_malloc (CHUNK);
}

static gboolean
open_stream (AssayTextSource *source, GCancellable *cancellable, GError **error)
{
  g_clear_object (&source->stream);
  if (source->bytes != NULL)
    source->stream = g_memory_input_stream_new_from_bytes (source->bytes);
  else
    source->stream = G_INPUT_STREAM (g_file_read (source->file, cancellable, error));
  return source->stream != NULL;
}

/* Reads all of the file once: what it is, in which encoding, how long. */
static gboolean
examine (AssayTextSource *source, const char *encoding, GCancellable *cancellable, GError **error)
{
  g_autoptr (AssayEncodingDetector) detector = assay_encoding_detector_new ();
  const char *kind;
  gsize size = 0;

  if (!open_stream (source, cancellable, error))
    return FALSE;
  do
    {
      if (!g_input_stream_read_all (source->stream, source->raw, CHUNK, &size, cancellable, error))
        return FALSE;
      if (source->size == 0 && size > 0
          && (kind = assay_file_kind_recognise (source->raw, MIN (size, 16384))) != NULL)
        {
          /* Translators: the first is a file name, the second what it is: “a PNG picture”. */
          g_set_error (
              error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_NOT_TEXT,
              _ ("“%s” is %s, not a table of text. Save the table as CSV and import that."),
              source->name, kind);
          return FALSE;
        }
      assay_encoding_detector_feed (detector, source->raw, size);
      source->size += size;
    }
  while (size == CHUNK);
  source->encoding = assay_encoding_detector_finish (detector, &source->bom_size, &source->sure);
  if (source->size <= source->bom_size)
    {
      g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_EMPTY,
                   _ ("“%s” is empty: there is nothing in it to import."), source->name);
      return FALSE;
    }
  if (encoding == NULL)
    return TRUE;
  if (g_ascii_strcasecmp (encoding, source->encoding) != 0)
    source->bom_size = 0;
  source->encoding = g_intern_string (encoding);
  source->sure = TRUE;
  return TRUE;
}

static AssayTextSource *
open_source (AssayTextSource *source,
             const char *encoding,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (AssayTextSource) owned = source;

  if (!examine (source, encoding, cancellable, error)
      || !assay_text_source_rewind (source, cancellable, error))
    return NULL;
  return g_steal_pointer (&owned);
}

AssayTextSource *
assay_text_source_open (GFile *file,
                        const char *encoding,
                        GCancellable *cancellable,
                        GError **error)
{
  AssayTextSource *source = g_object_new (ASSAY_TYPE_TEXT_SOURCE, NULL);
  g_autofree char *base = g_file_get_basename (file);

  source->file = g_object_ref (file);
  source->name = base != NULL ? g_filename_display_name (base) : g_strdup ("?");
  return open_source (source, encoding, cancellable, error);
}

AssayTextSource *
assay_text_source_open_bytes (GBytes *bytes, const char *name, const char *encoding, GError **error)
{
  AssayTextSource *source = g_object_new (ASSAY_TYPE_TEXT_SOURCE, NULL);

  source->bytes = g_bytes_ref (bytes);
  source->name = g_strdup (name);
  return open_source (source, encoding, NULL, error);
}

const char *
assay_text_source_get_name (AssayTextSource *source)
{
  return source->name;
}

const char *
assay_text_source_get_encoding (AssayTextSource *source)
{
  return source->encoding;
}

gboolean
assay_text_source_is_sure (AssayTextSource *source)
{
  return source->sure;
}

guint64
assay_text_source_get_size (AssayTextSource *source)
{
  return source->size;
}

guint64
assay_text_source_get_position (AssayTextSource *source)
{
  return source->position - (source->raw_end - source->raw_start);
}

gboolean
assay_text_source_rewind (AssayTextSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) unknown = NULL;

  if (!open_stream (source, cancellable, error)
      || g_input_stream_skip (source->stream, source->bom_size, cancellable, error) < 0)
    return FALSE;
  source->raw_start = source->raw_end = 0;
  source->position = source->bom_size;
  source->at_end = FALSE;
  g_clear_object (&source->converter);
  source->converter = G_CONVERTER (g_charset_converter_new ("UTF-8", source->encoding, &unknown));
  if (source->converter == NULL)
    {
      g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_ENCODING,
                   _ ("The encoding “%s” is not known."), source->encoding);
      return FALSE;
    }
  return TRUE;
}

static gboolean
fill (AssayTextSource *source, GCancellable *cancellable, GError **error)
{
  gsize kept = source->raw_end - source->raw_start;
  gsize size = 0;

  memmove (source->raw, source->raw + source->raw_start, kept);
  source->raw_start = 0;
  source->raw_end = kept;
  if (!g_input_stream_read_all (source->stream, source->raw + kept, CHUNK - kept, &size,
                                cancellable, error))
    return FALSE;
  source->raw_end += size;
  source->position += size;
  source->at_end = size < CHUNK - kept;
  return TRUE;
}

/* How many bytes to leave out after something that cannot be decoded: one unit of the encoding. */
static gsize
unit_size (AssayTextSource *source)
{
  if (g_str_has_prefix (source->encoding, "UTF-16"))
    return 2;
  return g_str_has_prefix (source->encoding, "UTF-32") ? 4 : 1;
}

static gsize
replace_invalid (AssayTextSource *source, char *buffer)
{
  static const char replacement[] = "\xef\xbf\xbd";

  source->raw_start += MIN (unit_size (source), source->raw_end - source->raw_start);
  g_converter_reset (source->converter);
  memcpy (buffer, replacement, 3);
  return 3;
}

/**
 * assay_text_source_read:
 * @source: a source
 * @buffer: where the text goes
 * @size: room in @buffer, 16 bytes at least
 * @cancellable: (nullable): a cancellable
 * @error: what went wrong
 *
 * Returns: how many bytes of UTF-8 there are now in @buffer; 0 at the end, -1 on failure
 */
gssize
assay_text_source_read (
    AssayTextSource *source, char *buffer, gsize size, GCancellable *cancellable, GError **error)
{
  gsize written = 0;

  while (written + 8 <= size)
    {
      g_autoptr (GError) problem = NULL;
      gsize read = 0, made = 0;
      GConverterResult result;

      if (source->raw_end - source->raw_start < 32 && !source->at_end
          && !fill (source, cancellable, error))
        return -1;
      if (source->raw_start == source->raw_end)
        break;
      result = g_converter_convert (source->converter, source->raw + source->raw_start,
                                    source->raw_end - source->raw_start, buffer + written,
                                    size - written, G_CONVERTER_NO_FLAGS, &read, &made, &problem);
      if (result != G_CONVERTER_ERROR)
        {
          source->raw_start += read;
          written += made;
          continue;
        }
      if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
        break;
      if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) && !source->at_end)
        {
          if (!fill (source, cancellable, error))
            return -1;
          continue;
        }
      written += replace_invalid (source, buffer + written);
    }
  return (gssize)written;
}
