/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is due on which day, and what is not due at all. */

#include "insight/agenda.h"
#include "sample-book.h"

#define TODAY "2026-06-15"

typedef struct
{
  gint64 sao_mai, yangtze;
} Suppliers;

static void
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
}

static void
set_date (AssayDb *db, AssayType type, gint64 id, guint field, const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = assay_records_get (db, type, id, &error);

  g_assert_no_error (error);
  assay_record_set_date (record, field, sample_day (day));
  assay_records_update (db, record, &error);
  g_assert_no_error (error);
}

static void
add_milestone (AssayDb *db,
               gint64 order,
               const char *name,
               const char *kind,
               gint64 amount,
               const char *due_on,
               const char *done_on)
{
  g_autoptr (AssayRecord) milestone = assay_record_new (ASSAY_TYPE_MILESTONE);

  assay_record_set_reference (milestone, ASSAY_MILESTONE_PURCHASE_ORDER, order);
  assay_record_set_text (milestone, ASSAY_MILESTONE_NAME, name);
  assay_record_set_text (milestone, ASSAY_MILESTONE_KIND, kind);
  if (amount > 0)
    {
      assay_record_set_integer (milestone, ASSAY_MILESTONE_AMOUNT, amount);
      assay_record_set_text (milestone, ASSAY_MILESTONE_CURRENCY, "USD");
    }
  assay_record_set_date (milestone, ASSAY_MILESTONE_DUE_ON, sample_day (due_on));
  assay_record_set_date (milestone, ASSAY_MILESTONE_DONE_ON, sample_day (done_on));
  insert (db, milestone);
}

static void
add_action (AssayDb *db, gint64 supplier, const char *title, const char *state, const char *due_on)
{
  g_autoptr (AssayRecord) action = assay_record_new (ASSAY_TYPE_CORRECTIVE_ACTION);

  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_TITLE, title);
  assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_STATE, state);
  assay_record_set_reference (action, ASSAY_CORRECTIVE_ACTION_SUPPLIER, supplier);
  assay_record_set_date (action, ASSAY_CORRECTIVE_ACTION_DUE_ON, sample_day (due_on));
  insert (db, action);
}

static void
add_assessment (
    AssayDb *db, gint64 supplier, const char *area, const char *on, const char *valid_until)
{
  g_autoptr (AssayRecord) assessment = assay_record_new (ASSAY_TYPE_ASSESSMENT);

  assay_record_set_reference (assessment, ASSAY_ASSESSMENT_SUPPLIER, supplier);
  assay_record_set_text (assessment, ASSAY_ASSESSMENT_AREA, area);
  assay_record_set_date (assessment, ASSAY_ASSESSMENT_ASSESSED_ON, sample_day (on));
  assay_record_set_date (assessment, ASSAY_ASSESSMENT_VALID_UNTIL, sample_day (valid_until));
  insert (db, assessment);
}

static void
add_blackout (AssayDb *db,
              const char *name,
              const char *from,
              const char *to,
              const char *country,
              gint64 supplier)
{
  g_autoptr (AssayRecord) blackout = assay_record_new (ASSAY_TYPE_BLACKOUT);

  assay_record_set_text (blackout, ASSAY_BLACKOUT_NAME, name);
  assay_record_set_date (blackout, ASSAY_BLACKOUT_FROM_ON, sample_day (from));
  assay_record_set_date (blackout, ASSAY_BLACKOUT_TO_ON, sample_day (to));
  assay_record_set_text (blackout, ASSAY_BLACKOUT_COUNTRY, country);
  if (supplier != 0)
    assay_record_set_reference (blackout, ASSAY_BLACKOUT_SUPPLIER, supplier);
  insert (db, blackout);
}

static void
fill_orders (AssayDb *db, Suppliers *suppliers)
{
  gint64 pack = sample_product (db, "P-1", "Trail 25");
  gint64 sent = sample_order (db, "PO-1", suppliers->sao_mai, "2026-05-01", NULL);
  gint64 draft = sample_order (db, "PO-2", suppliers->sao_mai, NULL, NULL);
  gint64 cancelled = sample_order (db, "PO-3", suppliers->sao_mai, "2026-05-01", NULL);
  gint64 other = sample_order (db, "PO-4", suppliers->yangtze, "2026-05-01", NULL);
  gint64 line;

  line = sample_line (db, sent, pack, 900, "2026-06-20");
  set_date (db, ASSAY_TYPE_ORDER_LINE, line, ASSAY_ORDER_LINE_START_PLANNED_ON, "2026-05-20");
  set_date (db, ASSAY_TYPE_ORDER_LINE, line, ASSAY_ORDER_LINE_STARTED_ON, "2026-05-22");
  set_date (db, ASSAY_TYPE_ORDER_LINE, line, ASSAY_ORDER_LINE_READY_PLANNED_ON, "2026-06-10");
  set_date (db, ASSAY_TYPE_ORDER_LINE, line, ASSAY_ORDER_LINE_SHIP_PLANNED_ON, "2026-06-18");
  sample_delivery (db, line, 300, "2026-06-12");
  sample_line (db, sent, 0, 10, NULL);                  /* nothing was promised */
  line = sample_line (db, sent, pack, 5, "2026-06-01"); /* came */
  set_date (db, ASSAY_TYPE_ORDER_LINE, line, ASSAY_ORDER_LINE_READY_PLANNED_ON, "2026-06-02");
  sample_delivery (db, line, 5, "2026-06-03");
  sample_line (db, draft, pack, 7, "2026-06-20");
  set_date (db, ASSAY_TYPE_ORDER, draft, ASSAY_ORDER_SEND_PLANNED_ON, "2026-06-16");
  sample_set_text (db, ASSAY_TYPE_ORDER, draft, ASSAY_ORDER_STATE, "draft");
  sample_line (db, cancelled, pack, 8, "2026-06-20");
  set_date (db, ASSAY_TYPE_ORDER, cancelled, ASSAY_ORDER_CONFIRM_PLANNED_ON, "2026-06-16");
  sample_set_text (db, ASSAY_TYPE_ORDER, cancelled, ASSAY_ORDER_STATE, "cancelled");
  sample_line (db, other, 0, 1, "2026-06-14");
  set_date (db, ASSAY_TYPE_ORDER, other, ASSAY_ORDER_SEND_PLANNED_ON, "2026-06-16"); /* it was */

  add_milestone (db, sent, "Balance", "payment", 150000, "2026-06-14", NULL);
  add_milestone (db, sent, "Deposit", "payment", 50000, "2026-06-14", "2026-06-13");
  add_milestone (db, sent, "Loading", "shipment", 0, "2026-06-19", NULL);
  add_milestone (db, draft, "Balance", "payment", 1, "2026-06-14", NULL);
}

static void
fill (AssayDb *db, gpointer data)
{
  Suppliers *suppliers = data;
  gint64 lot;

  suppliers->sao_mai = sample_supplier (db, "Sao Mai", "VN");
  suppliers->yangtze = sample_supplier (db, "Yangtze", "CN");
  fill_orders (db, suppliers);

  lot = sample_inspection (db, suppliers->sao_mai, 0, NULL, -1, -1, NULL);
  set_date (db, ASSAY_TYPE_INSPECTION, lot, ASSAY_INSPECTION_PLANNED_ON, "2026-06-17");
  lot = sample_inspection (db, suppliers->sao_mai, 0, "2026-06-13", 50, 1, "pass"); /* was done */
  set_date (db, ASSAY_TYPE_INSPECTION, lot, ASSAY_INSPECTION_PLANNED_ON, "2026-06-12");
  lot = sample_inspection (db, suppliers->yangtze, 0, "2026-06-01", 50, 1, "pass");
  sample_set_text (db, ASSAY_TYPE_INSPECTION, lot, ASSAY_INSPECTION_DECISION, "accept_deviation");
  set_date (db, ASSAY_TYPE_INSPECTION, lot, ASSAY_INSPECTION_DEVIATION_UNTIL, "2026-06-22");

  add_action (db, suppliers->sao_mai, "Seams open", "open", "2026-06-15");
  add_action (db, suppliers->sao_mai, "Zips jam", "closed", "2026-06-15");
  add_assessment (db, suppliers->sao_mai, "compliance", "2025-06-01", "2026-06-30");
  add_assessment (db, suppliers->sao_mai, "documents", "2025-06-01", "2026-06-30");
  add_assessment (db, suppliers->sao_mai, "documents", "2026-06-01", "2027-06-30");

  add_blackout (db, "Dragon boats", "2026-06-19", "2026-06-21", "CN", 0);
  add_blackout (db, "Nobody’s feast", "2026-06-19", "2026-06-21", "IN", 0);
  add_blackout (db, "Stocktaking", "2026-05-25", "2026-06-02", NULL, suppliers->sao_mai);
}

/* One line an item. */
static char *
tell (AssayBook *book, const AssayAgendaQuestion *question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayAgenda) agenda
      = assay_agenda_ask (assay_book_get_reader (book), question, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpint (agenda->changed, >, 0);
  for (guint i = 0; i < agenda->items->len; i++)
    {
      const AssayAgendaItem *item = g_ptr_array_index (agenda->items, i);
      g_autofree char *day = assay_date_format_iso (item->day);
      g_autofree char *subtitle = assay_agenda_item_dup_subtitle (item);

      g_assert_cmpint (item->id, !=, 0);
      g_string_append_printf (text, "%s %s/%s%s %s | %s\n", day,
                              assay_agenda_kind_to_string (item->kind), item->what,
                              item->overdue ? "!" : "", item->title, subtitle);
    }
  return g_string_free_and_steal (text);
}

static AssayAgendaQuestion
ask_june (void)
{
  return (AssayAgendaQuestion){ .from = sample_day ("2026-06-01"),
                                .to = sample_day ("2026-06-30"),
                                .today = sample_day (TODAY),
                                .kinds = ASSAY_AGENDA_ALL_KINDS };
}

static void
test_all (void)
{
  AssayBook *book = sample_book_new ();
  AssayAgendaQuestion question = ask_june ();
  g_autofree char *text = NULL;
  Suppliers suppliers;

  sample_change (book, fill, &suppliers);
  text = tell (book, &question);
  g_assert_cmpstr (
      text, ==,
      "2026-05-25 blackout/closed Stocktaking | Closed · Sao Mai\n"
      "2026-06-10 step/ready! PO-1 · Trail 25 | Ready planned · Sao Mai · 600 pieces\n"
      "2026-06-14 promise/promised! PO-4 | Goods due · Yangtze · 1 piece\n"
      "2026-06-14 payment/payment! PO-1 · Balance | Payment due · Sao Mai · 1500.00 USD\n"
      "2026-06-15 action/action Seams open | Corrective action due · Sao Mai\n"
      "2026-06-16 step/send PO-2 | Sending planned · Sao Mai\n"
      "2026-06-17 inspection/inspection Sao Mai | Inspection planned · Sao Mai\n"
      "2026-06-18 step/ship PO-1 · Trail 25 | Shipment planned · Sao Mai · 600 pieces\n"
      "2026-06-19 milestone/milestone PO-1 · Loading | Milestone · Sao Mai\n"
      "2026-06-19 blackout/closed Dragon boats · China | Closed\n"
      "2026-06-20 promise/promised PO-1 · Trail 25 | Goods due · Sao Mai · 600 pieces\n"
      "2026-06-22 deviation/deviation Yangtze | Accepted deviation ends · Yangtze\n"
      "2026-06-30 assessment/assessment Sao Mai · Compliance | Assessment runs out\n");
  sample_book_free (book);
}

static void
test_some (void)
{
  AssayBook *book = sample_book_new ();
  AssayAgendaQuestion question = ask_june ();
  g_autofree char *kinds = NULL, *supplier = NULL, *overdue = NULL, *nothing = NULL, *day = NULL;
  Suppliers suppliers;

  sample_change (book, fill, &suppliers);
  question.kinds = 1u << ASSAY_AGENDA_PAYMENT | 1u << ASSAY_AGENDA_ACTION;
  kinds = tell (book, &question);
  g_assert_cmpstr (
      kinds, ==,
      "2026-06-14 payment/payment! PO-1 · Balance | Payment due · Sao Mai · 1500.00 USD\n"
      "2026-06-15 action/action Seams open | Corrective action due · Sao Mai\n");
  question.kinds = ASSAY_AGENDA_ALL_KINDS;
  question.supplier = suppliers.yangtze;
  supplier = tell (book, &question);
  g_assert_cmpstr (supplier, ==,
                   "2026-06-14 promise/promised! PO-4 | Goods due · Yangtze · 1 piece\n"
                   "2026-06-19 blackout/closed Dragon boats · China | Closed\n"
                   "2026-06-22 deviation/deviation Yangtze | Accepted deviation ends · Yangtze\n");
  question.from = question.to = sample_day ("2026-06-15");
  day = tell (book, &question);
  g_assert_cmpstr (day, ==, "");
  /* What was not done before the first day. */
  question.overdue = TRUE;
  overdue = tell (book, &question);
  g_assert_cmpstr (overdue, ==,
                   "2026-06-14 promise/promised! PO-4 | Goods due · Yangtze · 1 piece\n");
  question.overdue = FALSE;
  question.to = sample_day ("2026-06-01");
  nothing = tell (book, &question);
  g_assert_cmpstr (nothing, ==, "");
  sample_book_free (book);
}

static void
test_empty (void)
{
  AssayBook *book = sample_book_new ();
  AssayAgendaQuestion question = ask_june ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayAgenda) agenda
      = assay_agenda_ask (assay_book_get_reader (book), &question, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (agenda->items->len, ==, 0);
  g_assert_cmpint (agenda->changed, ==, 0);
  sample_book_free (book);
}

static void
test_kinds (void)
{
  AssayAgendaKind found;

  for (AssayAgendaKind kind = 0; kind < ASSAY_AGENDA_N_KINDS; kind++)
    {
      g_assert_true (assay_agenda_kind_from_string (assay_agenda_kind_to_string (kind), &found));
      g_assert_cmpint (found, ==, kind);
      g_assert_cmpuint (strlen (assay_agenda_kind_label (kind)), >, 0);
    }
  g_assert_false (assay_agenda_kind_from_string ("birthday", &found));
  g_assert_false (assay_agenda_kind_from_string (NULL, &found));
}

/* The questions about plans read what is planned, not whole tables. */
static void
test_fast (void)
{
  static const struct
  {
    const char *index, *sql;
  } rows[] = {
    { "order_line_planned",
      "SELECT l.id FROM order_line AS l WHERE coalesce (l.start_planned_on, l.ready_planned_on, "
      "l.ship_planned_on, l.arrive_planned_on, l.clear_planned_on) IS NOT NULL AND l.state IN "
      "('open', 'partial') AND l.ready_planned_on >= 1 AND l.ready_planned_on <= 2" },
    { "delivery_received_on",
      "SELECT d.id FROM delivery AS d WHERE coalesce (d.ready_planned_on, d.ship_planned_on, "
      "d.arrive_planned_on, d.clear_planned_on, d.receive_planned_on) IS NOT NULL AND "
      "d.received_on IS NULL AND d.ship_planned_on >= 1 AND d.ship_planned_on <= 2" },
    { "purchase_order_planned",
      "SELECT o.id FROM purchase_order AS o WHERE coalesce (o.order_planned_on, "
      "o.send_planned_on, o.confirm_planned_on, o.deposit_planned_on) IS NOT NULL AND "
      "o.send_planned_on >= 1 AND o.send_planned_on <= 2" },
    { "order_line_due", "SELECT id FROM order_line AS l WHERE l.state IN ('open', 'partial') AND "
                        "l.latest_promised_on >= 1 AND l.latest_promised_on <= 2" },
    { "inspection_planned_on",
      "SELECT id FROM inspection AS i WHERE i.planned_on >= 1 AND i.planned_on <= 2" },
  };
  AssayBook *book = sample_book_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", rows[i].sql, NULL);
      g_autoptr (AssayStatement) statement
          = assay_db_prepare (assay_book_get_reader (book), sql, NULL);
      gboolean row;

      g_assert_true (assay_statement_step (statement, &row, NULL));
      g_test_message ("%s", assay_statement_get_text (statement, 3));
      g_assert_nonnull (strstr (assay_statement_get_text (statement, 3), rows[i].index));
    }
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/agenda/all", test_all);
  g_test_add_func ("/insight/agenda/some", test_some);
  g_test_add_func ("/insight/agenda/empty", test_empty);
  g_test_add_func ("/insight/agenda/kinds", test_kinds);
  g_test_add_func ("/insight/agenda/fast", test_fast);
  return g_test_run ();
}
