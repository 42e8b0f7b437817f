/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A time that figures are about, from one day to another. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint32 from; /* ASSAY_DATE_UNKNOWN is open */
  gint32 to;
} AssayPeriodRange;

char *assay_period_words (gint32 from, gint32 to);
gboolean assay_period_before (const AssayPeriodRange *period, AssayPeriodRange *before);
gboolean assay_period_year_before (const AssayPeriodRange *period, AssayPeriodRange *before);

G_END_DECLS
