/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Suppliers × months as a grid of cells, so strong as their figure is bad (or large). A month
 * without rows is an empty cell. */

#pragma once

#include "chart/scene.h"
#include "insight/month-matrix.h"

G_BEGIN_DECLS

AssayScene *assay_heat_map_new (AssayMonthMatrix *matrix, const char *definition);

G_END_DECLS
