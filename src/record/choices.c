/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/choices.h"

#include <glib/gi18n-lib.h>

const AssayChoice assay_choices_supplier_kind[] = {
  { "factory", N_ ("Factory") },
  { "trader", N_ ("Trader") },
  { "mill", N_ ("Mill") },
  { "laboratory", N_ ("Laboratory") },
  { "inspection_company", N_ ("Inspection company") },
  { "forwarder", N_ ("Forwarder") },
  { "warehouse", N_ ("Warehouse") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

const AssayChoice assay_choices_supplier_status[] = {
  { "found", N_ ("Found") },       { "contacted", N_ ("Contacted") },
  { "sampling", N_ ("Sampling") }, { "approved", N_ ("Approved") },
  { "active", N_ ("Active") },     { "paused", N_ ("Paused") },
  { "dropped", N_ ("Dropped") },   { NULL, NULL },
};

const AssayChoice assay_choices_channel[] = {
  { "alibaba", "Alibaba" },
  { "1688", "1688" },
  { "global_sources", "Global Sources" },
  { "made_in_china", "Made-in-China" },
  { "trade_platform", N_ ("Other trade platform") },
  { "fair", N_ ("Trade fair") },
  { "referral", N_ ("Recommendation") },
  { "agent", N_ ("Agent") },
  { "regional_hub", N_ ("Regional hub") },
  { "search", N_ ("Own search") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

/* Incoterms 2020 first, then older terms which real orders still carry. */
const AssayChoice assay_choices_incoterm[] = {
  { "EXW", "EXW" }, { "FCA", "FCA" }, { "FAS", "FAS" }, { "FOB", "FOB" }, { "CFR", "CFR" },
  { "CIF", "CIF" }, { "CPT", "CPT" }, { "CIP", "CIP" }, { "DAP", "DAP" }, { "DPU", "DPU" },
  { "DDP", "DDP" }, { "DAT", "DAT" }, { "DDU", "DDU" }, { "DAF", "DAF" }, { "DES", "DES" },
  { "DEQ", "DEQ" }, { NULL, NULL },
};

const AssayChoice assay_choices_mode[] = {
  { "sea", N_ ("Sea") },         { "air", N_ ("Air") },   { "air_charter", N_ ("Air charter") },
  { "rail", N_ ("Rail") },       { "road", N_ ("Road") }, { "courier", N_ ("Courier") },
  { "several", N_ ("Several") }, { NULL, NULL },
};

const AssayChoice assay_choices_product_status[] = {
  { "idea", N_ ("Idea") },
  { "sampling", N_ ("Sampling") },
  { "active", N_ ("Active") },
  { "ended", N_ ("Ended") },
  { NULL, NULL },
};

const AssayChoice assay_choices_unit[] = {
  { "piece", N_ ("Piece") }, { "pair", N_ ("Pair") },   { "set", N_ ("Set") },
  { "metre", N_ ("Metre") }, { "yard", N_ ("Yard") },   { "kilogram", N_ ("Kilogram") },
  { "pack", N_ ("Pack") },   { "other", N_ ("Other") }, { NULL, NULL },
};

const AssayChoice assay_choices_order_state[] = {
  { "draft", N_ ("Draft") },
  { "sent", N_ ("Sent") },
  { "confirmed", N_ ("Confirmed") },
  { "production", N_ ("In production") },
  { "ready", N_ ("Ready") },
  { "shipped", N_ ("Shipped") },
  { "received", N_ ("Received") },
  { "cancelled", N_ ("Cancelled") },
  { NULL, NULL },
};

const AssayChoice assay_choices_line_state[] = {
  { "open", N_ ("Open") },
  { "partial", N_ ("Partly delivered") },
  { "delivered", N_ ("Delivered") },
  { "cancelled", N_ ("Cancelled") },
  { NULL, NULL },
};

const AssayChoice assay_choices_promise_reason[] = {
  { "factory", N_ ("Factory") }, { "material", N_ ("Material") },
  { "us", N_ ("Ourselves") },    { "freight", N_ ("Freight") },
  { "customs", N_ ("Customs") }, { "force_majeure", N_ ("Force majeure") },
  { "other", N_ ("Other") },     { NULL, NULL },
};

const AssayChoice assay_choices_inspection_kind[] = {
  { "initial", N_ ("Initial production") },
  { "in_line", N_ ("In-line") },
  { "final_random", N_ ("Final random") },
  { "loading", N_ ("Container loading") },
  { "sample", N_ ("Sample") },
  { "incoming", N_ ("Incoming goods") },
  { NULL, NULL },
};

const AssayChoice assay_choices_level[] = {
  { "S-1", "S-1" }, { "S-2", "S-2" }, { "S-3", "S-3" }, { "S-4", "S-4" },
  { "I", "I" },     { "II", "II" },   { "III", "III" }, { NULL, NULL },
};

const AssayChoice assay_choices_severity[] = {
  { "normal", N_ ("Normal") },
  { "tightened", N_ ("Tightened") },
  { "reduced", N_ ("Reduced") },
  { NULL, NULL },
};

const AssayChoice assay_choices_basis[] = {
  { "units", N_ ("Defective units") },
  { "defects", N_ ("Defects per hundred units") },
  { NULL, NULL },
};

const AssayChoice assay_choices_result[] = {
  { "pending", N_ ("Pending") },
  { "pass", N_ ("Pass") },
  { "fail", N_ ("Fail") },
  { NULL, NULL },
};

const AssayChoice assay_choices_decision[] = {
  { "accept", N_ ("Accept") },
  { "accept_deviation", N_ ("Accept with deviation") },
  { "rework", N_ ("Rework and re-inspect") },
  { "sort", N_ ("Sort 100 %") },
  { "reject", N_ ("Reject") },
  { "hold", N_ ("Hold") },
  { NULL, NULL },
};

const AssayChoice assay_choices_class[] = {
  { "critical", N_ ("Critical") },
  { "major", N_ ("Major") },
  { "minor", N_ ("Minor") },
  { NULL, NULL },
};

const AssayChoice assay_choices_sampling[] = {
  { "single", N_ ("Single") },
  { "double", N_ ("Double") },
  { NULL, NULL },
};

const AssayChoice assay_choices_sample[] = {
  { "first", N_ ("First sample") },
  { "second", N_ ("Second sample") },
  { NULL, NULL },
};

const AssayChoice assay_choices_check_kind[] = {
  { "yes_no", N_ ("Yes or no") }, { "measured", N_ ("Measured") },
  { "choice", N_ ("Choice") },    { "text", N_ ("Text") },
  { "count", N_ ("Count") },      { "code", N_ ("Code read") },
  { "drop", N_ ("Drop test") },   { NULL, NULL },
};

const AssayChoice assay_choices_on_fail[] = {
  { "fail", N_ ("The inspection fails") },
  { "pending", N_ ("The buyer decides") },
  { "note", N_ ("It is only noted") },
  { NULL, NULL },
};

const AssayChoice assay_choices_check_result[] = {
  { "pass", N_ ("Pass") },
  { "fail", N_ ("Fail") },
  { "pending", N_ ("Pending") },
  { "not_applicable", N_ ("Does not apply") },
  { NULL, NULL },
};

const AssayChoice assay_choices_action_state[] = {
  { "open", N_ ("Open") },     { "in_progress", N_ ("In progress") }, { "done", N_ ("Done") },
  { "closed", N_ ("Closed") }, { "cancelled", N_ ("Cancelled") },     { NULL, NULL },
};

const AssayChoice assay_choices_effective[] = {
  { "yes", N_ ("It worked") },
  { "no", N_ ("It did not work") },
  { NULL, NULL },
};

const AssayChoice assay_choices_milestone_kind[] = {
  { "payment", N_ ("Payment") },
  { "shipment", N_ ("Shipment") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

const AssayChoice assay_choices_milestone_state[] = {
  { "waiting", N_ ("Waits for inspection") },
  { "open", N_ ("Open") },
  { "done", N_ ("Done") },
  { NULL, NULL },
};

const AssayChoice assay_choices_anchor[] = {
  { "ordered", N_ ("Ordered") },
  { "sent", N_ ("Order sent") },
  { "confirmed", N_ ("Order confirmed") },
  { "deposit", N_ ("Deposit paid") },
  { "started", N_ ("Production started") },
  { "ready", N_ ("Goods ready") },
  { "shipped", N_ ("Shipped") },
  { "arrived", N_ ("Arrived") },
  { "cleared", N_ ("Cleared") },
  { "received", N_ ("Received") },
  { NULL, NULL },
};

const AssayChoice assay_choices_secured[] = {
  { "escrow", N_ ("Escrow") },
  { "trade_assurance", N_ ("Trade assurance") },
  { "letter_of_credit", N_ ("Letter of credit") },
  { "bank_guarantee", N_ ("Bank guarantee") },
  { "insurance", N_ ("Credit insurance") },
  { NULL, NULL },
};

const AssayChoice assay_choices_blackout_kind[] = {
  { "public_holiday", N_ ("Public holiday") },
  { "factory", N_ ("Factory closed") },
  { "freight", N_ ("No freight") },
  { "own", N_ ("Ourselves closed") },
  { NULL, NULL },
};

const AssayChoice assay_choices_working_week[] = {
  { "mon_fri", N_ ("Monday to Friday") },   { "mon_sat", N_ ("Monday to Saturday") },
  { "sun_thu", N_ ("Sunday to Thursday") }, { "sat_thu", N_ ("Saturday to Thursday") },
  { "every_day", N_ ("Every day") },        { NULL, NULL },
};

const AssayChoice assay_choices_grade[] = {
  { "a", "A" }, { "b", "B" }, { "c", "C" }, { "d", "D" }, { NULL, NULL },
};

const AssayChoice assay_choices_area[] = {
  { "quality", N_ ("Quality") },
  { "delivery", N_ ("Delivery") },
  { "cost", N_ ("Cost") },
  { "communication", N_ ("Communication") },
  { "compliance", N_ ("Compliance") },
  { NULL, NULL },
};

const AssayChoice assay_choices_assessed[] = {
  { "communication", N_ ("Communication") },
  { "documents", N_ ("Documents") },
  { "cost", N_ ("Cost") },
  { "service", N_ ("Service") },
  { "compliance", N_ ("Compliance") },
  { NULL, NULL },
};

const AssayChoice assay_choices_finding[] = {
  { "none", N_ ("None") },
  { "minor", N_ ("Minor") },
  { "major", N_ ("Major") },
  { "critical", N_ ("Critical") },
  { NULL, NULL },
};

const AssayChoice assay_choices_measure[] = {
  { "defective_to_aql", N_ ("Defective rate to AQL") },
  { "defective_rate", N_ ("Defective rate") },
  { "accepted_first", N_ ("Lots accepted at first inspection") },
  { "actions_on_time", N_ ("Corrective actions done on time") },
  { "on_time", N_ ("On time") },
  { "in_full", N_ ("On time in full") },
  { "slip_mean", N_ ("Slip, mean") },
  { "slip_sd", N_ ("Slip, standard deviation") },
  { "lead_to_claim", N_ ("Lead time to what is claimed") },
  { "price_to_best", N_ ("Price to the best price") },
  { "price_change", N_ ("Price rise in a year") },
  { "communication", N_ ("Communication assessed") },
  { "documents", N_ ("Documents assessed") },
  { "cost", N_ ("Cost assessed") },
  { "service", N_ ("Service assessed") },
  { "compliance", N_ ("Compliance assessed") },
  { NULL, NULL },
};
