/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How signals of control charts look and what they are called. */

#pragma once

#include "chart/scene-private.h"
#include "figures/control-chart.h"

G_BEGIN_DECLS

AssayShape assay_signal_shape (guint signals);
char *assay_signal_words (guint signals);
void assay_signals_legend (AssayScene *scene, guint signals);
char *assay_signals_sentence (const AssayControlChart *chart);
char *assay_signals_define (guint rules);
guint assay_signals_mark (AssayLayer *layer, guint signals);

G_END_DECLS
