/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Points of suppliers by quarter: a line each, one of them brought out, the grades' bands behind
 * them. A quarter without enough measured is a gap. */

#pragma once

#include "chart/scene.h"
#include "insight/scorecard.h"

G_BEGIN_DECLS

AssayScene *
assay_score_trend_chart_new (const AssayScorecard *card, GPtrArray *quarters, gint64 supplier);

G_END_DECLS
