/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/choices.h"

#include <glib/gi18n-lib.h>

const AssayChoice assay_choices_site_kind[] = {
  { "sewing", N_ ("Sewing") },
  { "cutting", N_ ("Cutting") },
  { "printing", N_ ("Printing and dyeing") },
  { "weaving", N_ ("Weaving and knitting") },
  { "moulding", N_ ("Moulding and hardware") },
  { "finishing", N_ ("Finishing and packing") },
  { "warehouse", N_ ("Warehouse") },
  { "office", N_ ("Office") },
  { "showroom", N_ ("Showroom") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

const AssayChoice assay_choices_automation[] = {
  { "manual", N_ ("By hand") },
  { "partly", N_ ("Partly automatic") },
  { "automatic", N_ ("Automatic") },
  { NULL, NULL },
};

const AssayChoice assay_choices_assurance[] = {
  { "claimed", N_ ("Claimed") }, { "seen", N_ ("Seen") }, { "verified", N_ ("Verified") },
  { "refused", N_ ("Refused") }, { NULL, NULL },
};

const AssayChoice assay_choices_again[] = {
  { "yes", N_ ("Yes") },
  { "no", N_ ("No") },
  { "unsure", N_ ("Not sure") },
  { NULL, NULL },
};

const AssayChoice assay_choices_yes_no[] = {
  { "yes", N_ ("Yes") },
  { "no", N_ ("No") },
  { NULL, NULL },
};

const AssayChoice assay_choices_risk_kind[] = {
  { "quality", N_ ("Quality") },
  { "delivery", N_ ("Delivery") },
  { "single_source", N_ ("Single source") },
  { "financial", N_ ("Financial") },
  { "political", N_ ("Political and trade") },
  { "labour", N_ ("Labour and human rights") },
  { "environment", N_ ("Environment") },
  { "disaster", N_ ("Natural disaster") },
  { "currency", N_ ("Currency") },
  { "design", N_ ("Design and trademarks") },
  { "platform", N_ ("Dependence on a platform") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

const AssayChoice assay_choices_extent[] = {
  { "low", N_ ("Low") },
  { "medium", N_ ("Medium") },
  { "high", N_ ("High") },
  { NULL, NULL },
};

const AssayChoice assay_choices_risk_state[] = {
  { "open", N_ ("Open") },
  { "watched", N_ ("Watched") },
  { "closed", N_ ("Closed") },
  { NULL, NULL },
};

const AssayChoice assay_choices_component_kind[] = {
  { "fabric", N_ ("Fabric") },
  { "lining", N_ ("Lining") },
  { "mesh", N_ ("Mesh") },
  { "foam", N_ ("Foam") },
  { "webbing", N_ ("Webbing") },
  { "zip", N_ ("Zip") },
  { "buckle", N_ ("Buckle") },
  { "hardware", N_ ("Hardware") },
  { "thread", N_ ("Thread") },
  { "binding", N_ ("Binding") },
  { "label", N_ ("Label") },
  { "print", N_ ("Print and coating") },
  { "packaging", N_ ("Packaging") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

const AssayChoice assay_choices_recycled_kind[] = {
  { "post_consumer", N_ ("Post-consumer") },
  { "pre_consumer", N_ ("Pre-consumer") },
  { "mixed", N_ ("Both") },
  { NULL, NULL },
};

const AssayChoice assay_choices_test_place[] = {
  { "laboratory", N_ ("Laboratory") },
  { "in_house", N_ ("In-house") },
  { NULL, NULL },
};

const AssayChoice assay_choices_specimen[] = {
  { "warp", N_ ("Warp") },
  { "weft", N_ ("Weft") },
  { "length", N_ ("Length") },
  { "width", N_ ("Width") },
  { "both", N_ ("Both directions") },
  { NULL, NULL },
};

const AssayChoice assay_choices_test_scale[] = {
  { "number", N_ ("Number") },
  { "grey_change", N_ ("Grey scale, change of colour") },
  { "grey_staining", N_ ("Grey scale, staining") },
  { "blue_wool", N_ ("Blue wool, 1 to 8") },
  { "spray_iso", N_ ("Spray rating, 1 to 5") },
  { "spray_aatcc", N_ ("Spray rating, 0 to 100") },
  { "pass_fail", N_ ("Pass or fail") },
  { NULL, NULL },
};

const AssayChoice assay_choices_test_limit[] = {
  { "at_least", N_ ("At least") },
  { "at_most", N_ ("At most") },
  { "between", N_ ("Between") },
  { "pass", N_ ("Pass") },
  { NULL, NULL },
};

const AssayChoice assay_choices_judged_by[] = {
  { "mean", N_ ("Mean") },
  { "each", N_ ("Each specimen") },
  { "median", N_ ("Median") },
  { NULL, NULL },
};

const AssayChoice assay_choices_sample_round[] = {
  { "proto", N_ ("Proto") },         { "fit", N_ ("Fit") },
  { "salesman", N_ ("Salesman") },   { "pre_production", N_ ("Pre-production") },
  { "gold_seal", N_ ("Gold seal") }, { "top_of_production", N_ ("Top of production") },
  { "other", N_ ("Other") },         { NULL, NULL },
};

const AssayChoice assay_choices_sample_state[] = {
  { "requested", N_ ("Requested") },
  { "on_its_way", N_ ("On its way") },
  { "received", N_ ("Received") },
  { "decided", N_ ("Decided") },
  { NULL, NULL },
};

const AssayChoice assay_choices_verdict[] = {
  { "pending", N_ ("Pending") },
  { "approved", N_ ("Approved") },
  { "approved_with_comments", N_ ("Approved with comments") },
  { "rejected", N_ ("Rejected") },
  { NULL, NULL },
};

const AssayChoice assay_choices_evidence_kind[] = {
  { "scope_certificate", N_ ("Scope certificate") },
  { "transaction_certificate", N_ ("Transaction certificate") },
  { "product_certificate", N_ ("Product certificate") },
  { "system_certificate", N_ ("Management system certificate") },
  { "partner_status", N_ ("Partner status") },
  { "audit", N_ ("Audit") },
  { "lab_report", N_ ("Laboratory report") },
  { "tag", N_ ("Traceability tag") },
  { "declaration", N_ ("Declaration of the supplier") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

const AssayChoice assay_choices_announced[] = {
  { "announced", N_ ("Announced") },
  { "semi_announced", N_ ("Semi-announced") },
  { "unannounced", N_ ("Unannounced") },
  { NULL, NULL },
};

const AssayChoice assay_choices_look_up[] = {
  { "verified", N_ ("Verified") },   { "mismatch", N_ ("Does not match") },
  { "not_found", N_ ("Not found") }, { "expired", N_ ("Expired") },
  { "suspended", N_ ("Suspended") }, { NULL, NULL },
};

const AssayChoice assay_choices_finding_severity[] = {
  { "observation", N_ ("Observation") },
  { "minor", N_ ("Minor") },
  { "major", N_ ("Major") },
  { "critical", N_ ("Critical") },
  { "zero_tolerance", N_ ("Zero tolerance") },
  { NULL, NULL },
};

const AssayChoice assay_choices_claim_state[] = {
  { "draft", N_ ("Draft") },
  { "in_use", N_ ("In use") },
  { "withdrawn", N_ ("Withdrawn") },
  { NULL, NULL },
};

const AssayChoice assay_choices_claim_computed[] = {
  { "recycled_content", N_ ("Recycled content of the components") },
  { "warranty", N_ ("Warranty of the product") },
  { "origin", N_ ("Country of origin") },
  { NULL, NULL },
};

const AssayChoice assay_choices_claim_needs[] = {
  { "certificate", N_ ("Certificate") },
  { "transaction_certificate", N_ ("Transaction certificate that covers the orders") },
  { "audit", N_ ("Audit") },
  { "test", N_ ("Laboratory test") },
  { "composition", N_ ("Components with their masses") },
  { "tag", N_ ("Traceability tag") },
  { "declaration", N_ ("Declaration of the supplier") },
  { "specific_wording", N_ ("Specific wording") },
  { NULL, NULL },
};

const AssayChoice assay_choices_word_verdict[] = {
  { "banned", N_ ("Not allowed") },
  { "generic", N_ ("Generic") },
  { "needs_proof", N_ ("Needs proof") },
  { NULL, NULL },
};

const AssayChoice assay_choices_diligence_subject[] = {
  { "supplier", N_ ("Supplier") },
  { "product", N_ ("Product") },
  { "both", N_ ("Supplier and product") },
  { NULL, NULL },
};

const AssayChoice assay_choices_diligence_stage[] = {
  { "buying", N_ ("Buying or sourcing") },
  { "validation", N_ ("Approval of the supplier") },
  { "sampling", N_ ("Sampling") },
  { "launch", N_ ("Launch") },
  { NULL, NULL },
};

const AssayChoice assay_choices_diligence_rule[] = {
  { "by_hand", N_ ("By hand") },
  { "material_specification", N_ ("Material specifications and test reports") },
  { "hardware_named", N_ ("Zips and hardware by brand or part number") },
  { "audit_recent", N_ ("Recent audit") },
  { "certificate_valid", N_ ("Valid certificate") },
  { "sample_tested", N_ ("Sample tested in a laboratory") },
  { "sample_approved", N_ ("Sample approved") },
  { "warranty_and_repair", N_ ("Warranty and repair") },
  { "landed_cost", N_ ("Landed cost") },
  { "tag_resolves", N_ ("Traceability tag with documents") },
  { "low_minimum", N_ ("Low minimum order") },
  { "inspection_photos", N_ ("Pre-shipment inspection with photos") },
  { "diversified", N_ ("Diversified sourcing") },
  { "reference_called", N_ ("Reference call") },
  { "company_details", N_ ("Company details") },
  { "site_visited", N_ ("Site visited or toured") },
  { "capability_seen", N_ ("Capability seen") },
  { "terms_agreed", N_ ("Terms agreed") },
  { "claims_supported", N_ ("Claims supported by evidence") },
  { "requirements_set", N_ ("Requirements set") },
  { "carton_known", N_ ("Size, weight and carton known") },
  { "tariff_known", N_ ("Tariff code known") },
  { NULL, NULL },
};

const AssayChoice assay_choices_diligence_state[] = {
  { "done", N_ ("Done") },
  { "not_applicable", N_ ("Does not apply") },
  { "open", N_ ("Open") },
  { NULL, NULL },
};
