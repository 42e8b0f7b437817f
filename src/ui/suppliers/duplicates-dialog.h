/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Suppliers that may be one, with what says so; each pair is merged, or said to be two. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DUPLICATES_DIALOG (assay_duplicates_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayDuplicatesDialog, assay_duplicates_dialog, ASSAY, DUPLICATES_DIALOG, AdwDialog)

/* @supplier: only those like this one, with any other to choose; 0: all of the book. */
AdwDialog *assay_duplicates_dialog_new (AssayContext *context, gint64 supplier);

G_END_DECLS
