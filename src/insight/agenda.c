/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/agenda.h"

#include <glib/gi18n-lib.h>

#include "record/catalogue.h"
#include "record/date.h"
#include "record/format.h"

/* The parameters of every question: ?1 and ?2 the first and the last day, ?3 the supplier or 0, ?4
 * today. What every question answers. */
enum
{
  COLUMN_ID,
  COLUMN_DAY,
  COLUMN_UNTIL,
  COLUMN_HEAD, /* the title is these two */
  COLUMN_TAIL,
  COLUMN_SUPPLIER,
  COLUMN_SUPPLIER_NAME,
  COLUMN_PIECES,
  COLUMN_AMOUNT,
  COLUMN_CURRENCY,
};

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

typedef struct
{
  AssayAgendaKind kind;
  AssayType type;
  const char *what;
  const char *label; /* marked for translation */
  const char *sql;
} Source;

static const Source sources[] = {
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

static const struct
{
  const char *name;
  const char *label; /* marked for translation */
} kinds[ASSAY_AGENDA_N_KINDS] = {
  [ASSAY_AGENDA_PROMISE] = { "promise", N_ ("Goods due") },
  [ASSAY_AGENDA_STEP] = { "step", N_ ("Planned steps") },
  [ASSAY_AGENDA_PAYMENT] = { "payment", N_ ("Payments") },
  [ASSAY_AGENDA_MILESTONE] = { "milestone", N_ ("Other milestones") },
  [ASSAY_AGENDA_INSPECTION] = { "inspection", N_ ("Inspections") },
  [ASSAY_AGENDA_ACTION] = { "action", N_ ("Corrective actions") },
  [ASSAY_AGENDA_DEVIATION] = { "deviation", N_ ("Deviations that end") },
  [ASSAY_AGENDA_ASSESSMENT] = { "assessment", N_ ("Assessments that run out") },
  [ASSAY_AGENDA_BLACKOUT] = { "blackout", N_ ("Blackout periods") },
};

const char *
assay_agenda_kind_to_string (AssayAgendaKind kind)
{
  return kinds[kind].name;
}

gboolean
assay_agenda_kind_from_string (const char *text, AssayAgendaKind *kind)
{
  for (guint i = 0; i < ASSAY_AGENDA_N_KINDS; i++)
    if (g_strcmp0 (kinds[i].name, text) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

const char *
assay_agenda_kind_label (AssayAgendaKind kind)
{
  return _ (kinds[kind].label);
}

static void
free_item (gpointer data)
{
  AssayAgendaItem *item = data;

  g_free (item->brief);
  g_free (item->title);
  g_free (item->label);
  g_free (item->detail);
  g_free (item->amount);
  g_free (item->currency);
  g_free (item->supplier_name);
  g_free (item);
}

/* A strange book's text need not be UTF-8. */
static char *
dup_text (AssayStatement *statement, int column)
{
  if (assay_statement_is_null (statement, column))
    return NULL;
  return g_utf8_make_valid (assay_statement_get_text (statement, column), -1);
}

static char *
join (const char *first, const char *second)
{
  if (first != NULL && *first != '\0' && second != NULL && *second != '\0')
    /* Translators: two facts about one thing, side by side */
    return g_strdup_printf (C_ ("facts", "%s · %s"), first, second);
  return g_strdup (first != NULL && *first != '\0' ? first : second);
}

/* What stands in the second half of a title: the name of a country or an area, else the text. */
static char *
say_tail (const Source *source, const char *tail)
{
  const AssayField *area;

  if (tail == NULL)
    return NULL;
  if (source->kind == ASSAY_AGENDA_BLACKOUT)
    return assay_format_country (tail);
  if (source->kind != ASSAY_AGENDA_ASSESSMENT)
    return g_strdup (tail);
  area = &assay_record_type_get (ASSAY_TYPE_ASSESSMENT)->fields[ASSAY_ASSESSMENT_AREA];
  return g_strdup (assay_field_choice_label (area, tail));
}

/* How many pieces or how much money. */
static void
read_detail (AssayAgendaItem *item, AssayStatement *statement)
{
  const AssayField *field
      = &assay_record_type_get (ASSAY_TYPE_MILESTONE)->fields[ASSAY_MILESTONE_AMOUNT];
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;

  item->pieces = -1;
  if (!assay_statement_is_null (statement, COLUMN_PIECES))
    {
      g_autofree char *number = NULL;

      item->pieces = MAX (assay_statement_get_int (statement, COLUMN_PIECES), 0);
      number = assay_format_number (item->pieces);
      item->detail = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s piece", "%s pieces", (gulong)item->pieces), number);
      return;
    }
  if (assay_statement_is_null (statement, COLUMN_AMOUNT))
    return;
  item->currency = dup_text (statement, COLUMN_CURRENCY);
  assay_value_set_integer (&value, assay_statement_get_int (statement, COLUMN_AMOUNT));
  item->amount = assay_format_value_plain (field, &value, item->currency);
  item->detail = assay_format_value_display (field, &value, item->currency, ASSAY_UNITS_METRIC);
}

/* The half of the title that tells more, or what is to be paid. */
static char *
say_brief (const AssayAgendaItem *item, const char *head, const char *tail)
{
  if (item->kind == ASSAY_AGENDA_PAYMENT && item->detail != NULL)
    return g_strdup (item->detail);
  if (item->kind == ASSAY_AGENDA_BLACKOUT || item->kind == ASSAY_AGENDA_ASSESSMENT || tail == NULL)
    return g_strdup (head != NULL ? head : item->title);
  return g_strdup (tail);
}

static AssayAgendaItem *
read_item (const Source *source, const AssayAgendaQuestion *question, AssayStatement *statement)
{
  AssayAgendaItem *item = g_new0 (AssayAgendaItem, 1);
  g_autofree char *head = dup_text (statement, COLUMN_HEAD);
  g_autofree char *text = dup_text (statement, COLUMN_TAIL);
  g_autofree char *tail = say_tail (source, text);

  item->kind = source->kind;
  item->what = source->what;
  item->type = source->type;
  item->id = assay_statement_get_int (statement, COLUMN_ID);
  item->day = (gint32)assay_statement_get_int (statement, COLUMN_DAY);
  item->until = (gint32)assay_statement_get_int (statement, COLUMN_UNTIL);
  item->overdue = source->kind != ASSAY_AGENDA_BLACKOUT && item->day < question->today;
  item->title = join (head, tail);
  item->label = g_strdup (_ (source->label));
  read_detail (item, statement);
  item->supplier = assay_statement_get_int (statement, COLUMN_SUPPLIER);
  item->supplier_name = dup_text (statement, COLUMN_SUPPLIER_NAME);
  if (item->title == NULL)
    item->title = g_strdup (item->supplier_name != NULL ? item->supplier_name : item->label);
  item->brief = say_brief (item, head, tail);
  return item;
}

static gboolean
ask (AssayDb *db,
     const Source *source,
     const AssayAgendaQuestion *question,
     GPtrArray *items,
     GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, source->sql, error);
  gboolean overdue = question->overdue && source->kind != ASSAY_AGENDA_BLACKOUT;
  gboolean row, ok;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, overdue ? ASSAY_DATE_MIN : question->from);
  assay_statement_bind_int (statement, 2, question->to);
  assay_statement_bind_int (statement, 3, question->supplier);
  if (strstr (source->sql, "?4") != NULL)
    assay_statement_bind_int (statement, 4, question->today);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    g_ptr_array_add (items, read_item (source, question, statement));
  return ok;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const AssayAgendaItem *x = *(AssayAgendaItem *const *)a, *y = *(AssayAgendaItem *const *)b;
  int order;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  order = g_strcmp0 (x->title, y->title);
  if (order != 0)
    return order;
  return (x->id > y->id) - (x->id < y->id);
}

static gboolean
read_changed (AssayDb *db, gint64 *changed, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db, "SELECT at FROM change ORDER BY id DESC LIMIT 1", error);
  gboolean row;

  if (statement == NULL || !assay_statement_step (statement, &row, error))
    return FALSE;
  *changed = row ? assay_statement_get_int (statement, 0) : 0;
  return TRUE;
}

/**
 * assay_agenda_ask:
 * @db: the book, on the thread that owns the connection
 * @question: which days, kinds and supplier
 * @error: return location for an error
 *
 * Lines of draft orders are no promise to anybody and are left out; so is everything of cancelled
 * orders.
 *
 * Returns: (transfer full): what is due; %NULL on error
 */
AssayAgenda *
assay_agenda_ask (AssayDb *db, const AssayAgendaQuestion *question, GError **error)
{
  g_autoptr (AssayAgenda) agenda = g_new0 (AssayAgenda, 1);

  agenda->items = g_ptr_array_new_with_free_func (free_item);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if ((question->kinds >> sources[i].kind & 1) != 0
        && !ask (db, &sources[i], question, agenda->items, error))
      return NULL;
  if (!read_changed (db, &agenda->changed, error))
    return NULL;
  g_ptr_array_sort (agenda->items, compare_items);
  return g_steal_pointer (&agenda);
}

void
assay_agenda_free (AssayAgenda *agenda)
{
  if (agenda == NULL)
    return;
  g_clear_pointer (&agenda->items, g_ptr_array_unref);
  g_free (agenda);
}

/**
 * assay_agenda_item_dup_subtitle:
 * @item: what is due
 *
 * Returns: (transfer full): "Goods due · Sao Mai · 900 pieces", what tells it apart
 */
char *
assay_agenda_item_dup_subtitle (const AssayAgendaItem *item)
{
  g_autofree char *who = join (item->label, item->supplier_name);

  return join (who, item->detail);
}
