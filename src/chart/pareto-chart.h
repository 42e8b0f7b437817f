/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which defects there are most of: a bar for each, longest first, with its share and the share of
 * all down to it. */

#pragma once

#include "chart/scene.h"
#include "insight/defect-causes.h"

G_BEGIN_DECLS

AssayScene *assay_pareto_chart_new (const GPtrArray *causes, AssayCauseBy by);

G_END_DECLS
