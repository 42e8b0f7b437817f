/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The derived columns of samples and their tests. Part of touched.c. */

#pragma once

#include "store/db.h"

G_BEGIN_DECLS

/* Brings one sample, ?1, up to date: after its tests. */
extern const char assay_touched_sample_sql[];
/* @tests: of gint64, in any order; those that are gone are left out. */
gboolean assay_touched_tests (AssayDb *db, GArray *tests, GError **error);

G_END_DECLS
