-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema step 1. Released steps never change: a new field or table is a new file. Dates are days and
-- instants microseconds since 1970-01-01, money minor units, lengths mm, masses g, volumes cm3, shares
-- parts per million; NULL is unknown. Search triggers and readable views are made from the catalogue.

CREATE TABLE supplier (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  local_name TEXT,
  code TEXT,
  kind TEXT,
  status TEXT,
  approved_on INTEGER,
  channel TEXT,
  legal_name TEXT,
  registration TEXT,
  tax_number TEXT,
  established INTEGER,
  employees INTEGER CONSTRAINT employees_not_negative CHECK (employees >= 0),
  country TEXT CONSTRAINT country_is_country CHECK (length (country) = 2),
  region TEXT,
  city TEXT,
  address TEXT,
  postal_code TEXT,
  website TEXT,
  mail TEXT,
  phone TEXT,
  languages TEXT,
  currency TEXT CONSTRAINT currency_is_currency CHECK (length (currency) = 3),
  incoterm TEXT,
  payment_terms TEXT,
  minimum_order INTEGER CONSTRAINT minimum_order_not_negative CHECK (minimum_order >= 0),
  capacity INTEGER CONSTRAINT capacity_not_negative CHECK (capacity >= 0),
  main_products TEXT,
  export_markets TEXT,
  claimed_lead INTEGER CONSTRAINT claimed_lead_not_negative CHECK (claimed_lead >= 0),
  claimed_on_time INTEGER,
  claimed_defects INTEGER,
  note TEXT
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  supplier INTEGER NOT NULL
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  name TEXT NOT NULL,
  local_name TEXT,
  role TEXT,
  main INTEGER CONSTRAINT main_is_flag CHECK (main IN (0, 1)),
  mail TEXT,
  phone TEXT,
  messenger TEXT,
  language TEXT,
  note TEXT
) STRICT;

CREATE TABLE product (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  status TEXT,
  category TEXT,
  season TEXT,
  supplier INTEGER
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  critical INTEGER CONSTRAINT critical_is_flag CHECK (critical IN (0, 1)),
  description TEXT,
  barcode TEXT,
  capacity INTEGER,
  mass INTEGER,
  height INTEGER,
  width INTEGER,
  depth INTEGER,
  material TEXT,
  colour TEXT,
  warranty INTEGER CONSTRAINT warranty_not_negative CHECK (warranty >= 0),
  unit TEXT,
  currency TEXT CONSTRAINT currency_is_currency CHECK (length (currency) = 3),
  target_price INTEGER,
  retail_price INTEGER,
  minimum_order INTEGER CONSTRAINT minimum_order_not_negative CHECK (minimum_order >= 0),
  hs_code TEXT,
  origin TEXT CONSTRAINT origin_is_country CHECK (length (origin) = 2),
  per_carton INTEGER CONSTRAINT per_carton_not_negative CHECK (per_carton >= 0),
  carton_length INTEGER,
  carton_width INTEGER,
  carton_height INTEGER,
  carton_mass INTEGER,
  note TEXT
) STRICT;

CREATE TABLE defect_type (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  other_name TEXT,
  other_language TEXT,
  category TEXT,
  class TEXT,
  note TEXT
) STRICT;

CREATE TABLE purchase_order (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  supplier INTEGER NOT NULL
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  state TEXT,
  supplier_reference TEXT,
  project TEXT,
  buyer TEXT,
  ordered_on INTEGER,
  sent_on INTEGER,
  confirmed_on INTEGER,
  deposit_on INTEGER,
  currency TEXT CONSTRAINT currency_is_currency CHECK (length (currency) = 3),
  incoterm TEXT,
  incoterm_place TEXT,
  mode TEXT,
  payment_terms TEXT,
  deposit INTEGER,
  destination TEXT,
  destination_country TEXT CONSTRAINT destination_country_is_country CHECK (length (destination_country) = 2),
  line_count INTEGER CONSTRAINT line_count_not_negative CHECK (line_count >= 0),
  quantity INTEGER CONSTRAINT quantity_not_negative CHECK (quantity >= 0),
  value INTEGER,
  due_on INTEGER,
  delivered_on INTEGER,
  note TEXT
) STRICT;

CREATE TABLE order_line (
  id INTEGER PRIMARY KEY,
  purchase_order INTEGER NOT NULL
    CONSTRAINT purchase_order_is_purchase_order REFERENCES purchase_order (id),
  line_number INTEGER,
  product INTEGER
    CONSTRAINT product_is_product REFERENCES product (id),
  description TEXT,
  reference TEXT,
  colour TEXT,
  quantity INTEGER CONSTRAINT quantity_not_negative CHECK (quantity >= 0),
  unit_price INTEGER,
  currency TEXT CONSTRAINT currency_is_currency CHECK (length (currency) = 3),
  mass INTEGER,
  freight INTEGER,
  insurance INTEGER,
  site TEXT,
  closed INTEGER CONSTRAINT closed_is_flag CHECK (closed IN (0, 1)),
  note TEXT,
  state TEXT,
  supplier INTEGER
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  sent_on INTEGER,
  confirmed_on INTEGER,
  promised_on INTEGER,
  latest_promised_on INTEGER,
  delivered_quantity INTEGER CONSTRAINT delivered_quantity_not_negative CHECK (delivered_quantity >= 0),
  delivered_on INTEGER,
  slip INTEGER,
  inspected_quantity INTEGER CONSTRAINT inspected_quantity_not_negative CHECK (inspected_quantity >= 0)
) STRICT;

CREATE TABLE promise (
  id INTEGER PRIMARY KEY,
  order_line INTEGER NOT NULL
    CONSTRAINT order_line_is_order_line REFERENCES order_line (id),
  promised_on INTEGER NOT NULL,
  given_on INTEGER,
  reason TEXT,
  given_by TEXT,
  note TEXT
) STRICT;

CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  order_line INTEGER NOT NULL
    CONSTRAINT order_line_is_order_line REFERENCES order_line (id),
  quantity INTEGER CONSTRAINT quantity_not_negative CHECK (quantity >= 0),
  ready_on INTEGER,
  shipped_on INTEGER,
  arrived_on INTEGER,
  cleared_on INTEGER,
  received_on INTEGER,
  mode TEXT,
  carrier TEXT,
  tracking TEXT,
  container TEXT,
  invoice TEXT,
  cartons INTEGER CONSTRAINT cartons_not_negative CHECK (cartons >= 0),
  mass INTEGER,
  volume INTEGER,
  note TEXT
) STRICT;

CREATE TABLE inspection (
  id INTEGER PRIMARY KEY,
  number TEXT,
  kind TEXT NOT NULL,
  order_line INTEGER
    CONSTRAINT order_line_is_order_line REFERENCES order_line (id),
  supplier INTEGER
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  product INTEGER
    CONSTRAINT product_is_product REFERENCES product (id),
  planned_on INTEGER,
  inspected_on INTEGER,
  inspector TEXT,
  company TEXT,
  location TEXT,
  repeats INTEGER
    CONSTRAINT repeats_is_inspection REFERENCES inspection (id),
  lot_size INTEGER CONSTRAINT lot_size_not_negative CHECK (lot_size >= 0),
  presented INTEGER CONSTRAINT presented_not_negative CHECK (presented >= 0),
  packed INTEGER CONSTRAINT packed_not_negative CHECK (packed >= 0),
  cartons INTEGER CONSTRAINT cartons_not_negative CHECK (cartons >= 0),
  cartons_opened INTEGER CONSTRAINT cartons_opened_not_negative CHECK (cartons_opened >= 0),
  standard TEXT,
  level TEXT,
  severity TEXT,
  aql_critical INTEGER,
  aql_major INTEGER,
  aql_minor INTEGER,
  largest_sample INTEGER CONSTRAINT largest_sample_is_flag CHECK (largest_sample IN (0, 1)),
  basis TEXT,
  code_letter TEXT,
  sample_critical INTEGER CONSTRAINT sample_critical_not_negative CHECK (sample_critical >= 0),
  ac_critical INTEGER CONSTRAINT ac_critical_not_negative CHECK (ac_critical >= 0),
  re_critical INTEGER CONSTRAINT re_critical_not_negative CHECK (re_critical >= 0),
  sample_major INTEGER CONSTRAINT sample_major_not_negative CHECK (sample_major >= 0),
  ac_major INTEGER CONSTRAINT ac_major_not_negative CHECK (ac_major >= 0),
  re_major INTEGER CONSTRAINT re_major_not_negative CHECK (re_major >= 0),
  sample_minor INTEGER CONSTRAINT sample_minor_not_negative CHECK (sample_minor >= 0),
  ac_minor INTEGER CONSTRAINT ac_minor_not_negative CHECK (ac_minor >= 0),
  re_minor INTEGER CONSTRAINT re_minor_not_negative CHECK (re_minor >= 0),
  inspected INTEGER CONSTRAINT inspected_not_negative CHECK (inspected >= 0),
  defective_critical INTEGER CONSTRAINT defective_critical_not_negative CHECK (defective_critical >= 0),
  defective_major INTEGER CONSTRAINT defective_major_not_negative CHECK (defective_major >= 0),
  defective_minor INTEGER CONSTRAINT defective_minor_not_negative CHECK (defective_minor >= 0),
  defective INTEGER CONSTRAINT defective_not_negative CHECK (defective >= 0),
  result TEXT,
  decision TEXT,
  decided_on INTEGER,
  decided_by TEXT,
  deviation_until INTEGER,
  decision_note TEXT,
  note TEXT
) STRICT;

CREATE TABLE defect (
  id INTEGER PRIMARY KEY,
  inspection INTEGER NOT NULL
    CONSTRAINT inspection_is_inspection REFERENCES inspection (id),
  defect_type INTEGER
    CONSTRAINT defect_type_is_defect_type REFERENCES defect_type (id),
  description TEXT,
  class TEXT NOT NULL,
  count INTEGER NOT NULL CONSTRAINT count_not_negative CHECK (count >= 0),
  component TEXT,
  note TEXT
) STRICT;

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  owner_type TEXT NOT NULL,
  owner INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT,
  bytes INTEGER CONSTRAINT bytes_not_negative CHECK (bytes >= 0),
  caption TEXT,
  position INTEGER,
  width INTEGER CONSTRAINT width_not_negative CHECK (width >= 0),
  height INTEGER CONSTRAINT height_not_negative CHECK (height >= 0),
  taken_at INTEGER,
  added_at INTEGER
) STRICT;

-- What undo, redo and history read. A change without a changeset has a restore point instead.
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT,
  label TEXT NOT NULL,
  kind TEXT NOT NULL CONSTRAINT kind_is_known CHECK (kind IN ('do', 'undo', 'redo')),
  undoes INTEGER CONSTRAINT undoes_is_change REFERENCES change (id),
  restore_point TEXT,
  changeset BLOB
) STRICT;

-- The bytes of attachments, once for each content.
CREATE TABLE blob (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL,
  thumbnail BLOB
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX supplier_code ON supplier (code);
CREATE INDEX contact_supplier ON contact (supplier);
CREATE INDEX product_code ON product (code);
CREATE INDEX product_supplier ON product (supplier);
CREATE INDEX defect_type_code ON defect_type (code);
CREATE INDEX purchase_order_number ON purchase_order (number);
CREATE INDEX purchase_order_supplier ON purchase_order (supplier);
CREATE INDEX purchase_order_sent_on ON purchase_order (sent_on);
CREATE INDEX purchase_order_line_count ON purchase_order (line_count);
CREATE INDEX purchase_order_quantity ON purchase_order (quantity);
CREATE INDEX purchase_order_value ON purchase_order (value);
CREATE INDEX purchase_order_due_on ON purchase_order (due_on);
CREATE INDEX purchase_order_delivered_on ON purchase_order (delivered_on);
CREATE INDEX order_line_purchase_order ON order_line (purchase_order);
CREATE INDEX order_line_product ON order_line (product);
CREATE INDEX order_line_quantity ON order_line (quantity);
CREATE INDEX order_line_supplier ON order_line (supplier);
CREATE INDEX order_line_promised_on ON order_line (promised_on);
CREATE INDEX order_line_latest_promised_on ON order_line (latest_promised_on);
-- What is late or soon due, among lines that are not delivered.
CREATE INDEX order_line_due ON order_line (latest_promised_on) WHERE state IN ('open', 'partial');
CREATE INDEX order_line_delivered_on ON order_line (delivered_on);
CREATE INDEX order_line_slip ON order_line (slip);
CREATE INDEX promise_order_line ON promise (order_line);
CREATE INDEX delivery_order_line ON delivery (order_line);
CREATE INDEX delivery_quantity ON delivery (quantity);
CREATE INDEX delivery_shipped_on ON delivery (shipped_on);
CREATE INDEX delivery_received_on ON delivery (received_on);
CREATE INDEX inspection_number ON inspection (number);
CREATE INDEX inspection_order_line ON inspection (order_line);
CREATE INDEX inspection_supplier ON inspection (supplier);
CREATE INDEX inspection_product ON inspection (product);
CREATE INDEX inspection_inspected_on ON inspection (inspected_on);
CREATE INDEX inspection_repeats ON inspection (repeats);
CREATE INDEX inspection_lot_size ON inspection (lot_size);
CREATE INDEX inspection_inspected ON inspection (inspected);
CREATE INDEX inspection_defective ON inspection (defective);
CREATE INDEX defect_inspection ON defect (inspection);
CREATE INDEX defect_defect_type ON defect (defect_type);CREATE INDEX attachment_owner ON attachment (owner, owner_type);
CREATE INDEX attachment_sha256 ON attachment (sha256);
