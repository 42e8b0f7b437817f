/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Test protocols and the requirements that a product takes from them, and what a test asks for in
 * words. Any thread; functions with a connection on the thread that owns it. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

/* A requirement with what @test asks for. */
AssayRecord *assay_requirement_new_from_test (const AssayRecord *test);
/* Whether both ask for the same test: property, method, direction and condition; the limit may
 * differ. Each is a requirement or a test of a protocol. */
gboolean assay_test_is_same (const AssayRecord *a, const AssayRecord *b);
/* Inside a change: adds to the product's requirements the tests of the protocol that it does not
 * have yet, after those it has. What is there stays as it is, limits and all. */
gboolean assay_protocol_apply (
    AssayDb *db, gint64 protocol, gint64 product, guint *n_made, guint *n_kept, GError **error);
/* Inside a change: a protocol with a copy of each requirement of the product; *@protocol is its
 * key. */
gboolean assay_protocol_make_from_product (
    AssayDb *db, gint64 product, const char *name, gint64 *protocol, GError **error);

/* test-words.c: translated. @test is a requirement, a test of a protocol or a test of a sample. */
/* A number of its scale: "4–5" for 4.5 on a grey scale, "1,500" else. */
char *assay_test_dup_value (const AssayRecord *test, gint64 thousandths);
/* "≥ 25 N", "23.75–26.25 l", "Grade ≥ 4–5, Grey scale, staining"; empty when it has no limit. */
char *assay_test_dup_limit (const AssayRecord *test);
/* How it is tested: "ISO 13937-1:2000 · Warp · after 5 washes" */
char *assay_test_dup_method (const AssayRecord *test);
/* What is asked of it beside the limit: "Laboratory, accredited · 5 specimens · each" */
char *assay_test_dup_terms (const AssayRecord *test);

G_END_DECLS
