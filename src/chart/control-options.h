/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the limits and signals of a control chart are to be found: what its reader chose. */

#pragma once

#include "chart/scene-private.h"
#include "figures/control-chart.h"

G_BEGIN_DECLS

typedef struct
{
  AssayControlKind kind; /* of charts of counts; a chart of measurements is always XmR */
  guint rules;           /* set of AssayControlSignal */
  gint32 base_until;     /* centre and limits rest on the points up to this day;
                            ASSAY_DATE_UNKNOWN: on all */
  const gint32 *phases;  /* days, rising, from which on centre and limits begin anew; nullable */
  guint n_phases;
} AssayControlOptions;

extern const AssayControlOptions assay_control_options_default;

AssayControlChart *assay_control_options_compute (const AssayControlOptions *options,
                                                  AssayControlKind kind,
                                                  const double *values,
                                                  const double *sizes,
                                                  const gint32 *days,
                                                  gsize n,
                                                  GError **error);
void assay_control_options_add_changes (AssayScene *scene,
                                        const AssayControlOptions *options,
                                        const gint32 *days,
                                        gsize n,
                                        guint panels,
                                        gboolean by_order);
char *assay_control_options_define_limits (const AssayControlOptions *options);

G_END_DECLS
