/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/diversification.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/code-list.h"
#include "record/format.h"

/* Products that ended are no worry any more. A supplier that was dropped is no source, whatever it
 * delivered. */
#define CRITICAL "p.critical = 1 AND p.status IS NOT 'ended'"
#define IN_USE   "s.status IS NOT 'dropped'"

static const char products_sql[] = "SELECT p.id, p.code, p.name FROM product AS p WHERE " CRITICAL
                                   " AND ?1 IN (0, p.id) ORDER BY p.code, p.id";

/* Each row a product, a supplier and one reason. ?1 and ?2: orders sent between. */
#define SOURCES(which)                                                                             \
  "SELECT l.product, s.id, s.name, s.country, 1, count (*), sum (l.quantity) "                     \
  "FROM product AS p JOIN order_line AS l ON l.product = p.id "                                    \
  "JOIN purchase_order AS o ON o.id = l.purchase_order JOIN supplier AS s ON s.id = o.supplier "   \
  "WHERE " which " AND " IN_USE " AND l.state IS NOT 'cancelled' "                                 \
  "AND o.state IS NOT 'draft' AND o.state IS NOT 'cancelled' "                                     \
  "AND (?1 IS NULL OR o.sent_on >= ?1) AND (?2 IS NULL OR o.sent_on <= ?2) GROUP BY 1, 2 "         \
  "UNION ALL SELECT p.id, s.id, s.name, s.country, 2, 0, NULL "                                    \
  "FROM product AS p JOIN supplier AS s ON s.id = p.supplier WHERE " which " AND " IN_USE " "      \
  "UNION ALL SELECT p.id, s.id, s.name, s.country, 4, 0, NULL "                                    \
  "FROM product AS p JOIN sample AS a ON a.product = p.id JOIN supplier AS s ON s.id = "           \
  "a.supplier WHERE " which " AND " IN_USE                                                         \
  " AND a.verdict IN ('approved', 'approved_with_comments') "                                      \
  "AND a.round IN ('pre_production', 'gold_seal', 'top_of_production') GROUP BY 1, 2"

static const char sources_sql[] = SOURCES (CRITICAL);
static const char sources_of_one_sql[] = SOURCES ("p.id = ?3");

static void
source_free (gpointer data)
{
  AssaySource *source = data;

  g_free (source->name);
  g_free (source->country);
  g_free (source);
}

static void
product_free (gpointer data)
{
  AssaySourcedProduct *product = data;

  g_free (product->code);
  g_free (product->name);
  g_ptr_array_unref (product->sources);
  g_free (product);
}

static void
dependence_free (gpointer data)
{
  AssayDependence *dependence = data;

  g_free (dependence->group);
  g_array_unref (dependence->ids);
  g_free (dependence);
}

void
assay_diversification_free (AssayDiversification *answer)
{
  if (answer == NULL)
    return;
  g_clear_pointer (&answer->products, g_ptr_array_unref);
  g_clear_pointer (&answer->by_supplier, g_ptr_array_unref);
  g_clear_pointer (&answer->by_country, g_ptr_array_unref);
  g_free (answer->definition);
  g_free (answer);
}

static char *
dup_text (AssayStatement *statement, int column)
{
  return assay_statement_is_null (statement, column)
             ? NULL
             : g_utf8_make_valid (assay_statement_get_text (statement, column), -1);
}

static gboolean
read_products (AssayDiversification *answer, AssayDb *db, GHashTable *index, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, products_sql, error);
  gboolean row, ok;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, answer->asked.product);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      AssaySourcedProduct *product = g_new0 (AssaySourcedProduct, 1);

      product->id = assay_statement_get_int (statement, 0);
      product->code = dup_text (statement, 1);
      product->name = dup_text (statement, 2);
      product->sources = g_ptr_array_new_with_free_func (source_free);
      g_ptr_array_add (answer->products, product);
      g_hash_table_insert (index, &product->id, product);
    }
  return ok;
}

static AssaySource *
find_source (GPtrArray *sources, AssayStatement *statement)
{
  gint64 supplier = assay_statement_get_int (statement, 1);
  AssaySource *source;

  for (guint i = 0; i < sources->len; i++)
    {
      source = g_ptr_array_index (sources, i);
      if (source->supplier == supplier)
        return source;
    }
  source = g_new0 (AssaySource, 1);
  source->supplier = supplier;
  source->name = dup_text (statement, 2);
  source->country = dup_text (statement, 3);
  source->quantity = -1;
  g_ptr_array_add (sources, source);
  return source;
}

/* What one row says of a source. */
static void
take_source (GPtrArray *sources, AssayStatement *statement)
{
  AssaySource *source = find_source (sources, statement);

  source->reasons |= (AssaySourceReasons)assay_statement_get_int (statement, 4);
  source->lines += assay_statement_get_int (statement, 5);
  if (!assay_statement_is_null (statement, 6))
    source->quantity = MAX (source->quantity, 0) + assay_statement_get_int (statement, 6);
}

static void
bind_day (AssayStatement *statement, int index, gint32 day)
{
  if (day == ASSAY_DATE_UNKNOWN)
    assay_statement_bind_null (statement, index);
  else
    assay_statement_bind_int (statement, index, day);
}

static gboolean
read_sources (AssayDiversification *answer, AssayDb *db, GHashTable *index, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sources_sql, error);
  gboolean row, ok;

  if (statement == NULL)
    return FALSE;
  bind_day (statement, 1, answer->asked.from);
  bind_day (statement, 2, answer->asked.to);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      gint64 id = assay_statement_get_int (statement, 0);
      AssaySourcedProduct *product = g_hash_table_lookup (index, &id);

      if (product != NULL)
        take_source (product->sources, statement);
    }
  return ok;
}

static int
compare_sources (gconstpointer a, gconstpointer b)
{
  const AssaySource *left = a, *right = b;

  if (left->quantity != right->quantity)
    return left->quantity > right->quantity ? -1 : 1;
  return g_strcmp0 (left->name, right->name);
}

GPtrArray *
assay_sources_read (AssayDb *db, gint64 product, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sources_of_one_sql, error);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (source_free);
  gboolean row, ok;

  if (statement == NULL)
    return NULL;
  assay_statement_bind_null (statement, 1);
  assay_statement_bind_null (statement, 2);
  assay_statement_bind_int (statement, 3, product);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    take_source (sources, statement);
  if (!ok)
    return NULL;
  g_ptr_array_sort_values (sources, compare_sources);
  return g_steal_pointer (&sources);
}

static void
judge (AssaySourcedProduct *product)
{
  g_autoptr (GHashTable) countries = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean unknown = FALSE;

  g_ptr_array_sort_values (product->sources, compare_sources);
  for (guint i = 0; i < product->sources->len; i++)
    {
      const AssaySource *source = g_ptr_array_index (product->sources, i);

      if (source->country != NULL)
        g_hash_table_add (countries, source->country);
      else
        unknown = TRUE;
    }
  product->countries = g_hash_table_size (countries);
  if (product->sources->len == 0)
    product->sourcing = ASSAY_SOURCING_NONE;
  else if (product->sources->len == 1)
    product->sourcing = ASSAY_SOURCING_SINGLE;
  else if (product->countries > 1)
    product->sourcing = ASSAY_SOURCING_SPREAD;
  else
    product->sourcing = unknown ? ASSAY_SOURCING_UNSURE : ASSAY_SOURCING_ONE_COUNTRY;
}

static gboolean
comes_from (const AssaySourcedProduct *product, gint64 supplier)
{
  for (guint i = 0; i < product->sources->len; i++)
    if (((const AssaySource *)g_ptr_array_index (product->sources, i))->supplier == supplier)
      return TRUE;
  return FALSE;
}

static AssayDependence *
find_dependence (GPtrArray *rows, gint64 supplier, const char *group)
{
  AssayDependence *row;

  for (guint i = 0; i < rows->len; i++)
    {
      row = g_ptr_array_index (rows, i);
      if (supplier != 0 ? row->supplier == supplier : g_strcmp0 (row->group, group) == 0)
        return row;
    }
  row = g_new0 (AssayDependence, 1);
  row->supplier = supplier;
  row->group = g_strdup (group);
  row->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (rows, row);
  return row;
}

/* A product counts once for each, however many of its sources are there. */
static void
count (AssayDependence *row, const AssaySourcedProduct *product, gboolean only)
{
  if (row->ids->len > 0 && g_array_index (row->ids, gint64, row->ids->len - 1) == product->id)
    return;
  g_array_append_val (row->ids, product->id);
  row->products++;
  row->only += only;
}

static void
add_up (AssayDiversification *answer, const AssaySourcedProduct *product)
{
  gboolean one_place = product->sourcing == ASSAY_SOURCING_ONE_COUNTRY
                       || product->sourcing == ASSAY_SOURCING_SINGLE;

  answer->critical++;
  answer->sourced += product->sources->len > 0;
  answer->none += product->sourcing == ASSAY_SOURCING_NONE;
  answer->single += product->sourcing == ASSAY_SOURCING_SINGLE;
  answer->one_country += product->sourcing == ASSAY_SOURCING_ONE_COUNTRY;
  for (guint i = 0; i < product->sources->len; i++)
    {
      const AssaySource *source = g_ptr_array_index (product->sources, i);

      count (find_dependence (answer->by_supplier, source->supplier, source->name), product,
             product->sources->len == 1);
      count (find_dependence (answer->by_country, 0, source->country), product, one_place);
    }
}

static int
compare_dependence (gconstpointer a, gconstpointer b)
{
  const AssayDependence *left = a, *right = b;

  if (left->products != right->products)
    return left->products > right->products ? -1 : 1;
  if (left->only != right->only)
    return left->only > right->only ? -1 : 1;
  return g_strcmp0 (left->group, right->group);
}

static int
compare_products (gconstpointer a, gconstpointer b)
{
  const AssaySourcedProduct *left = a, *right = b;

  if (left->sourcing != right->sourcing)
    return left->sourcing < right->sourcing ? -1 : 1;
  return g_strcmp0 (left->code, right->code);
}

static void
finish (AssayDiversification *answer, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      AssayDependence *row = g_ptr_array_index (rows, i);

      row->share = answer->sourced > 0 ? (double)row->products / answer->sourced : NAN;
    }
  g_ptr_array_sort_values (rows, compare_dependence);
}

static char *
define (void)
{
  return g_strdup (
      _ ("A supplier is a source of a critical product when it has lines of it in orders that were "
         "sent out and not cancelled, when the product names it as its main supplier, or when a "
         "pre-production "
         "sample, gold seal or top of production of it was approved; dropped suppliers and "
         "products that ended are left out. The share is that of "
         "the critical products with a source which can come from there; one with several sources "
         "counts for each, so the shares need not add up to 100 %. The country is that of the "
         "supplier."));
}

/**
 * assay_diversification_ask:
 * @db: the book, on the thread that owns the connection
 * @question: which orders and products count
 * @error: return location for an error
 *
 * Returns: (transfer full): what critical products depend on; %NULL on error
 */
AssayDiversification *
assay_diversification_ask (AssayDb *db,
                           const AssayDiversificationQuestion *question,
                           GError **error)
{
  g_autoptr (AssayDiversification) answer = g_new0 (AssayDiversification, 1);
  g_autoptr (GHashTable) index = g_hash_table_new (g_int64_hash, g_int64_equal);

  answer->asked = *question;
  answer->products = g_ptr_array_new_with_free_func (product_free);
  answer->by_supplier = g_ptr_array_new_with_free_func (dependence_free);
  answer->by_country = g_ptr_array_new_with_free_func (dependence_free);
  if (!read_products (answer, db, index, error) || !read_sources (answer, db, index, error))
    return NULL;
  for (guint i = answer->products->len; i-- > 0;)
    if (question->supplier != 0
        && !comes_from (g_ptr_array_index (answer->products, i), question->supplier))
      g_ptr_array_remove_index (answer->products, i);
  for (guint i = 0; i < answer->products->len; i++)
    {
      judge (g_ptr_array_index (answer->products, i));
      add_up (answer, g_ptr_array_index (answer->products, i));
    }
  finish (answer, answer->by_supplier);
  finish (answer, answer->by_country);
  g_ptr_array_sort_values (answer->products, compare_products);
  answer->definition = define ();
  return g_steal_pointer (&answer);
}

const char *
assay_sourcing_name (AssaySourcing sourcing)
{
  static const char *const names[] = { "none", "single", "one_country", "unsure", "spread" };

  return names[sourcing];
}

char *
assay_sourcing_words (const AssaySourcedProduct *product)
{
  guint n = product->sources->len;
  const AssaySource *first = n > 0 ? g_ptr_array_index (product->sources, 0) : NULL;
  const char *country;

  switch (product->sourcing)
    {
    case ASSAY_SOURCING_NONE:
      return g_strdup (_ ("No supplier is known for it"));
    case ASSAY_SOURCING_SINGLE:
      return g_strdup_printf (_ ("Single source: only %s makes it"), first->name);
    case ASSAY_SOURCING_ONE_COUNTRY:
      country = assay_country_name (first->country);
      return g_strdup_printf (
          /* Translators: a number above 1; a country. */
          g_dngettext (GETTEXT_PACKAGE, "Its %u supplier is in %s", "All %u suppliers are in %s",
                       n),
          n, country != NULL ? country : first->country);
    case ASSAY_SOURCING_UNSURE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u supplier, not all with a country",
                                           "%u suppliers, not all with a country", n),
                              n);
    case ASSAY_SOURCING_SPREAD:
    default:
      return g_strdup_printf (
          /* Translators: numbers above 1. */
          g_dngettext (GETTEXT_PACKAGE, "%u supplier in %u countries",
                       "%u suppliers in %u countries", n),
          n, product->countries);
    }
}

const char *
assay_source_reason_name (AssaySourceReasons reason)
{
  switch (reason)
    {
    case ASSAY_SOURCE_ORDERED:
      return "ordered";
    case ASSAY_SOURCE_MAIN:
      return "main";
    case ASSAY_SOURCE_SAMPLE:
    default:
      return "sample";
    }
}
