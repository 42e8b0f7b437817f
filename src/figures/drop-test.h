/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * drop-test.h: how high a packed carton is dropped from, and how, after ISTA procedure 1A (packages
 * up to 68 kg) or 2A, and 1B above that.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Drops in the sequence: one corner, three edges, six faces. */
#define ASSAY_DROP_N_DROPS 10

typedef enum
{
  ASSAY_DROP_1A,
  ASSAY_DROP_2A,
  ASSAY_DROP_1B, /* packages above 68 kg */
} AssayDropProcedure;

const char *assay_drop_procedure_to_string (AssayDropProcedure procedure);
gboolean assay_drop_procedure_from_string (const char *text, AssayDropProcedure *procedure);
gint64 assay_drop_height (gint64 grams, AssayDropProcedure *procedure);
const char *assay_drop_describe (guint drop);

G_END_DECLS
