/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words that files have for the choices of suppliers, samples, components and evidence, folded as
 * headings. Included by cell-word.c alone. */

#pragma once

static const Synonym supplier_status_words[] = {
  { "sampled", "sampling" },
  { "new", "found" },
  { "lead", "found" },
  { "prospect", "found" },
  { "quoted", "contacted" },
  { "on trial", "sampling" },
  { "trial", "sampling" },
  { "qualified", "approved" },
  { "preferred", "active" },
  { "in use", "active" },
  { "current", "active" },
  { "on hold", "paused" },
  { "inactive", "paused" },
  { "blocked", "dropped" },
  { "blacklisted", "dropped" },
  { "rejected", "dropped" },
  { NULL, NULL },
};

static const Synonym channel_words[] = {
  { "alibaba com", "alibaba" },
  { "1688 com", "1688" },
  { "trade show", "fair" },
  { "trade fair", "fair" },
  { "exhibition", "fair" },
  { "canton fair", "fair" },
  { "referral", "referral" },
  { "recommended", "referral" },
  { "sourcing agent", "agent" },
  { "buying office", "regional_hub" },
  { "hub", "regional_hub" },
  { "google", "search" },
  { "web", "search" },
  { "platform", "trade_platform" },
  { "b2b platform", "trade_platform" },
  { NULL, NULL },
};

static const Synonym sample_round_words[] = {
  { "prototype", "proto" },
  { "first sample", "proto" },
  { "development sample", "proto" },
  { "fit sample", "fit" },
  { "size set", "fit" },
  { "sms", "salesman" },
  { "salesman sample", "salesman" },
  { "sales sample", "salesman" },
  { "pp", "pre_production" },
  { "pps", "pre_production" },
  { "pp sample", "pre_production" },
  { "pre production sample", "pre_production" },
  { "preproduction", "pre_production" },
  { "golden sample", "gold_seal" },
  { "gold seal sample", "gold_seal" },
  { "sealed", "gold_seal" },
  { "sealed sample", "gold_seal" },
  { "top", "top_of_production" },
  { "tops", "top_of_production" },
  { "production sample", "top_of_production" },
  { "shipment sample", "top_of_production" },
  { NULL, NULL },
};

static const Synonym verdict_words[] = {
  { "open", "pending" },
  { "waiting", "pending" },
  { "ok", "approved" },
  { "pass", "approved" },
  { "passed", "approved" },
  { "accepted", "approved" },
  { "comments", "approved_with_comments" },
  { "approved with comment", "approved_with_comments" },
  { "approved subject to comments", "approved_with_comments" },
  { "ok with comments", "approved_with_comments" },
  { "fail", "rejected" },
  { "failed", "rejected" },
  { "not approved", "rejected" },
  { "reject", "rejected" },
  { "resubmit", "rejected" },
  { NULL, NULL },
};

static const Synonym evidence_kind_words[] = {
  { "sc", "scope_certificate" },
  { "certificate", "scope_certificate" },
  { "tc", "transaction_certificate" },
  { "transaction cert", "transaction_certificate" },
  { "iso certificate", "system_certificate" },
  { "management system", "system_certificate" },
  { "social audit", "audit" },
  { "audit report", "audit" },
  { "test report", "lab_report" },
  { "lab report", "lab_report" },
  { "laboratory report", "lab_report" },
  { "report", "lab_report" },
  { "qr", "tag" },
  { "qr tag", "tag" },
  { "qr code", "tag" },
  { "traceability", "tag" },
  { "letter", "declaration" },
  { "self declaration", "declaration" },
  { "declaration", "declaration" },
  { "partner", "partner_status" },
  { NULL, NULL },
};

static const Synonym component_kind_words[] = {
  { "main fabric", "fabric" },
  { "shell", "fabric" },
  { "shell fabric", "fabric" },
  { "outer", "fabric" },
  { "lining fabric", "lining" },
  { "zipper", "zip" },
  { "zippers", "zip" },
  { "zips", "zip" },
  { "slider", "zip" },
  { "puller", "zip" },
  { "strap", "webbing" },
  { "tape", "webbing" },
  { "webbings", "webbing" },
  { "buckles", "buckle" },
  { "trim", "hardware" },
  { "trims", "hardware" },
  { "metal", "hardware" },
  { "padding", "foam" },
  { "eva", "foam" },
  { "sewing thread", "thread" },
  { "piping", "binding" },
  { "hangtag", "label" },
  { "labels", "label" },
  { "logo", "print" },
  { "coating", "print" },
  { "polybag", "packaging" },
  { "carton", "packaging" },
  { "packing", "packaging" },
  { NULL, NULL },
};

static const Synonym test_limit_words[] = {
  { "min", "at_least" },  { "minimum", "at_least" }, { "not less than", "at_least" },
  { "max", "at_most" },   { "maximum", "at_most" },  { "not more than", "at_most" },
  { "range", "between" }, { "pass fail", "pass" },   { NULL, NULL },
};

static const Synonym test_place_words[] = {
  { "lab", "laboratory" },    { "third party", "laboratory" }, { "external", "laboratory" },
  { "in house", "in_house" }, { "inhouse", "in_house" },       { "internal", "in_house" },
  { "own", "in_house" },      { "factory", "in_house" },       { NULL, NULL },
};

static const Synonym look_up_words[] = {
  { "ok", "verified" },
  { "valid", "verified" },
  { "confirmed", "verified" },
  { "found", "verified" },
  { "mismatch", "mismatch" },
  { "wrong holder", "mismatch" },
  { "different", "mismatch" },
  { "not listed", "not_found" },
  { "none", "not_found" },
  { "withdrawn", "suspended" },
  { "revoked", "suspended" },
  { "cancelled", "suspended" },
  { NULL, NULL },
};

static const Synonym assurance_words[] = {
  { "told", "claimed" },
  { "stated", "claimed" },
  { "received", "seen" },
  { "on file", "seen" },
  { "checked", "verified" },
  { "confirmed", "verified" },
  { "valid", "verified" },
  { "invalid", "refused" },
  { "fake", "refused" },
  { "rejected", "refused" },
  { NULL, NULL },
};

static const Synonym recycled_kind_words[] = {
  { "pcr", "post_consumer" },
  { "post consumer", "post_consumer" },
  { "pir", "pre_consumer" },
  { "pre consumer", "pre_consumer" },
  { "post industrial", "pre_consumer" },
  { "both", "mixed" },
  { NULL, NULL },
};
