/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the defects of an inspection add up to. Counting by units, a unit counts once, in its most
 * serious class (domain rule of the trade); counting by defects, each defect counts. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Critical, major, minor: the most serious first. */
#define ASSAY_TALLY_CLASSES 3

typedef struct
{
  gint64 first[ASSAY_TALLY_CLASSES]; /* found in the first sample */
  gint64 found[ASSAY_TALLY_CLASSES]; /* found in all */
  gint64 units;                      /* defective units */
  gint64 defects;

  /*< private >*/
  gboolean by_units;
  GHashTable *worst; /* of each unit that was named: the class it counts in */
} AssayDefectTally;

void assay_defect_tally_init (AssayDefectTally *tally, gboolean by_units);
void assay_defect_tally_clear (AssayDefectTally *tally);
void assay_defect_tally_add (AssayDefectTally *tally,
                             guint defect_class,
                             gint64 n,
                             const char *units,
                             gboolean second_sample);
gint64 assay_defect_tally_count_new (const AssayDefectTally *tally,
                                     gint64 n,
                                     const char *units,
                                     gboolean second_sample);
int assay_defect_tally_class (const char *stored);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AssayDefectTally, assay_defect_tally_clear)

G_END_DECLS
