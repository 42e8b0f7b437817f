-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema step 2: plan profiles, double sampling, switching, checklists, decisions by quantity, corrective
-- actions, milestones, where a photo was taken.

CREATE TABLE plan_profile (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sampling TEXT,
  level TEXT,
  aql_critical INTEGER,
  aql_major INTEGER,
  aql_minor INTEGER,
  largest_sample INTEGER CONSTRAINT largest_sample_is_flag CHECK (largest_sample IN (0, 1)),
  basis TEXT,
  note TEXT
) STRICT;

CREATE TABLE checklist (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  category TEXT,
  kind TEXT,
  note TEXT
) STRICT;

CREATE TABLE checklist_item (
  id INTEGER PRIMARY KEY,
  checklist INTEGER NOT NULL
    CONSTRAINT checklist_is_checklist REFERENCES checklist (id),
  position INTEGER,
  section TEXT,
  name TEXT NOT NULL,
  method TEXT,
  kind TEXT NOT NULL,
  options TEXT,
  expected TEXT,
  unit TEXT,
  target INTEGER,
  lower INTEGER,
  upper INTEGER,
  sample_size INTEGER CONSTRAINT sample_size_not_negative CHECK (sample_size >= 0),
  allowed INTEGER CONSTRAINT allowed_not_negative CHECK (allowed >= 0),
  on_fail TEXT
) STRICT;

CREATE TABLE checkpoint (
  id INTEGER PRIMARY KEY,
  inspection INTEGER NOT NULL
    CONSTRAINT inspection_is_inspection REFERENCES inspection (id),
  position INTEGER,
  section TEXT,
  name TEXT NOT NULL,
  method TEXT,
  kind TEXT NOT NULL,
  options TEXT,
  expected TEXT,
  unit TEXT,
  target INTEGER,
  lower INTEGER,
  upper INTEGER,
  sample_size INTEGER CONSTRAINT sample_size_not_negative CHECK (sample_size >= 0),
  allowed INTEGER CONSTRAINT allowed_not_negative CHECK (allowed >= 0),
  on_fail TEXT,
  answer TEXT,
  readings TEXT,
  failed INTEGER CONSTRAINT failed_not_negative CHECK (failed >= 0),
  result TEXT,
  note TEXT
) STRICT;

CREATE TABLE corrective_action (
  id INTEGER PRIMARY KEY,
  number TEXT,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  inspection INTEGER
    CONSTRAINT inspection_is_inspection REFERENCES inspection (id),
  supplier INTEGER NOT NULL
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  product INTEGER
    CONSTRAINT product_is_product REFERENCES product (id),
  defect_type INTEGER
    CONSTRAINT defect_type_is_defect_type REFERENCES defect_type (id),
  owner TEXT,
  opened_on INTEGER,
  due_on INTEGER,
  cause TEXT,
  action TEXT,
  evidence TEXT,
  done_on INTEGER,
  checked_on INTEGER,
  checked_by TEXT,
  effective TEXT,
  check_note TEXT,
  note TEXT
) STRICT;

CREATE TABLE milestone (
  id INTEGER PRIMARY KEY,
  purchase_order INTEGER NOT NULL
    CONSTRAINT purchase_order_is_purchase_order REFERENCES purchase_order (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT,
  share INTEGER,
  amount INTEGER,
  currency TEXT CONSTRAINT currency_is_currency CHECK (length (currency) = 3),
  due_on INTEGER,
  done_on INTEGER,
  waits INTEGER CONSTRAINT waits_is_flag CHECK (waits IN (0, 1)),
  reference TEXT,
  note TEXT
) STRICT;

ALTER TABLE supplier ADD COLUMN plan_profile INTEGER
    CONSTRAINT plan_profile_is_plan_profile REFERENCES plan_profile (id);

ALTER TABLE product ADD COLUMN plan_profile INTEGER
    CONSTRAINT plan_profile_is_plan_profile REFERENCES plan_profile (id);
ALTER TABLE product ADD COLUMN checklist INTEGER
    CONSTRAINT checklist_is_checklist REFERENCES checklist (id);

ALTER TABLE inspection ADD COLUMN checklist INTEGER
    CONSTRAINT checklist_is_checklist REFERENCES checklist (id);
ALTER TABLE inspection ADD COLUMN ordered INTEGER CONSTRAINT ordered_not_negative CHECK (ordered >= 0);
ALTER TABLE inspection ADD COLUMN plan_profile INTEGER
    CONSTRAINT plan_profile_is_plan_profile REFERENCES plan_profile (id);
ALTER TABLE inspection ADD COLUMN sampling TEXT;
ALTER TABLE inspection ADD COLUMN severity_critical TEXT;
ALTER TABLE inspection ADD COLUMN severity_major TEXT;
ALTER TABLE inspection ADD COLUMN severity_minor TEXT;
ALTER TABLE inspection ADD COLUMN severity_reason TEXT;
ALTER TABLE inspection ADD COLUMN severity_overruled INTEGER CONSTRAINT severity_overruled_is_flag CHECK (severity_overruled IN (0, 1));
ALTER TABLE inspection ADD COLUMN first_ac_critical INTEGER CONSTRAINT first_ac_critical_not_negative CHECK (first_ac_critical >= 0);
ALTER TABLE inspection ADD COLUMN first_re_critical INTEGER CONSTRAINT first_re_critical_not_negative CHECK (first_re_critical >= 0);
ALTER TABLE inspection ADD COLUMN second_sample_critical INTEGER CONSTRAINT second_sample_critical_not_negative CHECK (second_sample_critical >= 0);
ALTER TABLE inspection ADD COLUMN first_ac_major INTEGER CONSTRAINT first_ac_major_not_negative CHECK (first_ac_major >= 0);
ALTER TABLE inspection ADD COLUMN first_re_major INTEGER CONSTRAINT first_re_major_not_negative CHECK (first_re_major >= 0);
ALTER TABLE inspection ADD COLUMN second_sample_major INTEGER CONSTRAINT second_sample_major_not_negative CHECK (second_sample_major >= 0);
ALTER TABLE inspection ADD COLUMN first_ac_minor INTEGER CONSTRAINT first_ac_minor_not_negative CHECK (first_ac_minor >= 0);
ALTER TABLE inspection ADD COLUMN first_re_minor INTEGER CONSTRAINT first_re_minor_not_negative CHECK (first_re_minor >= 0);
ALTER TABLE inspection ADD COLUMN second_sample_minor INTEGER CONSTRAINT second_sample_minor_not_negative CHECK (second_sample_minor >= 0);
ALTER TABLE inspection ADD COLUMN first_inspected INTEGER CONSTRAINT first_inspected_not_negative CHECK (first_inspected >= 0);
ALTER TABLE inspection ADD COLUMN first_critical INTEGER CONSTRAINT first_critical_not_negative CHECK (first_critical >= 0);
ALTER TABLE inspection ADD COLUMN first_major INTEGER CONSTRAINT first_major_not_negative CHECK (first_major >= 0);
ALTER TABLE inspection ADD COLUMN first_minor INTEGER CONSTRAINT first_minor_not_negative CHECK (first_minor >= 0);
ALTER TABLE inspection ADD COLUMN accepted_quantity INTEGER CONSTRAINT accepted_quantity_not_negative CHECK (accepted_quantity >= 0);
ALTER TABLE inspection ADD COLUMN reworked_quantity INTEGER CONSTRAINT reworked_quantity_not_negative CHECK (reworked_quantity >= 0);
ALTER TABLE inspection ADD COLUMN rejected_quantity INTEGER CONSTRAINT rejected_quantity_not_negative CHECK (rejected_quantity >= 0);
ALTER TABLE inspection ADD COLUMN rework_cost INTEGER;
ALTER TABLE inspection ADD COLUMN currency TEXT CONSTRAINT currency_is_currency CHECK (length (currency) = 3);

ALTER TABLE defect ADD COLUMN units TEXT;
ALTER TABLE defect ADD COLUMN sample TEXT;

ALTER TABLE defect_type ADD COLUMN subcategory TEXT;

ALTER TABLE order_line ADD COLUMN passed_quantity INTEGER CONSTRAINT passed_quantity_not_negative CHECK (passed_quantity >= 0);
ALTER TABLE order_line ADD COLUMN outstanding_quantity INTEGER CONSTRAINT outstanding_quantity_not_negative CHECK (outstanding_quantity >= 0);

-- Minutes east of UTC; null: the camera's clock named no zone, and taken_at is that clock read as UTC.
ALTER TABLE attachment ADD COLUMN taken_offset INTEGER;
ALTER TABLE attachment ADD COLUMN camera TEXT;
ALTER TABLE attachment ADD COLUMN latitude INTEGER;
ALTER TABLE attachment ADD COLUMN longitude INTEGER;
ALTER TABLE attachment ADD COLUMN marked_from TEXT;

CREATE INDEX supplier_plan_profile ON supplier (plan_profile);
CREATE INDEX product_plan_profile ON product (plan_profile);
CREATE INDEX product_checklist ON product (checklist);
CREATE INDEX inspection_checklist ON inspection (checklist);
CREATE INDEX inspection_plan_profile ON inspection (plan_profile);
CREATE INDEX checklist_item_checklist ON checklist_item (checklist);
CREATE INDEX checkpoint_inspection ON checkpoint (inspection);
CREATE INDEX corrective_action_inspection ON corrective_action (inspection);
CREATE INDEX corrective_action_supplier ON corrective_action (supplier);
CREATE INDEX corrective_action_product ON corrective_action (product);
CREATE INDEX corrective_action_defect_type ON corrective_action (defect_type);
CREATE INDEX milestone_purchase_order ON milestone (purchase_order);
CREATE INDEX corrective_action_due_on ON corrective_action (due_on);
CREATE INDEX milestone_due_on ON milestone (due_on);
-- What is told of the day: actions that are not closed, steps of an order that are not done.
CREATE INDEX corrective_action_open ON corrective_action (due_on) WHERE state IN ('open', 'in_progress', 'done');
CREATE INDEX milestone_open ON milestone (due_on) WHERE state <> 'done';
-- The switching rules read the lots of one product from one supplier in the order of time.
CREATE INDEX inspection_switching ON inspection (supplier, product, inspected_on);

-- What has passed and what is left of every line, by the rules of store/touched.c.
UPDATE order_line SET passed_quantity = p.pieces FROM (
  SELECT order_line, max (pieces) AS pieces FROM (
    SELECT order_line, kind, sum (CASE
        WHEN decision IN ('rework', 'sort', 'reject') THEN NULL
        WHEN repeated THEN NULL
        WHEN decision IN ('accept', 'accept_deviation') OR (decision IS NULL AND result = 'pass')
          THEN coalesce (lot_size, ordered_pieces, 0) END) AS pieces
    FROM (
      SELECT i.order_line, i.kind, i.decision, i.result, i.lot_size, l.quantity AS ordered_pieces,
        EXISTS (SELECT 1 FROM inspection AS r WHERE r.repeats = i.id AND r.order_line = i.order_line
          AND r.inspected_on IS NOT NULL AND r.kind IN ('final_random', 'loading', 'incoming')) AS repeated
      FROM inspection AS i JOIN order_line AS l ON l.id = i.order_line
      WHERE i.inspected_on IS NOT NULL AND i.kind IN ('final_random', 'loading', 'incoming'))
    GROUP BY order_line, kind)
  GROUP BY order_line) AS p WHERE order_line.id = p.order_line;
UPDATE order_line SET outstanding_quantity = max (quantity - coalesce (passed_quantity, 0), 0)
  WHERE quantity IS NOT NULL;
