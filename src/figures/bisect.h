/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bisect.h: the root of a monotonic function by halving, to the last bit. Internal
 * to the figures layer.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the root lies above @x. */
typedef gboolean (*AssayBisectFunc) (double x, gconstpointer data);

double assay_bisect (AssayBisectFunc is_below, gconstpointer data, double low, double high);
void assay_figures_quiet_gsl (void);

G_END_DECLS
