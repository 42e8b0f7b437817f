/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules that span the fields of one record. Each adds what is wrong, in words, at the field where
 * it can be put right. */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

void assay_check_supplier (const AssayRecord *record, AssayProblems *problems);
void assay_check_product (const AssayRecord *record, AssayProblems *problems);
void assay_check_order (const AssayRecord *record, AssayProblems *problems);
void assay_check_promise (const AssayRecord *record, AssayProblems *problems);
void assay_check_delivery (const AssayRecord *record, AssayProblems *problems);
void assay_check_inspection (const AssayRecord *record, AssayProblems *problems);
void assay_check_inspection_dates (const AssayRecord *inspection,
                                   const AssayRecord *line,
                                   AssayProblems *problems);
void assay_check_defect (const AssayRecord *record, AssayProblems *problems);
void assay_check_plan_profile (const AssayRecord *record, AssayProblems *problems);
void assay_check_checklist_item (const AssayRecord *record, AssayProblems *problems);
void assay_check_checkpoint (const AssayRecord *record, AssayProblems *problems);
void assay_check_corrective_action (const AssayRecord *record, AssayProblems *problems);
void assay_check_milestone (const AssayRecord *record, AssayProblems *problems);
void assay_check_blackout (const AssayRecord *record, AssayProblems *problems);
void assay_check_exchange_rate (const AssayRecord *record, AssayProblems *problems);
void assay_check_scorecard (const AssayRecord *record, AssayProblems *problems);
void assay_check_criterion (const AssayRecord *record, AssayProblems *problems);
void assay_check_assessment (const AssayRecord *record, AssayProblems *problems);
void assay_check_component (const AssayRecord *record, AssayProblems *problems);
void assay_check_requirement (const AssayRecord *record, AssayProblems *problems);
void assay_check_protocol_test (const AssayRecord *record, AssayProblems *problems);
void assay_check_sample (const AssayRecord *record, AssayProblems *problems);
void assay_check_sample_test (const AssayRecord *record, AssayProblems *problems);
void assay_check_scheme (const AssayRecord *record, AssayProblems *problems);
void assay_check_evidence (const AssayRecord *record, AssayProblems *problems);
void assay_check_audit_finding (const AssayRecord *record, AssayProblems *problems);
void assay_check_claim (const AssayRecord *record, AssayProblems *problems);
void assay_check_claim_need (const AssayRecord *record, AssayProblems *problems);
void assay_check_diligence_check (const AssayRecord *record, AssayProblems *problems);

gint64 assay_inspection_sum_up (const AssayRecord *inspection, gint64 *lot);

G_END_DECLS
