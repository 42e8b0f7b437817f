/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import of a file with separated values: choose, correct what was recognised, say which column
 * is what, try, decide what is doubtful, import, read the report. Nothing blocks: the file is read
 * on a thread of its own, the book on its own. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_IMPORT_DIALOG (assay_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AssayImportDialog, assay_import_dialog, ASSAY, IMPORT_DIALOG, AdwDialog)

/* @file may be NULL: the dialog asks for one. @type may be ASSAY_TYPE_NONE: the headings tell. */
AdwDialog *assay_import_dialog_new (AssayContext *context, GFile *file, AssayType type);

G_END_DECLS
