/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells files that are no delimited text by their first bytes, whatever their name says. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Looks at up to the first few kilobytes. Returns a translated name ("a PNG picture") or NULL when
 * nothing speaks against text. */
const char *assay_file_kind_recognise (const guint8 *bytes, gsize size);

G_END_DECLS
