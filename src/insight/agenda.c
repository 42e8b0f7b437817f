/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/agenda.h"

#include <glib/gi18n-lib.h>

#include "insight/agenda-sources.h"
#include "record/catalogue.h"
#include "record/date.h"
#include "record/format.h"

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
  [ASSAY_AGENDA_EVIDENCE] = { "evidence", N_ ("Evidence that runs out") },
  [ASSAY_AGENDA_CHECK] = { "check", N_ ("Evidence to look up again") },
  [ASSAY_AGENDA_FINDING] = { "finding", N_ ("Audit findings") },
  [ASSAY_AGENDA_SAMPLE] = { "sample", N_ ("Samples") },
  [ASSAY_AGENDA_RISK] = { "risk", N_ ("Risks to look at again") },
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
say_tail (const AssayAgendaSource *source, const char *tail)
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
  if (item->kind == ASSAY_AGENDA_BLACKOUT || item->kind == ASSAY_AGENDA_ASSESSMENT
      || item->kind == ASSAY_AGENDA_EVIDENCE || item->kind == ASSAY_AGENDA_CHECK
      || item->kind == ASSAY_AGENDA_FINDING || tail == NULL)
    return g_strdup (head != NULL ? head : item->title);
  return g_strdup (tail);
}

static AssayAgendaItem *
read_item (const AssayAgendaSource *source,
           const AssayAgendaQuestion *question,
           AssayStatement *statement)
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
     const AssayAgendaSource *source,
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
  for (guint i = 0; i < assay_agenda_n_sources; i++)
    if ((question->kinds >> assay_agenda_sources[i].kind & 1) != 0
        && !ask (db, &assay_agenda_sources[i], question, agenda->items, error))
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
