/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button whose popover says how a control chart is made: which one, which rules, on which points
 * its limits rest. Signal "changed". */

#pragma once

#include <gtk/gtk.h>

#include "chart/control-options.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_CONTROL_CHOOSER (assay_control_chooser_get_type ())
G_DECLARE_FINAL_TYPE (AssayControlChooser, assay_control_chooser, ASSAY, CONTROL_CHOOSER, GtkWidget)

/* @counts: a chart of counts, of which there are several, and not of measurements. */
AssayControlChooser *assay_control_chooser_new (const char *label, gboolean counts, gint32 today);
/* What @options points to lives as long as the chooser does not change. */
void assay_control_chooser_get_options (AssayControlChooser *chooser, AssayControlOptions *options);

G_END_DECLS
