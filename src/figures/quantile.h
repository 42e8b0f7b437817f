/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * quantile.h: type-7 quantiles and selection without sorting. Internal to the
 * figures layer.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize assay_quantile_position (gsize n, double p, double *fraction);
double assay_quantile_between (double low, double high, double fraction);
double assay_quantile_select (double *values, gsize n, double p);

G_END_DECLS
