/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/agenda-sources.h"

#include <glib/gi18n-lib.h>

#include "insight/renewal.h"

#define BETWEEN(day) day " >= ?1 AND " day " <= ?2"
#define OF(supplier) " AND (?3 = 0 OR " supplier " = ?3)"

#define OPEN_LINE "l.state IN ('open', 'partial') AND o.state IS NOT 'draft'"
#define OF_LINE                                                                                    \
  "o.number, coalesce (p.name, l.description, p.code), l.supplier, s.name,"                        \
  " CASE WHEN l.quantity > ifnull (l.delivered_quantity, 0)"                                       \
  " THEN l.quantity - ifnull (l.delivered_quantity, 0) END, NULL, NULL"
#define LINE_JOINS                                                                                 \
  " JOIN purchase_order AS o ON o.id = l.purchase_order"                                           \
  " LEFT JOIN product AS p ON p.id = l.product LEFT JOIN supplier AS s ON s.id = l.supplier"

/* The words of the index order_line_planned, so that a book of a million lines is not gone through
 * for the few that are open and have a plan. */
#define ANY_LINE_PLAN                                                                              \
  "coalesce (l.start_planned_on, l.ready_planned_on, l.ship_planned_on, l.arrive_planned_on,"      \
  " l.clear_planned_on) IS NOT NULL"
#define LINE_STEP(planned, done)                                                                   \
  "SELECT l.id, l." planned ", l." planned ", " OF_LINE " FROM order_line AS l" LINE_JOINS         \
  " WHERE " ANY_LINE_PLAN " AND " OPEN_LINE                                                        \
  " AND " BETWEEN ("l." planned) " AND coalesce (" done ") IS NULL" OF ("l.supplier")

/* The index delivery_received_on finds those that are still on their way. */
#define ANY_DELIVERY_PLAN                                                                          \
  "coalesce (d.ready_planned_on, d.ship_planned_on, d.arrive_planned_on, d.clear_planned_on,"      \
  " d.receive_planned_on) IS NOT NULL AND d.received_on IS NULL"
#define DELIVERY_STEP(planned, done)                                                               \
  "SELECT d.id, d." planned ", d." planned ", o.number,"                                           \
  " coalesce (p.name, l.description, p.code), l.supplier, s.name, d.quantity, NULL, NULL"          \
  " FROM delivery AS d JOIN order_line AS l ON l.id = d.order_line" LINE_JOINS                     \
  " WHERE " ANY_DELIVERY_PLAN " AND o.state IS NOT 'cancelled'"                                    \
  " AND " BETWEEN ("d." planned) " AND coalesce (" done ") IS NULL" OF ("l.supplier")

/* The index purchase_order_planned. Drafts too: ordering and sending them is what is planned. */
#define ANY_ORDER_PLAN                                                                             \
  "coalesce (o.order_planned_on, o.send_planned_on, o.confirm_planned_on, o.deposit_planned_on)"   \
  " IS NOT NULL"
#define ORDER_STEP(planned, done)                                                                  \
  "SELECT o.id, o." planned ", o." planned ", o.number, NULL, o.supplier, s.name,"                 \
  " NULL, NULL, NULL FROM purchase_order AS o LEFT JOIN supplier AS s ON s.id = o.supplier"        \
  " WHERE " ANY_ORDER_PLAN " AND o.delivered_on IS NULL AND ifnull (o.state, '') <> 'cancelled'"   \
  " AND " BETWEEN ("o." planned) " AND " done " IS NULL" OF ("o.supplier")

#define MILESTONE(kind)                                                                            \
  "SELECT m.id, m.due_on, m.due_on, o.number, m.name, o.supplier, s.name, NULL, m.amount,"         \
  " m.currency FROM milestone AS m JOIN purchase_order AS o ON o.id = m.purchase_order"            \
  " LEFT JOIN supplier AS s ON s.id = o.supplier"                                                  \
  " WHERE m.state <> 'done' AND m.kind " kind                                                      \
  " 'payment' AND " BETWEEN ("m.due_on") " AND ifnull (o.state, '') NOT IN ('draft', "             \
                                         "'cancelled') AND o.line_count > 0" OF ("o.supplier")

#define OF_INSPECTION                                                                              \
  "i.number, coalesce (p.name, p.code), i.supplier, s.name, NULL, NULL, NULL"                      \
  " FROM inspection AS i LEFT JOIN product AS p ON p.id = i.product"                               \
  " LEFT JOIN supplier AS s ON s.id = i.supplier"
#define NOT_INSPECTED "i.decision IS NULL AND ifnull (i.result, 'pending') = 'pending'"

/* Of suppliers that were dropped nobody is reminded. */
#define NOT_DROPPED "ifnull (s.status, '') <> 'dropped'"

/* "GRS · TE-00012345", else the title of the document. */
#define OF_EVIDENCE(day)                                                                           \
  "SELECT e.id, e." day ", e." day ", coalesce (c.code, e.name), e.number, e.supplier, s.name,"    \
  " NULL, NULL, NULL FROM evidence AS e LEFT JOIN scheme AS c ON c.id = e.scheme"                  \
  " LEFT JOIN supplier AS s ON s.id = e.supplier WHERE " BETWEEN (                                 \
      "e." day) " AND " ASSAY_EVIDENCE_STANDS ("e") " AND " NOT_DROPPED                            \
                                                    " AND " ASSAY_EVIDENCE_NOT_RENEWED ("e")       \
                                                        OF ("e.supplier")

const AssayAgendaSource assay_agenda_sources[] = {
  { ASSAY_AGENDA_PROMISE, ASSAY_TYPE_ORDER_LINE, "promised", N_ ("Goods due"),
    "SELECT l.id, l.latest_promised_on, l.latest_promised_on, " OF_LINE
    " FROM order_line AS l" LINE_JOINS " WHERE " OPEN_LINE " AND " BETWEEN ("l.latest_promised_on")
        OF ("l.supplier") },

  { ASSAY_AGENDA_STEP, ASSAY_TYPE_ORDER, "order", N_ ("Order planned"),
    ORDER_STEP ("order_planned_on", "coalesce (o.ordered_on, o.sent_on, o.confirmed_on)") },
  { ASSAY_AGENDA_STEP, ASSAY_TYPE_ORDER, "send", N_ ("Sending planned"),
    ORDER_STEP ("send_planned_on", "coalesce (o.sent_on, o.confirmed_on)") },
  { ASSAY_AGENDA_STEP, ASSAY_TYPE_ORDER, "confirm", N_ ("Confirmation planned"),
    ORDER_STEP ("confirm_planned_on", "o.confirmed_on") },
  { ASSAY_AGENDA_STEP, ASSAY_TYPE_ORDER, "deposit", N_ ("Deposit planned"),
    ORDER_STEP ("deposit_planned_on", "o.deposit_on") },

  { ASSAY_AGENDA_STEP, ASSAY_TYPE_ORDER_LINE, "start", N_ ("Production start planned"),
    LINE_STEP ("start_planned_on",
               "l.started_on, l.ready_on, l.shipped_on, l.arrived_on, l.cleared_on") },
  { ASSAY_AGENDA_STEP, ASSAY_TYPE_ORDER_LINE, "ready", N_ ("Ready planned"),
    LINE_STEP ("ready_planned_on", "l.ready_on, l.shipped_on, l.arrived_on, l.cleared_on") },
  { ASSAY_AGENDA_STEP, ASSAY_TYPE_ORDER_LINE, "ship", N_ ("Shipment planned"),
    LINE_STEP ("ship_planned_on", "l.shipped_on, l.arrived_on, l.cleared_on") },
  { ASSAY_AGENDA_STEP, ASSAY_TYPE_ORDER_LINE, "arrive", N_ ("Arrival planned"),
    LINE_STEP ("arrive_planned_on", "l.arrived_on, l.cleared_on") },
  { ASSAY_AGENDA_STEP, ASSAY_TYPE_ORDER_LINE, "clear", N_ ("Clearance planned"),
    LINE_STEP ("clear_planned_on", "l.cleared_on, l.delivered_on") },

  { ASSAY_AGENDA_STEP, ASSAY_TYPE_DELIVERY, "ready", N_ ("Ready planned"),
    DELIVERY_STEP ("ready_planned_on", "d.ready_on, d.shipped_on, d.arrived_on, d.cleared_on") },
  { ASSAY_AGENDA_STEP, ASSAY_TYPE_DELIVERY, "ship", N_ ("Shipment planned"),
    DELIVERY_STEP ("ship_planned_on", "d.shipped_on, d.arrived_on, d.cleared_on") },
  { ASSAY_AGENDA_STEP, ASSAY_TYPE_DELIVERY, "arrive", N_ ("Arrival planned"),
    DELIVERY_STEP ("arrive_planned_on", "d.arrived_on, d.cleared_on") },
  { ASSAY_AGENDA_STEP, ASSAY_TYPE_DELIVERY, "clear", N_ ("Clearance planned"),
    DELIVERY_STEP ("clear_planned_on", "d.cleared_on, d.received_on") },
  { ASSAY_AGENDA_STEP, ASSAY_TYPE_DELIVERY, "receive", N_ ("Receipt planned"),
    DELIVERY_STEP ("receive_planned_on", "d.received_on, NULL") },

  { ASSAY_AGENDA_PAYMENT, ASSAY_TYPE_MILESTONE, "payment", N_ ("Payment due"), MILESTONE ("IS") },
  { ASSAY_AGENDA_MILESTONE, ASSAY_TYPE_MILESTONE, "milestone", N_ ("Milestone"),
    MILESTONE ("IS NOT") },

  { ASSAY_AGENDA_INSPECTION, ASSAY_TYPE_INSPECTION, "inspection", N_ ("Inspection planned"),
    "SELECT i.id, i.planned_on, i.planned_on, " OF_INSPECTION " WHERE i.inspected_on IS NULL"
    " AND " NOT_INSPECTED " AND " BETWEEN ("i.planned_on") OF ("i.supplier") },
  { ASSAY_AGENDA_INSPECTION, ASSAY_TYPE_INSPECTION, "inspection", N_ ("Inspection planned"),
    "SELECT i.id, i.inspected_on, i.inspected_on, " OF_INSPECTION " WHERE i.inspected_on > ?4"
    " AND " NOT_INSPECTED " AND " BETWEEN ("i.inspected_on") OF ("i.supplier") },
  { ASSAY_AGENDA_ACTION, ASSAY_TYPE_CORRECTIVE_ACTION, "action", N_ ("Corrective action due"),
    "SELECT a.id, a.due_on, a.due_on, a.number, a.title, a.supplier, s.name, NULL, NULL, NULL"
    " FROM corrective_action AS a LEFT JOIN supplier AS s ON s.id = a.supplier"
    " WHERE a.state IN ('open', 'in_progress', 'done') AND " BETWEEN ("a.due_on")
        OF ("a.supplier") },
  /* Until somebody looks at another lot of the same goods, as on Today. */
  { ASSAY_AGENDA_DEVIATION, ASSAY_TYPE_INSPECTION, "deviation", N_ ("Accepted deviation ends"),
    "SELECT i.id, i.deviation_until, i.deviation_until, " OF_INSPECTION
    " WHERE i.decision = 'accept_deviation' AND " BETWEEN (
        "i.deviation_until") " AND NOT EXISTS (SELECT 1 FROM inspection AS later WHERE "
                             "later.supplier = i.supplier"
                             " AND later.product IS i.product AND later.inspected_on > "
                             "i.deviation_until)" OF ("i.supplier") },
  /* Only the newest one of its area: what was assessed again has not run out. */
  { ASSAY_AGENDA_ASSESSMENT, ASSAY_TYPE_ASSESSMENT, "assessment", N_ ("Assessment runs out"),
    "SELECT t.id, t.valid_until, t.valid_until, s.name, t.area, t.supplier, NULL, NULL, NULL, NULL"
    " FROM assessment AS t LEFT JOIN supplier AS s ON s.id = t.supplier WHERE " BETWEEN (
        "t.valid_until") " AND NOT EXISTS (SELECT 1 FROM assessment AS later"
                         " WHERE later.supplier = t.supplier AND later.area = t.area"
                         " AND later.assessed_on > t.assessed_on)" OF ("t.supplier") },
  { ASSAY_AGENDA_EVIDENCE, ASSAY_TYPE_EVIDENCE, "evidence", N_ ("Evidence runs out"),
    OF_EVIDENCE ("valid_until") },
  { ASSAY_AGENDA_CHECK, ASSAY_TYPE_EVIDENCE, "check", N_ ("To be looked up again"),
    OF_EVIDENCE ("next_check_on") },
  { ASSAY_AGENDA_FINDING, ASSAY_TYPE_AUDIT_FINDING, "finding", N_ ("Audit finding due"),
    "SELECT f.id, f.due_on, f.due_on, f.name, coalesce (c.code, e.name), e.supplier, s.name,"
    " NULL, NULL, NULL FROM audit_finding AS f JOIN evidence AS e ON e.id = f.evidence"
    " LEFT JOIN scheme AS c ON c.id = e.scheme LEFT JOIN supplier AS s ON s.id = e.supplier"
    " WHERE f.closed_on IS NULL AND " BETWEEN ("f.due_on") " AND " ASSAY_EVIDENCE_STANDS (
        "e") " AND " NOT_DROPPED OF ("e.supplier") },
  { ASSAY_AGENDA_SAMPLE, ASSAY_TYPE_SAMPLE, "sample", N_ ("Sample due"),
    "SELECT t.id, t.due_on, t.due_on, t.number, coalesce (p.name, p.code), t.supplier, s.name,"
    " t.quantity, NULL, NULL FROM sample AS t LEFT JOIN product AS p ON p.id = t.product"
    " LEFT JOIN supplier AS s ON s.id = t.supplier WHERE t.received_on IS NULL"
    " AND ifnull (t.verdict, 'pending') = 'pending' AND " BETWEEN (
        "t.due_on") " AND " NOT_DROPPED OF ("t.supplier") },
  { ASSAY_AGENDA_RISK, ASSAY_TYPE_RISK, "risk", N_ ("Risk to look at again"),
    "SELECT r.id, r.review_on, r.review_on, r.name, NULL, r.supplier, s.name, NULL, NULL, NULL"
    " FROM risk AS r LEFT JOIN supplier AS s ON s.id = r.supplier"
    " WHERE ifnull (r.state, 'open') <> 'closed' AND " BETWEEN (
        "r.review_on") " AND " NOT_DROPPED OF ("r.supplier") },
  /* Of countries that nobody in the book works in nobody needs to know. */
  { ASSAY_AGENDA_BLACKOUT, ASSAY_TYPE_BLACKOUT, "closed", N_ ("Closed"),
    "SELECT b.id, b.from_on, b.to_on, b.name, b.country, b.supplier, s.name, NULL, NULL, NULL"
    " FROM blackout AS b LEFT JOIN supplier AS s ON s.id = b.supplier"
    " WHERE b.from_on <= ?2 AND b.to_on >= ?1 AND CASE"
    " WHEN b.supplier IS NOT NULL THEN ?3 IN (0, b.supplier)"
    " WHEN b.country IS NULL THEN 1"
    " WHEN ?3 = 0 THEN EXISTS (SELECT 1 FROM supplier WHERE country = b.country)"
    " ELSE b.country = (SELECT country FROM supplier WHERE id = ?3) END" },
};

const guint assay_agenda_n_sources = G_N_ELEMENTS (assay_agenda_sources);
