/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/diligence.h"

#include <glib/gi18n-lib.h>

#include "insight/diligence-private.h"
#include "insight/owned-rows.h"
#include "store/query.h"
#include "store/records.h"

static void
answer_free (gpointer data)
{
  AssayDiligenceAnswer *answer = data;

  g_free (answer->name);
  g_free (answer->help);
  g_free (answer->rule);
  g_free (answer->said);
  g_free (answer->book);
  g_clear_pointer (&answer->proofs, g_ptr_array_unref);
  g_free (answer);
}

static void
list_free (gpointer data)
{
  AssayDiligenceList *list = data;

  g_free (list->name);
  g_free (list->stage);
  g_clear_pointer (&list->answers, g_ptr_array_unref);
  g_free (list);
}

void
assay_diligence_free (AssayDiligence *diligence)
{
  if (diligence == NULL)
    return;
  g_free (diligence->title);
  g_free (diligence->status);
  g_clear_pointer (&diligence->lists, g_ptr_array_unref);
  g_free (diligence);
}

/* The lists in use with their items, read once for all that are asked about. */
typedef struct
{
  GPtrArray *lists; /* AssayRecord */
  GPtrArray *items; /* GPtrArray of AssayRecord, one a list */
} Lists;

static void
lists_clear (Lists *lists)
{
  g_clear_pointer (&lists->lists, g_ptr_array_unref);
  g_clear_pointer (&lists->items, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lists, lists_clear)

static int
compare_lists (gconstpointer a, gconstpointer b)
{
  static const char *const stages[] = { "validation", "buying", "sampling", "launch" };
  const AssayRecord *records[] = { a, b };
  guint places[2] = { G_N_ELEMENTS (stages), G_N_ELEMENTS (stages) };

  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < G_N_ELEMENTS (stages); j++)
      if (g_strcmp0 (assay_record_get_text (records[i], ASSAY_DILIGENCE_STAGE), stages[j]) == 0)
        places[i] = j;
  if (places[0] != places[1])
    return places[0] < places[1] ? -1 : 1;
  return g_strcmp0 (assay_record_get_text (records[0], ASSAY_DILIGENCE_NAME),
                    assay_record_get_text (records[1], ASSAY_DILIGENCE_NAME));
}

static gboolean
read_lists (AssayDb *db, gint64 only, Lists *lists, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_DILIGENCE);

  lists->items = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  lists->lists = assay_query_run_records (query, db, 0, error);
  if (lists->lists == NULL)
    return FALSE;
  for (guint i = lists->lists->len; i > 0; i--)
    {
      const AssayRecord *list = g_ptr_array_index (lists->lists, i - 1);

      /* Unknown is in use: whoever imports a list without the column wants it. */
      if (only != 0 ? assay_record_get_id (list) != only
                    : assay_record_get_integer (list, ASSAY_DILIGENCE_IN_USE, 1) == 0)
        g_ptr_array_remove_index (lists->lists, i - 1);
    }
  g_ptr_array_sort_values (lists->lists, compare_lists);
  for (guint i = 0; i < lists->lists->len; i++)
    {
      GPtrArray *items = assay_owned_rows_read (
          db, ASSAY_TYPE_DILIGENCE_ITEM, assay_record_get_id (g_ptr_array_index (lists->lists, i)),
          error);

      if (items == NULL)
        return FALSE;
      g_ptr_array_add (lists->items, items);
    }
  return TRUE;
}

/* What somebody answered */

/* The newest answer to each item: item → AssayRecord. */
static GHashTable *
read_checks (AssayDb *db, AssayType type, gint64 id, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_DILIGENCE_CHECK);
  g_autoptr (GHashTable) checks
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;
  g_autoptr (GPtrArray) records = NULL;

  assay_value_set_integer (&value, id);
  assay_query_add_filter (query,
                          type == ASSAY_TYPE_SUPPLIER ? ASSAY_DILIGENCE_CHECK_SUPPLIER
                                                      : ASSAY_DILIGENCE_CHECK_PRODUCT,
                          ASSAY_FILTER_IS, &value);
  /* What is said of a product at a supplier is about the product. */
  if (type == ASSAY_TYPE_SUPPLIER)
    assay_query_add_filter (query, ASSAY_DILIGENCE_CHECK_PRODUCT, ASSAY_FILTER_UNKNOWN, NULL);
  assay_query_set_sort (query, ASSAY_DILIGENCE_CHECK_CHECKED_ON, FALSE);
  records = assay_query_run_records (query, db, 0, error);
  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      AssayRecord *check = g_ptr_array_index (records, i);
      gint64 item = assay_record_get_reference (check, ASSAY_DILIGENCE_CHECK_DILIGENCE_ITEM);
      const AssayRecord *other = g_hash_table_lookup (checks, &item);

      /* Unknown dates sort last or first; whatever they do, a dated answer is newer. */
      if (other == NULL || assay_record_is_known (check, ASSAY_DILIGENCE_CHECK_CHECKED_ON)
          || !assay_record_is_known (other, ASSAY_DILIGENCE_CHECK_CHECKED_ON))
        g_hash_table_replace (checks, g_memdup2 (&item, sizeof item), g_object_ref (check));
    }
  return g_steal_pointer (&checks);
}

/* "3 May 2026, Ayşe Kaya: sheet of April" */
static char *
say_check (const AssayRecord *check)
{
  gint32 date = assay_record_get_date (check, ASSAY_DILIGENCE_CHECK_CHECKED_ON);
  const char *by = assay_record_get_text (check, ASSAY_DILIGENCE_CHECK_CHECKED_BY);
  const char *note = assay_record_get_text (check, ASSAY_DILIGENCE_CHECK_NOTE);
  const char *evidence
      = assay_record_is_known (check, ASSAY_DILIGENCE_CHECK_EVIDENCE)
            ? assay_record_get_reference_title (check, ASSAY_DILIGENCE_CHECK_EVIDENCE)
            : NULL;
  GString *words = g_string_new (NULL);
  g_autofree char *day = date != ASSAY_DATE_UNKNOWN ? assay_date_format (date) : NULL;
  const char *const parts[] = { day, by, evidence, note };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", parts[i]);
  if (words->len == 0)
    g_string_append (words, _ ("Answered by hand"));
  return g_string_free_and_steal (words);
}

/* Why an answer by hand counts no more; NULL: it counts. */
static gboolean
fault_of_check (const AssayDiligenceCase *asked,
                const AssayRecord *check,
                char **fault,
                GError **error)
{
  gint32 date = assay_record_get_date (check, ASSAY_DILIGENCE_CHECK_CHECKED_ON);
  gint64 id = assay_record_get_reference (check, ASSAY_DILIGENCE_CHECK_EVIDENCE);
  g_autoptr (AssayRecord) evidence = NULL;
  g_autofree char *why = NULL;

  *fault = NULL;
  if (asked->since != G_MININT32 && date != ASSAY_DATE_UNKNOWN && date < asked->since)
    {
      *fault = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "answered more than %u month ago",
                                             "answered more than %u months ago",
                                             (gulong)asked->months),
                                (guint)asked->months);
      return TRUE;
    }
  if (id == 0)
    return TRUE;
  evidence = assay_records_get (asked->db, ASSAY_TYPE_EVIDENCE, id, error);
  if (evidence == NULL)
    return FALSE;
  why = assay_diligence_evidence_fault (evidence, asked->today, G_MININT32, 0);
  if (why != NULL)
    /* Translators: why a piece of evidence does not do */
    *fault = g_strdup_printf (_ ("the evidence does not do, %s"), why);
  return TRUE;
}

/* What somebody said stands above what the book says. */
static gboolean
apply_check (const AssayDiligenceCase *asked,
             const AssayRecord *check,
             AssayDiligenceAnswer *answer,
             GError **error)
{
  const char *state = assay_record_get_text (check, ASSAY_DILIGENCE_CHECK_STATE);
  g_autofree char *words = say_check (check);
  g_autofree char *fault = NULL;
  gint64 evidence = assay_record_get_reference (check, ASSAY_DILIGENCE_CHECK_EVIDENCE);

  answer->check = assay_record_get_id (check);
  if (g_strcmp0 (state, "not_applicable") == 0)
    answer->state = ASSAY_DILIGENCE_NOT_APPLICABLE;
  else if (g_strcmp0 (state, "open") == 0)
    answer->state = ASSAY_DILIGENCE_OPEN;
  else
    {
      if (!fault_of_check (asked, check, &fault, error))
        return FALSE;
      if (fault == NULL)
        answer->state = ASSAY_DILIGENCE_DONE;
    }
  answer->said
      = fault != NULL ? g_strdup_printf ("%s (%s)", words, fault) : g_steal_pointer (&words);
  if (evidence != 0)
    {
      AssayDiligenceFound found = { .proofs = answer->proofs };

      assay_diligence_prove (
          &found, ASSAY_TYPE_EVIDENCE, evidence,
          g_strdup (assay_record_get_reference_title (check, ASSAY_DILIGENCE_CHECK_EVIDENCE)));
    }
  return TRUE;
}

/* What the book says */

static char *
join (GPtrArray *words, guint most)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < MIN (words->len, most); i++)
    g_strv_builder_add (builder, g_ptr_array_index (words, i));
  if (words->len > most)
    g_strv_builder_take (builder, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more",
                                                                "%u more", words->len - most),
                                                   words->len - most));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (", ", parts);
}

#define MOST_WORDS 6

static char *
say_found (const AssayDiligenceFound *found)
{
  g_autofree char *facts = join (found->facts, MOST_WORDS);
  g_autofree char *missing = join (found->missing, MOST_WORDS);

  if (found->missing->len == 0)
    return g_steal_pointer (&facts);
  if (found->facts->len == 0)
    /* Translators: what the book does not hold */
    return g_strdup_printf (_ ("Missing: %s"), missing);
  /* Translators: what the book holds; what it does not hold */
  return g_strdup_printf (_ ("%s. Missing: %s"), facts, missing);
}

/* A rule about products asked of a supplier: each of them has to answer it. */
static gboolean
find_of_products (const AssayDiligenceCase *asked,
                  AssayDiligenceRule rule,
                  AssayDiligenceFound *found,
                  GError **error)
{
  g_autoptr (AssayStatement) statement = assay_diligence_prepare (
      asked,
      "SELECT id, code FROM product WHERE supplier = ?1 AND ifnull (status, '') <> 'ended'"
      " ORDER BY code",
      error);
  gboolean row, ok;
  guint n = 0;

  if (statement == NULL)
    return FALSE;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      AssayDiligenceCase one = *asked;
      AssayDiligenceFound own;
      g_autofree char *code = assay_diligence_dup_text (statement, 1);
      g_autofree char *words = NULL;
      g_autoptr (AssayRecord) product = NULL;

      n++;
      one.type = ASSAY_TYPE_PRODUCT;
      one.id = assay_statement_get_int (statement, 0);
      product = assay_records_get (asked->db, ASSAY_TYPE_PRODUCT, one.id, error);
      if (product == NULL)
        return FALSE;
      one.record = product;
      assay_diligence_found_init (&own);
      ok = rule (&one, &own, error);
      words = ok ? join (own.missing, 2) : NULL;
      if (ok && own.missing->len > 0)
        assay_diligence_miss (found, g_strdup_printf ("%s (%s)", code, words));
      else if (ok)
        {
          assay_diligence_say (found, g_strdup (code));
          assay_diligence_prove (found, ASSAY_TYPE_PRODUCT, one.id, g_strdup (code));
        }
      assay_diligence_found_clear (&own);
      if (!ok)
        return FALSE;
    }
  if (ok && n == 0)
    assay_diligence_miss (found, g_strdup (_ ("products of which it is the main supplier")));
  return ok;
}

/* A rule about suppliers asked of a product: its main supplier answers it. */
static gboolean
find_of_supplier (const AssayDiligenceCase *asked,
                  AssayDiligenceRule rule,
                  AssayDiligenceFound *found,
                  GError **error)
{
  AssayDiligenceCase one = *asked;
  g_autoptr (AssayRecord) supplier = NULL;

  if (asked->supplier == 0)
    {
      assay_diligence_miss (found, g_strdup (_ ("a main supplier")));
      return TRUE;
    }
  supplier = assay_records_get (asked->db, ASSAY_TYPE_SUPPLIER, asked->supplier, error);
  if (supplier == NULL)
    return FALSE;
  one.type = ASSAY_TYPE_SUPPLIER;
  one.id = asked->supplier;
  one.record = supplier;
  return rule (&one, found, error);
}

static gboolean
apply_rule (const AssayDiligenceCase *asked, AssayDiligenceAnswer *answer, GError **error)
{
  AssayDiligenceOf of;
  AssayDiligenceRule rule = assay_diligence_rule (answer->rule, &of);
  AssayDiligenceFound found;
  gboolean ok;

  assay_diligence_found_init (&found);
  answer->proofs = g_ptr_array_ref (found.proofs);
  if (rule == NULL)
    ok = TRUE;
  else if (of == ASSAY_DILIGENCE_OF_PRODUCT && asked->type == ASSAY_TYPE_SUPPLIER)
    ok = find_of_products (asked, rule, &found, error);
  else if (of == ASSAY_DILIGENCE_OF_SUPPLIER && asked->type == ASSAY_TYPE_PRODUCT)
    ok = find_of_supplier (asked, rule, &found, error);
  else
    ok = rule (asked, &found, error);
  if (ok && rule != NULL)
    {
      answer->found = found.missing->len == 0;
      answer->book = say_found (&found);
      if (answer->found)
        answer->state = ASSAY_DILIGENCE_DONE;
    }
  assay_diligence_found_clear (&found);
  return ok;
}

static void
count_answer (AssayDiligenceCount *count, const AssayDiligenceAnswer *answer)
{
  count->n++;
  count->done += answer->state == ASSAY_DILIGENCE_DONE;
  count->not_applicable += answer->state == ASSAY_DILIGENCE_NOT_APPLICABLE;
  count->open += answer->state == ASSAY_DILIGENCE_OPEN;
  count->needed += answer->state == ASSAY_DILIGENCE_OPEN && answer->needed;
}

static gboolean
read_answer (const AssayDiligenceCase *asked,
             const AssayRecord *item,
             GHashTable *checks,
             AssayDiligenceList *list,
             GError **error)
{
  AssayDiligenceAnswer *answer = g_new0 (AssayDiligenceAnswer, 1);
  AssayDiligenceCase one = *asked;
  const AssayRecord *check;

  g_ptr_array_add (list->answers, answer);
  answer->item = assay_record_get_id (item);
  answer->name = g_strdup (assay_record_get_text (item, ASSAY_DILIGENCE_ITEM_NAME));
  answer->help = g_strdup (assay_record_get_text (item, ASSAY_DILIGENCE_ITEM_HELP));
  answer->rule = g_strdup (assay_record_get_text (item, ASSAY_DILIGENCE_ITEM_RULE));
  answer->months = assay_record_get_integer (item, ASSAY_DILIGENCE_ITEM_MONTHS, 0);
  answer->needed = assay_record_get_integer (item, ASSAY_DILIGENCE_ITEM_NEEDED, 1) != 0;
  one.months = answer->months;
  one.since = assay_diligence_since (asked->today, answer->months);
  one.stage = list->stage;
  one.schemes = assay_record_get_text (item, ASSAY_DILIGENCE_ITEM_SCHEMES);
  if (!apply_rule (&one, answer, error))
    return FALSE;
  check = g_hash_table_lookup (checks, &answer->item);
  if (check != NULL && !apply_check (&one, check, answer, error))
    return FALSE;
  count_answer (&list->count, answer);
  return TRUE;
}

static void
add_counts (AssayDiligenceCount *sum, const AssayDiligenceCount *count)
{
  sum->n += count->n;
  sum->done += count->done;
  sum->not_applicable += count->not_applicable;
  sum->open += count->open;
  sum->needed += count->needed;
}

static gboolean
is_about (const AssayRecord *list, const AssayRecord *record)
{
  const char *subject = assay_record_get_text (list, ASSAY_DILIGENCE_SUBJECT);
  AssayType type = assay_record_get_kind (record);

  if (!assay_diligence_concerns (record))
    return FALSE;
  return g_strcmp0 (subject, "both") == 0
         || g_strcmp0 (subject, type == ASSAY_TYPE_SUPPLIER ? "supplier" : "product") == 0;
}

static gboolean
read_list (const AssayDiligenceCase *asked,
           const AssayRecord *record,
           GPtrArray *items,
           GHashTable *checks,
           AssayDiligence *diligence,
           GError **error)
{
  AssayDiligenceList *list = g_new0 (AssayDiligenceList, 1);

  g_ptr_array_add (diligence->lists, list);
  list->id = assay_record_get_id (record);
  list->name = g_strdup (assay_record_get_text (record, ASSAY_DILIGENCE_NAME));
  list->stage = g_strdup (assay_record_get_text (record, ASSAY_DILIGENCE_STAGE));
  list->answers = g_ptr_array_new_with_free_func (answer_free);
  for (guint i = 0; i < items->len; i++)
    if (!read_answer (asked, g_ptr_array_index (items, i), checks, list, error))
      return FALSE;
  add_counts (&diligence->count, &list->count);
  return TRUE;
}

static AssayDiligence *
read_one (AssayDb *db,
          AssayRecord *record,
          const Lists *lists,
          const AssayDiligenceQuestion *question,
          GError **error)
{
  AssayType type = assay_record_get_kind (record);
  gboolean supplier = type == ASSAY_TYPE_SUPPLIER;
  gint64 id = assay_record_get_id (record);
  g_autoptr (AssayDiligence) diligence = g_new0 (AssayDiligence, 1);
  g_autoptr (GHashTable) checks = read_checks (db, type, id, error);
  AssayDiligenceCase asked
      = { .db = db,
          .type = type,
          .record = record,
          .id = id,
          .supplier = supplier ? id : assay_record_get_reference (record, ASSAY_PRODUCT_SUPPLIER),
          .today = question->today };

  diligence->type = type;
  diligence->id = id;
  diligence->title = assay_record_dup_title (record);
  diligence->status = g_strdup (
      assay_record_get_text (record, supplier ? ASSAY_SUPPLIER_STATUS : ASSAY_PRODUCT_STATUS));
  diligence->critical = !supplier && assay_record_get_flag (record, ASSAY_PRODUCT_CRITICAL);
  diligence->lists = g_ptr_array_new_with_free_func (list_free);
  if (checks == NULL)
    return NULL;
  for (guint i = 0; i < lists->lists->len; i++)
    if (is_about (g_ptr_array_index (lists->lists, i), record)
        && !read_list (&asked, g_ptr_array_index (lists->lists, i),
                       g_ptr_array_index (lists->items, i), checks, diligence, error))
      return NULL;
  return g_steal_pointer (&diligence);
}

/**
 * assay_diligence_read_record:
 * @db: the book, on the thread that owns the connection
 * @record: a supplier or a product, saved or not
 * @list: the one list to go by; 0: all in use
 * @today: the day
 * @error: return location for an error
 *
 * Returns: (transfer full): where it stands; %NULL on error
 */
AssayDiligence *
assay_diligence_read_record (
    AssayDb *db, AssayRecord *record, gint64 list, gint32 today, GError **error)
{
  const AssayDiligenceQuestion question = { .list = list, .today = today };
  g_auto (Lists) lists = { 0 };

  if (!read_lists (db, list, &lists, error))
    return NULL;
  return read_one (db, record, &lists, &question, error);
}

AssayDiligence *
assay_diligence_read (AssayDb *db, const AssayDiligenceQuestion *question, GError **error)
{
  g_autoptr (AssayRecord) record = assay_records_get (db, question->type, question->id, error);

  return record != NULL
             ? assay_diligence_read_record (db, record, question->list, question->today, error)
             : NULL;
}

AssayDiligenceApproval *
assay_diligence_approval_new (AssayRecord *supplier, gint32 today)
{
  AssayDiligenceApproval *approval = g_new0 (AssayDiligenceApproval, 1);

  approval->record = assay_record_copy (supplier);
  approval->today = today;
  return approval;
}

void
assay_diligence_approval_free (AssayDiligenceApproval *approval)
{
  g_object_unref (approval->record);
  g_free (approval);
}

gboolean
assay_diligence_ask_approval (
    AssayDb *db, gpointer approval, gpointer *diligence, GCancellable *cancellable, GError **error)
{
  const AssayDiligenceApproval *asked = approval;

  *diligence = assay_diligence_read_record (db, asked->record, 0, asked->today, error);
  return *diligence != NULL;
}

/* What is dropped or has ended needs no more looking after, and who makes nothing needs none. */
static gboolean
read_type (AssayDb *db,
           AssayType type,
           const Lists *lists,
           const AssayDiligenceQuestion *question,
           GPtrArray *all,
           GError **error)
{
  gboolean supplier = type == ASSAY_TYPE_SUPPLIER;
  g_autoptr (AssayQuery) query = assay_query_new (type);
  g_auto (AssayValue) gone = ASSAY_VALUE_INIT;
  g_autoptr (GPtrArray) records = NULL;

  assay_value_set_text (&gone, supplier ? "dropped" : "ended");
  assay_query_add_filter (query, supplier ? ASSAY_SUPPLIER_STATUS : ASSAY_PRODUCT_STATUS,
                          ASSAY_FILTER_IS_NOT, &gone);
  assay_query_set_sort (query, supplier ? ASSAY_SUPPLIER_NAME : ASSAY_PRODUCT_CODE, FALSE);
  records = assay_query_run_records (query, db, 0, error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      AssayDiligence *one = NULL;

      if (!assay_diligence_concerns (g_ptr_array_index (records, i)))
        continue;
      one = read_one (db, g_ptr_array_index (records, i), lists, question, error);
      if (one == NULL)
        return FALSE;
      g_ptr_array_add (all, one);
    }
  return TRUE;
}

GPtrArray *
assay_diligence_read_all (AssayDb *db, const AssayDiligenceQuestion *question, GError **error)
{
  static const AssayType types[] = { ASSAY_TYPE_SUPPLIER, ASSAY_TYPE_PRODUCT };
  g_auto (Lists) lists = { 0 };
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_diligence_free);

  if (!read_lists (db, question->list, &lists, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if ((question->type == ASSAY_TYPE_NONE || question->type == types[i])
        && !read_type (db, types[i], &lists, question, all, error))
      return NULL;
  return g_steal_pointer (&all);
}

gboolean
assay_diligence_ask_all (
    AssayDb *db, gpointer question, gpointer *all, GCancellable *cancellable, GError **error)
{
  *all = assay_diligence_read_all (db, question, error);
  return *all != NULL;
}

AssayRecord *
assay_diligence_new_check (const AssayDiligence *diligence,
                           const AssayDiligenceAnswer *answer,
                           gint32 today)
{
  AssayRecord *check = assay_record_new (ASSAY_TYPE_DILIGENCE_CHECK);
  guint subject = diligence->type == ASSAY_TYPE_SUPPLIER ? ASSAY_DILIGENCE_CHECK_SUPPLIER
                                                         : ASSAY_DILIGENCE_CHECK_PRODUCT;

  assay_record_set_reference (check, ASSAY_DILIGENCE_CHECK_DILIGENCE_ITEM, answer->item);
  assay_record_set_reference_title (check, ASSAY_DILIGENCE_CHECK_DILIGENCE_ITEM, answer->name);
  assay_record_set_reference (check, subject, diligence->id);
  assay_record_set_reference_title (check, subject, diligence->title);
  assay_record_set_date (check, ASSAY_DILIGENCE_CHECK_CHECKED_ON, today);
  return check;
}

gboolean
assay_diligence_is_approval (const char *status)
{
  return g_strcmp0 (status, "approved") == 0 || g_strcmp0 (status, "active") == 0;
}

gboolean
assay_diligence_approves (const AssayRecord *record, const AssayRecord *original)
{
  return assay_record_get_kind (record) == ASSAY_TYPE_SUPPLIER
         && assay_diligence_is_approval (assay_record_get_text (record, ASSAY_SUPPLIER_STATUS))
         && (original == NULL
             || !assay_diligence_is_approval (
                 assay_record_get_text (original, ASSAY_SUPPLIER_STATUS)));
}
