/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Minima and maxima over blocks of values, so that the extremes of any stretch of a million points
 * are found without looking at each. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AssayPyramid AssayPyramid;

AssayPyramid *assay_pyramid_new (const void *first, gsize stride, guint n);
void assay_pyramid_free (AssayPyramid *pyramid);
gboolean
assay_pyramid_range (const AssayPyramid *pyramid, guint from, guint to, double *min, double *max);
gboolean assay_pyramid_extremes (
    const AssayPyramid *pyramid, guint from, guint to, guint *least, guint *greatest);

G_END_DECLS
