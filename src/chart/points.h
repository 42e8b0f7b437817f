/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Own copies of an insight's points, so that a scene outlives the answer it was made from. */

#pragma once

#include "insight/series.h"

G_BEGIN_DECLS

GArray *assay_points_copy (const AssaySeries *series);
GArray *assay_count_points_copy (const AssaySeries *series, guint *left_out);
const char *assay_slip_definition (gboolean against_latest);
char *assay_words_join (const char *first, const char *second);

G_END_DECLS
