/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds out in which encoding a text is written, from its bytes alone. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Fed with the whole file in pieces; keeps counts and a bounded sample, never the text. */
typedef struct _AssayEncodingDetector AssayEncodingDetector;

AssayEncodingDetector *assay_encoding_detector_new (void);
void assay_encoding_detector_free (AssayEncodingDetector *detector);
void
assay_encoding_detector_feed (AssayEncodingDetector *detector, const guint8 *bytes, gsize size);
/* An encoding's name as g_charset_converter_new() takes it, static or interned. @bom_size: bytes at
 * the start that are no text. @sure: FALSE when another encoding would read as well. */
const char *
assay_encoding_detector_finish (AssayEncodingDetector *detector, gsize *bom_size, gboolean *sure);

/* What a person can choose from: NULL-terminated, UTF-8 first. */
const char *const *assay_encoding_names (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayEncodingDetector, assay_encoding_detector_free)

G_END_DECLS
