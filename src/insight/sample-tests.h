/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tests of a sample: taken from what its product requires, in words, and carried on to the next
 * round. Functions with a connection run on the thread that owns it; those that write, inside a
 * change. */

#pragma once

#include "store/db.h"
#include "store/sample-verdict.h"

G_BEGIN_DECLS

/* How the tests of a sample stand. */
typedef struct
{
  guint n;
  guint passed;
  guint failed;
  guint open;
  guint accredited_missing; /* with a result, an accredited laboratory asked for and none named */
} AssaySampleTests;

/* sample-tests.c */
/* GPtrArray of AssayRecord in order. */
GPtrArray *assay_sample_tests_read (AssayDb *db, gint64 sample, GError **error);
void assay_sample_tests_count (AssayRecord *const *tests, guint n, AssaySampleTests *counts);
/* What @requirement asks for as a test without results; of no sample yet. */
AssayRecord *assay_sample_test_new_from_requirement (const AssayRecord *requirement);
/* Requirements of the sample's product that it has no test for: GPtrArray of AssayRecord in order.
 */
GPtrArray *
assay_sample_missing_requirements (AssayDb *db, const AssayRecord *sample, GError **error);
/* Writes a test for each of them; *@n says how many. */
gboolean assay_sample_take_requirements (AssayDb *db, gint64 sample, guint *n, GError **error);
/* Writes the sample that follows: the same round again after a rejection, otherwise the next one,
 * with what was asked for and no results. Its key; 0 on error. */
gint64 assay_sample_write_next (AssayDb *db, gint64 sample, gint32 today, GError **error);
/* Samples of the same product and supplier in order of their rounds, @sample among them. */
GPtrArray *assay_sample_rounds (AssayDb *db, const AssayRecord *sample, GError **error);

/* sample-words.c: translated. */
/* "Proto 2" */
char *assay_sample_dup_round (const AssayRecord *sample);
/* What passes: "at least 25 N", "4-5 or better", "10 to 12 mm", "pass". Empty without a limit. */
char *assay_sample_test_dup_limit (const AssayRecord *test);
/* What is asked for: "at least 25 N, mean of 5 · Warp · new". */
char *assay_sample_test_dup_asked (const AssayRecord *test);
/* "ISO 13937-1:2000" */
char *assay_sample_test_dup_method (const AssayRecord *test);
/* "27.4 N", "> 20,000 cycles"; empty without a value. */
char *assay_sample_test_dup_value (const AssayRecord *test, const AssayTestVerdict *verdict);
/* Why it has its verdict: "mean 24.2 N is below 25 N", "2 of 5 specimens so far". */
char *assay_sample_test_dup_reason (const AssayRecord *test);
/* "12 tests: 9 passed, 1 failed, 2 open" */
char *assay_sample_tests_dup_words (const AssaySampleTests *counts);

G_END_DECLS
