/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file that appears under its name only when it is whole and on the disk. */

#pragma once

#include <gio/gio.h>
#include <stdio.h>

G_BEGIN_DECLS

typedef struct _AssayNewFile AssayNewFile;

AssayNewFile *assay_new_file_open (const char *path, gboolean replace, GError **error);
FILE *assay_new_file_stream (AssayNewFile *file);
const char *assay_new_file_draft (AssayNewFile *file);
gboolean assay_new_file_commit (AssayNewFile *file, GError **error);
/* Without a commit before, nothing is left behind. */
void assay_new_file_free (AssayNewFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayNewFile, assay_new_file_free)

G_END_DECLS
