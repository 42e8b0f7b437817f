/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A filter in words with a button that takes it away: signal "removed". */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ASSAY_TYPE_FILTER_CHIP (assay_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (AssayFilterChip, assay_filter_chip, ASSAY, FILTER_CHIP, GtkWidget)

GtkWidget *assay_filter_chip_new (const char *words);

G_END_DECLS
