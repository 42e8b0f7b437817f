/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "insight/claim-proof.h"
#include "record/month.h"

/* How near a document is to the claim. */
typedef enum
{
  NEAR_NOT,
  NEAR_SUPPLIER, /* about a supplier that has to do with the product */
  NEAR_PRODUCT,  /* about the product, its component or its order */
} Nearness;

static gboolean
has_component (const AssayProofContext *context, gint64 id)
{
  gint64 meant = assay_record_get_reference (context->claim, ASSAY_CLAIM_COMPONENT);

  if (meant != 0)
    return id == meant;
  for (guint i = 0; i < context->recycled->components->len; i++)
    if (assay_record_get_id (g_ptr_array_index (context->recycled->components, i)) == id)
      return TRUE;
  for (guint i = 0; i < context->recycled->left_out->len; i++)
    if (assay_record_get_id (g_ptr_array_index (context->recycled->left_out, i)) == id)
      return TRUE;
  return FALSE;
}

static gboolean
is_among (GHashTable *ids, gint64 id)
{
  return g_hash_table_contains (ids, GSIZE_TO_POINTER ((gsize)id));
}

static Nearness
get_nearness (const AssayProofContext *context, const AssayRecord *evidence)
{
  gint64 product = assay_record_get_reference (evidence, ASSAY_EVIDENCE_PRODUCT);
  gint64 component = assay_record_get_reference (evidence, ASSAY_EVIDENCE_COMPONENT);
  gint64 order = assay_record_get_reference (evidence, ASSAY_EVIDENCE_PURCHASE_ORDER);
  gint64 supplier = assay_record_get_reference (evidence, ASSAY_EVIDENCE_SUPPLIER);

  if (component != 0)
    return has_component (context, component) ? NEAR_PRODUCT : NEAR_NOT;
  if (product != 0)
    return product == assay_record_get_id (context->product) ? NEAR_PRODUCT : NEAR_NOT;
  if (order != 0)
    return is_among (context->orders, order) ? NEAR_PRODUCT : NEAR_NOT;
  return supplier != 0 && is_among (context->suppliers, supplier) ? NEAR_SUPPLIER : NEAR_NOT;
}

/* Kinds of documents, by what is needed. */
static gboolean
fits_need (const char *needs, const char *kind)
{
  static const char *const certificates[] = { "scope_certificate", "product_certificate",
                                              "system_certificate", "partner_status", NULL };

  if (g_str_equal (needs, "certificate"))
    return kind != NULL && g_strv_contains (certificates, kind);
  return g_strcmp0 (needs, kind) == 0;
}

gint32
assay_proof_oldest_day (const AssayProofContext *context, const AssayNeedSupport *support)
{
  gint64 months = support->need != NULL
                      ? assay_record_get_integer (support->need, ASSAY_CLAIM_NEED_MONTHS, 0)
                      : 0;

  return months > 0 ? assay_date_months_away (context->day, -months) : ASSAY_DATE_UNKNOWN;
}

/* What speaks against a document, one thing after the other. NULL for nothing. Takes *@state down
 * to what is left of its worth. */
static char *
find_fault (const AssayProofContext *context,
            const AssayNeedSupport *support,
            const AssayRecord *evidence,
            AssayNeedState *state)
{
  gint32 until = assay_record_get_date (evidence, ASSAY_EVIDENCE_VALID_UNTIL);
  gint32 from = assay_record_get_date (evidence, ASSAY_EVIDENCE_VALID_FROM);
  gint32 issued = assay_record_get_date (evidence, ASSAY_EVIDENCE_ISSUED_ON);
  gint32 oldest = assay_proof_oldest_day (context, support);
  const char *standing = assay_record_get_text (evidence, ASSAY_EVIDENCE_STATE);
  const AssayEvidenceFlagged *flag;
  const AssayEvidenceItem *item;
  g_autofree char *day = NULL;

  *state = ASSAY_NEED_PARTLY;
  if (until != ASSAY_DATE_UNKNOWN && until < context->day)
    {
      day = assay_date_format (until);
      return g_strdup_printf (_ ("expired on %s"), day);
    }
  if (from != ASSAY_DATE_UNKNOWN && from > context->day)
    {
      day = assay_date_format (from);
      return g_strdup_printf (_ ("valid only from %s"), day);
    }
  if (g_strcmp0 (standing, "seen") != 0 && g_strcmp0 (standing, "verified") != 0)
    return g_strdup (_ ("claimed only: nobody has seen it"));
  if (oldest != ASSAY_DATE_UNKNOWN && issued == ASSAY_DATE_UNKNOWN)
    return g_strdup (_ ("not dated"));
  if (oldest != ASSAY_DATE_UNKNOWN && issued < oldest)
    {
      day = assay_date_format (issued);
      return g_strdup_printf (_ ("too old, of %s"), day);
    }
  if (g_strcmp0 (assay_record_get_text (evidence, ASSAY_EVIDENCE_COVERS), "no") == 0)
    return g_strdup (_ ("its scope does not name your goods"));
  item = assay_evidence_find (context->judged, assay_record_get_id (evidence));
  flag = item != NULL ? assay_evidence_item_get_breaking (item) : NULL;
  if (flag != NULL)
    return g_strdup (flag->words);
  *state = ASSAY_NEED_MET;
  return NULL;
}

static gboolean
lists_schemes (const AssayNeedSupport *support)
{
  return support->need != NULL
         && assay_record_get_text (support->need, ASSAY_CLAIM_NEED_SCHEMES) != NULL;
}

/* What is asked of a certificate beyond being there and valid. */
static char *
find_certificate_fault (const AssayProofContext *context,
                        const AssayNeedSupport *support,
                        const AssayRecord *evidence,
                        Nearness nearness,
                        AssayNeedState *state)
{
  const char *kind = assay_record_get_text (evidence, ASSAY_EVIDENCE_KIND);

  *state = ASSAY_NEED_PARTLY;
  if (g_strcmp0 (kind, "scope_certificate") == 0 && !lists_schemes (support))
    return g_strdup (_ ("a scope certificate qualifies a site and proves nothing of the goods"));
  if (g_strcmp0 (kind, "product_certificate") == 0 && nearness < NEAR_PRODUCT)
    return g_strdup (_ ("nobody said for which product or component it is"));
  if (g_strcmp0 (assay_record_get_text (evidence, ASSAY_EVIDENCE_STATE), "verified") != 0)
    return g_strdup (_ ("seen, not looked up in its register"));
  *state = ASSAY_NEED_MET;
  return NULL;
}

static char *
find_tag_fault (const AssayRecord *evidence, Nearness nearness, AssayNeedState *state)
{
  const char *resolves = assay_record_get_text (evidence, ASSAY_EVIDENCE_RESOLVES);

  *state = ASSAY_NEED_PARTLY;
  if (g_strcmp0 (resolves, "no") == 0)
    return g_strdup (_ ("it opens no page"));
  if (resolves == NULL)
    return g_strdup (_ ("nobody opened it yet"));
  if (g_strcmp0 (assay_record_get_text (evidence, ASSAY_EVIDENCE_MATCHES), "no") == 0)
    return g_strdup (_ ("it does not fit the order or lot"));
  if (nearness < NEAR_PRODUCT)
    return g_strdup (_ ("nobody said for which product it is"));
  *state = ASSAY_NEED_MET;
  return NULL;
}

static char *
find_other_fault (const AssayProofContext *context,
                  const AssayNeedSupport *support,
                  const AssayRecord *evidence,
                  const char *needs,
                  Nearness nearness,
                  AssayNeedState *state)
{
  if (g_str_equal (needs, "certificate"))
    return find_certificate_fault (context, support, evidence, nearness, state);
  if (g_str_equal (needs, "tag"))
    return find_tag_fault (evidence, nearness, state);
  if (g_str_equal (needs, "declaration") && nearness < NEAR_PRODUCT)
    {
      *state = ASSAY_NEED_PARTLY;
      return g_strdup (_ ("nobody said for which product it is"));
    }
  *state = ASSAY_NEED_MET;
  return NULL;
}

/* "Thạch Lâm, valid until 3 May 2027" */
static char *
describe (const AssayRecord *evidence)
{
  const char *holder = assay_record_get_reference_title (evidence, ASSAY_EVIDENCE_SUPPLIER);
  gint32 until = assay_record_get_date (evidence, ASSAY_EVIDENCE_VALID_UNTIL);
  gint32 issued = assay_record_get_date (evidence, ASSAY_EVIDENCE_ISSUED_ON);
  g_autofree char *day = NULL;
  g_autofree char *when = NULL;

  if (until != ASSAY_DATE_UNKNOWN)
    {
      day = assay_date_format (until);
      when = g_strdup_printf (_ ("valid until %s"), day);
    }
  else if (issued != ASSAY_DATE_UNKNOWN)
    {
      day = assay_date_format (issued);
      when = g_strdup_printf (_ ("issued on %s"), day);
    }
  if (holder == NULL)
    return when != NULL ? g_steal_pointer (&when) : g_strdup (_ ("in the book"));
  return when != NULL ? g_strdup_printf ("%s, %s", holder, when) : g_strdup (holder);
}

static const char *
gap_words (const char *needs)
{
  if (g_str_equal (needs, "certificate"))
    return _ ("No such certificate is in the book for this product or its suppliers.");
  if (g_str_equal (needs, "audit"))
    return _ ("No such audit of the suppliers is in the book.");
  if (g_str_equal (needs, "tag"))
    return _ ("No traceability tag of this product is in the book.");
  return _ ("No such declaration for this product is in the book.");
}

/**
 * assay_proof_by_documents:
 * @needs: "certificate", "audit", "tag" or "declaration"
 *
 * Holds the book's documents against a need.
 */
void
assay_proof_by_documents (AssayProofContext *context, AssayNeedSupport *support, const char *needs)
{
  const char *schemes = support->need != NULL
                            ? assay_record_get_text (support->need, ASSAY_CLAIM_NEED_SCHEMES)
                            : NULL;

  for (guint i = 0; i < context->evidence->len; i++)
    {
      AssayRecord *evidence = g_ptr_array_index (context->evidence, i);
      Nearness nearness;
      AssayNeedState state;
      g_autofree char *fault = NULL;
      g_autofree char *title = NULL;

      if (!fits_need (needs, assay_record_get_text (evidence, ASSAY_EVIDENCE_KIND))
          || g_strcmp0 (assay_record_get_text (evidence, ASSAY_EVIDENCE_STATE), "refused") == 0
          || !assay_scheme_codes_hold (
              context->schemes, schemes,
              assay_record_get_reference (evidence, ASSAY_EVIDENCE_SCHEME)))
        continue;
      nearness = get_nearness (context, evidence);
      if (nearness == NEAR_NOT)
        continue;
      fault = find_fault (context, support, evidence, &state);
      if (fault == NULL)
        fault = find_other_fault (context, support, evidence, needs, nearness, &state);
      title = assay_record_dup_title (evidence);
      assay_need_support_take_item (
          support, ASSAY_TYPE_EVIDENCE, assay_record_get_id (evidence), title,
          fault != NULL ? g_steal_pointer (&fault) : describe (evidence), state);
    }
  assay_need_support_finish_by_items (support, gap_words (needs));
}
