/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the results of a sample's test say against its limit. The same answer stands in the derived
 * columns of the test, which the book keeps up to date. Any thread. */

#pragma once

#include "figures/test-verdict.h"
#include "record/record.h"
#include "record/test-readings.h"

G_BEGIN_DECLS

/* On which scale the results of a test are. @test: a test of a sample. */
AssayTestScale assay_sample_test_scale (const AssayRecord *test);
/* What passes. */
void assay_sample_test_limit (const AssayRecord *test, AssayTestLimit *limit);
/* The results, as GArray of AssayTestReading; NULL with an error. */
GArray *assay_sample_test_readings (const AssayRecord *test, GError **error);
/* Held against another limit than its own, such as that of a law. Results that cannot be read leave
 * the test open. */
void assay_sample_test_judge_by (const AssayRecord *test,
                                 const AssayTestLimit *limit,
                                 AssayTestVerdict *verdict);
void assay_sample_test_judge (const AssayRecord *test, AssayTestVerdict *verdict);
/* As it is stored in "result". */
const char *assay_test_outcome_to_string (AssayTestOutcome outcome);

G_END_DECLS
