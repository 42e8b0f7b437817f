/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All suppliers in one picture: how much their times vary against how much of their work is
 * defective, each a bubble whose area is what was spent with it. */

#pragma once

#include "chart/scene.h"
#include "insight/supplier-map.h"

G_BEGIN_DECLS

/* What lies along the x axis. */
typedef enum
{
  ASSAY_BUBBLE_LEAD_SD,
  ASSAY_BUBBLE_LEAD_VARIANCE,
  ASSAY_BUBBLE_SLIP_SD,
  ASSAY_BUBBLE_SLIP_VARIANCE,
  ASSAY_N_BUBBLE_AXES,
} AssayBubbleAxis;

AssayScene *assay_bubble_chart_new (AssaySupplierMap *map, AssayBubbleAxis axis);

G_END_DECLS
