/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A figure of several suppliers or periods side by side: a dot for what was measured and a whisker
 * for its interval, so that it is seen which overlap. */

#pragma once

#include "chart/scene.h"
#include "insight/comparison.h"

G_BEGIN_DECLS

AssayScene *assay_interval_chart_new (const GPtrArray *rows,
                                      AssayComparedFigure figure,
                                      AssayIntervalKind kind);

G_END_DECLS
