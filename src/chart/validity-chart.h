/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long each piece of evidence is valid: a row for each, from its first to its last day, with
 * today across. */

#pragma once

#include "chart/scene.h"
#include "insight/evidence-flags.h"

G_BEGIN_DECLS

/* Nothing of @evidence is kept. */
AssayScene *assay_validity_chart_new (const AssayEvidenceRegister *evidence);

G_END_DECLS
