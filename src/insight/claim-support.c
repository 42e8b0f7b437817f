/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/claim-support.h"

#include <glib/gi18n-lib.h>

#include "insight/claim-proof.h"
#include "insight/market.h"
#include "insight/owned-rows.h"
#include "store/query.h"
#include "store/records.h"

/* Needs and their support */

static void
item_free (gpointer data)
{
  AssaySupportItem *item = data;

  g_free (item->title);
  g_free (item->words);
  g_free (item);
}

AssayNeedSupport *
assay_need_support_new (AssayRecord *need, const char *title)
{
  AssayNeedSupport *support = g_new0 (AssayNeedSupport, 1);

  support->need = need != NULL ? g_object_ref (need) : NULL;
  support->title = g_strdup (title);
  support->from_on = ASSAY_DATE_UNKNOWN;
  support->state = ASSAY_NEED_MISSING;
  support->there = g_strdup ("");
  support->gap = g_strdup ("");
  support->items = g_ptr_array_new_with_free_func (item_free);
  return support;
}

void
assay_need_support_free (AssayNeedSupport *support)
{
  g_clear_object (&support->need);
  g_free (support->title);
  g_free (support->market);
  g_free (support->source);
  g_free (support->there);
  g_free (support->gap);
  g_ptr_array_unref (support->items);
  g_free (support);
}

void
assay_need_support_take_item (AssayNeedSupport *support,
                              AssayType type,
                              gint64 id,
                              const char *title,
                              char *words,
                              AssayNeedState state)
{
  AssaySupportItem *item = g_new0 (AssaySupportItem, 1);
  guint at = support->items->len;

  item->type = type;
  item->id = id;
  item->title = g_strdup (title != NULL ? title : "");
  item->words = words;
  item->state = state;
  /* The best first, otherwise as they come. */
  while (at > 0
         && ((const AssaySupportItem *)g_ptr_array_index (support->items, at - 1))->state > state)
    at--;
  g_ptr_array_insert (support->items, (int)at, item);
}

void
assay_need_support_take_words (AssayNeedSupport *support, char *there, char *gap)
{
  g_free (support->there);
  g_free (support->gap);
  support->there = there != NULL ? there : g_strdup ("");
  support->gap = gap != NULL ? gap : g_strdup ("");
}

void
assay_need_support_finish_by_items (AssayNeedSupport *support, const char *gap)
{
  const AssaySupportItem *best;
  char *words;

  if (support->items->len == 0)
    {
      support->state = ASSAY_NEED_MISSING;
      assay_need_support_take_words (support, NULL, g_strdup (gap));
      return;
    }
  best = g_ptr_array_index (support->items, 0);
  support->state = best->state;
  words = g_strdup_printf ("%s: %s.", best->title, best->words);
  if (best->state == ASSAY_NEED_MET)
    assay_need_support_take_words (support, words, NULL);
  else
    assay_need_support_take_words (support, NULL, words);
}

/* What is read once for all claims of a question. */
typedef struct
{
  AssayDb *db;
  gint32 day;
  AssaySchemeCodes *schemes;
  GPtrArray *evidence;
  AssayEvidenceRegister *judged;
  GPtrArray *words;
} Book;

static void
book_clear (Book *book)
{
  g_clear_pointer (&book->schemes, assay_scheme_codes_free);
  g_clear_pointer (&book->evidence, g_ptr_array_unref);
  g_clear_pointer (&book->judged, assay_evidence_register_free);
  g_clear_pointer (&book->words, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, book_clear)

/* And once for all claims of a product. */
typedef struct
{
  AssayRecord *product;
  GHashTable *suppliers;
  GHashTable *orders;
} Goods;

static void
goods_clear (Goods *goods)
{
  g_clear_object (&goods->product);
  g_clear_pointer (&goods->suppliers, g_hash_table_unref);
  g_clear_pointer (&goods->orders, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Goods, goods_clear)

static gboolean
read_book (Book *book, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_EVIDENCE);
  const AssayEvidenceQuestion question = { .today = book->day };

  book->schemes = assay_scheme_codes_read (book->db, error);
  if (book->schemes == NULL)
    return FALSE;
  assay_query_set_sort (query, ASSAY_EVIDENCE_VALID_UNTIL, TRUE);
  book->evidence = assay_query_run_records (query, book->db, 0, error);
  if (book->evidence == NULL)
    return FALSE;
  book->judged = assay_evidence_read (book->db, &question, error);
  if (book->judged == NULL)
    return FALSE;
  book->words = assay_claim_words_read (book->db, error);
  return book->words != NULL;
}

static gboolean
read_ids (AssayDb *db, const char *sql, gint64 product, GHashTable *ids, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, product);
  for (;;)
    {
      if (!assay_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      g_hash_table_add (ids, GSIZE_TO_POINTER ((gsize)assay_statement_get_int (statement, 0)));
    }
}

static gboolean
read_goods (AssayDb *db, gint64 product, Goods *goods, GError **error)
{
  goods_clear (goods);
  goods->product = assay_records_get (db, ASSAY_TYPE_PRODUCT, product, error);
  if (goods->product == NULL)
    return FALSE;
  goods->suppliers = g_hash_table_new (NULL, NULL);
  goods->orders = g_hash_table_new (NULL, NULL);
  return read_ids (db,
                   "SELECT supplier FROM product WHERE id = ?1 AND supplier IS NOT NULL "
                   "UNION SELECT supplier FROM component WHERE product = ?1 "
                   "AND supplier IS NOT NULL "
                   "UNION SELECT supplier FROM order_line WHERE product = ?1 "
                   "AND supplier IS NOT NULL AND coalesce (state, '') != 'cancelled'",
                   product, goods->suppliers, error)
         && read_ids (db, "SELECT DISTINCT purchase_order FROM order_line WHERE product = ?1",
                      product, goods->orders, error);
}

static gboolean
prove (AssayProofContext *context, AssayNeedSupport *support, GError **error)
{
  const char *needs = assay_record_get_text (support->need, ASSAY_CLAIM_NEED_NEEDS);

  if (g_strcmp0 (needs, "test") == 0)
    return assay_proof_by_tests (context, support, error);
  if (g_strcmp0 (needs, "transaction_certificate") == 0)
    return assay_proof_by_coverage (context, support, error);
  if (g_strcmp0 (needs, "composition") == 0)
    assay_proof_by_composition (context, support);
  else if (g_strcmp0 (needs, "specific_wording") == 0)
    assay_proof_by_wording (context, support);
  else
    assay_proof_by_documents (context, support, needs != NULL ? needs : "declaration");
  return TRUE;
}

/* Whether a need holds for the claim at all: in one of its markets, before it ends. */
static gboolean
concerns (const AssayProofContext *context, const AssayRecord *need)
{
  g_auto (GStrv) markets
      = assay_markets_split (assay_record_get_text (context->claim, ASSAY_CLAIM_MARKETS));
  gint32 from = assay_record_get_date (need, ASSAY_CLAIM_NEED_FROM_ON);
  gint32 to = assay_record_get_date (need, ASSAY_CLAIM_NEED_TO_ON);
  gint32 ends = assay_record_get_date (context->claim, ASSAY_CLAIM_TO_ON);

  return assay_markets_meet ((const char *const *)markets,
                             assay_record_get_text (need, ASSAY_CLAIM_NEED_MARKET))
         && (to == ASSAY_DATE_UNKNOWN || to >= context->day)
         && (from == ASSAY_DATE_UNKNOWN || ends == ASSAY_DATE_UNKNOWN || from <= ends);
}

static gboolean
add_needs (AssayProofContext *context, AssayClaimSupport *claim, GError **error)
{
  gint64 kind = context->kind != NULL ? assay_record_get_id (context->kind) : 0;
  g_autoptr (GPtrArray) needs = NULL;
  gboolean has_composition = FALSE;
  AssayNeedSupport *computed;

  needs = assay_owned_rows_read (context->db, ASSAY_TYPE_CLAIM_NEED, kind, error);
  if (needs == NULL)
    return FALSE;
  for (guint i = 0; i < needs->len; i++)
    {
      AssayRecord *need = g_ptr_array_index (needs, i);
      AssayNeedSupport *support;

      if (!concerns (context, need))
        continue;
      has_composition
          |= g_strcmp0 (assay_record_get_text (need, ASSAY_CLAIM_NEED_NEEDS), "composition") == 0;
      support = assay_need_support_new (need, assay_record_get_text (need, ASSAY_CLAIM_NEED_NAME));
      g_ptr_array_add (claim->needs, support);
      support->market = g_strdup (assay_record_get_text (need, ASSAY_CLAIM_NEED_MARKET));
      support->source = g_strdup (assay_record_get_text (need, ASSAY_CLAIM_NEED_SOURCE));
      support->from_on = assay_record_get_date (need, ASSAY_CLAIM_NEED_FROM_ON);
      support->later = support->from_on != ASSAY_DATE_UNKNOWN && support->from_on > context->day;
      if (!prove (context, support, error))
        return FALSE;
    }
  computed = assay_proof_computed (context, has_composition);
  if (computed != NULL)
    g_ptr_array_insert (claim->needs, 0, computed);
  return TRUE;
}

/* Those in force first; g_ptr_array_sort() keeps the order of equals. */
static int
compare_needs (gconstpointer a, gconstpointer b)
{
  const AssayNeedSupport *left = *(AssayNeedSupport *const *)a;
  const AssayNeedSupport *right = *(AssayNeedSupport *const *)b;

  return (int)left->later - (int)right->later;
}

static void
add_up (AssayClaimSupport *claim, gboolean has_kind)
{
  gboolean generic = FALSE;

  g_ptr_array_sort (claim->needs, compare_needs);
  for (guint i = 0; i < claim->needs->len; i++)
    {
      const AssayNeedSupport *need = g_ptr_array_index (claim->needs, i);

      if (!need->later)
        {
          claim->n_needs++;
          claim->n_met += need->state == ASSAY_NEED_MET;
        }
      else if (need->state != ASSAY_NEED_MET)
        {
          claim->n_later_gaps++;
          if (claim->next_gap_on == ASSAY_DATE_UNKNOWN || need->from_on < claim->next_gap_on)
            claim->next_gap_on = need->from_on;
        }
    }
  for (guint i = 0; i < claim->flags->len; i++)
    {
      const AssayWordFlag *flag = g_ptr_array_index (claim->flags, i);

      generic |= !flag->later && flag->verdict != ASSAY_WORD_NEEDS_PROOF;
    }
  claim->standing = generic                         ? ASSAY_CLAIM_GENERIC
                    : !has_kind                     ? ASSAY_CLAIM_OF_NO_KIND
                    : claim->n_met < claim->n_needs ? ASSAY_CLAIM_UNSUPPORTED
                                                    : ASSAY_CLAIM_STANDS;
}

static void
read_use (AssayClaimSupport *claim, gint32 day)
{
  const char *state = assay_record_get_text (claim->claim, ASSAY_CLAIM_STATE);
  gint32 from = assay_record_get_date (claim->claim, ASSAY_CLAIM_FROM_ON);
  gint32 to = assay_record_get_date (claim->claim, ASSAY_CLAIM_TO_ON);

  claim->withdrawn = g_strcmp0 (state, "withdrawn") == 0 || (to != ASSAY_DATE_UNKNOWN && to < day);
  claim->in_use = !claim->withdrawn && g_strcmp0 (state, "in_use") == 0
                  && (from == ASSAY_DATE_UNKNOWN || from <= day);
}

static AssayClaimSupport *
support_claim (const Book *book, const Goods *goods, AssayRecord *claim, GError **error)
{
  g_autoptr (AssayClaimSupport) support = g_new0 (AssayClaimSupport, 1);
  g_autoptr (AssayRecord) kind = NULL;
  gint64 kind_id = assay_record_get_reference (claim, ASSAY_CLAIM_CLAIM_KIND);
  AssayProofContext context = { .db = book->db,
                                .day = book->day,
                                .schemes = book->schemes,
                                .evidence = book->evidence,
                                .judged = book->judged,
                                .suppliers = goods->suppliers,
                                .orders = goods->orders,
                                .product = goods->product,
                                .claim = claim };
  gboolean done;

  support->claim = g_object_ref (claim);
  support->next_gap_on = ASSAY_DATE_UNKNOWN;
  support->needs = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_need_support_free);
  support->flags = assay_claim_words_find (book->words, claim, book->day);
  read_use (support, book->day);
  support->recycled
      = assay_recycled_read (book->db, assay_record_get_id (goods->product), 0, error);
  if (support->recycled == NULL)
    return NULL;
  if (kind_id != 0)
    {
      kind = assay_records_get (book->db, ASSAY_TYPE_CLAIM_KIND, kind_id, error);
      if (kind == NULL)
        return NULL;
      support->kind_name = assay_record_dup_title (kind);
    }
  context.kind = kind;
  context.recycled = support->recycled;
  context.flags = support->flags;
  done = kind == NULL || add_needs (&context, support, error);
  support->coverage = g_steal_pointer (&context.coverage);
  g_free (context.coverage_schemes);
  if (!done)
    return NULL;
  add_up (support, kind != NULL);
  return g_steal_pointer (&support);
}

static GPtrArray *
read_claims (AssayDb *db, const AssayClaimSupportQuestion *question, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_CLAIM);
  g_auto (AssayValue) product = ASSAY_VALUE_INIT;

  if (question->claim != 0)
    assay_query_set_ids (query, &question->claim, 1);
  if (question->product != 0)
    {
      assay_value_set_integer (&product, question->product);
      assay_query_add_filter (query, ASSAY_CLAIM_PRODUCT, ASSAY_FILTER_IS, &product);
    }
  assay_query_set_sort (query, ASSAY_CLAIM_WORDING, FALSE);
  return assay_query_run_records (query, db, 0, error);
}

/* The claims of a product stand together; g_ptr_array_sort() keeps the order of equals. */
static int
compare_products (gconstpointer a, gconstpointer b)
{
  const AssayRecord *left = *(AssayRecord *const *)a, *right = *(AssayRecord *const *)b;
  const char *left_name = assay_record_get_reference_title (left, ASSAY_CLAIM_PRODUCT);
  const char *right_name = assay_record_get_reference_title (right, ASSAY_CLAIM_PRODUCT);
  int order
      = g_utf8_collate (left_name != NULL ? left_name : "", right_name != NULL ? right_name : "");
  gint64 difference = assay_record_get_reference (left, ASSAY_CLAIM_PRODUCT)
                      - assay_record_get_reference (right, ASSAY_CLAIM_PRODUCT);

  return order != 0 ? order : (difference > 0) - (difference < 0);
}

/**
 * assay_claim_support_ask:
 * @question: of which claims
 *
 * Returns: (transfer full) (nullable): AssayClaimSupport, by product and wording
 */
GPtrArray *
assay_claim_support_ask (AssayDb *db, const AssayClaimSupportQuestion *question, GError **error)
{
  g_auto (Book) book = { .db = db, .day = question->day };
  g_auto (Goods) goods = { 0 };
  g_autoptr (GPtrArray) claims = read_claims (db, question, error);
  g_autoptr (GPtrArray) answer
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_claim_support_free);

  if (claims == NULL || !read_book (&book, error))
    return NULL;
  g_ptr_array_sort (claims, compare_products);
  for (guint i = 0; i < claims->len; i++)
    {
      AssayRecord *claim = g_ptr_array_index (claims, i);
      gint64 product = assay_record_get_reference (claim, ASSAY_CLAIM_PRODUCT);
      AssayClaimSupport *support;

      if ((goods.product == NULL || assay_record_get_id (goods.product) != product)
          && !read_goods (db, product, &goods, error))
        return NULL;
      support = support_claim (&book, &goods, claim, error);
      if (support == NULL)
        return NULL;
      g_ptr_array_add (answer, support);
    }
  return g_steal_pointer (&answer);
}

void
assay_claim_support_free (AssayClaimSupport *support)
{
  if (support == NULL)
    return;
  g_clear_object (&support->claim);
  g_clear_pointer (&support->needs, g_ptr_array_unref);
  g_clear_pointer (&support->flags, g_ptr_array_unref);
  g_clear_pointer (&support->recycled, assay_recycled_free);
  g_clear_pointer (&support->coverage, assay_coverage_free);
  g_free (support->kind_name);
  g_free (support);
}
