/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How rows of a scan fall into groups. A scan uses the finest key that its row holds (a supplier, a
 * day); afterwards the few keys seen are merged into what was asked for (a country, a month) and
 * named. So a million rows need no join and no calendar. Internal to the insight layer. */

#pragma once

#include "insight/key-index.h"
#include "insight/lead-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;  /* supplier or product; 0 where the group is no record */
  char *name; /* NULL stands for unknown */
} AssayGroup;

/* What a row without a day is keyed by. */
#define ASSAY_KEY_NO_DAY G_MININT64

gint64 assay_grouping_mode_key (const char *mode);
gint64 assay_grouping_kind_key (const char *kind);
GArray *assay_grouping_resolve (AssayDb *db,
                                AssayGrouping by,
                                const AssayKeyIndex *keys,
                                guint32 **group_of_key,
                                GError **error);
int assay_group_compare_names (const char *a, const char *b);

G_END_DECLS
