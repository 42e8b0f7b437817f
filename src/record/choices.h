/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The choices that fields offer. What is stored is English and stable; what is shown is translated.
 */

#pragma once

#include "record/field.h"

G_BEGIN_DECLS

extern const AssayChoice assay_choices_supplier_kind[];
extern const AssayChoice assay_choices_supplier_status[];
extern const AssayChoice assay_choices_channel[];
extern const AssayChoice assay_choices_incoterm[];
extern const AssayChoice assay_choices_mode[];
extern const AssayChoice assay_choices_product_status[];
extern const AssayChoice assay_choices_unit[];
extern const AssayChoice assay_choices_order_state[];
extern const AssayChoice assay_choices_line_state[];
extern const AssayChoice assay_choices_promise_reason[];
extern const AssayChoice assay_choices_inspection_kind[];
extern const AssayChoice assay_choices_level[];
extern const AssayChoice assay_choices_severity[];
extern const AssayChoice assay_choices_basis[];
extern const AssayChoice assay_choices_result[];
extern const AssayChoice assay_choices_decision[];
extern const AssayChoice assay_choices_class[];
extern const AssayChoice assay_choices_sampling[];
extern const AssayChoice assay_choices_sample[];
extern const AssayChoice assay_choices_check_kind[];
extern const AssayChoice assay_choices_on_fail[];
extern const AssayChoice assay_choices_check_result[];
extern const AssayChoice assay_choices_action_state[];
extern const AssayChoice assay_choices_effective[];
extern const AssayChoice assay_choices_milestone_kind[];
extern const AssayChoice assay_choices_milestone_state[];
extern const AssayChoice assay_choices_anchor[];
extern const AssayChoice assay_choices_secured[];
extern const AssayChoice assay_choices_blackout_kind[];
extern const AssayChoice assay_choices_working_week[];
extern const AssayChoice assay_choices_grade[];
extern const AssayChoice assay_choices_area[];
extern const AssayChoice assay_choices_assessed[];
extern const AssayChoice assay_choices_finding[];
extern const AssayChoice assay_choices_measure[];
extern const AssayChoice assay_choices_site_kind[];
extern const AssayChoice assay_choices_automation[];
extern const AssayChoice assay_choices_assurance[];
extern const AssayChoice assay_choices_again[];
extern const AssayChoice assay_choices_yes_no[];
extern const AssayChoice assay_choices_risk_kind[];
extern const AssayChoice assay_choices_extent[];
extern const AssayChoice assay_choices_risk_state[];
extern const AssayChoice assay_choices_component_kind[];
extern const AssayChoice assay_choices_recycled_kind[];
extern const AssayChoice assay_choices_test_place[];
extern const AssayChoice assay_choices_specimen[];
extern const AssayChoice assay_choices_test_scale[];
extern const AssayChoice assay_choices_test_limit[];
extern const AssayChoice assay_choices_judged_by[];
extern const AssayChoice assay_choices_sample_round[];
extern const AssayChoice assay_choices_sample_state[];
extern const AssayChoice assay_choices_verdict[];
extern const AssayChoice assay_choices_evidence_kind[];
extern const AssayChoice assay_choices_announced[];
extern const AssayChoice assay_choices_look_up[];
extern const AssayChoice assay_choices_finding_severity[];
extern const AssayChoice assay_choices_claim_state[];
extern const AssayChoice assay_choices_claim_computed[];
extern const AssayChoice assay_choices_claim_needs[];
extern const AssayChoice assay_choices_word_verdict[];
extern const AssayChoice assay_choices_diligence_subject[];
extern const AssayChoice assay_choices_diligence_stage[];
extern const AssayChoice assay_choices_diligence_rule[];
extern const AssayChoice assay_choices_diligence_state[];

G_END_DECLS
