/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The measured values of a checkpoint, one for each unit, as they stand in one field: "349.5; 351;
 * 352.25". In memory whole numbers of thousandths, in the check's own unit. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Decimals of a reading, as of the limits it is held against. */
#define ASSAY_READINGS_SCALE 3
/* More than any sample has. */
#define ASSAY_READINGS_MOST 10000

/* What they say together; of no readings all is 0. */
typedef struct
{
  guint n;
  gint64 min, max;
  double mean; /* in thousandths */
  guint below; /* readings below the lower limit */
  guint above;
} AssayReadingsSummary;

/* GArray of gint64. */
GArray *assay_readings_parse (const char *text, GError **error);
/* As it is stored: decimal point, no needless zeros. NULL for none. */
char *assay_readings_to_string (const gint64 *values, guint n_values);
/* For an entry and for the eye: as the user writes numbers. */
char *assay_reading_format (gint64 value, gboolean localised);
char *assay_readings_format (const gint64 *values, guint n_values);

/* A limit of G_MININT64 or G_MAXINT64 is none. */
gboolean assay_reading_is_within (gint64 value, gint64 lower, gint64 upper);
void assay_readings_summarise (const gint64 *values,
                               guint n_values,
                               gint64 lower,
                               gint64 upper,
                               AssayReadingsSummary *summary);

G_END_DECLS
