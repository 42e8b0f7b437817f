-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema step 3: what is planned beside what happened, milestone plans, blackout periods, exchange rates,
-- demand and stock, scorecards and assessments.

CREATE TABLE milestone_plan (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE milestone_step (
  id INTEGER PRIMARY KEY,
  milestone_plan INTEGER NOT NULL
    CONSTRAINT milestone_plan_is_milestone_plan REFERENCES milestone_plan (id),
  position INTEGER,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  share INTEGER,
  anchor TEXT,
  days INTEGER,
  waits INTEGER CONSTRAINT waits_is_flag CHECK (waits IN (0, 1)),
  secured TEXT
) STRICT;

CREATE TABLE blackout (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT,
  from_on INTEGER NOT NULL,
  to_on INTEGER NOT NULL,
  country TEXT CONSTRAINT country_is_country CHECK (length (country) = 2),
  supplier INTEGER
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  source TEXT,
  note TEXT
) STRICT;

CREATE TABLE exchange_rate (
  id INTEGER PRIMARY KEY,
  currency TEXT NOT NULL CONSTRAINT currency_is_currency CHECK (length (currency) = 3),
  rate INTEGER NOT NULL,
  in_currency TEXT NOT NULL CONSTRAINT in_currency_is_currency CHECK (length (in_currency) = 3),
  valid_on INTEGER NOT NULL,
  source TEXT
) STRICT;

CREATE TABLE demand (
  id INTEGER PRIMARY KEY,
  product INTEGER NOT NULL
    CONSTRAINT product_is_product REFERENCES product (id),
  month INTEGER NOT NULL,
  quantity INTEGER NOT NULL CONSTRAINT quantity_not_negative CHECK (quantity >= 0),
  note TEXT
) STRICT;

CREATE TABLE scorecard (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  band_a INTEGER,
  band_b INTEGER,
  band_c INTEGER,
  warn_below TEXT,
  min_coverage INTEGER,
  min_lots INTEGER CONSTRAINT min_lots_not_negative CHECK (min_lots >= 0),
  gate_audit INTEGER CONSTRAINT gate_audit_is_flag CHECK (gate_audit IN (0, 1)),
  gate_finding INTEGER CONSTRAINT gate_finding_is_flag CHECK (gate_finding IN (0, 1)),
  gate_grade TEXT,
  note TEXT
) STRICT;

CREATE TABLE criterion (
  id INTEGER PRIMARY KEY,
  scorecard INTEGER NOT NULL
    CONSTRAINT scorecard_is_scorecard REFERENCES scorecard (id),
  position INTEGER,
  area TEXT NOT NULL,
  measure TEXT NOT NULL,
  weight INTEGER NOT NULL,
  best INTEGER,
  worst INTEGER,
  cautious INTEGER CONSTRAINT cautious_is_flag CHECK (cautious IN (0, 1))
) STRICT;

CREATE TABLE assessment (
  id INTEGER PRIMARY KEY,
  supplier INTEGER NOT NULL
    CONSTRAINT supplier_is_supplier REFERENCES supplier (id),
  area TEXT NOT NULL,
  assessed_on INTEGER NOT NULL,
  score INTEGER,
  finding TEXT,
  valid_until INTEGER,
  assessed_by TEXT,
  note TEXT
) STRICT;

ALTER TABLE purchase_order ADD COLUMN order_planned_on INTEGER;
ALTER TABLE purchase_order ADD COLUMN send_planned_on INTEGER;
ALTER TABLE purchase_order ADD COLUMN confirm_planned_on INTEGER;
ALTER TABLE purchase_order ADD COLUMN deposit_planned_on INTEGER;
ALTER TABLE purchase_order ADD COLUMN milestone_plan INTEGER
    CONSTRAINT milestone_plan_is_milestone_plan REFERENCES milestone_plan (id);

ALTER TABLE order_line ADD COLUMN start_planned_on INTEGER;
ALTER TABLE order_line ADD COLUMN started_on INTEGER;
ALTER TABLE order_line ADD COLUMN ready_planned_on INTEGER;
ALTER TABLE order_line ADD COLUMN ship_planned_on INTEGER;
ALTER TABLE order_line ADD COLUMN arrive_planned_on INTEGER;
ALTER TABLE order_line ADD COLUMN clear_planned_on INTEGER;
ALTER TABLE order_line ADD COLUMN deposit_on INTEGER;
ALTER TABLE order_line ADD COLUMN ready_on INTEGER;
ALTER TABLE order_line ADD COLUMN shipped_on INTEGER;
ALTER TABLE order_line ADD COLUMN arrived_on INTEGER;
ALTER TABLE order_line ADD COLUMN cleared_on INTEGER;

ALTER TABLE delivery ADD COLUMN ready_planned_on INTEGER;
ALTER TABLE delivery ADD COLUMN ship_planned_on INTEGER;
ALTER TABLE delivery ADD COLUMN arrive_planned_on INTEGER;
ALTER TABLE delivery ADD COLUMN clear_planned_on INTEGER;
ALTER TABLE delivery ADD COLUMN receive_planned_on INTEGER;

ALTER TABLE supplier ADD COLUMN milestone_plan INTEGER
    CONSTRAINT milestone_plan_is_milestone_plan REFERENCES milestone_plan (id);
ALTER TABLE supplier ADD COLUMN working_week TEXT;

ALTER TABLE product ADD COLUMN opportunities INTEGER CONSTRAINT opportunities_not_negative CHECK (opportunities >= 0);
ALTER TABLE product ADD COLUMN stock INTEGER CONSTRAINT stock_not_negative CHECK (stock >= 0);
ALTER TABLE product ADD COLUMN stock_on INTEGER;
ALTER TABLE product ADD COLUMN demand_mean INTEGER;
ALTER TABLE product ADD COLUMN demand_sd INTEGER;
ALTER TABLE product ADD COLUMN service_level INTEGER;

ALTER TABLE milestone ADD COLUMN paid INTEGER;
ALTER TABLE milestone ADD COLUMN secured TEXT;
ALTER TABLE milestone ADD COLUMN anchor TEXT;
ALTER TABLE milestone ADD COLUMN days INTEGER;

CREATE INDEX milestone_step_milestone_plan ON milestone_step (milestone_plan);
CREATE INDEX blackout_supplier ON blackout (supplier);
CREATE INDEX demand_product ON demand (product);
CREATE INDEX criterion_scorecard ON criterion (scorecard);
CREATE INDEX assessment_supplier ON assessment (supplier);
CREATE INDEX purchase_order_milestone_plan ON purchase_order (milestone_plan);
CREATE INDEX supplier_milestone_plan ON supplier (milestone_plan);
CREATE INDEX blackout_from_on ON blackout (from_on);
CREATE INDEX exchange_rate_valid_on ON exchange_rate (currency, in_currency, valid_on);
CREATE INDEX demand_month ON demand (month);

-- What is planned and not over, for calendars: few rows of many, so that no table is gone through for
-- them. The questions are in insight/agenda.c, in the same words.
CREATE INDEX purchase_order_planned ON purchase_order (id) WHERE
  coalesce (order_planned_on, send_planned_on, confirm_planned_on, deposit_planned_on) IS NOT NULL;
CREATE INDEX order_line_planned ON order_line (id) WHERE coalesce (start_planned_on, ready_planned_on,
  ship_planned_on, arrive_planned_on, clear_planned_on) IS NOT NULL AND state IN ('open', 'partial');
CREATE INDEX inspection_planned_on ON inspection (planned_on) WHERE planned_on IS NOT NULL;
CREATE INDEX inspection_deviation_until ON inspection (deviation_until) WHERE deviation_until IS NOT NULL;

-- What orders and deliveries say already, by the rules of store/touched.c.
UPDATE order_line SET deposit_on = o.deposit_on FROM purchase_order AS o
WHERE o.id = order_line.purchase_order AND o.deposit_on IS NOT NULL;

UPDATE order_line SET ready_on = s.ready_on, shipped_on = s.shipped_on, arrived_on = s.arrived_on, cleared_on = s.cleared_on
FROM (SELECT l.id, CASE WHEN r.n_ready_on > 0 AND (l.closed IS 1 OR l.quantity IS NULL OR r.unknown_ready_on > 0
    OR r.quantity_ready_on >= l.quantity) THEN r.last_ready_on END AS ready_on,
  CASE WHEN r.n_shipped_on > 0 AND (l.closed IS 1 OR l.quantity IS NULL OR r.unknown_shipped_on > 0
    OR r.quantity_shipped_on >= l.quantity) THEN r.last_shipped_on END AS shipped_on,
  CASE WHEN r.n_arrived_on > 0 AND (l.closed IS 1 OR l.quantity IS NULL OR r.unknown_arrived_on > 0
    OR r.quantity_arrived_on >= l.quantity) THEN r.last_arrived_on END AS arrived_on,
  CASE WHEN r.n_cleared_on > 0 AND (l.closed IS 1 OR l.quantity IS NULL OR r.unknown_cleared_on > 0
    OR r.quantity_cleared_on >= l.quantity) THEN r.last_cleared_on END AS cleared_on
  FROM order_line AS l JOIN (SELECT order_line, count (ready_on) AS n_ready_on, max (ready_on) AS last_ready_on,
    sum (quantity) FILTER (WHERE ready_on IS NOT NULL) AS quantity_ready_on,
    count (*) FILTER (WHERE ready_on IS NOT NULL AND quantity IS NULL) AS unknown_ready_on,
    count (shipped_on) AS n_shipped_on, max (shipped_on) AS last_shipped_on,
    sum (quantity) FILTER (WHERE shipped_on IS NOT NULL) AS quantity_shipped_on,
    count (*) FILTER (WHERE shipped_on IS NOT NULL AND quantity IS NULL) AS unknown_shipped_on,
    count (arrived_on) AS n_arrived_on, max (arrived_on) AS last_arrived_on,
    sum (quantity) FILTER (WHERE arrived_on IS NOT NULL) AS quantity_arrived_on,
    count (*) FILTER (WHERE arrived_on IS NOT NULL AND quantity IS NULL) AS unknown_arrived_on,
    count (cleared_on) AS n_cleared_on, max (cleared_on) AS last_cleared_on,
    sum (quantity) FILTER (WHERE cleared_on IS NOT NULL) AS quantity_cleared_on,
    count (*) FILTER (WHERE cleared_on IS NOT NULL AND quantity IS NULL) AS unknown_cleared_on
    FROM delivery GROUP BY order_line) AS r ON r.order_line = l.id) AS s
WHERE s.id = order_line.id;
