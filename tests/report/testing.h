/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of paper share: pictures made on the spot, a PDF in a temporary folder, and the
 * tools of Poppler to look into it. */

#pragma once

#include <gio/gio.h>

#include "report/inspection-data.h"
#include "report/pages.h"

G_BEGIN_DECLS

GBytes *testing_make_picture (int width, int height, const char *type, gboolean alpha);
/* Bytes of a JPEG that a camera held so, by the number that Exif gives. */
GBytes *testing_make_turned (int width, int height, int orientation);
char *testing_export (AssayDocument *document, AssayPaper paper);
/* Standard output of a program, or NULL after g_test_skip() when there is no such program. */
char *testing_run (const char *program, ...) G_GNUC_NULL_TERMINATED;
guint testing_count (const char *text, const char *part);
void testing_remove (const char *path);
AssayRecord *testing_make_defect (const char *class, const char *description, gint64 count);
AssayRecord *testing_make_attachment (const char *file_name, const char *caption);

G_END_DECLS
