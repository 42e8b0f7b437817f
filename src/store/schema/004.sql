-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema step 4: sites, capabilities, reference calls and risks of suppliers; variants, components and
-- requirements of products; samples with their tests; evidence with its verifications; claims; due diligence.

CREATE TABLE site (
  id INTEGER PRIMARY KEY,
  supplier INTEGER NOT NULL
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  name TEXT NOT NULL,
  local_name TEXT,
  kind TEXT,
  employees INTEGER CONSTRAINT employees_not_negative CHECK (employees >= 0),
  floor_area INTEGER CONSTRAINT floor_area_not_negative CHECK (floor_area >= 0),
  since INTEGER,
  country TEXT CONSTRAINT country_is_country CHECK (length (country) = 2),
  region TEXT,
  city TEXT,
  address TEXT,
  postal_code TEXT,
  visited_on INTEGER,
  visited_by TEXT,
  tour TEXT,
  note TEXT
) STRICT;

CREATE TABLE capability (
  id INTEGER PRIMARY KEY,
  supplier INTEGER NOT NULL
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  site INTEGER
    CONSTRAINT site_is_site REFERENCES site (id),
  process TEXT NOT NULL,
  machine TEXT,
  machines INTEGER CONSTRAINT machines_not_negative CHECK (machines >= 0),
  automation TEXT,
  capacity INTEGER CONSTRAINT capacity_not_negative CHECK (capacity >= 0),
  minimum_order INTEGER CONSTRAINT minimum_order_not_negative CHECK (minimum_order >= 0),
  lead INTEGER CONSTRAINT lead_not_negative CHECK (lead >= 0),
  state TEXT,
  seen_on INTEGER,
  seen_by TEXT,
  note TEXT
) STRICT;

CREATE TABLE reference_call (
  id INTEGER PRIMARY KEY,
  supplier INTEGER NOT NULL
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  company TEXT NOT NULL,
  person TEXT,
  country TEXT CONSTRAINT country_is_country CHECK (length (country) = 2),
  called_on INTEGER,
  called_by TEXT,
  since INTEGER,
  products TEXT,
  quality TEXT,
  delivery TEXT,
  warranty TEXT,
  trouble TEXT,
  again TEXT,
  note TEXT
) STRICT;

CREATE TABLE repair_partner (
  id INTEGER PRIMARY KEY,
  supplier INTEGER NOT NULL
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  name TEXT NOT NULL,
  services TEXT,
  country TEXT CONSTRAINT country_is_country CHECK (length (country) = 2),
  city TEXT,
  days INTEGER CONSTRAINT days_not_negative CHECK (days >= 0),
  mail TEXT,
  phone TEXT,
  website TEXT,
  checked_on INTEGER,
  note TEXT
) STRICT;

CREATE TABLE risk (
  id INTEGER PRIMARY KEY,
  supplier INTEGER NOT NULL
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  name TEXT NOT NULL,
  kind TEXT,
  likelihood TEXT,
  impact TEXT,
  state TEXT,
  measure TEXT,
  responsible TEXT,
  review_on INTEGER,
  note TEXT
) STRICT;

CREATE TABLE supplier_name (
  id INTEGER PRIMARY KEY,
  supplier INTEGER NOT NULL
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  name TEXT NOT NULL,
  origin TEXT
) STRICT;

CREATE TABLE variant (
  id INTEGER PRIMARY KEY,
  product INTEGER NOT NULL
    CONSTRAINT product_is_product REFERENCES product (id),
  code TEXT NOT NULL,
  colour TEXT,
  size TEXT,
  status TEXT,
  barcode TEXT,
  mass INTEGER,
  note TEXT
) STRICT;

CREATE TABLE component (
  id INTEGER PRIMARY KEY,
  product INTEGER NOT NULL
    CONSTRAINT product_is_product REFERENCES product (id),
  position INTEGER,
  kind TEXT,
  name TEXT NOT NULL,
  variant INTEGER
    CONSTRAINT variant_is_variant REFERENCES variant (id),
  material TEXT,
  colour TEXT,
  brand TEXT,
  part_number TEXT,
  mill TEXT,
  supplier INTEGER
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  origin TEXT CONSTRAINT origin_is_country CHECK (length (origin) = 2),
  main INTEGER CONSTRAINT main_is_flag CHECK (main IN (0, 1)),
  quantity INTEGER,
  unit TEXT,
  mass INTEGER,
  waste INTEGER CONSTRAINT waste_is_share CHECK (waste BETWEEN 0 AND 1000000),
  recycled INTEGER CONSTRAINT recycled_is_share CHECK (recycled BETWEEN 0 AND 1000000),
  recycled_kind TEXT,
  note TEXT
) STRICT;

CREATE TABLE requirement (
  id INTEGER PRIMARY KEY,
  product INTEGER NOT NULL
    CONSTRAINT product_is_product REFERENCES product (id),
  component INTEGER
    CONSTRAINT component_is_component REFERENCES component (id),
  position INTEGER,
  property TEXT NOT NULL,
  place TEXT,
  method TEXT,
  edition TEXT,
  specimen TEXT,
  condition TEXT,
  scale TEXT,
  unit TEXT,
  passes TEXT,
  lower INTEGER,
  upper INTEGER,
  judged_by TEXT,
  replicates INTEGER CONSTRAINT replicates_not_negative CHECK (replicates >= 0),
  accredited INTEGER CONSTRAINT accredited_is_flag CHECK (accredited IN (0, 1)),
  source TEXT,
  note TEXT
) STRICT;

CREATE TABLE test_protocol (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  category TEXT,
  note TEXT
) STRICT;

CREATE TABLE protocol_test (
  id INTEGER PRIMARY KEY,
  test_protocol INTEGER NOT NULL
    CONSTRAINT test_protocol_is_test_protocol REFERENCES test_protocol (id),
  position INTEGER,
  property TEXT NOT NULL,
  place TEXT,
  method TEXT,
  edition TEXT,
  specimen TEXT,
  condition TEXT,
  scale TEXT,
  unit TEXT,
  passes TEXT,
  lower INTEGER,
  upper INTEGER,
  judged_by TEXT,
  replicates INTEGER CONSTRAINT replicates_not_negative CHECK (replicates >= 0),
  accredited INTEGER CONSTRAINT accredited_is_flag CHECK (accredited IN (0, 1)),
  source TEXT,
  note TEXT
) STRICT;

CREATE TABLE sample (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  product INTEGER
    CONSTRAINT product_is_product REFERENCES product (id),
  variant INTEGER
    CONSTRAINT variant_is_variant REFERENCES variant (id),
  supplier INTEGER
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  round TEXT,
  round_number INTEGER CONSTRAINT round_number_not_negative CHECK (round_number >= 0),
  repeats INTEGER
    CONSTRAINT repeats_is_sample REFERENCES sample (id),
  purchase_order INTEGER
    CONSTRAINT purchase_order_is_order REFERENCES purchase_order (id),
  quantity INTEGER CONSTRAINT quantity_not_negative CHECK (quantity >= 0),
  state TEXT,
  requested_on INTEGER,
  due_on INTEGER,
  sent_on INTEGER,
  received_on INTEGER,
  courier TEXT,
  tracking TEXT,
  place TEXT,
  currency TEXT CONSTRAINT currency_is_currency CHECK (length (currency) = 3),
  cost INTEGER,
  courier_cost INTEGER,
  refunded INTEGER CONSTRAINT refunded_is_flag CHECK (refunded IN (0, 1)),
  result TEXT,
  verdict TEXT,
  decided_on INTEGER,
  decided_by TEXT,
  comments TEXT,
  note TEXT
) STRICT;

CREATE TABLE sample_test (
  id INTEGER PRIMARY KEY,
  sample INTEGER NOT NULL
    CONSTRAINT sample_is_sample REFERENCES sample (id),
  component INTEGER
    CONSTRAINT component_is_component REFERENCES component (id),
  position INTEGER,
  property TEXT NOT NULL,
  place TEXT,
  method TEXT,
  edition TEXT,
  specimen TEXT,
  condition TEXT,
  scale TEXT,
  unit TEXT,
  passes TEXT,
  lower INTEGER,
  upper INTEGER,
  judged_by TEXT,
  replicates INTEGER CONSTRAINT replicates_not_negative CHECK (replicates >= 0),
  accredited INTEGER CONSTRAINT accredited_is_flag CHECK (accredited IN (0, 1)),
  source TEXT,
  readings TEXT,
  value INTEGER,
  result TEXT,
  tested_on INTEGER,
  tester TEXT,
  laboratory INTEGER
    CONSTRAINT laboratory_is_supplier REFERENCES supplier (id),
  accreditation TEXT,
  report_number TEXT,
  evidence INTEGER
    CONSTRAINT evidence_is_evidence REFERENCES evidence (id),
  material_lot TEXT,
  conditioning TEXT,
  note TEXT
) STRICT;

CREATE TABLE scheme (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT,
  body TEXT,
  proves TEXT,
  proves_not TEXT,
  product_proof INTEGER CONSTRAINT product_proof_is_flag CHECK (product_proof IN (0, 1)),
  needs_scope INTEGER CONSTRAINT needs_scope_is_flag CHECK (needs_scope IN (0, 1)),
  number_format TEXT,
  number_help TEXT,
  look_up TEXT,
  look_up_help TEXT,
  valid_months INTEGER CONSTRAINT valid_months_not_negative CHECK (valid_months >= 0),
  check_months INTEGER CONSTRAINT check_months_not_negative CHECK (check_months >= 0),
  ends_on INTEGER,
  successor TEXT,
  source TEXT,
  checked_on INTEGER,
  note TEXT
) STRICT;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  scheme INTEGER
    CONSTRAINT scheme_is_scheme REFERENCES scheme (id),
  number TEXT,
  name TEXT,
  body TEXT,
  accreditation TEXT,
  supplier INTEGER
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  site INTEGER
    CONSTRAINT site_is_site REFERENCES site (id),
  product INTEGER
    CONSTRAINT product_is_product REFERENCES product (id),
  component INTEGER
    CONSTRAINT component_is_component REFERENCES component (id),
  purchase_order INTEGER
    CONSTRAINT purchase_order_is_order REFERENCES purchase_order (id),
  lot TEXT,
  holder TEXT,
  holder_address TEXT,
  scope TEXT,
  covers TEXT,
  issued_on INTEGER,
  valid_from INTEGER,
  valid_until INTEGER,
  state TEXT,
  next_check_on INTEGER,
  rating TEXT,
  score INTEGER,
  audit_type TEXT,
  announced TEXT,
  seller TEXT,
  buyer TEXT,
  invoice TEXT,
  mass INTEGER,
  certified_share INTEGER CONSTRAINT certified_share_is_share CHECK (certified_share BETWEEN 0 AND 1000000),
  payload TEXT,
  resolves TEXT,
  resolved_on INTEGER,
  shows TEXT,
  matches TEXT,
  controls TEXT,
  note TEXT
) STRICT;

CREATE TABLE verification (
  id INTEGER PRIMARY KEY,
  evidence INTEGER NOT NULL
    CONSTRAINT evidence_is_evidence REFERENCES evidence (id),
  looked_on INTEGER NOT NULL,
  looked_by TEXT,
  place TEXT,
  result TEXT NOT NULL,
  holder_found TEXT,
  scope_found TEXT,
  valid_until_found INTEGER,
  next_check_on INTEGER,
  note TEXT
) STRICT;

CREATE TABLE audit_finding (
  id INTEGER PRIMARY KEY,
  evidence INTEGER NOT NULL
    CONSTRAINT evidence_is_evidence REFERENCES evidence (id),
  number TEXT,
  name TEXT NOT NULL,
  area TEXT,
  severity TEXT,
  found_on INTEGER,
  measure TEXT,
  responsible TEXT,
  due_on INTEGER,
  closed_on INTEGER,
  proof TEXT,
  note TEXT
) STRICT;

CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  product INTEGER NOT NULL
    CONSTRAINT product_is_product REFERENCES product (id),
  component INTEGER
    CONSTRAINT component_is_component REFERENCES component (id),
  claim_kind INTEGER
    CONSTRAINT claim_kind_is_claim_kind REFERENCES claim_kind (id),
  wording TEXT NOT NULL,
  language TEXT,
  share INTEGER CONSTRAINT share_is_share CHECK (share BETWEEN 0 AND 1000000),
  markets TEXT,
  place TEXT,
  state TEXT,
  from_on INTEGER,
  to_on INTEGER,
  note TEXT
) STRICT;

CREATE TABLE claim_kind (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  computed TEXT,
  description TEXT,
  note TEXT
) STRICT;

CREATE TABLE claim_need (
  id INTEGER PRIMARY KEY,
  claim_kind INTEGER NOT NULL
    CONSTRAINT claim_kind_is_claim_kind REFERENCES claim_kind (id),
  position INTEGER,
  name TEXT NOT NULL,
  market TEXT,
  needs TEXT NOT NULL,
  schemes TEXT,
  property TEXT,
  upper INTEGER,
  lower INTEGER,
  unit TEXT,
  share INTEGER CONSTRAINT share_is_share CHECK (share BETWEEN 0 AND 1000000),
  months INTEGER CONSTRAINT months_not_negative CHECK (months >= 0),
  from_on INTEGER,
  to_on INTEGER,
  source TEXT,
  checked_on INTEGER,
  note TEXT
) STRICT;

CREATE TABLE claim_word (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL,
  language TEXT,
  market TEXT,
  verdict TEXT NOT NULL,
  reason TEXT,
  instead TEXT,
  from_on INTEGER,
  source TEXT,
  checked_on INTEGER,
  note TEXT
) STRICT;

CREATE TABLE diligence (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  subject TEXT NOT NULL,
  stage TEXT,
  in_use INTEGER CONSTRAINT in_use_is_flag CHECK (in_use IN (0, 1)),
  note TEXT
) STRICT;

CREATE TABLE diligence_item (
  id INTEGER PRIMARY KEY,
  diligence INTEGER NOT NULL
    CONSTRAINT diligence_is_diligence REFERENCES diligence (id),
  position INTEGER,
  name TEXT NOT NULL,
  help TEXT,
  rule TEXT,
  schemes TEXT,
  months INTEGER CONSTRAINT months_not_negative CHECK (months >= 0),
  needed INTEGER CONSTRAINT needed_is_flag CHECK (needed IN (0, 1)),
  note TEXT
) STRICT;

CREATE TABLE diligence_check (
  id INTEGER PRIMARY KEY,
  diligence_item INTEGER NOT NULL
    CONSTRAINT diligence_item_is_diligence_item REFERENCES diligence_item (id),
  supplier INTEGER
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  product INTEGER
    CONSTRAINT product_is_product REFERENCES product (id),
  state TEXT NOT NULL,
  checked_on INTEGER,
  checked_by TEXT,
  evidence INTEGER
    CONSTRAINT evidence_is_evidence REFERENCES evidence (id),
  note TEXT
) STRICT;

ALTER TABLE supplier ADD COLUMN approval_reason TEXT;
ALTER TABLE supplier ADD COLUMN warranty INTEGER CONSTRAINT warranty_not_negative CHECK (warranty >= 0);
ALTER TABLE supplier ADD COLUMN warranty_terms TEXT;
ALTER TABLE supplier ADD COLUMN spare_parts INTEGER CONSTRAINT spare_parts_not_negative CHECK (spare_parts >= 0);
ALTER TABLE supplier ADD COLUMN repair_terms TEXT;
ALTER TABLE supplier ADD COLUMN claimed_lead_sd INTEGER;
ALTER TABLE supplier ADD COLUMN automation TEXT;
ALTER TABLE supplier ADD COLUMN tour TEXT;
ALTER TABLE supplier ADD COLUMN tour_on INTEGER;
ALTER TABLE order_line ADD COLUMN variant INTEGER CONSTRAINT variant_is_variant REFERENCES variant (id);

-- The rounds of scouting got a name of their own.
UPDATE supplier SET status = 'sampling' WHERE status = 'sampled';

CREATE INDEX site_supplier ON site (supplier);
CREATE INDEX capability_supplier ON capability (supplier);
CREATE INDEX capability_site ON capability (site);
CREATE INDEX reference_call_supplier ON reference_call (supplier);
CREATE INDEX repair_partner_supplier ON repair_partner (supplier);
CREATE INDEX risk_supplier ON risk (supplier);
CREATE INDEX supplier_name_supplier ON supplier_name (supplier);
CREATE INDEX variant_product ON variant (product);
CREATE INDEX component_product ON component (product);
CREATE INDEX component_variant ON component (variant);
CREATE INDEX component_supplier ON component (supplier);
CREATE INDEX requirement_product ON requirement (product);
CREATE INDEX requirement_component ON requirement (component);
CREATE INDEX protocol_test_test_protocol ON protocol_test (test_protocol);
CREATE INDEX sample_product ON sample (product);
CREATE INDEX sample_variant ON sample (variant);
CREATE INDEX sample_supplier ON sample (supplier);
CREATE INDEX sample_repeats ON sample (repeats);
CREATE INDEX sample_purchase_order ON sample (purchase_order);
CREATE INDEX sample_test_sample ON sample_test (sample);
CREATE INDEX sample_test_component ON sample_test (component);
CREATE INDEX sample_test_laboratory ON sample_test (laboratory);
CREATE INDEX sample_test_evidence ON sample_test (evidence);
CREATE INDEX evidence_scheme ON evidence (scheme);
CREATE INDEX evidence_supplier ON evidence (supplier);
CREATE INDEX evidence_site ON evidence (site);
CREATE INDEX evidence_product ON evidence (product);
CREATE INDEX evidence_component ON evidence (component);
CREATE INDEX evidence_purchase_order ON evidence (purchase_order);
CREATE INDEX verification_evidence ON verification (evidence);
CREATE INDEX audit_finding_evidence ON audit_finding (evidence);
CREATE INDEX claim_product ON claim (product);
CREATE INDEX claim_component ON claim (component);
CREATE INDEX claim_claim_kind ON claim (claim_kind);
CREATE INDEX claim_need_claim_kind ON claim_need (claim_kind);
CREATE INDEX diligence_item_diligence ON diligence_item (diligence);
CREATE INDEX diligence_check_diligence_item ON diligence_check (diligence_item);
CREATE INDEX diligence_check_supplier ON diligence_check (supplier);
CREATE INDEX diligence_check_product ON diligence_check (product);
CREATE INDEX diligence_check_evidence ON diligence_check (evidence);
