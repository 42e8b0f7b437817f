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

G_END_DECLS
