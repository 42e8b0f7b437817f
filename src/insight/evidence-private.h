/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Between reading evidence and judging it. */

#pragma once

#include "insight/evidence-flags.h"

G_BEGIN_DECLS

/* What judging needs beside the item; borrowed. */
typedef struct
{
  const char *holder, *holder_address, *scope, *covers;
  const char *seller, *rating;
  const char *supplier_kind, *component_kind;
  const char *holder_found;
  const char *number_format, *look_up;
  const char *resolves, *matches;
  gboolean needs_scope;
  gint32 scheme_ends_on;
  const char *successor;
  const char *const *names;  /* of the supplier, its sites, the maker of the component */
  const char *const *places; /* addresses of the supplier and its sites */
} AssayEvidenceFacts;

void assay_evidence_judge (AssayEvidenceItem *item,
                           const AssayEvidenceFacts *facts,
                           const AssayEvidenceQuestion *question);

G_END_DECLS
