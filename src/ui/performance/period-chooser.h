/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which time figures are about: all, the last twelve months, this year, or from one day to another.
 * Signal "changed". */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ASSAY_TYPE_PERIOD_CHOOSER (assay_period_chooser_get_type ())
G_DECLARE_FINAL_TYPE (AssayPeriodChooser, assay_period_chooser, ASSAY, PERIOD_CHOOSER, GtkWidget)

typedef enum
{
  ASSAY_PERIOD_ALL,
  ASSAY_PERIOD_LAST_YEAR, /* twelve months up to today */
  ASSAY_PERIOD_THIS_YEAR,
  ASSAY_PERIOD_CUSTOM,
} AssayPeriod;

GtkWidget *assay_period_chooser_new (gint32 today);
void assay_period_chooser_set_period (AssayPeriodChooser *chooser, AssayPeriod period);
/* Days since 1970-01-01; ASSAY_DATE_UNKNOWN is open. */
void assay_period_chooser_get_range (AssayPeriodChooser *chooser, gint32 *from, gint32 *to);
void assay_period_chooser_set_range (AssayPeriodChooser *chooser, gint32 from, gint32 to);

G_END_DECLS
