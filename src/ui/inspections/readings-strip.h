/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The values measured for a check, those outside its limits marked, and what they say together: n,
 * smallest, mean, largest. Hidden without values. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "insight/checklist.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_READINGS_STRIP (assay_readings_strip_get_type ())
G_DECLARE_FINAL_TYPE (AssayReadingsStrip, assay_readings_strip, ASSAY, READINGS_STRIP, GtkWidget)

AssayReadingsStrip *assay_readings_strip_new (void);
void assay_readings_strip_show (AssayReadingsStrip *strip, const AssayRecord *checkpoint);
/* "n 5 of 5 · min 340 · mean 350.2 · max 361 · 1 outside". */
const char *assay_readings_strip_get_summary (AssayReadingsStrip *strip);

G_END_DECLS
