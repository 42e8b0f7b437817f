/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which fields a piece of evidence has a use for: a tag has no auditor, an audit no net weight. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @kind: a choice of assay_choices_evidence_kind, NULL for none yet; @field: of evidence. */
gboolean assay_evidence_kind_has (const char *kind, guint field);

G_END_DECLS
