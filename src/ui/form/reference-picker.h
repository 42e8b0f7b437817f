/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds one record of a type by typing: a popover with a search entry and the best matches.
 * Signals: "picked" (gint64 id, const char *title), "create" (const char *typed). */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_REFERENCE_PICKER (assay_reference_picker_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayReferencePicker, assay_reference_picker, ASSAY, REFERENCE_PICKER, GtkPopover)

GtkWidget *assay_reference_picker_new (AssayContext *context, AssayType type, gboolean can_create);

G_END_DECLS
