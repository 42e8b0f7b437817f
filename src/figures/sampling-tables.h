/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sampling-tables.h: the printed tables of MIL-STD-105E (Tables I, II and III)
 * as they stand, arrows not followed. Internal to the figures layer; everybody
 * else asks sampling-plan.h.
 */
#pragma once

#include "figures/sampling-plan.h"

G_BEGIN_DECLS

/* Letters A to R without I and O, and S, which one tightened plan needs. */
#define ASSAY_SAMPLING_N_LETTERS 17

char assay_sampling_table_letter (gint index);
gint assay_sampling_table_letter_index (char letter);
gint assay_sampling_table_lot_letter (gint64 lot, AssayInspectionLevel level);
gint assay_sampling_table_single_n (AssaySeverity severity, gint letter);
gint assay_sampling_table_double_n (AssaySeverity severity, gint letter);

AssayPlanCell
assay_sampling_table_single (AssaySeverity severity, gint letter, gint aql, gint *ac, gint *re);
const gint8 *assay_sampling_table_double (AssaySeverity severity, gint letter, gint aql);

G_END_DECLS
