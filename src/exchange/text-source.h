/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file as a stream of UTF-8: finds the encoding, takes off the byte order mark, replaces what
 * cannot be decoded by U+FFFD, and refuses what is no text. Reads in pieces and can start again;
 * never holds the file. Used by one thread at a time. */

#pragma once

#include <gio/gio.h>

#include "exchange/exchange-error.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_TEXT_SOURCE (assay_text_source_get_type ())
G_DECLARE_FINAL_TYPE (AssayTextSource, assay_text_source, ASSAY, TEXT_SOURCE, GObject)

/* @encoding is NULL to find it. Reads the whole file once. */
AssayTextSource *assay_text_source_open (GFile *file,
                                         const char *encoding,
                                         GCancellable *cancellable,
                                         GError **error);
AssayTextSource *assay_text_source_open_bytes (GBytes *bytes,
                                               const char *name,
                                               const char *encoding,
                                               GError **error);

const char *assay_text_source_get_name (AssayTextSource *source);
const char *assay_text_source_get_encoding (AssayTextSource *source);
/* Whether the encoding was proved or chosen, not guessed. */
gboolean assay_text_source_is_sure (AssayTextSource *source);
guint64 assay_text_source_get_size (AssayTextSource *source);
/* Bytes of the file read since the start. */
guint64 assay_text_source_get_position (AssayTextSource *source);

gboolean
assay_text_source_rewind (AssayTextSource *source, GCancellable *cancellable, GError **error);
/* The next bytes of UTF-8, which may end within a character; 0 at the end, -1 with @error.
 * @size is at least 16. */
gssize assay_text_source_read (
    AssayTextSource *source, char *buffer, gsize size, GCancellable *cancellable, GError **error);

G_END_DECLS
