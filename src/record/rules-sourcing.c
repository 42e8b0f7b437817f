/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules of components, tests, samples, evidence, claims and due diligence. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "record/rules-private.h"
#include "record/test-readings.h"

/* A part that weighs nothing cannot be of anything. */
void
assay_check_component (const AssayRecord *record, AssayProblems *problems)
{
  if (assay_record_get_integer (record, ASSAY_COMPONENT_RECYCLED, 0) > 0
      && assay_record_is_known (record, ASSAY_COMPONENT_MASS)
      && assay_record_get_integer (record, ASSAY_COMPONENT_MASS, 0) == 0)
    assay_problems_add (problems, ASSAY_COMPONENT_MASS,
                        _ ("A recycled share needs a weight: 0 g of it are recycled otherwise"));
}

/* Where the fields of `test-fields.h` stand in a type. */
typedef struct
{
  guint scale, passes, lower, upper;
} TestFields;

static void
check_on_scale (const AssayRecord *record, AssayProblems *problems, guint scale, guint field)
{
  gint64 low, high, value = assay_record_get_integer (record, field, 0);

  if (!assay_record_is_known (record, field)
      || !assay_test_scale_ends (assay_test_scale_parse (assay_record_get_text (record, scale)),
                                 &low, &high)
      || (value >= low && value <= high))
    return;
  assay_problems_add (problems, (int)field, _ ("This scale goes from %d to %d"), (int)(low / 1000),
                      (int)(high / 1000));
}

/* A limit that is asked for is there. Tests of a sample may lack it: that is what is known. */
static void
check_test (const AssayRecord *record, AssayProblems *problems, const TestFields *fields)
{
  const char *limit = assay_record_get_text (record, fields->passes);
  gboolean pass_fail = g_strcmp0 (assay_record_get_text (record, fields->scale), "pass_fail") == 0;

  assay_rules_not_above (record, problems, fields->lower, fields->upper);
  check_on_scale (record, problems, fields->scale, fields->lower);
  check_on_scale (record, problems, fields->scale, fields->upper);
  if (pass_fail)
    return;
  if ((g_strcmp0 (limit, "at_least") == 0 && !assay_record_is_known (record, fields->lower)
       && assay_record_is_known (record, fields->upper))
      || (g_strcmp0 (limit, "between") == 0 && !assay_record_is_known (record, fields->lower)))
    assay_problems_add (problems, (int)fields->lower, _ ("Say the lowest value that passes"));
  else if ((g_strcmp0 (limit, "at_most") == 0 && !assay_record_is_known (record, fields->upper)
            && assay_record_is_known (record, fields->lower))
           || (g_strcmp0 (limit, "between") == 0 && !assay_record_is_known (record, fields->upper)))
    assay_problems_add (problems, (int)fields->upper, _ ("Say the highest value that passes"));
}

void
assay_check_requirement (const AssayRecord *record, AssayProblems *problems)
{
  static const TestFields fields = { ASSAY_REQUIREMENT_SCALE, ASSAY_REQUIREMENT_PASSES,
                                     ASSAY_REQUIREMENT_LOWER, ASSAY_REQUIREMENT_UPPER };

  check_test (record, problems, &fields);
}

void
assay_check_protocol_test (const AssayRecord *record, AssayProblems *problems)
{
  static const TestFields fields = { ASSAY_PROTOCOL_TEST_SCALE, ASSAY_PROTOCOL_TEST_PASSES,
                                     ASSAY_PROTOCOL_TEST_LOWER, ASSAY_PROTOCOL_TEST_UPPER };

  check_test (record, problems, &fields);
}

void
assay_check_sample_test (const AssayRecord *record, AssayProblems *problems)
{
  static const TestFields fields = { ASSAY_SAMPLE_TEST_SCALE, ASSAY_SAMPLE_TEST_PASSES,
                                     ASSAY_SAMPLE_TEST_LOWER, ASSAY_SAMPLE_TEST_UPPER };
  AssayTestScale scale
      = g_strcmp0 (assay_record_get_text (record, ASSAY_SAMPLE_TEST_PASSES), "pass") == 0
            ? ASSAY_SCALE_PASS_FAIL
            : assay_test_scale_parse (assay_record_get_text (record, ASSAY_SAMPLE_TEST_SCALE));
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) readings = NULL;

  check_test (record, problems, &fields);
  readings = assay_test_readings_parse (assay_record_get_text (record, ASSAY_SAMPLE_TEST_READINGS),
                                        scale, &error);
  if (readings == NULL)
    assay_problems_add (problems, ASSAY_SAMPLE_TEST_READINGS, "%s", error->message);
}

void
assay_check_sample (const AssayRecord *record, AssayProblems *problems)
{
  assay_rules_not_before (record, problems, ASSAY_SAMPLE_DUE_ON, ASSAY_SAMPLE_REQUESTED_ON);
  assay_rules_not_before (record, problems, ASSAY_SAMPLE_SENT_ON, ASSAY_SAMPLE_REQUESTED_ON);
  assay_rules_not_before (record, problems, ASSAY_SAMPLE_RECEIVED_ON, ASSAY_SAMPLE_SENT_ON);
  assay_rules_not_before (record, problems, ASSAY_SAMPLE_RECEIVED_ON, ASSAY_SAMPLE_REQUESTED_ON);
  if ((assay_record_is_known (record, ASSAY_SAMPLE_COST)
       || assay_record_is_known (record, ASSAY_SAMPLE_COURIER_COST))
      && !assay_record_is_known (record, ASSAY_SAMPLE_CURRENCY))
    assay_problems_add (problems, ASSAY_SAMPLE_CURRENCY, _ ("A cost needs a currency"));
  if (assay_record_get_id (record) != 0
      && assay_record_get_reference (record, ASSAY_SAMPLE_REPEATS) == assay_record_get_id (record))
    assay_problems_add (problems, ASSAY_SAMPLE_REPEATS, _ ("It cannot follow itself"));
}

void
assay_check_scheme (const AssayRecord *record, AssayProblems *problems)
{
  const char *code = assay_record_get_text (record, ASSAY_SCHEME_CODE);

  if (code != NULL && strchr (code, '|') != NULL)
    assay_problems_add (problems, ASSAY_SCHEME_CODE, _ ("A code cannot hold “|”"));
}

void
assay_check_evidence (const AssayRecord *record, AssayProblems *problems)
{
  assay_rules_not_before (record, problems, ASSAY_EVIDENCE_VALID_UNTIL, ASSAY_EVIDENCE_VALID_FROM);
  assay_rules_not_before (record, problems, ASSAY_EVIDENCE_VALID_UNTIL, ASSAY_EVIDENCE_ISSUED_ON);
}

void
assay_check_audit_finding (const AssayRecord *record, AssayProblems *problems)
{
  assay_rules_not_before (record, problems, ASSAY_AUDIT_FINDING_DUE_ON,
                          ASSAY_AUDIT_FINDING_FOUND_ON);
  assay_rules_not_before (record, problems, ASSAY_AUDIT_FINDING_CLOSED_ON,
                          ASSAY_AUDIT_FINDING_FOUND_ON);
}

void
assay_check_claim (const AssayRecord *record, AssayProblems *problems)
{
  assay_rules_not_before (record, problems, ASSAY_CLAIM_TO_ON, ASSAY_CLAIM_FROM_ON);
}

void
assay_check_claim_need (const AssayRecord *record, AssayProblems *problems)
{
  assay_rules_not_before (record, problems, ASSAY_CLAIM_NEED_TO_ON, ASSAY_CLAIM_NEED_FROM_ON);
  assay_rules_not_above (record, problems, ASSAY_CLAIM_NEED_LOWER, ASSAY_CLAIM_NEED_UPPER);
}

void
assay_check_diligence_check (const AssayRecord *record, AssayProblems *problems)
{
  if (!assay_record_is_known (record, ASSAY_DILIGENCE_CHECK_SUPPLIER)
      && !assay_record_is_known (record, ASSAY_DILIGENCE_CHECK_PRODUCT))
    assay_problems_add (problems, ASSAY_DILIGENCE_CHECK_SUPPLIER,
                        _ ("Say which supplier or which product is meant"));
}
