/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/evidence-private.h"

#include <glib/gi18n-lib.h>

#include "record/choices.h"
#include "record/month.h"

#define LATEST " FROM verification WHERE evidence = e.id ORDER BY looked_on DESC, id DESC LIMIT 1)"

enum
{
  ID,
  KIND,
  NUMBER,
  NAME,
  BODY,
  SCHEME,
  SCHEME_CODE,
  SCHEME_NAME,
  PRODUCT_PROOF,
  NEEDS_SCOPE,
  NUMBER_FORMAT,
  LOOK_UP,
  VALID_MONTHS,
  ENDS_ON,
  SUCCESSOR,
  SUPPLIER,
  SUPPLIER_NAME,
  SUPPLIER_KIND,
  SITE,
  PRODUCT,
  PRODUCT_NAME,
  COMPONENT,
  COMPONENT_KIND,
  COMPONENT_MILL,
  COMPONENT_BRAND,
  COMPONENT_SUPPLIER,
  ORDER,
  LOT,
  HOLDER,
  HOLDER_ADDRESS,
  SCOPE,
  COVERS,
  ISSUED_ON,
  VALID_FROM,
  VALID_UNTIL,
  STATE,
  NEXT_CHECK_ON,
  RATING,
  SELLER,
  MASS,
  PAYLOAD,
  RESOLVES,
  MATCHES,
  N_FILES,
  LOOKED_ON,
  LOOKED_BY,
  LOOKED_AT,
  LOOKED_RESULT,
  HOLDER_FOUND,
  OPEN_FINDINGS,
  OVERDUE_FINDINGS,
};

/* In the order of the columns above; ?1 is the day. */
#define SELECT                                                                                     \
  "SELECT e.id, e.kind, e.number, e.name, e.body, e.scheme, s.code, s.name, s.product_proof,"      \
  " s.needs_scope, s.number_format, s.look_up, s.valid_months, s.ends_on, s.successor,"            \
  " e.supplier, u.name, u.kind, e.site, e.product, p.name, e.component, c.kind, c.mill, c.brand,"  \
  " c.supplier, e.purchase_order, e.lot, e.holder, e.holder_address, e.scope, e.covers,"           \
  " e.issued_on, e.valid_from, e.valid_until, e.state, e.next_check_on, e.rating, e.seller,"       \
  " e.mass, e.payload, e.resolves, e.matches,"                                                     \
  " (SELECT count (*) FROM attachment WHERE owner_type = 'evidence' AND owner = e.id),"            \
  " (SELECT looked_on" LATEST ", (SELECT looked_by" LATEST ", (SELECT place" LATEST                \
  ", (SELECT result" LATEST ", (SELECT holder_found" LATEST                                        \
  ", (SELECT count (*) FROM audit_finding WHERE evidence = e.id AND closed_on IS NULL),"           \
  " (SELECT count (*) FROM audit_finding WHERE evidence = e.id AND closed_on IS NULL"              \
  " AND due_on < ?1)"                                                                              \
  " FROM evidence AS e LEFT JOIN scheme AS s ON s.id = e.scheme"                                   \
  " LEFT JOIN supplier AS u ON u.id = e.supplier LEFT JOIN product AS p ON p.id = e.product"       \
  " LEFT JOIN component AS c ON c.id = e.component"

#define OF_PRODUCT                                                                                 \
  " AND (e.product = ?4 OR e.component IN (SELECT id FROM component WHERE product = ?4)"           \
  " OR (e.product IS NULL AND e.component IS NULL AND e.purchase_order IN"                         \
  " (SELECT purchase_order FROM order_line WHERE product = ?4)))"

/* The names and addresses of all suppliers, by key. */
typedef struct
{
  GHashTable *names;  /* gint64 → GPtrArray of char */
  GHashTable *places; /* so */
} Known;

static void
known_clear (Known *known)
{
  g_clear_pointer (&known->names, g_hash_table_unref);
  g_clear_pointer (&known->places, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, known_clear)

static GHashTable *
new_lists (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                (GDestroyNotify)g_ptr_array_unref);
}

/* Adds the second and later columns of the rows of @sql to the lists by the first. */
static gboolean
gather (AssayDb *db, const char *sql, GHashTable *lists, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  gboolean row, ok;

  if (statement == NULL)
    return FALSE;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      gint64 id = assay_statement_get_int (statement, 0);
      GPtrArray *list = g_hash_table_lookup (lists, &id);
      int n = sqlite3_column_count (assay_statement_handle (statement));

      if (list == NULL)
        {
          list = g_ptr_array_new_null_terminated (4, g_free, TRUE);
          g_hash_table_insert (lists, g_memdup2 (&id, sizeof id), list);
        }
      for (int i = 1; i < n; i++)
        if (!assay_statement_is_null (statement, i))
          g_ptr_array_add (list, g_strdup (assay_statement_get_text (statement, i)));
    }
  return ok;
}

/* Names of suppliers that have evidence, or that make a component. */
static gboolean
read_known (AssayDb *db, Known *known, GError **error)
{
  known->names = new_lists ();
  known->places = new_lists ();
  return gather (db, "SELECT id, name, local_name, legal_name FROM supplier", known->names, error)
         && gather (db, "SELECT supplier, name FROM supplier_name", known->names, error)
         && gather (db, "SELECT supplier, name, local_name FROM site", known->names, error)
         && gather (db,
                    "SELECT id, address || ' ' || ifnull (postal_code, '') || ' ' || ifnull (city, "
                    "'') || ' ' || ifnull (region, '') FROM supplier"
                    " WHERE address IS NOT NULL",
                    known->places, error)
         && gather (db,
                    "SELECT supplier, address || ' ' || ifnull (postal_code, '') || ' ' || ifnull "
                    "(city, '') || ' ' || ifnull (region, '')"
                    " FROM site WHERE address IS NOT NULL",
                    known->places, error);
}

static char *
dup_text (AssayStatement *row, int column)
{
  return g_strdup (assay_statement_get_text (row, column));
}

static gint64
get_count (AssayStatement *row, int column)
{
  return assay_statement_is_null (row, column) ? 0 : assay_statement_get_int (row, column);
}

static gint32
get_day (AssayStatement *row, int column)
{
  gint64 day;

  if (assay_statement_is_null (row, column))
    return ASSAY_DATE_UNKNOWN;
  day = assay_statement_get_int (row, column);
  return day < ASSAY_DATE_MIN || day > ASSAY_DATE_MAX ? ASSAY_DATE_UNKNOWN : (gint32)day;
}

static const char *
kind_label (const char *kind)
{
  for (const AssayChoice *choice = assay_choices_evidence_kind; choice->value != NULL; choice++)
    if (g_strcmp0 (choice->value, kind) == 0)
      return _ (choice->label);
  return _ ("Evidence");
}

static char *
make_title (AssayStatement *row)
{
  const char *what = assay_statement_get_text (row, SCHEME_NAME);
  const char *number = assay_statement_get_text (row, NUMBER);

  if (what == NULL || (number == NULL && !assay_statement_is_null (row, NAME)))
    what = assay_statement_get_text (row, NAME);
  if (what == NULL)
    what = kind_label (assay_statement_get_text (row, KIND));
  return number != NULL ? g_strdup_printf ("%s · %s", what, number) : g_strdup (what);
}

/* The days that count. A transaction certificate and a report speak of one shipment or specimen and
 * do not run out. */
static gboolean
runs_out (const char *kind)
{
  return g_strcmp0 (kind, "transaction_certificate") != 0 && g_strcmp0 (kind, "lab_report") != 0
         && g_strcmp0 (kind, "tag") != 0 && g_strcmp0 (kind, "declaration") != 0;
}

static void
set_validity (AssayEvidenceItem *item, gint64 months)
{
  item->from = item->valid_from != ASSAY_DATE_UNKNOWN ? item->valid_from : item->issued_on;
  item->until = item->valid_until;
  if (item->until != ASSAY_DATE_UNKNOWN || months == 0 || !runs_out (item->kind))
    return;
  item->until = assay_date_months_away (item->from, months);
  item->until_assumed = item->until != ASSAY_DATE_UNKNOWN;
}

static void
read_keys (AssayEvidenceItem *item, AssayStatement *row)
{
  item->id = assay_statement_get_int (row, ID);
  item->scheme = get_count (row, SCHEME);
  item->supplier = get_count (row, SUPPLIER);
  item->site = get_count (row, SITE);
  item->product = get_count (row, PRODUCT);
  item->component = get_count (row, COMPONENT);
  item->order = get_count (row, ORDER);
  item->product_proof = get_count (row, PRODUCT_PROOF) != 0;
  item->mass = assay_statement_is_null (row, MASS) ? -1 : assay_statement_get_int (row, MASS);
  item->n_files = (guint)get_count (row, N_FILES);
  item->open_findings = (guint)get_count (row, OPEN_FINDINGS);
  item->overdue_findings = (guint)get_count (row, OVERDUE_FINDINGS);
}

static void clear_flagged (gpointer data);

static AssayEvidenceItem *
read_item (AssayStatement *row)
{
  AssayEvidenceItem *item = g_new0 (AssayEvidenceItem, 1);

  read_keys (item, row);
  item->kind = dup_text (row, KIND);
  item->title = make_title (row);
  item->number = dup_text (row, NUMBER);
  item->body = dup_text (row, BODY);
  item->scheme_code = dup_text (row, SCHEME_CODE);
  item->scheme_name = dup_text (row, SCHEME_NAME);
  item->supplier_name = dup_text (row, SUPPLIER_NAME);
  item->product_name = dup_text (row, PRODUCT_NAME);
  item->state = dup_text (row, STATE);
  item->looked_by = dup_text (row, LOOKED_BY);
  item->looked_at = dup_text (row, LOOKED_AT);
  item->looked_result = dup_text (row, LOOKED_RESULT);
  item->payload = dup_text (row, PAYLOAD);
  item->issued_on = get_day (row, ISSUED_ON);
  item->valid_from = get_day (row, VALID_FROM);
  item->valid_until = get_day (row, VALID_UNTIL);
  item->next_check_on = get_day (row, NEXT_CHECK_ON);
  item->looked_on = get_day (row, LOOKED_ON);
  set_validity (item, get_count (row, VALID_MONTHS));
  item->flags = g_array_new (FALSE, FALSE, sizeof (AssayEvidenceFlagged));
  g_array_set_clear_func (item->flags, clear_flagged);
  return item;
}

static void
add_list (GPtrArray *all, GHashTable *lists, gint64 id)
{
  GPtrArray *list = id != 0 ? g_hash_table_lookup (lists, &id) : NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    g_ptr_array_add (all, g_strdup (g_ptr_array_index (list, i)));
}

/* The names under which the holder may be printed. */
static GPtrArray *
gather_names (const AssayEvidenceItem *item, const Known *known, AssayStatement *row)
{
  GPtrArray *names = g_ptr_array_new_null_terminated (8, g_free, TRUE);

  add_list (names, known->names, item->supplier);
  add_list (names, known->names, get_count (row, COMPONENT_SUPPLIER));
  for (int i = COMPONENT_MILL; i <= COMPONENT_BRAND; i++)
    if (!assay_statement_is_null (row, i))
      g_ptr_array_add (names, dup_text (row, i));
  return names;
}

static void
judge (AssayEvidenceItem *item,
       const Known *known,
       AssayStatement *row,
       const AssayEvidenceQuestion *question)
{
  g_autoptr (GPtrArray) names = gather_names (item, known, row);
  g_autoptr (GPtrArray) places = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  AssayEvidenceFacts facts = {
    .holder = assay_statement_get_text (row, HOLDER),
    .holder_address = assay_statement_get_text (row, HOLDER_ADDRESS),
    .scope = assay_statement_get_text (row, SCOPE),
    .covers = assay_statement_get_text (row, COVERS),
    .seller = assay_statement_get_text (row, SELLER),
    .rating = assay_statement_get_text (row, RATING),
    .supplier_kind = assay_statement_get_text (row, SUPPLIER_KIND),
    .component_kind = assay_statement_get_text (row, COMPONENT_KIND),
    .holder_found = assay_statement_get_text (row, HOLDER_FOUND),
    .number_format = assay_statement_get_text (row, NUMBER_FORMAT),
    .look_up = assay_statement_get_text (row, LOOK_UP),
    .resolves = assay_statement_get_text (row, RESOLVES),
    .matches = assay_statement_get_text (row, MATCHES),
    .needs_scope = get_count (row, NEEDS_SCOPE) != 0,
    .scheme_ends_on = get_day (row, ENDS_ON),
    .successor = assay_statement_get_text (row, SUCCESSOR),
  };

  add_list (places, known->places, item->supplier);
  facts.names = (const char *const *)names->pdata;
  facts.places = (const char *const *)places->pdata;
  if (names->len == 0)
    facts.names = NULL;
  if (places->len == 0)
    facts.places = NULL;
  assay_evidence_judge (item, &facts, question);
}

static void
clear_flagged (gpointer data)
{
  g_free (((AssayEvidenceFlagged *)data)->words);
}

static void
item_free (gpointer data)
{
  AssayEvidenceItem *item = data;

  g_free (item->kind);
  g_free (item->title);
  g_free (item->number);
  g_free (item->body);
  g_free (item->scheme_code);
  g_free (item->scheme_name);
  g_free (item->supplier_name);
  g_free (item->product_name);
  g_free (item->state);
  g_free (item->looked_by);
  g_free (item->looked_at);
  g_free (item->looked_result);
  g_free (item->payload);
  g_array_unref (item->flags);
  g_free (item);
}

static AssayStatement *
prepare (AssayDb *db, const AssayEvidenceQuestion *question, GError **error)
{
  g_autoptr (GString) sql = g_string_new (SELECT " WHERE 1");
  AssayStatement *statement;

  if (question->evidence != 0)
    g_string_append (sql, " AND e.id = ?2");
  if (question->supplier != 0)
    g_string_append (sql, " AND e.supplier = ?3");
  if (question->product != 0)
    g_string_append (sql, OF_PRODUCT);
  statement = assay_db_prepare (db, sql->str, error);
  if (statement == NULL)
    return NULL;
  assay_statement_bind_int (statement, 1, question->today);
  if (question->evidence != 0)
    assay_statement_bind_int (statement, 2, question->evidence);
  if (question->supplier != 0)
    assay_statement_bind_int (statement, 3, question->supplier);
  if (question->product != 0)
    assay_statement_bind_int (statement, 4, question->product);
  return statement;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const AssayEvidenceItem *first = *(AssayEvidenceItem *const *)a;
  const AssayEvidenceItem *second = *(AssayEvidenceItem *const *)b;
  gint64 x = first->until == ASSAY_DATE_UNKNOWN ? G_MAXINT32 : first->until;
  gint64 y = second->until == ASSAY_DATE_UNKNOWN ? G_MAXINT32 : second->until;

  if (x != y)
    return x < y ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

/**
 * assay_evidence_read:
 * @db: the book, on the thread that owns the connection
 * @question: which evidence, on which day
 * @error: return location for an error
 *
 * Returns: (transfer full): the evidence with its flags; %NULL on error
 */
AssayEvidenceRegister *
assay_evidence_read (AssayDb *db, const AssayEvidenceQuestion *question, GError **error)
{
  g_autoptr (AssayEvidenceRegister) evidence = g_new0 (AssayEvidenceRegister, 1);
  g_autoptr (AssayStatement) statement = NULL;
  g_auto (Known) known = { NULL, NULL };
  gboolean row, ok;

  evidence->question = *question;
  if (evidence->question.ahead <= 0)
    evidence->question.ahead = ASSAY_EVIDENCE_AHEAD;
  evidence->items = g_ptr_array_new_with_free_func (item_free);
  statement = prepare (db, question, error);
  if (statement == NULL)
    return NULL;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      AssayEvidenceItem *item;

      if (known.names == NULL && !read_known (db, &known, error))
        return NULL;
      item = read_item (statement);
      g_ptr_array_add (evidence->items, item);
      judge (item, &known, statement, &evidence->question);
    }
  if (!ok)
    return NULL;
  g_ptr_array_sort (evidence->items, compare_items);
  return g_steal_pointer (&evidence);
}

void
assay_evidence_register_free (AssayEvidenceRegister *evidence)
{
  g_clear_pointer (&evidence->items, g_ptr_array_unref);
  g_free (evidence);
}

const AssayEvidenceItem *
assay_evidence_find (const AssayEvidenceRegister *evidence, gint64 id)
{
  for (guint i = 0; i < evidence->items->len; i++)
    {
      const AssayEvidenceItem *item = g_ptr_array_index (evidence->items, i);

      if (item->id == id)
        return item;
    }
  return NULL;
}

const AssayEvidenceFlagged *
assay_evidence_item_get (const AssayEvidenceItem *item, AssayEvidenceFlag flag)
{
  for (guint i = 0; i < item->flags->len; i++)
    {
      const AssayEvidenceFlagged *flagged = &g_array_index (item->flags, AssayEvidenceFlagged, i);

      if (flagged->flag == flag)
        return flagged;
    }
  return NULL;
}

const AssayEvidenceFlagged *
assay_evidence_item_get_breaking (const AssayEvidenceItem *item)
{
  for (guint i = 0; i < item->flags->len; i++)
    if (g_array_index (item->flags, AssayEvidenceFlagged, i).breaks)
      return &g_array_index (item->flags, AssayEvidenceFlagged, i);
  return NULL;
}
