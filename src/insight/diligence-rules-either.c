/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be known of a supplier as well as of a product. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "insight/claim-support.h"
#include "insight/diligence-private.h"
#include "insight/diversification.h"

#define OF_SUPPLIER "(e.supplier = ?1 OR e.site IN (SELECT id FROM site WHERE supplier = ?1))"
#define OF_PRODUCT                                                                                 \
  "(e.product = ?1 OR e.component IN (SELECT id FROM component WHERE product = ?1)"                \
  " OR e.purchase_order IN (SELECT purchase_order FROM order_line WHERE product = ?1))"
#define CERTIFICATE                                                                                \
  " AND e.kind IN ('scope_certificate', 'transaction_certificate', 'product_certificate',"         \
  " 'system_certificate', 'partner_status')"

static gboolean
is_product (const AssayDiligenceCase *asked)
{
  return asked->type == ASSAY_TYPE_PRODUCT;
}

/* A scope certificate says what a site may do, not what a product is made of. */
gboolean
assay_diligence_certificate (const AssayDiligenceCase *asked,
                             AssayDiligenceFound *found,
                             GError **error)
{
  if (is_product (asked))
    return assay_diligence_find_evidence (
        asked, OF_PRODUCT CERTIFICATE " AND e.kind <> 'scope_certificate'",
        _ ("a certificate of the goods (a scope certificate of the supplier proves no product)"),
        found, error);
  return assay_diligence_find_evidence (asked, OF_SUPPLIER CERTIFICATE, _ ("a certificate"), found,
                                        error);
}

gboolean
assay_diligence_tag (const AssayDiligenceCase *asked, AssayDiligenceFound *found, GError **error)
{
  const char *where
      = is_product (asked) ? OF_PRODUCT " AND e.kind = 'tag'" : OF_SUPPLIER " AND e.kind = 'tag'";

  return assay_diligence_find_evidence (asked, where, _ ("a traceability tag"), found, error);
}

/* Says what the tests of the newest sample that a laboratory has tested came to. */
static void
judge_tests (AssayStatement *statement, AssayDiligenceFound *found)
{
  g_autofree char *number = assay_diligence_dup_text (statement, 1);
  guint n = (guint)assay_statement_get_int (statement, 2);
  guint passed = (guint)assay_statement_get_int (statement, 3);
  guint failed = (guint)assay_statement_get_int (statement, 4);

  if (failed > 0)
    /* Translators: a number of tests, of so many; the number of a sample */
    assay_diligence_miss (
        found, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "a sample that passes: %u of %u laboratory test of "
                                             "%s failed",
                                             "a sample that passes: %u of %u laboratory tests of "
                                             "%s failed",
                                             n),
                                failed, n, number));
  else if (passed < n)
    /* Translators: a number of tests, of so many; the number of a sample */
    assay_diligence_miss (
        found, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "the result of %u of %u test of %s",
                                             "the result of %u of %u tests of %s", n),
                                n - passed, n, number));
  else
    {
      /* Translators: the number of a sample; a number of tests */
      char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s passed %u laboratory test",
                                                  "%s passed %u laboratory tests", n),
                                     number, n);

      assay_diligence_say (found, words);
      assay_diligence_prove (found, ASSAY_TYPE_SAMPLE, assay_statement_get_int (statement, 0),
                             g_strdup (words));
    }
}

gboolean
assay_diligence_tested (const AssayDiligenceCase *asked, AssayDiligenceFound *found, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT s.id, s.number, count (t.id), ifnull (sum (t.result = 'pass'), 0),"
      " ifnull (sum (t.result = 'fail'), 0),"
      " coalesce (max (t.tested_on), s.received_on, s.requested_on) AS day"
      " FROM sample AS s JOIN sample_test AS t ON t.sample = s.id"
      " WHERE s.%s = ?1 AND t.place = 'laboratory'"
      " GROUP BY s.id HAVING (?2 IS NULL OR day >= ?2) ORDER BY day DESC, s.id DESC LIMIT 1",
      is_product (asked) ? "product" : "supplier");
  g_autoptr (AssayStatement) statement = assay_diligence_prepare (asked, sql, error);
  gboolean row;

  if (statement == NULL || !assay_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    judge_tests (statement, found);
  else
    assay_diligence_miss (found, g_strdup (_ ("a sample that a laboratory has tested")));
  return TRUE;
}

/* Before a launch a prototype that pleased is not enough. */
gboolean
assay_diligence_approved (const AssayDiligenceCase *asked,
                          AssayDiligenceFound *found,
                          GError **error)
{
  gboolean launch = g_strcmp0 (asked->stage, "launch") == 0;
  g_autofree char *sql = g_strdup_printf (
      "SELECT id, number, verdict, decided_on FROM sample WHERE %s = ?1 AND verdict IN ('approved',"
      " 'approved_with_comments', 'rejected')%s AND (?2 IS NULL OR decided_on >= ?2)"
      " ORDER BY decided_on DESC, id DESC LIMIT 1",
      is_product (asked) ? "product" : "supplier",
      launch ? " AND round IN ('pre_production', 'gold_seal', 'top_of_production')" : "");
  g_autoptr (AssayStatement) statement = assay_diligence_prepare (asked, sql, error);
  g_autofree char *number = NULL;
  gboolean row;

  if (statement == NULL || !assay_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    {
      assay_diligence_miss (found, g_strdup (launch ? _ ("an approved pre-production sample")
                                                    : _ ("an approved sample")));
      return TRUE;
    }
  number = assay_diligence_dup_text (statement, 1);
  if (g_strcmp0 (assay_statement_get_text (statement, 2), "rejected") == 0)
    /* Translators: the number of a sample */
    assay_diligence_miss (found,
                          g_strdup_printf (_ ("an approved sample: %s was rejected"), number));
  else
    {
      /* Translators: the number of a sample */
      char *words = g_strdup_printf (_ ("%s is approved"), number);

      assay_diligence_say (found, words);
      assay_diligence_prove (found, ASSAY_TYPE_SAMPLE, assay_statement_get_int (statement, 0),
                             g_strdup (words));
    }
  return TRUE;
}

#define PHOTOS                                                                                     \
  "(SELECT count (*) FROM attachment AS a WHERE a.media_type LIKE 'image/%'"                       \
  " AND ((a.owner_type = 'inspection' AND a.owner = i.id)"                                         \
  " OR (a.owner_type = 'defect' AND a.owner IN (SELECT id FROM defect WHERE inspection = i.id))"   \
  " OR (a.owner_type = 'checkpoint'"                                                               \
  " AND a.owner IN (SELECT id FROM checkpoint WHERE inspection = i.id))))"

/* A third party is neither the factory nor somebody who is not named. */
#define INSPECTION                                                                                 \
  "SELECT i.id, i.number, i.company, i.inspected_on, (i.result IS 'fail'"                          \
  " AND ifnull (i.decision, '') NOT IN ('accept', 'accept_deviation'))"                            \
  " OR ifnull (i.decision, '') IN ('reject', 'hold'), " PHOTOS " FROM inspection AS i"             \
  " LEFT JOIN supplier AS f ON f.id = i.supplier WHERE i.%s = ?1"                                  \
  " AND i.kind IN ('final_random', 'loading') AND i.inspected_on <= ?3"                            \
  " AND (?2 IS NULL OR i.inspected_on >= ?2) AND trim (ifnull (i.company, '')) <> ''"              \
  " AND i.company <> ifnull (f.name, '') COLLATE NOCASE"                                           \
  " ORDER BY i.inspected_on DESC, i.id DESC LIMIT 1"

gboolean
assay_diligence_inspected (const AssayDiligenceCase *asked,
                           AssayDiligenceFound *found,
                           GError **error)
{
  g_auto (GStrv) parts = g_strsplit (INSPECTION, "%s", 2);
  g_autofree char *sql
      = g_strconcat (parts[0], is_product (asked) ? "product" : "supplier", parts[1], NULL);
  g_autoptr (AssayStatement) statement = assay_diligence_prepare (asked, sql, error);
  g_autofree char *number = NULL, *company = NULL, *day = NULL, *words = NULL;
  guint photos;
  gboolean row;

  if (statement == NULL || !assay_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    {
      assay_diligence_miss (found, g_strdup (_ ("a pre-shipment inspection by a third party")));
      return TRUE;
    }
  number = assay_diligence_dup_text (statement, 1);
  company = assay_diligence_dup_text (statement, 2);
  day = assay_date_format ((gint32)assay_statement_get_int (statement, 3));
  photos = (guint)assay_statement_get_int (statement, 5);
  /* Translators: the number of a report, an inspection company, a date */
  words = g_strdup_printf (_ ("%s by %s on %s"), number, company, day);
  if (assay_statement_get_int (statement, 4) != 0)
    /* Translators: an inspection */
    assay_diligence_miss (found, g_strdup_printf (_ ("a lot that passes: %s did not"), words));
  else if (photos == 0)
    /* Translators: an inspection */
    assay_diligence_miss (found, g_strdup_printf (_ ("photos of %s"), words));
  else
    {
      char *with = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s, %u photo", "%s, %u photos", photos), words, photos);

      assay_diligence_say (found, with);
      assay_diligence_prove (found, ASSAY_TYPE_INSPECTION, assay_statement_get_int (statement, 0),
                             g_strdup (with));
    }
  return TRUE;
}

/* The names of those from whom @product can come. */
static gboolean
find_sources (const AssayDiligenceCase *asked, gint64 product, GPtrArray *names, GError **error)
{
  g_autoptr (GPtrArray) sources = assay_sources_read (asked->db, product, error);

  if (sources == NULL)
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    {
      const AssaySource *source = g_ptr_array_index (sources, i);

      g_ptr_array_add (names, g_strdup (source->name != NULL ? source->name : ""));
    }
  return TRUE;
}

static gboolean
diversified_product (const AssayDiligenceCase *asked, AssayDiligenceFound *found, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (!find_sources (asked, asked->id, names, error))
    return FALSE;
  if (names->len == 0)
    assay_diligence_miss (found, g_strdup (_ ("a supplier")));
  else if (names->len == 1)
    assay_diligence_miss (found,
                          /* Translators: a supplier */
                          g_strdup_printf (_ ("a second supplier: all of it comes from %s"),
                                           (const char *)g_ptr_array_index (names, 0)));
  else
    {
      for (guint i = 0; i < names->len; i++)
        assay_diligence_say (found, g_strdup (g_ptr_array_index (names, i)));
      assay_diligence_prove (
          found, ASSAY_TYPE_PRODUCT, asked->id,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u supplier", "%u suppliers", names->len),
                           names->len));
    }
  return TRUE;
}

/* Of a supplier: no critical product depends on it alone. */
gboolean
assay_diligence_diversified (const AssayDiligenceCase *asked,
                             AssayDiligenceFound *found,
                             GError **error)
{
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row, ok;
  guint n = 0;

  if (is_product (asked))
    return diversified_product (asked, found, error);
  statement
      = assay_diligence_prepare (asked,
                                 "SELECT id, code FROM product WHERE supplier = ?1 AND critical = 1"
                                 " AND ifnull (status, '') <> 'ended' ORDER BY code",
                                 error);
  if (statement == NULL)
    return FALSE;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *code = assay_diligence_dup_text (statement, 1);
      gint64 product = assay_statement_get_int (statement, 0);

      n++;
      if (!find_sources (asked, product, names, error))
        return FALSE;
      if (names->len < 2)
        /* Translators: the code of a product */
        assay_diligence_miss (found, g_strdup_printf (_ ("a second supplier of %s"), code));
      else
        {
          assay_diligence_say (found, g_strdup (code));
          assay_diligence_prove (found, ASSAY_TYPE_PRODUCT, product, g_strdup (code));
        }
    }
  if (ok && n == 0)
    assay_diligence_say (found, g_strdup (_ ("No critical product depends on it")));
  return ok;
}

/* A book keeps no landed-cost sheets: somebody has to say where the calculation is. */
gboolean
assay_diligence_landed (const AssayDiligenceCase *asked, AssayDiligenceFound *found, GError **error)
{
  assay_diligence_miss (found, g_strdup (_ ("a landed-cost calculation: answer by hand and say "
                                            "where it is")));
  return TRUE;
}

/* Claims that are made need support; where none is made there is nothing to support. */
gboolean
assay_diligence_claims (const AssayDiligenceCase *asked, AssayDiligenceFound *found, GError **error)
{
  const AssayClaimSupportQuestion question = { .product = asked->id, .day = asked->today };
  g_autoptr (GPtrArray) claims = assay_claim_support_ask (asked->db, &question, error);
  guint n = 0;

  if (claims == NULL)
    return FALSE;
  for (guint i = 0; i < claims->len; i++)
    {
      const AssayClaimSupport *support = g_ptr_array_index (claims, i);
      const char *wording = assay_record_get_text (support->claim, ASSAY_CLAIM_WORDING);
      g_autofree char *why = NULL;

      if (support->withdrawn)
        continue;
      n++;
      if (support->standing == ASSAY_CLAIM_STANDS)
        {
          /* Translators: the wording of a claim */
          assay_diligence_say (found, g_strdup_printf (_ ("“%s”"), wording));
          assay_diligence_prove (found, ASSAY_TYPE_CLAIM, assay_record_get_id (support->claim),
                                 g_strdup (wording));
          continue;
        }
      why = assay_claim_support_dup_why (support);
      /* Translators: the wording of a claim; why it does not stand */
      assay_diligence_miss (found, g_strdup_printf (_ ("support of “%s”: %s"), wording, why));
    }
  if (n == 0)
    assay_diligence_say (found, g_strdup (_ ("No claims are made")));
  return TRUE;
}
