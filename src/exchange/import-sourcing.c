/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of what is known of suppliers and products, of samples, evidence and claims. They name their
 * supplier and product as everywhere, and other records by number, code or name: what the book does
 * not have is reported, and refuses the row when the record cannot be without it. */

#include "assay-config.h"

#include "exchange/import-run.h"

#include <glib/gi18n-lib.h>

#define MOST_KEYS 6
#define END       G_MAXUINT

/* What tells two records of a type apart; fields, ended by END. */
static const struct
{
  AssayType type;
  guint keys[MOST_KEYS + 1];
} same[] = {
  { ASSAY_TYPE_SITE, { ASSAY_SITE_SUPPLIER, ASSAY_SITE_NAME, END } },
  { ASSAY_TYPE_CAPABILITY,
    { ASSAY_CAPABILITY_SUPPLIER, ASSAY_CAPABILITY_PROCESS, ASSAY_CAPABILITY_MACHINE,
      ASSAY_CAPABILITY_SITE, END } },
  { ASSAY_TYPE_REFERENCE_CALL,
    { ASSAY_REFERENCE_CALL_SUPPLIER, ASSAY_REFERENCE_CALL_COMPANY, ASSAY_REFERENCE_CALL_CALLED_ON,
      END } },
  { ASSAY_TYPE_REPAIR_PARTNER,
    { ASSAY_REPAIR_PARTNER_SUPPLIER, ASSAY_REPAIR_PARTNER_NAME, ASSAY_REPAIR_PARTNER_CITY, END } },
  { ASSAY_TYPE_RISK, { ASSAY_RISK_SUPPLIER, ASSAY_RISK_NAME, END } },
  { ASSAY_TYPE_SUPPLIER_NAME, { ASSAY_SUPPLIER_NAME_SUPPLIER, ASSAY_SUPPLIER_NAME_NAME, END } },
  { ASSAY_TYPE_VARIANT, { ASSAY_VARIANT_PRODUCT, ASSAY_VARIANT_CODE, END } },
  { ASSAY_TYPE_COMPONENT,
    { ASSAY_COMPONENT_PRODUCT, ASSAY_COMPONENT_KIND, ASSAY_COMPONENT_NAME,
      ASSAY_COMPONENT_PART_NUMBER, ASSAY_COMPONENT_VARIANT, END } },
  { ASSAY_TYPE_REQUIREMENT,
    { ASSAY_REQUIREMENT_PRODUCT, ASSAY_REQUIREMENT_COMPONENT, ASSAY_REQUIREMENT_PROPERTY,
      ASSAY_REQUIREMENT_METHOD, ASSAY_REQUIREMENT_SPECIMEN, ASSAY_REQUIREMENT_CONDITION, END } },
  { ASSAY_TYPE_SAMPLE, { ASSAY_SAMPLE_NUMBER, END } },
  { ASSAY_TYPE_SAMPLE_TEST,
    { ASSAY_SAMPLE_TEST_SAMPLE, ASSAY_SAMPLE_TEST_COMPONENT, ASSAY_SAMPLE_TEST_PROPERTY,
      ASSAY_SAMPLE_TEST_METHOD, ASSAY_SAMPLE_TEST_SPECIMEN, ASSAY_SAMPLE_TEST_CONDITION, END } },
  { ASSAY_TYPE_SCHEME, { ASSAY_SCHEME_CODE, END } },
  { ASSAY_TYPE_EVIDENCE,
    { ASSAY_EVIDENCE_KIND, ASSAY_EVIDENCE_SCHEME, ASSAY_EVIDENCE_NUMBER, ASSAY_EVIDENCE_SUPPLIER,
      ASSAY_EVIDENCE_VALID_UNTIL, ASSAY_EVIDENCE_NAME, END } },
  { ASSAY_TYPE_VERIFICATION,
    { ASSAY_VERIFICATION_EVIDENCE, ASSAY_VERIFICATION_LOOKED_ON, ASSAY_VERIFICATION_PLACE, END } },
  { ASSAY_TYPE_AUDIT_FINDING,
    { ASSAY_AUDIT_FINDING_EVIDENCE, ASSAY_AUDIT_FINDING_NUMBER, ASSAY_AUDIT_FINDING_NAME, END } },
  { ASSAY_TYPE_CLAIM,
    { ASSAY_CLAIM_PRODUCT, ASSAY_CLAIM_COMPONENT, ASSAY_CLAIM_WORDING, ASSAY_CLAIM_MARKETS, END } },
  { ASSAY_TYPE_CLAIM_WORD,
    { ASSAY_CLAIM_WORD_WORD, ASSAY_CLAIM_WORD_LANGUAGE, ASSAY_CLAIM_WORD_MARKET, END } },
  { ASSAY_TYPE_DILIGENCE_CHECK,
    { ASSAY_DILIGENCE_CHECK_DILIGENCE_ITEM, ASSAY_DILIGENCE_CHECK_SUPPLIER,
      ASSAY_DILIGENCE_CHECK_PRODUCT, END } },
};

/* How records of a type are named by others: the first of these columns that has the text. */
static const struct
{
  AssayType type;
  const char *first, *second; /* the second is nullable */
  AssayType within; /* only among those of the row's supplier or product, where it names one */
} named[] = {
  { ASSAY_TYPE_SITE, "name", "local_name", ASSAY_TYPE_SUPPLIER },
  { ASSAY_TYPE_VARIANT, "code", NULL, ASSAY_TYPE_PRODUCT },
  { ASSAY_TYPE_COMPONENT, "name", "part_number", ASSAY_TYPE_PRODUCT },
  { ASSAY_TYPE_SAMPLE, "number", NULL, ASSAY_TYPE_NONE },
  { ASSAY_TYPE_SCHEME, "code", "name", ASSAY_TYPE_NONE },
  { ASSAY_TYPE_EVIDENCE, "number", "name", ASSAY_TYPE_NONE },
  { ASSAY_TYPE_CLAIM_KIND, "code", "name", ASSAY_TYPE_NONE },
  { ASSAY_TYPE_DILIGENCE_ITEM, "name", NULL, ASSAY_TYPE_NONE },
  { ASSAY_TYPE_ORDER, "number", NULL, ASSAY_TYPE_NONE },
  { ASSAY_TYPE_SUPPLIER, "name", "code", ASSAY_TYPE_NONE },
};

/* Supplier or product of the row, made when the book has none; 0 when the row names none. */
static gboolean
find_party (AssayImportRun *run,
            AssayRecord *made,
            const char *column,
            AssayParty *party,
            gint64 *id,
            GError **error)
{
  const AssayRecordType *type = assay_record_describe (made);
  int field = assay_record_type_find_field (type, column);

  *id = 0;
  if (field < 0 || assay_import_is_by_name (type->type, (guint)field))
    return TRUE;
  if (!assay_party_resolve (party, run, FALSE, id, error))
    return FALSE;
  if (*id != 0)
    assay_record_set_reference (made, (guint)field, *id);
  return TRUE;
}

static guint
find_naming (AssayType type)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (named) && named[i].type != type; i++)
    ;
  return i;
}

static gboolean
is_within (AssayType type)
{
  guint i = find_naming (type);

  return i < G_N_ELEMENTS (named) && named[i].within != ASSAY_TYPE_NONE;
}

/* A component of another product than the row's is none; where the row names no product, one whose
 * name others have too is none either. */
static gboolean
find_named (AssayImportRun *run,
            AssayType type,
            const char *text,
            gint64 supplier,
            gint64 product,
            gint64 *id,
            GError **error)
{
  const AssayRecordType *described = assay_record_type_get (type);
  g_autoptr (AssayStatement) statement = NULL;
  g_autofree char *sql = NULL;
  gint64 owner = 0;
  guint i = find_naming (type);
  gboolean row;

  *id = 0;
  if (type == ASSAY_TYPE_SUPPLIER)
    {
      *id = assay_party_find (&run->suppliers, text, NULL);
      return TRUE;
    }
  if (i == G_N_ELEMENTS (named))
    return TRUE;
  if (named[i].within != ASSAY_TYPE_NONE)
    owner = named[i].within == ASSAY_TYPE_SUPPLIER ? supplier : product;
  sql = g_strdup_printf (
      "SELECT id FROM %s WHERE (%s = ?1 OR %s = ?1) AND (?2 = 0 OR %s = ?2) "
      "ORDER BY %s = ?1 DESC, id LIMIT 2",
      described->table, named[i].first, named[i].second != NULL ? named[i].second : named[i].first,
      owner != 0 ? described->fields[described->owner].column : "0", named[i].first);
  statement = assay_db_prepare (run->db, sql, error);
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_text (statement, 1, text);
  assay_statement_bind_int (statement, 2, owner);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  *id = assay_statement_get_int (statement, 0);
  if (owner != 0 || named[i].within == ASSAY_TYPE_NONE)
    return TRUE;
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *id = 0;
  return TRUE;
}

/* Where the row names no product itself, the sample's is meant. */
static gboolean
product_of_sample (AssayImportRun *run, gint64 sample, gint64 *product, GError **error)
{
  g_autoptr (AssayRecord) record = assay_records_get (run->db, ASSAY_TYPE_SAMPLE, sample, error);

  if (record == NULL)
    return FALSE;
  *product = assay_record_get_reference (record, ASSAY_SAMPLE_PRODUCT);
  return TRUE;
}

/* @scoped: those that are looked for among the records of the row's supplier or product, which are
 * known by then. */
static gboolean
set_named (AssayImportRun *run,
           AssayRecord *made,
           gboolean scoped,
           gint64 supplier,
           gint64 product,
           GError **error)
{
  const AssayRecordType *type = assay_record_describe (made);

  for (guint i = 0; i < run->n_order; i++)
    {
      guint column = run->order[i];
      const AssayMapping *mapping = assay_import_plan_get_mapping (run->plan, column);
      AssayType reference = run->fields[column]->reference;

      if (mapping->type != type->type || run->fields[column]->kind != ASSAY_KIND_REFERENCE
          || !assay_value_is_known (&run->values[column]) || is_within (reference) != scoped)
        continue;
      if (!find_named (run, reference, run->values[column].text, supplier, product,
                       &run->references[column], error))
        return FALSE;
      if (run->references[column] != 0)
        assay_record_set_reference (made, mapping->field, run->references[column]);
      else
        assay_import_unknown_name (run, column, reference);
    }
  return TRUE;
}

/* The record of the book, or of an earlier row, that the row is about; 0: none. */
static gboolean
find_same (AssayImportRun *run, const AssayRecord *made, gint64 *id, GError **error)
{
  AssayType type = assay_record_get_kind (made);
  guint i, n;

  for (i = 0; i < G_N_ELEMENTS (same) && same[i].type != type; i++)
    ;
  g_return_val_if_fail (i < G_N_ELEMENTS (same), FALSE);
  for (n = 0; same[i].keys[n] != END; n++)
    ;
  return assay_import_find_same (run, made, same[i].keys, n, id, error);
}

/* What the record is to refer to. FALSE without error: the row is refused. */
static gboolean
set_references (AssayImportRun *run, AssayRecord *made, gboolean *refused, GError **error)
{
  gint64 supplier, product;
  guint owner = (guint)assay_record_describe (made)->owner;

  *refused = FALSE;
  if (!set_named (run, made, FALSE, 0, 0, error))
    return FALSE;
  /* Parties are made only for a row that comes in. */
  for (guint i = 0; i < assay_record_describe (made)->n_fields; i++)
    if ((assay_record_describe (made)->fields[i].flags & ASSAY_FIELD_REQUIRED)
        && assay_import_is_by_name (assay_record_get_kind (made), i)
        && !assay_record_is_known (made, i))
      {
        *refused = !assay_import_has_required (run, made, owner == i ? G_MAXUINT : owner);
        if (*refused)
          return TRUE;
      }
  if (!find_party (run, made, "supplier", &run->suppliers, &supplier, error)
      || !find_party (run, made, "product", &run->products, &product, error))
    return FALSE;
  if (assay_record_get_kind (made) == ASSAY_TYPE_SAMPLE_TEST
      && !product_of_sample (run, assay_record_get_reference (made, ASSAY_SAMPLE_TEST_SAMPLE),
                             &product, error))
    return FALSE;
  if (!set_named (run, made, TRUE, supplier, product, error))
    return FALSE;
  *refused = !assay_import_has_required (run, made, G_MAXUINT) || !assay_import_allows (run, made);
  return TRUE;
}

gboolean
assay_import_sourcing_row (AssayImportRun *run, AssayType type, GError **error)
{
  const AssayRecordType *described = assay_record_type_get (type);
  g_autoptr (AssayRecord) made = assay_record_new (type);
  g_autoptr (AssayRecord) existing = NULL;
  int position = assay_record_type_find_field (described, "position");
  gboolean refused;
  gint64 before;

  assay_import_fill (run, made);
  if (!set_references (run, made, &refused, error))
    return FALSE;
  if (refused)
    return TRUE;
  if (!find_same (run, made, &before, error))
    return FALSE;
  if (before == 0)
    return (position < 0 || assay_import_place (run, made, (guint)position, error))
           && assay_import_insert (run, made, error);
  if (assay_import_is_own (run, before))
    {
      assay_import_note (run, G_MAXUINT, "", _ ("the same as an earlier row"));
      return TRUE;
    }
  run->result->matched[type]++;
  if (assay_import_plan_get_only_new (run->plan))
    return TRUE;
  existing = assay_records_get (run->db, type, before, error);
  return existing != NULL && assay_import_merge (run, existing, error);
}
