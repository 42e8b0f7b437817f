/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How suppliers kept their word: lead time and slip of each, and the charts of the same lines. */

#pragma once

#include "ui/performance/performance-view.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DELIVERY_VIEW (assay_delivery_view_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayDeliveryView, assay_delivery_view, ASSAY, DELIVERY_VIEW, AssayPerformanceView)

G_END_DECLS
