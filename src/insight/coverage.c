/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/coverage.h"

#include <math.h>
#include <string.h>

#include "insight/scheme-codes.h"
#include "store/query.h"

#define MILLION       1e6
#define GRAMS_IN_KILO 1000.0
#define HUNDREDTH     100.0  /* a component's weight is in hundredths of a gram */
#define THOUSANDTH    1000.0 /* a certificate's is in grams */
#define HAIR          5e-4   /* half a gram: what rounding leaves */

/* What certificates name, the most exact first. */
enum
{
  TIE_COMPONENT_OF_ORDER,
  TIE_PRODUCT_IN_ORDER,
  TIE_ORDER,
  TIE_COMPONENT,
  TIE_PRODUCT,
  N_TIES,
};

typedef struct
{
  AssayCoverageRow row;
  double share; /* recycled, from 0 to 1 */
} Cell;

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_free (cell->row.product_name);
  g_free (cell->row.component_name);
  g_free (cell->row.order_number);
  g_free (cell);
}

static void
certificate_free (gpointer data)
{
  AssayCoverageCertificate *certificate = data;

  g_object_unref (certificate->evidence);
  g_free (certificate);
}

double
assay_coverage_row_missing (const AssayCoverageRow *row)
{
  double missing = row->needed - row->certified;

  return isnan (missing) || missing > HAIR ? missing : 0;
}

/* Each component with a recycled share in each order, the oldest order first. Lines without a
 * variant need what all variants have. */
static const char cells_sql[]
    = "SELECT c.product, c.id, l.purchase_order, p.code, p.name, c.name, o.number, "
      "coalesce (o.ordered_on, o.sent_on), sum (l.quantity), count (*) - count (l.quantity), "
      "c.mass, coalesce (c.waste, 0), c.recycled "
      "FROM component AS c "
      "JOIN order_line AS l ON l.product = c.product "
      "AND (c.variant IS NULL OR c.variant = l.variant) "
      "JOIN purchase_order AS o ON o.id = l.purchase_order "
      "JOIN product AS p ON p.id = c.product "
      "WHERE c.recycled > 0 AND c.kind IS NOT 'packaging' "
      "AND coalesce (o.state, '') NOT IN ('draft', 'cancelled') "
      "GROUP BY c.id, l.purchase_order "
      "ORDER BY coalesce (o.ordered_on, o.sent_on) IS NULL, coalesce (o.ordered_on, o.sent_on), "
      "o.number, c.position, c.id";

static Cell *
read_cell (AssayStatement *statement)
{
  Cell *cell = g_new0 (Cell, 1);
  const char *name = assay_statement_get_text (statement, 4);
  gboolean known
      = assay_statement_get_int (statement, 9) == 0 && !assay_statement_is_null (statement, 10);

  cell->row.product = assay_statement_get_int (statement, 0);
  cell->row.component = assay_statement_get_int (statement, 1);
  cell->row.order = assay_statement_get_int (statement, 2);
  cell->row.product_name = g_strdup (name != NULL ? name : assay_statement_get_text (statement, 3));
  cell->row.component_name = g_strdup (assay_statement_get_text (statement, 5));
  cell->row.order_number = g_strdup (assay_statement_get_text (statement, 6));
  cell->row.ordered_on = assay_statement_is_null (statement, 7)
                             ? ASSAY_DATE_UNKNOWN
                             : (gint32)assay_statement_get_int (statement, 7);
  cell->row.pieces = assay_statement_get_int (statement, 8);
  cell->row.needed
      = known
            ? (double)cell->row.pieces * (double)assay_statement_get_int (statement, 10) / HUNDREDTH
                  / GRAMS_IN_KILO * (1 + (double)assay_statement_get_int (statement, 11) / MILLION)
            : NAN;
  cell->share = (double)assay_statement_get_int (statement, 12) / MILLION;
  return cell;
}

static GPtrArray *
read_cells (AssayDb *db, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, cells_sql, error);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (cell_free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  for (;;)
    {
      if (!assay_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&cells);
      g_ptr_array_add (cells, read_cell (statement));
    }
}

/* How exactly a certificate names what it is for; N_TIES: not at all. */
static int
get_tie (const AssayRecord *evidence)
{
  gboolean component = assay_record_is_known (evidence, ASSAY_EVIDENCE_COMPONENT);
  gboolean product = assay_record_is_known (evidence, ASSAY_EVIDENCE_PRODUCT);

  if (assay_record_is_known (evidence, ASSAY_EVIDENCE_PURCHASE_ORDER))
    return component ? TIE_COMPONENT_OF_ORDER : product ? TIE_PRODUCT_IN_ORDER : TIE_ORDER;
  return component ? TIE_COMPONENT : product ? TIE_PRODUCT : N_TIES;
}

static gboolean
names (const AssayRecord *evidence, guint field, gint64 id)
{
  return !assay_record_is_known (evidence, field)
         || assay_record_get_reference (evidence, field) == id;
}

static gboolean
is_for (const AssayRecord *evidence, const Cell *cell)
{
  return get_tie (evidence) < N_TIES
         && names (evidence, ASSAY_EVIDENCE_COMPONENT, cell->row.component)
         && names (evidence, ASSAY_EVIDENCE_PRODUCT, cell->row.product)
         && names (evidence, ASSAY_EVIDENCE_PURCHASE_ORDER, cell->row.order);
}

static gboolean
is_asked (const AssayCoverageQuestion *question, const Cell *cell)
{
  return (question->product == 0 || question->product == cell->row.product)
         && (question->component == 0 || question->component == cell->row.component);
}

/* Whether a certificate concerns the question, though it may fit no order. */
static gboolean
concerns (const AssayCoverageQuestion *question, const AssayRecord *evidence)
{
  return (question->product == 0
          || assay_record_get_reference (evidence, ASSAY_EVIDENCE_PRODUCT) == question->product)
         && (question->component == 0
             || assay_record_get_reference (evidence, ASSAY_EVIDENCE_COMPONENT)
                    == question->component);
}

static AssayCertificateUse
get_use (const AssayRecord *evidence)
{
  const char *state = assay_record_get_text (evidence, ASSAY_EVIDENCE_STATE);

  if (g_strcmp0 (state, "refused") == 0)
    return ASSAY_CERTIFICATE_REFUSED;
  if (!assay_record_is_known (evidence, ASSAY_EVIDENCE_MASS))
    return ASSAY_CERTIFICATE_NO_WEIGHT;
  return g_strcmp0 (state, "seen") == 0 || g_strcmp0 (state, "verified") == 0
             ? ASSAY_CERTIFICATE_COUNTED
             : ASSAY_CERTIFICATE_CLAIMED;
}

/* Gives the weight of a certificate to the orders that it is for. Returns whether it is for any
 * that was asked for. */
static gboolean
spread (AssayCoverageCertificate *certificate,
        GPtrArray *cells,
        const AssayCoverageQuestion *question)
{
  gint64 certified
      = assay_record_get_integer (certificate->evidence, ASSAY_EVIDENCE_CERTIFIED_SHARE, -1);
  gboolean seen = certificate->use == ASSAY_CERTIFICATE_COUNTED;
  double left = certificate->mass;
  gboolean asked = FALSE, low = FALSE, fits = FALSE;

  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (cells, i);
      double open = cell->row.needed - cell->row.certified - (seen ? 0 : cell->row.claimed);
      double taken;

      if (!is_for (certificate->evidence, cell))
        continue;
      asked |= is_asked (question, cell);
      if (certified >= 0 && (double)certified / MILLION < cell->share - 1e-9)
        {
          low = TRUE;
          continue;
        }
      fits = TRUE;
      if ((!seen && certificate->use != ASSAY_CERTIFICATE_CLAIMED) || isnan (open) || open <= 0
          || left <= 0)
        continue;
      taken = MIN (open, left);
      *(seen ? &cell->row.certified : &cell->row.claimed) += taken;
      left -= taken;
      if (is_asked (question, cell))
        certificate->used += taken;
    }
  if (certificate->use <= ASSAY_CERTIFICATE_CLAIMED && !fits)
    certificate->use = low ? ASSAY_CERTIFICATE_LOW_SHARE : ASSAY_CERTIFICATE_UNTIED;
  return asked;
}

static GPtrArray *
read_certificates (AssayDb *db, const AssayCoverageQuestion *question, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_EVIDENCE);
  g_auto (AssayValue) kind = ASSAY_VALUE_INIT;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (AssaySchemeCodes) codes = assay_scheme_codes_read (db, error);
  GPtrArray *certificates;

  if (codes == NULL)
    return NULL;
  assay_value_set_text (&kind, "transaction_certificate");
  assay_query_add_filter (query, ASSAY_EVIDENCE_KIND, ASSAY_FILTER_IS, &kind);
  assay_query_set_sort (query, ASSAY_EVIDENCE_ISSUED_ON, FALSE);
  records = assay_query_run_records (query, db, 0, error);
  if (records == NULL)
    return NULL;
  certificates = g_ptr_array_new_with_free_func (certificate_free);
  for (guint i = 0; i < records->len; i++)
    {
      AssayRecord *evidence = g_ptr_array_index (records, i);
      AssayCoverageCertificate *certificate;

      if (!assay_scheme_codes_hold (codes, question->schemes,
                                    assay_record_get_reference (evidence, ASSAY_EVIDENCE_SCHEME)))
        continue;
      certificate = g_new0 (AssayCoverageCertificate, 1);
      certificate->evidence = g_object_ref (evidence);
      certificate->use = get_use (evidence);
      certificate->mass
          = assay_record_is_known (evidence, ASSAY_EVIDENCE_MASS)
                ? (double)assay_record_get_integer (evidence, ASSAY_EVIDENCE_MASS, 0) / THOUSANDTH
                : NAN;
      g_ptr_array_add (certificates, certificate);
    }
  return certificates;
}

/* Those seen before those claimed, the exact ones before the others. */
static void
spread_all (AssayCoverage *coverage,
            GPtrArray *all,
            GPtrArray *cells,
            const AssayCoverageQuestion *question)
{
  for (guint claimed = 0; claimed < 2; claimed++)
    for (int tie = 0; tie <= N_TIES; tie++)
      for (guint i = 0; i < all->len; i++)
        {
          AssayCoverageCertificate *certificate = g_ptr_array_index (all, i);
          gboolean asked;

          if (certificate == NULL || get_tie (certificate->evidence) != tie
              || (claimed == 0 && certificate->use == ASSAY_CERTIFICATE_CLAIMED))
            continue;
          asked = spread (certificate, cells, question);
          all->pdata[i] = NULL;
          if (asked || concerns (question, certificate->evidence))
            g_ptr_array_add (coverage->certificates, certificate);
          else
            certificate_free (certificate);
        }
}

static void
add_row (AssayCoverage *coverage, Cell *cell, GHashTable *orders)
{
  double missing = assay_coverage_row_missing (&cell->row);

  g_ptr_array_add (coverage->rows, cell);
  g_hash_table_add (orders, GSIZE_TO_POINTER ((gsize)cell->row.order));
  coverage->needed += cell->row.needed;
  coverage->certified += cell->row.certified;
  coverage->claimed += cell->row.claimed;
  coverage->missing += missing;
  coverage->n_unknown += isnan (missing);
  coverage->n_missing += missing > 0;
}

/* Pieces ordered without a variant of products whose variants have recycled components of their
 * own: nobody knows what they need. */
static gboolean
count_unplaced (AssayDb *db, const AssayCoverageQuestion *question, gint64 *pieces, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      db,
      "SELECT coalesce (sum (l.quantity), 0) FROM order_line AS l "
      "JOIN purchase_order AS o ON o.id = l.purchase_order "
      "WHERE l.variant IS NULL AND coalesce (o.state, '') NOT IN ('draft', 'cancelled') "
      "AND l.product IN (SELECT product FROM component WHERE variant IS NOT NULL "
      "AND recycled > 0 AND kind IS NOT 'packaging' AND (?1 = 0 OR product = ?1) "
      "AND (?2 = 0 OR id = ?2))",
      error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, question->product);
  assay_statement_bind_int (statement, 2, question->component);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  *pieces = row ? assay_statement_get_int (statement, 0) : 0;
  return TRUE;
}

/**
 * assay_coverage_read:
 * @question: what is asked; certificates are given to all orders, asked for or not
 *
 * Returns: (transfer full) (nullable): what is needed and what is certified
 */
AssayCoverage *
assay_coverage_read (AssayDb *db, const AssayCoverageQuestion *question, GError **error)
{
  g_autoptr (AssayCoverage) coverage = g_new0 (AssayCoverage, 1);
  g_autoptr (GHashTable) orders = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) cells = NULL;
  g_autoptr (GPtrArray) all = NULL;

  coverage->rows = g_ptr_array_new_with_free_func (cell_free);
  coverage->certificates = g_ptr_array_new_with_free_func (certificate_free);
  cells = read_cells (db, error);
  if (cells == NULL)
    return NULL;
  all = read_certificates (db, question, error);
  if (all == NULL || !count_unplaced (db, question, &coverage->unplaced_pieces, error))
    return NULL;
  g_ptr_array_set_free_func (all, NULL);
  spread_all (coverage, all, cells, question);
  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (cells, i);

      if (!is_asked (question, cell))
        continue;
      cells->pdata[i] = NULL;
      add_row (coverage, cell, orders);
    }
  /* What was taken over is not freed here. */
  g_ptr_array_set_free_func (cells, NULL);
  for (guint i = 0; i < cells->len; i++)
    if (cells->pdata[i] != NULL)
      cell_free (cells->pdata[i]);
  coverage->n_orders = g_hash_table_size (orders);
  return g_steal_pointer (&coverage);
}

void
assay_coverage_free (AssayCoverage *coverage)
{
  if (coverage == NULL)
    return;
  g_ptr_array_unref (coverage->rows);
  g_ptr_array_unref (coverage->certificates);
  g_free (coverage);
}
